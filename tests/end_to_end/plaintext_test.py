# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""After the tour: no client's name, nothing that anybody wrote and none of the device's secrets stand readable in any data
folder, log or temporary file."""
import os
import re
import sys

from office_words import cases
from traces import files_under, finish, patterns, practice_people, report, secrets_of_device

root, device_secrets, tour = sys.argv[1:]
work = os.path.join(tour, "work")
sys.path.insert(0, os.path.join(root, "packaging/tour"))
import client  # noqa: E402
import home_visit  # noqa: E402

said = [*client.SECRETS, home_visit.DONE_ON_VISIT, home_visit.DONE_A_WEEK_LATER, home_visit.COMMENT,
        home_visit.CALL_THE_DOCTOR, home_visit.WRITE_A_CV]
_, clients = practice_people(root)
known = os.path.join(tour, "office.jsonl")
written = {word for words in cases(known).values() for word in words
           if len(word) >= 8 and " " in word or re.fullmatch(r"\d{11}", word)}  # codes and ids are the forms' and the hub's
wanted = patterns([*said, *clients, *written])
wanted |= secrets_of_device(device_secrets, os.path.join(work, "office/tablet"), home_visit.PIN)
if not {home_visit.DONE_ON_VISIT, home_visit.HER_NUMBER} <= written or not report(known, wanted):
    sys.exit("the search does not find what was written")
paths = list(files_under(work))
expected = ("office/tablet/users", "office/hub", "app.log")
missing = [name for name in expected if not os.path.exists(os.path.join(work, name))]
if missing:
    sys.exit(f"the tour left no {', '.join(missing)}: nothing to look at")
finish([line for path in paths for line in report(path, wanted)], len(paths))
