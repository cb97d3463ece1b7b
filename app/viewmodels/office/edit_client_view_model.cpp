// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/edit_client_view_model.h"

#include "app/viewmodels/shared/date_text.h"

namespace veikart::ui {

struct EditClientViewModel::Loaded {
  casework::Person person;
  std::optional<DraftKeeper::Draft> draft;
};

namespace {

// NotFound also for a case whose client can't be read.
Result<casework::Person> clientOf(store::CaseStore& cases, const Uuid& caseId) {
  Result<store::CaseOverview> overview = cases.caseOverview(caseId);
  if (!overview.ok())
    return overview.status();
  return overview->person.id.isNil() ? Result<casework::Person>(Status::notFound("case: no client to be read"))
                                     : Result<casework::Person>(std::move(overview->person));
}

// What differs between the two is written into `latest`.
void change(casework::Person& latest, const casework::Person& before, const casework::Person& after) {
  using casework::Person;
  for (auto field : {&Person::firstName, &Person::lastName, &Person::nationalId, &Person::birthDate, &Person::phone,
                     &Person::language, &Person::interpreter})
    if (after.*field != before.*field)
      latest.*field = after.*field;
}

} // namespace

EditClientViewModel::EditClientViewModel(AppContext& context)
    : m_context(context), m_details(context), m_keeper(context, [this] { return changes(); }) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    m_keeper.leave();
    ++m_page;
    m_details.show({});
    if (m_context.navigator.page() == Navigator::EditClient)
      begin();
  });
  connect(&m_details, &ClientDetails::changed, &m_keeper, &DraftKeeper::edited);
  connect(&m_details, &ClientDetails::lookedUp, this,
          [this](const Status& status) { say(status, ErrorContext::Opening); });
  connect(&m_keeper, &DraftKeeper::failed, this, [this](const Status& status) { say(status, ErrorContext::Saving); });
}

void EditClientViewModel::say(const Status& status, ErrorContext context) {
  m_message = errorText(status, context);
  emit changed();
}

void EditClientViewModel::begin() {
  m_caseId = m_context.navigator.caseId();
  for (QString* text : {&m_name, &m_message, &m_draftText})
    text->clear();
  m_isSaving = false;
  emit changed();
  m_context.store
      .read([caseId = m_caseId](store::CaseStore& cases) -> Result<Loaded> {
        Result<casework::Person> person = clientOf(cases, caseId);
        if (!person.ok())
          return person.status();
        Result<std::optional<DraftKeeper::Draft>> draft = DraftKeeper::find(cases, {caseId, store::DraftName::Details});
        if (!draft.ok())
          return draft.status();
        return Loaded{*std::move(person), *std::move(draft)};
      })
      .then(this, [this, page = m_page](Result<Loaded> loaded) {
        if (page != m_page)
          return;
        if (loaded.ok())
          show(*std::move(loaded));
        say(loaded.status(), ErrorContext::Opening);
      });
}

void EditClientViewModel::show(Loaded loaded) {
  m_name = QString::fromStdString(loaded.person.fullName());
  m_details.show(loaded.person, m_caseId);
  m_read = m_details.person();
  m_unchanged = writtenInto(m_details);
  m_keeper.begin({m_caseId, store::DraftName::Details});
  if (const auto draft =
          m_keeper.open(std::move(loaded.draft), [this](const QJsonObject& written) { writeInto(m_details, written); }))
    m_draftText = tr("Endringene fra %1 er her ennå. De er ikke lagret.")
                      .arg(momentText(draft->keptAt, m_context.clock.nowMillis()));
  m_details.setOpen(true);
}

// Nothing else is kept: what somebody else changes meanwhile must not come back with the draft.
QJsonObject EditClientViewModel::changes() const {
  QJsonObject changes = writtenInto(m_details);
  for (const QString& field : changes.keys())
    if (changes.value(field) == m_unchanged.value(field))
      changes.remove(field);
  return changes;
}

void EditClientViewModel::save() {
  if (!m_details.isOpen())
    return;
  if (changes().isEmpty())
    close();
  else if (m_details.check())
    m_details.lookForNumber([this] { write(); });
}

void EditClientViewModel::saveAnyway() {
  if (m_details.sameNationalId().isEmpty())
    save(); // nobody has looked up the number as it stands now
  else if (m_details.isOpen() && m_details.check())
    write();
}

void EditClientViewModel::write() {
  if (m_isSaving)
    return;
  m_isSaving = true;
  m_details.setOpen(false);
  emit changed();
  // Read anew: what came from another tablet since the page was opened must not be written back.
  m_keeper.save(
      [caseId = m_caseId, before = m_read, after = m_details.person()](store::CaseStore& cases) -> Status {
        Result<casework::Person> latest = clientOf(cases, caseId);
        if (!latest.ok())
          return latest.status();
        change(*latest, before, after);
        return cases.save(*latest, caseId);
      },
      [this, page = m_page](const Status& status) {
        if (page == m_page)
          finishWriting(status);
      });
}

void EditClientViewModel::finishWriting(const Status& status) {
  m_isSaving = false;
  say(status, ErrorContext::Saving);
  if (status.ok())
    return close();
  m_keeper.resume();
  m_details.setOpen(true);
}

void EditClientViewModel::close() {
  m_context.navigator.back();
}

void EditClientViewModel::discard() {
  m_keeper.forget();
  ++m_page;
  m_details.show({});
  begin();
}

} // namespace veikart::ui
