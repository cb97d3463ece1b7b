// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/questionnaire.h"
#include "app/store/case_store.h"

#include <QString>

#include <string>

namespace veikart::ui {

// A case's records as people speak of them: what a record is, what its fields are called and what they say. Borrows the
// overview. Any thread.
class RecordWords {
public:
  RecordWords(const store::CaseOverview& overview, int64_t now) : m_overview(overview), m_now(now) {}

  QString subject(const sync::Record& record) const; // "Oppgaven «Ringe fastlegen»", "Konklusjonen"
  // "Frist", "Hvordan er helsen din for tiden?"; empty for a field that this version does not know.
  QString field(const sync::Record& record, const std::string& field) const;
  // "tirsdag 1. desember"; "Ikke skrevet" for nothing.
  QString value(const sync::Record& record, const std::string& field, const Bytes& value) const;

  // Words in sentences, of which two can write a common text.
  bool isText(const sync::Record& record, const std::string& field) const;
  QString text(const sync::Record& record, const std::string& field, const Bytes& value) const; // REQUIRES: isText
  // `value` saying `text` instead. REQUIRES: isText
  Bytes withText(const sync::Record& record, const Bytes& value, const QString& text) const;

private:
  QString answer(const sync::Record& record, const std::string& key, const Bytes& value) const;
  const forms::Item* item(const sync::Record& record, const std::string& key) const; // null when the form is not here
  QString said(const sync::Record& record, const std::string& field, const Bytes& value) const;

  const store::CaseOverview& m_overview;
  int64_t m_now;
};

} // namespace veikart::ui
