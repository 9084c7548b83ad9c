"""The list of remarks under the text: each with its mend, one press away.

Rules of the file: one stop of Tab; the arrows go through the rows, Enter takes the mend of the one that is chosen, or
leads to its place in the text. The rows are painted, so that sixty of them cost no more than six.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.editor_remarks import Remark
from app.ui.editor_underline import paint_dots, paint_wave
from app.ui.scroll import WIDTH as BAR
from app.ui.scroll import Scrolled

ROW = 34
MARK = 26
"""Room of the wave or the dots at the left."""
PAD = 8


class Rows(QWidget):
    """The rows."""

    chosen = Signal(object)
    """A remark whose place is to be shown."""
    mended = Signal(object)
    """A remark whose mend is to be taken."""

    def __init__(self) -> None:
        super().__init__()
        self.remarks: tuple[Remark, ...] = ()
        self._at, self._under = 0, (-1, False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("what was not understood"))

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show them; the one that is chosen stays chosen where it is still there."""
        before = self.current
        self.remarks = remarks
        same = [n for n, each in enumerate(remarks) if before is not None and each.sentence == before.sentence]
        self._at = same[0] if same else max(0, min(self._at, len(remarks) - 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if remarks else Qt.FocusPolicy.NoFocus)
        self._describe()
        self.update()

    @property
    def current(self) -> Remark | None:
        """The one that is chosen."""
        return self.remarks[self._at] if self.remarks else None

    def choose(self, remark: Remark | None) -> None:
        """Choose one, as the cursor of the text stands in it."""
        if remark in self.remarks:
            self._go(self.remarks.index(remark), tell=False)

    def _go(self, at: int, *, tell: bool = True) -> None:
        self._at = max(0, min(at, len(self.remarks) - 1))
        self._describe()
        self.update()
        if tell and self.current is not None:
            self.chosen.emit(self.current)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.current.said if self.current is not None else "")

    # Keys and pointer -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the rows, and take what is chosen."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.remarks:
            self._go(self._at + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current is not None:
            self._take(self.current)
        else:
            super().keyPressEvent(event)

    def _take(self, remark: Remark) -> None:
        (self.mended if remark.offer else self.chosen).emit(remark)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the place of a row that is pressed; take its mend where that is pressed."""
        at, on_offer = self._found(event.position())
        if at < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        self._go(at, tell=not on_offer)
        if on_offer:
            self._take(self.remarks[at])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light what lies under the pointer."""
        under = self._found(event.position())
        if under != self._under:
            self._under = under
            self.setCursor(Qt.CursorShape.PointingHandCursor if under[0] >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def _found(self, at: QPointF) -> tuple[int, bool]:
        row = int(at.y() // ROW)
        if not 0 <= row < len(self.remarks):
            return -1, False
        return row, self._offer_box(row).contains(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()
        super().focusInEvent(event)

    # Painting ---------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the room of all rows."""
        return QSize(300, ROW * len(self.remarks))

    def _offer_box(self, row: int) -> QRectF:
        offer = self.remarks[row].offer
        if not offer:
            return QRectF()
        wide = min(QFontMetrics(design.lettering(design.SMALL, design.MEDIUM)).horizontalAdvance(offer) + 2, self._half)
        return QRectF(self.width() - PAD - wide, row * ROW, wide, ROW)

    @property
    def _half(self) -> int:
        return max(60, (self.width() - MARK) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = max(0, event.rect().top() // ROW)
        last = min(len(self.remarks), event.rect().bottom() // ROW + 1)
        for row in range(first, last):
            self._paint_row(painter, row)
        painter.end()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        colours = design.palette()
        remark = self.remarks[row]
        box = QRectF(0, row * ROW, self.width(), ROW)
        if row == self._at and self.hasFocus():
            painter.setPen(QPen(colours.of("ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        (paint_dots if remark.is_doubt else paint_wave)(painter, QPointF(PAD, box.center().y() + 1), SIGN)
        offer, fate = self._offer_box(row), "" if remark.offer else remark.fate
        painter.setFont(design.lettering(design.SMALL))
        taken = offer.width() if remark.offer else painter.fontMetrics().horizontalAdvance(fate)
        words = box.adjusted(PAD + MARK, 0, -taken - 3 * PAD, -1)
        elide = Qt.TextElideMode.ElideRight
        painter.setPen(colours.of("quiet"))
        painter.drawText(box.adjusted(0, 0, -PAD, -1), _RIGHT, fate)
        painter.setPen(colours.of("ink"))
        painter.drawText(words, _LEFT, painter.fontMetrics().elidedText(remark.row, elide, round(words.width())))
        if remark.offer:
            painter.setFont(design.lettering(design.SMALL, design.MEDIUM))
            painter.setPen(colours.of("ink"))
            shown = painter.fontMetrics().elidedText(remark.offer, elide, round(offer.width()) + 1)
            painter.drawText(offer.adjusted(0, 0, 0, -1), _LEFT, shown)
            lit = self._under == (row, True)
            painter.fillRect(
                QRectF(offer.x(), offer.bottom() - 7, offer.width() - 2, 1.6 if lit else 1), painter.pen().color()
            )


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


SIGN = 16
"""Length of the bit of wave or dots before a row."""


class RemarkList(Scrolled):
    """The rows, scrolled where they must be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = Rows()
        self.setWidget(self.rows)
        self.content = self.rows
        self.rows.setAutoFillBackground(False)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show them."""
        if tuple(remarks) != self.rows.remarks:
            self.rows.show_remarks(tuple(remarks))
            self._fit()

    def choose(self, remark: Remark | None) -> None:
        """Choose one, and bring it into view."""
        self.rows.choose(remark)
        if self.rows.current is not None:
            self.ensureVisible(0, self.rows.remarks.index(self.rows.current) * ROW + ROW // 2, 0, ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tall = ROW * len(self.rows.remarks)
        self.rows.resize(self.width() - (BAR if tall > self.height() else 0), tall)
