// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/typed_moment.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace veikart::ui {

// The next appointment, while it is being agreed. Owned by the page's view model. GUI thread.
class AppointmentDraft final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by view models")
  // "2026-11-29" and "10:00", or what was written instead; no date: none agreed
  Q_PROPERTY(QString date READ date WRITE setDate NOTIFY changed FINAL)
  Q_PROPERTY(QString time READ time WRITE setTime NOTIFY changed FINAL)
  Q_PROPERTY(int type MEMBER m_type NOTIFY changed FINAL) // index into the contact types
  Q_PROPERTY(QString placeName MEMBER m_placeName NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> dateLabels READ dateLabels NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> dateValues READ dateValues NOTIFY changed FINAL)
  Q_PROPERTY(bool isBegun READ isBegun NOTIFY changed FINAL)
  Q_PROPERTY(QString dateProblem READ dateProblem NOTIFY changed FINAL)
  Q_PROPERTY(QString timeProblem READ timeProblem NOTIFY changed FINAL)

public:
  AppointmentDraft(const AppContext& context, QObject* parent);

  void begin();
  QString date() const { return m_moment.date(); }
  void setDate(const QString& text);
  QString time() const { return m_moment.time(); }
  void setTime(const QString& text);
  QStringList dateLabels() const;
  QStringList dateValues() const;
  QString dateProblem() const { return m_moment.dateProblem(); }
  QString timeProblem() const { return m_moment.timeProblem(); }
  bool hasProblem() const { return m_moment.hasProblem(); }

  bool isBegun() const; // something of it was written

  // Whether there is nothing to mend; the problems say what otherwise, until the day or the time is another. Nothing
  // written means no appointment, which is fine.
  bool check();
  // REQUIRES: check()
  std::optional<casework::Appointment> finish(const Uuid& caseId) const;

signals:
  void changed();

private:
  const AppContext& m_context;
  TypedMoment m_moment;
  QString m_placeName;
  int m_type = 0;
};

} // namespace veikart::ui
