// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/tablet_returned_view_model.h"

#include "app/viewmodels/mapping/handover.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"

namespace veikart::ui {

namespace {

struct Returned {
  Uuid mappingId;
  std::string clientName;
  int64_t startedAt = 0;
};

Result<Returned> whoHadIt(store::CaseStore& cases) {
  const Result<std::optional<store::HandoverSession>> session = cases.openHandover();
  if (!session.ok())
    return session.status();
  if (!session->has_value())
    return Status::notFound("no survey is handed over");
  const Result<casework::Mapping> mapping = cases.mapping((*session)->mappingId);
  if (!mapping.ok())
    return mapping.status();
  const Result<store::CaseOverview> overview = cases.caseOverview(mapping->caseId);
  if (!overview.ok())
    return overview.status();
  return Returned{mapping->id, overview->person.firstName, (*session)->startedAt};
}

} // namespace

TabletReturnedViewModel::TabletReturnedViewModel(AppContext& context, DeviceFolder folder)
    : m_context(context), m_folder(std::move(folder)) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::TabletReturned)
      load();
  });
}

void TabletReturnedViewModel::setBusy(bool isBusy) {
  m_isBusy = isBusy;
  emit changed();
}

void TabletReturnedViewModel::load() {
  m_context.store.read(whoHadIt).then(this, [this](const Result<Returned>& returned) {
    m_message = errorText(returned.status(), ErrorContext::Opening);
    if (returned.ok()) {
      m_mappingId = returned->mappingId;
      m_clientName = QString::fromStdString(returned->clientName);
      m_startedText = momentText(returned->startedAt, m_context.clock.nowMillis());
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
      .then(this, [this](const Result<casework::Mapping>& mapping) {
        m_message = errorText(mapping.status(), ErrorContext::Saving);
        setBusy(false);
        if (!mapping.ok())
          return;
        m_context.navigator.restart(Navigator::CasePage, mapping->caseId);
        m_context.navigator.go(Navigator::Conversation, mapping->caseId, mapping->id);
      });
}

void TabletReturnedViewModel::letClientGoOn(double textScale) {
  if (m_isBusy)
    return;
  setBusy(true);
  m_context.store
      .read([folder = m_folder, id = m_mappingId, textScale](store::CaseStore& cases) {
        return prepareHandover(cases, folder, id, textScale);
      })
      .then(this, [this](const Result<std::shared_ptr<ClientBrief>>& brief) {
        m_message = errorText(brief.status(), ErrorContext::Opening);
        setBusy(false);
        if (brief.ok())
          m_context.handOver(**brief);
      });
}

} // namespace veikart::ui
