// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/survey.h"
#include "tests/app/viewmodels/client/survey_walk.h"
#include "tests/platform/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <sys/wait.h>
#include <unistd.h>

using namespace veikart;

namespace {

constexpr int kMostWrites = 2'000; // far more than a walk needs; a walk that needs more has hung

struct Walk {
  std::vector<std::string> shown; // the questions, in the order they showed
  bool isDone = false;
};

std::string readAll(int file) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t got = 0; (got = ::read(file, buffer.data(), buffer.size())) > 0;)
    text.append(buffer.data(), static_cast<size_t>(got));
  return text;
}

Walk walk(const std::filesystem::path& file, const SecretBytes& key, int killAt) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    ::setenv("LD_PRELOAD", KILL_AT_WRITE, 1);
    ::setenv("KILL_AT_WRITE", std::to_string(killAt).c_str(), 1);
    ::execl(SURVEY_WALKER, SURVEY_WALKER, file.c_str(), toHex(key.view()).c_str(), nullptr);
    ::_exit(9);
  }
  ::close(ends[1]);
  const std::string output = readAll(ends[0]);
  ::close(ends[0]);
  int state = 0;
  REQUIRE(::waitpid(child, &state, 0) == child);
  Walk result;
  for (size_t start = 0, end = 0; (end = output.find('\n', start)) != std::string::npos; start = end + 1)
    result.shown.push_back(output.substr(start, end - start));
  result.isDone = !result.shown.empty() && result.shown.back() == "done";
  REQUIRE((WIFSIGNALED(state) ? WTERMSIG(state) == SIGKILL : WEXITSTATUS(state) == 0));
  return result;
}

std::string linkIdOf(const std::string& question) {
  const forms::Survey survey = forms::Survey::create(forms::kisReconstruction(), "mg1").value();
  for (const forms::SurveyPage& page : survey.pages({}))
    if (page.item->text == question)
      return page.key();
  return {};
}

} // namespace

TEST_CASE("killed at any write of the store, a survey keeps every answer whose next question was shown",
          "[viewmodels][client][crash]") {
  int killed = 0;
  for (int killAt = 1; killAt < kMostWrites; ++killAt) {
    const test::TemporaryFolder folder;
    const SecretBytes key = SecretBytes::random(32);
    const Walk walked = walk(folder / "session.db", key, killAt);
    INFO("killed at write " << killAt << ", questions shown: " << walked.shown.size());
    const SystemClock clock;
    Result<std::unique_ptr<store::SessionStore>> session =
        store::SessionStore::create(folder / "session.db", key, test::walkedSubject(), {}, clock);
    REQUIRE(session.ok());
    const forms::Answers answers = (*session)->answers().value();
    for (size_t i = 0; i + 1 < walked.shown.size(); ++i) {
      INFO(walked.shown[i]);
      REQUIRE(answers.contains(linkIdOf(walked.shown[i])));
      REQUIRE(answers.at(linkIdOf(walked.shown[i])).state == forms::AnswerState::Answered);
    }
    if (walked.isDone) {
      REQUIRE(killed > test::kWalkedPages); // the walk was really cut off at its writes
      return;
    }
    ++killed;
  }
  FAIL("the walk never came to its end");
}
