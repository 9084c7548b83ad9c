"""The editor: what is written is a plan as one types, what is not understood is said and mended, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.bounds import TEXT_CHARS
from app.core.state import State
from app.ui.editor_list import ROW
from app.ui.editor_page import EditorPage
from app.ui.editor_remarks import Remark
from app.ui.editor_text import LINE_CHARS
from tests.stage import Stage
from tests.ui.conftest import Trackside

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Coach:
    """Somebody who writes."""

    def __init__(self, trackside: Trackside) -> None:
        self.trackside = trackside
        trackside.pages.go("editor")
        self.asked: list[str] = []
        self.page.asked.connect(self.asked.append)

    @property
    def page(self) -> EditorPage:
        return self.trackside.pages.ways.page

    @property
    def text(self) -> str:
        return self.page.text()

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return self.page.remarks.rows.remarks

    @property
    def status(self) -> str:
        return self.page.side.status.text()

    def types(self, text: str) -> Coach:
        for character in text:
            if character == "\n":
                self.key(KEY.Key_Return)
            else:
                QTest.keyClicks(self.page.text_area, character)
        return self.reads()

    def reads(self) -> Coach:
        """Wait until the text has been read."""
        self.trackside.until(lambda: self.page.is_read)
        return self

    def rests(self) -> Coach:
        """Let the keys rest, so that everything is said."""
        self.reads().page.side._rest.stop()
        self.page.side.show_remarks()
        return self

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page, key, held)

    def targets(self) -> list[str]:
        """What the blocks ask in seconds."""
        rows = self.page.plan_side.blocks.list
        return [rows.shown(number).asked for number in range(len(rows.blocks))]

    def pastes(self, text: str) -> None:
        source = QMimeData()
        source.setText(text)
        self.page.text_area.insertFromMimeData(source)

    def has_goal(self, goal: str) -> None:
        self.trackside.pages.sidebar.goal.setText(goal)
        self.trackside.until(lambda: self.trackside.house.choices().goal_s is not None)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One window for all who only write."""
    stage = Stage(tmp_path_factory.mktemp("editor") / "data")
    stage.opened()
    stage.pages.ways.page.asked.disconnect(stage.pages.answering.answer)  # what is asked is not done here
    yield stage
    stage.close()


@pytest.fixture
def coach(shared: Stage) -> Coach:
    shared.pages.ways.page.open_text("")
    return Coach(shared).reads()


@pytest.fixture
def alone(trackside: Trackside) -> Coach:
    """Somebody with a window of their own, to set a goal in or to run."""
    return Coach(trackside)


# The plan beside the text ---------------------------------------------------------------------------------------------


def test_what_is_typed_is_a_plan_with_its_totals_and_its_targets_in_seconds(alone: Coach) -> None:
    alone.has_goal("5:00")
    alone.types("8 x 400 @ mile pace w/ 200 jog")
    assert [(each.label, each.value) for each in alone.page.plan_side.totals.figures] == [
        ("time", "about 20 min"), ("distance", "4.6 km"), ("work", "3.2 km"),
    ]  # fmt: skip
    assert alone.targets() == ["1:14.6 · 3:06/km"]
    assert alone.page.plan_side.strip.isVisible()
    assert alone.rests().status == "All of it is understood."


def test_without_a_goal_it_says_so_and_leads_to_where_one_is_set(alone: Coach) -> None:
    alone.types("6 x 400 @ mile pace w/ 200 jog")
    side = alone.page.plan_side
    assert side.no_goal.isVisible()
    side.goal.click()
    assert alone.trackside.pages.sidebar.goal.hasFocus()
    alone.has_goal("5:20")
    alone.trackside.until(lambda: alone.targets() == ["1:19.5 · 3:19/km"])
    assert not side.no_goal.isVisible()


def test_the_name_is_the_texts_own_until_one_is_typed(coach: Coach) -> None:
    coach.types("Tuesday:\n6 x 200 w/ 200 jog")
    assert coach.page.name() == "Tuesday"
    assert coach.page.head.name.placeholderText() == "Tuesday"
    coach.page.head.name.setFocus()
    QTest.keyClicks(coach.page.head.name, "Twos")
    workout = coach.page.workout()
    assert workout is not None
    assert (coach.page.name(), workout.name) == ("Twos", "Twos")
    coach.key(KEY.Key_Return)
    assert coach.page.text_area.hasFocus()


