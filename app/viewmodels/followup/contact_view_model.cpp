// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/followup/contact_view_model.h"

#include "app/casework/code_lists.h"
#include "app/viewmodels/shared/code_choices.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/person_text.h"

#include <QDateTime>

#include <algorithm>

namespace veikart::ui {

namespace {
constexpr int64_t kDayMillis = 24LL * 60 * 60 * 1000;
enum Manner { Planned, NotPlanned, Acute };

// The soonest; none when its contact is logged.
Result<std::optional<casework::Appointment>> appointmentToday(store::CaseStore& cases, const Uuid& staffId,
                                                              const Uuid& caseId, int64_t now) {
  const QDateTime midnight = QDateTime::fromMSecsSinceEpoch(now).date().startOfDay();
  const auto day = cases.appointmentsOn(staffId, midnight.toMSecsSinceEpoch(), midnight.addDays(1).toMSecsSinceEpoch());
  if (!day.ok())
    return day.status();
  const auto found = std::ranges::find(*day, caseId, &store::CaseloadEntry::caseId);
  return found != day->end() ? found->nextAppointment : std::nullopt;
}
} // namespace

ContactViewModel::ContactViewModel(AppContext& context, SyncViewModel& sync)
    : m_context(context), m_sync(sync), m_lifeAreas({"text", "isChosen"}, this),
      m_taskRows({"what", "detail", "isDone", "isLate"}, this), m_taskDraft(context, this), m_goals(context, this),
      m_next(context, this), m_keeper(context, [this] { return written(); }) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    m_keeper.leave();
    if (m_context.navigator.page() == Navigator::LogContact)
      begin();
  });
  connect(&sync, &SyncViewModel::changed, this, &ContactViewModel::changed);
  connect(this, &ContactViewModel::changed, &m_keeper, &DraftKeeper::edited);
  connect(&m_taskDraft, &TaskDraft::changed, this, &ContactViewModel::changed);
  connect(&m_goals, &GoalDraft::changed, this, &ContactViewModel::changed);
  connect(&m_next, &AppointmentDraft::changed, this, &ContactViewModel::changed);
  connect(&m_keeper, &DraftKeeper::failed, this, [this](const Status& status) {
    m_message = errorText(status, ErrorContext::Saving);
    emit changed();
  });
}

QString ContactViewModel::over() const {
  return m_fullName + QStringLiteral(" · ") + momentText(m_at, m_context.clock.nowMillis());
}

QStringList ContactViewModel::dayValues() const {
  const int64_t now = m_context.clock.nowMillis();
  return {QString::fromStdString(isoDateOf(now)), QString::fromStdString(isoDateOf(now - kDayMillis))};
}

void ContactViewModel::setDay(const QString& text) {
  m_day = typedDate(text, DaySide::Past, m_context.clock.nowMillis());
  emit changed();
}

// Whoever visits somebody at home was there; of no other type is the place known before it is said.
void ContactViewModel::setType(int type) {
  m_type = type;
  if (!m_isPlaceChosen)
    m_place = codeAt(casework::contactTypes(), type) == "hjemmebesok" ? indexOf(casework::places(), "hjemme") : -1;
  emit changed();
}

void ContactViewModel::setPlace(int place) {
  m_place = place;
  m_isPlaceChosen = true;
  emit changed();
}

QStringList ContactViewModel::typeChoices() const {
  return displaysOf(casework::contactTypes());
}

QStringList ContactViewModel::placeChoices() const {
  return displaysOf(casework::places());
}

QString ContactViewModel::networkText() const {
  return m_sync.isAtOffice() ? tr("Lagres på nettbrettet og sendes med en gang.")
                             : tr("Uten nett. Lagres trygt på nettbrettet og sendes senere.");
}

void ContactViewModel::discard() {
  m_keeper.forget();
  begin();
}

