// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/documents/audit_print.h"

#include "app/documents/paper.h"

#include <QCoreApplication>

namespace veikart::documents {

namespace {

class AuditText {
  Q_DECLARE_TR_FUNCTIONS(AuditPrint)
};

QString row(const char* cell, const QString& when, const QString& who, const QString& what, const QString& where) {
  QString html;
  for (const QString& text : {when, who, what, where})
    html += QStringLiteral("<%1 align=\"left\">%2</%1>").arg(QLatin1String(cell), text);
  return QStringLiteral("<tr>%1</tr>").arg(html);
}

QString linesHtml(const std::vector<AuditPrint::Line>& lines) {
  QString html =
      row("th", AuditText::tr("Når"), AuditText::tr("Hvem"), AuditText::tr("Hva"), AuditText::tr("Nettbrett"));
  for (const AuditPrint::Line& line : lines)
    html += row("td", escaped(line.when).replace(QLatin1Char(' '), QChar(QChar::Nbsp)), escaped(line.who),
                escaped(line.what), escaped(line.where));
  return QStringLiteral("<table class=\"rows\" width=\"100%\" cellpadding=\"4\">%1</table>").arg(html);
}

} // namespace

Result<Bytes> drawAuditPrint(const AuditPrint& print) {
  const QString title = AuditText::tr("Hvem har sett saken");
  QString html = QStringLiteral("<h1>%1</h1>").arg(title);
  html += paragraph(AuditText::tr("%1 · skrevet ut %2").arg(escaped(print.clientName), escaped(print.printedAt)));
  if (print.isPractice)
    html += practiceNotice();
  html += paragraph(
      AuditText::tr("Her står hver gang noen på kontoret har åpnet, endret, skrevet ut, lagret i en fil eller "
                    "delt saken. Det som er gjort på et nettbrett som ikke har hatt kontakt med kontoret "
                    "siden, er ikke med ennå."),
      "quiet");
  html += print.lines.empty() ? paragraph(AuditText::tr("Ingen har åpnet saken.")) : linesHtml(print.lines);
  return drawPaper(title, html);
}

} // namespace veikart::documents
