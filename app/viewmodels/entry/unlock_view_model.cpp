// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/unlock_view_model.h"

#include "app/viewmodels/shared/error_text.h"
#include "platform/crypto/key_file.h"

namespace veikart::ui {

// What one attempt found; written on the store's thread, read when it is over.
struct UnlockViewModel::Attempt {
  OpenedStore opened;
  int attemptsLeft = 0;
  int64_t waitMillis = 0;
  bool pinWasRight = false;
};

namespace {

Status readOpened(store::CaseStore& cases, const DeviceFolder& folder, const SecretBytes& key, OpenedStore& opened) {
  Result<sync::Enrolment> enrolment = folder.loadEnrolment(key);
  if (!enrolment.ok())
    return enrolment.status();
  Result<casework::StaffMember> user = cases.owner();
  if (!user.ok())
    return user.status();
  const Result<std::optional<store::HandoverSession>> handover = cases.openHandover();
  if (!handover.ok())
    return handover.status();
  const Result<std::vector<std::string>> sessions = cases.sessionFiles();
  if (!sessions.ok())
    return sessions.status();
  folder.sweepSessions(*sessions);
  opened = {*std::move(enrolment), *std::move(user), handover->has_value()};
  return {};
}

} // namespace

UnlockViewModel::UnlockViewModel(AppContext& context, DeviceFolder folder, EntrySession& entry)
    : m_context(context), m_folder(std::move(folder)), m_entry(entry) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() != Navigator::Unlock)
      return;
    tryAgain();
  });
  m_waitTimer.setInterval(1000);
  connect(&m_waitTimer, &QTimer::timeout, this, &UnlockViewModel::sayWait);
}

QString UnlockViewModel::greeting() const {
  const QString name = QString::fromStdString(m_folder.firstName());
  return name.isEmpty() ? tr("Skriv PIN-koden din.") : tr("Hei, %1. Skriv PIN-koden din.").arg(name);
}

// Nobody can open the store without the PIN, so the text promises no more than what stands at the office.
QString UnlockViewModel::forgottenText() const {
  return tr("Koden kan ikke hentes fram eller byttes, heller ikke av kontoret. Du kan prøve igjen så mange ganger du "
            "vil. Etter fem feil må du vente litt mellom hver gang. Ingenting slettes.\n\n"
            "Husker du den ikke, ta kontakt med den som har ansvar for nettbrettene. Du kan ta et nettbrett i bruk på "
            "nytt og hente alt som er sendt til kontoret. Det som ikke er sendt ennå, blir liggende kryptert her, og "
            "bare PIN-koden åpner det.");
}

QString UnlockViewModel::otherUserText() const {
  const QString name = firstName();
  const QString whose = name.isEmpty()
                            ? tr("Nettbrettet er tatt i bruk av en annen.")
                            : tr("Nettbrettet er tatt i bruk av %1, og åpnes bare med PIN-koden til %1.").arg(name);
  return whose + QLatin1Char(' ') +
         tr("Det som er lagret her, er kryptert.\n\n"
            "Bruk ditt eget nettbrett. Har du ikke noe, be den som har ansvar for nettbrettene, om en kode til deg.\n\n"
            "I øvingskontoret har hver ansatt sin egen mappe: lukk Veikart, og start det for den du vil være.");
}

void UnlockViewModel::unlock(const QString& pin) {
  if (m_isBusy)
    return;
  m_isBusy = true;
  m_message = tr("Låser opp …");
  emit changed();

  Bytes typed = pin.toStdString();
  auto secret = std::make_shared<SecretBytes>(SecretBytes::copyOf(typed));
  wipe(typed);
  auto attempt = std::make_shared<Attempt>();
  auto opener = [secret, attempt, folder = m_folder,
                 &clock = m_context.clock]() -> Result<std::unique_ptr<store::CaseStore>> {
    Result<KeyFile> keyFile = KeyFile::load(folder.keyFile());
    if (!keyFile.ok())
      return keyFile.status();
    const Result<SecretBytes> key = keyFile->unlock(*secret, clock.nowMillis());
    attempt->attemptsLeft = keyFile->attemptsLeft();
    attempt->waitMillis = keyFile->waitMillis(clock.nowMillis());
    if (!key.ok())
      return key.status();
    attempt->pinWasRight = true;
    Result<std::unique_ptr<store::CaseStore>> cases = store::CaseStore::open(folder.storeFile(), *key, clock);
    if (cases.ok())
      if (Status status = readOpened(**cases, folder, *key, attempt->opened); !status.ok())
        return status;
    return cases;
  };
  m_context.store.open(std::move(opener)).then(this, [this, attempt](const Status& status) { show(status, *attempt); });
}

void UnlockViewModel::sayWait() {
  const int64_t left = m_waitUntil - m_context.clock.nowMillis();
  if (left > 0) {
    m_message =
        tr("Feil PIN for mange ganger. Prøv igjen om %n sekunder.", nullptr, static_cast<int>((left + 999) / 1000));
  } else {
    m_waitTimer.stop();
    m_message = tr("Nå kan du prøve igjen.");
  }
  emit changed();
  emit refused();
}

void UnlockViewModel::tryAgain() {
  m_waitTimer.stop();
  m_isBusy = m_isDamaged = false;
  m_message.clear();
  emit changed();
}

void UnlockViewModel::show(const Status& status, const Attempt& attempt) {
  if (status.ok())
    return m_entry.enter(attempt.opened); // busy until the start page shows
  m_isBusy = m_isDamaged = false;
  if (attempt.pinWasRight || (status.code() != StatusCode::WrongKey && status.code() != StatusCode::Busy)) {
    m_isDamaged = true;
    m_message = errorText(status, ErrorContext::Opening);
  } else if (attempt.waitMillis > 0) {
    m_waitUntil = m_context.clock.nowMillis() + attempt.waitMillis;
    m_waitTimer.start();
    return sayWait();
  } else {
    m_message = tr("Feil PIN. Du har %n forsøk igjen.", nullptr, attempt.attemptsLeft);
  }
  emit changed();
  emit refused();
}

} // namespace veikart::ui
