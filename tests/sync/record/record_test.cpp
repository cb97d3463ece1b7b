// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/record.h"
#include "tests/sync/record/record_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::sync {

namespace {
const Uuid kA = testId(0xa1);
const Uuid kB = testId(0xb1);
constexpr Stamp kEarly = Stamp{100};
constexpr Stamp kLate = Stamp{200};
using Names = std::vector<std::string>;
} // namespace

TEST_CASE("writes that had not seen each other stand side by side until one replaces both", "[sync][record]") {
  Record record = joined(visitWith({kA, 1}, kLate, "one"), visitWith({kB, 1}, kEarly, "two"));
  REQUIRE(isConflict(record.fields["text"]));
  REQUIRE(dots(record) == std::vector<Dot>{{kA, 1}, {kB, 1}});
  write(record, "text", "settled", {kB, 2}, kEarly);
  REQUIRE(record.fields["text"] == makeRegister({{{kB, 2}, kEarly, "settled"}}, {{kA, 1}}));
}

TEST_CASE("identical edits stay two siblings and are no conflict", "[sync][record]") {
  const Record record = joined(visitWith({kA, 1}, kLate, "same"), visitWith({kB, 1}, kEarly, "same"));
  REQUIRE(record.fields.at("text").siblings.size() == 2);
  REQUIRE_FALSE(isConflict(record.fields.at("text")));
  REQUIRE_FALSE(isConflict(Register()));
}

TEST_CASE("the greatest sibling has the greatest stamp, then the greatest replica", "[sync][record]") {
  REQUIRE(greatest(Register()) == nullptr);
  const Register byStamp = makeRegister({{{kA, 1}, kLate, "late"}, {{kB, 9}, kEarly, "early"}});
  REQUIRE(greatest(byStamp)->value == "late");
  const Register byReplica = makeRegister({{{kA, 9}, kLate, "a"}, {{kB, 1}, kLate, "b"}});
  REQUIRE(greatest(byReplica)->value == "b");
}

TEST_CASE("records of another id, type or scope are not joined", "[sync][record]") {
  const Record visit = visitWith({kA, 1}, kEarly, "one");
  Record other = visitWith({kB, 1}, kEarly, "two");
  SECTION("id") {
    other.id = testId(0x02);
  }
  SECTION("type") {
    other.type = "goal";
  }
  SECTION("scope") {
    other.scope.kind = ScopeKind::Staff;
  }
  Record into = visit;
  REQUIRE(joinInto(into, other).status().code() == StatusCode::Invalid);
  REQUIRE(into == visit);
}

TEST_CASE("two writes that claim to have seen each other raise the alarm", "[sync][record]") {
  const Register a = makeRegister({{{kA, 1}, kEarly, "a"}}, {{kB, 1}});
  const Register b = makeRegister({{{kB, 1}, kEarly, "b"}}, {{kA, 1}});
  REQUIRE(join(a, b).status().code() == StatusCode::Corrupt);
}

TEST_CASE("having seen more is a change, also when the same values stand", "[sync][record]") {
  Record into = visitWith({kA, 1}, kEarly, "one");
  Record knowing = into;
  knowing.fields["text"].context.add({kB, 5});
  REQUIRE(*joinInto(into, knowing) == Names{"text"});
  REQUIRE(into == knowing);
}

TEST_CASE("a register that nobody wrote changes nothing", "[sync][record]") {
  const Record visit = visitWith({kA, 1}, kEarly, "one");
  Record into = visit;
  Record untouched = emptyVisit();
  untouched.fields["text"];
  untouched.fields["when"];
  REQUIRE(joinInto(into, untouched)->empty());
  REQUIRE(into == visit);
  REQUIRE(*join(Register(), visit.fields.at("text")) == visit.fields.at("text"));
}

TEST_CASE("erasing names every field and never nothing", "[sync][record]") {
  Record erased = emptyVisit();
  erased.erased = true;
  Record visit = visitWith({kA, 1}, kEarly, "one");
  REQUIRE(*joinInto(visit, erased) == Names{"_deleted", "text"});
  REQUIRE(visit == erased);
  REQUIRE(joinInto(visit, erased)->empty());
  Record empty = emptyVisit();
  REQUIRE(*joinInto(empty, erased) == Names{"_deleted"});
}

TEST_CASE("a slice holds the named fields that are there", "[sync][record]") {
  Record visit = visitWith({kA, 1}, kEarly, "one");
  write(visit, "when", "today", {kA, 2}, kLate);
  REQUIRE(slice(visit, {"text", "absent"}) == visitWith({kA, 1}, kEarly, "one"));
}

TEST_CASE("a huge count of writes elsewhere does not beat a later write of one field", "[sync][record]") {
  const Record busy = visitWith({kA, 1'000'000}, kLate, "busy");
  Record later = busy;
  write(later, "text", "later", {kB, 1}, kEarly);
  REQUIRE(joined(busy, later) == later);
  REQUIRE(joined(later, busy) == later);
}

} // namespace veikart::sync
