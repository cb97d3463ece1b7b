// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>

namespace veikart::ui {

// Leaves every page of a case for the caseload when a sync has erased the case from this tablet, because this user has
// it no longer, or because it was erased by law. Made before the pages' view models, so that it reads first and they
// need not tell what they could not find. GUI thread.
class CaseWatcher final : public QObject {
  Q_OBJECT

public:
  CaseWatcher(AppContext& context, SyncViewModel& sync);

signals:
  void caseGone(veikart::store::CaseStanding standing);

private:
  void look();

  AppContext& m_context;
};

} // namespace veikart::ui
