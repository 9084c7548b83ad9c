"""The result page: how late the cues were, said quietly; and nothing cut off, whatever there is to say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import cast

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.audio.messages import Handed
from app.bootstrap.run import Run
from app.core.lateness import CueRecord, lateness, lateness_words
from app.ui import results
from app.ui.result_page import ResultPage
from app.ui.text import Text
from tests.staged import MILE, Staged
from tests.ui.conftest import Trackside

KEY = Qt.Key
FULL = "The disk is full: the session goes on in memory; free some space and save again."


def cues(n: int, late_ms: int = -2000, output: str = "simpleaudio") -> list[CueRecord]:
    return [CueRecord(60_000, 60_000 + late_ms, "pip", output)] * n


FINE = [*cues(41), *cues(1, 4)]
MANY = [*cues(4000), *cues(12, 120), *cues(3, 300), *cues(1134, 0, "silent")]


@pytest.fixture
def page(qtbot: QtBot) -> ResultPage:
    made = ResultPage(*[lambda *_words: None] * 5)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def show(page: ResultPage, cue_log: Sequence[CueRecord], failure: str = "") -> None:
    """Show a mile with this cue log."""
    mile = Staged(*MILE[:3], 400_000)
    page.show_session(mile.driver.engine.plan, mile.driver.session, mile.started_at, cue_log=cue_log)
    page.say_saved(failure or "Saved.", failed=bool(failure), can_undo=True)


def holds_its_text(label: Text) -> bool:
    room = label.size()
    if label.wordWrap() and label.heightForWidth(room.width()) <= room.height():
        return True
    return label.fontMetrics().horizontalAdvance(label.text()) <= room.width()


def place(widget: QWidget) -> QRect:
    return widget.geometry()


# Said -----------------------------------------------------------------------------------------------------------------


def test_the_page_says_how_late_the_cues_were(page: ResultPage) -> None:
    show(page, FINE)
    assert page.cues.text() == "42 cues, median 0 ms late, worst 4 ms"
    assert page.cues.tone == "quiet"
    show(page, [*FINE, *cues(2, 30), *cues(1, 300)])
    assert page.cues.text() == "45 cues, median 0 ms late, worst 30 ms, 2 late, 1 given up"


def test_a_session_without_a_cue_log_says_nothing_of_it(page: ResultPage) -> None:
    show(page, FINE)
    show(page, ())
    assert page.cues.text() == ""


def handed(trackside: Trackside, *late_ms: float) -> None:
    """Have the sound process say that it handed cues to a device."""
    now_ms = trackside.clock.boot_ms(trackside.clock.now())
    for each in late_ms:
        cast("Run", trackside.live.running)._handed(Handed(now_ms, now_ms + each, "lap", "simpleaudio", given_up=False))


def ended(trackside: Trackside) -> Trackside:
    """Run a workout to its end."""
    trackside.type_workout("200 in 40")
    trackside.key(KEY.Key_Space)
    trackside.passes(5)
    trackside.passes(38)
    handed(trackside, 3, 5, 11)
    trackside.key(KEY.Key_Space)
    assert trackside.pages.page == "result"
    return trackside


def words_of(log: Sequence[CueRecord]) -> str:
    """Return the words of a log; there is always something in it to be said."""
    assert len(log) >= 3
    return lateness_words(lateness(log))


def test_the_session_that_has_just_ended_says_it_and_so_does_the_history(trackside: Trackside) -> None:
    running = ended(trackside).live.running
    page = trackside.pages.result
    trackside.until(lambda: page.cues.text() == words_of(tuple(running.cue_log())))
    assert "median 5 ms late, worst 11 ms" in page.cues.text()
    trackside.saved()
    trackside.key(KEY.Key_W)
    trackside.key(KEY.Key_H)
    trackside.until(lambda: trackside.pages.history.list.count() == 1)
    page.say_cues(())
    trackside.key(KEY.Key_Return, trackside.pages.history.list)
    trackside.until(lambda: trackside.pages.page == "result" and page.cues.text() != "")
    session_id = trackside.house.history()[0].session_id
    assert page.cues.text() == words_of(trackside.house.cue_log(session_id))
    assert "median 5 ms late, worst 11 ms" in page.cues.text()


def test_what_the_voice_still_says_at_the_end_is_counted_too(
    trackside: Trackside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "LAST_WORDS_MS", 400)
    monkeypatch.setattr(results, "SAVING_MS", 10**6)  # as if all was saved at once
    ended(trackside)
    assert "worst 11 ms" in trackside.pages.result.cues.text()
    handed(trackside, 17, 18)
    trackside.until(lambda: "worst 18 ms" in trackside.pages.result.cues.text())


# Where it stands -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1280, 800), (1000, 700), (900, 600), (800, 600), (640, 700), (480, 800), (440, 520)])
@pytest.mark.parametrize("failure", ["", FULL])
@pytest.mark.parametrize("log", [FINE, MANY, ()], ids=["fine", "many", "none"])
def test_the_foot_is_whole_at_every_width(
    page: ResultPage, size: tuple[int, int], failure: str, log: Sequence[CueRecord]
) -> None:
    page.resize(*size)
    show(page, log, failure)
    said = [text for text in (page.saved, page.cues) if text.text() and text.isVisible()]
    assert (page.cues in said) is bool(log)
    assert page.saved in said or not failure
    assert all(holds_its_text(text) for text in said)
    buttons = [button for button in page.buttons.values() if button.isVisible()]
    parts: list[QWidget] = [page.note, page.occasion, page.headline, *buttons, *said]
    if page.sentence.text():
        parts.append(page.sentence)
    for part in parts:
        assert page.rect().contains(place(part)), part.accessibleName()
    for one, other in combinations(parts, 2):
        assert not place(one).intersects(place(other)), (one.accessibleName(), other.accessibleName())


@pytest.mark.parametrize("width", [440, 480, 640, 800, 900, 1000, 1280])
def test_an_occasion_is_said_in_whole_parts(page: ResultPage, width: int) -> None:
    page.resize(width, 800)
    show(page, FINE, FULL)
    assert page.outcome is not None
    whole, said = page.outcome.occasion, page.occasion.text()
    assert whole == said or whole.startswith(f"{said}  ·  ")
    assert holds_its_text(page.occasion)


@pytest.mark.parametrize(("height", "are_seen"), [(800, True), (520, False)])
def test_bars_that_have_no_room_leave_it_to_the_table(page: ResultPage, height: int, are_seen: bool) -> None:
    page.resize(480, height)
    show(page, FINE)
    assert page.bars.isVisible() is are_seen
    top = place(page.bars).bottom() if are_seen else place(page.hero).bottom()
    assert 0 < place(page.area).top() - top < 30
