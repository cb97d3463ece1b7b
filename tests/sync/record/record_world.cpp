// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/record/record_world.h"

#include "sync/record/canonical.h"
#include "sync/record/deletion.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <ostream>

namespace veikart::sync {

namespace {

const std::vector<std::string> kFields{"consent", "goal", "text", "when"};

// Before 1970, 1970, 2019, now and a millisecond later, 2090, past what a stamp can hold.
constexpr std::array<int64_t, 7> kWildTimes{
    -1, 0, 1546300800000, 1795000000000, 1795000000001, 3786912000000, int64_t{1} << 50U};

std::vector<std::string> fieldsOf(unsigned mask) {
  std::vector<std::string> names;
  for (size_t i = 0; i < kFields.size(); ++i)
    if ((mask >> i & 1U) != 0)
      names.push_back(kFields[i]);
  if ((mask >> kFields.size() & 1U) != 0)
    names.emplace_back(kDeletedField);
  return names;
}

rc::Gen<Step> anyStep() {
  const auto kind = rc::gen::weightedElement<Step::Kind>(
      {{5, Step::Kind::Write}, {5, Step::Kind::Send}, {1, Step::Kind::MoveClock}, {1, Step::Kind::Delete}});
  return rc::gen::build<Step>(
      rc::gen::set(&Step::kind, kind), rc::gen::set(&Step::actor, rc::gen::inRange<size_t>(0, World::kReplicas)),
      rc::gen::set(&Step::other, rc::gen::inRange<size_t>(0, World::kReplicas)),
      rc::gen::set(&Step::fields, rc::gen::inRange(0U, 32U)), rc::gen::set(&Step::number, rc::gen::inRange(0, 7)));
}

// All of 64 bits, and their edges more often than chance would have them.
rc::Gen<uint64_t> anyNumber() {
  return rc::gen::oneOf(rc::gen::inRange<uint64_t>(1, 300), rc::gen::element<uint64_t>(127, 128, 16383, 16384, ~0ULL),
                        rc::gen::map(rc::gen::arbitrary<uint64_t>(), [](uint64_t n) { return n | 1U; }));
}

Dot anyDot() {
  return {testId(*rc::gen::inRange<uint8_t>(1, 6)), *anyNumber()};
}

Register drawRegister() {
  std::map<Dot, Sibling> siblings;
  const int count = *rc::gen::inRange(1, 4);
  for (int i = 0; i < count; ++i) {
    const Dot dot = anyDot();
    siblings[dot] = {dot, Stamp{*anyNumber()}, *rc::gen::arbitrary<std::string>()};
  }
  std::vector<Sibling> sorted;
  for (const auto& [dot, sibling] : siblings)
    sorted.push_back(sibling);
  std::vector<Dot> seen;
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
    seen.push_back(anyDot());
  return makeRegister(sorted, seen);
}

} // namespace

Uuid testId(uint8_t last) {
  Uuid id;
  id.bytes = {0x01, 0x9f, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, last};
  return id;
}

Record emptyVisit() {
  return {testId(0x01), "visit", {ScopeKind::Case, testId(0xc1)}, {}, false};
}

Register makeRegister(std::vector<Sibling> siblings, const std::vector<Dot>& seen) {
  Register reg;
  for (const Dot& dot : seen)
    reg.context.add(dot);
  for (const Sibling& sibling : siblings)
    reg.context.add(sibling.dot);
  reg.siblings = std::move(siblings);
  return reg;
}

Record visitWith(const Dot& dot, Stamp stamp, Bytes value) {
  Record record = emptyVisit();
  write(record, "text", std::move(value), dot, stamp);
  return record;
}

Record joined(Record a, const Record& b) {
  REQUIRE(joinInto(a, b).ok());
  return a;
}

rc::Gen<History> anyHistory() {
  return rc::gen::container<History>(anyStep());
}

std::ostream& operator<<(std::ostream& out, const Step& step) {
  return out << "{kind " << static_cast<int>(step.kind) << ", actor " << step.actor << ", other " << step.other
             << ", fields " << step.fields << ", number " << step.number << "}";
}

World::World(const History& history) : m_replicas(kReplicas) {
  for (Replica& replica : m_replicas)
    replica.record = emptyVisit();
  for (const Step& step : history)
    run(step);
}

void World::run(const Step& step) {
  switch (step.kind) {
  case Step::Kind::Write:
    return write(step.actor, kFields[step.fields % kFields.size()], std::to_string(step.number));
  case Step::Kind::Send:
    return send(step.actor, step.other, step.fields);
  case Step::Kind::MoveClock:
    return setClock(step.actor, kWildTimes[static_cast<size_t>(step.number)]);
  case Step::Kind::Delete:
    return write(step.actor, std::string(kDeletedField), deletionValue(record(step.actor)));
  }
}

void World::write(size_t actor, const std::string& field, const Bytes& value) {
  Replica& replica = m_replicas[actor];
  const Dot dot{testId(static_cast<uint8_t>(0xa0 + actor)), ++replica.writes};
  m_seenByWrite[field][dot] = replica.seen[field];
  replica.seen[field].insert(dot);
  sync::write(replica.record, field, value, dot, replica.clock.tick(replica.wallMillis));
  m_messages.push_back(slice(replica.record, {field}));
}

void World::send(size_t from, size_t to, unsigned fieldMask) {
  const std::vector<std::string> fields = fieldsOf(fieldMask);
  const Record sent = slice(m_replicas[from].record, fields);
  REQUIRE(joinInto(m_replicas[to].record, sent).ok());
  for (const auto& [field, reg] : sent.fields) {
    m_replicas[to].seen[field].merge(std::set<Dot>(m_replicas[from].seen[field]));
    for (const Sibling& sibling : reg.siblings)
      m_replicas[to].clock.observe(sibling.stamp);
  }
}

void World::sendEverythingTo(size_t actor) {
  for (size_t from = 0; from < kReplicas; ++from)
    send(from, actor, ~0U);
}

Record World::joinOfAll() const {
  Record all = emptyVisit();
  for (const Replica& replica : m_replicas)
    REQUIRE(joinInto(all, replica.record).ok());
  return all;
}

std::map<std::string, std::set<Dot>> World::unseenWrites() const {
  std::map<std::string, std::set<Dot>> unseen;
  for (const auto& [field, writes] : m_seenByWrite) {
    for (const auto& [dot, seen] : writes)
      unseen[field].insert(dot);
    for (const auto& [dot, seen] : writes)
      for (const Dot& replaced : seen)
        unseen[field].erase(replaced);
  }
  return unseen;
}

rc::Gen<Record> anyRecord() {
  return rc::gen::exec([] {
    Record record = emptyVisit();
    record.id = testId(*rc::gen::arbitrary<uint8_t>());
    record.scope.kind = static_cast<ScopeKind>(*rc::gen::inRange(1, 5));
    record.type = *rc::gen::element<std::string>("visit", "goal", "besøk", std::string(64, 'x'));
    record.erased = *rc::gen::inRange(0, 10) == 0;
    const int count = record.erased ? 0 : *rc::gen::inRange(0, 5);
    for (int i = 0; i < count; ++i)
      record.fields[*rc::gen::element<std::string>("_deleted", "a", "text", "mål", "目標", std::string(256, 'y'))] =
          drawRegister();
    return record;
  });
}

} // namespace veikart::sync
