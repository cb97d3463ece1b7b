#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""The main road, taken as a person would: a home visit without a network, from the PIN to the supervisor's desk.

Run under a session bus (dbus-run-session). Leaves numbered pictures and the client's paper copy; ends with 1, a last
picture and what a screen reader would have said, when a step failed."""
import argparse
import datetime
import os
import re
import shutil
import subprocess
import sys
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import client  # noqa: E402
import display  # noqa: E402
import driver as use  # noqa: E402
from driver import Driver, StepFailed  # noqa: E402
from practice_office import COUNSELLOR, SUPERVISOR, PracticeOffice  # noqa: E402

PIN, WRONG_PIN, SUPERVISOR_PIN = "314159", "271828", "161803"
ALL_SENT = "Alt er sendt til kontoret"
DONE_ON_VISIT = "Gikk gjennom kartleggingen ved kjøkkenbordet og avtalte to ting."
DONE_A_WEEK_LATER = "Skrev CV sammen på treffstedet og ringte sveiseverkstedet på Tunga."
CALL_THE_DOCTOR = "Ringe fastlegen om smerter i ryggen"
WRITE_A_CV = "Ta med gamle attester til CV-en"
COMMENT = "Mona leser lett, men vil ha viktige brev muntlig også."
OTHER_CLIENT, HER_NUMBER = "Amina Hassan", "40 00 81 27"
FAKE_TIME = f"/usr/lib/{os.uname().machine}-linux-gnu/faketime/libfaketime.so.1"
TUESDAY = 1


def may_be_root():
    return os.geteuid() == 0 or subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0


class Road:
    def __init__(self, arguments):
        self.pictures = os.path.abspath(arguments.out)
        self.work = os.path.abspath(arguments.work)
        self.office = PracticeOffice(os.path.join(self.work, "office"), arguments.bin)
        self.core = arguments.core
        self.known = arguments.known
        self.clock = {}
        self.shifts_clock = not arguments.own_clock and os.path.exists(FAKE_TIME)
        self.app = Driver(self.pictures)
        self.log = None

    # The whole of it

    def take(self):
        self.first_run()
        self.away_from_the_office()
        self.new_client()
        self.start_mapping()
        client.fill_in(self.app, lambda: self.dump_core("client"))
        self.conversation()
        self.conclusion()
        self.confirmation()
        self.log_visit()
        self.a_week_later()
        self.network_returns()
        self.supervisor()

    def say(self, step):
        print(step, flush=True)

    def open_app(self, person):
        self.app.start(self.office.app_command(person, self.pictures), self.environment(), self.log)

    def environment(self):
        """Everything that the app may leave behind lands in the work folder, where it is looked for."""
        own = {"HOME": "home", "TMPDIR": "tmp", "XDG_CACHE_HOME": "home/cache", "XDG_RUNTIME_DIR": "run"}
        return {name: os.path.join(self.work, folder) for name, folder in own.items()} | self.clock

    def set_clock(self, weeks=0):
        """Gives every program that is started from now on the same clock: a Tuesday morning, or that of a later week."""
        self.clock = clock(weeks) if self.shifts_clock else {}
        self.office.environment.update(self.clock)

    def dump_core(self, who):
        """What a dump of the app's process would give away, for the test that looks."""
        if self.core and may_be_root():
            as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]  # the app lets nobody else look
            subprocess.run([*as_root, "gcore", "-a", "-o", os.path.join(self.core, who), str(self.app.process.pid)],
                           check=True, timeout=120, stdout=self.log, stderr=self.log)

    def tell_what_is_known(self):
        """All that stands in the office, for the tests that look for it where it must not be."""
        if self.known:
            with open(self.known, "w", encoding="utf-8") as file:
                file.write(self.office.known())

    def pin(self, digits, by_touch=False):
        self.app.wait_for("OK", use.PRESSABLE)
        for digit in digits:
            if by_touch:
                self.app.press(digit)
            else:
                self.app.key(digit)
        self.app.press("OK")

    def lock(self):
        """Another process takes over, with a window of its own."""
        self.app.press("Lås nettbrettet")
        self.app.wait_for(re.compile("Skriv PIN-koden din"))
        self.app.take_keyboard()

    # The tablet is taken into use at the office, and gets to know the caseload

    def first_run(self):
        self.say("Første gang: velg PIN")
        app = self.app
        self.open_app(COUNSELLOR)
        app.wait_for(use.PRACTICE_PIN)
        app.shot("first-run", portrait=True)
        app.press("Fem ord")
        app.wait_for("Dette er dine fem ord")
        app.shot("five-words", portrait=True)
        app.press("Tilbake")
        app.press(use.PRACTICE_PIN)
        app.wait_for("OK", use.PRESSABLE)
        self.pin(PIN, by_touch=True)
        app.wait_for(re.compile("en gang til"))
        app.shot("first-run-again")
        self.pin(PIN)
        app.wait_for(ALL_SENT, patience=90)
        app.press("Brukere")
        app.wait_for("Mine brukere")
        app.wait_for(OTHER_CLIENT)  # needs something whatever the hour is
        app.shot("caseload-at-the-office", portrait=True)
        app.press(OTHER_CLIENT)
        app.wait_for("Plan og oppgaver")
        app.shot("case", portrait=True)

    # On the way to the client there is no network

    def away_from_the_office(self):
        self.say("Uten nett: lås opp")
        app = self.app
        self.office.stop()
        app.press("Innstillinger")
        app.shot("settings")
        self.lock()
        app.shot("unlock", portrait=True)
        self.dump_core("locked")
        self.second_window()
        self.pin(WRONG_PIN)
        app.wait_for(re.compile("^Feil PIN"))
        app.shot("wrong-pin")
        self.pin(PIN)
        app.wait_for(re.compile("uten kontakt med kontoret"), patience=30)
        app.shot("next-appointment-alone", portrait=True)

    def second_window(self):
        """Opened once more on the same folder, the app says so and leaves the folder to the first."""
        app = self.app
        first = app.process
        self.open_app(COUNSELLOR)
        app.wait_for(re.compile("åpen i et annet vindu"))
        app.shot("open-already")
        app.press("Lukk dette vinduet")
        ended = app.process.wait(10)
        if ended != 0:
            raise StepFailed(f"the second window ended with {ended}")
        app.process = first
        app.take_keyboard()

    def new_client(self):
        self.say("Ny bruker uten nett")
        app = self.app
        app.press("Brukere")
        self.other_case()
        app.press("Brukere")
        app.press("Ny bruker")
        self.dump_core("counsellor")
        app.write("Fornavn", client.FIRST_NAME)
        app.write("Etternavn", client.MISSPELT)
        app.write("Fødselsnummer", client.REAL_LOOKING_ID)
        app.press("Lagre")
        app.wait_for(re.compile("^Bare oppdiktede nummer"))
        app.shot("real-id-refused")
        app.write("Fødselsnummer", "")
        app.press("Lagre")
        app.wait_for("Ny kartlegging", use.PRESSABLE)
        self.correct_the_name()
        app.wait_for(client.FULL_NAME)
        app.shot("case-empty", portrait=True)

    def other_case(self):
        """Seen and written in shortly before the tablet is handed over to somebody else."""
        app = self.app
        app.press(OTHER_CLIENT)
        app.press("Endre opplysninger")
        app.write("Telefon", HER_NUMBER)
        app.press_until("Lagre", "Plan og oppgaver")

    def correct_the_name(self):
        app = self.app
        app.press("Endre opplysninger")
        app.write("Etternavn", client.LAST_NAME)
        app.shot("details-corrected", portrait=True)
        app.press_until("Lagre", "Ny kartlegging")

    def start_mapping(self):
        self.say("Kartleggingen begynner")
        app = self.app
        app.press("Ny kartlegging")
        app.wait_for("Før kartleggingen")
        app.choose("Et tilbud")
        app.choose("Skjønnsmessig tilnærming")
        app.choose("Alle nye brukere i sosialtjenesten")
        app.choose("Målgruppe 1")
        app.shot("mapping-set-up", portrait=True)
        app.choose("Hjemme")
        app.write("Er andre til stede?", "Ingen andre")
        app.write("Hvilket tiltak er i sikte?", client.MEASURE)
        app.shot("mapping-set-up-below")
        app.press(f"Vis {client.FIRST_NAME} hva dette er")
        app.wait_for("Før vi begynner")
        app.choose("Jeg fyller ut selv")
        app.shot("purpose", portrait=True)
        app.press("Jeg forstår. Begynn")

    # The tablet comes back, and the two go through the answers

    def conversation(self):
        self.say("Samtalen")
        app = self.app
        app.take_keyboard()
        self.dump_core("returned")
        self.pin(PIN)
        app.wait_for(re.compile("har hatt nettbrettet siden"))
        app.shot("tablet-returned", portrait=True)
        app.press("Hent svarene")
        app.wait_for("KIS-samtale", patience=40)
        app.press("Velg eller skriv sammen", under=client.READING)
        app.press("Lett", under=client.READING)  # and the alternatives close
        app.wait_for("valgt sammen")
        app.write(f"Min kommentar – {client.READING}", COMMENT)
        app.shot("conversation", portrait=True)
        app.press("Veien videre")
        app.press("Til konklusjonen")
        app.wait_for(re.compile("noe som ingen har lest ennå"))
        app.shot("unread-words", portrait=True)
        app.wait_for(re.compile(client.BACK_PAIN))
        app.press_until("Lest", "Konklusjon")

    def conclusion(self):
        self.say("Konklusjonen")
        app = self.app
        app.write("Dette har jeg med meg", "Fagbrev i sveising, god form og en søster som stiller opp.")
        app.write("Dette er vanskelig nå", "Ryggen, og at brevene fra NAV hoper seg opp.")
        app.write("Dette kan vi prøve", "Praksis to dager i uka på et verksted, med lett arbeid.")
        app.write("Veilederens faglige vurdering", "Realistisk med gradert arbeidstrening når ryggen er undersøkt.")
        app.shot("conclusion", portrait=True)
        self.agree(CALL_THE_DOCTOR, "Kari", "Om en uke")
        self.agree(WRITE_A_CV, client.FIRST_NAME, "Om to uker")
        app.shot("first-tasks")
        app.press(f"Vis til {client.FIRST_NAME}")

    def agree(self, what, who, when):
        app = self.app
        app.press("Ny oppgave")
        app.write("Hva skal gjøres?", what)
        app.choose(who, under="Hva skal gjøres?")
        app.choose(when, under="Hva skal gjøres?")
        app.press("Legg til")
        app.wait_for(what)

    def confirmation(self):
        self.say("Bekreftelsen")
        app = self.app
        app.wait_for(f"Stemmer dette, {client.FIRST_NAME}?")
        app.shot("confirm", portrait=True)
        app.choose("Det stemmer")
        app.press_until("Bekreft kartleggingen", "Bekreftet")
        app.press("Skriv ut svarene")
        app.wait_for(re.compile("^Øvingspapiret er skrevet"), patience=40)
        app.shot("sealed-and-printed", portrait=True)
        papers = [name for name in os.listdir(self.pictures) if name.endswith(".pdf")]
        if not papers:
            raise StepFailed("no paper copy was written")
        print("  " + ", ".join(papers), flush=True)

    def log_visit(self):
        self.say("Besøket logges")
        app = self.app
        app.press("Logg besøket")
        app.wait_for("Logg kontakt")
        app.choose("Hjemmebesøk")
        app.choose("Planlagt")
        app.choose("50 min")
        app.write("Hva ble gjort", DONE_ON_VISIT)
        app.shot("log-visit", portrait=True)
        app.press_until("Lagre", client.FULL_NAME)
        app.wait_for("Ny kartlegging", use.PRESSABLE)
        app.shot("case-after-visit", portrait=True)
        app.stop()

    # A week later, at an outreach base

    def a_week_later(self):
        self.say("En uke senere" if self.shifts_clock else "Oppfølging samme dag: klokken flyttes ikke")
        app = self.app
        self.set_clock(weeks=1)
        self.open_app(COUNSELLOR)
        self.pin(PIN)
        app.wait_for(re.compile("uten kontakt med kontoret"), patience=30)
        app.press("Brukere")
        app.write("Søk etter navn", client.LAST_NAME[:5])
        app.wait_for("Treff")
        app.shot("search")
        app.press(client.FULL_NAME)
        app.press("Logg kontakt")
        app.wait_for("Avtalt sist")
        app.choose("Samtale")
        app.choose("Planlagt")
        app.choose("30 min")
        app.choose("Treffsted")
        app.write("Hva ble gjort", DONE_A_WEEK_LATER)
        app.shot("follow-up", portrait=True)
        app.choose(CALL_THE_DOCTOR)
        app.press("Hvem var med")
        app.write("Andre til stede", "Arbeidsleder på treffstedet")
        app.press("Livsområder")
        app.choose("Arbeid og skolegang, læringsevne og erfaringer")
        app.press("Neste avtale")
        app.choose("Om en uke", under="Dag")
        app.write("Klokkeslett", "10:30")
        app.write("Hvor", "Treffstedet på Tunga")
        app.shot("follow-up-next-appointment")
        app.press_until("Lagre", client.FULL_NAME)
        app.wait_for("Ny kartlegging", use.PRESSABLE)
        app.shot("case-after-follow-up", portrait=True)

    # Back where there is a network, and at the supervisor's desk

    def network_returns(self):
        """The tablet is locked by then: what is unsent goes by its parcels, and is the office's before anyone unlocks."""
        self.say("Nettet er tilbake, mens nettbrettet er låst")
        app = self.app
        app.wait_for(re.compile("venter"))
        app.press("Innstillinger")
        self.lock()
        if not self.office.parcels(COUNSELLOR):
            raise use.StepFailed("the locked tablet has no parcels")
        before = self.office.records()
        self.office.start()
        app.until(lambda: not self.office.parcels(COUNSELLOR), "the parcels are delivered", patience=120)
        if self.office.records() <= before:
            raise use.StepFailed("the office has nothing of what the parcels brought")
        self.pin(PIN)
        app.wait_for(ALL_SENT, patience=120)
        app.shot("all-is-sent", portrait=True)
        app.stop()

    def who_has_seen_it(self):
        """What the counsellor did on the tablet without a network stands there too, and the client may have it on paper."""
        app = self.app
        app.press("Lukk")
        app.press("Hvem har saken")
        app.press("Hvem har sett saken")
        app.wait_for(COUNSELLOR)
        app.press("Skriv ut til brukeren")
        app.wait_for(re.compile("^Øvingspapiret er skrevet"))
        app.shot("supervisor-audit", portrait=True)

    def supervisor(self):
        self.say("Hos lederen")
        app = self.app
        app.size = use.DESKTOP
        self.open_app(SUPERVISOR)
        app.press(use.PRACTICE_PIN)
        self.pin(SUPERVISOR_PIN, by_touch=True)
        app.wait_for(re.compile("en gang til"))
        self.pin(SUPERVISOR_PIN)
        app.wait_for(ALL_SENT, patience=90)
        app.press(client.FULL_NAME)
        app.wait_for("Hva trenger du saken for?")
        app.shot("supervisor-inbox")
        app.choose("Kvalitetssikring")
        app.press_until("Åpne saken", "Hva sier kartleggingen")
        app.wait_for(re.compile(DONE_A_WEEK_LATER))
        app.shot("supervisor-case-opened")
        app.press("Les hele kartleggingen")
        app.wait_for(re.compile("^KIS · bekreftet"))
        app.shot("supervisor-reads-mapping")
        self.who_has_seen_it()
        app.stop()
        self.tell_what_is_known()


