// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/canonical.h"
#include "tests/sync/record/record_world.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

namespace veikart::sync {

namespace {

// Either refused, or the canonical bytes of what it was read as.
bool isRefusedOrCanonical(BytesView bytes) {
  const Result<Record> record = decode(bytes);
  return !record.ok() || encode(*record) == bytes;
}

Record sampleRecord() {
  Record record = emptyVisit();
  const Uuid a = testId(0xa1), b = testId(0xb1);
  record.fields["text"] = makeRegister({{{a, 1}, Stamp{1000}, "hei"}, {{b, 300}, Stamp{1001}, "hallo"}}, {{a, 7}});
  record.fields["when"] = makeRegister({{{b, 301}, Stamp{99999}, ""}}, {{a, 2}});
  return record;
}

} // namespace

TEST_CASE("a record is read back as it was written", "[sync][record][canonical]") {
  REQUIRE(rc::check([] {
    const Record record = *anyRecord();
    const Bytes bytes = encode(record);
    const Result<Record> read = decode(bytes);
    RC_ASSERT(read.ok());
    RC_ASSERT(*read == record);
    RC_ASSERT(encode(*read) == bytes);
  }));
}

TEST_CASE("a flipped bit is refused or is another record, and every truncation and addition is refused",
          "[sync][record][canonical]") {
  REQUIRE(rc::check([] {
    const Bytes bytes = encode(*anyRecord());
    for (size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      Bytes flipped = bytes;
      flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
      RC_ASSERT(isRefusedOrCanonical(flipped));
    }
    for (size_t size = 0; size < bytes.size(); ++size)
      RC_ASSERT(decode(BytesView(bytes).substr(0, size)).status().code() == StatusCode::Corrupt);
    RC_ASSERT(!decode(bytes + '\0').ok());
  }));
}

TEST_CASE("bytes from anywhere are refused or canonical", "[sync][record][canonical]") {
  const Bytes valid = encode(sampleRecord());
  REQUIRE(rc::check([&] {
    Bytes bytes = valid.substr(0, *rc::gen::inRange<size_t>(0, valid.size()));
    bytes += *rc::gen::arbitrary<std::string>();
    RC_ASSERT(isRefusedOrCanonical(bytes));
  }));
}

TEST_CASE("how many writes a replica made before a record stands in its bytes once", "[sync][record][canonical]") {
  Record early = emptyVisit(), late = emptyVisit();
  const uint64_t before = uint64_t{1} << 40U; // six bytes as an integer
  for (uint64_t counter = 1; counter <= 30; ++counter) {
    const std::string field = "field " + std::to_string(counter);
    write(early, field, "value", {testId(0xa1), counter}, Stamp{1000});
    write(late, field, "value", {testId(0xa1), before + counter}, Stamp{1000});
  }
  REQUIRE(encode(late).size() == encode(early).size() + 5);
  REQUIRE(*decode(encode(late)) == late);
}

TEST_CASE("bytes of a later version are too new, not corrupt", "[sync][record][canonical]") {
  Bytes bytes = encode(sampleRecord());
  bytes[0] = 2;
  REQUIRE(decode(bytes).status().code() == StatusCode::TooNew);
  bytes[0] = 0;
  REQUIRE(decode(bytes).status().code() == StatusCode::Corrupt);
}

TEST_CASE("type and field names past their limits are refused", "[sync][record][canonical]") {
  Record record = sampleRecord();
  SECTION("long type") {
    record.type = std::string(kMaxTypeBytes + 1, 'x');
  }
  SECTION("empty type") {
    record.type.clear();
  }
  SECTION("control character in a type") {
    record.type = "vi\nsit";
  }
  SECTION("long name") {
    record.fields[std::string(kMaxFieldNameBytes + 1, 'x')] = record.fields["text"];
  }
  SECTION("empty name") {
    record.fields[""] = record.fields["text"];
  }
  SECTION("name that is not UTF-8") {
    record.fields["m\xE5l"] = record.fields["text"];
  }
  REQUIRE(decode(encode(record)).status().code() == StatusCode::Corrupt);
}

TEST_CASE("a register without siblings is refused", "[sync][record][canonical]") {
  Record record = sampleRecord();
  SECTION("with a context") {
    record.fields["text"] = makeRegister({}, {{testId(0xa1), 1}});
  }
  SECTION("without one") {
    record.fields["text"] = Register();
  }
  REQUIRE(decode(encode(record)).status().code() == StatusCode::Corrupt);
}

TEST_CASE("a lying count costs no memory", "[sync][record][canonical]") {
  const Bytes head = encode(emptyVisit()).substr(0, 41); // up to the replica table
  const Bytes huge = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01";
  REQUIRE_FALSE(decode(head + huge + Bytes(64, '\0')).ok());
  REQUIRE_FALSE(decode(head + Bytes(2, '\0') + huge + Bytes(64, '\0')).ok());
}

} // namespace veikart::sync
