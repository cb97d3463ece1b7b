// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/app/viewmodels/client/client_world.h"

#include "sync/record/canonical.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

void press(const ui::RowModel& rows, const char* label, const std::function<void(int)>& press) {
  for (int row = 0; row < rows.rowCount(); ++row) {
    if (rows.rows()[row][0].toString() == QString::fromUtf8(label))
      return press(row);
  }
  FAIL("nothing on the page is called " << label);
}

template<class T>
T ok(Result<T> result) {
  INFO(result.status().toString());
  REQUIRE(result.ok());
  return std::move(result).value();
}

} // namespace

Client::Client(forms::AnswerMode mode, const std::string& view, const forms::Questionnaire& form) : m_form(form) {
  m_brief.sessionKey = SecretBytes::random(32);
  m_brief.sessionFile = m_folder / "session.db";
  m_brief.mappingId = Uuid::makeV7(m_clock);
  m_brief.caseId = Uuid::makeV7(m_clock);
  m_brief.clientFirstName = "Amina";
  m_brief.counsellorFirstName = "Kari";
  m_brief.view = view;
  m_brief.mode = mode;
  takeUp();
}

std::unique_ptr<store::SessionStore> Client::openStore(const std::filesystem::path& file) const {
  return ok(store::SessionStore::create(file, m_brief.sessionKey, {m_brief.mappingId, m_brief.caseId}, {}, m_clock));
}

forms::Survey Client::makeSurvey() const {
  return ok(forms::Survey::create(m_form, m_brief.view));
}

void Client::takeUp() {
  close();
  std::unique_ptr<store::SessionStore> store = openStore(m_brief.sessionFile);
  forms::Answers answers = ok(store->answers());
  m_survey = std::make_unique<ui::SurveyViewModel>(std::move(store), std::move(answers), m_form, makeSurvey(), m_brief,
                                                   [this] { m_isReturned = true; });
  m_survey->begin();
}

void Client::close() {
  m_survey.reset();
}

void Client::choose(const char* label) {
  press(*survey().options(), label, [this](int row) { survey().choose(row); });
}

void Client::chooseState(const char* label) {
  press(*survey().states(), label, [this](int row) { survey().chooseState(row); });
}

bool Client::isOffered(const char* stateLabel) const {
  const QList<ui::RowModel::Row>& rows = survey().states()->rows();
  return std::any_of(rows.begin(), rows.end(),
                     [&](const ui::RowModel::Row& row) { return row[0].toString() == QString::fromUtf8(stateLabel); });
}

void Client::settle() {
  REQUIRE(QTest::qWaitFor([this] { return !survey().savedText().isEmpty() || !survey().problem().isEmpty(); }));
}

void Client::next() {
  bool hasMoved = false;
  const auto watch = QObject::connect(&survey(), &ui::SurveyViewModel::pageShown, [&hasMoved] { hasMoved = true; });
  survey().next();
  REQUIRE(QTest::qWaitFor([&] { return hasMoved || survey().stage() != ui::SurveyViewModel::Question; }));
  QObject::disconnect(watch);
}

void Client::goTo(const std::string& linkId) {
  while (question() != textOf(linkId)) {
    REQUIRE(survey().stage() == ui::SurveyViewModel::Question);
    next();
  }
}

QString Client::textOf(const std::string& linkId) const {
  const forms::Item* item = m_form.find(linkId);
  REQUIRE(item != nullptr);
  return QString::fromStdString(item->text);
}

forms::Answers Client::durable() const {
  const TemporaryFolder elsewhere;
  for (const char* ending : {"", "-wal"}) {
    if (std::filesystem::exists(m_brief.sessionFile + ending))
      std::filesystem::copy_file(m_brief.sessionFile + ending, elsewhere / (std::string("session.db") + ending));
  }
  return ok(openStore(elsewhere / "session.db")->answers());
}

Bytes Client::everythingStored() {
  close();
  Bytes all;
  for (const sync::Record& record : ok(openStore(m_brief.sessionFile)->records()))
    all += sync::encode(record);
  return all;
}

} // namespace veikart::test
