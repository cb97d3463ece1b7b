// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/handover.h"

#include "app/forms/questionnaire.h"

#include "sync/record/canonical.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

using forms::AnswerState;

forms::Answer inState(AnswerState state) {
  forms::Answer answer;
  answer.state = state;
  return answer;
}

forms::Answer chosen(const std::string& code) {
  forms::Answer answer = inState(AnswerState::Answered);
  answer.codes = {code};
  return answer;
}

std::string codeOf(const std::string& linkId, size_t option) {
  return forms::kisReconstruction().find(linkId)->options.at(option).code;
}

// Kari's tablet, which Amina has in her hands from time to time.
struct Visit {
  Tablet kari{"Kari"};
  ui::DeviceFolder folder{kari.folder().path()};
  Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));

  Visit() { ok(folder.makeFolders()); }

  void handOver() { ok(ui::prepareHandover(kari.store(), folder, mapping.id, 1.0, kari.clock()).status()); }
  std::filesystem::path sessionFile() { return folder.sessionFile(ok(kari.store().openHandover()).value().fileName); }
  std::unique_ptr<store::SessionStore> session() {
    const store::HandoverSession session = ok(kari.store().openHandover()).value();
    return ok(store::SessionStore::open(folder.sessionFile(session.fileName), session.key, {mapping.id, mapping.caseId},
                                        kari.clock()));
  }
  Result<Mapping> takeBack() {
    const Result<std::optional<Mapping>> taken = ui::takeBack(kari.store(), folder, kari.clock());
    return taken.ok() ? Result<Mapping>(taken->value()) : taken.status();
  }
  forms::Answer answer(const std::string& key) {
    const store::LayerAnswers answers = ok(kari.store().answers(mapping.id, Layer::Client));
    return answers.contains(key) ? answers.at(key).answer : forms::Answer();
  }
  // Whether the words stand anywhere in the case's store, in a value shown or in one replaced.
  bool holds(const std::string& text) {
    Bytes all;
    for (const sync::Record& record : ok(kari.store().replica().loadAll()))
      all += sync::encode(record);
    for (const sync::OutboxItem& item : ok(kari.store().replica().outboxItems()))
      all += sync::encode(item.local);
    return all.find(text) != Bytes::npos;
  }
};

} // namespace

TEST_CASE("what was said in a theme that is then passed over stays in the session and is destroyed with it",
          "[viewmodels][mapping][handover]") {
  Visit visit;
  visit.handOver();
  const std::filesystem::path file = visit.sessionFile();
  {
    const auto session = visit.session();
    ok(session->saveAnswer("rus.na", chosen(codeOf("rus.na", 3))));
    ok(session->saveAnswer("rus.na.tekst", words("Zinkgruvene")));
    ok(session->saveAnswer("om-deg.viktig", words("Fred og ro")));
    ok(session->saveAnswer("rus", inState(AnswerState::Declined)));
    CHECK(ok(session->answers()).at("rus.na.tekst").text == "Zinkgruvene"); // coming back to the theme finds it
  }
  ok(visit.takeBack().status());
  CHECK_FALSE(visit.holds("Zinkgruvene"));
  CHECK_FALSE(visit.holds("rus.na"));
  CHECK(visit.answer("rus").state == AnswerState::Declined);
  CHECK(visit.answer("om-deg.viktig").text == "Fred og ro");
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("an answer whose question is not asked any more does not leave the session",
          "[viewmodels][mapping][handover]") {
  Visit visit;
  visit.handOver();
  {
    const auto session = visit.session();
    ok(session->saveAnswer("tiltak.for", chosen(codeOf("tiltak.for", 1))));
    ok(session->saveAnswer("tiltak.nyttig", words("Zinkgruvene")));
    ok(session->saveAnswer("nett.hjelper.navn", words("Per")));
    ok(session->saveAnswer("nett.hjelper.navn#2", words("Zirkelsagen")));
    ok(session->saveAnswer("tiltak.for", chosen(codeOf("tiltak.for", 0))));
    ok(session->saveAnswer("nett.hjelper.navn", inState(AnswerState::Unanswered)));
  }
  ok(visit.takeBack().status());
  CHECK_FALSE(visit.holds("Zinkgruvene"));
  CHECK_FALSE(visit.holds("Zirkelsagen"));
  CHECK(visit.answer("tiltak.for").codes == std::vector<std::string>{codeOf("tiltak.for", 0)});
}

TEST_CASE("a second round goes on from the first, and takes back what stands no more",
          "[viewmodels][mapping][handover]") {
  Visit visit;
  visit.handOver();
  ok(visit.session()->saveAnswer("rus.na.tekst", words("Zinkgruvene")));
  ok(visit.session()->saveAnswer("bolig.type.tekst", words("Hos en venn")));
  ok(visit.takeBack().status());
  REQUIRE(visit.holds("Zinkgruvene"));

  visit.handOver();
  {
    const auto session = visit.session();
    CHECK(ok(session->answers()).at("rus.na.tekst").text == "Zinkgruvene");
    ok(session->saveAnswer("rus", inState(AnswerState::Declined)));
  }
  ok(visit.takeBack().status());
  CHECK_FALSE(visit.holds("Zinkgruvene"));
  CHECK(visit.answer("rus.na.tekst").state == AnswerState::Unanswered);
  CHECK(visit.answer("bolig.type.tekst").text == "Hos en venn");
}

TEST_CASE("a narrower view takes back nothing that was answered in a wider one", "[viewmodels][mapping][handover]") {
  Visit visit;
  visit.handOver();
  ok(visit.session()->saveAnswer("bolig.trives", chosen(codeOf("bolig.trives", 0)))); // of mg3 alone
  ok(visit.takeBack().status());
  Mapping mapping = ok(visit.kari.store().mapping(visit.mapping.id));
  mapping.view = "screening";
  ok(visit.kari.store().save(mapping));
  visit.handOver();
  ok(visit.takeBack().status());
  CHECK(visit.answer("bolig.trives").state == AnswerState::Answered);
}

TEST_CASE("the wish for a paper copy comes with the answers", "[viewmodels][mapping][handover]") {
  Visit visit;
  visit.handOver();
  ok(visit.session()->saveAnswer(ui::kPaperKey, chosen(ui::kPaperWanted)));
  CHECK(ok(visit.takeBack()).paperWanted);
  visit.kari.restart();
  CHECK(ok(visit.kari.store().mapping(visit.mapping.id)).paperWanted);
}

TEST_CASE("answers whose file is gone are not taken for no answers", "[viewmodels][mapping][handover]") {
  Visit visit;
  visit.handOver();
  ok(visit.session()->saveAnswer("om-deg.viktig", words("Fred og ro")));
  std::filesystem::remove(visit.sessionFile());
  CHECK(visit.takeBack().status().code() == StatusCode::NotFound);
  CHECK_FALSE(std::filesystem::exists(visit.sessionFile()));
  CHECK(ok(visit.kari.store().openHandover()));
}

} // namespace veikart::test
