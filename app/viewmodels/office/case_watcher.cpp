// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/case_watcher.h"

#include "app/viewmodels/shared/error_text.h"

namespace veikart::ui {

CaseWatcher::CaseWatcher(AppContext& context, SyncViewModel& sync) : m_context(context) {
  connect(&context.navigator, &Navigator::changed, this, &CaseWatcher::noteOpening);
  connect(&sync, &SyncViewModel::dataArrived, this, &CaseWatcher::look);
}

// A supervisor's openings have a need, and are noted where it is stated.
void CaseWatcher::noteOpening() {
  const Uuid caseId = m_context.navigator.caseId();
  if (caseId == m_opened)
    return;
  m_opened = caseId;
  if (caseId.isNil() || isSupervisor())
    return;
  m_context.store.write([caseId](store::CaseStore& cases) { return cases.note(caseId, casework::AuditAction::Opened); })
      .then(this, [this, caseId](const Status& status) {
        if (status.ok() || caseId != m_context.navigator.caseId())
          return;
        leave();
        emit cannotOpen(errorText(status, ErrorContext::Opening));
      });
}

bool CaseWatcher::isSupervisor() const {
  return m_context.user.role == casework::Role::Supervisor;
}

void CaseWatcher::leave() {
  m_context.navigator.restart(isSupervisor() ? Navigator::Supervisor : Navigator::Caseload);
}

void CaseWatcher::look() {
  const Uuid caseId = m_context.navigator.caseId();
  if (caseId.isNil())
    return;
  m_context.store.read([caseId](store::CaseStore& cases) { return cases.standing(caseId); })
      .then(this, [this, caseId](const Result<store::CaseStanding>& standing) {
        if (!standing.ok() || *standing == store::CaseStanding::Here || caseId != m_context.navigator.caseId())
          return;
        leave();
        emit caseGone(*standing);
      });
}

} // namespace veikart::ui
