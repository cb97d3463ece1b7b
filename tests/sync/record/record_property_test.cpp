// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/canonical.h"
#include "tests/sync/record/record_world.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

#include <algorithm>

namespace veikart::sync {

namespace {

const std::vector<int64_t> kIn2019Or2090{1546300800000, 3786912000000};

std::map<std::string, std::set<Dot>> siblingDots(const Record& record) {
  std::map<std::string, std::set<Dot>> dotsByField;
  for (const auto& [field, reg] : record.fields)
    for (const Sibling& sibling : reg.siblings)
      dotsByField[field].insert(sibling.dot);
  return dotsByField;
}

template<class T>
std::vector<T> shuffled(std::vector<T> items) {
  for (size_t i = items.size(); i > 1; --i)
    std::swap(items[i - 1], items[*rc::gen::inRange<size_t>(0, i)]);
  return items;
}

} // namespace

TEST_CASE("joining commutes, associates and is idempotent over any history", "[sync][record]") {
  REQUIRE(rc::check([] {
    const World world(*anyHistory());
    const Record &a = world.record(0), &b = world.record(1), &c = world.record(2);
    RC_ASSERT(encode(joined(a, b)) == encode(joined(b, a)));
    RC_ASSERT(encode(joined(joined(a, b), c)) == encode(joined(a, joined(b, c))));
    RC_ASSERT(encode(joined(a, a)) == encode(a));
    RC_ASSERT(encode(joined(joined(a, b), b)) == encode(joined(a, b)));
  }));
}

TEST_CASE("what stands after all have met are exactly the writes that no other had seen", "[sync][record]") {
  REQUIRE(rc::check([] {
    const World world(*anyHistory());
    RC_ASSERT(siblingDots(world.joinOfAll()) == world.unseenWrites());
  }));
}

TEST_CASE("any order and repetition of single fields gives byte-identical state", "[sync][record]") {
  REQUIRE(rc::check([] {
    const World world(*anyHistory());
    std::vector<Record> twice = world.messages();
    twice.insert(twice.end(), world.messages().begin(), world.messages().end());
    Record one = emptyVisit(), other = emptyVisit();
    for (const Record& message : shuffled(twice))
      RC_ASSERT(joinInto(one, message).ok());
    for (const Record& message : shuffled(world.messages()))
      RC_ASSERT(joinInto(other, message).ok());
    RC_ASSERT(encode(one) == encode(other));
    RC_ASSERT(encode(one) == encode(world.joinOfAll()));
  }));
}

TEST_CASE("a write that saw all earlier ones wins whatever the clocks say", "[sync][record]") {
  REQUIRE(rc::check([] {
    World world(*anyHistory());
    world.setClock(0, *rc::gen::elementOf(kIn2019Or2090));
    world.write(0, "text", "earlier");
    world.sendEverythingTo(1);
    Record later = world.record(1);
    const Stamp stamp = Stamp::fromMillis(*rc::gen::elementOf(kIn2019Or2090));
    write(later, "text", "later", {testId(0xee), 1}, stamp);
    const Register reg = joined(world.joinOfAll(), later).fields.at("text");
    RC_ASSERT(reg.siblings.size() == 1U);
    RC_ASSERT(reg.siblings.front() == (Sibling{{testId(0xee), 1}, stamp, "later"}));
  }));
}

TEST_CASE("a join names exactly the fields that it changed", "[sync][record]") {
  REQUIRE(rc::check([] {
    const World world(*anyHistory());
    Record into = world.record(0);
    const Result<std::vector<std::string>> names = joinInto(into, world.record(1));
    RC_ASSERT(names.ok());
    std::vector<std::string> different;
    for (const auto& [field, reg] : into.fields)
      if (const auto before = world.record(0).fields.find(field);
          before == world.record(0).fields.end() || before->second != reg)
        different.push_back(field);
    RC_ASSERT(*names == different);
    RC_ASSERT(joinInto(into, world.record(1))->empty());
  }));
}

TEST_CASE("an erased record absorbs every other and is absorbed by none", "[sync][record]") {
  REQUIRE(rc::check([] {
    const World world(*anyHistory());
    Record erased = emptyVisit();
    erased.erased = true;
    RC_ASSERT(joined(erased, world.record(0)) == erased);
    RC_ASSERT(joined(world.record(0), erased) == erased);
  }));
}

TEST_CASE("a dot with a second content raises the alarm and leaves everything untouched", "[sync][record]") {
  REQUIRE(rc::check([] {
    World world(*anyHistory());
    world.write(0, "text", "true");
    Record forged = world.record(0);
    Sibling& sibling = forged.fields["text"].siblings.front();
    if (*rc::gen::arbitrary<bool>())
      sibling.value = "forged";
    else
      sibling.stamp.value += 1;
    world.write(1, "consent", "from elsewhere");
    forged = joined(slice(world.record(1), {"consent"}), forged);
    Record into = world.record(0);
    const Result<std::vector<std::string>> names = joinInto(into, forged);
    RC_ASSERT(names.status().code() == StatusCode::Corrupt);
    RC_ASSERT(into == world.record(0));
  }));
}

} // namespace veikart::sync
