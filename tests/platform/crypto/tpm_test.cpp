// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/tpm.h"

#include "tests/platform/support/tpm_wire.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <chrono>
#include <fcntl.h>
#include <tss2/tss2_tpm2_types.h>
#include <unistd.h>

using namespace veikart;
using namespace std::chrono_literals;

namespace {

constexpr size_t kSize = 32;

// A tablet with one sealed secret.
struct World {
  test::TemporaryFolder folder;
  test::SoftwareTpm hardware;
  SecretBytes secret = SecretBytes::random(kSize);
  SecretBytes authorisation = SecretBytes::random(kSize);
  Bytes sealed = hardware.open()->seal(secret, authorisation).value();

  explicit World(uint32_t maxFailures = 32, uint32_t recoverySeconds = 600) : hardware(maxFailures, recoverySeconds) {}

  StatusCode right() const { return hardware.open()->unseal(sealed, authorisation).status().code(); }
  StatusCode wrong() const { return hardware.open()->unseal(sealed, SecretBytes::random(kSize)).status().code(); }
  uint32_t failures() const { return hardware.open()->lockout()->failures; }
};

} // namespace

TEST_CASE("what was sealed comes out for its authorisation, also when the TPM was switched off", "[platform][tpm]") {
  World w;
  REQUIRE(w.hardware.open()->unseal(w.sealed, w.authorisation)->view() == w.secret.view());
  w.hardware.switchOff();
  w.hardware.switchOn();
  REQUIRE(w.hardware.open()->unseal(w.sealed, w.authorisation)->view() == w.secret.view());
}

TEST_CASE("an authorisation may end in zeros, be short or be none", "[platform][tpm]") {
  const World w;
  const SecretBytes authorisation = SecretBytes::copyOf(GENERATE(Bytes("ends in\0\0", 9), Bytes(kSize, '\0'), Bytes()));
  const Bytes sealed = w.hardware.open()->seal(w.secret, authorisation).value();
  REQUIRE(w.hardware.open()->unseal(sealed, authorisation)->view() == w.secret.view());
}

TEST_CASE("a wrong authorisation is counted by the TPM, for all that is sealed in it together", "[platform][tpm]") {
  const World w;
  const Bytes others = w.hardware.open()->seal(SecretBytes::random(kSize), SecretBytes::random(kSize)).value();
  REQUIRE(w.wrong() == StatusCode::WrongKey);
  REQUIRE(w.hardware.open()->unseal(others, w.authorisation).status().code() == StatusCode::WrongKey);
  REQUIRE(w.right() == StatusCode::Ok);
  const TpmLockout lockout = w.hardware.open()->lockout().value();
  REQUIRE(lockout.failures == 2); // the right one takes none back
  REQUIRE(lockout.triesLeft() == 30);
}

TEST_CASE("switching the TPM off does not take back what it has counted", "[platform][tpm]") {
  World w;
  REQUIRE(w.wrong() == StatusCode::WrongKey);
  w.hardware.switchOff();
  w.hardware.switchOn();
  REQUIRE(w.failures() >= 1);
}

TEST_CASE("after too many wrong ones the right one is refused too, until time has passed", "[platform][tpm]") {
  const World w(2, 2);
  REQUIRE(w.wrong() == StatusCode::WrongKey);
  REQUIRE(w.wrong() == StatusCode::WrongKey);
  REQUIRE(w.right() == StatusCode::Busy);
  REQUIRE(w.hardware.open()->lockout()->triesLeft() == 0);
  const auto deadline = std::chrono::steady_clock::now() + 30s;
  StatusCode code = StatusCode::Busy;
  while (code == StatusCode::Busy && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(100ms);
    code = w.right();
  }
  REQUIRE(code == StatusCode::Ok);
}

TEST_CASE("what another TPM sealed, or this one before it was cleared, is a Conflict", "[platform][tpm]") {
  World w;
  SECTION("another TPM") {
    const World other;
    REQUIRE(other.hardware.open()->unseal(w.sealed, w.authorisation).status().code() == StatusCode::Conflict);
    REQUIRE(other.failures() == 0);
  }
  SECTION("cleared") {
    w.hardware.clear();
    REQUIRE(w.right() == StatusCode::Conflict);
  }
}

