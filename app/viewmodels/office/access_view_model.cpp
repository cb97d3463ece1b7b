// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/access_view_model.h"

#include "app/casework/rules.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/person_text.h"

#include <algorithm>

namespace veikart::ui {

namespace {

using casework::Grant;
using casework::GrantRole;
using casework::GrantState;

const QList<QByteArray> kRoles = {"grantId", "name", "initials", "detail", "canEnd"};
const QString kMidnight = QStringLiteral("00:00");

int64_t startOf(const Grant& grant) {
  return grant.from > 0 ? grant.from : grant.givenAt;
}

QString roleText(GrantRole role) {
  switch (role) {
  case GrantRole::Main:
    return AccessViewModel::tr("Hovedveileder");
  case GrantRole::Second:
    return AccessViewModel::tr("Medveileder");
  case GrantRole::Deputy:
    return AccessViewModel::tr("Vikar");
  case GrantRole::Emergency:
    break; // see emergencyText
  }
  return {};
}

QString emergencyText(const Grant& grant, int64_t now) {
  const int64_t end = grant.endedAt > 0 ? grant.endedAt : grant.until;
  return AccessViewModel::tr("Nødstilfelle fra %1 til %2: %3")
      .arg(momentText(startOf(grant), now), momentText(end, now), QString::fromStdString(grant.reason));
}

// A period's last day is the one before it is over.
QString periodText(const Grant& grant, int64_t now) {
  if (grant.role == GrantRole::Emergency)
    return emergencyText(grant, now);
  const QString role = roleText(grant.role);
  const QString start = dayText(startOf(grant), now);
  if (grant.endedAt > 0 && grant.endedAt < startOf(grant))
    return AccessViewModel::tr("%1, avlyst %2").arg(role, dayText(grant.endedAt, now));
  if (grant.endedAt > 0 && start == dayText(grant.endedAt, now))
    return QStringLiteral("%1 %2").arg(role, start);
  if (grant.endedAt > 0)
    return AccessViewModel::tr("%1 fra %2 til %3").arg(role, start, dayText(grant.endedAt, now));
  if (grant.until > 0)
    return AccessViewModel::tr("%1 fra %2 til og med %3").arg(role, start, dayText(grant.until - 1, now));
  return AccessViewModel::tr("%1 siden %2").arg(role, start);
}

QString fateText() {
  return AccessViewModel::tr(
      "Saken forsvinner fra dette nettbrettet når det neste gang har kontakt med kontoret. Alt du "
      "har skrevet, blir sendt først.");
}

} // namespace

AccessViewModel::AccessViewModel(AppContext& context, SyncViewModel& sync)
    : m_context(context), m_current(kRoles, this), m_past(kRoles, this) {
  const auto loadIfShown = [this] {
    if (m_context.navigator.page() == Navigator::CaseAccess)
      load();
  };
  connect(&context.navigator, &Navigator::changed, this, [this, loadIfShown] {
    ++m_page;
    m_content.reset();
    m_current.setRows({});
    m_past.setRows({});
    m_ended.reset();
    m_endedText.clear();
    m_message.clear();
    m_openingProblem.clear();
    m_isSaving = false;
    forgetStep();
    emit changed();
    loadIfShown();
  });
  connect(&sync, &SyncViewModel::dataArrived, this, loadIfShown);
}

void AccessViewModel::load() {
  m_context.store
      .read([caseId = m_context.navigator.caseId()](store::CaseStore& cases) -> Result<Content> {
        Result<store::CaseOverview> overview = cases.caseOverview(caseId);
        Result<std::vector<Grant>> grants = cases.accessOf(caseId);
        for (const Status& status : {overview.status(), grants.status()})
          RETURN_IF_ERROR(status);
        return Content{overview->file, std::move(overview->person), std::move(overview->staff), *std::move(grants)};
      })
      .then(this, [this, page = m_page](Result<Content> content) {
        if (page != m_page)
          return;
        if (content.ok())
          show(*std::move(content));
        m_openingProblem = errorText(content.status(), ErrorContext::Opening);
        emit changed();
      });
}

void AccessViewModel::show(Content content) {
  m_content = std::move(content);
  QList<RowModel::Row> current, past;
  for (const Grant& grant : m_content->grants)
    (casework::stateOf(grant, m_context.clock.nowMillis()) == GrantState::Past ? past : current).append(rowOf(grant));
  m_current.setRows(std::move(current));
  m_past.setRows(std::move(past));
  if (!canChange())
    forgetStep();
}

RowModel::Row AccessViewModel::rowOf(const Grant& grant) const {
  const int64_t now = m_context.clock.nowMillis();
  const QString who = nameOf(grant.staffId);
  const bool canEnd = canChange() && !isMain(grant) && casework::stateOf(grant, now) != GrantState::Past;
  return {QString::fromStdString(grant.id.toString()), who, initialsOf(who.toStdString()), periodText(grant, now),
          canEnd};
}

QString AccessViewModel::nameOf(const Uuid& staffId) const {
  const auto found = std::ranges::find(m_content->staff, staffId, &casework::StaffMember::id);
  return found == m_content->staff.end() ? tr("Noen som ikke er på kontoret lenger")
                                         : QString::fromStdString(found->fullName());
}

bool AccessViewModel::isCurrent(const Grant& grant) const {
  return casework::stateOf(grant, m_context.clock.nowMillis()) == GrantState::Current;
}

bool AccessViewModel::isMain(const Grant& grant) const {
  return grant.role == GrantRole::Main && grant.staffId == m_content->file.counsellorId;
}

QString AccessViewModel::name() const {
  return m_content ? QString::fromStdString(m_content->person.fullName()) : QString();
}

bool AccessViewModel::canChange() const {
  if (m_content && m_context.user.role == casework::Role::Supervisor)
    return true;
  return m_content && std::ranges::any_of(m_content->grants, [this](const Grant& grant) {
           return grant.staffId == m_context.user.id && isCurrent(grant) && grant.role != GrantRole::Emergency;
         });
}

bool AccessViewModel::canSeeAudit() const {
  return m_content && m_context.user.role == casework::Role::Supervisor;
}

bool AccessViewModel::canAddSecond() const {
  return canChange() && m_content->file.secondCounsellorId.isNil();
}

bool AccessViewModel::isClosed() const {
  return m_content && m_content->file.status == casework::CaseStatus::Closed;
}

QString AccessViewModel::leavingText() const {
  if (!m_content || canChange())
    return {};
  const auto main =
      std::ranges::find_if(m_content->grants, [this](const Grant& grant) { return isMain(grant) && isCurrent(grant); });
  const QString holder = nameOf(m_content->file.counsellorId);
  const QString whose =
      main == m_content->grants.end()
          ? tr("%1 har saken.").arg(holder)
          : tr("%1 har saken siden %2.").arg(holder, momentText(startOf(*main), m_context.clock.nowMillis()));
  return whose + QLatin1Char(' ') + fateText();
}

// Handing over reaches a second counsellor too; the other steps add somebody who has the case in no way yet. A
// supervisor sees every case and has none: in his app nobody could follow the client up.
std::vector<const casework::StaffMember*> AccessViewModel::candidates() const {
  std::vector<const casework::StaffMember*> candidates;
  if (!m_content || m_step == Looking)
    return candidates;
  for (const casework::StaffMember& member : m_content->staff)
    if (member.role != casework::Role::Supervisor && member.id != m_content->file.counsellorId &&
        (m_step == HandingOver || member.id != m_content->file.secondCounsellorId))
      candidates.push_back(&member);
  return candidates;
}

// Two of one name are told apart by where they work.
QStringList AccessViewModel::staffNames() const {
  const std::vector<const casework::StaffMember*> members = candidates();
  QStringList names;
  for (const casework::StaffMember* member : members) {
    const auto isNamesake = [member](const auto* other) { return other->fullName() == member->fullName(); };
    const QString name = QString::fromStdString(member->fullName());
    names.append(std::ranges::count_if(members, isNamesake) > 1
                     ? QStringLiteral("%1, %2").arg(name, QString::fromStdString(member->unit))
                     : name);
  }
  return names;
}

int AccessViewModel::chosen() const {
  const std::vector<const casework::StaffMember*> members = candidates();
  const auto found = std::ranges::find(members, m_chosen, &casework::StaffMember::id);
  return found == members.end() ? -1 : static_cast<int>(found - members.begin());
}

QString AccessViewModel::consequence() const {
  if (!m_content || m_step != HandingOver)
    return {};
  return m_content->file.counsellorId == m_context.user.id
             ? fateText()
             : tr("%1 mister saken. Den forsvinner fra nettbrettet der når det neste gang har kontakt med kontoret.")
                   .arg(nameOf(m_content->file.counsellorId));
}

void AccessViewModel::setFrom(const QString& text) {
  m_from = typedDate(text, DaySide::Future, m_context.clock.nowMillis());
  m_fromProblem.clear();
  m_untilProblem.clear();
  emit changed();
}

void AccessViewModel::setUntil(const QString& text) {
  m_until = typedDate(text, DaySide::Future, m_context.clock.nowMillis());
  m_untilProblem.clear();
  emit changed();
}

QStringList AccessViewModel::fromLabels() const {
  return {tr("I dag"), tr("I morgen"), tr("Om en uke")};
}

QStringList AccessViewModel::fromValues() const {
  return daysFrom(m_context.clock.nowMillis(), {0, 1, 7});
}

QStringList AccessViewModel::untilLabels() const {
  return {tr("Om en uke"), tr("Om to uker"), tr("Om fire uker")};
}

QStringList AccessViewModel::untilValues() const {
  return daysFrom(m_context.clock.nowMillis(), {7, 14, 28});
}

void AccessViewModel::begin(Step step) {
  if (!canChange() || m_isSaving)
    return;
  forgetStep();
  m_step = step;
  m_from = fromValues().front();
  emit changed();
}

void AccessViewModel::choose(int index) {
  const std::vector<const casework::StaffMember*> members = candidates();
  if (index < 0 || index >= static_cast<int>(members.size()))
    return;
  m_chosen = members[static_cast<size_t>(index)]->id;
  m_staffProblem.clear();
  emit changed();
}

void AccessViewModel::cancel() {
  if (m_isSaving)
    return;
  forgetStep();
  emit changed();
}

void AccessViewModel::forgetStep() {
  m_step = Looking;
  m_chosen = {};
  for (QString* text : {&m_staffProblem, &m_from, &m_until, &m_fromProblem, &m_untilProblem})
    text->clear();
}

// From today is from now: the office's clock, which decides, may be behind this one.
int64_t AccessViewModel::fromMillis() const {
  return m_from == fromValues().front() ? 0 : momentOf(m_from, kMidnight);
}

int64_t AccessViewModel::untilMillis() const {
  const QString dayAfter = QDate::fromString(m_until, Qt::ISODate).addDays(1).toString(Qt::ISODate);
  return momentOf(dayAfter, kMidnight);
}

bool AccessViewModel::isDeputyThen() const {
  const int64_t from = std::max(fromMillis(), m_context.clock.nowMillis());
  return casework::isDeputyIn(m_content->grants, m_chosen, from, untilMillis());
}

bool AccessViewModel::checkPeriod() {
  const QString today = fromValues().front();
  if (!isDate(m_from))
    m_fromProblem = tr("Skriv hvilken dag vikaren begynner.");
  else if (m_from < today)
    m_fromProblem = tr("Dagen er passert. Velg i dag eller en dag som kommer.");
  if (!isDate(m_until))
    m_untilProblem = tr("Skriv hvilken dag som er vikarens siste.");
  else if (isDate(m_from) && m_until < m_from)
    m_untilProblem = tr("Den siste dagen kan ikke være før den første.");
  else if (isDate(m_from) && isDeputyThen())
    m_untilProblem = tr("%1 er vikar i disse dagene allerede.").arg(nameOf(m_chosen));
  return m_fromProblem.isEmpty() && m_untilProblem.isEmpty();
}

bool AccessViewModel::check() {
  m_staffProblem = chosen() < 0 ? tr("Velg hvem det er.") : QString();
  const bool isPeriodRight = m_step != AddingDeputy || checkPeriod();
  return m_staffProblem.isEmpty() && isPeriodRight;
}

void AccessViewModel::save() {
  if (m_step == Looking || m_isSaving)
    return;
  if (!check())
    return emit changed();
  const Uuid caseId = m_content->file.id;
  const Uuid staffId = m_chosen;
  const auto done = [this] { forgetStep(); };
  if (m_step == HandingOver)
    return write([=](store::CaseStore& cases) { return cases.handOver(caseId, staffId); }, done);
  if (m_step == AddingSecond)
    return write([=](store::CaseStore& cases) { return cases.assignSecond(caseId, staffId); }, done);
  write([=, from = fromMillis(),
         until = untilMillis()](store::CaseStore& cases) { return cases.assignDeputy(caseId, staffId, from, until); },
        done);
}

void AccessViewModel::endAccess(const QString& grantId) {
  if (!canChange() || m_isSaving)
    return;
  const auto grant = std::ranges::find_if(
      m_content->grants, [&](const Grant& candidate) { return candidate.id.toString() == grantId.toStdString(); });
  if (grant == m_content->grants.end())
    return;
  write([caseId = grant->caseId, id = grant->id](store::CaseStore& cases) { return cases.endAccess(caseId, id); },
        [this, ended = *grant] {
          m_endedText = endedTextOf(ended);
          if (canGiveAgain(ended))
            m_ended = ended;
        });
}

QString AccessViewModel::endedTextOf(const Grant& ended) const {
  const bool hasAnother = std::ranges::any_of(m_content->grants, [&](const Grant& grant) {
    return grant.staffId == ended.staffId && grant.id != ended.id &&
           casework::stateOf(grant, m_context.clock.nowMillis()) != GrantState::Past;
  });
  return hasAnother ? tr("%1 har ikke lenger denne tilgangen til saken.").arg(nameOf(ended.staffId))
                    : tr("%1 har ikke lenger tilgang til saken.").arg(nameOf(ended.staffId));
}

// Giving back one's own access takes somebody who has the case; a main counsellor, or a second one whom the case does
// not name, is not made anew.
bool AccessViewModel::canGiveAgain(const Grant& ended) const {
  const bool isNamed = ended.role == GrantRole::Deputy ||
                       (ended.role == GrantRole::Second && ended.staffId == m_content->file.secondCounsellorId);
  return isNamed && ended.staffId != m_context.user.id;
}

void AccessViewModel::undoEnd() {
  if (!m_ended || m_isSaving)
    return;
  write(
      [ended = *m_ended](store::CaseStore& cases) {
        return ended.role == GrantRole::Second
                   ? cases.assignSecond(ended.caseId, ended.staffId)
                   : cases.assignDeputy(ended.caseId, ended.staffId, ended.from, ended.until);
      },
      [] {});
}

void AccessViewModel::setClosed(bool isClosed) {
  if (!canChange() || m_isSaving)
    return;
  write(
      [id = m_content->file.id, isClosed](store::CaseStore& cases) {
        return cases.setStatus(id, isClosed ? casework::CaseStatus::Closed : casework::CaseStatus::Open);
      },
      [this] { forgetStep(); });
}

void AccessViewModel::write(std::function<Status(store::CaseStore&)> work, std::function<void()> whenDone) {
  m_isSaving = true;
  m_ended.reset();
  m_endedText.clear();
  emit changed();
  m_context.store.write(std::move(work))
      .then(this, [this, page = m_page, whenDone = std::move(whenDone)](const Status& status) {
        if (page != m_page)
          return;
        m_isSaving = false;
        m_message = errorText(status, ErrorContext::Saving);
        if (status.ok()) {
          whenDone();
          load();
        }
        emit changed();
      });
}

void AccessViewModel::showAudit() {
  if (canSeeAudit())
    m_context.navigator.go(Navigator::CaseAudit, m_context.navigator.caseId());
}

void AccessViewModel::close() {
  m_context.navigator.back();
}

} // namespace veikart::ui
