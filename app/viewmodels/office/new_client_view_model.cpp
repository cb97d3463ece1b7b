// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/new_client_view_model.h"

#include "app/casework/rules.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace veikart::ui {

namespace {
const std::array<const char*, 3> kInterpreterCodes = {"", "alltid", "til viktige ting"};
constexpr int kDefaultIntervalDays = 14;

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
    return NewClientViewModel::tr("Fødselsnummeret skal ha elleve sifre. Feltet kan stå tomt.");
  if (const int month = digits.mid(2, 2).toInt(); month > 80 && month <= 92)
    return NewClientViewModel::tr("Nummeret stemmer ikke. Se etter om et siffer er feil.");
  return NewClientViewModel::tr("Bare oppdiktede nummer kan brukes her, der det er lagt 80 til måneden. Feltet kan stå "
                                "tomt.");
}
} // namespace

NewClientViewModel::NewClientViewModel(AppContext& context, SyncViewModel& sync)
    : m_context(context), m_sync(sync), m_keeper(context, [this] { return writtenInto(*this); }) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    m_keeper.leave();
    ++m_page;
    if (m_context.navigator.page() == Navigator::NewClient)
      begin();
  });
  connect(&sync, &SyncViewModel::changed, this, &NewClientViewModel::changed);
  connect(this, &NewClientViewModel::changed, &m_keeper, &DraftKeeper::edited);
  connect(&m_keeper, &DraftKeeper::failed, this, [this](const Status& status) {
    m_message = errorText(status, ErrorContext::Saving);
    emit changed();
  });
}

QStringList NewClientViewModel::interpreterChoices() const {
  return {tr("Ingen tolk"), tr("Alltid tolk"), tr("Tolk til viktige ting")};
}

QString NewClientViewModel::networkText() const {
  return m_sync.isAtOffice() ? tr("Saken lagres på nettbrettet og sendes til kontoret.")
                             : tr("Uten nett. Saken lagres på nettbrettet. Nå kan vi bare sjekke mot det som er hentet "
                                  "hit, om noen har en sak fra før.");
}

void NewClientViewModel::begin() {
  for (QString* text :
       {&m_firstName, &m_lastName, &m_nationalId, &m_phone, &m_message, &m_draftText, &m_sameName, &m_sameNationalId})
    text->clear();
  m_otherCase = m_sameNameCase = {};
  m_language = tr("norsk");
  m_interpreter = 0;
  m_isOpen = m_isSaving = m_wasChecked = false;
  m_waiting.reset();
  m_keeper.begin({});
  emit changed();
  m_context.store.read([](store::CaseStore& cases) { return DraftKeeper::find(cases, {}); })
      .then(this, [this, page = m_page](Result<std::optional<DraftKeeper::Draft>> draft) {
        if (page != m_page)
          return;
        if (!draft.ok())
          m_message = errorText(draft.status(), ErrorContext::Opening);
        else if (m_waiting = m_keeper.latest(*std::move(draft)); !m_waiting)
          open();
        emit changed();
      });
}

void NewClientViewModel::open() {
  m_isOpen = true;
  m_keeper.open(std::move(m_waiting), [this](const QJsonObject& written) { writeInto(*this, written); });
  m_waiting.reset();
}

QString NewClientViewModel::waitingText() const {
  return m_waiting ? tr("Du har en kladd til en ny bruker fra %1. Den er ikke lagret ennå.")
                         .arg(momentText(m_waiting->keptAt, m_context.clock.nowMillis()))
                   : QString();
}

void NewClientViewModel::continueDraft() {
  if (!m_waiting)
    return;
  m_draftText = tr("Kladden fra %1 er her ennå. Brukeren er ikke lagret.")
                    .arg(momentText(m_waiting->keptAt, m_context.clock.nowMillis()));
  open();
  lookForSameName();
  lookForSameNationalId();
}

// What was said of the name before holds no longer.
void NewClientViewModel::setName(QString& name, const QString& text) {
  const QString before = fullName();
  name = text;
  if (fullName() != before) {
    m_sameName.clear();
    m_sameNameCase = {};
  }
  emit changed();
}

