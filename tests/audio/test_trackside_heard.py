"""A short workout by the real clock, on a display, with keys; its cues as a sound server heard them."""

from __future__ import annotations

import os
import statistics
from pathlib import Path

import pytest

from app.core.athlete import Athlete
from app.core.plan import Setup
from app.core.planning import compile_plan
from app.core.workout import Workout
from app.notation.reading import parse_text
from app.rehearsal import Rehearsal
from app.settings import Settings, save_settings
from tests.ear import Ear, onsets_ms
from tests.xwindow import XWindow

pytestmark = pytest.mark.xvfb

TEXT = "2 x 6s w/ 6s jog"
CLOSE_MS = 25.0
"""One frame of the window and what the server adds; a cue that waits for the window would be later than this."""

AT_PRESS_MS = 200.0
"""The first one answers the START press; nobody could lay it early."""


def planned_ms() -> list[int]:
    """Return when each cue is due, from the rehearsal of the same text."""
    plan = compile_plan(Workout(TEXT, parse_text(TEXT).steps), Athlete(), Setup())
    return [cue.at.ms for cue in Rehearsal(plan).start().to_the_end().heard]


def heard_ms(ear: Ear, folder: Path) -> list[float]:
    """Run the workout in its window, without words, and return when sounds began, since the first one."""
    folder.mkdir()
    save_settings(Settings(scheme="pips only"), folder)
    track = XWindow(["run", TEXT, "--data-dir", str(folder)])
    try:
        track.shown().says("READY")
        track.key("space")
        track.says("2 of 2 reps")
        ear.wait(1.5)
    finally:
        track.close()
    found = onsets_ms(ear.heard(), quiet_ms=300)
    return [at - found[0] for at in found]


def test_a_short_workout_by_the_real_clock_is_heard_as_it_was_planned(ear: Ear, tmp_path: Path) -> None:
    planned = planned_ms()
    found = heard_ms(ear, tmp_path / "first")
    if not _agree(found, planned):
        print("repeated once:", found)
        ear.stop()
        ear.start()
        ear.listen()
        found = heard_ms(ear, tmp_path / "second")
    if not _agree(found, planned) and os.getloadavg()[0] > 1.5:
        pytest.skip("this machine was busy with other work, so nothing was measured")
    assert len(found) == len(planned), (found, planned)
    assert _agree(found, planned), (found, planned)


def _agree(found: list[float], planned: list[int]) -> bool:
    """Whether as many were heard as planned, each as far from the others as planned."""
    if len(found) != len(planned):
        return False
    offsets = [at - due for at, due in zip(found, planned, strict=True)]
    middle = statistics.median(offsets)
    at_press, *laid = (abs(offset - middle) for offset in offsets)
    return max(laid) <= CLOSE_MS and at_press <= AT_PRESS_MS
