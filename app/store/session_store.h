// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "app/forms/answer.h"
#include "platform/base/clock.h"
#include "sync/replica/replica.h"

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace veikart::store {

// The client's own store while the tablet is theirs: a replica of its own in a file of its own, holding one answers
// record and nothing else. Every answer is durable when saveAnswer returns. One thread.
class SessionStore {
public:
  struct Subject {
    casework::Id mappingId;
    casework::Id caseId;
  };

  // Creates the file or opens it again after a pause or crash. `seed` is what the client answered in earlier rounds
  // (canonical records); it is taken over once, when the file is new.
  static Result<std::unique_ptr<SessionStore>> open(const std::filesystem::path& file, const SecretBytes& key,
                                                    const Subject& subject, std::span<const sync::Record> seed,
                                                    const Clock& clock);
  ~SessionStore();

  Status saveAnswer(const std::string& key, const forms::Answer& answer);
  Result<forms::Answers> answers();

  // The records to be joined into the counsellor's store, as they stand.
  Result<std::vector<sync::Record>> records();

private:
  SessionStore(std::unique_ptr<Connection> db, const Subject& subject);
  std::unique_ptr<Connection> m_db;
  std::unique_ptr<sync::Replica> m_replica;
  Subject m_subject;
};

} // namespace veikart::store
