// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/review/two_versions_view_model.h"

#include "app/casework/text_merge.h"
#include "app/viewmodels/review/record_words.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"

#include <algorithm>

namespace veikart::ui {

using casework::FieldPolicy;

struct TwoVersionsViewModel::Content {
  store::CaseOverview overview;
  std::vector<store::Conflict> conflicts;
};

namespace {

const QList<QByteArray> kRoles = {"who", "when", "words", "onlyHere", "action", "isClients"};

// Bold and underlined, so that the difference is seen without colour.
QString styled(const std::vector<casework::TextPiece>& pieces) {
  QString text;
  for (const casework::TextPiece& piece : pieces) {
    const QString words = QString::fromStdString(piece.text).toHtmlEscaped();
    text += piece.isOnlyHere ? QStringLiteral("<b><u>%1</u></b>").arg(words) : words;
  }
  return text.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

// For who can't see the marks.
QString spoken(const std::vector<casework::TextPiece>& pieces) {
  QStringList words;
  for (const casework::TextPiece& piece : pieces)
    if (piece.isOnlyHere)
      words.append(QString::fromStdString(piece.text).simplified());
  return words.isEmpty() ? QString() : TwoVersionsViewModel::tr("Bare her: %1").arg(words.join(QStringLiteral("; ")));
}

bool isSame(const store::Conflict& a, const store::Conflict& b) {
  return a.record.id == b.record.id && a.field == b.field;
}

} // namespace

TwoVersionsViewModel::TwoVersionsViewModel(AppContext& context, SyncViewModel& sync)
    : m_context(context), m_versions(kRoles, this) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    ++m_page;
    if (m_context.navigator.page() == Navigator::Unlock)
      m_written.clear(); // it is for nobody else's eyes
    if (m_context.navigator.page() == Navigator::TwoVersions)
      begin();
    else
      m_versions.setRows({});
  });
  connect(&sync, &SyncViewModel::dataArrived, this, [this] {
    if (m_context.navigator.page() == Navigator::TwoVersions)
      load();
  });
}

void TwoVersionsViewModel::begin() {
  m_overview.reset();
  m_conflicts.clear();
  m_done.reset();
  m_index = 0;
  m_isAgain = m_isWithClient = m_isSaving = false;
  m_message.clear();
  m_openingProblem.clear();
  m_commonText.clear();
  emit changed();
  load();
}

