#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Opens the app on the practice office, for a person to use. The hub is served as long as the app is open."""
import argparse
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
        try:
            return subprocess.run(office.app_command(PEOPLE[arguments.role], paper), check=False).returncode
        except KeyboardInterrupt:
            return 130


if __name__ == "__main__":
    sys.exit(main())
