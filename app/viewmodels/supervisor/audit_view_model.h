// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>

#include <filesystem>

namespace veikart::ui {

// Who has seen a case, and what they did with it, as far as the office has heard; and the print of it for the client,
// who may ask for it. For supervisors: others' tablets know of their own user only. GUI thread.
class AuditViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(veikart::ui::RowModel* entries READ entries CONSTANT FINAL) // who, initials, what, when; latest first
  Q_PROPERTY(QString name READ name NOTIFY changed FINAL)                // the client's
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(QString printedText READ printedText NOTIFY changed FINAL) // what became of the print; empty: none yet
  Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed FINAL)
  Q_PROPERTY(bool isPrinting READ isPrinting NOTIFY changed FINAL)

public:
  // An empty `practiceFolder` means the printer.
  AuditViewModel(AppContext& context, SyncViewModel& sync, std::filesystem::path practiceFolder);

  RowModel* entries() { return &m_entries; }
  QString name() const { return m_name; }
  QString message() const { return m_message; }
  QString printedText() const { return m_printedText; }
  bool isLoaded() const { return m_isLoaded; }
  bool isPrinting() const { return m_isPrinting; }

  Q_INVOKABLE void print();
  Q_INVOKABLE void close();

signals:
  void changed();

private:
  struct Content;
  static Result<std::shared_ptr<Content>> read(store::CaseStore& cases, const Uuid& caseId);

  void load();
  void show(const Content& content);

  AppContext& m_context;
  std::filesystem::path m_practiceFolder;
  RowModel m_entries;
  QString m_name, m_message, m_printedText;
  int m_page = 0; // which coming up of the page this is
  bool m_isLoaded = false, m_isPrinting = false;
};

} // namespace veikart::ui
