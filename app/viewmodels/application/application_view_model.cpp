// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/application/application_view_model.h"

#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/person_text.h"

namespace veikart::ui {

ApplicationViewModel::ApplicationViewModel(AppContext& context, SyncViewModel& sync, const TabletFolder& tablet,
                                           const DeviceFolder& folder, const std::filesystem::path& offerFile,
                                           const std::filesystem::path& practicePaperFolder, const Status& start)
    : m_context(context), m_sync(sync), m_start(start), m_entry(context, sync), m_paper(context, practicePaperFolder),
      m_caseWatcher(context, sync), m_joining(context, tablet, folder, offerFile, m_entry), m_users(context, tablet),
      m_changeLock(context, folder), m_unlock(context, folder, m_entry), m_caseload(context, sync),
      m_appointments(context, sync), m_newClient(context, sync), m_editClient(context), m_access(context, sync),
      m_emergency(context, sync), m_audit(context, sync, practicePaperFolder), m_attachments(context, sync),
      m_contact(context, sync), m_caseFile(context, sync), m_mappingStart(context, folder),
      m_tabletReturned(context, sync, folder), m_conversation(context, folder), m_conclusion(context),
      m_confirm(context, m_paper), m_reader(context, m_paper), m_lateWrites(context, sync),
      m_twoVersions(context, sync), m_unsent(context, sync), m_settings(context, sync, folder),
      m_autoLock(context, folder.lockMinutes()), m_supervisor(context, sync) {
  connect(&context.navigator, &Navigator::changed, this, &ApplicationViewModel::userChanged);
  connect(&m_joining, &JoiningViewModel::changed, this, &ApplicationViewModel::userChanged);
  connect(&m_settings, &SettingsViewModel::changed, this, [this] { m_autoLock.setMinutes(m_settings.lockMinutes()); });
  connect(&m_caseWatcher, &CaseWatcher::caseGone, &m_caseload, &CaseloadViewModel::sayCaseIsGone);
  connect(&m_caseWatcher, &CaseWatcher::cannotOpen, &m_caseload, &CaseloadViewModel::sayCaseStaysShut);
  connect(&m_conversation, &ConversationViewModel::leavesForConclusion, &m_conclusion, &ConclusionViewModel::beginAt);
}

QString ApplicationViewModel::startProblem() const {
  return errorText(m_start, ErrorContext::Starting);
}

QString ApplicationViewModel::userName() const {
  return QString::fromStdString(m_context.user.fullName()).trimmed();
}

QString ApplicationViewModel::userDetail() const {
  return QStringLiteral("%1 · %2").arg(roleText(m_context.user.role), QString::fromStdString(m_context.user.unit));
}

void ApplicationViewModel::showCaseload() {
  m_context.navigator.restart(Navigator::Caseload);
}

void ApplicationViewModel::showAppointments() {
  m_context.navigator.restart(Navigator::Appointments);
}

void ApplicationViewModel::showSupervisor() {
  m_context.navigator.restart(Navigator::Supervisor);
}

void ApplicationViewModel::showSettings() {
  m_context.navigator.restart(Navigator::Settings);
}

// Looked at in passing: whoever was on a page comes back to it.
void ApplicationViewModel::showUnsent() {
  if (m_context.navigator.page() != Navigator::Unsent)
    m_context.navigator.go(Navigator::Unsent, m_context.navigator.caseId(), m_context.navigator.mappingId());
}

} // namespace veikart::ui
