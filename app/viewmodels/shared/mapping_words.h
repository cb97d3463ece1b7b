// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/questionnaire.h"
#include "app/store/case_store.h"
#include "app/viewmodels/shared/row_model.h"

#include <string>

namespace veikart::ui {

// "Kari: Ringe fastlegen om søvn, innen fredag 27. november"
std::string taskLine(const casework::Task& task, const store::CaseOverview& overview, int64_t now);

// The open tasks of a case as rows {what, "Kari · innen fredag 27. november"}.
QList<RowModel::Row> openTaskRows(const store::CaseOverview& overview, int64_t now);

// The form that the mapping began in; TooNew when this app lacks it.
Result<const forms::Questionnaire*> formOf(const casework::Mapping& mapping);
QString missingFormText(); // what that means for the mapping, and what to do

// Who wrote an answer of a layer, and when: "Kari Moen, tirsdag 24. november"; the day alone for the client's.
QString byline(const store::LayerAnswer& answer, int64_t now);

// Of the answer under `key` and the words beside it, whichever came last; empty when nothing is said there.
QString bylineIn(const store::LayerAnswers& layer, const std::string& key, int64_t now);

} // namespace veikart::ui
