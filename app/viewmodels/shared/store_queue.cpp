// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/store_queue.h"

#include <future>

namespace veikart::ui {

StoreQueue::StoreQueue() : m_worker(std::make_unique<QObject>()) {
  m_thread.setObjectName(QStringLiteral("store"));
  m_worker->moveToThread(&m_thread);
  m_thread.start();
}

StoreQueue::~StoreQueue() {
  post([this] { m_store.reset(); });
  m_worker.release()->deleteLater();
  m_thread.quit();
  m_thread.wait();
}

void StoreQueue::post(std::function<void()> work) {
  QMetaObject::invokeMethod(m_worker.get(), std::move(work), Qt::QueuedConnection);
}

QFuture<Status> StoreQueue::open(Opener opener) {
  Answer<Status> answer;
  post([this, answer, opener = std::move(opener)]() mutable {
    m_store.reset();
    Result<std::unique_ptr<store::CaseStore>> opened = opener();
    answer.reportResult(opened.status());
    if (opened.ok()) {
      m_store = *std::move(opened);
      // What is asked of the store because of it is asked after the work that brought it is done.
      m_store->onContentCame(
          [this] { QMetaObject::invokeMethod(this, &StoreQueue::contentCame, Qt::QueuedConnection); });
    }
    finish(answer, false);
  });
  return answer.future();
}

QFuture<Status> StoreQueue::close() {
  Answer<Status> answer;
  post([this, answer]() mutable {
    m_store.reset();
    answer.reportResult(Status());
    finish(answer, false);
  });
  return answer.future();
}

Status StoreQueue::runAndWait(const std::function<Status(store::CaseStore&)>& work) {
  std::promise<Status> done;
  post([&] { done.set_value(m_store ? work(*m_store) : Status::busy("no store is open")); });
  return done.get_future().get();
}

} // namespace veikart::ui
