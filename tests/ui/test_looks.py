"""Every page at every size and in every palette: nothing overlaps, is cut, is too small, or is hard to read."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui import design
from app.ui.entry import Entry
from app.ui.shortened import Shortened
from app.ui.text import Text
from tests.known import KNOWN
from tests.looks import Finding, look
from tests.scenes import BY_NAME, SCENES, SIZES, Scene

ROOT = Path(__file__).parent.parent.parent
OTHERS = [name for name in design.PALETTES if name != "dark"]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_what_is_wrong_with_a_page_is_no_more_than_what_is_known(scene: Scene) -> None:
    found: list[tuple[str, Finding]] = []
    with scene.staged() as stage:
        for size in SIZES:
            stage.resize(size)
            found += [(f"{size[0]} × {size[1]}, dark", finding) for finding in look(stage.window).wrong]
        stage.resize(SIZES[0])
        for palette in OTHERS:
            stage.use(palette)
            found += [
                (f"{SIZES[0][0]} × {SIZES[0][1]}, {palette}", finding)
                for finding in look(stage.window).wrong
                if finding.kind == "faint"
            ]
    known = KNOWN.get(scene.name, set())
    new = [f"{scene.name} at {where}: {finding}" for where, finding in found if finding.key not in known]
    assert new == [], "\n".join(new)
    mended = known - {finding.key for _where, finding in found}
    assert mended == set(), f"no more wrong with {scene.name}; take out of tests/known.py: {sorted(mended)}"


def test_what_is_known_is_of_scenes_that_there_are() -> None:
    assert set(KNOWN) <= set(BY_NAME)
    assert len(BY_NAME) == len(SCENES)


@pytest.mark.parametrize("ratio", ["1.5", "2"])
def test_pictures_are_drawn_with_all_the_pixels_of_the_screen(ratio: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.shots", str(tmp_path / "shots"), "--ratio", ratio, "--check"]
    narrowed = ["--only", "library", "run-mile", "--palette", "dark", "--size", "1280x800"]
    ran = subprocess.run([*command, *narrowed], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "2 pictures" in ran.stdout, ran.stdout + ran.stderr
    assert re.findall(".*blurred.*", ran.stdout) == []
    for path in (tmp_path / "shots").iterdir():
        assert QImage(str(path)).width() == 1280 * float(ratio)


# That each check can fail ---------------------------------------------------------------------------------------------

Paint = Callable[[QPainter], object]


class Easel(QWidget):
    """A ground with whatever is painted on it."""

    def __init__(self, paint: Paint = lambda _painter: None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paint = paint
        self.resize(300, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), design.palette().of("ground"))
        painter.setPen(design.palette().of("ink"))
        painter.setFont(design.lettering(design.BODY))
        self.paint(painter)
        painter.end()


@pytest.fixture
def easel(qtbot: QtBot) -> Easel:
    made = Easel()
    qtbot.addWidget(made)
    made.show()
    return made


def wrong(window: QWidget) -> list[str]:
    return [finding.key for finding in look(window).wrong]


def said(window: QWidget) -> str:
    (finding,) = look(window).wrong
    return str(finding)


LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def test_lettering_with_room_and_contrast_is_fine(easel: Easel) -> None:
    easel.paint = lambda painter: painter.drawText(QRectF(10, 10, 200, 30), LEFT, "8 x 400")
    Text("a label", parent=easel).setGeometry(10, 60, 200, 30)
    easel.children()[0].show()  # type: ignore[attr-defined]  # the label
    assert [each.text for each in look(easel).letters] == ["a label", "8 x 400"]
    assert wrong(easel) == []


def test_a_text_wider_than_its_room_is_cut(easel: Easel) -> None:
    easel.paint = lambda painter: painter.drawText(QRectF(10, 10, 30, 30), LEFT, "8 x 400")
    assert re.fullmatch("cut: Easel “8 x 400” loses [0-9]+ px at the right", said(easel))


def test_a_text_higher_than_its_room_or_outside_its_widget_is_cut(easel: Easel) -> None:
    easel.paint = lambda painter: painter.drawText(QRect(10, 10, 200, 8), LEFT, "8 x 400")
    assert re.search("px at the top, [0-9]+ px at the bottom", said(easel))
    easel.paint = lambda painter: painter.drawText(270, 30, "8 x 400")
    assert "at the right" in said(easel)


def test_a_text_that_is_clipped_is_cut(easel: Easel) -> None:
    def clipped(painter: QPainter) -> None:
        painter.setClipRect(0, 0, 40, 200)
        painter.drawText(QRectF(10, 10, 200, 30), LEFT, "8 x 400")

    easel.paint = clipped
    assert wrong(easel) == ["cut Easel"]


@pytest.mark.parametrize("text", ["a label that has no room here", "a label\nof more lines\nthan it has room for"])
def test_a_label_without_room_is_cut(easel: Easel, text: str) -> None:
    label = Text(text, parent=easel)
    label.setGeometry(10, 10, 120, 30)
    label.show()
    assert wrong(easel) == ["cut Text"]


def test_what_is_drawn_on_a_pixmap_is_seen_where_the_pixmap_is(easel: Easel) -> None:
    pixmap = QPixmap(100, 40)

    def on_pixmap(painter: QPainter) -> None:
        pixmap.fill(design.palette().of("ground"))
        inner = QPainter(pixmap)
        inner.setPen(design.palette().of("ink"))
        inner.setFont(design.lettering(design.BODY))
        inner.drawText(5, 25, "1:19.5")
        inner.end()
        painter.drawPixmap(40, 100, pixmap)

    easel.paint = on_pixmap
    (letters,) = look(easel).letters
    assert letters.text == "1:19.5"
    assert QRectF(45, 105, 60, 25).contains(letters.box)
    pixmap.setDevicePixelRatio(0.5)
    assert "is drawn at 0.5 pixels a point on a screen of 1" in said(easel)


def test_faint_lettering_is_found_by_its_opacity_and_by_what_is_under_it(easel: Easel) -> None:
    def faint(painter: QPainter) -> None:
        painter.setOpacity(0.4)
        painter.drawText(QRectF(10, 10, 200, 30), LEFT, "8 x 400")

    easel.paint = faint
    assert re.search(r"has [1-4]\.[0-9] : 1", said(easel))

    def on_light(painter: QPainter) -> None:
        painter.fillRect(QRectF(40, 0, 100, 60), QColor("#e0e0e0"))
        painter.drawText(QRectF(10, 10, 200, 30), LEFT, "8 x 400")

    easel.paint = on_light
    assert wrong(easel) == ["faint Easel"]


def test_a_label_on_what_its_page_paints_is_held_against_that(easel: Easel) -> None:
    label = Text("a label", parent=easel)
    label.setGeometry(10, 10, 200, 30)
    label.show()
    easel.paint = lambda painter: painter.fillRect(QRectF(0, 0, 300, 60), QColor("#d0d0d0"))
    assert wrong(easel) == ["faint Text"]


def test_what_is_disabled_may_be_faint(easel: Easel) -> None:
    def faint(painter: QPainter) -> None:
        painter.setOpacity(0.4)
        painter.drawText(QRectF(10, 10, 200, 30), LEFT, "8 x 400")

    easel.paint = faint
    easel.setEnabled(False)
    assert wrong(easel) == []


def test_tiny_lettering_is_found(easel: Easel) -> None:
    def tiny(painter: QPainter) -> None:
        painter.setFont(design.lettering(11))
        painter.drawText(QRectF(10, 10, 200, 30), LEFT, "8 x 400")

    easel.paint = tiny
    assert said(easel) == "small: Easel “8 x 400” is 11 px high, and 13 is the least"


def test_two_texts_on_each_other_collide(easel: Easel) -> None:
    def twice(painter: QPainter) -> None:
        painter.drawText(QRectF(10, 10, 200, 30), LEFT, "8 x 400")
        painter.drawText(QRectF(30, 18, 200, 30), LEFT, "10 x 200")

    easel.paint = twice
    assert said(easel) == "collides: Easel “8 x 400” stands on “10 x 200” of Easel"


def test_widgets_over_each_other_or_out_of_their_parent_are_found(easel: Easel) -> None:
    one, other = Easel(parent=easel), Easel(parent=easel)
    one.setGeometry(10, 10, 50, 50)
    other.setGeometry(50, 50, 50, 50)
    for each in (one, other):
        each.show()
    assert said(easel) == "overlap: Easel lies 10 × 10 px over Easel"
    other.setGeometry(280, 50, 50, 50)
    assert said(easel) == "leaves: Easel at 280, 50 (50 × 50) leaves Easel, which is 300 × 200"


def test_a_label_takes_no_more_room_than_its_words(easel: Easel) -> None:
    label, other = Text("short", parent=easel), Easel(parent=easel)
    label.setGeometry(10, 10, 280, 30)
    other.setGeometry(100, 0, 100, 60)
    for each in (label, other):
        each.show()
    assert wrong(easel) == []
    label.say("this reaches the other")
    assert "overlap Text" in wrong(easel)


def test_what_was_shortened_is_remarked_and_not_wrong(easel: Easel) -> None:
    def shortened(painter: QPainter) -> None:
        text = painter.fontMetrics().elidedText("a sentence that is too long", Qt.TextElideMode.ElideRight, 80)
        painter.drawText(QRectF(10, 10, 90, 30), LEFT, text)

    easel.paint = shortened
    (finding,) = look(easel).findings
    assert finding.kind == "shortened"
    assert wrong(easel) == []


def test_it_leaves_the_window_as_it_was(easel: Easel) -> None:
    easel.paint = lambda painter: painter.drawText(QRectF(10, 10, 200, 30), LEFT, "8 x 400")
    label, entry = Text("a label", parent=easel), Entry("what to type", easel)
    label.setGeometry(10, 60, 200, 30)
    entry.setGeometry(10, 100, 200, 40)
    for each in (label, entry):
        each.show()
    before = easel.grab().toImage()
    seen = look(easel)
    assert {each.text for each in seen.letters} == {"8 x 400", "a label", "what to type"}
    assert easel.grab().toImage() == before
    assert seen.ground != before
    blank = Easel()
    assert seen.ground.copy(0, 0, 300, 95) == blank.grab().toImage().copy(0, 0, 300, 95)
    blank.deleteLater()


def test_a_label_of_the_systems_own_is_looked_at_too(easel: Easel) -> None:
    label = QLabel("no house style", easel)
    label.setFont(QFont(design.FAMILY, 6))
    label.setGeometry(10, 10, 200, 30)
    label.show()
    assert wrong(easel) == ["small QLabel"]


def test_a_label_that_shortens_itself_is_seen_once_as_it_is_drawn_and_in_its_colour(easel: Easel) -> None:
    label = Shortened("a sentence that is too long", tone="quiet", parent=easel)
    label.setGeometry(10, 10, 90, 30)
    label.show()
    (letters,) = look(easel).letters
    assert letters.text.endswith("…")
    assert letters.ink == design.palette().of("quiet")
    assert wrong(easel) == []
