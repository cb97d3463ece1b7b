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
    refresh();
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
  m_contact = std::make_unique<QObject>();
  auto onProgress = [this, contact = m_contact.get()](const sync::SyncProgress& progress) {
    QMetaObject::invokeMethod(contact, [this, progress] { follow(progress); }, Qt::QueuedConnection);
  };
  auto runSession = [this, gate, token = enrolment.deviceToken, onProgress] {
    return sync::SyncSession(*m_http, gate, {token}, m_clock, onProgress).run();
  };
  auto onStatus = [this, contact = m_contact.get()](const sync::SyncStatus& status) {
    QMetaObject::invokeMethod(contact, [this, status] { apply(status); }, Qt::QueuedConnection);
  };
  m_scheduler = std::make_unique<sync::SyncScheduler>(runSession, onStatus);
  startNewsWatch(enrolment);
  Result<std::unique_ptr<NetworkWatcher>> watcher =
      NetworkWatcher::start([scheduler = m_scheduler.get()] { scheduler->syncNow(); });
  // Without a watcher the scheduler's own rhythm still finds the network again, only later.
  if (watcher.ok())
    m_watcher = *std::move(watcher);
  m_scheduler->syncNow();
}

// Without it the scheduler's own rhythm finds what is new at the hub, only later.
void SyncViewModel::startNewsWatch(const sync::Enrolment& enrolment) {
  Result<std::unique_ptr<HttpClient>> http =
      HttpClient::create(sync::NewsWatch::httpOptions(enrolment.hubUrl, enrolment.hubCertificate));
  if (http.ok())
    m_news = std::make_unique<sync::NewsWatch>(*std::move(http), enrolment.deviceToken, m_clock,
                                               [scheduler = m_scheduler.get()] { scheduler->syncNow(); });
}

void SyncViewModel::stop() {
  m_watcher.reset();
  m_news.reset();
  if (m_http)
    m_http->cancel();
  m_scheduler.reset();
  m_http.reset();
  m_contact.reset();
  m_status = {};
  m_progress = {};
  m_takenIn = 0;
  m_isReachable = false;
  emit changed();
}

void SyncViewModel::syncNow() {
  if (m_scheduler)
    m_scheduler->syncNow();
}

void SyncViewModel::follow(const sync::SyncProgress& progress) {
  m_progress = progress;
  refresh();
  if (progress.ahead == 0 && progress.pulled > m_takenIn)
    takeIn(); // the session goes on with what is attached, which may take long
}

void SyncViewModel::apply(const sync::SyncStatus& status) {
  m_status = status;
  const bool isNews = m_progress.pulled > m_takenIn || m_progress.erased > 0;
  if (status.phase != Phase::Syncing && status.phase != Phase::NeverTried)
    m_isReachable = status.phase == Phase::InStep;
  refresh();
  if (isNews)
    takeIn(); // also when the session was cut: what came before stands
  m_progress = {};
  m_takenIn = 0;
  if (m_news && status.phase == Phase::InStep && status.lastReport.digestsAgree)
    m_news->arm(status.lastReport.digest);
  if (status.phase == Phase::Failed && status.lastError.code() == StatusCode::Revoked)
    return emit shutOut();
  if (status.phase == Phase::InStep || status.phase == Phase::Offline || status.phase == Phase::Failed)
    emit attempted();
}

// What two people wrote in different paragraphs is one text before anybody looks; where that fails, both versions
// stand.
void SyncViewModel::takeIn() {
  m_takenIn = m_progress.pulled;
  m_store.keep([](store::CaseStore& cases) { return cases.narratives().combineAll(); })
      .then(this, [this](const Result<int>& combined) {
        emit dataArrived();
        if (combined.ok() && *combined > 0)
          syncNow();
      });
}

void SyncViewModel::refresh() {
  m_store.read(&SyncViewModel::readStanding).then(this, [this](const Result<Standing>& standing) {
    if (standing.ok())
      describe(*standing);
  });
}

Result<SyncViewModel::Standing> SyncViewModel::readStanding(store::CaseStore& cases) {
  const Result<sync::Outbox> outbox = cases.replica().outbox();
  const Result<sync::SyncState> state = cases.replica().syncState();
  const Result<int64_t> unreadable = cases.unreadableRecords();
  for (const Status& status : {outbox.status(), state.status(), unreadable.status()})
    RETURN_IF_ERROR(status);
  return Standing{*outbox, state->lastSyncMillis, static_cast<int>(*unreadable)};
}

QString SyncViewModel::offlineText() const {
  if (m_status.phase != Phase::Offline)
    return {};
  const QString unreached = tr("Får ikke kontakt med kontoret.");
  return m_hasWaiting ? unreached : unreached + QLatin1Char(' ') + tr("Ingenting venter på å bli sendt.");
}

void SyncViewModel::say(Tone tone, const QString& headline, const QString& detail) {
  m_tone = tone;
  m_headline = headline;
  m_detail = detail;
  emit changed();
}

// The most pressing alone.
void SyncViewModel::describe(const Standing& standing) {
  const int64_t now = m_clock.nowMillis();
  const int64_t waiting = standing.outbox.records + standing.outbox.contents;
  m_hasWaiting = waiting > 0;
  const QString askForHelp = tr("Ta kontakt med den som har ansvar for nettbrettene.");
  if (m_status.phase == Phase::Failed)
    return say(Attention, tr("Sendingen stoppet"), errorText(m_status.lastError, ErrorContext::Syncing));
  if (m_status.phase == Phase::Syncing && m_progress.ahead > 0)
    return say(Calm, tr("Henter fra kontoret"),
               tr("%1 opplysninger er kommet. Omtrent %2 står igjen.").arg(m_progress.pulled).arg(m_progress.ahead));
  if (m_status.phase == Phase::InStep && !m_status.lastReport.digestsAgree)
    return say(Attention, tr("Nettbrettet og kontoret er ikke like"),
               tr("Alt er lagret her.") + QLatin1Char(' ') + askForHelp);
  if (standing.outbox.refused > 0)
    return say(Attention, tr("%n endringer ble ikke tatt imot.", nullptr, static_cast<int>(standing.outbox.refused)),
               tr("Trygt lagret her.") + QLatin1Char(' ') + askForHelp);
  if (waiting > 0)
    return say(Calm, tr("%n endringer venter.", nullptr, static_cast<int>(waiting)),
               tr("Trygt lagret her. Eldste fra %1").arg(momentText(standing.outbox.oldestMillis, now)));
  if (standing.unreadableRecords > 0)
    return say(Attention, tr("%n opplysninger kan ikke vises.", nullptr, standing.unreadableRecords),
               tr("De er tatt vare på. Oppdater appen, eller ta kontakt med den som har ansvar for nettbrettene."));
  if (standing.lastSyncMillis > 0)
    return say(Good, tr("Alt er sendt til kontoret"), momentText(standing.lastSyncMillis, now));
  say(Calm, tr("Ikke hatt kontakt med kontoret ennå"), tr("Alt lagres trygt her."));
}

} // namespace veikart::ui
