// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/client/page_answer.h"
#include "tests/app/forms/form_text.h"
#include "tests/app/viewmodels/client/client_world.h"

#include <QDate>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::test;
using forms::AnswerState;
using ui::SurveyViewModel;

TEST_CASE("vet ikke and vil ikke svare are answers of their own", "[app][viewmodels][client]") {
  Client amina;
  amina.choose("Norsk");
  amina.chooseState("Vet ikke");
  amina.settle();
  CHECK(amina.durable().at("om-deg.sprak").state == AnswerState::Unknown);
  CHECK(amina.durable().at("om-deg.sprak").codes.empty());

  amina.chooseState("Vil ikke svare");
  amina.settle();
  CHECK(amina.durable().at("om-deg.sprak").state == AnswerState::Declined);

  SECTION("an alternative takes their place") {
    amina.choose("Samisk");
    amina.settle();
    CHECK(amina.durable().at("om-deg.sprak").state == AnswerState::Answered);
  }
  SECTION("a second tap takes them back") {
    amina.chooseState("Vil ikke svare");
    amina.next();
    CHECK(amina.durable().at("om-deg.sprak").state == AnswerState::Unanswered);
  }
}

TEST_CASE("a question may be left open", "[app][viewmodels][client]") {
  Client amina;
  amina.next();
  CHECK(amina.question() == amina.textOf("om-deg.tolk"));
  CHECK_FALSE(amina.durable().contains("om-deg.sprak"));
}

TEST_CASE("whoever fills in alone is told so, and nobody else", "[app][viewmodels][client]") {
  CHECK(Client(forms::AnswerMode::Alone).survey().isAlone());
  CHECK_FALSE(Client(forms::AnswerMode::ReadAloud).survey().isAlone());
  CHECK_FALSE(Client(forms::AnswerMode::Typed).survey().isAlone());
}

TEST_CASE("only the counsellor who types for the client can say ikke spurt", "[app][viewmodels][client]") {
  CHECK_FALSE(Client(forms::AnswerMode::Alone).isOffered("Ikke spurt"));
  CHECK_FALSE(Client(forms::AnswerMode::ReadAloud).isOffered("Ikke spurt"));
  Client typed(forms::AnswerMode::Typed);
  typed.chooseState("Ikke spurt");
  typed.settle();
  CHECK(typed.durable().at("om-deg.sprak").state == AnswerState::NotAsked);
  CHECK(typed.durable().at("om-deg.sprak").mode == forms::AnswerMode::Typed);
}

TEST_CASE("words beside a question stay when the question is declined", "[app][viewmodels][client]") {
  Client amina;
  amina.goTo("om-deg.lese");
  amina.survey().sayMore();
  amina.survey().writeMore("Brev fra NAV er verst");
  amina.chooseState("Vil ikke svare");
  amina.next();
  CHECK(amina.durable().at("om-deg.lese").state == AnswerState::Declined);
  CHECK(amina.durable().at("om-deg.lese.tekst").text == "Brev fra NAV er verst");
}

TEST_CASE("words typed after vet ikke are the answer", "[app][viewmodels][client]") {
  Client amina;
  amina.goTo("om-deg.viktig");
  amina.chooseState("Vet ikke");
  amina.survey().write("Jo: fast bolig");
  amina.next();
  CHECK(amina.durable().at("om-deg.viktig").state == AnswerState::Answered);
}

