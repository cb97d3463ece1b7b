// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/ledger.h"

#include "platform/base/files.h"

#include <charconv>

namespace veikart::hub {
namespace {

// A line is some 200 bytes at most: these are more than half a million of them.
constexpr size_t kLargestFile = 128U * 1024 * 1024;

constexpr const char* kWholeScope = "-";

std::string lineOf(const LedgerEntry& entry) {
  const auto line = [&](const char* verb, const std::string& record, const ScopeId& scope) {
    return verb + (" " + entry.office.toString()) + " " + record + " " + toHex(sync::scopeToBytes(scope));
  };
  const auto shortLine = [&](const char* verb, const Uuid& id) {
    return verb + (" " + entry.office.toString()) + " " + id.toString();
  };
  if (const auto* dismissal = std::get_if<Dismissal>(&entry.said))
    return shortLine(dismissal->isDisabled ? "dismiss" : "readmit", dismissal->user);
  if (const auto* revocation = std::get_if<Revocation>(&entry.said))
    return shortLine("revoke", revocation->id);
  if (const auto* erasure = std::get_if<Erasure>(&entry.said))
    return line("erase", erasure->record ? erasure->record->toString() : kWholeScope, erasure->scope);
  if (const auto* end = std::get_if<GrantEnd>(&entry.said))
    return line("end", end->grant.toString(), end->scope);
  if (const auto* restriction = std::get_if<Restriction>(&entry.said))
    return line("restrict", restriction->id.toString(), restriction->scope);
  const auto& grant = std::get<Grant>(entry.said);
  return line(grant.isEmergency ? "emergency" : "grant", grant.id.toString(), grant.scope) + " " +
         grant.users.front().toString() + " " + std::to_string(grant.fromMillis) + " " +
         std::to_string(grant.untilMillis);
}

std::vector<std::string_view> wordsOf(std::string_view line) {
  std::vector<std::string_view> words;
  for (size_t end = line.find(' '); end != std::string_view::npos; end = line.find(' ')) {
    words.push_back(line.substr(0, end));
    line.remove_prefix(end + 1);
  }
  words.push_back(line);
  return words;
}

bool readNumber(std::string_view word, int64_t& into) {
  const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), into);
  return failed == std::errc() && end == word.data() + word.size();
}

// How many words a line has that begins so; 0: there is none.
size_t wordsAfter(std::string_view verb) {
  if (verb == "grant" || verb == "emergency")
    return 7;
  if (verb == "revoke" || verb == "dismiss" || verb == "readmit")
    return 3;
  return verb == "erase" || verb == "end" || verb == "restrict" ? 4 : 0;
}

Result<LedgerEntry> grantFrom(const std::vector<std::string_view>& words, const Uuid& office, Grant given) {
  const Result<Uuid> user = Uuid::parse(words[4]);
  if (!user.ok() || !readNumber(words[5], given.fromMillis) || !readNumber(words[6], given.untilMillis))
    return Status::corrupt("the ledger is damaged");
  given.users.push_back(*user);
  given.isEmergency = words[0] == "emergency";
  return LedgerEntry{office, std::move(given)};
}

Result<LedgerEntry> entryOf(std::string_view line) {
  const Status damaged = Status::corrupt("the ledger is damaged");
  const std::vector<std::string_view> words = wordsOf(line);
  const std::string_view verb = words.front();
  if (words.size() != wordsAfter(verb))
    return damaged;
  const Result<Uuid> office = Uuid::parse(words[1]);
  const bool isWhole = verb == "erase" && words[2] == kWholeScope;
  const Result<Uuid> record = isWhole ? Result<Uuid>(Uuid()) : Uuid::parse(words[2]);
  if (office.ok() && record.ok() && words.size() == 3)
    return verb == "revoke" ? LedgerEntry{*office, Revocation{*record}}
                            : LedgerEntry{*office, Dismissal{*record, verb == "dismiss"}};
  const Result<Bytes> scopeBytes = words.size() > 3 ? fromHex(words[3]) : damaged;
  const Result<ScopeId> scope = scopeBytes.ok() ? sync::scopeFromBytes(*scopeBytes) : scopeBytes.status();
  if (!office.ok() || !record.ok() || !scope.ok())
    return damaged;
  if (verb == "erase")
    return LedgerEntry{*office, Erasure{*scope, isWhole ? std::nullopt : std::optional(*record)}};
  if (verb == "end")
    return LedgerEntry{*office, GrantEnd{*record, *scope}};
  if (verb == "restrict")
    return LedgerEntry{*office, Restriction{*record, *scope}};
  return grantFrom(words, *office, Grant{*record, *scope, {}, 0, 0, false});
}

} // namespace

Result<size_t> Ledger::size() const {
  std::error_code failed;
  const std::uintmax_t size = std::filesystem::file_size(m_file, failed);
  if (failed && failed != std::errc::no_such_file_or_directory)
    return Status::io("the ledger can't be looked at");
  return failed ? size_t(0) : static_cast<size_t>(size);
}

Result<size_t> Ledger::append(std::span<const LedgerEntry> entries) const {
  std::string lines;
  for (const LedgerEntry& entry : entries)
    lines += (lines.empty() ? "" : "\n") + lineOf(entry);
  const Result<size_t> before = size();
  if (!before.ok() || *before + lines.size() + 1 > kLargestFile)
    return before.ok() ? Status::full("the ledger is full") : before.status();
  RETURN_IF_ERROR(appendLineDurably(m_file, lines));
  return size();
}

Result<LedgerTail> Ledger::read(size_t from) const {
  const Result<size_t> now = size();
  if (!now.ok())
    return now.status();
  LedgerTail tail{{}, *now < from ? 0 : from};
  if (*now == tail.end)
    return tail;
  const Result<Bytes> content = readFileFrom(m_file, tail.end, kLargestFile);
  if (!content.ok())
    return content.status();
  std::string_view rest = *content;
  for (size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
    Result<LedgerEntry> entry = entryOf(rest.substr(0, end));
    if (!entry.ok())
      return entry.status();
    tail.entries.push_back(*std::move(entry));
    rest.remove_prefix(end + 1);
    tail.end += end + 1;
  }
  return tail;
}

} // namespace veikart::hub
