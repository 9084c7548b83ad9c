"""The driver: every event to the journal first, cues handed over early, and silence rather than a late sound."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given

from app.clock import FakeClock
from app.core.asked import Asked, Command, Insert, Jump, Lengthen, Move
from app.core.bounds import GIVEN_UP_MS
from app.core.cues import Cue, CueKind
from app.core.engine import Engine
from app.core.errors import IllegalCommand
from app.core.events import TAKES_BACK, Event, PressRefused, SegmentStarted, SplitTaken, Started
from app.core.plan import Plan
from app.core.state import State
from app.core.units import Instant
from app.driver import LOOK_AHEAD_MS, Driver
from tests.drawn import FULL, GOAL_PACE, jog_s, plan_of, plans, presses, run_m, run_s, since, times

START, PAUSE, RESUME, LAP, SKIP, STOP, UNDO = (
    Command.START,
    Command.PAUSE,
    Command.RESUME,
    Command.LAP,
    Command.SKIP,
    Command.STOP,
    Command.UNDO,
)


class Speaker:
    """A sound process in small: it plays what it was given at its instant, a cue that is late not at all."""

    def __init__(self) -> None:
        self.waiting: list[Cue] = []
        self.played: list[tuple[int, CueKind]] = []
        self.n_taken_back = 0

    def lay(self, cues: Sequence[Cue]) -> None:
        self.waiting += cues

    def replace(self, cues: Sequence[Cue]) -> None:
        self.waiting = [*cues]
        self.n_taken_back += 1

    def sound(self, cue: Cue) -> None:
        self.played.append((-1, cue.kind))

    def play(self, now: Instant) -> None:
        self.played += [(cue.at.ms, cue.kind) for cue in self.waiting if cue.at <= now]
        self.waiting = [cue for cue in self.waiting if cue.at > now]


class Desk:
    """A driver at a clock that is set by hand, with all that it told."""

    def __init__(self, plan: Plan, engine: Engine | None = None) -> None:
        self.clock = FakeClock(1_000_000)
        self.speaker = Speaker()
        self.kept: list[Event] = []
        self.folded = (
            list(engine.held) if engine else []
        )  # what the session must hold when the next event comes to the journal
        self.begun: list[Instant] = []
        self.heard: list[tuple[Event, int]] = []
        self.driver = Driver(plan, self.clock, self.speaker, self._open, engine)
        self.driver.listeners.append(lambda event: self.heard.append((event, len(self.kept))))

    def _open(self, start: Instant) -> Desk:
        self.begun.append(start)
        return self

    def append(self, *events: Event) -> None:
        assert len(self.driver.session.held) == len(self.folded)
        self.kept += events
        for event in events:
            self.folded = self.folded[: event.back_to] if isinstance(event, TAKES_BACK) else [*self.folded, event]

    def to(self, ms: int) -> Desk:
        """Let the clock stand at this many milliseconds after the first start, without a wake-up."""
        self.clock.set(Instant(1_000_000 + ms))
        self.speaker.play(self.clock.now())
        return self

    def tick(self) -> Desk:
        self.driver.tick()
        return self

    def press(self, asked: Asked, at_ms: int | None = None) -> Desk:
        self.driver.press(since(asked, Instant(1_000_000)), None if at_ms is None else Instant(1_000_000 + at_ms))
        return self

    @property
    def waiting(self) -> list[tuple[int, CueKind]]:
        return [(cue.at.ms - 1_000_000, cue.kind) for cue in self.speaker.waiting]

    @property
    def sounds(self) -> list[CueKind]:
        return [sound for _, sound in self.speaker.played]


# The journal -------------------------------------------------------------------------------------------------------


@given(plans, presses)
def test_every_event_is_kept_in_order_before_anybody_hears_of_it(plan: Plan, drawn: list[tuple[Asked, int]]) -> None:
    desk, ms = Desk(plan).press(START), 0
    for command, gap in drawn:
        ms += gap
        desk.to(ms).tick()
        try:
            desk.press(command)
        except IllegalCommand:
            continue
    assert [event for event, _ in desk.heard] == desk.kept
    assert all(n_kept >= number for number, (_, n_kept) in enumerate(desk.heard, 1))
    assert desk.driver.session.held == desk.driver.engine.held
    assert desk.begun == [Instant(1_000_000)]


def test_the_journal_is_opened_at_the_start_and_not_before() -> None:
    desk = Desk(plan_of(run_s(30), lead_s=0)).to(5_000).tick()
    assert desk.begun == []
    desk.press(START)
    assert desk.begun == [Instant(1_005_000)]
    assert desk.kept == [Started(Instant(1_005_000)), SegmentStarted(Instant(1_005_000), 0, 30_000)]


def test_what_was_due_is_kept_though_the_command_was_refused() -> None:
    desk = Desk(plan_of(run_s(30), jog_s(60), lead_s=0)).press(START)
    desk.to(35_000)
    with pytest.raises(IllegalCommand):
        desk.press(RESUME)
    assert len(desk.kept) == 4


# Presses -----------------------------------------------------------------------------------------------------------


def test_a_press_counts_at_the_instant_the_key_went_down() -> None:
    desk = Desk(plan_of(run_m(800), lead_s=0)).press(START)
    desk.to(80_040).press(LAP, at_ms=80_000)
    assert desk.kept[-1] == SplitTaken(Instant(1_080_000), 0, 1, 80_000)


def test_a_press_older_than_the_last_event_is_brought_up_to_it() -> None:
    desk = Desk(plan_of(run_s(30), run_m(200), lead_s=0)).press(START)
    desk.to(30_020).tick().press(LAP, at_ms=29_990)
    assert isinstance(desk.kept[-1], PressRefused)
    assert desk.kept[-1].at == Instant(1_030_000)


def test_a_press_from_the_future_is_brought_back_to_now() -> None:
    desk = Desk(plan_of(run_m(800), lead_s=0)).press(START)
    desk.to(80_000).press(LAP, at_ms=99_000)
    assert desk.kept[-1] == SplitTaken(Instant(1_080_000), 0, 1, 80_000)


# Cues --------------------------------------------------------------------------------------------------------------


def test_cues_are_handed_over_early() -> None:
    desk = Desk(plan_of(times(8, run_s(30), rest=jog_s(60)), lead_s=5)).press(START)
    assert desk.sounds == [CueKind.LEAD_IN]
    assert desk.waiting[:5] == [
        (2_000, CueKind.PIP),
        (3_000, CueKind.PIP),
        (4_000, CueKind.PIP),
        (5_000, CueKind.GO),
        (20_000, CueKind.HALFWAY),
    ]
    assert max(at for at, _ in desk.waiting) > 100_000


def test_a_pause_takes_back_what_has_not_sounded_and_a_resume_hands_it_over_later() -> None:
    desk = Desk(plan_of(run_s(30), lead_s=0)).press(START)
    desk.to(16_000).press(PAUSE)
    assert desk.waiting == []
    desk.to(76_000).tick().press(RESUME)
    assert desk.waiting == [
        (80_000, CueKind.LAST_TEN),
        (87_000, CueKind.PIP),
        (88_000, CueKind.PIP),
        (89_000, CueKind.PIP),
        (90_000, CueKind.END),
    ]
    assert desk.sounds == [CueKind.GO, CueKind.HALFWAY]


def test_a_pause_just_after_a_pip_does_not_sound_it_again() -> None:
    desk = Desk(plan_of(run_s(30), lead_s=0)).press(START)
    desk.to(27_100).press(PAUSE).to(27_200).press(RESUME)
    assert desk.sounds.count(CueKind.PIP) == 1
    assert [at for at, sound in desk.waiting if sound is CueKind.PIP] == [28_100, 29_100]


def test_an_ordinary_boundary_takes_nothing_back() -> None:
    desk = Desk(plan_of(times(3, run_s(10), rest=jog_s(10)), lead_s=0)).press(START)
    before = desk.speaker.n_taken_back
    for ms in range(0, 50_000, 33):
        desk.to(ms).tick()
    assert desk.speaker.n_taken_back == before


def test_the_sheet_is_laid_on_before_it_runs_out_and_nothing_twice() -> None:
    plan = plan_of(times(20, run_s(30), rest=jog_s(60)), lead_s=0)
    desk = Desk(plan).press(START)
    while (wake := desk.driver.wake) is not None:
        assert desk.speaker.waiting
        desk.to(wake.ms - 1_000_000).tick()
    n_reps = 20
    assert desk.sounds.count(CueKind.GO) == n_reps
    assert desk.sounds.count(CueKind.FINISH) == n_reps - 1
    assert desk.sounds.count(CueKind.PIP) == 3 * (2 * n_reps - 1)
    assert desk.sounds.count(CueKind.END) == 1
    assert desk.driver.engine.state is State.FINISHED


@pytest.mark.parametrize("asleep_ms", [60_000, 2 * LOOK_AHEAD_MS, 10 * LOOK_AHEAD_MS])
def test_a_late_tick_crosses_everything_and_missed_cues_stay_silent(asleep_ms: int) -> None:
    desk = Desk(plan_of(times(60, run_s(30), rest=jog_s(60)), lead_s=0)).press(START)
    desk.to(10_000).tick()
    desk.speaker.waiting = [cue for cue in desk.speaker.waiting if cue.at.ms > 1_010_000 + asleep_ms]  # too late for it
    desk.speaker.played.clear()
    desk.to(10_000 + asleep_ms).tick()
    assert desk.driver.snapshot().session_ms == 10_000 + asleep_ms
    assert desk.speaker.played == []
    assert desk.waiting
    assert all(10_000 + asleep_ms < at for at, _ in desk.waiting)


@pytest.mark.parametrize(("late_ms", "sounds"), [(0, True), (GIVEN_UP_MS - 1, True), (GIVEN_UP_MS, False)])
def test_a_press_that_comes_late_to_us_sounds_only_while_it_means_something(late_ms: int, sounds: bool) -> None:
    desk = Desk(plan_of(times(2, run_m(200), rest=FULL), lead_s=0)).press(START)
    desk.speaker.played.clear()
    desk.to(35_000 + late_ms).press(LAP, at_ms=35_000)
    assert desk.sounds == ([CueKind.FINISH] if sounds else [])


def test_a_skip_takes_back_the_rep_and_sounds_the_rest() -> None:
    desk = Desk(plan_of(run_s(30), jog_s(60), lead_s=0)).press(START)
    desk.to(10_000).press(SKIP)
    assert desk.sounds == [CueKind.GO, CueKind.FINISH]
    assert desk.waiting[0] == (60_000, CueKind.LAST_TEN)
    desk.to(11_000).press(UNDO)
    assert desk.waiting[0] == (15_000, CueKind.HALFWAY)


def test_a_planned_bell_beyond_the_horizon_wakes_the_driver() -> None:
    desk = Desk(plan_of(run_m(1600, GOAL_PACE), goal_s=600, lead_s=0)).press(START)
    assert desk.driver.engine.deadline is None
    laid = set(desk.waiting)
    while (wake := desk.driver.wake) is not None:
        laid |= set(desk.to(wake.ms - 1_000_000).tick().waiting)
    # 600 s × 1200 / 1609.344
    assert [cue for cue in laid if cue[1] is CueKind.BELL] == [(447_387, CueKind.BELL)]


def test_a_refused_press_changes_no_cue() -> None:
    desk = Desk(plan_of(run_s(30), jog_s(60), lead_s=0)).press(START)
    desk.to(30_050).tick()
    before, n_taken_back = desk.waiting, desk.speaker.n_taken_back
    desk.press(LAP)
    assert (desk.waiting, desk.speaker.n_taken_back) == (before, n_taken_back)


def test_a_recovery_that_is_lengthened_has_its_countdown_later() -> None:
    desk = Desk(plan_of(run_s(30), jog_s(60), run_s(30), lead_s=0)).press(START)
    desk.to(40_000).tick().press(Lengthen(30_000))
    assert [at for at, kind in desk.waiting if kind is CueKind.PIP][:3] == [117_000, 118_000, 119_000]
    assert CueKind.GO not in [kind for at, kind in desk.waiting if at < 120_000]


def test_a_jump_sounds_the_start_it_leads_to_and_takes_back_what_was_laid() -> None:
    desk = Desk(plan_of(run_s(30), jog_s(60), run_s(40), lead_s=0)).press(START)
    desk.to(10_000).press(Jump(2))
    assert desk.sounds == [CueKind.GO, CueKind.GO]
    assert desk.waiting[0] == (30_000, CueKind.HALFWAY)


def test_a_mend_sounds_nothing_and_lays_what_the_mended_plan_says() -> None:
    desk = Desk(plan_of(run_m(400), jog_s(60), run_s(30), lead_s=0)).press(START)
    desk.to(75_000).press(Insert(Instant(70_000)))
    assert desk.sounds == [CueKind.GO]
    assert [at for at, kind in desk.waiting if kind is CueKind.PIP][:3] == [127_000, 128_000, 129_000]
    desk.to(75_100).press(Move(Instant(70_000), 4_900)).to(75_200).press(UNDO).press(UNDO)
    assert desk.sounds == [CueKind.GO]
    assert desk.waiting == []


def test_a_stop_that_is_taken_back_has_its_cues_again() -> None:
    desk = Desk(plan_of(run_s(30), jog_s(60), lead_s=0)).press(START)
    desk.to(10_000).press(STOP)
    assert desk.waiting == []
    desk.to(12_000).press(UNDO)
    assert desk.waiting[0] == (15_000, CueKind.HALFWAY)
    desk.to(13_000).press(STOP).to(20_000).press(RESUME)
    assert desk.waiting[0] == (22_000, CueKind.HALFWAY)
    desk.to(40_000).tick()
    assert desk.driver.snapshot().index == 1


# Taken up again ----------------------------------------------------------------------------------------------------


def test_a_session_that_is_taken_up_goes_on_where_it_was() -> None:
    plan = plan_of(run_s(30), jog_s(60), lead_s=0)
    engine = Engine.replayed(plan, [(START, Instant(900_000)), (PAUSE, Instant(920_000))])
    desk = Desk(plan, engine)
    assert (desk.driver.snapshot().state, desk.driver.snapshot().remaining_ms) == (State.PAUSED, 10_000)
    desk.press(RESUME)
    assert desk.waiting[0] == (7_000, CueKind.PIP)
    assert [record.segment.index for record in desk.driver.session.records] == [0]
    desk.to(10_000).tick()
    assert desk.driver.snapshot().index == 1
