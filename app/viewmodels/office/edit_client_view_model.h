// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/office/client_details.h"
#include "app/viewmodels/shared/draft_keeper.h"
#include "app/viewmodels/shared/error_text.h"

#include <QObject>
#include <QQmlEngine>

namespace veikart::ui {

// The details of a case's client, to be corrected. Only what was changed on the page is written. Changes are kept as a
// draft until they are saved or discarded. GUI thread.
class EditClientViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(veikart::ui::ClientDetails* details READ details CONSTANT FINAL)
  Q_PROPERTY(QString name READ name NOTIFY changed FINAL) // as it was when the page came up
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
  Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
  Q_PROPERTY(QString draftText READ draftText NOTIFY changed FINAL) // of a draft that was taken up; empty: none

public:
  explicit EditClientViewModel(AppContext& context);
  ~EditClientViewModel() override { m_keeper.leave(); }

  ClientDetails* details() { return &m_details; }
  QString name() const { return m_name; }
  QString message() const { return m_message; }
  bool isSaving() const { return m_isSaving; }
  QString draftText() const { return m_draftText; }

  Q_INVOKABLE void save();       // not while another case has the national id
  Q_INVOKABLE void saveAnyway(); // though it has
  Q_INVOKABLE void close();      // what was changed stays as a draft
  Q_INVOKABLE void discard();    // begins anew

signals:
  void changed();

private:
  struct Loaded;

  void begin();
  void show(Loaded loaded);
  QJsonObject changes() const;
  void write();
  void finishWriting(const Status& status);
  void say(const Status& status, ErrorContext context);

  AppContext& m_context;
  ClientDetails m_details;
  Uuid m_caseId;
  casework::Person m_read; // what the fields held when the page came up
  QJsonObject m_unchanged;
  QString m_name, m_message, m_draftText;
  int m_page = 0; // which coming up of the page this is; counts when it is left, too
  bool m_isSaving = false;
  DraftKeeper m_keeper;
};

} // namespace veikart::ui
