// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/attachments/attachable_file.h"

#include "app/casework/media_type.h"
#include "platform/base/files.h"
#include "sync/record/attachment.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDirIterator>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>

namespace veikart::ui {

namespace {

class FileText {
  Q_DECLARE_TR_FUNCTIONS(AttachableFile)
};

constexpr int kMostLookedAt = 20'000; // of a stick that somebody keeps everything on
constexpr size_t kMostShown = 100;

void addFilesIn(const QString& folder, const QString& place, std::vector<AttachableFile>& files) {
  QDirIterator found(
      folder, {QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png"), QStringLiteral("*.pdf")},
      QDir::Files | QDir::Readable | QDir::NoSymLinks, QDirIterator::Subdirectories);
  for (int i = 0; i < kMostLookedAt && found.hasNext(); ++i) {
    found.next();
    const QFileInfo file = found.fileInfo();
    files.push_back(
        {file.filesystemFilePath(), file.fileName(), place, file.lastModified().toMSecsSinceEpoch(), file.size()});
  }
}

bool isStick(const QStorageInfo& volume) {
  return volume.isReady() && (volume.rootPath().startsWith(QStringLiteral("/media/")) ||
                              volume.rootPath().startsWith(QStringLiteral("/run/media/")));
}

} // namespace

std::vector<AttachableFile> attachableFiles() {
  std::vector<AttachableFile> files;
  const auto own = [&files](QStandardPaths::StandardLocation location, const QString& place) {
    addFilesIn(QStandardPaths::writableLocation(location), place, files);
  };
  own(QStandardPaths::PicturesLocation, FileText::tr("Bilder"));
  own(QStandardPaths::DocumentsLocation, FileText::tr("Dokumenter"));
  own(QStandardPaths::DownloadLocation, FileText::tr("Nedlastinger"));
  for (const QStorageInfo& volume : QStorageInfo::mountedVolumes())
    if (isStick(volume))
      addFilesIn(volume.rootPath(), volume.displayName(), files);
  std::ranges::sort(files, std::greater(),
                    [](const AttachableFile& file) { return std::pair(file.changedAt, file.path); });
  files.resize(std::min(files.size(), kMostShown));
  return files;
}

FileContent readAttachable(const std::filesystem::path& path) {
  Result<Bytes> bytes = readFile(path, sync::kMaxContentBytes);
  if (!bytes.ok())
    return {bytes.status().code() == StatusCode::Invalid ? FileProblem::TooLarge : FileProblem::Unreadable, {}, {}};
  if (bytes->empty())
    return {FileProblem::Empty, {}, {}};
  if (casework::mediaTypeOf(*bytes).empty())
    return {FileProblem::UnknownKind, {}, {}};
  Result<documents::PagePicture> first = documents::pictureOf(*bytes, 0);
  if (!first.ok())
    return {FileProblem::Damaged, {}, {}};
  return {FileProblem::None, *std::move(bytes), *std::move(first)};
}

} // namespace veikart::ui
