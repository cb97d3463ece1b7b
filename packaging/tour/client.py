# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""The part of the road where the tablet is the client's: who she is, what she answers, and how she gives it back."""
import re

import driver as use
from driver import StepFailed

FIRST_NAME, LAST_NAME, MISSPELT = "Mona", "Tjeldflåt", "Tjelflåt"
FULL_NAME = f"{FIRST_NAME} {LAST_NAME}"
REAL_LOOKING_ID = "15078812345"  # month not shifted by 80; the check digits fit nobody
MEASURE = "Arbeidspraksis på et sveiseverksted"

READING = "Hvordan er det for deg å lese et brev på norsk?"
BACK_PAIN = "Korsryggen verker når jeg løfter tungt"

# What she says, by question. Whatever is not here she leaves open and goes on.
CHOICES = {
    "Hvilket språk snakker du best?": ["Norsk"],
    "Vil du ha tolk når vi snakker sammen?": ["Nei"],
    READING: ["Sånn passe"],
    "Hvordan er det for deg å skrive en melding på norsk?": ["Vet ikke"],
    "Hva vil du helst nå?": ["Praksis eller arbeidstrening"],
    "Har du begynt på en utdanning du ikke ble ferdig med?": ["Vil ikke svare"],
    "Har du kurs eller bevis som kan brukes i en jobb?": ["Førerkort for bil", "Truckfører", "Varme arbeider"],
    "Har du jobb nå?": ["Nei"],
    "Hva er dine sterke sider?": ["Rolig", "Står på"],
    "Hvordan er helsen din for tiden?": ["Dårlig"],
    "Har du omsorg for barn under 18 år?": ["Nei"],
    "Hvor stor tro har du på å få en jobb?": ["Ganske stor"],
    "Hvor ofte vil du ha kontakt med oss?": ["Hver uke"],
}
WORDS = {
    "Hva er viktigst for deg akkurat nå?": "At jentungen får begynne på turngruppa til våren.",
    "Hva slags jobb kunne du tenke deg?": "Sveiser igjen, helst på et lite verksted.",
    "Hva er du god på?": "Rette sømmer, og å holde hodet kaldt.",
    "Hva er det viktigste du har svart? Skriv med egne ord.": "Jeg vil tilbake til sveisemaska, men ryggen må med.",
}
MORE = {"Hvordan er helsen din for tiden?": BACK_PAIN + ", og da sover jeg nesten ikke."}
SKIPPED_THEME = "Hvor bor du nå?"  # the first question of the theme she passes over
ASKS_WHY = "Vil du ha tolk når vi snakker sammen?"
WHY = re.compile("^Tolken har taushetsplikt")  # stands open beside what is sensitive
PAUSES_AT = "Hvordan er helsen din for tiden?"
PICTURED = {
    "Hvilket språk snakker du best?": "client-question",
    "Hva er viktigst for deg akkurat nå?": "client-own-words",
    "Har du kurs eller bevis som kan brukes i en jobb?": "client-several",
    "Har du begynt på en utdanning du ikke ble ferdig med?": "client-declines",
    "Hvordan er helsen din for tiden?": "client-says-more",
    "Hva lever du av nå?": "client-many-answers",
}
QUESTIONS = 60  # more than the view has

# Words of hers that may stand in no file and no log.
SECRETS = [LAST_NAME, MISSPELT, FULL_NAME, MEASURE, BACK_PAIN, "Korsryggen", "turngruppa", "sveisemaska",
           *WORDS.values()]


def fill_in(app, dump_core):
    print("Klientens del", flush=True)
    app.wait_for(re.compile(f"^Nå er nettbrettet ditt, {FIRST_NAME}"), patience=40)
    app.take_keyboard()
    app.shot("hand-over", portrait=True)
    app.press("Begynn")
    last = None
    for _ in range(QUESTIONS):
        question = app.until(lambda: next_stop(app, last), "the next question or the end")
        if question == THE_END:
            return give_back(app)
        answer(app, question, dump_core)
        last = question
    raise StepFailed("the questions do not come to an end")


THE_END = "the end"


def next_stop(app, last):
    headings = app.names(use.HEADINGS)
    if any(heading.startswith(f"Takk, {FIRST_NAME}") for heading in headings):
        return THE_END
    questions = [heading for heading in headings if heading.endswith(("?", ".")) and heading != last]
    return questions[0] if questions and app.find("Neste", use.PRESSABLE) else None


def answer(app, question, dump_core):
    if question == SKIPPED_THEME:
        app.shot("client-may-skip-theme")
        return app.press("Hopp over temaet")
    if question == ASKS_WHY:
        app.wait_for(WHY)
        app.shot("client-why")
        app.press("Hvorfor spør vi?")
        app.wait_gone(WHY)
    for choice in CHOICES.get(question, []):
        app.choose(choice)
    if question in WORDS:
        app.write(question, WORDS[question])
    if question in MORE:
        app.press("Vil du si mer?")
        app.write(f"Vil du si mer? – {question}", MORE[question])
    if question in PICTURED:
        app.shot(PICTURED[question], portrait=question == PAUSES_AT)
    if question == PAUSES_AT:
        pause(app)
        dump_core()
    app.press("Neste")


def pause(app):
    app.press("Ta pause")
    app.wait_for("Fortsett", use.PRESSABLE)
    app.shot("client-pause", portrait=True)
    app.press("Fortsett")
    app.wait_for(PAUSES_AT)


def give_back(app):
    app.shot("client-finished")
    app.choose("Jeg vil ha svarene på papir")
    app.shot("client-wants-paper", portrait=True)
    app.press("Se over svarene")
    app.wait_for(READING)
    app.shot("client-looks-over")
    app.press("Ferdig")
    app.press("Gi tilbake til Kari")
    app.wait_for("Gi nettbrettet til Kari")
    app.shot("given-back", portrait=True)
    app.press("Kari: lås opp")
    app.wait_for(re.compile("Skriv PIN-koden din"), patience=40)


