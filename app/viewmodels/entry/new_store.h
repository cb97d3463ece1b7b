// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/entry/entry_session.h"
#include "app/viewmodels/shared/tablet_folder.h"
#include "platform/crypto/key_file.h"

namespace veikart::ui {

// What a user's first time on a tablet takes.
struct NewStore {
  TabletFolder tablet;
  DeviceFolder folder;
  KeyLock lock = KeyLock::Passphrase;
  SecretBytes secret;
  std::string tpm;                                      // see AppContext
  sync::EnrolmentOffer offer;                           // without a code: he signs in on a tablet that is known
  std::shared_ptr<const sync::TabletIdentity> identity; // of that tablet
  std::optional<sync::SignInWords> words; // whose name and password they are; nothing: the code is his own
};

// Makes the store, and lets its user in at the hub. A failure leaves nothing behind: those of KeyFile, the store and
// the hub. On the store's thread.
Result<std::unique_ptr<store::CaseStore>> makeStore(const NewStore& wanted, const Clock& clock, OpenedStore& opened);

} // namespace veikart::ui
