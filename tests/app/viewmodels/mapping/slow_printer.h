// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <filesystem>
#include <fstream>

namespace veikart::test {

// An lp, before any other on the path, that takes all it is given and then waits to be let go.
class SlowPrinter {
public:
  explicit SlowPrinter(const std::filesystem::path& folder) : m_letGo(folder / "let-go"), m_path(qgetenv("PATH")) {
    std::filesystem::create_directory(folder);
    std::ofstream(folder / "lp") << "#!/bin/sh\ncat > /dev/null\nwhile [ ! -e '" << m_letGo.string()
                                 << "' ]; do sleep 0.02; done\n";
    std::filesystem::permissions(folder / "lp", std::filesystem::perms::owner_all);
    qputenv("PATH", QByteArray::fromStdString(folder.string()) + ':' + m_path);
  }
  ~SlowPrinter() {
    letGo();
    qputenv("PATH", m_path);
  }
  SlowPrinter(const SlowPrinter&) = delete;
  SlowPrinter& operator=(const SlowPrinter&) = delete;

  void letGo() { std::ofstream file(m_letGo); }

private:
  std::filesystem::path m_letGo;
  QByteArray m_path;
};

} // namespace veikart::test
