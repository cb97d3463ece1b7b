# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""What was written about people in an office, from a device's dump of all its records."""
import json

BYTES, TEXT, LIST, MAP = 2, 3, 4, 5  # those of CBOR's major types (RFC 8949) that hold anything
HASHES = "case_keys"  # of what a client is known by: no values, and no words
LONGEST = 400  # longer ones are a sealed mapping's copy of what other records say


def texts(data):
    """All texts of a value, whatever they are in."""
    found = []

    def item(place):
        kind, size = data[place] >> 5, data[place] & 31
        place += 1
        if size >= 24:
            length = 1 << (size - 24)
            size = int.from_bytes(data[place:place + length], "big")
            place += length
        if kind == TEXT:
            found.append(data[place:place + size].decode("utf-8"))
        if kind in (BYTES, TEXT):
            place += size
        for _ in range({LIST: size, MAP: 2 * size}.get(kind, 0)):
            place = item(place)
        return place

    item(0)
    return found


def value_of(sibling):
    value = sibling["value"]
    return bytes.fromhex(value["hex"]) if isinstance(value, dict) else value.encode("utf-8")


def words(record):
    return {text for field in record["fields"].values() for sibling in field["siblings"]
            for text in texts(value_of(sibling)) if len(text) <= LONGEST}


def cases(path):
    """By scope, what is said in each case of the dump."""
    said = {}
    with open(path, encoding="utf-8") as file:
        for record in map(json.loads, file):
            if record["scope"].startswith("case:") and record["type"] != HASHES:
                said.setdefault(record["scope"], set()).update(words(record))
    return said
