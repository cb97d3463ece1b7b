// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/hub/test_hub.h"

#include "sync/hub/ledger.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

TestHub::TestHub() : folder(place / "hub") {
  const Result<Uuid> created = folder.create({{}, "Practice office", true}, "127.0.0.1", clock);
  REQUIRE(created.status().toString() == Status().toString());
  office = *created;
  start();
}

void TestHub::start() {
  Result<std::unique_ptr<hub::Hub>> started = hub::Hub::start({place / "hub", "127.0.0.1", port}, clock, log);
  REQUIRE(started.status().toString() == Status().toString());
  hub = *std::move(started);
  port = hub->port();
}

void TestHub::restart() {
  stop();
  start();
}

void TestHub::backUp() {
  std::filesystem::remove_all(place / "backup");
  std::filesystem::copy(place / "hub", place / "backup", std::filesystem::copy_options::recursive);
}

void TestHub::restore() {
  for (const auto& entry : std::filesystem::directory_iterator(place / "hub"))
    if (entry.path().filename() != hub::kLedgerFile)
      std::filesystem::remove_all(entry.path());
  for (const auto& entry : std::filesystem::directory_iterator(place / "backup"))
    if (entry.path().filename() != hub::kLedgerFile)
      std::filesystem::copy(entry.path(), place / "hub" / entry.path().filename());
}

Uuid TestHub::addUser(hub::Role role) {
  const Result<Uuid> user = hub::addUser(folder, {Uuid::makeV7(clock), "Kari", "Moen", role});
  REQUIRE(user.ok());
  return *user;
}

sync::EnrolmentOffer TestHub::offer(const Uuid& user) const {
  const Result<hub::Offer> made = hub::makeOffer(folder, user, url(), clock);
  REQUIRE(made.ok());
  const Result<sync::EnrolmentOffer> parsed = sync::parseOffer(hub::toJson(*made));
  REQUIRE(parsed.ok());
  return *parsed;
}

sync::Enrolment TestHub::enrol(const Uuid& user, const sync::ReplicaId& replica) const {
  const Result<sync::Enrolled> enrolled = sync::redeem(offer(user), replica);
  REQUIRE(enrolled.status().toString() == Status().toString());
  return enrolled->enrolment;
}

hub::OfficeCounts TestHub::counts() const {
  const Result<std::unique_ptr<hub::HubStore>> store = folder.openStore();
  REQUIRE(store.ok());
  hub::OfficeCounts counts;
  REQUIRE((*store)
              ->read(office,
                     [&](hub::OfficeTransaction& rows) {
                       counts = rows.counts().value();
                       return Status();
                     })
              .ok());
  return counts;
}

} // namespace veikart::test
