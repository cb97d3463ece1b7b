# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""A hub on loopback with the practice office, in a folder of its own: made once, kept, and served while it is needed.

    hub/        the hub's certificate and embedded store       offers/     enrolment offers, used up once each
    devices/    the devices that the history was lived on      tablet/, supervisor/    the apps' own data
    port, hub.log, users (locked by each open window)
    layout      written last: the office is whole, and which programs can open it"""
import glob
import json
import os
import shutil
import socket
import subprocess
import time

SUPERVISOR = "Randi Vik"
COUNSELLOR = "Kari Moen"
SECOND_COUNSELLOR = "Jonas Lie"
LAYOUT = "2"  # of the stores; raised when stores made before can't be opened, which no release may ask for


class PracticeOffice:
    def __init__(self, folder, binaries):
        self.folder = os.path.abspath(folder)
        self.binaries = os.path.abspath(binaries)
        self.environment = dict(os.environ)  # of the hub's programs
        self.hub = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def program(self, name):
        return os.path.join(self.binaries, name)

    def app_folder(self, person):
        folders = {SUPERVISOR: "supervisor", SECOND_COUNSELLOR: "second-tablet"}
        return self.path(folders.get(person, "tablet"))

    def user_folder(self, person):
        """Of the one user of that person's tablet."""
        users = glob.glob(os.path.join(self.app_folder(person), "users", "*"))
        if len(users) != 1:
            raise RuntimeError(f"{len(users)} users on {person}'s tablet")
        return users[0]

    # Making it

    def make(self):
        """Everything but the app's own folders. An office that was not finished is begun anew; one that the programs
        of today may be unable to open is kept beside it."""
        if self.layout() == LAYOUT:
            return
        self.put_aside()
        os.makedirs(self.path("offers"), mode=0o700)
        os.chmod(self.folder, 0o700)
        with open(self.path("port"), "w", encoding="ascii") as file:
            file.write(str(free_port()))
        self.call("veikart-hub", "init", "--data", self.path("hub"), "--office", "Øvingskontoret", "--host", "127.0.0.1",
                  "--practice", "yes")
        for name, user in self.staff().items():
            first, last = name.split(" ", 1)
            role = "supervisor" if name == SUPERVISOR else "counsellor"
            self.call("veikart-hub", "add-user", "--data", self.path("hub"), "--first", first, "--last", last,
                      "--role", role, "--id", user)
        self.start()
        self.fill()
        with open(self.path("layout"), "w", encoding="ascii") as file:
            file.write(LAYOUT)

    def layout(self):
        try:
            with open(self.path("layout"), encoding="ascii") as file:
                return file.read()
        except FileNotFoundError:
            return None

    def put_aside(self):
        if self.layout() is None and not os.path.exists(self.path("filled")):  # so earlier programs marked a whole one
            shutil.rmtree(self.folder, ignore_errors=True)
            return
        old = f"{self.folder}-before-{time.strftime('%Y%m%d-%H%M%S')}"
        os.rename(self.folder, old)
        print(f"The practice office does not say that these programs can open it. It is kept in {old}; a new one is made.", flush=True)

    def staff(self):
        return json.loads(self.call("veikart-practice-office", "--staff-ids"))

    def fill(self):
        offers = [self.offer(name) for name in self.staff() if name != SUPERVISOR]
        self.call("veikart-practice-office", "fill", "--data", self.path("devices"),
                  *[word for offer in offers for word in ("--offer", offer)])

    def offer(self, person):
        """A new offer that enrols one device of that person."""
        path = self.path("offers", f"{len(os.listdir(self.path('offers'))) + 1}.json")
        self.call("veikart-hub", "enrol", "--data", self.path("hub"), "--user", self.staff()[person],
                  "--url", f"https://127.0.0.1:{self.port()}", "--output", path)
        return path

    def app_command(self, person, paper=None):
        """How that person's app is opened; the first time it is given an offer to enrol with."""
        folder = self.app_folder(person)
        command = [self.program("veikart"), "--data", folder]
        if not glob.glob(os.path.join(folder, "users", "*", "key.json")) and not os.path.exists(os.path.join(folder, "key.json")):
            command += ["--enrol", self.offer(person)]
        return command + (["--practice-paper", paper] if paper else [])

    # The hub

    def port(self):
        with open(self.path("port"), encoding="ascii") as file:
            return int(file.read())

    def start(self, patience=20):
        """Serves, unless another run of ours does already."""
        if self.hub is not None or answers(self.port()):
            return
        with open(self.path("hub.log"), "ab") as log:
            self.hub = subprocess.Popen([self.program("veikart-hub"), "serve", "--data", self.path("hub"),
                                        "--port", str(self.port())], env=self.environment, stdout=log,
                                        stderr=log)
        end = time.monotonic() + patience
        while not answers(self.port()):
            if self.hub.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"the hub did not start; see {self.path('hub.log')}")
            time.sleep(0.1)

    def stop(self):
        if self.hub is None:
            return
        self.hub.terminate()
        try:
            self.hub.wait(15)
        except subprocess.TimeoutExpired:
            self.hub.kill()
            self.hub.wait(15)
        self.hub = None

    def records(self):
        """How many the hub holds."""
        status = self.call("veikart-hub", "status", "--data", self.path("hub"))
        return int(status.partition("records: ")[2].split()[0])

    def erase(self, client):
        """By law, as an administrator does it while the hub serves."""
        self.call("veikart-hub", "erase", "--data", self.path("hub"), "--case", self.case_of(client))

    def known(self):
        """Every record, a line each, as a device of the supervisor's sees it."""
        finder = self.path("finder")
        if not os.path.isdir(finder):
            self.call("veikart-device", "init", "--data", finder)
            self.call("veikart-device", "enrol", "--data", finder, "--offer", self.offer(SUPERVISOR))
        self.call("veikart-device", "sync", "--data", finder)
        return self.call("veikart-device", "dump", "--data", finder)

    def case_of(self, client):
        """The id of that client's case."""
        for line in self.known().splitlines():
            record = json.loads(line)
            if record["type"] == "person" and all(name.encode().hex() in line for name in client.split()):
                return record["scope"].partition(":")[2]
        raise RuntimeError(f"no case of {client}")

    def parcels(self, person):
        """The files of that person's app which wait to be delivered."""
        folder = os.path.join(self.user_folder(person), "parcels")
        return [name for name in os.listdir(folder) if name.endswith(".parcel")] if os.path.isdir(folder) else []

    def call(self, program, *arguments):
        done = subprocess.run([self.program(program), *arguments], env=self.environment, capture_output=True,
                              text=True, timeout=300)
        if done.returncode != 0:
            raise RuntimeError(f"{program} {arguments[0]}: {done.stderr.strip()}")
        return done.stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
