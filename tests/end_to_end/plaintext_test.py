# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""After the tour: no client's name and none of her words stand readable in any data folder, log or temporary file."""
import os
import sys

from traces import files_under, finish, patterns, practice_people, report

root, work = sys.argv[1:]
sys.path.insert(0, os.path.join(root, "packaging/tour"))
import client  # noqa: E402
import home_visit  # noqa: E402

said = [*client.SECRETS, home_visit.DONE_ON_VISIT, home_visit.DONE_A_WEEK_LATER, home_visit.COMMENT,
        home_visit.CALL_THE_DOCTOR, home_visit.WRITE_A_CV]
_, clients = practice_people(root)
wanted = patterns([*said, *clients])
paths = list(files_under(work))
expected = ("office/tablet/store.db", "office/hub", "app.log")
missing = [name for name in expected if not os.path.exists(os.path.join(work, name))]
if missing:
    sys.exit(f"the tour left no {', '.join(missing)}: nothing to look at")
finish([line for path in paths for line in report(path, wanted)], len(paths))
