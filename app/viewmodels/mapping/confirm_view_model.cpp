// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/confirm_view_model.h"

#include "app/documents/conclusion_text.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/mapping_words.h"
#include "app/viewmodels/shared/unread_words.h"

#include <algorithm>
#include <utility>

namespace veikart::ui {

struct ConfirmViewModel::Summary {
  casework::Mapping mapping;
  store::LayerAnswers conclusion;
  store::CaseOverview overview;

  // Tells it from any other: the conclusion's versions, also those that came beside another, and the tasks in words.
  QStringList words(int64_t now) const {
    QStringList words;
    for (const auto& [key, said] : conclusion)
      words.append(QString::fromStdString(said.write));
    for (const RowModel::Row& task : openTaskRows(overview, now))
      words.append(task[0].toString() + QLatin1Char('\n') + task[1].toString());
    return words;
  }
};

// What stands in the way of a confirmation; then nothing is written.
struct ConfirmViewModel::Obstacles {
  std::vector<const forms::Item*> unread; // themes with sensitive words that nobody has read
  std::optional<Summary> newer;           // it is another one than the client was shown
};

Result<ConfirmViewModel::Summary> ConfirmViewModel::summaryOf(store::CaseStore& cases, const Uuid& mappingId) {
  Summary summary;
  const Result<casework::Mapping> mapping = cases.mapping(mappingId);
  if (!mapping.ok())
    return mapping.status();
  summary.mapping = *mapping;
  Result<store::LayerAnswers> conclusion = cases.answers(mappingId, casework::Layer::Conclusion);
  if (!conclusion.ok())
    return conclusion.status();
  summary.conclusion = *std::move(conclusion);
  Result<store::CaseOverview> overview = cases.caseOverview(mapping->caseId);
  if (!overview.ok())
    return overview.status();
  summary.overview = *std::move(overview);
  return summary;
}

ConfirmViewModel::ConfirmViewModel(AppContext& context, PaperCopy& paper)
    : m_context(context), m_paper(paper), m_parts({"lead", "words"}, this), m_tasks({"what", "detail"}, this) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::Confirm)
      load();
  });
}

QString ConfirmViewModel::over() const {
  return tr("%1 · KIS · oppsummering").arg(m_fullName);
}

void ConfirmViewModel::load() {
  if (std::exchange(m_writtenFor, m_context.navigator.mappingId()) != m_context.navigator.mappingId()) {
    m_choice = None;
    m_disagreement.clear();
    m_noTaskReason.clear();
  }
  m_isSealed = m_isBusy = m_isLoaded = m_warnsOfEmpty = false;
  m_mapping = {};
  m_agreedTasks = 0;
  for (QString* text : {&m_assessment, &m_assessmentLabel, &m_clientName, &m_fullName, &m_message, &m_paperText})
    text->clear();
  m_parts.setRows({});
  m_tasks.setRows({});
  emit changed();
  m_context.store.read([id = m_context.navigator.mappingId()](store::CaseStore& cases) { return summaryOf(cases, id); })
      .then(this, [this, id = m_context.navigator.mappingId()](Result<Summary> summary) {
        if (id != m_context.navigator.mappingId())
          return;
        m_message = errorText(summary.status(), ErrorContext::Opening);
        if (summary.ok())
          show(*std::move(summary));
        emit changed();
      });
}

void ConfirmViewModel::show(Summary summary) {
  if (m_choice == Agrees)
    m_choice = None; // it was said of what stood there then
  m_warnsOfEmpty = false;
  m_mapping = summary.mapping;
  showConclusion(summary.conclusion);
  m_clientName = QString::fromStdString(summary.overview.person.firstName);
  m_fullName = QString::fromStdString(summary.overview.person.fullName());
  m_agreedTasks = static_cast<int>(std::ranges::count_if(summary.overview.tasks, [this](const casework::Task& task) {
    return task.agreedIn == m_mapping.id && task.state != casework::TaskState::Dropped;
  }));
  const int64_t now = m_context.clock.nowMillis();
  m_tasks.setRows(openTaskRows(summary.overview, now));
  m_shownAt = now;
  m_shownWords = summary.words(now);
  m_isLoaded = true;
}

void ConfirmViewModel::showConclusion(const store::LayerAnswers& conclusion) {
  QList<RowModel::Row> rows;
  for (const documents::ConclusionPart& part : documents::conclusionParts(conclusion)) {
    if (!part.isCounsellors) {
      rows.append(
          RowModel::Row{part.label.endsWith(QLatin1Char('?')) ? part.label : part.label + QLatin1Char('.'), part.text});
      continue;
    }
    m_assessmentLabel = part.label;
    m_assessment = part.text;
  }
  m_parts.setRows(std::move(rows));
}

