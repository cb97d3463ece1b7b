// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/canonical.h"
#include "sync/record/deletion.h"

#include <cstdlib>

namespace {

using namespace veikart;
using namespace veikart::sync;

void require(bool holds) {
  if (!holds)
    std::abort();
}

void readDeletion(BytesView value) {
  Record record{{}, "visit", {}, {}, false};
  write(record, kDeletedField, Bytes(value), {{}, 1}, {});
  const bool isReadable = presence(record).ok();
  require(isReadable == editedAfterDeletion(record).ok());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const BytesView bytes(reinterpret_cast<const char*>(data), size);
  readDeletion(bytes);
  Result<Record> record = decode(bytes);
  if (!record.ok())
    return 0;
  require(encode(*record) == bytes);
  const Result<std::vector<std::string>> changes = joinInto(*record, *decode(bytes));
  require(changes.ok() && changes->empty());
  const Result<std::vector<std::string>> unseen = editedAfterDeletion(*record);
  require(presence(*record).ok() == unseen.ok());
  return 0;
}
