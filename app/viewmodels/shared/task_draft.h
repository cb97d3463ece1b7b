// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace veikart::ui {

// A task being agreed: what, which party, by when. Owned by the page's view model, which saves it. GUI thread.
class TaskDraft final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by view models")
  Q_PROPERTY(QString what MEMBER m_what NOTIFY changed FINAL)
  Q_PROPERTY(int party MEMBER m_party NOTIFY changed FINAL) // index into partyChoices
  Q_PROPERTY(QString otherParty MEMBER m_otherParty NOTIFY changed FINAL)
  Q_PROPERTY(QString dueDate READ dueDate WRITE setDueDate NOTIFY changed FINAL) // "2026-11-27", or what was written
  Q_PROPERTY(QList<QString> partyChoices READ partyChoices NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> dueLabels READ dueLabels NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> dueValues READ dueValues NOTIFY changed FINAL)
  Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL) // from the first try to finish until it is mended

public:
  TaskDraft(const AppContext& context, QObject* parent);

  void begin(const QString& clientName); // empties it
  QString dueDate() const { return m_dueDate; }
  void setDueDate(const QString& text);
  QStringList partyChoices() const;
  QStringList dueLabels() const;
  QStringList dueValues() const;
  QString problem() const { return m_wasTried ? missing() : QString(); }

  // The task, or nothing when something is missing, which `problem` then says.
  std::optional<casework::Task> finish(const Uuid& caseId, const Uuid& agreedIn);

signals:
  void changed();

private:
  QString missing() const; // in words; empty: nothing

  const AppContext& m_context;
  QString m_clientName, m_what, m_otherParty, m_dueDate;
  int m_party = 0;
  bool m_wasTried = false;
};

} // namespace veikart::ui
