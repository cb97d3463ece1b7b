# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""A dump of the client's process, taken in the middle of the survey: it knows this client and her answers, and nobody
else: no other client, and of the staff no more than the counsellor's first name."""
import glob
import sys

from traces import LOST, finish, patterns, practice_people, report, traces

root, program, prefix = sys.argv[1:]
sys.path.insert(0, f"{root}/packaging/tour")
import client  # noqa: E402

SHORTEST_NAME = 6  # shorter surnames are also pieces of other words

cores = glob.glob(prefix + ".*")
if not cores:
    sys.exit("the tour left no core dump")
if not any(traces(core, patterns([client.FIRST_NAME, *client.CHOICES])) for core in cores):
    sys.exit("the dump does not even hold the survey: it shows nothing")

staff, clients = practice_people(root)
surnames = [name.split(" ", 1)[1] for name in clients]
words = [*staff, *clients, *(name for name in surnames if len(name) >= SHORTEST_NAME)]
of_no_person = traces(program, patterns(words, LOST))
wanted = {data: meaning for data, meaning in patterns(words, LOST).items() if meaning not in of_no_person}
finish([line for core in cores for line in report(core, wanted, ends_there=True)], len(cores))
