// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>

#include <optional>

namespace veikart::ui {

// Who has a case and has had it; handing it over, sharing it and closing it. Only those who have the case now and
// supervisors change anything: whoever has handed it over sees it until the tablet's next contact with the office. GUI
// thread.
class AccessViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString name READ name NOTIFY changed FINAL)                // the client's
  Q_PROPERTY(veikart::ui::RowModel* current READ current CONSTANT FINAL) // grantId, name, initials, detail, canEnd
  Q_PROPERTY(veikart::ui::RowModel* past READ past CONSTANT FINAL)       // the same
  Q_PROPERTY(bool canChange READ canChange NOTIFY changed FINAL)
  Q_PROPERTY(bool canSeeAudit READ canSeeAudit NOTIFY changed FINAL)
  Q_PROPERTY(bool canAddSecond READ canAddSecond NOTIFY changed FINAL)
  Q_PROPERTY(bool isClosed READ isClosed NOTIFY changed FINAL)
  // For somebody who has the case no longer: who has it, since when, and what becomes of it here. Else empty.
  Q_PROPERTY(QString leavingText READ leavingText NOTIFY changed FINAL)
  Q_PROPERTY(Step step READ step NOTIFY changed FINAL)                       // what is being written
  Q_PROPERTY(QList<QString> staffNames READ staffNames NOTIFY changed FINAL) // whom the step can be about
  Q_PROPERTY(int chosen READ chosen NOTIFY changed FINAL)                    // of them; -1: nobody yet
  Q_PROPERTY(QString staffProblem READ staffProblem NOTIFY changed FINAL)
  Q_PROPERTY(QString consequence READ consequence NOTIFY changed FINAL)    // of handing over, before it is done
  Q_PROPERTY(QString from READ from WRITE setFrom NOTIFY changed FINAL)    // a deputy's first day, as in DateField
  Q_PROPERTY(QString until READ until WRITE setUntil NOTIFY changed FINAL) // and last
  Q_PROPERTY(QString fromProblem READ fromProblem NOTIFY changed FINAL)
  Q_PROPERTY(QString untilProblem READ untilProblem NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> fromLabels READ fromLabels CONSTANT FINAL)
  Q_PROPERTY(QList<QString> fromValues READ fromValues NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> untilLabels READ untilLabels CONSTANT FINAL)
  Q_PROPERTY(QList<QString> untilValues READ untilValues NOTIFY changed FINAL)
  Q_PROPERTY(QString endedText READ endedText NOTIFY changed FINAL) // of an access just ended; empty: none
  Q_PROPERTY(bool canUndoEnd READ canUndoEnd NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed FINAL)
  Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)

public:
  enum Step { Looking, HandingOver, AddingSecond, AddingDeputy };
  Q_ENUM(Step)

  AccessViewModel(AppContext& context, SyncViewModel& sync);

  QString name() const;
  RowModel* current() { return &m_current; }
  RowModel* past() { return &m_past; }
  bool canChange() const;
  bool canSeeAudit() const;
  bool canAddSecond() const;
  bool isClosed() const;
  QString leavingText() const;
  Step step() const { return m_step; }
  QList<QString> staffNames() const;
  int chosen() const;
  QString staffProblem() const { return m_staffProblem; }
  QString consequence() const;
  QString from() const { return m_from; }
  QString until() const { return m_until; }
  void setFrom(const QString& text);
  void setUntil(const QString& text);
  QString fromProblem() const { return m_fromProblem; }
  QString untilProblem() const { return m_untilProblem; }
  QList<QString> fromLabels() const;
  QList<QString> fromValues() const;
  QList<QString> untilLabels() const;
  QList<QString> untilValues() const;
  QString endedText() const { return m_endedText; }
  bool canUndoEnd() const { return m_ended.has_value(); }
  QString message() const { return m_message.isEmpty() ? m_openingProblem : m_message; }
  bool isLoaded() const { return m_content.has_value(); }
  bool isSaving() const { return m_isSaving; }

  Q_INVOKABLE void begin(Step step);
  Q_INVOKABLE void choose(int index);
  Q_INVOKABLE void save(); // the step
  Q_INVOKABLE void cancel();
  Q_INVOKABLE void endAccess(const QString& grantId);
  Q_INVOKABLE void undoEnd();
  Q_INVOKABLE void setClosed(bool isClosed);
  Q_INVOKABLE void showAudit();
  Q_INVOKABLE void close();

signals:
  void changed();

private:
  struct Content {
    casework::Case file;
    casework::Person person;
    std::vector<casework::StaffMember> staff;
    std::vector<casework::Grant> grants;
  };

  void load();
  void show(Content content);
  void forgetStep();
  QString nameOf(const Uuid& staffId) const;
  RowModel::Row rowOf(const casework::Grant& grant) const;
  bool isCurrent(const casework::Grant& grant) const;
  bool isMain(const casework::Grant& grant) const;
  std::vector<const casework::StaffMember*> candidates() const;
  bool check();
  bool checkPeriod();
  QString endedTextOf(const casework::Grant& ended) const;
  bool canGiveAgain(const casework::Grant& ended) const;
  int64_t fromMillis() const;  // of a deputy's period; 0: now
  int64_t untilMillis() const; // the first moment after it
  bool isDeputyThen() const;
  void write(std::function<Status(store::CaseStore&)> work, std::function<void()> whenDone);

  AppContext& m_context;
  std::optional<Content> m_content;
  RowModel m_current, m_past;
  Step m_step = Looking;
  Uuid m_chosen;
  QString m_staffProblem, m_from, m_until, m_fromProblem, m_untilProblem, m_endedText, m_message, m_openingProblem;
  std::optional<casework::Grant> m_ended; // what undoEnd() gives anew
  int m_page = 0;                         // which coming up of the page this is
  bool m_isSaving = false;
};

} // namespace veikart::ui
