// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/appointments_view_model.h"

#include "app/viewmodels/office/office_text.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/mapping_path.h"
#include "app/viewmodels/shared/person_text.h"

#include <utility>

namespace veikart::ui {

namespace {
constexpr int64_t kLookAheadMillis = 14LL * 24 * 60 * 60 * 1000;
constexpr int kMinuteMillis = 60 * 1000;
// Before the following appointment the counsellor is on the way to it, though the one before may not be logged yet.
constexpr int64_t kOnTheWayMillis = 15LL * kMinuteMillis;
constexpr int kAgreedShown = 2;

RowModel::Row rowOf(const store::CaseloadEntry& entry) {
  return {QString::fromStdString(entry.caseId.toString()),
          QString::fromStdString(entry.name),
          initialsOf(entry.name),
          appointmentText(*entry.nextAppointment),
          QString(),
          false};
}

// Without the appointments that have begun and give way to one that is about to.
void dropPast(std::vector<store::CaseloadEntry>& entries, int64_t now) {
  const auto hasBegun = [now](const store::CaseloadEntry& entry, int64_t margin) {
    return entry.nextAppointment->at - margin <= now;
  };
  while (entries.size() > 1 && hasBegun(entries[0], 0) && hasBegun(entries[1], kOnTheWayMillis))
    entries.erase(entries.begin());
}
} // namespace

AppointmentsViewModel::AppointmentsViewModel(AppContext& context, SyncViewModel& sync)
    : m_context(context), m_sync(sync), m_appointment(context, this),
      m_othersRows({"caseId", "name", "initials", "detail", "trailing", "isUrgent"}, this) {
  const auto loadIfShown = [this] {
    if (m_context.navigator.page() == Navigator::Appointments)
      load();
  };
  connect(&context.navigator, &Navigator::changed, this, [this, loadIfShown] {
    comeTo(m_context.navigator.page());
    loadIfShown();
  });
  m_minute.setInterval(kMinuteMillis);
  connect(&m_minute, &QTimer::timeout, this, [this] {
    if (!m_appointment.isMoving()) // a time that is being written is not taken away
      load();
  });
  connect(&m_appointment, &AppointmentEditor::saved, this, loadIfShown);
  connect(&sync, &SyncViewModel::dataArrived, this, loadIfShown);
  connect(&sync, &SyncViewModel::changed, this, &AppointmentsViewModel::changed);
}

QString AppointmentsViewModel::over() const {
  const QString day = longDayText(m_context.clock.nowMillis());
  return m_sync.isAtOffice() ? tr("%1 · på kontoret").arg(day) : tr("%1 · uten kontakt med kontoret").arg(day);
}

QString AppointmentsViewModel::others() const {
  if (m_holdsBack)
    return {};
  return m_sync.isAtOffice() ? m_others : m_others + QLatin1Char(' ') + tr("Andre brukere vises ikke når du er ute.");
}

QString AppointmentsViewModel::name() const {
  return m_next ? QString::fromStdString(m_next->name) : QString();
}

QString AppointmentsViewModel::initials() const {
  return m_next ? initialsOf(m_next->name) : QString();
}

QString AppointmentsViewModel::detail() const {
  if (!m_next)
    return {};
  const int64_t now = m_context.clock.nowMillis();
  QString text = appointmentText(*m_next->nextAppointment);
  if (const int64_t at = m_next->nextAppointment->at; isoDateOf(at) != isoDateOf(now))
    text = atLineStart(dayText(at, now)) + QStringLiteral(" · ") + text;
  if (m_next->openMapping)
    text += tr(" · KIS påbegynt");
  return text;
}

// Whoever was shown may still look on when the counsellor comes back from a case. At the caseload, with a locked tablet
// and when this page is asked for once more, nobody does.
void AppointmentsViewModel::comeTo(Navigator::Page page) {
  if (page == Navigator::Caseload || page == Navigator::Unlock || (page == Navigator::Appointments && m_isUp))
    m_shownCase = {};
  m_isUp = page == Navigator::Appointments;
  m_isUp ? m_minute.start() : m_minute.stop();
  begin();
}

void AppointmentsViewModel::begin() {
  m_showsOthers = false;
  m_appointment.clear();
}

void AppointmentsViewModel::load() {
  const int64_t now = m_context.clock.nowMillis();
  m_context.store
      .read([id = m_context.user.id, now](store::CaseStore& cases) {
        return cases.appointmentsOn(id, now - store::kAppointmentGraceMillis, now + kLookAheadMillis);
      })
      .then(this, [this](Result<std::vector<store::CaseloadEntry>> entries) {
        m_message = errorText(entries.status(), ErrorContext::Opening);
        m_isLoaded = entries.ok();
        show(entries.ok() ? *std::move(entries) : std::vector<store::CaseloadEntry>());
      });
}

void AppointmentsViewModel::show(std::vector<store::CaseloadEntry> entries) {
  m_next.reset();
  dropPast(entries, m_context.clock.nowMillis());
  m_holdsBack =
      !entries.empty() && !m_shownCase.isNil() && entries.front().caseId != m_shownCase && !m_sync.isAtOffice();
  if (m_holdsBack)
    entries.clear();
  showOthersOf(entries);
  if (!entries.empty()) {
    m_next = std::move(entries.front());
    if (std::exchange(m_shownCase, m_next->caseId) != m_next->caseId)
      m_agreed.clear();
    m_context.store.read([id = m_next->caseId](store::CaseStore& cases) { return cases.caseOverview(id); })
        .then(this, [this](const Result<store::CaseOverview>& overview) {
          m_message = errorText(overview.status(), ErrorContext::Opening);
          if (overview.ok() && m_next && overview->file.id == m_next->caseId)
            showAgreed(*overview);
          emit changed();
        });
  }
  if (m_next)
    m_appointment.show(&*m_next->nextAppointment, m_sync.isAtOffice() ? name() : dottedInitialsOf(m_next->name));
  else
    m_appointment.show(nullptr, {});
  emit changed();
}

// The first of `entries` is the next appointment; the others of today stand as initials.
void AppointmentsViewModel::showOthersOf(const std::vector<store::CaseloadEntry>& entries) {
  QStringList today;
  QList<RowModel::Row> rows;
  const std::string day = isoDateOf(m_context.clock.nowMillis());
  for (size_t i = 1; i < entries.size(); ++i) {
    const int64_t at = entries[i].nextAppointment->at;
    if (isoDateOf(at) != day)
      continue;
    today.append(dottedInitialsOf(entries[i].name) + QLatin1Char(' ') + clockText(at));
    rows.append(rowOf(entries[i]));
  }
  m_others = today.isEmpty() ? tr("Ingen flere avtaler i dag.")
                             : tr("%n avtaler til i dag: %1.", nullptr, static_cast<int>(today.size()))
                                   .arg(today.join(QStringLiteral(", ")));
  m_othersRows.setRows(std::move(rows));
}

void AppointmentsViewModel::showAgreed(const store::CaseOverview& overview) {
  QStringList lines;
  for (const casework::Task& task : overview.tasks)
    if (task.state == casework::TaskState::Open && lines.size() < kAgreedShown)
      lines.append(QString::fromStdString(task.what));
  m_agreed = lines.isEmpty() ? QString() : tr("Avtalt sist: %1").arg(lines.join(QStringLiteral(" · ")));
  emit changed();
}

void AppointmentsViewModel::continueMapping() {
  if (m_next && m_next->openMapping)
    goToMapping(m_context.navigator, *m_next->openMapping);
}

void AppointmentsViewModel::logContact() {
  if (m_next)
    m_context.navigator.go(Navigator::LogContact, m_next->caseId);
}

void AppointmentsViewModel::openNext() {
  if (m_next)
    m_context.navigator.go(Navigator::CasePage, m_next->caseId);
}

void AppointmentsViewModel::openCase(const QString& caseId) {
  if (const Result<Uuid> id = Uuid::parse(caseId.toStdString()); id.ok())
    m_context.navigator.go(Navigator::CasePage, *id);
}

void AppointmentsViewModel::showNext() {
  m_shownCase = {};
  begin();
  load();
}

void AppointmentsViewModel::showOthers() {
  m_showsOthers = true;
  emit changed();
}

} // namespace veikart::ui
