// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/byte_stream.h"

#include <algorithm>

namespace veikart::sync {

namespace {

struct Utf8Lead {
  size_t length;      // 0: can't lead
  uint8_t secondFrom; // bounds of the second byte keep out overlong forms, surrogates and what lies past U+10FFFF
  uint8_t secondTo;
};

Utf8Lead utf8Lead(uint8_t lead) {
  if (lead >= 0xC2 && lead <= 0xDF)
    return {2, 0x80, 0xBF};
  if (lead >= 0xE0 && lead <= 0xEF)
    return {3, static_cast<uint8_t>(lead == 0xE0 ? 0xA0 : 0x80), static_cast<uint8_t>(lead == 0xED ? 0x9F : 0xBF)};
  if (lead >= 0xF0 && lead <= 0xF4)
    return {4, static_cast<uint8_t>(lead == 0xF0 ? 0x90 : 0x80), static_cast<uint8_t>(lead == 0xF4 ? 0x8F : 0xBF)};
  return {0, 0, 0};
}

bool isPrintableAscii(char c) {
  return c >= 0x20 && c < 0x7F;
}

bool isContinuation(char c) {
  return (static_cast<uint8_t>(c) & 0xC0U) == 0x80U;
}

bool isPrintable(BytesView text) {
  while (!text.empty()) {
    if (isPrintableAscii(text.front())) {
      text.remove_prefix(1);
      continue;
    }
    const Utf8Lead lead = utf8Lead(static_cast<uint8_t>(text.front()));
    if (lead.length == 0 || lead.length > text.size())
      return false;
    const auto second = static_cast<uint8_t>(text[1]);
    const BytesView others = text.substr(2, lead.length - 2);
    if (second < lead.secondFrom || second > lead.secondTo || !std::ranges::all_of(others, isContinuation))
      return false;
    text.remove_prefix(lead.length);
  }
  return true;
}

} // namespace

bool isName(BytesView text, size_t mostBytes) {
  return !text.empty() && text.size() <= mostBytes && isPrintable(text);
}

void ByteWriter::varint(uint64_t value) {
  while (value >= 0x80) {
    byte(static_cast<uint8_t>(value | 0x80U));
    value >>= 7U;
  }
  byte(static_cast<uint8_t>(value));
}

void ByteWriter::counted(BytesView bytes) {
  varint(bytes.size());
  raw(bytes);
}

void ByteReader::fail() {
  m_ok = false;
  m_rest = {};
}

uint8_t ByteReader::byte() {
  if (m_rest.empty()) {
    fail();
    return 0;
  }
  const auto value = static_cast<uint8_t>(m_rest.front());
  m_rest.remove_prefix(1);
  return value;
}

uint64_t ByteReader::varint() {
  uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const uint64_t next = byte();
    const bool isOverflow = shift == 63 && next > 1;
    const bool isPadding = shift > 0 && next == 0;
    if (isOverflow || isPadding) {
      fail();
      return 0;
    }
    value |= (next & 0x7FU) << shift;
    if (next < 0x80)
      return value;
  }
  return 0; // not reached: the tenth byte ends it either way
}

size_t ByteReader::count(size_t leastBytesEach) {
  const uint64_t value = varint();
  if (value <= m_rest.size() / leastBytesEach)
    return static_cast<size_t>(value);
  fail();
  return 0;
}

BytesView ByteReader::raw(size_t size) {
  if (size > m_rest.size()) {
    fail();
    return {};
  }
  const BytesView bytes = m_rest.substr(0, size);
  m_rest.remove_prefix(size);
  return bytes;
}

BytesView ByteReader::counted(size_t mostBytes) {
  const size_t size = count(1);
  if (size <= mostBytes)
    return raw(size);
  fail();
  return {};
}

BytesView ByteReader::name(size_t mostBytes) {
  const BytesView bytes = counted(mostBytes);
  if (isName(bytes, mostBytes))
    return bytes;
  fail();
  return {};
}

Uuid ByteReader::uuid() {
  Uuid id;
  const BytesView bytes = raw(id.bytes.size());
  std::ranges::copy(bytes, id.bytes.begin());
  return id;
}

} // namespace veikart::sync
