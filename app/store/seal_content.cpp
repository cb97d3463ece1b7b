// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/seal_content.h"

#include "app/casework/field_value.h"
#include "app/casework/narrative.h"
#include "app/casework/record_codec.h"

#include <algorithm>
#include <array>

namespace veikart::store {

namespace {

using namespace casework;
using nlohmann::json;

json decoded(BytesView value) {
  return decodeValue(value).value_or(json());
}

json fieldsValue(const Fields& fields, const Id& id) {
  json object = {{"id", idValue(id)}};
  for (const auto& [name, value] : fields)
    object[name] = decoded(value);
  return object;
}

// The record behind the fields, as far as a seal holds it.
sync::Record recordOf(const json& fields, std::string_view type) {
  sync::Record record;
  record.type = type;
  for (const auto& [name, value] : fields.items())
    record.fields[name].siblings.push_back({{}, {}, encodeValue(value)});
  return record;
}

std::string dotText(const sync::Dot& dot) {
  return dot.replica.toString() + ":" + std::to_string(dot.counter);
}

json versionValue(const sync::Sibling& sibling, const std::string& author) {
  return {{"answer", decoded(withoutAncestor(sibling.value))},
          {"at", sibling.stamp.millis()},
          {"author", author},
          {"dot", dotText(sibling.dot)}};
}

json versionsValue(const sync::Register& reg, Layer layer, const AuthorOf& authorOf) {
  std::vector<sync::Sibling> versions = reg.siblings;
  std::ranges::sort(versions, [](const sync::Sibling& a, const sync::Sibling& b) {
    return std::tie(b.stamp, b.dot.replica) < std::tie(a.stamp, a.dot.replica);
  });
  json array = json::array();
  for (const sync::Sibling& version : versions)
    array.push_back(versionValue(version, layer == Layer::Client ? std::string() : authorOf(version.dot.replica)));
  return array;
}

json layerValue(const sync::Record& answers, Layer layer, const AuthorOf& authorOf) {
  json object = json::object();
  for (const auto& [key, reg] : answers.fields)
    if (!key.starts_with('_') && !reg.siblings.empty())
      object[key] = versionsValue(reg, layer, authorOf);
  return object;
}

// The versions of each answer of a layer; an empty array stands for what is missing.
Result<json> layerOf(BytesView content, Layer layer) {
  const json seal = json::parse(content.begin(), content.end(), nullptr, false);
  const json::json_pointer path("/layers/" + layerName(layer));
  if (!seal.is_object() || !seal.contains("layers"))
    return Status::corrupt("seal: not readable");
  return seal.contains(path) ? seal.at(path) : json::object();
}

Result<LayerAnswer> answerOf(const json& versions) {
  const json* newest = versions.is_array() && !versions.empty() ? &versions.front() : nullptr;
  if (newest == nullptr || !newest->is_object() || !newest->contains("answer"))
    return Status::corrupt("seal: an answer without versions");
  Result<forms::Answer> answer = decodeAnswer(encodeValue(newest->at("answer")));
  if (!answer.ok())
    return answer.status();
  const auto at = newest->find("at");
  const auto author = newest->find("author");
  return LayerAnswer{std::move(*answer),
                     at != newest->end() && at->is_number_integer() ? at->get<int64_t>() : 0,
                     author != newest->end() && author->is_string() ? author->get<std::string>() : std::string(),
                     static_cast<int>(versions.size()),
                     {}};
}

} // namespace

Bytes sealContent(const SealedFacts& facts, const AuthorOf& authorOf) {
  json seal = {{"mapping", fieldsValue(toFields(facts.mapping), facts.mapping.id)},
               {"confirmation", fieldsValue(toFields(facts.confirmation, facts.mapping.id), facts.mapping.id)},
               {"tasks", json::array()},
               {"layers", json::object()}};
  for (const Task& task : facts.tasks)
    seal["tasks"].push_back(fieldsValue(toFields(task), task.id));
  for (const auto& [layer, answers] : facts.layers)
    seal["layers"][layerName(layer)] = layerValue(answers, layer, authorOf);
  return seal.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<ConfirmationRecord> sealedConfirmation(BytesView content) {
  const json seal = json::parse(content.begin(), content.end(), nullptr, false);
  if (!seal.is_object() || !seal.contains(json::json_pointer("/confirmation/answer")))
    return Status::corrupt("seal: no confirmation in it");
  return confirmationFrom(recordOf(seal["confirmation"], kConfirmationType));
}

Result<std::vector<Task>> sealedTasks(BytesView content) {
  const json seal = json::parse(content.begin(), content.end(), nullptr, false);
  if (!seal.is_object() || !seal.contains("tasks") || !seal["tasks"].is_array())
    return Status::corrupt("seal: no tasks in it");
  std::vector<Task> tasks;
  for (const json& object : seal["tasks"]) {
    Result<Task> task = taskFrom(recordOf(object, kTaskType));
    if (!task.ok())
      return task.status();
    tasks.push_back(*std::move(task));
  }
  return tasks;
}

Result<LayerAnswers> sealedAnswers(BytesView content, Layer layer) {
  const Result<json> object = layerOf(content, layer);
  if (!object.ok())
    return object.status();
  LayerAnswers answers;
  for (const auto& [key, versions] : object->items()) {
    Result<LayerAnswer> answer = answerOf(versions);
    if (!answer.ok())
      return answer.status();
    answers.emplace(key, std::move(*answer));
  }
  return answers;
}

Result<std::map<std::string, std::set<Bytes>>> sealedValues(BytesView content, Layer layer) {
  const Result<json> object = layerOf(content, layer);
  if (!object.ok())
    return object.status();
  std::map<std::string, std::set<Bytes>> values;
  for (const auto& [key, versions] : object->items())
    for (const json& version : versions)
      if (version.is_object() && version.contains("answer"))
        values[key].insert(encodeValue(version.at("answer")));
  return values;
}

} // namespace veikart::store
