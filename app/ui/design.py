"""The design: colours, lettering and sizes, in one place.

Rules of the file: a colour has one meaning each. Work is yellow, recovery green, warm-up and cool-down mauve; faster is
blue with −, slower vermillion with +; nothing else is coloured. Labels are small and quiet, figures large.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
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

MICRO, SMALL, BODY, LEAD, LARGE, TITLE, FIGURE, LOUD, HERO = 15, 16, 19, 22, 26, 34, 46, 78, 140
"""The scale of the lettering in pixels: key caps, labels, what is read, sections, names, pages; then figures, the loud
one, the hero. A step is about a sixth while it is read, and a half once it is to be seen from afar."""
MARGIN, GAP, RADIUS = 32, 8, 8
"""Spacing in pixels, in steps of 4: of a page, between two things, of a corner."""


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
    "day", "#f6f4ee", "#ffffff", "#d8d3c6", "#101418", "#55606b", "#f2c200", "#007a57", "#9b3f74", "#005a9c", "#b8400a"
)
CONTRAST_DARK = Palette(
    "contrast-dark", "#000000", "#000000", "#a8b4c0", "#ffffff", "#d9e2ea", "#F0E442", "#3fe0b0", "#f3aed6", "#8fd0ff",
    "#ffa680",
)  # fmt: skip
CONTRAST_DAY = Palette(
    "contrast-day", "#ffffff", "#ffffff", "#4a535c", "#000000", "#2c343b", "#ffd21a", "#005c42", "#7d2459", "#003f78",
    "#8f2f00",
)  # fmt: skip
PALETTES = {palette.name: palette for palette in (DARK, DAY, CONTRAST_DARK, CONTRAST_DAY)}
"""Hues of Okabe and Ito, which nobody confuses, lighter on dark grounds and darker on light ones. Everything that is
read has 4.5 : 1 on ground and panel; in high contrast it has 7 : 1, and the lines 4.5 : 1. Held by tests/ui.

Source: M. Okabe, K. Ito, Color Universal Design (2008); contrasts as in WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11."""

SEEN = 3.0
"""The contrast that a patch or a line needs which says something. Source: WCAG 2.2, 1.4.11."""

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


def borrow_palette(palette: Palette) -> None:
    """Let what is painted next have other colours: on paper; who borrows gives the window's back at once."""
    _Now.palette = palette


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


def luminance(colour: QColor) -> float:
    """Return the relative luminance, 0 to 1.

    Source: WCAG 2.2, relative luminance.
    """
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21.

    Source: WCAG 2.2, contrast ratio.
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def on(colour: QColor) -> QColor:
    """Return the lettering that can be read on a coloured ground."""
    dark, light = QColor("#0a0e13"), QColor("#ffffff")
    return dark if contrast(colour, dark) >= contrast(colour, light) else light


def edge(tone: str) -> QColor | None:
    """Return the line round a patch of colour that would hardly be seen on the ground without it; None if it is."""
    return _edge(palette(), tone)


@cache
def _edge(colours: Palette, tone: str) -> QColor | None:
    if contrast(colours.of(tone), colours.of("ground")) >= SEEN:
        return None
    return colours.of("quiet")


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
