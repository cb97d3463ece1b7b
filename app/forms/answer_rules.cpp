// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/partial_date.h"
#include "app/forms/survey.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace veikart::forms {

namespace {

constexpr std::array kMonths = {"januar", "februar", "mars",      "april",   "mai",      "juni",
                                "juli",   "august",  "september", "oktober", "november", "desember"};

const AnswerOption* findOption(const Item& item, const std::string& code) {
  const auto found = std::find_if(item.options.begin(), item.options.end(),
                                  [&code](const auto& option) { return option.code == code; });
  return found == item.options.end() ? nullptr : &*found;
}

bool isBlank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

size_t codePoints(const std::string& text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Words may stand in an open-choice beside the option that opens them; where the form marks none, always.
bool mayHaveWords(const Item& item, const std::vector<std::string>& codes) {
  if (item.kind != ItemKind::OpenChoice)
    return false;
  const auto opens = [](const AnswerOption& option) { return option.opensText; };
  if (std::none_of(item.options.begin(), item.options.end(), opens))
    return true;
  return std::any_of(codes.begin(), codes.end(), [&item](const std::string& code) {
    const AnswerOption* option = findOption(item, code);
    return option != nullptr && option->opensText;
  });
}

Status validateLength(const Item& item, const std::string& text) {
  const size_t limit = item.maxLength ? static_cast<size_t>(*item.maxLength) : kLongestText;
  return codePoints(text) > limit ? Status::invalid("text too long for " + item.linkId) : Status();
}

Status validateCodes(const Item& item, const std::vector<std::string>& codes) {
  const std::set<std::string> unique(codes.begin(), codes.end());
  if (unique.size() != codes.size())
    return Status::invalid("an option twice in " + item.linkId);
  if (codes.size() > 1 && !item.repeats)
    return Status::invalid("several options in " + item.linkId + ", which takes one");
  for (const std::string& code : codes) {
    const AnswerOption* option = findOption(item, code);
    if (!option)
      return Status::invalid("an option unknown to " + item.linkId);
    if (option->exclusive && codes.size() > 1)
      return Status::invalid("an exclusive option beside others in " + item.linkId);
  }
  return {};
}

Status validateCoded(const Item& item, const Answer& answer) {
  RETURN_IF_ERROR(validateCodes(item, answer.codes));
  if (!answer.text.empty() && !mayHaveWords(item, answer.codes))
    return Status::invalid("words in " + item.linkId + ", which has no place for them");
  return validateLength(item, answer.text);
}

Status validateNumber(const Item& item, double number) {
  if (!std::isfinite(number) || (item.kind == ItemKind::Integer && number != std::floor(number)))
    return Status::invalid("no whole or no finite number in " + item.linkId);
  if ((item.minValue && number < *item.minValue) || (item.maxValue && number > *item.maxValue))
    return Status::invalid("number out of range in " + item.linkId);
  return {};
}

std::string wordsOfDate(const std::string& text) {
  const std::optional<PartialDate> date = parsePartialDate(text);
  if (!date)
    return text;
  std::string words = std::to_string(date->year);
  if (date->month > 0)
    words = std::string(kMonths[static_cast<size_t>(date->month - 1)]) + " " + words;
  return date->day > 0 ? std::to_string(date->day) + ". " + words : words;
}

// Up to six decimals, none needless, behind a comma.
std::string wordsOfNumber(double number) {
  std::string words = std::to_string(number);
  words.erase(words.find_last_not_of('0') + 1);
  if (!words.empty() && (words.back() == '.' || words.back() == ','))
    words.pop_back();
  std::replace(words.begin(), words.end(), '.', ',');
  return words;
}

std::string wordsOfCode(const Item& item, const Answer& answer, const std::string& code) {
  const AnswerOption* option = findOption(item, code);
  if (!option)
    return code;
  return option->opensText && !answer.text.empty() ? option->display + ": " + answer.text : option->display;
}

std::string wordsOfCodes(const Item& item, const Answer& answer) {
  std::string words;
  for (const std::string& code : answer.codes)
    words += (words.empty() ? "" : ", ") + wordsOfCode(item, answer, code);
  const auto opens = [](const AnswerOption& option) { return option.opensText; };
  if (!answer.text.empty() && std::none_of(item.options.begin(), item.options.end(), opens))
    words += (words.empty() ? "" : ", ") + answer.text;
  return words;
}

// In the order of the form, so that the same choice is the same bytes whichever finger came first.
std::vector<std::string> inFormOrder(const Item& item, const std::set<std::string>& chosen) {
  std::vector<std::string> codes;
  for (const AnswerOption& option : item.options) {
    if (chosen.contains(option.code))
      codes.push_back(option.code);
  }
  return codes;
}

std::set<std::string> withoutExclusive(const Item& item, const std::vector<std::string>& codes) {
  std::set<std::string> kept;
  for (const std::string& code : codes) {
    const AnswerOption* option = findOption(item, code);
    if (option && !option->exclusive)
      kept.insert(code);
  }
  return kept;
}

std::set<std::string> chosenAfter(const Item& item, const Answer& before, const AnswerOption& touched) {
  if (!item.repeats)
    return {touched.code};
  const bool wasChosen = std::count(before.codes.begin(), before.codes.end(), touched.code) > 0;
  std::set<std::string> chosen;
  if (!touched.exclusive)
    chosen = withoutExclusive(item, before.codes);
  if (wasChosen)
    chosen.erase(touched.code);
  else
    chosen.insert(touched.code);
  return chosen;
}

} // namespace

bool hasValue(const Item& item, const Answer& answer) {
  if (answer.state != AnswerState::Answered || !isQuestion(item))
    return false;
  if (item.kind == ItemKind::Integer || item.kind == ItemKind::Decimal)
    return true;
  return isCoded(item) ? !answer.codes.empty() || !isBlank(answer.text) : !isBlank(answer.text);
}

Status validate(const Item& item, const Answer& answer) {
  if (answer.state != AnswerState::Answered) {
    const bool isEmpty = answer.codes.empty() && answer.text.empty();
    return isEmpty ? Status() : Status::invalid("content beside a state in " + item.linkId);
  }
  if (!hasValue(item, answer))
    return Status::invalid("no content in " + item.linkId);
  if (isCoded(item))
    return validateCoded(item, answer);
  if (!answer.codes.empty())
    return Status::invalid("options in " + item.linkId + ", which has none");
  if (item.kind == ItemKind::Integer || item.kind == ItemKind::Decimal)
    return validateNumber(item, answer.number);
  if (item.kind == ItemKind::Date)
    return parsePartialDate(answer.text) ? Status() : Status::invalid("no date in " + item.linkId);
  return validateLength(item, answer.text);
}

Answer toggled(const Item& item, const Answer& before, const std::string& code) {
  const AnswerOption* touched = findOption(item, code);
  if (!touched)
    return before;
  Answer after;
  after.mode = before.mode;
  after.codes = inFormOrder(item, chosenAfter(item, before, *touched));
  if (mayHaveWords(item, after.codes))
    after.text = before.text;
  after.state = after.codes.empty() && isBlank(after.text) ? AnswerState::Unanswered : AnswerState::Answered;
  return after;
}

std::string displayOf(const Item& item, const Answer& answer) {
  if (!hasValue(item, answer))
    return "";
  if (isCoded(item))
    return wordsOfCodes(item, answer);
  if (item.kind == ItemKind::Integer || item.kind == ItemKind::Decimal)
    return wordsOfNumber(answer.number);
  return item.kind == ItemKind::Date ? wordsOfDate(answer.text) : answer.text;
}

} // namespace veikart::forms
