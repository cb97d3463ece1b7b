// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/files.h"
#include "tests/app/store/store_world.h"

#include <QByteArray>

namespace veikart::test {

// A user's own folders, with files in them.
class HomeFolder {
public:
  HomeFolder() {
    qputenv("HOME", QByteArray::fromStdString(m_folder.path().string()));
    qunsetenv("XDG_CONFIG_HOME");
  }
  std::filesystem::path put(const std::string& name, const Bytes& content) const {
    const std::filesystem::path path = m_folder / name;
    ok(makePrivateFolder(path.parent_path()));
    ok(writeFileDurably(path, content));
    return path;
  }
  const std::filesystem::path& path() const { return m_folder.path(); }

private:
  TemporaryFolder m_folder;
};

} // namespace veikart::test
