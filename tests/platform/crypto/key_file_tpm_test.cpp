// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"
#include "platform/crypto/key_file.h"
#include "tests/platform/support/software_tpm.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <chrono>
#include <thread>

using namespace veikart;
using namespace std::chrono_literals;

namespace {

constexpr crypto::Argon2Cost kCheap = {1, 8192};
constexpr int64_t kNow = 1'700'000'000'000;

SecretBytes pin(std::string_view digits) {
  return SecretBytes::copyOf(digits);
}

// A tablet with a TPM, and on it somebody's key file.
struct World {
  test::TemporaryFolder folder;
  std::filesystem::path path = folder / "key.json";
  test::SoftwareTpm hardware;
  std::unique_ptr<Tpm> tpm = hardware.open();
  SecretBytes key = std::move(create(path)).value();

  Result<SecretBytes> create(const std::filesystem::path& at, std::string_view digits = "258025") const {
    return KeyFile::create(at, KeyLock::HardwarePin, pin(digits), kCheap, tpm.get());
  }
  KeyFile load() const { return KeyFile::load(path).value(); }
  Bytes text() const { return readFile(path, 4096).value(); }
  Result<SecretBytes> unlock(std::string_view digits = "258025") const {
    return load().unlock(pin(digits), kNow, tpm.get());
  }
  StatusCode right() const { return unlock().status().code(); }
  StatusCode wrong() const { return unlock("000000").status().code(); }
  KeyFile::Attempts attempts() const { return load().attempts(kNow, tpm.get()).value(); }
  void rewrite(std::string_view from, std::string_view to) const {
    Bytes content = text();
    content.replace(content.find(from), from.size(), to);
    REQUIRE(writeFileDurably(path, content).ok());
  }
};

} // namespace

TEST_CASE("a hardware PIN gives the store's key back, also when the tablet was off", "[platform][key_file][tpm]") {
  World w;
  REQUIRE(w.load().lock() == KeyLock::HardwarePin);
  REQUIRE(w.unlock()->view() == w.key.view());
  w.hardware.switchOff();
  w.hardware.switchOn();
  REQUIRE(w.unlock()->view() == w.key.view());
}

TEST_CASE("a wrong hardware PIN is counted by the TPM, and nothing is written", "[platform][key_file][tpm]") {
  const World w;
  const Bytes before = w.text();
  REQUIRE(w.attempts().triesLeft == 32);
  REQUIRE(w.wrong() == StatusCode::WrongKey);
  REQUIRE(w.attempts().triesLeft == 31);
  REQUIRE(writeFileDurably(w.path, before).ok()); // putting the file back takes nothing back
  REQUIRE(w.attempts().triesLeft == 31);
  REQUIRE(w.text() == before);
}

TEST_CASE("who shares a tablet shares the tries", "[platform][key_file][tpm]") {
  const World w;
  REQUIRE(w.create(w.folder / "another.json", "135791").ok());
  KeyFile another = KeyFile::load(w.folder / "another.json").value();
  REQUIRE(another.unlock(pin("258025"), kNow, w.tpm.get()).status().code() == StatusCode::WrongKey);
  REQUIRE(w.attempts().triesLeft == 31);
}

TEST_CASE("when all tries are used up the right PIN waits too, as long as the TPM takes", "[platform][key_file][tpm]") {
  World w;
  w.hardware.limit(1, 2);
  REQUIRE(w.wrong() == StatusCode::WrongKey);
  REQUIRE(w.right() == StatusCode::Busy);
  REQUIRE(w.attempts().triesLeft == 0);
  REQUIRE(w.attempts().waitMillis == 2000);
  for (int waited = 0; w.attempts().waitMillis > 0 && waited < 300; ++waited)
    std::this_thread::sleep_for(100ms);
  REQUIRE(w.right() == StatusCode::Ok);
}

TEST_CASE("a hardware PIN needs its TPM", "[platform][key_file][tpm]") {
  World w;
  SECTION("none: NotFound") {
    REQUIRE(
        KeyFile::create(w.folder / "new.json", KeyLock::HardwarePin, pin("258025"), kCheap, nullptr).status().code() ==
        StatusCode::NotFound);
    REQUIRE(w.load().unlock(pin("258025"), kNow, nullptr).status().code() == StatusCode::NotFound);
    REQUIRE(w.load().attempts(kNow, nullptr).status().code() == StatusCode::NotFound);
  }
  SECTION("that of another tablet: Conflict") {
    const test::SoftwareTpm other;
    REQUIRE(w.load().unlock(pin("258025"), kNow, other.open().get()).status().code() == StatusCode::Conflict);
  }
  SECTION("cleared: Conflict, for the key is gone for good") {
    w.hardware.clear();
    REQUIRE(w.right() == StatusCode::Conflict);
  }
}

TEST_CASE("a lock-out that does not hold back guesses gets no PIN, and no file", "[platform][key_file][tpm]") {
  World w;
  const std::filesystem::path path = w.folder / "new.json";
  SECTION("too fast") {
    w.hardware.limit(32, 10);
  }
  SECTION("open to anybody who starts another system") {
    w.hardware.clear();
  }
  REQUIRE(w.create(path).status().code() == StatusCode::Refused);
  REQUIRE_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a PIN that is too short for the lock-out is Refused", "[platform][key_file][tpm]") {
  const World w;
  REQUIRE(w.create(w.folder / "new.json", "25802").status().code() == StatusCode::Refused);
}

TEST_CASE("it takes the PIN, the file and the TPM's secret together to open", "[platform][key_file][tpm]") {
  const World w;
  KeyFileContent content = KeyFileContent::parse(w.text()).value();
  const SecretBytes derived = std::move(crypto::deriveKey(pin("258025"), content.salt, kCheap)).value();
  const SecretBytes authorisation = crypto::deriveSubkey(derived, "veikart tpm authorisation");
  const SecretBytes held = std::move(w.tpm->unseal(content.sealed, authorisation)).value();
  const SecretBytes wrapping = crypto::deriveSubkey(derived, "veikart hardware wrapping", held);
  REQUIRE(crypto::unseal(wrapping, content.wrapped, content.wrapContext())->view() == w.key.view());

  content.sealed = w.tpm->seal(SecretBytes::random(held.size()), authorisation).value();
  REQUIRE(writeFileDurably(w.path, content.toText()).ok());
  REQUIRE(w.right() == StatusCode::Corrupt); // the TPM has known the PIN, so it's not that
}

TEST_CASE("a hardware PIN's file says nothing else that opens", "[platform][key_file][tpm]") {
  const World w;
  SECTION("as a lock without hardware it does not open") {
    w.rewrite("hardwarePin", GENERATE("passphrase", "practicePin"));
    REQUIRE(w.right() == StatusCode::WrongKey);
  }
  SECTION("as a file of version 1 it does not open") {
    w.rewrite("\"version\": 2", "\"version\": 1");
    REQUIRE(w.right() == StatusCode::WrongKey);
  }
  SECTION("without the TPM's part it is Corrupt") {
    w.rewrite("\"sealed\"", "\"unsealed\"");
    REQUIRE(KeyFile::load(w.path).status().code() == StatusCode::Corrupt);
  }
}
