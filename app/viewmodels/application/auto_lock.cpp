// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/application/auto_lock.h"

#include <QEvent>
#include <QGuiApplication>

#include <algorithm>

namespace veikart::ui {

namespace {

constexpr int kLookMillis = 1000;

bool isInput(QEvent::Type type) {
  switch (type) {
  case QEvent::KeyPress:
  case QEvent::InputMethod:
  case QEvent::MouseButtonPress:
  case QEvent::MouseMove:
  case QEvent::Wheel:
  case QEvent::TabletPress:
  case QEvent::TouchBegin:
  case QEvent::TouchUpdate:
    return true;
  default:
    return false;
  }
}

} // namespace

// What is pressed through a screen reader is no input event, but takes the focus or leads to another page.
AutoLock::AutoLock(AppContext& context, int minutes)
    : m_context(context), m_minutes(minutes), m_usedAt(context.clock.nowMillis()) {
  QCoreApplication::instance()->installEventFilter(this);
  connect(&context.navigator, &Navigator::changed, this, &AutoLock::used);
  connect(&m_timer, &QTimer::timeout, this, &AutoLock::look);
  if (const auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance())) {
    connect(application, &QGuiApplication::focusObjectChanged, this, &AutoLock::used);
    connect(application, &QGuiApplication::applicationStateChanged, this, &AutoLock::follow);
  }
  m_timer.start(kLookMillis);
}

bool AutoLock::eventFilter(QObject* watched, QEvent* event) {
  if (isInput(event->type()))
    used();
  return QObject::eventFilter(watched, event);
}

void AutoLock::used() {
  m_usedAt = m_context.clock.nowMillis();
  if (m_secondsTold == 0)
    return;
  m_secondsTold = 0;
  emit changed();
}

void AutoLock::follow(Qt::ApplicationState state) {
  const bool isLeft = state != Qt::ApplicationActive;
  if (isLeft == covers())
    return;
  m_leftAt = isLeft ? m_context.clock.nowMillis() : 0;
  emit changed();
}

// By the wall clock, which goes on while the tablet sleeps; one that was set back begins the wait anew.
int64_t AutoLock::millisLeft() const {
  const int64_t now = m_context.clock.nowMillis();
  const int64_t unused = m_usedAt + m_minutes * 60'000LL - now;
  return covers() ? std::min(unused, m_leftAt + kAwayMillis - now) : unused;
}

void AutoLock::look() {
  const int64_t now = m_context.clock.nowMillis();
  m_usedAt = std::min(m_usedAt, now);
  m_leftAt = std::min(m_leftAt, now);
  if (!m_context.navigator.isUnlocked())
    return;
  const int64_t left = millisLeft();
  if (left <= 0) {
    m_usedAt = now; // it is not asked twice while what is typed is being kept
    m_context.lock();
    return;
  }
  const int seconds = left <= kWarningMillis ? static_cast<int>((left + 999) / 1000) : 0;
  if (seconds != m_secondsTold) {
    m_secondsTold = seconds;
    emit changed();
  }
}

QString AutoLock::warning() const {
  return m_secondsTold > 0
             ? tr("Nettbrettet låses om %n sekunder. Det du har skrevet, blir tatt vare på. Trykk hvor som "
                  "helst for å fortsette.",
                  nullptr, m_secondsTold)
             : QString();
}

} // namespace veikart::ui
