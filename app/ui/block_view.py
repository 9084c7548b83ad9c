"""The rows of the blocks as they are seen: where each stands, and the paint of those in view.

Rules of the file: a row is as high as any other but the chosen one, so that three thousand cost no more than thirty.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.core.tongue import tr
from app.notation.places import Place
from app.ui.block_drop import Drop
from app.ui.block_row import GRIP, ROW, Cell, Look, bar_x, cells_of, height_of, paint_drop, paint_row
from app.ui.block_words import Block, Shown, Targets, said_of, shown_of
from app.ui.scroll import ThinBar


class BlockView(QAbstractScrollArea):
    """Rows of blocks, one of them chosen."""

    chose = Signal(int)
    """A person chose the row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.blocks: tuple[Block, ...] = ()
        self.chosen = -1
        self.dial = 0
        self._targets = Targets()
        self._shown: dict[int, Shown] = {}
        self._under, self._at = -1, QPointF()
        self._drag: int | None = None
        self.drop: Drop | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(ROW // 2)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._settle()

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────────────

    def show_blocks(self, blocks: Sequence[Block], targets: Targets, chosen: Place = ()) -> None:
        """Show blocks; the one at a place is chosen, none where it is not among them."""
        self.blocks, self._targets = tuple(blocks), targets
        self._shown.clear()
        self._drag = self.drop = None
        self.chosen = next((n for n, block in enumerate(self.blocks) if block.place == chosen), -1)
        self._settle()

    def choose(self, index: int, *, by_person: bool = False) -> None:
        """Choose a row, none with −1, and bring it into view."""
        if index != self.chosen:
            self.chosen = index if 0 <= index < len(self.blocks) else -1
            self.dial = 0
            self._settle()
        self.reveal()
        if by_person and self.chosen >= 0:
            self.chose.emit(self.chosen)

    def shown(self, index: int) -> Shown:
        """Return what a row says, made when it is first asked."""
        if index not in self._shown:
            self._shown[index] = shown_of(self.blocks[index], self._targets)
        return self._shown[index]

    def cells(self, index: int) -> tuple[Cell, ...]:
        """Return the dials of a row: of the chosen one; of the one under the pointer where they need no more room."""
        if not 0 <= index < len(self.blocks) or index not in (self.chosen, self._under):
            return ()
        cells = cells_of(self.shown(index), self.blocks[index].depth, self.viewport().width())
        return cells if index == self.chosen or height_of(cells) == ROW else ()

    @property
    def turning(self) -> tuple[int, ...]:
        """Which dials of the chosen row turn."""
        if self.chosen < 0:
            return ()
        return tuple(n for n, dial in enumerate(self.shown(self.chosen).dials) if dial.turns)

    def _settle(self) -> None:
        """Bring range, dial and name in line with what is shown."""
        turning = self.turning
        if self.dial not in turning:
            self.dial = turning[0] if turning else -1
        bar, height = self.verticalScrollBar(), self.top_of(len(self.blocks))
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(max(1, self.viewport().height()))
        said = tr("none chosen") if self.blocks else tr("no blocks yet")
        if self.chosen >= 0:
            shown = self.shown(self.chosen)
            said = said_of(shown, self.chosen + 1, len(self.blocks))
            if self.dial >= 0:
                said = tr("{block}, plus and minus turn the {figure}").format(
                    block=said, figure=shown.dials[self.dial].name
                )
        self.setAccessibleName(tr("blocks: {said}").format(said=said))
        self.viewport().update()

    # ── where it stands ──────────────────────────────────────────────────────────────────────────────────────────────

    def height_at(self, index: int) -> int:
        """Return the height of a row."""
        return height_of(self.cells(index)) if index == self.chosen else ROW

    def top_of(self, index: int) -> int:
        """Return where a row begins, or all of them end, from the top of the first."""
        more = self.height_at(self.chosen) - ROW if 0 <= self.chosen < index else 0
        return index * ROW + more

    def index_at(self, y: float) -> int:
        """Return the row at a height of the view; −1 below the last."""
        y += self.verticalScrollBar().value()
        index = int(y // ROW)
        if self.chosen >= 0 and y >= self.top_of(self.chosen):
            under = y - self.top_of(self.chosen)
            more = self.height_at(self.chosen)
            index = self.chosen if under < more else self.chosen + 1 + int((under - more) // ROW)
        return index if 0 <= index < len(self.blocks) else -1

    def box_of(self, index: int) -> QRectF:
        """Return a row in the view."""
        top = self.top_of(index) - self.verticalScrollBar().value()
        return QRectF(0, top, self.viewport().width(), self.height_at(index))

    def reveal(self) -> None:
        """Bring the chosen row into view."""
        if self.chosen >= 0:
            bar, top = self.verticalScrollBar(), self.top_of(self.chosen)
            low = top + self.height_at(self.chosen) - self.viewport().height()
            bar.setValue(min(top, max(low, bar.value())))

    def sizeHint(self) -> QSize:
        """Return the room for a few rows."""
        return QSize(420, 6 * ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the dials out anew."""
        super().resizeEvent(event)
        self._settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows that are seen."""
        painter = QPainter(self.viewport())
        first = max(0, self.index_at(0))
        for index in range(first, len(self.blocks)):
            box = self.box_of(index)
            if box.top() > self.viewport().height():
                break
            under = index == self._under and self._drag is None
            look = Look(
                index == self.chosen,
                under,
                self.hasFocus(),
                self.dial,
                self._at - box.topLeft() if under else None,
                self._drag is not None and self._is_dragged(index),
            )
            paint_row(painter, box, self.blocks[index], self.shown(index), look, self.cells(index))
        if self.drop is not None:
            low = self.viewport().height() - 5
            y = self.top_of(self.drop.gap) - self.verticalScrollBar().value()
            paint_drop(painter, bar_x(self.drop.depth) - GRIP / 2, min(max(y, 5), low), self.viewport().width())
        painter.end()

    def _is_dragged(self, index: int) -> bool:
        assert self._drag is not None
        place = self.blocks[self._drag].place
        return self.blocks[index].place[: len(place)] == place
