// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/first_run_view_model.h"

#include "app/viewmodels/shared/error_text.h"
#include "platform/base/files.h"
#include "platform/crypto/key_file.h"

#include <cstdlib>

namespace veikart::ui {

namespace {

constexpr size_t kMaxOffer = 64U * 1024;

casework::StaffMember userOf(const sync::Enrolment& enrolment) {
  casework::StaffMember user;
  user.id = enrolment.userId;
  const size_t space = enrolment.userName.rfind(' ');
  user.firstName = enrolment.userName.substr(0, space);
  user.lastName = space == std::string::npos ? "" : enrolment.userName.substr(space + 1);
  user.role = enrolment.role == "supervisor" ? casework::Role::Supervisor : casework::Role::Counsellor;
  user.unit = enrolment.officeName;
  return user;
}

// Takes back what a failed first run has written, so that the next try starts clean.
class Undo {
public:
  explicit Undo(DeviceFolder folder) : m_folder(std::move(folder)) {}
  Undo(const Undo&) = delete;
  Undo& operator=(const Undo&) = delete;
  ~Undo() {
    if (m_isKept)
      return;
    std::error_code ignored; // what is left makes the next try fail with a message of its own
    for (const auto& file : {m_folder.keyFile(), m_folder.storeFile()})
      for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(file.string() + suffix, ignored);
  }
  void keep() { m_isKept = true; }

private:
  DeviceFolder m_folder;
  bool m_isKept = false;
};

Result<std::unique_ptr<store::CaseStore>> setUp(const DeviceFolder& folder, const std::filesystem::path& offerFile,
                                                const SecretBytes& pin, const Clock& clock, OpenedStore& opened) {
  if (std::filesystem::exists(folder.storeFile()) || std::filesystem::exists(folder.keyFile()))
    return Status::conflict("the folder holds a store already");
  const Result<Bytes> text = readFile(offerFile, kMaxOffer);
  if (!text.ok())
    return Status::invalid("the offer can't be read");
  const Result<sync::EnrolmentOffer> offer = sync::parseOffer(*text);
  if (!offer.ok())
    return offer.status();
  RETURN_IF_ERROR(folder.makeFolders());
  Undo undo(folder);
  const Result<SecretBytes> key = KeyFile::create(folder.keyFile(), pin, crypto::Argon2Cost());
  if (!key.ok())
    return key.status();
  Result<std::unique_ptr<store::CaseStore>> cases = store::CaseStore::open(folder.storeFile(), *key, clock);
  if (!cases.ok())
    return cases.status();
  const Result<sync::Enrolment> enrolment = sync::redeem(*offer, (*cases)->replica().id());
  if (!enrolment.ok())
    return enrolment.status();
  opened = {*enrolment, userOf(*enrolment), false};
  RETURN_IF_ERROR(folder.saveEnrolment(*enrolment, *key));
  RETURN_IF_ERROR(folder.saveFirstName(opened.user.firstName));
  RETURN_IF_ERROR((*cases)->saveOwner(opened.user, enrolment->officeId));
  undo.keep();
  return cases;
}

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

FirstRunViewModel::FirstRunViewModel(AppContext& context, DeviceFolder folder, std::filesystem::path offerFile,
                                     EntrySession& entry)
    : m_context(context), m_folder(std::move(folder)), m_offerFile(std::move(offerFile)), m_entry(entry) {}

void FirstRunViewModel::say(const QString& message) {
  m_message = message;
  emit changed();
  emit cleared();
}

void FirstRunViewModel::choosePin(const QString& pin) {
  if (m_isBusy)
    return;
  Bytes typed = pin.toStdString();
  auto secret = std::make_shared<SecretBytes>(SecretBytes::copyOf(typed));
  wipe(typed);
  if (secret->size() < kPinLength)
    return say(tr("PIN-koden må ha seks sifre."));
  if (isFirstGuess(secret->view()))
    return say(tr("Den PIN-koden er lett å gjette. Velg sifre som ikke er like og ikke følger etter hverandre."));
  if (m_firstPin.empty()) {
    m_firstPin = secret->clone();
    return say(QString());
  }
  const bool isSame = crypto::equalInConstantTime(m_firstPin.view(), secret->view());
  m_firstPin = SecretBytes();
  if (!isSame)
    return say(tr("De to var ikke like. Velg en PIN-kode på nytt."));
  enrol(std::move(secret));
}

void FirstRunViewModel::enrol(std::shared_ptr<SecretBytes> pin) {
  m_isBusy = true;
  say(tr("Tar nettbrettet i bruk …"));
  auto opened = std::make_shared<OpenedStore>();
  m_context.store
      .open([pin, opened, folder = m_folder, offer = m_offerFile, &clock = m_context.clock] {
        return setUp(folder, offer, *pin, clock, *opened);
      })
      .then(this, [this, opened](const Status& status) {
        m_isBusy = false;
        if (!status.ok())
          return say(errorText(status, ErrorContext::Enrolling));
        m_entry.enter(*opened);
      });
}

} // namespace veikart::ui
