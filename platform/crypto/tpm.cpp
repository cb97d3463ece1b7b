// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/tpm.h"

#include "platform/base/posix_error.h"
#include "platform/crypto/tpm_structures.h"
#include "platform/crypto/tpm_talk.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <span>
#include <tss2/tss2_tctildr.h>
#include <unistd.h>

namespace veikart {

namespace {

using tss::Answer;
using tss::Encrypted;
using tss::Handle;
using tss::Talk;

constexpr const char* kDeviceFile = "/dev/tpmrm0"; // with the kernel's resource manager: others may use the TPM, too
constexpr uint64_t kTenYearsSeconds = 10ULL * 365 * 24 * 3600;
constexpr size_t kMostDigits = 18; // as many as the arithmetic holds

// What the library has to report stands in a Status. By itself it writes to standard error, and with TSS2_LOG=trace the
// secrets too. It reads that only once, and before main no other thread reads the environment.
const bool kIsLibrarySilent = ::setenv("TSS2_LOG", "all+NONE", 1) == 0;

TpmLockout lockoutIn(std::span<const TPMS_TAGGED_PROPERTY> properties) {
  TpmLockout lockout;
  for (const TPMS_TAGGED_PROPERTY& property : properties) {
    if (property.property == TPM2_PT_PERMANENT)
      lockout.isGuarded = (property.value & TPMA_PERMANENT_LOCKOUTAUTHSET) != 0;
    else if (property.property == TPM2_PT_LOCKOUT_COUNTER)
      lockout.failures = property.value;
    else if (property.property == TPM2_PT_MAX_AUTH_FAIL)
      lockout.maxFailures = property.value;
    else if (property.property == TPM2_PT_LOCKOUT_INTERVAL)
      lockout.recoverySeconds = property.value;
  }
  return lockout;
}

template<class Sized>
void fill(Sized& sized, const SecretBytes& bytes) {
  sized.size = static_cast<UINT16>(bytes.size());
  std::copy_n(bytes.data(), bytes.size(), sized.buffer);
}

Result<Handle> load(const Talk& talk, const tss::Sealed& sealed) {
  Handle object(talk.context());
  const TSS2_RC code = talk.run(Encrypted::WhatWeSend, [&] {
    return Esys_Load(talk.context(), talk.key(), talk.session(), ESYS_TR_NONE, ESYS_TR_NONE, &sealed.privateHalf,
                     &sealed.publicHalf, object.put());
  });
  const bool isAboutWhatWasSent = (code & TSS2_RC_LAYER_MASK) == TSS2_TPM_RC_LAYER && (code & TPM2_RC_FMT1) != 0;
  if (isAboutWhatWasSent)
    return Status::corrupt("TPM: not what it has sealed");
  if (code != TSS2_RC_SUCCESS)
    return tss::failed("load", code);
  return object;
}

Status unsealingFailed(TSS2_RC code) {
  if (tss::kindOf(code) == TPM2_RC_AUTH_FAIL)
    return Status::wrongKey("TPM: not the authorisation");
  if (code == TPM2_RC_LOCKOUT)
    return Status::busy("TPM: too many wrong authorisations");
  return tss::failed("unseal", code);
}

Result<SecretBytes> unsealLoaded(const Talk& talk, const Handle& object, const SecretBytes& authorisation) {
  tss::Secret<TPM2B_AUTH> auth;
  fill(*auth.get(), authorisation);
  TPM2B_SENSITIVE_DATA* data = nullptr;
  TSS2_RC code = Esys_TR_SetAuth(talk.context(), object.number(), auth.get());
  if (code == TSS2_RC_SUCCESS)
    code = talk.run(Encrypted::WhatComes, [&] {
      return Esys_Unseal(talk.context(), object.number(), talk.session(), ESYS_TR_NONE, ESYS_TR_NONE, &data);
    });
  const Answer<TPM2B_SENSITIVE_DATA> answer(data);
  if (code != TSS2_RC_SUCCESS)
    return unsealingFailed(code);
  return SecretBytes::copyOf({reinterpret_cast<const char*>(answer->buffer), answer->size});
}

} // namespace

bool isWorthAPin(const TpmLockout& lockout, size_t digits) {
  uint64_t pins = 1;
  for (size_t i = 0; i < std::min(digits, kMostDigits); ++i)
    pins *= 10;
  const uint64_t awaited = pins - std::min<uint64_t>(pins, lockout.maxFailures); // the others are tried at once
  return lockout.isGuarded && lockout.maxFailures > 0 && lockout.recoverySeconds > 0 &&
         awaited >= kTenYearsSeconds / lockout.recoverySeconds;
}

struct Tpm::State {
  TSS2_TCTI_CONTEXT* transport = nullptr;
  ESYS_CONTEXT* context = nullptr;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    Esys_Finalize(&context);
    Tss2_TctiLdr_Finalize(&transport);
  }
};

