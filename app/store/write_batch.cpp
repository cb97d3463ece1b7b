// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/write_batch.h"

namespace veikart::store {

namespace {

bool shows(const std::optional<sync::Record>& record, const std::string& field, const Bytes& value) {
  if (!record)
    return false;
  const auto found = record->fields.find(field);
  const sync::Sibling* shown = found == record->fields.end() ? nullptr : sync::greatest(found->second);
  return shown != nullptr && shown->value == value;
}

} // namespace

sync::ScopeId caseScope(const casework::Id& caseId) {
  return {sync::ScopeKind::Case, caseId};
}

Status WriteBatch::add(std::string_view type, const sync::ScopeId& scope, const casework::Id& id,
                       const casework::Fields& fields) {
  const Result<std::optional<sync::Record>> known = m_replica.load(id);
  if (!known.ok())
    return known.status();
  if (*known && ((*known)->type != type || (*known)->scope != scope || (*known)->erased))
    return Status::invalid("record of type " + std::string(type) + ": its id stands for something else");
  sync::RecordWrite write{id, std::string(type), scope, {}};
  for (const auto& [name, value] : fields)
    if (!shows(*known, name, value))
      write.fields.push_back({name, value});
  if (!write.fields.empty())
    m_writes.push_back(std::move(write));
  return {};
}

Status WriteBatch::write() {
  return m_writes.empty() ? Status() : m_replica.write(m_writes);
}

} // namespace veikart::store
