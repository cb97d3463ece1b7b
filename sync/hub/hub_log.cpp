// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/hub_log.h"

#include <array>

namespace veikart::hub {
namespace {

std::string_view nameOf(LogLevel level) {
  switch (level) {
  case LogLevel::Info:
    return "info";
  case LogLevel::Warning:
    return "warning";
  case LogLevel::Alarm:
    return "alarm";
  }
  return "info";
}

// What came from outside must not be able to begin a line or a field of its own.
void appendPlain(std::string& line, std::string_view value) {
  for (const char c : value)
    line += c > ' ' && c < '\x7f' && c != '=' ? c : '_';
}

} // namespace

std::string timeText(std::time_t seconds) {
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

void HubLog::write(LogLevel level, std::string_view event, Fields fields) {
  std::string line = "time=" + timeText(std::time(nullptr)) + " level=";
  line.append(nameOf(level)).append(" event=").append(event);
  for (const auto& [name, value] : fields) {
    line.append(" ").append(name).append("=");
    appendPlain(line, value);
  }
  const std::lock_guard lock(m_mutex);
  m_out << line << std::endl;
}

} // namespace veikart::hub
