// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/mapping_words.h"

#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/person_text.h"

#include <QCoreApplication>

namespace veikart::ui {

namespace {

class MappingWords {
  Q_DECLARE_TR_FUNCTIONS(MappingWords)
};

} // namespace

std::string taskLine(const casework::Task& task, const store::CaseOverview& overview, int64_t now) {
  return QStringLiteral("%1: %2, %3")
      .arg(partyText(task, overview), QString::fromStdString(task.what), dueText(task.dueDate, now))
      .toStdString();
}

QList<RowModel::Row> openTaskRows(const store::CaseOverview& overview, int64_t now) {
  QList<RowModel::Row> rows;
  for (const casework::Task& task : overview.tasks)
    if (task.state == casework::TaskState::Open)
      rows.append(RowModel::Row{QString::fromStdString(task.what),
                                partyText(task, overview) + QStringLiteral(" · ") + dueText(task.dueDate, now)});
  return rows;
}

Result<const forms::Questionnaire*> formOf(const casework::Mapping& mapping) {
  const forms::Questionnaire* form = forms::shippedForm(mapping.formHash);
  return form != nullptr ? Result<const forms::Questionnaire*>(form)
                         : Status::tooNew("the mapping's form is not in this app");
}

QString missingFormText() {
  return MappingWords::tr("Denne kartleggingen begynte med et skjema som appen ikke har. Svarene er tatt vare på. "
                          "Oppdater appen for å gå videre.");
}

QString byline(const store::LayerAnswer& answer, int64_t now) {
  const QString day = dayText(answer.at, now);
  return answer.author.empty() ? day : QStringLiteral("%1, %2").arg(QString::fromStdString(answer.author), day);
}

QString bylineIn(const store::LayerAnswers& layer, const std::string& key, int64_t now) {
  const store::LayerAnswer* last = nullptr;
  for (const std::string& place : {key, forms::freeTextKey(key)})
    if (const auto found = layer.find(place); found != layer.end() &&
                                              found->second.answer.state != forms::AnswerState::Unanswered &&
                                              (last == nullptr || last->at < found->second.at))
      last = &found->second;
  return last == nullptr ? QString() : byline(*last, now);
}

} // namespace veikart::ui
