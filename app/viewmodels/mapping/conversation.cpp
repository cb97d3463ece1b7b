// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/conversation.h"

#include "app/documents/answer_text.h"
#include "app/viewmodels/shared/mapping_words.h"
#include "app/viewmodels/shared/unread_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace veikart::ui {

using casework::Layer;

namespace {

class ConversationText {
  Q_DECLARE_TR_FUNCTIONS(Conversation)
};

QStringList displaysOf(const forms::Item& item) {
  QStringList displays;
  for (const forms::AnswerOption& option : item.options)
    displays.append(QString::fromStdString(option.display));
  return displays;
}

// For each alternative, whether it is chosen.
QList<bool> chosenIn(const forms::Item& item, const forms::Answer& answer) {
  QList<bool> chosen;
  for (const forms::AnswerOption& option : item.options)
    chosen.append(std::ranges::find(answer.codes, option.code) != answer.codes.end());
  return chosen;
}

QString textUnder(const forms::Answers& answers, const std::string& key) {
  const auto found = answers.find(key);
  return found == answers.end() ? QString() : QString::fromStdString(found->second.text);
}

std::vector<forms::SurveyPage> pagesOf(const forms::Questionnaire& form, const std::string& view,
                                       const forms::Answers& answers) {
  const Result<forms::Survey> survey = forms::Survey::create(form, view);
  return survey.ok() ? survey->pages(answers) : std::vector<forms::SurveyPage>();
}

// Without the marks of themes passed over, whose questions are shown here all the same.
forms::Answers withoutPassingOver(const forms::Questionnaire& form, forms::Answers answers) {
  for (const forms::Item& theme : form.themes())
    answers.erase(theme.linkId);
  return answers;
}

} // namespace

Result<Conversation> Conversation::create(const casework::Mapping& mapping, store::LayerAnswers client,
                                          store::Reading reading) {
  const Result<const forms::Questionnaire*> form = formOf(mapping);
  if (!form.ok())
    return form.status();
  Conversation conversation;
  conversation.m_mapping = mapping;
  conversation.m_form = *form;
  conversation.m_said = standingAnswers(**form, std::move(client));
  conversation.m_client = answersIn(conversation.m_said);
  conversation.m_reading = std::move(reading);
  const forms::Answers open = withoutPassingOver(**form, conversation.m_client);
  conversation.m_viewPages = pagesOf(**form, mapping.view, open);
  conversation.m_everyPage = pagesOf(**form, std::string(forms::kAllFields), open);
  return conversation;
}

QList<RowModel::Row> Conversation::rowsOf(const forms::Item& theme, const LayerEditor& written, bool allFields,
                                          int64_t now) const {
  const auto isAnswered = [&](const std::string& key) {
    return m_client.contains(key) || written.layer(Layer::Joint).contains(key) ||
           written.layer(Layer::Comment).contains(key);
  };
  QList<RowModel::Row> rows;
  for (const forms::SurveyPage& page : m_everyPage) {
    if (page.theme != &theme)
      continue;
    const auto isIt = [&page](const forms::SurveyPage& other) { return other.key() == page.key(); };
    if (allFields || std::ranges::any_of(m_viewPages, isIt) || isAnswered(page.key()) ||
        isAnswered(forms::freeTextKey(page.key())))
      rows.append(rowOf(page, written, now));
  }
  return rows;
}

RowModel::Row Conversation::rowOf(const forms::SurveyPage& page, const LayerEditor& written, int64_t now) const {
  const std::string key = page.key();
  const forms::Item& item = *page.item;
  const auto own = m_client.find(key);
  const bool isOwn = own != m_client.end() && own->second.state != forms::AnswerState::Unanswered;
  const forms::Answer joint = written.answer(Layer::Joint, key);
  return {QString::fromStdString(key),
          documents::questionText(page),
          isOwn ? documents::modeText(own->second.mode) : QString(),
          isPassedOver(*page.theme) ? ConversationText::tr("Hoppet over temaet")
                                    : documents::answerText(item, isOwn ? own->second : forms::Answer()),
          documents::quoted(textUnder(m_client, forms::freeTextKey(key))),
          joint.state == forms::AnswerState::Unanswered ? QString() : documents::answerText(item, joint),
          written.text(Layer::Joint, forms::freeTextKey(key)),
          written.text(Layer::Comment, key),
          displaysOf(item),
          QVariant::fromValue(chosenIn(item, joint)),
          item.repeats,
          bylineIn(written.layer(Layer::Joint), key, now),
          bylineIn(written.layer(Layer::Comment), key, now)};
}

std::vector<const forms::Item*> Conversation::unread() const {
  return unreadThemes(*m_form, m_said, m_reading);
}

std::vector<std::string> Conversation::writesIn(const forms::Item& theme) const {
  std::vector<std::string> writes;
  for (const auto& [key, said] : m_said)
    if (m_form->themeOf(forms::partsOf(key).linkId) == &theme)
      writes.push_back(said.write);
  return writes;
}

void Conversation::markRead(const forms::Item& theme, const std::vector<std::string>& writes) {
  m_reading.themes.insert(theme.linkId);
  m_reading.writes.insert(writes.begin(), writes.end());
}

} // namespace veikart::ui