def test_a_bound_that_is_passed_is_said_in_a_sentence_and_nothing_runs(coach: Coach) -> None:
    coach.types("99999 x 400 w/ 200 jog")
    assert coach.status.startswith("The ")
    assert coach.status.endswith(".")
    assert coach.page.workout() is None
    coach.key(KEY.Key_Return, CONTROL)
    assert coach.asked == []
    assert coach.page.side.said.sentence.text() == coach.status


# What is not understood -----------------------------------------------------------------------------------------------


def test_what_is_not_understood_is_left_out_said_and_mended_with_a_key(coach: Coach) -> None:
    coach.types("2 miles easy\n6 x 400 w/ 200 jogg").rests()
    (remark,) = coach.remarks
    assert (coach.text[remark.start : remark.end], remark.offer) == ("6 x 400 w/ 200 jogg", "Did you mean jog?")
    assert coach.status == "1 part not understood · the rest runs"
    coach.key(KEY.Key_F8)
    coach.key(KEY.Key_Period, CONTROL)
    coach.reads()
    assert coach.text == "2 miles easy\n6 x 400 w/ 200 jog"
    assert coach.remarks == ()
    coach.key(KEY.Key_Z, CONTROL)
    assert coach.reads().text == "2 miles easy\n6 x 400 w/ 200 jogg"


def test_a_guess_offers_the_other_reading_in_one_click(coach: Coach) -> None:
    coach.types("4 x 200 65").rests()
    rows = coach.page.remarks.rows
    assert [(each.is_doubt, each.row, each.offer) for each in rows.remarks] == [
        (True, "Took 65 as the time of the rep", "or “w/ 65”?")
    ]
    at = rows._offer_box(0).center().toPoint()
    QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=at)
    assert coach.reads().text == "4 x 200 w/ 65"


def test_the_list_is_gone_through_with_the_arrows_and_shows_each_place(coach: Coach) -> None:
    coach.types("6 x 400 w/ 200 jogg\n2E\n4 x 200 65\n").rests()
    coach.key(KEY.Key_Tab)
    assert coach.page.remarks.rows.hasFocus()
    places = []
    for _ in range(2):
        coach.key(KEY.Key_Down)
        places.append(coach.page.text_area.textCursor().selectedText())
    assert places == ["2", "65"]
    coach.key(KEY.Key_Up)
    coach.key(KEY.Key_Return)
    assert coach.reads().text.splitlines()[1] == "2 km E"


