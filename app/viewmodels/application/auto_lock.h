// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"

#include <QObject>
#include <QQmlEngine>
#include <QTimer>

namespace veikart::ui {

// Locks a tablet that is left: after some minutes without input, and half a minute after another window came in front.
// From that moment nothing of the pages is to be seen, in a task switcher either. What is typed is kept, as when
// somebody locks (AppContext::lock). Does nothing while it is locked. GUI thread.
class AutoLock final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(bool covers READ covers NOTIFY changed FINAL)      // the pages, which are not to be seen
  Q_PROPERTY(QString warning READ warning NOTIFY changed FINAL) // that it locks soon; empty: it does not

public:
  static constexpr int64_t kAwayMillis = 30'000;    // long enough to answer a call
  static constexpr int64_t kWarningMillis = 30'000; // before it locks for want of input

  AutoLock(AppContext& context, int minutes);

  void setMinutes(int minutes) { m_minutes = minutes; }
  bool covers() const { return m_leftAt > 0; }
  QString warning() const;

signals:
  void changed();

private:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void used();
  void follow(Qt::ApplicationState state);
  void look();
  int64_t millisLeft() const;

  AppContext& m_context;
  int m_minutes;
  QTimer m_timer;
  int64_t m_usedAt = 0;
  int64_t m_leftAt = 0; // 0: this window is in front
  int m_secondsTold = 0;
};

} // namespace veikart::ui
