// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/review/unsent_view_model.h"

#include "app/casework/record_codec.h"
#include "app/viewmodels/review/record_words.h"
#include "app/viewmodels/shared/attachment_text.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"
#include "platform/base/files.h"
#include "sync/record/case_keys.h"

#include <QDateTime>
#include <QStandardPaths>

#include <algorithm>
#include <map>
#include <set>

namespace veikart::ui {

namespace {

const QList<QByteArray> kRoles = {"what", "forWhom", "since", "why", "contents", "canGo"};

// What is written in the unsent part, a field a line.
QString contentsOf(const sync::Record& local, const sync::Record& whole, const RecordWords& words) {
  QStringList lines;
  for (const auto& [field, reg] : local.fields)
    if (const QString name = words.field(whole, field); !name.isEmpty())
      lines.append(UnsentViewModel::tr("%1: %2").arg(name, words.value(whole, field, sync::greatest(reg)->value)));
  if (local.fields.contains(std::string(sync::kDeletedField)))
    lines.append(UnsentViewModel::tr("Tatt bort eller tatt tilbake"));
  return lines.join(QLatin1Char('\n'));
}

std::filesystem::path exportFile(int64_t now) {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString time = QDateTime::fromMSecsSinceEpoch(now).toString(QStringLiteral("yyyy-MM-dd HHmm"));
  return std::filesystem::path(folder.toStdString()) /
         UnsentViewModel::tr("Veikart ikke sendt %1.txt", "file name").arg(time).toStdString();
}

} // namespace

UnsentViewModel::UnsentViewModel(AppContext& context, SyncViewModel& sync)
    : m_context(context), m_sync(sync), m_items(kRoles, this) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    m_asksToExport = m_isLoaded = false;
    m_opened.clear();
    m_exportedText.clear();
    m_message.clear();
    m_unsent.clear();
    showItems();
    if (isShown())
      load();
  });
  connect(&sync, &SyncViewModel::changed, this, [this] {
    if (isShown())
      load();
  });
}

void UnsentViewModel::load() {
  m_context.store.read([now = m_context.clock.nowMillis()](store::CaseStore& cases) { return read(cases, now); })
      .then(this, [this](Result<std::vector<Item>> items) {
        if (!isShown())
          return;
        if (items.ok()) {
          m_unsent = *std::move(items);
          m_isLoaded = true;
        } else {
          m_message = errorText(items.status(), ErrorContext::Opening);
        }
        showItems();
      });
}

// Reads what waits, with what is known of each case once for all that waits in it. The store's thread.
class UnsentViewModel::Reader {
public:
  Reader(store::CaseStore& cases, int64_t now) : m_cases(cases), m_now(now) {}

  Result<std::vector<Item>> items() {
    const Result<std::vector<sync::OutboxItem>> records = m_cases.replica().outboxItems();
    const Result<std::vector<sync::UnsentContent>> contents = m_cases.replica().contents().outboxItems();
    if (!records.ok() || !contents.ok())
      return records.ok() ? contents.status() : records.status();
    std::vector<Item> items;
    const auto add = [&items](Result<Item> item) {
      if (item.ok())
        items.push_back(*std::move(item));
      return item.status();
    };
    std::vector<sync::OutboxItem> lines;
    for (const sync::OutboxItem& unsent : *records) {
      const bool isRefused = !unsent.refusal.empty();
      if (unsent.local.type == sync::kCaseKeysType && !isRefused)
        continue; // goes with what is said of the person, which stands here
      if (unsent.local.type == sync::kAuditType && !isRefused)
        lines.push_back(unsent);
      else
        RETURN_IF_ERROR(add(itemOf(unsent)));
    }
    if (!lines.empty())
      items.push_back(itemOfAudit(lines));
    for (const sync::UnsentContent& unsent : *contents)
      RETURN_IF_ERROR(add(itemOf(unsent)));
    std::ranges::stable_sort(items, {}, &Item::sinceMillis);
    return items;
  }

private:
  // Empty for what is of no case, or of one that is not here.
  Result<const store::CaseOverview*> overviewOf(const sync::ScopeId& scope) {
    const Uuid caseId = scope.kind == sync::ScopeKind::Case ? scope.id : Uuid();
    if (!m_overviews.contains(caseId)) {
      Result<store::CaseOverview> overview =
          caseId.isNil() ? Result<store::CaseOverview>(store::CaseOverview{}) : m_cases.caseOverview(caseId);
      if (!overview.ok() && overview.status().code() != StatusCode::NotFound)
        return overview.status();
      m_overviews.emplace(caseId, overview.ok() ? *std::move(overview) : store::CaseOverview{});
    }
    return &m_overviews.at(caseId);
  }

