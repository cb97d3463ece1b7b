# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Looking for words in a dump of a process' memory, whichever way it kept them. Thousands of words in hundreds of
megabytes: so the text is taken out first, and each word looked for in that."""
import re

PAGE = 4096
LOST = 16  # bytes at the start of a freed piece of memory that the allocator writes over
SHORTEST_END = 12  # letters; shorter ends are pieces of other words
SHORTEST_RUN = rb"{5,}"
RUNS = {
    "utf-8": rb"(?:[\t\n\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2})",
    "utf-16-le": rb"(?:[\t\n\x20-\xff]\0|[\x10-\x3f]\x20)",
    "utf-16-be": rb"(?:\0[\t\n\x20-\xff]|\x20[\x10-\x3f])",
}


class Dump:
    """A core file: its bytes without the empty pages, and the text among them by encoding."""

    def __init__(self, path):
        self.path = path
        with open(path, "rb") as file:
            self.data = b"".join(page for page in iter(lambda: file.read(PAGE), b"") if page.strip(b"\0"))
        self.text = {encoding: text_of(self.data, encoding) for encoding in RUNS}

    def holds(self, secret):
        """Bytes as they are."""
        return secret in self.data

    def words(self, wanted):
        """Which of `wanted` (pieces of text and what they mean) stand there, and how they are encoded."""
        return {f"{meaning} ({encoding})" for encoding, text in self.text.items()
                for piece, meaning in wanted.items() if stands(piece, text)}


def text_of(data, encoding):
    runs = re.findall(RUNS[encoding] + SHORTEST_RUN, data)
    return "\0".join(run.decode(encoding, "replace") for run in runs)


def stands(word, text):
    """Not where it goes on, as "Tangen" does in "Tangent"."""
    place = text.find(word)
    while place >= 0 and text[place + len(word):place + len(word) + 1].islower():
        place = text.find(word, place + 1)
    return place >= 0


def with_ends(words):
    """Each word, and what is left of it when it was freed."""
    pieces = {word: word for word in words}
    for word in words:
        for end in (word.encode("utf-8")[LOST:].decode("utf-8", "ignore"), word.encode("utf-16-le")[LOST:].decode("utf-16-le")):
            if len(end) >= SHORTEST_END:
                pieces.setdefault(end, f"end of {word}")
    return pieces