void ContactViewModel::begin() {
  m_caseId = m_context.navigator.caseId();
  m_contactId = Uuid::makeV7(m_context.clock);
  m_at = m_context.clock.nowMillis();
  for (QString* text : {&m_fullName, &m_placeName, &m_present, &m_done, &m_movedTo, &m_message, &m_draftText})
    text->clear();
  m_day = QString::fromStdString(isoDateOf(m_at));
  m_type = m_place = -1;
  m_isPlaceChosen = m_wasRefused = false;
  m_manner = NotPlanned;
  m_minutes = 0;
  m_clientCame = true;
  m_isDraftingTask = m_isSaving = m_isLoaded = false;
  m_taskBeingMoved = -1;
  m_chosenAreas.assign(casework::lifeAreas().size(), false);
  m_overview = {};
  m_tasks.clear();
  m_goals.clear();
  m_next.begin();
  showLifeAreas();
  showTasks();
  m_context.store
      .read([id = m_caseId, staffId = m_context.user.id, now = m_at](store::CaseStore& cases) -> Result<Loaded> {
        Result<store::CaseOverview> overview = cases.caseOverview(id);
        if (!overview.ok())
          return overview.status();
        Result<std::optional<casework::Appointment>> today = appointmentToday(cases, staffId, id, now);
        if (!today.ok())
          return today.status();
        Result<std::optional<DraftKeeper::Draft>> draft = DraftKeeper::find(cases, {id});
        if (!draft.ok())
          return draft.status();
        return Loaded{*std::move(overview), *std::move(today), *std::move(draft)};
      })
      .then(this, [this, id = m_contactId](Result<Loaded> loaded) {
        if (id != m_contactId)
          return;
        if (!loaded.ok())
          m_message = errorText(loaded.status(), ErrorContext::Opening);
        else
          show(*std::move(loaded));
        emit changed();
      });
}

void ContactViewModel::preset(const casework::Appointment& appointment) {
  setType(indexOf(casework::contactTypes(), appointment.type));
  if (const int place = indexOf(casework::places(), appointment.place); place >= 0)
    m_place = place;
  m_manner = Planned;
}

void ContactViewModel::show(Loaded loaded) {
  m_overview = std::move(loaded.overview);
  m_fullName = QString::fromStdString(m_overview.person.fullName());
  m_goals.begin(m_overview.goals, m_caseId);
  for (const casework::Task& task : m_overview.tasks)
    if (task.state == casework::TaskState::Open)
      m_tasks.push_back({task});
  if (loaded.today)
    preset(*loaded.today);
  m_keeper.begin({m_caseId}); // only now: what is preset was not written
  if (const auto draft =
          m_keeper.open(std::move(loaded.draft), [this](const QJsonObject& written) { takeUp(written); }))
    m_draftText = tr("Kladden fra %1 er her ennå. Den er ikke lagret som kontakt.")
                      .arg(momentText(draft->keptAt, m_context.clock.nowMillis()));
  m_isLoaded = true; // only now: the page opens what is written
  showTasks();
}

QJsonObject ContactViewModel::written() const {
  QJsonObject written = writtenInto(*this);
  written["at"] = static_cast<double>(m_at);
  written["isPlaceChosen"] = m_isPlaceChosen;
  QJsonArray areas;
  for (size_t i = 0; i < m_chosenAreas.size(); ++i)
    if (m_chosenAreas[i])
      areas.append(QString::fromStdString(codeAt(casework::lifeAreas(), static_cast<int>(i))));
  written["areas"] = areas;
  written["tasks"] = toJson(m_tasks);
  if (m_isDraftingTask)
    written["task"] = writtenInto(m_taskDraft);
  written["goals"] = m_goals.toJson();
  written["next"] = writtenInto(m_next);
  return written;
}

void ContactViewModel::takeUp(const QJsonObject& written) {
  writeInto(*this, written);
  m_at = static_cast<int64_t>(written["at"].toDouble());
  m_isPlaceChosen = written["isPlaceChosen"].toBool();
  for (const QJsonValue& code : written["areas"].toArray())
    if (const int index = indexOf(casework::lifeAreas(), code.toString().toStdString()); index >= 0)
      m_chosenAreas[static_cast<size_t>(index)] = true;
  ui::takeUp(written["tasks"].toArray(), m_tasks);
  for (TaskEdit& edit : m_tasks) {
    edit.task.caseId = m_caseId;
    edit.task.agreedIn = edit.isNew ? m_contactId : edit.task.agreedIn;
  }
  if (written.contains("task")) {
    beginTask();
    writeInto(m_taskDraft, written["task"].toObject());
  }
  m_goals.takeUp(written["goals"].toObject());
  writeInto(m_next, written["next"].toObject());
  showLifeAreas();
}

