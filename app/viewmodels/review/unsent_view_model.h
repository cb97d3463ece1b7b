// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>

#include <vector>

namespace veikart::ui {

// What the office does not have yet, oldest first: what, for whom, since when and why. Nothing leaves the list but by
// being sent. All of it can be saved to a file, which is not encrypted; that is asked for, said and logged. GUI thread.
class UnsentViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  // what, forWhom, since, why (empty: it only waits), contents (what is written; empty: not opened), canGo
  Q_PROPERTY(veikart::ui::RowModel* items READ items CONSTANT FINAL)
  Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
  Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed FINAL)
  Q_PROPERTY(bool isSyncing READ isSyncing NOTIFY changed FINAL)
  Q_PROPERTY(bool asksToExport READ asksToExport NOTIFY changed FINAL)
  Q_PROPERTY(QString exportedText READ exportedText NOTIFY changed FINAL) // where the file is; empty: none
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
  UnsentViewModel(AppContext& context, SyncViewModel& sync);

  RowModel* items() { return &m_items; }
  QString summary() const;
  bool isLoaded() const { return m_isLoaded; }
  bool isSyncing() const { return m_sync.isSyncing(); }
  bool asksToExport() const { return m_asksToExport; }
  QString exportedText() const { return m_exportedText; }
  QString message() const { return m_message; }

  Q_INVOKABLE void open(int item); // or closes it
  Q_INVOKABLE void go(int item);   // to the page where it can be mended
  Q_INVOKABLE void sendAgain();
  Q_INVOKABLE void askToExport(bool asks);
  Q_INVOKABLE void exportAll();

signals:
  void changed();

private:
  // One record's unsent part, or the content of an attachment, in words.
  struct Item {
    QString what, forWhom, contents;
    int64_t sinceMillis = 0;
    std::string refusal;
    Bytes key;   // tells it from the others
    Uuid caseId; // nil when it is of no case, or of one that is not here
    Navigator::Page page = Navigator::CasePage;
    bool isContent = false;
  };
  class Reader;
  static Result<std::vector<Item>> read(store::CaseStore& cases, int64_t now);
  static QByteArray fileContent(const std::vector<Item>& items, int64_t now);

  void load();
  void showItems();
  bool canGo(const Item& item) const;
  bool isShown() const { return m_context.navigator.page() == Navigator::Unsent; }

  AppContext& m_context;
  SyncViewModel& m_sync;
  RowModel m_items;
  std::vector<Item> m_unsent;
  Bytes m_opened;
  QString m_exportedText, m_message;
  bool m_isLoaded = false;
  bool m_asksToExport = false;
};

} // namespace veikart::ui
