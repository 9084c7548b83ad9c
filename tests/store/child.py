"""Programs that the tests of the store start, starve and kill: `python -m tests.store.child NAME FOLDER`.

Each prints one line for each thing that happened, at once, so that a parent knows where it stands.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from app.bootstrap.house import House
from app.clock import FakeClock
from app.core.errors import IllegalCommand, StoreError
from app.core.events import Command, Event
from app.core.plan import Plan
from app.core.units import Instant
from app.rehearsal import Rehearsal
from app.store.database import Store
from app.store.journal import Journal
from tests.drawn import GOAL_PACE, jog_s, plan_of, run_m, times

BEGUN = "2026-11-23T18:30:00+01:00"


def long_plan(n_reps: int = 60) -> Plan:
    return plan_of(times(n_reps, run_m(400, GOAL_PACE), rest=jog_s(60)), goal_s=320)


def story(plan: Plan) -> list[Event]:
    """All events of a session whose athlete is always on pace, from 0 ms on."""
    return Rehearsal(plan).start().to_the_end().events


def begin(store: Store, plan: Plan) -> Journal:
    return store.begin(plan, "drawn", BEGUN, Instant(0))


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait for what another thread does; a parent's patience is the bound."""
    turn = threading.Event()
    while not holds():
        turn.wait(0.0005)


def tell(*words: object) -> None:
    print(*words, flush=True)


def hold(folder: Path) -> None:
    """Have the folder, and wait to be killed."""
    with contextlib.ExitStack() as stack:
        stack.callback(Store.open(folder).close)
        tell("open")
        sys.stdin.read()


def run(folder: Path) -> None:
    """Write a session event by event, and tell how many are acknowledged."""
    plan = long_plan()
    journal = begin(Store.open(folder), plan)
    for number, event in enumerate(story(plan), start=1):
        journal.append(event)
        wait_until(lambda number=number: journal.n_saved >= number)  # type: ignore[misc]  # bound at once
        tell(journal.n_saved)
    sys.stdin.read()


def live(folder: Path) -> None:
    """Run a session as the app does, at virtual time, and tell how many events are acknowledged."""
    clock = FakeClock(9_000_000)
    house = House(str(folder), clock, output="silent")
    house.open()
    run = house.begin(long_plan(), "long")
    for number in range(60):
        if number:
            clock.forward(20_000)
        run.driver.tick()
        with contextlib.suppress(IllegalCommand):
            run.driver.press(Command.LAP if number else Command.START)
        wait_until(lambda: run.saved().n_saved == run.n_events)
        tell(run.n_events)
    sys.stdin.read()


def full(folder: Path) -> None:
    """Run out of disk in the middle of a session, go on, and save all once there is room again."""
    store = Store.open(folder)
    plan = long_plan()
    events = story(plan)
    journal = begin(store, plan)
    for event in events[:10]:
        journal.append(event)
    wait_until(lambda: journal.n_saved == 10)
    filler = folder / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as stream:
        while True:
            stream.write(bytes(512))
    for event in events[10:]:
        journal.append(event)
    wait_until(lambda: journal.failure != "")
    tell(journal.failure)
    tell(len(store.load(1).events) == journal.n_saved < len(events))
    filler.unlink()
    journal.retry()
    wait_until(lambda: journal.n_saved == len(events))
    tell(repr(journal.failure))
    journal.close()
    tell(store.load(1).events == tuple(events))


def locked_out(folder: Path) -> None:
    """Lose the right to write before the first event, go on, and save all once it is back."""
    give_up_rights()
    store = Store.open(folder)
    _rights(folder, 0o555, 0o444)
    plan = long_plan(3)
    events = story(plan)
    journal = begin(store, plan)
    for event in events:
        journal.append(event)
    wait_until(lambda: journal.failure != "")
    tell(journal.failure)
    tell(journal.n_saved, journal.session_id)
    _rights(folder, 0o755, 0o644)
    journal.retry()
    wait_until(lambda: journal.n_saved == len(events))
    tell(repr(journal.failure))
    journal.close()
    tell(store.load(1).events == tuple(events))


def refused(folder: Path) -> None:
    """Try to take a folder that may not be written."""
    give_up_rights()
    folder.mkdir()
    _rights(folder, 0o555, 0o444)
    try:
        Store.open(folder)
    except StoreError as error:
        tell(type(error).__name__, error)
    _rights(folder, 0o755, 0o644)


def give_up_rights() -> None:
    """As root, become subject to permissions like anybody."""
    if os.geteuid() == 0:
        header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
        none = (ctypes.c_uint32 * 6)()
        if ctypes.CDLL(None, use_errno=True).capset(header, none) != 0:
            raise OSError(ctypes.get_errno(), "capset")


def _rights(folder: Path, of_folder: int, of_files: int) -> None:
    for path in folder.iterdir():
        path.chmod(of_files)
    folder.chmod(of_folder)


if __name__ == "__main__":
    {program.__name__: program for program in (hold, run, live, full, locked_out, refused)}[sys.argv[1]](
        Path(sys.argv[2])
    )
