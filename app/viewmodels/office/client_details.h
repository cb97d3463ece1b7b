// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

#include <functional>

namespace veikart::ui {

// A client's details in the fields where they are written. Real national identity numbers are refused, and one that
// another case has is pointed out. Owned by the page's view model. GUI thread.
class ClientDetails final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString firstName MEMBER m_firstName NOTIFY changed FINAL)
  Q_PROPERTY(QString lastName MEMBER m_lastName NOTIFY changed FINAL)
  Q_PROPERTY(QString nationalId READ nationalId WRITE setNationalId NOTIFY changed FINAL)
  Q_PROPERTY(QString phone MEMBER m_phone NOTIFY changed FINAL)
  Q_PROPERTY(QString language MEMBER m_language NOTIFY changed FINAL)
  // Index into interpreterChoices; -1 for one that this version does not know.
  Q_PROPERTY(int interpreter MEMBER m_interpreter NOTIFY changed FINAL)
  Q_PROPERTY(QList<QString> interpreterChoices READ interpreterChoices CONSTANT FINAL)
  // What is wrong with each field, from the first try to save until it is mended.
  Q_PROPERTY(QString firstNameError READ firstNameError NOTIFY changed FINAL)
  Q_PROPERTY(QString lastNameError READ lastNameError NOTIFY changed FINAL)
  Q_PROPERTY(QString phoneError READ phoneError NOTIFY changed FINAL)
  Q_PROPERTY(QString languageError READ languageError NOTIFY changed FINAL)
  Q_PROPERTY(QString nationalIdError READ nationalIdError NOTIFY changed FINAL)
  Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)                    // while it is not, nothing can be written
  Q_PROPERTY(QString sameNationalId READ sameNationalId NOTIFY changed FINAL) // who has the number already; or empty
  Q_PROPERTY(bool canOpenOther READ canOpenOther NOTIFY changed FINAL)        // the case that has it

public:
  explicit ClientDetails(AppContext& context) : m_context(context) {}

  QStringList interpreterChoices() const;
  QString firstNameError() const;
  QString lastNameError() const;
  QString phoneError() const;
  QString languageError() const;
  QString nationalIdError() const;
  QString nationalId() const { return m_nationalId; }
  void setNationalId(const QString& nationalId);
  bool isOpen() const { return m_isOpen; }
  QString sameNationalId() const { return m_sameNationalId; }
  bool canOpenOther() const { return !m_otherCase.isNil(); }

  Q_INVOKABLE void lookForSameNationalId();
  Q_INVOKABLE void openOther();

  // Shows the details of somebody who has that case (nil: none yet), closed. What was asked before is not answered.
  void show(const casework::Person& person, const Uuid& caseId = {});
  void setOpen(bool isOpen);
  bool check(); // whether they can be saved as they stand; else the fields say why not
  QString fullName() const;
  casework::Person person() const; // without an id
  // Goes on with `whenNone`, unless the number was changed to one that another case has.
  void lookForNumber(std::function<void()> whenNone);

signals:
  void changed();
  void lookedUp(const veikart::Status& status);

private:
  void showOther(const store::CaseloadEntry* maybeOther);

  AppContext& m_context;
  QString m_firstName, m_lastName, m_nationalId, m_phone, m_language;
  int m_interpreter = 0;
  casework::Person m_shown;
  Uuid m_caseId;
  QString m_sameNationalId;
  Uuid m_otherCase;  // nil: none, or one that the user may not see
  int m_showing = 0; // which details these are
  bool m_isOpen = false;
  bool m_wasChecked = false;
};

} // namespace veikart::ui
