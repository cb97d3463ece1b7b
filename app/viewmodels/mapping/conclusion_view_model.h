// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/questionnaire.h"
#include "app/viewmodels/mapping/layer_editor.h"
#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/goal_draft.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/task_draft.h"

#include <QObject>
#include <QQmlEngine>

#include <map>

namespace veikart::ui {

// The conclusion, written together, the client's goals and the first tasks. Saved field by field; a task or a goal that
// is half written stands when the mapping comes up again. GUI thread.
class ConclusionViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
  // key, label, hint, kind, value, isTicked, isCounsellors, isAsked: the questions of the conclusion form
  Q_PROPERTY(veikart::ui::RowModel* fields READ fields CONSTANT FINAL)
  Q_PROPERTY(QString firstField READ firstField NOTIFY changed FINAL) // key of the one to begin in
  Q_PROPERTY(veikart::ui::RowModel* tasks READ tasks CONSTANT FINAL)  // what, detail
  Q_PROPERTY(veikart::ui::GoalDraft* goals READ goals CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::TaskDraft* draft READ draft CONSTANT FINAL)
  Q_PROPERTY(bool isDrafting READ isDrafting NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(QString savedText READ savedText NOTIFY changed FINAL)

public:
  enum Kind { Text, Line, YesNo, Date };
  Q_ENUM(Kind)

  explicit ConclusionViewModel(AppContext& context);

  QString clientName() const { return m_clientName; }
  RowModel* fields() { return &m_fields; }
  QString firstField() const { return m_firstField; }
  RowModel* tasks() { return &m_tasks; }
  GoalDraft* goals() { return &m_goals; }
  TaskDraft* draft() { return &m_draft; }
  bool isDrafting() const { return m_isDrafting; }
  QString message() const { return m_message.isEmpty() ? m_editor.problem() : m_message; }
  QString savedText() const;

  Q_INVOKABLE void write(const QString& key, const QString& text);
  Q_INVOKABLE void tick(const QString& key, bool isTicked);
  Q_INVOKABLE void pickDate(const QString& key, const QString& text);
  Q_INVOKABLE void newTask();
  Q_INVOKABLE void cancelTask();
  Q_INVOKABLE void saveTask();
  Q_INVOKABLE void backToConversation();
  Q_INVOKABLE void showToClient(); // on to the confirmation

  void beginAt(const QString& field); // when the page comes up next; empty: at its start

signals:
  void changed();

private:
  struct Content;

  void load();
  void loadTasks();
  void showFields();
  void showTasks(const store::CaseOverview& overview);
  void saveTaskThen(std::function<void()> then);
  void saveGoalsThen(std::function<void()> then);
  bool hasReadableDates();
  void dropBareThemes();
  QString hintOf(const forms::Item& item) const;

  AppContext& m_context;
  Uuid m_caseId, m_mappingId;
  const forms::Questionnaire* m_form = nullptr; // that the mapping began in; null when this app lacks it
  LayerEditor m_editor;
  RowModel m_fields, m_tasks;
  GoalDraft m_goals;
  TaskDraft m_draft;
  std::map<QString, QString> m_unreadDates; // by key: what was written and is no date, which nothing saves
  QString m_clientName, m_message, m_firstField, m_wantedField;
  bool m_isDrafting = false;
  bool m_isLoaded = false;
  bool m_isSavingTask = false;
};

} // namespace veikart::ui
