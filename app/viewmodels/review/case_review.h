// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"

#include <QObject>
#include <QQmlEngine>

#include <vector>

namespace veikart::ui {

// What the case page tells of two versions: how many wait to be settled, what came late, and what became
// of what the user wrote. Part
// of the page's view model, which says when to load. GUI thread.
class CaseReview final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("part of the case page's view model")
  Q_PROPERTY(QString text READ text NOTIFY changed FINAL)          // "2 opplysninger har to versjoner"; empty: none
  Q_PROPERTY(QString lateText READ lateText NOTIFY changed FINAL)  // of what came after a hand-over; empty: none
  Q_PROPERTY(veikart::ui::RowModel* news READ news CONSTANT FINAL) // text
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
  CaseReview(AppContext& context, QObject* parent);

  void load(const Uuid& caseId);

  QString text() const;
  QString lateText() const;
  RowModel* news() { return &m_news; }
  QString message() const { return m_message; }

  Q_INVOKABLE void open();                // the page with both versions
  Q_INVOKABLE void openLate();            // the page with what came late
  Q_INVOKABLE void acknowledge(int news); // it has been read

signals:
  void changed();

private:
  struct Content;
  void show(Content content);

  AppContext& m_context;
  Uuid m_caseId;
  RowModel m_news;
  std::vector<store::ConflictNews> m_shown; // behind the rows
  int m_count = 0;
  int m_lateCount = 0;
  QString m_message;
};

} // namespace veikart::ui
