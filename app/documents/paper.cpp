// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/documents/paper.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

namespace veikart::documents {

namespace {

// The palette of qml/Theme, for paper.
constexpr const char* kStyle = "body { font-family: 'Source Sans 3'; color: #1B2327; }"
                               "h1 { font-size: 20pt; margin-bottom: 3px; }"
                               "h2 { font-size: 14pt; margin-top: 18px; margin-bottom: 5px; }"
                               "h3 { font-size: 11pt; margin-top: 10px; margin-bottom: 3px; }"
                               "p { font-size: 11pt; margin-top: 1px; margin-bottom: 4px; }"
                               "td { padding-left: 20px; }"
                               ".quiet { color: #4A5760; font-size: 9pt; }"
                               ".rows td { font-size: 10pt; padding-left: 4px; } .rows th { font-size: 10pt; }"
                               ".client { background-color: #FFF3DC; }"
                               ".counsellor { background-color: #E6EEF9; }";

class PaperText {
  Q_DECLARE_TR_FUNCTIONS(Paper)
};

// Letters that stand a hair apart are not joined: a drawn "ff" or "ft" would not be found when the PDF is searched.
QFont searchableFont() {
  QFont font;
  font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
  return font;
}

} // namespace

QString escaped(const QString& text) {
  return text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QString escaped(const std::string& text) {
  return escaped(QString::fromStdString(text));
}

QString paragraph(const QString& html, const char* style) {
  return QStringLiteral("<p class=\"%1\">%2</p>").arg(QLatin1String(style), html);
}

QString practiceNotice() {
  return paragraph(PaperText::tr("Øvingsdata. Ikke bruk med ekte personer."), "quiet");
}

Result<Bytes> drawPaper(const QString& title, const QString& html) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(20, 18, 20, 18), QPageLayout::Millimeter);
    writer.setTitle(title);
    QTextDocument document;
    document.setDefaultFont(searchableFont());
    document.setDefaultStyleSheet(QLatin1String(kStyle));
    document.setHtml(html);
    document.print(&writer);
  }
  if (bytes.isEmpty())
    return Status::internal("the PDF is empty");
  return Bytes(bytes.constData(), static_cast<size_t>(bytes.size()));
}

} // namespace veikart::documents
