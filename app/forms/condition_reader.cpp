// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/condition_reader.h"

#include "app/forms/names.h"
#include "app/forms/partial_date.h"

namespace veikart::forms {

namespace {

const Names<ConditionOperator> kOperators = {
    {"exists", ConditionOperator::Exists}, {"=", ConditionOperator::Equal}, {"!=", ConditionOperator::NotEqual},
    {">", ConditionOperator::Greater},     {"<", ConditionOperator::Less},  {">=", ConditionOperator::GreaterOrEqual},
    {"<=", ConditionOperator::LessOrEqual}};

// The key of enableWhen's value that fits a question of this kind; empty when nothing can be asked about it.
std::string_view answerKeyFor(ItemKind kind, ConditionOperator op) {
  if (kind == ItemKind::Group || kind == ItemKind::Display)
    return "";
  if (op == ConditionOperator::Exists || kind == ItemKind::Boolean)
    return "answerBoolean";
  switch (kind) {
  case ItemKind::Choice:
  case ItemKind::OpenChoice:
    return "answerCoding";
  case ItemKind::Integer:
    return "answerInteger";
  case ItemKind::Decimal:
    return "answerDecimal";
  case ItemKind::Date:
    return "answerDate";
  default:
    return "answerString";
  }
}

bool hasOrder(ItemKind kind) {
  return kind == ItemKind::Integer || kind == ItemKind::Decimal || kind == ItemKind::Date;
}

bool needsOrder(ConditionOperator op) {
  return op != ConditionOperator::Exists && op != ConditionOperator::Equal && op != ConditionOperator::NotEqual;
}

} // namespace

void ConditionReader::add(const Item& item, const std::string& repeatingGroup) {
  std::vector<std::string> codes;
  for (const AnswerOption& option : item.options)
    codes.push_back(option.code);
  m_known[item.linkId] = {item.kind, std::move(codes), repeatingGroup};
}

void ConditionReader::read(ObjectReader& reader, Item& item, const std::string& repeatingGroup) const {
  for (ObjectReader& condition : reader.objects("enableWhen"))
    item.conditions.push_back(readCondition(condition, repeatingGroup));
  const std::string behavior = reader.text("enableBehavior");
  item.anyCondition = behavior == "any";
  if (!behavior.empty() && behavior != "any" && behavior != "all")
    reader.refuse("enableBehavior", "'" + behavior + "' is not supported");
  if (item.conditions.size() > 1 && behavior.empty())
    reader.refuse("enableBehavior", "is missing beside several conditions");
  if (item.conditions.empty() && !behavior.empty())
    reader.refuse("enableBehavior", "stands without a condition");
}

Condition ConditionReader::readCondition(ObjectReader& reader, const std::string& repeatingGroup) const {
  Condition condition;
  condition.linkId = reader.requiredText("question");
  condition.op = readNamed(reader, "operator", kOperators);
  const auto target = m_known.find(condition.linkId);
  if (target == m_known.end()) {
    reader.refuse("question", "'" + condition.linkId + "' is no earlier item of the form");
    return condition;
  }
  if (!target->second.repeatingGroup.empty() && target->second.repeatingGroup != repeatingGroup)
    reader.refuse("question", "'" + condition.linkId + "' is inside a repeating group");
  condition.value = readValue(reader, target->second, condition.op);
  reader.finish();
  return condition;
}

std::string ConditionReader::readValue(ObjectReader& reader, const Known& target, ConditionOperator op) {
  const std::string_view wanted = answerKeyFor(target.kind, op);
  if (wanted.empty())
    reader.refuse("question", "is a group or display, which has no answer");
  for (const std::string& key : reader.keysStartingWith("answer")) {
    if (key != wanted)
      reader.refuse(key, "does not fit the type of the question");
  }
  if (needsOrder(op) && !hasOrder(target.kind))
    reader.refuse("operator", "does not fit the type of the question");
  if (!wanted.empty() && !reader.has(wanted))
    reader.refuse(wanted, "is missing");
  if (wanted == "answerCoding")
    return readCode(reader, target);
  if (wanted == "answerBoolean")
    return readFlag(reader, op);
  if (wanted == "answerDate")
    return readDate(reader);
  if (wanted == "answerInteger")
    return std::to_string(reader.integer(wanted).value_or(0));
  if (wanted == "answerDecimal")
    return Json(reader.number(wanted).value_or(0)).dump();
  return reader.text(wanted);
}

std::string ConditionReader::readCode(ObjectReader& reader, const Known& target) {
  std::optional<ObjectReader> coding = reader.object("answerCoding");
  if (!coding)
    return "";
  std::string code = coding->requiredText("code");
  coding->text("display");
  coding->text("system");
  coding->finish();
  if (std::find(target.codes.begin(), target.codes.end(), code) == target.codes.end())
    coding->refuse("code", "'" + code + "' is no option of the question");
  return code;
}

std::string ConditionReader::readFlag(ObjectReader& reader, ConditionOperator op) {
  const bool value = reader.flag("answerBoolean");
  if (op == ConditionOperator::Exists && !value)
    reader.refuse("answerBoolean", "'exists' is supported with true only: a condition holds on a real value");
  return value ? "true" : "false";
}

std::string ConditionReader::readDate(ObjectReader& reader) {
  std::string date = reader.text("answerDate");
  if (!date.empty() && !parsePartialDate(date))
    reader.refuse("answerDate", "is no date");
  return date;
}

} // namespace veikart::forms
