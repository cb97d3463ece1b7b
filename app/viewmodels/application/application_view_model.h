// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/application/auto_lock.h"
#include "app/viewmodels/attachments/attachments_view_model.h"
#include "app/viewmodels/entry/change_lock_view_model.h"
#include "app/viewmodels/entry/joining_view_model.h"
#include "app/viewmodels/entry/unlock_view_model.h"
#include "app/viewmodels/entry/users_view_model.h"
#include "app/viewmodels/followup/contact_view_model.h"
#include "app/viewmodels/mapping/conclusion_view_model.h"
#include "app/viewmodels/mapping/confirm_view_model.h"
#include "app/viewmodels/mapping/conversation_view_model.h"
#include "app/viewmodels/mapping/mapping_reader_view_model.h"
#include "app/viewmodels/mapping/mapping_start_view_model.h"
#include "app/viewmodels/mapping/tablet_returned_view_model.h"
#include "app/viewmodels/office/access_view_model.h"
#include "app/viewmodels/office/appointments_view_model.h"
#include "app/viewmodels/office/case_view_model.h"
#include "app/viewmodels/office/case_watcher.h"
#include "app/viewmodels/office/caseload_view_model.h"
#include "app/viewmodels/office/edit_client_view_model.h"
#include "app/viewmodels/office/emergency_view_model.h"
#include "app/viewmodels/office/new_client_view_model.h"
#include "app/viewmodels/office/settings_view_model.h"
#include "app/viewmodels/review/late_writes_view_model.h"
#include "app/viewmodels/review/two_versions_view_model.h"
#include "app/viewmodels/review/unsent_view_model.h"
#include "app/viewmodels/supervisor/audit_view_model.h"
#include "app/viewmodels/supervisor/supervisor_view_model.h"

namespace veikart::ui {

// The counsellor's process as the window sees it: one view model for each page. Owns them all. GUI thread.
class ApplicationViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by main.cpp")
  Q_PROPERTY(veikart::ui::Navigator* navigator READ navigator CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::SyncViewModel* sync READ sync CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::JoiningViewModel* joining READ joining CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::UsersViewModel* users READ users CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::ChangeLockViewModel* changeLock READ changeLock CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::UnlockViewModel* unlock READ unlock CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::CaseloadViewModel* caseload READ caseload CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::AppointmentsViewModel* appointments READ appointments CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::NewClientViewModel* newClient READ newClient CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::EditClientViewModel* editClient READ editClient CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::AccessViewModel* access READ access CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::EmergencyViewModel* emergency READ emergency CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::AuditViewModel* audit READ audit CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::AttachmentsViewModel* attachments READ attachments CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::CaseViewModel* caseFile READ caseFile CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::MappingStartViewModel* mappingStart READ mappingStart CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::TabletReturnedViewModel* tabletReturned READ tabletReturned CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::ConversationViewModel* conversation READ conversation CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::ConclusionViewModel* conclusion READ conclusion CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::ConfirmViewModel* confirm READ confirm CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::MappingReaderViewModel* reader READ reader CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::ContactViewModel* contact READ contact CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::LateWritesViewModel* lateWrites READ lateWrites CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::TwoVersionsViewModel* twoVersions READ twoVersions CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::UnsentViewModel* unsent READ unsent CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::SettingsViewModel* settings READ settings CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::AutoLock* autoLock READ autoLock CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::SupervisorViewModel* supervisor READ supervisor CONSTANT FINAL)
  Q_PROPERTY(QString userName READ userName NOTIFY userChanged FINAL)     // "Kari Moen"
  Q_PROPERTY(QString userDetail READ userDetail NOTIFY userChanged FINAL) // "Veileder · Heimdal"
  Q_PROPERTY(QString startProblem READ startProblem CONSTANT FINAL)       // empty when the app can be used
  Q_PROPERTY(bool isSupervisor READ isSupervisor NOTIFY userChanged FINAL)
  Q_PROPERTY(bool isPractice READ isPractice NOTIFY userChanged FINAL) // fictitious people only

public:
  ApplicationViewModel(AppContext& context, SyncViewModel& sync, const TabletFolder& tablet, const DeviceFolder& folder,
                       const std::filesystem::path& offerFile, const std::filesystem::path& practicePaperFolder,
                       const Status& start);

