// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

#include <QString>

namespace veikart::ui {

// The one place where a Status becomes a sentence for people: what happened, what is safe, what to do. Empty for Ok.
enum class ErrorContext { Starting, Saving, Settling, Opening, Unlocking, Syncing, Enrolling, Printing };
QString errorText(const Status& status, ErrorContext context);

} // namespace veikart::ui
