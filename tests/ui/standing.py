"""How a page stands: which words are cut by their room, and what lies over another or leaves its parent."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from app.ui import design
from app.ui.key_caps import KeyCaps
from app.ui.keycap import Button, KeyCap
from app.ui.options import Choice
from app.ui.sidebar import Way
from app.ui.swatches import PICTURE, Swatch
from app.ui.switch import NAME, PX, Switch
from app.ui.text import Text
from app.ui.tone_pick import TonePick
from app.ui.word_button import WordButton


def words_cut(page: QWidget) -> list[str]:
    """Return the words that their room is too small for."""
    cut = []
    for part in page.findChildren(QWidget):
        if not part.isVisible():
            continue
        if isinstance(part, Text) and part.text():
            lines = Qt.TextFlag.TextWordWrap if part.wordWrap() else Qt.TextFlag.TextSingleLine
            box = QFontMetrics(part.font()).boundingRect(QRect(0, 0, part.width(), 10_000), lines, part.text())
            if box.width() > part.width() or box.height() > part.height() + 2:
                cut.append(part.text())
        elif isinstance(part, Switch):
            name = QFontMetrics(design.lettering(PX, design.MEDIUM)).horizontalAdvance(part.text())
            about = QFontMetrics(design.lettering(design.SMALL)).horizontalAdvance(part.about)
            if NAME + max(name, about) + 4 > part.width():
                cut.append(part.text())
        elif isinstance(part, TonePick):
            widest = max(QFontMetrics(design.lettering(design.SMALL)).horizontalAdvance(name) for name in part.names)
            if widest > part.room.width():
                cut.append(part.text())
        elif isinstance(part, Swatch):
            if part.height() < PICTURE + part.name_height(part.width()):
                cut.append(part.text())
        elif isinstance(part, KeyCaps):
            if any(not QRectF(part.rect()).contains(place) for place in part.places(part.width())):
                cut.append(" ".join(part.keys))
        elif isinstance(part, (KeyCap, Button, WordButton, Way, Choice)):
            spare = 30 if isinstance(part, Button) else 0  # a button's word has room left and right
            needed = part.width_at(part.px) if isinstance(part, Choice) else part.sizeHint().width()
            if needed - spare > part.width():
                cut.append(part.text())
    return cut


def overlaps(page: QWidget) -> list[str]:
    """Return what lies over a sibling or out of its parent; what is scrolled may be out of view."""
    wrong = []
    for parent in (page, *page.findChildren(QWidget)):
        if not parent.isVisible():
            continue
        children = [child for child in parent.children() if isinstance(child, QWidget) and child.isVisible()]
        children = [child for child in children if not isinstance(child, QScrollBar)]
        scrolls = isinstance(parent.parentWidget(), QScrollArea)
        for child in children:
            room = QRect(0, -10_000, parent.width(), 20_000) if scrolls else parent.rect()
            if not isinstance(parent, QScrollArea) and not room.contains(child.geometry()):
                wrong.append(f"{child} leaves {parent}")
        if isinstance(parent, QScrollArea):
            continue
        for one, other in combinations(children, 2):
            if one.geometry().intersects(other.geometry()):
                wrong.append(f"{one} over {other}")
    return wrong
