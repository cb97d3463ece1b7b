// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/case_store.h"
#include "app/viewmodels/shared/row_model.h"

#include <string>

namespace veikart::ui {

// "Kari: Ringe fastlegen om søvn, innen fredag 27. november"
std::string taskLine(const casework::Task& task, const store::CaseOverview& overview, int64_t now);

// The open tasks of a case as rows {what, "Kari · innen fredag 27. november"}.
QList<RowModel::Row> openTaskRows(const store::CaseOverview& overview, int64_t now);

} // namespace veikart::ui
