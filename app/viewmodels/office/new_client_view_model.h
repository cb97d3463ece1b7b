// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/office/client_details.h"
#include "app/viewmodels/shared/draft_keeper.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>

namespace veikart::ui {

// A new client and case, made without a network. What is written is kept as a draft until it is saved or discarded;
// what a draft says stands on no screen before it is asked for. GUI thread.
class NewClientViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(veikart::ui::ClientDetails* details READ details CONSTANT FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
  Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed FINAL) // of a draft not taken up yet; empty: none
  Q_PROPERTY(QString draftText READ draftText NOTIFY changed FINAL)     // of a draft that was taken up; empty: none
  Q_PROPERTY(QString networkText READ networkText NOTIFY changed FINAL) // what the client can be checked against
  Q_PROPERTY(QString sameName READ sameName NOTIFY changed FINAL)       // "Mulig samme person: …"; empty when none
  Q_PROPERTY(bool canOpenSameName READ canOpenSameName NOTIFY changed FINAL)

public:
  NewClientViewModel(AppContext& context, SyncViewModel& sync);
  ~NewClientViewModel() override { m_keeper.leave(); }

  ClientDetails* details() { return &m_details; }
  QString message() const { return m_message; }
  bool isSaving() const { return m_isSaving; }
  QString waitingText() const;
  QString draftText() const { return m_draftText; }
  QString networkText() const;
  QString sameName() const { return m_sameName; }
  bool canOpenSameName() const { return !m_sameNameCase.isNil(); }

  Q_INVOKABLE void save();               // not while another case has the national id, or the name
  Q_INVOKABLE void saveAnyway();         // though it has the national id
  Q_INVOKABLE void saveThoughSameName(); // though it has the name
  Q_INVOKABLE void openSameName();
  Q_INVOKABLE void lookForSameName();
  Q_INVOKABLE void continueDraft();
  Q_INVOKABLE void close();   // what was written stays as a draft
  Q_INVOKABLE void discard(); // begins anew

signals:
  void changed();

private:
  void begin();
  void open();
  void detailsChanged();
  void lookForName(std::function<void()> whenNone);
  void showSameName(const std::vector<store::CaseloadEntry>& found);
  void create();
  void finishCreating(const Status& status, const Uuid& caseId);

  AppContext& m_context;
  SyncViewModel& m_sync;
  ClientDetails m_details;
  QString m_message, m_draftText;
  QString m_sameName, m_nameLookedUp;
  Uuid m_sameNameCase; // nil: none, or one that the user may not see
  std::optional<DraftKeeper::Draft> m_waiting;
  int m_page = 0; // which coming up of the page this is; counts when it is left, too
  bool m_isSaving = false;
  DraftKeeper m_keeper;
};

} // namespace veikart::ui
