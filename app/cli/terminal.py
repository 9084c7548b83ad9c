"""A session in the terminal: a live clock line, laps by Enter, cues if there is sound.

Keys are single where the terminal can give them (space or Enter is LAP), else a letter and Enter. With no
terminal at all the session starts by itself and runs as far as nobody is needed.
"""

from __future__ import annotations

import contextlib
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from fractions import Fraction

from app.bootstrap.house import House
from app.cli.answers import print_json
from app.cli.laps import laps_as_values, print_laps
from app.core.analysis import lap_figures
from app.core.describe import rep_words, step_words
from app.core.errors import IllegalCommand
from app.core.events import Command, Event, Mended, PressRefused, SegmentFinished, SegmentStarted, SplitTaken, Undone
from app.core.gun import can_be_false
from app.core.session import Session
from app.core.state import Snapshot, State
from app.core.treadmill import speed_words
from app.core.units import Instant, format_metres, format_signed, format_time
from app.core.workout import Intensity
from app.ui.desk import Running

FRAME_S = 0.1
KEYS = {
    "\n": Command.LAP, "\r": Command.LAP, " ": Command.LAP, "": Command.LAP,
    "p": Command.PAUSE, "u": Command.UNDO, "s": Command.SKIP, "b": Command.BACK, "l": Command.LEAVE, "q": Command.STOP,
}  # fmt: skip
FALSE_START = "n"
HELP = "Enter lap · p pause · u undo · s skip · b back · l leave the block · n false start · q stop"


def run_here(house: House, begin: Callable[[], Running], *, as_json: bool) -> int:
    """Run one session in the terminal, to its end or to a stop.

    Args:
        house: the rest of the house; opened and closed here.
        begin: makes the session ready, once the house is open.
        as_json: print the session as one JSON document at the end; the clock line goes to standard error.
    """
    said = house.open()
    out = sys.stderr
    for sentence in (said, house.offer()):
        if sentence:
            print(sentence, file=out)
    board = _Board(begin(), house)
    try:
        board.run()
        running = board.running
        session = running.driver.session
    finally:
        board.running.close()
        board.acknowledge()
        failure = board.running.saved().failure
        house.close()
    if as_json:
        print_json(
            {
                "ended": running.driver.engine.state.value,
                "running_ms": session.running_ms,
                "laps": laps_as_values(session),
                "saved": not failure,
            }
        )
    else:
        print_laps(session)
        print(f"Not saved: {failure}" if failure else "Saved.")
    return 0


class _Board:
    """The clock line and the keys of one session."""

    def __init__(self, running: Running, house: House) -> None:
        self.running = running
        self._driver = running.driver
        self._driver.listeners.append(self._tell)
        self._house = house
        self._keys: queue.Queue[tuple[str | None, Instant]] = queue.Queue()
        self._waiting: list[tuple[int, str]] = []
        """Lines to be said once so many events are on disk: a lap that was said is a lap that is kept."""

    def run(self) -> None:
        """Run until the session is over."""
        engine = self._driver.engine
        with _single_keys() as typed:  # first of all: it throws away what was typed before
            print(f"{engine.plan.workout.name}. {self.running.sound()} {HELP}", file=sys.stderr)
            threading.Thread(target=self._listen, args=(typed,), daemon=True).start()
            if engine.state is State.READY and not sys.stdin.isatty():
                self._driver.press(Command.START)
            elif engine.state is State.READY:
                print("Press Enter to start.", file=sys.stderr)
            elif engine.state is State.PAUSED:
                print("It stands paused where it was cut off. Press Enter to go on.", file=sys.stderr)
            alone = False
            while (engine := self._driver.engine).state in (State.READY, State.RUNNING, State.PAUSED):
                alone = self._take_key(alone)
                self._driver.tick()
                self._show()
                if alone and self._driver.wake is None and Command.STOP in engine.accepts:
                    self._driver.press(Command.STOP)  # nobody is left to press: keep what was run
            if engine.state is State.FINISHED:
                self._house.sound.wait_for_silence()  # the last word is the coach's
        print(file=sys.stderr)

    def _listen(self, typed: Callable[[], str | None]) -> None:
        while True:
            key = typed()
            self._keys.put((key, self._house.clock.now()))
            if key is None:
                return

    def _take_key(self, alone: bool) -> bool:
        """Wait a frame for a key and do what it asks; say whether nobody can press any more."""
        try:
            key, at = self._keys.get(timeout=FRAME_S)
        except queue.Empty:
            return alone
        if key is None:
            return True
        letter = key.strip(" ").lower()[:1] if key.strip() else ""
        command = KEYS.get(letter)
        if letter == FALSE_START and can_be_false(self._driver.session):
            self._false_start()
            return alone
        if command is None:
            print(f"\r\033[K{HELP}", file=sys.stderr)
            return alone
        state = self._driver.engine.state
        if state is State.READY and command is Command.LAP:
            command = Command.START
        if state is State.PAUSED and command in (Command.PAUSE, Command.LAP):
            command = Command.RESUME
        try:
            self._driver.press(command, at)
        except IllegalCommand as error:
            print(f"\r\033[K{error}", file=sys.stderr)
        return alone

    def _false_start(self) -> None:
        """Be ready for the same race again, with nothing of the start kept and another go to come."""
        false, plan = self.running, self._driver.engine.plan
        false.discard()
        false.close()
        self._waiting.clear()
        self.running = self._house.begin(plan, false.workout_id)
        self._driver = self.running.driver
        self._driver.listeners.append(self._tell)
        failure = false.saved().failure
        said = f"it is still in the history: {failure}" if failure else "nothing of it is kept"
        print(f"\r\033[KFalse start; {said}. Press Enter to start.", file=sys.stderr, flush=True)

    def _show(self) -> None:
        self.acknowledge()
        line = clock_line(self._driver.snapshot(), is_blind=self._driver.engine.plan.setup.is_blind)
        saved = self.running.saved()
        note = f"  NOT SAVED: {saved.failure}" if saved.failure else ""
        if sys.stderr.isatty():
            print(f"\r\033[K{line}{note}", end="", file=sys.stderr, flush=True)

    def _tell(self, event: Event) -> None:
        words = lap_line(self._driver.session, event)
        if words:
            self._waiting.append((self.running.n_events, words))

    def acknowledge(self) -> None:
        """Say what is on disk by now, and at once what cannot be saved."""
        saved = self.running.saved()
        start = "\r\033[K" if sys.stderr.isatty() else ""
        while self._waiting and (saved.failure or self._waiting[0][0] <= saved.n_saved):
            _, words = self._waiting.pop(0)
            print(f"{start}{words}" + ("  (not saved)" if saved.failure else ""), file=sys.stderr, flush=True)


