# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""What the checks share: listing the tree's files and reporting offences."""
import os
import sys


def files(root, folders, endings):
    for folder in folders:
        for path, _, names in sorted(os.walk(os.path.join(root, folder))):
            for name in sorted(names):
                if name.endswith(endings):
                    yield os.path.relpath(os.path.join(path, name), root)


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def finish(offences, count):
    """Prints the offences and leaves with their verdict. A check that looked at nothing has failed."""
    for offence in offences:
        print(offence)
    print(f"{count} files looked at, {len(offences)} offences")
    sys.exit(1 if offences or count == 0 else 0)
