// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/documents/client_copy.h"

#include "app/documents/answer_text.h"
#include "app/documents/conclusion_text.h"
#include "app/documents/paper.h"

#include <QCoreApplication>

namespace veikart::documents {

namespace {

class CopyText {
  Q_DECLARE_TR_FUNCTIONS(ClientCopy)
};

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
  html += practiceNotice();
  html += paragraph(escaped(copy.form->notice()), "quiet");
  html += conclusionHtml(copy) + tasksHtml(copy) + themesHtml(copy);
  html += paragraph(
      CopyText::tr("Ta vare på arket. Ingen endrer det som står her. Merke: %1").arg(sealMark(copy.sealHash)), "quiet");
  return html;
}

} // namespace

QString sealMark(const std::string& hash) {
  return QString::fromStdString(hash).left(16);
}

Result<Bytes> drawClientCopy(const ClientCopy& copy) {
  return drawPaper(CopyText::tr("Min kartlegging"), pageHtml(copy));
}

} // namespace veikart::documents