void TwoVersionsViewModel::load() {
  m_context.store
      .read([caseId = m_context.navigator.caseId()](store::CaseStore& cases) -> Result<Content> {
        Result<store::CaseOverview> overview = cases.caseOverview(caseId);
        if (!overview.ok())
          return overview.status();
        Result<std::vector<store::Conflict>> conflicts = cases.conflicts().in(caseId);
        if (!conflicts.ok())
          return conflicts.status();
        return Content{*std::move(overview), *std::move(conflicts)};
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

// The one that was looked at stays before the eyes; what is written of a common text stays while its versions do.
void TwoVersionsViewModel::show(Content content) {
  const std::optional<store::Conflict> before = current() ? std::optional(*current()) : std::nullopt;
  m_overview = std::move(content.overview);
  m_conflicts = std::move(content.conflicts);
  const auto same = before ? std::ranges::find_if(m_conflicts, [&](const auto& it) { return isSame(it, *before); })
                           : m_conflicts.end();
  m_index = same == m_conflicts.end() ? 0 : static_cast<size_t>(same - m_conflicts.begin());
  if (m_isAgain || (same != m_conflicts.end() && same->seen == before->seen))
    return;
  if (same != m_conflicts.end() && m_written.contains({same->record.id, same->field}))
    m_message = tr("En ny versjon er kommet. Det du har skrevet, står her ennå.");
  showCurrent();
}

void TwoVersionsViewModel::showCurrent() {
  QList<RowModel::Row> rows;
  if (const store::Conflict* conflict = current())
    for (size_t version = 0; version < conflict->versions.size(); ++version)
      rows.append(rowOf(version));
  m_versions.setRows(std::move(rows));
  m_commonText = canWriteCommon() ? commonTextToShow() : QString();
  emit changed();
}

const store::Conflict* TwoVersionsViewModel::current() const {
  if (m_isAgain)
    return &m_done->conflict;
  return m_index < m_conflicts.size() ? &m_conflicts[m_index] : nullptr;
}

bool TwoVersionsViewModel::isClients() const {
  return current() && current()->policy == FieldPolicy::WithClient;
}

bool TwoVersionsViewModel::canChoose() const {
  return current() && !isReader() && (!isClients() || m_isWithClient);
}

bool TwoVersionsViewModel::isText() const {
  return current() && RecordWords(*m_overview, m_context.clock.nowMillis()).isText(current()->record, current()->field);
}

bool TwoVersionsViewModel::canWriteCommon() const {
  return canChoose() && isText();
}

QString TwoVersionsViewModel::clientName() const {
  return QString::fromStdString(m_overview->person.firstName);
}

QString TwoVersionsViewModel::over() const {
  if (!m_overview)
    return {};
  QStringList path = {QString::fromStdString(m_overview->person.fullName())};
  if (const store::Conflict* conflict = current()) {
    const RecordWords words(*m_overview, m_context.clock.nowMillis());
    path << words.subject(conflict->record) << words.field(conflict->record, conflict->field);
    path.removeAll(QString());
  }
  return path.join(QStringLiteral(" · "));
}

QString TwoVersionsViewModel::title() const {
  if (!current())
    return tr("To versjoner");
  return current()->versions.size() > 2 ? tr("Det finnes flere versjoner") : tr("Det finnes to versjoner");
}

QString TwoVersionsViewModel::lead() const {
  if (!current())
    return {};
  if (isClients())
    return m_isWithClient ? tr("Les begge sammen. Det er %1 som velger hva som skal stå.").arg(clientName())
                          : tr("Dette er ordene til %1. Begge står til %1 selv har valgt.").arg(clientName());
  if (isReader())
    return tr("De skrev uten å se hverandre. Begge er tatt vare på. Veilederne i saken velger.");
  if (current()->isDeletion())
    return tr("Den ene tok dette bort og den andre endret det, uten å se hverandre. Begge er tatt vare på. Den andre "
              "får beskjed om hva du velger.");
  const auto& versions = current()->versions;
  const auto other = std::ranges::find_if(
      versions, [this](const store::FieldVersion& version) { return version.authorId != m_context.user.id; });
  const bool isMineToo =
      std::ranges::find(versions, m_context.user.id, &store::FieldVersion::authorId) != versions.end();
  if (other == versions.end())
    return tr("Du skrev på to nettbrett som ikke hadde hatt kontakt. Begge er tatt vare på.");
  if (!isMineToo)
    return tr("De skrev uten å se hverandres tekst. Begge er tatt vare på. De får beskjed om hva du velger.");
  return tr("%1 og du skrev uten å se hverandres tekst. Begge er tatt vare på. Den andre får beskjed om hva du velger.")
      .arg(whoOf(*other));
}

QString TwoVersionsViewModel::place() const {
  return hasNext() ? tr("%1 av %2").arg(m_index + 1).arg(m_conflicts.size()) : QString();
}

QString TwoVersionsViewModel::whoOf(const store::FieldVersion& version) const {
  if (isClients())
    return clientName();
  if (version.authorId == m_context.user.id)
    return tr("Du");
  return version.author.empty() ? tr("En annen") : QString::fromStdString(version.author);
}

QString TwoVersionsViewModel::whenOf(const store::FieldVersion& version) const {
  const QString when = momentText(version.at, m_context.clock.nowMillis());
  if (version.isHere)
    return tr("%1 · på dette nettbrettet").arg(when);
  return isClients() || version.authorId == m_context.user.id ? tr("%1 · på et annet nettbrett").arg(when) : when;
}

// What was deleted, or what was written beside it.
QString TwoVersionsViewModel::wordsOf(size_t version) const {
  const store::Conflict& conflict = *current();
  const RecordWords words(*m_overview, m_context.clock.nowMillis());
  if (!conflict.isDeletion())
    return words.value(conflict.record, conflict.field, conflict.versions[version].value);
  if (conflict.versions[version].isDeletion)
    return tr("Tok det bort");
  QStringList lines;
  for (const std::string& field : conflict.editedFields)
    if (const auto edited = conflict.record.fields.find(field);
        edited != conflict.record.fields.end() && !words.field(conflict.record, field).isEmpty())
      lines.append(tr("%1: %2").arg(words.field(conflict.record, field),
                                    words.value(conflict.record, field, sync::greatest(edited->second)->value)));
  return lines.isEmpty() ? tr("Tok det tilbake") : lines.join(QLatin1Char('\n'));
}

QString TwoVersionsViewModel::actionFor(const store::FieldVersion& version) const {
  if (!canChoose())
    return {};
  if (isClients())
    return tr("%1 velger denne").arg(clientName());
  if (!current()->isDeletion())
    return tr("Bruk denne");
  return version.isDeletion ? tr("La det være borte") : tr("Behold det");
}

// A text is marked against the first of the others.
RowModel::Row TwoVersionsViewModel::rowOf(size_t version) const {
  const store::FieldVersion& shown = current()->versions[version];
  const std::string own = wordsOf(version).toStdString();
  const std::string other = isText() ? wordsOf(version == 0 ? 1 : 0).toStdString() : own;
  const std::vector<casework::TextPiece> pieces = casework::piecesOf(own, other);
  return {whoOf(shown), whenOf(shown), styled(pieces), spoken(pieces), actionFor(shown), isClients()};
}

QString TwoVersionsViewModel::prefilled() const {
  const RecordWords words(*m_overview, m_context.clock.nowMillis());
  std::string text;
  for (const store::FieldVersion& version : current()->versions)
    text = casework::bothIn(text, words.text(current()->record, current()->field, version.value).toStdString());
  return QString::fromStdString(text);
}

QString TwoVersionsViewModel::commonTextToShow() const {
  const auto written = m_written.find({current()->record.id, current()->field});
  return written == m_written.end() ? prefilled() : written->second;
}

QString TwoVersionsViewModel::commonLabel() const {
  return isClients() ? tr("Eller skriv det slik %1 vil ha det").arg(m_overview ? clientName() : QString())
                     : tr("Skriv en felles");
}

void TwoVersionsViewModel::setCommonText(const QString& text) {
  if (text == m_commonText)
    return;
  m_commonText = text;
  if (current())
    m_written[{current()->record.id, current()->field}] = text;
  emit changed();
}

QString TwoVersionsViewModel::agreedText() const {
  return current() && !current()->agreed.empty()
             ? tr("Sist dere begge var med: «%1»").arg(QString::fromStdString(current()->agreed))
             : QString();
}

QString TwoVersionsViewModel::withClientAction() const {
  const bool canBegin = isClients() && !m_isWithClient && !isReader();
  return canBegin ? tr("Gå gjennom med %1").arg(clientName()) : QString();
}

void TwoVersionsViewModel::goThroughWithClient() {
  if (withClientAction().isEmpty())
    return;
  m_isWithClient = true;
  showCurrent();
}

void TwoVersionsViewModel::choose(int version) {
  if (!canChoose() || m_isSaving || version < 0 || static_cast<size_t>(version) >= current()->versions.size())
    return;
  const store::FieldVersion& chosen = current()->versions[static_cast<size_t>(version)];
  const QString standing = chosen.isDeletion                      ? tr("det er tatt bort")
                           : current()->isDeletion()              ? tr("det er beholdt")
                           : isClients()                          ? tr("det %1 valgte, står nå").arg(clientName())
                           : chosen.authorId == m_context.user.id ? tr("din versjon står nå")
                                                                  : tr("versjonen fra %1 står nå").arg(whoOf(chosen));
  settle(chosen.isDeletion ? std::nullopt : std::optional(chosen.value), standing);
}

void TwoVersionsViewModel::useCommon() {
  if (!canWriteCommon() || m_isSaving || m_commonText.trimmed().isEmpty())
    return;
  const RecordWords words(*m_overview, m_context.clock.nowMillis());
  settle(words.withText(current()->record, current()->versions.front().value, m_commonText.trimmed()),
         isClients() ? tr("det %1 ville ha, står nå").arg(clientName()) : tr("den felles teksten står nå"));
}

void TwoVersionsViewModel::settle(std::optional<Bytes> value, const QString& standing) {
  const store::Conflict conflict = *current();
  store::Conflicts::Choice choice{conflict.record.id, conflict.field, conflict.seen,
                                  std::move(value),   m_isWithClient, {}};
  if (m_isAgain) {
    choice.seen = m_done->settled.standing;
    choice.settlementId = m_done->settled.settlementId;
  }
  m_isSaving = true;
  emit changed();
  m_context.store
      .write([choice = std::move(choice), staffId = m_context.user.id](store::CaseStore& cases) {
        return cases.conflicts().settle(choice, staffId);
      })
      .then(this, [this, page = m_page, conflict, standing](const Result<store::Conflicts::Settled>& settled) {
        if (page == m_page)
          finishSettling(settled, conflict, standing);
      });
}

void TwoVersionsViewModel::finishSettling(const Result<store::Conflicts::Settled>& settled, store::Conflict conflict,
                                          const QString& standing) {
  m_isSaving = false;
  m_message = errorText(settled.status(), ErrorContext::Settling);
  if (settled.ok()) {
    m_written.erase({conflict.record.id, conflict.field});
    m_done = Done{std::move(conflict), *settled, standing};
    m_conflicts.clear();
    m_isWithClient = false;
  }
  if (settled.ok() || settled.status().code() == StatusCode::Conflict)
    m_isAgain = false;
  emit changed();
  load(); // what is next; or, when another version has come meanwhile, that one
}

QString TwoVersionsViewModel::settledText() const {
  if (!m_done || m_isAgain || !m_overview)
    return {};
  const RecordWords words(*m_overview, m_context.clock.nowMillis());
  const store::Conflict& conflict = m_done->conflict;
  const QString field = words.field(conflict.record, conflict.field);
  const QString what = field.isEmpty() ? words.subject(conflict.record) : field;
  const bool hasOther = std::ranges::any_of(conflict.versions, [this](const store::FieldVersion& version) {
    return !version.authorId.isNil() && version.authorId != m_context.user.id;
  });
  const QString text = tr("%1: %2.").arg(what, m_done->standing);
  return hasOther ? text + QLatin1Char(' ') + tr("Den andre får beskjed.") : text;
}

void TwoVersionsViewModel::chooseAgain() {
  if (!m_done || m_isSaving)
    return;
  m_isAgain = true;
  m_isWithClient = isClients();
  showCurrent();
}

void TwoVersionsViewModel::next() {
  if (!hasNext())
    return;
  m_index = (m_index + 1) % m_conflicts.size();
  m_isWithClient = false;
  showCurrent();
}

void TwoVersionsViewModel::close() {
  m_context.navigator.back();
}

} // namespace veikart::ui
