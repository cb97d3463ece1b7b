// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/code_lists.h"

#include <QStringList>

namespace veikart::ui {

// A code list as choices on a screen, and back.
QStringList displaysOf(std::span<const casework::Code> list);
std::string codeAt(std::span<const casework::Code> list, int index);      // "" outside the list
int indexOf(std::span<const casework::Code> list, std::string_view code); // -1 when unknown

} // namespace veikart::ui
