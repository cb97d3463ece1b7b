// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <functional>

namespace veikart::ui {

// Has something done before the tablet sleeps: logind waits for it, some seconds. The process that takes this one's
// place (exec) lets logind go on. Without logind nothing happens. GUI thread.
class SleepWatch final : public QObject {
  Q_OBJECT

public:
  // `beforeSleep` says whether another process is about to take this one's place; if not, logind waits no longer.
  SleepWatch(QDBusConnection bus, std::function<bool()> beforeSleep);

  bool holdsSleep() const { return m_delay.isValid(); }

signals:
  void holding(); // from now on logind waits

private slots:
  void prepareForSleep(bool isBeginning);

private:
  void hold();

  QDBusConnection m_bus;
  std::function<bool()> m_beforeSleep;
  QDBusUnixFileDescriptor m_delay; // while it is open
};

} // namespace veikart::ui
