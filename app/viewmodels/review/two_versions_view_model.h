// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>

#include <map>
#include <optional>
#include <vector>

namespace veikart::ui {

// What two people wrote without seeing each other, one field of the case at a time: both versions, who and when, and a
// person's choice. The client's own words are chosen by the client alone; a supervisor reads. GUI thread.
class TwoVersionsViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(QString over READ over NOTIFY changed FINAL)   // "Amina Hassan · Konklusjonen · Dette har jeg med meg"
  Q_PROPERTY(QString title READ title NOTIFY changed FINAL) // "Det finnes to versjoner"
  Q_PROPERTY(QString lead READ lead NOTIFY changed FINAL)
  Q_PROPERTY(QString place READ place NOTIFY changed FINAL) // "1 av 2"; empty when there is one
  Q_PROPERTY(bool hasNext READ hasNext NOTIFY changed FINAL)
  // who, when, words (styled), onlyHere (the words that are marked), action (empty: can't be chosen), isClients
  Q_PROPERTY(veikart::ui::RowModel* versions READ versions CONSTANT FINAL)
  Q_PROPERTY(bool canWriteCommon READ canWriteCommon NOTIFY changed FINAL)
  Q_PROPERTY(QString commonLabel READ commonLabel NOTIFY changed FINAL)
  Q_PROPERTY(QString commonAction READ commonAction NOTIFY changed FINAL)
  Q_PROPERTY(QString commonText READ commonText WRITE setCommonText NOTIFY changed FINAL)
  Q_PROPERTY(QString agreedText READ agreedText NOTIFY changed FINAL) // what both began with; empty: not known
  Q_PROPERTY(QString withClientAction READ withClientAction NOTIFY changed FINAL) // "Gå gjennom med Amina"; or empty
  Q_PROPERTY(QString settledText READ settledText NOTIFY changed FINAL)           // what was chosen last; or empty
  Q_PROPERTY(bool isReader READ isReader NOTIFY changed FINAL)                    // and settles nothing
  Q_PROPERTY(bool hasConflict READ hasConflict NOTIFY changed FINAL)
  Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed FINAL)
  Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
  TwoVersionsViewModel(AppContext& context, SyncViewModel& sync);

  QString over() const;
  QString title() const;
  QString lead() const;
  QString place() const;
  bool hasNext() const { return !m_isAgain && m_conflicts.size() > 1; }
  RowModel* versions() { return &m_versions; }
  bool canWriteCommon() const;
  QString commonLabel() const;
  QString commonAction() const { return isClients() ? tr("Bruk denne teksten") : tr("Bruk felles tekst"); }
  QString commonText() const { return m_commonText; }
  void setCommonText(const QString& text);
  QString agreedText() const;
  QString withClientAction() const;
  QString settledText() const;
  bool isReader() const { return m_context.user.role == casework::Role::Supervisor; }
  bool hasConflict() const { return current() != nullptr; }
  bool isLoaded() const { return m_overview.has_value(); }
  bool isSaving() const { return m_isSaving; }
  QString message() const { return m_message.isEmpty() ? m_openingProblem : m_message; }

  Q_INVOKABLE void choose(int version);
  Q_INVOKABLE void useCommon();
  Q_INVOKABLE void goThroughWithClient();
  Q_INVOKABLE void chooseAgain(); // what was chosen last
  Q_INVOKABLE void next();
  Q_INVOKABLE void close();

signals:
  void changed();

private:
  struct Content;
  // The last choice, as long as the page is open.
  struct Done {
    store::Conflict conflict;
    store::Conflicts::Settled settled;
    QString standing; // whose version stands
  };

  void begin();
  void load();
  void show(Content content);
  void showCurrent();
  void settle(std::optional<Bytes> value, const QString& standing);
  void finishSettling(const Result<store::Conflicts::Settled>& settled, store::Conflict conflict,
                      const QString& standing);
  const store::Conflict* current() const;
  bool isClients() const; // the words are the client's own
  bool isText() const;
  bool canChoose() const;
  QString clientName() const;
  QString whoOf(const store::FieldVersion& version) const;
  QString whenOf(const store::FieldVersion& version) const;
  QString wordsOf(size_t version) const;
  QString actionFor(const store::FieldVersion& version) const;
  RowModel::Row rowOf(size_t version) const;
  QString prefilled() const;
  QString commonTextToShow() const;

  AppContext& m_context;
  RowModel m_versions;
  std::optional<store::CaseOverview> m_overview;
  std::vector<store::Conflict> m_conflicts;
  size_t m_index = 0;
  std::optional<Done> m_done;
  std::map<std::pair<Uuid, std::string>, QString> m_written; // common texts under way, by record and field
  QString m_commonText, m_message, m_openingProblem;
  int m_page = 0; // which coming up of the page this is
  bool m_isAgain = false;
  bool m_isWithClient = false;
  bool m_isSaving = false;
};

} // namespace veikart::ui
