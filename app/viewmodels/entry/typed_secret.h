// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/secret_bytes.h"

#include <QString>

// What was typed into a page, as a secret. Qt's own copies of it are beyond us; they go with the process, which ends
// whenever the tablet is locked. Free functions; any thread.
namespace veikart::ui {

SecretBytes secretOf(const QString& typed);
Result<SecretBytes> typedPassphrase(const QString& typed); // Invalid: not words of the list, or not as many

} // namespace veikart::ui
