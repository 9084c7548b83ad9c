"""The house put together: a session run and recalled, taken up after a crash, and run where nothing can be saved."""

from __future__ import annotations

import contextlib
import datetime
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap.house import House
from app.bootstrap.run import Run
from app.clock import FakeClock
from app.core.asked import Asked, Command, Delete, How, Insert, Move, Relabel
from app.core.engine import Engine
from app.core.errors import IllegalCommand, InputError, StoreError, WorkoutError
from app.core.events import Event, Finished, Paused, Resumed, SplitTaken, Started
from app.core.plan import Plan
from app.core.session import Session
from app.core.state import State
from app.core.units import Instant
from app.store.database import FILE, DamagedStore, Store
from app.store.journal import rebased
from app.ui.choices import Choices
from tests.drawn import FULL, jog_s, mile_race, plan_of, plans, presses, run_m, run_s, since, times
from tests.store.child import long_plan, wait_until

ROOT = Path(__file__).parents[2]
START, PAUSE, RESUME, LAP, UNDO, STOP = (
    Command.START,
    Command.PAUSE,
    Command.RESUME,
    Command.LAP,
    Command.UNDO,
    Command.STOP,
)
CLOCK_MS = 9_000_000
PLAN = plan_of(times(3, run_s(30), rest=jog_s(60)), lead_s=0)


@contextlib.contextmanager
def house_on(folder: Path, at_ms: int = CLOCK_MS) -> Iterator[House]:
    house = House(str(folder), FakeClock(at_ms), output="silent")
    try:
        yield house
    finally:
        house.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def clock(house: House) -> FakeClock:
    assert isinstance(house.clock, FakeClock)
    return house.clock


def wait(house: House, run: Run, ms: int) -> None:
    clock(house).forward(ms)
    run.driver.tick()


def told(session: Session) -> dict[str, object]:
    """All that a session remembers, instants counted from its start."""
    back = -session.started_at.ms if session.started_at else 0
    moved = Session.from_events(session.plan, [rebased(event, back) for event in session.held])
    return {
        "records": [
            (r.segment.index, r.started_at, r.elapsed_ms, r.cause, [(s.elapsed_ms, s.at) for s in r.splits])
            for r in moved.records
        ],
        "ends": (moved.started_at, moved.ended_at, moved.finished, moved.paused_ms),
    }


def recalled(house: House, session_id: int | None) -> Session:
    assert session_id is not None
    return Session.from_events(*house.recall(session_id))


# Run and recalled ----------------------------------------------------------------------------------------------------


def test_a_session_is_recalled_as_it_was_run(folder: Path) -> None:
    with house_on(folder) as house:
        assert house.open() == ""
        run = house.begin(PLAN, "thirties")
        assert (run.saved().n_saved, run.started_at, house.history()) == (0, "", ()), "nothing is kept before START"
        run.driver.press(START)
        wait(house, run, 12_345)
        run.driver.press(LAP)
        run.driver.press(PAUSE)
        wait(house, run, 60_000)
        run.driver.press(RESUME)
        wait(house, run, 400_000)
        assert run.driver.engine.state is State.FINISHED
        run.close()
        assert (run.saved().n_saved, run.saved().failure) == (run.n_events, "")
        lived = run.driver.session
        assert told(recalled(house, run.session_id)) == told(lived)
        assert (lived.paused_ms, lived.running_ms) == (60_000, 210_000)
    with house_on(folder) as later:
        later.open()
        (past,) = later.history()
        assert (past.workout, past.outcome, past.started_at) == ("drawn", "finished", run.started_at)
        assert told(recalled(later, past.session_id)) == told(lived)
        assert later.offer() == ""


def test_each_session_has_its_outcome_note_and_place_on_the_shelf(folder: Path) -> None:
    with house_on(folder) as house:
        house.open()
        stopped = house.begin(PLAN, "pyramid")
        stopped.driver.press(START)
        wait(house, stopped, 5000)
        stopped.driver.press(STOP)
        stopped.close()
        open_plan = plan_of(run_m(200), lead_s=0)
        undone = house.begin(open_plan, "other")
        undone.driver.press(START)
        wait(house, undone, 40_000)
        undone.driver.press(LAP)
        assert undone.driver.engine.state is State.FINISHED
        undone.driver.press(UNDO)
        undone.close()
        assert stopped.session_id is not None
        house.note(stopped.session_id, "wind")
        assert [(past.outcome, past.note) for past in house.history()] == [("running", ""), ("stopped", "wind")]
        last_run = {entry.workout_id: entry.last_run for entry in house.shelf()}
        assert last_run["pyramid"] == stopped.started_at
        assert last_run["ladder-up"] == ""