def test_a_row_that_is_pressed_shows_its_place(coach: Coach) -> None:
    coach.types("2E\nbananas with custard, 4 x 200").rests()
    row = next(n for n, remark in enumerate(coach.remarks) if not remark.is_doubt)
    QTest.mouseClick(coach.page.remarks.rows, Qt.MouseButton.LeftButton, pos=QPoint(60, ROW * row + ROW // 2))
    assert "bananas" in coach.page.text_area.textCursor().selectedText()


def test_what_is_being_typed_is_not_found_fault_with_before_the_keys_rest(coach: Coach) -> None:
    coach.types("2 miles easy\n6 x 400 w/ 200 jogg")
    assert coach.remarks == ()
    assert len(coach.rests().remarks) == 1


def test_places_are_right_behind_signs_that_qt_counts_twice(coach: Coach) -> None:
    coach.pastes("🏃🏃 Tuesday 🏃\n6 x 400 w/ 200 jogg")
    coach.rests()
    coach.page.side.next(-1)
    assert coach.page.text_area.textCursor().selectedText() == "6 x 400 w/ 200 jogg"
    coach.key(KEY.Key_Period, CONTROL)
    assert coach.text == "🏃🏃 Tuesday 🏃\n6 x 400 w/ 200 jog"


# Changing the text ----------------------------------------------------------------------------------------------------


def test_a_block_that_is_turned_changes_the_text_as_one_step_to_undo(coach: Coach) -> None:
    coach.types("2 miles easy\n6 x 400 w/ 200 jog\n10 min easy")
    coach.page.text_area.choose(14, 14)
    rows = coach.page.plan_side.blocks.list
    assert rows.chosen == 1  # the one that the cursor stands in
    rows.setFocus()
    coach.key(KEY.Key_Plus)
    assert coach.reads().text == "2 miles easy\n7 x 400 w/ 200 jog\n10 min easy"
    assert coach.page.text_area.at == 14
    coach.key(KEY.Key_Z, CONTROL)
    assert coach.reads().text == "2 miles easy\n6 x 400 w/ 200 jog\n10 min easy"
    assert rows.chosen == 1


def test_a_block_that_is_clicked_shows_its_words(coach: Coach) -> None:
    coach.types("2 miles easy\n6 x 400 w/ 200 jog")
    rows = coach.page.plan_side.blocks.list
    head = rows.box_of(0).topLeft().toPoint() + QPoint(60, 16)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert coach.page.text_area.textCursor().selectedText() == "2 miles easy"


def test_an_example_is_a_click_away_while_nothing_is_written(coach: Coach) -> None:
    example = coach.page.side.start.examples[0]
    assert example.isVisible()
    QTest.mouseClick(example, Qt.MouseButton.LeftButton)
    assert coach.reads().text == example.example
    assert not example.isVisible()
    assert coach.page.workout() is not None
    coach.key(KEY.Key_Z, CONTROL)
    assert coach.text == ""
    assert example.isVisible()


def test_every_example_is_understood_whole(coach: Coach) -> None:
    for example in coach.page.side.start.examples:
        coach.page.open_text(example.example)
        assert coach.rests().status == "All of it is understood."


def test_more_than_may_be_read_is_not_pasted_and_a_long_line_is_folded(coach: Coach) -> None:
    coach.pastes("x" * (TEXT_CHARS + 1))
    assert coach.text == ""
    assert "100,001 characters" in coach.page.side.said.sentence.text()
    coach.pastes("8 x 400, " * 1000)
    assert max(map(len, coach.text.split("\n"))) <= LINE_CHARS
    assert coach.text.split() == ("8 x 400, " * 1000).split()


def test_a_file_that_is_dropped_is_not_the_texts(coach: Coach) -> None:
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile("/tmp/plan.fit")])
    source.setText("/tmp/plan.fit")
    assert not coach.page.text_area.canInsertFromMimeData(source)


def test_a_tag_is_made_with_a_comma_and_taken_away_with_backspace(coach: Coach) -> None:
    field = coach.page.head.tags.field
    field.setFocus()
    QTest.keyClicks(field, "track,mile")
    coach.key(KEY.Key_Return)
    assert coach.page.tags() == ("track", "mile")
    assert coach.page.is_changed
    coach.key(KEY.Key_Backspace)
    assert coach.page.tags() == ("track",)


def test_it_knows_whether_what_stands_there_is_saved(coach: Coach) -> None:
    coach.page.open_text("6 x 200 w/ 200 jog", name="Twos", workout_id="own/twos", tags=("track",))
    assert not coach.page.is_changed
    edits: list[None] = []
    coach.page.edited.connect(lambda: edits.append(None))
    coach.types("2 x ")
    assert coach.page.is_changed
    assert edits
    coach.page.mark_kept("own/twos")
    assert not coach.page.is_changed


def test_what_an_import_could_not_carry_is_told_until_it_is_waved_away(coach: Coach) -> None:
    coach.page.open_text("6 x 200", told=("heart rate is written as words",))
    assert coach.page.told.label.text() == "Heart rate is written as words."
    assert coach.page.told.isVisible()
    coach.page.told.button.click()
    assert not coach.page.told.isVisible()


def test_what_was_done_is_said_with_its_undo(coach: Coach) -> None:
    undone: list[bool] = []
    coach.page.say("Twos was deleted.", lambda: undone.append(True))
    coach.page.side.said.button.click()
    assert undone == [True]
    assert not coach.page.side.said.isVisible()


# Keys -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "held", "what"),
    [(KEY.Key_S, CONTROL, "save"), (KEY.Key_D, CONTROL, "duplicate"), (KEY.Key_P, CONTROL, "print"),
     (KEY.Key_S, CONTROL | SHIFT, "export")],
)  # fmt: skip
def test_a_key_asks_once_the_text_is_read(alone: Coach, key: Qt.Key, held: Qt.KeyboardModifier, what: str) -> None:
    alone.types("6 x 20")
    QTest.keyClicks(alone.page.text_area, "0")
    alone.key(key, held)
    alone.trackside.until(lambda: alone.asked == [what])
    workout = alone.page.workout()
    assert workout is not None
    assert alone.text == "6 x 200"


