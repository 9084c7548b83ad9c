"""The pace card as it is painted: its size, and that everything on it can be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from app.core import tongue
from app.core.card import PaceCard, pace_card
from app.core.units import MILE_M, parse_time
from app.ui import design
from app.ui import pace_card as painted
from app.ui.pace_card import HEIGHT, WIDTH, draw_card, goal_text

CARDS = {
    name: pace_card(parse_time(goal), Fraction(race_m), Fraction(lap_m))
    for name, goal, race_m, lap_m in (
        ("mile", "5:20", MILE_M, 400),
        ("record mile", "3:43.13", MILE_M, 400),
        ("indoor mile", "4:59.5", MILE_M, 200),
        ("100", "9.58", 100, 400),
        ("800", "2:05", 800, 400),
        ("1500", "12:34.56", 1500, 400),
        ("5000", "18:00", 5000, 400),
        ("10000", "1:02:03", 10_000, 400),
        ("half marathon", "23:59:59.25", Fraction("21097.5"), 400),
        ("marathon", "2:59:59", 42_195, 400),
    )
}


class Written:
    """All that is written on a card, with the ink's box."""

    def __init__(self) -> None:
        self.boxes: list[tuple[str, QRectF]] = []

    def __call__(self, painter: QPainter, x: float, base: float, text: str, font: QFont, _ink: str) -> float:
        metrics = QFontMetricsF(font, painter.device())
        if text:
            self.boxes.append((text, metrics.tightBoundingRect(text).translated(x, base)))
        return metrics.horizontalAdvance(text)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch, qapp: object) -> Callable[[PaceCard], list[tuple[str, QRectF]]]:
    def of(card: PaceCard) -> list[tuple[str, QRectF]]:
        design.load_lettering()
        found = Written()
        monkeypatch.setattr(painted, "_write", found)
        painter = QPainter(image := QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32))
        painted.paint_card(painter, card)
        painter.end()
        assert not image.isNull()
        return found.boxes

    return of


@pytest.mark.parametrize("name", CARDS)
def test_nothing_on_a_card_lies_over_anything_else_or_over_its_edge(
    written: Callable[[PaceCard], list[tuple[str, QRectF]]], name: str
) -> None:
    boxes = written(CARDS[name])
    assert len(boxes) > 4
    inside = QRectF(40, 40, WIDTH - 80, HEIGHT - 80)
    assert [text for text, box in boxes if not inside.contains(box)] == []
    assert [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.intersects(b)] == []


def test_longer_words_of_another_language_fit_too(
    written: Callable[[PaceCard], list[tuple[str, QRectF]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tongue._Now, "translate", lambda text, apart: text.replace("line", "line, as it is called"))
    boxes = written(CARDS["mile"])
    assert [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.intersects(b)] == []


def test_every_lap_is_on_it_with_its_time(written: Callable[[PaceCard], list[tuple[str, QRectF]]]) -> None:
    texts = [text for text, _ in written(CARDS["mile"])]
    for text in ("5:20", "Mile", "1:21.4", "2:40.9", "4:00.5", "1:19.5", "2:39.1", "3:58.6", "39.8", ".344", "bell"):
        assert text in texts
    assert texts.count("5:20.0") == 2
    assert "first 1:21.4, then 1:19.5" in texts


@pytest.mark.parametrize(("goal", "text"), [("5:20", "5:20"), ("3:43.13", "3:43.13"), ("4:59.5", "4:59.5")])
def test_the_goal_is_written_as_it_is_said(goal: str, text: str) -> None:
    assert goal_text(pace_card(parse_time(goal))) == text


def test_a_pdf_is_one_page_of_the_size_of_a_bank_card_with_its_fonts_in_it(qapp: object) -> None:
    pdf = draw_card(CARDS["mile"], "pdf")
    ((left, top, right, bottom),) = re.findall(rb"/MediaBox ?\[(\S+) (\S+) (\S+) (\S+)\]", pdf)
    assert (float(left), float(top)) == (0, 0)
    assert float(right) / 72 * 25.4 == pytest.approx(85.6, abs=0.001)
    assert float(bottom) / 72 * 25.4 == pytest.approx(54, abs=0.001)
    assert len(re.findall(rb"/Type ?/Page\b", pdf)) == 1
    assert b"IBMPlexSansCond" in pdf
    (place,) = re.findall(rb"startxref\s+(\d+)", pdf)
    assert pdf[int(place) :].startswith(b"xref"), "the places in the file are right"


def test_a_png_is_as_large_at_its_dots_an_inch_and_has_ink_and_one_colour(qapp: object) -> None:
    image = QImage.fromData(draw_card(CARDS["mile"], "png"))
    assert image.width() / image.dotsPerMeterX() == pytest.approx(0.0856, abs=1e-5)
    assert image.height() / image.dotsPerMeterY() == pytest.approx(0.054, abs=1e-5)
    colours = {image.pixelColor(x, y).name() for x in range(0, WIDTH, 4) for y in range(0, HEIGHT, 4)}
    assert {QColor(design.DAY.ink).name(), QColor(design.DAY.work).name(), "#ffffff"} <= colours
