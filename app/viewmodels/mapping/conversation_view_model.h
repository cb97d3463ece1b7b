// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/mapping/conversation.h"
#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/device_folder.h"
#include "app/viewmodels/shared/row_model.h"

#include <QObject>
#include <QQmlEngine>

#include <functional>
#include <optional>

namespace veikart::ui {

// The conversation about the answers, theme by theme, in three layers that never mix: what the client answered, what
// stands after the talk (same alternatives, or a sentence written together), the counsellor's comment. The themes and
// questions are those of the mapping's view and what was answered besides. GUI thread.
class ConversationViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::RowModel* themes READ themes CONSTANT FINAL) // linkId, title, state, isCurrent, needsReading
  Q_PROPERTY(veikart::ui::RowModel* items READ items CONSTANT
                 FINAL) // key, question, how, clientAnswer, clientText, jointAnswer,
                        // jointText, comment, options, selected, isMultiple, jointBy, commentBy
  Q_PROPERTY(QString themeTitle READ themeTitle NOTIFY changed FINAL)
  Q_PROPERTY(
      QString nextText READ nextText NOTIFY changed FINAL) // "Neste: Alkohol og andre rusmidler", "Til konklusjonen"
  Q_PROPERTY(bool hasPrevious READ hasPrevious NOTIFY changed FINAL)
  Q_PROPERTY(bool showsAllFields READ showsAllFields NOTIFY changed FINAL)
  // Of the open theme's sensitive words that nobody has read; else empty.
  Q_PROPERTY(QString unreadNotice READ unreadNotice NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(QString savedText READ savedText NOTIFY changed FINAL)

public:
  ConversationViewModel(AppContext& context, const DeviceFolder& folder);

  QString clientName() const { return m_clientName; }
  RowModel* themes() { return &m_themes; }
  RowModel* items() { return &m_items; }
  QString themeTitle() const;
  QString nextText() const;
  bool hasPrevious() const { return m_conversation && position() > 0; }
  bool showsAllFields() const { return m_showsAllFields; }
  QString unreadNotice() const;
  QString message() const { return m_message.isEmpty() ? m_editor.problem() : m_message; }
  QString savedText() const;

  // The same alternatives as the client had; choosing the one that is chosen takes it back.
  Q_INVOKABLE void chooseTogether(const QString& key, int option);
  Q_INVOKABLE void writeTogether(const QString& key, const QString& text);
  Q_INVOKABLE void comment(const QString& key, const QString& text);
  Q_INVOKABLE void openTheme(int index);
  Q_INVOKABLE void next();
  Q_INVOKABLE void markRead(); // "Lest"; then on to the conclusion, if unread words were what stood in the way
  Q_INVOKABLE void previous();
  Q_INVOKABLE void showAllFields(bool shows);
  Q_INVOKABLE void seeDifferently();                // "Vi ser det ulikt": on to where both views are written
  Q_INVOKABLE void finish();                        // to the conclusion, unless sensitive words are unread
  Q_INVOKABLE void letClientGoOn(double textScale); // hands the tablet over once more, with the answers so far
  Q_INVOKABLE void leave();                         // to the case; shows sensitive words that are unread first

signals:
  void changed();
  void ledToUnread();                             // to a theme, which may have been open before
  void leavesForConclusion(const QString& field); // where to begin in it; empty: at its start

private:
  struct Layers;
  struct Onward {
    QString field; // of the conclusion
    std::function<Status(store::CaseStore&)> write;
  };

  void load();
  void show(Layers layers);
  void showTheme();
  void showThemes();
  void listThemes();
  const forms::Questionnaire& form() const;
  const Uuid& mappingId() const { return m_conversation->mapping().id; }
  bool isOpen(const Uuid& mappingId) const; // the page may have been left before an answer comes back
  QList<RowModel::Row> rowsOf(const forms::Item& theme) const;
  QString stateOf(const forms::Item& theme, bool needsReading) const;
  size_t position() const; // among the listed themes
  void open(const forms::Item& theme);
  void openByChoice(const forms::Item& theme);
  bool isThemeUnread() const;
  void markReadThen(std::function<void()> then);
  void advance();
  void conclude(const QString& field, std::function<Status(store::CaseStore&)> write);
  void goOn();       // to the conclusion: saves what was to be written before it
  bool showUnread(); // whether there was something to show
  std::vector<const forms::Item*> unread() const;

  AppContext& m_context;
  const DeviceFolder m_folder;
  LayerEditor m_editor;                       // the joint layer and the comments
  std::optional<Conversation> m_conversation; // none until it is read
  std::vector<const forms::Item*> m_listed;
  const forms::Item* m_theme = nullptr;
  Uuid m_leftMapping; // with its theme that was open last, to come back to
  std::string m_leftTheme;
  std::optional<Onward> m_onward; // what unread words stand in the way of
  RowModel m_themes, m_items;
  QString m_clientName, m_message;
  bool m_showsAllFields = false;
  bool m_isBusy = false; // something that leads on is being saved
};

} // namespace veikart::ui
