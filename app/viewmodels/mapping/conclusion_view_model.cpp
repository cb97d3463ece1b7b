// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/conclusion_view_model.h"

#include "app/documents/conclusion_text.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/mapping_words.h"

#include <utility>

namespace veikart::ui {

using casework::Layer;

struct ConclusionViewModel::Content {
  casework::Mapping mapping;
  store::LayerAnswers conclusion;
  store::CaseOverview overview;
};

namespace {

ConclusionViewModel::Kind kindOf(const forms::Item& item) {
  switch (item.kind) {
  case forms::ItemKind::Boolean:
    return ConclusionViewModel::YesNo;
  case forms::ItemKind::Date:
    return ConclusionViewModel::Date;
  case forms::ItemKind::String:
    return ConclusionViewModel::Line;
  default:
    return ConclusionViewModel::Text;
  }
}

} // namespace

ConclusionViewModel::ConclusionViewModel(AppContext& context)
    : m_context(context), m_editor(context, this),
      m_fields({"key", "label", "hint", "kind", "value", "isTicked", "isCounsellors", "isAsked"}, this),
      m_tasks({"what", "detail"}, this), m_goals(context, this), m_draft(context, this) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::Conclusion)
      load();
    else
      m_editor.save();
  });
  connect(&m_editor, &LayerEditor::changed, this, &ConclusionViewModel::showFields);
  connect(&m_goals, &GoalDraft::edited, this, [this] { saveGoalsThen([] {}); });
}

QString ConclusionViewModel::savedText() const {
  return m_isLoaded && m_editor.isSaved() && m_goals.edits().empty() && m_message.isEmpty()
             ? tr("Alt er lagret på nettbrettet")
             : QString();
}

void ConclusionViewModel::beginAt(const QString& field) {
  m_wantedField = field;
}

void ConclusionViewModel::load() {
  const QString start = QString::fromStdString(documents::conclusionItems().front()->linkId);
  m_firstField = std::exchange(m_wantedField, {});
  if (m_firstField.isEmpty())
    m_firstField = start;
  m_caseId = m_context.navigator.caseId();
  if (std::exchange(m_mappingId, m_context.navigator.mappingId()) != m_context.navigator.mappingId()) {
    m_isDrafting = m_isSavingTask = false;
    m_goals.clear();
  }
  m_isLoaded = false;
  m_editor.close();
  m_clientName.clear();
  m_message.clear();
  m_unreadDates.clear();
  m_tasks.setRows({});
  showFields();
  m_context.store
      .read([caseId = m_caseId, id = m_mappingId](store::CaseStore& cases) -> Result<Content> {
        Result<casework::Mapping> mapping = cases.mapping(id);
        if (!mapping.ok())
          return mapping.status();
        Result<store::LayerAnswers> conclusion = cases.answers(id, Layer::Conclusion);
        if (!conclusion.ok())
          return conclusion.status();
        Result<store::CaseOverview> overview = cases.caseOverview(caseId);
        if (!overview.ok())
          return overview.status();
        return Content{*std::move(mapping), *std::move(conclusion), *std::move(overview)};
      })
      .then(this, [this, id = m_mappingId](Result<Content> content) {
        if (id != m_mappingId)
          return;
        m_message = errorText(content.status(), ErrorContext::Opening);
        if (content.ok()) {
          m_editor.open(id, {{Layer::Conclusion, std::move(content->conclusion)}});
          m_form = forms::shippedForm(content->mapping.formHash);
          m_isLoaded = true;
          showTasks(content->overview);
          const QJsonObject goals = m_goals.toJson();
          m_goals.begin(content->overview.goals, m_caseId);
          m_goals.takeUp(goals);
        }
        showFields();
      });
}

void ConclusionViewModel::loadTasks() {
  m_context.store.read([id = m_caseId](store::CaseStore& cases) { return cases.caseOverview(id); })
      .then(this, [this, id = m_caseId](const Result<store::CaseOverview>& overview) {
        if (id != m_caseId)
          return;
        m_message = errorText(overview.status(), ErrorContext::Opening);
        if (overview.ok())
          showTasks(*overview);
        emit changed();
      });
}

void ConclusionViewModel::showTasks(const store::CaseOverview& overview) {
  m_clientName = QString::fromStdString(overview.person.firstName);
  m_tasks.setRows(openTaskRows(overview, m_context.clock.nowMillis()));
}

QString ConclusionViewModel::hintOf(const forms::Item& item) const {
  if (item.linkId == "konkl.ressurser")
    return tr("Det %1 kan, og det som hjelper").arg(m_clientName);
  if (item.linkId == documents::kAssessment)
    return tr("%1 kan lese den").arg(m_clientName);
  return item.linkId == documents::kDisagreement ? tr("Begge syn blir stående. La det stå tomt når dere er enige.")
                                                 : QString();
}

