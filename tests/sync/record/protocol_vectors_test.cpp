// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/canonical.h"
#include "sync/record/deletion.h"
#include "tests/sync/record/record_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>

namespace veikart::sync {

namespace {

using Vectors = std::map<std::string, Bytes>;

Bytes readHex(std::istream& in) {
  std::string digits;
  for (std::string line; std::getline(in, line) && line != "```";)
    std::ranges::copy_if(line.substr(0, line.find('#')), std::back_inserter(digits), [](char c) { return c != ' '; });
  const Result<Bytes> bytes = fromHex(digits);
  REQUIRE(bytes.ok());
  return *bytes;
}

// The blocks of PROTOCOL.md that open with "```hex <kind>: <name>", by name.
Vectors readVectors(const std::string& kind) {
  const std::string opening = "```hex " + kind + ": ";
  std::ifstream in(PROTOCOL_FILE);
  Vectors vectors;
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(opening))
      vectors[line.substr(opening.size())] = readHex(in);
  return vectors;
}

Record conflict() {
  const Uuid a = testId(0xa1), b = testId(0xb1);
  Record record = emptyVisit();
  record.fields["text"] = makeRegister({{{a, 1}, Stamp{65536}, "hei"}, {{b, 300}, Stamp{65537}, "hallo"}});
  record.fields["when"] = makeRegister({{{b, 301}, Stamp{70000}, ""}}, {{a, 2}});
  return record;
}

Record erasedVisit() {
  Record record = emptyVisit();
  record.erased = true;
  return record;
}

} // namespace

TEST_CASE("the records in PROTOCOL.md are written and read as it says", "[sync][record][protocol]") {
  const std::map<std::string, Record> records{
      {"no fields", emptyVisit()},
      {"one write", visitWith({testId(0xa1), 1}, Stamp{65536}, "hei")},
      {"conflict and extra context", conflict()},
      {"erased", erasedVisit()},
  };
  const Vectors vectors = readVectors("record");
  REQUIRE(vectors.size() == records.size());
  for (const auto& [name, record] : records) {
    INFO(name);
    REQUIRE(toHex(encode(record)) == toHex(vectors.at(name)));
    REQUIRE(*decode(vectors.at(name)) == record);
  }
}

TEST_CASE("the bytes that PROTOCOL.md calls refused are refused", "[sync][record][protocol]") {
  const Vectors vectors = readVectors("refused");
  REQUIRE(vectors.size() >= 8);
  for (const auto& [name, bytes] : vectors) {
    INFO(name);
    REQUIRE(decode(bytes).status().code() == StatusCode::Corrupt);
  }
}

TEST_CASE("the deletion in PROTOCOL.md is written as it says", "[sync][record][protocol]") {
  const Vectors vectors = readVectors("deletion");
  REQUIRE(vectors.size() == 2);
  REQUIRE(toHex(deletionValue(conflict())) == toHex(vectors.at("conflict and extra context")));
  REQUIRE(toHex(deletionValue(emptyVisit())) == toHex(vectors.at("no fields")));
}

TEST_CASE("the digest in PROTOCOL.md is that of its records", "[sync][record][protocol]") {
  REQUIRE(crypto::initialize().ok());
  Digest digest;
  for (const auto& [name, bytes] : readVectors("record"))
    digest.add(bytes);
  REQUIRE(toHex(digest.view()) == toHex(readVectors("digest").at("all records above")));
}

} // namespace veikart::sync
