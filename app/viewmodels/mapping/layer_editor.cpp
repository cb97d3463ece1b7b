// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/layer_editor.h"

#include "app/viewmodels/shared/error_text.h"

#include <algorithm>
#include <utility>

namespace veikart::ui {

LayerEditor::LayerEditor(AppContext& context, QObject* parent) : QObject(parent), m_context(context) {
  connect(&m_rest, &QTimer::timeout, this, &LayerEditor::save);
}

LayerEditor::~LayerEditor() {
  save();
}

void LayerEditor::open(const Uuid& mappingId, Layers layers) {
  close();
  m_mappingId = mappingId;
  m_layers = std::move(layers);
}

void LayerEditor::close() {
  save();
  m_layers.clear();
  m_stored.clear();
  m_unsaved.clear();
  m_goOn = nullptr;
}

const store::LayerAnswers& LayerEditor::layer(casework::Layer layer) const {
  static const store::LayerAnswers kNone;
  const auto found = m_layers.find(layer);
  return found == m_layers.end() ? kNone : found->second;
}

forms::Answer LayerEditor::answer(casework::Layer layer, const std::string& key) const {
  const store::LayerAnswers& answers = this->layer(layer);
  const auto found = answers.find(key);
  return found == answers.end() ? forms::Answer() : found->second.answer;
}

QString LayerEditor::text(casework::Layer layer, const std::string& key) const {
  return QString::fromStdString(answer(layer, key).text);
}

bool LayerEditor::put(const Place& place, const forms::Answer& answer) {
  const forms::Answer before = this->answer(place.first, place.second);
  const bool staysUnanswered = answer.state == forms::AnswerState::Unanswered && before.state == answer.state;
  if (before == answer || staysUnanswered)
    return false;
  m_stored.try_emplace(place, before);
  m_layers[place.first][place.second] = {answer, m_context.clock.nowMillis(), m_context.user.fullName(), 1, {}};
  m_unsaved[place] = {Progress::Resting, ++m_turn};
  return true;
}

void LayerEditor::write(casework::Layer layer, const std::string& key, const forms::Answer& answer) {
  const Place place{layer, key};
  if (!put(place, answer))
    return;
  send(place);
  emit changed();
}

void LayerEditor::type(casework::Layer layer, const std::string& key, const QString& text) {
  const bool wasSaved = isSaved();
  forms::Answer answer;
  answer.text = text.trimmed().toStdString();
  answer.state = answer.text.empty() ? forms::AnswerState::Unanswered : forms::AnswerState::Answered;
  answer.mode = forms::AnswerMode::Typed;
  if (!put({layer, key}, answer))
    return;
  m_rest.typed();
  if (wasSaved)
    emit changed();
}

void LayerEditor::save() {
  m_rest.stop();
  for (const auto& [place, unsaved] : std::map(m_unsaved))
    if (unsaved.progress != Progress::UnderWay)
      send(place);
}

void LayerEditor::send(const Place& place) {
  Unsaved& unsaved = m_unsaved[place];
  unsaved.progress = Progress::UnderWay;
  ++m_underWay;
  const forms::Answer sent = answer(place.first, place.second);
  // The next one follows this one, whether or not it has been answered for by then.
  const forms::Answer seen = std::exchange(m_stored[place], sent);
  m_context.store
      .write([id = m_mappingId, place, sent, seen](store::CaseStore& cases) {
        return cases.saveAnswer(id, place.first, place.second, sent, seen);
      })
      .then(this,
            [this, place, seen, turn = unsaved.turn](const Status& status) { finish(place, turn, seen, status); });
}

void LayerEditor::finish(const Place& place, uint64_t turn, const forms::Answer& seen, const Status& status) {
  --m_underWay;
  if (!status.ok()) {
    m_failure = status;
    m_stored[place] = seen;
  }
  const auto unsaved = m_unsaved.find(place);
  if (unsaved != m_unsaved.end() && unsaved->second.turn == turn) {
    if (status.ok())
      m_unsaved.erase(unsaved);
    else
      unsaved->second.progress = Progress::Failed;
  }
  emit changed();
  goOnIfSaved();
}

void LayerEditor::saveThen(std::function<void()> go) {
  if (m_goOn)
    return; // the page is being left already
  save();
  m_goOn = std::move(go);
  goOnIfSaved();
}

void LayerEditor::goOnIfSaved() {
  if (!m_goOn || m_underWay > 0)
    return;
  if (m_rest.isActive())
    save(); // written while the page waited for the disk
  if (m_underWay > 0)
    return;
  const std::function<void()> go = std::exchange(m_goOn, nullptr);
  if (m_unsaved.empty())
    go();
}

bool LayerEditor::hasFailed() const {
  return std::ranges::any_of(m_unsaved, [](const auto& it) { return it.second.progress == Progress::Failed; });
}

bool LayerEditor::isRefused() const {
  return hasFailed() && m_failure.code() == StatusCode::Invalid;
}

QString LayerEditor::problem() const {
  return hasFailed() ? errorText(m_failure, ErrorContext::Saving) : QString();
}

} // namespace veikart::ui
