// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/os/command_line.h"

#include <algorithm>

namespace veikart {

Result<CommandLine> CommandLine::parse(std::span<char* const> arguments, const Commands& commands) {
  std::string words = arguments.size() > 1 ? arguments[1] : "";
  size_t first = 2;
  if (arguments.size() > first && !std::string_view(arguments[first]).starts_with("--"))
    words += std::string(" ") + arguments[first++];
  const auto command = commands.find(words);
  if (command == commands.end())
    return Status::invalid("no such command");
  const Syntax& syntax = command->second;
  CommandLine line;
  line.m_command = command->first;
  for (size_t i = first; i < arguments.size(); i += 2) {
    const std::string_view option = arguments[i];
    const std::string_view name = option.substr(std::min<size_t>(2, option.size()));
    if (!option.starts_with("--") || (!syntax.required.contains(name) && !syntax.optional.contains(name)))
      return Status::invalid("no such option: " + std::string(option));
    if (i + 1 == arguments.size())
      return Status::invalid("an option without its value: " + std::string(option));
    line.m_values[std::string(name)] = arguments[i + 1];
  }
  for (const std::string_view name : syntax.required)
    if (line.value(std::string(name)).empty())
      return Status::invalid("--" + std::string(name) + " is missing");
  return line;
}

std::string CommandLine::value(const std::string& option, const std::string& otherwise) const {
  const auto found = m_values.find(option);
  return found == m_values.end() ? otherwise : found->second;
}

} // namespace veikart
