// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/confirm_view_model.h"

#include "app/viewmodels/mapping/mapping_words.h"
#include "app/viewmodels/shared/error_text.h"

#include <algorithm>

namespace veikart::ui {

namespace {

struct Summary {
  casework::Mapping mapping;
  store::LayerAnswers conclusion;
  store::CaseOverview overview;
};

Result<Summary> summaryOf(store::CaseStore& cases, const Uuid& mappingId) {
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

} // namespace

ConfirmViewModel::ConfirmViewModel(AppContext& context, PaperCopy& paper)
    : m_context(context), m_paper(paper), m_tasks({"what", "detail"}, this) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::Confirm)
      load();
  });
}

QString ConfirmViewModel::over() const {
  return tr("%1 · KIS · oppsummering").arg(m_fullName);
}

QString ConfirmViewModel::text(size_t field) const {
  const auto found = m_conclusion.find(kConclusionKeys.at(field));
  return found == m_conclusion.end() ? QString() : QString::fromStdString(found->second.answer.text);
}

void ConfirmViewModel::load() {
  m_choice = None;
  m_isSealed = m_isBusy = false;
  m_disagreement.clear();
  m_noTaskReason.clear();
  m_paperText.clear();
  m_context.store.read([id = m_context.navigator.mappingId()](store::CaseStore& cases) { return summaryOf(cases, id); })
      .then(this, [this](Result<Summary> summary) {
        m_message = errorText(summary.status(), ErrorContext::Opening);
        if (summary.ok()) {
          m_mapping = summary->mapping;
          m_conclusion = std::move(summary->conclusion);
          m_clientName = QString::fromStdString(summary->overview.person.firstName);
          m_fullName = QString::fromStdString(summary->overview.person.fullName());
          m_agreedTasks = static_cast<int>(std::ranges::count_if(summary->overview.tasks, [&](const auto& task) {
            return task.agreedIn == m_mapping.id && task.state != casework::TaskState::Dropped;
          }));
          m_tasks.setRows(openTaskRows(summary->overview, m_context.clock.nowMillis()));
        }
        emit changed();
      });
}

void ConfirmViewModel::choose(Choice choice) {
  m_choice = choice;
  m_message.clear();
  emit changed();
}

bool ConfirmViewModel::needsTaskReason() const {
  return (m_choice == Agrees || m_choice == Disagrees) && m_agreedTasks == 0;
}

QString ConfirmViewModel::problem() const {
  if (m_choice == None)
    return tr("Velg ett av de tre svarene. Uten svar blir dette stående som utkast.");
  if (m_choice == Disagrees && m_disagreement.trimmed().isEmpty())
    return tr("Skriv hva du er uenig i. Begge syn blir stående.");
  if (needsTaskReason() && m_noTaskReason.trimmed().isEmpty())
    return tr("Ingen oppgave er avtalt. Skriv hvorfor, eller gå tilbake og avtal en.");
  return {};
}

void ConfirmViewModel::confirm() {
  if (m_isBusy || m_isSealed)
    return;
  m_message = problem();
  emit changed();
  if (!m_message.isEmpty())
    return;
  casework::ConfirmationRecord confirmation;
  confirmation.choice = static_cast<casework::Confirmation>(m_choice);
  confirmation.disagreement = m_choice == Disagrees ? m_disagreement.trimmed().toStdString() : "";
  confirmation.at = m_context.clock.nowMillis();
  m_isBusy = true;
  if (m_choice == Waits)
    keepAsDraft(confirmation);
  else
    seal(confirmation);
}

void ConfirmViewModel::keepAsDraft(const casework::ConfirmationRecord& confirmation) {
  casework::Mapping mapping = m_mapping;
  mapping.state = casework::MappingState::Draft;
  m_context.store
      .write([mapping, confirmation](store::CaseStore& cases) -> Status {
        RETURN_IF_ERROR(cases.save(confirmation, mapping.id));
        return cases.save(mapping);
      })
      .then(this, [this](const Status& status) {
        m_isBusy = false;
        m_message = errorText(status, ErrorContext::Saving);
        emit changed();
        if (status.ok())
          m_context.navigator.restart(Navigator::CasePage, m_mapping.caseId);
      });
}

void ConfirmViewModel::seal(const casework::ConfirmationRecord& confirmation) {
  casework::Mapping mapping = m_mapping;
  mapping.noTaskReason = needsTaskReason() ? m_noTaskReason.trimmed().toStdString() : "";
  m_context.store
      .write([mapping, confirmation](store::CaseStore& cases) -> Status {
        RETURN_IF_ERROR(cases.save(confirmation, mapping.id));
        RETURN_IF_ERROR(cases.save(mapping));
        return cases.seal(mapping.id).status();
      })
      .then(this, [this](const Status& status) {
        m_isBusy = false;
        m_message = errorText(status, ErrorContext::Saving);
        m_isSealed = status.ok();
        emit changed();
      });
}

void ConfirmViewModel::printPaper() {
  if (!m_isSealed || m_isBusy)
    return;
  m_isBusy = true;
  emit changed();
  m_paper.print(m_mapping.id).then(this, [this](const Result<QString>& where) {
    m_isBusy = false;
    m_message = errorText(where.status(), ErrorContext::Printing);
    if (where.ok())
      m_paperText = *where;
    emit changed();
  });
}

void ConfirmViewModel::logVisit() {
  m_context.navigator.restart(Navigator::CasePage, m_mapping.caseId);
  m_context.navigator.go(Navigator::LogContact, m_mapping.caseId, m_mapping.id);
}

void ConfirmViewModel::back() {
  m_context.navigator.back();
}

} // namespace veikart::ui