TEST_CASE("damaged bytes never open, and cost no try", "[platform][tpm]") {
  const World w;
  const std::unique_ptr<Tpm> tpm = w.hardware.open();
  for (size_t at = 0; at < w.sealed.size(); at += 3) {
    Bytes damaged = w.sealed;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
    const StatusCode code = tpm->unseal(damaged, w.authorisation).status().code();
    REQUIRE((code == StatusCode::Corrupt || code == StatusCode::Conflict)); // the latter when it names another key
  }
  for (const Bytes& bytes : {Bytes(), w.sealed.substr(1), w.sealed.substr(0, w.sealed.size() - 1), w.sealed + "x"})
    REQUIRE(tpm->unseal(bytes, w.authorisation).status().code() == StatusCode::Corrupt);
  REQUIRE(w.failures() == 0);
  REQUIRE(w.right() == StatusCode::Ok);
}

TEST_CASE("where no TPM answers there is none", "[platform][tpm]") {
  const test::TemporaryFolder folder;
  REQUIRE(Tpm::open("swtpm:path=" + (folder / "none").string()).status().code() == StatusCode::NotFound);
  REQUIRE(Tpm::open("unheard-of").status().code() == StatusCode::NotFound);
}

TEST_CASE("a TPM that falls silent is Io, and works again when it is opened anew", "[platform][tpm]") {
  World w;
  const std::unique_ptr<Tpm> tpm = w.hardware.open();
  REQUIRE(tpm->lockout().ok());
  w.hardware.switchOff();
  REQUIRE(tpm->lockout().status().code() == StatusCode::Io);
  REQUIRE(tpm->unseal(w.sealed, w.authorisation).status().code() == StatusCode::Io);
  REQUIRE(tpm->seal(w.secret, w.authorisation).status().code() == StatusCode::Io);
  w.hardware.switchOn();
  REQUIRE(w.right() == StatusCode::Ok);
}

TEST_CASE("a TPM that its owner has closed with a password is Refused", "[platform][tpm]") {
  World w;
  w.hardware.setOwnerPassword();
  REQUIRE(w.right() == StatusCode::Refused);
  REQUIRE(w.hardware.open()->seal(w.secret, w.authorisation).status().code() == StatusCode::Refused);
}

TEST_CASE("a hundred tries of every kind leave nothing in the TPM", "[platform][tpm]") {
  const World w(1000, 600);
  const World other;
  const std::unique_ptr<Tpm> tpm = w.hardware.open();
  Bytes damaged = w.sealed;
  damaged.back() = static_cast<char>(damaged.back() ^ 1);
  for (int i = 0; i < 100; ++i) {
    REQUIRE(tpm->seal(w.secret, w.authorisation).ok());
    REQUIRE(tpm->unseal(w.sealed, w.authorisation).ok());
    REQUIRE(tpm->unseal(w.sealed, w.secret).status().code() == StatusCode::WrongKey);
    REQUIRE(tpm->unseal(damaged, w.authorisation).status().code() == StatusCode::Corrupt);
    REQUIRE(tpm->unseal(other.sealed, w.authorisation).status().code() == StatusCode::Conflict);
    REQUIRE(w.hardware.placesTaken() == 0);
  }
}

TEST_CASE("who listens between processor and TPM hears neither authorisation nor secret", "[platform][tpm]") {
  const World w;
  const test::TpmWire wire(w.hardware);
  const std::unique_ptr<Tpm> tpm = wire.open();
  const Bytes sealed = tpm->seal(w.secret, w.authorisation).value();
  REQUIRE(tpm->unseal(sealed, w.authorisation)->view() == w.secret.view());
  Bytes heard;
  for (const Bytes& message : wire.heard())
    heard += message;
  const size_t half = kSize / 2;
  REQUIRE(heard.find(sealed.substr(sealed.size() - half)) != Bytes::npos); // it does hear
  for (const SecretBytes* unheard : {&w.secret, &w.authorisation})
    for (const size_t at : {size_t{0}, half})
      REQUIRE(heard.find(unheard->view().substr(at, half)) == Bytes::npos);
}