TEST_CASE("a theme is passed over as a whole, on its first page", "[app][viewmodels][client]") {
  Client amina;
  REQUIRE(amina.survey().canSkipTheme());
  const QString theme = amina.survey().themeTitle();

  SECTION("and nothing is stored of its questions") {
    amina.survey().skipTheme();
    REQUIRE(QTest::qWaitFor([&] { return amina.survey().themeTitle() != theme; }));
    const forms::Answers answers = amina.durable();
    CHECK(answers.size() == 1);
    CHECK(answers.at("om-deg").state == AnswerState::Declined);
  }
  SECTION("what was said on that page stays in the session, and does not call the theme back") {
    amina.choose("Norsk");
    amina.survey().writeMore("Litt engelsk også");
    amina.survey().skipTheme();
    REQUIRE(QTest::qWaitFor([&] { return amina.survey().themeTitle() != theme; }));
    CHECK(amina.durable().at("om-deg").state == AnswerState::Declined);
    CHECK(amina.durable().at("om-deg.sprak.tekst").text == "Litt engelsk også");
    amina.survey().lookOver(); // the list is what is given back
    CHECK(amina.survey().review()->rows()[0][2].toString() == "Hoppet over temaet");
    CHECK(amina.survey().review()->rows()[0][3].toString().isEmpty());
  }
  SECTION("until one of its questions is answered after all") {
    amina.survey().skipTheme();
    REQUIRE(QTest::qWaitFor([&] { return amina.survey().themeTitle() != theme; }));
    amina.survey().back();
    amina.choose("Norsk");
    amina.next();
    CHECK(amina.durable().at("om-deg").state == AnswerState::Unanswered);
    CHECK(amina.question() == amina.textOf("om-deg.tolk"));
    CHECK_FALSE(amina.survey().canSkipTheme());
  }
}

TEST_CASE("a question opens and closes with the answer that asks for it", "[app][viewmodels][client]") {
  Client amina;
  amina.goTo("om-deg.lese");
  amina.choose("Vanskelig");
  amina.goTo("om-deg.skrive");
  amina.next();
  CHECK(amina.question() == amina.textOf("om-deg.lese-hjelp"));
  amina.survey().back();
  amina.survey().back();
  amina.choose("Lett");
  amina.goTo("om-deg.skrive");
  amina.next();
  CHECK(amina.question() == amina.textOf("om-deg.viktig"));
}

TEST_CASE("noe annet asks what", "[app][viewmodels][client]") {
  Client amina;
  amina.choose("Et annet språk");
  REQUIRE(amina.survey().asksForOther());
  amina.survey().writeOther("Tigrinja");
  amina.next();
  CHECK(amina.durable().at("om-deg.sprak").text == "Tigrinja");
}

TEST_CASE("a number that does not fit keeps the page and says what does", "[app][viewmodels][client]") {
  Client amina;
  amina.goTo("arb.timer");
  REQUIRE(amina.survey().input() == SurveyViewModel::Number);
  amina.survey().write("mange");
  amina.survey().next();
  CHECK(amina.question() == amina.textOf("arb.timer"));
  CHECK(amina.survey().problem() == "Skriv et tall fra 0 til 40.");

  SECTION("but nobody is kept from a pause by it: it is kept as their own words") {
    amina.survey().writeMore("Det kommer an på dagen");
    amina.survey().pause();
    REQUIRE(QTest::qWaitFor([&] { return amina.survey().stage() == SurveyViewModel::Paused; }));
    CHECK(amina.durable().at("arb.timer.tekst").text == "Det kommer an på dagen\nmange");
    CHECK_FALSE(amina.durable().contains("arb.timer"));
    amina.survey().resume();
    CHECK(amina.survey().typed().isEmpty());
    CHECK(amina.survey().more() == "Det kommer an på dagen\nmange");
    CHECK(amina.survey().problem().isEmpty());
    amina.survey().giveBack();
    amina.survey().unlock();
    CHECK(amina.isReturned());
  }
  SECTION("and a word beside it that is saved does not hide that") {
    amina.survey().writeMore("Det kommer an på dagen");
    REQUIRE(QTest::qWaitFor([&] { return amina.durable().contains("arb.timer.tekst"); }));
    CHECK_FALSE(amina.survey().problem().isEmpty());
  }
  SECTION("until it does") {
    amina.survey().write("20");
    amina.next();
    CHECK(amina.durable().at("arb.timer").number == 20);
  }
  SECTION("or is given up") {
    amina.chooseState("Vet ikke");
    amina.next();
    CHECK(amina.durable().at("arb.timer").state == AnswerState::Unknown);
  }
}