def clock(weeks):
    """The environment in which a program takes it to be twenty past nine on the coming Tuesday, or weeks later."""
    now = datetime.datetime.now()
    tuesday = (now + datetime.timedelta(days=(TUESDAY - now.weekday()) % 7, weeks=weeks))
    shift = tuesday.replace(hour=9, minute=20, second=0) - now
    return {"LD_PRELOAD": FAKE_TIME, "FAKETIME": f"{shift.total_seconds():+.0f}", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1"}


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder, mode=0o700)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", required=True, help="folder of veikart, veikart-hub and veikart-practice-office")
    parser.add_argument("--out", required=True, help="folder for pictures and the paper copy; emptied first")
    parser.add_argument("--work", required=True, help="folder for the office and the apps' data; emptied first")
    parser.add_argument("--core", help="a folder for core dumps of the app on its way")
    parser.add_argument("--known", help="a file for all records of the office, in plaintext")
    parser.add_argument("--own-clock", action="store_true", help="leave the clock alone: the week passes at once")
    return parser.parse_args()


def main():
    road = Road(arguments())
    cores = [road.core] if road.core else []
    for folder in (road.pictures, road.work, *cores, *(os.path.join(road.work, name) for name in ("home", "tmp", "run"))):
        fresh(folder)
    failure = None
    with open(os.path.join(road.work, "app.log"), "wb") as road.log, display.VirtualDisplay(use.DISPLAY), road.office:
        try:
            road.say("Øvingskontoret settes opp")
            road.set_clock()
            road.office.make()
            road.take()
        except Exception as problem:  # whatever it was, a person wants to see the screen it happened on
            failure = problem
            road.app.report_failure("".join(traceback.format_exception(problem)))
        finally:
            road.app.stop()
    print(f"Pictures and paper: {road.pictures}")
    if failure:
        print(f"FAILED: {failure}\n  see {road.pictures}/failed.png, failed.txt and {road.work}/app.log", file=sys.stderr)
    return 1 if failure else 0


if __name__ == "__main__":
    sys.exit(main())
