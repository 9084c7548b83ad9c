"""The design: colours, lettering and sizes, in one place.

Rules of the file: a colour has one meaning each. Work is yellow, recovery green, warm-up and cool-down mauve; faster is
blue with −, slower vermillion with +; nothing else is coloured. Labels are small and quiet, figures large.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

FAMILY = "IBM Plex Sans Condensed"
"""All ten digits have one advance, as it is; Barlow and Saira need a feature that Qt does not reach."""

_FILES = ("Regular", "Medium", "SemiBold", "Bold")
REGULAR, MEDIUM, SEMIBOLD, BOLD = (
    QFont.Weight.Normal,
    QFont.Weight.Medium,
    QFont.Weight.DemiBold,
    QFont.Weight.Bold,
)

SMALL, BODY, LARGE, TITLE, FIGURE = 16, 19, 26, 34, 46
"""Lettering in pixels."""
MARGIN, GAP, RADIUS = 32, 8, 8


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours, as `#rrggbb`."""

    name: str
    ground: str
    panel: str
    line: str
    ink: str
    quiet: str
    work: str
    recovery: str
    warm: str
    faster: str
    slower: str

    def of(self, tone: str) -> QColor:
        """Return a colour by the name of its meaning."""
        return QColor(getattr(self, tone))


DARK = Palette(
    "dark", "#0a0e13", "#121922", "#223040", "#f3f6f8", "#8ea2b5", "#F0E442", "#2bb58a", "#CC79A7", "#56B4E9", "#ff7a45"
)
DAY = Palette(
    "day", "#f6f4ee", "#ffffff", "#d8d3c6", "#101418", "#55606b", "#f2c200", "#00805c", "#9b3f74", "#005a9c", "#b8400a"
)
PALETTES = {palette.name: palette for palette in (DARK, DAY)}

ROLES = {
    "ink": QPalette.ColorRole.WindowText,
    "quiet": QPalette.ColorRole.PlaceholderText,
    "faster": QPalette.ColorRole.Link,
    "slower": QPalette.ColorRole.LinkVisited,
    "recovery": QPalette.ColorRole.BrightText,
    "work": QPalette.ColorRole.Highlight,
}
"""Where each meaning sits in Qt's palette, so that a label follows a change of palette by itself."""


class _Now:
    palette: Palette = DARK


def palette() -> Palette:
    """Return the colours in force."""
    return _Now.palette


def use_palette(name: str) -> None:
    """Bring a palette into force for the whole window."""
    _Now.palette = PALETTES.get(name, DARK)
    colours = _Now.palette
    roles = QPalette.ColorRole
    qt = QPalette(colours.of("ground"))
    for role, tone in (
        (roles.Window, "ground"), (roles.Base, "panel"), (roles.AlternateBase, "ground"), (roles.Button, "panel"),
        (roles.Text, "ink"), (roles.ButtonText, "ink"), (roles.ToolTipBase, "panel"), (roles.ToolTipText, "ink"),
        (roles.Light, "line"), (roles.Mid, "line"), (roles.Dark, "line"), (roles.HighlightedText, "ground"),
        *((role, tone) for tone, role in ROLES.items()),
    ):  # fmt: skip
        qt.setColor(role, colours.of(tone))
    QApplication.setPalette(qt)


def on(colour: QColor) -> QColor:
    """Return the lettering that can be read on a coloured ground."""
    luminance = 0.2126 * colour.redF() ** 2.2 + 0.7152 * colour.greenF() ** 2.2 + 0.0722 * colour.blueF() ** 2.2
    return QColor("#0a0e13" if luminance > 0.18 else "#ffffff")


def load_lettering() -> None:
    """Bring in the font files; without them a machine with no fonts would show boxes."""
    spec = find_spec("fontpkg_ibm_plex_sans_condensed")
    if spec is None or spec.origin is None:
        return
    folder = Path(spec.origin).parent / "files"
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(folder / f"IBMPlexSansCondensed-{name}.ttf"))


def lettering(px: float, weight: QFont.Weight = REGULAR) -> QFont:
    """Return the font at a height in pixels."""
    font = QFont(FAMILY)
    font.setPixelSize(max(6, round(px)))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
