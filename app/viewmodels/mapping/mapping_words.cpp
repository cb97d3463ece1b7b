// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/mapping_words.h"

#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/person_text.h"

namespace veikart::ui {

std::string taskLine(const casework::Task& task, const store::CaseOverview& overview, int64_t now) {
  return QStringLiteral("%1: %2, %3")
      .arg(partyText(task, overview), QString::fromStdString(task.what), dueText(task.dueDate, now))
      .toStdString();
}

QList<RowModel::Row> openTaskRows(const store::CaseOverview& overview, int64_t now) {
  QList<RowModel::Row> rows;
  for (const casework::Task& task : overview.tasks)
    if (task.state == casework::TaskState::Open)
      rows.append(RowModel::Row{QString::fromStdString(task.what),
                                partyText(task, overview) + QStringLiteral(" · ") + dueText(task.dueDate, now)});
  return rows;
}

} // namespace veikart::ui
