// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/typed_secret.h"

#include "platform/crypto/passphrase.h"

namespace veikart::ui {

SecretBytes secretOf(const QString& typed) {
  Bytes text = typed.toStdString();
  SecretBytes secret = SecretBytes::copyOf(text);
  wipe(text);
  return secret;
}

Result<SecretBytes> typedPassphrase(const QString& typed) {
  const SecretBytes text = secretOf(typed);
  return crypto::readPassphrase(text.view());
}

} // namespace veikart::ui