QString NewClientViewModel::fullName() const {
  return (m_firstName.trimmed() + QLatin1Char(' ') + m_lastName.trimmed()).trimmed();
}

// What was said of the number before holds no longer.
void NewClientViewModel::setNationalId(const QString& nationalId) {
  if (digitsOf(nationalId) != digitsOf(m_nationalId)) {
    m_sameNationalId.clear();
    m_otherCase = {};
  }
  m_nationalId = nationalId;
  emit changed();
}

QString NewClientViewModel::firstNameError() const {
  return m_wasChecked && m_firstName.trimmed().isEmpty() ? tr("Skriv fornavnet.") : QString();
}

QString NewClientViewModel::lastNameError() const {
  return m_wasChecked && m_lastName.trimmed().isEmpty() ? tr("Skriv etternavnet.") : QString();
}

QString NewClientViewModel::nationalIdError() const {
  return m_wasChecked ? nationalIdProblem(digitsOf(m_nationalId)) : QString();
}

QString NewClientViewModel::phoneError() const {
  static const QRegularExpression letter(QStringLiteral(R"(\p{L})"));
  return m_wasChecked && letter.match(m_phone).hasMatch() ? tr("Skriv telefonnummeret med sifre.") : QString();
}

QString NewClientViewModel::languageError() const {
  return m_wasChecked && m_interpreter > 0 && m_language.trimmed().isEmpty()
             ? tr("Skriv hvilket språk tolken trengs i.")
             : QString();
}

bool NewClientViewModel::check() {
  m_wasChecked = true;
  const auto errors = {firstNameError(), lastNameError(), nationalIdError(), phoneError(), languageError()};
  m_wasChecked = std::ranges::any_of(errors, [](const QString& error) { return !error.isEmpty(); });
  emit changed();
  return !m_wasChecked;
}

casework::Person NewClientViewModel::person() const {
  casework::Person person;
  person.id = Uuid::makeV7(m_context.clock);
  person.firstName = m_firstName.trimmed().toStdString();
  person.lastName = m_lastName.trimmed().toStdString();
  person.nationalId = digitsOf(m_nationalId).toStdString();
  person.birthDate = casework::birthDateOf(person.nationalId).value_or("");
  person.phone = m_phone.trimmed().toStdString();
  person.language = m_language.trimmed().toStdString();
  person.interpreter = kInterpreterCodes.at(static_cast<size_t>(std::clamp(m_interpreter, 0, 2)));
  return person;
}

void NewClientViewModel::save() {
  if (canLook() && check())
    lookForNumber([this] { lookForName([this] { create(); }); });
}

void NewClientViewModel::saveThoughSameName() {
  if (m_sameName.isEmpty())
    save(); // nobody has looked up the name as it stands now
  else if (canLook() && check())
    lookForNumber([this] { create(); });
}

void NewClientViewModel::lookForNumber(std::function<void()> whenNone) {
  if (const std::string digits = digitsOf(m_nationalId).toStdString(); !digits.empty())
    lookForOther(digits, std::move(whenNone));
  else
    whenNone();
}

void NewClientViewModel::saveAnyway() {
  if (m_sameNationalId.isEmpty())
    save(); // nobody has looked up the number as it stands now
  else if (m_isOpen && check())
    create();
}

void NewClientViewModel::lookForSameNationalId() {
  if (!canLook())
    return;
  const std::string digits = digitsOf(m_nationalId).toStdString();
  if (casework::checkPracticeNationalId(digits).ok())
    lookForOther(digits, [] {});
  else
    showOther(nullptr);
}

void NewClientViewModel::lookForOther(const std::string& digits, std::function<void()> whenNone) {
  m_context.store.read([digits](store::CaseStore& cases) { return cases.casesOfNationalId(digits); })
      .then(this, [this, page = m_page, digits,
                   whenNone = std::move(whenNone)](const Result<std::vector<store::CaseloadEntry>>& found) {
        if (page != m_page || digits != digitsOf(m_nationalId).toStdString())
          return;
        m_message = errorText(found.status(), ErrorContext::Opening);
        showOther(found.ok() && !found->empty() ? &found->front() : nullptr);
        if (found.ok() && found->empty())
          whenNone();
      });
}

