// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/case_records.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sodium.h>
#include <span>

namespace veikart::bench {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 54> kWords = {
    "the",        "client",  "reported", "that",     "family",    "moved",     "after",     "notice",    "school",
    "visit",      "follow",  "up",       "needed",   "income",    "support",   "shelter",   "legal",     "aid",
    "hearing",    "date",    "medical",  "referral", "transport", "child",     "safe",      "plan",      "agreed",
    "worker",     "called",  "left",     "message",  "review",    "next",      "week",      "documents", "missing",
    "identity",   "card",    "renewed",  "landlord", "contact",   "neighbour", "statement", "consent",   "given",
    "translator", "present", "session",  "closed",   "open",      "pending",   "risk",      "low",       "high"};
constexpr std::array<std::string_view, 16> kGivenNames = {"Amina", "Bongani", "Chen", "Dalia", "Emeka", "Fatou",
                                                          "Grace", "Hana",    "Ivan", "Jose",  "Karim", "Lena",
                                                          "Musa",  "Nadia",   "Omar", "Priya"};
constexpr std::array<std::string_view, 16> kFamilyNames = {"Abdi",   "Banda",  "Costa",  "Diallo", "Eze",  "Flores",
                                                           "Garcia", "Haddad", "Ivanov", "Juma",   "Khan", "Lopez",
                                                           "Mensah", "Nguyen", "Okafor", "Patel"};
constexpr std::array<std::string_view, 4> kStatuses = {"open", "pending", "review", "closed"};
constexpr std::array<std::string_view, 4> kRisks = {"low", "medium", "high", "critical"};
constexpr std::array<std::string_view, 6> kLanguages = {"en", "fr", "ar", "sw", "es", "pt"};
constexpr std::array<std::string_view, 3> kSexes = {"f", "m", "x"};
constexpr std::array<std::string_view, 5> kSources = {"self", "school", "clinic", "court", "police"};
constexpr size_t kNarrativeLength = 380;

// Draws come in the data set's order, so every draw below stands in a statement of its own.
class Draws {
public:
  explicit Draws(int number) : m_state(0x5EED0000U + static_cast<uint32_t>(number)) {}

  double next() {
    m_state += 0x6D2B79F5U;
    uint32_t mixed = (m_state ^ m_state >> 15U) * (1U | m_state);
    mixed = (mixed + (mixed ^ mixed >> 7U) * (61U | mixed)) ^ mixed;
    return (mixed ^ mixed >> 14U) / 4294967296.0;
  }

