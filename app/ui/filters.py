"""Filters: chips in one line that slides where it is longer than the room; Tab enters, arrows go on, Space switches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.tongue import tr
from app.core.workout import Purpose
from app.ui import design
from app.ui.finding import Long, Wanted, fold, long_words, purpose_words, short_words
from app.ui.ring import paint_ring
from app.ui.star import paint_star

HEIGHT = 36
PAD, APART, GROUPS_APART = 10, 4, 12
STAR = 16
FADE = 32


class Chip(QCheckBox):
    """One filter: a check box to assistive technology."""

    def __init__(self, text: str, name: str, moved: Callable[[Chip, int], None], parent: QWidget) -> None:
        """Make a chip.

        Args:
            text: its word.
            name: for assistive technology.
            moved: called with the chip and −1 or 1 when an arrow key leaves it.
            parent: of the widget.
        """
        super().__init__(text, parent)
        self.setAccessibleName(name)
        self.has_star = False
        self._moved = moved
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room for the word."""
        metrics = QFontMetrics(design.lettering(design.SMALL, design.SEMIBOLD))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * PAD + (STAR + 8 if self.has_star else 0), HEIGHT)

    def hitButton(self, pos: QPoint) -> bool:
        """Let all of it be pressed."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next chip with an arrow."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self._moved(self, way)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word in its frame, filled while it holds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        holds = self.isChecked()
        box = QRectF(self.rect()).adjusted(2, 4, -2, -4)
        painter.setPen(QPen(colours.of("ink" if holds else "line"), 1.4))
        painter.setBrush(colours.of("ink") if holds else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        ink = colours.of("ground" if holds else "ink" if self.underMouse() or self.hasFocus() else "quiet")
        words = QRectF(self.rect()).adjusted(PAD, 0, -PAD, 0)
        if self.has_star:
            paint_star(painter, QRectF(PAD, (self.height() - STAR) / 2, STAR, STAR), ink, filled=True)
            words.setLeft(PAD + STAR + 8)
        painter.setFont(design.lettering(design.SMALL, design.SEMIBOLD if holds else design.REGULAR))
        painter.setPen(ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        paint_ring(painter, self)
        painter.end()


class Filters(QWidget):
    """The line of chips: favourites, tags, purposes, lengths."""

    def __init__(self, changed: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("filters"))
        self._changed = changed
        self._line = QWidget(self)
        self._edges = _Edges(self)
        self.favourites: Final = self._chip(tr("favourites"), tr("only favourites"))
        self.favourites.has_star = True
        self.purposes: dict[Purpose, Chip] = {}
        self.lengths: Final = {
            length: self._chip(short_words(length), tr("length: {length}").format(length=long_words(length)))
            for length in Long
        }
        self.tags: dict[str, Chip] = {}
        """By what they are folded to."""
        self._enter_at(self.favourites)

    def _chip(self, text: str, name: str) -> Chip:
        chip = Chip(text, name, self._move, self._line)
        chip.clicked.connect(lambda: self._switched(chip))
        return chip

    def _switched(self, chip: Chip) -> None:
        self._enter_at(chip)
        self._changed()

    @property
    def chips(self) -> tuple[Chip, ...]:
        """All of them, from left to right."""
        return (self.favourites, *self.tags.values(), *self.purposes.values(), *self.lengths.values())

    def offer(self, purposes: Sequence[Purpose], tags: Sequence[str] = ()) -> None:
        """Offer the purposes and the tags that there are; those that held and are there still hold on."""
        if (tuple(self.purposes), tuple(self.tags)) == (tuple(purposes), tuple(map(fold, tags))):
            return
        holding = {name for name, chip in (*self.purposes.items(), *self.tags.items()) if chip.isChecked()}
        for chip in (*self.purposes.values(), *self.tags.values()):
            chip.deleteLater()
        self.purposes = {
            purpose: self._chip(purpose_words(purpose), tr("purpose: {purpose}").format(purpose=purpose_words(purpose)))
            for purpose in purposes
        }
        self.tags = {fold(tag): self._chip(tag, tr("tag: {tag}").format(tag=tag)) for tag in tags}
        for name, chip in (*self.purposes.items(), *self.tags.items()):
            chip.setChecked(name in holding)
        for before, chip in zip(self.chips, self.chips[1:], strict=False):
            QWidget.setTabOrder(before, chip)
        self._enter_at(self.favourites)
        self._arrange()

    def wanted(self, text: str) -> Wanted:
        """Return what is looked for, with the text of the search."""
        return Wanted(
            text,
            frozenset(purpose for purpose, chip in self.purposes.items() if chip.isChecked()),
            frozenset(length for length, chip in self.lengths.items() if chip.isChecked()),
            self.favourites.isChecked(),
            frozenset(tag for tag, chip in self.tags.items() if chip.isChecked()),
        )

    def clear(self) -> None:
        """Switch all of them off; who calls it knows."""
        for chip in self.chips:
            chip.setChecked(False)

    def _enter_at(self, chip: Chip) -> None:
        """Let Tab enter the line at one chip."""
        for each in self.chips if hasattr(self, "lengths") else (chip,):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is chip else Qt.FocusPolicy.NoFocus)

    def _move(self, chip: Chip, way: int) -> None:
        chips = self.chips
        to = chips[(chips.index(chip) + way) % len(chips)]
        self._enter_at(to)
        to.setFocus(Qt.FocusReason.TabFocusReason)
        self._slide_to(to)

    # Where it stands -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the line out anew."""
        self._arrange()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Slide the line with the wheel, whichever way it turns."""
        turn = event.angleDelta()
        self._slide(self._line.x() + (turn.x() or turn.y()) // 2)
        event.accept()

    def _arrange(self) -> None:
        x = 0
        firsts = {next(iter(group.values()), None) for group in (self.purposes, self.lengths, self.tags)}
        for chip in self.chips:
            x += (GROUPS_APART if chip in firsts else APART) if x else 0
            size = chip.sizeHint()
            chip.setGeometry(x, 0, size.width(), HEIGHT)
            chip.show()
            x += size.width()
        self._line.resize(x, HEIGHT)
        self._edges.setGeometry(self.rect())
        self._slide(self._line.x())

    def _slide(self, x: int) -> None:
        self._line.move(max(min(0, self.width() - self._line.width()), min(0, x)), 0)
        self._edges.raise_()
        self._edges.update()

    def _slide_to(self, chip: Chip) -> None:
        room = QRect(-self._line.x() + FADE, 0, self.width() - 2 * FADE, HEIGHT)
        if chip.geometry().left() < room.left():
            self._slide(FADE - chip.geometry().left())
        elif chip.geometry().right() > room.right():
            self._slide(self.width() - FADE - chip.geometry().right())

    def hides_left_and_right(self) -> tuple[bool, bool]:
        """Whether chips stand beyond the left and the right edge."""
        return self._line.x() < 0, self._line.x() + self._line.width() > self.width()


class _Edges(QWidget):
    """Fades the line out where it goes on beyond the edge."""

    def __init__(self, filters: Filters) -> None:
        super().__init__(filters)
        self._filters = filters
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the fades."""
        painter = QPainter(self)
        ground = design.palette().of("ground")
        clear = design.palette().of("ground")
        clear.setAlpha(0)
        left, right = self._filters.hides_left_and_right()
        for is_there, x, from_x, to_x in (
            (left, 0, 0, FADE),
            (right, self.width() - FADE, self.width(), self.width() - FADE),
        ):
            if is_there:
                fade = QLinearGradient(from_x, 0, to_x, 0)
                fade.setColorAt(0, ground)
                fade.setColorAt(1, clear)
                painter.fillRect(x, 0, FADE, self.height(), fade)
        painter.end()
