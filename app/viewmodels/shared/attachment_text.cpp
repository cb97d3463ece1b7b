// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/attachment_text.h"

#include "app/casework/code_lists.h"
#include "app/viewmodels/shared/date_text.h"

#include <QStringList>

#include <algorithm>

namespace veikart::ui {

namespace {

constexpr int64_t kKilo = 1024;

} // namespace

QString sizeText(int64_t bytes) {
  const int64_t kilos = std::max<int64_t>(1, (bytes + kKilo / 2) / kKilo);
  if (kilos < kKilo)
    return QStringLiteral("%1 kB").arg(kilos);
  const int64_t tenths = (bytes * 10 + kKilo * kKilo / 2) / (kKilo * kKilo);
  return QStringLiteral("%1,%2 MB").arg(tenths / 10).arg(tenths % 10);
}

QString attachmentKindText(const std::string& kind) {
  const std::string_view text = casework::displayOf(casework::attachmentKinds(), kind);
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString contentText(const std::string& kind, int64_t bytes) {
  return QStringLiteral("%1, %2").arg(attachmentKindText(kind), sizeText(bytes));
}

QString attachmentText(const casework::Attachment& value, int64_t now) {
  QStringList parts = {attachmentKindText(value.kind), dateText(value.date, now)};
  if (value.content.size > 0)
    parts.append(sizeText(value.content.size));
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" · "));
}

} // namespace veikart::ui
