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

// A key file under a lock that counts by itself.
struct World {
  test::TemporaryFolder folder;
  std::filesystem::path path = folder / "key.json";
  SecretBytes key;

  explicit World(KeyLock lock = KeyLock::PracticePin)
      : key(std::move(KeyFile::create(path, lock, pin("2580"), kCheap, nullptr)).value()) {}

  KeyFile load() const { return KeyFile::load(path).value(); }
  Bytes text() const { return readFile(path, 4096).value(); }
  StatusCode wrongPin(int64_t now) const { return load().unlock(pin("0000"), now, nullptr).status().code(); }
  StatusCode rightPin(int64_t now) const { return load().unlock(pin("2580"), now, nullptr).status().code(); }
  int triesLeft() const { return load().attempts(kNow, nullptr)->triesLeft; }
  int64_t waitMillis(int64_t now) const { return load().attempts(now, nullptr)->waitMillis; }
  void rewrite(std::string_view from, std::string_view to) const {
    Bytes content = text();
    content.replace(content.find(from), from.size(), to);
    REQUIRE(writeFileDurably(path, content).ok());
  }
};

} // namespace

TEST_CASE("the right secret gives the store's key back after a restart", "[platform][key_file]") {
  const auto lock = GENERATE(KeyLock::Passphrase, KeyLock::PracticePin);
  const World w(lock);
  REQUIRE(w.key.size() == crypto::kKeySize);
  REQUIRE(w.load().lock() == lock);
  REQUIRE(w.load().unlock(pin("2580"), kNow, nullptr)->view() == w.key.view());
  REQUIRE(w.triesLeft() == KeyFile::kFreeAttempts);
  REQUIRE(w.text().find(toHex(w.key.view())) == Bytes::npos);
}

TEST_CASE("a key file is never written over by making a new one", "[platform][key_file]") {
  const World w;
  const Bytes before = w.text();
  REQUIRE(KeyFile::create(w.path, KeyLock::Passphrase, pin("1111"), kCheap, nullptr).status().code() ==
          StatusCode::Conflict);
  REQUIRE(w.text() == before);
}

TEST_CASE("a wrong secret is counted in the file before the answer is given", "[platform][key_file]") {
  const World w(GENERATE(KeyLock::Passphrase, KeyLock::PracticePin));
  for (int left = KeyFile::kFreeAttempts; left > 0; --left) {
    REQUIRE(w.triesLeft() == left);
    REQUIRE(w.waitMillis(kNow) == 0);
    REQUIRE(w.wrongPin(kNow) == StatusCode::WrongKey);
  }
  REQUIRE(w.triesLeft() == 0);
  REQUIRE(w.waitMillis(kNow) == 30'000);
}

TEST_CASE("a PIN that can't be counted is not tried, right or wrong", "[platform][key_file]") {
  World w;
  KeyFile file = w.load();
  std::filesystem::remove(w.path);
  std::filesystem::create_directories(w.path / "in the way");
  REQUIRE(file.unlock(pin(GENERATE("0000", "2580")), kNow, nullptr).status().code() == StatusCode::Io);
  REQUIRE(file.attempts(kNow, nullptr)->triesLeft == KeyFile::kFreeAttempts - 1);
}

TEST_CASE("after the free attempts every try waits, twice as long up to ten minutes", "[platform][key_file]") {
  const World w;
  int64_t now = kNow;
  for (int i = 0; i < KeyFile::kFreeAttempts; ++i)
    REQUIRE(w.wrongPin(now) == StatusCode::WrongKey);
  for (const int64_t wait : {30'000, 60'000, 120'000, 240'000, 480'000, 600'000, 600'000, 600'000}) {
    REQUIRE(w.waitMillis(now) == wait);
    REQUIRE(w.rightPin(now + wait - 1) == StatusCode::Busy);
    now += wait;
    REQUIRE(w.wrongPin(now) == StatusCode::WrongKey);
  }
  REQUIRE(w.rightPin(now + 600'000) == StatusCode::Ok);
  REQUIRE(w.triesLeft() == KeyFile::kFreeAttempts);
}

TEST_CASE("a clock set back does not lengthen the wait", "[platform][key_file]") {
  const World w;
  for (int i = 0; i < KeyFile::kFreeAttempts; ++i)
    REQUIRE(w.wrongPin(kNow) == StatusCode::WrongKey);
  REQUIRE(w.waitMillis(kNow - 365LL * 24 * 3600 * 1000) == 30'000);
}

TEST_CASE("a damaged key file is Corrupt and left as it is", "[platform][key_file]") {
  const World w;
  const Bytes whole = w.text();
  const auto saltAt = whole.find("\"salt\"");
  const std::string badSalt = Bytes(whole).replace(whole.find('"', saltAt + 7) + 1, 2, "zz");
  const std::string badLock = Bytes(whole).replace(whole.find("practicePin"), 8, "ordinary");
  for (const Bytes& content : {Bytes(), Bytes("[]"), Bytes("{}"), whole.substr(0, whole.size() / 2), badSalt,
                               Bytes(5000, ' '), Bytes("\xff\xfe"), badLock}) {
    REQUIRE(writeFileDurably(w.path, content).ok());
    REQUIRE(KeyFile::load(w.path).status().code() == StatusCode::Corrupt);
    REQUIRE(readFile(w.path, 8192).value() == content);
  }
}

TEST_CASE("a cost no device could pay makes the key file Corrupt", "[platform][key_file]") {
  const World w;
  w.rewrite("8192", "9223372036854775807");
  REQUIRE(KeyFile::load(w.path).status().code() == StatusCode::Corrupt);
}

TEST_CASE("a key file of a newer version is TooNew, a missing one NotFound", "[platform][key_file]") {
  const World w;
  w.rewrite("\"version\": 2", "\"version\": 3");
  REQUIRE(KeyFile::load(w.path).status().code() == StatusCode::TooNew);
  REQUIRE(KeyFile::load(w.folder / "none").status().code() == StatusCode::NotFound);
}
