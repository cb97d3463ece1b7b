// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/emergency_view_model.h"

#include "app/casework/known_by.h"
#include "app/store/name_folding.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"

#include <QThreadPool>

namespace veikart::ui {

namespace {

constexpr qsizetype kMinReasonLetters = 15;
constexpr qsizetype kMaxReasonLetters = 500; // of at most two bytes each: the office takes 1000 bytes

} // namespace

EmergencyViewModel::EmergencyViewModel(AppContext& context, SyncViewModel& sync) : m_context(context), m_sync(sync) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    ++m_page;
    for (QString* text : {&m_number, &m_firstName, &m_reason, &m_outcome, &m_message})
      text->clear();
    m_coming = {};
    m_wasChecked = m_isAsking = false;
    emit changed();
  });
  connect(&sync, &SyncViewModel::dataArrived, this, &EmergencyViewModel::goOnceItIsHere);
}

std::vector<sync::CaseKey> EmergencyViewModel::keysWith(const QString& firstName) const {
  return casework::keysOfNumber(m_context.enrolment.officeId, m_number.toStdString(),
                                store::foldedName(firstName.trimmed().toStdString()));
}

QString EmergencyViewModel::numberError() const {
  const bool isWrong = keysWith(QStringLiteral("any")).empty();
  return m_wasChecked && isWrong ? tr("Skriv fødselsnummeret, 11 sifre, eller telefonnummeret, 8 sifre.") : QString();
}

QString EmergencyViewModel::firstNameError() const {
  const bool isLacking = numberError().isEmpty() && keysWith(m_firstName).empty();
  return m_wasChecked && isLacking ? tr("Skriv fornavnet. Flere kan ha samme telefonnummer.") : QString();
}

QString EmergencyViewModel::reasonError() const {
  const qsizetype letters = m_reason.trimmed().size();
  if (m_wasChecked && letters < kMinReasonLetters)
    return tr("Skriv hvorfor du må se saken nå, så lederen forstår det.");
  return m_wasChecked && letters > kMaxReasonLetters ? tr("Skriv kortere. Det er plass til 500 tegn.") : QString();
}

// The office may take its time: the store's thread serves every page.
void EmergencyViewModel::open() {
  if (m_isAsking)
    return;
  m_wasChecked = true;
  m_outcome.clear();
  m_message.clear();
  m_isAsking = !keysWith(m_firstName).empty() && reasonError().isEmpty();
  emit changed();
  if (!m_isAsking)
    return;
  m_context.store.prepare([] { return Status(); })
      .then(QThreadPool::globalInstance(),
            [enrolment = m_context.enrolment, keys = keysWith(m_firstName), reason = m_reason.trimmed().toStdString()](
                const Status&) { return sync::openInEmergency(enrolment, keys, reason); })
      .then(this, [this, page = m_page](const Result<sync::EmergencyOpening>& opening) {
        if (page != m_page)
          return;
        m_isAsking = false;
        m_message = errorText(opening.status(), ErrorContext::Emergency);
        if (opening.ok())
          take(*opening);
        emit changed();
      });
}

void EmergencyViewModel::take(const sync::EmergencyOpening& opening) {
  if (opening.cases.empty()) {
    m_outcome =
        tr("Kontoret fant ingen sak som kan åpnes slik. Se etter om nummeret og fornavnet er riktige. Er de det, "
           "ring lederen.");
    return;
  }
  m_outcome = tr("Saken er åpen for deg til %1. Den hentes nå.")
                  .arg(momentText(opening.untilMillis, m_context.clock.nowMillis()));
  m_coming = opening.cases.front();
  m_sync.syncNow();
  goOnceItIsHere(); // it may be here already
}

void EmergencyViewModel::goOnceItIsHere() {
  if (m_coming.isNil())
    return;
  m_context.store.read([caseId = m_coming](store::CaseStore& cases) { return cases.standing(caseId); })
      .then(this, [this, caseId = m_coming](const Result<store::CaseStanding>& standing) {
        if (caseId != m_coming || !standing.ok() || *standing != store::CaseStanding::Here)
          return;
        m_context.navigator.restart(Navigator::Caseload);
        m_context.navigator.go(Navigator::CasePage, caseId);
      });
}

void EmergencyViewModel::close() {
  m_context.navigator.back();
}

} // namespace veikart::ui
