// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/conflicts.h"

#include "app/casework/record_codec.h"
#include "app/casework/rules.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

using store::Conflict;
using store::ConflictNews;

// Kari and Jonas, each with a tablet that holds Amina's case, and no network between them.
struct TwoTablets {
  Tablet kari{"Kari"}, jonas{"Jonas", "Lie"};
  Id amina = kari.addCase("Amina", "Hassan");
  Task task = kari.agree(amina, "Ringe fastlegen", "2026-12-01");
  Appointment appointment;

  TwoTablets() {
    appointment.id = kari.newId();
    appointment.caseId = amina;
    appointment.at = kNow + kDay;
    ok(kari.store().save(appointment));
    meet();
  }
  // Each gets what the other has. Jonas' clock is an hour ahead, so that his is the latest of two writes.
  void meet() {
    jonas.receive(kari);
    kari.receive(jonas);
    kari.clock().set(kNow + kDay);
    jonas.clock().set(kNow + kDay + kHour);
  }
  void say(Tablet& tablet, const std::string& what) {
    Task now = ok(tablet.store().task(task.id));
    now.what = what;
    ok(tablet.store().save(now));
  }
  void call(Tablet& tablet, const std::string& phone) {
    Person person = ok(tablet.store().caseOverview(amina)).person;
    person.phone = phone;
    ok(tablet.store().save(person, amina));
  }
  void writeBoth() {
    say(kari, "Ringe fastlegen om søvn");
    say(jonas, "Ringe DPS");
    meet();
  }
  std::vector<Conflict> in(Tablet& tablet) { return ok(tablet.store().conflicts().in(amina)); }
  std::vector<ConflictNews> newsOf(Tablet& tablet) {
    return ok(tablet.store().conflicts().newsIn(amina, tablet.owner().id));
  }
  static store::Conflicts::Choice choice(const Conflict& conflict, std::optional<Bytes> value) {
    return {conflict.record.id, conflict.field, conflict.seen, std::move(value), false, {}};
  }
  Result<store::Conflicts::Settled> settle(Tablet& tablet, const store::Conflicts::Choice& choice) {
    return tablet.store().conflicts().settle(choice, tablet.owner().id);
  }

  static constexpr int64_t kHour = 60LL * 60 * 1000;
};

std::string textOf(const Bytes& value) {
  return ok(decodeText(value));
}

} // namespace

TEST_CASE("two who wrote without seeing each other both stand, with who, when and where", "[store][conflicts]") {
  TwoTablets office;
  office.writeBoth();
  for (Tablet* tablet : {&office.kari, &office.jonas}) {
    const std::vector<Conflict> conflicts = office.in(*tablet);
    REQUIRE(conflicts.size() == 1);
    const Conflict& conflict = conflicts.front();
    CHECK(conflict.record.type == kTaskType);
    CHECK(conflict.field == "what");
    CHECK(conflict.policy == FieldPolicy::Review);
    REQUIRE(conflict.versions.size() == 2);
    CHECK(textOf(conflict.versions[0].value) == "Ringe fastlegen om søvn");
    CHECK(conflict.versions[0].author == "Kari Moen");
    CHECK(conflict.versions[0].authorId == office.kari.owner().id);
    CHECK(conflict.versions[0].at == kNow + kDay);
    CHECK(conflict.versions[0].isHere == (tablet == &office.kari));
    CHECK(conflict.versions[1].author == "Jonas Lie");
    CHECK(conflict.versions[1].isHere == (tablet == &office.jonas));
    CHECK(ok(tablet->store().conflicts().countIn(office.amina)) == 1);
  }
  CHECK(office.kari.entryOf(office.amina).twoVersions == 1);
  CHECK(ok(office.kari.store().inbox(0, 0)).front().twoVersions == 1);
  office.kari.restart();
  CHECK(office.in(office.kari).size() == 1);
}

TEST_CASE("a case whose fields agree has nothing to settle, and the same value written twice agrees",
          "[store][conflicts]") {
  TwoTablets office;
  office.say(office.kari, "Ringe DPS");
  office.say(office.jonas, "Ringe DPS");
  office.call(office.jonas, "90 00 00 00");
  office.meet();
  CHECK(office.in(office.kari).empty());
  CHECK(office.newsOf(office.kari).empty());
  CHECK(office.kari.entryOf(office.amina).twoVersions == 0);
}

