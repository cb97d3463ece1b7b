// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace veikart {

// `name` as HttpHeaders keeps it: ASCII letters in lower case, whatever the locale.
std::string headerName(std::string_view name);

} // namespace veikart
