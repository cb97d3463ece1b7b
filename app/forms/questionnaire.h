// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace veikart::forms {

// The documented subset of FHIR R4 Questionnaire.item.type (definitions/FORMAT.md); anything else is refused.
enum class ItemKind { Group, Display, Boolean, Choice, OpenChoice, Integer, Decimal, Date, String, Text };

struct AnswerOption {
  std::string code;       // stable; what is stored and counted
  std::string display;    // what people read
  bool exclusive = false; // "Nei", "Ingenting": choosing it clears the others, in a repeating item
  bool opensText = false; // "Noe annet": opens a line of text
};

enum class ConditionOperator { Exists, Equal, NotEqual, Greater, Less, GreaterOrEqual, LessOrEqual };

// One enableWhen. It holds on a real value only: "vet ikke", "vil ikke svare", "ikke spurt" and unanswered never fulfil
// it, NotEqual no more than the others.
struct Condition {
  std::string linkId;
  ConditionOperator op = ConditionOperator::Equal;
  std::string value; // a code, "true"/"false", a number or a date, as text
};

// Whose words an item holds: the client's in the survey; in the conclusion also words written together, or the
// counsellor's own.
enum class Author { Client, Together, Counsellor };

struct Item {
  std::string linkId; // never holds '#' nor ends in ".tekst": see Answers
  std::string text;
  ItemKind kind = ItemKind::Display;
  bool required = false;
  bool repeats = false;
  std::optional<int> maxLength;
  std::optional<double> minValue;
  std::optional<double> maxValue;
  std::vector<AnswerOption> options; // a boolean has two, "true" and "false"
  std::vector<Condition> conditions;
  bool anyCondition = false;   // enableBehavior: any (else all)
  std::set<std::string> views; // codes of the views that show it; "alle" always does
  bool keyData = false;
  bool sensitive = false; // the reason is shown at the question itself
  Author author = Author::Client;
  std::string reason; // "Hvorfor spør vi?"; empty: the theme's stands
  std::string intro;  // of a theme
  std::vector<int> lifeAreas;
  std::string evidence; // where the question comes from, for those who keep the form
  std::vector<Item> items;
};

bool isQuestion(const Item& item); // has an answer of its own: neither group nor display
bool isCoded(const Item& item);    // answered by codes; has free text beside it (rule 2)

struct View {
  std::string code;    // "mg2"
  std::string display; // "Målgruppe 2"
};

// An immutable form definition, addressed by the BLAKE2b-256 of its bytes. A value; any thread once made.
class Questionnaire {
public:
  // Invalid for JSON that is broken, or holds a construct outside the subset; the text begins with its path in the file
  // ("item[3].item[0].type: 'attachment' is not supported").
  static Result<Questionnaire> parse(BytesView json);

  const std::string& hash() const { return m_hash; } // hexadecimal
  const std::string& url() const { return m_url; }
  const std::string& version() const { return m_version; }
  const std::string& title() const { return m_title; }
  const std::string& notice() const { return m_notice; } // "Dette er en rekonstruksjon …"; empty for an authentic form
  const std::vector<View>& views() const { return m_views; }
  const std::vector<Item>& themes() const { return m_themes; } // top-level groups
  const Item* find(std::string_view linkId) const;             // null when unknown
  const Item* themeOf(std::string_view linkId) const;
  std::vector<const Item*>
  pathTo(std::string_view linkId) const;           // from its theme to the item itself; empty when unknown
  const Bytes& source() const { return m_source; } // the JSON it was read from

  // The language that it is written in, then those that any of its texts is translated to; empty when it says none.
  const std::vector<std::string>& languages() const { return m_languages; }
  // The same form, hash and keys, with its texts in that language; what is not translated stays in the form's own.
  Questionnaire inLanguage(const std::string& language) const;

private:
  friend class QuestionnaireReader;

  std::string m_hash, m_url, m_version, m_title, m_notice;
  std::vector<View> m_views;
  std::vector<Item> m_themes;
  std::vector<std::string> m_languages;
  Bytes m_source;
};

// The forms that are built into the program.
inline constexpr std::string_view kAllFields = "alle"; // the view that shows everything
const Questionnaire& kisReconstruction();
const Questionnaire& kisConclusion();
const Questionnaire* shippedForm(std::string_view hash); // of a survey; null when none has that hash

} // namespace veikart::forms