TEST_CASE("a choice settles it everywhere, and who wrote the other is told how until they have read of it",
          "[store][conflicts]") {
  TwoTablets office;
  office.writeBoth();
  const Conflict conflict = office.in(office.jonas).front();
  ok(office.settle(office.jonas, TwoTablets::choice(conflict, conflict.versions[1].value)));
  office.meet();
  for (Tablet* tablet : {&office.kari, &office.jonas}) {
    CHECK(office.in(*tablet).empty());
    CHECK(ok(tablet->store().task(office.task.id)).what == "Ringe DPS");
  }
  CHECK(office.newsOf(office.jonas).empty());
  const std::vector<ConflictNews> news = office.newsOf(office.kari);
  REQUIRE(news.size() == 1);
  REQUIRE(news.front().settlement.has_value());
  CHECK(news.front().settledBy == "Jonas Lie");
  CHECK(textOf(news.front().settlement->versions.at(0).value) == "Ringe fastlegen om søvn");
  CHECK(textOf(news.front().settlement->outcome) == "Ringe DPS");

  ok(office.kari.store().conflicts().acknowledge(news.front(), office.kari.owner().id));
  CHECK(office.newsOf(office.kari).empty());
  office.meet();
  office.kari.restart();
  CHECK(office.newsOf(office.kari).empty());
}

TEST_CASE("what was written since it was looked at is never settled away", "[store][conflicts]") {
  TwoTablets office;
  office.writeBoth();
  const Conflict seen = office.in(office.kari).front();
  office.say(office.jonas, "Ringe DPS på mandag");
  office.meet();
  const auto choice = TwoTablets::choice(seen, seen.versions[0].value);
  CHECK(office.settle(office.kari, choice).status().code() == StatusCode::Conflict);
  CHECK(ok(office.kari.store().task(office.task.id)).what == "Ringe DPS på mandag");
}

TEST_CASE("a choice can be made anew, and what stood first is not forgotten", "[store][conflicts]") {
  TwoTablets office;
  office.writeBoth();
  const Conflict conflict = office.in(office.jonas).front();
  auto choice = TwoTablets::choice(conflict, conflict.versions[1].value);
  const auto settled = ok(office.settle(office.jonas, choice));
  choice.seen = settled.standing;
  choice.settlementId = settled.settlementId;
  choice.value = encodeText("Ringe fastlegen, så DPS");
  ok(office.settle(office.jonas, choice));
  office.meet();
  CHECK(ok(office.kari.store().task(office.task.id)).what == "Ringe fastlegen, så DPS");
  const std::vector<ConflictNews> news = office.newsOf(office.kari);
  REQUIRE(news.size() == 1);
  CHECK(news.front().settlement->versions.size() == 2);
  CHECK(textOf(news.front().settlement->outcome) == "Ringe fastlegen, så DPS");
}

TEST_CASE("two who settle at once and differ have two versions again", "[store][conflicts]") {
  TwoTablets office;
  office.writeBoth();
  const Conflict karis = office.in(office.kari).front(), jonas = office.in(office.jonas).front();
  ok(office.settle(office.kari, TwoTablets::choice(karis, karis.versions[0].value)));
  ok(office.settle(office.jonas, TwoTablets::choice(jonas, jonas.versions[1].value)));
  office.meet();
  CHECK(office.in(office.kari).size() == 1);
  CHECK(office.in(office.jonas).size() == 1);
}

TEST_CASE("where the later write stands by itself, who wrote the other is told, and nobody else",
          "[store][conflicts]") {
  TwoTablets office;
  office.call(office.kari, "90 00 00 00");
  office.call(office.jonas, "91 11 11 11");
  office.meet();
  CHECK(office.in(office.kari).empty());
  CHECK(office.newsOf(office.jonas).empty());
  const std::vector<ConflictNews> news = office.newsOf(office.kari);
  REQUIRE(news.size() == 1);
  CHECK(news.front().field == "phone");
  CHECK(textOf(news.front().own->value) == "90 00 00 00");
  CHECK(textOf(news.front().shown->value) == "91 11 11 11");
  CHECK(news.front().shown->author == "Jonas Lie");
  ok(office.kari.store().conflicts().acknowledge(news.front(), office.kari.owner().id));
  office.meet();
  CHECK(office.newsOf(office.kari).empty());
  CHECK(ok(office.jonas.store().caseOverview(office.amina)).person.phone == "91 11 11 11");
}

