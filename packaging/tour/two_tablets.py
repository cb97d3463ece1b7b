#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Two tablets without a network write in the same conclusion; back at the office what can be combined is, and the rest
is settled by a person. Then what the office would not take, and the supervisor's view; and a case that is handed over.

Run under a session bus, as home_visit.py, whose practice office and driver it uses."""
import argparse
import os
import re
import sys
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import display  # noqa: E402
import driver as use  # noqa: E402
from driver import Driver  # noqa: E402
from home_visit import ALL_SENT, PIN, SUPERVISOR_PIN, fresh  # noqa: E402
from practice_office import COUNSELLOR, SECOND_COUNSELLOR, SUPERVISOR, PracticeOffice  # noqa: E402

CLIENT = "Olena Kovalenko"
HANDED_OVER = "Amina Hassan"
LEFT_BEHIND = "Vi så på brevet fra utleieren, og hun ringer dem i morgen."
BROUGHT, HARD, TRY = "Dette har jeg med meg", "Dette er vanskelig nå", "Dette kan vi prøve"
KARIS_BROUGHT = "Jeg har jobbet tre år i butikk og kan ta ansvar.\n\nBroren min hjelper meg."
JONAS_BROUGHT = "Jeg har jobbet i butikk og kan ta ansvar.\n\nBroren min hjelper meg med papirer."
KARIS_HARD = "Gjeld til kommunen, og lite oversikt over brevene."
JONAS_HARD = "Gjeld til Lånekassen og lite oversikt over brevene."
KARIS_TRY = "Praksis i butikk fra 1. januar, tre dager i uka."
JONAS_TRY = "Praksis i butikk fra august, når norskkurset er ferdig."


class Meeting:
    def __init__(self, arguments):
        self.pictures = os.path.abspath(arguments.out)
        self.work = os.path.abspath(arguments.work)
        self.office = PracticeOffice(os.path.join(self.work, "office"), arguments.bin)
        self.app = Driver(self.pictures)
        self.log = None

    def take(self):
        self.first_time(COUNSELLOR)
        self.first_time(SECOND_COUNSELLOR)
        self.office.stop()
        self.write(COUNSELLOR, {BROUGHT: KARIS_BROUGHT, HARD: KARIS_HARD, TRY: KARIS_TRY})
        self.unsent()
        self.app.stop()
        self.write(SECOND_COUNSELLOR, {BROUGHT: JONAS_BROUGHT, HARD: JONAS_HARD, TRY: JONAS_TRY})
        self.app.stop()
        self.office.start()
        for person in (SECOND_COUNSELLOR, COUNSELLOR):
            self.open(person)
            self.app.wait_for(ALL_SENT, patience=60)
            self.app.stop()
        self.supervisor()
        self.settle()
        self.told()
        self.hand_over()
        self.receive()

    def say(self, step):
        print(step, flush=True)

    def open(self, person, pin=PIN):
        own = {"HOME": "home", "TMPDIR": "tmp", "XDG_CACHE_HOME": "home/cache", "XDG_RUNTIME_DIR": "run"}
        environment = {name: os.path.join(self.work, folder) for name, folder in own.items()}
        self.app.start(self.office.app_command(person), environment, self.log)
        self.pin(pin)

    def pin(self, digits):
        self.app.wait_for("OK", use.PRESSABLE)
        self.app.key(*digits)
        self.app.press("OK")

    def first_time(self, person, pin=PIN):
        self.say(f"Første gang: {person}")
        self.open(person, pin)
        self.app.wait_for(re.compile("en gang til"))
        self.pin(pin)
        self.app.wait_for(ALL_SENT, patience=90)
        self.app.stop()

    def to_case(self, client=CLIENT):
        app = self.app
        app.press("Brukere")
        app.write("Søk etter navn", client.split()[1])
        app.press(client)
        app.wait_for("Plan og oppgaver")

    def write(self, person, texts):
        self.say(f"{person} skriver uten nett")
        app = self.app
        self.open(person)
        app.wait_for(re.compile("uten kontakt med kontoret"), patience=30)
        self.to_case()
        app.press("Fortsett kartleggingen")
        app.wait_for("Konklusjon")
        for field, text in texts.items():
            app.write(field, text)
        app.wait_for(re.compile("^Alt er lagret"))

    def unsent(self):
        self.say("Det som ikke er sendt")
        app = self.app
        app.stop()
        self.open(COUNSELLOR)
        app.press(re.compile("^[0-9]+ endring(er)? venter"))
        app.wait_for("Det som ikke er sendt")
        app.press(re.compile("^Konklusjonen"))
        app.wait_for(re.compile(KARIS_TRY))
        app.shot("unsent", portrait=True)
        app.press("Lagre i en fil")
        app.wait_for("Filen blir ikke kryptert")
        app.shot("unsent-file")
        app.press("Avbryt")
        app.wait_gone("Filen blir ikke kryptert")

    def supervisor(self):
        self.say("Lederen ser begge")
        app = self.app
        app.size = use.DESKTOP
        self.first_time(SUPERVISOR, SUPERVISOR_PIN)
        self.open(SUPERVISOR, SUPERVISOR_PIN)
        app.wait_for(ALL_SENT, patience=60)
        app.choose("To versjoner")
        app.press(CLIENT)
        app.press("Hvem har saken")
        app.wait_for("Overfør saken", use.PRESSABLE)
        app.shot("supervisor-who")
        app.press("Tilbake")
        app.choose("Kvalitetssikring")
        app.press_until("Åpne saken", re.compile("har to versjoner"))
        app.wait_for("Se begge", use.PRESSABLE)
        app.shot("supervisor")
        app.press("Se begge")
        app.wait_for("Det finnes to versjoner")
        app.shot("supervisor-two-versions")
        app.stop()
        app.size = use.LANDSCAPE

    def settle(self):
        self.say("Kari velger")
        app = self.app
        self.open(COUNSELLOR)
        app.wait_for(re.compile(ALL_SENT), patience=60)
        app.press("Brukere")
        app.wait_for("Mine brukere")
        app.shot("caseload", portrait=True)
        self.to_case()
        app.wait_for(re.compile("to versjoner"))
        app.wait_for(re.compile("tre år i butikk.*med papirer"))  # what could be combined is
        app.shot("case", portrait=True)
        app.press("Se begge")
        app.wait_for("Det finnes to versjoner")
        app.shot("two-versions", portrait=True)
        app.press("Bruk denne", place=0)
        app.wait_for(re.compile("Den andre får beskjed"))
        app.shot("settled-one", portrait=True)
        app.write("Skriv en felles", "Gjeld til kommunen og Lånekassen, og lite oversikt over brevene.")
        app.press("Bruk felles tekst")
        app.wait_for(re.compile("Ingenting i saken har to versjoner"))
        app.shot("settled-all", portrait=True)
        app.wait_for("Tilbake", use.PRESSABLE)
        app.press("Tilbake")
        app.wait_for("Plan og oppgaver")
        app.wait_for(ALL_SENT, patience=60)
        app.stop()

    def told(self):
        self.say("Jonas får beskjed")
        app = self.app
        self.open(SECOND_COUNSELLOR)
        app.wait_for(ALL_SENT, patience=60)
        self.to_case()
        app.wait_for(re.compile("Du hadde skrevet"))
        app.shot("told", portrait=True)
        app.stop()

    def hand_over(self):
        self.say("Kari overfører en sak, uten nett")
        app = self.app
        self.office.stop()
        self.open(COUNSELLOR)
        app.wait_for(re.compile("uten kontakt med kontoret"), patience=30)
        self.to_case(HANDED_OVER)
        app.press("Hvem har saken")
        app.wait_for("Overfør saken", use.PRESSABLE)
        app.shot("who", portrait=True)
        app.press("Legg til vikar")
        app.choose("Amal Yusuf")
        app.choose("Om to uker")
        app.shot("deputy", portrait=True)
        app.press("Legg til vikar")
        app.wait_for(re.compile("^Amal Yusuf"))
        app.press("Overfør saken")
        app.wait_for(re.compile("Saken forsvinner"))
        app.choose("Jonas Lie")
        app.shot("hand-over", portrait=True)
        app.press("Overfør saken")
        app.wait_for(re.compile("Jonas Lie har saken siden"))
        app.shot("handed-over", portrait=True)
        app.press("Tilbake")
        app.press("Logg kontakt")
        app.write("Hva ble gjort", LEFT_BEHIND)
        self.office.start()
        app.wait_for(re.compile("ikke lenger tilgang"), patience=120)
        app.shot("gone", portrait=True)
        app.wait_for(ALL_SENT, patience=60)
        app.stop()

    def receive(self):
        self.say("Jonas har fått saken")
        app = self.app
        self.open(SECOND_COUNSELLOR)
        app.wait_for(ALL_SENT, patience=60)
        self.to_case(HANDED_OVER)
        app.press("Hvem har saken")
        app.wait_for("Har hatt saken")
        app.shot("received", portrait=True)
        app.press("Tilbake")
        app.wait_for(re.compile("kom fra noen som ikke hadde saken"))
        app.shot("case-received", portrait=True)
        app.press("Se gjennom")
        app.wait_for(re.compile(LEFT_BEHIND))
        app.shot("late-writes", portrait=True)
        app.press("Ta over kladden")
        app.wait_for("Alt er gjennomgått.")
        app.press("Tilbake")
        app.press("Fortsett på kladden")
        app.wait_for("Hva ble gjort", use.WRITABLE)
        app.until(lambda: app.holds("Hva ble gjort", None, 0, LEFT_BEHIND), "Kari's draft")
        app.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", required=True, help="folder of veikart, veikart-hub and veikart-practice-office")
    parser.add_argument("--out", required=True, help="folder for pictures; emptied first")
    parser.add_argument("--work", required=True, help="folder for the office and the apps' data; emptied first")
    meeting = Meeting(parser.parse_args())
    for folder in (meeting.pictures, meeting.work, *(os.path.join(meeting.work, name) for name in ("home", "tmp", "run"))):
        fresh(folder)
    failure = None
    with open(os.path.join(meeting.work, "app.log"), "wb") as meeting.log, display.VirtualDisplay(use.DISPLAY), meeting.office:
        try:
            meeting.say("Øvingskontoret settes opp")
            meeting.office.make()
            meeting.take()
        except Exception as problem:  # whatever it was, a person wants to see the screen it happened on
            failure = problem
            meeting.app.report_failure("".join(traceback.format_exception(problem)))
        finally:
            meeting.app.stop()
    print(f"Pictures: {meeting.pictures}")
    if failure:
        print(f"FAILED: {failure}\n  see {meeting.pictures}/failed.png and failed.txt", file=sys.stderr)
    return 1 if failure else 0


if __name__ == "__main__":
    sys.exit(main())
