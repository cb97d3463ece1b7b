// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/device/export.h"

#include "sync/device/record_json.h"
#include "sync/record/canonical.h"
#include "sync/replica/record_table.h"

#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

namespace veikart::device {
namespace {

using Json = nlohmann::ordered_json; // as people read it: what waits before its details

constexpr const char* kNotice = "PLAINTEXT of unsent work. Whoever has this file can read it. The device still holds "
                                "all of it. Remove the file when it is no longer needed.";

std::string timeText(int64_t millis) {
  const std::time_t seconds = millis / 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

Json unsent(const sync::StoredRecord& row, int64_t nowMillis) {
  Json item = {{"since", timeText(row.localSinceMillis)}, {"ageSeconds", (nowMillis - row.localSinceMillis) / 1000}};
  item["refused"] = row.refusal.empty() ? Json() : Json(row.refusal);
  const Result<sync::Record> record = sync::decode(row.local);
  if (record.ok())
    item["record"] = toJson(*record);
  else
    item["unreadable"] = toHex(row.local);
  return item;
}

} // namespace

Result<OutboxExport> exportOutbox(Connection& db, const Clock& clock) {
  const int64_t now = clock.nowMillis();
  Json items = Json::array();
  RETURN_IF_ERROR(sync::RecordTable(db).forEachWaiting([&](const sync::StoredRecord& row) {
    items.push_back(unsent(row, now));
    return Status();
  }));
  const int records = static_cast<int>(items.size());
  const Json all = {{"notice", kNotice}, {"exported", timeText(now)}, {"unsent", std::move(items)}};
  return OutboxExport{all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n", records};
}

} // namespace veikart::device
