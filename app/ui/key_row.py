"""One row of keys: what they do, their caps, and what is said while a new one is waited for.

Rules of the file: while the row waits it takes every key, so that any can be given; a key held down is not a key
pressed. It changes nothing itself: what a person asks goes to the setter, and comes back as what is set.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.key_caps import LINE, KeyCaps
from app.ui.keycap import KeyCap
from app.ui.keys import Act, is_key, key_name, label_of, usual
from app.ui.ring import paint_ring
from app.ui.text import Text
from app.ui.word_button import WordButton

INSET = 8
"""Room for the ring left of the words; a row that is to stand on a margin begins so much before it."""
LEAST = 40
WORDS = 0.44
"""Share of the width for what the keys do."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Setter(Protocol):
    """Takes what a person asks of the keys."""

    def give_key(self, act: Act, key: str) -> None:
        """Give an act a key, whoever has it."""
        ...

    def take_key(self, act: Act, key: str) -> None:
        """Take a key from an act."""
        ...

    def usual_keys(self, act: Act) -> None:
        """Give an act its usual keys."""
        ...

    def holder_of(self, key: str, act: Act) -> Act | None:
        """Return the other act that has a key."""
        ...

    def has_last(self, act: Act, key: str) -> bool:
        """Whether a key is the last of an act that may not be without one."""
        ...

    def no_change(self) -> str:
        """Return why no key can be changed now; empty if they can."""
        ...

    def grew(self) -> None:
        """Make room: a row has another height."""
        ...


class Stage(Enum):
    """What the row waits for."""

    REST = auto()
    WAITING = auto()
    """For a key."""
    ASKING = auto()
    """For a word on a key that another act has."""


