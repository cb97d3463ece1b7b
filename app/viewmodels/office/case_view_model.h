// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/office/appointment_editor.h"
#include "app/viewmodels/review/case_review.h"
#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>

#include <functional>
#include <optional>

namespace veikart::ui {

// One case on one page: the client's words first, tasks with who and when, contacts, people around. GUI thread.
class CaseViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
  Q_PROPERTY(QString firstName READ firstName NOTIFY changed FINAL)
  Q_PROPERTY(
      QString facts READ facts NOTIFY changed FINAL) // "34 år · snakker somali, tolk til viktige ting · Kari Moen"
  Q_PROPERTY(QString mappingState READ mappingState NOTIFY changed FINAL) // "Bekreftet 12. mars"
  // "Ulest tekst: Hvordan du har det", of the newest mapping; empty: none
  Q_PROPERTY(QString unreadText READ unreadText NOTIFY changed FINAL)
  Q_PROPERTY(bool isConfirmed READ isConfirmed NOTIFY changed FINAL)
  Q_PROPERTY(QString ownWords READ ownWords NOTIFY changed FINAL) // empty: none yet
  Q_PROPERTY(QString resources READ resources NOTIFY changed FINAL)
  Q_PROPERTY(QString challenges READ challenges NOTIFY changed FINAL)
  Q_PROPERTY(QString possibilities READ possibilities NOTIFY changed FINAL)
  Q_PROPERTY(bool hasWords READ hasWords NOTIFY changed FINAL) // of the client's or of the conclusion
  // "Ny kartlegging", "Fortsett kartleggingen", "Hent svarene"
  Q_PROPERTY(QString mappingAction READ mappingAction NOTIFY changed FINAL)
  Q_PROPERTY(
      QString handoverText READ handoverText NOTIFY changed FINAL) // while answers wait to be fetched; else empty
  Q_PROPERTY(QString arrivingText READ arrivingText NOTIFY changed FINAL) // while some of it may be missing; else empty
  Q_PROPERTY(bool canReadMapping READ canReadMapping NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::RowModel* earlier READ earlier CONSTANT FINAL)        // mappings: mappingId, text, canRead
  Q_PROPERTY(veikart::ui::RowModel* tasks READ tasks CONSTANT FINAL)            // taskId, what, detail, isDone, isLate
  Q_PROPERTY(QString nextAppointment READ nextAppointment NOTIFY changed FINAL) // "tirsdag 24. november"; empty: none
  Q_PROPERTY(QString nextDetail READ nextDetail NOTIFY changed FINAL)           // "Hjemmebesøk 10:00"
  Q_PROPERTY(veikart::ui::AppointmentEditor* appointment READ appointment CONSTANT FINAL) // the next one
  Q_PROPERTY(veikart::ui::RowModel* contacts READ contacts CONSTANT FINAL)                // when, text
  Q_PROPERTY(int contactCount READ contactCount NOTIFY changed FINAL)
  Q_PROPERTY(bool hasMoreContacts READ hasMoreContacts NOTIFY changed FINAL) // than those that are always in sight
  Q_PROPERTY(bool showsAllContacts READ showsAllContacts WRITE setShowsAllContacts NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::RowModel* goals READ goals CONSTANT FINAL)             // goalId, goal, detail, isReached
  Q_PROPERTY(veikart::ui::RowModel* attachments READ attachments CONSTANT FINAL) // the latest few: title, detail
  Q_PROPERTY(int attachmentCount READ attachmentCount NOTIFY changed FINAL)
  Q_PROPERTY(QString people READ people NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::CaseReview* review READ review CONSTANT FINAL) // what has two versions
  Q_PROPERTY(QString draftText READ draftText NOTIFY changed FINAL)      // of a contact that is not saved; empty: none
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool canEditDetails READ canEditDetails NOTIFY changed FINAL) // the client can be read
  Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed FINAL)

public:
  CaseViewModel(AppContext& context, SyncViewModel& sync);

  QString name() const;
  QString firstName() const;
  QString facts() const;
  QString mappingState() const;
  QString unreadText() const { return m_unreadText; }
  bool isConfirmed() const;
  QString ownWords() const { return m_words.own; }
  QString resources() const { return m_words.resources; }
  QString challenges() const { return m_words.challenges; }
  QString possibilities() const { return m_words.possibilities; }
  bool hasWords() const;
  QString mappingAction() const;
  QString handoverText() const;
  QString arrivingText() const;
  bool canReadMapping() const;
  RowModel* earlier() { return &m_earlier; }
  RowModel* tasks() { return &m_tasks; }
  RowModel* contacts() { return &m_contacts; }
  QString nextAppointment() const;
  QString nextDetail() const;
  AppointmentEditor* appointment() { return &m_appointment; }
  int contactCount() const { return m_overview ? static_cast<int>(m_overview->contacts.size()) : 0; }
  bool hasMoreContacts() const;
  bool showsAllContacts() const { return m_showsAllContacts; }
  void setShowsAllContacts(bool shows);
  RowModel* goals() { return &m_goals; }
  RowModel* attachments() { return &m_attachments; }
  int attachmentCount() const { return m_attachmentCount; }
  QString people() const { return m_words.people; }
  CaseReview* review() { return &m_review; }
  QString draftText() const { return m_draftText; }
  QString message() const { return m_message; }
  bool canEditDetails() const { return m_overview && !m_overview->person.id.isNil(); }
  bool isLoaded() const { return m_overview.has_value(); }

  Q_INVOKABLE void editDetails();
  Q_INVOKABLE void showAccess();
  Q_INVOKABLE void showAttachments();
  Q_INVOKABLE void startOrContinueMapping();
  Q_INVOKABLE void readMapping();
  Q_INVOKABLE void readEarlier(const QString& mappingId);
  Q_INVOKABLE void logContact();
  Q_INVOKABLE void setTaskDone(const QString& taskId, bool isDone);
  Q_INVOKABLE void setGoalReached(const QString& goalId, bool isReached);

signals:
  void changed();

private:
  struct Content;
  // What the newest mapping says in the client's words.
  struct Words {
    QString own, resources, challenges, possibilities, people;
  };

  void load();
  void forget();
  void lookForDraft(const Uuid& caseId);
  void show(Content content);
  void showTasks();
  void showGoals();
  void showContacts();
  void showEarlier();
  void showAttached(const std::vector<store::AttachmentEntry>& entries);
  void readWords();
  void save(std::function<Status(store::CaseStore&)> write); // and shows what came of it
  void showWords(const store::LayerAnswers& client, const store::LayerAnswers& conclusion);
  std::string doneDateOf(const Uuid& taskId) const;
  QString confirmedText() const;              // REQUIRES: m_overview
  const casework::Appointment* next() const;  // null without an appointment
  const casework::Mapping* newest() const;    // null without a mapping
  const casework::Mapping* confirmed() const; // the newest that is confirmed, or null

  AppContext& m_context;
  std::optional<store::CaseOverview> m_overview;
  RowModel m_tasks, m_goals, m_contacts, m_earlier, m_attachments;
  std::map<Uuid, std::string> m_doneDates; // of the tasks that were done at some time while the page was open
  AppointmentEditor m_appointment;
  CaseReview m_review;
  Words m_words;
  QString m_draftText, m_unreadText, m_message;
  int m_attachmentCount = 0;
  bool m_isHandedOver = false; // a mapping of the case: the client's last answers are on the tablet, not in the case
  bool m_showsAllContacts = false;
};

} // namespace veikart::ui
