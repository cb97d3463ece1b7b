// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/conversation_view_model.h"

#include "app/documents/conclusion_text.h"
#include "app/viewmodels/mapping/handover.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/mapping_words.h"
#include "app/viewmodels/shared/unread_words.h"

#include <algorithm>
#include <utility>

namespace veikart::ui {

using casework::Layer;

struct ConversationViewModel::Layers {
  casework::Mapping mapping;
  std::string clientName;
  store::LayerAnswers client;
  LayerEditor::Layers written;
  store::Reading reading;
};

namespace {

template<class Value>
bool holds(const std::vector<Value>& values, const Value& value) {
  return std::ranges::find(values, value) != values.end();
}

// The disagreements, with one more begun about `subject` unless it stands there already.
std::string withDisagreement(const std::string& text, const std::string& subject) {
  const std::string begun = subject + ":";
  if (text.starts_with(begun) || text.find("\n" + begun) != std::string::npos)
    return text;
  return (text.empty() ? "" : text + "\n") + begun + " ";
}

Status addDisagreement(store::CaseStore& cases, const Uuid& mappingId, const std::string& subject) {
  const Result<store::LayerAnswers> conclusion = cases.answers(mappingId, Layer::Conclusion);
  if (!conclusion.ok())
    return conclusion.status();
  const auto found = conclusion->find(documents::kDisagreement);
  const std::string before = found == conclusion->end() ? "" : found->second.answer.text;
  forms::Answer answer;
  answer.state = forms::AnswerState::Answered;
  answer.text = withDisagreement(before, subject);
  answer.mode = forms::AnswerMode::Typed;
  return answer.text == before ? Status()
                               : cases.saveAnswer(mappingId, Layer::Conclusion, documents::kDisagreement, answer);
}

} // namespace

ConversationViewModel::ConversationViewModel(AppContext& context, const DeviceFolder& folder)
    : m_context(context), m_folder(folder), m_editor(context, this),
      m_themes({"linkId", "title", "state", "isCurrent", "needsReading"}, this),
      m_items({"key", "question", "how", "clientAnswer", "clientText", "jointAnswer", "jointText", "comment", "options",
               "selected", "isMultiple", "jointBy", "commentBy"},
              this) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::Conversation)
      load();
    else
      m_editor.save();
  });
  connect(&m_editor, &LayerEditor::changed, this, &ConversationViewModel::showTheme);
}

void ConversationViewModel::load() {
  if (m_theme != nullptr) {
    m_leftMapping = m_conversation->mapping().id;
    m_leftTheme = m_theme->linkId;
  }
  m_isBusy = m_showsAllFields = false;
  m_editor.close();
  m_conversation.reset();
  m_onward.reset();
  m_listed.clear();
  m_theme = nullptr;
  for (QString* text : {&m_clientName, &m_message})
    text->clear();
  showTheme();
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
             {std::pair(Layer::Client, &layers.client), std::pair(Layer::Joint, &layers.written[Layer::Joint]),
              std::pair(Layer::Comment, &layers.written[Layer::Comment])}) {
          Result<store::LayerAnswers> answers = cases.answers(id, layer);
          if (!answers.ok())
            return answers.status();
          *target = *std::move(answers);
        }
        Result<store::Reading> reading = cases.reading(id);
        if (!reading.ok())
          return reading.status();
        layers.reading = *std::move(reading);
        return layers;
      })
      .then(this, [this, id = m_context.navigator.mappingId()](Result<Layers> layers) {
        if (id != m_context.navigator.mappingId())
          return;
        m_message = errorText(layers.status(), ErrorContext::Opening);
        if (layers.ok())
          show(*std::move(layers));
        emit changed();
      });
}

void ConversationViewModel::show(Layers layers) {
  m_clientName = QString::fromStdString(layers.clientName);
  Result<Conversation> conversation =
      Conversation::create(layers.mapping, std::move(layers.client), std::move(layers.reading));
  if (!conversation.ok()) {
    m_message = missingFormText();
    return;
  }
  m_conversation = *std::move(conversation);
  m_editor.open(layers.mapping.id, std::move(layers.written));
  m_theme = layers.mapping.id == m_leftMapping ? form().find(m_leftTheme) : nullptr;
  listThemes();
  if (m_theme == nullptr)
    m_theme = m_listed.empty() ? &form().themes().front() : m_listed.front();
  showTheme();
}

const forms::Questionnaire& ConversationViewModel::form() const {
  return m_conversation->form();
}

bool ConversationViewModel::isOpen(const Uuid& mappingId) const {
  return m_conversation && m_conversation->mapping().id == mappingId;
}

