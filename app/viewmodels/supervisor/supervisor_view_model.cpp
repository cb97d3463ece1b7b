// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/supervisor/supervisor_view_model.h"

#include "app/documents/conclusion_text.h"
#include "app/viewmodels/shared/attachment_text.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/person_text.h"

#include <algorithm>

namespace veikart::ui {

struct SupervisorViewModel::Content {
  store::CaseOverview overview;
  store::LayerAnswers client, conclusion;
  Uuid mappingId;
  std::string conductor, noTaskReason;
  std::vector<store::AttachmentEntry> attachments;
};

namespace {

constexpr int64_t kDayMillis = 24LL * 60 * 60 * 1000;
constexpr int64_t kQuietMillis = 28 * kDayMillis;         // no contact for four weeks is worth a look
constexpr int64_t kEmergencyShownMillis = 7 * kDayMillis; // so that nobody's week off hides it
enum Tone { Neutral, Success, Warning };
enum State { Everything, NeedsYou, Recent, Begun, TwoVersions };

QString stateText(const store::InboxEntry& entry, int64_t now) {
  if (!entry.lastMapping)
    return SupervisorViewModel::tr("Siste endring %1").arg(dayText(entry.lastChangeAt, now));
  if (entry.lastMapping->state == casework::MappingState::Confirmed)
    return SupervisorViewModel::tr("KIS bekreftet · siste endring %1").arg(dayText(entry.lastChangeAt, now));
  if (entry.lastMapping->state == casework::MappingState::Declined)
    return SupervisorViewModel::tr("Sa nei takk til KIS");
  return SupervisorViewModel::tr("KIS påbegynt %1").arg(dayText(entry.lastMapping->startedAt, now));
}

bool isRecent(const store::InboxEntry& entry, int64_t now) {
  return isoDateOf(entry.lastChangeAt) >= isoDateOf(now - kDayMillis); // "siden i går"
}

bool isQuiet(const store::InboxEntry& entry, int64_t now) {
  return !entry.isClosed && entry.lastContactAt > 0 && entry.lastContactAt <= now - kQuietMillis;
}

bool isEmergency(const store::InboxEntry& entry, int64_t now) {
  return entry.emergencyAt > now - kEmergencyShownMillis;
}

bool needsYou(const store::InboxEntry& entry, int64_t now) {
  return isEmergency(entry, now) || entry.confirmedWithoutDueTask || isQuiet(entry, now) || entry.twoVersions > 0;
}

// Why somebody stands in the list.
QString reasonText(const store::InboxEntry& entry, int64_t now) {
  if (isEmergency(entry, now))
    return SupervisorViewModel::tr("Åpnet i et nødstilfelle %1 av %2")
        .arg(momentText(entry.emergencyAt, now), QString::fromStdString(entry.emergencyBy));
  if (entry.confirmedWithoutDueTask)
    return SupervisorViewModel::tr("KIS bekreftet, ingen oppgave har frist");
  if (isQuiet(entry, now))
    return SupervisorViewModel::tr("Siste kontakt for %1").arg(elapsedText(entry.lastContactAt, now));
  if (entry.twoVersions > 0)
    return SupervisorViewModel::tr("%n opplysninger har to versjoner", nullptr, entry.twoVersions);
  return stateText(entry, now);
}

std::pair<QString, int> badgeOf(const store::InboxEntry& entry, int64_t now) {
  if (isEmergency(entry, now))
    return {SupervisorViewModel::tr("Nødstilfelle"), Warning};
  if (entry.confirmedWithoutDueTask || isQuiet(entry, now))
    return {SupervisorViewModel::tr("Oppfølging"), Warning};
  if (entry.twoVersions > 0)
    return {SupervisorViewModel::tr("To versjoner"), Warning};
  if (isRecent(entry, now))
    return {SupervisorViewModel::tr("Ny"), Success};
  return {QString(), Neutral};
}

bool isBegun(const store::InboxEntry& entry) {
  return entry.lastMapping && entry.lastMapping->state != casework::MappingState::Confirmed &&
         entry.lastMapping->state != casework::MappingState::Declined;
}

// A task that is done is late no more.
QString whenText(const casework::Task& task, int64_t now) {
  return task.state == casework::TaskState::Done ? dateText(task.doneDate, now) : dueText(task.dueDate, now);
}

} // namespace

SupervisorViewModel::SupervisorViewModel(AppContext& context, SyncViewModel& sync)
    : m_context(context), m_inbox({"caseId", "name", "detail", "badge", "tone", "isSelected"}, this),
      m_tasks({"what", "detail", "isDone"}, this), m_contacts({"when", "text"}, this),
      m_attachments({"title", "detail"}, this), m_review(context, this) {
  const auto loadIfShown = [this] {
    if (m_context.navigator.page() == Navigator::Supervisor)
      load();
  };
  connect(&context.navigator, &Navigator::changed, this, [this, loadIfShown] {
    if (m_context.navigator.page() == Navigator::Unlock)
      forget(); // a case that was opened on a need is not open for whoever unlocks next
    loadIfShown();
  });
  connect(&sync, &SyncViewModel::dataArrived, this, loadIfShown);
}

QStringList SupervisorViewModel::needChoices() const {
  return {tr("Veiledning av ansatt"), tr("Klage eller spørsmål fra bruker"), tr("Kvalitetssikring"),
          tr("Vedtak skal fattes")};
}

void SupervisorViewModel::load() {
  const int64_t now = m_context.clock.nowMillis();
  m_context.store
      .read([now](store::CaseStore& cases) { return cases.inbox(now - kQuietMillis, now - kEmergencyShownMillis); })
      .then(this, [this](Result<std::vector<store::InboxEntry>> entries) {
        m_message = errorText(entries.status(), ErrorContext::Opening);
        if (entries.ok()) {
          m_entries = *std::move(entries);
          m_isLoaded = true;
        }
        showInbox();
      });
}

QStringList SupervisorViewModel::stateChoices() const {
  return {tr("Alle"), tr("Trenger deg"), tr("Nye"), tr("KIS påbegynt"), tr("To versjoner")};
}

void SupervisorViewModel::search(const QString& text) {
  m_searchText = text;
  showInbox();
}

void SupervisorViewModel::setState(int state) {
  m_state = state;
  showInbox();
}

bool SupervisorViewModel::isWanted(const store::InboxEntry& entry, int64_t now) const {
  const auto names = QString::fromStdString(entry.name + '\n' + entry.counsellorName);
  if (!names.contains(m_searchText.trimmed(), Qt::CaseInsensitive))
    return false;
  switch (m_state) {
  case NeedsYou:
    return needsYou(entry, now);
  case TwoVersions:
    return entry.twoVersions > 0;
  case Recent:
    return isRecent(entry, now);
  case Begun:
    return isBegun(entry);
  default:
    return true;
  }
}

void SupervisorViewModel::showInbox() {
  const int64_t now = m_context.clock.nowMillis();
  QList<RowModel::Row> rows;
  int recent = 0, needing = 0;
  for (const store::InboxEntry& entry : m_entries) {
    recent += isRecent(entry, now) ? 1 : 0;
    needing += needsYou(entry, now) ? 1 : 0;
    if (!isWanted(entry, now))
      continue;
    const auto [badge, tone] = badgeOf(entry, now);
    rows.append(
        RowModel::Row{QString::fromStdString(entry.caseId.toString()), QString::fromStdString(entry.name),
                      reasonText(entry, now) + QStringLiteral(" · ") + QString::fromStdString(entry.counsellorName),
                      badge, tone, entry.caseId == m_selected});
  }
  m_inbox.setRows(std::move(rows));
  m_summary = tr("%n siden i går", nullptr, recent) + tr(" · %n trenger deg", nullptr, needing);
  emit changed();
}

const store::InboxEntry* SupervisorViewModel::entryOf(const Uuid& caseId) const {
  const auto found =
      std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& entry) { return entry.caseId == caseId; });
  return found == m_entries.end() ? nullptr : &*found;
}