def clock_line(shown: Snapshot, *, is_blind: bool = False) -> str:
    """Write the clock line of an instant: phase, rep, time, step; no time of work that is run blind."""
    if shown.segment is None:
        return "finished"
    if shown.segment.is_go:
        return "SET"  # nothing that counts: nobody is to know when
    segment = shown.segment
    ms = shown.elapsed_ms if shown.remaining_ms is None else shown.remaining_ms
    parts = [
        segment.intensity.value.upper(),
        rep_words(segment.rep) if segment.rep and segment.intensity is Intensity.WORK else "",
        "" if is_blind and segment.intensity is Intensity.WORK else format_time(Fraction(ms // 100, 10)),
        "" if segment.intensity is Intensity.LEAD_IN else step_words(segment.step),
        "" if segment.dial is None else speed_words(segment.dial),
        "PAUSED" if shown.state is State.PAUSED else "",
        "Enter when ready" if segment.is_open else "",
    ]
    return "  ".join(part for part in parts if part)


def lap_line(session: Session, event: Event) -> str:
    """Write what an event says to the athlete; empty for most."""
    match event:
        case SplitTaken():
            if session.plan.setup.is_blind:
                return "lap taken"
            record = session.records[-1]
            laps = lap_figures(record.segment, record.splits)
            if not laps:
                return f"split {format_time(Fraction(event.elapsed_ms, 1000), 2)}"
            lap = laps[-1]
            piece = f"lap to {format_metres(lap.to_m)} m" if lap.is_part else "lap"
            words = f"{piece} {format_time(Fraction(lap.lap_ms, 1000), 2)}"
            if lap.off_s is not None and lap.off_total_s is not None:
                words += f"  {format_signed(lap.off_s)}  in all {format_signed(lap.off_total_s)}"
            return words
        case PressRefused():
            return f"not taken: {event.refusal.value}"
        case Undone():
            return f"taken back: {event.command.value}"
        case Mended():
            return f"put right: {event.mend.command.value}"
        case SegmentStarted(index=index) if index + 1 < len(session.plan.segments):
            dial = session.plan.segments[index + 1].dial
            if dial is not None and not dial.is_set_as(session.plan.segments[index].dial):
                return f"belt next: {speed_words(dial)}"
        case SegmentFinished():
            segment = session.plan.segments[event.index]
            if segment.intensity is Intensity.WORK and not segment.marks:
                name = (rep_words(segment.rep) if segment.rep else "") or step_words(segment.step)
                return f"{name}: {format_time(Fraction(event.elapsed_ms, 1000))}"
        case _:
            pass
    return ""


@contextlib.contextmanager
def _single_keys() -> Iterator[Callable[[], str | None]]:
    """Give a function that waits for one key, or for one line where the terminal has no single keys."""

    def line() -> str | None:
        typed = sys.stdin.readline()
        return typed or None

    if not sys.stdin.isatty():
        yield line
        return
    try:
        import termios  # noqa: PLC0415 - not on Windows
        import tty  # noqa: PLC0415 - not on Windows
    except ImportError:
        yield line
        return
    before = termios.tcgetattr(sys.stdin)
    try:
        tty.setcbreak(sys.stdin)
        yield lambda: sys.stdin.read(1) or None
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
