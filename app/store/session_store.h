// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "app/forms/answer.h"
#include "platform/base/clock.h"
#include "sync/replica/replica.h"

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace veikart::store {

// The client's own store while the tablet is theirs: a replica of its own in a file of its own, holding one answers
// record and nothing else. Every answer is durable when saveAnswer returns. One thread.
class SessionStore {
public:
  struct Subject {
    casework::Id mappingId;
    casework::Id caseId;
  };

  // Makes the file, or opens one that is there already. `seed` is what the client answered in earlier rounds; it is
  // taken over once, while the store holds no answer.
  static Result<std::unique_ptr<SessionStore>> create(const std::filesystem::path& file, const SecretBytes& key,
                                                      const Subject& subject, std::span<const sync::Record> seed,
                                                      const Clock& clock);
  // Opens the file after a pause, a crash, or to take its answers back. NotFound without one: never an empty store
  // instead of lost answers.
  static Result<std::unique_ptr<SessionStore>> open(const std::filesystem::path& file, const SecretBytes& key,
                                                    const Subject& subject, const Clock& clock);
  ~SessionStore();

  Status saveAnswer(const std::string& key, const forms::Answer& answer);
  Result<forms::Answers> answers();

  // The records to be joined into the counsellor's store, as they stand.
  Result<std::vector<sync::Record>> records();
  sync::ReplicaId replica() const { return m_replica->id(); }

private:
  SessionStore(std::unique_ptr<Connection> db, const Subject& subject);
  static Result<std::unique_ptr<SessionStore>> openIn(Result<std::unique_ptr<Connection>> db, const Subject& subject,
                                                      const Clock& clock);
  std::unique_ptr<Connection> m_db;
  std::unique_ptr<sync::Replica> m_replica;
  Subject m_subject;
};

} // namespace veikart::store
