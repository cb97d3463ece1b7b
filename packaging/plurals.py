#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Writes app/translations/veikart_nb.ts from what lupdate found. Bokmål is written in the source in its plural; this table
gives the singular. Run it after adding a text with %n:

    lupdate -I . -target-language nb_NO -pluralonly -no-obsolete -locations none app qml -ts found.ts
    packaging/plurals.py found.ts

Fails, naming the text, when a text with %n has no line here."""
import sys
import xml.etree.ElementTree as ElementTree

# plural word → singular word; None: the same in both.
SINGULAR = {
    "endringer": "endring",
    "opplysninger": "opplysning",
    "brukere": "bruker",
    "kontakter": "kontakt",
    "avtaler": "avtale",
    "temaer": "tema",
    "sekunder": "sekund",
    "minutter": "minutt",
    "ganger": "gang",
    "deles": None,
    "trenger": None,
    "siden": None,
    "min": None,
    "år": None,
    "dag": None,
    "spørsmål": None,
    "forsøk": None,
    "vedlegg": None,
}


def singular(text):
    following = text[text.index("%n") + 2:].lstrip(". ").split(" ")[0].strip(".:,")
    if following not in SINGULAR:
        sys.exit(f"no line for «{following}» in «{text}»")
    return text.replace("%n " + following, "%n " + (SINGULAR[following] or following))


tree = ElementTree.parse(sys.argv[1])
tree.getroot().attrib.update(language="nb_NO", sourcelanguage="nb_NO")
for message in tree.iter("message"):
    translation = message.find("translation")
    source = message.findtext("source")
    translation.attrib.pop("type", None)
    for form, text in zip(translation.findall("numerusform"), [singular(source), source]):
        form.text = text
with open("app/translations/veikart_nb.ts", "wb") as file:
    file.write(b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n')
    tree.write(file, encoding="utf-8")
    file.write(b"\n")
