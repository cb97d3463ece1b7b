// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/review/case_review.h"

#include "app/viewmodels/review/record_words.h"
#include "app/viewmodels/shared/error_text.h"

#include <algorithm>

namespace veikart::ui {

struct CaseReview::Content {
  int count = 0;
  int lateCount = 0;
  std::vector<store::ConflictNews> news;
  std::optional<store::CaseOverview> overview; // there when there are news
};

namespace {

using Version = casework::Settlement::Version;

QString quoted(const QString& text) {
  return QStringLiteral("«%1»").arg(text);
}

// "telefonnummer"; of a record that was deleted, the record: "oppgaven «Ringe fastlegen»".
QString whatOf(const store::ConflictNews& news, const RecordWords& words) {
  QString what = words.field(news.record, news.field);
  if (what.isEmpty() || news.field == sync::kDeletedField)
    what = words.subject(news.record);
  if (!what.isEmpty() && news.record.type != casework::kAnswersType)
    what[0] = what[0].toLower();
  return news.record.type == casework::kAnswersType ? quoted(what) : what;
}

QString overruledText(const store::ConflictNews& news, const RecordWords& words) {
  const auto said = [&](const store::FieldVersion& version) {
    return quoted(words.value(news.record, news.field, version.value));
  };
  const QString other =
      news.shown->author.empty() ? CaseReview::tr("en annen") : QString::fromStdString(news.shown->author);
  return CaseReview::tr("Din endring av %1, %2, ble erstattet av %3 fra %4.")
      .arg(whatOf(news, words), said(*news.own), said(*news.shown), other);
}

QString settledDeletionText(const store::ConflictNews& news, const RecordWords& words, const QString& who) {
  return news.settlement->outcome.empty()
             ? CaseReview::tr("%1 valgte at %2 skal være borte.").arg(who, whatOf(news, words))
             : CaseReview::tr("%1 valgte at %2 skal stå.").arg(who, whatOf(news, words));
}

QString settledText(const store::ConflictNews& news, const RecordWords& words, const Uuid& userId) {
  const casework::Settlement& settlement = *news.settlement;
  const QString who = news.settledBy.empty() ? CaseReview::tr("En annen") : QString::fromStdString(news.settledBy);
  if (settlement.field == sync::kDeletedField)
    return settledDeletionText(news, words, who);
  const auto own = std::ranges::find(settlement.versions, userId, &Version::authorId);
  if (own == settlement.versions.end())
    return {};
  const QString what = whatOf(news, words);
  if (own->value == settlement.outcome)
    return CaseReview::tr("%1 valgte din versjon av %2.").arg(who, what);
  const QString standing = quoted(words.value(news.record, settlement.field, settlement.outcome));
  const QString mine = quoted(words.value(news.record, settlement.field, own->value));
  const bool isAnothers =
      std::ranges::find(settlement.versions, settlement.outcome, &Version::value) != settlement.versions.end();
  const QString text = isAnothers
                           ? CaseReview::tr("%1 valgte en annen versjon av %2.\nNå står: %3\nDu hadde skrevet: %4")
                           : CaseReview::tr("%1 har skrevet %2 på nytt.\nNå står: %3\nDu hadde skrevet: %4");
  return text.arg(who, what, standing, mine);
}

} // namespace

CaseReview::CaseReview(AppContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_news({"text"}, this) {}

void CaseReview::load(const Uuid& caseId) {
  if (m_caseId != caseId)
    show({});
  m_caseId = caseId;
  m_context.store
      .read([caseId, userId = m_context.user.id](store::CaseStore& cases) -> Result<Content> {
        const Result<int> count = cases.conflicts().countIn(caseId);
        const Result<int> lateCount = cases.lateWrites().countIn(caseId);
        Result<std::vector<store::ConflictNews>> news = cases.conflicts().newsIn(caseId, userId);
        for (const Status& status : {count.status(), lateCount.status(), news.status()})
          RETURN_IF_ERROR(status);
        if (news->empty())
          return Content{*count, *lateCount, {}, {}};
        Result<store::CaseOverview> overview = cases.caseOverview(caseId);
        if (!overview.ok())
          return overview.status();
        return Content{*count, *lateCount, *std::move(news), *std::move(overview)};
      })
      .then(this, [this, caseId](Result<Content> content) {
        if (caseId != m_caseId)
          return;
        if (content.ok())
          show(*std::move(content));
        m_message = errorText(content.status(), ErrorContext::Opening);
        emit changed();
      });
}

void CaseReview::show(Content content) {
  m_count = content.count;
  m_lateCount = content.lateCount;
  m_shown.clear();
  QList<RowModel::Row> rows;
  for (store::ConflictNews& news : content.news) {
    const RecordWords words(*content.overview, m_context.clock.nowMillis());
    const QString text = news.settlement ? settledText(news, words, m_context.user.id) : overruledText(news, words);
    if (text.isEmpty())
      continue;
    rows.append(RowModel::Row{text});
    m_shown.push_back(std::move(news));
  }
  m_news.setRows(std::move(rows));
  emit changed();
}

QString CaseReview::text() const {
  return m_count > 0 ? tr("%n opplysninger har to versjoner.", nullptr, m_count) : QString();
}

QString CaseReview::lateText() const {
  return m_lateCount > 0 ? tr("%n opplysninger kom fra noen som ikke hadde saken lenger.", nullptr, m_lateCount)
                         : QString();
}

void CaseReview::openLate() {
  if (m_lateCount > 0)
    m_context.navigator.go(Navigator::LateWrites, m_caseId);
}

void CaseReview::open() {
  if (m_count > 0)
    m_context.navigator.go(Navigator::TwoVersions, m_caseId);
}

// What has changed since is told anew.
void CaseReview::acknowledge(int news) {
  if (news < 0 || static_cast<size_t>(news) >= m_shown.size())
    return;
  m_context.store
      .write([read = m_shown[static_cast<size_t>(news)], userId = m_context.user.id](store::CaseStore& cases) {
        return cases.conflicts().acknowledge(read, userId);
      })
      .then(this, [this](const Status& status) {
        if (!status.ok() && status.code() != StatusCode::Conflict) {
          m_message = errorText(status, ErrorContext::Saving);
          emit changed();
        } else {
          load(m_caseId);
        }
      });
}

} // namespace veikart::ui
