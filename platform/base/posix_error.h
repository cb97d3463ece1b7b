// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

#include <string_view>

namespace veikart {

// The Status of a failed system call: NotFound for ENOENT, Full for ENOSPC and EDQUOT, Busy for EAGAIN, else Io.
Status posixError(std::string_view what, int errorNumber);

} // namespace veikart
