// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/survey.h"
#include "tests/app/forms/form_text.h"

#include <algorithm>

namespace veikart::forms {

using test::formOf;
using test::inView;
using test::parsed;
using test::text;
using test::when;
using test::yesNo;

namespace {

Survey kis(const std::string& view) {
  Result<Survey> survey = Survey::create(kisReconstruction(), view);
  REQUIRE(survey.ok());
  return std::move(survey).value();
}

Survey surveyOf(const Questionnaire& form, const std::string& view = "alle") {
  Result<Survey> survey = Survey::create(form, view);
  REQUIRE(survey.ok());
  return std::move(survey).value();
}

Answer chosen(const std::string& code) {
  return {AnswerState::Answered, {code}, 0, "", AnswerMode::Alone};
}
Answer written(const std::string& words) {
  return {AnswerState::Answered, {}, 0, words, AnswerMode::Alone};
}
Answer inState(AnswerState state) {
  return {state, {}, 0, "", AnswerMode::Alone};
}

std::vector<std::string> keysOf(const std::vector<SurveyPage>& pages, const std::string& theme = "") {
  std::vector<std::string> keys;
  for (const SurveyPage& page : pages) {
    if (theme.empty() || page.theme->linkId == theme)
      keys.push_back(page.key());
  }
  return keys;
}

std::string keyOf(const std::optional<SurveyPage>& page) {
  return page ? page->key() : "-";
}

SurveyPage pageAt(const Survey& survey, const Answers& answers, const std::string& key) {
  for (const SurveyPage& page : survey.pages(answers)) {
    if (page.key() == key)
      return page;
  }
  FAIL("no page " << key);
  return {};
}

bool isVisible(const Survey& survey, const char* linkId, const Answers& answers) {
  return survey.isVisible(*survey.form().find(linkId), answers);
}

using Keys = std::vector<std::string>;

} // namespace

TEST_CASE("a view that the form does not know is refused", "[forms][survey]") {
  CHECK_FALSE(Survey::create(kisReconstruction(), "mg4").ok());
  CHECK(Survey::create(kisConclusion(), "alle").ok());
}

TEST_CASE("an unanswered survey shows the view's items without conditions, one a page", "[forms][survey]") {
  CHECK(keysOf(kis("screening").pages({}), "om-deg") ==
        Keys{"om-deg.sprak", "om-deg.tolk", "om-deg.lese", "om-deg.skrive", "om-deg.viktig"});
  CHECK(kis("screening").pages({}).size() == 16);
  CHECK(kis("mini-kis").pages({}).size() == 29);
}

TEST_CASE("the first page of each theme is marked as such", "[forms][survey]") {
  std::vector<std::string> firsts;
  for (const SurveyPage& page : kis("screening").pages({})) {
    if (page.firstOfTheme)
      firsts.push_back(page.key());
  }
  CHECK(firsts == Keys{"om-deg.sprak", "onsker.retning", "utd.hoyeste", "arb.na", "nett.barn", "bolig.type",
                       "oko.inntekt", "tiltak.haper", "jobb.nar", "videre.hvordan"});
}

TEST_CASE("a follow-up shows for each of the answers it is meant for, and for no other", "[forms][survey]") {
  const Survey survey = kis("alle");
  for (const char* code : {"litt", "en-del", "mye", "for-men-ikke-na"})
    CHECK(isVisible(survey, "rus.hjelp", {{"rus.na", chosen(code)}}));
  CHECK_FALSE(isVisible(survey, "rus.hjelp", {{"rus.na", chosen("nei")}}));
  CHECK_FALSE(isVisible(survey, "rus.pavirker", {{"rus.na", chosen("for-men-ikke-na")}}));
  CHECK(isVisible(survey, "om-deg.lese-hjelp", {{"om-deg.skrive", chosen("vanskelig")}}));
  CHECK_FALSE(isVisible(survey, "om-deg.lese-hjelp", {{"om-deg.skrive", chosen("lett")}}));
}

TEST_CASE("when the last ordinary job was is asked of those without one now who have had one", "[forms][survey]") {
  const Survey survey = kis("alle");
  const auto isAsked = [&survey](const Answer& total, const Answer& now) {
    return isVisible(survey, "arb.sist", {{"arb.samlet", total}, {"arb.na", now}});
  };
  CHECK(isAsked(chosen("1-3-ar"), chosen("nei")));
  CHECK_FALSE(isAsked(chosen("1-3-ar"), chosen("ja-deltid")));
  CHECK_FALSE(isAsked(chosen("har-ikke-hatt-vanlig-jobb"), chosen("nei")));
  CHECK_FALSE(isAsked({}, chosen("nei")));
  CHECK_FALSE(isAsked(inState(AnswerState::Unknown), chosen("nei")));
}

TEST_CASE("a condition on an item that the view or another condition hides does not hold", "[forms][survey]") {
  const Questionnaire form =
      parsed(formOf(yesNo("a", inView("lang")) + "," + yesNo("b", when("a", "=", R"("answerCoding": {"code": "ja"})")) +
                    "," + text("c", when("b", "=", R"("answerCoding": {"code": "ja"})") + "," + inView("kort"))));
  const Answers answers = {{"a", chosen("nei")}, {"b", chosen("ja")}};
  CHECK(keysOf(surveyOf(form).pages(answers)) == Keys{"a"});
  const Answers opened = {{"a", chosen("ja")}, {"b", chosen("ja")}};
  CHECK(keysOf(surveyOf(form).pages(opened)) == Keys{"a", "b", "c"});
  CHECK(keysOf(surveyOf(form, "kort").pages(opened)).empty());
}

TEST_CASE("numbers, dates and words are compared as what they are", "[forms][survey]") {
  const Questionnaire form = parsed(
      formOf(R"({"linkId": "n", "type": "integer", "text": "N"}, {"linkId": "d", "type": "date", "text": "D"},)" +
             text("w") + "," + text("n9", when("n", ">", R"("answerInteger": 9)")) + "," +
             text("d20", when("d", "<=", R"("answerDate": "2020-06")")) + "," +
             text("wx", when("w", "=", R"("answerString": "x")")) + "," +
             text("any", when("w", "exists", R"("answerBoolean": true)"))));
  const Survey survey = surveyOf(form);
  const auto numbered = [](double n) { return Answer{AnswerState::Answered, {}, n, "", AnswerMode::Alone}; };
  CHECK(isVisible(survey, "n9", {{"n", numbered(10)}}));
  CHECK_FALSE(isVisible(survey, "n9", {{"n", numbered(9)}}));
  CHECK(isVisible(survey, "d20", {{"d", written("2019-12-31")}}));
  CHECK(isVisible(survey, "d20", {{"d", written("2020")}}));
  CHECK_FALSE(isVisible(survey, "d20", {{"d", written("2020-07-01")}}));
  CHECK(isVisible(survey, "wx", {{"w", written("x")}}));
  CHECK_FALSE(isVisible(survey, "wx", {{"w", written("y")}}));
  CHECK(isVisible(survey, "any", {{"w", written("y")}}));
  CHECK_FALSE(isVisible(survey, "any", {{"w", inState(AnswerState::Declined)}}));
}

TEST_CASE("a further round is offered once after each helper, and ends when it is left empty", "[forms][survey]") {
  const Survey survey = kis("mg2");
  Answers answers;
  CHECK(keysOf(survey.pages(answers), "nettverk").front() == "nett.hjelper.navn");
  CHECK(keysOf(survey.pages(answers), "nettverk").at(1) == "nett.snakke");
  answers["nett.hjelper.navn"] = written("Kari");
  const Keys oneHelper = keysOf(survey.pages(answers), "nettverk");
  CHECK(Keys(oneHelper.begin(), oneHelper.begin() + 6) == Keys{"nett.hjelper.navn", "nett.hjelper.forhold",
                                                               "nett.hjelper.med", "nett.hjelper.kontakt",
                                                               "nett.hjelper.navn#2", "nett.snakke"});
  const SurveyPage offer = pageAt(survey, answers, "nett.hjelper.navn#2");
  CHECK(keyOf(survey.next(offer, answers)) == "nett.snakke");
  answers["nett.hjelper.navn#2"] = written("Ola");
  CHECK(keyOf(survey.next(offer, answers)) == "nett.hjelper.forhold#2");
  answers["nett.hjelper.navn#2"] = inState(AnswerState::Declined);
  CHECK(keyOf(survey.next(offer, answers)) == "nett.snakke");
}

TEST_CASE("a group is asked five times at most", "[forms][survey]") {
  const Survey survey = kis("alle");
  Answers answers;
  for (int round = 1; round <= kMostRounds + 1; ++round)
    answers[answerKey("nett.hjelper.navn", round)] = written("Kari");
  const Keys keys = keysOf(survey.pages(answers), "nettverk");
  CHECK(std::count(keys.begin(), keys.end(), "nett.hjelper.kontakt#5") == 1);
  CHECK(std::count(keys.begin(), keys.end(), "nett.hjelper.navn#6") == 0);
}

TEST_CASE("an offer of a further round left empty leaves nothing to do in the theme", "[forms][survey]") {
  const Survey survey = kis("mg2");
  const Item& theme = *survey.form().find("nettverk");
  Answers answers;
  answers["nett.hjelper.navn"] = written("Kari");
  for (const SurveyPage& page : survey.pages(answers)) {
    if (page.theme == &theme && page.round == 1 && page.item->linkId != "nett.hjelper.navn")
      answers[page.key()] = inState(AnswerState::Unknown);
  }
  CHECK(survey.themeState(theme, answers) == ThemeState::Done);
  CHECK(keyOf(survey.firstUnanswered(answers)) == "bolig.type");
}

TEST_CASE("a condition inside a repeating group looks at its own round", "[forms][survey]") {
  const Questionnaire form =
      parsed(formOf(R"({"linkId": "g", "type": "group", "text": "G", "repeats": true, "item": [)" + text("navn") + "," +
                    yesNo("bor") + "," + text("hvor", when("bor", "=", R"("answerCoding": {"code": "nei"})")) + "]}"));
  const Answers answers = {
      {"navn", written("Kari")}, {"bor", chosen("ja")}, {"navn#2", written("Ola")}, {"bor#2", chosen("nei")}};
  CHECK(keysOf(surveyOf(form).pages(answers)) == Keys{"navn", "bor", "navn#2", "bor#2", "hvor#2", "navn#3"});
}

TEST_CASE("a theme passed over shows its first page alone, and answering opens it again", "[forms][survey]") {
  const Survey survey = kis("mg2");
  const Item& theme = *survey.form().find("rus");
  Answers answers = {{"rus", inState(AnswerState::Declined)}, {"rus.na", chosen("mye")}};
  CHECK(keysOf(survey.pages(answers), "rus") == Keys{"rus.na"});
  CHECK(survey.themeState(theme, answers) == ThemeState::Skipped);
  CHECK_FALSE(survey.isVisible(*survey.form().find("rus.hjelp"), answers));
  answers["rus"] = {};
  CHECK(keysOf(survey.pages(answers), "rus") == Keys{"rus.na", "rus.hjelp", "rus.snakke"});
  CHECK(survey.themeState(theme, answers) == ThemeState::Begun);
}

TEST_CASE("a theme is untouched, begun and then done, and the states count as answers to it", "[forms][survey]") {
  const Survey survey = kis("screening");
  const Item& theme = *survey.form().find("arbeid");
  Answers answers;
  CHECK(survey.themeState(theme, answers) == ThemeState::Untouched);
  answers["arb.na"] = inState(AnswerState::NotAsked);
  CHECK(survey.themeState(theme, answers) == ThemeState::Begun);
  answers["arb.samlet"] = inState(AnswerState::Unknown);
  CHECK(survey.themeState(theme, answers) == ThemeState::Done);
}

TEST_CASE("themes left are those ahead that the view asks and that are neither done nor passed over",
          "[forms][survey]") {
  const Survey survey = kis("screening");
  Answers answers;
  const SurveyPage first = survey.pages(answers).front();
  CHECK(survey.themesLeft(first, answers) == 9);
  answers["bolig"] = inState(AnswerState::Declined);
  answers["utd.hoyeste"] = chosen("grunnskole");
  CHECK(survey.themesLeft(first, answers) == 7);
  CHECK(survey.themesLeft(survey.pages(answers).back(), answers) == 0);
}

TEST_CASE("after a pause it goes on after the last answer, then with what was left open", "[forms][survey]") {
  const Survey survey = kis("screening");
  Answers answers;
  CHECK(keyOf(survey.firstUnanswered(answers)) == "om-deg.sprak");
  answers["om-deg.sprak"] = chosen("norsk");
  answers["om-deg.lese"] = inState(AnswerState::Declined);
  CHECK(keyOf(survey.firstUnanswered(answers)) == "om-deg.skrive");
  for (const SurveyPage& page : survey.pages({}))
    answers[page.key()] = inState(AnswerState::Unknown);
  answers.erase("arb.samlet");
  CHECK(keyOf(survey.firstUnanswered(answers)) == "arb.samlet");
  answers["arb.samlet"] = inState(AnswerState::Unknown);
  CHECK(keyOf(survey.firstUnanswered(answers)) == "-");
}

TEST_CASE("nobody goes on from a required question without an answer, and the states are answers", "[forms][survey]") {
  const Questionnaire form = parsed(formOf(text("a", R"("required": true)") + "," + text("b")));
  const Survey survey = surveyOf(form);
  const SurveyPage a = pageAt(survey, {}, "a");
  CHECK(survey.isAnswerMissing(a, {}));
  CHECK(survey.isAnswerMissing(a, {{"a", inState(AnswerState::Unanswered)}, {"a.tekst", written("Ord")}}));
  CHECK_FALSE(survey.isAnswerMissing(a, {{"a", written("Ja")}}));
  for (const AnswerState state : {AnswerState::Unknown, AnswerState::Declined, AnswerState::NotAsked})
    CHECK_FALSE(survey.isAnswerMissing(a, {{"a", inState(state)}}));
  CHECK_FALSE(survey.isAnswerMissing(a, {{"t", inState(AnswerState::Declined)}}));
  CHECK_FALSE(survey.isAnswerMissing(pageAt(survey, {}, "b"), {}));
}

TEST_CASE("the survey has not ended while a required question that is asked has no answer", "[forms][survey]") {
  const Questionnaire form = parsed(formOf(
      yesNo("a") + "," + text("b", R"("required": true, )" + when("a", "=", R"("answerCoding": {"code": "ja"})")) +
      "," + text("c")));
  const Survey survey = surveyOf(form);
  CHECK(keyOf(survey.firstMissing({{"a", chosen("nei")}})) == "-");
  CHECK(keyOf(survey.firstMissing({{"a", chosen("ja")}, {"c", written("Ord")}})) == "b");
  CHECK(keyOf(survey.firstMissing({{"a", chosen("ja")}, {"b", inState(AnswerState::Declined)}})) == "-");
  CHECK(keyOf(survey.firstMissing({{"a", chosen("ja")}, {"t", inState(AnswerState::Declined)}})) == "-");
}

TEST_CASE("a required first question is asked for once, and never as the offer of a further round", "[forms][survey]") {
  const Questionnaire form =
      parsed(formOf(R"({"linkId": "g", "type": "group", "text": "G", "repeats": true, "item": [)" +
                    text("navn", R"("required": true)") + "," + text("bor", R"("required": true)") + "]}"));
  const Survey survey = surveyOf(form);
  CHECK(keyOf(survey.firstMissing({})) == "navn");
  CHECK(keyOf(survey.firstMissing({{"navn", inState(AnswerState::Declined)}})) == "-");
  Answers answers = {{"navn", written("Kari")}, {"bor", written("Her")}};
  CHECK(keyOf(survey.firstMissing(answers)) == "-");
  answers["navn#2"] = written("Ola");
  CHECK(keyOf(survey.firstMissing(answers)) == "bor#2");
}

TEST_CASE("next and previous go on from a page that has gone", "[forms][survey]") {
  const Survey survey = kis("alle");
  const SurveyPage gone = pageAt(survey, {{"rus.na", chosen("mye")}}, "rus.hjelp");
  CHECK(keyOf(survey.next(gone, {})) == "nett.hjelper.navn");
  CHECK(keyOf(survey.previous(gone, {})) == "rus.na");
}

TEST_CASE("what stands is what the form still asks, in themes that are not passed over", "[forms][survey]") {
  const Survey whole = kis("alle");
  Answers answers = {{"tiltak.for", chosen(kisReconstruction().find("tiltak.for")->options.at(1).code)},
                     {"tiltak.nyttig", written("Praksis")}};
  CHECK(whole.stands("tiltak.nyttig", answers));
  CHECK(whole.stands("tiltak.nyttig.tekst", answers));
  answers["tiltak.for"] = inState(AnswerState::Declined);
  CHECK_FALSE(whole.stands("tiltak.nyttig", answers));
  CHECK_FALSE(whole.stands("tiltak.nyttig.tekst", answers));
  CHECK(whole.stands("tiltak.for", answers));

  answers["tiltak"] = inState(AnswerState::Declined);
  CHECK_FALSE(whole.stands("tiltak.for", answers));
  CHECK(whole.stands("tiltak", answers));
  CHECK(whole.stands("kopi.papir", answers));

  answers["nett.hjelper.navn"] = written("Per");
  CHECK(whole.stands("nett.hjelper.navn#2", answers));
  CHECK_FALSE(whole.stands("nett.hjelper.kontakt#2", answers));
}

TEST_CASE("a key is taken apart as it was put together", "[forms][survey]") {
  const KeyParts parts = partsOf(freeTextKey(answerKey("nett.hjelper.navn", 3)));
  CHECK(parts.linkId == "nett.hjelper.navn");
  CHECK(parts.round == 3);
  CHECK(parts.isFreeText);
  CHECK(partsOf("om-deg").linkId == "om-deg");
  CHECK(partsOf("om-deg").round == 1);
  CHECK_FALSE(partsOf("om-deg").isFreeText);
}

TEST_CASE("a form is found by its hash and by nothing else", "[forms]") {
  CHECK(shippedForm(kisReconstruction().hash()) == &kisReconstruction());
  CHECK(shippedForm("") == nullptr);
  CHECK(shippedForm(kisConclusion().hash()) == nullptr);
}

} // namespace veikart::forms
