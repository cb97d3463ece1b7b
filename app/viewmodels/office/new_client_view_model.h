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
// a draft until it is saved or discarded; what a draft says stands on no screen before it is asked for. GUI thread.
class NewClientViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString firstName READ firstName WRITE setFirstName NOTIFY changed FINAL)
  Q_PROPERTY(QString lastName READ lastName WRITE setLastName NOTIFY changed FINAL)
  Q_PROPERTY(QString nationalId READ nationalId WRITE setNationalId NOTIFY changed FINAL)
  Q_PROPERTY(QString phone MEMBER m_phone NOTIFY changed FINAL)
  Q_PROPERTY(QString language MEMBER m_language NOTIFY changed FINAL)
  Q_PROPERTY(int interpreter MEMBER m_interpreter NOTIFY changed FINAL) // index into interpreterChoices
  Q_PROPERTY(QList<QString> interpreterChoices READ interpreterChoices CONSTANT FINAL)
  // What is wrong with each field, from the first try to save until it is mended.
  Q_PROPERTY(QString firstNameError READ firstNameError NOTIFY changed FINAL)
  Q_PROPERTY(QString lastNameError READ lastNameError NOTIFY changed FINAL)
  Q_PROPERTY(QString phoneError READ phoneError NOTIFY changed FINAL)
  Q_PROPERTY(QString languageError READ languageError NOTIFY changed FINAL)
  Q_PROPERTY(QString nationalIdError READ nationalIdError NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL) // before it nothing can be written
  Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
  Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed FINAL) // of a draft not taken up yet; empty: none
  Q_PROPERTY(QString draftText READ draftText NOTIFY changed FINAL)     // of a draft that was taken up; empty: none
  Q_PROPERTY(QString networkText READ networkText NOTIFY changed FINAL) // what the client can be checked against
  Q_PROPERTY(QString sameNationalId READ sameNationalId NOTIFY changed FINAL) // who has the number already; or empty
  Q_PROPERTY(bool canOpenOther READ canOpenOther NOTIFY changed FINAL)        // the case that has it
  Q_PROPERTY(QString sameName READ sameName NOTIFY changed FINAL) // "Mulig samme person: …"; empty when none
  Q_PROPERTY(bool canOpenSameName READ canOpenSameName NOTIFY changed FINAL)

public:
  NewClientViewModel(AppContext& context, SyncViewModel& sync);
  ~NewClientViewModel() override { m_keeper.leave(); }

  QStringList interpreterChoices() const;
  QString firstNameError() const;
  QString lastNameError() const;
  QString phoneError() const;
  QString languageError() const;
  QString nationalIdError() const;
  QString message() const { return m_message; }
  QString firstName() const { return m_firstName; }
  void setFirstName(const QString& name) { setName(m_firstName, name); }
  QString lastName() const { return m_lastName; }
  void setLastName(const QString& name) { setName(m_lastName, name); }
  QString nationalId() const { return m_nationalId; }
  void setNationalId(const QString& nationalId);
  bool isOpen() const { return m_isOpen; }
  bool isSaving() const { return m_isSaving; }
  QString waitingText() const;
  QString draftText() const { return m_draftText; }
  QString networkText() const;
  QString sameNationalId() const { return m_sameNationalId; }
  bool canOpenOther() const { return !m_otherCase.isNil(); }
  QString sameName() const { return m_sameName; }
  bool canOpenSameName() const { return !m_sameNameCase.isNil(); }

  Q_INVOKABLE void save();               // not while another case has the national id, or the name
  Q_INVOKABLE void saveAnyway();         // though it has the national id
  Q_INVOKABLE void saveThoughSameName(); // though it has the name
  Q_INVOKABLE void openOther();
  Q_INVOKABLE void openSameName();
  Q_INVOKABLE void lookForSameNationalId();
  Q_INVOKABLE void lookForSameName();
  Q_INVOKABLE void continueDraft();
  Q_INVOKABLE void close();   // what was written stays as a draft
  Q_INVOKABLE void discard(); // begins anew

signals:
  void changed();

private:
  void begin();
  void open();
  bool check();
  bool canLook() const;
  bool isMine(const store::CaseloadEntry& entry) const;
  void setName(QString& name, const QString& text);
  QString fullName() const;
  casework::Person person() const;
  void lookForNumber(std::function<void()> whenNone);
  void lookForOther(const std::string& digits, std::function<void()> whenNone);
  void lookForName(std::function<void()> whenNone);
  void showSameName(const std::vector<store::CaseloadEntry>& found);
  void showOther(const store::CaseloadEntry* maybeOther);
  void create();
  void finishCreating(const Status& status, const Uuid& caseId);

  AppContext& m_context;
  SyncViewModel& m_sync;
  QString m_firstName, m_lastName, m_nationalId, m_phone, m_language;
  int m_interpreter = 0;
  QString m_message, m_draftText, m_sameName, m_sameNationalId;
  Uuid m_otherCase, m_sameNameCase; // nil: none, or one that the user may not see
  std::optional<DraftKeeper::Draft> m_waiting;
  int m_page = 0; // which coming up of the page this is; counts when it is left, too
  bool m_isOpen = false, m_isSaving = false;
  bool m_wasChecked = false;
  DraftKeeper m_keeper;
};

} // namespace veikart::ui