QList<RowModel::Row> ConversationViewModel::rowsOf(const forms::Item& theme) const {
  return m_conversation->rowsOf(theme, m_editor, m_showsAllFields, m_context.clock.nowMillis());
}

void ConversationViewModel::showTheme() {
  m_items.setRows(m_theme ? rowsOf(*m_theme) : QList<RowModel::Row>());
  showThemes();
  emit changed();
}

// Of the themes in the form's order those with something to talk about, and the one that is open.
void ConversationViewModel::listThemes() {
  m_listed.clear();
  for (const forms::Item& theme : form().themes())
    if (&theme == m_theme || !rowsOf(theme).isEmpty())
      m_listed.push_back(&theme);
}

QString ConversationViewModel::stateOf(const forms::Item& theme, bool needsReading) const {
  if (&theme == m_theme)
    return tr("her er dere");
  if (needsReading)
    return tr("ulest tekst");
  if (m_conversation->isRead(theme))
    return tr("gjennomgått");
  return m_conversation->isPassedOver(theme) ? tr("hoppet over") : tr("gjenstår");
}

void ConversationViewModel::showThemes() {
  QList<RowModel::Row> rows;
  const std::vector<const forms::Item*> unreadOnes = unread();
  for (const forms::Item* theme : m_listed) {
    const bool needsReading = theme != m_theme && holds(unreadOnes, theme);
    rows.append(RowModel::Row{QString::fromStdString(theme->linkId), QString::fromStdString(theme->text),
                              stateOf(*theme, needsReading), theme == m_theme, needsReading});
  }
  m_themes.setRows(std::move(rows));
}

std::vector<const forms::Item*> ConversationViewModel::unread() const {
  return m_conversation ? m_conversation->unread() : std::vector<const forms::Item*>();
}

bool ConversationViewModel::isThemeUnread() const {
  return m_theme != nullptr && holds(unread(), m_theme);
}

QString ConversationViewModel::unreadNotice() const {
  return isThemeUnread() ? tr("%1 Trykk «Lest» under svarene når dere har lest det.", "that there are unread words")
                               .arg(unreadText(m_clientName, unread()))
                         : QString();
}

size_t ConversationViewModel::position() const {
  return static_cast<size_t>(std::ranges::find(m_listed, m_theme) - m_listed.begin());
}

QString ConversationViewModel::themeTitle() const {
  return m_theme ? QString::fromStdString(m_theme->text) : QString();
}

QString ConversationViewModel::nextText() const {
  const size_t following = position() + 1;
  return following < m_listed.size() ? tr("Neste: %1").arg(QString::fromStdString(m_listed[following]->text))
                                     : tr("Til konklusjonen");
}

QString ConversationViewModel::savedText() const {
  return m_conversation && m_editor.isSaved() && m_message.isEmpty() ? tr("Alt er lagret på nettbrettet") : QString();
}

void ConversationViewModel::chooseTogether(const QString& key, int option) {
  const std::string name = key.toStdString();
  const forms::Item* item = m_conversation ? form().find(forms::partsOf(name).linkId) : nullptr;
  if (!item || option < 0 || static_cast<size_t>(option) >= item->options.size())
    return;
  const std::string& code = item->options[static_cast<size_t>(option)].code;
  const forms::Answer before = m_editor.answer(Layer::Joint, name);
  const bool takesBack = !item->repeats && holds(before.codes, code);
  forms::Answer after = takesBack ? forms::Answer() : forms::toggled(*item, before, code);
  after.mode = forms::AnswerMode::Typed;
  m_editor.write(Layer::Joint, name, after);
}

void ConversationViewModel::writeTogether(const QString& key, const QString& text) {
  if (m_conversation)
    m_editor.type(Layer::Joint, forms::freeTextKey(key.toStdString()), text);
}

void ConversationViewModel::comment(const QString& key, const QString& text) {
  if (m_conversation)
    m_editor.type(Layer::Comment, key.toStdString(), text);
}

void ConversationViewModel::markReadThen(std::function<void()> then) {
  const forms::Item& theme = *m_theme;
  const std::vector<std::string> writes = m_conversation->writesIn(theme);
  m_isBusy = true;
  m_context.store
      .write([id = mappingId(), theme = theme.linkId, writes](store::CaseStore& cases) {
        return cases.markThemeRead(id, theme, writes);
      })
      .then(this, [this, id = mappingId(), &theme, writes, then = std::move(then)](const Status& status) {
        if (!isOpen(id))
          return;
        m_isBusy = false;
        m_message = errorText(status, ErrorContext::Saving);
        if (status.ok()) {
          m_conversation->markRead(theme, writes);
          then();
        }
        emit changed();
      });
}

