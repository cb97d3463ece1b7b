// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/simulation/erasures.h"

#include "sync/hub/erase.h"
#include "sync/hub/grant.h"
#include "sync/hub/ledger.h"
#include "sync/record/late_write.h"
#include "tests/simulation/must.h"

#include <algorithm>

namespace veikart::simulation {

using sync::Record;
using sync::RecordId;

bool waitsAsErased(SimulatedTablet& tablet, const RecordId& record) {
  return std::ranges::any_of(must(tablet.replica().outboxItems()), [&](const sync::OutboxItem& item) {
    return item.local.id == record && item.refusal == sync::kErasedReason;
  });
}

void Erasures::note(const sync::RecordWrite& write) {
  m_scopes.emplace(write.id, write.scope);
  if (write.type == sync::kAttachmentType)
    m_attached.emplace(
        write.id, Attachments::Attached{write.scope, must(sync::ContentId::fromBytes(write.fields.front().value))});
}

std::string Erasures::eraseAny(const std::vector<Record>& atHub, Random& random) {
  std::vector<Record> records = atHub;
  std::erase_if(records, [](const Record& record) {
    return hub::saysWhoHasIt(record.type) || record.type == sync::kLateWriteType; // it goes with what it brought
  });
  if (records.empty())
    return "nothing";
  const Record& chosen = records[random.below(records.size())];
  const size_t kind = random.below(10);
  Result<int64_t> count = 0;
  const Status done = m_hub.stores().write(m_hub.office, [&](hub::OfficeTransaction& rows) {
    if (kind < 3)
      count = hub::eraseDeleted(rows, chosen.scope, m_hub.clock.nowMillis());
    else if (kind < 5 && chosen.scope.kind == sync::ScopeKind::Case)
      count = hub::erase(rows, {chosen.scope, std::nullopt});
    else
      count = hub::erase(rows, {chosen.scope, chosen.id});
    return count.status();
  });
  if (done.code() == StatusCode::Conflict)
    return "nothing: " + done.toString();
  return std::to_string(done.ok() ? *count : 0) + " records " + done.toString();
}

void Erasures::read() {
  const hub::LedgerTail ledger = must(hub::Ledger(m_hub.disk.folder() / hub::kLedgerFile).read());
  for (const hub::LedgerEntry& entry : ledger.entries) {
    const auto* erasure = std::get_if<hub::Erasure>(&entry.said);
    if (erasure != nullptr && erasure->record)
      m_records.insert(*erasure->record);
    else if (erasure != nullptr)
      m_wholeScopes.insert(erasure->scope);
  }
}

bool Erasures::contain(const RecordId& record) const {
  const auto scope = m_scopes.find(record);
  return contain(record, scope == m_scopes.end() ? sync::ScopeId() : scope->second);
}

bool Erasures::contain(const RecordId& record, const sync::ScopeId& scope) const {
  return m_records.contains(record) || m_wholeScopes.contains(scope);
}

std::set<Attachments::Attached> Erasures::contents() const {
  std::set<Attachments::Attached> contents;
  for (const auto& [record, attached] : m_attached)
    if (contain(record))
      contents.insert(attached);
  return contents;
}

bool Erasures::leave(SimulatedTablet& tablet) const {
  return std::ranges::any_of(must(tablet.replica().outboxItems()),
                             [](const sync::OutboxItem& item) { return item.refusal == sync::kErasedReason; });
}

bool Erasures::isSaid(const Record& record) const {
  const Result<Record> brought = sync::broughtBy(record);
  return !hub::saysWhoHasIt(record.type) && !record.erased &&
         (contain(record.id, record.scope) || (brought.ok() && contain(brought->id, record.scope)));
}

std::string Erasures::faultIn(const std::map<RecordId, Record>& atHub, const Tablets& tablets) const {
  for (const auto& [id, record] : atHub) {
    if (isSaid(record))
      return "the hub still has what was erased: " + id.toString();
    if (record.erased && record.type != sync::kLateWriteType && !contain(id, record.scope))
      return "erased though nobody asked for it: " + id.toString();
  }
  for (const auto& tablet : tablets)
    for (const Record& record : must(tablet->replica().loadAll()))
      if (isSaid(record) && !waitsAsErased(*tablet, record.id))
        return "a tablet still has what was erased: " + record.id.toString();
  return {};
}

} // namespace veikart::simulation
