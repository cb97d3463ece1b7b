// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace veikart::ui {

// "i går 14:20" as it stands at the beginning of a line: "I går 14:20".
inline QString atLineStart(QString text) {
  if (!text.isEmpty())
    text[0] = text[0].toUpper();
  return text;
}

} // namespace veikart::ui
