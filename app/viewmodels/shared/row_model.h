// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>

namespace veikart::ui {

// Rows of named values for a list on a screen. The view model that owns it makes the rows; delegates take the roles as
// required properties. Keeps the list's place when as many rows come as were there. GUI thread.
class RowModel final : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by view models")
  Q_PROPERTY(int count READ rowCount NOTIFY countChanged FINAL)

public:
  using Row = QList<QVariant>; // one value for each role, in their order

  RowModel(const QList<QByteArray>& roles, QObject* parent);

  void setRows(QList<Row> rows); // REQUIRES: each row has as many values as there are roles
  const QList<Row>& rows() const { return m_rows; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override { return m_roleNames; }

signals:
  void countChanged();

private:
  QHash<int, QByteArray> m_roleNames;
  QList<Row> m_rows;
};

} // namespace veikart::ui
