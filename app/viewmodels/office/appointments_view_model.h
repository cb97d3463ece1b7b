// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/office/appointment_editor.h"
#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>
#include <QTimer>

namespace veikart::ui {

// The next appointment alone: what a screen that a client can see may show away from the office. The others of the day
// are initials, and stand behind one tap; so does the one that comes next when the client's own was moved or cancelled,
// or its time is over. GUI thread.
class AppointmentsViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString over READ over NOTIFY changed FINAL) // "Søndag 22. november · på kontoret"
  Q_PROPERTY(bool hasNext READ hasNext NOTIFY changed FINAL)
  Q_PROPERTY(bool holdsBack READ holdsBack NOTIFY changed FINAL) // the next one, which is another client's
  Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
  Q_PROPERTY(QString initials READ initials NOTIFY changed FINAL)
  Q_PROPERTY(QString detail READ detail NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::AppointmentEditor* appointment READ appointment CONSTANT FINAL) // the next one
  Q_PROPERTY(QString agreed READ agreed NOTIFY changed FINAL)
  Q_PROPERTY(bool hasOpenMapping READ hasOpenMapping NOTIFY changed FINAL)
  Q_PROPERTY(QString others READ others NOTIFY changed FINAL) // "2 avtaler til i dag: S.A. 13:30, T.K. 15:00. …"
  Q_PROPERTY(veikart::ui::RowModel* othersRows READ othersRows CONSTANT
                 FINAL) // caseId, name, initials, detail, trailing, isUrgent
  Q_PROPERTY(bool showsOthers READ showsOthers NOTIFY changed FINAL)
  Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
  AppointmentsViewModel(AppContext& context, SyncViewModel& sync);

  QString over() const;
  bool hasNext() const { return m_next.has_value(); }
  bool holdsBack() const { return m_holdsBack; }
  QString name() const;
  QString initials() const;
  QString detail() const;
  AppointmentEditor* appointment() { return &m_appointment; }
  QString agreed() const { return m_agreed; }
  bool hasOpenMapping() const { return m_next && m_next->openMapping; }
  QString others() const;
  RowModel* othersRows() { return &m_othersRows; }
  bool showsOthers() const { return m_showsOthers; }
  bool isLoaded() const { return m_isLoaded; }
  QString message() const { return m_message; }

  Q_INVOKABLE void continueMapping();
  Q_INVOKABLE void logContact();
  Q_INVOKABLE void openNext();
  Q_INVOKABLE void openCase(const QString& caseId);
  Q_INVOKABLE void showOthers();
  Q_INVOKABLE void showNext(); // though it is held back

signals:
  void changed();

private:
  void comeTo(Navigator::Page page);
  void begin();
  void load();
  void show(std::vector<store::CaseloadEntry> entries);
  void showOthersOf(const std::vector<store::CaseloadEntry>& entries);
  void showAgreed(const store::CaseOverview& overview);

  AppContext& m_context;
  SyncViewModel& m_sync;
  QTimer m_minute{this}; // what comes next changes by itself; runs while the page is up
  std::optional<store::CaseloadEntry> m_next;
  Uuid m_shownCase; // who may be looking at the page; nil: nobody was shown yet
  AppointmentEditor m_appointment;
  RowModel m_othersRows;
  QString m_agreed, m_others, m_message;
  bool m_isUp = false;
  bool m_showsOthers = false;
  bool m_holdsBack = false;
  bool m_isLoaded = false;
};

} // namespace veikart::ui
