# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""After two tablets had attachments: none of what they are called or hold stands readable, but where the files came from."""
import os
import sys

from traces import files_under, finish, patterns, report

root, work = sys.argv[1:]
sys.path.insert(0, os.path.join(root, "packaging/tour"))
import two_tablets  # noqa: E402

PIECE = 32  # bytes; no two files share so many by chance, unless they are all alike
PNG_BEGINS = b"\x89PNG\r\n\x1a\n"  # the signature is one, and nothing else here is

originals = [os.path.join(work, "home", place) for place in ("Pictures/IMG_0412.jpg", "Documents/kontrakt.pdf")]
wanted = patterns([two_tablets.LETTER, two_tablets.CONSENT, two_tablets.CONTRACT]) | {PNG_BEGINS: "a PNG"}
for original in originals:
    with open(original, "rb") as file:
        content = file.read()
    for part in range(1, 40):
        at = len(content) * part // 40
        piece = content[at:at + PIECE]
        if len(set(piece)) > PIECE / 2:
            wanted[piece] = f"{os.path.basename(original)} from byte {at}"
paths = [path for path in files_under(work) if path not in originals]
seen = [path for path in originals if not report(path, wanted)]
if seen:
    sys.exit(f"the search does not find what is in {', '.join(seen)}")
finish([line for path in paths for line in report(path, wanted)], len(paths))
