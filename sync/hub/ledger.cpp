// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/ledger.h"

#include "platform/base/files.h"

namespace veikart::hub {
namespace {

// A line is 114 bytes: this is more than a million ends of grants.
constexpr size_t kLargestFile = 128U * 1024 * 1024;
constexpr std::string_view kEnd = "end ";
constexpr size_t kUuidDigits = 36;

Result<LedgerEntry> entryOf(std::string_view line) {
  const Status damaged = Status::corrupt("the ledger is damaged");
  constexpr size_t kGrantAt = kEnd.size() + kUuidDigits + 1;
  constexpr size_t kScopeAt = kGrantAt + kUuidDigits + 1;
  if (!line.starts_with(kEnd) || line.size() <= kScopeAt)
    return damaged;
  const Result<Uuid> office = Uuid::parse(line.substr(kEnd.size(), kUuidDigits));
  const Result<Uuid> grant = Uuid::parse(line.substr(kGrantAt, kUuidDigits));
  const Result<Bytes> scopeBytes = fromHex(line.substr(kScopeAt));
  const Result<ScopeId> scope = scopeBytes.ok() ? sync::scopeFromBytes(*scopeBytes) : scopeBytes.status();
  if (!office.ok() || !grant.ok() || !scope.ok())
    return damaged;
  return LedgerEntry{*office, {*grant, *scope}};
}

} // namespace

Status Ledger::append(const LedgerEntry& entry) {
  return appendLineDurably(m_file, std::string(kEnd) + entry.office.toString() + " " + entry.end.grant.toString() +
                                       " " + toHex(sync::scopeToBytes(entry.end.scope)));
}

Result<std::vector<LedgerEntry>> Ledger::read() const {
  const Result<Bytes> content = readFile(m_file, kLargestFile);
  std::vector<LedgerEntry> entries;
  if (!content.ok())
    return content.status().code() == StatusCode::NotFound ? Result<std::vector<LedgerEntry>>(std::move(entries))
                                                           : content.status();
  std::string_view rest = *content;
  for (size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
    const Result<LedgerEntry> entry = entryOf(rest.substr(0, end));
    if (!entry.ok())
      return entry.status();
    entries.push_back(*entry);
    rest.remove_prefix(end + 1);
  }
  return entries;
}

} // namespace veikart::hub
