// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/sign_in.h"

#include "platform/crypto/password_hash.h"
#include "sync/protocol/tuning.h"

#include <algorithm>

namespace veikart::hub {
namespace {

constexpr int64_t kPatienceMillis = 5'000;

char inSmall(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string inSmallLetters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), inSmall);
  return small;
}

} // namespace

Result<Uuid> SignIn::user(const Uuid& office, const std::string& userName, const SecretBytes& password) {
  std::optional<User> known;
  RETURN_IF_ERROR(m_pool.read(
      office, [&](OfficeTransaction& rows) { return keep(rows.userNamed(canonicalUserName(userName)), known); }));
  if (!m_room.try_acquire_for(std::chrono::milliseconds(kPatienceMillis)))
    return Status::busy("too many sign in at once");
  const bool isRight = crypto::isPassword(known ? known->passwordHash : std::string(), password);
  m_room.release();
  if (!isRight || !known || known->isDisabled)
    return Status::wrongKey("user name or password");
  return known->id;
}

std::string canonicalUserName(std::string_view typed) {
  const size_t first = typed.find_first_not_of(' ');
  if (first == std::string_view::npos || typed.size() > sync::tuning::kMaxUserNameBytes)
    return {};
  return inSmallLetters(typed.substr(first, typed.find_last_not_of(' ') + 1 - first));
}

Result<std::string> newPassword(const User& user, const SecretBytes& password) {
  if (password.size() < sync::tuning::kLeastPasswordBytes || password.size() > sync::tuning::kMaxPasswordBytes)
    return Status::invalid("a password has 12 characters or more");
  if (!user.userName.empty() && inSmallLetters(password.view()).find(user.userName) != std::string::npos)
    return Status::invalid("the password holds the user name");
  return crypto::hashPassword(password);
}

} // namespace veikart::hub
