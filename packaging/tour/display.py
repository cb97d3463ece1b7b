# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""A display of our own, in memory, with a Norwegian keyboard."""
import os
import subprocess


class VirtualDisplay:
    """Xvfb, and DISPLAY pointing to it while the block lasts."""

    def __init__(self, size):
        width, height = size
        self.size = f"{width}x{height}x24"
        self.server = None
        self.outer = None

    def __enter__(self):
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", self.size, "-nolisten", "tcp", "-noreset"]
        self.server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.outer = os.environ.get("DISPLAY")
        os.environ["DISPLAY"] = f":{number}"
        subprocess.run(["setxkbmap", "no"], check=True, timeout=10)
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait(10)
        if self.outer is None:
            del os.environ["DISPLAY"]
        else:
            os.environ["DISPLAY"] = self.outer
