# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""This version's hub and devices together with another's, in the folder VEIKART_OTHER_BIN: packaging/two_versions.sh
builds both and runs this."""
import os
import tempfile
import unittest

from programs import Device, Hub, must_agree, note

THIS = os.environ["VEIKART_BIN"]
OTHER = os.environ["VEIKART_OTHER_BIN"]


class TwoVersions(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = place.name

    def open_hub(self, programs):
        hub = Hub(os.path.join(self.place, f"hub{len(os.listdir(self.place))}"), programs)
        self.addCleanup(lambda: hub.process.poll() is None and hub.end())
        return hub

    def open_device(self, hub, user, programs):
        return Device(os.path.join(self.place, f"device{len(os.listdir(self.place))}"), hub, user, programs=programs)

    def test_devices_of_both_versions_agree_through_a_hub_of_either(self):
        for programs in (THIS, OTHER):
            with self.subTest(hub=programs):
                hub = self.open_hub(programs)
                user, office = hub.add_user(), "office:" + hub.office
                this, other = (self.open_device(hub, user, each) for each in (THIS, OTHER))
                first, = this.put(note(office, text="by this version"))
                second, = other.put(note(office, text="by the other"))
                for device in (this, other, this):
                    device.sync()
                this.put({"id": second, "fields": {"text": "apart here", "a field of tomorrow": {"hex": "ff00"}}})
                other.put({"id": second, "fields": {"text": "and there"}})
                self.assertEqual(other.run("put", "--delete", first).returncode, 0)
                for device in (this, other, this, other):
                    device.sync()
                must_agree([this, other])
                for device in (this, other):
                    self.assertEqual(device.values(second, "text"), ["and there", "apart here"])
                    device.must_be_sound()
                self.assertEqual(hub.alarms(), [])

    def test_a_type_that_one_version_does_not_know_passes_through_it(self):
        hub = self.open_hub(OTHER)
        user, office = hub.add_user(), "office:" + hub.office
        this, other, third = (self.open_device(hub, user, each) for each in (THIS, OTHER, THIS))
        record, = this.put({"type": "of tomorrow", "scope": office, "fields": {"what": "is kept"}})
        this.sync()
        other.sync()
        other.put({"id": record, "fields": {"and": "added to"}})
        other.sync()
        third.sync()
        this.sync()
        must_agree([this, other, third])
        self.assertEqual(third.values(record, "what"), ["is kept"])

    def test_the_older_version_s_files_are_taken_over_and_the_newer_s_are_left_as_they_are(self):
        """Which of the two is the older is seen from what they say of each other's files."""
        hub = self.open_hub(OTHER)
        user, office = hub.add_user(), "office:" + hub.office
        device = self.open_device(hub, user, OTHER)
        record, = device.put(note(office, text="before"))
        device.sync()
        device.put({"id": record, "fields": {"text": "unsent"}})
        before = device.dump()

        hub.end()
        hub.programs = device.programs = THIS
        hub.start()
        self.assertEqual(device.dump(), before)
        device.sync()
        device.must_be_sound()
        self.assertEqual(self.open_device(hub, user, THIS).sync()["pulled"], 1)

        after = device.dump()
        device.programs = OTHER
        refused = device.run("dump")
        self.assertNotEqual(refused.returncode, 0, "the other version is no older one, and this says nothing")
        self.assertIn("TooNew", refused.stderr)
        device.programs = THIS
        self.assertEqual(device.dump(), after)
        device.sync()


if __name__ == "__main__":
    unittest.main()
