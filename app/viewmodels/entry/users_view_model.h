// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/tablet_folder.h"

#include <QObject>
#include <QQmlEngine>

namespace veikart::ui {

// Who is at the tablet: those who have a store on it, by first name, and whoever has none yet. GUI thread.
class UsersViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(veikart::ui::RowModel* users READ users CONSTANT FINAL) // name

public:
  UsersViewModel(AppContext& context, const TabletFolder& tablet);

  RowModel* users() { return &m_users; }

  Q_INVOKABLE void choose(int index);
  Q_INVOKABLE void join(); // one who is new here

private:
  AppContext& m_context;
  const TabletFolder m_tablet;
  const std::vector<TabletFolder::User> m_known;
  RowModel m_users;
};

} // namespace veikart::ui
