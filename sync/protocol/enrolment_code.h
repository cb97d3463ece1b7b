// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <string>
#include <string_view>

// The one-time code with which a device is enrolled: 16 characters of Crockford's base32 (80 random bits), written in
// fours. Nobody can find it by trying, so it also proves the hub to the device (PROTOCOL.md, "Enrolment"). Free
// functions; any thread.
namespace veikart::sync {

std::string makeEnrolmentCode(); // "K7QM-2XRT-9F3B-HW4D"

// As it was given out, however it is typed: in small letters, with spaces or without hyphens, with O, I or L in place
// of 0 and 1. What is no code becomes another that is none.
std::string canonicalCode(std::string_view typed);

// What follows from a canonical code: what may be told to a stranger to name it, and what only those who know it have.
Bytes codeName(std::string_view code);
Bytes codeKey(std::string_view code);

// What a hub that knows the code answers to a device's `nonce`, for the key (publicKeyPin) of its certificate: who
// stands between the two has another.
Bytes greetingProof(BytesView key, BytesView nonce, std::string_view publicKeyPin);

} // namespace veikart::sync