TEST_CASE("what is encrypted for the TPM begins with a salt that it alone can read", "[platform][tpm]") {
  const World w;
  const test::TpmWire wire(w.hardware);
  REQUIRE(wire.open()->unseal(w.sealed, w.authorisation).ok());
  size_t sessions = 0;
  for (const Bytes& message : wire.heard()) {
    if (test::tpmCodeOf(message) != TPM2_CC_StartAuthSession)
      continue;
    ++sessions;
    constexpr size_t kSaltingKeyAt = 10;
    REQUIRE(test::numberAt(message, kSaltingKeyAt) != TPM2_RH_NULL);
  }
  REQUIRE(sessions == 1);
}

TEST_CASE("a TPM that is busy with itself is waited for", "[platform][tpm]") {
  const World w;
  test::TpmWire wire(w.hardware);
  const auto command = GENERATE(TPM2_CC_CreatePrimary, TPM2_CC_StartAuthSession, TPM2_CC_Load, TPM2_CC_Unseal);
  const auto code = GENERATE(TPM2_RC_RETRY, TPM2_RC_YIELDED, TPM2_RC_TESTING, TPM2_RC_NV_RATE);
  wire.fail(command, code, code == TPM2_RC_NV_RATE ? 3 : 12); // the library itself asks five times for the others
  REQUIRE(wire.open()->unseal(w.sealed, w.authorisation)->view() == w.secret.view());
}

TEST_CASE("a TPM that is busy for good is Io, and leaves nothing behind", "[platform][tpm]") {
  const World w;
  test::TpmWire wire(w.hardware);
  wire.fail(GENERATE(TPM2_CC_CreatePrimary, TPM2_CC_Unseal), TPM2_RC_NV_RATE, INT32_MAX);
  REQUIRE(wire.open()->unseal(w.sealed, w.authorisation).status().code() == StatusCode::Io);
  REQUIRE(w.hardware.placesTaken() == 0);
}

TEST_CASE("what the TPM's library has to say is not written to standard error", "[platform][tpm]") {
  const World w;
  const std::filesystem::path said = w.folder / "said";
  const int standardError = ::dup(STDERR_FILENO);
  const int file = ::open(said.c_str(), O_WRONLY | O_CREAT, 0600);
  ::dup2(file, STDERR_FILENO);
  const StatusCode code = w.wrong();
  ::dup2(standardError, STDERR_FILENO);
  ::close(standardError);
  ::close(file);
  REQUIRE(code == StatusCode::WrongKey);
  REQUIRE(std::filesystem::file_size(said) == 0);
}

TEST_CASE("a lock-out is worth a PIN when all PINs take ten years, and nobody can set it back", "[platform][tpm]") {
  const TpmLockout usual{0, 32, 600, true}; // 19 years
  REQUIRE(isWorthAPin(usual, 6));
  REQUIRE_FALSE(isWorthAPin(usual, 5));
  REQUIRE(isWorthAPin({0, 32, 7200, true}, 6));
  REQUIRE(isWorthAPin({0, 32, 316, true}, 6));
  REQUIRE_FALSE(isWorthAPin({0, 32, 315, true}, 6));
  REQUIRE(isWorthAPin({0, 32, 1, true}, 40));
  REQUIRE_FALSE(isWorthAPin({0, 1'000'000, 7200, true}, 6)); // all may be tried at once
  REQUIRE_FALSE(isWorthAPin({0, 32, 0, true}, 6));           // no failure is kept
  REQUIRE_FALSE(isWorthAPin({0, 0, 600, true}, 6));          // nobody gets in
  REQUIRE_FALSE(isWorthAPin({0, 32, 600, false}, 6));
}

TEST_CASE("a TPM tells its limits, and whether they are guarded", "[platform][tpm]") {
  test::SoftwareTpm hardware(7, 1234);
  const TpmLockout lockout = hardware.open()->lockout().value();
  REQUIRE(lockout.failures == 0);
  REQUIRE(lockout.maxFailures == 7);
  REQUIRE(lockout.recoverySeconds == 1234);
  REQUIRE(lockout.isGuarded);
  hardware.clear();
  REQUIRE_FALSE(hardware.open()->lockout()->isGuarded);
}
