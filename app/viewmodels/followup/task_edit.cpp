// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/followup/task_edit.h"

#include <algorithm>

namespace veikart::ui {

namespace {

using casework::Task;

QString textOf(const Uuid& id) {
  return QString::fromStdString(id.toString());
}

Uuid idIn(const QJsonObject& json, const char* name) {
  const Result<Uuid> id = Uuid::parse(json[QLatin1String(name)].toString().toStdString());
  return id.ok() ? *id : Uuid();
}

std::string textIn(const QJsonObject& json, const char* name) {
  return json[QLatin1String(name)].toString().toStdString();
}

bool truthIn(const QJsonObject& json, const char* name) {
  return json[QLatin1String(name)].toBool();
}

QJsonObject toJson(const TaskEdit& edit) {
  const Task& task = edit.task;
  return {{"id", textOf(task.id)},
          {"what", QString::fromStdString(task.what)},
          {"party", static_cast<int>(task.party)},
          {"otherParty", QString::fromStdString(task.otherParty)},
          {"staff", textOf(task.staffId)},
          {"due", QString::fromStdString(task.dueDate)},
          {"isDone", task.state == casework::TaskState::Done},
          {"doneDate", QString::fromStdString(task.doneDate)},
          {"isNew", edit.isNew},
          {"hasNewState", edit.hasNewState},
          {"hasNewDate", edit.hasNewDate}};
}

TaskEdit newTask(const QJsonObject& json) {
  TaskEdit edit;
  edit.isNew = true;
  edit.task.id = idIn(json, "id");
  edit.task.what = textIn(json, "what");
  edit.task.party = static_cast<casework::Party>(std::clamp(json[QLatin1String("party")].toInt(), 0, 3));
  edit.task.otherParty = textIn(json, "otherParty");
  edit.task.staffId = idIn(json, "staff");
  edit.task.dueDate = textIn(json, "due");
  return edit;
}

void change(TaskEdit& edit, const QJsonObject& json) {
  edit.hasNewState = truthIn(json, "hasNewState");
  edit.hasNewDate = truthIn(json, "hasNewDate");
  if (edit.hasNewState) {
    edit.task.state = truthIn(json, "isDone") ? casework::TaskState::Done : casework::TaskState::Open;
    edit.task.doneDate = textIn(json, "doneDate");
  }
  if (edit.hasNewDate)
    edit.task.dueDate = textIn(json, "due");
}

} // namespace

Result<std::vector<Task>> tasksToSave(store::CaseStore& cases, const std::vector<TaskEdit>& edits) {
  std::vector<Task> tasks;
  for (const TaskEdit& edit : edits) {
    if (!edit.isEdited())
      continue;
    Result<Task> task = edit.isNew ? Result<Task>(edit.task) : cases.task(edit.task.id);
    if (!task.ok())
      return task.status();
    if (edit.hasNewState) {
      task->state = edit.task.state;
      task->doneDate = edit.task.doneDate;
    }
    if (edit.hasNewDate)
      task->dueDate = edit.task.dueDate;
    tasks.push_back(*std::move(task));
  }
  return tasks;
}

QJsonArray toJson(const std::vector<TaskEdit>& edits) {
  QJsonArray json;
  for (const TaskEdit& edit : edits)
    if (edit.isEdited())
      json.append(toJson(edit));
  return json;
}

void takeUp(const QJsonArray& edits, std::vector<TaskEdit>& tasks) {
  for (const QJsonValue& value : edits) {
    const QJsonObject json = value.toObject();
    const auto known = std::ranges::find(tasks, idIn(json, "id"), [](const TaskEdit& edit) { return edit.task.id; });
    if (known != tasks.end())
      change(*known, json);
    else if (truthIn(json, "isNew"))
      change(tasks.emplace_back(newTask(json)), json);
  }
}

} // namespace veikart::ui
