// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/condition_reader.h"
#include "app/forms/names.h"
#include "app/forms/questionnaire.h"
#include "app/forms/wording.h"
#include "platform/crypto/crypto.h"

#include <array>
#include <cmath>

namespace veikart::forms {

namespace {

constexpr size_t kLargestForm = 2 * 1024 * 1024; // the whole of KIS is 100 kB
constexpr int kDeepestItem = 4;
constexpr int kLifeAreas = 10;

const Names<ItemKind> kKinds = {{"group", ItemKind::Group},
                                {"display", ItemKind::Display},
                                {"boolean", ItemKind::Boolean},
                                {"choice", ItemKind::Choice},
                                {"open-choice", ItemKind::OpenChoice},
                                {"integer", ItemKind::Integer},
                                {"decimal", ItemKind::Decimal},
                                {"date", ItemKind::Date},
                                {"string", ItemKind::String},
                                {"text", ItemKind::Text}};

const Names<Author> kAuthors = {
    {"client", Author::Client}, {"together", Author::Together}, {"counsellor", Author::Counsellor}};

// Describe the file, not what is asked; they stay in source() and are read by nobody here.
constexpr std::array kFormRemarks = {"id", "name", "status", "date", "publisher", "description", "copyright"};

// The control of FHIR's list that we draw for an item; empty where the list has no name for it.
std::string_view controlOf(const Item& item) {
  switch (item.kind) {
  case ItemKind::Group:
    return "list";
  case ItemKind::Display:
    return "inline";
  case ItemKind::Boolean:
    return "radio-button";
  case ItemKind::Choice:
  case ItemKind::OpenChoice:
    return item.repeats ? "check-box" : "radio-button";
  case ItemKind::Text:
    return "text-box";
  default:
    return "";
  }
}

const AnswerOption* findOption(const Item& item, std::string_view code) {
  const auto found = std::find_if(item.options.begin(), item.options.end(),
                                  [code](const auto& option) { return option.code == code; });
  return found == item.options.end() ? nullptr : &*found;
}

bool opensText(const AnswerOption& option) {
  return option.opensText;
}

} // namespace

// Reads one form; made for it, and gone with it.
class QuestionnaireReader {
public:
  explicit QuestionnaireReader(std::string language) : m_wording(std::move(language)) {} // empty: the form's own
  Result<Questionnaire> read(BytesView bytes);

private:
  void readForm(ObjectReader& reader);
  void readLanguage(ObjectReader& reader);
  void readFormExtensions(ObjectReader& reader);
  View readView(ObjectReader& extension);
  Item readItem(ObjectReader& reader, int depth, std::string repeatingGroup);
  void readLinkId(ObjectReader& reader, Item& item);
  static void readShape(ObjectReader& reader, Item& item, int depth);
  void readChildren(ObjectReader& reader, Item& item, int depth, std::string repeatingGroup);
  void readItemExtensions(ObjectReader& reader, Item& item, int depth);
  static void readItemControl(ExtensionReader& extensions, const Item& item);
  void readQuestionExtensions(ExtensionReader& extensions, ObjectReader& reader, Item& item);
  static std::optional<double> readLimit(ExtensionReader& extensions, std::string_view url, const Item& item);
  static void readLifeAreas(ExtensionReader& extensions, ObjectReader& reader, Item& item);
  void readOptions(ObjectReader& reader, Item& item);
  AnswerOption readOption(ObjectReader& reader, const Item& item);

