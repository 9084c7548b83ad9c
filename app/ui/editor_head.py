"""The head of the editor: the name, the tags, what can be done with it, and the button that runs it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.editor_tags import Tags
from app.ui.entry import Entry
from app.ui.keycap import Button
from app.ui.word_button import INSET, WordButton

NAME_CHARS = 200
TALL, LOW = 96, 80
NARROW = 40
"""What the head is higher where they stand below each other."""


class NameField(Entry):
    """The name, as large as it is read, with no frame; as long as it is empty the text's own name stands there."""

    left = Signal()
    """Enter or Down: on to the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, design.TITLE)
        self.setFont(design.lettering(design.TITLE, design.SEMIBOLD))
        self.setTextMargins(-2, 0, 0, 0)  # Qt has two of its own
        self.setAccessibleName(tr("name of the workout"))
        self.setMaxLength(NAME_CHARS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the text with Enter and Down."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name on the ground, and a line under it while it is written."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        if self.hasFocus():
            painter.fillRect(0, self.height() - 2, self.width(), 2, colours.of("line"))
        painter.end()
        super(Entry, self).paintEvent(event)


class EditorHead(QWidget):
    """Stands over text and plan."""

    asked = Signal(str)
    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ""
        self.name = NameField(self)
        self.name.textEdited.connect(lambda _text: self.edited.emit())
        self.save = Button(tr("Save"), parent=self)
        self.run = Button(tr("Run"), filled=True, parent=self)
        self.tags = Tags(self)
        self.tags.changed.connect(self.edited)
        self.acts = {
            what: WordButton(word, said, self)
            for what, word, said in (
                ("new", tr("new", "workout"), tr("a new workout")),
                ("rename", tr("rename"), tr("rename the workout")),
                ("duplicate", tr("duplicate"), tr("duplicate the workout")),
                ("export", tr("export"), tr("export the workout")),
                ("print", tr("print"), tr("print the workout")),
                ("delete", tr("delete", "a workout"), tr("delete the workout")),
            )
        }  # fmt: skip
        for what, button in (*self.acts.items(), ("save", self.save), ("run", self.run)):
            button.clicked.connect(lambda _checked, what=what: self.asked.emit(what))
        self.suggest("")

    def suggest(self, title: str) -> None:
        """Show which name it has as long as none is typed."""
        self._title = title
        shown = title or tr("A new workout")
        room = max(40, self.name.width() - 8)
        metrics = QFontMetrics(self.name.font())
        shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        if shown != self.name.placeholderText():
            self.name.setPlaceholderText(shown)

    def allow(self, *, runs: bool, saves: bool, is_kept: bool, is_empty: bool) -> None:
        """Say what can be done now.

        Args:
            runs: there is a plan.
            saves: there is something that is not saved.
            is_kept: it is a workout of the library.
            is_empty: nothing is written.
        """
        self.run.setEnabled(runs)
        self.save.setEnabled(saves)
        for what in ("duplicate", "export", "print"):
            self.acts[what].setEnabled(runs or (not is_empty and what == "duplicate"))
        self.acts["delete"].setEnabled(is_kept or not is_empty)
        self.acts["rename"].setEnabled(True)

    # Where it stands --------------------------------------------------------------------------------------------------

    def height_at(self, width: int, *, low: bool) -> int:
        """Return the height it takes in a width."""
        return (LOW if low else TALL) + (0 if low or self._is_beside(width) else NARROW)

    def _is_beside(self, width: int) -> bool:
        """Whether tags and acts have room in one line."""
        return self.tags.needed + 12 + sum(act.sizeHint().width() for act in self.acts.values()) <= width - INSET

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self.arrange()
        super().resizeEvent(event)

    def arrange(self) -> None:
        """Lay it out; what is read begins `INSET` behind the left, so that an act's ring has room."""
        width, low = self.width(), self.height() <= LOW
        tall = 40 if low else 48
        x = width - INSET
        for button in (self.run, self.save):
            wide = button.sizeHint().width()
            x -= wide
            button.setGeometry(x, 0, wide, tall)
            x -= 12
        px = design.TITLE if width >= 560 and not low else design.LARGE
        self.name.setFont(design.lettering(px, design.SEMIBOLD))
        self.name.setGeometry(INSET, 0, max(80, x - 12 - INSET), tall)
        self.suggest(self._title)
        y, line = tall + 8, 32
        is_below = not low and not self._is_beside(width)
        room = width if is_below else max(width - INSET - 12 - self.tags.needed, 0)
        shown: list[WordButton] = []
        taken = 0
        for act in self.acts.values():
            taken += act.sizeHint().width()
            act.setVisible(taken <= room)
            if taken <= room:
                shown.append(act)
        taken = sum(act.sizeHint().width() for act in shown)
        left = 0 if is_below else width - taken
        top = y + NARROW - 4 if is_below else y
        self.tags.setGeometry(INSET, y, width - 2 * INSET if is_below else width - taken - 12 - INSET, line)
        for act in shown:
            wide = act.sizeHint().width()
            act.setGeometry(left, top, wide, line - 2)
            left += wide
