// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/tablet_returned_view_model.h"

#include "app/viewmodels/mapping/handover.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/mapping_path.h"

#include <QCoreApplication>

namespace veikart::ui {

namespace {

struct Returned {
  Uuid caseId;
  Uuid mappingId;
  std::string clientName;
  int64_t startedAt = 0;
  bool hasAnswers = false; // the session's file is there
  store::CaseStanding standing = store::CaseStanding::Here;
};

class ReturnText {
  Q_DECLARE_TR_FUNCTIONS(TabletReturned)
};

bool isDamage(const Status& status) {
  return status.code() == StatusCode::Corrupt || status.code() == StatusCode::WrongKey ||
         status.code() == StatusCode::Invalid;
}

QString sinceText(int64_t at, int64_t now) { // "siden 09:42" reads well, "siden i dag 09:42" does not
  return isoDateOf(at) == isoDateOf(now) ? clockText(at) : momentText(at, now);
}

QString keptText() {
  return ReturnText::tr(
      "Filen er tatt vare på som den er, og det dere har hentet før, er trygt. Si fra til den som har "
      "ansvar for nettbrettene.");
}

QString goneText(store::CaseStanding standing, bool hasAnswers) {
  const QString gone = standingText(standing) + QLatin1Char(' ');
  if (!hasAnswers)
    return gone + ReturnText::tr("Det finnes ingen svar her.");
  return gone + (standing == store::CaseStanding::Erased
                     ? ReturnText::tr("Hent svarene, så kan du lese dem i 30 dager under «Det som ikke er sendt».")
                     : ReturnText::tr("Hent svarene, så blir de sendt til den som har saken nå."));
}

QString returnText(const Status& status, const QString& name) {
  switch (status.code()) {
  case StatusCode::NotFound:
    return ReturnText::tr("Det finnes ingen svar fra %1 her, ut over det dere har hentet før. %1 kan fortsette derfra, "
                          "eller dere kan gå videre uten.")
        .arg(name);
  case StatusCode::Corrupt:
  case StatusCode::WrongKey:
    return ReturnText::tr(
               "Det %1 svarte sist, er skadet og lar seg ikke åpne. %2 %1 kan svare på nytt, eller dere kan gå "
               "videre uten disse svarene.")
        .arg(name, keptText());
  case StatusCode::Invalid:
    return ReturnText::tr("Det %1 svarte sist, passer ikke til kartleggingen lenger. %2 Dere kan gå videre uten disse "
                          "svarene.")
        .arg(name, keptText());
  case StatusCode::TooNew:
    return errorText(status, ErrorContext::Opening);
  default:
    return errorText(status, ErrorContext::Saving);
  }
}

Result<Returned> whoHadIt(store::CaseStore& cases, const DeviceFolder& folder) {
  const Result<std::optional<store::HandoverSession>> session = cases.openHandover();
  if (!session.ok())
    return session.status();
  if (!session->has_value())
    return Status::notFound("no survey is handed over");
  const Result<store::CaseOverview> overview = cases.caseOverview((*session)->caseId);
  const Result<store::CaseStanding> standing = cases.standing((*session)->caseId);
  if (!overview.ok() && overview.status().code() != StatusCode::NotFound)
    return overview.status();
  if (!standing.ok())
    return standing.status();
  std::error_code error;
  return Returned{(*session)->caseId,
                  (*session)->mappingId,
                  overview.ok() ? overview->person.firstName : std::string(),
                  (*session)->startedAt,
                  std::filesystem::exists(folder.sessionFile((*session)->fileName), error),
                  *standing};
}

} // namespace

TabletReturnedViewModel::TabletReturnedViewModel(AppContext& context, const SyncViewModel& sync, DeviceFolder folder)
    : m_context(context), m_sync(sync), m_folder(std::move(folder)) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::TabletReturned)
      load();
  });
}

void TabletReturnedViewModel::setBusy(bool isBusy) {
  m_isBusy = isBusy;
  emit changed();
}

void TabletReturnedViewModel::say(const Status& status) {
  const QString name = m_clientName.isEmpty() ? tr("brukeren") : m_clientName;
  m_message = status.ok() ? QString() : returnText(status, name);
  m_isDamaged = isDamage(status);
  m_isLost = status.code() == StatusCode::NotFound;
  m_canAnswer = status.code() != StatusCode::Invalid && !m_isGone;
  setBusy(false);
}

void TabletReturnedViewModel::load() {
  m_isDamaged = m_isLost = m_isGone = false;
  m_canAnswer = true;
  m_context.store.read([folder = m_folder](store::CaseStore& cases) { return whoHadIt(cases, folder); })
      .then(this, [this](const Result<Returned>& returned) {
        m_message = errorText(returned.status(), ErrorContext::Opening);
        if (returned.ok()) {
          m_caseId = returned->caseId;
          m_mappingId = returned->mappingId;
          m_clientName = QString::fromStdString(returned->clientName);
          m_startedText = sinceText(returned->startedAt, m_context.clock.nowMillis());
          m_isLost = !returned->hasAnswers;
          m_isGone = returned->standing != store::CaseStanding::Here;
          m_canAnswer = !m_isGone;
          if (m_isGone)
            m_message = goneText(returned->standing, returned->hasAnswers);
          else if (m_isLost)
            m_message = returnText(Status::notFound("no session file"), m_clientName);
        }
        emit changed();
      });
}

void TabletReturnedViewModel::fetchAnswers() {
  if (m_isBusy)
    return;
  setBusy(true);
  m_context.store
      .write([folder = m_folder, &clock = m_context.clock](store::CaseStore& cases) {
        return takeBack(cases, folder, clock);
      })
      .then(this, [this](const Result<std::optional<casework::Mapping>>& mapping) {
        say(mapping.status());
        if (!mapping.ok())
          return;
        if (!*mapping)
          return leaveForLater();
        m_context.navigator.restart(Navigator::CasePage, (*mapping)->caseId);
        goToMapping(m_context.navigator, **mapping);
      });
}

void TabletReturnedViewModel::letClientGoOn(double textScale) {
  if (m_isBusy || !m_canAnswer)
    return;
  setBusy(true);
  m_context.store
      .write([folder = m_folder, id = m_mappingId, textScale, &clock = m_context.clock,
              open = m_isDamaged ? OpenSession::IsSetAside : OpenSession::GoesOn](store::CaseStore& cases) {
        return prepareHandover(cases, folder, id, textScale, clock, open);
      })
      .then(this, [this](const Result<std::shared_ptr<ClientBrief>>& brief) {
        say(brief.status());
        handOver(m_context, brief);
      });
}

void TabletReturnedViewModel::goOnWithout() {
  if (m_isBusy || !(m_isDamaged || m_isLost))
    return;
  setBusy(true);
  m_context.store.write([](store::CaseStore& cases) { return setAside(cases); })
      .then(this, [this](const Status& status) {
        say(status);
        if (!status.ok())
          return;
        if (m_isGone)
          return leaveForLater();
        m_context.navigator.restart(Navigator::CasePage, m_caseId);
      });
}

void TabletReturnedViewModel::leaveForLater() {
  m_context.navigator.restart(m_sync.isAtOffice() ? Navigator::Caseload : Navigator::Appointments);
}

} // namespace veikart::ui
