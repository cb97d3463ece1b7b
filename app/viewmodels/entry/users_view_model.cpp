// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/users_view_model.h"

namespace veikart::ui {

UsersViewModel::UsersViewModel(AppContext& context, const TabletFolder& tablet)
    : m_context(context), m_tablet(tablet), m_known(tablet.users()), m_users({"name"}, this) {
  QList<RowModel::Row> rows;
  for (const TabletFolder::User& user : m_known)
    rows.append({user.firstName.empty() ? tr("Uten navn") : QString::fromStdString(user.firstName)});
  m_users.setRows(std::move(rows));
}

void UsersViewModel::choose(int index) {
  m_context.becomeUser(m_known.at(static_cast<size_t>(index)).folderName);
}

void UsersViewModel::join() {
  m_context.becomeUser(m_tablet.newFolderName());
}

} // namespace veikart::ui
