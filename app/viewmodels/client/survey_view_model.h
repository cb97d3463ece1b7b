// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/survey.h"
#include "app/viewmodels/client/answer_queue.h"
#include "app/viewmodels/shared/client_brief.h"
#include "app/viewmodels/shared/rest_timer.h"
#include "app/viewmodels/shared/row_model.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace veikart::ui {

// The client's survey, one question at a time. What is chosen is saved at once, what is typed after a short rest and
// when the page is left; the next question shows only after everything said so far is durable. GUI thread.
class SurveyViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by main.cpp")
  Q_PROPERTY(Stage stage READ stage NOTIFY changed FINAL)
  Q_PROPERTY(QString clientName READ clientName CONSTANT FINAL)
  Q_PROPERTY(QString counsellorName READ counsellorName CONSTANT FINAL)
  Q_PROPERTY(bool isAlone READ isAlone CONSTANT FINAL) // fills in; else the counsellor reads or writes
  Q_PROPERTY(QString formNotice READ formNotice CONSTANT FINAL)
  Q_PROPERTY(bool isResumed READ isResumed CONSTANT FINAL)
  // The question.
  Q_PROPERTY(QString themeTitle READ themeTitle NOTIFY changed FINAL)
  Q_PROPERTY(QString themesLeftText READ themesLeftText NOTIFY changed FINAL)
  Q_PROPERTY(QString intro READ intro NOTIFY changed FINAL) // on a theme's first page
  Q_PROPERTY(bool canSkipTheme READ canSkipTheme NOTIFY changed FINAL)
  Q_PROPERTY(QString question READ question NOTIFY changed FINAL)
  Q_PROPERTY(QString roundText READ roundText NOTIFY changed FINAL) // "Person 2", and how to end
  Q_PROPERTY(QString reason READ reason NOTIFY changed FINAL)
  Q_PROPERTY(bool showsReason READ showsReason NOTIFY changed FINAL)
  Q_PROPERTY(Input input READ input NOTIFY changed FINAL)
  Q_PROPERTY(bool isMultiple READ isMultiple NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::RowModel* options READ options CONSTANT FINAL) // label, isChosen
  Q_PROPERTY(veikart::ui::RowModel* states READ states CONSTANT FINAL) // label, isChosen: "Vet ikke", "Vil ikke svare"
  Q_PROPERTY(QString hint READ hint NOTIFY changed FINAL)              // how it may be typed
  Q_PROPERTY(QString typed READ typed NOTIFY questionChanged FINAL)
  Q_PROPERTY(bool asksForOther READ asksForOther NOTIFY changed FINAL) // "Noe annet" is chosen
  Q_PROPERTY(QString other READ other NOTIFY questionChanged FINAL)
  Q_PROPERTY(bool canSayMore READ canSayMore NOTIFY changed FINAL)
  Q_PROPERTY(bool saysMore READ saysMore NOTIFY changed FINAL)
  Q_PROPERTY(QString more READ more NOTIFY questionChanged FINAL)
  Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed FINAL)
  Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
  Q_PROPERTY(QString savedText READ savedText NOTIFY changed FINAL)
  // The end.
  Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
  Q_PROPERTY(QStringList agreed READ agreed CONSTANT FINAL)
  Q_PROPERTY(bool paperWanted READ paperWanted NOTIFY changed FINAL)
  Q_PROPERTY(
      veikart::ui::RowModel* review READ review CONSTANT FINAL) // theme (first of each only), question, answer, more

