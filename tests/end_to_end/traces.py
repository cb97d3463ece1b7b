# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Looking for words in files as bytes, in the encodings that the app keeps text in."""
import os
import re
import sys

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
LOST = 16  # bytes at the start of a freed piece of memory that the allocator writes over


def practice_people(root):
    """The full names of the practice office's staff and clients."""
    with open(os.path.join(root, "packaging/practice/people.cpp"), encoding="utf-8") as file:
        text = file.read()
    staff = [" ".join(found) for found in re.findall(r'Staff\{"[^"]*", "([^"]+)", "([^"]+)"', text)]
    clients = [" ".join(found) for found in re.findall(r'Client\{"([^"]+)", "([^"]+)"', text)]
    if not staff or not clients:
        sys.exit("found nobody in people.cpp")
    return staff, clients


def patterns(words, lost=0):
    """Each word's bytes in each encoding; long ones also without the first `lost` bytes."""
    found = {}
    for word in words:
        for encoding in ENCODINGS:
            data = word.encode(encoding)
            found[data] = f"{word} ({encoding})"
            if lost and len(data) - lost >= 12:
                found[data[lost:]] = f"end of {word} ({encoding})"
    return found


def place_of(data, word, ends_there):
    """Where `word` first stands, -1 for nowhere. With `ends_there`, not where it goes on, as "Tangen" does in "Tangent"."""
    place = data.find(word)
    while place >= 0 and ends_there and data[place + len(word):place + len(word) + 1].islower():
        place = data.find(word, place + 1)
    return place


def traces(path, wanted, ends_there=False):
    """What of `wanted` (bytes and what they mean) stands in the file: meanings, each with its first place."""
    if os.path.getsize(path) == 0:
        return {}
    with open(path, "rb") as file:
        # A core dump is mostly pages without anything; leaving them out makes the search several times shorter.
        data = b"".join(page for page in iter(lambda: file.read(4096), b"") if page.strip(b"\0"))
    places = {meaning: place_of(data, word, ends_there) for word, meaning in wanted.items()}
    return {meaning: place for meaning, place in places.items() if place >= 0}


def report(path, wanted, ends_there=False):
    return [f"{path}: {meaning} at {place}" for meaning, place in traces(path, wanted, ends_there).items()]


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
