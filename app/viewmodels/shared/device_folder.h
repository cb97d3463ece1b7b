// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/secret_bytes.h"
#include "sync/client/enrolment.h"

#include <filesystem>
#include <string>
#include <vector>

namespace veikart::ui {

// The files of one user on one tablet (tablet_folder.h).
//
//   key.json      the store's key, wrapped by the PIN (platform/crypto/key_file.h)
//   store.db      the store (SQLCipher)
//   enrolment     which hub, its certificate and the device's token, sealed with the store's key
//   profile.json  what is known before the PIN: first name, text size and when it locks; nothing about clients
//   sessions/     the client's own stores, each under its own key, while a survey is under way
//   unfinished    while the store is being made or destroyed: what is here then is nobody's, and goes
//   parcels/      what was unsent when the store was last shut, sealed for the hub (sync/client/parcel_folder.h)
//
// A value; any thread.
class DeviceFolder {
public:
  explicit DeviceFolder(std::filesystem::path root) : m_root(std::move(root)) {}

  const std::filesystem::path& root() const { return m_root; }
  std::filesystem::path keyFile() const { return m_root / "key.json"; }
  std::filesystem::path storeFile() const { return m_root / "store.db"; }
  std::filesystem::path sessionFile(const std::string& fileName) const { return m_root / "sessions" / fileName; }
  std::filesystem::path parcels() const { return m_root / "parcels"; }
  Status makeFolders() const;
  bool isEnrolled() const;   // it can be unlocked
  bool isUnfinished() const; // it was being made or destroyed when the app stopped
  Status markUnfinished() const;
  Status markFinished() const;
  bool hasParcels() const;

  // Everything but the parcels, the key first: what is left after a stop in the middle opens no more. Io.
  Status destroy() const;

  Status saveFirstName(const std::string& firstName) const;
  std::string firstName() const; // empty when not known
  Status saveTextScale(double textScale) const;
  double textScale() const; // 1 (as when none is known) to 2
  Status saveLockMinutes(int minutes) const;
  int lockMinutes() const; // without input until it locks: 1 to 15, 5 when nobody has chosen

  Status saveEnrolment(const sync::Enrolment& enrolment, const SecretBytes& storeKey) const;
  Result<sync::Enrolment> loadEnrolment(const SecretBytes& storeKey) const; // NotFound, WrongKey, Corrupt

  // Removes what sessions have left behind, save the files that are still known.
  void sweepSessions(const std::vector<std::string>& knownFiles) const;
  // Removes a client's session store, its WAL and index files.
  Status removeSession(const std::string& fileName) const;

private:
  std::filesystem::path m_root;
};

} // namespace veikart::ui
