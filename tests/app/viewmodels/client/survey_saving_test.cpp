// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/app/viewmodels/client/client_world.h"
#include "tests/platform/support/full_disk.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::test;
using forms::AnswerState;
using ui::SurveyViewModel;

TEST_CASE("the next question shows only when the answer is on the disk", "[app][viewmodels][client]") {
  Client amina;
  amina.choose("Norsk");
  std::vector<std::string> onDisk;
  QObject::connect(&amina.survey(), &SurveyViewModel::pageShown,
                   [&] { onDisk = amina.durable().at("om-deg.sprak").codes; });
  amina.next();
  CHECK(onDisk == std::vector<std::string>{"norsk"});
  CHECK(amina.question() == amina.textOf("om-deg.tolk"));
}

TEST_CASE("a choice is saved at once, without Neste", "[app][viewmodels][client]") {
  Client amina;
  amina.choose("Norsk");
  CHECK(amina.survey().savedText().isEmpty());
  amina.settle();
  CHECK(amina.survey().savedText() == "Svarene dine er lagret");
  CHECK(amina.durable().at("om-deg.sprak").codes == std::vector<std::string>{"norsk"});
}

TEST_CASE("what is typed is saved", "[app][viewmodels][client]") {
  Client amina;
  amina.goTo("om-deg.viktig");
  amina.survey().write("At jentungen får begynne på turn");
  CHECK(amina.survey().savedText().isEmpty());

  SECTION("after a short rest") {
    amina.settle();
    CHECK(amina.durable().at("om-deg.viktig").text == "At jentungen får begynne på turn");
  }
  SECTION("when the page is left") {
    amina.next();
    CHECK(amina.durable().at("om-deg.viktig").text == "At jentungen får begynne på turn");
  }
  SECTION("when the window is closed in the middle of it") {
    amina.close();
    CHECK(amina.durable().at("om-deg.viktig").text == "At jentungen får begynne på turn");
  }
  SECTION("also the last letter, written while the page waited for the disk") {
    amina.survey().next();
    amina.survey().write("At jentungen får begynne på turn!");
    REQUIRE(QTest::qWaitFor([&] { return amina.question() != amina.textOf("om-deg.viktig"); }));
    CHECK(amina.durable().at("om-deg.viktig").text == "At jentungen får begynne på turn!");
  }
}

TEST_CASE("who types without a rest has all but the last seconds saved", "[app][viewmodels][client]") {
  Client amina;
  amina.goTo("om-deg.viktig");
  QString text;
  QElapsedTimer typing;
  for (typing.start(); typing.elapsed() < 4'000; QTest::qWait(100)) {
    text += QLatin1Char('a');
    amina.survey().write(text);
  }
  CHECK(amina.durable()["om-deg.viktig"].text.size() >= 10);
}

TEST_CASE("on a full disk the page stays, with the answer on it, until it could be saved",
          "[app][viewmodels][client]") {
  Client amina;
  amina.choose("Norsk");
  amina.next();
  {
    const FullDisk full;
    amina.choose("Ja, alltid");
    amina.survey().next();
    amina.settle();
    CHECK(amina.question() == amina.textOf("om-deg.tolk"));
    CHECK(amina.survey().options()->rows()[1][1].toBool());
    CHECK(amina.survey().savedText().isEmpty());
    CHECK(amina.survey().problem().startsWith("Nettbrettet er fullt."));
    CHECK(amina.survey().problem().contains("trygt"));
  }
  CHECK_FALSE(amina.durable().contains("om-deg.tolk"));
  CHECK(amina.durable().at("om-deg.sprak").codes == std::vector<std::string>{"norsk"});
  amina.next();
  CHECK(amina.survey().problem().isEmpty());
  CHECK(amina.question() == amina.textOf("om-deg.lese"));
  CHECK(amina.durable().at("om-deg.tolk").codes == std::vector<std::string>{"ja-alltid"});
}

TEST_CASE("an answer that could not be saved is not tried again after a newer one", "[app][viewmodels][client]") {
  Client amina;
  amina.goTo("om-deg.viktig");
  {
    const FullDisk full;
    amina.survey().write("Det første jeg skrev");
    amina.settle();
    REQUIRE_FALSE(amina.survey().problem().isEmpty());
  }
  amina.survey().write("Det siste jeg skrev");
  amina.next();
  CHECK(amina.durable().at("om-deg.viktig").text == "Det siste jeg skrev");
}

TEST_CASE("a second answer that is saved does not hide that the first was not", "[app][viewmodels][client]") {
  Client amina;
  amina.goTo("om-deg.lese");
  {
    const FullDisk full;
    amina.choose("Lett");
    amina.settle();
  }
  amina.survey().writeMore("Brev fra NAV er verst");
  REQUIRE(QTest::qWaitFor([&] { return amina.durable().contains("om-deg.lese.tekst"); }));
  CHECK_FALSE(amina.survey().problem().isEmpty());
  CHECK(amina.survey().savedText().isEmpty());
  amina.next();
  CHECK(amina.durable().at("om-deg.lese").codes == std::vector<std::string>{"lett"});
}

TEST_CASE("after a crash the survey goes on at the first question that is not answered", "[app][viewmodels][client]") {
  Client amina;
  CHECK_FALSE(amina.survey().isResumed());
  amina.choose("Norsk");
  amina.next();
  amina.chooseState("Vil ikke svare");
  amina.settle();
  amina.takeUp();
  CHECK(amina.survey().isResumed());
  CHECK(amina.question() == amina.textOf("om-deg.lese"));
}

TEST_CASE("words that are taken back stand in no record", "[app][viewmodels][client]") {
  Client amina;
  amina.goTo("om-deg.viktig");
  amina.survey().write("Dette angret jeg");
  amina.settle();
  amina.survey().write("");
  amina.next();
  CHECK(amina.everythingStored().find("angret") == Bytes::npos);
}

TEST_CASE("the tablet is given back only when everything is saved", "[app][viewmodels][client]") {
  Client amina;
  amina.choose("Norsk");
  amina.survey().pause();
  REQUIRE(QTest::qWaitFor([&] { return amina.survey().stage() == SurveyViewModel::Paused; }));
  amina.survey().giveBack();
  CHECK(amina.survey().stage() == SurveyViewModel::GivenBack);
  amina.survey().unlock();
  CHECK(amina.isReturned());
  CHECK(amina.durable().contains("om-deg.sprak"));
}
