// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/clock.h"
#include "platform/base/status.h"

#include <string>
#include <vector>

namespace veikart {

struct CertificatePair {
  std::string certificatePem;
  std::string privateKeyPem;
};

// A new self-signed P-256 certificate for `hosts` (names or IP addresses), valid ten years. Internal when GnuTLS fails.
Result<CertificatePair> makeSelfSignedCertificate(const std::vector<std::string>& hosts,
                                                  const Clock& clock = SystemClock());

} // namespace veikart
