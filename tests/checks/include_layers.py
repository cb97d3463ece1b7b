# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Nothing points up: which folder may include which (README, "The house"). Qt stays where it belongs."""
import re
import sys

from sources import files, finish, read

# Each folder, and the folders whose headers it may include besides its own.
BASE = ["platform/base"]
CRYPTO = BASE + ["platform/crypto"]
RECORD = CRYPTO + ["sync/record"]
DATABASE = CRYPTO + ["platform/database"]
HTTP = CRYPTO + ["platform/http"]
REPLICA = RECORD + DATABASE + ["sync/replica"]
FORMS = CRYPTO + ["app/forms"]
CASEWORK = FORMS + RECORD + ["app/casework"]
STORE = CASEWORK + REPLICA + ["app/store"]
SHARED = STORE + HTTP + ["platform/os", "sync/client", "app/viewmodels/shared"]
PAGES = SHARED + ["app/documents"]
ALLOWED = {
    "platform/base": BASE,
    "platform/crypto": CRYPTO,
    "platform/database": DATABASE,
    "platform/http": HTTP,
    "platform/os": CRYPTO,
    "sync/record": RECORD,
    "sync/protocol": RECORD,
    "sync/replica": REPLICA,
    "sync/client": REPLICA + HTTP + ["platform/os", "sync/protocol"],
    "sync/device": REPLICA + HTTP + ["platform/os", "sync/client"],
    "sync/hub": RECORD + DATABASE + HTTP + ["platform/os", "sync/protocol"],
    "app/forms": FORMS,
    "app/casework": CASEWORK,
    "app/store": STORE,
    "app/documents": STORE,
    "app/viewmodels/shared": SHARED,
    "app/viewmodels/client": PAGES,
    "app/viewmodels/entry": SHARED,
    "app/viewmodels/review": PAGES,
    "app/viewmodels/attachments": PAGES,
    "app/viewmodels/office": SHARED + ["app/viewmodels/review"],
    "app/viewmodels/mapping": PAGES,
    "app/viewmodels/followup": SHARED,
    "app/viewmodels/supervisor": PAGES + ["app/viewmodels/review"],
    "app/viewmodels/application": SHARED + ["app/viewmodels/" + folder
                                            for folder in ("attachments", "entry", "review", "office", "mapping",
                                                           "followup", "supervisor")],
}
QT_FOLDERS = ("app/viewmodels", "app/documents", "app/main.cpp")
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')


def folder_of(path):
    matches = [folder for folder in ALLOWED if path.startswith(folder + "/")]
    return max(matches, key=len) if matches else None


def offence(path, number, bracket, target):
    if bracket == "<":
        if re.match(r"Q[A-Z]|Qt[A-Z]", target) and not path.startswith(QT_FOLDERS):
            return f"{path}:{number}: Qt is not for this folder: {target}"
        return None
    mine, theirs = folder_of(path), folder_of(target)
    if path == "app/main.cpp" or target.endswith(".pb.h") and path.startswith("sync/"):
        return None  # main.cpp names everything
    if mine is None:
        return f"{path}:{number}: in a folder that has no line in the table"
    if theirs is None:
        return f"{path}:{number}: include from the root, from a known folder: {target}"
    if theirs != mine and theirs not in ALLOWED[mine]:
        return f"{path}:{number}: {mine} may not include {theirs}"
    return None


root = sys.argv[1]
offences, count = [], 0
for path in files(root, ["platform", "sync", "app"], (".h", ".cpp")):
    count += 1
    for number, line in enumerate(read(root, path).splitlines(), 1):
        match = INCLUDE.match(line)
        found = match and offence(path, number, match[1], match[2])
        if found:
            offences.append(found)
finish(offences, count)
