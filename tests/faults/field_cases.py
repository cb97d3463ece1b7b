# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""What users of other field apps lost work to, each told by its name, with real programs and real faults."""
import itertools
import json
import os
import resource
import shutil
import signal
import tempfile
import threading
import time
import unittest
import uuid

from fault_proxy import Fault, FaultProxy
from programs import Device, Hub, founding_grant, lines, must_agree, note, run

MEBIBYTE = 1024 * 1024


def files_no_larger_than(limit):
    """Options for a process whose writes fail beyond that, as on a full disk, instead of ending it by a signal."""
    def limit_it():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return {"preexec_fn": limit_it, "restore_signals": False}


class FieldCase(unittest.TestCase):
    """A hub, a line that can be broken, two devices of one counsellor, and what must hold when a case is over."""

    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = place.name
        self.hub = Hub(os.path.join(self.place, "hub"))
        self.addCleanup(self.hub.end)
        self.office = "office:" + self.hub.office
        self.kari = self.hub.add_user()
        self.line = self.enterContext(FaultProxy(self.hub.port))
        self.device = self.new_device("a", self.line.port)
        self.other = self.new_device("b")

    def new_device(self, name, port=None):
        return Device(os.path.join(self.place, name), self.hub, self.kari, port)

    def ends_well(self, *devices):
        """All devices sync without a fault, agree and are sound, and nothing alarmed the hub."""
        devices = devices or (self.device, self.other)
        self.line.faults.clear()
        for device in devices * 2:
            device.sync()
        must_agree(devices)
        for device in devices:
            device.must_be_sound()
        self.assertEqual(self.hub.alarms(), [])


class RefusalTest(FieldCase):
    def case_of_nobody(self):
        return f"case:{uuid.uuid4()}"

    def test_the_hub_rejects_item_3_of_5_and_the_others_arrive_and_it_survives(self):
        closed = self.case_of_nobody()
        scopes = [self.office, self.office, closed, self.office, self.office]
        ids = self.device.put(*[note(scope, text=f"item {i}") for i, scope in enumerate(scopes, 1)])
        report = self.device.sync()
        self.assertEqual((report["pushed"], report["refused"]), (4, 1))
        self.other.sync()
        self.assertEqual(set(self.other.records()), set(ids) - {ids[2]})
        self.assertEqual(self.device.values(ids[2], "text"), ["item 3"])
        self.assertEqual(self.device.unsent(), {ids[2]: "no_access"})
        # What it lacked comes: it goes by itself.
        self.device.put(founding_grant(closed, self.kari))
        self.device.sync()
        self.device.sync()
        self.assertEqual(self.device.unsent(), {})
        self.ends_well()
        self.assertEqual(self.other.values(ids[2], "text"), ["item 3"])

    def test_a_refused_reply_never_clears_the_local_change(self):
        refused = {
            self.device.put(note(self.case_of_nobody(), text="no access"))[0]: "no_access",
            self.device.put(note(self.office, text="x" * (4 * MEBIBYTE + 1)))[0]: "too_large",
        }
        before = self.device.dump()
        for _ in range(3):
            self.device.sync()
            self.assertEqual(self.device.unsent(), refused)
        self.hub.end(signal.SIGKILL)
        self.hub.start()
        self.device.sync()
        self.assertEqual(self.device.unsent(), refused)
        self.assertEqual(self.device.dump(), before)
        self.device.must_be_sound()

    def test_an_id_that_two_devices_gave_two_types_is_an_alarm_and_both_keep_what_they_wrote(self):
        record = str(uuid.uuid4())
        self.device.put(note(self.office, record, text="a note"))
        self.other.put(note(self.office, record, text="a task") | {"type": "task"})
        self.device.sync()
        for _ in range(3):
            failed = self.other.try_sync()
            self.assertIn("Corrupt", failed.stderr)
            self.assertEqual(set(self.other.unsent()), {record})
        self.device.sync()
        self.assertEqual(self.device.values(record, "text"), ["a note"])
        self.assertEqual(self.other.values(record, "text"), ["a task"])
        self.device.must_be_sound()
        self.other.must_be_sound()

    def test_the_outbox_stays_readable_and_exportable_whatever_the_hub_says(self):
        record, = self.device.put(note(self.office, text="worth keeping"))
        before = self.device.dump()
        stranger = Hub(os.path.join(self.place, "stranger"))
        self.addCleanup(stranger.end)
        here = f"https://127.0.0.1:{self.line.port}"
        token = self.enrolled()["deviceToken"]

        def fails(words):
            failed = self.device.try_sync()
            self.assertEqual(failed.returncode, 1, failed.stdout)
            self.assertIn(words, failed.stderr)
            self.assertIn("What is unsent is kept", failed.stderr)
            self.assertEqual(self.device.unsent(), {record: None})
            self.assertEqual(self.device.dump(), before)

        with self.subTest("it does not answer"), self.hub.standing_still():
            fails("Offline")
        with self.subTest("it is another hub"):
            self.device.change_enrolment(hubUrl=f"https://127.0.0.1:{stranger.port}")
            fails("Refused")
        with self.subTest("it does not know the device"):
            self.device.change_enrolment(hubUrl=here, deviceToken="0" * 64)
            fails("Refused: unauthorised")
        with self.subTest("the line breaks in every handshake"):
            self.device.change_enrolment(deviceToken=token)
            self.line.faults = [Fault(cut_down=700)] * 4
            fails("Offline")
            self.line.faults.clear()
        with self.subTest("it is gone"):
            self.hub.end()
            fails("Offline")
            self.hub.start()
        self.ends_well()
        self.assertEqual(self.other.values(record, "text"), ["worth keeping"])

    def enrolled(self):
        with open(os.path.join(self.device.folder, "enrolment.json"), encoding="utf-8") as file:
            return json.load(file)