void ConfirmViewModel::choose(Choice choice) {
  m_choice = choice;
  m_warnsOfEmpty = false;
  m_message.clear();
  emit changed();
}

bool ConfirmViewModel::needsTaskReason() const {
  return seals() && m_agreedTasks == 0;
}

QString ConfirmViewModel::problem() const {
  if (m_choice == None)
    return tr("Velg ett av de tre svarene. Uten svar blir dette stående som utkast.");
  if (m_choice == Disagrees && m_disagreement.trimmed().isEmpty())
    return tr("Skriv hva du er uenig i. Begge syn blir stående.");
  if (needsTaskReason() && m_noTaskReason.trimmed().isEmpty())
    return m_tasks.rowCount() > 0 ? tr("Ingen ny oppgave er avtalt. Skriv hvorfor, eller gå tilbake og avtal en.")
                                  : tr("Ingen oppgave er avtalt. Skriv hvorfor, eller gå tilbake og avtal en.");
  return {};
}

void ConfirmViewModel::confirm() {
  if (!m_isLoaded || m_isBusy || m_isSealed)
    return;
  m_message = problem();
  if (m_message.isEmpty() && seals() && isEmpty() && !std::exchange(m_warnsOfEmpty, true))
    m_message =
        tr("Konklusjonen er tom. Når den er bekreftet, kan ingen skrive noe i den. Gå tilbake og skriv hva dere "
           "kom fram til, eller bekreft likevel.");
  emit changed();
  if (!m_message.isEmpty())
    return;
  casework::ConfirmationRecord confirmation;
  confirmation.choice = static_cast<casework::Confirmation>(m_choice);
  confirmation.disagreement = m_choice == Disagrees ? m_disagreement.trimmed().toStdString() : "";
  confirmation.at = m_context.clock.nowMillis();
  m_isBusy = true;
  save(confirmation);
}

void ConfirmViewModel::save(const casework::ConfirmationRecord& confirmation) {
  m_context.store
      .write([id = m_mapping.id, confirmation, shown = m_shownWords, shownAt = m_shownAt,
              noTaskReason = needsTaskReason() ? m_noTaskReason.trimmed()
                                               : QString()](store::CaseStore& cases) -> Result<Obstacles> {
        Result<std::vector<const forms::Item*>> unread = unreadThemes(cases, id);
        Result<Summary> summary = summaryOf(cases, id);
        for (const Status& status : {unread.status(), summary.status()})
          RETURN_IF_ERROR(status);
        Obstacles obstacles{*std::move(unread), {}};
        if (summary->words(shownAt) != shown)
          obstacles.newer = *std::move(summary);
        if (obstacles.unread.empty() && !obstacles.newer)
          RETURN_IF_ERROR(cases.confirm(id, confirmation, noTaskReason.toStdString()));
        return obstacles;
      })
      .then(this, [this, choice = confirmation.choice](Result<Obstacles> found) { finish(std::move(found), choice); });
}

void ConfirmViewModel::finish(Result<Obstacles> found, casework::Confirmation choice) {
  m_isBusy = false;
  m_message =
      found.status().code() == StatusCode::TooNew ? missingFormText() : errorText(found.status(), ErrorContext::Saving);
  const bool isSaved = found.ok() && found->unread.empty() && !found->newer;
  if (found.ok() && !found->unread.empty()) {
    m_message = unreadText(m_clientName, found->unread);
  } else if (found.ok() && found->newer) {
    show(*std::move(found->newer));
    m_message = tr("Oppsummeringen er endret på et annet nettbrett. Nå står den nye her. Les den før du svarer.");
  }
  m_isSealed = isSaved && choice != casework::Confirmation::Waits;
  if (isSaved)
    m_writtenFor = {};
  emit changed();
  if (isSaved && !m_isSealed)
    m_context.navigator.restart(Navigator::CasePage, m_mapping.caseId);
}

void ConfirmViewModel::printPaper() {
  if (!m_isSealed || m_isBusy)
    return;
  m_isBusy = true;
  emit changed();
  m_paper.print(m_mapping.id, PaperCopy::When::AtConfirmation)
      .then(this, [this, id = m_mapping.id](const Result<QString>& where) {
        if (id != m_mapping.id)
          return;
        m_isBusy = false;
        m_message = errorText(where.status(), ErrorContext::Printing);
        if (where.ok())
          m_paperText = *where;
        emit changed();
      });
}

void ConfirmViewModel::logVisit() {
  toCase();
  m_context.navigator.go(Navigator::LogContact, m_mapping.caseId, m_mapping.id);
}

void ConfirmViewModel::toCase() {
  m_context.navigator.restart(Navigator::CasePage, m_mapping.caseId);
}

void ConfirmViewModel::back() {
  m_context.navigator.back();
}

} // namespace veikart::ui
