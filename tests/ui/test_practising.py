"""A practice by keys: blind laps, guesses, the score; and nothing that shows or says a time before it was guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from app.core.events import Command
from app.core.ladder import at_level
from app.core.practice import Practice, Tones, practice_of
from app.core.practised import PracticeScore, hidden_laps, practice_score
from app.core.session import Session
from app.core.state import State
from tests.lettering import held_back
from tests.ui.conftest import Trackside

KEY = Qt.Key
A_TIME = re.compile(r"\d:\d\d|\d\.\d|[+−]\d")


def opens_practice(trackside: Trackside) -> Trackside:
    """Go to the practice page, and wait for what is proposed."""
    trackside.key(KEY.Key_K, trackside.pages)
    trackside.until(lambda: trackside.pages.practice.practice is not None)
    return trackside


def begins(trackside: Trackside) -> Trackside:
    """Start what is set, and let the lead-in pass."""
    trackside.key(KEY.Key_Return, trackside.pages)
    trackside.until(lambda: trackside.pages.page == "run")
    trackside.key(KEY.Key_Space, trackside.pages)
    trackside.passes(5)
    return trackside


def types(trackside: Trackside, text: str) -> None:
    QTest.keyClicks(trackside.pages, text)
    trackside.key(KEY.Key_Return, trackside.pages)


def stored_score(trackside: Trackside) -> PracticeScore:
    """Score the newest session anew from the disk."""
    trackside.saved()
    past = trackside.house.history()[0]
    score = practice_score(Session.from_events(*_recalled(trackside, past.session_id)))
    assert score is not None
    return score


def _recalled(trackside: Trackside, session_id: int) -> tuple:  # type: ignore[type-arg]  # plan and events
    return trackside.house.recall(session_id)


def said_on(window: QWidget) -> Iterator[str]:
    """Yield all that is drawn, and all that a screen reader would find on what is visible."""
    yield window.windowTitle()
    _ground, letters, _coarse = held_back(window)
    yield from (each.text for each in letters)
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            yield from (widget.accessibleName(), widget.accessibleDescription())
            if isinstance(widget, QLabel):
                yield widget.text()


def times_on(trackside: Trackside, *allowed: str) -> list[str]:
    """Return what looks like a time, but for what is allowed."""
    found = []
    for text in said_on(trackside.window):
        rest = text
        for each in allowed:
            rest = rest.replace(each, "")
        if A_TIME.search(rest):
            found.append(text)
    return found


def test_a_whole_practice_by_keys_ends_on_the_score_that_the_journal_has(trackside: Trackside) -> None:
    begins(opens_practice(trackside))
    pages = trackside.pages
    assert practice_of(trackside.live.plan) == Practice(2, Fraction("89.5"))
    trackside.lap_after(88.3)
    trackside.lap_after(91.9)
    assert trackside.stands(State.FINISHED)
    assert (pages.page, pages.guessing.is_open) == ("run", True)
    types(trackside, "1:28.0")
    assert [lap.number for lap in hidden_laps(trackside.live.driver.session)] == [2]
    types(trackside, "91")
    assert pages.guessing.panel.title.text() == "Lap 1 took"
    trackside.key(KEY.Key_Return, pages)
    assert pages.guessing.panel.figure.text() == "1:31.9"
    trackside.key(KEY.Key_Return, pages)
    assert pages.page == "result"

    score = stored_score(trackside)
    assert [(lap.actual_ms, lap.guess_ms) for lap in score.laps] == [(88_300, 88_000), (91_900, 91_000)]
    shown = pages.result.outcome
    assert shown is not None
    assert shown.hero.value == f"{float(score.mean_error_pct):.1f} %"
    assert [(line.lap, line.off, line.guess, line.guess_off) for line in shown.lines] == [
        ("1:28.30", "−1.20", "1:28.0", "−0.30"),
        ("1:31.90", "+2.40", "1:31.0", "−0.90"),
    ]
    assert score.short_of in shown.sentence
    spreads = [figure.value for figure in shown.stats if "CV" in figure.label]
    assert spreads == [f"{score.cv_laps_pct:.1f} %", f"{score.cv_400_pct:.1f} %"]
    trackside.until(lambda: len(pages.result.trend.points) == 1)
    assert pages.result.trend.points[0].pct == float(score.mean_error_pct)
    assert pages.result.buttons["next"].text() == "Next: level 1 of 7"


def test_nothing_shows_a_time_while_it_runs(trackside: Trackside) -> None:
    begins(opens_practice(trackside))
    target = "1:29.5"
    trackside.passes(41.7)
    assert times_on(trackside, target) == []
    trackside.lap_after(47.1)
    trackside.passes(12.3)
    assert times_on(trackside, target) == []
    trackside.key(KEY.Key_F, trackside.pages)
    trackside.passes(1.1)
    assert times_on(trackside, target) == []
    trackside.key(KEY.Key_F, trackside.pages)
    trackside.key(KEY.Key_P, trackside.pages)
    trackside.passes(2)
    assert times_on(trackside, target) == []
    trackside.key(KEY.Key_E, trackside.pages)
    assert not trackside.pages.mends.is_open
    assert "said what they took" in trackside.pages.run.sentence.text()
    trackside.key(KEY.Key_P, trackside.pages)
    trackside.lap_after(70)
    assert trackside.pages.guessing.is_open
    assert times_on(trackside, target, "0.1 s") == []


def test_no_question_about_a_press_tells_how_long_a_lap_was(trackside: Trackside) -> None:
    begins(opens_practice(trackside)).lap_after(185.0)  # elsewhere it would be asked whether a press was missed
    assert trackside.live.doubt is None
    assert trackside.pages.run.sentence.text() == "Clock hidden. Press at each line."


def test_the_needle_stands_still_and_the_sign_of_life_has_no_rhythm(trackside: Trackside) -> None:
    begins(opens_practice(trackside))
    strip, face = trackside.pages.run.strip, trackside.pages.run.face
    before = strip.grab().toImage()
    changes, lit, at = [], face._is_lit, 0
    for _ in range(400):
        trackside.passes(0.1)
        at += 100
        if face._is_lit != lit:
            changes.append(at)
            lit = face._is_lit
    assert strip.grab().toImage() == before
    gaps = [later - earlier for earlier, later in pairwise(changes)]
    assert len(gaps) > 10
    assert max(gaps) > 2 * min(gaps)
    assert len(set(gaps)) > 6


def test_in_a_rest_a_lap_is_guessed_and_seen_before_the_next(trackside: Trackside) -> None:
    opens_practice(trackside)
    page = trackside.pages.practice
    page.rest.choices[1][0].click()
    begins(trackside)
    guessing = trackside.pages.guessing
    assert not guessing.is_open
    trackside.lap_after(89.0)
    assert guessing.is_open
    assert guessing.panel.title.text() == "Lap 1: what did it take?"
    trackside.key(KEY.Key_Right, trackside.pages)
    trackside.key(KEY.Key_Right, trackside.pages)
    assert guessing.panel.figure.text() == "1:29.7"
    trackside.key(KEY.Key_Down, trackside.pages)
    trackside.key(KEY.Key_Return, trackside.pages)
    assert trackside.stands(State.RUNNING)
    assert trackside.live.driver.session.guesses == {(1, 1): 88_700}
    assert guessing.panel.title.text() == "Lap 1 took"
    assert guessing.panel.about.text().startswith("You said 1:28.7. 0.5 s under target.")
    trackside.key(KEY.Key_U, trackside.pages)  # a slip: it is asked again
    assert guessing.panel.title.text() == "Lap 1: what did it take?"
    types(trackside, "1:28.9")
    trackside.lap_after(20)
    assert not guessing.is_open
    trackside.passes(5)
    trackside.lap_after(90.1)
    assert guessing.is_open
    trackside.key(KEY.Key_S, trackside.pages)
    trackside.key(KEY.Key_Return, trackside.pages)
    assert trackside.pages.page == "result"
    score = stored_score(trackside)
    assert [(lap.actual_ms, lap.guess_ms, lap.is_seen) for lap in score.laps] == [
        (89_000, 88_900, True),
        (90_100, None, True),
    ]


def test_a_click_on_the_panel_is_no_lap_and_its_caps_do_what_their_keys_do(trackside: Trackside) -> None:
    opens_practice(trackside).pages.practice.rest.choices[1][0].click()
    begins(trackside).lap_after(89.0)
    panel = trackside.pages.guessing.panel
    trackside.passes(3)
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=panel.figure.geometry().center())
    assert panel.isVisible()
    for name, figure in (("slower", "1:29.6"), ("faster", "1:29.5"), ("faster", "1:29.4")):
        panel.caps[name].click()
        assert panel.figure.text() == figure
    panel.caps["say"].click()
    assert trackside.live.driver.session.guesses == {(1, 1): 89_400}
    panel.caps["undo"].click()
    panel.caps["see"].click()
    assert trackside.live.driver.session.guesses == {(1, 1): None}
    panel.caps["lap"].click()
    assert not panel.isVisible()


def test_what_is_no_time_is_not_taken_and_says_how_to_write_one(trackside: Trackside) -> None:
    begins(opens_practice(trackside))
    trackside.lap_after(89.0)
    trackside.lap_after(89.0)
    panel = trackside.pages.guessing.panel
    for text in ("", "1:", "9:99", "::"):
        types(trackside, text)
        assert panel.wrong.text() == "Write a lap as 1:19.5, or 79.5."
        for _ in text:
            trackside.key(KEY.Key_Backspace, trackside.pages)
    assert panel.wrong.text() == ""
    assert len(hidden_laps(trackside.live.driver.session)) == 2


def test_an_undo_at_the_end_leads_back_into_the_lap(trackside: Trackside) -> None:
    begins(opens_practice(trackside))
    trackside.lap_after(89.0)
    trackside.lap_after(3.0)  # a slip
    assert trackside.pages.guessing.is_open
    trackside.key(KEY.Key_U, trackside.pages)
    assert (trackside.stands(State.RUNNING), trackside.pages.guessing.is_open) == (True, False)
    trackside.lap_after(86.0)
    assert trackside.pages.guessing.is_open
    trackside.key(KEY.Key_S, trackside.pages)
    for _ in range(2):
        trackside.key(KEY.Key_Return, trackside.pages)
    assert trackside.pages.page == "result"
    assert [lap.actual_ms for lap in stored_score(trackside).laps] == [89_000, 89_000]
    trackside.pages.result.buttons["undo"].click()  # the guesses are taken back first
    assert trackside.pages.guessing.is_open


def test_a_practice_that_is_stopped_is_guessed_as_far_as_it_went_and_can_go_on(trackside: Trackside) -> None:
    begins(opens_practice(trackside))
    trackside.lap_after(89.0)
    for _ in range(2):
        trackside.key(KEY.Key_X, trackside.pages)
    assert (trackside.stands(State.STOPPED), trackside.pages.guessing.is_open) == (True, True)
    types(trackside, "1:29")
    trackside.key(KEY.Key_Return, trackside.pages)
    assert trackside.pages.page == "result"
    assert not trackside.pages.result.offer.isHidden()
    trackside.key(KEY.Key_G, trackside.pages)
    assert (trackside.stands(State.RUNNING), trackside.pages.page) == (True, "run")


def test_a_practice_outlives_a_crash_and_stays_blind(opens: Callable[[], Trackside]) -> None:
    first = begins(opens_practice(opens().opened()))
    first.lap_after(88.0)
    first.passes(20)
    first.saved()
    first.house.sound.close()
    first.close()
    later = opens().opened()
    later.until(lambda: not later.pages.banner.isHidden())
    later.pages.banner.buttons[0].click()
    later.until(lambda: later.pages.page == "run")
    assert later.stands(State.PAUSED)
    assert times_on(later, "1:29.5") == []
    later.key(KEY.Key_Space, later.pages)
    later.lap_after(60)
    assert later.pages.guessing.is_open
    types(later, "1:28")
    later.key(KEY.Key_S, later.pages)
    assert [lap.guess_ms for lap in stored_score(later).laps] == [88_000, None]


def passes_level(trackside: Trackside, lap_s: float) -> None:
    begins(trackside)
    for _ in range(2):
        trackside.lap_after(lap_s)
    trackside.key(KEY.Key_S, trackside.pages)
    for _ in range(2):
        trackside.key(KEY.Key_Return, trackside.pages)
    trackside.until(lambda: bool(trackside.pages.result.trend.points))
    trackside.saved()


def test_a_level_that_is_passed_leads_to_the_next_and_the_history_shows_the_same(trackside: Trackside) -> None:
    opens_practice(trackside)
    passes_level(trackside, 89.6)
    result = trackside.pages.result
    assert result.outcome is not None
    assert (result.outcome.headline, result.outcome.beside.value) == ("Level 1 of 7", "passed")
    assert result.buttons["next"].text() == "Next: level 2 of 7"
    before = result.outcome
    result.buttons["next"].click()
    trackside.until(lambda: trackside.pages.page == "run")
    assert practice_of(trackside.live.plan) == at_level(Practice(2, Fraction("89.5")), 2)

    trackside.key(KEY.Key_H, trackside.pages)
    trackside.until(lambda: trackside.pages.history.list.count() == 1)
    trackside.until(lambda: trackside.pages.history.row(0).digest is not None)
    digest = trackside.pages.history.row(0).digest
    assert digest is not None
    assert (digest.main, digest.beside.value) == ("0.1 %", "Level 1 of 7, passed")
    trackside.key(KEY.Key_Return, trackside.pages)
    trackside.until(lambda: trackside.pages.page == "result" and bool(result.trend.points))
    assert result.outcome is not None
    assert (result.outcome.hero, result.outcome.lines) == (before.hero, before.lines)

    opens_practice(trackside)
    trackside.until(lambda: trackside.pages.practice.level.text() == "Level 2 of 7")
    assert len(trackside.pages.practice.trend.points) == 1


def test_the_page_says_what_is_set_and_leads_back_to_what_is_proposed(trackside: Trackside) -> None:
    page = opens_practice(trackside).pages.practice
    assert page.level.text() == "Level 1 of 7"
    assert page.what.text() == "2 laps at 1:29.5, a tone every 100 m of lap one, then none."
    assert page.start.text() == "Start level 1"
    assert page.back.isHidden()
    page.laps.choices[3][0].click()
    page.tones.choices[2][0].click()
    page.lap.setFocus()
    page.lap.selectAll()
    QTest.keyClicks(page.lap, "84.5")
    assert page.practice == Practice(5, Fraction("84.5"), Tones.LINE)
    assert (page.level.text(), page.start.text()) == ("Your own practice", "Start")
    assert page.what.text() == "5 laps at 1:24.5, one tone at the first line, then none."
    page.back.click()
    assert (page.practice, page.back.isHidden()) == (Practice(2, Fraction("89.5")), True)


@pytest.mark.parametrize(
    ("typed", "said"), [("fast", "Write a lap as 1:19.5, or 79.5."), ("20", "A lap is practised in 40 to 10:00")]
)
def test_a_lap_time_that_cannot_be_is_said_to_be_and_does_not_start(
    trackside: Trackside, typed: str, said: str
) -> None:
    page = opens_practice(trackside).pages.practice
    page.lap.setFocus()
    page.lap.selectAll()
    QTest.keyClicks(page.lap, typed)
    assert page.wrong.text().startswith(said)
    assert not page.start.isEnabled()
    trackside.key(KEY.Key_Return, page.lap)
    assert trackside.pages.page == "practice"
    assert trackside.pages.live is None


def test_the_pace_comes_from_the_goal_and_the_metres_from_the_track(trackside: Trackside) -> None:
    trackside.pages.sidebar.goal.setText("5:00")
    trackside.pages.sidebar.figures.track.choices[1][0].click()
    trackside.pages.choosing.take_typed()
    page = opens_practice(trackside).pages.practice
    trackside.until(lambda: page.what.text() == "2 laps at 37.3, a tone every 50 m of lap one, then none.")
    assert page.tones.choices[1][0].text() == "every 100 m"


def test_a_practice_that_ends_while_another_page_is_shown_asks_for_its_laps(trackside: Trackside) -> None:
    begins(opens_practice(trackside)).lap_after(89.0)
    trackside.key(KEY.Key_S, trackside.pages)
    trackside.lap_after(89.0)
    assert (trackside.pages.page, trackside.pages.guessing.is_open) == ("run", True)
    trackside.key(KEY.Key_Escape, trackside.pages)
    assert (trackside.pages.page, trackside.pages.guessing.is_open) == ("workouts", False)
    trackside.saved()
    trackside.key(KEY.Key_H, trackside.pages)
    trackside.until(lambda: trackside.pages.history.list.count() == 1)
    trackside.until(lambda: trackside.pages.history.row(0).digest is not None)
    assert times_on(trackside, "1:29.5", "18:05", trackside.house.history()[0].started_at[11:16]) == []
    trackside.key(KEY.Key_Return, trackside.pages)
    assert (trackside.pages.page, trackside.pages.guessing.is_open) == ("run", True), "not a way round it"


def test_the_laps_are_shown_one_after_the_other_without_a_key(trackside: Trackside) -> None:
    begins(opens_practice(trackside))
    for _ in range(2):
        trackside.lap_after(89.0)
    trackside.key(KEY.Key_S, trackside.pages)
    panel = trackside.pages.guessing.panel
    assert panel.title.text() == "Lap 1 took"
    trackside.until(lambda: panel.title.text() == "Lap 2 took")
    assert trackside.pages.page == "run"


def test_no_practice_begins_over_a_workout_that_runs(trackside: Trackside) -> None:
    trackside.type_workout("200 in 40")
    trackside.key(KEY.Key_Space)
    opens_practice(trackside)
    live = trackside.live
    trackside.pages.practice.start.click()
    assert trackside.live is live
    assert trackside.pages.page == "workouts"
    assert trackside.pages.library.about.text().startswith("A workout is running.")
    live.press(Command.STOP)
