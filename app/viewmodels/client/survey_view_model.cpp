// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/client/survey_view_model.h"

#include "app/documents/answer_text.h"
#include "app/viewmodels/client/page_answer.h"
#include "app/viewmodels/shared/error_text.h"

#include <algorithm>
#include <array>

namespace veikart::ui {

namespace {

const std::array<forms::AnswerState, 3> kStates = {forms::AnswerState::Unknown, forms::AnswerState::Declined,
                                                   forms::AnswerState::NotAsked};

bool opensText(const forms::Item& item, const forms::Answer& answer) {
  return std::any_of(item.options.begin(), item.options.end(), [&](const forms::AnswerOption& option) {
    return option.opensText && std::count(answer.codes.begin(), answer.codes.end(), option.code) > 0;
  });
}

} // namespace

SurveyViewModel::SurveyViewModel(std::unique_ptr<store::SessionStore> store, forms::Answers answers,
                                 const forms::Questionnaire& form, forms::Survey survey, const ClientBrief& brief,
                                 std::function<void()> returnToCounsellor)
    : m_queue(std::move(store)), m_form(form), m_survey(std::move(survey)), m_answers(std::move(answers)),
      m_mode(brief.mode), m_clientName(QString::fromStdString(brief.clientFirstName)),
      m_counsellorName(QString::fromStdString(brief.counsellorFirstName)),
      m_returnToCounsellor(std::move(returnToCounsellor)), m_isResumed(!m_answers.empty()),
      m_options({"label", "isChosen"}, this), m_states({"label", "isChosen"}, this),
      m_review({"theme", "question", "answer", "more"}, this) {
  for (const std::string& line : brief.agreed)
    m_agreed.append(QString::fromStdString(line));
  connect(&m_rest, &QTimer::timeout, this, &SurveyViewModel::saveTyped);
  connect(&m_queue, &AnswerQueue::ended, this, [this] {
    emit changed();
    goOnIfSaved();
  });
}

SurveyViewModel::~SurveyViewModel() {
  saveTyped();
}

QString SurveyViewModel::formNotice() const {
  return QString::fromStdString(m_form.notice());
}

QString SurveyViewModel::themeTitle() const {
  return m_page ? QString::fromStdString(m_page->theme->text) : QString();
}

QString SurveyViewModel::themesLeftText() const {
  const int left = m_page ? m_survey.themesLeft(*m_page, m_answers) : 0;
  return left == 0 ? tr("siste tema") : tr("%n temaer igjen", nullptr, left);
}

QString SurveyViewModel::intro() const {
  return m_page && m_page->firstOfTheme ? QString::fromStdString(m_page->theme->intro) : QString();
}

QString SurveyViewModel::question() const {
  return m_page ? QString::fromStdString(m_page->item->text) : QString();
}

QString SurveyViewModel::roundText() const {
  if (!m_page || m_page->round == 1)
    return {};
  if (m_survey.isOffer(*m_page, m_answers))
    return tr("Person %1. Er det ingen flere, trykker du bare Neste.").arg(m_page->round);
  return tr("Person %1").arg(m_page->round);
}

QString SurveyViewModel::reason() const {
  if (!m_page)
    return {};
  return QString::fromStdString(m_page->item->reason.empty() ? m_page->theme->reason : m_page->item->reason);
}

SurveyViewModel::Input SurveyViewModel::input() const {
  if (!m_page || forms::isCoded(*m_page->item))
    return Choice;
  switch (m_page->item->kind) {
  case forms::ItemKind::Integer:
  case forms::ItemKind::Decimal:
    return Number;
  case forms::ItemKind::Date:
    return Date;
  case forms::ItemKind::String:
    return Line;
  default:
    return Text;
  }
}

QString SurveyViewModel::hint() const {
  return m_page ? typingHint(*m_page->item) : QString();
}

forms::Answer SurveyViewModel::answerTo(const std::string& key) const {
  const auto found = m_answers.find(key);
  return found == m_answers.end() ? forms::Answer() : found->second;
}

QString SurveyViewModel::typed() const {
  if (!m_page || input() == Choice)
    return {};
  return m_typed ? *m_typed : typedText(*m_page->item, answerTo(m_page->key()));
}

bool SurveyViewModel::asksForOther() const {
  return m_page && opensText(*m_page->item, answerTo(m_page->key()));
}

QString SurveyViewModel::other() const {
  if (!m_page || input() != Choice)
    return {};
  return m_other ? *m_other : QString::fromStdString(answerTo(m_page->key()).text);
}

QString SurveyViewModel::more() const {
  if (!m_page)
    return {};
  return m_more ? *m_more : QString::fromStdString(answerTo(forms::freeTextKey(m_page->key())).text);
}

bool SurveyViewModel::canGoBack() const {
  return m_page && m_survey.previous(*m_page, m_answers).has_value();
}

QString SurveyViewModel::problem() const {
  if (!m_misfit.isEmpty())
    return m_misfit;
  if (asksForAnswer())
    return tr("Svar før du går videre. «Vet ikke» og «Vil ikke svare» er også svar.");
  return errorText(m_queue.failure(), ErrorContext::Saving);
}

bool SurveyViewModel::asksForAnswer() const {
  return m_isHeld && m_page && m_survey.isAnswerMissing(*m_page, m_answers);
}

QString SurveyViewModel::savedText() const {
  if (!problem().isEmpty() || m_queue.isSaving() || m_rest.isActive() || m_answers.empty())
    return {};
  return tr("Svarene dine er lagret");
}

void SurveyViewModel::setStage(Stage stage) {
  m_stage = stage;
  emit changed();
}

void SurveyViewModel::begin() {
  show(m_survey.firstUnanswered(m_answers));
}

void SurveyViewModel::show(std::optional<forms::SurveyPage> page) {
  m_page = page;
  m_isHeld = false;
  forgetTyped();
  m_more.reset();
  m_showsReason = page && page->item->sensitive;
  m_saysMore = page && !more().isEmpty();
  showChoices();
  setStage(page ? Question : Finished);
  emit questionChanged();
  emit pageShown();
}

// Nobody comes to the end past a question that needs an answer; the list of answers leads on from it.
void SurveyViewModel::finish() {
  const std::optional<forms::SurveyPage> missing = m_survey.firstMissing(m_answers);
  m_isReviewing = missing.has_value();
  show(missing);
  m_isHeld = m_isReviewing;
  emit changed();
}

void SurveyViewModel::forgetTyped() {
  m_typed.reset();
  m_other.reset();
  m_misfit.clear();
}

void SurveyViewModel::showChoices() {
  QList<RowModel::Row> options, states;
  if (m_page) {
    const forms::Answer answer = answerTo(m_page->key());
    if (input() == Choice)
      for (const forms::AnswerOption& option : m_page->item->options)
        options.append(RowModel::Row{QString::fromStdString(option.display),
                                     std::count(answer.codes.begin(), answer.codes.end(), option.code) > 0});
    for (const forms::AnswerState state : kStates)
      if (state != forms::AnswerState::NotAsked || m_mode == forms::AnswerMode::Typed)
        states.append(RowModel::Row{documents::stateText(state), answer.state == state});
  }
  m_options.setRows(std::move(options));
  m_states.setRows(std::move(states));
}

void SurveyViewModel::choose(int option) {
  if (!m_page || option < 0 || static_cast<size_t>(option) >= m_page->item->options.size())
    return;
  forms::Answer answer =
      forms::toggled(*m_page->item, answerTo(m_page->key()), m_page->item->options[static_cast<size_t>(option)].code);
  answer.mode = m_mode;
  save(m_page->key(), answer);
}

void SurveyViewModel::chooseState(int state) {
  if (!m_page || state < 0 || static_cast<size_t>(state) >= kStates.size())
    return;
  const forms::AnswerState chosen = kStates[static_cast<size_t>(state)];
  forms::Answer answer;
  answer.mode = m_mode;
  // A second tap takes it back: nobody is held to "vil ikke svare".
  answer.state = answerTo(m_page->key()).state == chosen ? forms::AnswerState::Unanswered : chosen;
  forgetTyped();
  save(m_page->key(), answer);
  emit questionChanged();
}

void SurveyViewModel::write(const QString& text) {
  m_typed = text;
  restThenSave();
}

void SurveyViewModel::writeOther(const QString& text) {
  m_other = text;
  restThenSave();
}

void SurveyViewModel::writeMore(const QString& text) {
  m_more = text;
  restThenSave();
}

void SurveyViewModel::restThenSave() {
  const bool wasSaved = !m_rest.isActive();
  m_rest.typed();
  if (wasSaved)
    emit changed();
}

void SurveyViewModel::sayMore() {
  m_saysMore = !m_saysMore;
  emit changed();
}

void SurveyViewModel::toggleReason() {
  m_showsReason = !m_showsReason;
  emit changed();
}

void SurveyViewModel::save(const std::string& key, const forms::Answer& answer) {
  const bool isOfTheme = m_page && answer.state != forms::AnswerState::Unanswered && key != m_page->theme->linkId;
  if (isOfTheme && forms::isPassedOver(*m_page->theme, m_answers))
    save(m_page->theme->linkId, forms::Answer()); // answering takes the passing over back
  m_answers[key] = answer;
  m_queue.save(key, answer);
  showChoices();
  emit changed();
}

void SurveyViewModel::saveTyped() {
  m_rest.stop();
  if (!m_page)
    return;
  saveAnswerTyped();
  saveOther();
  saveMore();
  emit changed();
}

void SurveyViewModel::saveAnswerTyped() {
  if (!m_typed)
    return;
  const forms::Answer before = answerTo(m_page->key());
  const TypedAnswer typed = typedAnswer(*m_page->item, *m_typed, m_mode);
  m_misfit = typed.problem;
  // An emptied field takes back what was typed, not a "vet ikke" chosen after it.
  const bool leavesState =
      typed.answer.state == forms::AnswerState::Unanswered && before.state != forms::AnswerState::Answered;
  if (m_misfit.isEmpty() && !leavesState && !(typed.answer == before))
    save(m_page->key(), typed.answer);
}

void SurveyViewModel::saveOther() {
  if (!m_other || !asksForOther())
    return;
  forms::Answer answer = answerTo(m_page->key());
  answer.text = m_other->trimmed().toStdString();
  if (!(answer == answerTo(m_page->key())))
    save(m_page->key(), answer);
}

void SurveyViewModel::saveMore() {
  if (!m_more)
    return;
  const std::string key = forms::freeTextKey(m_page->key());
  forms::Answer answer;
  answer.text = m_more->trimmed().toStdString();
  answer.state = answer.text.empty() ? forms::AnswerState::Unanswered : forms::AnswerState::Answered;
  answer.mode = m_mode;
  if (answer.text != answerTo(key).text)
    save(key, answer);
}

void SurveyViewModel::leaveThen(std::function<void()> go) {
  if (m_goOn)
    return; // a page is being left already
  saveTyped();
  m_queue.retry();
  m_goOn = std::move(go);
  goOnIfSaved();
}

void SurveyViewModel::goOnIfSaved() {
  if (!m_goOn || m_queue.isSaving())
    return;
  if (m_rest.isActive())
    saveTyped(); // written while the page waited for the disk
  if (m_queue.isSaving())
    return;
  const std::function<void()> go = std::exchange(m_goOn, nullptr);
  if (m_queue.failure().ok())
    go();
}

void SurveyViewModel::leavePageThen(std::function<void()> go) {
  leaveThen([this, go = std::move(go)] {
    if (m_misfit.isEmpty()) // else the page says what does not fit
      go();
  });
}

void SurveyViewModel::next() {
  leavePageThen([this] {
    m_isHeld = m_page && m_survey.isAnswerMissing(*m_page, m_answers);
    if (m_isHeld)
      return emit changed();
    if (m_isReviewing)
      return lookOver();
    const std::optional<forms::SurveyPage> page = m_page ? m_survey.next(*m_page, m_answers) : std::nullopt;
    page ? show(page) : finish();
  });
}

void SurveyViewModel::back() {
  leavePageThen([this] {
    if (const auto previous = m_page ? m_survey.previous(*m_page, m_answers) : std::nullopt)
      show(previous);
  });
}

void SurveyViewModel::skipTheme() {
  if (!m_page)
    return;
  saveTyped(); // before the theme: an answer to it would take the passing over back
  forgetTyped();
  m_more.reset();
  forms::Answer answer;
  answer.state = forms::AnswerState::Declined;
  answer.mode = m_mode;
  save(m_page->theme->linkId, answer);
  next();
}

// From here on the tablet may go dark at any moment.
void SurveyViewModel::leaveTabletThen(std::function<void()> go) {
  saveTyped();
  keepMisfit();
  leaveThen(std::move(go));
}

// What does not fit the question is the client's words all the same: they stand beside it.
void SurveyViewModel::keepMisfit() {
  if (m_misfit.isEmpty())
    return;
  const QString before = more().trimmed();
  m_more = before.isEmpty() ? *m_typed : before + QLatin1Char('\n') + *m_typed;
  m_typed.reset();
  m_misfit.clear();
  m_saysMore = true;
  saveMore();
  emit questionChanged();
}

void SurveyViewModel::pause() {
  leaveTabletThen([this] { setStage(Paused); });
}

void SurveyViewModel::resume() {
  setStage(m_page ? Question : Finished);
}

QString SurveyViewModel::summary() const {
  int done = 0, skipped = 0;
  for (const forms::Item& theme : m_form.themes()) {
    if (!m_survey.isInView(theme))
      continue;
    const forms::ThemeState state = m_survey.themeState(theme, m_answers);
    done += state == forms::ThemeState::Done || state == forms::ThemeState::Begun ? 1 : 0;
    skipped += state == forms::ThemeState::Skipped ? 1 : 0;
  }
  const QString together = tr("Dere leser svarene sammen nå.");
  const QString answered = tr("%n temaer er besvart", nullptr, done);
  if (skipped == 0)
    return tr("%1. %2").arg(answered, together);
  return tr("%1, %2 hoppet du over. %3").arg(answered).arg(skipped).arg(together);
}

bool SurveyViewModel::paperWanted() const {
  return answerTo(kPaperKey).codes == std::vector<std::string>{kPaperWanted};
}

void SurveyViewModel::wantPaper(bool isWanted) {
  forms::Answer answer;
  answer.state = forms::AnswerState::Answered;
  answer.codes = {isWanted ? kPaperWanted : kPaperNotWanted};
  answer.mode = m_mode;
  save(kPaperKey, answer);
}

void SurveyViewModel::showReview() {
  m_reviewPages = m_survey.pages(m_answers);
  QList<RowModel::Row> rows;
  const forms::Item* theme = nullptr;
  for (const forms::SurveyPage& page : m_reviewPages) {
    const forms::Answer answer = answerTo(page.key());
    const bool isSkipped = forms::isPassedOver(*page.theme, m_answers);
    const QString text = isSkipped ? tr("Hoppet over temaet") : documents::answerText(*page.item, answer);
    rows.append(
        RowModel::Row{page.theme == theme ? QString() : QString::fromStdString(page.theme->text),
                      QString::fromStdString(page.item->text), text,
                      isSkipped ? QString() : QString::fromStdString(answerTo(forms::freeTextKey(page.key())).text)});
    theme = page.theme;
  }
  m_review.setRows(std::move(rows));
}

void SurveyViewModel::lookOver() {
  m_isReviewing = false;
  m_page.reset();
  showReview();
  setStage(Review);
}

void SurveyViewModel::goTo(int reviewRow) {
  if (reviewRow < 0 || static_cast<size_t>(reviewRow) >= m_reviewPages.size())
    return;
  m_isReviewing = true;
  show(m_reviewPages[static_cast<size_t>(reviewRow)]);
}

void SurveyViewModel::closeReview() {
  finish();
}

void SurveyViewModel::giveBack() {
  leaveTabletThen([this] { setStage(GivenBack); });
}

void SurveyViewModel::unlock() {
  // A copy: what returns may take this view model with it.
  leaveTabletThen([returnToCounsellor = m_returnToCounsellor] { returnToCounsellor(); });
}

} // namespace veikart::ui