TEST_CASE("a required question keeps the page until it is answered", "[app][viewmodels][client]") {
  const forms::Questionnaire form = forms::test::parsed(forms::test::formOf(
      forms::test::yesNo("a", R"("required": true)") + "," +
      forms::test::text("b", R"("required": true, "maxLength": 5)") + "," + forms::test::yesNo("c")));
  Client amina(forms::AnswerMode::Alone, "alle", form);
  SurveyViewModel& survey = amina.survey();
  survey.writeMore("Jeg vet ikke helt");
  survey.next();
  REQUIRE(QTest::qWaitFor([&] { return !survey.problem().isEmpty(); }));
  CHECK(survey.problem() == "Svar før du går videre. «Vet ikke» og «Vil ikke svare» er også svar.");
  CHECK(survey.input() == SurveyViewModel::Choice);

  SECTION("and vet ikke is an answer") {
    amina.chooseState("Vet ikke");
    CHECK(survey.problem().isEmpty());
    amina.next();
    CHECK(survey.input() == SurveyViewModel::Text);
  }
  SECTION("and so are words typed") {
    amina.choose("Ja");
    amina.next();
    survey.write("Ord");
    amina.next();
    CHECK(amina.durable().at("b").text == "Ord");
  }
  SECTION("but the theme can be passed over") {
    amina.survey().skipTheme();
    REQUIRE(QTest::qWaitFor([&] { return survey.stage() == SurveyViewModel::Finished; }));
  }
  SECTION("and the tablet can be given back") {
    survey.pause();
    REQUIRE(QTest::qWaitFor([&] { return survey.stage() == SurveyViewModel::Paused; }));
    survey.giveBack();
    CHECK(survey.stage() == SurveyViewModel::GivenBack);
  }
}

TEST_CASE("the end waits for a required question that was left behind", "[app][viewmodels][client]") {
  const forms::Questionnaire form = forms::test::parsed(forms::test::formOf(
      forms::test::yesNo("a") + "," +
      forms::test::text("b",
                        R"("required": true, )" + forms::test::when("a", "=", R"("answerCoding": {"code": "ja"})"))));
  Client amina(forms::AnswerMode::Alone, "alle", form);
  SurveyViewModel& survey = amina.survey();
  amina.choose("Nei");
  amina.next();
  REQUIRE(survey.stage() == SurveyViewModel::Finished);
  survey.lookOver();
  survey.goTo(0);
  amina.choose("Ja");
  amina.next();
  REQUIRE(survey.stage() == SurveyViewModel::Review);
  survey.closeReview();
  REQUIRE(survey.stage() == SurveyViewModel::Question);
  CHECK(survey.input() == SurveyViewModel::Text);
  CHECK_FALSE(survey.problem().isEmpty());
  amina.chooseState("Vil ikke svare");
  amina.next();
  CHECK(survey.stage() == SurveyViewModel::Review);
  survey.closeReview();
  CHECK(survey.stage() == SurveyViewModel::Finished);
}

TEST_CASE("one person after the other may be named as a helper", "[app][viewmodels][client]") {
  Client amina;
  amina.goTo("nett.hjelper.navn");
  CHECK(amina.survey().roundText().isEmpty());
  amina.survey().write("Per");
  amina.goTo("nett.hjelper.kontakt");
  amina.next();
  CHECK(amina.question() == amina.textOf("nett.hjelper.navn"));
  CHECK(amina.survey().roundText() == "Person 2. Er det ingen flere, trykker du bare Neste.");
  amina.survey().write("Ola");
  amina.settle();
  CHECK(amina.survey().roundText() == "Person 2");
  amina.survey().write("");
  amina.next();
  CHECK(amina.question() == amina.textOf("nett.snakke"));
}

