// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/followup/appointment_draft.h"

#include "app/casework/code_lists.h"
#include "app/viewmodels/shared/code_choices.h"

#include <QDateTime>

namespace veikart::ui {

namespace {

QDateTime parsed(const QString& date, const QString& time) {
  return QDateTime(QDate::fromString(date, Qt::ISODate), QTime::fromString(time, QStringLiteral("hh:mm")));
}

} // namespace

AppointmentDraft::AppointmentDraft(const AppContext& context, QObject* parent) : QObject(parent), m_context(context) {}

void AppointmentDraft::begin() {
  m_date.clear();
  m_placeName.clear();
  m_problem.clear();
  m_time = QStringLiteral("10:00");
  m_type = 0;
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

bool AppointmentDraft::check() {
  const QDateTime at = parsed(m_date, m_time);
  m_problem.clear();
  if (!m_date.isEmpty() && !at.isValid())
    m_problem = tr("Skriv dag og klokkeslett for neste avtale, for eksempel 10:00.");
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
