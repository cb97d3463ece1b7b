// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/typed_moment.h"

#include "app/viewmodels/shared/date_text.h"

namespace veikart::ui {

void TypedMoment::set(const QString& date, const QString& time) {
  m_date = date;
  m_time = time;
  forgetProblems();
}

void TypedMoment::setDate(const QString& text, int64_t now) {
  set(typedDate(text, DaySide::Future, now), m_time);
}

void TypedMoment::setTime(const QString& text) {
  set(m_date, typedTime(text));
}

void TypedMoment::forgetProblems() {
  m_dateProblem.clear();
  m_timeProblem.clear();
}

bool TypedMoment::check(int64_t now) {
  forgetProblems();
  if (!isDate(m_date))
    m_dateProblem = tr("Skriv dagen, for eksempel 24.12.");
  else if (!isTime(m_time))
    m_timeProblem = tr("Skriv klokkeslettet, for eksempel 10:00.");
  else if (at() < now)
    (isPast(m_date.toStdString(), now) ? m_dateProblem : m_timeProblem) = tr("Avtalen må være fram i tid.");
  return !hasProblem();
}

int64_t TypedMoment::at() const {
  return momentOf(m_date, m_time);
}

} // namespace veikart::ui
