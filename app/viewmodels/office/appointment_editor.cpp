// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/appointment_editor.h"

#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"

namespace veikart::ui {

AppointmentEditor::AppointmentEditor(AppContext& context, QObject* parent) : QObject(parent), m_context(context) {}

void AppointmentEditor::clear() {
  ++m_page;
  m_next = m_cancelled = m_moved = {};
  m_cancelledText.clear();
  m_movedText.clear();
  m_message.clear();
  m_isWriting = m_awaitsShow = false;
  stopMoving();
}

void AppointmentEditor::show(const casework::Appointment* maybeNext, const QString& with) {
  const Uuid before = m_next.id;
  m_next = maybeNext ? *maybeNext : casework::Appointment();
  m_with = with;
  m_awaitsShow = false;
  if (m_isMoving && m_next.id != before) {
    m_message = tr("Avtalen du ville flytte, står ikke her lenger. Den er ikke flyttet.");
    stopMoving(); // what is written was meant for the one that stood here
  }
  emit changed();
}

void AppointmentEditor::setDate(const QString& text) {
  m_moment.setDate(text, m_context.clock.nowMillis());
  emit changed();
}

void AppointmentEditor::setTime(const QString& text) {
  m_moment.setTime(text);
  emit changed();
}

QStringList AppointmentEditor::dateLabels() const {
  return {tr("I dag"), tr("I morgen"), tr("Om en uke")};
}

QStringList AppointmentEditor::dateValues() const {
  return daysFrom(m_context.clock.nowMillis(), {0, 1, 7});
}

void AppointmentEditor::move() {
  if (!hasAppointment() || isBusy())
    return;
  m_message.clear();
  m_moment.set(QString::fromStdString(isoDateOf(m_next.at)), clockText(m_next.at));
  m_isMoving = true;
  emit changed();
}

void AppointmentEditor::stopMoving() {
  m_isMoving = false;
  m_moment.forgetProblems();
  emit changed();
}

// Read anew and changed in the time alone: the rest may have come from another tablet meanwhile.
void AppointmentEditor::moveTo(const Uuid& id, int64_t at, std::function<void()> whenDone) {
  write(
      [id, at](store::CaseStore& cases) -> Status {
        Result<casework::Appointment> appointment = cases.appointment(id);
        if (!appointment.ok())
          return appointment.status();
        appointment->at = at;
        return cases.save(*appointment);
      },
      std::move(whenDone));
}

void AppointmentEditor::save() {
  if (!m_isMoving || isBusy())
    return;
  if (!m_moment.check(m_context.clock.nowMillis()))
    return emit changed();
  const int64_t at = m_moment.at();
  moveTo(m_next.id, at, [this, at, before = m_next, with = m_with] {
    m_moved = before;
    m_movedText = tr("Avtalen med %1 er flyttet til %2.").arg(with, momentText(at, m_context.clock.nowMillis()));
    stopMoving();
  });
}

void AppointmentEditor::moveBack() {
  if (!m_moved.id.isNil() && !isBusy())
    moveTo(m_moved.id, m_moved.at, [] {});
}

void AppointmentEditor::cancel() {
  if (!canCancel())
    return;
  write([id = m_next.id](store::CaseStore& cases) { return cases.cancelAppointment(id); },
        [this, cancelled = m_next, with = m_with] {
          m_cancelled = cancelled;
          m_cancelledText =
              tr("Avtalen med %1 %2 er avlyst.").arg(with, momentText(cancelled.at, m_context.clock.nowMillis()));
          stopMoving();
        });
}

void AppointmentEditor::restore() {
  if (m_cancelled.id.isNil() || isBusy())
    return;
  write([id = m_cancelled.id](store::CaseStore& cases) { return cases.restoreAppointment(id); },
        [this] {
          m_cancelled = {};
          m_cancelledText.clear();
        });
}

void AppointmentEditor::write(std::function<Status(store::CaseStore&)> work, std::function<void()> whenDone) {
  m_isWriting = true;
  emit changed();
  m_context.store.write(std::move(work))
      .then(this, [this, page = m_page, whenDone = std::move(whenDone)](const Status& status) {
        if (page != m_page)
          return; // what stands here now is another client's
        m_isWriting = false;
        m_awaitsShow = status.ok();
        m_message = errorText(status, ErrorContext::Saving);
        if (status.ok()) {
          m_moved = {}; // only the last change is told and taken back
          m_movedText.clear();
          whenDone();
        }
        emit changed();
        if (status.ok())
          emit saved();
      });
}

} // namespace veikart::ui
