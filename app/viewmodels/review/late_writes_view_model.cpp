// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/review/late_writes_view_model.h"

#include "app/casework/field_policy.h"
#include "app/casework/narrative.h"
#include "app/casework/record_codec.h"
#include "app/viewmodels/review/record_words.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"

#include <algorithm>
#include <utility>

namespace veikart::ui {

struct LateWritesViewModel::Content {
  store::CaseOverview overview;
  std::vector<store::LateWrite> writes;
};

namespace {

const QList<QByteArray> kRoles = {"what", "who", "contents", "note", "action"};

Bytes shownValue(const sync::Record& record, const std::string& field) {
  return casework::withoutAncestor(sync::greatest(record.fields.at(field))->value);
}

// What the record is about may stand in fields that were not written again.
const sync::Record& whole(const store::LateWrite& late) {
  return late.present ? *late.present : late.brought;
}

// The client's own words that stand otherwise now.
bool replacesClientsWords(const store::LateWrite& late) {
  return std::ranges::any_of(late.fields, [&](const std::string& field) {
    return casework::policyOf(whole(late), field) == casework::FieldPolicy::WithClient && !late.standing(field).empty();
  });
}

QString fieldText(const store::LateWrite& late, const std::string& field, const RecordWords& words) {
  const QString name = words.field(whole(late), field);
  if (name.isEmpty())
    return {};
  const QString said = words.value(whole(late), field, shownValue(late.brought, field));
  const QString line = LateWritesViewModel::tr("%1: %2").arg(name, said);
  QStringList standing;
  for (const Bytes& value : late.standing(field))
    standing.append(words.value(whole(late), field, value));
  return standing.isEmpty() ? line
                            : line + QLatin1Char('\n') +
                                  LateWritesViewModel::tr("Nå står: %1").arg(standing.join(QStringLiteral(" / ")));
}

QString contentsOf(const store::LateWrite& late, const RecordWords& words) {
  QStringList lines;
  for (const std::string& field : late.fields) {
    if (field == sync::kDeletedField)
      lines.append(late.isDeletion() ? LateWritesViewModel::tr("Tatt bort")
                                     : LateWritesViewModel::tr("Tatt bort, og tatt inn igjen"));
    else if (const QString text = fieldText(late, field, words); !text.isEmpty())
      lines.append(text);
  }
  return lines.join(QLatin1Char('\n'));
}

} // namespace

LateWritesViewModel::LateWritesViewModel(AppContext& context, SyncViewModel& sync)
    : m_context(context), m_items(kRoles, this) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    ++m_page;
    m_overview.reset();
    m_writes.clear();
    m_items.setRows({});
    m_setAside = Uuid();
    m_doneText.clear();
    m_message.clear();
    m_openingProblem.clear();
    m_isSaving = false;
    emit changed();
    if (m_context.navigator.page() == Navigator::LateWrites)
      load();
  });
  connect(&sync, &SyncViewModel::dataArrived, this, [this] {
    if (m_context.navigator.page() == Navigator::LateWrites)
      load();
  });
}

void LateWritesViewModel::load() {
  m_context.store
      .read([caseId = m_context.navigator.caseId()](store::CaseStore& cases) -> Result<Content> {
        Result<store::CaseOverview> overview = cases.caseOverview(caseId);
        if (!overview.ok())
          return overview.status();
        Result<std::vector<store::LateWrite>> writes = cases.lateWrites().in(caseId);
        if (!writes.ok())
          return writes.status();
        return Content{*std::move(overview), *std::move(writes)};
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

void LateWritesViewModel::show(Content content) {
  m_overview = std::move(content.overview);
  m_writes = std::move(content.writes);
  QList<RowModel::Row> rows;
  for (const store::LateWrite& late : m_writes)
    rows.append(rowOf(late));
  m_items.setRows(std::move(rows));
}

RowModel::Row LateWritesViewModel::rowOf(const store::LateWrite& late) const {
  const int64_t now = m_context.clock.nowMillis();
  const RecordWords words(*m_overview, now);
  const QString what = words.subject(whole(late));
  const QString author = late.author.empty() ? tr("Noen på kontoret") : QString::fromStdString(late.author);
  const bool asksClient = replacesClientsWords(late);
  const QString note = asksClient
                           ? tr("Brukerens egne ord står annerledes nå. De erstattes bare når brukeren selv er med.")
                       : late.hasOwnDraft ? tr("Du har en egen kladd i saken. Lagre eller forkast den først.")
                                          : QString();
  return {what.isEmpty() ? tr("Noe som denne utgaven ikke kjenner") : what,
          author + QStringLiteral(" · ") + momentText(late.at, now), contentsOf(late, words), note,
          actionFor(late, asksClient)};
}

QString LateWritesViewModel::actionFor(const store::LateWrite& late, bool asksClient) const {
  if (isReader() || !late.canTakeIn())
    return {};
  if (late.isDraft())
    return tr("Ta over kladden");
  return asksClient ? tr("Ta inn sammen med %1").arg(QString::fromStdString(m_overview->person.firstName))
                    : tr("Ta inn");
}

QString LateWritesViewModel::name() const {
  return m_overview ? QString::fromStdString(m_overview->person.fullName()) : QString();
}

const store::LateWrite* LateWritesViewModel::at(int item) const {
  const bool isThere = item >= 0 && static_cast<size_t>(item) < m_writes.size();
  return isThere && !m_isSaving && !isReader() ? &m_writes[static_cast<size_t>(item)] : nullptr;
}

void LateWritesViewModel::takeIn(int item) {
  const store::LateWrite* late = at(item);
  if (late == nullptr)
    return;
  const QString done = late->isDraft() ? tr("Kladden er din nå. Den ligger i saken.") : tr("Det er tatt inn i saken.");
  write([late = *late,
         staffId = m_context.user.id](store::CaseStore& cases) { return cases.lateWrites().takeIn(late, staffId); },
        [this, done] {
          m_doneText = done;
          m_setAside = Uuid();
        });
}

void LateWritesViewModel::setAside(int item) {
  const store::LateWrite* late = at(item);
  if (late == nullptr)
    return;
  write([id = late->id](store::CaseStore& cases) { return cases.lateWrites().setAside(id); },
        [this, id = late->id] {
          m_doneText = tr("Det er lagt til side. Ingenting i saken er endret.");
          m_setAside = id;
        });
}

void LateWritesViewModel::undo() {
  if (!canUndo() || m_isSaving)
    return;
  write([id = m_setAside](store::CaseStore& cases) { return cases.lateWrites().bringBack(id); },
        [this] {
          m_setAside = Uuid();
          m_doneText.clear();
        });
}

// Conflict: it is shown as it stands now, to be looked at once more.
void LateWritesViewModel::write(std::function<Status(store::CaseStore&)> work, std::function<void()> whenDone) {
  m_isSaving = true;
  emit changed();
  m_context.store.write(std::move(work))
      .then(this, [this, page = m_page, whenDone = std::move(whenDone)](const Status& status) {
        if (page != m_page)
          return;
        m_isSaving = false;
        m_message = status.code() == StatusCode::Conflict
                        ? tr("Noe er endret siden du åpnet siden. Se gjennom på nytt.")
                        : errorText(status, ErrorContext::Saving);
        if (status.ok())
          whenDone();
        emit changed();
        load();
      });
}

void LateWritesViewModel::close() {
  m_context.navigator.back();
}

} // namespace veikart::ui
