// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/case_watcher.h"

namespace veikart::ui {

CaseWatcher::CaseWatcher(AppContext& context, SyncViewModel& sync) : m_context(context) {
  connect(&sync, &SyncViewModel::dataArrived, this, &CaseWatcher::look);
}

void CaseWatcher::look() {
  const Uuid caseId = m_context.navigator.caseId();
  if (caseId.isNil())
    return;
  m_context.store.read([caseId](store::CaseStore& cases) { return cases.standing(caseId); })
      .then(this, [this, caseId](const Result<store::CaseStanding>& standing) {
        if (!standing.ok() || *standing == store::CaseStanding::Here || caseId != m_context.navigator.caseId())
          return;
        const bool isSupervisor = m_context.user.role == casework::Role::Supervisor;
        m_context.navigator.restart(isSupervisor ? Navigator::Supervisor : Navigator::Caseload);
        emit caseGone(*standing);
      });
}

} // namespace veikart::ui
