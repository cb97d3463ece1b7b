// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/client_details.h"

#include "app/casework/rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace veikart::ui {

namespace {
const std::array<const char*, 3> kInterpreterCodes = {"", "alltid", "til viktige ting"};

// People write the number with a space after the date.
QString digitsOf(QString nationalId) {
  return nationalId.remove(QLatin1Char(' ')).trimmed();
}
// Empty for none and for an invented one. A number without the 80 may be somebody's, whether it is right or not.
QString nationalIdProblem(const QString& digits) {
  static const QRegularExpression eleven(QStringLiteral(R"(^\d{11}$)"));
  if (digits.isEmpty() || casework::checkPracticeNationalId(digits.toStdString()).ok())
    return {};
  if (!eleven.match(digits).hasMatch())
    return ClientDetails::tr("Fødselsnummeret skal ha elleve sifre. Feltet kan stå tomt.");
  if (const int month = digits.mid(2, 2).toInt(); month > 80 && month <= 92)
    return ClientDetails::tr("Nummeret stemmer ikke. Se etter om et siffer er feil.");
  return ClientDetails::tr("Bare oppdiktede nummer kan brukes her, der det er lagt 80 til måneden. Feltet kan stå "
                           "tomt.");
}
} // namespace

QStringList ClientDetails::interpreterChoices() const {
  return {tr("Ingen tolk"), tr("Alltid tolk"), tr("Tolk til viktige ting")};
}

void ClientDetails::show(const casework::Person& person, const Uuid& caseId) {
  ++m_showing;
  m_shown = person;
  m_firstName = QString::fromStdString(person.firstName);
  m_lastName = QString::fromStdString(person.lastName);
  m_nationalId = QString::fromStdString(person.nationalId);
  m_phone = QString::fromStdString(person.phone);
  m_language = QString::fromStdString(person.language);
  const auto interpreter = std::ranges::find(kInterpreterCodes, person.interpreter);
  m_interpreter =
      interpreter == kInterpreterCodes.end() ? -1 : static_cast<int>(interpreter - kInterpreterCodes.begin());
  m_caseId = caseId;
  m_isOpen = m_wasChecked = false;
  showOther(nullptr);
}

void ClientDetails::setOpen(bool isOpen) {
  m_isOpen = isOpen;
  emit changed();
}

QString ClientDetails::fullName() const {
  return (m_firstName.trimmed() + QLatin1Char(' ') + m_lastName.trimmed()).trimmed();
}

// What was said of the number before holds no longer.
void ClientDetails::setNationalId(const QString& nationalId) {
  const bool isAnother = digitsOf(nationalId) != digitsOf(m_nationalId);
  m_nationalId = nationalId;
  if (isAnother)
    return showOther(nullptr);
  emit changed();
}

QString ClientDetails::firstNameError() const {
  return m_wasChecked && m_firstName.trimmed().isEmpty() ? tr("Skriv fornavnet.") : QString();
}

QString ClientDetails::lastNameError() const {
  return m_wasChecked && m_lastName.trimmed().isEmpty() ? tr("Skriv etternavnet.") : QString();
}

QString ClientDetails::nationalIdError() const {
  return m_wasChecked ? nationalIdProblem(digitsOf(m_nationalId)) : QString();
}

QString ClientDetails::phoneError() const {
  static const QRegularExpression letter(QStringLiteral(R"(\p{L})"));
  return m_wasChecked && letter.match(m_phone).hasMatch() ? tr("Skriv telefonnummeret med sifre.") : QString();
}

QString ClientDetails::languageError() const {
  return m_wasChecked && m_interpreter > 0 && m_language.trimmed().isEmpty()
             ? tr("Skriv hvilket språk tolken trengs i.")
             : QString();
}

bool ClientDetails::check() {
  m_wasChecked = true;
  const auto errors = {firstNameError(), lastNameError(), nationalIdError(), phoneError(), languageError()};
  m_wasChecked = std::ranges::any_of(errors, [](const QString& error) { return !error.isEmpty(); });
  emit changed();
  return !m_wasChecked;
}

casework::Person ClientDetails::person() const {
  casework::Person person;
  person.firstName = m_firstName.trimmed().toStdString();
  person.lastName = m_lastName.trimmed().toStdString();
  person.nationalId = digitsOf(m_nationalId).toStdString();
  person.birthDate = casework::birthDateOf(person.nationalId).value_or("");
  person.phone = m_phone.trimmed().toStdString();
  person.language = m_language.trimmed().toStdString();
  person.interpreter = m_interpreter < 0 ? m_shown.interpreter : kInterpreterCodes.at(std::min(m_interpreter, 2));
  return person;
}

// Fields that are disabled say so by being finished, as part of what is announced already.
void ClientDetails::lookForSameNationalId() {
  if (m_isOpen)
    lookForNumber([] {});
}

void ClientDetails::lookForNumber(std::function<void()> whenNone) {
  const std::string digits = digitsOf(m_nationalId).toStdString();
  if (digits == m_shown.nationalId || !casework::checkPracticeNationalId(digits).ok()) {
    showOther(nullptr);
    return whenNone();
  }
  m_context.store.read([digits](store::CaseStore& cases) { return cases.casesOfNationalId(digits); })
      .then(this, [this, showing = m_showing, digits,
                   whenNone = std::move(whenNone)](const Result<std::vector<store::CaseloadEntry>>& found) {
        if (showing != m_showing || digits != digitsOf(m_nationalId).toStdString())
          return;
        emit lookedUp(found.status());
        if (!found.ok())
          return showOther(nullptr);
        const auto other = std::ranges::find_if(*found, [this](const auto& entry) { return entry.caseId != m_caseId; });
        showOther(other == found->end() ? nullptr : &*other);
        if (other == found->end())
          whenNone();
      });
}

// A name is told to those alone who have the case.
void ClientDetails::showOther(const store::CaseloadEntry* maybeOther) {
  const bool canTell = maybeOther && maybeOther->isOf(m_context.user.id);
  m_otherCase = canTell ? maybeOther->caseId : Uuid();
  if (!maybeOther)
    m_sameNationalId.clear();
  else if (canTell)
    m_sameNationalId =
        tr("%1 har en sak fra før med dette fødselsnummeret.").arg(QString::fromStdString(maybeOther->name));
  else
    m_sameNationalId =
        tr("Noen andre på kontoret har en sak med dette fødselsnummeret fra før. Spør lederen din før du lagrer.");
  emit changed();
}

void ClientDetails::openOther() {
  if (canOpenOther())
    m_context.navigator.go(Navigator::CasePage, m_otherCase);
}

} // namespace veikart::ui
