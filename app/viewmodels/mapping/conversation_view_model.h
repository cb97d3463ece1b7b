// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/survey.h"
#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"

#include <QObject>
#include <QQmlEngine>

#include <optional>

namespace veikart::ui {

// The conversation about the answers, theme by theme, in three layers that never mix: what the client answered, what
// stands after the talk (same alternatives, or a sentence written together), the counsellor's comment. GUI thread.
class ConversationViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::RowModel* themes READ themes CONSTANT FINAL) // linkId, title, state, isCurrent, needsReading
  Q_PROPERTY(veikart::ui::RowModel* items READ items CONSTANT
                 FINAL) // key, question, how, clientAnswer, clientText, jointAnswer,
                        // jointText, comment, options, selected, isMultiple
  Q_PROPERTY(QString themeTitle READ themeTitle NOTIFY changed FINAL)
  Q_PROPERTY(
      QString nextText READ nextText NOTIFY changed FINAL) // "Neste: Alkohol og andre rusmidler", "Til konklusjonen"
  Q_PROPERTY(bool hasPrevious READ hasPrevious NOTIFY changed FINAL)
  Q_PROPERTY(bool showsAllFields READ showsAllFields NOTIFY changed FINAL)
  Q_PROPERTY(QString unreadNotice READ unreadNotice NOTIFY changed FINAL) // sensitive words nobody has read; or empty
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(QString savedText READ savedText NOTIFY changed FINAL)

public:
  explicit ConversationViewModel(AppContext& context);

  QString clientName() const { return m_clientName; }
  RowModel* themes() { return &m_themes; }
  RowModel* items() { return &m_items; }
  QString themeTitle() const;
  QString nextText() const;
  bool hasPrevious() const { return m_theme > 0; }
  bool showsAllFields() const { return m_showsAllFields; }
  QString unreadNotice() const { return m_unreadNotice; }
  QString message() const { return m_message; }
  QString savedText() const;

  Q_INVOKABLE void chooseTogether(const QString& key, int option); // same alternatives as the client had
  Q_INVOKABLE void writeTogether(const QString& key, const QString& text);
  Q_INVOKABLE void comment(const QString& key, const QString& text);
  Q_INVOKABLE void openTheme(int index);
  Q_INVOKABLE void next();
  Q_INVOKABLE void previous();
  Q_INVOKABLE void showAllFields(bool shows);
  Q_INVOKABLE void seeDifferently(); // "Vi ser det ulikt": on to where both views are written
  Q_INVOKABLE void finish();         // to the conclusion, unless sensitive words are unread
  Q_INVOKABLE void leave();

signals:
  void changed();

private:
  struct Layers;

  void load();
  void show(Layers layers);
  void showTheme();
  void showThemes();
  RowModel::Row rowOf(const forms::Item& item, const std::string& key) const;
  QString stateOf(const forms::Item& theme) const;
  void save(casework::Layer layer, const std::string& key, const forms::Answer& answer);
  void markRead(std::function<void()> then);
  std::vector<std::string> unread() const;
  const std::vector<forms::Item>& allThemes() const;
  const forms::Item* itemOf(const std::string& key) const;

  AppContext& m_context;
  std::optional<forms::Survey> m_survey;
  casework::Mapping m_mapping;
  forms::Answers m_client;
  store::LayerAnswers m_clientLayer, m_joint, m_comments;
  std::vector<std::string> m_readThemes;
  RowModel m_themes, m_items;
  QString m_clientName, m_unreadNotice, m_message;
  int m_theme = 0;
  bool m_showsAllFields = false;
  bool m_isLoaded = false;
};

} // namespace veikart::ui
