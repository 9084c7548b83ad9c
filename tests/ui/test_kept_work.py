"""Editing: what is typed is never lost, and what is done to a workout can be undone; in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.library.drafts import Draft, read_drafts
from app.library.files import read_workout
from app.ui.workbench import Opened
from tests.ui.conftest import Trackside

KEY = Qt.Key
TEXT = "6 x 400 @ mile pace, 200 jog"


def own(trackside: Trackside) -> Path:
    return trackside.house._folder / "workouts"


def drafts(trackside: Trackside) -> tuple[Draft, ...]:
    return read_drafts(trackside.house._folder)


def said(trackside: Trackside) -> str:
    return trackside.pages.editor.side.said.sentence.text()


def done(trackside: Trackside) -> None:
    """Wait until the background has done all that was asked of it."""
    answered: list[bool] = []
    trackside.pages.background.ask(lambda: None, lambda _: answered.append(True))
    trackside.until(lambda: bool(answered))


def settled(trackside: Trackside) -> None:
    for _ in range(3):  # what an answer asks in turn
        done(trackside)


def types(trackside: Trackside, text: str = TEXT) -> None:
    """Type into a new text in the editor, until it is read and on the disk."""
    pages = trackside.pages
    pages.ways.new()
    QTest.keyClicks(pages.editor.text_area, text)
    trackside.until(lambda: pages.editor.is_read)
    pages.editing.drafting.write()
    settled(trackside)


def edits(trackside: Trackside, workout_id: str) -> None:
    trackside.pages.editing.edit(workout_id)
    trackside.until(lambda: trackside.pages.page == "editor" and trackside.pages.editor.workout_id == workout_id)
    trackside.until(lambda: trackside.pages.editor.is_read)


def asks(trackside: Trackside, what: str) -> None:
    trackside.pages.editor.ask(what)
    settled(trackside)


def undoes(trackside: Trackside) -> None:
    trackside.pages.editor.side.said.button.click()
    settled(trackside)


def answers(trackside: Trackside, word: str) -> None:
    next(button for button in trackside.pages.banner.buttons if button.text() == word).click()
    settled(trackside)


def chooses(trackside: Trackside, name: str) -> None:
    shelf = trackside.pages.library.list
    trackside.until(lambda: any(shelf.item(row).text() == name for row in range(shelf.count())))
    shelf.setCurrentRow(next(row for row in range(shelf.count()) if shelf.item(row).text() == name))


# Unsaved --------------------------------------------------------------------------------------------------------------


def test_what_is_typed_is_there_again_in_the_next_window_and_gone_once_it_is_saved(
    opens: Callable[[], Trackside],
) -> None:
    first = opens().opened()
    types(first)
    assert [draft.text for draft in drafts(first)] == [TEXT]
    first.close()
    second = opens().opened()
    second.until(lambda: not second.pages.banner.isHidden())
    assert second.pages.banner.sentence.text() == f"Your unsaved workout is here again: {TEXT}."
    answers(second, "Go on with it")
    assert (second.pages.page, second.pages.editor.text()) == ("editor", TEXT)
    assert second.pages.editor.is_changed
    second.until(lambda: second.pages.editor.is_read)
    asks(second, "save")
    assert drafts(second) == ()
    assert [path.name for path in own(second).glob("*.toml")] == ["6-x-400-mile-pace-200-jog.toml"]
    assert not second.pages.editor.is_changed


def test_closing_the_window_keeps_the_last_words(opens: Callable[[], Trackside]) -> None:
    first = opens().opened()
    first.pages.ways.new()
    QTest.keyClicks(first.pages.editor.text_area, "8 x 2")
    assert drafts(first) == ()
    first.close()
    assert [draft.text for draft in drafts(first)] == ["8 x 2"]


def test_what_is_discarded_is_gone(opens: Callable[[], Trackside]) -> None:
    first = opens().opened()
    types(first)
    first.close()
    second = opens().opened()
    second.until(lambda: not second.pages.banner.isHidden())
    answers(second, "Discard it")
    assert drafts(second) == ()


def test_the_editor_brings_back_what_was_left_when_it_is_first_gone_to(opens: Callable[[], Trackside]) -> None:
    first = opens().opened()
    types(first)
    first.close()
    second = opens().opened()
    second.until(lambda: not second.pages.banner.isHidden())
    answers(second, "Later")
    second.pages.go("editor")
    settled(second)
    assert (second.pages.editor.text(), said(second)) == (TEXT, "Your unsaved workout is here again.")
    second.pages.editing.new()
    settled(second)
    assert second.pages.editor.text() == ""
    assert [draft.text for draft in drafts(second)] == [TEXT], "it is kept all the same"


def test_of_two_that_are_opened_the_later_one_is_shown(trackside: Trackside) -> None:
    trackside.pages.editing.edit("pyramid")
    trackside.pages.editing.new()
    settled(trackside)
    assert trackside.pages.editor.text() == ""


def test_going_to_another_workout_keeps_the_changes_of_the_first(trackside: Trackside) -> None:
    edits(trackside, "pyramid")
    as_saved = trackside.pages.editor.text()
    QTest.keyClicks(trackside.pages.editor.text_area, "1 mile easy, ")
    changed = trackside.pages.editor.text()
    edits(trackside, "timed-mile")
    assert said(trackside) == "Pyramid is kept unsaved."
    edits(trackside, "pyramid")
    assert (trackside.pages.editor.text(), said(trackside)) == (changed, "Your unsaved changes are here again.")
    undoes(trackside)
    assert trackside.pages.editor.text() == as_saved
    assert drafts(trackside) == ()
    undoes(trackside)
    assert trackside.pages.editor.text() == changed


def test_a_text_that_is_brought_in_is_unsaved_at_once(trackside: Trackside) -> None:
    trackside.pages.editing.show(Opened(TEXT, "Club", told=("the heart rate of step 2 is left out",)))
    settled(trackside)
    trackside.pages.editing.drafting.write()
    settled(trackside)
    assert [draft.name for draft in drafts(trackside)] == ["Club"]
    assert trackside.pages.editor.told.isVisible()
    assert trackside.pages.editor.is_changed


# What the editor asks -------------------------------------------------------------------------------------------------


def test_a_shipped_workout_is_saved_as_ones_own_in_its_place(trackside: Trackside) -> None:
    edits(trackside, "pyramid")
    QTest.keyClicks(trackside.pages.editor.text_area, "1 mile easy, ")
    trackside.until(lambda: trackside.pages.editor.is_read)
    asks(trackside, "save")
    assert said(trackside) == "Pyramid is saved as yours, in the place of the one that came with Bell Lap."
    saved = read_workout(own(trackside) / "pyramid.toml")
    assert (saved.name, len(saved.about) > 20) == ("Pyramid", True)


def test_what_is_typed_while_it_is_saved_stays_unsaved(trackside: Trackside) -> None:
    types(trackside)
    trackside.pages.editor.ask("save")
    QTest.keyClicks(trackside.pages.editor.text_area, " easy")
    settled(trackside)
    assert trackside.pages.editor.is_changed
    trackside.pages.editing.drafting.write()
    settled(trackside)
    assert [draft.workout_id for draft in drafts(trackside)] == [trackside.pages.editing.workout_id]


def test_a_removed_workout_comes_back_with_undo(trackside: Trackside) -> None:
    types(trackside)
    asks(trackside, "save")
    asks(trackside, "delete")
    assert [*own(trackside).glob("*.toml")] == []
    assert trackside.pages.editor.text() == ""
    undoes(trackside)
    assert len([*own(trackside).glob("*.toml")]) == 1
    assert trackside.pages.editor.text() == TEXT


def test_a_text_that_was_never_saved_comes_back_with_undo(trackside: Trackside) -> None:
    types(trackside)
    asks(trackside, "delete")
    assert (trackside.pages.editor.text(), drafts(trackside)) == ("", ())
    undoes(trackside)
    assert trackside.pages.editor.text() == TEXT


def test_a_new_name_is_given_to_the_file_alone_and_taken_back(trackside: Trackside) -> None:
    types(trackside)
    asks(trackside, "save")
    (path,) = own(trackside).glob("*.toml")
    trackside.pages.editor.ask("rename")
    QTest.keyClicks(trackside.pages.editor.head.name, "Club")
    trackside.key(KEY.Key_Return, trackside.pages.editor.head.name)
    settled(trackside)
    assert read_workout(path).name == "Club"
    assert not trackside.pages.editor.is_changed
    undoes(trackside)
    assert read_workout(path).name == TEXT


def test_a_copy_is_gone_on_with(trackside: Trackside) -> None:
    edits(trackside, "pyramid")
    asks(trackside, "duplicate")
    assert trackside.pages.editor.workout_id == "pyramid-copy"
    assert trackside.pages.editor.name() == "Pyramid copy"


def test_it_is_run_as_it_stands_and_counts_for_the_saved_one_only_unchanged(trackside: Trackside) -> None:
    edits(trackside, "pyramid")
    asks(trackside, "run")
    trackside.until(lambda: trackside.pages.page == "run")
    assert trackside.live.running.workout_id == "pyramid"
    trackside.pages.go("editor")
    QTest.keyClicks(trackside.pages.editor.text_area, "1 mile easy, ")
    trackside.until(lambda: trackside.pages.editor.is_read)
    asks(trackside, "run")
    trackside.until(lambda: trackside.pages.page == "run")
    assert trackside.live.running.workout_id == ""


def test_a_full_disk_is_said_and_the_text_stays(trackside: Trackside) -> None:
    types(trackside)
    own(trackside).write_text("in the way", "utf-8")
    asks(trackside, "save")
    assert "could not be saved" in said(trackside)
    assert trackside.pages.editor.is_changed
    assert [draft.text for draft in drafts(trackside)] == [TEXT]


# What the library asks ------------------------------------------------------------------------------------------------


def test_in_the_library_a_copy_is_made_renamed_and_removed_each_with_undo(trackside: Trackside) -> None:
    library = trackside.pages.library
    chooses(trackside, "Pyramid")
    QTest.keyClick(library.list, KEY.Key_D, Qt.KeyboardModifier.ControlModifier)
    settled(trackside)
    assert library.chosen is not None
    assert library.chosen.name == "Pyramid copy"
    trackside.key(KEY.Key_F2, library.list)
    field = library.panel.rename
    assert field.isVisible()
    field.setText("Tuesday pyramid")
    trackside.key(KEY.Key_Return, field)
    settled(trackside)
    assert (trackside.pages.page, library.chosen.name) == ("workouts", "Tuesday pyramid")
    answers(trackside, "Undo")
    assert library.chosen.name == "Pyramid copy"
    trackside.key(KEY.Key_Delete, library.list)
    settled(trackside)
    assert trackside.pages.banner.sentence.text() == "Pyramid copy is removed."
    assert library.chosen.name != "Pyramid copy"
    answers(trackside, "Undo")
    assert library.chosen.name == "Pyramid copy"


def test_what_came_with_the_program_offers_neither_a_new_name_nor_its_removal(trackside: Trackside) -> None:
    chooses(trackside, "Pyramid")
    caps = trackside.pages.library.panel.foot.caps
    assert (caps["E"].isVisible(), caps["F2"].isVisible(), caps["delete"].isVisible()) == (True, False, False)
    trackside.key(KEY.Key_Delete, trackside.pages.library.list)
    assert "stays; a copy of it is yours" in trackside.pages.banner.sentence.text()


def test_esc_keeps_the_old_name(trackside: Trackside) -> None:
    trackside.house.bench.duplicate("pyramid")
    trackside.pages.go("workouts")
    chooses(trackside, "Pyramid copy")
    library = trackside.pages.library
    trackside.key(KEY.Key_F2, library.list)
    library.panel.rename.setText("Other")
    trackside.key(KEY.Key_Escape, library.panel.rename)
    settled(trackside)
    assert not library.panel.rename.isVisible()
    assert library.list.hasFocus()
    assert {path.name for path in own(trackside).glob("*.toml")} == {"pyramid-copy.toml"}
    assert read_workout(own(trackside) / "pyramid-copy.toml").name == "Pyramid copy"


@pytest.mark.parametrize("key", [KEY.Key_E, KEY.Key_O])
def test_a_key_opens_the_chosen_workout_in_the_editor(trackside: Trackside, key: Qt.Key) -> None:
    chooses(trackside, "Pyramid")
    trackside.key(key, trackside.pages.library.list)
    trackside.until(lambda: trackside.pages.page == "editor")
    assert trackside.pages.editor.name() == "Pyramid"
    assert QApplication.focusWidget() is trackside.pages.editor.text_area


def test_what_is_typed_in_the_library_goes_on_in_the_editor(trackside: Trackside) -> None:
    library = trackside.pages.library
    library.paste.setText(TEXT)
    trackside.pages.shelving.answer("edit")
    assert (trackside.pages.page, trackside.pages.editor.text(), library.paste.text()) == ("editor", TEXT, "")


def test_tags_are_offered_as_filters_and_found_by_their_words(trackside: Trackside) -> None:
    library = trackside.pages.library
    trackside.pages.editing.show(Opened(TEXT, "Club", tags=("Jo's track",)))
    trackside.until(lambda: trackside.pages.editor.is_read)
    asks(trackside, "save")
    trackside.pages.go("workouts")
    trackside.until(lambda: list(library.filters.tags) == ["jo's track"])
    library.filters.tags["jo's track"].click()
    assert [library.list.item(row).text() for row in range(library.list.count())] == ["Club"]
    assert library.panel.tags.text() == "Jo's track"
    library.finder.clear()
    library.search.setText("jo's")
    assert library.list.count() == 1
