// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/new_client_view_model.h"

#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"

#include <algorithm>

namespace veikart::ui {

namespace {
constexpr int kDefaultIntervalDays = 14;
} // namespace

NewClientViewModel::NewClientViewModel(AppContext& context, SyncViewModel& sync)
    : m_context(context), m_sync(sync), m_details(context),
      m_keeper(context, [this] { return writtenInto(m_details); }) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    m_keeper.leave();
    ++m_page;
    m_details.show({});
    if (m_context.navigator.page() == Navigator::NewClient)
      begin();
  });
  connect(&sync, &SyncViewModel::changed, this, &NewClientViewModel::changed);
  connect(&m_details, &ClientDetails::changed, this, &NewClientViewModel::detailsChanged);
  connect(&m_details, &ClientDetails::lookedUp, this, [this](const Status& status) {
    m_message = errorText(status, ErrorContext::Opening);
    emit changed();
  });
  connect(&m_keeper, &DraftKeeper::failed, this, [this](const Status& status) {
    m_message = errorText(status, ErrorContext::Saving);
    emit changed();
  });
}

QString NewClientViewModel::networkText() const {
  return m_sync.isAtOffice() ? tr("Saken lagres på nettbrettet og sendes til kontoret.")
                             : tr("Uten nett. Saken lagres på nettbrettet. Nå kan vi bare sjekke mot det som er hentet "
                                  "hit, om noen har en sak fra før.");
}

void NewClientViewModel::begin() {
  for (QString* text : {&m_message, &m_draftText, &m_sameName})
    text->clear();
  m_sameNameCase = {};
  casework::Person nobody;
  nobody.language = tr("norsk").toStdString();
  m_details.show(nobody);
  m_isSaving = false;
  m_waiting.reset();
  m_keeper.begin({});
  emit changed();
  m_context.store.read([](store::CaseStore& cases) { return DraftKeeper::find(cases, {}); })
      .then(this, [this, page = m_page](Result<std::optional<DraftKeeper::Draft>> draft) {
        if (page != m_page)
          return;
        if (!draft.ok())
          m_message = errorText(draft.status(), ErrorContext::Opening);
        else if (m_waiting = m_keeper.latest(*std::move(draft)); !m_waiting)
          open();
        emit changed();
      });
}

void NewClientViewModel::open() {
  m_keeper.open(std::move(m_waiting), [this](const QJsonObject& written) { writeInto(m_details, written); });
  m_waiting.reset();
  m_details.setOpen(true);
}

QString NewClientViewModel::waitingText() const {
  return m_waiting ? tr("Du har en kladd til en ny bruker fra %1. Den er ikke lagret ennå.")
                         .arg(momentText(m_waiting->keptAt, m_context.clock.nowMillis()))
                   : QString();
}

void NewClientViewModel::continueDraft() {
  if (!m_waiting)
    return;
  m_draftText = tr("Kladden fra %1 er her ennå. Brukeren er ikke lagret.")
                    .arg(momentText(m_waiting->keptAt, m_context.clock.nowMillis()));
  open();
  lookForSameName();
  m_details.lookForSameNationalId();
}

// What was said of another name holds no longer.
void NewClientViewModel::detailsChanged() {
  if (m_details.fullName() != m_nameLookedUp) {
    m_sameName.clear();
    m_sameNameCase = {};
  }
  m_keeper.edited();
  emit changed();
}

void NewClientViewModel::save() {
  if (m_details.isOpen() && m_details.check())
    m_details.lookForNumber([this] { lookForName([this] { create(); }); });
}

void NewClientViewModel::saveThoughSameName() {
  if (m_sameName.isEmpty())
    save(); // nobody has looked up the name as it stands now
  else if (m_details.isOpen() && m_details.check())
    m_details.lookForNumber([this] { create(); });
}

void NewClientViewModel::saveAnyway() {
  if (m_details.sameNationalId().isEmpty())
    save(); // nobody has looked up the number as it stands now
  else if (m_details.isOpen() && m_details.check())
    create();
}

void NewClientViewModel::openSameName() {
  if (canOpenSameName())
    m_context.navigator.go(Navigator::CasePage, m_sameNameCase);
}

void NewClientViewModel::create() {
  if (m_isSaving)
    return;
  m_isSaving = true;
  m_details.setOpen(false);
  casework::Case file;
  file.id = Uuid::makeV7(m_context.clock);
  casework::Person person = m_details.person();
  person.id = Uuid::makeV7(m_context.clock);
  file.personId = person.id;
  file.counsellorId = m_context.user.id;
  file.contactIntervalDays = kDefaultIntervalDays;
  file.openedAt = m_context.clock.nowMillis();
  m_keeper.save([person, file](store::CaseStore& cases) { return cases.createCase(person, file); },
                [this, page = m_page, id = file.id](const Status& status) {
                  if (page == m_page)
                    finishCreating(status, id);
                });
}

void NewClientViewModel::finishCreating(const Status& status, const Uuid& caseId) {
  m_isSaving = false;
  m_message = errorText(status, ErrorContext::Saving);
  if (!status.ok()) {
    m_keeper.resume();
    return m_details.setOpen(true);
  }
  m_context.navigator.back(); // nothing leads back into the form
  m_context.navigator.go(Navigator::CasePage, caseId);
}

void NewClientViewModel::lookForSameName() {
  if (const casework::Person person = m_details.person();
      m_details.isOpen() && !person.firstName.empty() && !person.lastName.empty())
    lookForName([] {});
}

void NewClientViewModel::lookForName(std::function<void()> whenNone) {
  m_nameLookedUp = m_details.fullName();
  m_context.store
      .read([name = m_nameLookedUp.toStdString()](store::CaseStore& cases) { return cases.searchByName(name); })
      .then(this, [this, page = m_page, name = m_nameLookedUp,
                   whenNone = std::move(whenNone)](const Result<std::vector<store::CaseloadEntry>>& found) {
        if (page != m_page || name != m_details.fullName())
          return;
        m_message = errorText(found.status(), ErrorContext::Opening);
        if (found.ok())
          showSameName(*found);
        emit changed();
        if (found.ok() && found->empty())
          whenNone();
      });
}

// The user's own first, which can be opened.
void NewClientViewModel::showSameName(const std::vector<store::CaseloadEntry>& found) {
  m_sameName.clear();
  m_sameNameCase = {};
  if (found.empty())
    return;
  const auto mine = std::ranges::find_if(found, [this](const auto& entry) { return entry.isOf(m_context.user.id); });
  const store::CaseloadEntry& other = mine != found.end() ? *mine : found.front();
  m_sameNameCase = mine != found.end() ? other.caseId : Uuid();
  m_sameName = tr("Mulig samme person: %1 har en sak fra før.").arg(QString::fromStdString(other.name));
}

void NewClientViewModel::close() {
  m_context.navigator.back();
}

void NewClientViewModel::discard() {
  m_keeper.forget();
  ++m_page;
  begin();
}

} // namespace veikart::ui
