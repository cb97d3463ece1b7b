// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/os/process.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string_view>

using namespace veikart;

namespace {

long openFiles() {
  const std::filesystem::directory_iterator files("/proc/self/fd");
  return std::count_if(begin(files), end(files), [](const auto& file) { return file.path().filename() > "2"; }) - 1;
}

} // namespace

// Writes the number of files open besides the standard streams, its first argument, and the message's size and content.
int main(int argc, char* argv[]) {
  constexpr std::string_view kOption = "--message-fd=";
  const std::string_view last = argv[argc - 1];
  if (argc < 3 || !last.starts_with(kOption))
    return 2;
  const long files = openFiles();
  const Result<SecretBytes> message = receiveMessage(std::atoi(last.substr(kOption.size()).data()));
  if (!message.ok())
    return 3;
  const int shown = static_cast<int>(std::min<size_t>(message->size(), 20));
  std::printf("%ld %s %zu %.*s", files, argv[1], message->size(), shown, message->view().data());
  return 0;
}
