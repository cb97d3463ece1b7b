// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/bare_key_file.h"

#include "platform/base/files.h"
#include "platform/crypto/crypto.h"

namespace veikart {

Status writeBareKey(const std::filesystem::path& path, const SecretBytes& key) {
  Bytes text = toHex(key.view());
  Status written = writeFileDurably(path, text);
  wipe(text);
  return written;
}

Result<SecretBytes> readBareKey(const std::filesystem::path& path) {
  SecretBytes text(2 * crypto::kKeySize + 2); // a line end may follow
  const Result<size_t> size = readFileInto(path, {text.data(), text.size()});
  if (!size.ok())
    return size.status() == Status::invalid("") ? Status::corrupt("the key file is damaged") : size.status();
  Result<Bytes> bytes = fromHex(text.view().substr(0, 2 * crypto::kKeySize));
  if (!bytes.ok() || *size < 2 * crypto::kKeySize)
    return Status::corrupt("the key file is damaged");
  SecretBytes key = SecretBytes::copyOf(*bytes);
  wipe(*bytes);
  return key;
}

} // namespace veikart
