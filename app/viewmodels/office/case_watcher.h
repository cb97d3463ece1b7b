// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>

namespace veikart::ui {

// Notes that a case was opened before any page of it reads it, and leaves every page of a case for the caseload when
// that can't be noted, and when a sync has erased the case from this tablet, because this user has it no longer, or
// because it was erased by law. Made before the pages' view models, so that it reads first and they need not tell what
// they could not find. GUI thread.
class CaseWatcher final : public QObject {
  Q_OBJECT

public:
  CaseWatcher(AppContext& context, SyncViewModel& sync);

signals:
  void caseGone(veikart::store::CaseStanding standing);
  void cannotOpen(const QString& problem);

private:
  void noteOpening();
  void look();
  void leave();
  bool isSupervisor() const;

  AppContext& m_context;
  Uuid m_opened; // nil: no case
};

} // namespace veikart::ui
