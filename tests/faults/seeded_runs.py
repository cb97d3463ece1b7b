# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Real devices and a real hub live through faults that a seed chooses: lines that are cut, stall, drip, delay, reorder
and repeat, and programs that are killed or stand still. Afterwards everything must be in step and nothing acknowledged
lost.

    seeded_runs.py --runs N --from N    the runs of these seeds
    seeded_runs.py --seed N             one of them, told step by step

A seed fixes what happens and when; the machine's own pace decides how far a program is by then.
"""
import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid

from fault_proxy import Fault, FaultProxy
from programs import PATIENCE, Device, Hub, founding_grant, grant, lines, must_agree, note

STEPS = 12
LONGEST_LIFE = 0.06  # seconds, in which an idle machine brings about half of the programs to their end


class Office:
    """Three devices, of which two are one counsellor's, and everything that was acknowledged to them."""

    def __init__(self, place, seed, tell):
        self.random = random.Random(seed)
        self.tell = tell
        self.hub = Hub(os.path.join(place, "hub"))
        self.line = FaultProxy(self.hub.port)
        kari, nora = self.hub.add_user(), self.hub.add_user()
        self.scopes = [f"office:{self.hub.office}", f"case:{self.uuid()}"]
        self.devices = [Device(os.path.join(place, name), self.hub, user, self.line.port)
                        for name, user in (("a", kari), ("b", kari), ("c", nora))]
        self.devices[0].put(founding_grant(self.scopes[1], kari), grant(self.scopes[1], nora))
        self.devices[0].sync()
        self.known = []  # (record, scope) of notes that some device may hold
        self.acknowledged = []  # (record, field, dot, value)
        self.deaths = 0

    def close(self):
        self.line.__exit__()
        self.hub.end()

    def uuid(self):
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def step(self):
        act = self.random.choices([self.put, self.delete, self.sync, self.sync_two, self.put_and_sync,
                                   self.sync_while_the_hub_fails, self.pack, self.deliver], [5, 1, 5, 2, 2, 2, 2, 3])[0]
        act(self.random.choice(self.devices))

    def writes(self):
        for _ in range(self.random.randint(1, 4)):
            if not self.known or self.random.random() < 0.4:
                self.known.append((self.uuid(), self.random.choice(self.scopes)))
            record, scope = self.random.choice(self.known)
            size = self.random.choice([3, 300, 30_000, 300_000])
            fields = {self.random.choice("abc"): self.random.randbytes(size).hex()}
            yield note(scope, record, **fields)

    def put(self, device):
        writes = list(self.writes())
        life = self.life()
        self.say(device, f"puts {len(writes)}", life)
        if not self.live(device.start("put", given=lines(writes)), life):
            return
        held = device.records()
        last = {(write["id"], field): value for write in writes for field, value in write["fields"].items()}
        for (record, field), value in last.items():
            self.note_acknowledged(held[record], field, value)

    # The device's own write has replaced all that it had seen, so it stands alone there.
    def note_acknowledged(self, record, field, value):
        sibling, = record["fields"][field]["siblings"]
        assert sibling["value"] == value, "a put that was acknowledged is not in the store"
        self.acknowledged.append((record["id"], field, sibling["dot"], value))

    def delete(self, device):
        if not self.known:
            return
        record, _ = self.random.choice(self.known)
        self.say(device, "deletes one, if it holds it")
        device.run("put", "--delete", record)

    def fault(self):
        random_ = self.random
        cut = random_.choice([random_.randint(1, 3_000), random_.randint(1, 200_000)])
        return random_.choice([
            Fault(), Fault(cut_up=cut), Fault(cut_down=cut), Fault(cut_up=cut, stall=True), Fault(delay=0.02),
            Fault(drip=random_.randint(50_000, 500_000)), Fault(repeat=True)])

    def sync(self, device):
        self.line.faults = [self.fault() for _ in range(self.random.randint(0, 2))]
        life = self.life()
        self.say(device, f"syncs over {self.line.faults}", life)
        self.live(self.start_sync(device), life)
        self.line.faults = []

    # The first one's answers come after the second one's.
    def sync_two(self, device):
        other = self.random.choice([one for one in self.devices if one is not device])
        later = threading.Event()
        self.line.faults = [Fault(hold=later)]
        self.say(device, "syncs, and is answered after", self.devices.index(other))
        first = self.start_sync(device)
        time.sleep(0.03)
        self.live(self.start_sync(other))
        later.set()
        self.live(first)
        self.line.faults = []

    # The hub's answers come when more was written.
    def put_and_sync(self, device):
        later = threading.Event()
        self.line.faults = [Fault(hold=later)]
        self.say(device, "syncs, and is answered after the next put")
        session = self.start_sync(device)
        time.sleep(0.05)
        self.put(device)
        later.set()
        self.live(session)
        self.line.faults = []

    def sync_while_the_hub_fails(self, device):
        moment = self.random.uniform(0, LONGEST_LIFE)
        killed = self.random.random() < 0.7
        self.say(device, f"syncs, and the hub {'dies' if killed else 'stands still'} after {moment:.3f} s")
        session = self.start_sync(device)
        time.sleep(moment)
        if killed:
            self.hub.end(signal.SIGKILL)
            self.hub.start()
        else:
            with self.hub.standing_still():
                time.sleep(0.3)
        self.live(session)

    def pack(self, device):
        life = self.life()
        self.say(device, "packs parcels", life)
        self.live(device.start("pack"), life)

    # Also those of long ago.
    def deliver(self, device):
        self.line.faults = [self.fault()]
        life = self.life()
        self.say(device, f"delivers its parcels over {self.line.faults}", life)
        self.live(device.deliver("--patience", str(PATIENCE)), life)
        self.line.faults = []

    def start_sync(self, device):
        return device.start("sync", "--patience", str(PATIENCE))

    def life(self):
        return self.random.uniform(0, LONGEST_LIFE) if self.random.random() < 0.4 else None

    def live(self, process, life=None):
        """Whether the program ended well by itself; it is killed when its life is over."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(life)
        if process.poll() is None:
            process.kill()
            self.deaths += 1
        process.communicate()
        return process.returncode == 0

    def say(self, device, what, life=None):
        self.tell(f"{'abc'[self.devices.index(device)]} {what}" + (f", killed after {life:.3f} s" if life else ""))

    def must_be_in_step(self):
        self.line.faults = []
        for device in self.devices * 2:
            device.sync()
        must_agree(self.devices)
        for device in self.devices:
            device.must_be_sound()
            assert device.unsent() == {}, "something stays unsent"
        held = self.devices[0].records()
        for record, field, dot, value in self.acknowledged:
            must_hold(held[record]["fields"][field], dot, value)
        assert self.hub.records() == len(held), "the hub holds another number of records"
        assert self.hub.alarms() == [], self.hub.alarms()


def must_hold(register, dot, value):
    """That an acknowledged write stands there, or was replaced by one that had seen it."""
    standing = {sibling["dot"]: sibling["value"] for sibling in register["siblings"]}
    replica, counter = dot.split(":")
    seen = register["context"].get(replica, 0) >= int(counter)
    assert standing.get(dot) == value if dot in standing else seen, f"the acknowledged write {dot} is lost"


def run(seed, tell):
    with tempfile.TemporaryDirectory() as place:
        office = Office(place, seed, tell)
        try:
            for _ in range(STEPS):
                office.step()
            office.must_be_in_step()
        finally:
            office.close()
        return f"{len(office.acknowledged)} writes acknowledged, {office.deaths} programs killed"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--from", type=int, default=1, dest="first")
    parser.add_argument("--seed", type=int)
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.runs) if options.seed is None else [options.seed]
    tell = (lambda line: None) if options.seed is None else print
    for seed in seeds:
        try:
            print(f"seed {seed}: {run(seed, tell)}", flush=True)
        except AssertionError as failure:
            sys.exit(f"seed {seed}: {failure}\nreplay it with --seed {seed}")


if __name__ == "__main__":
    main()
