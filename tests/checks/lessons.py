# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Every lesson has its row in tests/sync/LESSONS.md, and every test that is quoted there exists."""
import re
import sys

from sources import files, finish, read

TABLE = "tests/sync/LESSONS.md"
LAST_LESSON = 56
QUOTED = re.compile(r'"([^"]+)"')
LITERAL = r'"(?:[^"\\]|\\.)*"'
TEST_CASE = re.compile(r"TEST_CASE\(\s*((?:" + LITERAL + r"\s*)+)")
TEST_METHOD = re.compile(r"def test_(\w+)\(")


def sentences(root, folder):
    for path in files(root, [folder], (".cpp", ".py")):
        text = read(root, path)
        for found in TEST_CASE.findall(text):
            yield "".join(literal[1:-1] for literal in re.findall(LITERAL, found)).replace("\\", "")
        for found in TEST_METHOD.findall(text):
            yield found.replace("_", " ")


def numbers(cell):
    """T05 of 'T05', T01 to T05 and T42 of 'T01–T05, T42'."""
    for first, last in re.findall(r"T(\d+)(?:–T(\d+))?", cell):
        yield from range(int(first), int(last or first) + 1)


root = sys.argv[1]
names = set(sentences(root, "tests"))
rows = [line for line in read(root, TABLE).splitlines() if line.startswith("| T")]
covered = {number for row in rows for number in numbers(row.split("|")[1])}
offences = [f"{TABLE}: T{number:02} has no row" for number in range(1, LAST_LESSON + 1) if number not in covered]
for row in rows:
    for quoted in QUOTED.findall(row):
        beginning = quoted.removesuffix("…").strip()
        if not any(name.startswith(beginning) for name in names):
            offences.append(f'{TABLE}: no test is called "{quoted}"')
finish(offences, len(rows))
