"""How the settings stand at every size: nothing lies over another, nothing is cut, and the width is used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.ui.key_row import Stage
from app.ui.keys import Act
from tests.ui.conftest import Trackside
from tests.ui.standing import overlaps, words_cut

KEY = Qt.Key
SIZES = [(1280, 800), (1920, 1080), (900, 600), (640, 400), (480, 800), (440, 520)]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_or_is_cut(trackside: Trackside, size: tuple[int, int]) -> None:
    trackside.pages.resize(*size)
    trackside.key(KEY.Key_Comma)
    page = trackside.pages.settings
    page.choose_language("es")
    for key in ("F9", "Ctrl+Shift+F12", "Ctrl+Alt+Home"):
        page.give_key(Act.LEAVE, key)
    page.take_key(Act.FAR, "F")
    assert words_cut(page) == []
    assert overlaps(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_or_is_cut_in_a_row_that_asks(trackside: Trackside, size: tuple[int, int]) -> None:
    trackside.pages.resize(*size)
    trackside.key(KEY.Key_Comma)
    page = trackside.pages.settings
    for row in page.body.rows:
        row.setFocus()
        trackside.key(KEY.Key_Return)
        assert row.is_waiting
        assert words_cut(page) == []
        trackside.key(KEY.Key_L if row.act is not Act.LEAVE else KEY.Key_Space)
        assert row.stage is Stage.ASKING
        assert words_cut(page) == []
        assert overlaps(page) == []
        trackside.key(KEY.Key_Escape)


def test_at_1920_by_1080_all_of_it_is_seen_at_once_from_margin_to_margin(trackside: Trackside) -> None:
    trackside.pages.resize(1920, 1080)
    trackside.key(KEY.Key_Comma)
    body = trackside.pages.settings.body
    assert body.fits
    right = max(section.geometry().right() for section in body.sections)
    assert body.width() - right < 40
