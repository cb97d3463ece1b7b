// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/caseload_view_model.h"

#include "app/viewmodels/office/office_text.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/person_text.h"

#include <QDateTime>

#include <algorithm>

namespace veikart::ui {

namespace {

constexpr int64_t kDayMillis = 24LL * 60 * 60 * 1000;
constexpr int64_t kMiniKisAfterMillis = 330 * kDayMillis;  // a mini-KIS is due about a year after the KIS (R42)
constexpr int64_t kForgottenAfterMillis = 14 * kDayMillis; // a KIS left open longer may have been forgotten
const QList<QByteArray> kRoles = {"caseId", "name", "initials", "detail", "trailing", "isUrgent"};

struct Need {
  QString detail;
  QString trailing;
  bool isUrgent = false;
};

QString intervalText(int days) {
  if (days <= 1)
    return CaseloadViewModel::tr("Avtalt hver dag.");
  if (days == 7)
    return CaseloadViewModel::tr("Avtalt hver uke.");
  if (days == 14)
    return CaseloadViewModel::tr("Avtalt annenhver uke.");
  if (days == 30)
    return CaseloadViewModel::tr("Avtalt hver måned.");
  return CaseloadViewModel::tr("Avtalt hver %n. dag.", nullptr, days);
}

bool isContactOverdue(const store::CaseloadEntry& entry, int64_t now) {
  const int64_t since = entry.lastContactAt > 0 ? entry.lastContactAt : entry.openedAt;
  return entry.contactIntervalDays > 0 && since > 0 && now - since > (entry.contactIntervalDays + 1) * kDayMillis;
}

Need overdueContact(const store::CaseloadEntry& entry, int64_t now) {
  const QString interval = intervalText(entry.contactIntervalDays);
  if (entry.lastContactAt == 0)
    return {CaseloadViewModel::tr("%1 Ingen kontakt ennå").arg(interval),
            CaseloadViewModel::tr("siden %1").arg(dayText(entry.openedAt, now)), true};
  return {CaseloadViewModel::tr("%1 Siste kontakt %2").arg(interval, dayText(entry.lastContactAt, now)),
          elapsedText(entry.lastContactAt, now), true};
}

bool isMappingForgotten(const store::CaseloadEntry& entry, int64_t now) {
  return entry.openMapping && now - entry.openMapping->startedAt > kForgottenAfterMillis;
}

// What a case needs from its counsellor, the most pressing first; nothing when it needs nothing.
std::optional<Need> needOf(const store::CaseloadEntry& entry, int64_t now) {
  if (entry.oldestDueTask) {
    return Need{QString::fromStdString(entry.oldestDueTask->what),
                atLineStart(dueText(entry.oldestDueTask->dueDate, now)), true};
  }
  if (entry.twoVersions > 0)
    return Need{CaseloadViewModel::tr("%n opplysninger har to versjoner", nullptr, entry.twoVersions),
                CaseloadViewModel::tr("To versjoner"), true};
  if (entry.lateWrites > 0)
    return Need{CaseloadViewModel::tr("%n opplysninger kom etter at saken skiftet hender", nullptr, entry.lateWrites),
                CaseloadViewModel::tr("Se gjennom"), true};
  if (isContactOverdue(entry, now))
    return overdueContact(entry, now);
  if (isMappingForgotten(entry, now))
    return Need{
        CaseloadViewModel::tr("KIS påbegynt %1, ikke bekreftet").arg(dayText(entry.openMapping->startedAt, now)),
        elapsedText(entry.openMapping->startedAt, now), false};
  if (entry.lastConfirmedAt > 0 && now - entry.lastConfirmedAt > kMiniKisAfterMillis && !entry.openMapping)
    return Need{CaseloadViewModel::tr("KIS er fra %1. Tid for en mini-KIS?").arg(dayText(entry.lastConfirmedAt, now)),
                elapsedText(entry.lastConfirmedAt, now), false};
  return std::nullopt;
}

RowModel::Row rowOf(const store::CaseloadEntry& entry, const QString& detail, const QString& trailing, bool isUrgent) {
  return {QString::fromStdString(entry.caseId.toString()),
          QString::fromStdString(entry.name),
          initialsOf(entry.name),
          detail,
          trailing,
          isUrgent};
}

QString plainDetail(const store::CaseloadEntry& entry, int64_t now) {
  if (entry.lastContactAt == 0)
    return CaseloadViewModel::tr("Ingen kontakt ennå");
  return CaseloadViewModel::tr("Siste kontakt %1").arg(dayText(entry.lastContactAt, now));
}

bool isToday(const store::CaseloadEntry& entry, int64_t now) {
  return entry.nextAppointment &&
         QDateTime::fromMSecsSinceEpoch(entry.nextAppointment->at).date() == QDateTime::fromMSecsSinceEpoch(now).date();
}

RowModel::Row todayRow(const store::CaseloadEntry& entry) {
  QString detail = appointmentText(*entry.nextAppointment);
  if (entry.openMapping)
    detail += CaseloadViewModel::tr(" · KIS påbegynt");
  if (entry.twoVersions > 0)
    detail += CaseloadViewModel::tr(" · to versjoner");
  return rowOf(entry, detail, entry.openMapping ? CaseloadViewModel::tr("Fortsett") : QString(), false);
}

} // namespace

CaseloadViewModel::CaseloadViewModel(AppContext& context, SyncViewModel& sync)
    : m_context(context), m_today(kRoles, this), m_needing(kRoles, this), m_everybody(kRoles, this),
      m_found(kRoles, this) {
  const auto loadIfShown = [this] {
    if (m_context.navigator.page() == Navigator::Caseload)
      load();
  };
  connect(&context.navigator, &Navigator::changed, this, [this, loadIfShown] {
    m_goneText.clear();
    if (m_context.navigator.page() == Navigator::Unlock)
      forgetSearch(); // whoever unlocks the tablet next sees their clients
    loadIfShown();
  });
  connect(&sync, &SyncViewModel::dataArrived, this, loadIfShown);
}

void CaseloadViewModel::load() {
  m_context.store.read([](store::CaseStore& cases) { return cases.staff(); })
      .then(this, [this](const Result<std::vector<casework::StaffMember>>& staff) {
        if (!staff.ok())
          return;
        for (const casework::StaffMember& member : *staff)
          m_staffNames[member.id] = member.firstName;
      });
  m_context.store.read([id = m_context.user.id](store::CaseStore& cases) { return cases.caseload(id); })
      .then(this, [this](const Result<std::vector<store::CaseloadEntry>>& entries) {
        m_message = errorText(entries.status(), ErrorContext::Opening);
        if (entries.ok())
          show(*entries);
        emit changed();
      });
  if (!m_searchText.isEmpty())
    find();
}

void CaseloadViewModel::show(const std::vector<store::CaseloadEntry>& entries) {
  const int64_t now = m_context.clock.nowMillis();
  std::vector<const store::CaseloadEntry*> metToday;
  QList<RowModel::Row> today, needing, everybody;
  for (const store::CaseloadEntry& entry : entries) {
    everybody.append(rowOf(entry, plainDetail(entry, now), QString(), false));
    if (isToday(entry, now))
      metToday.push_back(&entry);
    else if (const std::optional<Need> need = needOf(entry, now))
      needing.append(rowOf(entry, need->detail, need->trailing, need->isUrgent));
  }
  std::stable_sort(metToday.begin(), metToday.end(), [](const auto* left, const auto* right) {
    return left->nextAppointment->at < right->nextAppointment->at;
  });
  for (const store::CaseloadEntry* entry : metToday)
    today.append(todayRow(*entry));
  std::stable_partition(needing.begin(), needing.end(), [](const RowModel::Row& row) { return row.back().toBool(); });
  m_today.setRows(std::move(today));
  m_needing.setRows(std::move(needing));
  m_everybody.setRows(std::move(everybody));
  m_summary = summaryOf(entries);
  m_isLoaded = true;
}

QString CaseloadViewModel::summaryOf(const std::vector<store::CaseloadEntry>& entries) const {
  std::map<std::string, int> shared;
  for (const store::CaseloadEntry& entry : entries) {
    const Uuid& other = entry.counsellorId == m_context.user.id ? entry.secondCounsellorId : entry.counsellorId;
    if (const auto found = m_staffNames.find(other); found != m_staffNames.end())
      ++shared[found->second];
  }
  QString text = tr("%n brukere til sammen", nullptr, static_cast<int>(entries.size()));
  for (const auto& [name, count] : shared)
    text += tr(" · %n deles med %1", nullptr, count).arg(QString::fromStdString(name));
  return text;
}

void CaseloadViewModel::search(const QString& text) {
  if (m_searchText == text)
    return;
  m_searchText = text;
  emit changed();
  find();
}

void CaseloadViewModel::forgetSearch() {
  m_searchText.clear();
  m_found.setRows({});
  emit changed();
}

void CaseloadViewModel::find() {
  m_context.store
      .read([needle = m_searchText.toStdString()](store::CaseStore& cases) { return cases.searchByName(needle); })
      .then(this, [this, text = m_searchText](const Result<std::vector<store::CaseloadEntry>>& entries) {
        if (text != m_searchText)
          return; // a later search is under way
        m_message = errorText(entries.status(), ErrorContext::Opening);
        QList<RowModel::Row> rows;
        if (entries.ok() && !text.isEmpty())
          for (const store::CaseloadEntry& entry : *entries)
            rows.append(rowOf(entry, plainDetail(entry, m_context.clock.nowMillis()), QString(), false));
        m_found.setRows(std::move(rows));
        emit changed();
      });
}

void CaseloadViewModel::setShowsEverybody(bool shows) {
  m_showsEverybody = shows;
  emit changed();
}

// A search that led to it would now find nothing.
void CaseloadViewModel::sayCaseIsGone(store::CaseStanding standing) {
  forgetSearch();
  m_goneText = standingText(standing);
  if (standing == store::CaseStanding::Erased)
    m_goneText +=
        QLatin1Char(' ') + tr("Det du ikke hadde sendt, kan du lese i 30 dager under «Det som ikke er sendt».");
  emit changed();
}

void CaseloadViewModel::sayCaseStaysShut(const QString& problem) {
  forgetSearch();
  m_goneText = problem;
  emit changed();
}

void CaseloadViewModel::openCase(const QString& caseId) {
  if (const Result<Uuid> id = Uuid::parse(caseId.toStdString()); id.ok())
    m_context.navigator.go(Navigator::CasePage, *id);
}

void CaseloadViewModel::openInEmergency() {
  m_context.navigator.go(Navigator::Emergency);
}

void CaseloadViewModel::newClient() {
  m_context.navigator.go(Navigator::NewClient);
}

} // namespace veikart::ui
