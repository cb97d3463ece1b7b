// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/posix_error.h"

#include <cerrno>
#include <string>
#include <system_error>

namespace veikart {

Status posixError(std::string_view what, int errorNumber) {
  std::string text(what);
  text.append(": ").append(std::generic_category().message(errorNumber));
  switch (errorNumber) {
  case ENOENT:
    return Status::notFound(std::move(text));
  case ENOSPC:
  case EDQUOT:
    return Status::full(std::move(text));
  case EAGAIN:
    return Status::busy(std::move(text));
  default:
    return Status::io(std::move(text));
  }
}

} // namespace veikart
