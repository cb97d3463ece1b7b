// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QString>

#include <cstdint>

namespace veikart::ui {

// The day and the time of day of an appointment, as they are being written. What is wrong with them stands at its
// field, from check() until either is another. A value; GUI thread.
class TypedMoment {
  Q_DECLARE_TR_FUNCTIONS(TypedMoment)

public:
  void set(const QString& date, const QString& time);
  void setDate(const QString& text, int64_t now);
  void setTime(const QString& text);
  void forgetProblems();

  const QString& date() const { return m_date; } // "2026-11-29", or what was written instead
  const QString& time() const { return m_time; } // "10:00", or what was written instead
  const QString& dateProblem() const { return m_dateProblem; }
  const QString& timeProblem() const { return m_timeProblem; }
  bool hasProblem() const { return !m_dateProblem.isEmpty() || !m_timeProblem.isEmpty(); }

  bool check(int64_t now); // whether it is a moment ahead
  int64_t at() const;      // REQUIRES: check()

private:
  QString m_date, m_time, m_dateProblem, m_timeProblem;
};

} // namespace veikart::ui
