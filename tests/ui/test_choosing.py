"""What is set: remembered, and one thing that is set never undoes another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from app.core.cues import CueKind
from app.core.pace import Belt
from tests.ui.conftest import Trackside

KEY = Qt.Key


def test_all_that_is_set_of_the_sound_is_remembered(opens: Callable[[], Trackside]) -> None:
    first = opens().opened()
    first.key(KEY.Key_S)
    page = first.pages.sound
    page.use_scheme("race")
    page.switch(CueKind.GO, on=True)
    page.use_tone(CueKind.GO, "siren")
    page.use_volume(CueKind.GO, 60)
    page.use_output("silent")
    page.use_offset(180)
    page.use_belt(Belt.KMH)
    first.close()  # at once: what is on its way is finished

    second = opens().opened()
    second.key(KEY.Key_S)
    page = second.pages.sound
    row = next(row for row in page.body.rows if row.kind is CueKind.GO)
    assert page.scheme.holder.text() == "race"
    assert row.switch.isChecked()
    assert row.pick is not None
    assert row.pick.text() == "siren"
    assert row.volume.value() == 60
    assert page.body.loudspeaker.output.holder.text() == "silent"
    assert page.body.loudspeaker.figure.text() == "180 ms"
    assert page.body.treadmill.belt.holder.text() == "km/h"


def test_a_goal_a_palette_and_a_sound_that_are_set_at_once_do_not_undo_each_other(trackside: Trackside) -> None:
    house = trackside.house
    trackside.key(KEY.Key_S)
    trackside.pages.sidebar.goal.setText("5:20")
    trackside.pages.sound.switch(CueKind.HALFWAY, on=False)
    trackside.key(KEY.Key_D)
    trackside.until(lambda: house.choices().goal_s == 320)
    assert house.choices().palette == "day"
    assert house.choices().sound.switched == {CueKind.HALFWAY: False}
    trackside.pages.sidebar.best.setText("5:40")
    trackside.until(lambda: house.choices().best_s == 340)
    assert house.choices().sound.switched == {CueKind.HALFWAY: False}


def test_a_goal_that_was_just_typed_is_kept_by_a_window_that_is_closed(opens: Callable[[], Trackside]) -> None:
    first = opens().opened()
    first.pages.sidebar.goal.setText("5:20")
    first.close()
    assert opens().opened().pages.sidebar.goal.text() == "5:20"
