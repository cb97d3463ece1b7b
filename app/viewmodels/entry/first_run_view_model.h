// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/entry/entry_session.h"

#include <QQmlEngine>

namespace veikart::ui {

// Taking a tablet into use: an offer from the hub (a file made by `veikart-hub enrol`) is redeemed and a PIN chosen.
// Nothing is kept unless all of it went well. GUI thread; the work is done on the store's thread.
class FirstRunViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(bool hasOffer READ hasOffer CONSTANT FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isRepeating READ isRepeating NOTIFY changed FINAL) // the PIN is to be typed once more
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)

public:
  static constexpr int kPinLength = 6;

  FirstRunViewModel(AppContext& context, DeviceFolder folder, std::filesystem::path offerFile, EntrySession& entry);

  bool hasOffer() const { return !m_offerFile.empty(); }
  QString message() const { return m_message; }
  bool isRepeating() const { return !m_firstPin.empty(); }
  bool isBusy() const { return m_isBusy; }

  // The PIN as typed; asked for twice.
  Q_INVOKABLE void choosePin(const QString& pin);

signals:
  void changed();
  void cleared(); // the typed digits are to go

private:
  void say(const QString& message);
  void enrol(std::shared_ptr<SecretBytes> pin);

  AppContext& m_context;
  DeviceFolder m_folder;
  std::filesystem::path m_offerFile;
  EntrySession& m_entry;
  SecretBytes m_firstPin;
  QString m_message;
  bool m_isBusy = false;
};

} // namespace veikart::ui