class KeyRow(QAbstractButton):
    """Shows and changes the keys of one act."""

    def __init__(self, act: Act, setter: Setter, parent: QWidget) -> None:
        super().__init__(parent)
        self.act, self._setter = act, setter
        self.stage = Stage.REST
        self._offered = ""
        self.setText(act.words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.words = Text(act.words, design.SMALL, design.MEDIUM, parent=self).wrapped()
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.caps = KeyCaps(self)
        self.sentence = Text("", design.SMALL, parent=self).wrapped()
        self.sentence.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.take = KeyCap(tr("enter"), tr("take it"), self)
        self.leave = KeyCap(tr("esc"), tr("leave it"), self)
        self.take.clicked.connect(self._take_offered)
        self.leave.clicked.connect(self.rest)
        self.usual = WordButton(tr("usual keys"), tr("{act}: usual keys").format(act=act.words), self)
        self.usual.clicked.connect(self._as_usual)
        self.clicked.connect(self.wait)
        self._show_parts()

    # What it shows ----------------------------------------------------------------------------------------------------

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Show the keys that are in force."""
        caps = ", ".join(label_of(key) for key in keys) or tr("no key")
        self.setAccessibleName(f"{self.act.words}: {caps}")
        if keys != self.caps.keys:
            self.caps.show_keys(keys)
            self._show_parts()

    def say(self, sentence: str, tone: str = "quiet") -> None:
        """Say something below the caps; an empty sentence takes it away."""
        self.sentence.say(sentence, tone)
        self.setAccessibleDescription(sentence)
        self._show_parts()

    def _show_parts(self) -> None:
        for part, shown in (
            (self.sentence, bool(self.sentence.text())), (self.take, self.stage is Stage.ASKING),
            (self.leave, self.stage is Stage.ASKING),
            (self.usual, self.stage is Stage.REST and set(self.caps.keys) != set(usual(self.act))),
        ):  # fmt: skip
            part.setVisible(shown)
        self._setter.grew()
        self._arrange()
        self.update()

    # What a person asks -----------------------------------------------------------------------------------------------

    @property
    def is_waiting(self) -> bool:
        """Whether it takes every key."""
        return self.stage is not Stage.REST

    def wait(self) -> None:
        """Wait for a key, if keys can be changed now."""
        why_not = self._setter.no_change()
        if why_not:
            self.say(why_not, "slower")
            return
        self.setFocus()
        self.stage = Stage.WAITING
        self.say(tr("Press the new key for “{act}”. Esc keeps what it is.").format(act=self.act.words), "ink")

    def rest(self) -> None:
        """Wait no longer."""
        self.stage = Stage.REST
        self._offered = ""
        self.say("")

    def offer(self, key: str) -> None:
        """Take a key if it is free; else say whose it is, and ask."""
        if not is_key(key):
            said = tr(
                "That key always moves between what can be set, or out of here. Press another; Esc keeps what it is."
            )
            self.stage = Stage.WAITING
            self.say(said, "slower")
            return
        other = self._setter.holder_of(key, self.act)
        if other is None:
            self.rest()
            self.caps.choose(0)
            self._setter.give_key(self.act, key)
            return
        last = self._setter.has_last(other, key)
        said = (
            tr("{key} is the only key of “{other}”, which is never without one. Press another; Esc keeps what it is.")
            if last
            else tr("{key} is the key of “{other}”. Take it from there?")
        )
        self.stage = Stage.WAITING if last else Stage.ASKING
        self._offered = "" if last else key
        self.say(said.format(key=label_of(key), other=other.words), "slower")

    def _take_offered(self) -> None:
        key = self._offered
        self.rest()
        self.caps.choose(0)
        self._setter.give_key(self.act, key)

    def remove(self) -> None:
        """Take the chosen key away, but not the last of LAP."""
        key = self.caps.chosen
        if not key:
            return
        why_not = self._setter.no_change()
        if not why_not and self._setter.has_last(self.act, key):
            why_not = tr("“{act}” is never without a key: give it another first.").format(act=self.act.words)
        if why_not:
            self.say(why_not, "slower")
            return
        self.rest()
        self._setter.take_key(self.act, key)

    def _as_usual(self) -> None:
        why_not = self._setter.no_change()
        self.setFocus()
        self.say(why_not, "slower")
        if not why_not:
            self._setter.usual_keys(self.act)

    # Keys and the mouse -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take any key while it waits; else choose a cap, take one away, or begin to wait."""
        key = event.key()
        if self.is_waiting:
            name = key_name(event)
            if event.isAutoRepeat():
                pass
            elif key == Qt.Key.Key_Escape:
                self.rest()
            elif self.stage is Stage.ASKING and key in _ENTER:
                self._take_offered()
            elif name:
                self.offer(name)
            event.accept()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.caps.step(1 if key == Qt.Key.Key_Right else -1)
        elif key in _DELETE:
            self.remove()
        elif key in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab while it waits: it is answered like any other key."""
        return False if self.is_waiting else super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the chosen cap."""
        self.caps.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Wait no longer: keys go elsewhere now."""
        if self.is_waiting or self.sentence.text():
            self.rest()
        self.caps.update()
        super().focusOutEvent(event)

    # Where it stands --------------------------------------------------------------------------------------------------

    def height_at(self, width: int) -> int:
        """Return the height that it needs at a width."""
        return self._arrange(width, moving=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self, width: int | None = None, *, moving: bool = True) -> int:
        """Put each part in its place, or only return the height that they need at a width."""
        width = self.width() if width is None else width
        left = INSET + round(WORDS * (width - INSET))
        room = width - left
        beside = left - INSET - 12
        words = max(LEAST - 8, self.words.heightForWidth(beside))
        caps = room
        places = self.caps.places(room)
        last = places[-1] if places else QRectF(0, 0, 0, LINE)
        parts: list[tuple[QWidget, QRect]] = [(self.words, QRect(INSET, 4, beside, words))]
        y = 6 + round(last.y()) + LINE
        if self.sentence.text():
            said = self.sentence.heightForWidth(room) + 4
            parts.append((self.sentence, QRect(left, y, room, said)))
            y += said
        if self.stage is Stage.ASKING:
            take, leave = self.take.sizeHint(), self.leave.sizeHint()
            parts += [
                (self.take, QRect(QPoint(left, y + 2), take)),
                (self.leave, QRect(QPoint(left + take.width() + 16, y + 2), leave)),
            ]
            y += LINE + 2
        if not self.usual.isHidden():
            size = self.usual.sizeHint()
            fits = bool(places) and last.y() == 0 and last.right() + 8 + size.width() <= room
            caps = round(last.right()) + 4 if fits else room
            at = QPoint(left + caps, 4) if fits else QPoint(left - 6, y)
            parts.append((self.usual, QRect(at, size)))
            y += 0 if fits else size.height()
        parts.append((self.caps, QRect(left, 6, caps, round(last.y()) + LINE)))
        if moving:
            for part, place in parts:
                part.setGeometry(place)
        return max(LEAST, y + 2, words + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line below, and the ring."""
        painter = QPainter(self)
        painter.fillRect(QRectF(INSET, self.height() - 1, self.width() - INSET, 1), design.palette().of("line"))
        paint_ring(painter, self)
        painter.end()
