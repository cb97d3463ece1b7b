# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""A dump of the client's process, taken in the middle of the survey: it knows this client and her answers, and nobody
else: no other client, and of the staff no more than the counsellor's first name."""
import glob
import sys

from traces import LOST, finish, patterns, practice_people, traces

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
in_program = {trace.split(": ", 1)[1].rsplit(" at ", 1)[0] for trace in traces(program, patterns(words))}
wanted = {data: name for data, name in patterns(words, LOST).items() if name not in in_program}
finish([trace for core in cores for trace in traces(core, wanted)], len(cores))
