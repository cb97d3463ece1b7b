// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/record_codec.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::test;

TEST_CASE("a late write from another tablet leaves the seal untouched and stands beside it", "[app][store][seal]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  ok(kari.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("Dårlig")));
  ok(kari.store().saveAnswer(mapping.id, Layer::Client, "bolig.type", words("Hos en venn")));
  Tablet jonas("Jonas", "Lie");
  jonas.receive(kari);
  const SealedMapping seal = kari.sealed(mapping);
  CHECK(ok(kari.store().lateAnswers(mapping.id, Layer::Client)).empty());

  jonas.clock().advance(kDay);
  ok(jonas.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("God")));
  Mapping moved = ok(jonas.store().mapping(mapping.id));
  moved.state = MappingState::InConversation;
  ok(jonas.store().save(moved));
  kari.receive(jonas);

  CHECK(ok(kari.store().sealOf(mapping.id))->content == seal.content);
  CHECK(ok(kari.store().mapping(mapping.id)).state == MappingState::Confirmed);
  CHECK(ok(kari.store().answers(mapping.id, Layer::Client)).at("helse.na").answer == words("Dårlig"));
  const store::LayerAnswers late = ok(kari.store().lateAnswers(mapping.id, Layer::Client));
  REQUIRE(late.size() == 1);
  CHECK(late.at("helse.na").answer == words("God"));
}

TEST_CASE("what was sealed is not late when it is sent under new dots", "[app][store][seal]") {
  Tablet kari("Kari");
  kari.clock().advance(10 * kDay);
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  for (const Layer layer : {Layer::Client, Layer::Joint, Layer::Comment, Layer::Conclusion})
    ok(kari.store().saveAnswer(mapping.id, layer, "helse.na.tekst", words("Dårlig")));
  kari.sealed(mapping);
  ok(kari.store().replica().becomeNewReplica());
  for (const Layer layer : {Layer::Client, Layer::Joint, Layer::Comment, Layer::Conclusion})
    CHECK(ok(kari.store().lateAnswers(mapping.id, layer)).empty());
}

TEST_CASE("who writes is known at once when the tablet has become a new replica", "[app][store]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  ok(kari.store().replica().becomeNewReplica());
  ok(kari.store().saveAnswer(mapping.id, Layer::Comment, "helse.na", words("Tas opp")));
  CHECK(ok(kari.store().answers(mapping.id, Layer::Comment)).at("helse.na").author == "Kari Moen");
}

TEST_CASE("late words in every layer stand beside the seal", "[app][store][seal]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  Tablet jonas("Jonas", "Lie");
  jonas.receive(kari);
  kari.sealed(mapping);
  jonas.clock().advance(kDay);
  for (const Layer layer : {Layer::Client, Layer::Joint, Layer::Comment, Layer::Conclusion})
    ok(jonas.store().saveAnswer(mapping.id, layer, "helse.na.tekst", words("for sent")));
  kari.receive(jonas);
  for (const Layer layer : {Layer::Client, Layer::Joint, Layer::Comment, Layer::Conclusion})
    CHECK(ok(kari.store().lateAnswers(mapping.id, layer)).contains("helse.na.tekst"));
  CHECK(ok(kari.store().lateAnswers(mapping.id, Layer::Comment)).at("helse.na.tekst").author == "Jonas Lie");
}

TEST_CASE("what the client disagreed with is read as it was sealed", "[app][store][seal]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  Tablet jonas("Jonas", "Lie");
  jonas.receive(kari);
  kari.sealed(mapping);
  const ConfirmationRecord sealed = ok(kari.store().confirmation(mapping.id)).value();
  jonas.clock().advance(kDay);
  ok(jonas.store().save(ConfirmationRecord{Confirmation::Disagrees, "noe annet", kNow}, mapping.id));
  kari.receive(jonas);
  const ConfirmationRecord shown = ok(kari.store().confirmation(mapping.id)).value();
  CHECK(shown.choice == sealed.choice);
  CHECK(shown.disagreement == sealed.disagreement);
}

TEST_CASE("a seal can't be deleted or exchanged from another tablet", "[app][store][seal]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  const SealedMapping seal = kari.sealed(mapping);
  Tablet jonas("Jonas", "Lie");
  jonas.receive(kari);
  ok(jonas.store().replica().remove(seal.id));
  kari.receive(jonas);
  CHECK(ok(kari.store().sealOf(mapping.id))->content == seal.content);
}

TEST_CASE("two versions of one answer are shown as two", "[app][store][mapping]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  Tablet jonas("Jonas", "Lie");
  jonas.receive(kari);
  ok(kari.store().saveAnswer(mapping.id, Layer::Comment, "helse.na", words("Karis")));
  jonas.clock().advance(1000);
  ok(jonas.store().saveAnswer(mapping.id, Layer::Comment, "helse.na", words("Jonas'")));
  kari.receive(jonas);
  const store::LayerAnswer shown = ok(kari.store().answers(mapping.id, Layer::Comment)).at("helse.na");
  CHECK(shown.versions == 2);
  CHECK(shown.answer == words("Jonas'"));
  CHECK(shown.author == "Jonas Lie");

  const auto sealed = kari.sealed(mapping);
  CHECK(sealed.content.find("Karis") != Bytes::npos);
  CHECK(ok(kari.store().answers(mapping.id, Layer::Comment)).at("helse.na").versions == 2);
}

TEST_CASE("saving a form does not settle a conflict in a field that nobody touched", "[app][store]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Amina", "Hassan");
  Task task = kari.agree(caseId, "Ringe", "2026-11-20");
  Tablet jonas("Jonas", "Lie");
  jonas.receive(kari);
  task.what = "Ringe legen";
  ok(kari.store().save(task));
  Task theirs = task;
  theirs.what = "Ringe NAV";
  jonas.clock().advance(1000);
  ok(jonas.store().save(theirs));
  kari.receive(jonas);
  Task shown = ok(kari.store().caseOverview(caseId)).tasks.at(0);
  CHECK(shown.what == "Ringe NAV");
  shown.dueDate = "2026-12-01";
  ok(kari.store().save(shown));
  CHECK(ok(kari.store().replica().load(task.id))->fields.at("what").siblings.size() == 2);
}
