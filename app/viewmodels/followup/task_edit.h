// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/case_store.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace veikart::ui {

// A task on a contact's page, and what was done to it there.
struct TaskEdit {
  casework::Task task;
  bool isNew = false;
  bool hasNewState = false;
  bool hasNewDate = false;

  bool isEdited() const { return isNew || hasNewState || hasNewDate; }
};

// The edited ones, read anew and changed in what was changed here alone: the rest may have come from another tablet
// meanwhile.
Result<std::vector<casework::Task>> tasksToSave(store::CaseStore& cases, const std::vector<TaskEdit>& edits);

// As a draft keeps them: the edited ones.
QJsonArray toJson(const std::vector<TaskEdit>& edits);
// Does the same to `tasks`, of which some may be done or gone meanwhile; new ones are added to the end.
void takeUp(const QJsonArray& edits, std::vector<TaskEdit>& tasks);

} // namespace veikart::ui
