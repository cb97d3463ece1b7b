// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>

#include <map>

namespace veikart::ui {

// The caseload at the office: who is met today, who needs something, everybody. GUI thread.
class CaseloadViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  // Rows: caseId, name, initials, detail, trailing, isUrgent.
  Q_PROPERTY(veikart::ui::RowModel* today READ today CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::RowModel* needing READ needing CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::RowModel* everybody READ everybody CONSTANT FINAL)
  Q_PROPERTY(veikart::ui::RowModel* found READ found CONSTANT FINAL)
  Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL) // "14 brukere til sammen · 2 deles med Jonas"
  Q_PROPERTY(QString searchText READ searchText WRITE search NOTIFY changed FINAL)
  Q_PROPERTY(bool showsEverybody READ showsEverybody WRITE setShowsEverybody NOTIFY changed FINAL)
  Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed FINAL)
  Q_PROPERTY(QString goneText READ goneText NOTIFY changed FINAL) // of a case that was erased while it was open
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)   // what went wrong; empty when nothing did

public:
  CaseloadViewModel(AppContext& context, SyncViewModel& sync);

  RowModel* today() { return &m_today; }
  RowModel* needing() { return &m_needing; }
  RowModel* everybody() { return &m_everybody; }
  RowModel* found() { return &m_found; }
  QString summary() const { return m_summary; }
  QString searchText() const { return m_searchText; }
  bool showsEverybody() const { return m_showsEverybody; }
  bool isLoaded() const { return m_isLoaded; }
  QString goneText() const { return m_goneText; }
  QString message() const { return m_message; }

  void search(const QString& text);
  void setShowsEverybody(bool shows);
  void sayCaseIsGone(store::CaseStanding standing); // until the page is left
  void sayCaseStaysShut(const QString& problem);    // the same
  Q_INVOKABLE void openCase(const QString& caseId);
  Q_INVOKABLE void newClient();
  Q_INVOKABLE void openInEmergency();

signals:
  void changed();

private:
  void load();
  void find();
  void forgetSearch();
  void show(const std::vector<store::CaseloadEntry>& entries);
  QString summaryOf(const std::vector<store::CaseloadEntry>& entries) const;

  AppContext& m_context;
  RowModel m_today, m_needing, m_everybody, m_found;
  std::map<Uuid, std::string> m_staffNames;
  QString m_summary, m_searchText, m_goneText, m_message;
  bool m_showsEverybody = false;
  bool m_isLoaded = false;
};

} // namespace veikart::ui
