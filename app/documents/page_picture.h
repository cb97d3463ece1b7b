// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <QImage>

namespace veikart::documents {

// One page of something attached, as it is shown.
struct PagePicture {
  QImage image;
  int pageCount = 1;
};

// Draws a page (from 0) of a JPEG, a PNG or a PDF, turned as it was taken and no larger than a screen needs. From
// memory to memory: nothing is written. Corrupt for what is damaged, asks for a password, or is larger than any camera
// takes; Invalid for another kind, or no such page. Any thread.
Result<PagePicture> pictureOf(BytesView content, int page);

} // namespace veikart::documents
