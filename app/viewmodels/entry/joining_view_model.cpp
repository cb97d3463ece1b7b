// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/joining_view_model.h"

#include "app/viewmodels/entry/hardware.h"
#include "app/viewmodels/entry/new_store.h"
#include "app/viewmodels/entry/typed_secret.h"
#include "app/viewmodels/shared/error_text.h"
#include "platform/base/files.h"

namespace veikart::ui {

namespace {

constexpr size_t kMaxOffer = 64U * 1024;

std::shared_ptr<const sync::TabletIdentity> identityOf(const TabletFolder& tablet) {
  Result<sync::TabletIdentity> identity = tablet.identity();
  return identity.ok() ? std::make_shared<const sync::TabletIdentity>(*std::move(identity)) : nullptr;
}

// As people type it: without the protocol, and without the port that is usual.
std::string urlOf(const QString& address) {
  constexpr int kUsualPort = 8443;
  QString text = address.trimmed();
  if (!text.startsWith(QLatin1String("https://")))
    text.prepend(QLatin1String("https://"));
  if (text.lastIndexOf(QLatin1Char(':')) <= text.indexOf(QLatin1Char(':')) + 2)
    text += QStringLiteral(":%1").arg(kUsualPort);
  return text.toStdString();
}

} // namespace

JoiningViewModel::JoiningViewModel(AppContext& context, const TabletFolder& tablet, DeviceFolder folder,
                                   std::filesystem::path offerFile, EntrySession& entry)
    : m_context(context), m_place(tablet), m_folder(std::move(folder)), m_offerFile(std::move(offerFile)),
      m_entry(entry), m_known(identityOf(tablet)) {
  connect(&m_lock, &LockChooser::chosen, this, &JoiningViewModel::join);
}

QString JoiningViewModel::greeting() const {
  const QString name = QString::fromStdString(m_greeting.firstName);
  return name.isEmpty() ? tr("Du har kontakt med %1.").arg(officeName())
                        : tr("Hei, %1. Du har kontakt med %2.").arg(name, officeName());
}

QString JoiningViewModel::address() const {
  return m_known ? QString::fromStdString(m_known->hubUrl) : QString();
}

void JoiningViewModel::go(Step step, const QString& message) {
  m_step = step;
  m_message = message;
  m_isBusy = false;
  emit changed();
  emit cleared();
}

void JoiningViewModel::work(const QString& message) {
  m_isBusy = true;
  m_message = message;
  emit changed();
}

void JoiningViewModel::begin() {
  if (m_isBusy || m_step != Code)
    return;
  if (m_offerFile.empty())
    return m_known ? signInInstead() : go(Code);
  const Result<Bytes> text = readFile(m_offerFile, kMaxOffer);
  const Result<sync::EnrolmentOffer> offer = text.ok() ? sync::parseOffer(*text) : Status::invalid("no offer");
  if (!offer.ok())
    return go(Code, errorText(offer.status(), ErrorContext::Enrolling));
  meet(*offer);
}

void JoiningViewModel::meet(const QString& address, const QString& code) {
  if (m_isBusy)
    return;
  if (address.trimmed().isEmpty() || code.trimmed().isEmpty())
    return go(Code, tr("Skriv både adressen og koden."));
  meet(sync::EnrolmentOffer{urlOf(address), {}, code.toStdString()});
}

void JoiningViewModel::meet(const sync::EnrolmentOffer& offer) {
  work(tr("Tar kontakt med kontoret …"));
  m_context.store.prepare([offer] { return sync::greet(offer); })
      .then(this, [this](const Result<sync::Greeting>& greeting) {
        if (!greeting.ok())
          return go(Code, errorText(greeting.status(), ErrorContext::Enrolling));
        m_greeting = *greeting;
        m_context.enrolment.isPractice = m_greeting.isPractice;
        m_signsIn = m_greeting.firstName.empty();
        if (m_signsIn)
          return go(SignIn);
        chooseLock();
      });
}

void JoiningViewModel::signInInstead() {
  if (m_isBusy || !m_known)
    return;
  m_greeting = {{}, m_known->officeName, {}, m_known->isPractice};
  m_signsIn = true;
  go(SignIn);
}

void JoiningViewModel::useCodeInstead() {
  if (!m_isBusy)
    go(Code);
}

// Whether they are right the hub says when all is known; a wrong password leads back here.
void JoiningViewModel::signIn(const QString& userName, const QString& password) {
  if (m_isBusy)
    return;
  m_userName = userName.trimmed().toStdString();
  m_password = secretOf(password);
  if (m_userName.empty() || m_password.empty())
    return go(SignIn, tr("Skriv både brukernavnet og passordet."));
  chooseLock();
}

void JoiningViewModel::chooseLock() {
  work(tr("Ser hva nettbrettet kan låses med …"));
  m_context.store.prepare([where = m_context.tpm] { return hasGoodHardware(where, LockChooser::kPinLength); })
      .then(this, [this](bool hasHardware) {
        m_lock.begin({hasHardware, m_greeting.isPractice});
        go(Lock);
      });
}

void JoiningViewModel::back() {
  if (m_isBusy || (m_step == Lock && m_lock.goBack()))
    return;
  go(m_step == Lock && m_signsIn ? SignIn : Code);
}

void JoiningViewModel::join() {
  work(tr("Tar nettbrettet i bruk …"));
  auto wanted = std::make_shared<NewStore>(NewStore{m_place, m_folder, m_lock.lock(), m_lock.takeSecret(),
                                                    m_context.tpm, m_greeting.offer, m_known, std::nullopt});
  if (m_signsIn)
    wanted->words = sync::SignInWords{m_userName, m_password.clone()};
  auto opened = std::make_shared<OpenedStore>();
  m_context.store.open([wanted, opened, &clock = m_context.clock] { return makeStore(*wanted, clock, *opened); })
      .then(this, [this, opened](const Status& status) {
        if (!status.ok())
          return show(status);
        m_password = SecretBytes();
        m_entry.enter(*opened);
      });
}

void JoiningViewModel::show(const Status& status) {
  const QString message = errorText(status, ErrorContext::Enrolling);
  if (status.code() == StatusCode::WrongKey)
    return go(SignIn, message);
  if (status.code() == StatusCode::Refused)
    return go(Code, message);
  m_lock.begin({m_lock.lock() == KeyLock::HardwarePin, m_greeting.isPractice});
  go(Lock, message);
}

} // namespace veikart::ui
