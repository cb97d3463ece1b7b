// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/goal_draft.h"

#include <QJsonArray>

#include <algorithm>

namespace veikart::ui {

GoalDraft::GoalDraft(const AppContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_rows({"goal", "detail", "isReached"}, this) {}

void GoalDraft::clear() {
  m_text.clear();
  begin({}, {});
}

void GoalDraft::begin(const std::vector<casework::Goal>& goals, const Uuid& caseId) {
  m_caseId = caseId;
  m_goals.clear();
  for (const casework::Goal& goal : goals)
    if (!goal.reached)
      m_goals.push_back({.goal = goal});
  show();
}

void GoalDraft::write(const QString& text) {
  m_text = text;
  emit changed();
}

void GoalDraft::add() {
  if (m_text.trimmed().isEmpty())
    return;
  casework::Goal goal;
  goal.id = Uuid::makeV7(m_context.clock);
  goal.caseId = m_caseId;
  goal.text = m_text.trimmed().toStdString();
  m_goals.push_back({.goal = goal, .isNew = true});
  m_text.clear();
  show();
  emit edited();
}

void GoalDraft::setReached(int row, bool isReached) {
  if (row < 0 || static_cast<size_t>(row) >= m_goals.size())
    return;
  Edit& edit = m_goals[static_cast<size_t>(row)];
  edit.goal.reached = isReached;
  edit.isChanged = true;
  show();
  emit edited();
}

void GoalDraft::show() {
  QList<RowModel::Row> rows;
  for (const Edit& edit : m_goals)
    rows.append(RowModel::Row{QString::fromStdString(edit.goal.text), edit.goal.reached ? tr("nådd") : QString(),
                              edit.goal.reached});
  m_rows.setRows(std::move(rows));
  emit changed();
}

std::vector<GoalDraft::Edit> GoalDraft::edits() const {
  std::vector<Edit> edits;
  for (const Edit& edit : m_goals)
    if (edit.isNew || edit.isChanged)
      edits.push_back(edit);
  return edits;
}

void GoalDraft::markSaved(const std::vector<Edit>& edits) {
  for (const Edit& saved : edits)
    for (Edit& edit : m_goals)
      if (edit.goal.id == saved.goal.id && edit.goal.reached == saved.goal.reached)
        edit.isNew = edit.isChanged = false;
}

Result<std::vector<casework::Goal>> GoalDraft::goalsToSave(store::CaseStore& cases, const std::vector<Edit>& edits) {
  std::vector<casework::Goal> goals;
  for (const Edit& edit : edits) {
    Result<casework::Goal> goal = edit.isNew ? Result<casework::Goal>(edit.goal) : cases.goal(edit.goal.id);
    if (!goal.ok())
      return goal.status();
    goal->reached = edit.goal.reached;
    goals.push_back(*std::move(goal));
  }
  return goals;
}

QJsonObject GoalDraft::toJson() const {
  QJsonArray goals;
  for (const Edit& edit : edits())
    goals.append(QJsonObject{{"id", QString::fromStdString(edit.goal.id.toString())},
                             {"text", QString::fromStdString(edit.goal.text)},
                             {"isReached", edit.goal.reached},
                             {"isNew", edit.isNew}});
  return {{"text", m_text}, {"goals", goals}};
}

void GoalDraft::takeUp(const QJsonObject& json) {
  m_text = json[QLatin1String("text")].toString();
  for (const QJsonValue& value : json[QLatin1String("goals")].toArray()) {
    const Result<Uuid> id = Uuid::parse(value[QLatin1String("id")].toString().toStdString());
    if (!id.ok())
      continue;
    auto edit = std::ranges::find(m_goals, *id, [](const Edit& known) { return known.goal.id; });
    if (edit == m_goals.end() && !value[QLatin1String("isNew")].toBool())
      continue;
    if (edit == m_goals.end())
      edit = m_goals.insert(edit, {{*id, m_caseId, value[QLatin1String("text")].toString().toStdString()}, true});
    edit->goal.reached = value[QLatin1String("isReached")].toBool();
    edit->isChanged = !edit->isNew;
  }
  show();
}

} // namespace veikart::ui
