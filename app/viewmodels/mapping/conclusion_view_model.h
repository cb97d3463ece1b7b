// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/task_draft.h"

#include <QObject>
#include <QQmlEngine>

namespace veikart::ui {

// The conclusion, written together, and the first tasks. What is typed is saved field by field. GUI thread.
class ConclusionViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
  Q_PROPERTY(QString resources READ resources NOTIFY changed FINAL)
  Q_PROPERTY(QString challenges READ challenges NOTIFY changed FINAL)
  Q_PROPERTY(QString possibilities READ possibilities NOTIFY changed FINAL)
  Q_PROPERTY(QString assessment READ assessment NOTIFY changed FINAL)     // the counsellor's own, marked
  Q_PROPERTY(QString disagreement READ disagreement NOTIFY changed FINAL) // both views stand
  Q_PROPERTY(veikart::ui::RowModel* tasks READ tasks CONSTANT FINAL)      // what, detail
  Q_PROPERTY(veikart::ui::TaskDraft* draft READ draft CONSTANT FINAL)
  Q_PROPERTY(bool isDrafting READ isDrafting NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(QString savedText READ savedText NOTIFY changed FINAL)

public:
  // The fields, in the form's order.
  enum Field { Resources, Challenges, Possibilities, Assessment, Disagreement };
  Q_ENUM(Field)

  explicit ConclusionViewModel(AppContext& context);

  QString clientName() const { return m_clientName; }
  QString resources() const { return text(Resources); }
  QString challenges() const { return text(Challenges); }
  QString possibilities() const { return text(Possibilities); }
  QString assessment() const { return text(Assessment); }
  QString disagreement() const { return text(Disagreement); }
  RowModel* tasks() { return &m_tasks; }
  TaskDraft* draft() { return &m_draft; }
  bool isDrafting() const { return m_isDrafting; }
  QString message() const { return m_message; }
  QString savedText() const;

  Q_INVOKABLE void write(Field field, const QString& text);
  Q_INVOKABLE void newTask();
  Q_INVOKABLE void cancelTask();
  Q_INVOKABLE void saveTask();
  Q_INVOKABLE void backToConversation();
  Q_INVOKABLE void showToClient(); // on to the confirmation

signals:
  void changed();

private:
  void load();
  void loadTasks();
  void saveTaskThen(std::function<void()> then);
  QString text(Field field) const;

  AppContext& m_context;
  Uuid m_caseId, m_mappingId;
  store::LayerAnswers m_answers;
  RowModel m_tasks;
  TaskDraft m_draft;
  QString m_clientName, m_message;
  bool m_isDrafting = false;
};

} // namespace veikart::ui