void ContactViewModel::showTasks() {
  const int64_t now = m_context.clock.nowMillis();
  QList<RowModel::Row> rows;
  for (const TaskEdit& draft : m_tasks) {
    const bool isDone = draft.task.state == casework::TaskState::Done;
    rows.append(RowModel::Row{QString::fromStdString(draft.task.what),
                              partyText(draft.task, m_overview) + QStringLiteral(" · ") +
                                  (isDone ? tr("gjort") : dueText(draft.task.dueDate, now)),
                              isDone, !isDone && isPast(draft.task.dueDate, now)});
  }
  m_taskRows.setRows(std::move(rows));
  emit changed();
}

void ContactViewModel::showLifeAreas() {
  const QStringList displays = displaysOf(casework::lifeAreas());
  QList<RowModel::Row> rows;
  for (int i = 0; i < displays.size(); ++i)
    rows.append(RowModel::Row{displays[i], bool(m_chosenAreas[static_cast<size_t>(i)])});
  m_lifeAreas.setRows(std::move(rows));
}

bool ContactViewModel::hasAreas() const {
  return std::find(m_chosenAreas.begin(), m_chosenAreas.end(), true) != m_chosenAreas.end();
}

void ContactViewModel::toggleLifeArea(int index) {
  if (index < 0 || static_cast<size_t>(index) >= m_chosenAreas.size())
    return;
  m_chosenAreas[static_cast<size_t>(index)] = !m_chosenAreas[static_cast<size_t>(index)];
  showLifeAreas();
}

void ContactViewModel::setTaskDone(int row, bool isDone) {
  if (row < 0 || static_cast<size_t>(row) >= m_tasks.size())
    return;
  TaskEdit& draft = m_tasks[static_cast<size_t>(row)];
  draft.task.state = isDone ? casework::TaskState::Done : casework::TaskState::Open;
  draft.task.doneDate = isDone ? isoDateOf(m_at) : "";
  draft.hasNewState = true;
  showTasks();
}

void ContactViewModel::moveTask(int row) {
  m_taskBeingMoved = row;
  m_movedTo.clear();
  emit changed();
}

void ContactViewModel::setTaskDate(const QString& text) {
  if (m_taskBeingMoved < 0 || static_cast<size_t>(m_taskBeingMoved) >= m_tasks.size())
    return;
  m_movedTo = typedDate(text, DaySide::Future, m_context.clock.nowMillis());
  if (!isDate(m_movedTo)) {
    emit changed();
    return; // the field says what is wrong, and nothing is saved before it is mended
  }
  TaskEdit& draft = m_tasks[static_cast<size_t>(m_taskBeingMoved)];
  draft.task.dueDate = m_movedTo.toStdString();
  draft.hasNewDate = true;
  m_taskBeingMoved = -1;
  m_movedTo.clear();
  showTasks();
}

void ContactViewModel::newTask() {
  if (m_isLoaded)
    beginTask();
}

void ContactViewModel::beginTask() {
  m_taskDraft.begin(clientName());
  m_isDraftingTask = true;
  emit changed();
}

void ContactViewModel::addTask() {
  const std::optional<casework::Task> task = m_taskDraft.finish(m_caseId, m_contactId);
  if (!task)
    return;
  m_tasks.push_back({.task = *task, .isNew = true});
  m_isDraftingTask = false;
  showTasks();
}

void ContactViewModel::cancelTask() {
  m_isDraftingTask = false;
  emit changed();
}

