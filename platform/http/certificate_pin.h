// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

#include <string>
#include <string_view>

namespace veikart {

// "sha256//<base64>" of the certificate's public key, as libcurl takes it. Invalid unless `pem` is one certificate.
Result<std::string> publicKeyPin(std::string_view pem);

// Invalid unless certificate and private key can be read and belong together.
Status checkCertificatePair(std::string_view certificatePem, std::string_view privateKeyPem);

} // namespace veikart
