// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QTimer>

namespace veikart::ui {

// When to save what is being typed: after a short rest, and every other second for somebody who types without one. It
// is active while something typed waits. GUI thread.
class RestTimer final : public QTimer {
public:
  RestTimer() {
    setSingleShot(true);
    setInterval(kRestMillis);
  }

  void typed() {
    if (!isActive())
      m_waitsSince.start();
    if (!isActive() || m_waitsSince.elapsed() < kLongestWaitMillis)
      start(); // else the rest under way ends by itself
  }

private:
  static constexpr int kRestMillis = 800;
  static constexpr qint64 kLongestWaitMillis = 2000;

  QElapsedTimer m_waitsSince;
};

} // namespace veikart::ui
