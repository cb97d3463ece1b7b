// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/documents/page_picture.h"

#include "app/casework/media_type.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QPdfDocument>

namespace veikart::documents {

namespace {

constexpr int kLongestSide = 2400; // a letter can be read, and takes 17 MB
// Looked at before anything is decoded: a few bytes can say that they are a picture of any size. A tablet's camera
// takes 50 million; a PNG is decoded whole, and a JPEG that comes in passes is held whole, too.
constexpr qint64 kMaxPixels = 64'000'000;
constexpr int kMaxDecodedMegabytes = 256;

QSize fitting(const QSize& size) {
  const QSize most(kLongestSide, kLongestSide);
  return size.width() > most.width() || size.height() > most.height()
             ? size.scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1})
             : size;
}

Result<PagePicture> photograph(QBuffer& buffer, const char* format) {
  QImageReader::setAllocationLimit(kMaxDecodedMegabytes);
  QImageReader reader(&buffer, format);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (size.isEmpty() || qint64(size.width()) * size.height() > kMaxPixels)
    return Status::corrupt("a picture without a size, or of too large a one");
  reader.setScaledSize(fitting(size));
  QImage image = reader.read();
  return image.isNull() ? Result<PagePicture>(Status::corrupt("a picture that can't be decoded"))
                        : PagePicture{std::move(image), 1};
}

Result<PagePicture> pdfPage(QBuffer& buffer, int page) {
  QPdfDocument document;
  document.load(&buffer);
  if (document.status() != QPdfDocument::Status::Ready || document.pageCount() < 1)
    return Status::corrupt("a PDF that can't be opened");
  if (page < 0 || page >= document.pageCount())
    return Status::invalid("no such page");
  const QSizeF points = document.pagePointSize(page);
  if (!(points.width() > 0 && points.height() > 0))
    return Status::corrupt("a page without a size");
  const QSize size = points.scaled(kLongestSide, kLongestSide, Qt::KeepAspectRatio).toSize().expandedTo({1, 1});
  const QImage drawn = document.render(page, size);
  if (drawn.isNull())
    return Status::corrupt("a page that can't be drawn");
  QImage paper(size, QImage::Format_RGB32);
  paper.fill(Qt::white);
  QPainter(&paper).drawImage(0, 0, drawn);
  return PagePicture{std::move(paper), document.pageCount()};
}

} // namespace

Result<PagePicture> pictureOf(BytesView content, int page) {
  const QByteArray bytes = QByteArray::fromRawData(content.data(), static_cast<qsizetype>(content.size()));
  QBuffer buffer;
  buffer.setData(bytes);
  buffer.open(QIODevice::ReadOnly);
  const std::string_view type = casework::mediaTypeOf(content);
  if (type == casework::kPdf)
    return pdfPage(buffer, page);
  if (type.empty() || page != 0)
    return Status::invalid("no such page, or no kind that can be shown");
  return photograph(buffer, type == casework::kJpeg ? "jpeg" : "png");
}

} // namespace veikart::documents
