// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/session_store.h"

#include <QFuture>
#include <QThreadPool>

#include <memory>

namespace veikart::ui {

// Saves the client's answers one after the other, off the GUI thread. A save is durable when its future has Ok.
// GUI thread.
class AnswerQueue {
public:
  explicit AnswerQueue(std::unique_ptr<store::SessionStore> store);
  ~AnswerQueue(); // waits for what is queued, then closes the store

  QFuture<Status> save(const std::string& key, const forms::Answer& answer);

private:
  std::unique_ptr<store::SessionStore> m_store; // touched on the pool's one thread only
  QThreadPool m_thread;
};

} // namespace veikart::ui