void ConversationViewModel::open(const forms::Item& theme) {
  m_theme = &theme;
  listThemes();
  showTheme();
}

void ConversationViewModel::openByChoice(const forms::Item& theme) {
  m_onward.reset();
  open(theme);
}

void ConversationViewModel::openTheme(int index) {
  if (!m_isBusy && index >= 0 && static_cast<size_t>(index) < m_listed.size())
    openByChoice(*m_listed[static_cast<size_t>(index)]);
}

void ConversationViewModel::next() {
  if (!m_conversation || m_isBusy)
    return;
  m_editor.saveThen([this] {
    if (isThemeUnread() || m_conversation->isRead(*m_theme))
      advance();
    else
      markReadThen([this] { advance(); });
  });
}

void ConversationViewModel::advance() {
  if (position() + 1 < m_listed.size())
    openByChoice(*m_listed[position() + 1]);
  else
    finish();
}

// The only way in which sensitive words become read: every other button may be pressed once more than was meant, on a
// page that nobody has looked at yet.
void ConversationViewModel::markRead() {
  if (!m_conversation || m_isBusy || !isThemeUnread())
    return;
  markReadThen([this] {
    showThemes();
    if (m_onward && unread().empty())
      goOn();
  });
}

void ConversationViewModel::previous() {
  if (hasPrevious())
    openTheme(static_cast<int>(position()) - 1);
}

void ConversationViewModel::showAllFields(bool shows) {
  m_showsAllFields = shows;
  if (m_conversation)
    listThemes();
  showTheme();
}

bool ConversationViewModel::showUnread() {
  const std::vector<const forms::Item*> left = unread();
  if (left.empty())
    return false;
  if (!isThemeUnread())
    open(*left.front());
  emit ledToUnread();
  return true;
}

void ConversationViewModel::seeDifferently() {
  if (!m_conversation)
    return;
  conclude(QString::fromLatin1(documents::kDisagreement),
           [id = mappingId(), subject = themeTitle().toStdString()](store::CaseStore& cases) {
             return addDisagreement(cases, id, subject);
           });
}

void ConversationViewModel::finish() {
  if (!m_conversation)
    return;
  conclude({}, [id = mappingId()](store::CaseStore& cases) -> Status {
    Result<casework::Mapping> mapping = cases.mapping(id);
    if (!mapping.ok())
      return mapping.status();
    mapping->state = casework::MappingState::Concluding;
    return cases.save(*mapping);
  });
}

void ConversationViewModel::conclude(const QString& field, std::function<Status(store::CaseStore&)> write) {
  if (m_isBusy)
    return;
  if (!m_onward || m_onward->field.isEmpty()) // else what is seen differently waits, and is said of another theme
    m_onward = Onward{field, std::move(write)};
  if (!showUnread())
    goOn();
}

void ConversationViewModel::goOn() {
  m_editor.saveThen([this, onward = *std::exchange(m_onward, std::nullopt)] {
    m_isBusy = true;
    m_context.store.write(onward.write)
        .then(this, [this, id = mappingId(), field = onward.field](const Status& status) {
          if (!isOpen(id))
            return;
          m_isBusy = false;
          m_message = errorText(status, ErrorContext::Saving);
          emit changed();
          if (!status.ok())
            return;
          emit leavesForConclusion(field);
          m_context.navigator.go(Navigator::Conclusion, m_conversation->mapping().caseId, mappingId());
        });
  });
}

void ConversationViewModel::letClientGoOn(double textScale) {
  if (!m_conversation || m_isBusy)
    return;
  m_editor.saveThen([this, textScale] {
    m_isBusy = true;
    m_context.store
        .write([folder = m_folder, id = mappingId(), textScale, &clock = m_context.clock](store::CaseStore& cases) {
          return prepareHandover(cases, folder, id, textScale, clock);
        })
        .then(this, [this, id = mappingId()](const Result<std::shared_ptr<ClientBrief>>& brief) {
          if (!isOpen(id))
            return;
          m_isBusy = false;
          m_message = errorText(brief.status(), ErrorContext::Saving);
          emit changed();
          handOver(m_context, brief);
        });
  });
}

void ConversationViewModel::leave() {
  if (m_isBusy || (m_conversation && !isThemeUnread() && showUnread()))
    return; // the second time it has been shown, and stays unread
  const auto go = [this, id = m_context.navigator.caseId()] { m_context.navigator.restart(Navigator::CasePage, id); };
  if (m_editor.isRefused())
    go(); // it would keep the counsellor here for good
  else
    m_editor.saveThen(go);
}

} // namespace veikart::ui
