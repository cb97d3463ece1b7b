# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Dumps of the app's memory, taken on its way by root. In the middle of the survey the client's process knows this client
and her answers, and nobody else: of no other case a word, of the staff no more than the counsellor's first name, and none
of the device's secrets. The locked app knows nobody at all, nor does the one to which the client gave the tablet back.
A dump of the counsellor's process does hold all that."""
import glob
import os
import sys

from dumps import Dump, with_ends
from office_words import cases
from traces import practice_people, secrets_of_device

root, program, device_secrets, tour = sys.argv[1:]
sys.path.insert(0, f"{root}/packaging/tour")
import client  # noqa: E402
import home_visit  # noqa: E402

SHORTEST = 8  # letters; shorter words are also pieces of others
SHORTEST_NAME = 6
MANY = 50  # pieces of others' words that a counsellor's process holds
SKIPPED = 77


def dump(who):
    found = glob.glob(os.path.join(tour, "cores", who + ".*"))
    if not found and not home_visit.may_be_root():
        print("only root can dump the app, and sudo asks for a password here")
        sys.exit(SKIPPED)
    return Dump(found[0]) if len(found) == 1 else sys.exit(f"the tour left {len(found)} core dumps of the {who}")


def public(words):
    """What the program and its forms say, and `words`."""
    forms = [open(path, encoding="utf-8").read() for path in glob.glob(f"{root}/app/forms/definitions/*.json")]
    with open(program, "rb") as file:
        return "\n".join([file.read().decode("utf-8", "ignore"), *forms, *words])


def words_of_others():
    """What is said in the other cases and in none of the client's, and who works in the office."""
    said = cases(os.path.join(tour, "office.jsonl"))
    own = [scope for scope, words in said.items() if client.LAST_NAME in words]
    if len(own) != 1:
        sys.exit(f"the office knows {len(own)} cases of the client")
    staff, clients = practice_people(root)
    surnames = [name.split(" ", 1)[1] for name in clients]
    words = {word for words in said.values() for word in words if len(word) >= SHORTEST}
    words |= {*staff, *clients, *(name for name in surnames if len(name) >= SHORTEST_NAME)}
    known = public(said[own[0]])
    return {piece: meaning for piece, meaning in with_ends(sorted(words)).items() if piece not in known}


def traces(of, words):
    found = {f"{name}, as {len(data)} bytes" for data, name in keys.items() if of.holds(data)} | of.words(words)
    print(f"{os.path.basename(of.path)}: {len(found)} traces")
    return sorted(found)


keys = secrets_of_device(device_secrets, os.path.join(tour, "work/office/tablet"), home_visit.PIN)
others = words_of_others()
own = with_ends(client.SECRETS)
if home_visit.HER_NUMBER not in others:
    sys.exit("the number that was written in another case is not looked for")
print(f"{len(others)} pieces of what is said of others")

seen = traces(dump("counsellor"), others)
if len(seen) < MANY or not any(line.startswith("the store's key") for line in seen):
    sys.exit("the counsellor's dump does not even hold the key and the cases: looking for them shows nothing")
survey = dump("client")
if not survey.words(dict.fromkeys([client.FIRST_NAME, *client.CHOICES], "hers")):
    sys.exit("the client's dump does not even hold the survey: it shows nothing")

found = traces(survey, others) + traces(dump("locked"), others) + traces(dump("returned"), others | own)
print("\n".join(found))
sys.exit(1 if found else 0)
