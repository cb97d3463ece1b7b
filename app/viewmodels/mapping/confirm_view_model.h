// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/mapping/paper_copy.h"
#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace veikart::ui {

// The client reads the conclusion and says whether it is right. "Det stemmer" and "Jeg er uenig i noe" seal the
// mapping; "Jeg vil vente" leaves a draft. What was written stands when they have gone back for something and come
// again. GUI thread.
class ConfirmViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString over READ over NOTIFY changed FINAL) // "Amina Hassan · KIS · oppsummering"
  Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
  Q_PROPERTY(QString counsellorName READ counsellorName CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::RowModel* parts READ parts CONSTANT FINAL) // lead, words: the conclusion but its assessment
  Q_PROPERTY(QString assessment READ assessment NOTIFY changed FINAL)
  Q_PROPERTY(QString assessmentLabel READ assessmentLabel NOTIFY changed FINAL) // "Faglig vurdering fra Kari Moen"
  Q_PROPERTY(veikart::ui::RowModel* tasks READ tasks CONSTANT FINAL)            // what, detail
  Q_PROPERTY(Choice choice READ choice WRITE choose NOTIFY changed FINAL)
  Q_PROPERTY(QString disagreement MEMBER m_disagreement NOTIFY changed FINAL)
  Q_PROPERTY(bool needsTaskReason READ needsTaskReason NOTIFY changed FINAL) // sealing without any agreed task
  Q_PROPERTY(QString noTaskReason MEMBER m_noTaskReason NOTIFY changed FINAL)
  Q_PROPERTY(bool warnsOfEmpty READ warnsOfEmpty NOTIFY changed FINAL) // of a conclusion that says nothing
  Q_PROPERTY(bool isSealed READ isSealed NOTIFY changed FINAL)
  Q_PROPERTY(bool paperWanted READ paperWanted NOTIFY changed FINAL)
  Q_PROPERTY(QString paperText READ paperText NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)

public:
  enum Choice { None, Agrees, Disagrees, Waits };
  Q_ENUM(Choice)

  ConfirmViewModel(AppContext& context, PaperCopy& paper);

  QString over() const;
  QString clientName() const { return m_clientName; }
  QString counsellorName() const { return QString::fromStdString(m_context.user.firstName); }
  RowModel* parts() { return &m_parts; }
  QString assessment() const { return m_assessment; }
  QString assessmentLabel() const { return m_assessmentLabel; }
  RowModel* tasks() { return &m_tasks; }
  Choice choice() const { return m_choice; }
  bool needsTaskReason() const;
  bool warnsOfEmpty() const { return m_warnsOfEmpty; }
  bool isSealed() const { return m_isSealed; }
  bool paperWanted() const { return m_mapping.paperWanted; }
  QString paperText() const { return m_paperText; }
  QString message() const { return m_message; }
  bool isBusy() const { return m_isBusy; }

  void choose(Choice choice);
  Q_INVOKABLE void confirm();
  Q_INVOKABLE void printPaper(); // only when the client asked for it
  Q_INVOKABLE void logVisit();
  Q_INVOKABLE void toCase();
  Q_INVOKABLE void back();

signals:
  void changed();

private:
  struct Summary;
  struct Obstacles;

  static Result<Summary> summaryOf(store::CaseStore& cases, const Uuid& mappingId);
  void load();
  void show(Summary summary);
  void showConclusion(const store::LayerAnswers& conclusion);
  bool seals() const { return m_choice == Agrees || m_choice == Disagrees; }
  bool isEmpty() const { return m_parts.rowCount() == 0 && m_assessment.isEmpty(); }
  QString problem() const;
  void save(const casework::ConfirmationRecord& confirmation);
  void finish(Result<Obstacles> found, casework::Confirmation choice);

  AppContext& m_context;
  PaperCopy& m_paper;
  casework::Mapping m_mapping;
  Uuid m_writtenFor; // whose the choice, the disagreement and the reason are; nil: nobody's any more
  RowModel m_parts, m_tasks;
  QString m_assessment, m_assessmentLabel, m_clientName, m_fullName, m_disagreement, m_noTaskReason, m_message,
      m_paperText;
  QStringList m_shownWords; // what the client has been shown, and when
  int64_t m_shownAt = 0;
  Choice m_choice = None;
  bool m_isSealed = false;
  int m_agreedTasks = 0; // agreed in this mapping; older ones don't count
  bool m_warnsOfEmpty = false;
  bool m_isBusy = false;
  bool m_isLoaded = false;
};

} // namespace veikart::ui
