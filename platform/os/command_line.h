// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace veikart {

// What a program was called with: a command of one or two words, and options of the form `--name value`. A value; any
// thread.
class CommandLine {
public:
  // The options that one command takes.
  struct Syntax {
    std::set<std::string_view> required;
    std::set<std::string_view> optional = {};
  };
  using Commands = std::map<std::string_view, Syntax>;

  // `arguments` begin with the program's own name. Invalid, naming the option, for one that is unknown, missing or
  // without its value: a name that is mistyped must not leave a default in its place.
  static Result<CommandLine> parse(std::span<char* const> arguments, const Commands& commands);

  const std::string& command() const { return m_command; }
  bool has(const std::string& option) const { return m_values.contains(option); }
  std::string value(const std::string& option, const std::string& otherwise = {}) const;

private:
  std::string m_command;
  std::map<std::string, std::string> m_values;
};

} // namespace veikart
