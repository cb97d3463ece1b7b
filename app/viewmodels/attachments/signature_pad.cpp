// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/attachments/signature_pad.h"

#include <QBuffer>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace veikart::ui {

namespace {

constexpr qreal kHeightPerWidth = 0.36;
constexpr qreal kPenPerWidth = 0.005;
constexpr int kPngWidth = 1200;

// Through the middles between the points, so that a quick hand leaves no corners.
QPainterPath pathOf(const QList<QPointF>& stroke, qreal width) {
  QPainterPath path(stroke.first() * width);
  for (qsizetype i = 1; i < stroke.size(); ++i)
    path.quadTo(stroke[i - 1] * width, (stroke[i - 1] + stroke[i]) / 2 * width);
  path.lineTo(stroke.last() * width);
  return path;
}

} // namespace

SignaturePad::SignaturePad(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setAcceptedMouseButtons(Qt::LeftButton);
  setAntialiasing(true);
  setKeepMouseGrab(true); // a stroke is not the scrolling of the page
  setKeepTouchGrab(true);
}

qreal SignaturePad::heightPerWidth() const {
  return kHeightPerWidth;
}

QPointF SignaturePad::placeOf(const QPointF& position) const {
  const QPointF place = position / width();
  return {std::clamp(place.x(), 0.0, 1.0), std::clamp(place.y(), 0.0, kHeightPerWidth)};
}

void SignaturePad::mousePressEvent(QMouseEvent* event) {
  m_strokes.append(Stroke{placeOf(event->position())});
  update();
  emit changed();
}

void SignaturePad::mouseMoveEvent(QMouseEvent* event) {
  if (m_strokes.isEmpty()) // it was wiped under the hand
    return;
  m_strokes.last().append(placeOf(event->position()));
  update();
}

void SignaturePad::clear() {
  m_strokes.clear();
  update();
  emit changed();
}

void SignaturePad::drawStrokes(QPainter& painter, qreal width, const QColor& ink) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(ink, kPenPerWidth * width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  for (const Stroke& stroke : m_strokes) {
    if (stroke.size() == 1)
      painter.drawPoint(stroke.first() * width);
    else
      painter.drawPath(pathOf(stroke, width));
  }
}

void SignaturePad::paint(QPainter* painter) {
  drawStrokes(*painter, width(), m_ink);
}

QByteArray SignaturePad::png() const {
  QImage paper(kPngWidth, qRound(kPngWidth * kHeightPerWidth), QImage::Format_RGB32);
  paper.fill(Qt::white);
  QPainter painter(&paper);
  drawStrokes(painter, kPngWidth, Qt::black);
  painter.end();
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  paper.convertToFormat(QImage::Format_Grayscale8).save(&buffer, "PNG");
  return buffer.data();
}

} // namespace veikart::ui
