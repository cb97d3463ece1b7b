// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/survey.h"
#include "app/viewmodels/mapping/layer_editor.h"
#include "app/viewmodels/shared/row_model.h"

#include <string>
#include <vector>

namespace veikart::ui {

// What the client said in one mapping and what of it has been read, as it came from the store: the part of the
// conversation that doesn't change while one talks, but for what is read meanwhile. Any thread, one at a time.
class Conversation {
public:
  // TooNew when this app lacks the mapping's form.
  static Result<Conversation> create(const casework::Mapping& mapping, store::LayerAnswers client,
                                     store::Reading reading);

  const casework::Mapping& mapping() const { return m_mapping; }
  const forms::Questionnaire& form() const { return *m_form; }

  // The questions of a theme, as rows of the conversation's items, with what stands in `written`. Those of the
  // mapping's view and what was answered besides; with `allFields` the others too.
  QList<RowModel::Row> rowsOf(const forms::Item& theme, const LayerEditor& written, bool allFields, int64_t now) const;

  bool isPassedOver(const forms::Item& theme) const { return forms::isPassedOver(theme, m_client); }
  bool isRead(const forms::Item& theme) const { return m_reading.themes.contains(theme.linkId); }

  // Rule 12: those with sensitive words that nobody has read, in the form's order.
  std::vector<const forms::Item*> unread() const;
  std::vector<std::string> writesIn(const forms::Item& theme) const; // the client's
  void markRead(const forms::Item& theme, const std::vector<std::string>& writes);

private:
  RowModel::Row rowOf(const forms::SurveyPage& page, const LayerEditor& written, int64_t now) const;

  casework::Mapping m_mapping;
  const forms::Questionnaire* m_form = nullptr; // never null once created
  store::LayerAnswers m_said;                   // what stands
  forms::Answers m_client;                      // the same, without who and when
  store::Reading m_reading;
  std::vector<forms::SurveyPage> m_viewPages, m_everyPage;
};

} // namespace veikart::ui