  Navigator* navigator() { return &m_context.navigator; }
  SyncViewModel* sync() { return &m_sync; }
  JoiningViewModel* joining() { return &m_joining; }
  UsersViewModel* users() { return &m_users; }
  ChangeLockViewModel* changeLock() { return &m_changeLock; }
  UnlockViewModel* unlock() { return &m_unlock; }
  CaseloadViewModel* caseload() { return &m_caseload; }
  AppointmentsViewModel* appointments() { return &m_appointments; }
  NewClientViewModel* newClient() { return &m_newClient; }
  EditClientViewModel* editClient() { return &m_editClient; }
  AccessViewModel* access() { return &m_access; }
  EmergencyViewModel* emergency() { return &m_emergency; }
  AuditViewModel* audit() { return &m_audit; }
  AttachmentsViewModel* attachments() { return &m_attachments; }
  CaseViewModel* caseFile() { return &m_caseFile; }
  MappingStartViewModel* mappingStart() { return &m_mappingStart; }
  TabletReturnedViewModel* tabletReturned() { return &m_tabletReturned; }
  ConversationViewModel* conversation() { return &m_conversation; }
  ConclusionViewModel* conclusion() { return &m_conclusion; }
  ConfirmViewModel* confirm() { return &m_confirm; }
  MappingReaderViewModel* reader() { return &m_reader; }
  ContactViewModel* contact() { return &m_contact; }
  LateWritesViewModel* lateWrites() { return &m_lateWrites; }
  TwoVersionsViewModel* twoVersions() { return &m_twoVersions; }
  UnsentViewModel* unsent() { return &m_unsent; }
  SettingsViewModel* settings() { return &m_settings; }
  AutoLock* autoLock() { return &m_autoLock; }
  SupervisorViewModel* supervisor() { return &m_supervisor; }

  QString startProblem() const;
  QString userName() const;
  QString userDetail() const;
  bool isSupervisor() const { return m_context.user.role == casework::Role::Supervisor; }

  bool isPractice() const { return m_context.enrolment.isPractice; }

  Q_INVOKABLE void showCaseload();
  Q_INVOKABLE void showAppointments();
  Q_INVOKABLE void showSupervisor();
  Q_INVOKABLE void showSettings();
  Q_INVOKABLE void showUnsent();

signals:
  void userChanged();

private:
  AppContext& m_context;
  SyncViewModel& m_sync;
  Status m_start; // whether the folder is this process' own
  EntrySession m_entry;
  PaperCopy m_paper;
  CaseWatcher m_caseWatcher; // before the pages of a case
  JoiningViewModel m_joining;
  UsersViewModel m_users;
  ChangeLockViewModel m_changeLock;
  UnlockViewModel m_unlock;
  CaseloadViewModel m_caseload;
  AppointmentsViewModel m_appointments;
  NewClientViewModel m_newClient;
  EditClientViewModel m_editClient;
  AccessViewModel m_access;
  EmergencyViewModel m_emergency;
  AuditViewModel m_audit;
  AttachmentsViewModel m_attachments;
  ContactViewModel m_contact; // before the case page, which looks for the draft that this one keeps on being left
  CaseViewModel m_caseFile;
  MappingStartViewModel m_mappingStart;
  TabletReturnedViewModel m_tabletReturned;
  ConversationViewModel m_conversation;
  ConclusionViewModel m_conclusion;
  ConfirmViewModel m_confirm;
  MappingReaderViewModel m_reader;
  LateWritesViewModel m_lateWrites;
  TwoVersionsViewModel m_twoVersions;
  UnsentViewModel m_unsent;
  SettingsViewModel m_settings;
  AutoLock m_autoLock;
  SupervisorViewModel m_supervisor;
};

} // namespace veikart::ui
