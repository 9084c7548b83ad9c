"""A screen saver on the session bus that says who asks it to wait, and who of them has left the bus.

`python screensaver.py` prints `ready`, `held NAME APPLICATION REASON`, `gone NAME`; it ends with its standard input.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusServiceWatcher

SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"


def say(*words: str) -> None:
    print(*words, sep="\t", flush=True)


@ClassInfo({"D-Bus Interface": SERVICE})  # type: ignore[call-arg]  # its stub knows no decorator
class ScreenSaver(QObject):  # type: ignore[operator]  # as above
    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._watcher = QDBusServiceWatcher(self)
        self._watcher.setConnection(bus)
        self._watcher.setWatchMode(QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration)
        self._watcher.serviceUnregistered.connect(lambda name: say("gone", name))

    @Slot(str, str, QDBusMessage, result="uint")
    def Inhibit(self, application: str, reason: str, message: QDBusMessage) -> int:
        self._watcher.addWatchedService(message.service())
        say("held", message.service(), application, reason)
        return 7


app = QCoreApplication([])
bus = QDBusConnection.sessionBus()
saver = ScreenSaver(bus)
assert bus.registerObject(PATH, saver, QDBusConnection.RegisterOption.ExportAllSlots)
assert bus.registerService(SERVICE)
notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
notifier.activated.connect(app.quit)
say("ready")
sys.exit(app.exec())
