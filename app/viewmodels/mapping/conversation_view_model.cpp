// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/conversation_view_model.h"

#include "app/casework/rules.h"
#include "app/documents/answer_text.h"
#include "app/viewmodels/shared/error_text.h"

#include <algorithm>

namespace veikart::ui {

struct ConversationViewModel::Layers {
  casework::Mapping mapping;
  std::string clientName;
  store::LayerAnswers client, joint, comments;
  std::vector<std::string> readThemes;
};

namespace {

constexpr const char* kDisagreementKey = "konkl.uenig";

QStringList displaysOf(const forms::Item& item) {
  QStringList displays;
  for (const forms::AnswerOption& option : item.options)
    displays.append(QString::fromStdString(option.display));
  return displays;
}

// For each alternative, whether it is chosen.
QList<bool> chosenIn(const forms::Item& item, const store::LayerAnswers& layer, const std::string& key) {
  const auto found = layer.find(key);
  const std::vector<std::string> codes = found == layer.end() ? std::vector<std::string>() : found->second.answer.codes;
  QList<bool> chosen;
  for (const forms::AnswerOption& option : item.options)
    chosen.append(std::count(codes.begin(), codes.end(), option.code) > 0);
  return chosen;
}

QString textUnder(const store::LayerAnswers& layer, const std::string& key) {
  const auto found = layer.find(key);
  return found == layer.end() ? QString() : QString::fromStdString(found->second.answer.text);
}

forms::Answer textAnswer(const QString& text, forms::AnswerMode mode) {
  forms::Answer answer;
  answer.state = text.trimmed().isEmpty() ? forms::AnswerState::Unanswered : forms::AnswerState::Answered;
  answer.text = text.trimmed().toStdString();
  answer.mode = mode;
  return answer;
}

} // namespace

ConversationViewModel::ConversationViewModel(AppContext& context)
    : m_context(context), m_themes({"linkId", "title", "state", "isCurrent", "needsReading"}, this),
      m_items({"key", "question", "how", "clientAnswer", "clientText", "jointAnswer", "jointText", "comment", "options",
               "selected", "isMultiple"},
              this) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::Conversation)
      load();
  });
}

const std::vector<forms::Item>& ConversationViewModel::allThemes() const {
  return forms::kisReconstruction().themes();
}

void ConversationViewModel::load() {
  m_theme = 0;
  m_showsAllFields = false;
  m_isLoaded = false;
  m_unreadNotice.clear();
  m_context.store
      .read([id = m_context.navigator.mappingId()](store::CaseStore& cases) -> Result<Layers> {
        Layers layers;
        const Result<casework::Mapping> mapping = cases.mapping(id);
        if (!mapping.ok())
          return mapping.status();
        layers.mapping = *mapping;
        const Result<store::CaseOverview> overview = cases.caseOverview(mapping->caseId);
        if (!overview.ok())
          return overview.status();
        layers.clientName = overview->person.firstName;
        for (auto [layer, target] :
             {std::pair(casework::Layer::Client, &layers.client), std::pair(casework::Layer::Joint, &layers.joint),
              std::pair(casework::Layer::Comment, &layers.comments)}) {
          Result<store::LayerAnswers> answers = cases.answers(id, layer);
          if (!answers.ok())
            return answers.status();
          *target = *std::move(answers);
        }
        const Result<std::vector<std::string>> read = cases.readThemes(id);
        if (!read.ok())
          return read.status();
        layers.readThemes = *read;
        return layers;
      })
      .then(this, [this](Result<Layers> layers) {
        m_message = errorText(layers.status(), ErrorContext::Opening);
        if (layers.ok())
          show(*std::move(layers));
        emit changed();
      });
}

void ConversationViewModel::show(Layers layers) {
  m_mapping = layers.mapping;
  m_clientName = QString::fromStdString(layers.clientName);
  m_clientLayer = std::move(layers.client);
  m_joint = std::move(layers.joint);
  m_comments = std::move(layers.comments);
  m_readThemes = std::move(layers.readThemes);
  m_client.clear();
  for (const auto& [key, answer] : m_clientLayer)
    m_client[key] = answer.answer;
  Result<forms::Survey> survey = forms::Survey::create(forms::kisReconstruction(), m_mapping.view);
  if (survey.ok())
    m_survey = *std::move(survey);
  m_isLoaded = m_survey.has_value();
  showTheme();
}

const forms::Item* ConversationViewModel::itemOf(const std::string& key) const {
  return forms::kisReconstruction().find(key.substr(0, key.find('#')));
}

