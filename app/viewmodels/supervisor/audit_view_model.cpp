// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/supervisor/audit_view_model.h"

#include "app/documents/audit_print.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/person_text.h"
#include "app/viewmodels/shared/printing.h"

#include <QThreadPool>

namespace veikart::ui {

struct AuditViewModel::Content {
  store::CaseOverview overview;
  std::vector<casework::AuditEntry> entries;
};

namespace {

using casework::AuditAction;
using casework::AuditEntry;

QString nameOf(const Uuid& staffId, const store::CaseOverview& overview) {
  const casework::StaffMember* member = overview.staffMember(staffId);
  return member ? QString::fromStdString(member->fullName())
                : AuditViewModel::tr("Noen som ikke er på kontoret lenger");
}

QString actionText(const AuditEntry& entry, const store::CaseOverview& overview) {
  switch (entry.action) {
  case AuditAction::Opened:
    return AuditViewModel::tr("Åpnet saken");
  case AuditAction::Changed:
    return AuditViewModel::tr("Endret saken");
  case AuditAction::Printed:
    return AuditViewModel::tr("Skrev ut");
  case AuditAction::Exported:
    return AuditViewModel::tr("Lagret i en fil");
  case AuditAction::Shared:
    return AuditViewModel::tr("Delte saken med %1").arg(nameOf(entry.sharedWith, overview));
  }
  return {};
}

QString whatText(const AuditEntry& entry, const store::CaseOverview& overview) {
  const QString action = actionText(entry, overview);
  return entry.reason.empty() ? action : QStringLiteral("%1: %2").arg(action, QString::fromStdString(entry.reason));
}

// The end of its replica's id, by which the hub's administrator finds the tablet.
QString tabletText(const AuditEntry& entry) {
  return QString::fromStdString(entry.replica.toString()).right(6);
}

} // namespace

AuditViewModel::AuditViewModel(AppContext& context, SyncViewModel& sync, std::filesystem::path practiceFolder)
    : m_context(context), m_practiceFolder(std::move(practiceFolder)),
      m_entries({"who", "initials", "what", "when"}, this) {
  const auto loadIfShown = [this] {
    if (m_context.navigator.page() == Navigator::CaseAudit)
      load();
  };
  connect(&context.navigator, &Navigator::changed, this, [this, loadIfShown] {
    ++m_page;
    m_entries.setRows({});
    for (QString* text : {&m_name, &m_message, &m_printedText})
      text->clear();
    m_isLoaded = m_isPrinting = false;
    emit changed();
    loadIfShown();
  });
  connect(&sync, &SyncViewModel::dataArrived, this, loadIfShown);
}

Result<std::shared_ptr<AuditViewModel::Content>> AuditViewModel::read(store::CaseStore& cases, const Uuid& caseId) {
  Result<store::CaseOverview> overview = cases.caseOverview(caseId);
  Result<std::vector<AuditEntry>> entries = cases.auditOf(caseId);
  for (const Status& status : {overview.status(), entries.status()})
    RETURN_IF_ERROR(status);
  return std::make_shared<Content>(Content{*std::move(overview), *std::move(entries)});
}

void AuditViewModel::load() {
  m_context.store.read([caseId = m_context.navigator.caseId()](store::CaseStore& cases) { return read(cases, caseId); })
      .then(this, [this, page = m_page](const Result<std::shared_ptr<Content>>& content) {
        if (page != m_page)
          return;
        m_message = errorText(content.status(), ErrorContext::Opening);
        if (content.ok())
          show(**content);
        emit changed();
      });
}

void AuditViewModel::show(const Content& content) {
  const int64_t now = m_context.clock.nowMillis();
  QList<RowModel::Row> rows;
  for (const AuditEntry& entry : content.entries) {
    const QString who = nameOf(entry.staffId, content.overview);
    const QString what =
        whatText(entry, content.overview) + QStringLiteral(" · ") + tr("nettbrett %1").arg(tabletText(entry));
    rows.append(RowModel::Row{who, initialsOf(who.toStdString()), what, momentText(entry.at, now)});
  }
  m_entries.setRows(std::move(rows));
  m_name = QString::fromStdString(content.overview.person.fullName());
  m_isLoaded = true;
}

// Noted first, so that the paper tells of itself.
void AuditViewModel::print() {
  if (m_isPrinting || !m_isLoaded)
    return;
  m_isPrinting = true;
  m_printedText.clear();
  emit changed();
  m_context.store
      .write([caseId = m_context.navigator.caseId(), now = m_context.clock.nowMillis(),
              isPractice = m_context.enrolment.isPractice](store::CaseStore& cases) -> Result<documents::AuditPrint> {
        RETURN_IF_ERROR(cases.note(caseId, AuditAction::Printed, tr("Hvem har sett saken").toStdString()));
        const Result<std::shared_ptr<Content>> content = read(cases, caseId);
        if (!content.ok())
          return content.status();
        const store::CaseOverview& overview = (*content)->overview;
        documents::AuditPrint print{overview.person.fullName(), fullDateText(now).toStdString(), isPractice, {}};
        for (const AuditEntry& entry : (*content)->entries)
          print.lines.push_back({tr("%1 kl. %2").arg(fullDateText(entry.at), clockText(entry.at)).toStdString(),
                                 nameOf(entry.staffId, overview).toStdString(), whatText(entry, overview).toStdString(),
                                 tabletText(entry).toStdString()});
        return print;
      })
      .then(QThreadPool::globalInstance(),
            [folder = m_practiceFolder](const Result<documents::AuditPrint>& print) -> Result<QString> {
              const Result<Bytes> pdf = print.ok() ? documents::drawAuditPrint(*print) : print.status();
              return pdf.ok()
                         ? printPaper(*pdf, folder, "hvem-har-sett-saken.pdf", tr("Listen er sendt til skriveren."))
                         : Result<QString>(pdf.status());
            })
      .then(this, [this, page = m_page](const Result<QString>& where) {
        if (page != m_page)
          return;
        m_isPrinting = false;
        m_message = errorText(where.status(), ErrorContext::Printing);
        m_printedText = where.ok() ? *where : QString();
        load();
        emit changed();
      });
}

void AuditViewModel::close() {
  m_context.navigator.back();
}

} // namespace veikart::ui
