// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/mapping_reader_view_model.h"

#include "app/casework/code_lists.h"
#include "app/documents/answer_text.h"
#include "app/documents/client_copy.h"
#include "app/documents/conclusion_text.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/mapping_words.h"

#include <algorithm>
#include <array>
#include <set>

namespace veikart::ui {

struct MappingReaderViewModel::Content {
  casework::Mapping mapping;
  store::CaseOverview overview;
  std::optional<casework::SealedMapping> seal;
  std::optional<casework::ConfirmationRecord> confirmation;
  store::LayerAnswers client, joint, comments, conclusion;
  std::map<casework::Layer, store::LayerAnswers> late;
};

namespace {

const store::LayerAnswer* saidIn(const store::LayerAnswers& layer, const std::string& key) {
  const auto found = layer.find(key);
  return found == layer.end() || found->second.answer.state == forms::AnswerState::Unanswered ? nullptr
                                                                                              : &found->second;
}

QString textIn(const store::LayerAnswers& layer, const std::string& key) {
  const store::LayerAnswer* said = saidIn(layer, key);
  return said == nullptr ? QString() : QString::fromStdString(said->answer.text);
}

QString answerIn(const store::LayerAnswers& layer, const forms::Item& item, const std::string& key) {
  const store::LayerAnswer* said = saidIn(layer, key);
  return said == nullptr ? QString() : documents::answerText(item, said->answer);
}

QList<RowModel::Row> conclusionRows(const store::LayerAnswers& conclusion) {
  QList<RowModel::Row> rows;
  for (const documents::ConclusionPart& part : documents::conclusionParts(conclusion))
    rows.append(RowModel::Row{part.label, part.text, part.isCounsellors});
  return rows;
}

QString modeIn(const store::LayerAnswers& client, const std::string& key) {
  const store::LayerAnswer* said = saidIn(client, key);
  return said == nullptr ? QString() : documents::modeText(said->answer.mode);
}

// What a late answer's question is called: of the survey, or a heading of the conclusion.
QString questionOf(const forms::Questionnaire& form, const std::string& linkId) {
  const forms::Item* item = form.find(linkId);
  if (item == nullptr)
    item = forms::kisConclusion().find(linkId);
  return item == nullptr ? QString() : QString::fromStdString(item->text);
}

QString lateText(const forms::Questionnaire& form, const forms::KeyParts& key, casework::Layer layer,
                 const forms::Answer& answer) {
  if (answer.state != forms::AnswerState::Answered)
    return documents::stateText(answer.state);
  const forms::Item* item = form.find(key.linkId);
  const bool isAlternative = layer == casework::Layer::Client || layer == casework::Layer::Joint;
  return item != nullptr && isAlternative && !key.isFreeText ? documents::answerText(*item, answer)
                                                             : QString::fromStdString(answer.text);
}

} // namespace

MappingReaderViewModel::MappingReaderViewModel(AppContext& context, PaperCopy& paper)
    : m_context(context), m_paper(paper), m_conclusion({"label", "text", "isCounsellors"}, this),
      m_answers({"theme", "question", "how", "clientAnswer", "clientText", "jointAnswer", "jointText", "jointBy",
                 "comment", "commentBy"},
                this),
      m_late({"question", "answer", "by", "origin"}, this) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::MappingReader)
      load();
  });
}

void MappingReaderViewModel::load() {
  for (QString* text : {&m_over, &m_name, &m_firstName, &m_formNotice, &m_disagreement, &m_noTaskReason, &m_seal,
                        &m_paperText, &m_message})
    text->clear();
  m_canPrint = m_isPrinting = false;
  for (RowModel* rows : {&m_conclusion, &m_answers, &m_late})
    rows->setRows({});
  emit changed();
  m_context.store
      .read([id = m_context.navigator.mappingId()](store::CaseStore& cases) -> Result<std::shared_ptr<Content>> {
        auto content = std::make_shared<Content>();
        Result<casework::Mapping> mapping = cases.mapping(id);
        if (!mapping.ok())
          return mapping.status();
        content->mapping = *mapping;
        Result<store::CaseOverview> overview = cases.caseOverview(mapping->caseId);
        if (!overview.ok())
          return overview.status();
        content->overview = *std::move(overview);
        Result<std::optional<casework::SealedMapping>> seal = cases.sealOf(id);
        if (!seal.ok())
          return seal.status();
        content->seal = *std::move(seal);
        Result<std::optional<casework::ConfirmationRecord>> confirmation = cases.confirmation(id);
        if (!confirmation.ok())
          return confirmation.status();
        content->confirmation = *std::move(confirmation);
        for (auto [layer, target] :
             {std::pair(casework::Layer::Client, &content->client), std::pair(casework::Layer::Joint, &content->joint),
              std::pair(casework::Layer::Comment, &content->comments),
              std::pair(casework::Layer::Conclusion, &content->conclusion)}) {
          Result<store::LayerAnswers> answers = cases.answers(id, layer);
          if (!answers.ok())
            return answers.status();
          *target = *std::move(answers);
          Result<store::LayerAnswers> late = cases.lateAnswers(id, layer);
          if (!late.ok())
            return late.status();
          content->late[layer] = *std::move(late);
        }
        return content;
      })
      .then(this, [this, id = m_context.navigator.mappingId()](const Result<std::shared_ptr<Content>>& content) {
        if (id != m_context.navigator.mappingId())
          return;
        m_message = errorText(content.status(), ErrorContext::Opening);
        if (content.ok())
          show(**content);
        emit changed();
      });
}

