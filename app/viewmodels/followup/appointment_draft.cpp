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
  m_moment.set({}, kUsualTime);
  m_placeName.clear();
  m_type = 0;
  emit changed();
}

void AppointmentDraft::setDate(const QString& text) {
  m_moment.setDate(text, m_context.clock.nowMillis());
  emit changed();
}

void AppointmentDraft::setTime(const QString& text) {
  m_moment.setTime(text);
  emit changed();
}

QStringList AppointmentDraft::dateLabels() const {
  return {tr("I morgen"), tr("Om en uke"), tr("Om to uker")};
}

QStringList AppointmentDraft::dateValues() const {
  return daysFrom(m_context.clock.nowMillis(), {1, 7, 14});
}

bool AppointmentDraft::isBegun() const {
  return !m_moment.date().isEmpty() || m_moment.time() != kUsualTime || !m_placeName.trimmed().isEmpty();
}

bool AppointmentDraft::check() {
  m_moment.forgetProblems();
  const bool isFine = !isBegun() || m_moment.check(m_context.clock.nowMillis());
  emit changed();
  return isFine;
}

std::optional<casework::Appointment> AppointmentDraft::finish(const Uuid& caseId) const {
  if (m_moment.date().isEmpty())
    return std::nullopt;
  casework::Appointment appointment;
  appointment.id = Uuid::makeV7(m_context.clock);
  appointment.caseId = caseId;
  appointment.withStaffId = m_context.user.id;
  appointment.at = m_moment.at();
  appointment.type = codeAt(casework::contactTypes(), m_type);
  appointment.placeName = m_placeName.trimmed().toStdString();
  return appointment;
}

} // namespace veikart::ui
