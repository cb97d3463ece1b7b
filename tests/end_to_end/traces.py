# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Looking for words in files as bytes, in the encodings that the app keeps text in."""
import os
import re
import subprocess
import sys

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def practice_people(root):
    """The full names of the practice office's staff and clients."""
    with open(os.path.join(root, "packaging/practice/people.cpp"), encoding="utf-8") as file:
        text = file.read()
    staff = [" ".join(found) for found in re.findall(r'Staff\{"[^"]*", "([^"]+)", "([^"]+)"', text)]
    clients = [" ".join(found) for found in re.findall(r'Client\{"([^"]+)", "([^"]+)"', text)]
    if not staff or not clients:
        sys.exit("found nobody in people.cpp")
    return staff, clients


def patterns(words):
    """Each word's bytes in each encoding."""
    return {word.encode(encoding): f"{word} ({encoding})" for word in words for encoding in ENCODINGS}


def secrets_of_device(program, folder, pin):
    """Its keys, its token and the PIN: as they are, and as they may be written."""
    lines = subprocess.run([program, folder, pin], check=True, capture_output=True, text=True).stdout.splitlines()
    found = patterns([pin])
    for name, text in (line.split("\t") for line in lines):
        found[bytes.fromhex(text)] = name
        for form in (text, text.upper()):
            found |= {data: f"{name} in hexadecimal" for data in patterns([form])}
    return found


def report(path, wanted):
    """What of `wanted` (bytes and what they mean) stands in the file, and where first."""
    with open(path, "rb") as file:
        data = file.read()
    return [f"{path}: {meaning} at {data.find(word)}" for word, meaning in wanted.items() if word in data]


def files_under(folder):
    for path, _, names in os.walk(folder):
        for name in names:
            file = os.path.join(path, name)
            if os.path.isfile(file) and not os.path.islink(file):
                yield file


def finish(found, looked_at):
    print("\n".join(found))
    print(f"{looked_at} files looked at, {len(found)} traces")
    sys.exit(1 if found or looked_at == 0 else 0)