casework::Contact ContactViewModel::contact() const {
  casework::Contact contact;
  contact.id = m_contactId;
  contact.caseId = m_caseId;
  contact.authorId = m_context.user.id;
  contact.type = codeAt(casework::contactTypes(), m_type);
  contact.planned = m_manner == Planned;
  contact.acute = m_manner == Acute;
  contact.clientCame = m_clientCame;
  contact.place = codeAt(casework::places(), m_place);
  contact.placeName = m_placeName.trimmed().toStdString();
  contact.minutes = m_clientCame ? m_minutes : 0;
  contact.present = m_present.trimmed().toStdString();
  for (size_t i = 0; i < m_chosenAreas.size(); ++i)
    if (m_chosenAreas[i])
      contact.lifeAreas.push_back(codeAt(casework::lifeAreas(), static_cast<int>(i)));
  contact.done = m_done.trimmed().toStdString();
  contact.at = momentOf(m_day);
  return contact;
}

int64_t ContactViewModel::momentOf(const QString& day) const {
  return day.toStdString() == isoDateOf(m_at) ? m_at : contactAtOn(day.toStdString());
}

QString ContactViewModel::typeProblem() const {
  return m_wasRefused && m_type < 0 ? tr("Velg hva slags kontakt det var.") : QString();
}

QString ContactViewModel::dayProblem() const {
  if (m_wasRefused && !isDate(m_day))
    return tr("Skriv dagen som dag.måned.år, for eksempel 12.03.2026.");
  if (m_wasRefused && m_day.toStdString() > isoDateOf(m_context.clock.nowMillis()))
    return tr("En kontakt som har vært, kan ikke ligge fram i tid.");
  return {};
}

QString ContactViewModel::doneProblem() const {
  return m_wasRefused && saysNothing() ? tr("Skriv hva som ble gjort, eller hvor lenge det varte.") : QString();
}

bool ContactViewModel::saysNothing() const {
  return m_clientCame && m_minutes == 0 && m_done.trimmed().isEmpty() && !m_isDraftingTask &&
         std::ranges::none_of(m_tasks, &TaskEdit::isEdited) && m_goals.edits().empty() &&
         m_goals.text().trimmed().isEmpty() && !m_next.isBegun();
}

// As far as it has been checked.
bool ContactViewModel::isRight() const {
  return typeProblem().isEmpty() && dayProblem().isEmpty() && doneProblem().isEmpty() && !m_next.hasProblem() &&
         (!m_isDraftingTask || m_taskDraft.problem().isEmpty()) && m_movedTo.isEmpty();
}

QString ContactViewModel::message() const {
  return m_wasRefused && !isRight() ? tr("Noe må rettes før du kan lagre. Se feltet med rød tekst.") : m_message;
}

// Whether all that was written can be saved; the fields say what can't. Nothing of it may be lost.
bool ContactViewModel::check() {
  m_wasRefused = true;
  m_message.clear();
  m_next.check();
  if (m_isDraftingTask)
    addTask();
  m_wasRefused = !isRight();
  emit changed();
  return !m_wasRefused;
}

void ContactViewModel::save() {
  if (!m_isLoaded || m_isSaving || !check())
    return;
  m_goals.add(); // one that was written and not yet put on the list
  m_isSaving = true;
  emit changed();
  m_keeper.save(
      [contact = contact(), drafts = m_tasks, goals = m_goals.edits(),
       next = m_next.finish(m_caseId)](store::CaseStore& cases) -> Status {
        const Result<std::vector<casework::Task>> tasks = tasksToSave(cases, drafts);
        if (!tasks.ok())
          return tasks.status();
        const Result<std::vector<casework::Goal>> changedGoals = GoalDraft::goalsToSave(cases, goals);
        if (!changedGoals.ok())
          return changedGoals.status();
        return cases.saveContact(contact, *tasks, next, *changedGoals);
      },
      [this, id = m_contactId](const Status& status) {
        if (id == m_contactId)
          finishSaving(status);
      });
}

void ContactViewModel::finishSaving(const Status& status) {
  m_isSaving = false;
  m_message = errorText(status, ErrorContext::Saving);
  m_isLoaded = !status.ok();
  const bool isShown = m_context.navigator.page() == Navigator::LogContact;
  if (!status.ok() && isShown)
    m_keeper.resume();
  emit changed();
  if (status.ok() && isShown)
    m_context.navigator.back();
}

void ContactViewModel::close() {
  m_context.navigator.back();
}

} // namespace veikart::ui
