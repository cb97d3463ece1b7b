// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/entry/entry_session.h"

#include <QQmlEngine>
#include <QTimer>

namespace veikart::ui {

// The PIN page. Works without a network. GUI thread; the key is derived and the store opened on the store's thread.
class UnlockViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString greeting READ greeting NOTIFY changed FINAL)
  Q_PROPERTY(QString firstName READ firstName NOTIFY changed FINAL) // whose tablet it is; empty when not known
  Q_PROPERTY(QString forgottenText READ forgottenText CONSTANT FINAL)
  Q_PROPERTY(QString otherUserText READ otherUserText NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
  Q_PROPERTY(bool isShut READ isShut NOTIFY changed FINAL)       // too many wrong PINs: no key is taken yet
  Q_PROPERTY(bool isDamaged READ isDamaged NOTIFY changed FINAL) // the store itself does not open

public:
  UnlockViewModel(AppContext& context, DeviceFolder folder, EntrySession& entry);

  QString greeting() const;
  QString firstName() const { return QString::fromStdString(m_folder.firstName()); }
  QString forgottenText() const;
  QString otherUserText() const;
  QString message() const { return m_message; }
  bool isBusy() const { return m_isBusy; }
  bool isShut() const { return m_waitTimer.isActive(); }
  bool isDamaged() const { return m_isDamaged; }

  Q_INVOKABLE void unlock(const QString& pin);
  Q_INVOKABLE void tryAgain(); // back to the PIN after a store that did not open

signals:
  void changed();
  void refused(); // the typed PIN is to be cleared

private:
  struct Attempt;
  void show(const Status& status, const Attempt& attempt);
  void sayWait(); // how long the pad stays shut after too many wrong PINs; anew each second

  AppContext& m_context;
  DeviceFolder m_folder;
  EntrySession& m_entry;
  QString m_message;
  bool m_isBusy = false;
  bool m_isDamaged = false;
  int64_t m_waitUntil = 0;
  QTimer m_waitTimer;
};

} // namespace veikart::ui
