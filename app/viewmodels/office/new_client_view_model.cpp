// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/new_client_view_model.h"

#include "app/casework/rules.h"
#include "app/viewmodels/shared/error_text.h"

namespace veikart::ui {

namespace {
const std::array<const char*, 3> kInterpreterCodes = {"", "alltid", "til viktige ting"};
constexpr int kDefaultIntervalDays = 14;
} // namespace

NewClientViewModel::NewClientViewModel(AppContext& context) : m_context(context) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::NewClient)
      clear();
  });
}

QStringList NewClientViewModel::interpreterChoices() const {
  return {tr("Ingen tolk"), tr("Alltid tolk"), tr("Tolk til viktige ting")};
}

void NewClientViewModel::clear() {
  for (QString* text :
       {&m_firstName, &m_lastName, &m_nationalId, &m_phone, &m_nameError, &m_nationalIdError, &m_message, &m_sameName})
    text->clear();
  m_language = tr("norsk");
  m_interpreter = 0;
  emit changed();
}

bool NewClientViewModel::check() {
  m_nameError =
      m_firstName.trimmed().isEmpty() || m_lastName.trimmed().isEmpty() ? tr("Skriv fornavn og etternavn.") : QString();
  m_nationalIdError.clear();
  const QString digits = m_nationalId.trimmed();
  if (!digits.isEmpty() && !casework::checkPracticeNationalId(digits.toStdString()).ok())
    m_nationalIdError = tr("Bare oppdiktede nummer kan brukes her, der måneden er lagt til 80. Feltet kan stå tomt.");
  emit changed();
  return m_nameError.isEmpty() && m_nationalIdError.isEmpty();
}

casework::Person NewClientViewModel::person() const {
  casework::Person person;
  person.id = Uuid::makeV7(m_context.clock);
  person.firstName = m_firstName.trimmed().toStdString();
  person.lastName = m_lastName.trimmed().toStdString();
  person.nationalId = m_nationalId.trimmed().toStdString();
  person.birthDate = casework::birthDateOf(person.nationalId).value_or("");
  person.phone = m_phone.trimmed().toStdString();
  person.language = m_language.trimmed().toStdString();
  person.interpreter = kInterpreterCodes.at(static_cast<size_t>(std::clamp(m_interpreter, 0, 2)));
  return person;
}

void NewClientViewModel::save() {
  if (m_isSaving || !check())
    return;
  m_isSaving = true;
  casework::Case file;
  file.id = Uuid::makeV7(m_context.clock);
  const casework::Person person = this->person();
  file.personId = person.id;
  file.counsellorId = m_context.user.id;
  file.contactIntervalDays = kDefaultIntervalDays;
  file.openedAt = m_context.clock.nowMillis();
  m_context.store.write([person, file](store::CaseStore& cases) { return cases.createCase(person, file); })
      .then(this, [this, id = file.id](const Status& status) {
        m_isSaving = false;
        m_message = errorText(status, ErrorContext::Saving);
        emit changed();
        if (!status.ok())
          return;
        m_context.navigator.restart(Navigator::Caseload);
        m_context.navigator.go(Navigator::CasePage, id);
      });
}

void NewClientViewModel::lookForSameName() {
  const QString name = (m_firstName.trimmed() + QLatin1Char(' ') + m_lastName.trimmed()).trimmed();
  if (m_lastName.trimmed().isEmpty())
    return;
  m_context.store.read([needle = name.toStdString()](store::CaseStore& cases) { return cases.searchByName(needle); })
      .then(this, [this](const Result<std::vector<store::CaseloadEntry>>& found) {
        m_sameName.clear();
        if (found.ok() && !found->empty())
          m_sameName =
              tr("Mulig samme person: %1 har en sak fra før.").arg(QString::fromStdString(found->front().name));
        emit changed();
      });
}

void NewClientViewModel::cancel() {
  m_context.navigator.back();
}

} // namespace veikart::ui
