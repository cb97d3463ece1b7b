// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/documents/page_picture.h"
#include "app/viewmodels/shared/error_text.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace veikart::ui {

// A file that may become an attachment.
struct AttachableFile {
  std::filesystem::path path;
  QString name;  // "IMG_0412.jpg"
  QString place; // "Bilder", or what a memory stick is called
  int64_t changedAt = 0;
  int64_t size = 0;
};

// What a file holds, or why it can't be attached.
struct FileContent {
  FileProblem problem = FileProblem::None;
  Bytes bytes;
  documents::PagePicture first;
};

// Those that are called pictures or PDFs, in the user's folders and on memory sticks, the latest first. Not on the GUI
// thread.
std::vector<AttachableFile> attachableFiles();

// What it is follows from its bytes, whatever it is called. Not on the GUI thread.
FileContent readAttachable(const std::filesystem::path& path);

} // namespace veikart::ui
