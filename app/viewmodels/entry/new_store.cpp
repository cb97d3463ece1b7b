// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/new_store.h"

#include "platform/crypto/tpm.h"

namespace veikart::ui {

namespace {

casework::Role roleFrom(const std::string& name) {
  using casework::Role;
  if (name == "supervisor")
    return Role::Supervisor;
  if (name == "administrator")
    return Role::Administrator;
  if (name == "partner")
    return Role::Partner;
  return name == "resource_person" ? Role::ResourcePerson : Role::Counsellor;
}

casework::StaffMember userOf(const sync::Enrolment& enrolment) {
  casework::StaffMember user;
  user.id = enrolment.userId;
  const size_t space = enrolment.userName.rfind(' ');
  user.firstName = enrolment.userName.substr(0, space);
  user.lastName = space == std::string::npos ? "" : enrolment.userName.substr(space + 1);
  user.role = roleFrom(enrolment.role);
  user.unit = enrolment.officeName;
  return user;
}

// Takes back what a failed attempt has written, so that the next one starts clean.
class Undo {
public:
  explicit Undo(DeviceFolder folder) : m_folder(std::move(folder)) {}
  Undo(const Undo&) = delete;
  Undo& operator=(const Undo&) = delete;
  ~Undo() {
    if (!m_isKept)
      (void)m_folder.destroy(); // what is left goes when the app starts again
  }
  void keep() { m_isKept = true; }

private:
  DeviceFolder m_folder;
  bool m_isKept = false;
};

Result<sync::Enrolled> letIn(const NewStore& wanted, const sync::ReplicaId& replica) {
  const sync::SignInWords* words = wanted.words ? &*wanted.words : nullptr;
  if (!wanted.offer.code.empty())
    return sync::redeem(wanted.offer, replica, words);
  if (!wanted.identity || words == nullptr)
    return Status::invalid("neither a code nor a user");
  Result<sync::Enrolment> enrolment = sync::signIn(*wanted.identity, replica, *words);
  return enrolment.ok() ? Result<sync::Enrolled>(sync::Enrolled{*std::move(enrolment), std::nullopt})
                        : enrolment.status();
}

} // namespace

Result<std::unique_ptr<store::CaseStore>> makeStore(const NewStore& wanted, const Clock& clock, OpenedStore& opened) {
  const DeviceFolder& folder = wanted.folder;
  if (std::filesystem::exists(folder.storeFile()) || std::filesystem::exists(folder.keyFile()))
    return Status::conflict("the folder holds a store already");
  RETURN_IF_ERROR(folder.makeFolders());
  RETURN_IF_ERROR(folder.markUnfinished());
  Undo undo(folder);
  Result<std::unique_ptr<Tpm>> tpm =
      wanted.lock == KeyLock::HardwarePin ? Tpm::open(wanted.tpm) : Result<std::unique_ptr<Tpm>>(nullptr);
  if (!tpm.ok())
    return tpm.status();
  const Result<SecretBytes> key =
      KeyFile::create(folder.keyFile(), wanted.lock, wanted.secret, crypto::Argon2Cost(), tpm->get());
  if (!key.ok())
    return key.status();
  Result<std::unique_ptr<store::CaseStore>> cases = store::CaseStore::open(folder.storeFile(), *key, clock);
  if (!cases.ok())
    return cases.status();
  Result<sync::Enrolled> enrolled = letIn(wanted, (*cases)->replica().id());
  if (!enrolled.ok())
    return enrolled.status();
  opened = {enrolled->enrolment, userOf(enrolled->enrolment), false};
  // Another user of the tablet has given it an identity already.
  if (enrolled->tablet && wanted.tablet.identity().status().code() == StatusCode::NotFound)
    RETURN_IF_ERROR(wanted.tablet.saveIdentity(*enrolled->tablet));
  RETURN_IF_ERROR((*cases)->saveOwner(opened.user, opened.enrolment.officeId));
  RETURN_IF_ERROR(folder.saveFirstName(opened.user.firstName));
  RETURN_IF_ERROR(folder.saveEnrolment(opened.enrolment, *key));
  RETURN_IF_ERROR(folder.markFinished());
  undo.keep();
  return cases;
}

} // namespace veikart::ui
