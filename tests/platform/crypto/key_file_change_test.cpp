// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"
#include "platform/crypto/key_file.h"
#include "tests/platform/support/full_disk.h"
#include "tests/platform/support/software_tpm.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace veikart;

namespace {

constexpr crypto::Argon2Cost kCheap = {1, 8192};
constexpr int64_t kNow = 1'700'000'000'000;
constexpr std::string_view kOld = "258025";
constexpr std::string_view kNew = "135791";

// As version 1 wrote it for the PIN 258025, after one wrong try.
constexpr std::string_view kVersion1 = R"({
  "failedAt": 1700000000000,
  "failures": 1,
  "memoryBytes": 8192,
  "operations": 1,
  "salt": "6f1c307fe6a16e06f2dc31b721ed0077",
  "version": 1,
  "wrapped": "a6d55503d104be8bee55b9f7b5f3cb19a841986458e73f3874de3acc83b1d4f3c4fa9154f4e133e0)"
                                       R"(8fd38ef4db476f38bee7a31087b48817eb61757c87d4f3b22dc11371dce9d4b9"
}
)";
constexpr std::string_view kVersion1Key = "3786ac763cd0d89a543abb14ea8d52af37f8a2a3331df143bf15a343ae7e3df7";

SecretBytes pin(std::string_view digits) {
  return SecretBytes::copyOf(digits);
}

struct World {
  test::TemporaryFolder folder;
  std::filesystem::path path = folder / "key.json";
  SecretBytes key;

  explicit World(KeyLock lock = KeyLock::Passphrase, Tpm* maybeTpm = nullptr)
      : key(std::move(KeyFile::create(path, lock, pin(kOld), kCheap, maybeTpm)).value()) {}

  KeyFile load() const { return KeyFile::load(path).value(); }
  Bytes text() const { return readFile(path, 4096).value(); }
  bool opens(std::string_view digits, Tpm* maybeTpm = nullptr) const {
    const Result<SecretBytes> opened = load().unlock(pin(digits), kNow, maybeTpm);
    return opened.ok() && opened->view() == key.view();
  }
};

} // namespace

TEST_CASE("a change of PIN, passphrase or kind of lock keeps the store's key", "[platform][key_file][tpm]") {
  const auto any = {KeyLock::Passphrase, KeyLock::HardwarePin, KeyLock::PracticePin};
  const KeyLock before = GENERATE_REF(values(any));
  const KeyLock after = GENERATE_REF(values(any));
  const test::SoftwareTpm hardware;
  const std::unique_ptr<Tpm> tpm = hardware.open();
  const World w(before, tpm.get());
  KeyFile file = w.load();
  REQUIRE(file.change(pin(kOld), kNow, after, pin(kNew), tpm.get()).ok());
  REQUIRE(file.lock() == after);
  REQUIRE(file.unlock(pin(kNew), kNow, tpm.get())->view() == w.key.view());
  REQUIRE(w.load().lock() == after);
  REQUIRE(w.opens(kNew, tpm.get()));
  REQUIRE(w.load().unlock(pin(kOld), kNow, tpm.get()).status().code() == StatusCode::WrongKey);
}

TEST_CASE("a change takes the present secret, and a wrong one is counted", "[platform][key_file]") {
  const World w;
  REQUIRE(w.load().change(pin(kNew), kNow, KeyLock::Passphrase, pin(kNew), nullptr).code() == StatusCode::WrongKey);
  REQUIRE(w.load().attempts(kNow, nullptr)->triesLeft == KeyFile::kFreeAttempts - 1);
  REQUIRE(w.opens(kOld));
}

TEST_CASE("a change to a hardware PIN that is Refused leaves the old lock", "[platform][key_file][tpm]") {
  const test::SoftwareTpm hardware(32, 10);
  const World w;
  REQUIRE(w.load().change(pin(kOld), kNow, KeyLock::HardwarePin, pin(kNew), hardware.open().get()).code() ==
          StatusCode::Refused);
  REQUIRE(w.load().lock() == KeyLock::Passphrase);
  REQUIRE(w.opens(kOld));
}

TEST_CASE("a change that finds the disk full leaves the old secret", "[platform][key_file][tpm]") {
  const test::SoftwareTpm hardware;
  const std::unique_ptr<Tpm> tpm = hardware.open();
  const World w;
  KeyFile file = w.load();
  {
    const test::FullDisk disk(w.text().size() + 100); // holds another count, and not what the TPM has sealed
    REQUIRE(file.change(pin(kOld), kNow, KeyLock::HardwarePin, pin(kNew), tpm.get()).code() == StatusCode::Full);
  }
  REQUIRE(file.unlock(pin(kOld), kNow, nullptr)->view() == w.key.view());
  REQUIRE(w.opens(kOld));
}

TEST_CASE("killed at any moment of a change, the old or the new secret opens", "[platform][key_file]") {
  const World w;
  for (int millis = 1; millis <= 40; ++millis) {
    const pid_t child = ::fork();
    if (child == 0) {
      KeyFile file = w.load();
      for (;;) {
        static_cast<void>(file.change(pin(kOld), kNow, KeyLock::Passphrase, pin(kNew), nullptr));
        static_cast<void>(file.change(pin(kNew), kNow, KeyLock::PracticePin, pin(kOld), nullptr));
      }
    }
    ::usleep(static_cast<useconds_t>(millis) * 1000);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    REQUIRE((w.opens(kNew) || w.opens(kOld)));
    KeyFile file = w.load();
    static_cast<void>(file.change(pin(kNew), kNow, KeyLock::Passphrase, pin(kOld), nullptr));
    REQUIRE(w.opens(kOld));
  }
}

TEST_CASE("a key file of version 1 opens as the practice office's, and a change makes it version 2",
          "[platform][key_file]") {
  const test::TemporaryFolder folder;
  const std::filesystem::path path = folder / "key.json";
  REQUIRE(writeFileDurably(path, kVersion1).ok());
  KeyFile file = KeyFile::load(path).value();
  REQUIRE(file.lock() == KeyLock::PracticePin);
  REQUIRE(file.attempts(kNow, nullptr)->triesLeft == KeyFile::kFreeAttempts - 1);
  REQUIRE(toHex(file.unlock(pin(kOld), kNow, nullptr)->view()) == kVersion1Key);
  REQUIRE(readFile(path, 4096)->find("\"version\": 1") != Bytes::npos); // counted, and else as it was
  REQUIRE(file.change(pin(kOld), kNow, KeyLock::PracticePin, pin(kNew), nullptr).ok());
  REQUIRE(readFile(path, 4096)->find("\"version\": 2") != Bytes::npos);
  REQUIRE(toHex(KeyFile::load(path)->unlock(pin(kNew), kNow, nullptr)->view()) == kVersion1Key);
}

TEST_CASE("a key file does not open as another kind than it was made as", "[platform][key_file]") {
  const World w(KeyLock::Passphrase);
  Bytes content = w.text();
  content.replace(content.find("passphrase"), 10, "practicePin");
  REQUIRE(writeFileDurably(w.path, content).ok());
  REQUIRE(w.load().lock() == KeyLock::PracticePin);
  REQUIRE(w.load().unlock(pin(kOld), kNow, nullptr).status().code() == StatusCode::WrongKey);
}
