// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/entry/entry_session.h"
#include "platform/crypto/key_file.h"

#include <QQmlEngine>
#include <QTimer>

namespace veikart::ui {

// The page that unlocks one user's store, with a PIN or with five words. Works without a network. GUI thread; the key
// is derived and the store opened on the store's thread.
class UnlockViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(bool takesWords READ takesWords NOTIFY changed FINAL) // instead of a PIN
  Q_PROPERTY(QString greeting READ greeting NOTIFY changed FINAL)
  Q_PROPERTY(QString firstName READ firstName NOTIFY changed FINAL) // whose store it is; empty when not known
  Q_PROPERTY(QString forgottenText READ forgottenText NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
  Q_PROPERTY(bool isShut READ isShut NOTIFY changed FINAL)       // too many were wrong: none is taken yet
  Q_PROPERTY(bool isDamaged READ isDamaged NOTIFY changed FINAL) // the store itself does not open

public:
  UnlockViewModel(AppContext& context, DeviceFolder folder, EntrySession& entry);

  bool takesWords() const { return m_lock == KeyLock::Passphrase; }
  QString greeting() const;
  QString firstName() const { return QString::fromStdString(m_folder.firstName()); }
  QString forgottenText() const;
  QString message() const { return m_message; }
  bool isBusy() const { return m_isBusy; }
  bool isShut() const { return m_waitTimer.isActive(); }
  bool isDamaged() const { return m_isDamaged; }

  Q_INVOKABLE void unlock(const QString& typed);
  Q_INVOKABLE void tryAgain();        // back to the PIN after a store that did not open
  Q_INVOKABLE void chooseOtherUser(); // or one who is new on this tablet

signals:
  void changed();
  void refused(); // what was typed is to be cleared

private:
  struct Attempt;
  void show(const Status& status, const Attempt& attempt);
  void say(const QString& message);
  void sayWait(); // how long nothing is taken after too many wrong ones; anew each second

  AppContext& m_context;
  DeviceFolder m_folder;
  EntrySession& m_entry;
  KeyLock m_lock = KeyLock::PracticePin;
  QString m_message;
  bool m_isBusy = false;
  bool m_isDamaged = false;
  int64_t m_waitUntil = 0;
  QTimer m_waitTimer;
};

} // namespace veikart::ui
