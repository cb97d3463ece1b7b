// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/client/answer_queue.h"

#include "platform/base/clock.h"
#include "tests/platform/support/full_disk.h"
#include "tests/platform/support/temporary_folder.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <functional>

namespace veikart::test {

namespace {

forms::Answer words(const char* text) {
  forms::Answer answer;
  answer.state = forms::AnswerState::Answered;
  answer.text = text;
  return answer;
}

// A session's queue, and what is durable at each of its tellings.
struct World {
  TemporaryFolder folder;
  FakeClock clock{1'795'341'600'000};
  SecretBytes key = SecretBytes::random(32);
  store::SessionStore::Subject subject{Uuid::makeV7(clock), Uuid::makeV7(clock)};
  ui::AnswerQueue queue{open()};
  std::vector<std::string> durable;

  World() {
    QObject::connect(&queue, &ui::AnswerQueue::ended, [this] {
      const Result<forms::Answers> answers = open()->answers();
      REQUIRE(answers.ok());
      durable.push_back(answers->contains("helse.na") ? answers->at("helse.na").text : "");
    });
  }
  std::unique_ptr<store::SessionStore> open() {
    auto store = store::SessionStore::create(folder / "session.db", key, subject, {}, clock);
    REQUIRE(store.ok());
    return *std::move(store);
  }
  bool isAtRest() {
    return QTest::qWaitFor([this] { return !queue.isSaving(); });
  }
};

} // namespace

TEST_CASE("of two answers to one question the older one's outcome says nothing of the newest", "[viewmodels][client]") {
  World world;
  world.queue.save("helse.na", words("Dårlig"));
  QTest::qSleep(100); // it is saved, and that has not been told yet
  {
    const FullDisk full;
    world.queue.save("helse.na", words("Bedre"));
    REQUIRE(world.isAtRest());
  }
  REQUIRE_FALSE(world.queue.failure().ok());
  world.queue.retry();
  REQUIRE(world.isAtRest());
  REQUIRE(world.durable.back() == "Bedre");
}

TEST_CASE("an answer that failed is saved when it is tried again", "[viewmodels][client]") {
  World world;
  {
    const FullDisk full;
    world.queue.save("helse.na", words("Dårlig"));
    REQUIRE(world.isAtRest());
  }
  REQUIRE(world.queue.failure().code() == StatusCode::Full);
  world.queue.retry();
  REQUIRE(world.queue.failure().ok());
  REQUIRE(world.isAtRest());
  REQUIRE(world.durable.back() == "Dårlig");
}

} // namespace veikart::test
