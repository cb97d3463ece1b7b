// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "platform/base/clock.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace veikart::ui {

// What is said of an attachment, as it is being written. What is missing stands at its field from check() until the
// field is another. GUI thread.
class AttachmentForm final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by view models")
  Q_PROPERTY(QList<QString> kindChoices READ kindChoices CONSTANT FINAL)
  Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY changed FINAL)
  Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed FINAL)
  Q_PROPERTY(QString titleProblem READ titleProblem NOTIFY changed FINAL)
  Q_PROPERTY(QString day READ day WRITE setDay NOTIFY changed FINAL) // "2026-11-22", or what was written instead
  Q_PROPERTY(QString dayProblem READ dayProblem NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> dayValues READ dayValues NOTIFY changed FINAL) // today, yesterday

public:
  AttachmentForm(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

  QStringList kindChoices() const;
  int kind() const;
  void setKind(int index);
  QString title() const { return QString::fromStdString(m_value.title); }
  void setTitle(const QString& title);
  QString titleProblem() const { return m_titleProblem; }
  QString day() const { return QString::fromStdString(m_value.date); }
  void setDay(const QString& text);
  QString dayProblem() const { return m_dayProblem; }
  QStringList dayValues() const;

  void show(const casework::Attachment& value); // of no day yet: today
  bool check();                                 // whether it can be saved
  const casework::Attachment& value() const { return m_value; }

signals:
  void changed();

private:
  const Clock& m_clock;
  casework::Attachment m_value;
  QString m_titleProblem, m_dayProblem;
};

} // namespace veikart::ui
