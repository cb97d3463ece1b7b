// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/documents/client_copy.h"

#include "app/documents/answer_text.h"
#include "app/documents/conclusion_text.h"

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
                               ".client { background-color: #FFF3DC; }"
                               ".counsellor { background-color: #E6EEF9; }";

class CopyText {
  Q_DECLARE_TR_FUNCTIONS(ClientCopy)
};

QString escaped(const QString& text) {
  return text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QString escaped(const std::string& text) {
  return escaped(QString::fromStdString(text));
}

QString paragraph(const QString& html, const char* style = "") {
  return QStringLiteral("<p class=\"%1\">%2</p>").arg(QLatin1String(style), html);
}

QString labelled(const QString& label, const QString& html) {
  return QStringLiteral("<b>%1</b> %2").arg(label, html);
}

const forms::Answer* answerIn(const store::LayerAnswers& layer, const std::string& key) {
  const auto found = layer.find(key);
  return found == layer.end() || found->second.answer.state == forms::AnswerState::Unanswered ? nullptr
                                                                                              : &found->second.answer;
}

// The layers of one question: the client's words, what stands after the talk, the counsellor's comment.
QString questionHtml(const ClientCopy& copy, const forms::Item& item, const std::string& key) {
  QString html;
  if (const forms::Answer* own = answerIn(copy.client, key))
    html += paragraph(labelled(CopyText::tr("Jeg svarte"), escaped(answerText(item, *own))), "client");
  if (const forms::Answer* more = answerIn(copy.client, forms::freeTextKey(key)))
    html += paragraph(quoted(escaped(more->text)), "client");
  if (const forms::Answer* joint = answerIn(copy.joint, key))
    html += paragraph(labelled(CopyText::tr("Etter samtalen"), escaped(answerText(item, *joint))));
  if (const forms::Answer* joint = answerIn(copy.joint, forms::freeTextKey(key)))
    html += paragraph(quoted(escaped(joint->text)));
  if (const forms::Answer* comment = answerIn(copy.comments, key))
    html += paragraph(labelled(CopyText::tr("Veilederens kommentar"), escaped(comment->text)), "counsellor");
  return html.isEmpty() ? html : QStringLiteral("<h3>%1</h3>").arg(escaped(item.text)) + html;
}

QString itemsHtml(const ClientCopy& copy, const std::vector<forms::Item>& items, int round);

// Round by round, as it was asked, and set in: what belongs to one person stands together. A lone round has no number.
QString roundsHtml(const ClientCopy& copy, const forms::Item& group) {
  std::vector<std::pair<int, QString>> rounds;
  for (int round = 1; round <= forms::kMostRounds; ++round)
    if (const QString html = itemsHtml(copy, group.items, round); !html.isEmpty())
      rounds.emplace_back(round, html);
  if (rounds.size() == 1 && rounds.front().first == 1)
    return rounds.front().second;
  QString html;
  for (const auto& [round, words] : rounds)
    html +=
        QStringLiteral("<h3>%1</h3><table width=\"100%\"><tr><td>%2</td></tr></table>").arg(roundText(round), words);
  return html;
}

QString itemsHtml(const ClientCopy& copy, const std::vector<forms::Item>& items, int round) {
  QString html;
  for (const forms::Item& item : items) {
    if (item.kind != forms::ItemKind::Group)
      html += questionHtml(copy, item, forms::answerKey(item.linkId, round));
    else
      html += item.repeats ? roundsHtml(copy, item) : itemsHtml(copy, item.items, round);
  }
  return html;
}

QString themesHtml(const ClientCopy& copy) {
  QString html;
  for (const forms::Item& theme : copy.form->themes()) {
    QString body = itemsHtml(copy, theme.items, 1);
    if (answerIn(copy.client, theme.linkId))
      body = paragraph(CopyText::tr("Jeg hoppet over dette temaet.")) + body;
    if (!body.isEmpty())
      html += QStringLiteral("<h2>%1</h2>").arg(escaped(theme.text)) + body;
  }
  return html;
}

QString conclusionHtml(const ClientCopy& copy) {
  QString html = QStringLiteral("<h2>%1</h2>").arg(CopyText::tr("Det vi kom fram til"));
  for (const ConclusionPart& part : conclusionParts(copy.conclusion))
    html += paragraph(labelled(escaped(part.label), escaped(part.text)), part.isCounsellors ? "counsellor" : "");
  if (!copy.confirmation.disagreement.empty())
    html += paragraph(labelled(CopyText::tr("Jeg er uenig i"), escaped(copy.confirmation.disagreement)), "client");
  return html;
}

QString tasksHtml(const ClientCopy& copy) {
  QString html = QStringLiteral("<h2>%1</h2>").arg(CopyText::tr("Hva skjer nå"));
  if (copy.tasks.empty())
    html += paragraph(CopyText::tr("Ingen oppgave er avtalt ennå."));
  for (const std::string& task : copy.tasks)
    html += paragraph(escaped(task));
  return html;
}

QString pageHtml(const ClientCopy& copy) {
  QString html = QStringLiteral("<h1>%1</h1>").arg(CopyText::tr("Min kartlegging"));
  html += paragraph(CopyText::tr("%1 · bekreftet %2 · sammen med %3")
                        .arg(escaped(copy.clientName), escaped(copy.confirmedOn), escaped(copy.counsellorName)));
  html += paragraph(CopyText::tr("Øvingsdata. Ikke bruk med ekte personer."), "quiet");
  html += paragraph(escaped(copy.form->notice()), "quiet");
  html += conclusionHtml(copy) + tasksHtml(copy) + themesHtml(copy);
  html += paragraph(
      CopyText::tr("Ta vare på arket. Ingen endrer det som står her. Merke: %1").arg(sealMark(copy.sealHash)), "quiet");
  return html;
}

// Letters that stand a hair apart are not joined: a drawn "ff" or "ft" would not be found when the PDF is searched.
QFont searchableFont() {
  QFont font;
  font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
  return font;
}

} // namespace

QString sealMark(const std::string& hash) {
  return QString::fromStdString(hash).left(16);
}

Result<Bytes> drawClientCopy(const ClientCopy& copy) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(20, 18, 20, 18), QPageLayout::Millimeter);
    writer.setTitle(CopyText::tr("Min kartlegging"));
    QTextDocument document;
    document.setDefaultFont(searchableFont());
    document.setDefaultStyleSheet(QLatin1String(kStyle));
    document.setHtml(pageHtml(copy));
    document.print(&writer);
  }
  if (bytes.isEmpty())
    return Status::internal("the PDF is empty");
  return Bytes(bytes.constData(), static_cast<size_t>(bytes.size()));
}

} // namespace veikart::documents
