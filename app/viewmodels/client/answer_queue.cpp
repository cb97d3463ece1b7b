// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/client/answer_queue.h"

#include <algorithm>

namespace veikart::ui {

AnswerQueue::AnswerQueue(std::unique_ptr<store::SessionStore> store) : m_store(std::move(store)) {
  m_thread.setMaxThreadCount(1);
  m_thread.setExpiryTimeout(-1);
}

AnswerQueue::~AnswerQueue() {
  m_thread.waitForDone();
}

void AnswerQueue::save(const std::string& key, const forms::Answer& answer) {
  const uint64_t turn = ++m_turn;
  m_unsaved[key] = Unsaved{answer, turn};
  m_thread.start([this, key, answer, turn] {
    const Status status = m_store->saveAnswer(key, answer);
    QMetaObject::invokeMethod(this, [this, key, turn, status] { end(key, turn, status); }, Qt::QueuedConnection);
  });
}

void AnswerQueue::retry() {
  for (const auto& [key, unsaved] : std::map(m_unsaved))
    if (unsaved.hasFailed)
      save(key, unsaved.answer);
}

void AnswerQueue::end(const std::string& key, uint64_t turn, const Status& status) {
  const auto unsaved = m_unsaved.find(key);
  if (unsaved == m_unsaved.end() || unsaved->second.turn != turn)
    return;
  if (status.ok()) {
    m_unsaved.erase(unsaved);
  } else {
    unsaved->second.hasFailed = true;
    m_failure = status;
  }
  emit ended();
}

bool AnswerQueue::isSaving() const {
  return std::ranges::any_of(m_unsaved, [](const auto& entry) { return !entry.second.hasFailed; });
}

Status AnswerQueue::failure() const {
  const bool hasFailed = std::ranges::any_of(m_unsaved, [](const auto& entry) { return entry.second.hasFailed; });
  return hasFailed ? m_failure : Status();
}

} // namespace veikart::ui
