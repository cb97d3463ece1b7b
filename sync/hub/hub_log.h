// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ctime>
#include <initializer_list>
#include <mutex>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace veikart::hub {

std::string timeText(std::time_t seconds); // "2026-11-24T04:03:38Z"; any thread

enum class LogLevel { Info, Warning, Alarm };

// One line for each event: "time=… level=… event=… name=value …". Ids, codes and counts only: never a name, a value of
// a record or a token. Any thread.
class HubLog {
public:
  using Fields = std::initializer_list<std::pair<std::string_view, std::string>>;

  explicit HubLog(std::ostream& out) : m_out(out) {}
  void write(LogLevel level, std::string_view event, Fields fields = {});

private:
  std::mutex m_mutex;
  std::ostream& m_out;
};

} // namespace veikart::hub
