// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace veikart::casework {

// A closed list of the source documents: `code` is stored, `display` is what people read, `source` where it comes from.
struct Code {
  std::string_view code;
  std::string_view display;
  std::string_view source;
};

std::span<const Code> contactTypes();                                          // tio.md §1.2
std::span<const Code> places();                                                // tio.md §1.4
std::span<const Code> lifeAreas();                                             // 002, ten life areas
std::span<const Code> targetGroups();                                          // kis.md CL-01
std::span<const Code> selectionBases();                                        // kis.md CL-06
std::span<const Code> attachmentKinds();                                       // ours: the sources name none
std::string_view displayOf(std::span<const Code> list, std::string_view code); // the code itself when unknown

} // namespace veikart::casework
