// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/unlock_view_model.h"

#include "app/viewmodels/entry/typed_secret.h"
#include "app/viewmodels/shared/error_text.h"
#include "platform/crypto/tpm.h"

namespace veikart::ui {

// What one attempt found; written on the store's thread, read when it is over.
struct UnlockViewModel::Attempt {
  OpenedStore opened;
  KeyFile::Attempts left;
  bool wasRight = false;
};

namespace {

Status readOpened(store::CaseStore& cases, const DeviceFolder& folder, const SecretBytes& key, int64_t nowMillis,
                  OpenedStore& opened) {
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
  const Result<sync::Lease> lease = cases.replica().lease();
  RETURN_IF_ERROR(lease.ok() ? cases.replica().noteTime(nowMillis) : lease.status());
  opened = {*std::move(enrolment), *std::move(user), handover->has_value(), lease->isOver(nowMillis)};
  return {};
}

// Those of the hardware, where it counts them, are asked for anew: an other user's tries count too.
Result<SecretBytes> tryOnce(KeyFile& file, const SecretBytes& secret, int64_t nowMillis, const std::string& where,
                            KeyFile::Attempts& left) {
  Result<std::unique_ptr<Tpm>> tpm =
      file.lock() == KeyLock::HardwarePin ? Tpm::open(where) : Result<std::unique_ptr<Tpm>>(nullptr);
  if (!tpm.ok())
    return tpm.status();
  Result<SecretBytes> key = file.unlock(secret, nowMillis, tpm->get());
  const Result<KeyFile::Attempts> attempts = file.attempts(nowMillis, tpm->get());
  if (attempts.ok())
    left = *attempts;
  return key;
}

} // namespace

UnlockViewModel::UnlockViewModel(AppContext& context, DeviceFolder folder, EntrySession& entry)
    : m_context(context), m_folder(std::move(folder)), m_entry(entry) {
  // One that can't be read says so when it is tried.
  if (const Result<KeyFile> file = KeyFile::load(m_folder.keyFile()); file.ok())
    m_lock = file->lock();
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() != Navigator::Unlock)
      return;
    tryAgain();
  });
  m_waitTimer.setInterval(1000);
  connect(&m_waitTimer, &QTimer::timeout, this, &UnlockViewModel::sayWait);
}

QString UnlockViewModel::greeting() const {
  const QString name = firstName();
  if (takesWords())
    return name.isEmpty() ? tr("Skriv de fem ordene dine.") : tr("Hei, %1. Skriv de fem ordene dine.").arg(name);
  return name.isEmpty() ? tr("Skriv PIN-koden din.") : tr("Hei, %1. Skriv PIN-koden din.").arg(name);
}

// Nobody can open the store without it, so the text promises no more than what stands at the office.
QString UnlockViewModel::forgottenText() const {
  const QString cannot = takesWords() ? tr("Ordene kan ikke hentes fram, heller ikke av kontoret.")
                                      : tr("Koden kan ikke hentes fram, heller ikke av kontoret.");
  return cannot + QLatin1Char(' ') +
         tr("Du kan prøve igjen så mange ganger du vil. Etter noen feil må du vente litt mellom hver gang. Ingenting "
            "slettes.\n\n"
            "Husker du det ikke, ta kontakt med den som har ansvar for nettbrettene. Du kan ta nettbrettet i bruk på "
            "nytt og hente alt som er sendt til kontoret. Det som ikke er sendt ennå, ligger forseglet her og sendes "
            "av seg selv når nettbrettet har nett.");
}

void UnlockViewModel::say(const QString& message) {
  m_message = message;
  emit changed();
  emit refused();
}

void UnlockViewModel::chooseOtherUser() {
  m_context.chooseUser();
}

void UnlockViewModel::unlock(const QString& typed) {
  if (m_isBusy)
    return;
  Result<SecretBytes> read = takesWords() ? typedPassphrase(typed) : secretOf(typed);
  if (!read.ok())
    return say(tr("Det er ikke fem av ordene som Veikart bruker. Skriv dem med mellomrom mellom."));
  m_isBusy = true;
  m_message = tr("Låser opp …");
  emit changed();

  auto secret = std::make_shared<SecretBytes>(*std::move(read));
  auto attempt = std::make_shared<Attempt>();
  auto opener = [secret, attempt, folder = m_folder, tpm = m_context.tpm,
                 &clock = m_context.clock]() -> Result<std::unique_ptr<store::CaseStore>> {
    Result<KeyFile> keyFile = KeyFile::load(folder.keyFile());
    if (!keyFile.ok())
      return keyFile.status();
    const Result<SecretBytes> key = tryOnce(*keyFile, *secret, clock.nowMillis(), tpm, attempt->left);
    if (!key.ok())
      return key.status();
    attempt->wasRight = true;
    Result<std::unique_ptr<store::CaseStore>> cases = store::CaseStore::open(folder.storeFile(), *key, clock);
    if (cases.ok())
      if (Status status = readOpened(**cases, folder, *key, clock.nowMillis(), attempt->opened); !status.ok())
        return status;
    return cases;
  };
  m_context.store.open(std::move(opener)).then(this, [this, attempt](const Status& status) { show(status, *attempt); });
}

void UnlockViewModel::sayWait() {
  const int64_t left = m_waitUntil - m_context.clock.nowMillis();
  if (left <= 0) {
    m_waitTimer.stop();
    return say(tr("Nå kan du prøve igjen."));
  }
  const int seconds = static_cast<int>((left + 999) / 1000);
  constexpr int kMinute = 60;
  say(seconds <= 2 * kMinute
          ? tr("Feil for mange ganger. Prøv igjen om %n sekunder.", nullptr, seconds)
          : tr("Feil for mange ganger. Prøv igjen om %n minutter.", nullptr, (seconds + kMinute - 1) / kMinute));
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
  const bool isAnswer = status.code() == StatusCode::WrongKey || status.code() == StatusCode::Busy;
  if (attempt.wasRight || !isAnswer) {
    m_isDamaged = true;
    return say(errorText(status, ErrorContext::Opening));
  }
  if (attempt.left.waitMillis > 0) {
    m_waitUntil = m_context.clock.nowMillis() + attempt.left.waitMillis;
    m_waitTimer.start();
    return sayWait();
  }
  say(takesWords() ? tr("Det var ikke ordene. Du har %n forsøk igjen.", nullptr, attempt.left.triesLeft)
                   : tr("Feil PIN. Du har %n forsøk igjen.", nullptr, attempt.left.triesLeft));
}

} // namespace veikart::ui