def test_choices_hold_in_the_next_house_and_in_its_plans(folder: Path) -> None:
    chosen = Choices(Fraction("319.123456789"), Fraction(350), Fraction(200), 0, 100, "paper", "geometry")
    with house_on(folder) as house:
        house.choose(chosen)  # before anything is open, as with a folder that cannot be taken
    with house_on(folder) as later:
        assert later.choices() == Choices()
        later.open()
        assert later.choices() == chosen
        plan = later.plan(later.read("4 x 400m @ goal pace"))
        assert (plan.athlete.goal_s, plan.setup.lead_in_ms) == (chosen.goal_s, 0)
        assert [mark.distance_m for mark in plan.segments[0].marks] == [100, 200, 300, 400]


def test_damaged_settings_are_said_at_the_opening(folder: Path) -> None:
    folder.mkdir()
    (folder / "settings.json").write_bytes(b"\0" * 100)
    with house_on(folder) as house:
        assert house.open().startswith("Settings could not be read; the defaults hold")
        assert house.choices() == Choices()
    assert (folder / "settings.unreadable.json").read_bytes() == b"\0" * 100


def test_a_line_that_is_not_understood_is_refused_and_a_long_one_has_a_short_name() -> None:
    house = House()
    with pytest.raises(WorkoutError, match="'glorp' is not understood"):
        house.read("4 x 400m, glorp")
    with pytest.raises(WorkoutError, match="nothing of it is understood"):
        house.read("")
    long = house.read(" + ".join(["400m"] * 40))
    assert (len(long.name), long.name[-3:], len(long.steps)) == (60, "...", 40)


# After a crash -------------------------------------------------------------------------------------------------------


