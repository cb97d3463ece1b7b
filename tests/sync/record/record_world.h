// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/record.h"

#include <rapidcheck.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace veikart::sync {

Uuid testId(uint8_t last);
Record emptyVisit();

// A register put together by hand; its context covers its siblings and `seen`.
Register makeRegister(std::vector<Sibling> siblings, const std::vector<Dot>& seen = {});

// A record with one field, "text", written once.
Record visitWith(const Dot& dot, Stamp stamp, Bytes value);

// REQUIRES: the join succeeds.
Record joined(Record a, const Record& b);

// One thing that happens in a World. Numbers, so that RapidCheck can shrink a history.
struct Step {
  enum class Kind { Write, Send, MoveClock, Delete };
  Kind kind = Kind::Write;
  size_t actor = 0;
  size_t other = 0;
  unsigned fields = 0; // Write: an index; Send: a mask
  int number = 0;      // Write: the value; MoveClock: an index into wild times
};
using History = std::vector<Step>;

rc::Gen<History> anyHistory();
std::ostream& operator<<(std::ostream& out, const Step& step);

// Replicas of one record that write with clocks of their own and send each other what they like. Beside the records it
// keeps, naively, which writes each had seen: the oracle for what a join must leave standing.
class World {
public:
  static constexpr size_t kReplicas = 4;

  explicit World(const History& history);

  void write(size_t actor, const std::string& field, const Bytes& value);
  void setClock(size_t actor, int64_t millis) { m_replicas[actor].wallMillis = millis; }
  void send(size_t from, size_t to, unsigned fieldMask);
  void sendEverythingTo(size_t actor);

  const Record& record(size_t actor) const { return m_replicas[actor].record; }
  const std::vector<Record>& messages() const { return m_messages; } // the written field after each write
  Record joinOfAll() const;

  // By field, the dots of the writes that no other write had seen.
  std::map<std::string, std::set<Dot>> unseenWrites() const;

private:
  struct Replica {
    Record record;
    HybridClock clock{Stamp()};
    int64_t wallMillis = 0;
    uint64_t writes = 0;
    std::map<std::string, std::set<Dot>> seen;
  };

  std::vector<Replica> m_replicas;
  std::vector<Record> m_messages;
  std::map<std::string, std::map<Dot, std::set<Dot>>> m_seenByWrite;

  void run(const Step& step);
};

// Any record that has canonical bytes, also such as no history leaves: many siblings of one replica, greatest counters.
rc::Gen<Record> anyRecord();

} // namespace veikart::sync
