// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/task_draft.h"

#include "app/viewmodels/shared/date_text.h"

#include <algorithm>

namespace veikart::ui {

TaskDraft::TaskDraft(const AppContext& context, QObject* parent) : QObject(parent), m_context(context) {}

void TaskDraft::begin(const QString& clientName) {
  m_clientName = clientName;
  m_what.clear();
  m_otherParty.clear();
  m_party = 0;
  m_wasTried = false;
  m_dueDate = daysFrom(m_context.clock.nowMillis(), {7}).front();
  emit changed();
}

void TaskDraft::setDueDate(const QString& text) {
  m_dueDate = typedDate(text, DaySide::Future, m_context.clock.nowMillis());
  emit changed();
}

QStringList TaskDraft::partyChoices() const {
  const QString counsellor = QString::fromStdString(m_context.user.firstName);
  return {m_clientName, counsellor, tr("%1 og %2").arg(m_clientName, counsellor), tr("En annen")};
}

QStringList TaskDraft::dueLabels() const {
  return {tr("I morgen"), tr("Om en uke"), tr("Om to uker"), tr("Om en måned")};
}

QStringList TaskDraft::dueValues() const {
  return daysFrom(m_context.clock.nowMillis(), {1, 7, 14, 30});
}

QString TaskDraft::missing() const {
  if (m_what.trimmed().isEmpty())
    return tr("Skriv hva som skal gjøres.");
  if (m_party == 3 && m_otherParty.trimmed().isEmpty())
    return tr("Skriv hvem som gjør det.");
  if (!m_dueDate.isEmpty() && !isDate(m_dueDate))
    return tr("Skriv datoen som dag.måned, for eksempel 12.3, eller velg en av dagene.");
  if (isPast(m_dueDate.toStdString(), m_context.clock.nowMillis()))
    return tr("Fristen må være fram i tid.");
  return {};
}

std::optional<casework::Task> TaskDraft::finish(const Uuid& caseId, const Uuid& agreedIn) {
  m_wasTried = true;
  emit changed();
  if (!missing().isEmpty())
    return std::nullopt;
  casework::Task task;
  task.id = Uuid::makeV7(m_context.clock);
  task.caseId = caseId;
  task.what = m_what.trimmed().toStdString();
  task.party = static_cast<casework::Party>(std::clamp(m_party, 0, 3));
  if (task.party == casework::Party::Counsellor || task.party == casework::Party::Together)
    task.staffId = m_context.user.id;
  task.otherParty = task.party == casework::Party::Other ? m_otherParty.trimmed().toStdString() : "";
  task.dueDate = m_dueDate.toStdString();
  task.agreedIn = agreedIn;
  return task;
}

} // namespace veikart::ui
