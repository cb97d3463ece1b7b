// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/uuid.h"

namespace veikart::sync {

// The few shapes that canonical bytes are made of (PROTOCOL.md, "Record bytes"). Both classes borrow; one thread.
class ByteWriter {
public:
  explicit ByteWriter(Bytes& out) : m_out(out) {}

  void byte(uint8_t value) { m_out.push_back(static_cast<char>(value)); }
  void varint(uint64_t value); // shortest unsigned LEB128
  void raw(BytesView bytes) { m_out.append(bytes); }
  void counted(BytesView bytes); // varint length, then the bytes

private:
  Bytes& m_out;
};

// Whether `text` is not empty, and UTF-8 without control characters: the form of every name.
bool isName(BytesView text, size_t mostBytes);

// After the first thing that is not there, too large or not in its shortest form, ok() is false for good and everything
// reads as zero or empty; so a decoder may look at ok() late, as long as its loops end.
class ByteReader {
public:
  explicit ByteReader(BytesView bytes) : m_rest(bytes) {}

  bool ok() const { return m_ok; }
  bool atEnd() const { return m_rest.empty(); }
  void fail();

  uint8_t byte();
  uint64_t varint();
  size_t count(size_t leastBytesEach); // of things to come; fails when so many can't be in what is left
  BytesView raw(size_t size);
  BytesView counted(size_t mostBytes);
  BytesView name(size_t mostBytes); // counted
  Uuid uuid();

private:
  BytesView m_rest;
  bool m_ok = true;
};

} // namespace veikart::sync
