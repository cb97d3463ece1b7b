// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/audit_chain.h"
#include "tests/sync/record/record_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace veikart::sync {

namespace {

using Fault = AuditCheck::Fault;
using Findings = std::vector<AuditCheck::Finding>;

const Uuid kChain = testId(0xa1);
const Uuid kOther = testId(0xb1);
const ScopeId kScope{ScopeKind::Staff, testId(0x51)};

Record recordOf(const AuditLine& line, const Dot& dot) {
  Record record{auditLineId(kScope, line.chain, line.number), std::string(kAuditType), kScope, {}, false};
  write(record, kAuditField, line.toBytes(), dot, Stamp{100});
  return record;
}

// A chain that begins after `previous`.
std::vector<AuditLine> chainOf(const ReplicaId& chain, uint64_t length, crypto::Hash256 previous = {}) {
  std::vector<AuditLine> lines;
  for (uint64_t number = 1; number <= length; ++number) {
    lines.push_back({chain, number, previous, "opened " + std::to_string(number)});
    previous = auditHash(lines.back().toBytes());
  }
  return lines;
}

Findings findingsIn(const std::vector<AuditLine>& lines) {
  AuditCheck check;
  for (const AuditLine& line : lines)
    check.add(recordOf(line, {line.chain, line.number}));
  return check.findings();
}

} // namespace

TEST_CASE("a line of an audit chain is read back as it was written, and nothing else is one", "[sync][record][audit]") {
  const AuditLine line{kChain, 7, crypto::blake2b256("before"), "opened"};
  REQUIRE(*AuditLine::fromBytes(line.toBytes()) == line);
  const Bytes bytes = line.toBytes();
  const size_t head = bytes.size() - line.content.size();
  for (size_t size = 0; size < head; ++size)
    REQUIRE(AuditLine::fromBytes(bytes.substr(0, size)).status().code() == StatusCode::Corrupt);
  REQUIRE(AuditLine::fromBytes(AuditLine{kChain, 0, {}, "opened"}.toBytes()).status().code() == StatusCode::Corrupt);
}

TEST_CASE("a chain is whole in whatever order its lines come", "[sync][record][audit]") {
  std::vector<AuditLine> lines = chainOf(kChain, 5);
  REQUIRE(findingsIn(lines).empty());
  std::ranges::reverse(lines);
  REQUIRE(findingsIn(lines).empty());
}

TEST_CASE("any byte of a line that is changed breaks its chain", "[sync][record][audit]") {
  const std::vector<AuditLine> lines = chainOf(kChain, 3);
  const Bytes second = lines[1].toBytes();
  for (size_t place = 0; place < second.size(); ++place) {
    AuditCheck check;
    for (const AuditLine& line : lines) {
      Record record = recordOf(line, {kChain, line.number});
      if (line.number == 2)
        record.fields.at(std::string(kAuditField)).siblings.front().value[place] ^= 1;
      check.add(record);
    }
    INFO("byte " << place);
    REQUIRE_FALSE(check.findings().empty());
  }
}

TEST_CASE("a line that is taken out is told as missing", "[sync][record][audit]") {
  std::vector<AuditLine> lines = chainOf(kChain, 5);
  lines.erase(lines.begin() + 1, lines.begin() + 3);
  REQUIRE(findingsIn(lines) == Findings{{kChain, 2, Fault::Missing}});
}

TEST_CASE("a chain's end that is cut off is told by whoever knew its head", "[sync][record][audit]") {
  std::vector<AuditLine> lines = chainOf(kChain, 5);
  AuditCheck whole;
  for (const AuditLine& line : lines)
    whole.add(recordOf(line, {kChain, line.number}));
  const AuditHead head = whole.heads().at(kChain);
  REQUIRE(head == AuditHead{5, auditHash(lines.back().toBytes())});

  AuditCheck cut;
  for (const AuditLine& line : chainOf(kChain, 4))
    cut.add(recordOf(line, {kChain, line.number}));
  REQUIRE(cut.findings().empty());
  cut.expect(kChain, head);
  cut.expect(kOther, {1, {}});
  REQUIRE(cut.findings() == Findings{{kChain, 5, Fault::Missing}, {kOther, 1, Fault::Missing}});
}

TEST_CASE("two lines of one number meet in one record and are told as a fork", "[sync][record][audit]") {
  const std::vector<AuditLine> lines = chainOf(kChain, 2);
  AuditLine another = lines[1];
  another.content = "opened something else";
  Record record = recordOf(lines[1], {kChain, 2});
  REQUIRE(joinInto(record, recordOf(another, {kOther, 1})).ok());
  REQUIRE(auditLinesOf(record)->size() == 2);
  AuditCheck check;
  check.add(recordOf(lines[0], {kChain, 1}));
  check.add(record);
  REQUIRE(check.findings() == Findings{{kChain, 2, Fault::Forked}});
}

TEST_CASE("the same line under two dots is one line", "[sync][record][audit]") {
  const AuditLine line = chainOf(kChain, 1).front();
  Record record = recordOf(line, {kChain, 1});
  REQUIRE(joinInto(record, recordOf(line, {kOther, 1})).ok());
  REQUIRE(auditLinesOf(record)->size() == 1);
}

TEST_CASE("a line under another's id, or with more fields, is none", "[sync][record][audit]") {
  const AuditLine line = chainOf(kChain, 1).front();
  Record moved = recordOf(line, {kChain, 1});
  moved.id = auditLineId(kScope, kChain, 2);
  Record elsewhere = recordOf(line, {kChain, 1});
  elsewhere.scope.id = testId(0x52);
  Record more = recordOf(line, {kChain, 1});
  write(more, "comment", "mine", {kChain, 2}, Stamp{100});
  for (const Record& record : {moved, elsewhere, more}) {
    REQUIRE_FALSE(auditLinesOf(record).ok());
    AuditCheck check;
    check.add(record);
    REQUIRE(check.findings() == Findings{{{}, 1, Fault::Unreadable}});
  }
  Record stamped = recordOf(line, {kChain, 1});
  write(stamped, std::string(kFirstStampPrefix) + std::string(kAuditField), "1", {kChain, 2}, Stamp{100});
  REQUIRE(auditLinesOf(stamped).ok());
}

TEST_CASE("a store under a new name goes on with its last line", "[sync][record][audit]") {
  std::vector<AuditLine> lines = chainOf(kChain, 3);
  const std::vector<AuditLine> after = chainOf(kOther, 2, auditHash(lines.back().toBytes()));
  std::vector<AuditLine> all = lines;
  all.insert(all.end(), after.begin(), after.end());
  REQUIRE(findingsIn(all).empty());
  REQUIRE(findingsIn(after) == Findings{{kOther, 1, Fault::Broken}});
}

} // namespace veikart::sync
