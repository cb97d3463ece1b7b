// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/code_choices.h"

namespace veikart::ui {

QStringList displaysOf(std::span<const casework::Code> list) {
  QStringList displays;
  for (const casework::Code& entry : list)
    displays.append(QString::fromUtf8(entry.display.data(), static_cast<qsizetype>(entry.display.size())));
  return displays;
}

std::string codeAt(std::span<const casework::Code> list, int index) {
  if (index < 0 || static_cast<size_t>(index) >= list.size())
    return {};
  return std::string(list[static_cast<size_t>(index)].code);
}

int indexOf(std::span<const casework::Code> list, std::string_view code) {
  for (size_t i = 0; i < list.size(); ++i)
    if (list[i].code == code)
      return static_cast<int>(i);
  return -1;
}

} // namespace veikart::ui
