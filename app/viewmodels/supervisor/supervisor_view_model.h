// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/review/case_review.h"
#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace veikart::ui {

// What came in to the supervisor, those that need the supervisor first. The list tells that something came, not what it
// says; the content of a case opens on a stated need, which is kept before anything is shown. Read only. GUI thread.
class SupervisorViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(veikart::ui::RowModel* inbox READ inbox CONSTANT FINAL) // caseId, name, detail, badge, tone, isSelected
  Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
  Q_PROPERTY(QString searchText READ searchText WRITE search NOTIFY changed FINAL) // of a client's or counsellor's name
  Q_PROPERTY(QList<QString> stateChoices READ stateChoices CONSTANT FINAL)
  Q_PROPERTY(int state READ state WRITE setState NOTIFY changed FINAL) // index into stateChoices
  Q_PROPERTY(bool isNarrowed READ isNarrowed NOTIFY changed FINAL)     // by search or state
  Q_PROPERTY(QString hint READ hint NOTIFY changed FINAL) // while nothing is selected; empty until the list is read
  Q_PROPERTY(bool hasSelection READ hasSelection NOTIFY changed FINAL)
  Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
  Q_PROPERTY(QString over READ over NOTIFY changed FINAL)
  Q_PROPERTY(bool isOpened READ isOpened NOTIFY changed FINAL) // the need was stated and kept
  Q_PROPERTY(QList<QString> needChoices READ needChoices CONSTANT FINAL)
  Q_PROPERTY(QString need MEMBER m_need NOTIFY changed FINAL)
  Q_PROPERTY(QString needError READ needError NOTIFY changed FINAL)
  Q_PROPERTY(QString ownWordsLabel READ ownWordsLabel NOTIFY changed FINAL)
  Q_PROPERTY(QString ownWords READ ownWords NOTIFY changed FINAL)
  Q_PROPERTY(QString assessmentLabel READ assessmentLabel NOTIFY changed FINAL)
  Q_PROPERTY(QString assessment READ assessment NOTIFY changed FINAL)
  Q_PROPERTY(bool hasMapping READ hasMapping NOTIFY changed FINAL)
  Q_PROPERTY(bool lacksFollowUp READ lacksFollowUp NOTIFY changed FINAL)
  Q_PROPERTY(QString noTaskReason READ noTaskReason NOTIFY changed FINAL)  // why it was sealed without an agreed task
  Q_PROPERTY(veikart::ui::RowModel* tasks READ tasks CONSTANT FINAL)       // what, detail, isDone
  Q_PROPERTY(veikart::ui::RowModel* contacts READ contacts CONSTANT FINAL) // when, text
  Q_PROPERTY(veikart::ui::RowModel* attachments READ attachments CONSTANT FINAL) // title, detail
  Q_PROPERTY(veikart::ui::CaseReview* review READ review CONSTANT FINAL)         // of the opened case
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
  SupervisorViewModel(AppContext& context, SyncViewModel& sync);

  RowModel* inbox() { return &m_inbox; }
  QString summary() const { return m_summary; }
  QString searchText() const { return m_searchText; }
  void search(const QString& text);
  QStringList stateChoices() const;
  int state() const { return m_state; }
  void setState(int state);
  bool isNarrowed() const { return m_state != 0 || !m_searchText.trimmed().isEmpty(); }
  QString hint() const;
  bool hasSelection() const { return !m_selected.isNil(); }
  QString name() const { return m_name; }
  QString over() const { return m_over; }
  bool isOpened() const { return m_isOpened; }
  QStringList needChoices() const;
  QString needError() const { return m_needError; }
  QString ownWordsLabel() const { return m_ownWordsLabel; }
  QString ownWords() const { return m_ownWords; }
  QString assessmentLabel() const { return m_assessmentLabel; }
  QString assessment() const { return m_assessment; }
  bool hasMapping() const { return !m_mappingId.isNil(); }
  bool lacksFollowUp() const { return m_lacksFollowUp; }
  QString noTaskReason() const { return m_noTaskReason; }
  RowModel* tasks() { return &m_tasks; }
  RowModel* contacts() { return &m_contacts; }
  RowModel* attachments() { return &m_attachments; }
  CaseReview* review() { return &m_review; }
  QString message() const { return m_message; }

  Q_INVOKABLE void select(const QString& caseId);
  Q_INVOKABLE void open(); // with `need`
  Q_INVOKABLE void readMapping();
  Q_INVOKABLE void showAttachments(); // to be looked at
  Q_INVOKABLE void showAccess();      // who has the selected case: no content of it, so no need is asked for

signals:
  void changed();

private:
  struct Content;
  void load();
  void showInbox();
  bool isWanted(const store::InboxEntry& entry, int64_t now) const;
  void forget(); // what is shown of a case
  void show(const Content& content);
  const store::InboxEntry* entryOf(const Uuid& caseId) const;

  AppContext& m_context;
  std::vector<store::InboxEntry> m_entries;
  RowModel m_inbox, m_tasks, m_contacts, m_attachments;
  CaseReview m_review;
  Uuid m_selected, m_mappingId;
  QString m_searchText, m_summary, m_name, m_over, m_need, m_needError, m_ownWordsLabel, m_ownWords, m_assessmentLabel,
      m_assessment, m_noTaskReason, m_message;
  int m_state = 0;
  bool m_isLoaded = false;
  bool m_isOpening = false; // one note for one opening
  bool m_isOpened = false;
  bool m_lacksFollowUp = false;
};

} // namespace veikart::ui
