// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/session_store.h"

#include <QObject>
#include <QThreadPool>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace veikart::ui {

// Saves the client's answers one after the other, off the GUI thread, and knows which of them are not durable yet: what
// is on its way, and what failed, which stays here until `retry` has saved it or a newer answer replaces it. GUI
// thread.
class AnswerQueue final : public QObject {
  Q_OBJECT

public:
  explicit AnswerQueue(std::unique_ptr<store::SessionStore> store);
  ~AnswerQueue() override; // waits for what is on its way, then closes the store

  void save(const std::string& key, const forms::Answer& answer);
  void retry(); // all that failed

  bool isSaving() const;
  Status failure() const; // why something is not saved and not on its way; else Ok

signals:
  void ended(); // the newest save of an answer, well or badly; never before the one who saved has returned

private:
  struct Unsaved {
    forms::Answer answer;
    uint64_t turn = 0; // an older save's outcome says nothing of this one
    bool hasFailed = false;
  };

  void end(const std::string& key, uint64_t turn, const Status& status);

  std::unique_ptr<store::SessionStore> m_store; // touched on the pool's one thread only
  QThreadPool m_thread;
  std::map<std::string, Unsaved> m_unsaved;
  uint64_t m_turn = 0;
  Status m_failure; // the last one
};

} // namespace veikart::ui
