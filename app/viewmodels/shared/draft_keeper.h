// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/rest_timer.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <map>
#include <optional>

namespace veikart::ui {

// What a person can write into a view model: its writable properties.
QJsonObject writtenInto(const QObject& model);
void writeInto(QObject& model, const QJsonObject& written);

// Keeps what is being written on a page in this device's store until it is saved or discarded: after a rest, and when
// the page is left. So leaving the page, locking, handing over or a crash loses nothing of it. Owned by the page's view
// model. GUI thread.
class DraftKeeper final : public QObject {
  Q_OBJECT

public:
  struct Draft {
    QJsonObject written;
    int64_t keptAt = 0;
  };

  DraftKeeper(AppContext& context, std::function<QJsonObject()> written);

  // On the store's thread. A draft that can't be read is none.
  static Result<std::optional<Draft>> find(store::CaseStore& cases, const store::DraftName& name);

  void begin(const store::DraftName& name); // the page has come up, and nothing is written on it yet
  // The draft that the page should take up: the one that was found, or a later one that the store had no room for.
  std::optional<Draft> latest(std::optional<Draft> found) const;
  // What there is has been read; the latest draft is given to `takeUp`, and returned. From here on what is written is
  // kept.
  std::optional<Draft> open(std::optional<Draft> found, const std::function<void(const QJsonObject&)>& takeUp);
  void edited(); // perhaps; keeps it after a rest
  void leave();  // keeps it at once; what the page shows from here on is no draft
  // Leaves it, and then saves what was written by `work`, whose transaction forgets the store's draft.
  void save(std::function<Status(store::CaseStore&)> work, std::function<void(const Status&)> whenDone);
  void resume(); // what should have been saved was not: it is a draft again
  void forget(); // it was discarded

signals:
  void failed(const veikart::Status& status); // what is written stays in memory, and is tried again

private:
  void keep();

  AppContext& m_context;
  std::function<QJsonObject()> m_written;
  store::DraftName m_name;
  QJsonObject m_blank; // as the page came up
  QJsonObject m_kept;  // as it stands in the store; m_blank: there is nothing
  std::map<store::DraftName, Draft> m_unkept;
  bool m_isOpen = false;
  RestTimer m_rest;
};

} // namespace veikart::ui
