// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/narratives.h"

#include "app/casework/record_codec.h"
#include "sync/record/canonical.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

const std::string kAgreed = "Jobb i barnehage.\n\nSover dårlig.";
const std::string kKey = "konkl.ressurser";

// Kari and Jonas, each with a tablet, write the conclusion of Amina's mapping. Both have the text that is agreed.
struct Conclusion {
  Tablet kari{"Kari"}, jonas{"Jonas", "Lie"};
  Id amina = kari.addCase("Amina", "Hassan");
  Mapping mapping = kari.startMapping(amina);

  Conclusion() {
    write(kari, kAgreed);
    sent(kari);
    meet();
    jonas.clock().advance(60 * 60 * 1000); // the later of two writes is his
  }
  void meet() {
    jonas.receive(kari);
    kari.receive(jonas);
  }
  // The hub has taken all that the tablet wrote.
  static void sent(Tablet& tablet) {
    for (const sync::OutboxItem& item : ok(tablet.store().replica().outboxItems())) {
      const sync::Receipt receipt{sync::encode(item.local), sync::PushOutcome::Applied, {}, 0};
      ok(tablet.store().replica().applyReceipts({&receipt, 1}));
    }
  }
  void write(Tablet& tablet, const std::string& text, const std::optional<std::string>& seen = {}) {
    tablet.clock().advance(1000);
    ok(tablet.store().saveAnswer(mapping.id, Layer::Conclusion, kKey, words(text),
                                 seen ? std::optional(words(*seen)) : std::nullopt));
  }
  std::string text(Tablet& tablet) {
    return ok(tablet.store().answers(mapping.id, Layer::Conclusion)).at(kKey).answer.text;
  }
  size_t conflicts(Tablet& tablet) { return ok(tablet.store().conflicts().in(amina)).size(); }
  int combine(Tablet& tablet) { return ok(tablet.store().narratives().combineAll()); }
  std::vector<store::ConflictNews> newsOf(Tablet& tablet) {
    return ok(tablet.store().conflicts().newsIn(amina, tablet.owner().id));
  }
};

} // namespace

TEST_CASE("two who changed different paragraphs without a network have one text with both, and nothing to settle",
          "[store][narratives]") {
  Conclusion conclusion;
  conclusion.write(conclusion.kari, "Praksis i barnehage.\n\nSover dårlig.");
  conclusion.write(conclusion.jonas, "Jobb i barnehage.\n\nSover bedre.");
  conclusion.meet();
  CHECK(conclusion.conflicts(conclusion.kari) == 1);
  CHECK(conclusion.combine(conclusion.kari) == 1);
  CHECK(conclusion.conflicts(conclusion.kari) == 0);
  conclusion.meet();
  for (Tablet* tablet : {&conclusion.kari, &conclusion.jonas}) {
    CHECK(conclusion.text(*tablet) == "Praksis i barnehage.\n\nSover bedre.");
    CHECK(conclusion.conflicts(*tablet) == 0);
    CHECK(conclusion.newsOf(*tablet).empty());
  }
}

TEST_CASE("a text that was saved again and again before it was sent is still a change of what both had",
          "[store][narratives]") {
  Conclusion conclusion;
  for (const char* text : {"Pra", "Praksis", "Praksis i barnehage.\n\nSover dårlig."})
    conclusion.write(conclusion.kari, text);
  conclusion.kari.restart();
  conclusion.write(conclusion.kari, "Praksis i en barnehage.\n\nSover dårlig.");
  conclusion.write(conclusion.jonas, "Jobb i barnehage.\n\nSover bedre.");
  conclusion.meet();
  CHECK(conclusion.combine(conclusion.jonas) == 1);
  CHECK(conclusion.text(conclusion.jonas) == "Praksis i en barnehage.\n\nSover bedre.");
}

TEST_CASE("what was sent is what the next change begins with", "[store][narratives]") {
  Conclusion conclusion;
  conclusion.write(conclusion.kari, "Praksis i barnehage.\n\nSover dårlig.");
  Conclusion::sent(conclusion.kari);
  conclusion.meet();
  conclusion.write(conclusion.kari, "Praksis i barnehage.\n\nSover dårlig.\n\nFastlege Dahl.");
  conclusion.write(conclusion.jonas, "Praksis på Moholt.\n\nSover dårlig.");
  conclusion.meet();
  CHECK(conclusion.combine(conclusion.kari) == 1);
  CHECK(conclusion.text(conclusion.kari) == "Praksis på Moholt.\n\nSover dårlig.\n\nFastlege Dahl.");
}

TEST_CASE("two tablets that combine at once have the same text and no new conflict", "[store][narratives]") {
  Conclusion conclusion;
  conclusion.write(conclusion.kari, "Praksis i barnehage.\n\nSover dårlig.");
  conclusion.write(conclusion.jonas, "Jobb i barnehage.\n\nSover bedre.");
  conclusion.meet();
  CHECK(conclusion.combine(conclusion.kari) == 1);
  CHECK(conclusion.combine(conclusion.jonas) == 1);
  conclusion.meet();
  for (Tablet* tablet : {&conclusion.kari, &conclusion.jonas}) {
    CHECK(conclusion.text(*tablet) == "Praksis i barnehage.\n\nSover bedre.");
    CHECK(conclusion.conflicts(*tablet) == 0);
    CHECK(conclusion.combine(*tablet) == 0);
  }
}

