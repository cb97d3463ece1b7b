// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/device_folder.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace veikart::ui {

// What an open store came with; filled on the store's thread, read on the GUI thread once the store is open.
struct OpenedStore {
  sync::Enrolment enrolment;
  casework::StaffMember user;
  bool hasOpenHandover = false;
  bool isLeaseOver = false; // nothing is shown before the office has been heard of
};

// Goes from an opened store to the page to begin with: starts sync, and waits a moment for the hub's answer, which
// tells whether this is the office (caseload) or not (the next appointment alone). When the hub has not been heard of
// for too long, it waits for that answer as long as it takes. GUI thread.
class EntrySession final : public QObject {
  Q_OBJECT

public:
  EntrySession(AppContext& context, SyncViewModel& sync);

  void enter(const OpenedStore& opened);

private:
  void hearOfHub(); // a session has ended
  void showStartPage();

  AppContext& m_context;
  SyncViewModel& m_sync;
  QTimer m_patience;
  bool m_hasOpenHandover = false;
  bool m_isLeaseOver = false;
  bool m_isWaiting = false;
};

} // namespace veikart::ui
