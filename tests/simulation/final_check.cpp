// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/simulation/final_check.h"

#include "sync/hub/ledger.h"
#include "sync/record/late_write.h"
#include "tests/simulation/must.h"
#include "tests/sync/grant_fields.h"

#include <algorithm>

namespace veikart::simulation {

namespace {

using sync::Record;
using sync::RecordId;
using sync::ScopeId;
using State = std::map<RecordId, Record>;

std::string listed(const Record& record) {
  std::string text;
  for (const auto& [field, reg] : record.fields) {
    text += " " + field + "=";
    for (const sync::Sibling& write : reg.siblings)
      text += write.value.substr(0, 8) + "@" + write.dot.replica.toString().substr(30) + ":" +
              std::to_string(write.dot.counter) + " ";
    for (const auto& [replica, counter] : reg.context.counters())
      text += "(" + replica.toString().substr(30) + ":" + std::to_string(counter) + ")";
  }
  return text;
}

State heldBy(SimulatedTablet& tablet) {
  State held;
  for (const Record& record : must(tablet.replica().loadAll()))
    held[record.id] = record;
  return held;
}

// What the hub holds at the end, and who may see what of it.
class Verdict {
public:
  Verdict(SimulatedHub& hub, const State& records)
      : m_nowMillis(hub.clock.nowMillis()), m_records(records),
        m_ledger(must(hub::Ledger(hub.disk.folder() / hub::kLedgerFile).read()).entries) {}

  std::string faultIn(SimulatedTablet& tablet) const {
    const State held = heldBy(tablet);
    const std::set<ScopeId> forgotten = forgottenScopes(tablet, held);
    for (const sync::OutboxItem& item : must(tablet.replica().outboxItems()))
      if (!forgotten.contains(item.local.scope) && item.refusal != sync::kErasedReason)
        return "waits to send in " + item.local.scope.id.toString() + ": " + item.local.type + " " +
               item.local.id.toString() + listed(item.local) + ": " + item.refusal;
    for (const auto& [id, record] : held) {
      if (forgotten.contains(record.scope) || waitsAsErased(tablet, id))
        continue;
      if (!maySee(tablet, record.scope))
        return "holds a scope that its user may not see";
      if (!m_records.contains(id))
        return "holds a " + record.type + " that the hub lacks: " + id.toString();
      if (m_records.at(id) != record)
        return "differs from the hub in " + id.toString() + "; held here: " + listed(record) +
               "; there: " + listed(m_records.at(id));
    }
    for (const auto& [id, record] : m_records)
      if (maySee(tablet, record.scope) && !held.contains(id))
        return "lacks the record " + id.toString();
    return {};
  }

  // Opened to its user by a grant that the hub has lost, and that nobody but this tablet has: the hub does not take it
  // from the one whom it serves, and he keeps what he holds until somebody opens the scope to him again. Or lost with
  // the grant that it began with: what was still unsent of it then waits for a person.
  std::set<ScopeId> forgottenScopes(const SimulatedTablet& tablet, const State& held) const {
    std::set<ScopeId> scopes;
    for (const auto& [id, record] : held) {
      const bool isGrantLost = !m_records.contains(id) && opensTo(record, tablet.owner().user);
      const RecordId founding = sync::foundingGrant(record.scope);
      const bool isLost = !m_records.contains(founding) && !held.contains(founding);
      if ((isGrantLost || isLost) && !maySee(tablet, record.scope))
        scopes.insert(record.scope);
    }
    return scopes;
  }

private:
  // A case of which the hub holds nothing is nobody's, not even a supervisor's.
  bool maySee(const SimulatedTablet& tablet, const ScopeId& scope) const {
    const bool isByRole = tablet.owner().isSupervisor && !isRestricted(scope);
    return scope.kind == sync::ScopeKind::Office || std::ranges::any_of(m_records, [&](const auto& each) {
             return each.second.scope == scope && (isByRole || opensTo(each.second, tablet.owner().user));
           });
  }

  // What the ledger says stands, whatever became of its record.
  bool isRestricted(const ScopeId& scope) const {
    return std::ranges::any_of(m_ledger,
                               [&](const auto& entry) {
                                 const auto* said = std::get_if<hub::Restriction>(&entry.said);
                                 return said != nullptr && said->scope == scope && !hasEnded(said->id, scope);
                               }) ||
           std::ranges::any_of(m_records, [&](const auto& each) {
             return each.second.type == sync::kRestrictionType && each.second.scope == scope &&
                    !hasEnded(each.first, scope);
           });
  }

