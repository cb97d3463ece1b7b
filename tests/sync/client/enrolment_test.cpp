// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/enrolment.h"

#include "platform/http/certificate.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::sync {
namespace {

Uuid uuid(uint8_t last) {
  Uuid id;
  id.bytes[15] = last;
  return id;
}

TEST_CASE("an offer that lacks something names what", "[sync][enrolment]") {
  REQUIRE(parseOffer(R"({"hubUrl": "https://h", "hubCertificate": "pem", "code": "c"})").ok());
  REQUIRE(parseOffer(R"({"hubUrl": "https://h", "code": "c"})").ok());
  REQUIRE(parseOffer(R"({"hubUrl": "https://h"})").status().text() == "code is missing");
  REQUIRE(parseOffer(R"({"hubUrl": 7, "hubCertificate": "pem", "code": "c"})").status().text() == "hubUrl is missing");
  for (const char* text : {"", "[]", "{", "\xff", "7"})
    REQUIRE(parseOffer(text).status().code() == StatusCode::Invalid);
}

Enrolment enrolment() {
  return {"https://h", "pem",   "token",        "tablet",     uuid(1),
          "Sørvik",    uuid(2), "Kåre Ødegård", "counsellor", std::nullopt};
}

TEST_CASE("an enrolment comes back from its file as it was", "[sync][enrolment]") {
  Enrolment kept = enrolment();
  SECTION("with the keys for parcels") {
    kept.parcels = ParcelKeys{uuid(3), Bytes(32, 's'), Bytes(32, '\0')};
  }
  SECTION("from before there were parcels") {
    REQUIRE(toJson(kept).find("Key") == Bytes::npos);
  }
  const Result<Enrolment> read = parseEnrolment(toJson(kept));
  REQUIRE(read.ok());
  REQUIRE(read->parcels.has_value() == kept.parcels.has_value());
  REQUIRE(toJson(*read) == toJson(kept));
  REQUIRE(read->userName == kept.userName);
  REQUIRE(read->userId == kept.userId);
}

TEST_CASE("an enrolment with a broken id or key is refused", "[sync][enrolment]") {
  Enrolment kept = enrolment();
  SECTION("an id") {
    Bytes json = toJson(kept);
    json.replace(json.find(uuid(2).toString()), 36, "not an id");
    REQUIRE(parseEnrolment(json).status().code() == StatusCode::Invalid);
  }
  SECTION("a key") {
    kept.parcels = ParcelKeys{uuid(3), Bytes(31, 's'), Bytes(32, 'h')};
    REQUIRE(parseEnrolment(toJson(kept)).status().code() == StatusCode::Invalid);
  }
}

TEST_CASE("without a hub an offer can't be redeemed", "[sync][enrolment]") {
  const std::string certificate = makeSelfSignedCertificate({"127.0.0.1"})->certificatePem;
  REQUIRE(redeem({"https://127.0.0.1:1", certificate, "c"}, uuid(1)).status().code() == StatusCode::Offline);
  REQUIRE(redeem({"https://127.0.0.1:1", "no certificate", "c"}, uuid(1)).status().code() == StatusCode::Invalid);
}

} // namespace
} // namespace veikart::sync
