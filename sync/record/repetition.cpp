// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/repetition.h"

#include "sync/record/late_write.h"

namespace veikart::sync {

std::set<RecordId> repeatedBy(const Record& record) {
  std::set<RecordId> repeated;
  if (const Result<Record> brought = broughtBy(record); brought.ok())
    repeated.insert(brought->id);
  const auto field = record.fields.find(std::string(kRepeatsField));
  if (record.type == kSettlementType && field != record.fields.end())
    for (const Sibling& write : field->second.siblings)
      if (const Result<Uuid> id = Uuid::fromBytes(write.value); id.ok())
        repeated.insert(*id);
  return repeated;
}

} // namespace veikart::sync
