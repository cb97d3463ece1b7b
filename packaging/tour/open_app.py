#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Opens the app on the practice office, for a person to use. The hub is served as long as an app is open."""
import argparse
import fcntl
import os
import signal
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from practice_office import COUNSELLOR, SUPERVISOR, PracticeOffice  # noqa: E402

PEOPLE = {"counsellor": COUNSELLOR, "supervisor": SUPERVISOR}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--role", choices=PEOPLE, default="counsellor")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the hub is stopped on the way out
    with PracticeOffice(arguments.folder, arguments.bin) as office:
        office.make()
        office.start()
        paper = office.path("paper")
        os.makedirs(paper, mode=0o700, exist_ok=True)
        print(f"Opens the app for {PEOPLE[arguments.role]}. The first time, choose a PIN of six digits.\n"
              f"The other one: packaging/run.sh {'counsellor' if arguments.role == 'supervisor' else 'supervisor'}\n"
              f"Practice papers: {paper}", flush=True)
        with open(office.path("users"), "w", encoding="ascii") as users:
            fcntl.flock(users, fcntl.LOCK_SH)
            try:
                ended = subprocess.run(office.app_command(PEOPLE[arguments.role], paper), check=False).returncode
                if office.hub is not None:
                    wait_for_others(users)
                return ended
            except KeyboardInterrupt:
                return 130


def wait_for_others(users):
    """Until no other window needs the hub that this one has started."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("The hub is served until the other window is closed.", flush=True)
        fcntl.flock(users, fcntl.LOCK_EX)


if __name__ == "__main__":
    sys.exit(main())