// A name is told to those alone who have the case.
void NewClientViewModel::showOther(const store::CaseloadEntry* maybeOther) {
  const bool canTell = maybeOther && isMine(*maybeOther);
  m_otherCase = canTell ? maybeOther->caseId : Uuid();
  if (!maybeOther)
    m_sameNationalId.clear();
  else if (canTell)
    m_sameNationalId =
        tr("%1 har en sak fra før med dette fødselsnummeret.").arg(QString::fromStdString(maybeOther->name));
  else
    m_sameNationalId = tr("Noen andre på kontoret har en sak med dette fødselsnummeret fra før. Spør lederen din før "
                          "du lager en ny.");
  emit changed();
}

bool NewClientViewModel::isMine(const store::CaseloadEntry& entry) const {
  return entry.counsellorId == m_context.user.id || entry.secondCounsellorId == m_context.user.id;
}

// Fields that are disabled say so by being finished, as part of what is announced already.
bool NewClientViewModel::canLook() const {
  return m_isOpen && !m_isSaving;
}

void NewClientViewModel::openOther() {
  if (canOpenOther())
    m_context.navigator.go(Navigator::CasePage, m_otherCase);
}

void NewClientViewModel::openSameName() {
  if (canOpenSameName())
    m_context.navigator.go(Navigator::CasePage, m_sameNameCase);
}

void NewClientViewModel::create() {
  if (m_isSaving)
    return;
  m_keeper.leave(); // before the case, whose transaction forgets it: afterwards it would be there for good
  m_isSaving = true;
  emit changed();
  casework::Case file;
  file.id = Uuid::makeV7(m_context.clock);
  const casework::Person person = this->person();
  file.personId = person.id;
  file.counsellorId = m_context.user.id;
  file.contactIntervalDays = kDefaultIntervalDays;
  file.openedAt = m_context.clock.nowMillis();
  m_context.store.write([person, file](store::CaseStore& cases) { return cases.createCase(person, file); })
      .then(this, [this, page = m_page, id = file.id](const Status& status) {
        if (status.ok())
          m_keeper.saved({});
        if (page == m_page)
          finishCreating(status, id);
      });
}

void NewClientViewModel::finishCreating(const Status& status, const Uuid& caseId) {
  m_isSaving = false;
  m_message = errorText(status, ErrorContext::Saving);
  if (!status.ok())
    m_keeper.resume();
  emit changed();
  if (!status.ok())
    return;
  m_context.navigator.back(); // nothing leads back into the form
  m_context.navigator.go(Navigator::CasePage, caseId);
}

void NewClientViewModel::lookForSameName() {
  if (canLook() && !m_firstName.trimmed().isEmpty() && !m_lastName.trimmed().isEmpty())
    lookForName([] {});
}

void NewClientViewModel::lookForName(std::function<void()> whenNone) {
  m_context.store.read([name = fullName().toStdString()](store::CaseStore& cases) { return cases.searchByName(name); })
      .then(this, [this, page = m_page, name = fullName(),
                   whenNone = std::move(whenNone)](const Result<std::vector<store::CaseloadEntry>>& found) {
        if (page != m_page || name != fullName())
          return;
        m_message = errorText(found.status(), ErrorContext::Opening);
        if (found.ok())
          showSameName(*found);
        emit changed();
        if (found.ok() && found->empty())
          whenNone();
      });
}

// The user's own first, which can be opened.
void NewClientViewModel::showSameName(const std::vector<store::CaseloadEntry>& found) {
  m_sameName.clear();
  m_sameNameCase = {};
  if (found.empty())
    return;
  const auto mine = std::ranges::find_if(found, [this](const auto& entry) { return isMine(entry); });
  const store::CaseloadEntry& other = mine != found.end() ? *mine : found.front();
  m_sameNameCase = mine != found.end() ? other.caseId : Uuid();
  m_sameName = tr("Mulig samme person: %1 har en sak fra før.").arg(QString::fromStdString(other.name));
}

void NewClientViewModel::close() {
  m_context.navigator.back();
}

void NewClientViewModel::discard() {
  m_keeper.forget();
  ++m_page;
  begin();
}

} // namespace veikart::ui
