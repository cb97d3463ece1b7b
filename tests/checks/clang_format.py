# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Every C++ file is as clang-format leaves it."""
import os
import subprocess
import sys

from sources import files, finish

root, clang_format = sys.argv[1:3]
paths = list(files(root, ["platform", "sync", "app", "tests", "packaging"], (".h", ".cpp")))
result = subprocess.run([clang_format, "--dry-run", "-Werror"] + [os.path.join(root, path) for path in paths],
                        capture_output=True, text=True, check=False)
offences = [line for line in result.stderr.splitlines() if "[-Wclang-format-violations]" in line]
if result.returncode != 0 and not offences:
    offences = result.stderr.splitlines()
finish(offences, len(paths))
