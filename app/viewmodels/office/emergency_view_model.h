// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/sync_view_model.h"
#include "sync/client/emergency.h"

#include <QObject>
#include <QQmlEngine>

namespace veikart::ui {

// A colleague's case is opened in an emergency: by whom it is about, with a reason that its keepers and the supervisor
// read, for a day. It needs the office, and the case's page comes up when the case has come from there. Nothing that is
// written here is kept. GUI thread.
class EmergencyViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString number MEMBER m_number NOTIFY changed FINAL) // national identity number, or telephone
  Q_PROPERTY(QString firstName MEMBER m_firstName NOTIFY changed FINAL)
  Q_PROPERTY(QString reason MEMBER m_reason NOTIFY changed FINAL)
  Q_PROPERTY(QString numberError READ numberError NOTIFY changed FINAL)
  Q_PROPERTY(QString firstNameError READ firstNameError NOTIFY changed FINAL)
  Q_PROPERTY(QString reasonError READ reasonError NOTIFY changed FINAL)
  Q_PROPERTY(bool isAsking READ isAsking NOTIFY changed FINAL)
  Q_PROPERTY(QString outcome READ outcome NOTIFY changed FINAL) // what the office said; empty: not asked
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
  EmergencyViewModel(AppContext& context, SyncViewModel& sync);

  QString numberError() const;
  QString firstNameError() const;
  QString reasonError() const;
  bool isAsking() const { return m_isAsking; }
  QString outcome() const { return m_outcome; }
  QString message() const { return m_message; }

  Q_INVOKABLE void open();
  Q_INVOKABLE void close();

signals:
  void changed();

private:
  std::vector<sync::CaseKey> keysWith(const QString& firstName) const;
  void take(const sync::EmergencyOpening& opening);
  void goOnceItIsHere();

  AppContext& m_context;
  SyncViewModel& m_sync;
  QString m_number, m_firstName, m_reason, m_outcome, m_message;
  Uuid m_coming;  // the case that was opened and has not come yet
  int m_page = 0; // which coming up of the page this is
  bool m_wasChecked = false, m_isAsking = false;
};

} // namespace veikart::ui