  Result<Item> itemOf(const sync::OutboxItem& unsent) {
    const Result<const store::CaseOverview*> overview = overviewOf(unsent.local.scope);
    const Result<std::optional<sync::Record>> whole = m_cases.replica().load(unsent.local.id);
    for (const Status& status : {overview.status(), whole.status()})
      RETURN_IF_ERROR(status);
    const RecordWords words(**overview, m_now);
    const bool isErased = whole->has_value() && (*whole)->erased;
    const sync::Record& record = whole->has_value() && !isErased ? **whole : unsent.local;
    const QString what = words.subject(record);
    return Item{what.isEmpty() ? tr("Noe som denne utgaven ikke kjenner") : what,
                clientOf(**overview),
                contentsOf(unsent.local, record, words),
                unsent.sinceMillis,
                unsent.refusal,
                Bytes(record.id.view()),
                isErased ? Uuid() : (*overview)->file.id, // there is no page of it any more
                pageOf(record),
                false};
  }

  // All in one: people look here for what they have written.
  static Item itemOfAudit(const std::vector<sync::OutboxItem>& lines) {
    const auto oldest = std::ranges::min_element(lines, {}, &sync::OutboxItem::sinceMillis);
    return Item{tr("At saker ble åpnet eller brukt"),
                {},
                tr("%n ganger", nullptr, static_cast<int>(lines.size())),
                oldest->sinceMillis,
                {},
                Bytes(oldest->local.id.view()),
                {},
                Navigator::CasePage,
                false};
  }

  Result<Item> itemOf(const sync::UnsentContent& unsent) {
    const sync::ContentId& id = unsent.content.id;
    const Result<const store::CaseOverview*> overview = overviewOf(unsent.content.scope);
    const Result<std::vector<store::AttachmentEntry>> attached = m_cases.attachments().in(unsent.content.scope.id);
    for (const Status& status : {overview.status(), attached.status()})
      RETURN_IF_ERROR(status);
    const auto entry = std::ranges::find_if(
        *attached, [&](const store::AttachmentEntry& known) { return known.attachment.content == id; });
    const bool isNamed = entry != attached->end();
    return Item{isNamed
                    ? tr("Innholdet i «%1», %2").arg(QString::fromStdString(entry->attachment.title), sizeText(id.size))
                    : tr("Innholdet i et vedlegg, %1").arg(sizeText(id.size)),
                clientOf(**overview),
                isNamed ? contentText(entry->attachment.kind, id.size) : sizeText(id.size),
                unsent.sinceMillis,
                unsent.refusal,
                id.toBytes(),
                (*overview)->file.id,
                Navigator::Attachments,
                true};
  }

  static QString clientOf(const store::CaseOverview& overview) {
    return QString::fromStdString(overview.person.fullName()).trimmed();
  }

  static Navigator::Page pageOf(const sync::Record& record) {
    return record.type == casework::kPersonType       ? Navigator::EditClient
           : record.type == casework::kAttachmentType ? Navigator::Attachments
                                                      : Navigator::CasePage;
  }

  store::CaseStore& m_cases;
  int64_t m_now;
  std::map<Uuid, store::CaseOverview> m_overviews;
};

Result<std::vector<UnsentViewModel::Item>> UnsentViewModel::read(store::CaseStore& cases, int64_t now) {
  return Reader(cases, now).items();
}

// A supervisor opens a case on a stated need alone.
bool UnsentViewModel::canGo(const Item& item) const {
  return !item.caseId.isNil() && m_context.user.role != casework::Role::Supervisor;
}

void UnsentViewModel::showItems() {
  const int64_t now = m_context.clock.nowMillis();
  QList<RowModel::Row> rows;
  for (const Item& item : m_unsent)
    rows.append(RowModel::Row{item.what, item.forWhom, tr("Skrevet %1").arg(momentText(item.sinceMillis, now)),
                              refusalText(item.refusal), item.key == m_opened ? item.contents : QString(),
                              canGo(item)});
  m_items.setRows(std::move(rows));
  emit changed();
}

