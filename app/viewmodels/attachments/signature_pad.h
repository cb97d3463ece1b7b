// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QList>
#include <QQmlEngine>
#include <QQuickPaintedItem>

namespace veikart::ui {

// A field in which a name is written with a finger, a pen or the mouse. Keeps its shape, and what was written keeps its
// place, when the tablet is turned. GUI thread.
class SignaturePad : public QQuickPaintedItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed FINAL)
  Q_PROPERTY(QColor ink MEMBER m_ink FINAL)
  Q_PROPERTY(qreal heightPerWidth READ heightPerWidth CONSTANT FINAL)

public:
  explicit SignaturePad(QQuickItem* parent = nullptr);

  bool isEmpty() const { return m_strokes.isEmpty(); }
  qreal heightPerWidth() const;
  QByteArray png() const; // black on white
  Q_INVOKABLE void clear();

  void paint(QPainter* painter) override;

signals:
  void changed();

protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

private:
  using Stroke = QList<QPointF>; // in shares of the width

  QPointF placeOf(const QPointF& position) const;
  void drawStrokes(QPainter& painter, qreal width, const QColor& ink) const;

  QList<Stroke> m_strokes;
  QColor m_ink;
};

} // namespace veikart::ui
