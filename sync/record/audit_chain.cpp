// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/audit_chain.h"

#include "sync/record/byte_stream.h"

#include <algorithm>

namespace veikart::sync {
namespace {

constexpr size_t kNumberBytes = 8;

Bytes bigEndian(uint64_t number) {
  Bytes bytes;
  for (size_t i = kNumberBytes; i-- > 0;)
    bytes.push_back(static_cast<char>(number >> (8 * i)));
  return bytes;
}

uint64_t numberFrom(BytesView bytes) {
  uint64_t number = 0;
  for (const char byte : bytes)
    number = number << 8U | static_cast<unsigned char>(byte);
  return number;
}

} // namespace

Bytes AuditLine::toBytes() const {
  Bytes bytes;
  ByteWriter writer(bytes);
  writer.raw(chain.view());
  writer.raw(bigEndian(number));
  writer.raw({reinterpret_cast<const char*>(previous.data()), previous.size()});
  writer.raw(content);
  return bytes;
}

bool AuditLine::follows(const Record& before) const {
  const Result<std::vector<AuditLine>> lines = auditLinesOf(before);
  return lines.ok() && std::ranges::any_of(*lines, [this](const AuditLine& line) {
           return line.chain == chain && line.number + 1 == number && auditHash(line.toBytes()) == previous;
         });
}

Result<AuditLine> AuditLine::fromBytes(BytesView raw) {
  ByteReader reader(raw);
  AuditLine line;
  line.chain = reader.uuid();
  line.number = numberFrom(reader.raw(kNumberBytes));
  const BytesView previous = reader.raw(line.previous.size());
  if (!reader.ok() || line.number == 0)
    return Status::corrupt("no line of an audit chain");
  std::ranges::copy(previous, reinterpret_cast<char*>(line.previous.data()));
  line.content = raw.substr(line.chain.view().size() + kNumberBytes + line.previous.size());
  return line;
}

crypto::Hash256 auditHash(BytesView line) {
  return crypto::blake2b256(line);
}

RecordId auditLineId(const ScopeId& scope, const ReplicaId& chain, uint64_t number) {
  return nameFor("audit line", scopeToBytes(scope) + Bytes(chain.view()) + bigEndian(number));
}

Result<std::vector<AuditLine>> auditLinesOf(const Record& record) {
  const auto field = record.fields.find(std::string(kAuditField));
  const auto isForeign = [](const auto& each) {
    return each.first != kAuditField && !each.first.starts_with(kFirstStampPrefix);
  };
  if (record.type != kAuditType || field == record.fields.end() || std::ranges::any_of(record.fields, isForeign))
    return Status::corrupt("no line of an audit chain");
  std::vector<AuditLine> lines;
  for (const Sibling& sibling : field->second.siblings) {
    Result<AuditLine> line = AuditLine::fromBytes(sibling.value);
    if (!line.ok() || record.id != auditLineId(record.scope, line->chain, line->number))
      return Status::corrupt("a line of an audit chain under another's id");
    if (std::ranges::find(lines, *line) == lines.end())
      lines.push_back(*std::move(line));
  }
  return lines;
}

void AuditCheck::add(const Record& record) {
  const Result<std::vector<AuditLine>> lines = auditLinesOf(record);
  if (!lines.ok()) {
    ++m_unreadable;
    return;
  }
  for (const AuditLine& line : *lines)
    m_chains[line.chain][line.number].push_back({auditHash(line.toBytes()), line.previous});
}

void AuditCheck::expect(const ReplicaId& chain, const AuditHead& head) {
  m_expected.emplace_back(chain, head);
}

std::vector<AuditCheck::Finding> AuditCheck::findings() const {
  std::set<Finding> found;
  for (uint64_t each = 1; each <= m_unreadable; ++each)
    found.insert({{}, each, Fault::Unreadable});
  for (const auto& [chain, lines] : m_chains)
    for (const auto& [number, standing] : lines)
      checkLine(chain, lines, number, found);
  for (const auto& [chain, head] : m_expected) {
    const auto lines = m_chains.find(chain);
    const auto line = lines == m_chains.end() ? Chain::const_iterator() : lines->second.find(head.number);
    if (lines == m_chains.end() || line == lines->second.end())
      found.insert({chain, head.number, Fault::Missing});
    else if (std::ranges::find(line->second, head.hash, &Standing::hash) == line->second.end())
      found.insert({chain, head.number, Fault::Broken});
  }
  return {found.begin(), found.end()};
}

// Of a gap the first line that is not there is told.
void AuditCheck::checkLine(const ReplicaId& chain, const Chain& lines, uint64_t number,
                           std::set<Finding>& found) const {
  const std::vector<Standing>& standing = lines.at(number);
  if (standing.size() > 1)
    found.insert({chain, number, Fault::Forked});
  if (number == 1) {
    for (const Standing& line : standing)
      if (line.previous != crypto::Hash256{} && !holds(line.previous))
        found.insert({chain, number, Fault::Broken});
    return;
  }
  const auto before = lines.find(number - 1);
  if (before == lines.end()) {
    const auto gap = lines.lower_bound(number);
    const uint64_t last = gap == lines.begin() ? 0 : std::prev(gap)->first;
    found.insert({chain, last + 1, Fault::Missing});
    return;
  }
  for (const Standing& line : standing)
    if (std::ranges::find(before->second, line.previous, &Standing::hash) == before->second.end())
      found.insert({chain, number, Fault::Broken});
}

bool AuditCheck::holds(const crypto::Hash256& hash) const {
  return std::ranges::any_of(m_chains, [&](const auto& chain) {
    return std::ranges::any_of(chain.second, [&](const auto& line) {
      return std::ranges::find(line.second, hash, &Standing::hash) != line.second.end();
    });
  });
}

std::map<ReplicaId, AuditHead> AuditCheck::heads() const {
  std::map<ReplicaId, AuditHead> heads;
  for (const auto& [chain, lines] : m_chains)
    heads[chain] = {lines.rbegin()->first, lines.rbegin()->second.front().hash};
  return heads;
}

} // namespace veikart::sync