Tpm::Tpm(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Tpm::~Tpm() = default;

Result<std::unique_ptr<Tpm>> Tpm::open(const std::string& tcti) {
  if (tcti.empty() && ::access(kDeviceFile, R_OK | W_OK) != 0)
    return posixError("TPM", errno);
  const std::string where = tcti.empty() ? std::string("device:") + kDeviceFile : tcti;
  auto state = std::make_unique<State>();
  if (Tss2_TctiLdr_Initialize(where.c_str(), &state->transport) != TSS2_RC_SUCCESS)
    return Status::notFound("no TPM answers");
  if (const TSS2_RC code = Esys_Initialize(&state->context, state->transport, nullptr); code != TSS2_RC_SUCCESS)
    return tss::failed("open", code);
  return std::unique_ptr<Tpm>(new Tpm(std::move(state)));
}

Result<TpmLockout> Tpm::lockout() {
  constexpr UINT32 kFirst = TPM2_PT_PERMANENT;
  constexpr UINT32 kCount = TPM2_PT_LOCKOUT_INTERVAL - kFirst + 1;
  TPMS_CAPABILITY_DATA* data = nullptr;
  const TSS2_RC code = tss::patiently([&] {
    return Esys_GetCapability(m_state->context, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, TPM2_CAP_TPM_PROPERTIES,
                              kFirst, kCount, nullptr, &data);
  });
  const Answer<TPMS_CAPABILITY_DATA> answer(data);
  if (code != TSS2_RC_SUCCESS)
    return tss::failed("ask for its limits", code);
  const TPML_TAGGED_TPM_PROPERTY& properties = answer->data.tpmProperties;
  return lockoutIn(std::span(properties.tpmProperty, properties.count));
}

Result<Bytes> Tpm::seal(const SecretBytes& secret, const SecretBytes& authorisation) {
  const Result<Talk> talk = Talk::start(m_state->context, nullptr);
  if (!talk.ok())
    return talk.status();
  tss::Secret<TPM2B_SENSITIVE_CREATE> sensitive;
  fill(sensitive->sensitive.userAuth, authorisation);
  fill(sensitive->sensitive.data, secret);
  const TPM2B_PUBLIC wanted = tss::sealedTemplate();
  const TPM2B_DATA noData{};
  const TPML_PCR_SELECTION noRegisters{};
  TPM2B_PRIVATE* privateHalf = nullptr;
  TPM2B_PUBLIC* publicHalf = nullptr;
  const TSS2_RC code = talk->run(Encrypted::WhatWeSend, [&] {
    return Esys_Create(talk->context(), talk->key(), talk->session(), ESYS_TR_NONE, ESYS_TR_NONE, sensitive.get(),
                       &wanted, &noData, &noRegisters, &privateHalf, &publicHalf, nullptr, nullptr, nullptr);
  });
  const Answer<TPM2B_PRIVATE> privateAnswer(privateHalf);
  const Answer<TPM2B_PUBLIC> publicAnswer(publicHalf);
  if (code != TSS2_RC_SUCCESS)
    return tss::failed("seal", code);
  return tss::packed({talk->keyName(), *publicAnswer, *privateAnswer});
}

Result<SecretBytes> Tpm::unseal(BytesView sealed, const SecretBytes& authorisation) {
  const Result<tss::Sealed> halves = tss::unpacked(sealed);
  if (!halves.ok())
    return halves.status();
  const Result<Talk> talk = Talk::start(m_state->context, &halves->keyName);
  if (!talk.ok())
    return talk.status();
  const Result<Handle> object = load(*talk, *halves);
  return object.ok() ? unsealLoaded(*talk, *object, authorisation) : object.status();
}

} // namespace veikart