void SupervisorViewModel::select(const QString& caseId) {
  const Result<Uuid> id = Uuid::parse(caseId.toStdString());
  const store::InboxEntry* entry = id.ok() ? entryOf(*id) : nullptr;
  if (!entry)
    return;
  forget();
  m_selected = entry->caseId;
  m_name = QString::fromStdString(entry->name);
  m_over = stateText(*entry, m_context.clock.nowMillis());
  showInbox();
}

void SupervisorViewModel::forget() {
  m_selected = m_mappingId = Uuid();
  m_isOpening = m_isOpened = m_lacksFollowUp = false;
  for (QString* text : {&m_name, &m_over, &m_need, &m_needError, &m_ownWords, &m_assessment, &m_noTaskReason})
    text->clear();
  for (RowModel* rows : {&m_tasks, &m_contacts, &m_attachments})
    rows->setRows({});
}

QString SupervisorViewModel::hint() const {
  if (!m_isLoaded)
    return {};
  if (m_inbox.rowCount() > 0)
    return tr("Velg en sak i listen.");
  return m_entries.empty() ? tr("Ingenting har kommet inn.") : tr("Ingen saker passer.");
}

void SupervisorViewModel::open() {
  if (m_isOpening)
    return;
  m_needError = m_need.trimmed().isEmpty() ? tr("Skriv eller velg hva du trenger å se saken for.") : QString();
  emit changed();
  if (!m_needError.isEmpty() || m_selected.isNil())
    return;
  m_isOpening = true;
  m_context.store
      .write([caseId = m_selected,
              need = m_need.trimmed().toStdString()](store::CaseStore& cases) -> Result<std::shared_ptr<Content>> {
        RETURN_IF_ERROR(
            cases.note(caseId, casework::AuditAction::Opened, need)); // before anything is read: nothing opens unseen
        auto content = std::make_shared<Content>();
        Result<store::CaseOverview> overview = cases.caseOverview(caseId);
        if (!overview.ok())
          return overview.status();
        content->overview = *std::move(overview);
        Result<std::vector<store::AttachmentEntry>> attached = cases.attachments().in(caseId);
        if (!attached.ok())
          return attached.status();
        content->attachments = *std::move(attached);
        for (const casework::Mapping& mapping : content->overview.mappings)
          if (content->mappingId.isNil() && mapping.state == casework::MappingState::Confirmed) {
            content->mappingId = mapping.id;
            content->noTaskReason = mapping.noTaskReason;
            if (const casework::StaffMember* conductor = content->overview.staffMember(mapping.conductedBy))
              content->conductor = conductor->fullName();
          }
        if (content->mappingId.isNil())
          return content;
        for (auto [layer, target] : {std::pair(casework::Layer::Client, &content->client),
                                     std::pair(casework::Layer::Conclusion, &content->conclusion)}) {
          Result<store::LayerAnswers> answers = cases.answers(content->mappingId, layer);
          if (!answers.ok())
            return answers.status();
          *target = *std::move(answers);
        }
        return content;
      })
      .then(this, [this, id = m_selected](const Result<std::shared_ptr<Content>>& content) {
        if (id != m_selected)
          return; // another case was chosen meanwhile
        m_isOpening = false;
        m_message = errorText(content.status(), ErrorContext::Opening);
        if (content.ok())
          show(**content);
        emit changed();
      });
}

