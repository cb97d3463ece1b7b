// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/status.h"

#include <array>
#include <string_view>

namespace veikart {

namespace {
constexpr std::array<std::string_view, 14> kNames = {"Ok",       "NotFound", "Conflict", "Invalid", "Corrupt",
                                                     "WrongKey", "Offline",  "Refused",  "Revoked", "TooNew",
                                                     "Busy",     "Full",     "Io",       "Internal"};
}

std::string Status::toString() const {
  std::string out(kNames[static_cast<size_t>(m_code)]);
  if (!m_text.empty())
    out.append(": ").append(m_text);
  return out;
}

} // namespace veikart
