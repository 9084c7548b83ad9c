"""The result page: how even it was, seen in one look at any size; what is saved, noted and offered."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.audio.messages import Handed
from app.bootstrap.run import Run
from app.core.athlete import Athlete
from app.core.lateness import CueRecord, lateness, lateness_words
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.session import Session
from app.core.workout import Workout
from app.notation.reading import parse_text
from app.rehearsal import Rehearsal
from app.ui import results
from app.ui.bars import LapBars
from app.ui.outcome import outcome_of
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


def nothing(*_words: object) -> None:
    """Do nothing, as a button of a page that is only looked at."""


@pytest.fixture
def page(qtbot: QtBot) -> ResultPage:
    made = ResultPage(*[nothing] * 5)
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


def place(page: ResultPage, widget: QWidget) -> QRect:
    """Return where it stands on the page that is scrolled."""
    return QRect(widget.mapTo(page.body, QPoint(0, 0)), widget.size())


def mile() -> tuple[Plan, Session]:
    staged = Staged(*MILE[:3], 400_000)
    return staged.driver.engine.plan, staged.driver.session


def long_session(text: str) -> tuple[Plan, Session]:
    """Run a workout of many laps or reps, none like the one before."""
    plan = compile_plan(Workout("Long", parse_text(text).steps), Athlete(Fraction(300)), Setup(lead_in_ms=0))
    n, each, rest = (40, 37_300, 60_000) if "200" in text else (60, 107_000, 0)
    laps = [number * (each + rest) + each + (number * 7919) % 1700 for number in range(n)]
    return plan, Rehearsal(plan).start().with_laps(laps).session


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


SIZES = [(1920, 1080), (1280, 800), (1000, 700), (900, 600), (800, 600), (640, 700), (640, 400), (480, 800), (440, 520)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("failure", ["", FULL])
@pytest.mark.parametrize("log", [FINE, MANY, ()], ids=["fine", "many", "none"])
@pytest.mark.parametrize("is_offered", [True, False])
def test_nothing_is_cut_off_or_lies_over_another(
    page: ResultPage, size: tuple[int, int], failure: str, log: Sequence[CueRecord], *, is_offered: bool
) -> None:
    page.resize(*size)
    show(page, log, failure)
    if is_offered:
        page.offer_resume(nothing, nothing)
    texts = [page.occasion, page.headline, page.head.beside, page.head.failure, page.foot.saved, page.cues, page.how]
    texts += [page.hero_note, page.sentence, page.offer.says]
    said = [text for text in texts if text.text() and text.isVisible()]
    assert (page.cues in said) is bool(log)
    assert (page.head.failure in said) is bool(failure)
    for text in said:
        assert holds_its_text(text), text.text()
    parts: list[QWidget] = [*said, page.note, page.hero, page.bars, page.table_roll, page.stats]
    parts += [button for button in (*page.buttons.values(), *page.offer.buttons.values()) if button.isVisible()]
    for part in parts:
        assert page.body.rect().contains(place(page, part)), (part.accessibleName(), place(page, part))
    for one, other in combinations(parts, 2):
        assert not place(page, one).intersects(place(page, other)), (one.accessibleName(), other.accessibleName())


@pytest.mark.parametrize("size", [size for size in SIZES if size != (440, 520)])
def test_the_answer_is_seen_without_scrolling(page: ResultPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    show(page, FINE)
    for part in (page.headline, page.hero, page.bars):
        assert page.rect().contains(place(page, part)), part.accessibleName()


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_a_roomy_page_shows_everything_at_once(page: ResultPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    show(page, FINE)
    assert not page.roll.can_scroll
    assert not page.table_roll.can_scroll


def test_a_larger_window_makes_a_larger_answer(page: ResultPage) -> None:
    show(page, FINE)
    before = page.hero.height(), page.bars.width() * page.bars.height()
    page.resize(1920, 1080)
    assert page.hero.height() > 1.3 * before[0]
    assert page.bars.width() * page.bars.height() > 2 * before[1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", ["40 x 200 @ mile pace w/ 60s rest", "24 km @ 4:30/km"])
def test_a_long_session_stays_legible_and_the_arrows_scroll_it(
    page: ResultPage, size: tuple[int, int], text: str
) -> None:
    page.resize(*size)
    page.show_session(*long_session(text), "")
    bars = page.bars
    bars.grab()
    written = [box for key, box in bars.placed.items() if not key.startswith("bar")]
    assert len(written) >= 4
    for one, other in combinations(written, 2):
        assert not one.intersects(other)
    roll = page.table_roll if page.is_roomy else page.roll
    assert roll.can_scroll
    page.setFocus()
    for key in (KEY.Key_Down, KEY.Key_PageDown):
        before = roll.verticalScrollBar().value()
        QTest.keyClick(page.roll, key)
        assert roll.verticalScrollBar().value() > before
    QTest.keyClick(page.roll, KEY.Key_End)
    assert roll.verticalScrollBar().value() == roll.verticalScrollBar().maximum()


@pytest.mark.parametrize("width", [440, 480, 640, 800, 900, 1000, 1280])
def test_an_occasion_is_said_in_whole_parts(page: ResultPage, width: int) -> None:
    page.resize(width, 800)
    show(page, FINE, FULL)
    assert page.outcome is not None
    whole, said = page.outcome.occasion, page.occasion.text()
    assert whole == said or whole.startswith(f"{said}  ·  ")
    assert holds_its_text(page.occasion)


# The picture ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("height", [20, 60, 90, 112, 140, 200, 300, 600])
@pytest.mark.parametrize("width", [120, 300, 1200])
def test_slower_is_up_and_faster_down_at_any_height(qtbot: QtBot, width: int, height: int) -> None:
    bars = LapBars()
    qtbot.addWidget(bars)
    bars.resize(width, height)
    picture = outcome_of(*mile(), "").picture
    bars.show_picture(picture)
    bars.grab()
    boxes = [bars.placed[f"bar {index}"] for index in range(4)]
    assert [bar.tone for bar in picture.bars] == ["faster", "slower", "slower", "faster"]
    zero = boxes[0].top()
    assert boxes[3].top() == pytest.approx(zero)
    assert boxes[1].bottom() == pytest.approx(zero)
    assert boxes[2].bottom() == pytest.approx(zero)
    assert boxes[0].height() > boxes[3].height() or boxes[0].height() == 2
    for box in boxes:
        assert QRectF(bars.rect()).contains(box)


def test_the_picture_says_in_words_what_it_shows(page: ResultPage) -> None:
    show(page, FINE)
    assert page.bars.accessibleDescription() == (
        "even 5:00.0; 409 m −1.2 fastest; 809 m +0.3; 1209 m +1.0 slowest; mile −0.8; −0.6 in all"
    )
    assert page.table.accessibleDescription().startswith("409 m 1:15.10 −1.21; ")
    assert page.hero.accessibleName() == "How even? 1.2 %"


# Noted, offered, reached ----------------------------------------------------------------------------------------------


def test_a_note_is_kept_once_when_the_field_is_left_or_enter_pressed(qtbot: QtBot) -> None:
    kept: list[str] = []
    page = ResultPage(nothing, nothing, nothing, nothing, kept.append)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    show(page, FINE)
    qtbot.waitUntil(page.isActiveWindow)
    assert not page.foot.button.isEnabled()
    page.note.setFocus()
    QTest.keyClicks(page.note, "wind")
    assert page.foot.button.isEnabled()
    QTest.keyClick(page.note, KEY.Key_Tab)
    assert kept == ["wind"]
    page.say_noted("wind")
    assert page.saved.text() == "Note saved."
    assert not page.foot.button.isEnabled()
    page.note.setFocus()
    QTest.keyClick(page.note, KEY.Key_Return)
    assert kept == ["wind"]
    assert not page.note.hasFocus()


def test_a_stop_can_be_taken_back_by_button_and_by_key(page: ResultPage) -> None:
    done: list[str] = []
    show(page, FINE)
    assert not page.offer.isVisible()
    page.offer_resume(lambda: done.append("undo"), lambda: done.append("go on"))
    assert page.offer.isVisible()
    assert not page.buttons["undo"].isVisible()  # U means the stop now
    page.offer.buttons["U"].click()
    page.offer.buttons["G"].click()
    page.setFocus()
    QTest.keyClick(page.roll, KEY.Key_U)
    QTest.keyClick(page.roll, KEY.Key_G)
    assert done == ["undo", "go on"] * 2
    page.offer_resume(None, None)
    QTest.keyClick(page.roll, KEY.Key_G)
    assert not page.offer.isVisible()
    assert page.buttons["undo"].isVisible()
    assert done == ["undo", "go on"] * 2


def test_the_next_session_is_not_offered_what_the_last_one_was(page: ResultPage) -> None:
    show(page, FINE)
    page.offer_resume(nothing, nothing)
    show(page, FINE)
    assert not page.offer.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (640, 400)])
def test_tab_reaches_everything(page: ResultPage, qtbot: QtBot, size: tuple[int, int]) -> None:
    page.resize(*size)
    page.show_session(*long_session("40 x 200 @ mile pace w/ 60s rest"), "", "a note")
    page.say_saved("Saved.", failed=False, can_undo=True)
    page.offer_resume(nothing, nothing)
    page.note.setText("another")
    qtbot.waitUntil(page.isActiveWindow)
    page.buttons["leave"].setFocus()
    reached: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus not in reached:
        assert focus.accessibleName()
        reached.append(focus)
        QTest.keyClick(focus, KEY.Key_Tab)
        assert page.roll.horizontalScrollBar().value() == 0
    roll = page.table_roll if page.is_roomy else page.roll
    shown = [button for button in (*page.buttons.values(), *page.offer.buttons.values()) if button.isVisible()]
    assert {*shown, page.note, roll} <= set(reached)