void ConclusionViewModel::showFields() {
  QList<RowModel::Row> rows;
  if (m_isLoaded)
    for (const forms::Item* item : documents::conclusionItems()) {
      const forms::Answer answer = m_editor.answer(Layer::Conclusion, item->linkId);
      const QString key = QString::fromStdString(item->linkId);
      const auto unread = m_unreadDates.find(key);
      rows.append(RowModel::Row{key, QString::fromStdString(item->text), hintOf(*item), kindOf(*item),
                                unread == m_unreadDates.end() ? QString::fromStdString(answer.text) : unread->second,
                                !answer.codes.empty(), item->linkId == documents::kAssessment,
                                documents::isAsked(*item, m_editor.layer(Layer::Conclusion))});
    }
  m_fields.setRows(std::move(rows));
  emit changed();
}

void ConclusionViewModel::write(const QString& key, const QString& text) {
  if (m_isLoaded)
    m_editor.type(Layer::Conclusion, key.toStdString(), text);
}

void ConclusionViewModel::tick(const QString& key, bool isTicked) {
  forms::Answer answer;
  answer.state = isTicked ? forms::AnswerState::Answered : forms::AnswerState::Unanswered;
  if (isTicked)
    answer.codes = {"true"};
  answer.mode = forms::AnswerMode::Typed;
  if (m_isLoaded)
    m_editor.write(Layer::Conclusion, key.toStdString(), answer);
}

// All that the form asks for a date of has been.
void ConclusionViewModel::pickDate(const QString& key, const QString& text) {
  const QString date = typedDate(text, DaySide::Past, m_context.clock.nowMillis());
  forms::Answer answer;
  answer.state = date.isEmpty() ? forms::AnswerState::Unanswered : forms::AnswerState::Answered;
  answer.text = date.toStdString();
  answer.mode = forms::AnswerMode::Typed;
  if (!m_isLoaded)
    return;
  if (m_unreadDates.erase(key) > 0)
    m_message.clear();
  if (date.isEmpty() || isDate(date))
    m_editor.write(Layer::Conclusion, key.toStdString(), answer);
  else
    m_unreadDates[key] = date;
  showFields();
}

// Whether none that is asked for stands as something else on the page; the message says which one does.
bool ConclusionViewModel::hasReadableDates() {
  m_message.clear();
  for (const forms::Item* item : documents::conclusionItems())
    if (m_unreadDates.contains(QString::fromStdString(item->linkId)) &&
        documents::isAsked(*item, m_editor.layer(Layer::Conclusion)))
      m_message =
          tr("Datoen under «%1» kan ikke leses. Rett den eller ta den bort.").arg(QString::fromStdString(item->text));
  emit changed();
  return m_message.isEmpty();
}

void ConclusionViewModel::saveGoalsThen(std::function<void()> then) {
  const std::vector<GoalDraft::Edit> edits = m_goals.edits();
  if (edits.empty())
    return then();
  m_context.store
      .write([edits](store::CaseStore& cases) -> Status {
        const Result<std::vector<casework::Goal>> goals = GoalDraft::goalsToSave(cases, edits);
        if (!goals.ok())
          return goals.status();
        for (const casework::Goal& goal : *goals)
          RETURN_IF_ERROR(cases.save(goal));
        return {};
      })
      .then(this, [this, edits, then = std::move(then)](const Status& status) {
        m_message = errorText(status, ErrorContext::Saving);
        if (status.ok())
          m_goals.markSaved(edits);
        emit changed();
        if (status.ok())
          then();
      });
}

void ConclusionViewModel::newTask() {
  if (!m_isLoaded)
    return;
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
  if (m_isSavingTask)
    return;
  const std::optional<casework::Task> task = m_draft.finish(m_caseId, m_mappingId);
  if (!task)
    return;
  m_isSavingTask = true;
  m_context.store.write([task = *task](store::CaseStore& cases) { return cases.save(task); })
      .then(this, [this, then = std::move(then)](const Status& status) {
        m_isSavingTask = false;
        m_message = errorText(status, ErrorContext::Saving);
        m_isDrafting = !status.ok();
        emit changed();
        if (!status.ok())
          return;
        loadTasks();
        then();
      });
}

void ConclusionViewModel::backToConversation() {
  if (!hasReadableDates())
    return;
  const auto go = [this] { m_context.navigator.go(Navigator::Conversation, m_caseId, m_mappingId); };
  if (m_editor.isRefused())
    go(); // it would keep the counsellor here for good
  else
    m_editor.saveThen(go);
}

// The conversation noted down the themes; those that nobody wrote about say nothing, and must not be confirmed.
void ConclusionViewModel::dropBareThemes() {
  if (m_form != nullptr)
    m_editor.type(Layer::Conclusion, documents::kDisagreement,
                  documents::withoutBareThemes(m_editor.text(Layer::Conclusion, documents::kDisagreement), *m_form));
}

void ConclusionViewModel::showToClient() {
  if (!m_isLoaded || !hasReadableDates())
    return;
  dropBareThemes();
  m_goals.add(); // one that was written and not yet put on the list
  const auto show = [this] {
    saveGoalsThen(
        [this] { m_editor.saveThen([this] { m_context.navigator.go(Navigator::Confirm, m_caseId, m_mappingId); }); });
  };
  if (m_isDrafting)
    saveTaskThen(show); // an unfinished task says what it lacks; nothing of it may be lost
  else
    show();
}

} // namespace veikart::ui
