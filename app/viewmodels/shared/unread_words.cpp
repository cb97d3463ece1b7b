// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/unread_words.h"

#include "app/casework/rules.h"
#include "app/viewmodels/shared/mapping_words.h"

#include <QCoreApplication>

namespace veikart::ui {

namespace {

class UnreadWords {
  Q_DECLARE_TR_FUNCTIONS(UnreadWords)
};

} // namespace

forms::Answers answersIn(const store::LayerAnswers& layer) {
  forms::Answers answers;
  for (const auto& [key, said] : layer)
    answers[key] = said.answer;
  return answers;
}

store::LayerAnswers standingAnswers(const forms::Questionnaire& form, store::LayerAnswers client) {
  const Result<forms::Survey> survey = forms::Survey::create(form, std::string(forms::kAllFields));
  if (survey.ok())
    std::erase_if(client,
                  [&, all = answersIn(client)](const auto& entry) { return !survey->stands(entry.first, all); });
  return client;
}

std::vector<const forms::Item*> unreadThemes(const forms::Questionnaire& form, const store::LayerAnswers& standing,
                                             const store::Reading& reading) {
  store::LayerAnswers unread = standing;
  std::erase_if(unread, [&reading](const auto& entry) { return reading.writes.contains(entry.second.write); });
  std::vector<const forms::Item*> themes;
  for (const std::string& linkId : casework::unreadSensitiveThemes(form, answersIn(unread)))
    themes.push_back(form.find(linkId));
  return themes;
}

Result<std::vector<const forms::Item*>> unreadThemes(store::CaseStore& cases, const Uuid& mappingId) {
  const Result<casework::Mapping> mapping = cases.mapping(mappingId);
  if (!mapping.ok())
    return mapping.status();
  const Result<const forms::Questionnaire*> form = formOf(*mapping);
  const Result<store::LayerAnswers> client = cases.answers(mappingId, casework::Layer::Client);
  const Result<store::Reading> reading = cases.reading(mappingId);
  for (const Status& status : {form.status(), client.status(), reading.status()})
    RETURN_IF_ERROR(status);
  return unreadThemes(**form, standingAnswers(**form, *client), *reading);
}

QString unreadText(const QString& clientName, const std::vector<const forms::Item*>& themes) {
  QStringList titles;
  for (const forms::Item* theme : themes)
    titles.append(QString::fromStdString(theme->text));
  return UnreadWords::tr("%1 har skrevet noe som ingen har lest ennå: %2. Les det sammen før besøket er over.")
      .arg(clientName, titles.join(QStringLiteral(", ")));
}

} // namespace veikart::ui
