// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/draft_keeper.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace veikart::ui {

// A new client and case, made without a network. Real national identity numbers are refused. What is written is kept as
// a draft until it is saved or discarded. GUI thread.
class NewClientViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString firstName MEMBER m_firstName NOTIFY changed FINAL)
  Q_PROPERTY(QString lastName MEMBER m_lastName NOTIFY changed FINAL)
  Q_PROPERTY(QString nationalId MEMBER m_nationalId NOTIFY changed FINAL)
  Q_PROPERTY(QString phone MEMBER m_phone NOTIFY changed FINAL)
  Q_PROPERTY(QString language MEMBER m_language NOTIFY changed FINAL)
  Q_PROPERTY(int interpreter MEMBER m_interpreter NOTIFY changed FINAL) // index into interpreterChoices
  Q_PROPERTY(QList<QString> interpreterChoices READ interpreterChoices CONSTANT FINAL)
  Q_PROPERTY(QString nameError READ nameError NOTIFY changed FINAL)
  Q_PROPERTY(QString nationalIdError READ nationalIdError NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(QString draftText READ draftText NOTIFY changed FINAL)     // of a draft that was taken up; empty: none
  Q_PROPERTY(QString networkText READ networkText NOTIFY changed FINAL) // what the client can be checked against
  Q_PROPERTY(QString sameNationalId READ sameNationalId NOTIFY changed FINAL) // who has the number already; or empty
  Q_PROPERTY(bool canOpenOther READ canOpenOther NOTIFY changed FINAL)        // the case that has it
  Q_PROPERTY(QString sameName READ sameName NOTIFY changed FINAL) // "Mulig samme person: …"; empty when none

public:
  NewClientViewModel(AppContext& context, SyncViewModel& sync);
  ~NewClientViewModel() override { m_keeper.leave(); }

  QStringList interpreterChoices() const;
  QString nameError() const { return m_nameError; }
  QString nationalIdError() const { return m_nationalIdError; }
  QString message() const { return m_message; }
  QString draftText() const { return m_draftText; }
  QString networkText() const;
  QString sameNationalId() const { return m_sameNationalId; }
  bool canOpenOther() const { return !m_otherCase.isNil(); }
  QString sameName() const { return m_sameName; }

  Q_INVOKABLE void save();       // not while another case has the national id
  Q_INVOKABLE void saveAnyway(); // though it has
  Q_INVOKABLE void openOther();
  Q_INVOKABLE void lookForSameNationalId();
  Q_INVOKABLE void lookForSameName();
  Q_INVOKABLE void close();   // what was written stays as a draft
  Q_INVOKABLE void discard(); // begins anew

signals:
  void changed();

private:
  void begin();
  void show(std::optional<DraftKeeper::Draft> draft);
  bool check();
  casework::Person person() const;
  void lookForOther(const std::string& digits, std::function<void()> whenNone);
  void showOther(const store::CaseloadEntry* maybeOther);
  void create();

  AppContext& m_context;
  SyncViewModel& m_sync;
  QString m_firstName, m_lastName, m_nationalId, m_phone, m_language;
  int m_interpreter = 0;
  QString m_nameError, m_nationalIdError, m_message, m_draftText, m_sameName, m_sameNationalId;
  Uuid m_otherCase; // nil: none, or one that the user may not see
  bool m_isSaving = false;
  DraftKeeper m_keeper;
};

} // namespace veikart::ui
