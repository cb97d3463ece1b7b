// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>

#include <optional>
#include <vector>

namespace veikart::ui {

// What somebody wrote in a case after they had it no longer, oldest first: who, when, what, and what stands now. Each
// is taken into the case, as a write of the user's, or set aside. A supervisor reads. GUI thread.
class LateWritesViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  // what, who ("Kari Moen · i dag 10:12"), contents, note (empty: none), action (empty: it can't be taken in)
  Q_PROPERTY(veikart::ui::RowModel* items READ items CONSTANT FINAL)
  Q_PROPERTY(QString name READ name NOTIFY changed FINAL) // the client's
  Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed FINAL)
  Q_PROPERTY(bool isReader READ isReader NOTIFY changed FINAL)
  Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
  Q_PROPERTY(QString doneText READ doneText NOTIFY changed FINAL) // of the one that was dealt with last; empty: none
  Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
  LateWritesViewModel(AppContext& context, SyncViewModel& sync);

  RowModel* items() { return &m_items; }
  QString name() const;
  bool isLoaded() const { return m_overview.has_value(); }
  bool isReader() const { return m_context.user.role == casework::Role::Supervisor; }
  bool isSaving() const { return m_isSaving; }
  QString doneText() const { return m_doneText; }
  bool canUndo() const { return !m_setAside.isNil(); }
  QString message() const { return m_message.isEmpty() ? m_openingProblem : m_message; }

  Q_INVOKABLE void takeIn(int item);
  Q_INVOKABLE void setAside(int item);
  Q_INVOKABLE void undo(); // shows again what was set aside last
  Q_INVOKABLE void close();

signals:
  void changed();

private:
  struct Content;
  void load();
  void show(Content content);
  RowModel::Row rowOf(const store::LateWrite& late) const;
  QString actionFor(const store::LateWrite& late, bool asksClient) const;
  const store::LateWrite* at(int item) const;
  void write(std::function<Status(store::CaseStore&)> work, std::function<void()> whenDone);

  AppContext& m_context;
  RowModel m_items;
  std::optional<store::CaseOverview> m_overview;
  std::vector<store::LateWrite> m_writes; // behind the rows
  Uuid m_setAside;
  QString m_doneText, m_message, m_openingProblem;
  int m_page = 0; // which coming up of the page this is
  bool m_isSaving = false;
};

} // namespace veikart::ui
