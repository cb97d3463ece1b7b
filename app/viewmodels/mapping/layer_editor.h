// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/rest_timer.h"

#include <QObject>

#include <functional>
#include <map>

namespace veikart::ui {

// The layers of a mapping that a page writes in, as they stand on the page. What is chosen is saved at once, what is
// typed after a short rest; what could not be saved stays here and is tried again, until it is. The store is told what
// stood here, so that what comes from another tablet meanwhile is not written away. GUI thread.
class LayerEditor final : public QObject {
  Q_OBJECT

public:
  using Layers = std::map<casework::Layer, store::LayerAnswers>;

  LayerEditor(AppContext& context, QObject* parent);
  ~LayerEditor() override; // keeps what was typed last

  void open(const Uuid& mappingId, Layers layers); // as they were read
  void close();                                    // keeps what was typed last, and holds nothing any more

  const store::LayerAnswers& layer(casework::Layer layer) const;
  forms::Answer answer(casework::Layer layer, const std::string& key) const;
  QString text(casework::Layer layer, const std::string& key) const;

  void write(casework::Layer layer, const std::string& key, const forms::Answer& answer);
  void type(casework::Layer layer, const std::string& key, const QString& text);
  void save();                             // all that isn't saved yet, without waiting for the rest
  void saveThen(std::function<void()> go); // goes on when all of it is durable; not at all when something failed

  bool isSaved() const { return m_unsaved.empty(); }
  bool isRefused() const; // what is left can't be saved however often it is tried
  QString problem() const;

signals:
  void changed(); // what is saved and what is not

private:
  using Place = std::pair<casework::Layer, std::string>;
  enum class Progress { Resting, UnderWay, Failed };
  struct Unsaved {
    Progress progress = Progress::Resting;
    uint64_t turn = 0; // an older write's outcome says nothing of this one
  };

  bool put(const Place& place, const forms::Answer& answer); // whether anything changed
  void send(const Place& place);
  void finish(const Place& place, uint64_t turn, const forms::Answer& seen, const Status& status);
  void goOnIfSaved();
  bool hasFailed() const;

  AppContext& m_context;
  Uuid m_mappingId;
  Layers m_layers;
  std::map<Place, forms::Answer> m_stored; // what stood in the store when the page last heard of it, where it differs
  std::map<Place, Unsaved> m_unsaved;
  uint64_t m_turn = 0;
  int m_underWay = 0;
  Status m_failure; // the last one
  RestTimer m_rest;
  std::function<void()> m_goOn;
};

} // namespace veikart::ui
