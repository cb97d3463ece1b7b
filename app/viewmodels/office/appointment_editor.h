// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/typed_moment.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace veikart::ui {

// Moves and cancels an agreed appointment; both can be taken back as long as the page stands. Owned by the page's view
// model, which reads anew after `saved` and shows what it found. GUI thread.
class AppointmentEditor final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by view models")
  Q_PROPERTY(bool hasAppointment READ hasAppointment NOTIFY changed FINAL)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL) // until what was written is shown
  Q_PROPERTY(bool canCancel READ canCancel NOTIFY changed FINAL)
  Q_PROPERTY(bool isMoving READ isMoving NOTIFY changed FINAL)
  // "2026-11-29" and "10:00", or what was written instead
  Q_PROPERTY(QString date READ date WRITE setDate NOTIFY changed FINAL)
  Q_PROPERTY(QString time READ time WRITE setTime NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> dateLabels READ dateLabels CONSTANT FINAL)
  Q_PROPERTY(QList<QString> dateValues READ dateValues NOTIFY changed FINAL)
  // Until the day or the time is another.
  Q_PROPERTY(QString dateProblem READ dateProblem NOTIFY changed FINAL)
  Q_PROPERTY(QString timeProblem READ timeProblem NOTIFY changed FINAL)
  // "Avtalen med Ola Nordli i morgen 10:00 er avlyst.", "Avtalen med Ola Nordli er flyttet til …"
  Q_PROPERTY(QString cancelledText READ cancelledText NOTIFY changed FINAL)
  Q_PROPERTY(QString movedText READ movedText NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
  AppointmentEditor(AppContext& context, QObject* parent);

  void clear();                                                           // another page has come up
  void show(const casework::Appointment* maybeNext, const QString& with); // `with`: the client, as the page may say it
  bool hasAppointment() const { return !m_next.id.isNil(); }
  bool isBusy() const { return m_isWriting || m_awaitsShow; }
  // One at a time: the button must not cancel the following appointment, which takes the place of the first.
  bool canCancel() const { return hasAppointment() && !isBusy() && m_cancelled.id.isNil(); }
  bool isMoving() const { return m_isMoving; }
  QString date() const { return m_moment.date(); }
  void setDate(const QString& text);
  QString time() const { return m_moment.time(); }
  void setTime(const QString& text);
  QStringList dateLabels() const;
  QStringList dateValues() const;
  QString dateProblem() const { return m_moment.dateProblem(); }
  QString timeProblem() const { return m_moment.timeProblem(); }
  QString cancelledText() const { return m_cancelledText; }
  QString movedText() const { return m_movedText; }
  QString message() const { return m_message; }

  Q_INVOKABLE void move(); // asks for another time
  Q_INVOKABLE void stopMoving();
  Q_INVOKABLE void save();
  Q_INVOKABLE void cancel();
  Q_INVOKABLE void restore();  // what was cancelled last
  Q_INVOKABLE void moveBack(); // what was moved last

signals:
  void changed();
  void saved(); // the appointment is another one now

private:
  void moveTo(const Uuid& id, int64_t at, std::function<void()> whenDone);
  void write(std::function<Status(store::CaseStore&)> work, std::function<void()> whenDone);

  AppContext& m_context;
  casework::Appointment m_next;      // nil id: none
  casework::Appointment m_cancelled; // nil id: none
  casework::Appointment m_moved;     // as it was; nil id: none
  TypedMoment m_moment;
  QString m_with, m_cancelledText, m_movedText, m_message;
  int m_page = 0; // which coming up of the page this is
  bool m_isMoving = false, m_isWriting = false, m_awaitsShow = false;
};

} // namespace veikart::ui
