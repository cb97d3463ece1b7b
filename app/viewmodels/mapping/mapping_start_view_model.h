// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/questionnaire.h"
#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/device_folder.h"

#include <QJsonObject>
#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace veikart::ui {

// The start of a mapping: first what the counsellor settles (offer or requirement, who, where, which view, what can
// follow), then what the client is told, with "Nei takk" as a real answer that may be thought over. GUI thread.
class MappingStartViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
  Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
  Q_PROPERTY(QString counsellorName READ counsellorName NOTIFY changed FINAL)
  Q_PROPERTY(QString formNotice READ formNotice NOTIFY changed FINAL)
  Q_PROPERTY(QString earlierMapping READ earlierMapping NOTIFY changed FINAL) // empty: none
  Q_PROPERTY(QString conductorNote READ conductorNote NOTIFY changed FINAL)   // when not the client's own counsellor
  Q_PROPERTY(QString resumeNote READ resumeNote NOTIFY changed FINAL)         // when answers are there from before
  // That another client's answers are to be fetched first; empty: none are.
  Q_PROPERTY(QString waitingAnswers READ waitingAnswers NOTIFY changed FINAL)
  Q_PROPERTY(bool isRequirement MEMBER m_isRequirement NOTIFY changed FINAL)
  Q_PROPERTY(QString othersPresent MEMBER m_othersPresent NOTIFY changed FINAL)
  Q_PROPERTY(bool hasInterpreter MEMBER m_hasInterpreter NOTIFY changed FINAL)
  Q_PROPERTY(bool interpreterIsChild MEMBER m_interpreterIsChild NOTIFY changed FINAL)
  Q_PROPERTY(QString interpreterName MEMBER m_interpreterName NOTIFY changed FINAL)
  Q_PROPERTY(QString interpreterLanguage MEMBER m_interpreterLanguage NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> placeChoices READ placeChoices CONSTANT FINAL)
  Q_PROPERTY(int place MEMBER m_place NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> basisChoices READ basisChoices CONSTANT FINAL)
  Q_PROPERTY(int basis MEMBER m_basis NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> targetGroupChoices READ targetGroupChoices CONSTANT FINAL)
  Q_PROPERTY(int targetGroup MEMBER m_targetGroup NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> viewChoices READ viewChoices NOTIFY changed FINAL)
  Q_PROPERTY(int view MEMBER m_view NOTIFY changed FINAL)
  Q_PROPERTY(QString viewSize READ viewSize NOTIFY changed FINAL) // "Opptil 86 spørsmål"
  Q_PROPERTY(bool waitsForMeasure MEMBER m_waitsForMeasure NOTIFY changed FINAL)
  Q_PROPERTY(QString measureInSight MEMBER m_measureInSight NOTIFY changed FINAL)
  Q_PROPERTY(int mode MEMBER m_mode NOTIFY changed FINAL)     // 0 alone, 1 read aloud, 2 together
  Q_PROPERTY(Field missing READ missing NOTIFY changed FINAL) // what stands in the way, once it was asked for
  Q_PROPERTY(QString missingText READ missingText NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL) // of the page as a whole
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)

public:
  enum Step { SetUp, Purpose, Declining };
  Q_ENUM(Step)
  enum Field { Nothing, Interpreter, InterpreterLanguage, Basis, Measure };
  Q_ENUM(Field)

  MappingStartViewModel(AppContext& context, DeviceFolder folder);

  Step step() const { return m_step; }
  QString clientName() const { return m_clientName; }
  QString counsellorName() const { return QString::fromStdString(m_context.user.firstName); }
  QString formNotice() const;
  QString earlierMapping() const { return m_earlierMapping; }
  QString conductorNote() const { return m_conductorNote; }
  QString resumeNote() const { return m_resumeNote; }
  QString waitingAnswers() const;
  QStringList placeChoices() const;
  QStringList basisChoices() const;
  QStringList targetGroupChoices() const;
  QStringList viewChoices() const;
  QString viewSize() const;
  Field missing() const { return m_isChecked ? firstMissing() : Nothing; }
  QString missingText() const;
  QString message() const { return m_message; }
  bool isBusy() const { return m_isBusy; }

  Q_INVOKABLE void goToPurpose();
  Q_INVOKABLE void backToSetUp();
  Q_INVOKABLE void refuse();                // "Nei takk": nothing is kept yet
  Q_INVOKABLE void reconsider();            // "Jeg ombestemte meg"
  Q_INVOKABLE void decline();               // the no is kept, and nothing (more) is asked
  Q_INVOKABLE void begin(double textScale); // "Jeg forstår. Begynn": hands the tablet over
  Q_INVOKABLE void readEarlier();           // the mapping that earlierMapping speaks of
  Q_INVOKABLE void fetchWaiting();          // the answers that waitingAnswers speaks of; keeps what is chosen
  Q_INVOKABLE void cancel();                // what is chosen stands when this set-up is opened next, before another

signals:
  void changed();
  void missed(); // asked to go on while something is missing

private:
  struct Content;

  void follow();
  void load();
  void useForm(const forms::Questionnaire& form);
  void show(const store::CaseOverview& overview);
  void continueWith(const casework::Mapping& mapping);
  Field firstMissing() const; // in the set-up, in the order of the page
  casework::Mapping mapping(casework::MappingState state, bool acknowledged) const;

  AppContext& m_context;
  DeviceFolder m_folder;
  Uuid m_caseId;
  Uuid m_mappingId; // nil until the mapping is first saved
  int64_t m_startedAt = 0;
  Step m_step = SetUp;
  const forms::Questionnaire* m_form = nullptr; // a shipped one, read when the page first comes up
  std::vector<forms::View> m_views;             // those to be filled in
  Uuid m_earlierMappingId;
  QJsonObject m_left;       // what is chosen in a set-up that was cancelled
  bool m_isReading = false; // it, and comes back
  QString m_clientName, m_earlierMapping, m_conductorNote, m_resumeNote;
  QString m_obstacle; // why the mapping can't go on here
  QString m_othersPresent, m_interpreterName, m_interpreterLanguage, m_measureInSight, m_message;
  bool m_isRequirement = false, m_hasInterpreter = false, m_interpreterIsChild = false, m_waitsForMeasure = false;
  int m_place = 0, m_basis = -1, m_targetGroup = -1, m_view = 0, m_mode = 0;
  bool m_othersWait = false; // another client's answers, to be fetched
  bool m_isChecked = false;  // somebody has asked to go on
  bool m_isBusy = false;
  bool m_isLoaded = false;
};

} // namespace veikart::ui
