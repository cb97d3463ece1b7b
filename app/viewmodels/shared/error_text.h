// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/case_store.h"
#include "platform/base/status.h"

#include <QString>

#include <string>

namespace veikart::ui {

// The one place where a Status becomes a sentence for people: what happened, what is safe, what to do. Empty for Ok.
enum class ErrorContext {
  Starting,
  Saving,
  Settling,
  Opening,
  Unlocking,
  Syncing,
  Enrolling,
  Printing,
  Exporting,
  Emergency
};
QString errorText(const Status& status, ErrorContext context);

// Why a file can't be attached to a case.
enum class FileProblem { None, Empty, TooLarge, UnknownKind, Damaged, Unreadable };
QString fileProblemText(FileProblem problem); // empty for None

// The same for why the hub did not take what was sent (a code of PROTOCOL.md); empty for none.
QString refusalText(const std::string& reason);

// Why a case is not on this tablet any more; empty while it is.
QString standingText(store::CaseStanding standing);

} // namespace veikart::ui
