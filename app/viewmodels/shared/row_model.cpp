// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/row_model.h"

namespace veikart::ui {

RowModel::RowModel(const QList<QByteArray>& roles, QObject* parent) : QAbstractListModel(parent) {
  for (int i = 0; i < roles.size(); ++i)
    m_roleNames.insert(Qt::UserRole + i, roles[i]);
}

void RowModel::setRows(QList<Row> rows) {
  if (rows.size() == m_rows.size()) {
    m_rows = std::move(rows);
    if (!m_rows.isEmpty())
      emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
    return;
  }
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
  emit countChanged();
}

int RowModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RowModel::data(const QModelIndex& index, int role) const {
  const qsizetype column = role - Qt::UserRole;
  if (!index.isValid() || index.row() >= m_rows.size() || column < 0 || column >= m_rows[index.row()].size())
    return {};
  return m_rows[index.row()][column];
}

} // namespace veikart::ui