  bool opensTo(const Record& record, const Uuid& user) const {
    return record.type == sync::kGrantType && valuesOf(record, "user").contains(test::cborText(user.toString())) &&
           !hasEnded(record);
  }

  // Bytes of one length compare like the numbers that they are.
  bool hasEnded(const Record& grant) const {
    const std::set<Bytes> until = valuesOf(grant, "until");
    return (!until.empty() && *until.begin() <= test::cborMoment(m_nowMillis)) || hasEnded(grant.id, grant.scope);
  }

  bool hasEnded(const RecordId& grant, const ScopeId& scope) const {
    const Bytes id = test::cborText(grant.toString());
    return std::ranges::any_of(m_ledger,
                               [&](const auto& entry) {
                                 const auto* end = std::get_if<hub::GrantEnd>(&entry.said);
                                 return end != nullptr && end->grant == grant;
                               }) ||
           std::ranges::any_of(m_records, [&](const auto& each) {
             const Record& end = each.second;
             return end.type == sync::kGrantEndType && end.scope == scope && valuesOf(end, "grant").contains(id);
           });
  }

  int64_t m_nowMillis;
  const State& m_records;
  std::vector<hub::LedgerEntry> m_ledger;
};

// It lies with those who have the scope now, or with one to whom it was opened once, and needs not stand where it was
// written.
void setAsideWhatLies(const State& hub, const Verdict& verdict, const Tablets& tablets, Written& written) {
  std::set<Written::Value> late, standing;
  for (const auto& [id, record] : hub) {
    standing.merge(allValuesOf(record));
    if (record.type == sync::kLateWriteType && !record.erased)
      late.merge(allValuesOf(broughtIn(record)));
  }
  written.setAside(late, standing);
  std::set<Written::Value> forgotten;
  for (const auto& tablet : tablets) {
    const State held = heldBy(*tablet);
    const std::set<ScopeId> scopes = verdict.forgottenScopes(*tablet, held);
    for (const auto& [id, record] : held) {
      if (!scopes.contains(record.scope))
        continue;
      forgotten.merge(allValuesOf(record));
      if (record.type == sync::kLateWriteType && !record.erased)
        forgotten.merge(allValuesOf(broughtIn(record)));
    }
  }
  written.setAsideWithCase(forgotten, standing);
}

} // namespace

std::map<RecordId, Record> recordsAt(SimulatedHub& hub) {
  struct Reader final : hub::FeedReader {
    bool wants(const hub::FeedRow&) override { return true; }
    bool take(const hub::FeedRow&, BytesView bytes, BytesView) override {
      const Record record = must(sync::decode(bytes));
      state[record.id] = record;
      return true;
    }
    State state;
  } reader;
  must(hub.stores().read(hub.office, [&](hub::OfficeTransaction& rows) { return rows.readFeed({}, reader); }));
  return std::move(reader.state);
}

bool holdsForgottenScope(SimulatedHub& hub, SimulatedTablet& tablet) {
  const State records = recordsAt(hub);
  return !Verdict(hub, records).forgottenScopes(tablet, heldBy(tablet)).empty();
}

Record broughtIn(const Record& lateWrite) {
  return must(sync::decode(must(sync::lateWriteFrom(lateWrite)).record));
}

std::string faultAtTheEnd(SimulatedHub& hub, const Tablets& tablets, Written& written, const Erasures& erasures,
                          bool wasSetBack) {
  const State records = recordsAt(hub);
  if (const std::string fault = erasures.faultIn(records, tablets); !fault.empty())
    return fault;
  const Verdict verdict(hub, records);
  setAsideWhatLies(records, verdict, tablets, written);
  for (size_t i = 0; i < tablets.size(); ++i)
    if (const std::string fault = verdict.faultIn(*tablets[i]); !fault.empty())
      return "tablet " + std::to_string(i) + ": " + fault;
  for (const RecordId& id : written.records())
    if (!records.contains(id) && !erasures.contain(id))
      return "the hub lacks the record " + id.toString();
  return written.faultIn(records, wasSetBack);
}

} // namespace veikart::simulation