RowModel::Row ConversationViewModel::rowOf(const forms::Item& item, const std::string& key) const {
  const auto own = m_clientLayer.find(key);
  const bool isAnswered = own != m_clientLayer.end() && own->second.answer.state != forms::AnswerState::Unanswered;
  return {QString::fromStdString(key),
          QString::fromStdString(item.text),
          isAnswered ? documents::modeText(own->second.answer.mode) : QString(),
          documents::answerText(item, own == m_clientLayer.end() ? forms::Answer() : own->second.answer),
          documents::quoted(textUnder(m_clientLayer, forms::freeTextKey(key))),
          m_joint.contains(key) ? documents::answerText(item, m_joint.at(key).answer) : QString(),
          textUnder(m_joint, forms::freeTextKey(key)),
          textUnder(m_comments, key),
          displaysOf(item),
          QVariant::fromValue(chosenIn(item, m_joint, key)),
          item.repeats};
}

void ConversationViewModel::showTheme() {
  QList<RowModel::Row> rows;
  if (m_isLoaded) {
    const Result<forms::Survey> all = forms::Survey::create(forms::kisReconstruction(), std::string(forms::kAllFields));
    const forms::Survey& survey = m_showsAllFields && all.ok() ? *all : *m_survey;
    forms::Answers answers = m_client;
    answers.erase(allThemes()[static_cast<size_t>(m_theme)].linkId); // a skipped theme shows its questions here
    for (const forms::SurveyPage& page : survey.pages(answers))
      if (page.theme == &allThemes()[static_cast<size_t>(m_theme)])
        rows.append(rowOf(*page.item, page.key()));
  }
  m_items.setRows(std::move(rows));
  showThemes();
  emit changed();
}

QString ConversationViewModel::stateOf(const forms::Item& theme) const {
  if (&theme == &allThemes()[static_cast<size_t>(m_theme)])
    return tr("her er dere");
  if (std::count(m_readThemes.begin(), m_readThemes.end(), theme.linkId) > 0)
    return tr("gjennomgått");
  const std::vector<std::string> left = unread();
  if (std::count(left.begin(), left.end(), theme.linkId) > 0)
    return tr("ulest tekst");
  if (m_survey && m_survey->themeState(theme, m_client) == forms::ThemeState::Skipped)
    return tr("hoppet over");
  return tr("gjenstår");
}

void ConversationViewModel::showThemes() {
  QList<RowModel::Row> rows;
  const std::vector<std::string> left = unread();
  for (const forms::Item& theme : allThemes()) {
    const bool needsReading = std::count(left.begin(), left.end(), theme.linkId) > 0;
    rows.append(RowModel::Row{QString::fromStdString(theme.linkId), QString::fromStdString(theme.text), stateOf(theme),
                              rows.size() == m_theme, needsReading});
  }
  m_themes.setRows(std::move(rows));
}

std::vector<std::string> ConversationViewModel::unread() const {
  return casework::unreadSensitiveThemes(forms::kisReconstruction(), m_client, m_readThemes);
}

QString ConversationViewModel::themeTitle() const {
  return QString::fromStdString(allThemes()[static_cast<size_t>(m_theme)].text);
}

QString ConversationViewModel::nextText() const {
  const size_t following = static_cast<size_t>(m_theme) + 1;
  return following < allThemes().size() ? tr("Neste: %1").arg(QString::fromStdString(allThemes()[following].text))
                                        : tr("Til konklusjonen");
}

QString ConversationViewModel::savedText() const {
  return m_message.isEmpty() ? tr("Alt er lagret på nettbrettet") : QString();
}

void ConversationViewModel::save(casework::Layer layer, const std::string& key, const forms::Answer& answer) {
  store::LayerAnswers& target = layer == casework::Layer::Joint ? m_joint : m_comments;
  if (target.contains(key) ? target[key].answer == answer : answer.state == forms::AnswerState::Unanswered)
    return;
  m_context.store
      .write([id = m_mapping.id, layer, key, answer](store::CaseStore& cases) {
        return cases.saveAnswer(id, layer, key, answer);
      })
      .then(this, [this, layer, key, answer](const Status& status) {
        m_message = errorText(status, ErrorContext::Saving);
        if (status.ok())
          (layer == casework::Layer::Joint ? m_joint : m_comments)[key].answer = answer;
        showTheme();
      });
}

