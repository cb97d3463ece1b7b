# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""A real hub and real devices without a screen, each in a process of its own, for the tests that run the programs as
they are installed. The folder of the programs is in the environment as VEIKART_BIN."""
import contextlib
import hashlib
import json
import os
import signal
import subprocess
import tempfile
import uuid

PATIENCE = 1  # seconds that a device waits for a hub which says nothing
LONGEST = 60  # seconds for one program; only a fault of ours takes longer


def program(name, folder=None):
    return os.path.join(folder or os.environ["VEIKART_BIN"], name)


def run(name, *arguments, given="", folder=None):
    return subprocess.run([program(name, folder), *arguments], input=given, capture_output=True, text=True, check=False,
                          timeout=LONGEST)


def well(done):
    """The standard output of a program that must have ended well."""
    assert done.returncode == 0, f"{done.args}: {done.stdout}{done.stderr}"
    return done.stdout


class Hub:
    """A hub with one office on loopback. It keeps its port and its folder from one life to the next. `programs`: where
    its program is, when that is of another version."""

    def __init__(self, folder, programs=None):
        self.folder = folder
        self.programs = programs
        self.office = well(self.run("init", "--office", "Practice office")).strip()
        self.log = folder + ".log"
        self.port = 0
        self.start()

    def run(self, command, *options):
        return run("veikart-hub", command, "--data", self.folder, *options, folder=self.programs)

    def start(self):
        with open(self.log, "a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [program("veikart-hub", self.programs), "serve", "--data", self.folder, "--port", str(self.port)],
                stdout=subprocess.PIPE, stderr=log, text=True)
        line = self.process.stdout.readline()
        assert line.startswith("listening on "), f"the hub does not serve; see {self.log}"
        self.port = int(line.rsplit(":", 1)[1])

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        if how == signal.SIGTERM:
            self.process.send_signal(signal.SIGCONT)
        self.process.wait(LONGEST)
        self.process.stdout.close()

    @contextlib.contextmanager
    def standing_still(self):
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def add_user(self, role="resource_person"):
        return well(self.run("add-user", "--first", "Kari", "--last", "Moen", "--role", role)).strip()

    def records(self):
        told = well(self.run("status")).splitlines()
        return int(dict(line.split(": ") for line in told)["records"])

    def alarms(self):
        with open(self.log, encoding="utf-8") as log:
            return [line for line in log if "level=alarm" in line]


class Device:
    """A device that is enrolled to a hub, at `port` when something stands between. `programs` as a hub's."""

    def __init__(self, folder, hub, user, port=None, programs=None):
        self.folder = folder
        self.user = user
        self.programs = programs
        offer = folder + ".offer"
        well(self.run("init"))
        well(hub.run("enrol", "--user", user, "--url", f"https://127.0.0.1:{hub.port}", "--output", offer))
        well(self.run("enrol", "--offer", offer))
        if port:
            self.change_enrolment(hubUrl=f"https://127.0.0.1:{port}")

    def change_enrolment(self, **members):
        path = os.path.join(self.folder, "enrolment.json")
        with open(path, encoding="utf-8") as file:
            enrolment = json.load(file) | members
        with open(path, "w", encoding="utf-8") as file:
            json.dump(enrolment, file)

    def run(self, command, *options, given=""):
        return run("veikart-device", command, "--data", self.folder, *options, given=given, folder=self.programs)

    def start(self, command, *options, given="", **popen):
        """The process, of which the caller disposes; `given` waits in a file, so that it takes it at its pace."""
        with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
            file.write(given)
            file.seek(0)
            return subprocess.Popen([program("veikart-device", self.programs), command, "--data", self.folder, *options], stdin=file,
                                    text=True, **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | popen))

    def put(self, *writes):
        """The ids of the records written to, each of `writes` a line as a dictionary."""
        return well(self.run("put", given=lines(writes))).split()

    def parcels(self):
        return os.path.join(self.folder, "parcels")

    def deliver(self, *options, **popen):
        """The process that delivers what `pack` has packed; the caller disposes of it."""
        return subprocess.Popen([program("veikart-device", self.programs), "deliver", "--parcels", self.parcels(), *options],
                                text=True, **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | popen))

    def try_sync(self):
        return self.run("sync", "--patience", str(PATIENCE))

    def sync(self):
        """The report of a session that must go well."""
        return json.loads(well(self.try_sync()))

    def dump(self):
        return well(self.run("dump"))

    def records(self):
        return {record["id"]: record for record in map(json.loads, self.dump().splitlines())}

    def values(self, record, field):
        """What stands in a field, in order; nothing when nobody wrote it or the device does not hold the record."""
        register = self.records().get(record, {"fields": {}})["fields"].get(field, {"siblings": []})
        return sorted(sibling["value"] for sibling in register["siblings"])

    def unsent(self):
        """The export of the outbox: each record's id and the hub's reason for not taking it."""
        output = os.path.join(self.folder, f"unsent-{uuid.uuid4()}.json")
        well(self.run("export", "--output", output))
        with open(output, encoding="utf-8") as file:
            exported = json.load(file)
        os.remove(output)
        return {item["record"]["id"]: item["refused"] for item in exported["unsent"]}

    def must_be_sound(self):
        well(self.run("verify"))


def lines(writes):
    return "".join(json.dumps(write) + "\n" for write in writes)


def note(scope, record=None, **fields):
    """A write to a record of type note, new without an id."""
    return {"type": "note", "scope": scope, "fields": fields} | ({"id": record} if record else {})


def grant(scope, user):
    """A grant in a case's scope: see PROTOCOL.md, "Access". Its values are CBOR text."""
    return {"type": "grant", "scope": scope,
            "fields": {"user": {"hex": "7824" + user.encode().hex()}, "role": {"hex": "64" + b"main".hex()}}}


def founding_grant(scope, user):
    """The grant that a case's scope begins with."""
    case = uuid.UUID(scope.removeprefix("case:"))
    founding = hashlib.blake2b(b"founding grant \x02" + case.bytes, digest_size=32).digest()[:16]
    text = str(uuid.UUID(bytes=founding, version=5))  # the variant as it must be; Python makes none of version 8
    return grant(scope, user) | {"id": text[:14] + "8" + text[15:]}


def must_agree(devices):
    """That cmp finds no difference between the devices' dumps."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, device in enumerate(devices):
            paths.append(os.path.join(folder, str(number)))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(device.dump())
        for path in paths[1:]:
            compared = subprocess.run(["cmp", paths[0], path], capture_output=True, text=True, check=False)
            assert compared.returncode == 0, f"the devices differ: {compared.stdout}{compared.stderr}"
