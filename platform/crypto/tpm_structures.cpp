// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/tpm_structures.h"

#include <tss2/tss2_mu.h>

namespace veikart::tss {

namespace {

constexpr TPMA_OBJECT kOfThisTpmAlone = TPMA_OBJECT_FIXEDTPM | TPMA_OBJECT_FIXEDPARENT;

} // namespace

// Its own authorisation is empty, and so not worth counting (NODA).
TPM2B_PUBLIC keyTemplate() {
  TPM2B_PUBLIC key{};
  key.publicArea.type = TPM2_ALG_ECC;
  key.publicArea.nameAlg = TPM2_ALG_SHA256;
  key.publicArea.objectAttributes = kOfThisTpmAlone | TPMA_OBJECT_SENSITIVEDATAORIGIN | TPMA_OBJECT_USERWITHAUTH |
                                    TPMA_OBJECT_NODA | TPMA_OBJECT_RESTRICTED | TPMA_OBJECT_DECRYPT;
  TPMS_ECC_PARMS& curve = key.publicArea.parameters.eccDetail;
  curve.symmetric = aes128<TPMT_SYM_DEF_OBJECT>();
  curve.scheme.scheme = TPM2_ALG_NULL;
  curve.curveID = TPM2_ECC_NIST_P256;
  curve.kdf.scheme = TPM2_ALG_NULL;
  return key;
}

TPM2B_PUBLIC sealedTemplate() {
  TPM2B_PUBLIC sealed{};
  sealed.publicArea.type = TPM2_ALG_KEYEDHASH;
  sealed.publicArea.nameAlg = TPM2_ALG_SHA256;
  sealed.publicArea.objectAttributes = kOfThisTpmAlone | TPMA_OBJECT_USERWITHAUTH;
  sealed.publicArea.parameters.keyedHashDetail.scheme.scheme = TPM2_ALG_NULL;
  return sealed;
}

Result<Bytes> packed(const Sealed& sealed) {
  Bytes bytes(sizeof(Sealed), '\0');
  auto* out = reinterpret_cast<uint8_t*>(bytes.data());
  size_t end = 0;
  if (Tss2_MU_TPM2B_NAME_Marshal(&sealed.keyName, out, bytes.size(), &end) != TSS2_RC_SUCCESS ||
      Tss2_MU_TPM2B_PUBLIC_Marshal(&sealed.publicHalf, out, bytes.size(), &end) != TSS2_RC_SUCCESS ||
      Tss2_MU_TPM2B_PRIVATE_Marshal(&sealed.privateHalf, out, bytes.size(), &end) != TSS2_RC_SUCCESS)
    return Status::internal("TPM: a sealed secret that can't be written down");
  bytes.resize(end);
  return bytes;
}

Result<Sealed> unpacked(BytesView bytes) {
  Sealed sealed;
  const auto* in = reinterpret_cast<const uint8_t*>(bytes.data());
  size_t end = 0;
  if (Tss2_MU_TPM2B_NAME_Unmarshal(in, bytes.size(), &end, &sealed.keyName) != TSS2_RC_SUCCESS ||
      Tss2_MU_TPM2B_PUBLIC_Unmarshal(in, bytes.size(), &end, &sealed.publicHalf) != TSS2_RC_SUCCESS ||
      Tss2_MU_TPM2B_PRIVATE_Unmarshal(in, bytes.size(), &end, &sealed.privateHalf) != TSS2_RC_SUCCESS ||
      end != bytes.size())
    return Status::corrupt("TPM: a sealed secret that can't be read");
  return sealed;
}

} // namespace veikart::tss
