"""The settings page: what is chosen is in force at once or said to wait, keys come and go, all is remembered."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app import __version__
from app.core.state import State
from app.ui import design
from app.ui.choices import Choices
from app.ui.key_row import KeyRow
from app.ui.keycap import KeyCap
from app.ui.keys import Act
from app.ui.options import Options
from app.ui.settings_page import SettingsPage
from tests.ui.conftest import Trackside

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
V = TypeVar("V")


class AtTheDesk:
    """The settings page of a window, and how often it asked to open anew."""

    def __init__(self, trackside: Trackside) -> None:
        self.trackside = trackside
        self.opened_anew: list[Choices] = []
        trackside.pages.settings._start_anew = lambda: self.opened_anew.append(self.set)
        trackside.key(KEY.Key_Comma)

    @property
    def page(self) -> SettingsPage:
        return self.trackside.pages.settings

    @property
    def set(self) -> Choices:
        """What the desk has taken."""
        return self.trackside.house.choices()

    @property
    def anew(self) -> str:
        return self.page.body.display.anew.sentence.text()

    def row(self, act: Act) -> KeyRow:
        return next(row for row in self.page.body.rows if row.act is act)

    def at(self, act: Act) -> KeyRow:
        """Go to a row of keys."""
        self.row(act).setFocus()
        return self.row(act)

    def pick(self, options: Options[V], word: str) -> None:
        QTest.mouseClick(next(choice for choice, _value in options.choices if choice.text() == word), LEFT)

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.trackside.key(key)

    def keys_are(self, keys: dict[str, tuple[str, ...]]) -> None:
        self.trackside.until(lambda: self.set.keys == keys)

    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def run_a_workout(self) -> None:
        self.key(KEY.Key_W)
        self.trackside.type_workout("800 in 160")
        self.key(KEY.Key_Space)
        self.key(KEY.Key_Comma)


@pytest.fixture
def desk(trackside: Trackside) -> AtTheDesk:
    return AtTheDesk(trackside)


# The screen -----------------------------------------------------------------------------------------------------------


def test_the_comma_and_the_sidebar_open_the_page(trackside: Trackside) -> None:
    trackside.key(KEY.Key_Comma)
    assert trackside.pages.page == "settings"
    trackside.key(KEY.Key_Escape)
    assert trackside.pages.page == "workouts"
    QTest.mouseClick(trackside.pages.sidebar.ways["settings"], LEFT)
    assert trackside.pages.settings.isVisible()


def test_a_palette_is_in_force_as_soon_as_an_arrow_chooses_it(desk: AtTheDesk) -> None:
    assert desk.focus() is desk.page.body.display.palettes.holder
    desk.key(KEY.Key_Right)
    assert design.palette().name == "day"
    desk.key(KEY.Key_Right)
    desk.trackside.until(lambda: desk.set.palette == "contrast-dark")
    assert design.palette().name == "contrast-dark"


def test_each_palette_is_shown_in_its_own_colours_whatever_is_in_force(desk: AtTheDesk) -> None:
    for palette in design.PALETTES:
        desk.trackside.pages.use_palette(palette)
        for swatch, name in desk.page.body.display.palettes.choices:
            image = swatch.grab().toImage()
            seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())}
            assert {getattr(design.PALETTES[name], tone).lower() for tone in ("ground", "work", "recovery")} <= seen


def test_the_key_of_the_palettes_moves_the_choice_here_too(desk: AtTheDesk) -> None:
    desk.key(KEY.Key_D)
    desk.trackside.until(lambda: desk.page.body.display.palettes.holder.text() == "daylight")


def test_another_size_is_said_to_wait_and_opens_the_window_anew_when_it_is_asked_to(desk: AtTheDesk) -> None:
    written, house = threading.Event(), desk.trackside.house
    choose = house.choose
    house.choose = lambda choices: (written.wait(20), choose(choices))[1]  # type: ignore[method-assign]  # a slow disk
    desk.pick(desk.page.body.display.text_size, "150")
    assert desk.anew == "The window opens anew at this size."
    QTest.mouseClick(desk.page.body.display.anew.button, LEFT)
    QApplication.processEvents()
    assert desk.opened_anew == []
    written.set()
    desk.trackside.until(lambda: len(desk.opened_anew) == 1)
    assert desk.opened_anew[0].text_size == 150, "remembered before the window goes"


def test_the_size_that_is_in_force_waits_for_nothing(desk: AtTheDesk) -> None:
    display = desk.page.body.display
    desk.pick(display.text_size, "200")
    assert display.anew.button.isVisible()
    desk.pick(display.text_size, "100")
    assert not display.anew.button.isVisible()
    assert desk.anew == "Another size or language asks the window to open anew."


def test_another_language_waits_in_the_same_way(desk: AtTheDesk) -> None:
    desk.pick(desk.page.body.display.language, "Español")
    assert desk.anew == "The window opens anew in this language."
    desk.trackside.until(lambda: desk.set.language == "es")


def test_while_a_workout_runs_neither_size_nor_language_changes_and_it_is_said_why(desk: AtTheDesk) -> None:
    desk.run_a_workout()
    display = desk.page.body.display
    desk.pick(display.text_size, "150")
    assert desk.anew == "A workout is running: the size can change when it is over."
    assert display.text_size.holder.text() == "100"
    desk.pick(display.language, "English")
    assert desk.anew == "A workout is running: the language can change when it is over."
    assert display.language.holder.text() == "System"
    assert not display.anew.button.isVisible()
    assert (desk.set.text_size, desk.set.language) == (100, "")


def test_a_size_that_waits_does_not_close_a_window_in_which_a_workout_runs(desk: AtTheDesk) -> None:
    desk.pick(desk.page.body.display.text_size, "150")
    desk.run_a_workout()
    desk.page.open_anew()
    assert desk.anew == "A workout is running: the window opens anew when it is over."
    assert desk.opened_anew == []


def test_all_that_is_set_is_remembered(opens: Callable[[], Trackside]) -> None:
    first = AtTheDesk(opens().opened())
    display, laps = first.page.body.display, first.page.body.laps
    first.pick(display.palettes, "high contrast light")
    first.pick(display.text_size, "175")
    QTest.mouseClick(display.flashes, LEFT)
    QTest.mouseClick(display.awake, LEFT)
    first.pick(laps.least_lap, "5")
    first.pick(laps.miles, "miles")
    first.pick(laps.lap_seconds, "79.5")
    first.pick(laps.half_days, "6:05 pm")
    first.at(Act.LAP)
    first.key(KEY.Key_Return, KEY.Key_F9)
    first.trackside.close()  # at once: what is on its way is finished

    second = AtTheDesk(opens().opened())
    display, laps = second.page.body.display, second.page.body.laps
    assert second.set.palette == "contrast-day"
    assert (display.text_size.holder.text(), laps.least_lap.holder.text()) == ("175", "5")
    assert (display.flashes.isChecked(), display.awake.isChecked()) == (True, False)
    assert second.set.least_lap_ms == 5000
    assert [row.holder.text() for row in (laps.miles, laps.lap_seconds, laps.half_days)] == ["miles", "79.5", "6:05 pm"]
    assert second.row(Act.LAP).caps.keys[0] == "F9"
    assert second.anew == "Another size or language asks the window to open anew."


def test_where_everything_is_kept_can_be_selected_and_not_changed(desk: AtTheDesk) -> None:
    data = desk.page.body.data
    data.folder.setText("/home/anna/bell-lap")
    data.folder.setFocus()
    QTest.keyClicks(data.folder, "x")
    data.folder.selectAll()
    assert data.folder.selectedText() == "/home/anna/bell-lap"
    assert __version__ in data.version.text()


# The keys -------------------------------------------------------------------------------------------------------------


def test_a_row_waits_for_a_key_and_shows_it_first(desk: AtTheDesk) -> None:
    row = desk.at(Act.PAUSE)
    desk.key(KEY.Key_Return)
    assert row.sentence.text() == "Press the new key for “pause, go on”. Esc keeps what it is."
    desk.key(KEY.Key_F9)
    desk.keys_are({"pause": ("F9", "P")})
    assert row.caps.keys == ("F9", "P")
    assert row.accessibleName() == "pause, go on: F9, P"
    assert not row.sentence.text()


def test_while_a_row_waits_every_key_is_its_own(desk: AtTheDesk) -> None:
    row = desk.at(Act.PAUSE)
    desk.key(KEY.Key_Return)
    assert desk.page.wants_keys
    desk.key(KEY.Key_W)
    assert desk.trackside.pages.page == "settings"
    assert row.sentence.text() == "W is the key of “workouts”. Take it from there?"
    desk.key(KEY.Key_Escape)
    assert desk.trackside.pages.page == "settings"
    assert not desk.page.wants_keys
    desk.key(KEY.Key_W)
    assert desk.trackside.pages.page == "workouts"


def test_esc_keeps_what_it_is(desk: AtTheDesk) -> None:
    row = desk.at(Act.FAR)
    desk.key(KEY.Key_Return, KEY.Key_Escape)
    assert row.caps.keys == ("F",)
    assert desk.focus() is row


@pytest.mark.parametrize("take", [True, False])
def test_a_key_of_another_act_is_taken_only_when_that_is_said(desk: AtTheDesk, *, take: bool) -> None:
    row = desk.at(Act.PAUSE)
    desk.key(KEY.Key_Return, KEY.Key_S)
    assert row.sentence.text() == "S is the key of “sound”. Take it from there?"
    assert desk.row(Act.SOUND).caps.keys == ("S",)
    desk.key(KEY.Key_Return if take else KEY.Key_Escape)
    desk.keys_are({"pause": ("S", "P"), "sound": ()} if take else {})
    assert desk.row(Act.SOUND).caps.keys == (() if take else ("S",))
    if take:
        assert desk.row(Act.SOUND).accessibleName() == "sound: no key"


def test_the_mouse_answers_as_the_keys_do(desk: AtTheDesk) -> None:
    row = desk.row(Act.PAUSE)
    desk.page.body.show_control(row)
    QTest.mouseClick(row, LEFT, pos=QPoint(20, 20))
    desk.key(KEY.Key_S)
    QTest.mouseClick(row.take, LEFT)
    desk.keys_are({"pause": ("S", "P"), "sound": ()})


def test_lap_is_never_left_without_a_key(desk: AtTheDesk) -> None:
    row = desk.at(Act.LAP)
    for _ in range(20):
        desk.key(KEY.Key_Delete)
    assert row.caps.keys == ("B",)
    assert row.sentence.text() == "“start, lap, go on” is never without a key: give it another first."
    desk.at(Act.PAUSE)
    desk.key(KEY.Key_Return, KEY.Key_B)
    assert desk.row(Act.PAUSE).sentence.text() == (
        "B is the only key of “start, lap, go on”, which is never without one. Press another; Esc keeps what it is."
    )
    desk.key(KEY.Key_Return)
    desk.keys_are({"lap": ("B",), "pause": ("Return", "P")})


@pytest.mark.parametrize("key", [KEY.Key_Tab, KEY.Key_Backtab])
def test_tab_cannot_be_given_and_the_row_goes_on_waiting(desk: AtTheDesk, key: Qt.Key) -> None:
    row = desk.at(Act.MEND)
    desk.key(KEY.Key_Return, key)
    assert desk.focus() is row
    assert row.sentence.text().startswith("That key always moves between what can be set")
    desk.key(KEY.Key_F9)
    desk.keys_are({"mend": ("F9", "M")})


def test_a_modifier_alone_is_no_key_and_with_another_it_is(desk: AtTheDesk) -> None:
    row = desk.at(Act.UNDO)
    desk.key(KEY.Key_Return, KEY.Key_Control)
    assert row.is_waiting
    QTest.keyClick(row, KEY.Key_K, Qt.KeyboardModifier.ControlModifier)
    desk.keys_are({"undo": ("Ctrl+K", "U", "Ctrl+Z")})


def test_enter_that_is_held_down_is_not_the_new_key(desk: AtTheDesk) -> None:
    row = desk.at(Act.MEND)
    desk.key(KEY.Key_Return)
    held = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    row.keyPressEvent(held)
    assert row.sentence.text().startswith("Press the new key")


def test_arrows_choose_a_cap_and_delete_takes_that_one_away(desk: AtTheDesk) -> None:
    desk.at(Act.UNDO)
    desk.key(KEY.Key_Right, KEY.Key_Backspace)
    desk.keys_are({"undo": ("U",)})
    desk.key(KEY.Key_Delete)
    desk.keys_are({"undo": ()})
    desk.key(KEY.Key_Delete)
    assert desk.row(Act.UNDO).caps.keys == ()


def test_a_cap_is_chosen_by_the_mouse_and_the_foot_takes_it_away(desk: AtTheDesk) -> None:
    caps = desk.row(Act.UNDO).caps
    QTest.mouseClick(caps, LEFT, pos=caps.places(caps.width())[1].center().toPoint())
    assert caps.chosen == "Ctrl+Z"
    assert not desk.page.wants_keys
    QTest.mouseClick(desk.page.foot.caps["delete"], LEFT)
    desk.keys_are({"undo": ("U",)})


def test_usual_keys_come_back_for_one_row(desk: AtTheDesk) -> None:
    desk.at(Act.PAUSE)
    desk.key(KEY.Key_Return, KEY.Key_S, KEY.Key_Return)
    desk.at(Act.FAR)
    desk.key(KEY.Key_Delete)
    usual = desk.row(Act.SOUND).usual
    assert not desk.row(Act.MEND).usual.isVisible()
    usual.setFocus()
    desk.key(KEY.Key_Return)
    desk.keys_are({"far": ()})
    assert desk.row(Act.SOUND).caps.keys == ("S",)
    assert not usual.isVisible()


def test_all_keys_are_as_usual_at_one_press(desk: AtTheDesk) -> None:
    reset = desk.page.body.other_keys.reset
    assert reset is not None
    assert not reset.isEnabled()
    desk.at(Act.FAR)
    desk.key(KEY.Key_Delete)
    desk.at(Act.LAP)
    desk.key(KEY.Key_Delete)
    QTest.mouseClick(reset, LEFT)
    desk.keys_are({})
    assert not reset.isEnabled()


def test_the_focus_elsewhere_ends_the_waiting(desk: AtTheDesk) -> None:
    row = desk.at(Act.FAR)
    desk.key(KEY.Key_Return)
    desk.page.body.display.flashes.setFocus()
    assert not desk.page.wants_keys
    assert not row.sentence.text()


def test_while_a_workout_runs_its_keys_stay(desk: AtTheDesk) -> None:
    desk.run_a_workout()
    row = desk.row(Act.LAP)
    QTest.mouseClick(row, LEFT, pos=QPoint(20, 20))
    assert row.sentence.text() == "A workout is running: its keys stay as they are until it is over."
    assert not desk.page.wants_keys
    desk.key(KEY.Key_P)
    assert desk.trackside.stands(State.PAUSED)
    desk.key(KEY.Key_Delete)
    assert desk.set.keys == {}
    assert desk.page.foot.sentence.text().startswith("A workout is running")


# Getting about --------------------------------------------------------------------------------------------------------


def test_tab_reaches_every_control(desk: AtTheDesk) -> None:
    desk.at(Act.UNDO)
    desk.key(KEY.Key_Delete)  # so that there is a row with usual keys to go back to
    desk.pick(desk.page.body.display.text_size, "150")
    first = desk.page.body.display.palettes.holder
    first.setFocus()
    reached = [desk.focus()]
    for _ in range(200):
        desk.key(KEY.Key_Tab)
        if desk.focus() is first:
            break
        if desk.page.isAncestorOf(desk.focus()):
            reached.append(desk.focus())
    body = desk.page.body
    assert set(reached) == {control for line in body.lines for control in line}
    assert len(reached) == 3 + 1 + 2 + 4 + len(Act) + 1 + 1 + 1


def test_every_control_has_a_name_of_its_own(desk: AtTheDesk) -> None:
    found = [each for each in desk.page.findChildren(QAbstractButton) if not isinstance(each, KeyCap)]
    names = [control.accessibleName() or control.text() for control in found]
    assert all(names)
    assert len(set(names)) == len(names)
    assert desk.page.body.data.folder.accessibleName() == "data folder"


def test_arrows_move_between_rows_and_the_one_with_the_focus_is_in_view(desk: AtTheDesk) -> None:
    desk.trackside.window.resize(480, 800)
    seen = [desk.focus()]
    for _ in range(60):
        desk.key(KEY.Key_Down)
        if desk.focus() is seen[-1]:
            break
        seen.append(desk.focus())
        at = desk.focus().mapTo(desk.page.body.viewport(), desk.focus().rect().center())
        assert desk.page.body.viewport().rect().contains(at)
    assert seen == [line[0] for line in desk.page.body.lines]
    desk.key(KEY.Key_Up)
    assert desk.focus() is seen[-2]
