// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

// Who works and who is followed up in the practice office. Everybody is invented.
namespace veikart::practice {

struct Staff {
  std::string_view id; // fixed, so that hub, devices and scripts agree
  std::string_view firstName, lastName;
  bool isSupervisor;
};
std::span<const Staff> staff();
inline constexpr std::string_view kUnit = "Heimdal";

// What a client's history looks like. The first five are the people of the look pictures.
enum class Story { BegunMapping, MeetingToday, OverdueTask, LostContact, OldMapping, Calm, Busy, New, Concluding };

struct Client {
  std::string_view firstName, lastName;
  std::string_view birthDate;
  std::string_view language, interpreter;
  int counsellor;       // place in staff()
  int secondCounsellor; // -1: none
  int contactIntervalDays;
  Story story;
};
std::span<const Client> clients();

} // namespace veikart::practice
