"""Stamps: when a key truly went down, and whether it did."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.ui.stamps import KeyClock, Repeats


class Now:
    """A clock in milliseconds that the test sets."""

    def __init__(self, ms: float) -> None:
        self.ms = ms

    def __call__(self) -> float:
        return self.ms


def test_a_press_counts_from_when_the_key_went_down_however_late_it_is_handled() -> None:
    clock = KeyClock(Now(10_400))
    assert clock.delay_ms(10_000) == 400


def test_an_event_without_a_stamp_happened_now() -> None:
    assert KeyClock(Now(10_400)).delay_ms(0) == 0


def test_stamps_of_32_bits_wrap() -> None:
    assert KeyClock(Now(2.0**32 + 50)).delay_ms(2**32 - 10) == 60
    assert KeyClock(Now(2.0**32 + 50)).delay_ms(30) == 20


def test_with_a_foreign_clock_the_event_that_waited_least_tells_the_offset() -> None:
    now = Now(1_000_000)
    clock = KeyClock(now)
    for ms, stamp in ((1_000_000, 5_000), (1_000_500, 5_500), (1_001_000, 6_000)):
        now.ms = ms
        assert clock.delay_ms(stamp) == pytest.approx(0, abs=0.1)
    now.ms = 1_002_250
    assert clock.delay_ms(7_000) == pytest.approx(250, abs=0.2)


def test_a_release_and_press_of_one_stamp_is_a_held_key_whatever_x11_says() -> None:
    repeats = Repeats()

    def event(kind: QEvent.Type, stamp: int) -> QKeyEvent:
        made = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, 65, 32, 0, " ")
        made.setTimestamp(stamp)
        return made

    assert repeats.is_press(event(QEvent.Type.KeyPress, 1000))
    repeats.release(event(QEvent.Type.KeyRelease, 1500))
    assert not repeats.is_press(event(QEvent.Type.KeyPress, 1500))
    repeats.release(event(QEvent.Type.KeyRelease, 1540))
    assert repeats.is_press(event(QEvent.Type.KeyPress, 1900))
