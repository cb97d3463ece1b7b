// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/code_lists.h"

#include <algorithm>
#include <array>

namespace veikart::casework {

namespace {

// In the order people reach for them (look/13): the five of the first row, then those behind "Mer".
constexpr std::array kContactTypes = {
    Code{"hjemmebesok", "Hjemmebesøk", "tio.md §1.2, L3203-3204"},
    Code{"sms", "SMS", "tio.md §1.2, L3202"},
    Code{"telefon", "Telefon", "tio.md §1.2, L3202"},
    Code{"samtale", "Samtale", "tio.md §1.2, L3276-3277"},
    Code{"vaere-med", "Være med til", "tio.md §1.2, L3204-3205"},
    Code{"mote", "Møte", "tio.md §1.2, L3202"},
    Code{"arbeid-sammen", "Arbeid sammen", "tio.md §1.2, L3338-3343"},
    Code{"gruppe", "Gruppe eller kurs", "tio.md §1.2, L3179-3181"},
    Code{"ansvarsgruppe", "Ansvarsgruppemøte", "tio.md §1.2, L2572-2577"},
    Code{"mote-nav", "Møte med NAV", "tio.md §1.2, L4105-4106"},
    Code{"arbeidsgiver", "Besøk hos arbeidsgiver", "tio.md §1.2, L4016-4019"},
};

constexpr std::array kPlaces = {
    Code{"hjemme", "Hjemme", "tio.md §1.4, L3203-3204"},
    Code{"treffsted", "Treffsted", "tio.md §1.4, L3291-3292"},
    Code{"kontoret", "Kontoret", "tio.md §1.4, L3590-3591"},
    Code{"arbeidsplass", "Arbeidsplass", "tio.md §1.4, L2709-2714"},
    Code{"lege", "Lege eller psykolog", "tio.md §1.4, L3204-3205"},
    Code{"skole", "Skole eller kurs", "tio.md §1.4, L3291-3292"},
    Code{"instans", "Bank eller annen instans", "tio.md §1.4, L3205"},
    Code{"ute", "Ute", "tio.md §1.4, L3333-3335"},
    Code{"annet", "Et annet sted", "tio.md §1.4"},
};

constexpr std::string_view kMatrix = "Stavne/Trondheim 2010, vedlegg 4, l.1694-1763";
constexpr std::array kLifeAreas = {
    Code{"1", "Helse, fysisk og psykisk", kMatrix},
    Code{"2", "Identitet, selvfølelse, sosial fremtreden", kMatrix},
    Code{"3", "Selvhjelpsfunksjoner, mestring i hverdagen", kMatrix},
    Code{"4", "Familiesituasjon, sosiale relasjoner", kMatrix},
    Code{"5", "Arbeid og skolegang, læringsevne og erfaringer", kMatrix},
    Code{"6", "Aktiviteter, interesser, hobbyer", kMatrix},
    Code{"7", "Inntektssikring, økonomi", kMatrix},
    Code{"8", "Bosituasjon", kMatrix},
    Code{"9", "Ressurser i nærområdet", kMatrix},
    Code{"10", "Erfaringer med og forventninger til hjelpesystemet", kMatrix},
};

constexpr std::string_view kTargetSource = "kis.md CL-01, l.1082-1113";
constexpr std::array kTargetGroups = {
    Code{"alle-nye", "Alle nye brukere i sosialtjenesten", kTargetSource},
    Code{"avklaring", "Trenger avklaring av egen arbeidsevne", kTargetSource},
    Code{"unge", "Ung bruker (under 25 år)", kTargetSource},
    Code{"langtid", "Langtidsmottaker av sosialhjelp", kTargetSource},
    Code{"nedsatt", "Nedsatt arbeidsevne, eller på attføring", kTargetSource},
    Code{"annen", "Annen målgruppe", kTargetSource},
};

constexpr std::string_view kBasisSource = "kis.md CL-06, l.1133-1135";
constexpr std::array kSelectionBases = {
    Code{"institusjonell", "Institusjonell tilnærming", kBasisSource},
    Code{"skjonn", "Skjønnsmessig tilnærming", kBasisSource},
    Code{"policy", "Policy-tilnærming", kBasisSource},
};

constexpr std::string_view kKindSource = "PROTOCOL.md, Contents";
constexpr std::array kAttachmentKinds = {
    Code{"bilde", "Bilde", kKindSource},
    Code{"brev", "Brev", kKindSource},
    Code{"underskrift", "Underskrift", kKindSource},
    Code{"annet", "Annet", kKindSource},
};

} // namespace

std::span<const Code> contactTypes() {
  return kContactTypes;
}
std::span<const Code> places() {
  return kPlaces;
}
std::span<const Code> lifeAreas() {
  return kLifeAreas;
}
std::span<const Code> targetGroups() {
  return kTargetGroups;
}
std::span<const Code> selectionBases() {
  return kSelectionBases;
}
std::span<const Code> attachmentKinds() {
  return kAttachmentKinds;
}

std::string_view displayOf(std::span<const Code> list, std::string_view code) {
  const auto found = std::ranges::find(list, code, &Code::code);
  return found == list.end() ? code : found->display;
}

} // namespace veikart::casework