void SupervisorViewModel::show(const Content& content) {
  const int64_t now = m_context.clock.nowMillis();
  const store::CaseOverview& overview = content.overview;
  m_isOpened = true;
  m_review.load(m_selected);
  m_mappingId = content.mappingId;
  m_ownWordsLabel = tr("%1 med egne ord").arg(QString::fromStdString(overview.person.firstName));
  m_ownWords = ownWordsIn(content.client);
  m_noTaskReason = QString::fromStdString(content.noTaskReason);
  m_assessment.clear();
  m_assessmentLabel = content.conductor.empty()
                          ? tr("Faglig vurdering")
                          : tr("Faglig vurdering fra %1").arg(QString::fromStdString(content.conductor));
  for (const documents::ConclusionPart& part : documents::conclusionParts(content.conclusion))
    if (part.linkId == documents::kAssessment) {
      m_assessment = part.text;
      m_assessmentLabel = part.label;
    }
  const store::InboxEntry* entry = entryOf(m_selected);
  m_lacksFollowUp = entry && entry->confirmedWithoutDueTask;

  QList<RowModel::Row> tasks, contacts, attachments;
  for (const casework::Task& task : overview.tasks)
    tasks.append(RowModel::Row{QString::fromStdString(task.what),
                               partyText(task, overview) + QStringLiteral(" · ") + whenText(task, now),
                               task.state == casework::TaskState::Done});
  for (const casework::Contact& contact : overview.contacts)
    contacts.append(RowModel::Row{
        contactMomentText(contact.at, now),
        contactText(contact) +
            (contact.done.empty() ? QString() : QStringLiteral(" · ") + QString::fromStdString(contact.done))});
  for (const store::AttachmentEntry& each : content.attachments)
    attachments.append(
        RowModel::Row{QString::fromStdString(each.attachment.title), attachmentText(each.attachment, now)});
  m_tasks.setRows(std::move(tasks));
  m_contacts.setRows(std::move(contacts));
  m_attachments.setRows(std::move(attachments));
}

void SupervisorViewModel::readMapping() {
  if (m_isOpened && hasMapping())
    m_context.navigator.go(Navigator::MappingReader, m_selected, m_mappingId);
}

void SupervisorViewModel::showAttachments() {
  if (m_isOpened)
    m_context.navigator.go(Navigator::Attachments, m_selected);
}

void SupervisorViewModel::showAccess() {
  if (hasSelection())
    m_context.navigator.go(Navigator::CaseAccess, m_selected);
}

} // namespace veikart::ui
