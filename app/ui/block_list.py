"""The list of blocks: pointer and keys say what is to be done with them; it changes no text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.notation.places import Place
from app.ui.block_drop import drop_at, is_kept
from app.ui.block_row import GRIP, INDENT, ROW, bar_x, menu_box
from app.ui.block_view import BlockView
from app.ui.block_words import Block, Targets
from app.ui.roll import BY_TAB

EDGE, FRAME_MS = 36, 16
"""Within so many pixels of an edge a drag scrolls, so often."""
HELD_MS, AGAIN_MS = 450, 90
"""A − or + that is held turns again after the one, and then every other."""
_KEYS = {
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): "up",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): "down",
    (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier): "out",
    (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier): "in",
    (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier): "duplicate",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "remove",
    (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier): "remove",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "pick",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): "pick",
}


class BlockList(BlockView):
    """Rows of blocks that can be chosen, turned and dragged."""

    stepped = Signal(object, object, int)
    """A figure is to be moved: its place, which, and by how many notches."""
    dropped = Signal(object, object)
    """A block is to be moved: its place, and the one before which it is to stand."""
    asked = Signal(str)
    """Something is to be done with the chosen block: `up`, `down`, `in`, `out`, `duplicate`, `remove`, `pick`."""
    menu_asked = Signal(QPoint)
    """The menu of the chosen block is to be opened there, on the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        self._scrolling = QTimer(self, interval=FRAME_MS)
        self._scrolling.timeout.connect(self._scroll_on)
        self.holding = QTimer(self)
        self.holding.timeout.connect(self._turn_on)
        self._held = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_blocks(self, blocks: Sequence[Block], targets: Targets, chosen: Place = ()) -> None:
        """Show blocks; what was dragged is let go where it was."""
        self._end_drag()
        super().show_blocks(blocks, targets, chosen)

    # ── the pointer ──────────────────────────────────────────────────────────────────────────────────────────────────

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn a dial, open the menu, or choose a row."""
        at = event.position()
        index = self.index_at(at.y())
        if index < 0 or event.button() is Qt.MouseButton.MiddleButton:
            return
        inside = at - self.box_of(index).topLeft()
        hit = self._dial_at(index, inside)
        on_menu = menu_box(self.viewport().width()).contains(inside)
        if event.button() is Qt.MouseButton.RightButton:
            self.choose(index, by_person=True)
            return  # the menu comes with its own event
        if hit is not None:
            number, n = hit
            self.choose(index, by_person=index != self.chosen)
            self.dial, self._held = number, n
            self._turn(n)
            self.holding.start(HELD_MS)
            return
        self.choose(index, by_person=True)
        if on_menu:
            self.menu_asked.emit(self.viewport().mapToGlobal(self._menu_point()))
            return
        self._pressed = at
        for cell in self.cells(index):
            if cell.dial.turns and cell.words.contains(inside):
                self.dial = cell.number
                self._settle()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light what is under the pointer, or drag."""
        self._at = event.position()
        if self._drag is not None:
            self._seek()
            return
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way = self._at - self._pressed
            if way.manhattanLength() >= QApplication.startDragDistance():
                self._drag = self.chosen
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self._scrolling.start()
                self._seek()
            return
        self._hover()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let a dragged block go."""
        self.holding.stop()
        drop, drag = self.drop, self._drag
        self._pressed = None
        self._end_drag()
        if drop is not None and drag is not None and not is_kept(drop, self.blocks[drag]):
            self.dropped.emit(self.blocks[drag].place, drop.before)

    def leaveEvent(self, event: QEvent) -> None:
        """Light nothing."""
        self._under = -1
        self.viewport().update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the chosen block."""
        if self.chosen >= 0:
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            self.menu_asked.emit(self.viewport().mapToGlobal(self._menu_point()) if by_key else event.globalPos())

    def _menu_point(self) -> QPoint:
        box = menu_box(self.viewport().width()).translated(self.box_of(self.chosen).topLeft())
        return box.bottomLeft().toPoint()

    def _hover(self) -> None:
        self._under = self.index_at(self._at.y())
        hand = Qt.CursorShape.ArrowCursor
        if self._under >= 0:
            inside = self._at - self.box_of(self._under).topLeft()
            if self._dial_at(self._under, inside) or menu_box(self.viewport().width()).contains(inside):
                hand = Qt.CursorShape.PointingHandCursor
            elif inside.x() < bar_x(self.blocks[self._under].depth):
                hand = Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(hand)
        self.viewport().update()

    def _dial_at(self, index: int, inside: QPointF) -> tuple[int, int] | None:
        for cell in self.cells(index):
            for box, n in ((cell.minus, -1), (cell.plus, 1)):
                if box is not None and box.adjusted(-3, -4, 3, 4).contains(inside):
                    return cell.number, n
        return None

    # ── dragging ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _seek(self) -> None:
        """Find where the dragged block would stand."""
        assert self._drag is not None
        index = self.index_at(min(max(self._at.y(), 0), self.viewport().height() - 1))
        box = self.box_of(index) if index >= 0 else QRectF()
        gap = len(self.blocks) if index < 0 else index + (self._at.y() > box.center().y())
        depth = max(0, round((self._at.x() - GRIP) / INDENT - 1))
        self.drop = drop_at(self.blocks, gap, depth, self.blocks[self._drag])
        self.viewport().update()

    def _scroll_on(self) -> None:
        """Scroll while a drag is near an edge, faster the nearer it is."""
        y, height = self._at.y(), self.viewport().height()
        by = min(0.0, y - EDGE) if y < EDGE else max(0.0, y - (height - EDGE))
        if by and self._drag is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(by / 3))
            self._seek()

    def _end_drag(self) -> None:
        self._drag, self.drop, self._pressed = None, None, None
        self._scrolling.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    # ── keys ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows, turn with plus and minus, move with Alt."""
        key, with_ = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        page = max(1, self.viewport().height() // ROW - 1)
        last = len(self.blocks) - 1
        ways = {
            Qt.Key.Key_Up: self.chosen - 1, Qt.Key.Key_Down: self.chosen + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
            Qt.Key.Key_PageUp: self.chosen - page, Qt.Key.Key_PageDown: self.chosen + page,
        }  # fmt: skip
        name = _KEYS.get((key, with_))
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._end_drag()
        elif name is not None and self.chosen >= 0:
            self.asked.emit(name)
        elif key in ways and with_ == Qt.KeyboardModifier.NoModifier and self.blocks:
            self.choose(min(max(ways[key], 0), last), by_person=True)
        elif event.text() in ("+", "=") and self.dial >= 0:
            self._turn(1)
        elif event.text() in ("-", "_", "−") and self.dial >= 0:
            self._turn(-1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.turning and not with_:
            self._next_dial(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Menu and self.chosen >= 0:
            self.menu_asked.emit(self.viewport().mapToGlobal(self._menu_point()))
        else:
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Let Tab go through the dials of the chosen row, then on."""
        return self._next_dial(1 if next else -1) or super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row if none is; enter at the last dial from behind."""
        if self.chosen < 0 and self.blocks and event.reason() in BY_TAB:
            self.choose(0)
        if event.reason() is Qt.FocusReason.BacktabFocusReason and self.turning:
            self.dial = self.turning[-1]
        self._settle()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are elsewhere."""
        self.viewport().update()
        super().focusOutEvent(event)

    def _next_dial(self, by: int) -> bool:
        turning = self.turning
        number = turning.index(self.dial) + by if self.dial in turning else -1
        if not 0 <= number < len(turning):
            return False
        self.dial = turning[number]
        self._settle()
        return True

    def _turn_on(self) -> None:
        """Turn on while − or + is held."""
        self.holding.setInterval(AGAIN_MS)
        if self.chosen >= 0 and self.dial >= 0 and QApplication.mouseButtons() is not Qt.MouseButton.NoButton:
            self._turn(self._held)

    def _turn(self, n: int) -> None:
        dial = self.shown(self.chosen).dials[self.dial]
        self.stepped.emit(dial.place, dial.figure, n)
