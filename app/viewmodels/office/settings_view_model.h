// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/device_folder.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>

namespace veikart::ui {

// What the user decides over the tablet: text size, sending now, locking and when it locks by itself. GUI thread.
class SettingsViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(veikart::ui::SyncViewModel* sync READ sync CONSTANT FINAL)
  // 1 to 2; the tablet's own, known before the PIN is typed.
  Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed FINAL)
  Q_PROPERTY(int lockMinutes READ lockMinutes WRITE setLockMinutes NOTIFY changed FINAL) // without input
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isPractice READ isPractice NOTIFY changed FINAL) // fictitious people only

public:
  SettingsViewModel(AppContext& context, SyncViewModel& sync, DeviceFolder folder);

  SyncViewModel* sync() { return &m_sync; }
  double textScale() const { return m_textScale; }
  void setTextScale(double textScale); // kept for the next start
  int lockMinutes() const { return m_lockMinutes; }
  void setLockMinutes(int minutes); // kept too
  const QString& message() const { return m_message; }
  bool isPractice() const { return m_context.enrolment.isPractice; }
  Q_INVOKABLE void lock() { m_context.lock(); }
  Q_INVOKABLE void changeLock() { m_context.navigator.go(Navigator::ChangeLock); }

signals:
  void changed();

private:
  void keep(std::function<Status(const DeviceFolder&)> save);

  AppContext& m_context;
  SyncViewModel& m_sync;
  DeviceFolder m_folder;
  double m_textScale;
  int m_lockMinutes;
  QString m_message;
};

} // namespace veikart::ui
