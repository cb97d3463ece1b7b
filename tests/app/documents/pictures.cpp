// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/app/documents/pictures.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>

namespace veikart::test {

namespace {

Bytes encoded(const QSize& size, const char* format) {
  QImage image(size, QImage::Format_RGB32);
  image.fill(Qt::darkCyan);
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, format);
  return buffer.data().toStdString();
}

} // namespace

Bytes jpegOf(const QSize& size) {
  return encoded(size, "JPEG");
}

Bytes pngOf(const QSize& size) {
  return encoded(size, "PNG");
}

Bytes pdfOf(int pages) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  QPainter painter(&writer);
  for (int page = 0; page < pages; ++page) {
    if (page > 0)
      writer.newPage();
    painter.fillRect(QRect(0, 0, writer.width(), writer.height() / 2), Qt::darkCyan);
  }
  painter.end();
  return buffer.data().toStdString();
}

Bytes jpegClaiming(uint16_t width, uint16_t height) {
  Bytes jpeg = jpegOf({8, 8});
  const size_t frame = jpeg.find("\xFF\xC0"); // its header: length, depth, height, width
  for (const auto& [at, value] : {std::pair(frame + 5, height), std::pair(frame + 7, width)}) {
    jpeg[at] = static_cast<char>(value >> 8U);
    jpeg[at + 1] = static_cast<char>(value & 0xFFU);
  }
  return jpeg;
}

} // namespace veikart::test
