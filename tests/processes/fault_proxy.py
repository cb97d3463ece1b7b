# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
"""A TCP relay on loopback that treats connections badly. TLS passes through it unopened."""
import dataclasses
import socket
import struct
import threading
import time


HANDSHAKE = 700  # bytes from the device, at most; with the shortest request they are more


@dataclasses.dataclass
class Fault:
    """What one connection suffers. Bytes are counted as they are on the wire, TLS and all."""
    cut_up: int | None = None  # bytes from the device, after which it ends
    cut_down: int | None = None  # bytes from the hub
    stall: bool = False  # fall silent instead of ending
    delay: float = 0.0  # seconds before each piece, both ways
    drip: int | None = None  # bytes a second from the hub
    hold: threading.Event | None = None  # what the hub says after the handshake waits for it
    repeat: bool = False  # the bytes from the device are sent to the hub once more, on a connection of their own


class FaultProxy:
    """The n-th connection suffers what stands n-th in `faults`, and later ones nothing. Use it in a with statement."""

    def __init__(self, hub_port, faults=()):
        self.hub_port = hub_port
        self.faults = list(faults)
        self.connections = 0
        self.stopping = False
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.acceptor = threading.Thread(target=self._accept, daemon=True)
        self.acceptor.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stopping = True
        self.listener.shutdown(socket.SHUT_RDWR)  # closing alone does not wake who waits in accept
        self.acceptor.join()
        self.listener.close()

    def _accept(self):
        while not self.stopping:
            try:
                device, _ = self.listener.accept()
            except OSError:
                continue  # it went before it was met, or this proxy is closing
            self.connections += 1
            fault = self.faults.pop(0) if self.faults else Fault()
            threading.Thread(target=Connection(self, device, fault).relay, daemon=True).start()


class Connection:
    def __init__(self, proxy, device, fault):
        self.proxy = proxy
        self.device = device
        self.fault = fault
        self.sent = bytearray()  # by the device

    def relay(self):
        try:
            hub = socket.create_connection(("127.0.0.1", self.proxy.hub_port))
        except OSError:
            reset(self.device)
            return
        down = threading.Thread(target=self._pass, args=(hub, self.device, self._down), daemon=True)
        down.start()
        self._pass(self.device, hub, self._up)
        down.join()
        reset(self.device)
        reset(hub)
        if self.fault.repeat:
            self._repeat()

    def _pass(self, source, sink, piece):
        """Passes on pieces until one end has gone or the fault says so; then neither way goes on."""
        try:
            while allowed := piece(source):
                sink.sendall(allowed)
            while self.fault.stall and not self.proxy.stopping:
                time.sleep(0.05)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def _up(self, device):
        data = device.recv(16384)
        time.sleep(self.fault.delay)
        if self.fault.cut_up is not None:
            data = data[:max(0, self.fault.cut_up - len(self.sent))]
        self.sent += data
        return data

    def _down(self, hub):
        fault = self.fault
        data = hub.recv(min(4096, max(1, fault.drip // 20)) if fault.drip else 16384)
        time.sleep(len(data) / fault.drip if fault.drip else fault.delay)
        while fault.hold and len(self.sent) > HANDSHAKE and not self.proxy.stopping and not fault.hold.wait(0.05):
            pass
        if fault.cut_down is not None:
            data = data[:fault.cut_down]
            fault.cut_down -= len(data)
        return data

    def _repeat(self):
        try:
            with socket.create_connection(("127.0.0.1", self.proxy.hub_port), timeout=1) as again:
                again.sendall(self.sent)
                while again.recv(16384):
                    pass
        except OSError:
            pass


def reset(end):
    """Closes with RST, as a line that is gone does, instead of the orderly end."""
    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    end.close()
