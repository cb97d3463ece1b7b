# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""qmllint has nothing to say about any QML file. Needs the built modules, whose types it reads."""
import os
import subprocess
import sys

from sources import files, finish

root, qmllint, modules = sys.argv[1:4]
paths = list(files(root, ["qml"], (".qml",)))
result = subprocess.run([qmllint, "-I", modules] + [os.path.join(root, path) for path in paths],
                        capture_output=True, text=True, check=False)
output = result.stdout + result.stderr
offences = [line for line in output.splitlines() if line.startswith(("Warning", "Error"))]
if result.returncode != 0 and not offences:
    offences = output.splitlines()
finish(offences, len(paths))
