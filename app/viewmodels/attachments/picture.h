// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QQmlEngine>
#include <QQuickPaintedItem>

namespace veikart::ui {

// A picture that a view model has in memory, for a PictureItem to show. GUI thread.
class Picture final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by view models")
  Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed FINAL)
  Q_PROPERTY(qreal heightPerWidth READ heightPerWidth NOTIFY changed FINAL) // 0 while it is empty

public:
  explicit Picture(QObject* parent) : QObject(parent) {}

  const QImage& image() const { return m_image; }
  bool isEmpty() const { return m_image.isNull(); }
  qreal heightPerWidth() const { return isEmpty() ? 0 : qreal(m_image.height()) / m_image.width(); }
  void show(QImage image);
  void clear() { show({}); }

signals:
  void changed();

private:
  QImage m_image;
};

// Shows a picture as large as it fits, never larger than it is. From memory: neither a file nor an address stands
// behind it, and no cache keeps it. GUI thread.
class PictureItem : public QQuickPaintedItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(veikart::ui::Picture* picture READ picture WRITE setPicture NOTIFY pictureChanged FINAL)

public:
  explicit PictureItem(QQuickItem* parent = nullptr);

  Picture* picture() const { return m_picture; }
  void setPicture(Picture* picture);
  void paint(QPainter* painter) override;

signals:
  void pictureChanged();

private:
  Picture* m_picture = nullptr;
};

} // namespace veikart::ui
