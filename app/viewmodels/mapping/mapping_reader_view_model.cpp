// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/mapping_reader_view_model.h"

#include "app/casework/code_lists.h"
#include "app/documents/answer_text.h"
#include "app/documents/conclusion_text.h"
#include "app/viewmodels/mapping/mapping_words.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"

namespace veikart::ui {

struct MappingReaderViewModel::Content {
  casework::Mapping mapping;
  store::CaseOverview overview;
  std::optional<casework::SealedMapping> seal;
  std::optional<casework::ConfirmationRecord> confirmation;
  store::LayerAnswers client, joint, comments, conclusion, late;
};

namespace {

QString textIn(const store::LayerAnswers& layer, const std::string& key) {
  const auto found = layer.find(key);
  return found == layer.end() ? QString() : QString::fromStdString(found->second.answer.text);
}

QString answerIn(const store::LayerAnswers& layer, const forms::Item& item, const std::string& key) {
  const auto found = layer.find(key);
  return found == layer.end() ? QString() : documents::answerText(item, found->second.answer);
}

QList<RowModel::Row> conclusionRows(const store::LayerAnswers& conclusion) {
  QList<RowModel::Row> rows;
  for (const documents::ConclusionPart& part : documents::conclusionParts(conclusion))
    rows.append(RowModel::Row{part.label, part.text, part.isCounsellors});
  return rows;
}

QString modeIn(const store::LayerAnswers& client, const std::string& key) {
  const auto found = client.find(key);
  return found == client.end() ? QString() : documents::modeText(found->second.answer.mode);
}

} // namespace

MappingReaderViewModel::MappingReaderViewModel(AppContext& context)
    : m_context(context), m_conclusion({"label", "text", "isCounsellors"}, this),
      m_answers({"theme", "question", "how", "clientAnswer", "clientText", "jointAnswer", "jointText", "comment"},
                this),
      m_late({"question", "answer"}, this) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::MappingReader)
      load();
  });
}

QString MappingReaderViewModel::formNotice() const {
  return QString::fromStdString(forms::kisReconstruction().notice());
}

void MappingReaderViewModel::load() {
  for (QString* text : {&m_over, &m_name, &m_firstName, &m_disagreement, &m_seal, &m_message})
    text->clear();
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
        }
        Result<store::LayerAnswers> late = cases.lateAnswers(id);
        if (!late.ok())
          return late.status();
        content->late = *std::move(late);
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
                              .arg(m_firstName, QString::fromStdString(content.seal->hash).left(12))
                        : QString();
  m_disagreement = content.confirmation ? QString::fromStdString(content.confirmation->disagreement) : QString();
  m_conclusion.setRows(conclusionRows(content.conclusion));

  QList<RowModel::Row> rows, late;
  const Result<forms::Survey> survey = forms::Survey::create(forms::kisReconstruction(), content.mapping.view);
  forms::Answers answers;
  for (const auto& [key, layer] : content.client)
    answers[key] = layer.answer;
  const forms::Item* theme = nullptr;
  for (const forms::SurveyPage& page : survey.ok() ? survey->pages(answers) : std::vector<forms::SurveyPage>()) {
    const std::string key = page.key();
    const bool isSkipped = survey->themeState(*page.theme, answers) == forms::ThemeState::Skipped;
    rows.append(RowModel::Row{
        page.theme == theme ? QString() : QString::fromStdString(page.theme->text),
        QString::fromStdString(page.item->text), modeIn(content.client, key),
        isSkipped ? tr("Hoppet over temaet")
                  : documents::answerText(*page.item, answers.contains(key) ? answers[key] : forms::Answer()),
        documents::quoted(textIn(content.client, forms::freeTextKey(key))), answerIn(content.joint, *page.item, key),
        textIn(content.joint, forms::freeTextKey(key)), textIn(content.comments, key)});
    theme = page.theme;
  }
  for (const auto& [key, layer] : content.late)
    if (const forms::Item* item = forms::kisReconstruction().find(key.substr(0, key.find('#'))))
      late.append(RowModel::Row{QString::fromStdString(item->text), documents::answerText(*item, layer.answer)});
  m_answers.setRows(std::move(rows));
  m_late.setRows(std::move(late));
}

void MappingReaderViewModel::back() {
  m_context.navigator.back();
}

} // namespace veikart::ui
