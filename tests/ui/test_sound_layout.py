"""How the sound page stands at every size: nothing lies over another, nothing is cut, all of it can be read."""

from __future__ import annotations

from itertools import cycle

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.core.calibrate import MOST_OFFSET_MS
from app.core.cues import CueKind
from app.core.pace import Belt
from app.ui import design
from app.ui.cue_names import SPEEDS
from app.ui.volume import BAR, BARS, GAP, LEFT
from tests.looks import look
from tests.ui.conftest import Trackside

SIZES = [(1280, 800), (1920, 1080), (900, 600), (480, 800), (440, 520)]
KEY = Qt.Key


def wrong(page: QWidget) -> list[str]:
    """Return what is wrong with a page, a sentence each."""
    return [str(finding) for finding in look(page).wrong]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_or_is_cut_in_the_rows(trackside: Trackside, size: tuple[int, int]) -> None:
    trackside.window.resize(*size)
    trackside.key(KEY.Key_S)
    page = trackside.pages.sound
    trackside.house.sound_state = lambda: "Sound by miniaudio through PulseAudio; simpleaudio is not installed."  # type: ignore[method-assign]
    page.use_scheme("race")
    for kind in (CueKind.SAY_REP, CueKind.LAST_TEN):  # the longest names
        page.switch(kind, on=True)
    page.use_offset(-MOST_OFFSET_MS)
    for belt in SPEEDS:
        page.use_belt(belt)
        assert wrong(page) == []
    assert wrong(trackside.pages.sidebar) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_or_is_cut_while_a_workout_runs(trackside: Trackside, size: tuple[int, int]) -> None:
    trackside.window.resize(*size)
    trackside.type_workout("200 in 40")
    trackside.key(KEY.Key_Space)
    trackside.key(KEY.Key_S)
    trackside.key(KEY.Key_T)
    page = trackside.pages.sound
    assert page.body.loudspeaker.note.text().startswith("A workout is running")
    assert wrong(page) == []
    sidebar = trackside.pages.sidebar
    shown = [way for way in sidebar.ways.values() if way.isVisible()]
    assert len(shown) == 8
    assert all(sidebar.rect().contains(way.geometry()) for way in shown)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_or_is_cut_while_tapping_along(trackside: Trackside, size: tuple[int, int]) -> None:
    trackside.window.resize(*size)
    trackside.key(KEY.Key_S)
    trackside.key(KEY.Key_T)
    page = trackside.pages.sound
    assert wrong(page) == []
    for late_ms, scatter in ((-180, (0,)), (180, (0,)), (180, (-140, -70, 0, 70, 140))):
        trackside.key(KEY.Key_Space)
        for beat, off in zip(page.calibration.beats, cycle(scatter), strict=False):
            trackside.clock.set(beat + late_ms + off)
            trackside.key(KEY.Key_Space)
        assert page.calibration.button.isVisible() == (len(scatter) == 1)
        assert len(scatter) == 1 or "uneven" in page.calibration.sentence.text()
        assert wrong(page) == []
        trackside.clock.forward(10_000)
        page.calibration.stop()


def test_at_1280_by_800_and_above_all_of_it_is_seen_at_once(trackside: Trackside) -> None:
    trackside.key(KEY.Key_S)
    for size in SIZES[:2]:
        trackside.window.resize(*size)
        assert trackside.pages.sound.body.fits


def test_what_is_set_now_stands_in_the_row_in_each_palette(trackside: Trackside) -> None:
    trackside.key(KEY.Key_S)
    page = trackside.pages.sound
    row = next(row for row in page.body.rows if row.kind is CueKind.BELL)
    pictures = set()
    for palette in design.PALETTES:
        trackside.pages.use_palette(palette)
        for on in (True, False):
            page.switch(row.kind, on=on)
            pictures.add(bytes(row.switch.grab().toImage().constBits()))
        bars = QRect(0, 0, LEFT + BARS * (BAR + GAP), row.volume.height())
        for percent in (30, 80):
            page.use_volume(row.kind, percent)
            pictures.add(bytes(row.volume.grab(bars).toImage().constBits()))
    assert len(pictures) == 4 * len(design.PALETTES)


@pytest.mark.parametrize("palette", design.PALETTES)
def test_words_stand_out_from_their_ground(trackside: Trackside, palette: str) -> None:
    trackside.pages.use_palette(palette)
    trackside.key(KEY.Key_S)
    page = trackside.pages.sound
    page.use_scheme("mute")
    page.use_belt(Belt.KMH)
    QApplication.processEvents()
    seen = look(page)
    assert seen.wrong == ()
    kinds = {type(each.widget).__name__ for each in seen.letters}
    assert kinds >= {"Text", "Switch", "TonePick", "Volume", "Choice", "KeyCap"}
