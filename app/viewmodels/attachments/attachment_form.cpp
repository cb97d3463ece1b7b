// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/attachments/attachment_form.h"

#include "app/viewmodels/shared/code_choices.h"
#include "app/viewmodels/shared/date_text.h"

namespace veikart::ui {

QStringList AttachmentForm::kindChoices() const {
  return displaysOf(casework::attachmentKinds());
}

int AttachmentForm::kind() const {
  return indexOf(casework::attachmentKinds(), m_value.kind);
}

void AttachmentForm::setKind(int index) {
  m_value.kind = codeAt(casework::attachmentKinds(), index);
  emit changed();
}

void AttachmentForm::setTitle(const QString& title) {
  m_value.title = title.toStdString();
  m_titleProblem.clear();
  emit changed();
}

void AttachmentForm::setDay(const QString& text) {
  m_value.date = typedDate(text, DaySide::Past, m_clock.nowMillis()).toStdString();
  m_dayProblem.clear();
  emit changed();
}

QStringList AttachmentForm::dayValues() const {
  return daysFrom(m_clock.nowMillis(), {0, -1});
}

void AttachmentForm::show(const casework::Attachment& value) {
  m_value = value;
  if (m_value.date.empty())
    m_value.date = isoDateOf(m_clock.nowMillis());
  m_titleProblem.clear();
  m_dayProblem.clear();
  emit changed();
}

bool AttachmentForm::check() {
  m_value.title = title().trimmed().toStdString();
  m_titleProblem = m_value.title.empty() ? tr("Skriv hva det er, så andre finner det igjen.") : QString();
  m_dayProblem = isDate(day()) ? QString() : tr("Skriv hvilken dag det er fra.");
  emit changed();
  return m_titleProblem.isEmpty() && m_dayProblem.isEmpty();
}

} // namespace veikart::ui
