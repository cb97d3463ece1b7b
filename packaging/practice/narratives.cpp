// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "packaging/practice/narratives.h"

#include <algorithm>
#include <array>

namespace veikart::practice {

namespace {

using Texts = std::string_view;

constexpr std::array<Texts, 5> kImportant = {"Ungene mine.", "Å få sove om natta.", "Å ha noe å stå opp til.",
                                             "Å komme ut av gjelda.", "At noen hører på meg."};
constexpr std::array<Texts, 4> kDreams = {"Egen leilighet og en jobb jeg trives i.", "Å bli ferdig med fagbrevet.",
                                          "Å jobbe med barn.", "Å ha råd til en ferie med familien."};
constexpr std::array<Texts, 5> kJobs = {"Noe i barnehage.", "Lager eller butikk.", "Noe praktisk, gjerne ute.",
                                        "Kjøkken eller kantine.", "Jeg vet ikke helt, men ikke natt."};
constexpr std::array<Texts, 4> kHadJobs = {"Butikk i to år, så renhold.", "Barnehage i åtte måneder.",
                                           "Bygg, mest småjobber.", "Gårdsarbeid før jeg kom til Norge."};
constexpr std::array<Texts, 4> kGoodAt = {"Jeg er tålmodig og flink med folk.", "Jeg kan fikse det meste.",
                                          "Jeg kan to språk.", "Jeg gir meg ikke."};
constexpr std::array<Texts, 4> kSupport = {"Å komme i gang om morgenen.", "Papirer og brev.", "Å ringe til folk.",
                                           "Å holde orden på pengene."};
constexpr std::array<Texts, 4> kHelps = {"Å gå tur.", "Søsteren min.", "Musikk.", "Når jeg har noe fast å gå til."};
constexpr std::array<Texts, 4> kEasier = {"At noen blir med den første dagen.", "Korte dager i starten.",
                                          "At jeg får barnehageplass.", "En som ringer og minner meg på det."};
constexpr std::array<Texts, 4> kSteps = {"Snakke med fastlegen.", "Besøke en arbeidsplass.", "Melde meg på kurset.",
                                         "Stå opp til samme tid i en uke."};
constexpr std::array<Texts, 4> kFromUs = {"Ringe meg dagen før.", "Bli med på møtet.", "Hjelpe med søknaden.",
                                          "Forklare brevene."};
constexpr std::array<Texts, 4> kOwnWords = {"Jeg vil ha en jobb der jeg er sammen med folk.",
                                            "Det er om morgenen det er tungt.", "Jeg klarer mer enn folk tror.",
                                            "Jeg må få orden på pengene først."};
constexpr std::array<Texts, 3> kNames = {"Hodan", "Bente", "Erik"};

constexpr std::array kWords = {
    Words{"om-deg.viktig", kImportant}, Words{"onsker.drom", kDreams},  Words{"onsker.jobb", kJobs},
    Words{"arb.jobber", kHadJobs},      Words{"kan.god-pa", kGoodAt},   Words{"kan.stotte", kSupport},
    Words{"psyk.krefter", kHelps},      Words{"psyk.hjelper", kHelps},  Words{"jobb.lettere", kEasier},
    Words{"jobb.forst", kSteps},        Words{"videre.steg", kSteps},   Words{"videre.selv", kSteps},
    Words{"videre.oss", kFromUs},       Words{"tiltak.haper", kFromUs}, Words{"videre.med-egne-ord", kOwnWords},
    Words{"nett.hjelper.navn", kNames},
};

constexpr std::array kTasks = {
    TaskTemplate{"Ringe fastlegen", 1},
    TaskTemplate{"Søke om språkpraksis", 0},
    TaskTemplate{"Besøke arbeidsplassen sammen", 2},
    TaskTemplate{"Sende søknad om bostøtte", 0},
    TaskTemplate{"Lage oversikt over gjelda", 2},
    TaskTemplate{"Ta opp praksis med NAV Arbeid", 1},
    TaskTemplate{"Levere timeliste", 0},
    TaskTemplate{"Melde på jobbsøkerkurs", 1},
    TaskTemplate{"Skrive CV", 2},
    TaskTemplate{"Avklare barnehageplass", 3},
};

constexpr std::array<Texts, 8> kGoals = {"Praksis to dager i uka",
                                         "Sove bedre",
                                         "Fagbrev",
                                         "Egen bolig",
                                         "Oversikt over økonomien",
                                         "En jobb med faste tider",
                                         "Komme på avtaler til rett tid",
                                         "Bli tryggere på norsk"};

constexpr std::array kContacts = {
    ContactTemplate{"sms", "kontoret", "", "Minnet om avtalen.", "3", 5},
    ContactTemplate{"hjemmebesok", "hjemme", "", "Gikk gjennom posten og planla uka.", "7", 50},
    ContactTemplate{"telefon", "kontoret", "", "Snakket om hvordan det går.", "2", 15},
    ContactTemplate{"samtale", "treffsted", "Treffstedet Moholt", "Snakket om praksis og søvn.", "1", 45},
    ContactTemplate{"vaere-med", "lege", "Fastlegen", "Var med til fastlegen.", "1", 90},
    ContactTemplate{"mote", "kontoret", "", "Månedsmøte. Så på planen.", "5", 45},
    ContactTemplate{"arbeid-sammen", "arbeidsplass", "Byåsen gartneri", "Arbeidet i utegruppa.", "5", 180},
    ContactTemplate{"ansvarsgruppe", "kontoret", "", "Ansvarsgruppe. Fordelte oppgaver.", "10", 60},
    ContactTemplate{"mote-nav", "kontoret", "NAV Heimdal", "Trekantmøte med NAV Arbeid.", "5", 60},
    ContactTemplate{"arbeidsgiver", "arbeidsplass", "Moholt barnehage", "Møtte styrer. Avtalte prøvedager.", "5", 60},
};

constexpr std::array kConclusions = {
    ConclusionTemplate{"Jeg snakker to språk og har jobbet åtte måneder i barnehage.",
                       "Jeg sover dårlig, og pengene strekker ikke til.",
                       "Språkpraksis i en barnehage, med noen som følger meg opp.",
                       "Praksis er mulig når søvnen er bedre. Tas opp med NAV Arbeid.",
                       "Vi besøker barnehagen sammen, og Kari ringer fastlegen."},
    ConclusionTemplate{"Jeg er praktisk og møter opp når det gjelder noe.", "Morgenene, og brev jeg ikke forstår.",
                       "To dager i uka i utegruppa.", "Trenger faste tider og korte dager i starten.",
                       "Vi prøver utegruppa i fire uker og snakker sammen etterpå."},
    ConclusionTemplate{"Jeg har jobbet i butikk og kan ta ansvar.", "Gjeld og lite oversikt.",
                       "Gjeldsrådgivning, og jobbsøkerkurs etterpå.", "Økonomien bør komme først.",
                       "Vi lager en oversikt og ringer gjeldsrådgiver."},
    ConclusionTemplate{"Jeg har familie som stiller opp.", "Jeg har lite skolegang og blir fort urolig i grupper.",
                       "Norskkurs i liten gruppe.", "Går best i små grupper med kjente folk.",
                       "Vi ser på kurset sammen før oppstart."},
};

} // namespace

std::span<const std::string_view> textsFor(std::string_view linkId) {
  const auto found = std::ranges::find(kWords, linkId, &Words::linkId);
  return found == kWords.end() ? std::span<const std::string_view>() : found->texts;
}
std::span<const TaskTemplate> taskTemplates() {
  return kTasks;
}
std::span<const std::string_view> goals() {
  return kGoals;
}
std::span<const ContactTemplate> contactTemplates() {
  return kContacts;
}
std::span<const ConclusionTemplate> conclusions() {
  return kConclusions;
}

} // namespace veikart::practice
