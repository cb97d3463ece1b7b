# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""No context property, no run-time registration, no nested event loop; SQL only where it belongs (CONTRIBUTING)."""
import re
import sys

from sources import files, finish, read

RULES = [
    (re.compile(r"\bsetContextProperty|\bsetContextObject"), "a context property", ()),
    (re.compile(r"\bqmlRegister\w+"), "a run-time registration; use QML_ELEMENT", ()),
    (re.compile(r"\bQEventLoop\b|\bprocessEvents\b|\bwaitForFinished\b"), "a nested event loop or blocking wait", ()),
    (re.compile(r"\bthrow\b(?!\w)"), "an exception of ours; errors are values", ()),
    (re.compile(r'"\s*(?:SELECT|INSERT|UPDATE|DELETE FROM|CREATE TABLE)\b'), "SQL outside its folders",
     ("app/store/", "sync/replica/", "sync/hub/", "platform/database/")),
]
COMMENT = re.compile(r"//.*$")

root = sys.argv[1]
offences, count = [], 0
for path in files(root, ["platform", "sync", "app"], (".h", ".cpp")):
    count += 1
    text = read(root, path)
    if "SPDX-License-Identifier: MIT" not in text[:200]:
        offences.append(f"{path}:1: no licence line")
    for number, line in enumerate(text.splitlines(), 1):
        code = COMMENT.sub("", line)
        for pattern, rule, homes in RULES:
            if pattern.search(code) and not path.startswith(homes or ("\0",)):
                offences.append(f"{path}:{number}: {rule}: {line.strip()}")
finish(offences, count)
