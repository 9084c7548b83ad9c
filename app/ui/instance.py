"""The door: where a second start of the program on the same data folder knocks, and what the first one answers.

Rules of the file: Qt's network room is loaded here, so the file waits for the first paint. Who knocks is the same
person, since nobody else may open the door; what they say is still only data, of a bounded size.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 100
HEARD = b"."
"""Said at once, before what was asked is done: whoever knocked may wait for the rest."""
MOST_BYTES = 2_000_000
"""Of one line: a plan of 20,000 segments has a tenth of it."""


class Door(QObject):
    """Listens for a second start, as long as the window is open."""

    def __init__(self, name: str, answer: Callable[[Door, bytes], bytes]) -> None:
        """Make the door; `open` opens it.

        Args:
            name: of the local socket: on POSIX its path.
            answer: gets the line that was said and returns the line to say; called in the window's thread.
        """
        super().__init__()
        self._name = name
        self._answer = answer
        self.knocked: Callable[..., bool] = lambda *_given: False
        """What is done for a knock: brings the window forward."""
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._let_in)

    def open(self) -> bool:
        """Open it, unless somebody who answers stands there; a dead one's socket is cleared away."""
        if is_alive(self._name):
            return False
        QLocalServer.removeServer(self._name)
        return bool(self._server.listen(self._name))

    def close(self) -> None:
        """Close it, and take the socket away."""
        self._server.close()

    def _let_in(self) -> None:
        while (guest := self._server.nextPendingConnection()) is not None:
            guest.readyRead.connect(lambda guest=guest: self._hear(guest))
            guest.disconnected.connect(guest.deleteLater)
            self._hear(guest)

    def _hear(self, guest: QLocalSocket) -> None:
        if guest.canReadLine():
            line = bytes(guest.readLine(MOST_BYTES).data())
            guest.write(HEARD)
            guest.flush()
            guest.write(self._answer(self, line))
            guest.flush()
            guest.disconnectFromServer()
        elif guest.bytesAvailable() > MOST_BYTES:
            guest.abort()


def is_alive(name: str) -> bool:
    """Whether somebody listens there."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    return bool(socket.waitForConnected(ANSWER_MS))


def ask(name: str, line: bytes, patience_ms: int) -> bytes:
    """Say a line at a door and return the answer; empty if none comes in time."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(patience_ms):
        return b""
    socket.write(line)
    socket.flush()
    while not socket.canReadLine() and socket.waitForReadyRead(patience_ms):
        pass
    return bytes(socket.readLine(MOST_BYTES).data())
