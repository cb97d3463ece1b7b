// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/clock.h"
#include "platform/crypto/key_file.h"

#include <cstdio>

// Prints the key of a practice store in hexadecimal: `veikart_unwrap_key <key.json> <pin>`. For the test that looks for
// it where it must not be.
int main(int argc, char** argv) {
  using namespace veikart;
  if (argc != 3)
    return 2;
  Result<KeyFile> file = KeyFile::load(argv[1]);
  const Result<SecretBytes> key =
      file.ok() ? file->unlock(SecretBytes::copyOf(argv[2]), SystemClock().nowMillis()) : file.status();
  if (!key.ok()) {
    std::fprintf(stderr, "%s\n", key.status().toString().c_str());
    return 1;
  }
  for (const char byte : key->view())
    std::printf("%02x", static_cast<unsigned char>(byte));
  return 0;
}
