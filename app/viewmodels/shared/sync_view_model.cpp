// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/sync_view_model.h"

#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"

namespace veikart::ui {

using Phase = sync::SyncStatus::Phase;

SyncViewModel::SyncViewModel(StoreQueue& store, const Clock& clock) : m_store(store), m_clock(clock) {
  connect(&m_store, &StoreQueue::written, this, [this] {
    if (m_scheduler)
      m_scheduler->localChanges();
    refreshOutbox();
  });
}

SyncViewModel::~SyncViewModel() {
  stop();
}

void SyncViewModel::start(const sync::Enrolment& enrolment) {
  stop();
  HttpClientOptions options;
  options.baseUrl = enrolment.hubUrl;
  options.pinnedCertificate = enrolment.hubCertificate;
  Result<std::unique_ptr<HttpClient>> http = HttpClient::create(std::move(options));
  if (!http.ok()) {
    apply({Phase::Failed, http.status(), {}});
    return;
  }
  m_http = *std::move(http);
  sync::ReplicaGate gate = [this](const std::function<Status(sync::Replica&)>& work) {
    return m_store.runAndWait([&](store::CaseStore& cases) { return work(cases.replica()); });
  };
  auto runSession = [this, gate, token = enrolment.deviceToken] {
    return sync::SyncSession(*m_http, gate, {token}, m_clock).run();
  };
  auto onStatus = [this](const sync::SyncStatus& status) {
    const auto show = [this, status] { apply(status); };
    QMetaObject::invokeMethod(this, show, Qt::QueuedConnection);
  };
  m_scheduler = std::make_unique<sync::SyncScheduler>(runSession, onStatus);
  Result<std::unique_ptr<NetworkWatcher>> watcher =
      NetworkWatcher::start([scheduler = m_scheduler.get()] { scheduler->syncNow(); });
  // Without a watcher the scheduler's own rhythm still finds the network again, only later.
  if (watcher.ok())
    m_watcher = *std::move(watcher);
  m_scheduler->syncNow();
}

void SyncViewModel::stop() {
  m_watcher.reset();
  if (m_http)
    m_http->cancel();
  m_scheduler.reset();
  m_http.reset();
}

void SyncViewModel::syncNow() {
  if (m_scheduler)
    m_scheduler->syncNow();
}

void SyncViewModel::apply(const sync::SyncStatus& status) {
  m_status = status;
  if (status.phase != Phase::Syncing && status.phase != Phase::NeverTried)
    m_isReachable = status.phase == Phase::InStep;
  refreshOutbox();
  if (status.phase == Phase::InStep && status.lastReport.pulled > 0)
    emit dataArrived();
  if (status.phase == Phase::InStep || status.phase == Phase::Offline || status.phase == Phase::Failed)
    emit attempted();
}

void SyncViewModel::refreshOutbox() {
  struct Standing {
    sync::Outbox outbox;
    int64_t lastSyncMillis;
  };
  m_store
      .read([](store::CaseStore& cases) -> Result<Standing> {
        Result<sync::Outbox> outbox = cases.replica().outbox();
        RETURN_IF_ERROR(outbox.status());
        Result<sync::SyncState> state = cases.replica().syncState();
        RETURN_IF_ERROR(state.status());
        return Standing{*outbox, state->lastSyncMillis};
      })
      .then(this, [this](const Result<Standing>& standing) {
        if (standing.ok())
          describe(standing->outbox, standing->lastSyncMillis);
      });
}

void SyncViewModel::describe(const sync::Outbox& outbox, int64_t lastSyncMillis) {
  const int64_t now = m_clock.nowMillis();
  m_tone = Calm;
  if (m_status.phase == Phase::Failed) {
    m_tone = Attention;
    m_headline = tr("Sendingen stoppet");
    m_detail = errorText(m_status.lastError, ErrorContext::Syncing);
  } else if (m_status.phase == Phase::InStep && !m_status.lastReport.digestsAgree) {
    m_tone = Attention;
    m_headline = tr("Nettbrettet og kontoret er ikke like");
    m_detail = tr("Alt er lagret her. Ta kontakt med den som har ansvar for nettbrettene.");
  } else if (outbox.records > 0) {
    m_headline = tr("%n endringer venter.", nullptr, static_cast<int>(outbox.records));
    m_detail = tr("Trygt lagret her. Eldste fra %1").arg(momentText(outbox.oldestMillis, now));
  } else if (lastSyncMillis > 0) {
    m_tone = Good;
    m_headline = tr("Alt er sendt til kontoret");
    m_detail = momentText(lastSyncMillis, now);
  } else {
    m_headline = tr("Ikke hatt kontakt med kontoret ennå");
    m_detail = tr("Alt lagres trygt her.");
  }
  emit changed();
}

} // namespace veikart::ui
