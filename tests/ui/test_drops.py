"""Drops: what is dragged on the window or pasted, in the real window with real events."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.errors import InputError
from app.ui.desk import KeptRun, Past
from app.ui.workbench import Carried, Kept, Opened
from tests.ui.conftest import Trackside
from tests.ui.test_kept_work import settled

TEXT = "6 x 400 @ mile pace, 200 jog"
COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drags(trackside: Trackside, mime: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(400, 300), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(trackside.pages, event)
    return event


def drops(trackside: Trackside, mime: QMimeData) -> None:
    drags(trackside, mime)
    veil = trackside.pages.drops.veil
    assert veil.isVisible()
    QApplication.sendEvent(veil, QDropEvent(QPointF(400, 300), COPY, mime, LEFT, NONE))
    assert not veil.isVisible()
    settled(trackside)


def said(trackside: Trackside) -> str:
    banner = trackside.pages.banner
    return "" if banner.isHidden() else banner.sentence.text()


def test_a_file_that_is_dropped_opens_in_the_editor(trackside: Trackside, tmp_path: Path) -> None:
    (tmp_path / "club.txt").write_text(TEXT, "utf-8")
    drops(trackside, files(tmp_path / "club.txt"))
    assert (trackside.pages.page, trackside.pages.editor.text()) == ("editor", TEXT)
    assert trackside.pages.editor.is_changed, "it is on no shelf yet"


def test_the_veil_goes_with_what_is_dragged_away_and_does_not_come_for_what_cannot_be_taken(
    trackside: Trackside, tmp_path: Path
) -> None:
    drags(trackside, files(tmp_path / "a"))
    veil = trackside.pages.drops.veil
    QApplication.sendEvent(veil, QEvent(QEvent.Type.DragLeave))
    veil.hide()
    colour = QMimeData()
    colour.setColorData(0)
    drags(trackside, colour)
    assert not veil.isVisible()


def test_a_file_that_is_no_workout_is_said(trackside: Trackside, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\0")
    drops(trackside, files(tmp_path / "photo.png"))
    assert said(trackside).startswith("Photo.png: it is none of the files that can be read")
    assert trackside.pages.page == "workouts"


def test_a_pasted_text_opens_in_the_editor_where_no_field_has_the_focus(trackside: Trackside) -> None:
    QGuiApplication.clipboard().setText(TEXT)
    QTest.keyClick(trackside.pages.library.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(trackside)
    assert (trackside.pages.page, trackside.pages.editor.text()) == ("editor", TEXT)


def test_in_a_field_a_text_is_pasted_as_in_any(trackside: Trackside) -> None:
    QGuiApplication.clipboard().setText("8 x 200")
    trackside.pages.library.paste.setFocus()
    QTest.keyClick(trackside.pages.library.paste, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(trackside)
    assert (trackside.pages.page, trackside.pages.library.paste.text()) == ("workouts", "8 x 200")


def test_a_workout_under_way_is_not_left(trackside: Trackside) -> None:
    trackside.type_workout("8 x 200m")
    trackside.key(Qt.Key.Key_Space, trackside.pages)
    QGuiApplication.clipboard().setText(TEXT)
    QTest.keyClick(trackside.pages, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(trackside)
    assert trackside.pages.page == "run"
    assert said(trackside) == "It is in the editor, for when the workout here is over."
    assert trackside.pages.editor.text() == TEXT


RUN = KeptRun(Past(7, "Evening run", "2026-11-24T18:00:00+00:00", "imported"), is_new=True, notes=())


def carries(trackside: Trackside, monkeypatch: pytest.MonkeyPatch, found: Carried | InputError) -> None:
    def carry(_paths: object) -> Carried:
        if isinstance(found, InputError):
            raise found
        return found

    monkeypatch.setattr(trackside.house.bench, "carry", carry)
    trackside.pages.drops.take_files(["a"])
    settled(trackside)


def test_of_one_run_the_result_is_shown_of_several_the_history(
    trackside: Trackside, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Past] = []
    monkeypatch.setattr(trackside.pages.results, "open_past", opened.append)
    carries(trackside, monkeypatch, Carried(runs=(RUN,)))
    assert (opened, said(trackside)) == ([RUN.past], "")
    carries(trackside, monkeypatch, Carried(runs=(RUN, RUN)))
    assert (trackside.pages.page, said(trackside)) == ("history", "2 runs are in the history now.")


def test_of_several_workouts_it_is_said_how_many_and_what_was_not_taken(
    trackside: Trackside, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelved = (Kept("a", "A"), Kept("b", "B"))
    carries(trackside, monkeypatch, Carried(shelved=shelved, refused=("x.fit: it is broken", "y", "z")))
    assert said(trackside) == "2 workouts are on the shelf now. X.fit: it is broken. And 2 more were not taken."
    assert trackside.pages.page == "workouts"


def test_what_cannot_be_carried_at_all_is_said(trackside: Trackside, monkeypatch: pytest.MonkeyPatch) -> None:
    carries(trackside, monkeypatch, InputError("there is nothing in it"))
    assert said(trackside) == "There is nothing in it."


def test_a_reading_that_takes_long_is_said_and_gone_with_its_answer(
    trackside: Trackside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trackside.house.bench, "carry", lambda _paths: Carried((Opened(TEXT),)))
    trackside.pages.drops.take_files(["a", "b"])
    trackside.pages.drops._say_reading()
    assert said(trackside) == "Reading 2 files …"
    settled(trackside)
    assert said(trackside) == ""
