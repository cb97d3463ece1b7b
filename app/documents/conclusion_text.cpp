// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/documents/conclusion_text.h"

#include "app/documents/answer_text.h"
#include "app/forms/survey.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace veikart::documents {

namespace {

class ConclusionText {
  Q_DECLARE_TR_FUNCTIONS(ConclusionText)
};

constexpr std::array<std::string_view, 2> kAskedElsewhere = {"konkl.neste", "konkl.bekreftet"};

QString labelOf(const forms::Item& item, const std::string& author) {
  if (item.linkId == kAssessment && !author.empty())
    return ConclusionText::tr("Faglig vurdering fra %1").arg(QString::fromStdString(author));
  return QString::fromStdString(item.text);
}

} // namespace

std::vector<const forms::Item*> conclusionItems() {
  std::vector<const forms::Item*> items;
  for (const forms::Item& theme : forms::kisConclusion().themes())
    for (const forms::Item& item : theme.items)
      if (std::ranges::find(kAskedElsewhere, item.linkId) == kAskedElsewhere.end())
        items.push_back(&item);
  return items;
}

bool isAsked(const forms::Item& item, const store::LayerAnswers& conclusion) {
  forms::Answers answers;
  for (const auto& [key, layer] : conclusion)
    answers[key] = layer.answer;
  const Result<forms::Survey> survey = forms::Survey::create(forms::kisConclusion(), std::string(forms::kAllFields));
  return survey.ok() && survey->isVisible(item, answers);
}

QString withoutBareThemes(const QString& disagreement, const forms::Questionnaire& form) {
  QStringList lines = disagreement.split(QLatin1Char('\n'));
  bool hasWords = false; // below the line, before the next theme
  for (qsizetype i = lines.size() - 1; i >= 0; --i) {
    const QString line = lines[i].trimmed();
    const auto begins = [&line](const forms::Item& theme) {
      return line.startsWith(QString::fromStdString(theme.text + ":"));
    };
    const auto theme = std::ranges::find_if(form.themes(), begins);
    if (theme == form.themes().end()) {
      hasWords = hasWords || !line.isEmpty();
      continue;
    }
    const bool isBare = line == QString::fromStdString(theme->text + ":");
    if (isBare && !hasWords)
      lines.removeAt(i);
    hasWords = false;
  }
  return lines.join(QLatin1Char('\n')).trimmed();
}

std::vector<ConclusionPart> conclusionParts(const store::LayerAnswers& conclusion) {
  std::vector<ConclusionPart> parts;
  for (const forms::Item* item : conclusionItems()) {
    const auto found = conclusion.find(item->linkId);
    if (found != conclusion.end() && forms::hasValue(*item, found->second.answer) && isAsked(*item, conclusion))
      parts.push_back({item->linkId, labelOf(*item, found->second.author), answerText(*item, found->second.answer),
                       item->linkId == kAssessment});
  }
  return parts;
}

} // namespace veikart::documents
