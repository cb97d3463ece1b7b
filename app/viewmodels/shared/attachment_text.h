// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"

#include <QString>

// How what is attached to a case is written on screens.
namespace veikart::ui {

QString sizeText(int64_t bytes);                                        // "340 kB", "1,2 MB"
QString attachmentKindText(const std::string& kind);                    // "Brev"
QString contentText(const std::string& kind, int64_t bytes);            // "Brev, 1,2 MB"
QString attachmentText(const casework::Attachment& value, int64_t now); // "Brev · i dag · 1,2 MB"

} // namespace veikart::ui