  Questionnaire m_form;
  Faults m_faults;
  Wording m_wording;
  ConditionReader m_conditions;
};

Result<Questionnaire> QuestionnaireReader::read(BytesView bytes) {
  if (bytes.size() > kLargestForm)
    return Status::invalid("$: larger than 2 MB");
  const std::optional<Json> json = parseJson(bytes, m_faults);
  if (!json)
    return m_faults.first();
  ObjectReader reader(*json, "", m_faults);
  readForm(reader);
  if (m_faults.any())
    return m_faults.first();
  const crypto::Hash256 hash = crypto::blake2b256(bytes);
  m_form.m_hash = toHex({reinterpret_cast<const char*>(hash.data()), hash.size()});
  m_form.m_source = Bytes(bytes);
  return std::move(m_form);
}

void QuestionnaireReader::readForm(ObjectReader& reader) {
  if (reader.requiredText("resourceType") != "Questionnaire")
    reader.refuse("resourceType", "must be 'Questionnaire'");
  m_form.m_url = reader.requiredText("url");
  m_form.m_version = reader.requiredText("version");
  readLanguage(reader);
  m_form.m_title = m_wording.text(reader, "title");
  for (const char* key : kFormRemarks)
    reader.text(key);
  if (std::optional<ObjectReader> meta = reader.object("meta")) {
    meta->texts("profile");
    meta->finish();
  }
  readFormExtensions(reader);
  for (ObjectReader& theme : reader.objects("item"))
    m_form.m_themes.push_back(readItem(theme, 1, ""));
  if (!reader.has("item"))
    reader.refuse("item", "is missing");
  reader.finish();
  m_form.m_languages = m_wording.languages();
}

void QuestionnaireReader::readLanguage(ObjectReader& reader) {
  const std::string language = reader.text("language");
  if (!language.empty() && !isLanguage(language))
    reader.refuse("language", "'" + language + "' is no language such as 'nb'");
  m_wording.beginsIn(language);
}

void QuestionnaireReader::readFormExtensions(ObjectReader& reader) {
  ExtensionReader extensions(reader);
  for (ObjectReader& notice : extensions.all(ours("notice"))) {
    if (!m_form.m_notice.empty())
      m_form.m_notice += '\n';
    m_form.m_notice += m_wording.text(notice, "valueString");
    notice.finish();
  }
  for (ObjectReader& view : extensions.all(ours("view-definition")))
    m_form.m_views.push_back(readView(view));
  extensions.finish();
}

View QuestionnaireReader::readView(ObjectReader& extension) {
  ExtensionReader parts(extension);
  View view{parts.code("code"), m_wording.text(parts, "display")};
  parts.finish();
  extension.finish();
  if (view.code.empty() || view.display.empty())
    extension.refuse("a view needs a code and a display");
  for (const View& other : m_form.m_views) {
    if (other.code == view.code)
      extension.refuse("the view '" + view.code + "' stands twice");
  }
  return view;
}

Item QuestionnaireReader::readItem(ObjectReader& reader, int depth, std::string repeatingGroup) {
  Item item;
  if (depth > kDeepestItem) {
    reader.refuse("nested deeper than four items");
    return item;
  }
  item.kind = readNamed(reader, "type", kKinds);
  item.text = m_wording.text(reader, "text");
  readLinkId(reader, item);
  readShape(reader, item, depth);
  readOptions(reader, item);
  m_conditions.read(reader, item, repeatingGroup);
  readItemExtensions(reader, item, depth);
  m_conditions.add(item, repeatingGroup);
  readChildren(reader, item, depth, std::move(repeatingGroup));
  reader.finish();
  return item;
}

void QuestionnaireReader::readLinkId(ObjectReader& reader, Item& item) {
  item.linkId = reader.requiredText("linkId");
  if (m_conditions.knows(item.linkId))
    reader.refuse("linkId", "'" + item.linkId + "' stands twice");
  if (item.linkId.find('#') != std::string::npos || item.linkId.ends_with(".tekst"))
    reader.refuse("linkId", "must not hold '#' nor end in '.tekst'");
}

void QuestionnaireReader::readShape(ObjectReader& reader, Item& item, int depth) {
  item.required = reader.flag("required");
  item.repeats = reader.flag("repeats");
  item.maxLength = reader.integer("maxLength");
  const bool isText = item.kind == ItemKind::String || item.kind == ItemKind::Text;
  if (item.maxLength && (!(isText || item.kind == ItemKind::OpenChoice) || *item.maxLength < 1))
    reader.refuse("maxLength", "must be above 0, on a string, text or open-choice");
  if (depth == 1 && item.kind != ItemKind::Group)
    reader.refuse("type", "the outermost items must be groups");
  if (item.required && !isQuestion(item))
    reader.refuse("required", "not supported on a group or display");
  const bool mayRepeat =
      item.kind == ItemKind::Choice || item.kind == ItemKind::OpenChoice || (item.kind == ItemKind::Group && depth > 1);
  if (item.repeats && !mayRepeat)
    reader.refuse("repeats", "only a choice, an open-choice or a group inside a theme can repeat");
}

void QuestionnaireReader::readChildren(ObjectReader& reader, Item& item, int depth, std::string repeatingGroup) {
  const bool isGroup = item.kind == ItemKind::Group;
  if (reader.has("item") != isGroup)
    return reader.refuse("item", isGroup ? "is missing" : "only a group can hold items");
  if (isGroup && item.repeats && !repeatingGroup.empty())
    reader.refuse("repeats", "a repeating group can't stand inside another");
  if (item.repeats)
    repeatingGroup = item.linkId;
  for (ObjectReader& child : reader.objects("item"))
    item.items.push_back(readItem(child, depth + 1, repeatingGroup));
  if (isGroup && item.repeats && !item.items.empty() && !isQuestion(item.items.front()))
    reader.refuse("item", "a repeating group must begin with a question");
}

void QuestionnaireReader::readItemExtensions(ObjectReader& reader, Item& item, int depth) {
  ExtensionReader extensions(reader);
  item.reason = m_wording.text(extensions, ours("reason"));
  item.evidence = extensions.text(ours("evidence"));
  readLifeAreas(extensions, reader, item);
  readItemControl(extensions, item);
  if (depth == 1)
    item.intro = m_wording.text(extensions, ours("intro"));
  if (item.kind != ItemKind::Group)
    readQuestionExtensions(extensions, reader, item);
  extensions.finish();
}

// A form may name the control that we draw anyway; a wish for another one is refused rather than passed over.
void QuestionnaireReader::readItemControl(ExtensionReader& extensions, const Item& item) {
  std::optional<ObjectReader> extension = extensions.one(kItemControlUrl);
  std::optional<ObjectReader> control = extension ? extension->object("valueCodeableConcept") : std::nullopt;
  if (!extension)
    return;
  if (!control)
    return extension->refuse("valueCodeableConcept", "is missing");
  std::vector<ObjectReader> codings = control->objects("coding");
  if (codings.size() != 1)
    return control->refuse("coding", "must hold one coding");
  const std::string code = codings.front().requiredText("code");
  if (codings.front().text("system") != kItemControlSystem)
    codings.front().refuse("system", "must be '" + std::string(kItemControlSystem) + "'");
  if (code != controlOf(item))
    codings.front().refuse("code", "'" + code + "' is not how this item is shown");
  codings.front().text("display");
  codings.front().finish();
  control->finish();
  extension->finish();
}

void QuestionnaireReader::readQuestionExtensions(ExtensionReader& extensions, ObjectReader& reader, Item& item) {
  for (const std::string& code : extensions.codes(ours("view"))) {
    const auto isIt = [&code](const View& view) { return view.code == code; };
    if (std::none_of(m_form.m_views.begin(), m_form.m_views.end(), isIt))
      reader.refuse("extension", "the view '" + code + "' is not defined by the form");
    item.views.insert(code);
  }
  if (!isQuestion(item))
    return;
  item.keyData = extensions.flag(ours("key-data"));
  item.sensitive = extensions.flag(ours("sensitive"));
  const std::string author = extensions.code(ours("author"));
  const std::optional<Author> known = named(kAuthors, author);
  if (!author.empty() && !known)
    reader.refuse("extension", "the author '" + author + "' is not supported");
  item.author = known.value_or(Author::Client);
  if (item.kind != ItemKind::Integer && item.kind != ItemKind::Decimal)
    return;
  item.minValue = readLimit(extensions, kMinValueUrl, item);
  item.maxValue = readLimit(extensions, kMaxValueUrl, item);
  if (item.minValue && item.maxValue && *item.minValue > *item.maxValue)
    reader.refuse("extension", "minValue is above maxValue");
}

std::optional<double> QuestionnaireReader::readLimit(ExtensionReader& extensions, std::string_view url,
                                                     const Item& item) {
  std::optional<ObjectReader> extension = extensions.one(url);
  if (!extension)
    return std::nullopt;
  const bool isWhole = item.kind == ItemKind::Integer;
  const std::string_view key = isWhole ? "valueInteger" : "valueDecimal";
  const std::optional<double> value = extension->number(key);
  if (!value)
    extension->refuse(key, "is missing");
  if (isWhole && value && *value != std::floor(*value))
    extension->refuse(key, "must be a whole number");
  extension->finish();
  return value;
}

void QuestionnaireReader::readLifeAreas(ExtensionReader& extensions, ObjectReader& reader, Item& item) {
  item.lifeAreas = extensions.integers(ours("life-area"));
  for (const int area : item.lifeAreas) {
    if (area < 1 || area > kLifeAreas)
      reader.refuse("extension", "a life area is a number from 1 to 10");
  }
}

void QuestionnaireReader::readOptions(ObjectReader& reader, Item& item) {
  const bool isChoice = item.kind == ItemKind::Choice || item.kind == ItemKind::OpenChoice;
  if (item.kind == ItemKind::Boolean)
    item.options = {{"true", "Ja"}, {"false", "Nei"}};
  if (reader.has("answerOption") != isChoice)
    return reader.refuse("answerOption", isChoice ? "is missing" : "only a choice or open-choice has options");
  for (ObjectReader& option : reader.objects("answerOption")) {
    AnswerOption read = readOption(option, item);
    if (findOption(item, read.code))
      option.refuse("valueCoding.code", "'" + read.code + "' stands twice");
    if (read.opensText && std::any_of(item.options.begin(), item.options.end(), opensText))
      option.refuse("extension", "only one option of an item can open a text");
    item.options.push_back(std::move(read));
  }
}

AnswerOption QuestionnaireReader::readOption(ObjectReader& reader, const Item& item) {
  AnswerOption option;
  for (const std::string& key : reader.keysStartingWith("value")) {
    if (key != "valueCoding")
      reader.refuse(key, "not supported");
  }
  std::optional<ObjectReader> coding = reader.object("valueCoding");
  if (!coding) {
    reader.refuse("valueCoding", "is missing");
    return option;
  }
  option.code = coding->requiredText("code");
  option.display = m_wording.text(*coding, "display");
  coding->text("system");
  coding->finish();
  ExtensionReader extensions(reader);
  option.exclusive = extensions.flag(kExclusiveUrl);
  option.opensText = extensions.flag(ours("opens-text"));
  extensions.finish();
  if (option.exclusive && !item.repeats)
    reader.refuse("extension", "an option can be exclusive only where several can be chosen");
  if (option.opensText && item.kind != ItemKind::OpenChoice)
    reader.refuse("extension", "an option can open a text only in an open-choice");
  reader.finish();
  return option;
}

Result<Questionnaire> Questionnaire::parse(BytesView json) {
  return QuestionnaireReader("").read(json);
}

Questionnaire Questionnaire::inLanguage(const std::string& language) const {
  return QuestionnaireReader(language).read(m_source).value(); // it could be read once, so it can be read again
}

} // namespace veikart::forms