  int64_t below(double limit) { return static_cast<int64_t>(std::floor(next() * limit)); }
  std::string_view pick(Words words) { return words[static_cast<size_t>(below(static_cast<double>(words.size())))]; }

private:
  uint32_t m_state;
};

std::string quoted(std::string_view text) {
  return '"' + std::string(text) + '"';
}

std::string twoDigits(int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string date(Draws& draws, int64_t firstYear) {
  const int64_t year = firstYear + draws.below(5);
  const int64_t month = 1 + draws.below(12);
  const int64_t day = 1 + draws.below(28);
  return quoted(std::to_string(year) + "-" + twoDigits(month) + "-" + twoDigits(day));
}

std::string degrees(Draws& draws) {
  const double value = std::round(draws.next() * 1e5) / 1e3;
  std::array<char, 32> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

std::string narrative(Draws& draws) {
  std::string text;
  while (text.size() < kNarrativeLength) {
    text += text.empty() ? "" : " ";
    text += draws.pick(kWords);
  }
  return quoted(text);
}

std::string tags(Draws& draws) {
  std::string text(draws.pick(kWords));
  text.append(",").append(draws.pick(kWords));
  text.append(",").append(draws.pick(kWords));
  return quoted(text);
}

// Adds fields in their order.
class Fields {
public:
  Fields(CaseRecord& record, Draws& draws) : m_record(record), m_draws(draws) {}

  void add(std::string name, std::string json) { m_record.fields.emplace_back(std::move(name), std::move(json)); }
  void numbered(std::string name, const std::string& prefix, double limit, int64_t first = 0) {
    add(std::move(name), quoted(prefix + std::to_string(first + m_draws.below(limit))));
  }
  void number(std::string name, double limit, int64_t first = 0) {
    add(std::move(name), std::to_string(first + m_draws.below(limit)));
  }
  void word(std::string name, Words words) { add(std::move(name), quoted(m_draws.pick(words))); }

private:
  CaseRecord& m_record;
  Draws& m_draws;
};

void addHead(Fields& fields, Draws& draws) {
  fields.numbered("case_no", "C-", 9e6, 1'000'000);
  fields.numbered("office", "office-", 20);
  fields.numbered("caseload", "cl-", 200);
  fields.numbered("worker_id", "w-", 500);
  fields.word("status", kStatuses);
  fields.word("risk_level", kRisks);
  fields.number("priority", 5);
  fields.add("opened_on", date(draws, 2019));
  fields.add("updated_on", date(draws, 2024));
  fields.add("closed_on", quoted(""));
}

void addPerson(Fields& fields, Draws& draws) {
  fields.word("given_name", kGivenNames);
  fields.word("family_name", kFamilyNames);
  const int64_t firstYear = 1950 + draws.below(60);
  fields.add("date_of_birth", date(draws, firstYear));
  fields.word("sex", kSexes);
  fields.numbered("nationality", "N", 180);
  fields.word("language", kLanguages);
  const std::string country = std::to_string(draws.below(90) + 10);
  fields.numbered("phone", "+" + country, 9e8, 100'000'000);
}

void addPlace(Fields& fields, Draws& draws) {
  const std::string house = std::to_string(draws.below(999));
  fields.add("address", quoted(house + " " + std::string(draws.pick(kWords)) + " street"));
  fields.numbered("city", "city-", 300);
  fields.numbered("region", "region-", 30);
  fields.add("lat", degrees(draws));
  fields.add("lon", degrees(draws));
}

void addService(Fields& fields, Draws& draws) {
  fields.number("household_size", 9, 1);
  fields.number("dependants", 6);
  fields.word("referral_source", kSources);
  fields.numbered("service_code", "SV", 60);
  fields.add("next_review", date(draws, 2026));
  fields.add("consent", draws.next() < 0.9 ? "true" : "false");
  fields.add("tags", tags(draws));
}

const std::string& valueOf(const CaseRecord& record, std::string_view name) {
  return std::ranges::find(record.fields, name, [](const auto& field) { return std::string_view(field.first); })
      ->second;
}

std::string withNote(const std::string& json, std::string_view note) {
  return json.substr(0, json.size() - 1) + std::string(note) + '"';
}

std::vector<int> everyNth(int step, int count, int all) {
  std::vector<int> numbers;
  for (int i = 0; i < count; ++i)
    numbers.push_back(i * step % all);
  return numbers;
}

} // namespace

CaseRecord makeCaseRecord(int number) {
  std::array<char, 16> digits{};
  static_cast<void>(std::snprintf(digits.data(), digits.size(), "%06d", number));
  CaseRecord record{std::string("case-") + digits.data(), {}};
  Draws draws(number);
  Fields fields(record, draws);
  std::string text = narrative(draws);
  addHead(fields, draws);
  addPerson(fields, draws);
  addPlace(fields, draws);
  addService(fields, draws);
  fields.add("narrative", std::move(text));
  return record;
}

int caseloadOf(const CaseRecord& record) {
  return std::atoi(valueOf(record, "caseload").c_str() + std::string_view("\"cl-").size());
}

std::string toJsonLine(const CaseRecord& record) {
  std::string line = R"({"id":)" + quoted(record.id);
  for (const auto& [name, json] : record.fields)
    line += "," + quoted(name) + ":" + json;
  return line + "}";
}

std::string sha256Of(BytesView bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return toHex({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

Edit routineEdit() {
  return {{"status", quoted("review-2")}, {"updated_on", quoted("2026-06-01")}};
}

Edit editOfA(const CaseRecord& record) {
  return {{"narrative", withNote(valueOf(record, "narrative"), " [A: home visit note]")},
          {"status", quoted("A-escalated")}};
}

Edit editOfB(const CaseRecord& record) {
  return {{"narrative", withNote(valueOf(record, "narrative"), " [B: phone call note]")},
          {"risk_level", quoted("B-high")}};
}

std::vector<int> routineNumbers(int count, int all) {
  return everyNth(97, count, all);
}

std::vector<int> doublyEditedNumbers(int count, int all) {
  return everyNth(7, count, all);
}

} // namespace veikart::bench