TEST_CASE("an appointment that one cancelled and another moved is kept or cancelled by a person",
          "[store][conflicts]") {
  TwoTablets office;
  ok(office.kari.store().cancelAppointment(office.appointment.id));
  Appointment moved = office.appointment;
  moved.at += kDay;
  ok(office.jonas.store().save(moved));
  office.meet();
  const std::vector<Conflict> conflicts = office.in(office.kari);
  REQUIRE(conflicts.size() == 1);
  const Conflict& conflict = conflicts.front();
  REQUIRE(conflict.isDeletion());
  CHECK(conflict.editedFields == std::vector<std::string>{"at"});
  REQUIRE(conflict.versions.size() == 2);
  CHECK(conflict.versions[0].isDeletion);
  CHECK(conflict.versions[0].author == "Kari Moen");
  CHECK_FALSE(conflict.versions[1].isDeletion);
  CHECK(conflict.versions[1].author == "Jonas Lie");

  SECTION("kept") {
    ok(office.settle(office.kari, TwoTablets::choice(conflict, Bytes())));
    office.meet();
    CHECK(ok(office.jonas.store().appointment(moved.id)).at == moved.at);
    CHECK(office.newsOf(office.jonas).front().settlement->outcome == keptOutcome());
  }
  SECTION("cancelled") {
    ok(office.settle(office.kari, TwoTablets::choice(conflict, std::nullopt)));
    office.meet();
    CHECK(office.jonas.store().appointment(moved.id).status().code() == StatusCode::NotFound);
    CHECK(office.newsOf(office.jonas).front().settlement->outcome.empty());
  }
  CHECK(office.in(office.kari).empty());
  CHECK(office.in(office.jonas).empty());
}

TEST_CASE("two versions of the client's own words stand until the client has been asked", "[store][conflicts]") {
  TwoTablets office;
  const Mapping mapping = office.kari.startMapping(office.amina);
  office.meet();
  ok(office.kari.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("Dårlig")));
  ok(office.jonas.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("God")));
  office.meet();
  const Conflict conflict = office.in(office.kari).front();
  CHECK(conflict.policy == FieldPolicy::WithClient);
  CHECK(conflict.mappingId == mapping.id);
  auto choice = TwoTablets::choice(conflict, conflict.versions[0].value);
  CHECK(office.settle(office.kari, choice).status().code() == StatusCode::Invalid);
  CHECK(office.in(office.kari).size() == 1);
  choice.isWithClient = true;
  ok(office.settle(office.kari, choice));
  office.meet();
  CHECK(office.in(office.jonas).empty());
  CHECK(office.newsOf(office.jonas).front().settlement->isWithClient);
}

TEST_CASE("nothing is settled in a mapping that is sealed: both versions are in the seal", "[store][conflicts]") {
  TwoTablets office;
  const Mapping mapping = office.kari.startMapping(office.amina);
  office.meet();
  ok(office.kari.store().saveAnswer(mapping.id, Layer::Conclusion, "konkl.ressurser", words("To språk")));
  ok(office.jonas.store().saveAnswer(mapping.id, Layer::Conclusion, "konkl.ressurser", words("Fagbrev")));
  office.meet();
  const Conflict conflict = office.in(office.kari).front();
  office.kari.sealed(mapping);
  CHECK(office.in(office.kari).empty());
  CHECK(office.kari.entryOf(office.amina).twoVersions == 0);
  const auto choice = TwoTablets::choice(conflict, conflict.versions[0].value);
  CHECK(office.settle(office.kari, choice).status().code() == StatusCode::Invalid);
}

TEST_CASE("what the client wrote in a session on this tablet was written here, by nobody of the staff",
          "[store][conflicts]") {
  TwoTablets office;
  const Mapping mapping = office.kari.startMapping(office.amina);
  office.meet();
  ok(office.jonas.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("God")));
  const auto session = ok(office.kari.store().beginHandover(mapping.id));
  const auto file = office.kari.folder() / session.fileName;
  const auto client =
      ok(store::SessionStore::create(file, session.key, {mapping.id, office.amina}, {}, office.kari.clock()));
  ok(client->saveAnswer("helse.na", words("Dårlig")));
  ok(office.kari.store().finishHandover(session.id, {ok(client->records()), {}, false, client->replica()}));
  office.meet();
  const std::vector<Conflict> conflicts = office.in(office.kari);
  REQUIRE(conflicts.size() == 1);
  const auto& versions = conflicts.front().versions;
  REQUIRE(versions.size() == 2);
  CHECK(versions[0].isHere);
  CHECK(versions[0].authorId.isNil());
  CHECK_FALSE(versions[1].isHere);
  CHECK_FALSE(office.in(office.jonas).front().versions[0].isHere);
}

} // namespace veikart::test