def test_what_was_acknowledged_before_kill_minus_nine_is_offered_and_taken_up(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.child", "live", str(folder)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        acknowledged = 0
        while acknowledged < 30:
            acknowledged = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
    with house_on(folder) as house:
        house.open()
        assert house.offer().startswith("drawn, begun 20")
        assert house.offer().endswith("was cut off and is kept; `bell-lap run --resume` takes it up.")
        past = house.unfinished()
        assert past is not None
        plan, events = house.recall(past.session_id)
        assert plan == long_plan()
        assert len(events) >= acknowledged
        run = house.resume_last()
        splits = [event for event in events if isinstance(event, SplitTaken)]
        assert len(splits) >= 5
        assert [s.elapsed_ms for r in run.driver.session.records for s in r.splits] == [s.elapsed_ms for s in splits]
        assert run.driver.engine.state is State.PAUSED
        assert house.unfinished() is None, "it is being run"


def cut_off(folder: Path, plan: Plan, events: list[Event], seen_ms: int = 0, ago_s: float = 0) -> int:
    """Leave a session on disk as a crash does: events, how far it was seen, no end."""
    store = Store.open(folder)
    begun = datetime.datetime.now().astimezone() - datetime.timedelta(seconds=ago_s)
    journal = store.begin(plan, "drawn", begun.isoformat(), Instant(0))
    for event in events:
        journal.append(event)
    journal.seen(Instant(seen_ms))
    store.close()
    assert journal.session_id is not None
    return journal.session_id


def lived(plan: Plan, *story: tuple[Asked, int]) -> list[Event]:
    """Run a session of presses, each after some milliseconds; return all that happened."""
    engine, at = Engine(plan), Instant(0)
    engine.send(START, at)
    for command, gap in story:
        at += gap
        with contextlib.suppress(IllegalCommand):
            engine.send(command, at)
    return list(iter(engine.next_event, None))


def test_a_session_is_taken_up_where_it_was_last_known_to_be_and_the_gap_is_a_pause(folder: Path) -> None:
    events = lived(PLAN, (LAP, 10_000))
    session_id = cut_off(folder, PLAN, events, seen_ms=22_000, ago_s=3600)
    with house_on(folder) as house:
        house.open()
        run = house.resume(session_id)
        shown = run.driver.snapshot()
        assert (shown.state, shown.elapsed_ms, shown.remaining_ms, shown.session_ms) == (
            State.PAUSED,
            22_000,
            8000,
            22_000,
        )
        gap_ms = 3_600_000 - 22_000
        assert gap_ms <= shown.paused_ms < gap_ms + 600_000
        wait(house, run, 5000)
        run.driver.press(RESUME)
        wait(house, run, 8000)
        assert run.driver.session.records[0].elapsed_ms == 30_000
        assert run.driver.session.paused_ms == shown.paused_ms + 5000
        wait(house, run, 600_000)
        run.close()
        assert told(recalled(house, session_id)) == told(run.driver.session)
        assert [past.outcome for past in house.history()] == ["finished"]


def test_a_wall_clock_that_was_set_back_makes_the_gap_nothing_and_never_negative(folder: Path) -> None:
    session_id = cut_off(folder, PLAN, lived(PLAN, (LAP, 10_000)), ago_s=-3600)
    with house_on(folder) as house:
        house.open()
        run = house.resume(session_id)
        run.driver.press(RESUME)
        assert run.driver.session.paused_ms == 0
        assert run.driver.snapshot().elapsed_ms == 10_000


def test_boundaries_after_the_last_commit_fall_at_their_own_instants(folder: Path) -> None:
    session_id = cut_off(folder, PLAN, lived(PLAN, (LAP, 10_000)), seen_ms=100_000)
    with house_on(folder) as house:
        house.open()
        run = house.resume(session_id)
        assert [record.elapsed_ms for record in run.driver.session.records] == [30_000, 60_000, None]
        assert run.driver.snapshot().elapsed_ms == 10_000
        run.close()
        assert run.saved().n_saved == run.n_events
        assert told(recalled(house, session_id)) == told(run.driver.session)


def test_a_session_whose_end_had_fallen_is_finished_and_not_offered_for_ever(folder: Path) -> None:
    for events, seen_ms in ((lived(PLAN, (PAUSE, 400_000)), 0), (lived(PLAN, (LAP, 10_000)), 400_000)):
        session_id = cut_off(folder, PLAN, events, seen_ms)
        with house_on(folder) as house:
            house.open()
            run = house.resume(session_id)
            assert run.driver.engine.state is State.FINISHED
            run.close()
            assert house.history()[0].outcome == "finished"
            assert isinstance(house.recall(session_id)[1][-1], Finished)
            assert house.unfinished() is None


def test_what_was_kept_is_in_the_history_and_not_offered_again(folder: Path) -> None:
    session_id = cut_off(folder, PLAN, lived(PLAN, (LAP, 10_000)))
    with house_on(folder) as house:
        house.open()
        house.keep(session_id)
        assert (house.offer(), house.unfinished()) == ("", None)
        assert [past.outcome for past in house.history()] == ["kept"]
        with pytest.raises(InputError, match="no session was cut off; start one with `bell-lap run WORKOUT`"):
            house.resume_last()


def test_a_session_survives_crash_after_crash(folder: Path) -> None:
    cut_off(folder, PLAN, lived(PLAN, (LAP, 10_000)))
    for n_resumed in range(3):
        with house_on(folder) as house:
            house.open()
            run = house.resume_last()
            run.driver.press(RESUME)
            wait(house, run, 7000)
            run.driver.press(LAP)
        events = house._store.load(1).events if house._store else ()
        assert sum(isinstance(event, Resumed) for event in events) == n_resumed + 1
    assert [type(event) for event in events[:2]] == [Started, type(lived(PLAN)[1])]
    assert [s.elapsed_ms for r in Session.from_events(PLAN, events).records for s in r.splits][:3] == [
        10_000, 17_000, 24_000,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("story", "n_of_press"),
    [
        ([], 2), ([(LAP, 31_000)], 3), ([(LAP, 31_000), (LAP, 20_000)], 2), ([(LAP, 31_000), (STOP, 20_000)], 2),
        ([(LAP, 31_000), (Command.SKIP, 20_000)], 2), ([(LAP, 31_000), (Command.BACK, 20_000)], 2),
    ],
    ids=["start", "last mark", "open", "stop", "skip", "back"],
)  # fmt: skip
def test_a_crash_between_the_events_of_one_press_is_as_one_after_them(
    folder: Path, story: list[tuple[Command, int]], n_of_press: int
) -> None:
    plan = plan_of(run_m(200), FULL, run_m(400), lead_s=0)
    whole = lived(plan, *story)
    for n_lost in range(n_of_press):
        session_id = cut_off(folder, plan, whole[: len(whole) - n_lost])
        with house_on(folder) as house:
            house.open()
            house.resume(session_id).close()
            events = house.recall(session_id)[1]
            assert tuple(event for event in events if not isinstance(event, Paused)) == tuple(whole)


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house_on(tmp_path_factory.mktemp("standing")) as house:
        house.open()
        yield house


@settings(max_examples=40)
@given(plans, presses, st.integers(0, 200), st.sampled_from([0, 1999, 7000, 65_000, 500_000]))
def test_a_session_cut_off_anywhere_is_taken_up_whole(
    standing: House, plan: Plan, drawn: list[tuple[Asked, int]], n_lost: int, more_ms: int
) -> None:
    everything = lived(plan, *drawn)
    events = everything[: max(1, len(everything) - n_lost)]
    assert standing._store is not None
    now = datetime.datetime.now().astimezone().isoformat()
    journal = standing._store.begin(plan, "", now, Instant(0))
    for event in events:
        journal.append(event)
    last_ms = max(event.at.ms for event in events) + more_ms
    journal.seen(Instant(last_ms))
    journal.close()
    assert journal.session_id is not None
    run = standing.resume(journal.session_id)
    engine, session = run.driver.engine, run.driver.session
    assert engine.state not in {State.READY, State.RUNNING}
    assert list(engine.held) == list(session.held)
    run.close()
    stored = standing.recall(journal.session_id)[1]
    assert stored[: len(events)] == tuple(events)
    assert run.saved().n_saved == run.n_events == len(stored)
    assert told(Session.from_events(plan, stored)) == told(session)
    if engine.state is State.PAUSED:
        pauses = [event.at.ms for event in session.held if isinstance(event, Paused)]
        assert (
            engine.snapshot(standing.clock.now()).session_ms == pauses[-1] - session.held[0].at.ms - session.paused_ms
        )


def test_a_session_that_goes_on_after_its_stop_is_running_and_a_mend_of_one_that_ended_leaves_it_ended(
    folder: Path,
) -> None:
    with house_on(folder) as house:
        house.open()

        def outcome(*story: Asked) -> str:
            run = house.begin(plan_of(mile_race(), lead_s=0), "")
            run.driver.press(START)
            began = run.driver.session.started_at
            assert began is not None
            wait(house, run, 100_000)
            for asked in story:
                run.driver.press(since(asked, began))
            run.close()
            (stored,) = (past for past in house.history() if past.session_id == run.session_id)
            assert told(recalled(house, run.session_id)) == told(run.driver.session)
            return stored.outcome

        missed = [Insert(Instant(20_000 * n)) for n in range(1, 5)]
        assert outcome(STOP, UNDO) == "running"
        assert outcome(STOP, RESUME) == "running"
        assert outcome(STOP, missed[0]) == "stopped"
        assert outcome(*missed) == "finished"
        assert outcome(*missed, Delete(Instant(20_000))) == "running"


def test_a_mended_session_that_was_cut_off_is_taken_up_as_it_was_mended(folder: Path) -> None:
    plan = plan_of(mile_race(), lead_s=0)
    story: list[tuple[Asked, int]] = [
        (LAP, 80_000),
        (LAP, 200),
        (Insert(Instant(40_000), estimated=True), 1_000),
        (Move(Instant(40_000), 500), 1_000),
        (Relabel(Instant(80_000), 3), 1_000),
    ]
    session_id = cut_off(folder, plan, lived(plan, *story))
    with house_on(folder) as house:
        house.open()
        run = house.resume(session_id)
        (record,) = run.driver.session.records
        assert [(split.mark_number, split.elapsed_ms, split.how, split.is_named) for split in record.splits] == [
            (1, 40_500, How.ESTIMATED, False),
            (3, 80_000, How.PRESSED, True),
        ]
        assert list(run.driver.engine.held) == list(run.driver.session.held)
        run.close()


# Where nothing can be saved -----------------------------------------------------------------------------------------


def test_a_session_begun_without_a_folder_goes_on_and_is_saved_whole_later(folder: Path) -> None:
    in_the_way = Store.open(folder)
    with house_on(folder) as house:
        with pytest.raises(StoreError, match="Bell Lap is already open on") as refused:
            house.open()
        house.open_unsaved(str(refused.value))
        plan = plan_of(times(3, run_m(200), rest=FULL), lead_s=0)
        run = house.begin(plan, "twos")
        assert run.saved().failure == "", "nothing is lost yet"
        run.driver.press(START)
        wait(house, run, 31_000)
        run.driver.press(LAP)
        assert run.saved().failure == f"Not saved: {refused.value}"
        with pytest.raises(StoreError, match="Bell Lap is already open on"):
            run.save_again()
        assert (run.saved().n_saved, len(run.driver.session.records), house.history()) == (0, 2, ())
        in_the_way.close()
        run.save_again()
        run.save_again()  # a second click
        wait(house, run, 60_000)
        run.driver.press(LAP)
        wait(house, run, 32_000)
        run.driver.press(LAP)
        run.driver.press(STOP)
        run.close()
        assert (run.saved().n_saved, run.saved().failure) == (run.n_events, "")
        assert told(recalled(house, run.session_id)) == told(run.driver.session)
        assert [(past.outcome, past.started_at) for past in house.history()] == [("stopped", run.started_at)]


def test_a_session_that_ended_unsaved_is_saved_as_ended(folder: Path) -> None:
    in_the_way = Store.open(folder)
    with house_on(folder) as house:
        with pytest.raises(StoreError):
            house.open()
        house.open_unsaved("in use")
        run = house.begin(PLAN, "")
        run.driver.press(START)
        wait(house, run, 400_000)
        in_the_way.close()
        run.save_again()
        run.close()
        assert [past.outcome for past in house.history()] == ["finished"]
        assert told(recalled(house, run.session_id)) == told(run.driver.session)


def test_choices_made_meanwhile_hold_when_the_folder_is_taken_at_last(folder: Path) -> None:
    in_the_way = Store.open(folder)
    with house_on(folder) as house:
        with pytest.raises(StoreError):
            house.open()
        house.open_unsaved("in use")
        (folder / "settings.json.new").mkdir()  # settings cannot be written either
        house.choose(Choices(goal_s=Fraction(299)))
        run = house.begin(PLAN, "")
        run.driver.press(START)
        in_the_way.close()
        run.save_again()
        assert house.choices() == Choices(goal_s=Fraction(299))


def test_a_damaged_file_is_set_aside_once_the_person_agrees(folder: Path) -> None:
    cut_off(folder, PLAN, lived(PLAN))
    with (folder / FILE).open("r+b") as stream:
        stream.write(b"\xa5" * 100)
    with house_on(folder) as house:
        with pytest.raises(DamagedStore):
            house.open()
        said = house.set_aside_damaged()
        (aside,) = folder.glob("damaged-*.sqlite3")
        assert said == f"The damaged file is kept as {aside.name}; a new one has begun."
        assert house.history() == ()
        run = house.begin(PLAN, "")
        run.driver.press(START)
        run.close()
        assert (run.saved().n_saved, run.saved().failure) == (run.n_events, "")
    with pytest.raises(sqlite3.DatabaseError), contextlib.closing(sqlite3.connect(aside)) as damaged:
        damaged.execute("SELECT * FROM sessions")


def test_an_event_that_falls_while_a_late_journal_begins_is_not_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with house_on(folder) as house:
        house.open_unsaved("in use")
        run = house.begin(PLAN, "")
        run.driver.press(START)
        begun, journal_of = threading.Event(), House.journal_of

        def slowly(self: House, late: Run, events: list[Event]) -> object:
            journal = journal_of(self, late, events)
            begun.set()
            wait_until(lambda: run.n_events == 3)  # the press has come, and would fall between, were it let
            return journal

        monkeypatch.setattr(House, "journal_of", slowly)
        saving = threading.Thread(target=run.save_again)
        saving.start()
        assert begun.wait(60)
        wait(house, run, 10_000)
        run.driver.press(LAP)
        saving.join()
        run.close()
        assert run.saved().n_saved == run.n_events == 3
        assert told(recalled(house, run.session_id)) == told(run.driver.session)
