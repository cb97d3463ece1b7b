// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/secret_bytes.h"
#include "sync/hub/store_pool.h"

#include <semaphore>

namespace veikart::hub {

// Users' names and passwords. Any thread, several at once.
class SignIn {
public:
  explicit SignIn(StorePool& pool) : m_pool(pool) {}

  // The user who has this name and this password. WrongKey when either is wrong, after the same time and with the same
  // words, also for one who has left the office or has no password; Busy when too many try at once, since each costs
  // the hub 64 MiB.
  Result<Uuid> user(const Uuid& office, const std::string& userName, const SecretBytes& password);

private:
  static constexpr int kAtOnce = 2;

  StorePool& m_pool;
  std::counting_semaphore<kAtOnce> m_room{kAtOnce};
};

// As user names are kept and compared: in small letters, without blanks around them. Empty for what is none.
std::string canonicalUserName(std::string_view typed);

// What is kept of a new password. Invalid for one that is too short, too long, or holds the user's name.
Result<std::string> newPassword(const User& user, const SecretBytes& password);

} // namespace veikart::hub
