// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/entry/entry_session.h"
#include "app/viewmodels/entry/lock_chooser.h"
#include "app/viewmodels/shared/tablet_folder.h"

#include <QQmlEngine>

namespace veikart::ui {

// Taking a tablet into use, or a further user's first time on it: the office is met and its word proved, the user is
// known by a code of his own or signs in, and chooses what his store is to be opened with. Nothing is kept unless all
// of it went well. GUI thread; the work is done on the store's thread.
class JoiningViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
  Q_PROPERTY(bool isKnownTablet READ isKnownTablet CONSTANT FINAL) // others use it already, so an address is known
  Q_PROPERTY(QString officeName READ officeName NOTIFY changed FINAL)
  Q_PROPERTY(QString greeting READ greeting NOTIFY changed FINAL)
  Q_PROPERTY(QString address READ address CONSTANT FINAL) // to begin with
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::LockChooser* lock READ lock CONSTANT FINAL)

public:
  enum Step { Code, SignIn, Lock };
  Q_ENUM(Step)

  // `offerFile`: an offer of the office's that nobody need type; empty: none.
  JoiningViewModel(AppContext& context, const TabletFolder& tablet, DeviceFolder folder,
                   std::filesystem::path offerFile, EntrySession& entry);

  Step step() const { return m_step; }
  bool isKnownTablet() const { return m_known != nullptr; }
  QString officeName() const { return QString::fromStdString(m_greeting.officeName); }
  QString greeting() const;
  QString address() const;
  QString message() const { return m_message; }
  bool isBusy() const { return m_isBusy; }
  LockChooser* lock() { return &m_lock; }

  Q_INVOKABLE void begin(); // with the offer, when there is one
  Q_INVOKABLE void meet(const QString& address, const QString& code);
  Q_INVOKABLE void signInInstead(); // on a tablet that is known
  Q_INVOKABLE void useCodeInstead();
  Q_INVOKABLE void signIn(const QString& userName, const QString& password);
  Q_INVOKABLE void back();

signals:
  void changed();
  void cleared(); // what was typed in secret is to go

private:
  void go(Step step, const QString& message = {});
  void work(const QString& message);
  void meet(const sync::EnrolmentOffer& offer);
  void chooseLock();
  void join();
  void show(const Status& status);

  AppContext& m_context;
  const TabletFolder m_place;
  const DeviceFolder m_folder;
  const std::filesystem::path m_offerFile;
  EntrySession& m_entry;
  std::shared_ptr<const sync::TabletIdentity> m_known; // of the tablet
  Step m_step = Code;
  sync::Greeting m_greeting;
  bool m_signsIn = false; // there is nobody whose code it is
  std::string m_userName;
  SecretBytes m_password;
  LockChooser m_lock{this};
  QString m_message;
  bool m_isBusy = false;
};

} // namespace veikart::ui