def test_a_renamed_workout_is_asked_about_when_the_name_is_written(alone: Coach) -> None:
    alone.page.open_text("6 x 200", name="Twos", workout_id="own/twos")
    alone.key(KEY.Key_F2)
    QTest.keyClicks(alone.page.head.name, "Fast twos")
    alone.key(KEY.Key_Return)
    assert alone.asked == ["rename"]
    assert alone.page.name() == "Fast twos"


def test_it_runs_with_a_key_under_its_name(alone: Coach) -> None:
    alone.page.open_text("200 in 40", name="One", workout_id="own/one")
    alone.key(KEY.Key_Return, CONTROL)
    alone.trackside.until(lambda: alone.trackside.pages.page == "run")
    assert alone.trackside.live.plan.workout.name == "One"
    assert alone.trackside.stands(State.READY)


def test_the_keys_of_a_session_are_letters_while_one_writes(alone: Coach) -> None:
    alone.trackside.pages.go("workouts")
    alone.trackside.type_workout("800 in 160")
    alone.trackside.key(KEY.Key_Space)
    alone.trackside.key(KEY.Key_O)
    assert alone.trackside.pages.page == "editor"
    assert not alone.page.text_area.hasFocus()  # the session has the keys until one goes into the text
    alone.page.text_area.setFocus()
    alone.types("p x b ")
    assert alone.text == "p x b "
    assert alone.trackside.stands(State.RUNNING)
    alone.key(KEY.Key_Escape)
    alone.trackside.key(KEY.Key_P)
    assert alone.trackside.stands(State.PAUSED)
    alone.page.open_text("6 x 200")
    alone.reads().page.ask("run")
    assert "is running" in alone.page.side.said.sentence.text()


def test_escape_leaves_the_text_and_then_the_page(coach: Coach) -> None:
    coach.types("6 x 200")
    coach.key(KEY.Key_Escape)
    assert not coach.page.text_area.hasFocus()
    coach.key(KEY.Key_Escape)
    assert coach.trackside.pages.page == "workouts"
    coach.trackside.key(KEY.Key_O, coach.trackside.pages)
    coach.trackside.until(lambda: coach.trackside.pages.page == "editor")


def test_tab_goes_through_all_that_can_be_done(alone: Coach) -> None:
    alone.types("4 x 200 65").rests()
    seen: set[QWidget | None] = set()
    for _ in range(45):  # some stand for several presses: the dials of a block
        seen.add(QApplication.focusWidget())
        alone.key(KEY.Key_Tab)
    page = alone.page
    wanted = [
        page.head.name,
        page.head.run,
        page.head.tags.field,
        page.text_area,
        page.remarks.rows,
        page.plan_side.blocks.list,
    ]
    assert [each for each in (*wanted, *page.head.acts.values()) if each.isEnabled() and each not in seen] == []


# The way in -----------------------------------------------------------------------------------------------------------


def test_what_is_typed_in_the_library_opens_in_the_editor(trackside: Trackside) -> None:
    trackside.key(KEY.Key_Slash)
    paste = trackside.pages.library.paste
    paste.setText("2 miles easy\n6 x 200 w/ 200 jog")
    assert paste.edit.isVisible()
    QTest.keyClick(paste, KEY.Key_E, CONTROL)
    assert trackside.pages.page == "editor"
    assert trackside.pages.ways.page.text() == "2 miles easy\n6 x 200 w/ 200 jog"


def test_a_workout_of_the_library_opens_as_it_is_written_there(trackside: Trackside) -> None:
    chosen = trackside.pages.library.chosen
    assert chosen is not None
    assert chosen.plan is not None
    trackside.key(KEY.Key_O, trackside.pages)
    page = trackside.pages.ways.page
    trackside.until(lambda: page.is_read and bool(page.text()))
    workout = page.workout()
    assert workout is not None
    assert (workout.name, workout.steps) == (chosen.plan.workout.name, chosen.plan.workout.steps)
    assert not page.is_changed
