"""The palettes to choose from, each shown as what it makes of the clock: its band, its figure, its colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.options import Choice, Options
from app.ui.ring import paint_ring

PICTURE, LINE = 84, 19
"""Heights of the picture, and of a line of its name."""
APART, WIDEST = 8, 150
EDGE = 5
"""Room for the ring round the picture."""


class Swatch(Choice):
    """One palette: a small clock in its colours."""

    def __init__(self, text: str, palette: design.Palette, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._palette = palette

    def sizeHint(self) -> QSize:
        """Return the room for picture and name."""
        return QSize(116, PICTURE + self.name_height(116))

    def name_height(self, width: int) -> int:
        """Return the height of the name, in one line or two."""
        word = QFontMetrics(design.lettering(design.MICRO, design.SEMIBOLD)).horizontalAdvance(self.text())
        return LINE * (1 if word <= width - 4 else 2) + 9

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the clock in the swatch's own colours, and its name in those in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_clock(painter, QRectF(EDGE, EDGE, self.width() - 2 * EDGE, PICTURE - 2 * EDGE))
        ours = design.palette()
        chosen = self.isChecked()
        painter.setFont(design.lettering(design.MICRO, design.SEMIBOLD if chosen else design.REGULAR))
        painter.setPen(ours.of("ink" if chosen or self.underMouse() or self.hasFocus() else "quiet"))
        room = QRectF(2, PICTURE, self.width() - 4, self.height() - PICTURE - 6)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self.text())
        if chosen:
            used = painter.boundingRect(room, flags, self.text())
            painter.fillRect(QRectF(used.x(), used.bottom() + 1, used.width(), 2), ours.of("ink"))
        paint_ring(painter, self)
        painter.end()

    def _paint_clock(self, painter: QPainter, box: QRectF) -> None:
        theirs = self._palette
        painter.setPen(QPen(design.palette().of("ink" if self.isChecked() else "line"), 2 if self.isChecked() else 1))
        painter.setBrush(theirs.of("ground"))
        painter.drawRoundedRect(box, 6, 6)
        inner = box.adjusted(7, 7, -7, -7)
        work = theirs.of("work")
        faint = design.contrast(work, theirs.of("ground")) < design.SEEN
        painter.setPen(QPen(theirs.of("quiet"), 1) if faint else Qt.PenStyle.NoPen)
        painter.setBrush(work)
        band = QRectF(inner.x(), inner.y(), inner.width(), 17)
        painter.drawRoundedRect(band, 3, 3)
        painter.setFont(design.lettering(13, design.BOLD))
        painter.setPen(design.on(work))
        painter.drawText(band.adjusted(5, 0, -5, 0), Qt.AlignmentFlag.AlignVCenter, "3 / 8")
        painter.setFont(design.lettering(26, design.SEMIBOLD))
        painter.setPen(theirs.of("ink"))
        figure = QRectF(inner.x(), band.bottom() + 1, inner.width(), 28)
        painter.drawText(figure, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "79.5")
        painter.setFont(design.lettering(13, design.SEMIBOLD))
        painter.setPen(theirs.of("faster"))
        painter.drawText(figure, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, "−0.4")
        painter.setPen(theirs.of("slower"))
        painter.drawText(figure, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, "+0.3")
        painter.setPen(Qt.PenStyle.NoPen)
        third = inner.width() / 3
        for number, tone in enumerate(("warm", "recovery", "quiet")):
            painter.setBrush(theirs.of(tone))
            painter.drawRect(QRectF(inner.x() + number * third, inner.bottom() - 6, third - 3, 6))


class Swatches(Options[str]):
    """The palettes side by side; arrows and a click choose."""

    def __init__(self, chosen: Callable[[str], None], parent: QWidget) -> None:
        names = {
            design.DARK.name: tr("stadium dark"),
            design.DAY.name: tr("daylight"),
            design.CONTRAST_DARK.name: tr("high contrast dark"),
            design.CONTRAST_DAY.name: tr("high contrast light"),
        }
        super().__init__(tr("palette"), [(names[name], name) for name in design.PALETTES], chosen, parent)

    def make_choice(self, word: str, value: str) -> Choice:
        """Make a swatch."""
        return Swatch(word, design.PALETTES[value], self)

    def height_at(self, width: int) -> int:
        """Return the height that it needs."""
        wide = self._wide(width)
        return PICTURE + 4 + max(c.name_height(wide) for c, _v in self.choices if isinstance(c, Swatch))

    def _wide(self, width: int) -> int:
        n = len(self.choices)
        return min(WIDEST, (width - (n - 1) * APART) // n)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Put the swatches side by side, each as high as its name needs."""
        wide = self._wide(self.width())
        for number, (choice, _value) in enumerate(self.choices):
            if isinstance(choice, Swatch):
                choice.setGeometry(number * (wide + APART), 0, wide, PICTURE + choice.name_height(wide))
