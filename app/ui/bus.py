"""One call on the session bus, and the line it was made on: as long as the line is open, what was asked for holds.

Rules of the file: every wait has a bound, and no lock of Python's is held meanwhile. QtDBus would do, were it not that
PySide6 connects with Python's lock held: a bus that hangs would stop the window, measured for as long as it hung. And
it cannot send an unsigned number.

Source: D-Bus Specification 0.42, "Message Protocol" and "Authentication Protocol".
"""

from __future__ import annotations

import os
import socket
import struct
from urllib.parse import unquote

_CALL, _ERROR = 1, 3
_PATH, _INTERFACE, _MEMBER, _REPLY_SERIAL, _DESTINATION, _SIGNATURE = 1, 2, 3, 5, 6, 8
MOST_BYTES = 1_000_000
"""Of one message; the specification allows 128 MB, and no answer to us has a thousandth of it."""


class Refused(OSError):
    """The bus or the service answered with an error."""


def session_bus() -> list[str]:
    """Return the places where the session bus may be, as socket addresses; none where there is no such bus."""
    places = []
    for address in filter(None, os.environ.get("DBUS_SESSION_BUS_ADDRESS", "").split(";")):
        kind, _, rest = address.partition(":")
        parts = dict(part.partition("=")[::2] for part in rest.split(","))
        if kind == "unix" and "path" in parts:
            places.append(unquote(parts["path"]))
        elif kind == "unix" and "abstract" in parts:
            places.append("\0" + unquote(parts["abstract"]))
    own = os.path.join(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere", "bus")  # noqa: PTH118 - a socket's address
    return places or ([own] if os.path.exists(own) else [])  # noqa: PTH110 - as above


class Line:
    """A line to a bus."""

    def __init__(self, place: str, patience_s: float) -> None:
        """Call the bus and make ourselves known.

        Args:
            place: the socket's address.
            patience_s: how long each answer is waited for.

        Raises:
            OSError: nobody is there, or no answer comes in time.
        """
        self._serial = 0
        self._socket = socket.socket(socket.AF_UNIX)
        try:
            self._socket.settimeout(patience_s)
            self._socket.connect(place)
            self._socket.sendall(b"\0AUTH EXTERNAL %s\r\n" % str(os.getuid()).encode().hex().encode())
            said = b""
            while not said.endswith(b"\r\n"):
                said += self._read(1)
            if not said.startswith(b"OK "):
                raise Refused("the session bus does not know us")
            self._socket.sendall(b"BEGIN\r\n")
            bus = "org.freedesktop.DBus"
            self.call(bus, "/org/freedesktop/DBus", bus, "Hello")
        except OSError:
            self.close()
            raise

    def call(self, service: str, path: str, interface: str, member: str, *words: str) -> None:
        """Call a method that takes strings, and wait until it has answered.

        Raises:
            Refused: it answered with an error.
            OSError: it did not answer in time.
        """
        self._serial += 1
        body = b""
        for word in words:
            body = _padded(body, 4) + _text(word)
        takes = b"s" * len(words)
        fields = [
            (_PATH, b"o", _text(path)), (_DESTINATION, b"s", _text(service)), (_INTERFACE, b"s", _text(interface)),
            (_MEMBER, b"s", _text(member)), (_SIGNATURE, b"g", bytes([len(takes)]) + takes + b"\0"),
        ]  # fmt: skip
        packed = b""
        for code, sort, value in fields:
            packed = _padded(packed, 8) + struct.pack("<BB1sB", code, 1, sort, 0) + value
        head = struct.pack("<cBBBIII", b"l", _CALL, 0, 1, len(body), self._serial, len(packed))
        self._socket.sendall(_padded(head + packed, 8) + body)
        while True:
            kind, serial = self._hear()
            if serial == self._serial:
                break
        if kind == _ERROR:
            raise Refused(f"{service} does not do that")

    def close(self) -> None:
        """Hang up; the bus tells whoever watches."""
        self._socket.close()

    def _hear(self) -> tuple[int, int]:
        """Read one message; return its type and the serial it answers, 0 for none."""
        head = self._read(16)
        order = "<" if head[:1] == b"l" else ">"
        kind = head[1]
        n_body, _serial, n_fields = struct.unpack(f"{order}III", head[4:])
        if n_body + n_fields > MOST_BYTES:
            raise Refused("the session bus said too much")
        fields = self._read(n_fields + -n_fields % 8)[:n_fields]
        self._read(n_body)
        at = answers = 0
        while at < n_fields:
            code, _one, sort, _nul = struct.unpack_from("BB1sB", fields, at)
            (number,) = struct.unpack_from("B" if sort == b"g" else f"{order}I", fields, at + 4)
            if code == _REPLY_SERIAL:
                answers = number
            end = at + 4 + {b"g": number + 2, b"u": 4}.get(sort, number + 5)
            at = end + -end % 8
        return kind, answers

    def _read(self, n: int) -> bytes:
        said = b""
        while len(said) < n:
            part = self._socket.recv(n - len(said))
            if not part:
                raise Refused("the session bus hung up")
            said += part
        return said


def _text(text: str) -> bytes:
    data = text.encode("utf-8", "replace").replace(b"\0", b"")
    return struct.pack("<I", len(data)) + data + b"\0"


def _padded(data: bytes, to: int) -> bytes:
    return data + bytes(-len(data) % to)
