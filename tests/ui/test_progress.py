"""Long readings: told after a while, given up at once, and a field that takes a text of any length."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.bounds import TEXT_CHARS
from app.ui.entry import LongEntry
from app.ui.progress import Progress
from tests.ui.conftest import Trackside

KEY = Qt.Key
SEASON = "\n".join(f"{60 + n % 300}s @ mile pace w/ {n % 97 + 20}s jog" for n in range(300))
"""About as much as is read at all: some tenths of a second."""


def test_what_ends_soon_is_never_announced_and_what_lasts_is(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    home.show()
    line = Progress(home)
    line.begin("Reading …")
    assert not line.isVisible()
    line.end()
    assert not line._patience.isActive()
    line.begin("Reading …", lambda: None)
    qtbot.waitUntil(line.isVisible)
    assert line.button.isVisible()
    line.end()
    assert not line._moves.isActive()
    assert not line.isVisible()


def test_giving_up_tells_it_once(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    given_up: list[bool] = []
    line = Progress(home)
    line.begin("Reading …", lambda: given_up.append(True))
    assert line.cancel()
    assert not line.cancel()
    assert given_up == [True]


def test_a_long_reading_is_told_and_escape_gives_it_up(trackside: Trackside) -> None:
    library = trackside.pages.library
    library.panel.progress._patience.setInterval(0)  # it is read within the usual patience
    trackside.key(KEY.Key_Slash)
    library.paste.setText(SEASON)
    trackside.until(library.panel.progress.isVisible)
    assert library.panel.progress.sentence.text() == "Reading 300 lines …"
    trackside.key(KEY.Key_Escape)
    assert not library.panel.progress.isVisible()
    assert library.paste.text() == SEASON
    began = time.perf_counter()
    library.paste.setText("200 in 40")
    trackside.until(lambda: "Read as typed" in library.about.text())
    assert time.perf_counter() - began < 1.5  # it did not wait for the rest of the season
    assert library.name.text() == "200m in 0:40"


def test_the_answer_to_a_text_that_was_given_up_is_dropped(trackside: Trackside) -> None:
    library = trackside.pages.library
    trackside.pages._reading.read("200 in 40", library)
    trackside.pages._reading.cancel()
    library.paste.setText("400 in 80")
    trackside.until(lambda: "Read as typed" in library.about.text())
    assert library.name.text() == "400m in 1:20"


def test_a_hundred_thousand_characters_are_pasted_within_a_frame(qtbot: QtBot) -> None:
    field = LongEntry()
    qtbot.addWidget(field)
    field.resize(600, 48)
    field.show()
    text = "8 x 400 @ mile pace\n" * (TEXT_CHARS // 20)
    QApplication.clipboard().setText(text)
    best = 1.0
    for _each in range(3):
        field.clear()
        QApplication.processEvents()
        began = time.thread_time()
        field.paste()
        QApplication.processEvents()
        best = min(best, time.thread_time() - began)
    assert best < 0.016
    assert field.text() == text.strip()
    assert field.displayText() == "8 x 400 @ mile pac …  (5,000 lines)"


def test_a_long_text_stands_or_goes_as_a_whole(qtbot: QtBot) -> None:
    field = LongEntry()
    qtbot.addWidget(field)
    field.setText("8 x 400\n200 jog")
    QTest.keyClicks(field, "x")
    assert field.text() == "8 x 400\n200 jog"
    QTest.keyClick(field, KEY.Key_Backspace)
    assert field.text() == ""
    field.setText("8 x 400\n200 jog")
    field.setText("6 x 300")
    assert (field.text(), field.is_long) == ("6 x 300", False)
    field.setText("x" * (TEXT_CHARS + 500))
    assert len(field.text()) == TEXT_CHARS + 1
