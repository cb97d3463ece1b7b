// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/followup/appointment_draft.h"

#include "app/casework/code_lists.h"
#include "app/viewmodels/shared/code_choices.h"
#include "app/viewmodels/shared/date_text.h"

#include <QDateTime>

namespace veikart::ui {

namespace {

const QString kUsualTime = QStringLiteral("10:00");

// Invalid unless both are. A day without a time of day would be midnight to QDateTime.
QDateTime parsed(const QString& date, const QString& time) {
  const QTime clock = QTime::fromString(time, QStringLiteral("hh:mm"));
  return clock.isValid() ? QDateTime(QDate::fromString(date, Qt::ISODate), clock) : QDateTime();
}

} // namespace

AppointmentDraft::AppointmentDraft(const AppContext& context, QObject* parent) : QObject(parent), m_context(context) {}

void AppointmentDraft::begin() {
  m_date.clear();
  m_placeName.clear();
  m_problem.clear();
  m_time = kUsualTime;
  m_type = 0;
  emit changed();
}

void AppointmentDraft::setDate(const QString& text) {
  m_date = typedDate(text, DaySide::Future, m_context.clock.nowMillis());
  emit changed();
}

void AppointmentDraft::setTime(const QString& text) {
  m_time = typedTime(text);
  emit changed();
}

QStringList AppointmentDraft::dateLabels() const {
  return {tr("I morgen"), tr("Om en uke"), tr("Om to uker")};
}

QStringList AppointmentDraft::dateValues() const {
  const QDate today = QDateTime::fromMSecsSinceEpoch(m_context.clock.nowMillis()).date();
  return {today.addDays(1).toString(Qt::ISODate), today.addDays(7).toString(Qt::ISODate),
          today.addDays(14).toString(Qt::ISODate)};
}

bool AppointmentDraft::isBegun() const {
  return !m_date.isEmpty() || m_time != kUsualTime || !m_placeName.trimmed().isEmpty();
}

bool AppointmentDraft::check() {
  const QDateTime at = parsed(m_date, m_time);
  m_problem.clear();
  if (m_date.isEmpty() && isBegun())
    m_problem = tr("Skriv hvilken dag neste avtale er.");
  else if (!m_date.isEmpty() && !at.isValid())
    m_problem = tr("Skriv dag og klokkeslett for neste avtale, for eksempel 24.12 og 10:00.");
  else if (!m_date.isEmpty() && at.toMSecsSinceEpoch() < m_context.clock.nowMillis())
    m_problem = tr("Neste avtale må være fram i tid.");
  emit changed();
  return m_problem.isEmpty();
}

std::optional<casework::Appointment> AppointmentDraft::finish(const Uuid& caseId) const {
  if (m_date.isEmpty())
    return std::nullopt;
  casework::Appointment appointment;
  appointment.id = Uuid::makeV7(m_context.clock);
  appointment.caseId = caseId;
  appointment.withStaffId = m_context.user.id;
  appointment.at = parsed(m_date, m_time).toMSecsSinceEpoch();
  appointment.type = codeAt(casework::contactTypes(), m_type);
  appointment.placeName = m_placeName.trimmed().toStdString();
  return appointment;
}

} // namespace veikart::ui
