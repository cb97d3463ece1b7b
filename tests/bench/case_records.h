// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <string>
#include <utility>
#include <vector>

// The data set that other replication engines were measured with: records of 30 fields, about 1 KB each, the same bytes
// on every machine (mulberry32 seeded by the record's number). Free functions; any thread.
namespace veikart::bench {

struct CaseRecord {
  std::string id;                                          // "case-000042"
  std::vector<std::pair<std::string, std::string>> fields; // name → compact JSON, in the data set's own order
};

CaseRecord makeCaseRecord(int number);
int caseloadOf(const CaseRecord& record); // 0 … 199

// The line of the data set's file, without its line break.
std::string toJsonLine(const CaseRecord& record);

// In hexadecimal, as the other engines' programs write it.
std::string sha256Of(BytesView bytes);

// The fields that an edit writes, with their new values.
using Edit = std::vector<std::pair<std::string, std::string>>;
Edit routineEdit();
Edit editOfA(const CaseRecord& record); // both write the narrative, each one field more
Edit editOfB(const CaseRecord& record);

// The numbers of the records that are edited, out of `all`.
std::vector<int> routineNumbers(int count, int all);
std::vector<int> doublyEditedNumbers(int count, int all);

} // namespace veikart::bench
