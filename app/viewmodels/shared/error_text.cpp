// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/error_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace veikart::ui {

namespace {

class ErrorText {
  Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString startingText(StatusCode code) {
  switch (code) {
  case StatusCode::Busy:
    return ErrorText::tr("Veikart er åpen i et annet vindu. Det du har skrevet der, er trygt. Fortsett i det vinduet.");
  case StatusCode::Full:
    return ErrorText::tr("Nettbrettet er fullt. Ingenting er endret. Frigjør plass og åpne Veikart igjen.");
  default:
    return ErrorText::tr(
        "Veikart får ikke tilgang til mappen der alt er lagret. Ingenting er endret. Start nettbrettet på "
        "nytt. Hjelper det ikke, ta kontakt med den som har ansvar for nettbrettene.");
  }
}

QString savingText(StatusCode code) {
  switch (code) {
  case StatusCode::Full:
    return ErrorText::tr(
        "Nettbrettet er fullt. Det du skrev sist, er ikke lagret ennå. Alt annet er trygt. Frigjør plass og prøv "
        "igjen.");
  case StatusCode::Invalid:
    return ErrorText::tr("Dette kan ikke lagres slik det står. Det som var lagret fra før, er trygt.");
  case StatusCode::Busy:
    return ErrorText::tr("Nettbrettet er opptatt. Det du skrev, står fortsatt her. Prøv igjen om litt.");
  default:
    return ErrorText::tr(
        "Det gikk ikke å lagre. Det du skrev, står fortsatt her, og det som var lagret fra før, er trygt. Prøv igjen.");
  }
}

QString settlingText(StatusCode code) {
  return code == StatusCode::Conflict
             ? ErrorText::tr("Det har kommet noe nytt siden du begynte å lese. Ingenting er valgt. Se på versjonene en "
                             "gang til.")
             : savingText(code);
}

QString openingText(StatusCode code) {
  switch (code) {
  case StatusCode::Corrupt:
  case StatusCode::WrongKey:
    return ErrorText::tr(
        "Lageret på nettbrettet er skadet og lar seg ikke åpne. Filen er tatt vare på som den er. Alt som er sendt "
        "til kontoret, er trygt der. Ta kontakt med den som har ansvar for nettbrettene.");
  case StatusCode::TooNew:
    return ErrorText::tr("Lageret er laget av en nyere utgave av Veikart. Ingenting er endret. Oppdater appen.");
  case StatusCode::Full:
    return ErrorText::tr("Nettbrettet er fullt. Ingenting er endret. Frigjør plass og prøv igjen.");
  case StatusCode::NotFound:
    return ErrorText::tr("Dette finnes ikke lenger på nettbrettet.");
  default:
    return ErrorText::tr("Det gikk ikke å åpne. Ingenting er endret. Prøv igjen.");
  }
}

QString syncingText(StatusCode code) {
  switch (code) {
  case StatusCode::Offline:
    return ErrorText::tr("Uten nett til kontoret. Alt er lagret på nettbrettet og sendes når nettet er tilbake.");
  case StatusCode::Refused:
    return ErrorText::tr(
        "Kontoret svarer, men det er ikke kontoret som nettbrettet kjenner, eller nettbrettet slipper ikke inn. "
        "Ingenting er sendt. Alt er lagret her. Ta kontakt med den som har ansvar for nettbrettene.");
  case StatusCode::Revoked:
    return ErrorText::tr("Kontoret har stengt denne tilgangen. Det som ikke var sendt, sendes forseglet.");
  case StatusCode::TooNew:
    return ErrorText::tr("Kontoret bruker en nyere utgave. Alt er lagret her. Oppdater appen for å sende.");
  case StatusCode::Full:
    return ErrorText::tr(
        "Nettbrettet er fullt. Det som kom fra kontoret, er ikke hentet ennå. Alt du har skrevet, er trygt.");
  case StatusCode::Corrupt:
  case StatusCode::Invalid:
    return ErrorText::tr("Svaret fra kontoret var ikke til å lese. Alt er lagret her, og vi prøver igjen av oss selv.");
  default:
    return ErrorText::tr("Sendingen stoppet. Alt er lagret her, og vi prøver igjen av oss selv.");
  }
}

QString emergencyText(StatusCode code) {
  switch (code) {
  case StatusCode::Offline:
    return ErrorText::tr(
        "Uten nett til kontoret. En sak som du ikke har, kan bare åpnes med nett. Ring lederen hvis det "
        "haster.");
  case StatusCode::Refused:
    return ErrorText::tr("Kontoret lar deg ikke åpne saker slik. Ring lederen.");
  case StatusCode::NotFound:
  case StatusCode::TooNew:
    return ErrorText::tr("Kontoret bruker en annen utgave og kan ikke åpne saken slik. Ring lederen.");
  default:
    return ErrorText::tr("Kontoret svarte ikke som det skulle. Ingen sak er åpnet. Prøv igjen, eller ring lederen.");
  }
}

QString enrollingText(StatusCode code) {
  switch (code) {
  case StatusCode::Offline:
    return ErrorText::tr(
        "Får ikke kontakt med kontoret. Nettbrettet er ikke tatt i bruk ennå. Prøv igjen når du har nett.");
  case StatusCode::Refused:
    return ErrorText::tr(
        "Koden er feil, brukt eller for gammel. Se etter om den er skrevet riktig, eller be om en ny.");
  case StatusCode::Corrupt:
    return ErrorText::tr(
        "Den som svarer på adressen, er ikke kontoret som ga deg koden. Ingenting er lagret eller sendt. "
        "Se etter om adressen er riktig. Er den det, så si fra til den som har ansvar for nettbrettene.");
  case StatusCode::WrongKey:
    return ErrorText::tr("Brukernavnet og passordet hører ikke sammen. Skriv dem på nytt.");
  case StatusCode::Revoked:
    return ErrorText::tr("Kontoret har stengt dette nettbrettet. Ta kontakt med den som har ansvar for nettbrettene.");
  case StatusCode::Invalid:
    return ErrorText::tr("Dette er ikke en adresse og en kode fra kontoret. Se etter om de er skrevet riktig.");
  case StatusCode::Conflict:
    return ErrorText::tr("Det ligger et lager på nettbrettet fra før. Det er tatt vare på, og ingenting er endret. Ta "
                         "kontakt med den som har ansvar for nettbrettene.");
  default:
    return ErrorText::tr("Det gikk ikke å ta nettbrettet i bruk. Ingenting er lagret. Prøv igjen.");
  }
}

} // namespace

namespace {

struct Refusal {
  std::string_view reason;
  const char* text;
};

// Those that a person can do something about, or that pass by themselves.
constexpr std::array kRefusals = {
    Refusal{"no_access",
            QT_TRANSLATE_NOOP("ErrorText", "Kontoret gir deg ikke tilgang til saken nå. Det sendes av seg selv "
                                           "hvis du får tilgang igjen.")},
    Refusal{"clock",
            QT_TRANSLATE_NOOP("ErrorText", "Klokken på nettbrettet går for fort. Det sendes på nytt med riktig tid.")},
    Refusal{"too_large", QT_TRANSLATE_NOOP("ErrorText", "Det er for stort til å sendes. Gjør teksten kortere.")},
    Refusal{"too_new",
            QT_TRANSLATE_NOOP("ErrorText", "Kontoret bruker en eldre utgave og kan ikke ta imot dette ennå.")},
    Refusal{"hub_too_old",
            QT_TRANSLATE_NOOP("ErrorText", "Kontoret bruker en eldre utgave og kan ikke ta imot vedlegg ennå.")},
    Refusal{"damaged", QT_TRANSLATE_NOOP("ErrorText", "Det kom ikke helt fram. Det prøves igjen av seg selv.")},
    Refusal{"unnamed",
            QT_TRANSLATE_NOOP("ErrorText", "Kontoret venter på opplysningene som hører til. Det prøves igjen av "
                                           "seg selv.")},
    Refusal{"erased",
            QT_TRANSLATE_NOOP("ErrorText", "Det som dette hører til, er slettet etter loven. Ta vare på det som "
                                           "trengs et annet sted. Etter 30 dager blir også dette slettet herfra.")},
    Refusal{"write_once", QT_TRANSLATE_NOOP("ErrorText", "Kontoret har det allerede, og det kan ikke skrives om.")},
    Refusal{"foreign_replica",
            QT_TRANSLATE_NOOP("ErrorText", "Det ble skrevet på et annet nettbrett, som må sende det selv.")},
    Refusal{"unknown_context",
            QT_TRANSLATE_NOOP("ErrorText", "Det bygger på noe som kontoret mangler. Det prøves igjen av "
                                           "seg selv når mer er kommet inn.")},
};

} // namespace

QString fileProblemText(FileProblem problem) {
  switch (problem) {
  case FileProblem::None:
    return {};
  case FileProblem::Empty:
    return ErrorText::tr("Filen er tom. Ingenting er lagt til. Velg en annen.");
  case FileProblem::TooLarge:
    return ErrorText::tr("Filen er større enn 32 MB. Ingenting er lagt til. Ta et nytt bilde, eller del opp brevet.");
  case FileProblem::UnknownKind:
    return ErrorText::tr("Filen er verken et bilde (JPEG eller PNG) eller en PDF. Ingenting er lagt til.");
  case FileProblem::Damaged:
    return ErrorText::tr("Filen er skadet eller låst og kan ikke vises. Ingenting er lagt til. Ta et nytt bilde.");
  case FileProblem::Unreadable:
    return ErrorText::tr("Filen lar seg ikke lese. Ingenting er lagt til. Står minnepinnen i?");
  }
  return {};
}

QString standingText(store::CaseStanding standing) {
  switch (standing) {
  case store::CaseStanding::Here:
    return {};
  case store::CaseStanding::Gone:
    return ErrorText::tr("Du har ikke lenger tilgang til saken, og den er fjernet fra dette nettbrettet.");
  case store::CaseStanding::Erased:
    return ErrorText::tr("Saken er slettet etter loven, og den er fjernet fra dette nettbrettet.");
  }
  return {};
}

QString refusalText(const std::string& reason) {
  if (reason.empty())
    return {};
  const auto known = std::ranges::find(kRefusals, std::string_view(reason), &Refusal::reason);
  return known != kRefusals.end()
             ? ErrorText::tr(known->text)
             : ErrorText::tr("Kontoret kunne ikke ta det imot. Ta kontakt med den som har ansvar for nettbrettene.");
}

QString errorText(const Status& status, ErrorContext context) {
  if (status.ok())
    return {};
  switch (context) {
  case ErrorContext::Starting:
    return startingText(status.code());
  case ErrorContext::Saving:
    return savingText(status.code());
  case ErrorContext::Settling:
    return settlingText(status.code());
  case ErrorContext::Opening:
    return openingText(status.code());
  case ErrorContext::Unlocking:
    return status.code() == StatusCode::WrongKey ? ErrorText::tr("Feil PIN.") : openingText(status.code());
  case ErrorContext::Syncing:
    return syncingText(status.code());
  case ErrorContext::Enrolling:
    return enrollingText(status.code());
  case ErrorContext::Emergency:
    return emergencyText(status.code());
  case ErrorContext::Exporting:
    return ErrorText::tr("Det gikk ikke å lage filen. Alt ligger fortsatt trygt på nettbrettet. Prøv igjen.");
  case ErrorContext::Printing:
    return ErrorText::tr("Det gikk ikke å lage papiret. Svarene er trygge. Prøv igjen.");
  }
  return {};
}

} // namespace veikart::ui
