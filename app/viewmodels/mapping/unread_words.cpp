// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/unread_words.h"

#include "app/casework/rules.h"

#include <QCoreApplication>

namespace veikart::ui {

namespace {

class UnreadWords {
  Q_DECLARE_TR_FUNCTIONS(UnreadWords)
};

} // namespace

forms::Answers standingAnswers(const store::LayerAnswers& client) {
  forms::Answers standing;
  for (const auto& [key, layer] : client)
    standing[key] = layer.answer;
  const Result<forms::Survey> survey =
      forms::Survey::create(forms::kisReconstruction(), std::string(forms::kAllFields));
  if (survey.ok())
    std::erase_if(standing, [&, all = standing](const auto& entry) { return !survey->stands(entry.first, all); });
  return standing;
}

Result<std::vector<std::string>> unreadThemes(store::CaseStore& cases, const Uuid& mappingId) {
  const Result<store::LayerAnswers> client = cases.answers(mappingId, casework::Layer::Client);
  const Result<std::vector<std::string>> read = cases.readThemes(mappingId);
  if (!client.ok() || !read.ok())
    return client.ok() ? read.status() : client.status();
  return casework::unreadSensitiveThemes(forms::kisReconstruction(), standingAnswers(*client), *read);
}

QString unreadText(const QString& clientName, const std::vector<std::string>& themes) {
  QStringList titles;
  for (const std::string& linkId : themes)
    titles.append(QString::fromStdString(forms::kisReconstruction().find(linkId)->text));
  return UnreadWords::tr("%1 har skrevet noe som ingen har lest ennå: %2. Les det sammen før besøket er over.")
      .arg(clientName, titles.join(QStringLiteral(", ")));
}

} // namespace veikart::ui
