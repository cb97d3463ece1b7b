// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/entry_session.h"

namespace veikart::ui {

namespace {
// How long the first answer of the hub is waited for; an absent hub on a known network says so much sooner.
constexpr int kPatienceMillis = 1500;
} // namespace

EntrySession::EntrySession(AppContext& context, SyncViewModel& sync) : m_context(context), m_sync(sync) {
  m_patience.setSingleShot(true);
  m_patience.setInterval(kPatienceMillis);
  connect(&m_patience, &QTimer::timeout, this, &EntrySession::showStartPage);
  connect(&m_sync, &SyncViewModel::attempted, this, &EntrySession::hearOfHub);
}

void EntrySession::enter(const OpenedStore& opened) {
  m_hasOpenHandover = opened.hasOpenHandover;
  m_context.user = opened.user;
  m_context.enrolment = opened.enrolment;
  m_isWaiting = true;
  m_isLeaseOver = opened.isLeaseOver;
  m_sync.start(opened.enrolment);
  if (m_isLeaseOver)
    m_context.navigator.restart(Navigator::LeaseOver);
  else
    m_patience.start();
}

void EntrySession::hearOfHub() {
  if (!m_isWaiting || !m_isLeaseOver)
    return showStartPage();
  m_context.store.read([](store::CaseStore& cases) { return cases.replica().lease(); })
      .then(this, [this](const Result<sync::Lease>& lease) {
        if (lease.ok() && !lease->isOver(m_context.clock.nowMillis()))
          showStartPage();
      });
}

void EntrySession::showStartPage() {
  if (!m_isWaiting)
    return;
  m_isWaiting = false;
  m_patience.stop();
  if (m_hasOpenHandover)
    m_context.navigator.restart(Navigator::TabletReturned);
  else if (m_context.user.role == casework::Role::Supervisor)
    m_context.navigator.restart(Navigator::Supervisor);
  else
    m_context.navigator.restart(m_sync.isAtOffice() ? Navigator::Caseload : Navigator::Appointments);
}

} // namespace veikart::ui
