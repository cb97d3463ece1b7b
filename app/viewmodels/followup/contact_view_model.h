// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/followup/appointment_draft.h"
#include "app/viewmodels/followup/task_edit.h"
#include "app/viewmodels/shared/draft_keeper.h"
#include "app/viewmodels/shared/goal_draft.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"
#include "app/viewmodels/shared/task_draft.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace veikart::ui {

// Logging a contact or follow-up session: three taps and a line of text; what was agreed last opens by itself. Only an
// appointment with the client today says beforehand what the contact was. The contact, its tasks and the next
// appointment are saved together or not at all; until then what is written is kept as the case's draft. GUI thread.
class ContactViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
  Q_PROPERTY(QString over READ over NOTIFY changed FINAL) // "Amina Hassan · i dag 10:40"
  Q_PROPERTY(QList<QString> typeChoices READ typeChoices CONSTANT FINAL)
  Q_PROPERTY(int type READ type WRITE setType NOTIFY changed FINAL) // -1: not said
  Q_PROPERTY(QString typeProblem READ typeProblem NOTIFY changed FINAL)
  Q_PROPERTY(QString day READ day WRITE setDay NOTIFY changed FINAL) // "2026-11-22", or what was written instead
  Q_PROPERTY(QString dayProblem READ dayProblem NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> dayLabels READ dayLabels CONSTANT FINAL) // "I dag", "I går"
  Q_PROPERTY(QList<QString> dayValues READ dayValues NOTIFY changed FINAL)
  Q_PROPERTY(int manner MEMBER m_manner NOTIFY changed FINAL) // 0 planned, 1 not planned, 2 acute
  Q_PROPERTY(int minutes MEMBER m_minutes NOTIFY changed FINAL)
  Q_PROPERTY(bool clientCame MEMBER m_clientCame NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> placeChoices READ placeChoices CONSTANT FINAL)
  Q_PROPERTY(int place READ place WRITE setPlace NOTIFY changed FINAL) // -1: not said
  Q_PROPERTY(QString placeName MEMBER m_placeName NOTIFY changed FINAL)
  Q_PROPERTY(QString present MEMBER m_present NOTIFY changed FINAL)
  Q_PROPERTY(QString done MEMBER m_done NOTIFY changed FINAL)
  Q_PROPERTY(QString doneProblem READ doneProblem NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::RowModel* lifeAreas READ lifeAreas CONSTANT FINAL) // text, isChosen
  Q_PROPERTY(bool hasAreas READ hasAreas NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::RowModel* tasks READ tasks CONSTANT FINAL) // what, detail, isDone, isLate
  Q_PROPERTY(veikart::ui::TaskDraft* taskDraft READ taskDraft CONSTANT FINAL)
  Q_PROPERTY(bool isDraftingTask READ isDraftingTask NOTIFY changed FINAL)
  Q_PROPERTY(int taskBeingMoved READ taskBeingMoved NOTIFY changed FINAL) // row that gets a new date; -1: none
  Q_PROPERTY(QString movedTo READ movedTo NOTIFY changed FINAL)           // what was written and is no date yet
  Q_PROPERTY(veikart::ui::AppointmentDraft* next READ next CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::GoalDraft* goals READ goals CONSTANT FINAL)
  Q_PROPERTY(QString networkText READ networkText NOTIFY changed FINAL)
  Q_PROPERTY(
      bool isLoaded READ isLoaded NOTIFY changed FINAL) // before it nothing can be written; then a draft is taken up
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
  Q_PROPERTY(QString draftText READ draftText NOTIFY changed FINAL) // of a draft that was taken up; empty: none

public:
  ContactViewModel(AppContext& context, SyncViewModel& sync);
  ~ContactViewModel() override { m_keeper.leave(); }

  QString clientName() const { return QString::fromStdString(m_overview.person.firstName); }
  QString over() const;
  QStringList typeChoices() const;
  QStringList placeChoices() const;
  RowModel* lifeAreas() { return &m_lifeAreas; }
  bool hasAreas() const;
  RowModel* tasks() { return &m_taskRows; }
  TaskDraft* taskDraft() { return &m_taskDraft; }
  bool isDraftingTask() const { return m_isDraftingTask; }
  int taskBeingMoved() const { return m_taskBeingMoved; }
  AppointmentDraft* next() { return &m_next; }
  GoalDraft* goals() { return &m_goals; }
  QString networkText() const;
  QString message() const;
  bool isLoaded() const { return m_isLoaded; }
  bool isSaving() const { return m_isSaving; }
  QString draftText() const { return m_draftText; }
  QString movedTo() const { return m_movedTo; }
  int type() const { return m_type; }
  void setType(int type);
  QString typeProblem() const;
  QString doneProblem() const;
  int place() const { return m_place; }
  void setPlace(int place);
  QString day() const { return m_day; }
  void setDay(const QString& text);
  QString dayProblem() const;
  QStringList dayLabels() const { return {tr("I dag"), tr("I går")}; }
  QStringList dayValues() const;

  Q_INVOKABLE void toggleLifeArea(int index);
  Q_INVOKABLE void setTaskDone(int row, bool isDone);
  Q_INVOKABLE void moveTask(int row); // asks for a new date
  Q_INVOKABLE void setTaskDate(const QString& text);
  Q_INVOKABLE void newTask();
  Q_INVOKABLE void addTask();
  Q_INVOKABLE void cancelTask();
  Q_INVOKABLE void save();
  Q_INVOKABLE void close();   // what was written stays as the case's draft until it is saved or discarded
  Q_INVOKABLE void discard(); // begins anew

signals:
  void changed();

private:
  struct Loaded {
    store::CaseOverview overview;
    std::optional<casework::Appointment> today; // agreed for today, and not logged yet
    std::optional<DraftKeeper::Draft> draft;
  };

  void begin();
  QJsonObject written() const;
  void takeUp(const QJsonObject& written);
  int64_t momentOf(const QString& day) const;
  bool saysNothing() const;
  bool isRight() const;
  bool check();
  void preset(const casework::Appointment& appointment);
  void show(Loaded loaded);
  void beginTask();
  void showTasks();
  void showLifeAreas();
  casework::Contact contact() const;
  void finishSaving(const Status& status);

  AppContext& m_context;
  SyncViewModel& m_sync;
  Uuid m_caseId, m_contactId;
  int64_t m_at = 0;
  store::CaseOverview m_overview; // as it was when the page came up
  QString m_fullName, m_placeName, m_present, m_done, m_day, m_movedTo, m_message, m_draftText;
  int m_type = -1, m_manner = 0, m_minutes = 0, m_place = -1, m_taskBeingMoved = -1;
  bool m_clientCame = true, m_isDraftingTask = false, m_isSaving = false, m_isLoaded = false;
  bool m_isPlaceChosen = false;
  bool m_wasRefused = false; // the fields say what is wrong until it is mended
  std::vector<bool> m_chosenAreas;
  std::vector<TaskEdit> m_tasks;
  RowModel m_lifeAreas, m_taskRows;
  TaskDraft m_taskDraft;
  GoalDraft m_goals;
  AppointmentDraft m_next;
  DraftKeeper m_keeper;
};

} // namespace veikart::ui
