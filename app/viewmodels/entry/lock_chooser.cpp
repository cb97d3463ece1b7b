// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/lock_chooser.h"

#include "app/viewmodels/entry/typed_secret.h"
#include "platform/crypto/crypto.h"
#include "platform/crypto/passphrase.h"

#include <cstdlib>

namespace veikart::ui {

namespace {

// Whether it is the same digit all through, or digits in a row: what someone who found the tablet tries first.
bool isFirstGuess(BytesView pin) {
  const int step = pin[1] - pin[0];
  for (size_t i = 2; i < pin.size(); ++i) {
    if (pin[i] - pin[i - 1] != step)
      return false;
  }
  return std::abs(step) <= 1;
}

} // namespace

void LockChooser::begin(const Choices& choices) {
  m_choices = choices;
  m_secret = SecretBytes();
  if (mayUsePin())
    go(Kind);
  else
    takeWords();
}

void LockChooser::go(Step step, const QString& message) {
  m_step = step;
  m_message = message;
  emit changed();
  emit cleared();
}

QStringList LockChooser::words() const {
  if (m_step != Words)
    return {};
  return QString::fromUtf8(m_secret.view().data(), static_cast<qsizetype>(m_secret.size())).split(QLatin1Char(' '));
}

void LockChooser::takeWords() {
  m_secret = crypto::drawPassphrase();
  go(Words);
}

void LockChooser::drawOtherWords() {
  takeWords();
}

void LockChooser::wordsAreNoted() {
  go(RepeatWords);
}

void LockChooser::repeatWords(const QString& typed) {
  const Result<SecretBytes> words = typedPassphrase(typed);
  if (words.status().code() == StatusCode::Invalid)
    return go(RepeatWords, tr("Det er ikke fem av ordene som Veikart bruker. Se på lappen, og skriv dem på nytt."));
  if (!words.ok() || !crypto::equalInConstantTime(words->view(), m_secret.view()))
    return go(RepeatWords, tr("Det er ikke de samme ordene. Se på lappen, og skriv dem på nytt."));
  emit chosen();
}

void LockChooser::takePin() {
  m_secret = SecretBytes();
  go(Pin);
}

void LockChooser::typePin(const QString& pin) {
  SecretBytes typed = secretOf(pin);
  if (typed.size() < kPinLength)
    return go(m_step, tr("PIN-koden må ha seks sifre."));
  if (m_step == Pin && isFirstGuess(typed.view()))
    return go(Pin, tr("Den PIN-koden er lett å gjette. Velg sifre som ikke er like og ikke følger etter hverandre."));
  if (m_step == Pin) {
    m_secret = std::move(typed);
    return go(RepeatPin);
  }
  if (!crypto::equalInConstantTime(m_secret.view(), typed.view())) {
    m_secret = SecretBytes();
    return go(Pin, tr("De to var ikke like. Velg en PIN-kode på nytt."));
  }
  emit chosen();
}

bool LockChooser::goBack() {
  const bool isFirst = m_step == Kind || (m_step == Words && !mayUsePin());
  if (m_step == RepeatWords)
    go(Words);
  else if (m_step == RepeatPin)
    takePin();
  else if (!isFirst)
    go(Kind);
  return !isFirst;
}

KeyLock LockChooser::lock() const {
  if (m_step == Words || m_step == RepeatWords)
    return KeyLock::Passphrase;
  return m_choices.hasHardware ? KeyLock::HardwarePin : KeyLock::PracticePin;
}

SecretBytes LockChooser::takeSecret() {
  return std::exchange(m_secret, SecretBytes());
}

} // namespace veikart::ui
