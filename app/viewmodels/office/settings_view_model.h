// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>

namespace veikart::ui {

// What the user decides over the tablet: sending now and locking. GUI thread.
class SettingsViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(veikart::ui::SyncViewModel* sync READ sync CONSTANT FINAL)

public:
  SettingsViewModel(AppContext& context, SyncViewModel& sync) : m_context(context), m_sync(sync) {}

  SyncViewModel* sync() { return &m_sync; }
  Q_INVOKABLE void lock() { m_context.lock(); }

private:
  AppContext& m_context;
  SyncViewModel& m_sync;
};

} // namespace veikart::ui
