// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/conclusion_view_model.h"

#include "app/viewmodels/mapping/mapping_words.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"

namespace veikart::ui {

ConclusionViewModel::ConclusionViewModel(AppContext& context)
    : m_context(context), m_tasks({"what", "detail"}, this), m_draft(context, this) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::Conclusion)
      load();
  });
}

QString ConclusionViewModel::text(Field field) const {
  const auto found = m_answers.find(kConclusionKeys.at(static_cast<size_t>(field)));
  return found == m_answers.end() ? QString() : QString::fromStdString(found->second.answer.text);
}

QString ConclusionViewModel::savedText() const {
  return m_message.isEmpty() ? tr("Alt er lagret på nettbrettet") : QString();
}

void ConclusionViewModel::load() {
  m_caseId = m_context.navigator.caseId();
  m_mappingId = m_context.navigator.mappingId();
  m_isDrafting = false;
  m_answers.clear();
  m_context.store
      .read([id = m_mappingId](store::CaseStore& cases) { return cases.answers(id, casework::Layer::Conclusion); })
      .then(this, [this](Result<store::LayerAnswers> answers) {
        m_message = errorText(answers.status(), ErrorContext::Opening);
        if (answers.ok())
          m_answers = *std::move(answers);
        emit changed();
      });
  loadTasks();
}

void ConclusionViewModel::loadTasks() {
  m_context.store.read([id = m_caseId](store::CaseStore& cases) { return cases.caseOverview(id); })
      .then(this, [this](const Result<store::CaseOverview>& overview) {
        if (!overview.ok())
          return;
        m_clientName = QString::fromStdString(overview->person.firstName);
        m_tasks.setRows(openTaskRows(*overview, m_context.clock.nowMillis()));
        emit changed();
      });
}

void ConclusionViewModel::write(Field field, const QString& text) {
  const std::string key = kConclusionKeys.at(static_cast<size_t>(field));
  forms::Answer answer;
  answer.text = text.trimmed().toStdString();
  answer.state = answer.text.empty() ? forms::AnswerState::Unanswered : forms::AnswerState::Answered;
  answer.mode = forms::AnswerMode::Typed;
  if (m_answers.contains(key) ? m_answers[key].answer == answer : answer.text.empty())
    return;
  m_context.store
      .write([id = m_mappingId, key, answer](store::CaseStore& cases) {
        return cases.saveAnswer(id, casework::Layer::Conclusion, key, answer);
      })
      .then(this, [this, key, answer](const Status& status) {
        m_message = errorText(status, ErrorContext::Saving);
        if (status.ok())
          m_answers[key].answer = answer;
        emit changed();
      });
}

void ConclusionViewModel::newTask() {
  m_draft.begin(m_clientName);
  m_isDrafting = true;
  emit changed();
}

void ConclusionViewModel::cancelTask() {
  m_isDrafting = false;
  emit changed();
}

void ConclusionViewModel::saveTask() {
  saveTaskThen([] {});
}

void ConclusionViewModel::saveTaskThen(std::function<void()> then) {
  const std::optional<casework::Task> task = m_draft.finish(m_caseId, m_mappingId);
  if (!task)
    return;
  m_context.store.write([task = *task](store::CaseStore& cases) { return cases.save(task); })
      .then(this, [this, then = std::move(then)](const Status& status) {
        m_message = errorText(status, ErrorContext::Saving);
        m_isDrafting = !status.ok();
        loadTasks();
        emit changed();
        if (status.ok())
          then();
      });
}

void ConclusionViewModel::backToConversation() {
  m_context.navigator.go(Navigator::Conversation, m_caseId, m_mappingId);
}

void ConclusionViewModel::showToClient() {
  const auto show = [this] { m_context.navigator.go(Navigator::Confirm, m_caseId, m_mappingId); };
  if (m_isDrafting)
    saveTaskThen(show); // an unfinished task says what it lacks; nothing of it may be lost
  else
    show();
}

} // namespace veikart::ui
