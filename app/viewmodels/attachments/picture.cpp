// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/attachments/picture.h"

#include <QPainter>

namespace veikart::ui {

void Picture::show(QImage image) {
  m_image = std::move(image);
  emit changed();
}

PictureItem::PictureItem(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setAntialiasing(true);
}

void PictureItem::setPicture(Picture* picture) {
  if (m_picture == picture)
    return;
  if (m_picture)
    m_picture->disconnect(this);
  m_picture = picture;
  if (m_picture) {
    connect(m_picture, &Picture::changed, this, [this] { update(); });
    connect(m_picture, &QObject::destroyed, this, [this] { setPicture(nullptr); });
  }
  update();
  emit pictureChanged();
}

void PictureItem::paint(QPainter* painter) {
  if (!m_picture || m_picture->isEmpty())
    return;
  // Made smaller beforehand: a painter that shrinks so much leaves out lines, and small print can't be read.
  const qreal pixels = painter->device()->devicePixelRatio();
  QImage image = m_picture->image();
  if (image.width() > width() * pixels || image.height() > height() * pixels)
    image = image.scaled((size() * pixels).toSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
  image.setDevicePixelRatio(pixels);
  const QSizeF room = (size() - image.deviceIndependentSize()) / 2;
  painter->drawImage(QPointF(qRound(room.width()), qRound(room.height())), image);
}

} // namespace veikart::ui