TEST_CASE("two who changed the same paragraph are left to a person, whose choice is told", "[store][narratives]") {
  Conclusion conclusion;
  conclusion.write(conclusion.kari, "Praksis i barnehage.\n\nSover dårlig.");
  conclusion.write(conclusion.jonas, "Praksis på lager.\n\nSover dårlig.");
  conclusion.meet();
  CHECK(conclusion.combine(conclusion.kari) == 0);
  const std::vector<store::Conflict> conflicts = ok(conclusion.kari.store().conflicts().in(conclusion.amina));
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts.front().agreed == kAgreed);
  ok(conclusion.kari.store().conflicts().settle(
      {conflicts.front().record.id, kKey, conflicts.front().seen, conflicts.front().versions.at(0).value, false, {}},
      conclusion.kari.owner().id));
  conclusion.meet();
  CHECK(conclusion.text(conclusion.jonas) == "Praksis i barnehage.\n\nSover dårlig.");
  CHECK(conclusion.newsOf(conclusion.jonas).size() == 1);
}

TEST_CASE("a text without what its author had seen, as before, is left to a person", "[store][narratives]") {
  Conclusion conclusion;
  conclusion.write(conclusion.kari, "Praksis i barnehage.\n\nSover dårlig.");
  const sync::RecordWrite old{layerRecordId(conclusion.mapping.id, Layer::Conclusion),
                              std::string(kAnswersType),
                              {sync::ScopeKind::Case, conclusion.amina},
                              {{kKey, encodeAnswer(words("Jobb i barnehage.\n\nSover bedre."))}}};
  ok(conclusion.jonas.store().replica().write({&old, 1}));
  conclusion.meet();
  CHECK(conclusion.combine(conclusion.kari) == 0);
  CHECK(conclusion.conflicts(conclusion.kari) == 1);
}

TEST_CASE("what comes while a text is written is combined with it, or kept and told: never written away",
          "[store][narratives]") {
  Conclusion conclusion;
  const std::string seen = kAgreed;
  SECTION("different paragraphs") {
    conclusion.write(conclusion.jonas, "Jobb i barnehage.\n\nSover bedre.");
    conclusion.meet();
    conclusion.write(conclusion.kari, "Praksis i barnehage.\n\nSover dårlig.", seen);
    CHECK(conclusion.text(conclusion.kari) == "Praksis i barnehage.\n\nSover bedre.");
    conclusion.write(conclusion.kari, "Praksis i en barnehage.\n\nSover dårlig.",
                     "Praksis i barnehage.\n\nSover dårlig.");
    CHECK(conclusion.text(conclusion.kari) == "Praksis i en barnehage.\n\nSover bedre.");
    conclusion.meet();
    CHECK(conclusion.newsOf(conclusion.jonas).empty());
  }
  SECTION("the same paragraph") {
    conclusion.write(conclusion.jonas, "Jobb på lager.\n\nSover dårlig.");
    conclusion.meet();
    conclusion.write(conclusion.kari, "Praksis i barnehage.\n\nSover dårlig.", seen);
    conclusion.meet();
    CHECK(conclusion.text(conclusion.jonas) == "Praksis i barnehage.\n\nSover dårlig.");
    const std::vector<store::ConflictNews> news = conclusion.newsOf(conclusion.jonas);
    REQUIRE(news.size() == 1);
    CHECK(ok(decodeAnswer(news.front().settlement->versions.at(0).value)).text == "Jobb på lager.\n\nSover dårlig.");
  }
  SECTION("nothing came") {
    conclusion.write(conclusion.kari, "Praksis i barnehage.\n\nSover dårlig.", seen);
    conclusion.meet();
    CHECK(conclusion.newsOf(conclusion.jonas).empty());
  }
}

TEST_CASE("a sealed text holds what it says and not what it was before, and is not late to itself",
          "[store][narratives]") {
  Conclusion conclusion;
  conclusion.write(conclusion.kari, "Praksis i barnehage.");
  const SealedMapping seal = conclusion.kari.sealed(conclusion.mapping);
  CHECK(seal.content.find("Sover d") == Bytes::npos);
  CHECK(ok(conclusion.kari.store().lateAnswers(conclusion.mapping.id, Layer::Conclusion)).empty());
}

TEST_CASE("a supervisor's store reads both versions and combines nothing", "[store][narratives]") {
  Conclusion conclusion;
  conclusion.write(conclusion.kari, "Praksis i barnehage.\n\nSover dårlig.");
  conclusion.write(conclusion.jonas, "Jobb i barnehage.\n\nSover bedre.");
  conclusion.meet();
  StaffMember owner = conclusion.kari.owner();
  owner.role = Role::Supervisor;
  ok(conclusion.kari.store().saveOwner(owner, kOffice));
  CHECK(conclusion.combine(conclusion.kari) == 0);
  CHECK(conclusion.conflicts(conclusion.kari) == 1);
}

} // namespace veikart::test
