// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/case_store.h"

#include <QFuture>
#include <QFutureInterface>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace veikart::ui {

// The store's thread, and the only way to the store: work is queued and its result comes back as a future, which is
// finished from the GUI thread's event loop. So a continuation runs there, in the order of the questions, and never
// before the one who asked has returned:
//
//   m_context.store.read([id](store::CaseStore& cases) { return cases.caseOverview(id); })
//       .then(this, [this](Result<store::CaseOverview> overview) { … });
//
// Work must return Status or Result<T>; while no store is open it is not run and yields Busy. Lives on the GUI thread.
class StoreQueue final : public QObject {
  Q_OBJECT

public:
  using Opener = std::function<Result<std::unique_ptr<store::CaseStore>>()>;

  StoreQueue();
  ~StoreQueue() override; // finishes what is queued, then closes the store

  QFuture<Status> open(Opener opener); // runs `opener` on the store's thread
  QFuture<Status> close();

  // What takes its time and comes before there is a store: a question to the hub, a look at the hardware.
  template<class Work>
  auto prepare(Work work) {
    using Outcome = std::invoke_result_t<Work>;
    Answer<Outcome> answer;
    post([this, answer, work = std::move(work)]() mutable {
      answer.reportResult(work());
      finish(answer, false);
    });
    return answer.future();
  }

  template<class Work>
  auto read(Work work) {
    return enqueue(std::move(work), false);
  }

  // Writes what stays on this device: nothing is announced, for nothing of it is to be sent.
  template<class Work>
  auto keep(Work work) {
    return enqueue(std::move(work), false);
  }

  // Writes what is to be sent; when the work succeeded, `written` follows.
  template<class Work>
  auto write(Work work) {
    return enqueue(std::move(work), true);
  }

  // Runs `work` on the store's thread and waits for it. Never call it on the GUI thread.
  Status runAndWait(const std::function<Status(store::CaseStore&)>& work);

signals:
  void written();
  void contentCame(); // of an attachment: all of it is here now

private:
  // What QPromise stands on. A continuation that takes a result which can't be copied takes the future's state with it,
  // and ~QPromise of Qt 6.4 would then run that continuation once more.
  template<class Outcome>
  class Answer : public QFutureInterface<Outcome> {
  public:
    Answer() { this->reportStarted(); }
  };

  template<class Work>
  auto enqueue(Work work, bool announces) {
    using Outcome = std::invoke_result_t<Work, store::CaseStore&>;
    Answer<Outcome> answer;
    post([this, answer, announces, work = std::move(work)]() mutable {
      Outcome outcome = m_store ? work(*m_store) : Outcome(Status::busy("no store is open"));
      const bool announce = announces && outcome.ok();
      answer.reportResult(std::move(outcome));
      finish(answer, announce);
    });
    return answer.future();
  }

  template<class Outcome>
  void finish(Answer<Outcome> answer, bool announce) {
    auto onGuiThread = [this, answer, announce]() mutable {
      answer.reportFinished();
      if (announce)
        emit written();
    };
    QMetaObject::invokeMethod(this, std::move(onGuiThread), Qt::QueuedConnection);
  }

  void post(std::function<void()> work);

  std::unique_ptr<store::CaseStore> m_store; // touched on m_thread only
  QThread m_thread;
  std::unique_ptr<QObject> m_worker; // lives on m_thread
};

} // namespace veikart::ui
