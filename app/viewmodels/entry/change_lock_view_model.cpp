// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/change_lock_view_model.h"

#include "app/viewmodels/entry/hardware.h"
#include "app/viewmodels/entry/typed_secret.h"
#include "app/viewmodels/shared/error_text.h"

namespace veikart::ui {

namespace {

struct Change {
  SecretBytes present;
  KeyLock lock = KeyLock::Passphrase;
  SecretBytes secret;
};

Status changeIn(const DeviceFolder& folder, const Change& change, int64_t nowMillis, const std::string& where) {
  Result<KeyFile> file = KeyFile::load(folder.keyFile());
  if (!file.ok())
    return file.status();
  const bool needsTpm = file->lock() == KeyLock::HardwarePin || change.lock == KeyLock::HardwarePin;
  Result<std::unique_ptr<Tpm>> tpm = needsTpm ? Tpm::open(where) : Result<std::unique_ptr<Tpm>>(nullptr);
  if (!tpm.ok())
    return tpm.status();
  return file->change(change.present, nowMillis, change.lock, change.secret, tpm->get());
}

} // namespace

ChangeLockViewModel::ChangeLockViewModel(AppContext& context, DeviceFolder folder)
    : m_context(context), m_folder(std::move(folder)) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::ChangeLock)
      begin();
  });
  connect(&m_lock, &LockChooser::chosen, this, &ChangeLockViewModel::change);
}

void ChangeLockViewModel::begin() {
  const Result<KeyFile> file = KeyFile::load(m_folder.keyFile());
  if (file.ok())
    m_present = file->lock();
  m_secret = SecretBytes();
  go(Present, errorText(file.status(), ErrorContext::Opening));
}

void ChangeLockViewModel::go(Step step, const QString& message) {
  m_step = step;
  m_message = message;
  m_isBusy = false;
  emit changed();
  emit cleared();
}

// Whether it is right is seen when the new one takes its place: it is tried once, not twice.
void ChangeLockViewModel::show(const QString& present) {
  if (m_isBusy)
    return;
  Result<SecretBytes> read = takesWords() ? typedPassphrase(present) : secretOf(present);
  if (!read.ok())
    return go(Present, tr("Det er ikke fem av ordene som Veikart bruker. Skriv dem med mellomrom mellom."));
  m_secret = *std::move(read);
  m_isBusy = true;
  emit changed();
  m_context.store.prepare([where = m_context.tpm] { return hasGoodHardware(where, LockChooser::kPinLength); })
      .then(this, [this](bool hasHardware) {
        m_lock.begin({hasHardware, m_context.enrolment.isPractice});
        go(New);
      });
}

void ChangeLockViewModel::back() {
  if (m_isBusy || (m_step == New && m_lock.goBack()))
    return;
  if (m_step == New)
    return begin();
  m_secret = SecretBytes();
  m_context.navigator.back();
}

void ChangeLockViewModel::change() {
  m_isBusy = true;
  m_message = tr("Bytter …");
  emit changed();
  auto change = std::make_shared<Change>(Change{std::move(m_secret), m_lock.lock(), m_lock.takeSecret()});
  m_context.store
      .prepare([change, folder = m_folder, where = m_context.tpm, &clock = m_context.clock] {
        return changeIn(folder, *change, clock.nowMillis(), where);
      })
      .then(this, [this](const Status& status) {
        if (status.ok())
          return go(Done);
        if (status.code() == StatusCode::WrongKey)
          return go(Present, takesWords() ? tr("Det var ikke ordene du har nå. Ingenting er byttet.")
                                          : tr("Det var ikke PIN-koden du har nå. Ingenting er byttet."));
        go(Present, errorText(status, ErrorContext::Opening));
      });
}

} // namespace veikart::ui