class LineTest(FieldCase):
    def test_the_hub_commits_and_the_reply_is_lost_and_the_retry_changes_nothing(self):
        record, = self.device.put(note(self.office, text=os.urandom(5000).hex()))
        never = threading.Event()
        self.line.faults = [Fault(hold=never)]
        self.assertIn("Offline", self.device.try_sync().stderr)
        self.assertEqual(self.hub.records(), 1)
        self.assertEqual(self.device.unsent(), {record: None})
        self.ends_well()
        self.assertEqual(self.hub.records(), 1)

    def test_answers_that_come_in_another_order_than_the_requests_went_end_right(self):
        own = os.urandom(3000).hex()
        others = os.urandom(3000).hex()
        record, = self.device.put(note(self.office, text=own))
        self.other.put(note(self.office, record, text=others))
        later = threading.Event()
        self.line.faults = [Fault(hold=later)]
        session = self.device.start("sync")
        while self.hub.records() == 0:
            time.sleep(0.01)
        self.other.sync()
        later.set()
        _, errors = session.communicate(timeout=60)
        self.assertEqual(session.returncode, 0, errors)
        self.ends_well()
        self.assertEqual(self.other.values(record, "text"), sorted([own, others]))

    def test_an_edit_made_while_its_elder_is_on_its_way_is_unsent_after_the_receipt(self):
        record, = self.device.put(note(self.office, text="first", more="first"))
        later = threading.Event()
        self.line.faults = [Fault(hold=later)]
        session = self.device.start("sync")
        while self.hub.records() == 0:
            time.sleep(0.01)
        self.device.put(note(self.office, record, text="second"))
        later.set()
        told, errors = session.communicate(timeout=60)
        self.assertEqual((session.returncode, json.loads(told)["pushed"]), (0, 1), errors)
        self.assertEqual(self.device.unsent(), {record: None})
        self.ends_well()
        self.assertEqual(self.other.values(record, "text"), ["second"])

    def test_a_connection_that_the_line_repeats_brings_nothing_twice(self):
        self.line.faults = [Fault(repeat=True)] * 2
        self.device.put(note(self.office, text="once"))
        self.device.sync()
        self.device.put(note(self.office, text="twice"))
        self.device.sync()
        self.ends_well()
        self.assertEqual(self.hub.records(), 2)

    def test_a_slow_line_has_its_time(self):
        self.other.put(note(self.office, text=os.urandom(40_000).hex()))
        self.other.sync()
        self.line.faults = [Fault(drip=60_000, delay=0.01)]
        self.device.sync()
        self.ends_well()

    def test_a_bootstrap_cut_again_and_again_comes_to_its_end(self):
        self.other.put(*[note(self.office, text=os.urandom(100_000).hex()) for _ in range(30)])
        self.other.sync()
        self.line.faults = [Fault(cut_down=cut) for cut in (900, 4_000, 60_000, 900_000, 1_300_000)]
        for _ in range(6):
            self.device.try_sync()
        self.ends_well()

    def test_an_offline_run_of_edits_uploaded_in_any_order_ends_right(self):
        everyone = (self.device, self.other, self.new_device("c"))
        for order in itertools.permutations(everyone):
            record, = self.device.put(note(self.office, shared="first"))
            for device in everyone:
                device.sync()
            for number, device in enumerate(everyone):
                for edit in range(1, 6):
                    said = f"edit {edit} of {number}"
                    device.put(note(self.office, record, shared=said, **{f"from_{number}": said}))
            self.line.faults = [Fault(cut_up=1500)]
            for device in order:
                device.try_sync()
            self.ends_well(*everyone)
            last = [f"edit 5 of {number}" for number in range(len(everyone))]
            self.assertEqual(self.device.values(record, "shared"), last)
            for number, said in enumerate(last):
                self.assertEqual(self.device.values(record, f"from_{number}"), [said])


