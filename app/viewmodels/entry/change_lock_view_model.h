// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/entry/lock_chooser.h"
#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/device_folder.h"

namespace veikart::ui {

// Another PIN or other words for an open store. The present ones are asked for, so that a tablet that was left open
// gets no new owner; they count like any try. The store itself is not encrypted anew. GUI thread; the work is done on
// the store's thread.
class ChangeLockViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
  Q_PROPERTY(bool takesWords READ takesWords NOTIFY changed FINAL) // to be shown that one is the owner
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::LockChooser* lock READ lock CONSTANT FINAL)

public:
  enum Step { Present, New, Done };
  Q_ENUM(Step)

  ChangeLockViewModel(AppContext& context, DeviceFolder folder);

  Step step() const { return m_step; }
  bool takesWords() const { return m_present == KeyLock::Passphrase; }
  QString message() const { return m_message; }
  bool isBusy() const { return m_isBusy; }
  LockChooser* lock() { return &m_lock; }

  Q_INVOKABLE void show(const QString& present); // the present PIN or words
  Q_INVOKABLE void back();

signals:
  void changed();
  void cleared();

private:
  void begin();
  void go(Step step, const QString& message = {});
  void change();

  AppContext& m_context;
  const DeviceFolder m_folder;
  KeyLock m_present = KeyLock::PracticePin;
  Step m_step = Present;
  SecretBytes m_secret; // as it was typed
  LockChooser m_lock{this};
  QString m_message;
  bool m_isBusy = false;
};

} // namespace veikart::ui
