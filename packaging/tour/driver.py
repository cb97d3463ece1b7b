# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""Uses the app as a person does: looks for controls by the names that a screen reader says, clicks where they stand on
the screen and types on the keyboard. Needs an X display, a session bus, at-spi2-core, xdotool and ImageMagick."""
import os
import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

HEADINGS = {Atspi.Role.HEADING}
PRESSABLE = {Atspi.Role.PUSH_BUTTON, Atspi.Role.RADIO_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.PAGE_TAB}
CHECKABLE = {Atspi.Role.RADIO_BUTTON, Atspi.Role.CHECK_BOX}
WRITABLE = {Atspi.Role.ENTRY, Atspi.Role.TEXT, Atspi.Role.PASSWORD_TEXT}
LANDSCAPE, PORTRAIT, DESKTOP = (1280, 800), (800, 1280), (1440, 900)
PRACTICE_PIN = "PIN-kode, bare til øving"  # how a store is locked in the practice office
DISPLAY = (1440, 1280)  # holds each of them
PATIENCE = 20.0  # seconds until something that should appear counts as missing
PAUSE = 0.1
SETTLING = 0.5  # longer than any animation
MAX_ELEMENTS = 4000
FEWEST_LOOKS = 4  # a single look takes seconds where the machine has much else to do


class StepFailed(Exception):
    pass


class Element:
    """One accessible object: what it is and is called at the last look, and where it stands when asked."""

    def __init__(self, accessible, depth):
        states = accessible.get_state_set()
        self.accessible = accessible
        self.depth = depth
        self.role = accessible.get_role()
        self.name = plain(accessible.get_name())
        self.showing = states.contains(Atspi.StateType.SHOWING)
        self.checked = states.contains(Atspi.StateType.CHECKED)

    def area(self):
        """Left, top, width and height on the screen; nothing of it once the object is gone."""
        try:
            component = self.accessible.get_component_iface()
            found = component.get_extents(Atspi.CoordType.SCREEN) if component else None
        except GLib.Error:
            found = None
        return (found.x, found.y, found.width, found.height) if found else (0, 0, 0, 0)

    def centre(self):
        x, y, width, height = self.area()
        return x + width // 2, y + height // 2

    def line(self):
        about = f" ({self.accessible.get_description()})" if self.accessible.get_description() else ""
        state = ("" if self.showing else " [out of view]") + (" [checked]" if self.checked else "")
        place = "{},{} {}×{}".format(*self.area())
        return f"{'  ' * self.depth}{Atspi.role_get_name(self.role)}: {self.name!r}{about}{state} {place}"


def plain(text):
    return re.sub(r"\s+", " ", text or "").strip()


def fits(text, wanted):
    """`wanted` is a whole name, or a compiled pattern that occurs in it."""
    return bool(wanted.search(text)) if isinstance(wanted, re.Pattern) else text == plain(wanted)


def shown(wanted):
    return f"/{wanted.pattern}/" if isinstance(wanted, re.Pattern) else f"«{wanted}»"


class Driver:
    def __init__(self, pictures, size=LANDSCAPE):
        self.pictures = pictures
        self.size = size  # of the app's window, at the corner of a display that is larger
        self.process = None
        self.shots = 0
        self.seen = []  # at the last look
        os.makedirs(pictures, exist_ok=True)

    # The app

    def start(self, command, environment=None, log=None):
        variables = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QUICK_BACKEND="software",
                         QT_QPA_PLATFORM="xcb", **(environment or {}))
        self.process = subprocess.Popen(command, env=variables, stdout=log, stderr=log)
        self.take_keyboard()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(10)
        self.process = None

    def take_keyboard(self):
        """Gives the app's window its size and the keyboard, which a window manager would do."""
        self.until(self.focus_window, "the app's window", patience=60)

    def focus_window(self):
        """False while the window isn't there yet, or no longer because the app makes way for another process."""
        window = self.window()
        if window is None:
            return False
        size = [str(length) for length in self.size]
        command = ["xdotool", "windowsize", window, *size, "windowmove", window, "0", "0", "windowfocus", window]
        return subprocess.run(command, capture_output=True, timeout=10).returncode == 0

    def window(self):
        self.must_be_running()
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True, timeout=10)
        return found.stdout.split()[-1] if found.stdout.split() else None

    def must_be_running(self):
        if self.process is None or self.process.poll() is not None:
            raise StepFailed("the app has ended" + (f" ({self.process.returncode})" if self.process else ""))

    # Looking

    def elements(self):
        """Everything that is on the screen now, in reading order; with what is out of view, scrolled away or hidden."""
        found = []
        for root in self.applications():
            try:
                collect(root, found, 0)
            except GLib.Error:
                continue  # it went away while being read: the next look is right
        self.seen = found
        return found

    def applications(self):
        # The app comes anew when it hands over to its other process, and nobody but this loop reads the registry's news.
        while GLib.MainContext.default().iteration(False):
            pass
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)
        desktop.clear_cache()
        roots = []
        for place in range(desktop.get_child_count()):
            try:
                root = desktop.get_child_at_index(place)
                if root and self.process and root.get_process_id() == self.process.pid:
                    root.set_cache_mask(Atspi.Cache.NONE)
                    roots.append(root)
            except GLib.Error:
                continue
        return roots

    def find(self, wanted, roles=None, under=None):
        """The elements of that name in view; those `under` a text are the ones that stand after it on the page."""
        return [e for e in self.named(wanted, roles, under) if e.showing]

    def named(self, wanted, roles=None, under=None):
        found = self.elements()
        if under is not None:
            places = [i for i, element in enumerate(found) if fits(element.name, under)]
            found = found[places[0] + 1:] if places else []
        return [e for e in found if fits(e.name, wanted) and (roles is None or e.role in roles)]

    def sees(self, wanted):
        return bool(self.find(wanted))

    def wait_for(self, wanted, roles=None, under=None, patience=PATIENCE):
        found = self.until(lambda: self.find(wanted, roles, under), f"{shown(wanted)} on the screen", patience)
        return found[0]

    def wait_for_any(self, *wanted, patience=PATIENCE):
        """Which of several texts stands on the screen first."""
        def first():
            names = [element.name for element in self.elements() if element.showing]
            return next((one for one in wanted if any(fits(name, one) for name in names)), None)
        return self.until(first, " or ".join(shown(one) for one in wanted), patience)

    def wait_gone(self, wanted, patience=PATIENCE):
        self.until(lambda: not self.sees(wanted), f"{shown(wanted)} to leave the screen", patience)

    def names(self, roles=None):
        return [e.name for e in self.elements() if e.showing and e.name and (roles is None or e.role in roles)]

    def until(self, condition, what, patience=PATIENCE):
        end = time.monotonic() + patience
        while True:
            self.must_be_running()
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                raise StepFailed(f"waited {patience:.0f} s in vain for {what}")
            time.sleep(PAUSE)

    # Touch and keys

    def press(self, wanted, under=None, place=0, patience=PATIENCE):
        """Touches the control of that name, once it is there."""
        element = self.in_view(wanted, PRESSABLE, under, place, patience)
        self.click(*element.centre())

    def press_until(self, wanted, outcome, under=None, patience=PATIENCE):
        """Touches a control that may not be ready yet, again if need be, until the outcome stands on the screen."""
        end = time.monotonic() + patience
        while True:
            self.press(wanted, under)
            try:
                return self.wait_for(outcome, patience=min(5.0, patience))
            except StepFailed:
                if time.monotonic() > end or not self.sees(wanted):
                    raise

    def choose(self, wanted, under=None, patience=PATIENCE):
        """Presses an answer or a box, and waits until a screen reader would say that it is chosen."""
        element = self.in_view(wanted, CHECKABLE, under, patience=patience)
        self.click(*element.centre())
        self.until(lambda: any(e.checked for e in self.named(wanted, CHECKABLE, under)),
                   f"{shown(wanted)} said to be chosen", patience)

    def write(self, label, text, under=None, place=0, patience=PATIENCE):
        """Writes in the field of that label, in place of what stood there, and sees that the field holds it."""
        element = self.in_view(label, WRITABLE, under, place, patience)
        for _ in range(2):
            self.click(*element.centre())
            self.key("ctrl+a", "BackSpace")
            self.type(text)
            if self.holds(label, under, place, text):
                return
        raise StepFailed(f"the field {shown(label)} does not hold what was typed")

    def holds(self, label, under, place, text):
        end = time.monotonic() + 3
        while time.monotonic() < end:
            found = self.find(label, WRITABLE, under)[place:place + 1]
            if found and plain(written(found[0])) == plain(text):
                return True
            time.sleep(PAUSE)
        return False

    def in_view(self, wanted, roles, under=None, place=0, patience=PATIENCE):
        """Scrolls as with two fingers until the control stands clear of the edges, and gives its place there."""
        def look():
            return self.named(wanted, roles, under)[place:place + 1] if under or place else self.best(wanted, roles)
        self.until(look, f"{shown(wanted)} to use", patience)
        element = self.at_rest(look)
        end = time.monotonic() + patience
        while not (element.showing and self.is_uncovered(element)):
            before = element.area()
            wheel = "5" if element.centre()[1] > self.size[1] // 2 else "4"
            across = max(10, min(element.centre()[0], self.size[0] - 10))
            run("xdotool", "mousemove", str(across), str(self.size[1] // 2), "click", wheel)
            moved = self.at_rest(look)
            if moved.area() == before and moved.showing:
                return moved  # it stands in a bar that does not scroll
            if moved.area() != before:
                end = time.monotonic() + patience  # on its way
            if time.monotonic() > end:
                raise StepFailed(f"{shown(wanted)} does not come into view")
            element = moved
        return element

    def best(self, wanted, roles):
        """What is in view comes before what is scrolled away."""
        return sorted(self.named(wanted, roles), key=lambda element: not element.showing)[:1]

    def is_uncovered(self, element):
        """Whether a touch on the element's middle surely reaches it: no bar that may lie over the edges has a say."""
        x, y = element.centre()
        width, height = self.size
        if not (0 <= x < width and height * 0.1 < y < height * 0.8 and element.area()[1] >= 0):
            return False
        windows = [root.get_child_at_index(i) for root in self.applications() for i in range(root.get_child_count())]
        hits = [hit for hit in (accessible_at(window, x, y) for window in windows) if hit is not None]
        return not hits or any(is_within(hit, element.accessible) for hit in hits)

    def at_rest(self, look):
        """What `look` finds, once it no longer moves."""
        last = None
        looks = 0
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end or looks < FEWEST_LOOKS:
            looks += 1
            found = look()
            area = found[0].area() if found else None
            if area and area == last:
                return found[0]
            last = area
            time.sleep(PAUSE)
        raise StepFailed("a control does not come to rest")

    def click(self, x, y):
        run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def draw(self, wanted, strokes):
        """Writes as with a finger in the area of that name; each stroke is places in shares of its width and height."""
        left, top, width, height = self.at_rest(lambda: self.find(wanted)).area()
        for stroke in strokes:
            places = [(str(round(left + x * width)), str(round(top + y * height))) for x, y in stroke]
            run("xdotool", "mousemove", *places[0], "mousedown", "1",
                *[word for place in places[1:] for word in ("sleep", "0.02", "mousemove", *place)], "mouseup", "1")

    def key(self, *keys):
        run("xdotool", "key", "--clearmodifiers", *keys)

    def type(self, text):
        for place, line in enumerate(text.split("\n")):
            if place > 0:
                self.key("Return")
            if line:
                run("xdotool", "type", "--clearmodifiers", "--delay", "8", line)

    # Pictures

    def shot(self, name, portrait=False):
        """A numbered picture of the app once nothing moves; also held upright, if asked for."""
        nameless = [e.line() for e in self.seen if e.role in WRITABLE and e.showing and not e.name]
        if nameless:
            raise StepFailed(f"a field says nothing of what it is for: {nameless}")
        self.shots += 1
        self.picture(f"{self.shots:02d}-{name}")
        if portrait:
            upright, self.size = self.size, PORTRAIT
            self.take_keyboard()
            self.picture(f"{self.shots:02d}-{name}-portrait")
            self.size = upright
            self.take_keyboard()
            time.sleep(SETTLING)

    def picture(self, name):
        time.sleep(SETTLING)
        path = os.path.join(self.pictures, f"{name}.png")
        run("import", "-window", "root", "-crop", "{}x{}+0+0".format(*self.size), "+repage", path)
        print(f"  {os.path.basename(path)}", flush=True)

    def report_failure(self, reason):
        """Leaves what a person needs to see why: the last picture and what a screen reader would say."""
        path = os.path.join(self.pictures, "failed")
        with open(path + ".txt", "w", encoding="utf-8") as file:
            file.write(f"{reason}\n\n")
            file.writelines(element.line() + "\n" for element in self.elements() if element.name)
        subprocess.run(["import", "-window", "root", "-crop", "{}x{}+0+0".format(*self.size), path + ".png"],
                       check=False, timeout=30)
        return path


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise StepFailed(f"{' '.join(command[:2])}: {done.stderr.strip()}")
    return done.stdout


def collect(accessible, found, depth):
    for place in range(accessible.get_child_count()):
        if len(found) > MAX_ELEMENTS:
            return
        child = accessible.get_child_at_index(place)
        if child is None:
            continue
        found.append(Element(child, depth))
        collect(child, found, depth + 1)


def written(element):
    text = element.accessible.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ""


def accessible_at(window, x, y):
    component = window.get_component_iface() if window else None
    return component.get_accessible_at_point(x, y, Atspi.CoordType.SCREEN) if component else None


def is_within(accessible, ancestor):
    for _ in range(40):
        if accessible is None:
            return False
        if accessible == ancestor:
            return True
        accessible = accessible.get_parent()
    return False
