// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/attachments.h"

#include "app/casework/media_type.h"
#include "app/casework/record_codec.h"
#include "app/store/rows.h"
#include "app/store/write_batch.h"
#include "sync/record/deletion.h"

#include <set>

namespace veikart::store {

using namespace casework;

constexpr std::string_view kInCaseSql =
    "SELECT * FROM attachment WHERE case_id = ?1 ORDER BY date DESC, added_at DESC, id DESC";

Result<std::vector<AttachmentEntry>> Attachments::in(const Id& caseId) {
  const Result<std::vector<Attachment>> found = selectAll(m_db, kInCaseSql, attachmentAt, caseId);
  const Result<std::vector<sync::OutboxItem>> records = m_replica.outboxItems();
  const Result<std::vector<sync::UnsentContent>> contents = m_replica.contents().outboxItems();
  for (const Status& status : {found.status(), records.status(), contents.status()})
    RETURN_IF_ERROR(status);
  const sync::ScopeId scope = caseScope(caseId);
  std::set<Id> unsentRecords;
  for (const sync::OutboxItem& item : *records)
    unsentRecords.insert(item.local.id);
  std::set<sync::ContentId> unsentContents;
  for (const sync::UnsentContent& item : *contents)
    if (item.content.scope == scope)
      unsentContents.insert(item.content.id);
  std::vector<AttachmentEntry> entries;
  for (const Attachment& attachment : *found) {
    const Result<std::optional<sync::StoredContent>> stored = m_replica.contents().find(scope, attachment.content);
    if (!stored.ok())
      return stored.status();
    entries.push_back({attachment, *stored && (*stored)->isWhole(),
                       unsentRecords.contains(attachment.id) || unsentContents.contains(attachment.content)});
  }
  return entries;
}

Status Attachments::add(const Attachment& attachment, BytesView content) {
  Attachment added = attachment;
  added.mediaType = mediaTypeOf(content);
  if (added.mediaType.empty())
    return Status::invalid("attachment: of no known kind");
  sync::RecordWrite write{added.id, std::string(kAttachmentType), caseScope(added.caseId), {}};
  for (const auto& [name, value] : toFields(added))
    write.fields.push_back({name, value});
  return m_replica.attach(std::move(write), content);
}

Status Attachments::save(const Attachment& attachment) {
  WriteBatch batch(m_replica);
  RETURN_IF_ERROR(batch.add(kAttachmentType, caseScope(attachment.caseId), attachment.id, toFields(attachment)));
  return batch.write();
}

constexpr std::string_view kAttachmentSql = "SELECT * FROM attachment WHERE id = ?1";

Result<Attachment> Attachments::attachment(const Id& attachmentId) {
  Result<std::optional<Attachment>> found = selectFirst(m_db, kAttachmentSql, attachmentAt, attachmentId);
  if (!found.ok())
    return found.status();
  return *found ? Result<Attachment>(std::move(**found)) : Status::notFound("attachment: not in this store");
}

Result<std::optional<Bytes>> Attachments::content(const Id& attachmentId) {
  const Result<Attachment> found = attachment(attachmentId);
  if (!found.ok())
    return found.status();
  return m_replica.contents().read(caseScope(found->caseId), found->content);
}

Status Attachments::remove(const Id& attachmentId) {
  return m_replica.remove(attachmentId);
}

Status Attachments::restore(const Id& attachmentId) {
  const Result<std::optional<sync::Record>> record = m_replica.load(attachmentId);
  if (!record.ok() || !*record)
    return record.ok() ? Status::notFound("attachment: not in this store") : record.status();
  WriteBatch batch(m_replica);
  RETURN_IF_ERROR(batch.add(kAttachmentType, (*record)->scope, attachmentId,
                            {{std::string(sync::kDeletedField), Bytes(sync::kRestorationValue)}}));
  return batch.write();
}

} // namespace veikart::store
