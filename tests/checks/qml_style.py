# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Colours and sizes live in qml/Theme alone; no untyped property; QtQuick.Controls in qml/Controls alone (CONTRIBUTING)."""
import re
import sys

from sources import files, finish, read

# A line height is a factor of the type size, not a number of pixels.
SIZE = (r"(?!lineHeight)(?:\w*[wW]idth|\w*[hH]eight|\w*[sS]pacing|\w*[mM]argins?|\w*[pP]adding|\w*[rR]adius|pixelSize|pointSize|"
        r"border\.width|implicitWidth|implicitHeight|x|y)")
RULES = [
    (re.compile(r'["\']#[0-9A-Fa-f]{3,8}["\']'), "a colour outside qml/Theme", "qml/Theme/"),
    (re.compile(r"\b" + SIZE + r"\s*:\s*-?(?!0\s*(?:$|[;}/]))\d+(?:\.\d+)?\s*(?:$|[;}])"), "a bare pixel number outside qml/Theme",
     "qml/Theme/"),
    (re.compile(r"\bproperty\s+(?:var|variant)\b"), "an untyped property", None),
    (re.compile(r"^\s*import\s+QtQuick\.(?:Controls|Templates)"), "QtQuick.Controls outside qml/Controls", "qml/Controls/"),
]

root = sys.argv[1]
offences, count = [], 0
for path in files(root, ["qml"], (".qml",)):
    count += 1
    for number, line in enumerate(read(root, path).splitlines(), 1):
        code = line.split("//")[0]
        for pattern, rule, home in RULES:
            if pattern.search(code) and not (home and path.startswith(home)):
                offences.append(f"{path}:{number}: {rule}: {line.strip()}")
finish(offences, count)
