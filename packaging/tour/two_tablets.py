#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Two tablets without a network write in the same conclusion; back at the office what can be combined is, and the rest
is settled by a person. Then what the office would not take, and the supervisor's view; what is attached on one tablet and
seen on the other; and a case that is handed over.

Run under a session bus, as home_visit.py, whose practice office and driver it uses."""
import argparse
import math
import os
import re
import subprocess
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
LETTER, CONSENT, CONTRACT = "Brev fra utleieren", "Samtykke til å ringe fastlegen", "Husleiekontrakten"
SIGNATURE = [[(0.1 + t / 100, 0.5 - 0.25 * math.sin(t / 4) * math.cos(t / 30)) for t in range(0, 76)],
             [(0.12 + t / 50, 0.82 - 0.03 * math.sin(t / 5)) for t in range(0, 36)]]


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
        self.attach()
        self.see_attached()
        self.look_through()
        self.hand_over()
        self.receive()
        self.erased()

    def say(self, step):
        print(step, flush=True)

    def open(self, person, pin=PIN, is_new=False):
        own = {"HOME": "home", "TMPDIR": "tmp", "XDG_CACHE_HOME": "home/cache", "XDG_RUNTIME_DIR": "run"}
        environment = {name: os.path.join(self.work, folder) for name, folder in own.items()}
        self.app.start(self.office.app_command(person), environment, self.log)
        if is_new:
            self.app.press(use.PRACTICE_PIN)
        self.pin(pin)

    def pin(self, digits):
        self.app.wait_for("OK", use.PRESSABLE)
        self.app.key(*digits)
        self.app.press("OK")

    def first_time(self, person, pin=PIN):
        self.say(f"Første gang: {person}")
        self.open(person, pin, is_new=True)
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

    def make_files(self):
        """A photograph of a letter, and a contract of two pages, as they lie on Kari's tablet."""
        pictures, documents = (os.path.join(self.work, "home", name) for name in ("Pictures", "Documents"))
        os.makedirs(pictures)
        os.makedirs(documents)
        lines = "Hei Olena\n\nLeien for november er ikke kommet.\nTa kontakt innen 1. desember.\n\nHilsen Utleie Øst"
        subprocess.run(["convert", "-size", "1500x2000", "xc:#efece4", "-font", "DejaVu-Sans", "-pointsize", "64",
                        "-annotate", "+140+300", lines, "-rotate", "1.5", os.path.join(pictures, "IMG_0412.jpg")],
                       check=True, timeout=60)
        with open(os.path.join(documents, "kontrakt.pdf"), "wb") as file:
            file.write(pdf_of("Husleiekontrakt", "Side to"))

    def attach(self):
        self.say("Kari legger ved et brev, en kontrakt og en underskrift, uten nett")
        app = self.app
        self.make_files()
        self.office.stop()
        self.open(COUNSELLOR)
        app.wait_for(re.compile("uten kontakt med kontoret"), patience=30)
        self.to_case()
        app.press("Legg til vedlegg")
        app.press("Legg til fil")
        app.wait_for("IMG_0412.jpg", use.PRESSABLE)
        app.shot("files", portrait=True)
        app.press("IMG_0412.jpg")
        app.write("Hva er det?", LETTER)
        app.choose("Brev")
        app.shot("new-attachment", portrait=True)
        app.press("Lagre")
        app.press("Legg til fil")
        app.press("kontrakt.pdf")
        app.write("Hva er det?", CONTRACT)
        app.press("Lagre")
        app.wait_for(CONTRACT, use.PRESSABLE)
        app.press("Underskrift")
        app.write("Hva skrives det under på?", CONSENT)
        app.draw("Her skrives navnet", SIGNATURE)
        app.wait_for("Visk ut", use.PRESSABLE)
        app.shot("signature", portrait=True)
        app.press("Lagre")
        app.wait_for(CONSENT, use.PRESSABLE)
        app.shot("attachments", portrait=True)
        app.press(re.compile("^[0-9]+ endring(er)? venter"))
        app.wait_for(re.compile(f"^Innholdet i «{LETTER}», [0-9]+ kB"))
        app.shot("unsent-contents", portrait=True)
        self.office.start()
        app.press("Send nå")
        app.wait_for(ALL_SENT, patience=60)
        app.stop()

    def see_attached(self):
        self.say("Jonas ser det")
        app = self.app
        self.open(SECOND_COUNSELLOR)
        app.wait_for(ALL_SENT, patience=60)
        self.to_case()
        app.in_view("Åpne 3 vedlegg", use.PRESSABLE)
        app.shot("case-attachments", portrait=True)
        app.press("Åpne 3 vedlegg")
        for title, name in ((LETTER, "letter"), (CONSENT, "consent"), (CONTRACT, "contract")):
            app.press(title)
            app.wait_for(title, {use.Atspi.Role.IMAGE})
            app.shot(name, portrait=True)
            if title == LETTER:
                app.press("Større")
                app.wait_for("Hele siden", use.PRESSABLE)
                app.shot("letter-wide", portrait=True)
            if title == CONTRACT:
                app.press("Neste side")
                app.wait_for(re.compile("side 2 av 2"))
            app.press("Tilbake")
        app.press(LETTER)
        app.press("Ta bort")
        app.wait_for(re.compile("er tatt bort"))
        app.shot("removed", portrait=True)
        app.press("Angre")
        app.wait_for(LETTER, use.PRESSABLE)
        app.stop()

    def look_through(self):
        self.say("Lederen ser på vedleggene")
        app = self.app
        app.size = use.DESKTOP
        self.open(SUPERVISOR, SUPERVISOR_PIN)
        app.wait_for(ALL_SENT, patience=60)
        app.press(CLIENT)
        app.choose("Kvalitetssikring")
        app.press_until("Åpne saken", CONTRACT)
        app.in_view(CONTRACT, use.PRESSABLE)
        app.shot("supervisor-attachments")
        app.press(CONTRACT)
        app.press(CONTRACT)
        app.wait_for(CONTRACT, {use.Atspi.Role.IMAGE})
        app.shot("supervisor-contract")
        app.stop()
        app.size = use.LANDSCAPE

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


    def erased(self):
        self.say("Saken slettes etter loven mens Jonas skriver i den")
        app = self.app
        self.open(SECOND_COUNSELLOR)
        app.wait_for(ALL_SENT, patience=60)
        self.to_case(HANDED_OVER)
        app.press("Fortsett på kladden")
        app.wait_for("Hva ble gjort", use.WRITABLE)
        self.office.erase(HANDED_OVER)
        app.wait_for(re.compile("slettet etter loven"), patience=120)
        app.shot("erased-case", portrait=True)
        app.press(re.compile("^[0-9]+ endring(er)? venter"))
        app.wait_for(re.compile("ble ikke tatt imot"), patience=60)
        app.press(re.compile("[Kk]ladd"))
        app.wait_for(re.compile(LEFT_BEHIND))
        app.shot("unsent-erased", portrait=True)
        app.stop()


def pdf_of(*pages):
    """A PDF with a line of text on each page."""
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for place, text in enumerate(pages):
        drawing = f"BT /F1 32 Tf 72 720 Td ({text}) Tj ET"
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                       f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * place} 0 R >>")
        objects.append(f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream")
    written, starts = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        starts.append(len(written))
        written += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    return (f"{written}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
            f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n").encode("ascii")


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