TEST_CASE("a sensitive question says by itself why it is asked", "[app][viewmodels][client]") {
  Client amina;
  CHECK_FALSE(amina.survey().showsReason());
  CHECK_FALSE(amina.survey().reason().isEmpty());
  amina.survey().toggleReason();
  CHECK(amina.survey().showsReason());
  amina.goTo("om-deg.tolk");
  CHECK(amina.survey().showsReason() == forms::kisReconstruction().find("om-deg.tolk")->sensitive);
}

TEST_CASE("an answer is changed from the list of all answers", "[app][viewmodels][client]") {
  Client amina;
  amina.choose("Norsk");
  amina.settle();
  amina.survey().lookOver();
  REQUIRE(amina.survey().stage() == SurveyViewModel::Review);
  CHECK(amina.survey().review()->rows()[0][2].toString() == "Norsk");
  CHECK(amina.survey().review()->rows()[1][2].toString() == "Ikke besvart");
  amina.survey().goTo(0);
  amina.choose("Samisk");
  amina.next();
  CHECK(amina.survey().stage() == SurveyViewModel::Review);
  CHECK(amina.survey().review()->rows()[0][2].toString() == "Samisk");
  amina.survey().closeReview();
  CHECK(amina.survey().stage() == SurveyViewModel::Finished);
}

TEST_CASE("the end counts the themes that were asked about", "[app][viewmodels][client]") {
  Client amina(forms::AnswerMode::Alone, "screening");
  while (amina.survey().stage() == SurveyViewModel::Question) {
    amina.chooseState("Vet ikke");
    amina.next();
  }
  CHECK(amina.survey().summary().startsWith("10 "));
}

TEST_CASE("a date says how much of it is needed, and a number between what it is", "[app][viewmodels][client]") {
  Client amina(forms::AnswerMode::Alone, "mg2");
  CHECK(amina.survey().hint().isEmpty());
  amina.goTo("arb.timer");
  CHECK(amina.survey().hint() == "Et tall fra 0 til 40");
  const QString year = QString::number(QDate::currentDate().year());
  CHECK(ui::typingHint(*forms::kisReconstruction().find("arb.sist")) ==
        QString("For eksempel %1, 3.%1 eller 12.3.%1").arg(year));
}

TEST_CASE("a short text is typed on one line", "[app][viewmodels][client]") {
  const forms::Questionnaire form = forms::test::parsed(
      forms::test::formOf(R"({"linkId": "a", "type": "string", "text": "Navn"}, )" + forms::test::text("b")));
  Client amina(forms::AnswerMode::Alone, "alle", form);
  CHECK(amina.survey().input() == SurveyViewModel::Line);
  amina.survey().write("Per");
  amina.next();
  CHECK(amina.survey().input() == SurveyViewModel::Text);
  CHECK(amina.durable().at("a").text == "Per");
}

TEST_CASE("the whole form can be walked to its end and back", "[app][viewmodels][client]") {
  Client amina;
  int pages = 0;
  while (amina.survey().stage() == SurveyViewModel::Question) {
    CHECK_FALSE(amina.question().isEmpty());
    if (amina.survey().input() == SurveyViewModel::Choice)
      amina.survey().choose(amina.survey().options()->rowCount() - 1);
    else
      amina.chooseState("Vet ikke");
    amina.next();
    REQUIRE(++pages < 200);
  }
  CHECK(pages > 60);
  CHECK(amina.survey().stage() == SurveyViewModel::Finished);
  CHECK(amina.survey().summary().contains("15"));
  amina.survey().wantPaper(true);
  amina.settle();
  CHECK(amina.durable().at(ui::kPaperKey).codes == std::vector<std::string>{ui::kPaperWanted});
  amina.takeUp();
  CHECK(amina.survey().stage() == SurveyViewModel::Finished);
}
