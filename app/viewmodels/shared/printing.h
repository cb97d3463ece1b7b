// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"
#include "platform/base/status.h"

#include <QString>

#include <filesystem>
#include <string>

namespace veikart::ui {

// Where papers go: through a pipe to the device's printer (lp), never through a file; in a practice office that named a
// folder for practice papers to a file there, under that name. Waits for the printer: never on the GUI thread. What
// became of it, for people (`sentText` for the printer); Io when there is no printer.
Result<QString> printPaper(const Bytes& pdf, const std::filesystem::path& practiceFolder, const std::string& fileName,
                           const QString& sentText);

} // namespace veikart::ui
