// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/questionnaire.h"
#include "app/viewmodels/mapping/paper_copy.h"
#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"

#include <QObject>
#include <QQmlEngine>

namespace veikart::ui {

// A mapping to read: its layers side by side, theme by theme, the conclusion, and what came after the confirmation.
// Nothing can be changed here; the client's own counsellors can print it when the client asks. Used by counsellors and,
// after a stated need, by supervisors. GUI thread.
class MappingReaderViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString over READ over NOTIFY changed FINAL)
  Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
  Q_PROPERTY(QString firstName READ firstName NOTIFY changed FINAL)
  Q_PROPERTY(QString formNotice READ formNotice NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::RowModel* conclusion READ conclusion CONSTANT FINAL) // label, text, isCounsellors
  Q_PROPERTY(veikart::ui::RowModel* answers READ answers CONSTANT
                 FINAL) // theme (first of each only), question, how, clientAnswer,
                        // clientText, jointAnswer, jointText, jointBy, comment, commentBy
  // What came after the confirmation: question, answer, by ("Kari Moen, i dag"), origin (0 the client's, 1 together,
  // 2 the counsellor's, 3 the conclusion's).
  Q_PROPERTY(veikart::ui::RowModel* late READ late CONSTANT FINAL)
  Q_PROPERTY(QString disagreement READ disagreement NOTIFY changed FINAL)
  Q_PROPERTY(QString noTaskReason READ noTaskReason NOTIFY changed FINAL) // why no task was agreed; empty: one was
  Q_PROPERTY(QString seal READ seal NOTIFY changed FINAL)
  Q_PROPERTY(bool canPrint READ canPrint NOTIFY changed FINAL)
  Q_PROPERTY(bool isPrinting READ isPrinting NOTIFY changed FINAL)
  Q_PROPERTY(QString paperText READ paperText NOTIFY changed FINAL) // what became of the paper; empty before
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
  MappingReaderViewModel(AppContext& context, PaperCopy& paper);

  QString over() const { return m_over; }
  QString name() const { return m_name; }
  QString firstName() const { return m_firstName; }
  QString formNotice() const { return m_formNotice; }
  RowModel* conclusion() { return &m_conclusion; }
  RowModel* answers() { return &m_answers; }
  RowModel* late() { return &m_late; }
  QString disagreement() const { return m_disagreement; }
  QString noTaskReason() const { return m_noTaskReason; }
  QString seal() const { return m_seal; }
  bool canPrint() const { return m_canPrint; }
  bool isPrinting() const { return m_isPrinting; }
  QString paperText() const { return m_paperText; }
  QString message() const { return m_message; }

  Q_INVOKABLE void printPaper(); // only when the client asks for it
  Q_INVOKABLE void back();

signals:
  void changed();

private:
  struct Content;
  void load();
  void show(const Content& content);
  static QList<RowModel::Row> answerRows(const forms::Questionnaire& form, const Content& content, int64_t now);
  static QList<RowModel::Row> lateRows(const forms::Questionnaire& form, const Content& content, int64_t now);

  AppContext& m_context;
  PaperCopy& m_paper;
  RowModel m_conclusion, m_answers, m_late;
  QString m_over, m_name, m_firstName, m_formNotice, m_disagreement, m_noTaskReason, m_seal, m_paperText, m_message;
  bool m_canPrint = false, m_isPrinting = false;
};

} // namespace veikart::ui
