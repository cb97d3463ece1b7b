# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Runs a benchmark and sees that it prints the lines it promises: those below and the one named first, if any. Times are
never judged here."""
import json
import subprocess
import sys

NUMBERS = ("n", "samples", "median_ms", "p95_ms", "bytes", "bytes_up", "bytes_down")
EXPECTED = {"answer_commit", "push_10k", "bootstrap_10k", "incremental_100_push", "incremental_100_pull",
            "nothing_to_do", "conflicts_1k", "open_case_in_10k", "killed_at_40_percent", "program_push_10k",
            "program_push_40k", "program_bootstrap_10k", "program_bootstrap_40k"}


def check(line):
    figure = json.loads(line)
    for name in NUMBERS:
        assert isinstance(figure[name], (int, float)) and figure[name] >= 0, f"{name} in {line}"
    assert (figure["ratio"] is None) == (figure["limit_ms"] is None), line
    return figure["name"]


output = subprocess.run(sys.argv[2:], check=True, capture_output=True, text=True, timeout=110).stdout
names = {check(line) for line in output.splitlines()}
missing = EXPECTED.union(filter(None, [sys.argv[1]])) - names
assert not missing, f"missing: {sorted(missing)}"
print(output, end="")