class DeathTest(FieldCase):
    def test_a_disk_that_is_full_in_the_middle_of_a_pull_keeps_whole_pages_and_goes_on(self):
        own, = self.device.put(note(self.office, text="unsent"))
        ids = self.other.put(*[note(self.office, text=os.urandom(200_000).hex()) for _ in range(24)])
        self.other.sync()
        # The write-ahead log takes one of five pages of the feed.
        session = self.device.start("sync", **files_no_larger_than(3 * MEBIBYTE))
        _, errors = session.communicate(timeout=60)
        self.assertEqual(session.returncode, 1)
        self.assertRegex(errors, "Full|Io")
        held = set(self.device.records()) & set(ids)
        self.assertTrue(0 < len(held) < len(ids), f"not full half-way: {len(held)} of {len(ids)} records came")
        self.device.must_be_sound()
        self.assertEqual(self.device.values(own, "text"), ["unsent"])
        report = self.device.sync()
        self.assertEqual(report["pulled"], len(ids) - len(held))
        self.ends_well()

    def test_a_put_on_a_full_disk_says_so_and_writes_nothing(self):
        record, = self.device.put(note(self.office, text="first"))

        writes = [note(self.office, record, text="second"), note(self.office, text="x" * (2 * MEBIBYTE))]
        putting = self.device.start("put", given=lines(writes), **files_no_larger_than(MEBIBYTE))
        told, errors = putting.communicate(timeout=60)
        self.assertEqual((putting.returncode, told), (1, ""))
        self.assertIn("Nothing of this call was written.", errors)
        self.assertEqual(self.device.values(record, "text"), ["first"])
        self.ends_well()

    def test_a_device_whose_key_is_lost_still_delivers_what_it_had_packed(self):
        ids = self.device.put(*[note(self.office, text="x" * 2000 + str(i)) for i in range(40)])
        letter = os.path.join(self.place, "letter")
        with open(letter, "wb") as file:
            file.write(os.urandom(MEBIBYTE))
        attached = self.device.run("attach", "--scope", self.office, "--input", letter).stdout.strip()
        self.device.run("pack")
        os.remove(os.path.join(self.device.folder, "store.key"))
        for cut in (500, 5_000, 200_000):
            self.line.faults = [Fault(cut_up=cut)]
            self.device.deliver().communicate()
        self.line.faults = []
        for _ in range(3):  # killed in the middle, it goes on where it was
            with self.device.deliver() as cut_short:
                cut_short.kill()
        told, _ = self.device.deliver().communicate()
        self.assertEqual(json.loads(told)["left"], 0)
        self.assertEqual([name for name in os.listdir(self.device.parcels()) if name.endswith(".parcel")], [])
        self.other.sync()
        self.assertEqual(set(self.other.records()), {*ids, attached})
        copy = os.path.join(self.place, "copy")
        self.other.run("content", "--id", attached, "--output", copy)
        with open(letter, "rb") as one, open(copy, "rb") as two:
            self.assertEqual(one.read(), two.read())

    def test_parcels_on_a_memory_stick_reach_the_hub_by_another_machine(self):
        record, = self.device.put(note(self.office, text="skrevet uten nett"))
        self.device.run("pack")
        stick = os.path.join(self.place, "stick")
        shutil.copytree(self.device.parcels(), stick)
        shutil.rmtree(self.device.folder)
        done = run("veikart-device", "deliver", "--parcels", stick)
        self.assertEqual(json.loads(done.stdout), {"delivered": 1, "left": 0})
        self.other.sync()
        self.assertEqual(self.other.values(record, "text"), ["skrevet uten nett"])

    def test_a_device_killed_in_its_push_sends_no_more_than_a_batch_again(self):
        batch = 2 * MEBIBYTE
        size = 100_000
        self.device.put(*[note(self.office, text=os.urandom(size // 2).hex()) for _ in range(100)])
        session = self.device.start("sync")
        while self.hub.records() < 40:
            time.sleep(0.001)
        session.kill()
        session.communicate()
        at_hub = self.hub.records()
        unsent = len(self.device.unsent())
        self.assertEqual(self.device.sync()["pushed"], unsent)
        self.assertLessEqual(unsent - (100 - at_hub), batch // size + 1)
        self.ends_well()
        self.assertEqual(self.hub.records(), 100)

    def test_a_hub_killed_in_a_push_has_kept_whole_batches_and_goes_on(self):
        self.device.put(*[note(self.office, text=os.urandom(50_000).hex()) for _ in range(100)])
        session = self.device.start("sync", "--patience", "1")
        while self.hub.records() < 30:
            time.sleep(0.001)
        self.hub.end(signal.SIGKILL)
        _, errors = session.communicate(timeout=60)
        self.assertIn("Offline", errors)
        self.hub.start()
        self.ends_well()
        self.assertEqual(self.hub.records(), 100)


if __name__ == "__main__":
    unittest.main()
