// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/printing.h"

#include "platform/base/files.h"
#include "platform/os/process.h"

#include <QCoreApplication>

namespace veikart::ui {

namespace {

const std::vector<std::string> kPrintArguments = {"-s", "-o", "media=A4"};
constexpr int64_t kPrinterTimeoutMillis = 20'000;

class PrintingText {
  Q_DECLARE_TR_FUNCTIONS(Printing)
};

} // namespace

Result<QString> printPaper(const Bytes& pdf, const std::filesystem::path& practiceFolder, const std::string& fileName,
                           const QString& sentText) {
  if (practiceFolder.empty()) {
    RETURN_IF_ERROR(pipeToProgram("lp", kPrintArguments, pdf, kPrinterTimeoutMillis));
    return sentText;
  }
  RETURN_IF_ERROR(writeFileDurably(practiceFolder / fileName, pdf));
  return PrintingText::tr("Øvingspapiret er skrevet til %1.").arg(QString::fromStdString(practiceFolder.string()));
}

} // namespace veikart::ui
