"""Tapping along: what the taps come to, as a person sees it, and that nothing goes on sounding."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.calibrate import BEAT_MS, LEAST_TAPS, N_BEATS, SKIPPED
from app.core.state import State
from app.ui.calibration import GRACE_MS, Calibration
from tests.ui.conftest import Trackside

KEY = Qt.Key
STEADY = [0, 6, -4, 2, -3, 5, 0, -6, 3, -2, 4, 0, -5, 1, 0]
UNEVEN = [-120, 130, 20, -90, 160, -140, 90, -20, 140, -110, 60, -70, 110, -150, 30]


class TapsAlong:
    """An athlete who taps so much after each beat."""

    def __init__(self, trackside: Trackside) -> None:
        self.trackside = trackside
        self.n_hushed = 0
        hush = trackside.house.hush

        def hushed() -> None:
            self.n_hushed += 1
            hush()

        trackside.house.hush = hushed  # type: ignore[method-assign]
        trackside.key(KEY.Key_S)
        trackside.key(KEY.Key_T)

    @property
    def panel(self) -> Calibration:
        return self.trackside.pages.sound.calibration

    def taps(self, late_ms: int, scatter: list[int]) -> None:
        self.trackside.key(KEY.Key_Space)
        for beat, off in zip(self.panel.beats, scatter, strict=False):
            self.trackside.clock.set(beat + late_ms + off)
            self.trackside.key(KEY.Key_Space)


@pytest.fixture
def athlete(trackside: Trackside) -> TapsAlong:
    return TapsAlong(trackside)


def test_taps_180_ms_after_the_beats_set_an_offset_of_180_ms(athlete: TapsAlong) -> None:
    assert not athlete.panel.button.isVisible()
    athlete.taps(180, STEADY)
    assert athlete.panel.pad.accessibleName().startswith("late by: 180 ms")
    assert athlete.panel.sentence.text().startswith("The sound reaches you 180 ms after it left")
    assert athlete.panel.button.text() == "Set 180 ms"
    athlete.trackside.key(KEY.Key_Return)
    athlete.trackside.until(lambda: athlete.trackside.house.choices().sound.offset_ms == 180)
    assert not athlete.trackside.pages.sound.is_calibrating
    assert athlete.trackside.pages.sound.body.loudspeaker.figure.text() == "180 ms"
    assert athlete.n_hushed == 1


def test_a_tap_counts_from_when_the_key_went_down(athlete: TapsAlong, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ui.stamps.KeyClock.delay_ms", lambda *_: 40.0)
    athlete.taps(180, STEADY)
    assert athlete.panel.button.text() == "Set 140 ms"


def test_the_whole_pad_is_a_target_for_a_tap(athlete: TapsAlong) -> None:
    QTest.mouseClick(athlete.panel.pad, Qt.MouseButton.LeftButton)
    for beat, off in zip(athlete.panel.beats, STEADY, strict=False):
        athlete.trackside.clock.set(beat + 95 + off)
        QTest.mouseClick(athlete.panel.pad, Qt.MouseButton.LeftButton)
    QTest.mouseClick(athlete.panel.button, Qt.MouseButton.LeftButton)
    athlete.trackside.until(lambda: athlete.trackside.house.choices().sound.offset_ms == 95)


def test_each_tap_is_a_dot_so_much_right_of_the_beat(athlete: TapsAlong) -> None:
    athlete.taps(180, STEADY)
    picture = athlete.panel.picture
    assert picture.gaps == [180 + off for off in STEADY]
    assert picture.x_of(0) < picture.x_of(180) < picture.x_of(200)
    assert picture.offset_ms == 180


def test_uneven_taps_are_said_to_be_uneven_and_set_nothing(athlete: TapsAlong) -> None:
    athlete.taps(180, UNEVEN)
    assert "too uneven" in athlete.panel.sentence.text()
    assert not athlete.panel.button.isVisible()
    athlete.trackside.key(KEY.Key_Return)
    assert athlete.trackside.pages.sound.is_calibrating
    assert athlete.trackside.house.choices().sound.offset_ms == 0


def test_while_it_goes_the_sentence_counts_the_taps_that_are_wanted(athlete: TapsAlong) -> None:
    athlete.taps(100, STEADY[: SKIPPED + LEAST_TAPS - 2])
    assert athlete.panel.sentence.text() == "Tap along: 2 more taps."
    athlete.trackside.clock.forward(N_BEATS * BEAT_MS)
    athlete.trackside.until(lambda: athlete.panel.sentence.text() == "Too few taps to tell how late it is.")


def test_a_tap_after_the_last_beat_begins_nothing_anew_until_a_while_later(athlete: TapsAlong) -> None:
    athlete.taps(180, STEADY)
    beats = athlete.panel.beats
    athlete.trackside.clock.set(beats[-1] + GRACE_MS - 1)
    athlete.trackside.key(KEY.Key_Space)
    assert athlete.panel.beats == beats
    athlete.trackside.clock.forward(1)
    athlete.trackside.key(KEY.Key_Space)
    assert athlete.panel.beats != beats
    assert athlete.panel.taps == []


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_W, KEY.Key_H, KEY.Key_S])
def test_leaving_takes_back_the_beats_that_have_not_sounded(athlete: TapsAlong, key: Qt.Key) -> None:
    athlete.taps(180, STEADY[:2])
    athlete.trackside.key(key)
    assert athlete.n_hushed == 1
    assert not athlete.panel.isVisible()
    assert athlete.trackside.house.choices().sound.offset_ms == 0


def test_esc_goes_back_to_the_rows_and_from_there_to_the_workouts(athlete: TapsAlong) -> None:
    athlete.trackside.key(KEY.Key_Escape)
    assert athlete.trackside.pages.page == "sound"
    assert athlete.trackside.pages.sound.body.isVisible()
    assert athlete.n_hushed == 0
    athlete.trackside.key(KEY.Key_Escape)
    assert athlete.trackside.pages.page == "workouts"


def test_while_a_workout_runs_it_is_refused_with_the_reason_and_its_cues_stay(trackside: Trackside) -> None:
    asked: list[str] = []
    trackside.type_workout("800 in 160")
    trackside.key(KEY.Key_Space)
    trackside.passes(10)
    trackside.key(KEY.Key_S)
    trackside.house.beats = lambda: tuple(asked.append("beats") or ())  # type: ignore[method-assign, func-returns-value]
    trackside.house.hush = lambda: asked.append("hush")  # type: ignore[method-assign]
    page = trackside.pages.sound
    QTest.mouseClick(page.body.loudspeaker.tap, Qt.MouseButton.LeftButton)
    assert not page.is_calibrating
    assert page.body.loudspeaker.note.text().startswith("A workout is running")
    trackside.key(KEY.Key_T)
    trackside.key(KEY.Key_W)
    assert asked == []
    assert trackside.stands(State.RUNNING)
