// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/canonical.h"
#include "sync/record/deletion.h"
#include "tests/sync/record/record_world.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

#include <algorithm>

namespace veikart::sync {

namespace {

const Uuid kA = testId(0xa1);
const Uuid kB = testId(0xb1);
constexpr Stamp kStamp = Stamp{100};
using Names = std::vector<std::string>;

void deleteBy(Record& record, const Dot& dot) {
  write(record, kDeletedField, deletionValue(record), dot, kStamp);
}

void restoreBy(Record& record, const Dot& dot) {
  write(record, kDeletedField, Bytes(kRestorationValue), dot, kStamp);
}

Record written() {
  return visitWith({kA, 1}, kStamp, "one");
}

} // namespace

TEST_CASE("a deletion hides all that its author had seen", "[sync][record][deletion]") {
  Record record = written();
  REQUIRE(*presence(record) == Presence::Present);
  deleteBy(record, {kB, 1});
  REQUIRE(*presence(record) == Presence::Deleted);
  REQUIRE(editedAfterDeletion(record)->empty());
}

TEST_CASE("delete against edit is a conflict in every order of arrival", "[sync][record][deletion]") {
  Record deleted = written(), edited = written();
  deleteBy(deleted, {kB, 1});
  write(edited, "text", "edited", {kA, 2}, kStamp);
  std::vector<Record> arrivals{written(), deleted, edited};
  std::vector<size_t> order{0, 1, 2};
  std::set<Bytes> outcomes;
  do {
    Record record = emptyVisit();
    for (const size_t i : order)
      REQUIRE(joinInto(record, arrivals[i]).ok());
    REQUIRE(*presence(record) == Presence::DeletedButEdited);
    REQUIRE(*editedAfterDeletion(record) == Names{"text"});
    outcomes.insert(encode(record));
  } while (std::ranges::next_permutation(order).found);
  REQUIRE(outcomes.size() == 1);
}

TEST_CASE("a field that the deleter never saw is an edit after deletion", "[sync][record][deletion]") {
  Record deleted = written(), edited = emptyVisit();
  deleteBy(deleted, {kB, 1});
  write(edited, "when", "today", {kA, 2}, kStamp);
  REQUIRE(*editedAfterDeletion(joined(deleted, edited)) == Names{"when"});
}

TEST_CASE("what two deleters had seen adds up, of one field too", "[sync][record][deletion]") {
  Record first = written();
  Record second = visitWith({kB, 1}, kStamp, "two");
  write(second, "when", "today", {kB, 2}, kStamp);
  deleteBy(first, {kA, 2});
  deleteBy(second, {kB, 3});
  const Record both = joined(first, second);
  REQUIRE(both.fields.at("text").siblings.size() == 2);
  REQUIRE(both.fields.at("_deleted").siblings.size() == 2);
  REQUIRE(*presence(both) == Presence::Deleted);
}

TEST_CASE("a restoration brings back a record, and can be deleted again", "[sync][record][deletion]") {
  Record record = written();
  deleteBy(record, {kB, 1});
  const Record deleted = record;
  restoreBy(record, {kA, 2});
  REQUIRE(*presence(record) == Presence::Present);
  REQUIRE(joined(record, deleted) == record);
  deleteBy(record, {kB, 2});
  REQUIRE(*presence(record) == Presence::Deleted);
}

TEST_CASE("a restoration beside a deletion that it had not seen is a conflict", "[sync][record][deletion]") {
  Record restored = written();
  deleteBy(restored, {kA, 2});
  Record deletedTwice = written();
  deleteBy(deletedTwice, {kB, 1});
  restoreBy(restored, {kA, 3});
  const Record both = joined(restored, deletedTwice);
  REQUIRE(*presence(both) == Presence::DeletedButEdited);
  REQUIRE(*editedAfterDeletion(both) == Names{"_deleted"});
}

TEST_CASE("a slice with the deletion alone is deleted, and an erased record always", "[sync][record][deletion]") {
  Record record = written();
  deleteBy(record, {kB, 1});
  REQUIRE(*presence(slice(record, {"_deleted"})) == Presence::Deleted);
  Record erased = emptyVisit();
  erased.erased = true;
  REQUIRE(*presence(erased) == Presence::Deleted);
}

TEST_CASE("what was sealed, and who has a scope, is taken away by no deletion", "[sync][record][deletion]") {
  Record record = written();
  deleteBy(record, {kB, 1});
  for (const std::string_view type : {kSealType, kGrantType, kGrantEndType}) {
    record.type = type;
    REQUIRE(*presence(record) == Presence::Present);
    REQUIRE(editedAfterDeletion(record)->empty());
  }
  record.erased = true;
  REQUIRE(*presence(record) == Presence::Deleted);
}

TEST_CASE("a deletion by one who had seen everything hides any history", "[sync][record][deletion]") {
  REQUIRE(rc::check([] {
    World world(*anyHistory());
    world.sendEverythingTo(0);
    Record record = world.record(0);
    deleteBy(record, {testId(0xee), 1});
    RC_ASSERT(*presence(joined(world.joinOfAll(), record)) == Presence::Deleted);
  }));
}

TEST_CASE("a deletion that is damaged is corrupt, never a crash", "[sync][record][deletion]") {
  Record record = written();
  write(record, "when", "today", {kB, 300}, kStamp);
  const Bytes value = deletionValue(record);
  for (size_t size = 1; size < value.size(); ++size) {
    write(record, kDeletedField, value.substr(0, size), {kA, size + 1}, kStamp);
    REQUIRE(presence(record).status().code() == StatusCode::Corrupt);
    REQUIRE(editedAfterDeletion(record).status().code() == StatusCode::Corrupt);
  }
  write(record, kDeletedField, value + '\0', {kA, 1000}, kStamp);
  REQUIRE(presence(record).status().code() == StatusCode::Corrupt);
  for (size_t bit = 0; bit < value.size() * 8; ++bit) {
    Bytes flipped = value;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    write(record, kDeletedField, flipped, {kA, 2000 + bit}, kStamp);
    const Result<Presence> outcome = presence(record);
    REQUIRE((outcome.ok() || outcome.status().code() == StatusCode::Corrupt));
  }
}

} // namespace veikart::sync
