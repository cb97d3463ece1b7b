// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/case_view_model.h"

#include "app/casework/rules.h"
#include "app/viewmodels/office/office_text.h"
#include "app/viewmodels/shared/attachment_text.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/mapping_path.h"
#include "app/viewmodels/shared/person_text.h"
#include "app/viewmodels/shared/unread_words.h"

#include <algorithm>
#include <span>

namespace veikart::ui {

struct CaseViewModel::Content {
  store::CaseOverview overview;
  bool isHandedOver = false;
  std::vector<store::AttachmentEntry> attachments;
  QStringList unreadThemes; // with words that nobody has read
};

namespace {

constexpr size_t kContactsShown = 4;
constexpr size_t kAttachmentsShown = 3;

QString textOf(const store::LayerAnswers& answers, const std::string& key) {
  const auto found = answers.find(key);
  return found == answers.end() ? QString() : QString::fromStdString(found->second.answer.text);
}

// Helpers whom the client named; first names only (the form asks for no more).
QString peopleIn(const store::LayerAnswers& client) {
  QStringList names;
  for (const auto& [key, layer] : client)
    if (key.rfind("nett.hjelper.navn", 0) == 0 && !layer.answer.text.empty())
      names.append(QString::fromStdString(layer.answer.text));
  return names.join(QStringLiteral(" · "));
}

// None in a mapping that is sealed, which waits for nobody, or whose form this app lacks: going on in it says so.
Result<QStringList> unreadTitles(store::CaseStore& cases, const casework::Mapping& mapping) {
  if (mapping.state == casework::MappingState::Confirmed)
    return QStringList();
  const Result<std::vector<const forms::Item*>> themes = unreadThemes(cases, mapping.id);
  if (!themes.ok() && themes.status().code() != StatusCode::TooNew)
    return themes.status();
  QStringList titles;
  if (themes.ok())
    for (const forms::Item* theme : *themes)
      titles.append(QString::fromStdString(theme->text));
  return titles;
}

} // namespace

CaseViewModel::CaseViewModel(AppContext& context, SyncViewModel& sync)
    : m_context(context), m_tasks({"taskId", "what", "detail", "isDone", "isLate"}, this),
      m_goals({"goalId", "goal", "detail", "isReached"}, this), m_contacts({"when", "text"}, this),
      m_earlier({"mappingId", "text", "canRead"}, this), m_attachments({"title", "detail"}, this),
      m_appointment(context, this), m_review(context, this) {
  const auto loadIfShown = [this] {
    if (m_context.navigator.page() == Navigator::CasePage)
      load();
  };
  connect(&context.navigator, &Navigator::changed, this, [this, loadIfShown] {
    if (m_overview && m_overview->file.id != m_context.navigator.caseId())
      forget();
    m_doneDates.clear();
    m_showsAllContacts = false;
    m_appointment.clear();
    loadIfShown();
  });
  connect(&sync, &SyncViewModel::dataArrived, this, loadIfShown);
  connect(&m_appointment, &AppointmentEditor::saved, this, loadIfShown);
}

const casework::Mapping* CaseViewModel::newest() const {
  return m_overview && !m_overview->mappings.empty() ? &m_overview->mappings.front() : nullptr;
}

const casework::Mapping* CaseViewModel::confirmed() const {
  if (!m_overview)
    return nullptr;
  const auto& mappings = m_overview->mappings;
  const auto found = std::find_if(mappings.begin(), mappings.end(), [](const casework::Mapping& mapping) {
    return mapping.state == casework::MappingState::Confirmed;
  });
  return found == mappings.end() ? nullptr : &*found;
}

void CaseViewModel::load() {
  const Uuid caseId = m_context.navigator.caseId();
  lookForDraft(caseId);
  m_review.load(caseId);
  m_context.store
      .read([caseId](store::CaseStore& cases) -> Result<Content> {
        Result<store::CaseOverview> overview = cases.caseOverview(caseId);
        const Result<std::optional<store::HandoverSession>> handover = cases.openHandover();
        Result<std::vector<store::AttachmentEntry>> attachments = cases.attachments().in(caseId);
        for (const Status& status : {overview.status(), handover.status(), attachments.status()})
          RETURN_IF_ERROR(status);
        const bool isHandedOver =
            handover->has_value() && std::ranges::find(overview->mappings, (*handover)->mappingId,
                                                       &casework::Mapping::id) != overview->mappings.end();
        Content content{*std::move(overview), isHandedOver, *std::move(attachments), {}};
        if (!content.overview.mappings.empty()) {
          Result<QStringList> titles = unreadTitles(cases, content.overview.mappings.front());
          if (!titles.ok())
            return titles.status();
          content.unreadThemes = *std::move(titles);
        }
        return content;
      })
      .then(this, [this, caseId](Result<Content> content) {
        if (caseId != m_context.navigator.caseId())
          return;
        m_message = errorText(content.status(), ErrorContext::Opening);
        if (content.ok())
          show(*std::move(content));
        emit changed();
      });
}

void CaseViewModel::forget() {
  m_overview.reset();
  m_words = {};
  m_draftText.clear();
  m_unreadText.clear();
  emit changed();
}

void CaseViewModel::lookForDraft(const Uuid& caseId) {
  m_context.store.read([caseId](store::CaseStore& cases) { return cases.draft({caseId}); })
      .then(this, [this, caseId](const Result<std::optional<store::KeptDraft>>& draft) {
        if (caseId != m_context.navigator.caseId())
          return;
        m_draftText = draft.ok() && *draft ? tr("Du har en kladd til en kontakt fra %1. Den er ikke lagret ennå.")
                                                 .arg(momentText((*draft)->keptAt, m_context.clock.nowMillis()))
                                           : QString();
        emit changed();
      });
}

void CaseViewModel::show(Content content) {
  m_overview = std::move(content.overview);
  m_isHandedOver = content.isHandedOver;
  m_unreadText = content.unreadThemes.isEmpty()
                     ? QString()
                     : tr("Ulest tekst: %1").arg(content.unreadThemes.join(QStringLiteral(", ")));
  showTasks();
  showGoals();
  showContacts();
  showEarlier();
  showAttached(content.attachments);
  m_appointment.show(next(), name());
  readWords();
}

void CaseViewModel::showTasks() {
  const int64_t now = m_context.clock.nowMillis();
  QList<RowModel::Row> tasks;
  for (const casework::Task& task : m_overview->tasks) {
    const bool isDone = task.state == casework::TaskState::Done;
    if (isDone)
      m_doneDates.emplace(task.id, task.doneDate);
    const QString when = isDone ? tr("gjort %1").arg(dateText(task.doneDate, now)) : dueText(task.dueDate, now);
    tasks.append(RowModel::Row{QString::fromStdString(task.id.toString()), QString::fromStdString(task.what),
                               partyText(task, *m_overview) + QStringLiteral(" · ") + when, isDone,
                               !isDone && isPast(task.dueDate, now)});
  }
  m_tasks.setRows(std::move(tasks));
}

void CaseViewModel::showGoals() {
  QList<RowModel::Row> goals;
  for (const casework::Goal& goal : m_overview->goals)
    goals.append(RowModel::Row{QString::fromStdString(goal.id.toString()), QString::fromStdString(goal.text),
                               goal.reached ? tr("nådd") : QString(), goal.reached});
  m_goals.setRows(std::move(goals));
}

void CaseViewModel::showContacts() {
  const int64_t now = m_context.clock.nowMillis();
  QList<RowModel::Row> contacts;
  const size_t shown = m_showsAllContacts ? m_overview->contacts.size() : kContactsShown;
  for (const casework::Contact& contact :
       std::span(m_overview->contacts).first(std::min(shown, m_overview->contacts.size()))) {
    QString text = contactText(contact);
    if (!contact.done.empty())
      text += QStringLiteral(" · ") + QString::fromStdString(contact.done);
    contacts.append(RowModel::Row{atLineStart(contactMomentText(contact.at, now)), text});
  }
  m_contacts.setRows(std::move(contacts));
}

const casework::Appointment* CaseViewModel::next() const {
  return m_overview && !m_overview->appointments.empty() ? &m_overview->appointments.front() : nullptr;
}

QString CaseViewModel::nextAppointment() const {
  return next() ? dayText(next()->at, m_context.clock.nowMillis()) : QString();
}

QString CaseViewModel::nextDetail() const {
  return next() ? appointmentText(*next()) : QString();
}

bool CaseViewModel::hasMoreContacts() const {
  return m_overview && m_overview->contacts.size() > kContactsShown;
}

void CaseViewModel::setShowsAllContacts(bool shows) {
  m_showsAllContacts = shows;
  if (m_overview)
    showContacts();
  emit changed();
}

// Those that the page does not tell about otherwise.
void CaseViewModel::showEarlier() {
  const int64_t now = m_context.clock.nowMillis();
  QList<RowModel::Row> rows;
  for (const casework::Mapping& mapping : m_overview->mappings) {
    if (&mapping == newest() || &mapping == confirmed())
      continue;
    const bool canRead = mapping.state == casework::MappingState::Confirmed;
    const QString day = dayText(mapping.startedAt, now);
    QString text =
        mapping.kind == casework::MappingKind::MiniKis ? tr("Mini-KIS fra %1").arg(day) : tr("KIS fra %1").arg(day);
    if (mapping.state == casework::MappingState::Declined)
      text = tr("Sa nei takk %1").arg(day);
    else if (!canRead)
      text += tr(", ikke bekreftet");
    rows.append(RowModel::Row{QString::fromStdString(mapping.id.toString()), text, canRead});
  }
  m_earlier.setRows(std::move(rows));
}

void CaseViewModel::showAttached(const std::vector<store::AttachmentEntry>& entries) {
  m_attachmentCount = static_cast<int>(entries.size());
  QList<RowModel::Row> rows;
  for (const store::AttachmentEntry& entry : std::span(entries).first(std::min(kAttachmentsShown, entries.size())))
    rows.append(RowModel::Row{QString::fromStdString(entry.attachment.title),
                              attachmentText(entry.attachment, m_context.clock.nowMillis())});
  m_attachments.setRows(std::move(rows));
}

void CaseViewModel::readEarlier(const QString& mappingId) {
  if (const Result<Uuid> id = Uuid::parse(mappingId.toStdString()); id.ok() && m_overview)
    m_context.navigator.go(Navigator::MappingReader, m_overview->file.id, *id);
}

void CaseViewModel::readWords() {
  const casework::Mapping* source = confirmed() ? confirmed() : newest();
  if (!source)
    return;
  using Layers = std::pair<store::LayerAnswers, store::LayerAnswers>;
  m_context.store
      .read([id = source->id](store::CaseStore& cases) -> Result<Layers> {
        Result<store::LayerAnswers> client = cases.answers(id, casework::Layer::Client);
        if (!client.ok())
          return client.status();
        Result<store::LayerAnswers> conclusion = cases.answers(id, casework::Layer::Conclusion);
        if (!conclusion.ok())
          return conclusion.status();
        return Layers{*std::move(client), *std::move(conclusion)};
      })
      .then(this, [this, id = source->caseId](const Result<Layers>& layers) {
        if (!m_overview || m_overview->file.id != id)
          return;
        if (layers.ok())
          return showWords(layers->first, layers->second);
        m_message = errorText(layers.status(), ErrorContext::Opening);
        emit changed();
      });
}

void CaseViewModel::showWords(const store::LayerAnswers& client, const store::LayerAnswers& conclusion) {
  m_words = {ownWordsIn(client), textOf(conclusion, "konkl.ressurser"), textOf(conclusion, "konkl.utfordringer"),
             textOf(conclusion, "konkl.muligheter"), peopleIn(client)};
  emit changed();
}

QString CaseViewModel::name() const {
  return m_overview ? QString::fromStdString(m_overview->person.fullName()) : QString();
}

QString CaseViewModel::firstName() const {
  return m_overview ? QString::fromStdString(m_overview->person.firstName) : QString();
}

QString CaseViewModel::facts() const {
  if (!m_overview)
    return {};
  const casework::Person& person = m_overview->person;
  QStringList facts;
  if (!person.birthDate.empty())
    facts.append(tr("%n år", nullptr, casework::ageOn(person.birthDate, isoDateOf(m_context.clock.nowMillis()))));
  QStringList speech;
  if (!person.language.empty())
    speech.append(tr("snakker %1").arg(QString::fromStdString(person.language)));
  if (!person.interpreter.empty())
    speech.append(tr("tolk %1").arg(QString::fromStdString(person.interpreter)));
  if (!speech.isEmpty())
    facts.append(speech.join(QStringLiteral(", ")));
  if (!person.phone.empty())
    facts.append(tr("tlf. %1").arg(QString::fromStdString(person.phone)));
  QStringList counsellors;
  for (const auto& counsellor : {m_overview->counsellor, m_overview->secondCounsellor})
    if (counsellor)
      counsellors.append(QString::fromStdString(counsellor->fullName()));
  if (!counsellors.isEmpty())
    facts.append(counsellors.join(tr(" og ")));
  if (m_overview->file.status == casework::CaseStatus::Closed)
    facts.append(tr("avsluttet"));
  return facts.join(QStringLiteral(" · "));
}

QString CaseViewModel::confirmedText() const {
  return m_overview->lastSeal
             ? tr("Bekreftet %1").arg(dayText(m_overview->lastSeal->sealedAt, m_context.clock.nowMillis()))
             : tr("Bekreftet");
}

QString CaseViewModel::mappingState() const {
  const casework::Mapping* mapping = newest();
  if (!mapping)
    return tr("Ikke kartlagt");
  switch (mapping->state) {
  case casework::MappingState::Declined: {
    const QString declined = tr("Sa nei takk %1").arg(dayText(mapping->startedAt, m_context.clock.nowMillis()));
    return m_overview->lastSeal ? confirmedText() + QStringLiteral(" · ") + declined : declined;
  }
  case casework::MappingState::Started:
  case casework::MappingState::ClientAnswering:
    return tr("Påbegynt");
  case casework::MappingState::InConversation:
    return tr("Klar for samtale");
  case casework::MappingState::Concluding:
  case casework::MappingState::Draft:
    return tr("Utkast, ikke bekreftet");
  case casework::MappingState::Confirmed:
    return confirmedText();
  }
  return {};
}

bool CaseViewModel::isConfirmed() const {
  return newest() && newest()->state == casework::MappingState::Confirmed;
}

bool CaseViewModel::hasWords() const {
  return !(m_words.own + m_words.resources + m_words.challenges + m_words.possibilities).isEmpty();
}

QString CaseViewModel::handoverText() const {
  return m_overview && m_isHandedOver ? tr("Svarene til %1 ligger på nettbrettet.").arg(firstName()) : QString();
}

QString CaseViewModel::arrivingText() const {
  return m_overview && m_overview->isArriving
             ? tr("Saken er ikke hentet ferdig. Resten kommer av seg selv når nettbrettet har kontakt med kontoret.")
             : QString();
}

QString CaseViewModel::mappingAction() const {
  if (m_overview && m_isHandedOver)
    return tr("Hent svarene");
  const casework::Mapping* mapping = newest();
  const bool isOpen = mapping && mapping->state != casework::MappingState::Confirmed &&
                      mapping->state != casework::MappingState::Declined;
  return isOpen ? tr("Fortsett kartleggingen") : tr("Ny kartlegging");
}

bool CaseViewModel::canReadMapping() const {
  return confirmed() != nullptr;
}

void CaseViewModel::startOrContinueMapping() {
  if (m_overview && m_isHandedOver)
    return m_context.navigator.go(Navigator::TabletReturned);
  const casework::Mapping* mapping = newest();
  if (mapping && mapping->state != casework::MappingState::Confirmed &&
      mapping->state != casework::MappingState::Declined)
    goToMapping(m_context.navigator, *mapping);
  else if (m_overview)
    m_context.navigator.go(Navigator::MappingStart, m_overview->file.id);
}

void CaseViewModel::readMapping() {
  if (const casework::Mapping* mapping = confirmed())
    m_context.navigator.go(Navigator::MappingReader, mapping->caseId, mapping->id);
}

void CaseViewModel::editDetails() {
  if (canEditDetails())
    m_context.navigator.go(Navigator::EditClient, m_overview->file.id);
}

void CaseViewModel::showAccess() {
  if (m_overview)
    m_context.navigator.go(Navigator::CaseAccess, m_overview->file.id);
}

void CaseViewModel::showAttachments() {
  if (m_overview)
    m_context.navigator.go(Navigator::Attachments, m_overview->file.id);
}

void CaseViewModel::logContact() {
  if (m_overview)
    m_context.navigator.go(Navigator::LogContact, m_overview->file.id);
}

void CaseViewModel::setTaskDone(const QString& taskId, bool isDone) {
  const Result<Uuid> id = Uuid::parse(taskId.toStdString());
  if (!id.ok())
    return;
  const std::string doneDate = isDone ? doneDateOf(*id) : "";
  // Read anew: what came from another tablet since the page was opened must not be written back.
  save([id = *id, isDone, doneDate](store::CaseStore& cases) -> Status {
    Result<casework::Task> task = cases.task(id);
    if (!task.ok())
      return task.status();
    task->state = isDone ? casework::TaskState::Done : casework::TaskState::Open;
    task->doneDate = doneDate;
    return cases.save(*task);
  });
}

// A tick that was taken away by mistake comes back with the date that it had when the page was opened.
std::string CaseViewModel::doneDateOf(const Uuid& taskId) const {
  const auto found = m_doneDates.find(taskId);
  return found == m_doneDates.end() ? isoDateOf(m_context.clock.nowMillis()) : found->second;
}

void CaseViewModel::setGoalReached(const QString& goalId, bool isReached) {
  const Result<Uuid> id = Uuid::parse(goalId.toStdString());
  if (!id.ok())
    return;
  save([id = *id, isReached](store::CaseStore& cases) -> Status {
    Result<casework::Goal> goal = cases.goal(id);
    if (!goal.ok())
      return goal.status();
    goal->reached = isReached;
    return cases.save(*goal);
  });
}

void CaseViewModel::save(std::function<Status(store::CaseStore&)> write) {
  m_context.store.write(std::move(write)).then(this, [this](const Status& status) {
    m_message = errorText(status, ErrorContext::Saving);
    emit changed();
    if (status.ok())
      load();
  });
}

} // namespace veikart::ui
