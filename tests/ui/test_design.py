"""The design: what is read can be read, in each palette; digits stand still; the lettering is never boxes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QRawFont

from app.ui import design

READ = ("ink", "quiet", "recovery", "warm", "faster", "slower")
"""Meanings in which something is written on ground or panel; work is only ever a patch of colour."""
PHASES = ("work", "recovery", "warm", "ink")
palettes = pytest.mark.parametrize("palette", design.PALETTES.values(), ids=[*design.PALETTES])


@palettes
def test_everything_that_is_read_stands_out_from_its_ground(palette: design.Palette) -> None:
    wanted = 7.0 if palette.name.startswith("contrast") else 4.5
    for ground in ("ground", "panel"):
        for tone in READ:
            assert design.contrast(palette.of(tone), palette.of(ground)) >= wanted, (tone, ground)


@palettes
def test_what_is_written_on_a_phases_colour_can_be_read(palette: design.Palette) -> None:
    for tone in PHASES:
        assert design.contrast(palette.of(tone), design.on(palette.of(tone))) >= 4.5, tone


@palettes
def test_a_patch_of_colour_that_the_ground_would_swallow_has_an_edge(palette: design.Palette) -> None:
    design.use_palette(palette.name)
    for tone in PHASES:
        edge = design.edge(tone)
        assert design.contrast(edge or palette.of(tone), palette.of("ground")) >= design.SEEN, tone


@pytest.mark.parametrize("name", ["contrast-dark", "contrast-day"])
def test_the_lines_of_high_contrast_are_seen(name: str) -> None:
    palette = design.PALETTES[name]
    assert design.contrast(palette.of("line"), palette.of("ground")) >= 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert design.contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21.0)
    assert design.contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("weight", [design.REGULAR, design.MEDIUM, design.SEMIBOLD, design.BOLD])
def test_all_ten_digits_have_one_advance(weight: QFont.Weight) -> None:
    for px in (15, 16, 46, 300):
        metrics = QFontMetricsF(design.lettering(px, weight))
        assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_the_lettering_is_our_own_and_no_box() -> None:
    assert QFontInfo(design.lettering(20)).family() == design.FAMILY
    font = QRawFont.fromFont(design.lettering(100, design.BOLD))
    for character in "0123456789:.,+−±×–…·←→%?áéíóúñ¿¡":
        (glyph,) = font.glyphIndexesForString(character)
        assert glyph != 0, character
        assert not font.pathForGlyph(glyph).isEmpty(), character


def test_a_machine_with_no_fonts_shows_digits_and_no_boxes(tmp_path: Path) -> None:
    """In a process of its own, whose fontconfig knows no folder with fonts."""
    (tmp_path / "fonts.conf").write_text("<?xml version='1.0'?><fontconfig></fontconfig>", encoding="utf-8")
    program = (
        "from app.ui.start import make_app\n"
        "from app.ui.text import Text\n"
        "app = make_app()\n"
        "seen = set()\n"
        "for word in '0123456789A':\n"
        "    label = Text(word, 46)\n"
        "    label.resize(60, 60)\n"
        "    seen.add(bytes(label.grab().toImage().constBits()))\n"
        "print(len(seen))\n"
    )
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    ran = subprocess.run([sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["11"]
