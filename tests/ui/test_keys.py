"""Keys: which one asks for what, as they are usually and as they are set."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.core.events import Command
from app.core.state import State
from app.ui.keys import USUAL, Act, bindings, command_for, is_key, key_name, label_of, taken

KEY, HELD = Qt.Key, Qt.KeyboardModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = HELD.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held)


@pytest.mark.parametrize(
    ("act", "state", "command"),
    [
        (Act.LAP, State.READY, Command.START),
        (Act.LAP, State.RUNNING, Command.LAP),
        (Act.LAP, State.PAUSED, Command.RESUME),
        (Act.PAUSE, State.PAUSED, Command.RESUME),
        (Act.PAUSE, State.RUNNING, Command.PAUSE),
        (Act.FAR, State.RUNNING, None),
    ],
)
def test_an_act_is_the_command_that_the_state_lets_it_mean(act: Act, state: State, command: Command | None) -> None:
    assert command_for(act, state) is command


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (press(KEY.Key_Space), "Space"),
        (press(KEY.Key_Return), "Return"),
        (press(KEY.Key_Enter, HELD.KeypadModifier), "Enter"),
        (press(KEY.Key_PageDown), "PgDown"),
        (press(KEY.Key_Question, HELD.ShiftModifier), "?"),
        (press(KEY.Key_Plus, HELD.ShiftModifier), "+"),
        (press(KEY.Key_Plus, HELD.KeypadModifier), "+"),
        (press(KEY.Key_P, HELD.ShiftModifier), "P"),
        (press(KEY.Key_F5, HELD.ShiftModifier), "Shift+F5"),
        (press(KEY.Key_Z, HELD.ControlModifier), "Ctrl+Z"),
        (press(KEY.Key_Shift, HELD.ShiftModifier), ""),
    ],
)
def test_a_key_is_known_by_its_portable_name(event: QKeyEvent, name: str) -> None:
    assert key_name(event) == name


def test_the_usual_keys_can_all_be_bound_and_none_is_taken_twice() -> None:
    keys = [key for act in Act for key in USUAL[act]]
    assert [key for key in keys if not is_key(key)] == []
    assert [key for key, n in Counter(keys).items() if n > 1] == []
    assert all(label_of(key) for key in keys)


def test_space_enter_page_down_and_a_presenters_keys_are_one_lap() -> None:
    held = bindings({})
    for key in ("Space", "Return", "Enter", "PgDown", "PgUp", "F5", "Shift+F5", ".", "B"):
        assert held.act_of(key) is Act.LAP


def test_a_key_that_is_set_takes_the_place_of_the_usual_ones_and_is_taken_from_whoever_had_it() -> None:
    held = bindings({"pause": ("F", "F9")})
    assert held.keys_of(Act.PAUSE) == ("F", "F9")
    assert held.act_of("P") is None
    assert held.keys_of(Act.FAR) == ()
    assert held.cap_of(Act.FAR) == ""
    assert taken(held, "F", Act.FAR) is Act.PAUSE
    assert taken(held, "F", Act.PAUSE) is None


keys_set = st.dictionaries(
    st.sampled_from([*(act.value for act in Act), "nonsense"]),
    st.lists(st.sampled_from(["Space", "Return", "P", "F", "F9", "Ctrl+Z", "Esc", "Tab", "no key", "", "+", "?"])).map(
        tuple
    ),
)


@given(keys_set)
def test_however_keys_are_set_each_asks_for_one_thing_and_lap_has_one(given_: dict[str, tuple[str, ...]]) -> None:
    held = bindings(given_)
    assert held.keys_of(Act.LAP)
    for act in Act:
        for key in held.keys_of(act):
            assert held.act_of(key) is act
    assert sum(len(held.keys_of(act)) for act in Act) == len(held.acts)


@pytest.mark.parametrize(
    ("key", "label"),
    [("Space", "space"), ("Right", "→"), ("-", "−"), ("+", "+"), ("Ctrl+Z", "ctrl Z"), ("Shift+F5", "shift F5"),
     ("Ctrl++", "ctrl +")],
)  # fmt: skip
def test_a_cap_says_what_stands_on_the_key(key: str, label: str) -> None:
    assert label_of(key) == label
