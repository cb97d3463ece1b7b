// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/key_file.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace veikart::ui {

// Choosing what a store is to be opened with: five words that are drawn for the user, or a PIN where that is worth
// something. What was chosen is written twice, so that a slip does not lock its owner out. GUI thread.
class LockChooser final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("part of a page")
  Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
  Q_PROPERTY(bool mayUsePin READ mayUsePin NOTIFY changed FINAL)
  Q_PROPERTY(bool isPinForPractice READ isPinForPractice NOTIFY changed FINAL) // it protects nothing but practice data
  Q_PROPERTY(QStringList words READ words NOTIFY changed FINAL)                // while they are to be written down
  Q_PROPERTY(QString spokenWords READ spokenWords NOTIFY changed FINAL)        // the same for a screen reader
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
  static constexpr int kPinLength = 6;

  enum Step { Kind, Words, RepeatWords, Pin, RepeatPin };
  Q_ENUM(Step)

  explicit LockChooser(QObject* parent) : QObject(parent) {}

  // Where a PIN may be used at all: one that the device's hardware guards comes first.
  struct Choices {
    bool hasHardware = false;
    bool isPractice = false;
  };
  void begin(const Choices& choices);

  Step step() const { return m_step; }
  bool mayUsePin() const { return m_choices.hasHardware || m_choices.isPractice; }
  bool isPinForPractice() const { return !m_choices.hasHardware; }
  QStringList words() const;
  QString spokenWords() const { return words().join(QStringLiteral(", ")); }
  QString message() const { return m_message; }

  Q_INVOKABLE void takeWords();
  Q_INVOKABLE void drawOtherWords();
  Q_INVOKABLE void wordsAreNoted();
  Q_INVOKABLE void repeatWords(const QString& typed);
  Q_INVOKABLE void takePin();
  Q_INVOKABLE void typePin(const QString& pin); // twice
  Q_INVOKABLE bool goBack();                    // false: there is nothing before this

  // What was chosen; to be taken once, after `chosen`.
  KeyLock lock() const;
  SecretBytes takeSecret();

signals:
  void changed();
  void cleared(); // what was typed is to go
  void chosen();

private:
  void go(Step step, const QString& message = {});

  Choices m_choices;
  Step m_step = Kind;
  SecretBytes m_secret; // the words, or the PIN as it was typed first
  QString m_message;
};

} // namespace veikart::ui