QString UnsentViewModel::summary() const {
  if (!m_isLoaded)
    return {};
  if (m_unsent.empty())
    return tr("Alt er sendt til kontoret.");
  const auto refused = std::ranges::count_if(m_unsent, [](const Item& item) { return !item.refusal.empty(); });
  const QString waiting = tr("%n endringer venter.", nullptr, static_cast<int>(m_unsent.size())) + QLatin1Char(' ') +
                          tr("Alt er trygt lagret her til kontoret har det.");
  return refused == 0
             ? waiting
             : waiting + QLatin1Char(' ') + tr("%n endringer ble ikke tatt imot.", nullptr, static_cast<int>(refused));
}

void UnsentViewModel::open(int item) {
  if (item < 0 || static_cast<size_t>(item) >= m_unsent.size())
    return;
  const Bytes& key = m_unsent[static_cast<size_t>(item)].key;
  m_opened = m_opened == key ? Bytes() : key;
  showItems();
}

void UnsentViewModel::go(int item) {
  if (item < 0 || static_cast<size_t>(item) >= m_unsent.size())
    return;
  const Item& unsent = m_unsent[static_cast<size_t>(item)];
  if (canGo(unsent))
    m_context.navigator.go(unsent.page, unsent.caseId);
}

void UnsentViewModel::sendAgain() {
  m_context.store
      .keep([](store::CaseStore& cases) -> Status {
        RETURN_IF_ERROR(cases.replica().contents().endWaits());
        return cases.replica().sendRefusedAgain();
      })
      .then(this, [this](const Status& status) {
        m_message = errorText(status, ErrorContext::Syncing);
        emit changed();
        m_sync.syncNow();
      });
}

void UnsentViewModel::askToExport(bool asks) {
  m_asksToExport = asks;
  emit changed();
}

QByteArray UnsentViewModel::fileContent(const std::vector<Item>& items, int64_t now) {
  QString text = tr("Det som ikke er sendt til kontoret, %1").arg(momentText(now, now)) + QLatin1Char('\n');
  for (const Item& item : items) {
    text += QLatin1Char('\n') + item.what;
    text += item.forWhom.isEmpty() ? QString() : QStringLiteral(" · ") + item.forWhom;
    text += QLatin1Char('\n') + tr("Skrevet %1").arg(momentText(item.sinceMillis, now)) + QLatin1Char('\n');
    const QString missing = item.isContent ? tr("Innholdet er ikke med i denne filen.") : QString();
    for (const QString& part : {refusalText(item.refusal), item.contents, missing})
      text += part.isEmpty() ? QString() : part + QLatin1Char('\n');
  }
  return text.toUtf8();
}

// Noted for each case in it, before anything is written.
void UnsentViewModel::exportAll() {
  if (!m_asksToExport)
    return;
  m_asksToExport = false;
  const int64_t now = m_context.clock.nowMillis();
  m_context.store
      .write([file = exportFile(now), now,
              reason = tr("Lagret det som ikke er sendt, i en fil som ikke er kryptert").toStdString()](
                 store::CaseStore& cases) -> Result<QString> {
        const Result<std::vector<Item>> items = read(cases, now);
        if (!items.ok())
          return items.status();
        std::set<Uuid> caseIds;
        for (const Item& item : *items)
          if (!item.caseId.isNil() && caseIds.insert(item.caseId).second)
            RETURN_IF_ERROR(cases.note(item.caseId, casework::AuditAction::Exported, reason));
        RETURN_IF_ERROR(makePrivateFolder(file.parent_path()));
        RETURN_IF_ERROR(writeFileDurably(file, fileContent(*items, now).toStdString()));
        return QString::fromStdString(file.string());
      })
      .then(this, [this](const Result<QString>& file) {
        m_message = errorText(file.status(), ErrorContext::Exporting);
        m_exportedText =
            file.ok() ? tr("Filen er %1. Den er ikke kryptert. Slett den når den er brukt.").arg(*file) : QString();
        load();
      });
}

} // namespace veikart::ui