void ConversationViewModel::chooseTogether(const QString& key, int option) {
  const std::string name = key.toStdString();
  const forms::Item* item = itemOf(name);
  if (!item || option < 0 || static_cast<size_t>(option) >= item->options.size())
    return;
  const forms::Answer before = m_joint.contains(name) ? m_joint[name].answer : forms::Answer();
  forms::Answer after = forms::toggled(*item, before, item->options[static_cast<size_t>(option)].code);
  after.mode = forms::AnswerMode::Typed;
  save(casework::Layer::Joint, name, after);
}

void ConversationViewModel::writeTogether(const QString& key, const QString& text) {
  save(casework::Layer::Joint, forms::freeTextKey(key.toStdString()), textAnswer(text, forms::AnswerMode::Typed));
}

void ConversationViewModel::comment(const QString& key, const QString& text) {
  save(casework::Layer::Comment, key.toStdString(), textAnswer(text, forms::AnswerMode::Typed));
}

void ConversationViewModel::markRead(std::function<void()> then) {
  const std::string theme = allThemes()[static_cast<size_t>(m_theme)].linkId;
  if (std::count(m_readThemes.begin(), m_readThemes.end(), theme) > 0)
    return then();
  m_context.store.write([id = m_mapping.id, theme](store::CaseStore& cases) { return cases.markThemeRead(id, theme); })
      .then(this, [this, theme, then = std::move(then)](const Status& status) {
        m_message = errorText(status, ErrorContext::Saving);
        if (status.ok()) {
          m_readThemes.push_back(theme);
          then();
        }
        emit changed();
      });
}

void ConversationViewModel::openTheme(int index) {
  if (index < 0 || static_cast<size_t>(index) >= allThemes().size())
    return;
  m_theme = index;
  m_unreadNotice.clear();
  showTheme();
}

void ConversationViewModel::next() {
  markRead([this] {
    if (static_cast<size_t>(m_theme) + 1 < allThemes().size())
      openTheme(m_theme + 1);
    else
      finish();
  });
}

void ConversationViewModel::previous() {
  openTheme(m_theme - 1);
}

void ConversationViewModel::showAllFields(bool shows) {
  m_showsAllFields = shows;
  showTheme();
}

void ConversationViewModel::seeDifferently() {
  const QString line = tr("%1: ").arg(themeTitle());
  m_context.store
      .write([id = m_mapping.id, line = line.toStdString()](store::CaseStore& cases) -> Status {
        const Result<store::LayerAnswers> conclusion = cases.answers(id, casework::Layer::Conclusion);
        if (!conclusion.ok())
          return conclusion.status();
        const auto found = conclusion->find(kDisagreementKey);
        std::string text = found == conclusion->end() ? "" : found->second.answer.text + "\n";
        forms::Answer answer;
        answer.state = forms::AnswerState::Answered;
        answer.text = text + line;
        answer.mode = forms::AnswerMode::Typed;
        return cases.saveAnswer(id, casework::Layer::Conclusion, kDisagreementKey, answer);
      })
      .then(this, [this](const Status& status) {
        m_message = errorText(status, ErrorContext::Saving);
        emit changed();
        if (status.ok())
          m_context.navigator.go(Navigator::Conclusion, m_mapping.caseId, m_mapping.id);
      });
}

void ConversationViewModel::finish() {
  const std::vector<std::string> left = unread();
  if (!left.empty()) {
    QStringList titles;
    for (const std::string& linkId : left)
      titles.append(QString::fromStdString(forms::kisReconstruction().find(linkId)->text));
    m_unreadNotice = tr("%1 har skrevet noe som ingen har lest ennå: %2. Les det sammen før besøket er over.")
                         .arg(m_clientName, titles.join(QStringLiteral(", ")));
    const std::string& first = left.front();
    for (size_t i = 0; i < allThemes().size(); ++i)
      if (allThemes()[i].linkId == first)
        m_theme = static_cast<int>(i);
    return showTheme();
  }
  casework::Mapping mapping = m_mapping;
  mapping.state = casework::MappingState::Concluding;
  m_context.store.write([mapping](store::CaseStore& cases) { return cases.save(mapping); })
      .then(this, [this](const Status& status) {
        m_message = errorText(status, ErrorContext::Saving);
        emit changed();
        if (status.ok())
          m_context.navigator.go(Navigator::Conclusion, m_mapping.caseId, m_mapping.id);
      });
}

void ConversationViewModel::leave() {
  m_context.navigator.restart(Navigator::CasePage, m_mapping.caseId);
}

} // namespace veikart::ui
