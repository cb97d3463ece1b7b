# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Looking for words in files as bytes, in the encodings that the app keeps text in."""
import mmap
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


def traces(path, wanted, ends_there=False):
    """What of `wanted` (bytes and what they mean) stands in the file: meanings, each with its first place. With
    `ends_there`, not where the word goes on, as "Tangen" does in "Tangent"."""
    if os.path.getsize(path) == 0:
        return {}
    any_of_them = re.compile(b"(?:" + b"|".join(re.escape(data) for data in sorted(wanted, key=len, reverse=True))
                             + (rb")(?![a-z])" if ends_there else rb")"))
    found = {}
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for match in any_of_them.finditer(data):
            found.setdefault(wanted[match.group()], match.start())
    return found


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
