// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/replica.h"

#include <string>
#include <unistd.h>

// Writes answers into the store at argv[1] until it is killed, and names each on standard output once it is durable:
// answer n goes into question n % 30.

namespace {

using namespace veikart;
using namespace veikart::sync;

int64_t countSoFar(const Replica& replica, const RecordId& id) {
  int64_t last = 0;
  auto record = replica.load(id);
  if (!record.ok() || !*record)
    return 0;
  for (const auto& [field, values] : (*record)->fields) {
    for (const Sibling& sibling : values.siblings)
      last = std::max(last, static_cast<int64_t>(std::stoll(sibling.value)));
  }
  return last;
}

bool answer(Replica& replica, const RecordId& id, int64_t number) {
  const RecordWrite write{
      id, "answers", {ScopeKind::Case, id}, {{"q" + std::to_string(number % 30), std::to_string(number)}}};
  if (!replica.write({&write, 1}).ok())
    return false;
  const std::string line = std::to_string(number) + "\n";
  return ::write(STDOUT_FILENO, line.data(), line.size()) == static_cast<ssize_t>(line.size());
}

} // namespace

int main(int, char** arguments) {
  if (!crypto::initialize().ok())
    return 1;
  auto db = Connection::open(arguments[1], SecretBytes::copyOf(Bytes(32, 'k')), Connection::Mode::Create);
  const SystemClock clock;
  auto replica = db.ok() ? Replica::open(**db, clock, nullptr) : db.status();
  if (!replica.ok())
    return 1;
  RecordId id;
  id.bytes[0] = 0x01;
  for (int64_t number = countSoFar(**replica, id) + 1; answer(**replica, id, number);)
    ++number;
  return 1;
}
