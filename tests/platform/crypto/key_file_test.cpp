// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/key_file.h"

#include "platform/base/files.h"
#include "tests/platform/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <sys/stat.h>

using namespace veikart;

namespace {

constexpr crypto::Argon2Cost kCheap = {1, 8192};
constexpr int64_t kNow = 1'700'000'000'000;

SecretBytes pin(std::string_view digits) {
  return SecretBytes::copyOf(digits);
}

struct World {
  test::TemporaryFolder folder;
  std::filesystem::path path = folder / "key.json";
  SecretBytes key = std::move(KeyFile::create(path, pin("2580"), kCheap)).value();

  KeyFile load() const { return KeyFile::load(path).value(); }
  StatusCode wrongPin(int64_t now) const { return load().unlock(pin("0000"), now).status().code(); }
  StatusCode rightPin(int64_t now) const { return load().unlock(pin("2580"), now).status().code(); }
};

} // namespace

TEST_CASE("the right PIN gives the store's key back after a restart", "[platform][key_file]") {
  const World w;
  REQUIRE(w.key.size() == crypto::kKeySize);
  REQUIRE(w.load().unlock(pin("2580"), kNow)->view() == w.key.view());
  REQUIRE(w.load().attemptsLeft() == KeyFile::kFreeAttempts);
  REQUIRE(readFile(w.path, 4096)->find(toHex(w.key.view())) == Bytes::npos);
}

TEST_CASE("a key file is never written over by making a new one", "[platform][key_file]") {
  const World w;
  const Bytes before = readFile(w.path, 4096).value();
  REQUIRE(KeyFile::create(w.path, pin("1111"), kCheap).status().code() == StatusCode::Conflict);
  REQUIRE(readFile(w.path, 4096).value() == before);
}

TEST_CASE("a wrong PIN is counted in the file before the answer is given", "[platform][key_file]") {
  const World w;
  for (int left = KeyFile::kFreeAttempts; left > 0; --left) {
    REQUIRE(w.load().attemptsLeft() == left);
    REQUIRE(w.load().waitMillis(kNow) == 0);
    REQUIRE(w.wrongPin(kNow) == StatusCode::WrongKey);
  }
  REQUIRE(w.load().attemptsLeft() == 0);
  REQUIRE(w.load().waitMillis(kNow) == 30'000);
}

TEST_CASE("a PIN that can't be counted is not tried, right or wrong", "[platform][key_file]") {
  World w;
  KeyFile file = w.load();
  std::filesystem::remove(w.path);
  std::filesystem::create_directories(w.path / "in the way");
  REQUIRE(file.unlock(pin(GENERATE("0000", "2580")), kNow).status().code() == StatusCode::Io);
  REQUIRE(file.attemptsLeft() == KeyFile::kFreeAttempts - 1);
}

TEST_CASE("after the free attempts every try waits, twice as long up to ten minutes", "[platform][key_file]") {
  const World w;
  int64_t now = kNow;
  for (int i = 0; i < KeyFile::kFreeAttempts; ++i)
    REQUIRE(w.wrongPin(now) == StatusCode::WrongKey);
  for (const int64_t wait : {30'000, 60'000, 120'000, 240'000, 480'000, 600'000, 600'000, 600'000}) {
    REQUIRE(w.load().waitMillis(now) == wait);
    REQUIRE(w.rightPin(now + wait - 1) == StatusCode::Busy);
    now += wait;
    REQUIRE(w.wrongPin(now) == StatusCode::WrongKey);
  }
  REQUIRE(w.rightPin(now + 600'000) == StatusCode::Ok);
  REQUIRE(w.load().attemptsLeft() == KeyFile::kFreeAttempts);
}

TEST_CASE("a clock set back does not lengthen the wait", "[platform][key_file]") {
  const World w;
  for (int i = 0; i < KeyFile::kFreeAttempts; ++i)
    REQUIRE(w.wrongPin(kNow) == StatusCode::WrongKey);
  REQUIRE(w.load().waitMillis(kNow - 365LL * 24 * 3600 * 1000) == 30'000);
}

TEST_CASE("a damaged key file is Corrupt and left as it is", "[platform][key_file]") {
  const World w;
  const Bytes whole = readFile(w.path, 4096).value();
  const auto saltAt = whole.find("\"salt\"");
  const std::string badSalt = Bytes(whole).replace(whole.find('"', saltAt + 7) + 1, 2, "zz");
  for (const Bytes& content : {Bytes(), Bytes("[]"), Bytes("{}"), whole.substr(0, whole.size() / 2), badSalt,
                               Bytes(5000, ' '), Bytes("\xff\xfe")}) {
    REQUIRE(writeFileDurably(w.path, content).ok());
    REQUIRE(KeyFile::load(w.path).status().code() == StatusCode::Corrupt);
    REQUIRE(readFile(w.path, 8192).value() == content);
  }
}

TEST_CASE("a cost no device could pay makes the key file Corrupt", "[platform][key_file]") {
  const World w;
  Bytes content = readFile(w.path, 4096).value();
  content.replace(content.find("8192"), 4, "9223372036854775807");
  REQUIRE(writeFileDurably(w.path, content).ok());
  REQUIRE(KeyFile::load(w.path).status().code() == StatusCode::Corrupt);
}

TEST_CASE("a key file of a newer version is TooNew, a missing one NotFound", "[platform][key_file]") {
  const World w;
  Bytes content = readFile(w.path, 4096).value();
  content.replace(content.find("\"version\": 1"), 12, "\"version\": 2");
  REQUIRE(writeFileDurably(w.path, content).ok());
  REQUIRE(KeyFile::load(w.path).status().code() == StatusCode::TooNew);
  REQUIRE(KeyFile::load(w.folder / "none").status().code() == StatusCode::NotFound);
}
