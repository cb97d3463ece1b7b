// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <QSize>

namespace veikart::test {

// Real files of the kinds that can be attached, made in memory.
Bytes jpegOf(const QSize& size);
Bytes pngOf(const QSize& size);
Bytes pdfOf(int pages);

// A JPEG that says it is so large, and is not.
Bytes jpegClaiming(uint16_t width, uint16_t height);

} // namespace veikart::test
