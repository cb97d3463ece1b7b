// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/application/sleep_watch.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace veikart::ui {

namespace {

const QString kService = QStringLiteral("org.freedesktop.login1");
const QString kPath = QStringLiteral("/org/freedesktop/login1");
const QString kManager = QStringLiteral("org.freedesktop.login1.Manager");

} // namespace

SleepWatch::SleepWatch(QDBusConnection bus, std::function<bool()> beforeSleep)
    : m_bus(std::move(bus)), m_beforeSleep(std::move(beforeSleep)) {
  if (!m_bus.isConnected())
    return;
  m_bus.connect(kService, kPath, kManager, QStringLiteral("PrepareForSleep"), this, SLOT(prepareForSleep(bool)));
  hold();
}

void SleepWatch::hold() {
  QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kManager, QStringLiteral("Inhibit"));
  call << QStringLiteral("sleep") << QStringLiteral("Veikart") << tr("Låser saker før nettbrettet sover")
       << QStringLiteral("delay");
  auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
    answer->deleteLater();
    if (!reply.isValid())
      return;
    m_delay = reply.value();
    emit holding();
  });
}

// Awake again in this same process: it could not be replaced, or the tablet did not sleep.
void SleepWatch::prepareForSleep(bool isBeginning) {
  if (!isBeginning && !holdsSleep())
    hold();
  if (isBeginning && !m_beforeSleep())
    m_delay = {};
}

} // namespace veikart::ui
