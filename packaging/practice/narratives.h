// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

// What people of the practice office say, write and agree. Invented.
namespace veikart::practice {

struct Words {
  std::string_view linkId;
  std::span<const std::string_view> texts;
};
std::span<const std::string_view> textsFor(std::string_view linkId); // empty: nothing is written there

struct TaskTemplate {
  std::string_view what;
  int party; // as casework::Party
};
std::span<const TaskTemplate> taskTemplates();
std::span<const std::string_view> goals();

struct ContactTemplate {
  std::string_view type, place, placeName, done, lifeArea;
  int minutes;
};
std::span<const ContactTemplate> contactTemplates();

struct ConclusionTemplate {
  std::string_view brought, hard, canTry, assessment, next;
};
std::span<const ConclusionTemplate> conclusions();

} // namespace veikart::practice
