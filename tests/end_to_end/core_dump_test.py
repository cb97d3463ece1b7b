# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""A dump of the client's process, taken in the middle of the survey: it knows this client and her answers, and nobody
else: no other client, of the staff no more than the counsellor's first name, and not the store's key, which a dump of
the counsellor's process does hold."""
import glob
import os
import subprocess
import sys

from traces import LOST, finish, patterns, practice_people, report, traces

root, program, unwrap_key, tour = sys.argv[1:]
sys.path.insert(0, f"{root}/packaging/tour")
import client  # noqa: E402
import home_visit  # noqa: E402

SHORTEST_NAME = 6  # shorter surnames are also pieces of other words
SKIPPED = 77


def cores(who):
    found = glob.glob(os.path.join(tour, "cores", who + ".*"))
    if not found and not home_visit.may_be_root():
        print("only root can dump the app, and sudo asks for a password here")
        sys.exit(SKIPPED)
    return found or sys.exit(f"the tour left no core dump of the {who}")


def key_patterns():
    key_file = os.path.join(tour, "work/office/tablet/key.json")
    text = subprocess.run([unwrap_key, key_file, home_visit.PIN], check=True, capture_output=True, text=True).stdout
    return {bytes.fromhex(text): "the store's key"} | patterns([text, text.upper()])


key = key_patterns()
if not any(traces(core, key) for core in cores("counsellor")):
    sys.exit("the counsellor's dump does not even hold the key: looking for it shows nothing")
if not any(traces(core, patterns([client.FIRST_NAME, *client.CHOICES])) for core in cores("client")):
    sys.exit("the client's dump does not even hold the survey: it shows nothing")

staff, clients = practice_people(root)
surnames = [name.split(" ", 1)[1] for name in clients]
words = [*staff, *clients, *(name for name in surnames if len(name) >= SHORTEST_NAME)]
of_no_person = traces(program, patterns(words, LOST))
wanted = {data: meaning for data, meaning in patterns(words, LOST).items() if meaning not in of_no_person}
found = [line for core in cores("client")
         for line in report(core, wanted, ends_there=True) + report(core, key)]
finish(found, len(cores("client")))
