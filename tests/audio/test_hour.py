"""An hour at virtual time, by the driver and the board together: every planned cue is handed over once, none late."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.audio.board import Board
from app.audio.messages import Handed, Laid, Lay, Message, Play
from app.audio.outputs import Output
from app.audio.synth import LENGTHS_MS, RATE
from app.clock import FakeClock
from app.core.asked import Asked, Command
from app.core.bounds import GIVEN_UP_MS
from app.core.cues import Cue
from app.core.errors import IllegalCommand
from app.core.plan import Plan
from app.core.scheme import Lengths
from app.core.spoken import ENDING, VOCABULARY
from app.core.units import Instant
from app.driver import Driver, Unkept
from app.rehearsal import Listener
from tests.drawn import FULL, GOAL_PACE, jog_s, plan_of, plans, presses, run_m, run_s, times

LENGTHS = Lengths(LENGTHS_MS, dict.fromkeys(VOCABULARY, 400) | {f"{word}.": 450 for word in ENDING})
STEP_MS = 5_000


class Tape:
    """A device that takes everything at its instant, and takes back what has not begun."""

    name = "tape"
    floor_ms = 0.0

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.sounded: list[list[float]] = []

    def place(self, at_ms: float, samples: array[int]) -> object:
        self.sounded.append([at_ms])
        return self.sounded[-1]

    def play(self, samples: array[int]) -> object:
        return self.place(float(self._clock.now().ms), samples)

    def take_back(self, handle: object) -> None:
        if isinstance(handle, list) and handle[0] > self._clock.now().ms:
            self.sounded = [each for each in self.sounded if each is not handle]

    def is_alive(self) -> bool:
        return True

    def renew(self, quiet_until_ms: float) -> None:
        pass

    def close(self) -> None:
        pass


class Both(Listener):
    """Plays to the board, and listens as a rehearsal does."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__(clock)
        self.told: list[Message] = []
        self.tape = Tape(clock)
        silence = array("h", bytes(2 * RATE // 10))

        def opened(_wanted: str) -> tuple[Output, str]:
            return self.tape, ""

        now = lambda: float(clock.now().ms)  # noqa: E731 - as short as it is
        self.board = Board("tape", lambda _cue: silence, self.told.append, opened=opened, now=now, asleep=lambda: 0.0)

    def lay(self, cues: Sequence[Cue]) -> None:
        super().lay(cues)
        self.board.take(Lay(tuple(map(_laid, cues)), instead=False))

    def replace(self, cues: Sequence[Cue]) -> None:
        super().replace(cues)
        self.board.take(Lay(tuple(map(_laid, cues)), instead=True))

    def sound(self, cue: Cue) -> None:
        super().sound(cue)
        self.board.take(Play(_laid(cue)))

    @property
    def handed(self) -> list[Handed]:
        return [message for message in self.told if isinstance(message, Handed)]


def _laid(cue: Cue) -> Laid:
    return Laid(float(cue.at.ms), cue.kind.value, "" if cue.words else cue.kind.value, cue.words, cue.volume)


class Session:
    """A driver, a board and the time between them."""

    def __init__(self, plan: Plan) -> None:
        self.clock = FakeClock()
        self.both = Both(self.clock)
        self.driver = Driver(plan, self.clock, self.both, lambda _start: Unkept(), lengths=LENGTHS)

    def to(self, ms: int) -> Session:
        """Let time pass, waking both as they ask to be."""
        while (now := self.clock.now()).ms < ms:
            wake = self.driver.wake
            board = now.ms + max(1, round(self.both.board.service()))
            self.clock.set(Instant(min(ms, board, wake.ms if wake is not None and wake > now else ms)))
            self.driver.tick()
            self.both.board.service()
        return self

    def press(self, command: Asked) -> None:
        try:
            self.driver.press(command)
        except IllegalCommand:
            return


def test_in_an_hour_every_planned_cue_is_handed_over_once_and_none_late() -> None:
    session = Session(plan_of(times(36, run_s(40), rest=jog_s(60)), goal_s=320))
    session.press(Command.START)
    session.to(3_700_000)
    heard = session.both.heard()
    assert sum(cue.kind.is_words for cue in heard) > 150
    assert len(heard) > 500
    handed = sorted((each.planned_ms, each.kind) for each in session.both.handed)
    assert handed == sorted((float(cue.at.ms), cue.kind.value) for cue in heard)
    assert all(each.handed_ms <= each.planned_ms and not each.given_up for each in session.both.handed)


@given(
    plans | st.just(plan_of(times(3, run_m(200, GOAL_PACE), rest=FULL), goal_s=320)),
    presses,
)
def test_whatever_is_pressed_the_device_sounds_what_the_plan_then_says(
    plan: Plan, drawn: list[tuple[Asked, int]]
) -> None:
    session = Session(plan)
    session.press(Command.START)
    ms = 0
    for command, gap in drawn:
        ms += gap
        session.to(ms).press(command)
    session.to(ms + 60_000)
    heard = [cue.at.ms for cue in session.both.heard()]
    sounded = [round(at) for (at,) in session.both.tape.sounded if at <= session.clock.now().ms]
    late = [at - due for at, due in zip(sorted(sounded), sorted(heard), strict=True)]
    assert all(0 <= each < GIVEN_UP_MS for each in late)  # above 0 only where an undone press brought a cue back late
    assert all(not each.given_up and each.handed_ms <= each.planned_ms for each in session.both.handed)