void MappingReaderViewModel::show(const Content& content) {
  const int64_t now = m_context.clock.nowMillis();
  m_name = QString::fromStdString(content.overview.person.fullName());
  m_firstName = QString::fromStdString(content.overview.person.firstName);
  const std::string_view place = casework::displayOf(casework::places(), content.mapping.place);
  m_over = content.seal ? tr("KIS · bekreftet %1 · %2 · %3")
                              .arg(dayText(content.seal->sealedAt, now),
                                   QString::fromUtf8(place.data(), static_cast<qsizetype>(place.size())).toLower(),
                                   documents::modeText(content.mapping.mode))
                        : tr("KIS · ikke bekreftet");
  m_seal = content.seal ? tr("Bekreftet av %1. Ingen kan endre dette. Merke %2")
                              .arg(m_firstName, documents::sealMark(content.seal->hash))
                        : QString();
  m_disagreement = content.confirmation ? QString::fromStdString(content.confirmation->disagreement) : QString();
  m_noTaskReason = QString::fromStdString(content.mapping.noTaskReason);
  m_conclusion.setRows(conclusionRows(content.conclusion));
  const Result<const forms::Questionnaire*> form = formOf(content.mapping);
  if (!form.ok()) {
    m_message = missingFormText();
    return;
  }
  m_canPrint = content.seal && m_context.user.role == casework::Role::Counsellor; // the paper needs the form, too
  m_formNotice = QString::fromStdString((*form)->notice());
  m_answers.setRows(answerRows(**form, content, now));
  m_late.setRows(lateRows(**form, content, now));
}

// What the view asks, and whatever else was said: in the conversation with all fields, or in a theme passed over.
QList<RowModel::Row> MappingReaderViewModel::answerRows(const forms::Questionnaire& form, const Content& content,
                                                        int64_t now) {
  const Result<forms::Survey> survey = forms::Survey::create(form, content.mapping.view);
  if (!survey.ok())
    return {};
  forms::Answers answers;
  for (const auto& [key, layer] : content.client)
    answers[key] = layer.answer;
  std::set<std::string> asked;
  for (const forms::SurveyPage& page : survey->pages(answers))
    asked.insert(page.key());
  const auto isSaid = [&content](const std::string& key) {
    return std::ranges::any_of(
        std::array{&content.client, &content.joint, &content.comments}, [&key](const store::LayerAnswers* layer) {
          return saidIn(*layer, key) != nullptr || saidIn(*layer, forms::freeTextKey(key)) != nullptr;
        });
  };
  QList<RowModel::Row> rows;
  const forms::Item* theme = nullptr;
  for (const forms::SurveyPage& page : survey->everyPage()) {
    const std::string key = page.key();
    if (!asked.contains(key) && !isSaid(key))
      continue;
    rows.append(RowModel::Row{
        page.theme == theme ? QString() : QString::fromStdString(page.theme->text), documents::questionText(page),
        modeIn(content.client, key),
        forms::isPassedOver(*page.theme, answers) ? tr("Hoppet over temaet")
                                                  : documents::answerText(*page.item, answers[key]),
        documents::quoted(textIn(content.client, forms::freeTextKey(key))), answerIn(content.joint, *page.item, key),
        textIn(content.joint, forms::freeTextKey(key)), bylineIn(content.joint, key, now),
        textIn(content.comments, key), bylineIn(content.comments, key, now)});
    theme = page.theme;
  }
  return rows;
}

QList<RowModel::Row> MappingReaderViewModel::lateRows(const forms::Questionnaire& form, const Content& content,
                                                      int64_t now) {
  QList<RowModel::Row> rows;
  for (const auto& [layer, answers] : content.late)
    for (const auto& [key, answer] : answers) {
      const forms::KeyParts parts = forms::partsOf(key);
      if (const QString question = questionOf(form, parts.linkId); !question.isEmpty())
        rows.append(RowModel::Row{question, lateText(form, parts, layer, answer.answer), byline(answer, now),
                                  static_cast<int>(layer)});
    }
  return rows;
}

void MappingReaderViewModel::printPaper() {
  if (!m_canPrint || m_isPrinting)
    return;
  m_isPrinting = true;
  emit changed();
  const Uuid mappingId = m_context.navigator.mappingId();
  m_paper.print(mappingId, PaperCopy::When::Later).then(this, [this, mappingId](const Result<QString>& where) {
    if (mappingId != m_context.navigator.mappingId())
      return;
    m_isPrinting = false;
    m_message = errorText(where.status(), ErrorContext::Printing);
    m_paperText = where.ok() ? *where : QString();
    emit changed();
  });
}

void MappingReaderViewModel::back() {
  m_context.navigator.back();
}

} // namespace veikart::ui
