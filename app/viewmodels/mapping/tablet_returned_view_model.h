// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/device_folder.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>

namespace veikart::ui {

// After unlocking, when a client had the tablet: fetch the answers, let the client go on, or leave them for later: they
// are asked for again at the next unlocking. Answers that are damaged keep nobody here: they are set aside as they are.
// GUI thread.
class TabletReturnedViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
  Q_PROPERTY(QString startedText READ startedText NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isDamaged READ isDamaged NOTIFY changed FINAL) // the answers can't be fetched, now or later
  Q_PROPERTY(bool isLost READ isLost NOTIFY changed FINAL)       // there are none to fetch
  // Not when the mapping has ended elsewhere, so that no answers can come into it any more.
  Q_PROPERTY(bool canAnswer READ canAnswer NOTIFY changed FINAL)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)

public:
  TabletReturnedViewModel(AppContext& context, const SyncViewModel& sync, DeviceFolder folder);

  QString clientName() const { return m_clientName; }
  QString startedText() const { return m_startedText; }
  QString message() const { return m_message; }
  bool isDamaged() const { return m_isDamaged; }
  bool isLost() const { return m_isLost; }
  bool canAnswer() const { return m_canAnswer; }
  bool isBusy() const { return m_isBusy; }

  Q_INVOKABLE void fetchAnswers();
  Q_INVOKABLE void letClientGoOn(double textScale); // with damaged answers: in a new session
  Q_INVOKABLE void goOnWithout();                   // to the case; damaged answers are set aside, and kept
  Q_INVOKABLE void leaveForLater();                 // to the start page

signals:
  void changed();

private:
  void load();
  void setBusy(bool isBusy);
  void say(const Status& status);

  AppContext& m_context;
  const SyncViewModel& m_sync;
  DeviceFolder m_folder;
  Uuid m_caseId, m_mappingId;
  QString m_clientName, m_startedText, m_message;
  bool m_isDamaged = false;
  bool m_isLost = false;
  bool m_isGone = false; // its case was erased from this tablet
  bool m_canAnswer = true;
  bool m_isBusy = false;
};

} // namespace veikart::ui
