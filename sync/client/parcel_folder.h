// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/parcel.h"

#include <filesystem>
#include <set>
#include <string>

namespace veikart::sync {

// The parcels of one store, a file each, which are delivered in the order of their names. They are packed or delivered
// by one process at a time. One thread.
class ParcelFolder {
public:
  explicit ParcelFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  // What is unsent now takes the place of what was. Durable on return. Busy while they are delivered, Full, Io, or the
  // store's: what is unsent is in the store all the same, and of the earlier parcels some may have been replaced.
  Status pack(Replica& replica, const Enrolment& enrolment) const;

  struct Delivery {
    int delivered = 0; // and gone from here
    int left = 0;      // that the hub does not take as they are; they stay until their store packs anew
    Status hindrance;  // why the rest was not tried: Offline, Busy, or NotFound for no such folder
  };

  using Connect = std::function<Result<HttpTransport*>(const std::string& hubUrl, const std::string& hubCertificate)>;

  // Tries each once, but for those in `leftBefore`, to which it adds what it leaves.
  Delivery deliver(const Connect& connect, const Clock& clock, std::set<std::string>& leftBefore) const;

private:
  std::set<std::string> names() const;

  std::filesystem::path m_folder;
};

} // namespace veikart::sync
