// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/uuid.h"

#include <QObject>
#include <QQmlEngine>
#include <QVector>

namespace veikart::ui {

// Which page is shown, and about whom. The window binds to `page`; view models open themselves when theirs comes up.
// GUI thread.
class Navigator : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(Page page READ page NOTIFY changed FINAL)

public:
  enum Page {
    CannotStart, // the folder of the store is not to be had
    Leaving,     // nothing: the next process takes this one's place
    Joining,     // somebody's first time on the tablet
    Unlock,
    ChooseUser,   // of several on one tablet
    LeaseOver,    // the office has not been heard of for too long
    ShutOut,      // the office has revoked this device; from here on somebody has unlocked
    Caseload,     // at the office
    Appointments, // away from it: the next appointment alone
    NewClient,
    CasePage,
    EditClient,
    Emergency,  // a colleague's case
    CaseAccess, // who has the case
    CaseAudit,  // who has seen it
    Attachments,
    MappingStart,
    TabletReturned, // an unfinished handing over was found at unlocking
    Conversation,
    Conclusion,
    Confirm,
    MappingReader, // a sealed mapping, read only
    LogContact,
    TwoVersions, // what two people wrote without seeing each other
    LateWrites,  // what came of a case that was closed to its writer
    Unsent,      // what the office does not have yet
    Supervisor,
    Settings,
    ChangeLock,
  };
  Q_ENUM(Page)

  Page page() const { return m_current.page; }
  bool isUnlocked() const { return m_current.page > ShutOut; }
  const Uuid& caseId() const { return m_current.caseId; }
  const Uuid& mappingId() const { return m_current.mappingId; }

  // Goes on to a page; back() returns from it.
  void go(Page page, const Uuid& caseId = {}, const Uuid& mappingId = {});
  // Goes to a page from which nothing leads back (start pages, after a step that can't be undone).
  void restart(Page page, const Uuid& caseId = {}, const Uuid& mappingId = {});
  Q_INVOKABLE void back();

signals:
  void changed();

private:
  struct Place {
    Page page = Unlock;
    Uuid caseId;
    Uuid mappingId;
  };
  Place m_current;
  QVector<Place> m_trail;
};

} // namespace veikart::ui
