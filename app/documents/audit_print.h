// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"
#include "platform/base/status.h"

#include <string>
#include <vector>

namespace veikart::documents {

// What stands on the paper that tells a client who has seen the case.
struct AuditPrint {
  struct Line {
    std::string when; // "22. november 2026 kl. 10:12"
    std::string who;
    std::string what;
    std::string where; // which tablet
  };

  std::string clientName;
  std::string printedAt;
  bool isPractice = false;
  std::vector<Line> lines; // latest first
};

Result<Bytes> drawAuditPrint(const AuditPrint& print); // as drawPaper

} // namespace veikart::documents
