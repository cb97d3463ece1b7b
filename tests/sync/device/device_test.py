# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""veikart-device as it is installed: what it writes, refuses, tells and leaves."""
import json
import os
import stat
import tempfile
import unittest
import uuid

from programs import Device, Hub, lines, must_agree, note, run


class DeviceTest(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = place.name
        self.hub = Hub(os.path.join(self.place, "hub"))
        self.addCleanup(self.hub.end)
        self.office = "office:" + self.hub.office
        self.kari = self.hub.add_user()
        self.device = self.new_device("a")

    def new_device(self, name, user=None):
        return Device(os.path.join(self.place, name), self.hub, user or self.kari)

    def refuses(self, done, *words):
        self.assertEqual(done.returncode, 1, done.stdout)
        for word in words:
            self.assertIn(word, done.stderr)

    def test_what_one_device_puts_another_dumps_byte_for_byte(self):
        other = self.new_device("b")
        writes = [note(self.office, text="hei", raw={"hex": "00ff"}), note(self.office, text="Åse")]
        first, second = self.device.put(*writes)
        self.assertEqual(self.device.sync()["pushed"], 2)
        other.sync()
        must_agree([self.device, other])
        self.assertEqual(other.values(first, "raw"), [{"hex": "00ff"}])
        self.assertEqual(other.values(second, "text"), ["Åse"])
        got = self.device.run("get", "--id", first)
        self.assertIn(got.stdout, self.device.dump())

    def test_a_record_that_is_deleted_goes_with_what_the_deleter_had_seen(self):
        other = self.new_device("b")
        record, = self.device.put(note(self.office, text="hei"))
        self.assertEqual(self.device.run("put", "--delete", record).stdout.strip(), record)
        self.device.sync()
        other.sync()
        self.assertIn("_deleted", other.records()[record]["fields"])
        must_agree([self.device, other])
        self.refuses(self.device.run("put", "--delete", str(uuid.uuid4())), "NotFound", "Nothing of this call")

    def test_all_lines_are_written_or_none(self):
        record, = self.device.put(note(self.office, text="first"))
        before = self.device.dump()
        wrong = {
            "no JSON": "line 2: no JSON object",
            json.dumps({"tpye": "note"}): "line 2: no such member: tpye",
            json.dumps({"id": "x"}): "line 2: id is no UUID",
            json.dumps({"fields": {"a": "b"}}): "line 2: a record that this device does not hold needs type and scope",
            json.dumps(note("case:x", a="b")): "line 2: a scope is office:UUID",
            json.dumps(note(self.office)): "line 2: fields is missing or empty",
            json.dumps(note(self.office, a=7)): "line 2: a value is a string or",
            json.dumps(note(self.office, a={"hex": "0"})): "line 2: a value is a string or",
            json.dumps(note(self.office, _deleted="")): "line 2: names of fields that begin with _",
            json.dumps(note(self.office, **{"a\n": "b"})): "line 2: a type has 1 to 64 bytes",
            json.dumps(note(self.office, a="b") | {"type": "t" * 65}): "line 2: a type has 1 to 64 bytes",
            json.dumps(note(self.office, record, a="b") | {"type": "task"}): "line 2: a record's type and scope never",
            "": "line 2: no JSON object",
        }
        for line, told in wrong.items():
            with self.subTest(line):
                given = lines([note(self.office, record, text="second")]) + line + "\n"
                self.refuses(self.device.run("put", given=given), told, "Nothing of this call was written.")
                self.assertEqual(self.device.dump(), before)
        self.refuses(self.device.run("put"), "there is nothing on standard input")
        self.device.must_be_sound()

    def test_what_is_attached_on_one_device_comes_out_of_another_as_it_was(self):
        other = self.new_device("b")
        source, output = os.path.join(self.place, "letter"), os.path.join(self.place, "out")
        letter = os.urandom(700_000)
        with open(source, "wb") as file:
            file.write(letter)
        record = self.device.run("attach", "--scope", self.office, "--input", source, "--name", "brev").stdout.strip()
        self.assertEqual(self.device.sync()["contentsSent"], 1)
        self.refuses(other.run("content", "--id", record, "--output", output), "this device holds no such attachment")
        self.assertEqual(other.sync()["contentsFetched"], 1)
        other.run("content", "--id", record, "--output", output)
        with open(output, "rb") as file:
            self.assertEqual(file.read(), letter)
        self.assertEqual(stat.S_IMODE(os.stat(output).st_mode), 0o600)
        self.refuses(other.run("content", "--id", record, "--output", output), "there is a file of that name already")
        must_agree([self.device, other])
        for device in (self.device, other):
            device.must_be_sound()
        open(source, "w", encoding="utf-8").close()
        self.refuses(self.device.run("attach", "--scope", self.office, "--input", source), "Nothing of this call")

    def test_type_and_scope_may_be_left_out_of_a_record_that_is_here(self):
        record, = self.device.put(note(self.office, text="first"))
        self.device.put({"id": record, "fields": {"text": "second"}})
        self.assertEqual(self.device.values(record, "text"), ["second"])

    def test_what_it_keeps_and_exports_is_readable_by_its_owner_alone(self):
        self.device.put(note(self.office, text="hei"))
        self.device.run("export", "--output", os.path.join(self.device.folder, "out"))
        for folder, _, names in os.walk(self.device.folder):
            self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700, folder)
            for name in names:
                self.assertEqual(stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode), 0o600, name)

    def test_the_store_holds_no_plaintext(self):
        self.device.put(note(self.office, text="plainly to be seen"))
        for name in os.listdir(self.device.folder):
            path = os.path.join(self.device.folder, name)
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    self.assertNotIn(b"plainly", file.read(), name)

    def test_an_export_says_that_it_is_plaintext_and_replaces_no_file(self):
        record, = self.device.put(note(self.office, text="hei"))
        output = os.path.join(self.place, "out.json")
        self.assertIn("1 unsent records, in PLAINTEXT", self.device.run("export", "--output", output).stdout)
        with open(output, encoding="utf-8") as file:
            exported = json.load(file)
        self.assertIn("PLAINTEXT", exported["notice"])
        item, = exported["unsent"]
        self.assertEqual((item["record"]["id"], item["refused"]), (record, None))
        self.assertLess(item["ageSeconds"], 60)
        self.refuses(self.device.run("export", "--output", output), "Conflict: there is a file of that name already")

    def test_a_folder_becomes_a_device_once(self):
        before = self.device.dump()
        self.refuses(self.device.run("init"), "Conflict", "Nothing was changed.")
        self.assertEqual(self.device.dump(), before)
        empty = os.path.join(self.place, "empty")
        os.mkdir(empty)
        self.refuses(run("veikart-device", "dump", "--data", empty), "this folder holds no device")
        self.assertEqual(os.listdir(empty), [])

    def test_a_store_is_one_users(self):
        before = self.device.sync()
        stranger = os.path.join(self.place, "stranger")
        run("veikart-hub", "enrol", "--data", self.hub.folder, "--user", self.hub.add_user(), "--url",
            f"https://127.0.0.1:{self.hub.port}", "--output", stranger)
        self.refuses(self.device.run("enrol", "--offer", stranger), "this store is another user's")
        self.assertEqual(self.device.sync()["pulled"], before["pulled"])

    def test_an_offer_that_is_used_or_no_offer_enrols_nothing(self):
        self.device.sync()
        self.refuses(self.device.run("enrol", "--offer", self.device.folder + ".offer"), "Refused", "is kept")
        self.refuses(self.device.run("enrol", "--offer", self.hub.log), "Invalid: no JSON object")
        self.refuses(self.device.run("enrol", "--offer", "nowhere"), "NotFound")
        self.device.sync()

    def test_before_it_is_enrolled_a_device_writes_and_says_what_it_lacks(self):
        folder = os.path.join(self.place, "alone")
        run("veikart-device", "init", "--data", folder)
        written = run("veikart-device", "put", "--data", folder, given=lines([note(self.office, text="hei")]))
        self.assertEqual(written.returncode, 0)
        self.refuses(run("veikart-device", "sync", "--data", folder), "this device is not enrolled", "is kept")

    def test_a_device_writes_while_its_session_waits_for_the_hub(self):
        first, = self.device.put(note(self.office, text="sent"))
        with self.hub.standing_still():
            session = self.device.start("sync")
            second, = self.device.put(note(self.office, text="written meanwhile"))
            self.refuses(self.device.try_sync(), "Busy: another session")
        told, errors = session.communicate(timeout=30)
        self.assertEqual(session.returncode, 0, errors)
        self.assertGreaterEqual(json.loads(told)["pushed"], 1)
        self.device.sync()
        self.assertEqual(self.device.unsent(), {})
        other = self.new_device("b")
        other.sync()
        self.assertEqual(set(other.records()), {first, second})

    def test_a_damaged_store_is_told_by_verify_and_left_as_it_is(self):
        self.device.put(note(self.office, text="x" * 20_000))
        path = os.path.join(self.device.folder, "store.db")
        with open(path, "r+b") as file:
            file.seek(-2000, os.SEEK_END)
            file.write(b"!")
        with open(path, "rb") as file:
            before = file.read()
        checked = self.device.run("verify")
        self.refuses(checked, "Corrupt", "Nothing was changed.")
        self.assertIn("file: ", checked.stdout)
        with open(path, "rb") as file:
            self.assertEqual(file.read(), before)

    def test_an_option_that_is_mistyped_leaves_no_default_in_its_place(self):
        self.refuses(self.device.run("sync", "--pateince", "3"), "no such option: --pateince", "veikart-device sync")
        self.refuses(self.device.run("sync", "--patience", "soon"), "--patience is no number of seconds")
        self.refuses(self.device.run("get"), "--id is missing")
        self.refuses(run("veikart-device", "pull"), "no such command")

    def test_output_that_can_not_be_written_is_a_failure(self):
        self.device.put(note(self.office, text="hei"))
        with open("/dev/full", "w", encoding="utf-8") as full:
            dumping = self.device.start("dump", stdout=full)
            _, errors = dumping.communicate(timeout=30)
        self.assertEqual(dumping.returncode, 1)
        self.assertIn("standard output can't be written", errors)


if __name__ == "__main__":
    unittest.main()
