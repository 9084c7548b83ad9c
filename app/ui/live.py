"""A session under way, as the window drives it: frames, presses, and what they lead to.

Rules of the file: it never counts. A frame lets the driver catch up and says so; dropping frames costs nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.core.asked import Asked, Command, How
from app.core.doubt import Doubt, doubt_of
from app.core.errors import IllegalCommand
from app.core.events import Event, PressRefused, SegmentFinished, SegmentStarted, SplitTaken
from app.core.gun import can_be_false
from app.core.state import Snapshot, State
from app.core.tongue import tr
from app.core.units import Instant
from app.ui.desk import Running

FRAME_MS = 33
STILL_MS = 250
"""Between frames while nothing moves: the saved mark still has to follow the disk."""
STOP_AGAIN_MS = 3000
"""A stop is asked twice within this time: a stopped session cannot go on."""
UNSEEN_MS = 100
"""Between frames while no page shows the clock."""
HIDDEN_MS = 1000
"""Between frames while the window is not seen: sounds are laid minutes ahead, and boundaries keep their instants."""


class Live(QObject):
    """Drives one session."""

    framed = Signal()
    """Time passed; read `snapshot`."""
    fell = Signal(object)
    """An event fell."""
    refused = Signal(str)
    """A press meant nothing; the sentence says why."""
    asked = Signal()
    """A lap press is doubted, or no longer; read `doubt`."""

    def __init__(self, running: Running, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running = running
        self.driver = running.driver
        self.plan = self.driver.engine.plan
        self._seen = True
        self._hidden = False
        self._stop_armed = False
        self.stop_key = "X"
        """What stands on the key that stops."""
        self.doubt: Doubt | None = None
        """What the last lap press is taken for, if it is far from every mark."""
        self.driver.listeners.append(self._tell)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.frame)
        self._pace()

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self.driver.engine.state

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.state in (State.FINISHED, State.STOPPED)

    @property
    def is_under_way(self) -> bool:
        """Whether it has begun and not ended: then a key means the same on every page."""
        return self.state in (State.RUNNING, State.PAUSED)

    def snapshot(self) -> Snapshot:
        """Return what is to be shown now."""
        return self.driver.snapshot()

    def press(self, asked: Asked, at: Instant | None = None) -> None:
        """Do what a person asked, at the instant their key went down."""
        try:
            self.driver.press(asked, at)
        except IllegalCommand as error:
            self.refused.emit(f"{str(error)[:1].upper()}{str(error)[1:]}.")
        self._pace()
        self.framed.emit()

    @property
    def can_be_false(self) -> bool:
        """Whether a false start can be called now."""
        return can_be_false(self.driver.session)

    def wants_twice(self, command: Asked) -> bool:
        """Whether this is a first STOP, which only says that it has to be pressed again."""
        if command is not Command.STOP or self._stop_armed or Command.STOP not in self.driver.engine.accepts:
            self._disarm()
            return False
        self._stop_armed = True
        QTimer.singleShot(STOP_AGAIN_MS, self, self._disarm)
        self.refused.emit(tr("Press {stop} again to stop and keep what was run.").format(stop=self.stop_key))
        return True

    def _disarm(self) -> None:
        if self._stop_armed:
            self._stop_armed = False
            self.refused.emit("")

    def frame(self) -> None:
        """Let time pass."""
        self.driver.tick()
        self.framed.emit()

    def _question(self, doubt: Doubt | None) -> None:
        if doubt != self.doubt:
            self.doubt = doubt
            self.asked.emit()

    def halt(self) -> None:
        """Stop the frames."""
        self._timer.stop()

    def end(self) -> None:
        """Stop the frames and let the session go."""
        self.halt()
        self.running.close()

    def _pace(self) -> None:
        moving = self.state is State.RUNNING
        wanted = (FRAME_MS if self._seen else UNSEEN_MS) if moving else STILL_MS
        if self._hidden:
            wanted = HIDDEN_MS
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)

    def show(self, *, seen: bool) -> None:
        """Say whether a page shows the clock."""
        self._seen = seen
        self._pace()

    def expose(self, *, exposed: bool) -> None:
        """Say whether the window is seen at all."""
        self._hidden = not exposed
        self._pace()

    def _tell(self, event: Event) -> None:
        self._pace()
        if isinstance(event, SplitTaken) and event.how is How.PRESSED:
            self._question(None if self.plan.setup.is_blind else doubt_of(self.driver.session))
        elif not isinstance(event, (SegmentFinished, SegmentStarted, PressRefused)):
            self._question(None)
        self.fell.emit(event)
