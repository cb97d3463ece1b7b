// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/replica/test_store.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <csignal>
#include <poll.h>
#include <random>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace veikart;
using namespace veikart::sync;
using namespace veikart::sync::test;

namespace {

enum class LifeBegins { AtStart, AtFirstAnswer }; // the latter is some time after, on a busy machine

// Starts the answer writer on `store`, kills it after `life` and returns the answers that it had named.
std::vector<int64_t> answersBeforeKill(const std::filesystem::path& store, std::chrono::microseconds life,
                                       LifeBegins begins) {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    execl(VEIKART_ANSWER_WRITER, VEIKART_ANSWER_WRITER, store.c_str(), nullptr);
    _exit(127);
  }
  close(ends[1]);
  pollfd answered{ends[0], POLLIN, 0};
  if (begins == LifeBegins::AtFirstAnswer)
    REQUIRE(poll(&answered, 1, 60'000) == 1);
  std::this_thread::sleep_for(life);
  kill(child, SIGKILL);
  std::string output;
  std::array<char, 4096> buffer{};
  for (ssize_t got = 0; (got = read(ends[0], buffer.data(), buffer.size())) > 0;)
    output.append(buffer.data(), static_cast<size_t>(got));
  close(ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status)); // it never ends by itself
  std::vector<int64_t> answers;
  std::istringstream lines(output);
  for (int64_t answer = 0; lines >> answer;)
    answers.push_back(answer);
  return answers;
}

// The greatest answer that stands in each question.
std::map<std::string, int64_t> answersIn(const std::filesystem::path& store) {
  auto db = openFile(store);
  const SystemClock clock;
  auto replica = Replica::open(*db, clock, nullptr);
  REQUIRE(replica.ok());
  std::map<std::string, int64_t> found;
  auto record = (*replica)->load(RecordId{{0x01}});
  REQUIRE(record.ok());
  if (*record) {
    for (const auto& [field, values] : (*record)->fields) {
      REQUIRE(values.siblings.size() == 1);
      found[field] = std::stoll(values.siblings[0].value);
    }
  }
  return found;
}

void limitPages(Connection& db, int64_t spare) {
  Result<Statement*> count = db.prepare("PRAGMA page_count");
  REQUIRE(count.ok());
  REQUIRE((*count)->step().value());
  const int64_t pages = (*count)->integer(0);
  (*count)->reset();
  // A pragma that answers with a row.
  Result<Statement*> limit = db.prepare("PRAGMA max_page_count = " + std::to_string(pages + spare));
  REQUIRE(limit.ok());
  REQUIRE((*limit)->step().ok());
  (*limit)->reset();
}

} // namespace

TEST_CASE("No answer that was named as written is lost when the process is killed", "[sync][replica][crash]") {
  const TemporaryFolder folder;
  const std::filesystem::path store = folder.path() / "store.db";
  std::mt19937 random(20260401);
  std::uniform_int_distribution<int> life(5'000, 60'000);
  size_t named = 0;
  for (int round = 0; round < 30; ++round) {
    const LifeBegins begins = round % 3 == 0 ? LifeBegins::AtStart : LifeBegins::AtFirstAnswer;
    const std::vector<int64_t> answers = answersBeforeKill(store, std::chrono::microseconds(life(random)), begins);
    const std::map<std::string, int64_t> found = answersIn(store);
    for (int64_t answer : answers) {
      const auto stored = found.find("q" + std::to_string(answer % 30));
      REQUIRE(stored != found.end());
      REQUIRE(stored->second >= answer);
    }
    named += answers.size();
  }
  CHECK(named > 0);
}

TEST_CASE("A store that a process was killed in uses no dot twice", "[sync][replica][crash]") {
  const TemporaryFolder folder;
  const std::filesystem::path store = folder.path() / "store.db";
  for (int round = 0; round < 3; ++round)
    answersBeforeKill(store, std::chrono::milliseconds(60), LifeBegins::AtFirstAnswer);
  auto db = openFile(store);
  const SystemClock clock;
  auto replica = Replica::open(*db, clock, nullptr);
  REQUIRE(replica.ok());
  uint64_t greatestBefore = 0;
  const std::vector<Record> before = (*replica)->loadAll().value();
  for (const Record& record : before) {
    for (const Dot& dot : dots(record))
      greatestBefore = std::max(greatestBefore, dot.counter);
  }
  const RecordWrite write = fields(7, {{"a", "1"}});
  REQUIRE((*replica)->write({&write, 1}).ok());
  const Record written = (*replica)->load(recordId(7)).value().value();
  CHECK(dots(written)[0].counter > greatestBefore);
}

TEST_CASE("A copy of the files in the midst of work opens with all that was durable", "[sync][replica][crash]") {
  TestStore store;
  for (int i = 1; i <= 20; ++i)
    store.write(i, {{"a", std::to_string(i)}});
  TestStore copy(store.file());
  for (int i = 1; i <= 20; ++i)
    CHECK(copy.read(i, "a") == std::to_string(i));
  CHECK(copy.waiting() == 20);
  CHECK(copy.readModelInStep());
}

TEST_CASE("On a full disk a write says so and changes nothing", "[sync][replica][full]") {
  TestStore store;
  store.write(1, {{"a", "1"}});
  limitPages(*store.db, 0);
  const Bytes much(200'000, 'x');
  CHECK(store.tryWrite(1, {{"a", much}, {"b", much}}).code() == StatusCode::Full);
  CHECK(store.read(1, "a") == "1");
  CHECK(store.read(1, "b") == "-");
  CHECK(store.readModelInStep());
  limitPages(*store.db, 1000);
  store.write(1, {{"b", "2"}});
  store.reopen();
  CHECK(store.read(1, "a") == "1");
  CHECK(store.read(1, "b") == "2");
  CHECK(store.readModelInStep());
}

TEST_CASE("On a full disk neither page nor cursor is kept", "[sync][replica][full]") {
  TestStore from;
  TestStore store;
  TestHub hub;
  from.write(1, {{"a", Bytes(200'000, 'x')}});
  hub.push(from);
  limitPages(*store.db, 0);
  const std::vector<Bytes> page{encode(hub.records.at(recordId(1)))};
  CHECK(store.replica->applyPage(page, {"1", {}}).status().code() == StatusCode::Full);
  CHECK(store.replica->syncState().value().cursor.empty());
  CHECK(store.digest() == Digest());
  limitPages(*store.db, 1000);
  hub.pull(store);
  CHECK(store.digest() == hub.digest());
}

TEST_CASE("A store of a newer version is left alone", "[sync][replica][schema]") {
  TestStore store;
  store.write(1, {{"a", "1"}});
  store.replica.reset();
  REQUIRE(store.db->execute("UPDATE schema_version SET version = version + 99 WHERE schema = 'replica'").ok());
  CHECK(Replica::open(*store.db, store.clock, nullptr).status().code() == StatusCode::TooNew);
  REQUIRE(store.db->execute("UPDATE schema_version SET version = version - 99 WHERE schema = 'replica'").ok());
  store.reopen();
  CHECK(store.read(1, "a") == "1");
}

TEST_CASE("An identity that can't be read is said to be corrupt and is not replaced", "[sync][replica][schema]") {
  TestStore store;
  store.replica.reset();
  REQUIRE(store.db->execute("UPDATE replica_meta SET value = x'00' WHERE name = 'id'").ok());
  CHECK(Replica::open(*store.db, store.clock, nullptr).status().code() == StatusCode::Corrupt);
}
