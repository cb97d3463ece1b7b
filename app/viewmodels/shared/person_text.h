// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/case_store.h"

#include <QString>

// How people and what they agreed are written on screens.
namespace veikart::ui {

QString roleText(casework::Role role);             // "Veileder"
QString initialsOf(const std::string& name);       // "ON"
QString dottedInitialsOf(const std::string& name); // "O.N.": how others stand on a screen a client can see
QString
appointmentText(const casework::Appointment& value); // "Hjemmebesøk 10:00", "Oppfølging 13:30 · Treffstedet Moholt"
// "Kari", "Amina og Kari": who does it.
QString partyText(const casework::Task& task, const store::CaseOverview& overview);
// The client's own words that say most about the way on, quoted; empty when none are said.
QString ownWordsIn(const store::LayerAnswers& client);
QString contactText(const casework::Contact& contact); // "Hjemmebesøk, 50 min", "Telefon · møtte ikke"

} // namespace veikart::ui
