"""Blocks: a workout as rows that can be dragged, doubled and turned; the text follows each of them.

Where it stands: the editor's page shows it what it has read, and takes the new text when a block was changed. All that
is done to a text is done by `app.notation.editing`; here it is only asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.plan import Plan
from app.core.tongue import tr
from app.notation.editing import Edited, Figure, add, duplicate, insert, move, remove, step
from app.notation.places import Place
from app.notation.reading import Reading
from app.ui import design
from app.ui.block_drop import way_of
from app.ui.block_list import BlockList
from app.ui.block_menu import BlockMenu, New, Operation, choices_of, news
from app.ui.block_words import Block, Targets, blocks_of
from app.ui.text import Text
from app.ui.word_button import INSET, WordButton

AT_ONCE = 2_000
"""Characters of a text that is changed here, in a few milliseconds; a longer one is changed in the background."""
FOOT, LINE, GUTTER = 40, 30, 24
LOW = 220
"""Below this height the blocks need the room of a second line that adds."""
Ask = Callable[[Callable[[], Edited], Callable[[Edited], None]], None]


def at_once(slow: Callable[[], Edited], then: Callable[[Edited], None]) -> None:
    """Do it here and now."""
    then(slow())


class Blocks(QWidget):
    """The blocks of a text."""

    changed = Signal(str)
    """The whole new text, after a block was changed."""
    picked = Signal(int, int)
    """The characters of the block that a person chose."""
    said = Signal(str)
    """Why something could not be done; empty once something was."""

    def __init__(self, parent: QWidget, ask: Ask = at_once) -> None:
        """Make it, empty.

        Args:
            parent: of the widget.
            ask: does what is slow and hands the answer to the second in the window's thread, as `Background.ask`; for
                texts over `AT_ONCE`.
        """
        super().__init__(parent)
        self.text = ""
        self.reading = Reading(())
        self._targets = Targets()
        self._ask, self._waits = ask, False
        self.list = BlockList(self)
        self.list.chose.connect(self._pick)
        self.list.stepped.connect(self._step)
        self.list.dropped.connect(lambda place, before: self.do(partial(move, place=place, before=before)))
        self.list.asked.connect(self._asked)
        self.list.menu_asked.connect(self._open_menu)
        self.vacant = Text(
            tr("Type or paste a workout, or begin with one of these blocks."), tone="quiet", parent=self
        ).wrapped()
        self.vacant.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.foot = Text(tr("add"), design.SMALL, tone="quiet", parent=self)
        self.adds = [self._add_button(new) for new in news()]
        self._menu: BlockMenu | None = None
        self._foot = FOOT

    def _add_button(self, new: New) -> WordButton:
        button = WordButton(new.word, tr("add: {what}").format(what=new.word), self)
        button.clicked.connect(lambda: self.add(new))
        return button

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────────────

    def show(self, text: str = "", reading: Reading | None = None, plan: Plan | None = None) -> None:
        """Show the blocks of a text.

        Args:
            text: as it stands.
            reading: of that text; without one the widget itself is shown, as any other.
            plan: of that reading, for what is asked in seconds; None leaves it out.
        """
        if reading is None:
            super().show()
            return
        chosen = self.chosen.place if self.chosen is not None else ()
        if plan is not self._targets.plan:
            self._targets = Targets(plan)
        self._take(text, reading, chosen)

    def _take(self, text: str, reading: Reading, chosen: Place) -> None:
        self.text, self.reading, self._waits = text, reading, False
        self.list.show_blocks(blocks_of(reading), self._targets, chosen)
        self.vacant.setVisible(not self.list.blocks)
        self.list.setVisible(bool(self.list.blocks))

    @property
    def chosen(self) -> Block | None:
        """The block that is chosen."""
        index = self.list.chosen
        return self.list.blocks[index] if 0 <= index < len(self.list.blocks) else None

    def point_at(self, position: int) -> None:
        """Choose the block that the text cursor stands in, the inmost; none between two blocks."""
        blocks = self.list.blocks
        held = [n for n, block in enumerate(blocks) if block.start <= position <= block.end]
        self.list.choose(min(held, key=lambda n: (blocks[n].end - blocks[n].start, -blocks[n].depth), default=-1))

    # ── what is done ─────────────────────────────────────────────────────────────────────────────────────────────────

    def add(self, new: New) -> None:
        """Add a block: behind the chosen one, or where it belongs."""
        if new.where == "first":
            self.do(partial(insert, before=(0,), item=new.item))
            return
        chosen = self.chosen
        after = chosen.place if chosen is not None and not new.where else ()
        self.do(partial(add, after=after, item=new.item))

    def _pick(self, index: int) -> None:
        block = self.list.blocks[index]
        self.picked.emit(block.start, block.end)

    def _step(self, place: Place, figure: Figure, n: int) -> None:
        self.do(partial(step, place=place, figure=figure, n=n), keeps=True)

    def _asked(self, name: str) -> None:
        block = self.chosen
        if block is None:
            return
        if name == "pick":
            self._pick(self.list.chosen)
        elif name in ("duplicate", "remove"):
            self.do(partial(duplicate if name == "duplicate" else remove, place=block.place))
        else:
            before = way_of(self.list.blocks, self.list.chosen, name)
            if before is not None:
                self.do(partial(move, place=block.place, before=before))

    def _open_menu(self, point: QPoint) -> None:
        if self.chosen is not None:
            self._menu = BlockMenu(self, choices_of(self.chosen), lambda does: self.do(does, keeps=True))
            self._menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._menu.open_at(point)

    def do(self, operation: Operation, *, keeps: bool = False) -> None:
        """Change the text; one change at a time.

        Args:
            operation: what is done to text and reading.
            keeps: the block that is chosen stays so, whatever place of it was changed.
        """
        if self._waits:
            return
        ask = at_once if len(self.text) <= AT_ONCE else self._ask
        text, reading = self.text, self.reading
        block, dial = self.chosen, self.list.dial
        kept = block.place if block is not None and keeps else None
        self._waits = True
        ask(lambda: operation(text, reading), lambda edited: self._done(text, edited, kept, dial))

    def _done(self, text: str, edited: Edited, kept: Place | None, dial: int) -> None:
        if not self._waits or text != self.text:
            return  # another text was shown meanwhile
        self._waits = False
        self.said.emit(edited.said)
        if edited.said or edited.text == self.text:
            return
        self._take(edited.text, edited.reading, self._row_of(edited, kept))
        if kept is not None and dial in self.list.turning:
            self.list.dial = dial
        self.list.reveal()
        self.changed.emit(edited.text)

    def _row_of(self, edited: Edited, kept: Place | None) -> Place:
        """Return the place of the row to choose: the kept one while it is there, else that of the operation."""
        rows = {block.place for block in blocks_of(edited.reading)}
        place = kept if kept is not None and kept in rows else edited.place
        while place and place not in rows:
            place = place[:-1]
        return place

    # ── how it stands ────────────────────────────────────────────────────────────────────────────────────────────────

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list over the line that adds, or over two where the words are long and there is height for it."""
        width, height = self.width(), self.height()
        label = self.foot.fontMetrics().horizontalAdvance(self.foot.text()) + 10
        rooms = [button.sizeHint().width() for button in self.adds]
        has_label = GUTTER + label + sum(rooms) <= width
        left = GUTTER + label if has_label else max(0, min(GUTTER - INSET, width - sum(rooms)))
        x, line = left, 0
        stands: list[tuple[int, int]] = []
        for room in rooms:
            if x + room > width and x > left:
                x, line = left, line + 1
            stands.append((x, line))
            x += room
        lines = 0 if height < LOW else line
        self._foot = FOOT + LINE * lines
        top = height - self._foot + (FOOT - LINE) // 2
        self.foot.setVisible(has_label)
        self.foot.setGeometry(GUTTER, top - 1, label, LINE)
        for button, room, (at, number) in zip(self.adds, rooms, stands, strict=True):
            button.setVisible(number <= lines)
            button.setGeometry(at, top + LINE * number, room, LINE)
        self.list.setGeometry(0, 0, width, height - self._foot)
        self.vacant.setGeometry(QRect(GUTTER, 16, width - 2 * GUTTER, height - self._foot - 16))
        super().resizeEvent(event)

    def repaint_all(self) -> None:
        """Paint anew after a change of palette."""
        self.list.viewport().update()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line over what can be added."""
        painter = QPainter(self)
        painter.setPen(design.palette().of("line"))
        painter.drawLine(GUTTER, self.height() - self._foot, self.width(), self.height() - self._foot)
        painter.end()
