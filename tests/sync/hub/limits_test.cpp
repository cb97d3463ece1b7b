// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/rate_limit.h"
#include "sync/protocol/tuning.h"
#include "sync/record/case_keys.h"
#include "tests/sync/hub/device.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

namespace veikart::test {
namespace {

using hub::RateLimit;

struct World {
  TestHub hub;
  Device device{hub, hub.addUser(hub::Role::ResourcePerson)};
  std::unique_ptr<HttpClient> stranger = connectTo(hub.url(), hub.certificate());

  HttpResponse ask(const HttpRequest& request) const { return stranger->send(request).value(); }
  static HttpRequest guess(const std::string& token) {
    HttpRequest request;
    request.path = "/v1/scopes";
    request.headers["authorization"] = "Bearer " + token;
    return request;
  }
  void spend() const {
    for (int i = 0; i < 200; ++i)
      REQUIRE(ask(guess(std::to_string(i))).status == 401);
  }
};

// Anything at all where a request belongs, from the same beginning in every run.
class Nonsense {
public:
  HttpRequest next() {
    HttpRequest request;
    request.method = pick({"GET", "POST", "PUT", "DELETE", "X"});
    request.path = pick({"/v1/push", "/v1/changes", "/v1/scopes", "/v1/news", "/v1/contents", "/v1/parcels",
                         "/v1/greeting", "/v1/enrol", "/v1/standing", "/v1/emergency", "/v1/", "/", "/../hub.db"});
    if (m_random() % 2 == 0)
      request.headers["authorization"] = pick({"Bearer ", "Bearer 00", "Basic x", "Slip ", "Bearer"}) + noise(40);
    for (const char* name : {"protocol", "replica", "cursor", "current", "next", "scope", "content", "start", "digest"})
      if (m_random() % 3 == 0)
        request.query[name] = pick({"1", "-1", "99999999999999999999", "00ff", "zz", ""}) + noise(8);
    request.body = m_random() % 2 == 0 ? bytes(m_random() % 3000) : Bytes();
    return request;
  }

private:
  std::string pick(std::initializer_list<const char*> all) { return *(all.begin() + m_random() % all.size()); }
  std::string noise(size_t most) {
    std::string text;
    for (size_t i = m_random() % (most + 1); i > 0; --i)
      text += static_cast<char>('!' + m_random() % 90);
    return text;
  }
  Bytes bytes(size_t size) {
    Bytes all;
    for (size_t i = 0; i < size; ++i)
      all += static_cast<char>(m_random());
    return all;
  }

  std::mt19937 m_random{20261124};
};

} // namespace

TEST_CASE("a bucket holds its burst, and fills again one by one", "[sync][hub][limits]") {
  RateLimit limit({3, 1000});
  for (int i = 0; i < 3; ++i)
    CHECK(limit.take("a", 5000));
  CHECK_FALSE(limit.take("a", 5000));
  CHECK(limit.isSpent("a", 5999));
  CHECK(limit.take("b", 5000)); // each has his own
  CHECK(limit.take("a", 6000));
  CHECK_FALSE(limit.take("a", 6000));
  for (int i = 0; i < 3; ++i)
    CHECK(limit.take("a", 60'000)); // no more than the burst, however long it rested
  CHECK_FALSE(limit.take("a", 60'000));
}

TEST_CASE("a clock that was set back keeps nobody out for longer than an empty bucket takes", "[sync][hub][limits]") {
  RateLimit limit({2, 1000});
  while (limit.take("a", 1'000'000)) {
  }
  CHECK_FALSE(limit.take("a", 0));
  CHECK(limit.take("a", 2000));
}

TEST_CASE("of many names the limit forgets who need not be known", "[sync][hub][limits]") {
  RateLimit limit({1, 1000});
  REQUIRE(limit.take("spent", 50'000));
  for (int i = 0; i < 20'000; ++i)
    REQUIRE(limit.take(std::to_string(i), 0));
  CHECK(limit.isSpent("spent", 0)); // the one that is full last is known for longest
}

TEST_CASE("who guesses tokens is told to wait, and a known device beside him is served", "[sync][hub][limits]") {
  World world;
  world.spend();
  const HttpResponse refused = world.ask(World::guess("once more"));
  CHECK(refused.status == 429);
  CHECK(refused.headers.at("retry-after") == "1");
  CHECK(world.device.pushOne(world.device.make(1, officeScope(world.hub))) == "APPLIED");
  HttpRequest enrol;
  enrol.method = "POST";
  enrol.path = "/v1/enrol"; // a password is not even looked at
  CHECK(world.ask(enrol).status == 429);
  world.hub.clock.advance(1000);
  CHECK(world.ask(World::guess("after a while")).status == 401);
  CHECK(world.ask(World::guess("and at once again")).status == 429);
}

TEST_CASE("nobody tries emergencies one after the other to see who is a client", "[sync][hub][limits][emergency]") {
  World world;
  Device kari(world.hub, world.hub.addUser(hub::Role::Counsellor));
  const auto ask = [&](int i) {
    const sync::CaseKey key = sync::caseKey(world.hub.office, "national id", std::to_string(i));
    sync::wire::EmergencyRequest request;
    request.set_protocol(sync::tuning::kProtocolVersion);
    request.add_key(key.data(), key.size());
    request.set_reason("To see who is a client here.");
    return kari.link.openInEmergency(request).status().code();
  };
  for (int i = 0; i < 10; ++i)
    REQUIRE(ask(i) == StatusCode::Ok);
  CHECK(ask(10) == StatusCode::Busy);
  world.hub.clock.advance(6 * 60 * 1000);
  CHECK(ask(10) == StatusCode::Ok);
}

TEST_CASE("no answer is kept on its way, taken for another kind, or had without TLS", "[sync][hub][limits]") {
  World world;
  for (const char* path : {"/v1/scopes", "/nowhere"}) {
    HttpRequest request;
    request.path = path;
    const HttpResponse response = world.ask(request);
    CHECK(response.headers.at("cache-control") == "no-store");
    CHECK(response.headers.at("x-content-type-options") == "nosniff");
    CHECK(response.headers.contains("strict-transport-security"));
    CHECK_FALSE(response.headers.contains("server"));
  }
}

TEST_CASE("ten thousand requests of nonsense are refused, told nothing, and hinder nobody", "[sync][hub][limits]") {
  World world;
  sync::Record note = world.device.make(1, officeScope(world.hub));
  world.device.write(note, "text", "a sentence about somebody");
  REQUIRE(world.device.pushOne(note) == "APPLIED");
  Nonsense nonsense;
  for (int i = 0; i < 10'000; ++i) {
    const Result<HttpResponse> response = world.stranger->send(nonsense.next());
    REQUIRE(response.ok());
    REQUIRE(response->status >= 400);
    REQUIRE(response->status < 500);
    REQUIRE(response->body.size() < 100);
    REQUIRE(response->body.find("somebody") == Bytes::npos);
    if (i % 500 == 0)
      world.hub.clock.advance(100'000); // so that not all are refused unread
  }
  CHECK(world.device.pushOne(world.device.make(2, officeScope(world.hub))) == "APPLIED");
}

} // namespace veikart::test
