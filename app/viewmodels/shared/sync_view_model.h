// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/enrolment.h"
#include "sync/client/news_watch.h"
#include "sync/client/sync_scheduler.h"

#include "app/viewmodels/shared/store_queue.h"
#include "platform/base/clock.h"
#include "platform/http/http_client.h"
#include "platform/os/network_watcher.h"

#include <QObject>
#include <QQmlEngine>

namespace veikart::ui {

// How things stand with the office, in words: the lines at the bottom of the side bar. Starts and stops the sync
// thread. GUI thread.
class SyncViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL) // "Alt er sendt til kontoret", "3 endringer venter."
  Q_PROPERTY(QString detail READ detail NOTIFY changed FINAL)     // "i dag 09:12", "Trygt lagret her. Eldste fra 08:40"
  Q_PROPERTY(Tone tone READ tone NOTIFY changed FINAL)
  // That the last try did not reach the hub, and whether something waits for it; empty when it did.
  Q_PROPERTY(QString offlineText READ offlineText NOTIFY changed FINAL)
  Q_PROPERTY(bool isAtOffice READ isAtOffice NOTIFY changed FINAL) // the hub answered last time, since start()
  Q_PROPERTY(bool isSyncing READ isSyncing NOTIFY changed FINAL)

public:
  enum Tone { Calm, Good, Attention };
  Q_ENUM(Tone)

  SyncViewModel(StoreQueue& store, const Clock& clock);
  ~SyncViewModel() override;

  void start(const sync::Enrolment& enrolment);
  // Cancels a session under way, waits for its end, and forgets where the tablet was: it may be opened elsewhere.
  void stop();

  QString headline() const { return m_headline; }
  QString detail() const { return m_detail; }
  Tone tone() const { return m_tone; }
  QString offlineText() const;
  bool isAtOffice() const { return m_status.phase == sync::SyncStatus::Phase::InStep || m_isReachable; }
  bool isSyncing() const { return m_status.phase == sync::SyncStatus::Phase::Syncing; }

  Q_INVOKABLE void syncNow();

signals:
  void changed();
  void dataArrived(); // records came in: what is shown may be old
  void attempted();   // a session ended, well or not
  void shutOut();     // the office has revoked this device

private:
  void startNewsWatch(const sync::Enrolment& enrolment);
  void apply(const sync::SyncStatus& status);
  void follow(const sync::SyncProgress& progress);
  void takeIn(); // what came
  void refresh();
  struct Standing {
    sync::Outbox outbox;
    int64_t lastSyncMillis = 0;
    int unreadableRecords = 0;
  };

  static Result<Standing> readStanding(store::CaseStore& cases);
  void describe(const Standing& standing);
  void say(Tone tone, const QString& headline, const QString& detail);

  StoreQueue& m_store;
  const Clock& m_clock;
  std::unique_ptr<HttpClient> m_http;
  std::unique_ptr<NetworkWatcher> m_watcher;
  std::unique_ptr<QObject> m_contact; // what the scheduler has said and was not yet heard goes with it
  std::unique_ptr<sync::SyncScheduler> m_scheduler;
  std::unique_ptr<sync::NewsWatch> m_news; // after the scheduler, which it calls
  sync::SyncStatus m_status;
  sync::SyncProgress m_progress; // of the session under way
  int64_t m_takenIn = 0;         // of what it has pulled
  bool m_isReachable = false;
  bool m_hasWaiting = false;
  QString m_headline;
  QString m_detail;
  Tone m_tone = Calm;
};

} // namespace veikart::ui
