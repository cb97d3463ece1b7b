// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"

#include <QFuture>
#include <QObject>

#include <filesystem>

namespace veikart::ui {

// The client's paper copy: drawn in memory from the sealed mapping, kept encrypted in the store until it is printed,
// then forgotten; whoever asks again later gets it drawn anew, with what was sealed. It goes to the device's printer
// through a pipe (lp), never through a file; a practice office may name a folder for practice papers instead. GUI
// thread.
class PaperCopy final : public QObject {
  Q_OBJECT

public:
  enum class When { AtConfirmation, Later };

  // An empty `practiceFolder` means the printer.
  PaperCopy(AppContext& context, std::filesystem::path practiceFolder);

  // What became of it, for people. Not found when the mapping isn't sealed; Io when there is no printer: the copy is
  // kept.
  QFuture<Result<QString>> print(const Uuid& mappingId, When when);

private:
  AppContext& m_context;
  std::filesystem::path m_practiceFolder;
};

} // namespace veikart::ui
