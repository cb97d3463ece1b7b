// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/case_store.h"
#include "app/store/session_store.h"
#include "platform/base/clock.h"
#include "tests/platform/support/temporary_folder.h"

#include <memory>
#include <string>

namespace veikart::test {

using namespace veikart::casework;

inline constexpr int64_t kNow = 1'795'341'600'000; // 2026-11-22T10:00:00Z
inline constexpr int64_t kDay = 24LL * 60 * 60 * 1000;

// Makes a Status or Result fail the test where it stands.
void ok(const Status& status);
template<class T>
T ok(Result<T> result) {
  ok(result.status());
  return std::move(result).value();
}

forms::Answer words(const std::string& text);

// One counsellor's tablet: a real store in a file of its own, and a vocabulary for what people do with it.
class Tablet {
public:
  explicit Tablet(const std::string& firstName, const std::string& lastName = "Moen");

  store::CaseStore& store() { return *m_store; }
  FakeClock& clock() { return m_clock; }
  const StaffMember& owner() const { return m_owner; }
  const TemporaryFolder& folder() const { return m_folder; }
  const SecretBytes& key() const { return m_key; }

  void restart(); // closes the store and opens its file again
  void close() { m_store.reset(); }

  Id newId() { return Id::makeV7(m_clock); }
  Id addCase(const std::string& firstName, const std::string& lastName, int contactIntervalDays = 0);
  Mapping startMapping(const Id& caseId);
  Task agree(const Id& caseId, const std::string& what, const std::string& dueDate, const Id& agreedIn = {});
  void logContact(const Id& caseId, int64_t at, bool clientCame = true, const std::string& type = "hjemmebesok");
  store::CaseloadEntry entryOf(const Id& caseId);
  // Walks a mapping to its confirmation, with one agreed task.
  SealedMapping sealed(const Mapping& mapping);

  void receive(Tablet& from); // everything that the other tablet has, as a pulled page would bring it

private:
  TemporaryFolder m_folder;
  FakeClock m_clock{kNow};
  SecretBytes m_key = SecretBytes::random(32);
  StaffMember m_owner;
  std::unique_ptr<store::CaseStore> m_store;
};

inline const Id kOffice = *Id::parse("019f0000-0000-7000-8000-0000000000f1").operator->();

// The case was closed to the tablet's user, and a sync erases it; the hub has taken all that was unsent.
void eraseCase(Tablet& tablet, const Id& caseId);

} // namespace veikart::test