public:
  enum Stage { Welcome, Question, Paused, Finished, Review, GivenBack };
  Q_ENUM(Stage)
  enum Input { Choice, Text, Line, Number, Date };
  Q_ENUM(Input)

  // `answers` is what `store` holds; `store` becomes this view model's. `returnToCounsellor` replaces the process.
  SurveyViewModel(std::unique_ptr<store::SessionStore> store, forms::Answers answers, const forms::Questionnaire& form,
                  forms::Survey survey, const ClientBrief& brief, std::function<void()> returnToCounsellor);
  ~SurveyViewModel() override; // keeps what was typed last, as when the window is closed

  Stage stage() const { return m_stage; }
  QString clientName() const { return m_clientName; }
  QString counsellorName() const { return m_counsellorName; }
  bool isAlone() const { return m_mode == forms::AnswerMode::Alone; }
  QString formNotice() const;
  bool isResumed() const { return m_isResumed; }
  QString themeTitle() const;
  QString themesLeftText() const;
  QString intro() const;
  bool canSkipTheme() const { return m_page && m_page->firstOfTheme; }
  QString question() const;
  QString roundText() const;
  QString reason() const;
  bool showsReason() const { return m_showsReason; }
  Input input() const;
  bool isMultiple() const { return m_page && m_page->item->repeats; }
  RowModel* options() { return &m_options; }
  RowModel* states() { return &m_states; }
  QString hint() const;
  QString typed() const;
  bool asksForOther() const;
  QString other() const;
  bool canSayMore() const { return m_page && forms::isCoded(*m_page->item); }
  bool saysMore() const { return m_saysMore; }
  QString more() const;
  bool canGoBack() const;
  QString problem() const;
  QString savedText() const;
  QString summary() const;
  QStringList agreed() const { return m_agreed; }
  bool paperWanted() const;
  RowModel* review() { return &m_review; }

  Q_INVOKABLE void begin();
  Q_INVOKABLE void choose(int option);
  Q_INVOKABLE void chooseState(int state);
  Q_INVOKABLE void write(const QString& text);
  Q_INVOKABLE void writeOther(const QString& text);
  Q_INVOKABLE void writeMore(const QString& text);
  Q_INVOKABLE void sayMore();
  Q_INVOKABLE void toggleReason();
  Q_INVOKABLE void next();
  Q_INVOKABLE void back();
  Q_INVOKABLE void skipTheme();
  Q_INVOKABLE void pause();
  Q_INVOKABLE void resume();
  Q_INVOKABLE void lookOver();          // all answers as a list
  Q_INVOKABLE void goTo(int reviewRow); // to change that answer
  Q_INVOKABLE void closeReview();
  Q_INVOKABLE void wantPaper(bool isWanted);
  Q_INVOKABLE void giveBack();
  Q_INVOKABLE void unlock(); // back to the counsellor's process

signals:
  void changed();
  void questionChanged(); // fields take their text anew
  void pageShown();       // another question: focus and scrolling begin anew

private:
  void show(std::optional<forms::SurveyPage> page); // none: the end
  void finish();
  void showChoices();
  void showReview();
  void setStage(Stage stage);
  forms::Answer answerTo(const std::string& key) const;
  void save(const std::string& key, const forms::Answer& answer);
  void restThenSave();
  void saveTyped();
  void saveAnswerTyped();
  void saveOther();
  void saveMore();
  void forgetTyped();
  bool asksForAnswer() const;
  void leaveTabletThen(std::function<void()> go);
  void keepMisfit();
  void leaveThen(std::function<void()> go);     // saves what is typed; goes on when all of it is durable
  void leavePageThen(std::function<void()> go); // and fits the question
  void goOnIfSaved();

  AnswerQueue m_queue;
  const forms::Questionnaire& m_form;
  forms::Survey m_survey;
  forms::Answers m_answers; // as on the page; m_queue knows which of them are not on the disk yet
  forms::AnswerMode m_mode;
  QString m_clientName, m_counsellorName;
  QStringList m_agreed;
  std::function<void()> m_returnToCounsellor;
  bool m_isResumed = false;

  Stage m_stage = Welcome;
  std::optional<forms::SurveyPage> m_page;
  RowModel m_options, m_states, m_review;
  std::vector<forms::SurveyPage> m_reviewPages;
  std::optional<QString> m_typed, m_other, m_more; // written since the last save
  bool m_showsReason = false;
  bool m_saysMore = false;
  bool m_isReviewing = false; // an answer is being changed from the list; next leads back to it
  QString m_misfit;           // what does not fit the question of the page, in words
  bool m_isHeld = false;      // "Neste" was pressed without the answer that the page needs

  RestTimer m_rest;
  std::function<void()> m_goOn; // waits for the last save
};

} // namespace veikart::ui
