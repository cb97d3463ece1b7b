// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/client/answer_queue.h"

#include <QPromise>

namespace veikart::ui {

AnswerQueue::AnswerQueue(std::unique_ptr<store::SessionStore> store) : m_store(std::move(store)) {
  m_thread.setMaxThreadCount(1);
  m_thread.setExpiryTimeout(-1);
}

AnswerQueue::~AnswerQueue() {
  m_thread.waitForDone();
}

QFuture<Status> AnswerQueue::save(const std::string& key, const forms::Answer& answer) {
  auto promise = std::make_shared<QPromise<Status>>();
  promise->start();
  m_thread.start([this, promise, key, answer] {
    promise->addResult(m_store->saveAnswer(key, answer));
    promise->finish();
  });
  return promise->future();
}

} // namespace veikart::ui
