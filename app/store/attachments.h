// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "platform/database/connection.h"
#include "sync/replica/replica.h"

#include <optional>
#include <vector>

namespace veikart::store {

using casework::Id;

// A line of what is attached to a case.
struct AttachmentEntry {
  casework::Attachment attachment;
  bool isHere = false;   // all of its content; else it is being fetched
  bool isUnsent = false; // the office does not have all of it yet
};

// What is attached to cases: pictures, letters, signatures. Part of CaseStore; its thread.
class Attachments {
public:
  Attachments(Connection& db, sync::Replica& replica) : m_db(db), m_replica(replica) {}

  Result<std::vector<AttachmentEntry>> in(const Id& caseId); // of the latest day first

  // Writes the attachment with its content, which decides the media type. Invalid for bytes of no known kind, for none,
  // and for too many.
  Status add(const casework::Attachment& attachment, BytesView content);
  Status save(const casework::Attachment& attachment); // what is said of it; its content never changes
  // NotFound for one that is not in this store, or was removed; nothing while its content is not here.
  Result<std::optional<Bytes>> content(const Id& attachmentId);
  Result<casework::Attachment> attachment(const Id& attachmentId);

  Status remove(const Id& attachmentId);  // a deletion: what it was stays in the record
  Status restore(const Id& attachmentId); // one that was removed here

private:
  Connection& m_db;
  sync::Replica& m_replica;
};

} // namespace veikart::store
