// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/object_reader.h"

#include <limits>

namespace veikart::forms {

namespace {

const Json kEmptyObject = Json::object();

std::string joined(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : path + "." + std::string(key);
}

std::string indexed(const std::string& path, size_t index) {
  return path + "[" + std::to_string(index) + "]";
}

// Follows the parser through a text, to know where it is when something is wrong.
class Watcher {
public:
  explicit Watcher(Faults& faults) : m_faults(faults) {}

  void operator()(Json::parse_event_t event, const Json& value) {
    switch (event) {
    case Json::parse_event_t::key:
      enterKey(value.get_ref<const std::string&>());
      break;
    case Json::parse_event_t::object_start:
    case Json::parse_event_t::array_start:
      m_levels.push_back({nextPath(), event == Json::parse_event_t::array_start, {}, {}, 0});
      if (m_levels.size() == kDeepestJson + 1)
        m_faults.add(m_levels.back().path, "nested too deep");
      break;
    case Json::parse_event_t::object_end:
    case Json::parse_event_t::array_end:
      m_levels.pop_back();
      break;
    case Json::parse_event_t::value:
      nextPath();
      break;
    }
  }

private:
  struct Level {
    std::string path;
    bool isArray = false;
    std::string key;
    std::set<std::string> keys;
    size_t count = 0;
  };

  void enterKey(const std::string& key) {
    Level& level = m_levels.back();
    level.key = key;
    if (!level.keys.insert(key).second)
      m_faults.add(joined(level.path, key), "stands twice");
  }

  std::string nextPath() {
    // A path that grows with a hostile file's depth would be quadratic.
    if (m_levels.empty() || m_levels.size() > kDeepestJson)
      return "";
    Level& level = m_levels.back();
    return level.isArray ? indexed(level.path, level.count++) : joined(level.path, level.key);
  }

  Faults& m_faults;
  std::vector<Level> m_levels;
};

} // namespace

void Faults::add(const std::string& path, std::string_view what) {
  if (!any())
    m_first = Status::invalid((path.empty() ? "$" : path) + ": " + std::string(what));
}

std::optional<Json> parseJson(BytesView text, Faults& faults) {
  Watcher watcher(faults);
  const auto watch = [&watcher](int, Json::parse_event_t event, Json& value) {
    watcher(event, value);
    return true;
  };
  Json parsed = Json::parse(text, watch, false);
  if (parsed.is_discarded())
    faults.add("", "is not JSON in UTF-8");
  if (faults.any())
    return std::nullopt;
  return parsed;
}

ObjectReader::ObjectReader(const Json& value, std::string path, Faults& faults)
    : m_value(&value), m_path(std::move(path)), m_faults(&faults) {
  if (value.is_object())
    return;
  refuse("must be an object");
  m_value = &kEmptyObject;
}

std::string ObjectReader::pathOf(std::string_view key) const {
  return joined(m_path, key);
}

bool ObjectReader::has(std::string_view key) const {
  return m_value->contains(key);
}

const Json* ObjectReader::take(std::string_view key) {
  m_taken.emplace(key);
  const auto found = m_value->find(key);
  return found == m_value->end() ? nullptr : &*found;
}

std::string ObjectReader::requiredText(std::string_view key) {
  std::string value = text(key);
  if (!has(key))
    refuse(key, "is missing");
  return value;
}

std::string ObjectReader::text(std::string_view key) {
  const Json* value = take(key);
  if (!value)
    return "";
  if (!value->is_string() || value->get_ref<const std::string&>().empty()) {
    refuse(key, "must be a text that is not empty");
    return "";
  }
  return value->get<std::string>();
}

std::optional<bool> ObjectReader::optionalFlag(std::string_view key) {
  const Json* value = take(key);
  if (!value)
    return std::nullopt;
  if (!value->is_boolean())
    refuse(key, "must be true or false");
  return value->is_boolean() && value->get<bool>();
}

bool ObjectReader::flag(std::string_view key) {
  return optionalFlag(key).value_or(false);
}

std::optional<int> ObjectReader::integer(std::string_view key) {
  const Json* value = take(key);
  if (!value)
    return std::nullopt;
  const double number = value->is_number_integer() ? value->get<double>() : std::numeric_limits<double>::infinity();
  if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max()) {
    refuse(key, "must be a whole number of 32 bits");
    return std::nullopt;
  }
  return static_cast<int>(number);
}

std::optional<double> ObjectReader::number(std::string_view key) {
  const Json* value = take(key);
  if (!value)
    return std::nullopt;
  if (!value->is_number()) {
    refuse(key, "must be a number");
    return std::nullopt;
  }
  return value->get<double>();
}

std::vector<std::string> ObjectReader::texts(std::string_view key) {
  const Json* value = take(key);
  if (!value)
    return {};
  if (!value->is_array()) {
    refuse(key, "must be an array");
    return {};
  }
  std::vector<std::string> result;
  for (const Json& element : *value) {
    if (element.is_string())
      result.push_back(element.get<std::string>());
    else
      m_faults->add(indexed(pathOf(key), result.size()), "must be a text");
  }
  return result;
}

std::vector<ObjectReader> ObjectReader::objects(std::string_view key) {
  const Json* value = take(key);
  if (!value)
    return {};
  if (!value->is_array() || value->empty()) {
    refuse(key, "must be an array that is not empty");
    return {};
  }
  std::vector<ObjectReader> result;
  for (const Json& element : *value)
    result.emplace_back(element, indexed(pathOf(key), result.size()), *m_faults);
  return result;
}

std::optional<ObjectReader> ObjectReader::object(std::string_view key) {
  const Json* value = take(key);
  if (!value)
    return std::nullopt;
  return ObjectReader(*value, pathOf(key), *m_faults);
}

std::vector<std::string> ObjectReader::keysStartingWith(std::string_view prefix) const {
  std::vector<std::string> result;
  for (const auto& [key, value] : m_value->items()) {
    if (key.starts_with(prefix))
      result.push_back(key);
  }
  return result;
}

void ObjectReader::finish() {
  for (const auto& [key, value] : m_value->items()) {
    if (!m_taken.contains(key))
      refuse(key, "not supported");
  }
}

} // namespace veikart::forms
