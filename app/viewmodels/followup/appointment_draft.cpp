// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/followup/appointment_draft.h"

#include "app/casework/code_lists.h"
#include "app/viewmodels/shared/code_choices.h"
#include "app/viewmodels/shared/date_text.h"

namespace veikart::ui {

namespace {

const QString kUsualTime = QStringLiteral("10:00");

} // namespace

AppointmentDraft::AppointmentDraft(const AppContext& context, QObject* parent) : QObject(parent), m_context(context) {}

void AppointmentDraft::begin() {
  m_date.clear();
  m_placeName.clear();
  forgetProblems();
  m_time = kUsualTime;
  m_type = 0;
  emit changed();
}

void AppointmentDraft::forgetProblems() {
  m_dateProblem.clear();
  m_timeProblem.clear();
}

void AppointmentDraft::setDate(const QString& text) {
  m_date = typedDate(text, DaySide::Future, m_context.clock.nowMillis());
  forgetProblems();
  emit changed();
}

void AppointmentDraft::setTime(const QString& text) {
  m_time = typedTime(text);
  forgetProblems();
  emit changed();
}

QStringList AppointmentDraft::dateLabels() const {
  return {tr("I morgen"), tr("Om en uke"), tr("Om to uker")};
}

QStringList AppointmentDraft::dateValues() const {
  return daysFrom(m_context.clock.nowMillis(), {1, 7, 14});
}

bool AppointmentDraft::isBegun() const {
  return !m_date.isEmpty() || m_time != kUsualTime || !m_placeName.trimmed().isEmpty();
}

bool AppointmentDraft::check() {
  forgetProblems();
  const int64_t now = m_context.clock.nowMillis();
  if (isBegun() && m_date.isEmpty())
    m_dateProblem = tr("Skriv hvilken dag neste avtale er.");
  else if (isBegun() && !isDate(m_date))
    m_dateProblem = tr("Skriv dagen for neste avtale, for eksempel 24.12.");
  else if (isBegun() && !isTime(m_time))
    m_timeProblem = tr("Skriv klokkeslettet for neste avtale, for eksempel 10:00.");
  else if (isBegun() && momentOf(m_date, m_time) < now)
    (isPast(m_date.toStdString(), now) ? m_dateProblem : m_timeProblem) = tr("Neste avtale må være fram i tid.");
  emit changed();
  return !hasProblem();
}

std::optional<casework::Appointment> AppointmentDraft::finish(const Uuid& caseId) const {
  if (m_date.isEmpty())
    return std::nullopt;
  casework::Appointment appointment;
  appointment.id = Uuid::makeV7(m_context.clock);
  appointment.caseId = caseId;
  appointment.withStaffId = m_context.user.id;
  appointment.at = momentOf(m_date, m_time);
  appointment.type = codeAt(casework::contactTypes(), m_type);
  appointment.placeName = m_placeName.trimmed().toStdString();
  return appointment;
}

} // namespace veikart::ui
