// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"

#include <QJsonObject>
#include <QObject>
#include <QQmlEngine>

namespace veikart::ui {

// The client's goals while they are talked about: to tick those that are reached, and to write another. Owned by the
// page's view model, which saves what was changed. GUI thread.
class GoalDraft final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by view models")
  Q_PROPERTY(veikart::ui::RowModel* rows READ rows CONSTANT FINAL)    // goal, detail, isReached
  Q_PROPERTY(QString text READ text WRITE write NOTIFY changed FINAL) // of the goal being written

public:
  struct Edit {
    casework::Goal goal;
    bool isNew = false;
    bool isChanged = false;
  };

  GoalDraft(const AppContext& context, QObject* parent);

  void clear();
  void begin(const std::vector<casework::Goal>& goals, const Uuid& caseId); // without those reached earlier
  RowModel* rows() { return &m_rows; }
  QString text() const { return m_text; }
  void write(const QString& text);

  Q_INVOKABLE void add(); // what is written, if anything is
  Q_INVOKABLE void setReached(int row, bool isReached);

  std::vector<Edit> edits() const;                // new and changed ones
  void markSaved(const std::vector<Edit>& edits); // unless they were changed again meanwhile
  // Read anew and changed in what was changed here alone: the rest may have come from another tablet meanwhile.
  static Result<std::vector<casework::Goal>> goalsToSave(store::CaseStore& cases, const std::vector<Edit>& edits);

  // As a draft keeps it: what is written and the edited goals. Taking it up again does the same to the goals that are
  // still not reached.
  QJsonObject toJson() const;
  void takeUp(const QJsonObject& json);

signals:
  void changed();
  void edited(); // there is something to save

private:
  void show();

  const AppContext& m_context;
  Uuid m_caseId;
  std::vector<Edit> m_goals;
  RowModel m_rows;
  QString m_text;
};

} // namespace veikart::ui
