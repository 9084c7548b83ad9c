"""Handing out: what is lost is shown before anything is written; a page on paper is as its plan."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from app.core.athlete import Athlete
from app.core.errors import InputError
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.workout import Workout
from app.notation.typed import read_typed
from app.ui import design
from app.ui.export_sheet import ExportSheet
from app.ui.handing import _plain
from app.ui.paper import as_image, as_pdf
from app.ui.paper_rows import rows_of
from app.ui.workbench import Packed
from tests.ui.conftest import Trackside
from tests.ui.test_kept_work import edits, settled

KEY = Qt.Key
SETS = "10 min warm-up, 3 x (4 x 300 @ mile pace, 100 jog), 5 min between sets, 1 mile timed @ goal mile pace, 4 x 60s"


def plan_of(text: str) -> Plan:
    return compile_plan(read_typed(text), Athlete(Fraction(300), None), Setup())


@pytest.fixture
def place(trackside: Trackside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where every file goes, whatever the dialog would ask."""
    folder = tmp_path / "out"
    folder.mkdir()

    def ask(name: str, suffix: str, then: Callable[[str], None]) -> None:
        assert name.endswith(suffix)
        then(str(folder / name))

    monkeypatch.setattr(trackside.pages.handing, "ask_place", ask)
    return folder


@pytest.fixture
def packs(trackside: Trackside, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Formats that were looked at; each has two losses, but for TOML, and text cannot be."""
    looked: list[str] = []

    def pack(workout: Workout, ware: str) -> Packed:
        looked.append(ware)
        if ware == "text":
            raise InputError("it is too long")
        losses = () if ware == "toml" else ("paces are written as words", "the name of step 2 is cut")
        return Packed(f"{workout.name} as {ware}".encode(), losses)

    monkeypatch.setattr(trackside.house.bench, "pack", pack)
    return looked


def sheet_of(trackside: Trackside) -> ExportSheet:
    edits(trackside, "pyramid")
    trackside.pages.editor.ask("export")
    settled(trackside)
    sheet = trackside.pages.handing.export_sheet
    assert sheet.isVisible()
    return sheet


def test_what_is_lost_is_shown_before_it_is_written(trackside: Trackside, place: Path, packs: list[str]) -> None:
    sheet = sheet_of(trackside)
    assert sheet.verdict.text() == "This does not come through:"
    assert sheet.losses.text() == "–  Paces are written as words.\n–  The name of step 2 is cut."
    assert [*place.iterdir()] == []
    sheet.save.click()
    settled(trackside)
    assert (place / "Pyramid.fit").read_text("utf-8") == "Pyramid as fit"
    assert not sheet.isVisible()
    assert trackside.pages.banner.sentence.text() == f"It is written: {place / 'Pyramid.fit'}"


def test_each_format_is_looked_at_once_and_the_chosen_one_is_written(
    trackside: Trackside, place: Path, packs: list[str]
) -> None:
    sheet = sheet_of(trackside)
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Down):
        QTest.keyClick(trackside.pages.window().focusWidget(), key)
        settled(trackside)
    assert (sheet.ware.key, sheet.verdict.text()) == ("toml", "All of it comes through.")
    assert packs == ["fit", "icu", "zwo", "tcx", "toml"]
    QTest.keyClick(sheet.rows[4], KEY.Key_Return)
    settled(trackside)
    assert [path.name for path in place.iterdir()] == ["Pyramid.toml"]


def test_what_cannot_be_written_is_said_and_text_goes_to_the_clipboard(
    trackside: Trackside, place: Path, packs: list[str]
) -> None:
    sheet = sheet_of(trackside)
    sheet.rows[5].click()
    settled(trackside)
    assert (sheet.verdict.text(), sheet.save.isEnabled()) == ("It is too long.", False)
    sheet.rows[1].click()
    settled(trackside)
    sheet.copy.click()
    assert QGuiApplication.clipboard().text() == "Pyramid as icu"


def test_esc_closes_the_sheet_and_gives_the_focus_back(trackside: Trackside, packs: list[str]) -> None:
    edits(trackside, "pyramid")
    trackside.pages.editor.text_area.setFocus()
    trackside.pages.editor.ask("export")
    settled(trackside)
    QTest.keyClick(trackside.pages.window().focusWidget(), KEY.Key_Escape)
    assert not trackside.pages.handing.export_sheet.isVisible()
    assert trackside.pages.editor.text_area.hasFocus()
    assert trackside.pages.page == "editor"


def test_tab_goes_round_within_the_sheet(trackside: Trackside, packs: list[str]) -> None:
    sheet = sheet_of(trackside)
    for _ in range(12):
        QTest.keyClick(trackside.pages.window().focusWidget(), KEY.Key_Tab)
        focus = trackside.pages.window().focusWidget()
        assert focus is not None
        assert sheet.isAncestorOf(focus)


def test_a_full_disk_is_said_and_the_sheet_stays(trackside: Trackside, place: Path, packs: list[str]) -> None:
    sheet = sheet_of(trackside)
    place.rmdir()
    place.write_text("in the way", "utf-8")
    sheet.save.click()
    settled(trackside)
    assert "could not be written" in trackside.pages.banner.sentence.text()
    assert sheet.isVisible()


def test_a_page_is_printed_as_a_pdf(trackside: Trackside, place: Path) -> None:
    edits(trackside, "pyramid")
    trackside.pages.editor.ask("print")
    settled(trackside)
    sheet = trackside.pages.handing.print_sheet
    assert sheet.isVisible()
    sheet.save.click()
    settled(trackside)
    data = (place / "Pyramid.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == 1


# The page -------------------------------------------------------------------------------------------------------------


def test_the_page_has_every_step_with_its_target_in_seconds() -> None:
    rows = [(row.depth, row.times, row.words, row.target) for row in rows_of(plan_of(SETS))]
    assert rows == [
        (0, "", "10 min warm-up", ""),
        (0, "3 ×", "all of this", ""),
        (1, "4 ×", "300 m at mile pace", "55.9"),
        (1, "", "100 m jog", ""),
        (0, "", "5 min recovery between them", ""),
        (0, "", "1 mile at goal mile pace", "5:00.0"),
        (0, "4 ×", "60 s", ""),
    ]
    mile = rows_of(plan_of(SETS))[5]
    assert mile.splits == "1:16.3  ·  2:30.9  ·  3:45.4  ·  5:00.0"


def test_the_page_is_dark_ink_on_white_whatever_the_windows_colours_are(trackside: Trackside) -> None:
    design.use_palette("dark")
    image = as_image(plan_of(SETS), 400)
    assert image.pixelColor(2, 2) == QColor("white")
    assert design.palette().name == "dark"
    found = {image.pixelColor(x, y).name() for x in range(0, 400, 2) for y in range(0, image.height(), 2)}
    assert {design.DAY.work, design.DAY.recovery, design.DAY.warm} <= {name.lower() for name in found}


def test_a_long_workout_has_one_page_that_says_how_much_more_there_is() -> None:
    long = plan_of(", ".join(f"{2 + n % 7} x 200m in {30 + n % 9} w/ 60s jog" for n in range(90)))
    assert as_pdf(long).count(b"/Type /Page\n") == 1


@pytest.mark.parametrize(
    ("name", "file"),
    [("6 x 400: “hard”?", "6 x 400 “hard”"), ("../../etc", "etc"), ("...", "workout"), ("a" * 300, "a" * 80)],
)
def test_a_proposed_name_is_one_that_every_system_takes(name: str, file: str) -> None:
    assert _plain(name) == file
