// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/os/core_dumps.h"

#include "platform/base/posix_error.h"

#include <cerrno>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace veikart {

// The limit outlives exec, so it also covers the moment before the next program's first line; but it does not hold for
// a program that cores are piped to. The other does, and ends at exec.
Status forbidCoreDumps() {
  const rlimit none = {0, 0};
  if (::setrlimit(RLIMIT_CORE, &none) != 0)
    return posixError("limit core dumps", errno);
  if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
    return posixError("forbid core dumps", errno);
  return {};
}

} // namespace veikart
