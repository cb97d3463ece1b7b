// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"
#include "tests/app/store/store_world.h"

#include <QStringList>

namespace veikart::test {

// Kari's tablet with the view models' queue on it: write with `tablet` first, then `open()` and look.
class OfficeWorld {
public:
  Tablet tablet{"Kari"};
  ui::StoreQueue queue;
  ui::Navigator navigator;
  ui::SyncViewModel sync{queue, tablet.clock()};
  ui::AppContext context{tablet.clock(), queue, navigator, tablet.folder().path(), {}, {}, {}, {}};

  void open(); // gives the store over to the queue
  void meet(const Id& caseId, int64_t at, const std::string& placeName = "");
  // Answers as they stand in the queue's store.
  std::vector<store::CaseloadEntry> caseload();
};

// Each row as "name | detail | trailing".
QStringList linesOf(const ui::RowModel& rows);

// Waits until what was asked of the store has been shown.
void settle(ui::StoreQueue& queue);

} // namespace veikart::test
