// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"
#include "tests/app/store/store_world.h"

#include <QStringList>

#include <future>
#include <optional>
#include <utility>

namespace veikart::test {

// Waits until what was asked of the store has been shown.
void settle(ui::StoreQueue& queue);

// Kari's tablet with the view models' queue on it: write with `tablet` first, then `open()` and look.
class OfficeWorld {
public:
  Tablet tablet{"Kari"};
  ui::StoreQueue queue;
  ui::Navigator navigator;
  ui::SyncViewModel sync{queue, tablet.clock()};
  ui::AppContext context{tablet.clock(), queue, navigator, {}, {}, {}, {}};

  void open(); // gives the store over to the queue
  void meet(const Id& caseId, int64_t at, const std::string& placeName = "");

  // As it stands in the queue's store.
  template<class Work>
  auto read(Work work) {
    using Found = std::invoke_result_t<Work, store::CaseStore&>;
    std::optional<Found> found;
    queue.read(std::move(work)).then(&queue, [&found](Found answer) { found = std::move(answer); });
    settle(queue);
    return ok(std::move(found.value()));
  }
  std::vector<store::CaseloadEntry> caseload();
  store::CaseOverview overview(const Id& caseId);
};

// Each row as "name | detail | trailing".
QStringList linesOf(const ui::RowModel& rows);

// While it lives the store answers nobody, as with a busy disk.
class HeldStore {
public:
  explicit HeldStore(ui::StoreQueue& queue) {
    queue.read([release = m_release.get_future().share()](store::CaseStore&) {
      release.wait();
      return Status();
    });
  }
  ~HeldStore() { m_release.set_value(); }
  HeldStore(const HeldStore&) = delete;
  HeldStore& operator=(const HeldStore&) = delete;

private:
  std::promise<void> m_release;
};

} // namespace veikart::test
