"""The editor: the text at the left, and as one types, what it comes to at the right.

Rules of the file: the text is the one truth; blocks, mends and examples change the text, and each of them is a step to
undo. What is asked of the page is told by `asked` once the text that stands here has been read; it answers nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.plan import Plan
from app.core.tongue import tr
from app.core.workout import Workout
from app.ui import design
from app.ui.blocks import GUTTER, Ask, at_once
from app.ui.editor_head import EditorHead
from app.ui.editor_keys import make_foot, take_key
from app.ui.editor_notes import Told
from app.ui.editor_plan import EditorPlan
from app.ui.editor_reading import NOTHING, Understood, sentence_of
from app.ui.editor_side import TextSide
from app.ui.foot import HEIGHT as FOOT
from app.ui.word_button import INSET

BESIDE = 540
"""From this width on text and plan stand beside each other."""
LOW = 420
"""A page that is lower has its parts as flat as they go."""
FOOT_FROM = 560


class EditorPage(QWidget):
    """Writes a workout."""

    edited = Signal()
    """Text, name or tags have changed."""
    asked = Signal(str)
    """`new`, `save`, `run`, `duplicate`, `delete`, `rename`, `export` or `print`."""
    wants_goal = Signal()

    def __init__(self, read: Callable[[str], None], ask: Ask = at_once) -> None:
        """Make an empty page.

        Args:
            read: called with each text; its answer comes by `show_understood`.
            ask: does what is slow in the background.
        """
        super().__init__()
        self._read = read
        self._understood = NOTHING
        self._kept: tuple[str, str, tuple[str, ...]] = ("", "", ())
        self._waits: list[str] = []
        """What is to be asked once the text is read."""
        self._renames = False
        self.workout_id = ""
        """Of the workout that stands here; empty for one that was never saved."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.head = EditorHead(self)
        self.told = Told(self)
        self.side = TextSide(self)
        self.text_area, self.remarks = self.side.area, self.side.remarks
        self.plan_side = EditorPlan(self, ask)
        self.foot = make_foot(self)
        self.head.asked.connect(self.ask)
        self.head.edited.connect(self._edited)
        self.head.tags.changed.connect(self._arrange)
        self.head.name.left.connect(self.text_area.setFocus)
        self.head.name.editingFinished.connect(self._named)
        self.told.changed.connect(self._arrange)
        self.side.changed.connect(self._text_changed)
        self.side.moved.connect(self.plan_side.blocks.point_at)
        self.plan_side.blocks.changed.connect(self.text_area.take)
        self.plan_side.blocks.said.connect(self.say)
        self.plan_side.blocks.picked.connect(self.text_area.choose)
        self.plan_side.wants_goal.connect(self.wants_goal)
        blocks = self.plan_side.blocks
        head = (self.head.name, self.head.save, self.head.run, self.head.tags.field, *self.head.acts.values())
        line = (*head, self.told.button, *self.side.stops, self.plan_side.goal, blocks.list, *blocks.adds)
        for one, other in pairwise(line):
            QWidget.setTabOrder(one, other)
        self._show_state()

    # What stands here -------------------------------------------------------------------------------------------------

    def open_text(
        self,
        text: str,
        *,
        name: str = "",
        workout_id: str = "",
        tags: tuple[str, ...] = (),
        told: tuple[str, ...] = (),
    ) -> None:
        """Show another workout; whoever calls this has seen to the one that stood here.

        Args:
            text: as a coach writes it.
            name: empty where the text is to name it.
            workout_id: of its file, empty for one that was never saved.
            tags: of it.
            told: what an import could not carry, one sentence each.
        """
        self._waits, self._renames = [], False
        self.head.name.setText(name)
        self.head.name.setCursorPosition(0)
        self.head.tags.show_words(tags)
        self.side.open(text)
        self.told.tell(told)
        self._arrange()
        self.mark_kept(workout_id)

    def put_text(self, text: str, name: str, tags: tuple[str, ...]) -> None:
        """Show what is not saved, in the place of what was opened."""
        self.head.name.setText(name)
        self.head.name.setCursorPosition(0)
        self.head.tags.show_words(tags)
        self.side.open(text)
        self._show_state()

    def mark_kept(self, workout_id: str, stood: tuple[str, str, tuple[str, ...]] | None = None) -> None:
        """Take something for saved, under an id; with none, for what there was to begin with.

        Args:
            workout_id: of its file.
            stood: what was saved, where `stands` may be another by now; None takes what stands here.
        """
        self.workout_id = workout_id
        self._kept = self.stands if stood is None else stood
        self._show_state()

    def show_name(self, name: str) -> None:
        """Show the name that the saved workout has now."""
        text, _, tags = self._kept
        self._kept = text, name, tags
        self.head.name.setText(name)
        self._show_state()

    @property
    def stands(self) -> tuple[str, str, tuple[str, ...]]:
        """Text, name as it is typed, and tags."""
        return self.text(), self.head.name.text().strip(), self.tags()

    @property
    def is_changed(self) -> bool:
        """Whether something stands here that is not saved."""
        return self.stands != self._kept

    def text(self) -> str:
        """Return the text."""
        return self.text_area.text()

    def name(self) -> str:
        """Return the name: as typed, else the text's own."""
        return self.head.name.text().strip() or self._understood.title

    def tags(self) -> tuple[str, ...]:
        """Return the tags."""
        return self.head.tags.words

    @property
    def is_read(self) -> bool:
        """Whether the text that stands here has been read; then `workout` and `plan` are what it says."""
        return self._understood.text.strip() == self.text().strip()

    def plan(self) -> Plan | None:
        """Return what would run now; None for nothing."""
        plan = self._understood.plan
        return None if plan is None else replace(plan, workout=replace(plan.workout, name=self.name()))

    def workout(self) -> Workout | None:
        """Return what would be saved now; None for nothing. What was not understood is left out of it."""
        plan = self.plan()
        return None if plan is None else plan.workout

    def say(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
        """Say quietly what has been done, with a way back."""
        self.side.say(sentence, undo)

    # What is asked ----------------------------------------------------------------------------------------------------

    def ask(self, what: str) -> None:
        """Ask for something, as soon as the text that stands here has been read."""
        if what == "rename":
            self._renames = True
            self.head.name.setFocus()
            self.head.name.selectAll()
        elif what == "new" or self.is_read:
            self._ask_now(what)
        elif what not in self._waits:
            self._waits.append(what)

    def _ask_now(self, what: str) -> None:
        if what == "run" and self._understood.plan is None:
            self.say(sentence_of(self._understood) or tr("There is nothing to run in it yet."))
        else:
            self.asked.emit(what)

    def _named(self) -> None:
        if self._renames and self.is_changed:
            self.asked.emit("rename")
        self._renames = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that neither a field nor a workout under way has taken."""
        if not take_key(self, event):
            super().keyPressEvent(event)

    def leave_field(self) -> None:
        """Leave the field that has the focus: the keys are the page's again."""
        self.setFocus()

    # What is written --------------------------------------------------------------------------------------------------

    def _text_changed(self) -> None:
        self._read(self.text())
        self._edited()

    def _edited(self) -> None:
        self._show_state()
        self.edited.emit()

    def read_again(self) -> None:
        """Read the text anew: for another goal, another track."""
        self._read(self.text())

    def show_understood(self, understood: Understood) -> None:
        """Show what the text says."""
        self._understood = understood
        self.plan_side.show_understood(understood)
        self.side.show_understood(understood)
        self._show_state()
        waits, self._waits = self._waits, []
        for what in waits:
            self._ask_now(what)

    def _show_state(self) -> None:
        is_empty = not self.text().strip()
        self.head.suggest("" if is_empty else self._understood.title)
        runs = not is_empty and (self._understood.plan is not None or not self.is_read)
        self.head.allow(runs=runs, saves=self.is_changed, is_kept=bool(self.workout_id), is_empty=is_empty)

    # Where it stands --------------------------------------------------------------------------------------------------

    def repaint_all(self) -> None:
        """Paint anew after a change of palette."""
        self.plan_side.repaint_all()
        self.side.show_remarks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew."""
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        painter.end()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        margin = 40 if width > 800 else 16
        inner = width - 2 * margin
        low = height < LOW
        top, apart = (6, 6) if low else (24, 14) if height > 640 else (12, 10)
        head = self.head.height_at(inner + 2 * INSET, low=low)
        self.head.setGeometry(margin - INSET, top, inner + 2 * INSET, head)
        self.head.arrange()
        y = top + head + apart
        told = min(self.told.height_at(inner), height // 4)
        self.told.setGeometry(margin, y, inner, told)
        y += told + (apart if told else 0)
        beside = inner >= BESIDE
        has_foot = beside and height >= FOOT_FROM
        self.foot.setVisible(has_foot)
        self.foot.setGeometry(margin, height - FOOT, inner, FOOT)
        bottom = height - (FOOT + 4 if has_foot else 8)
        if beside:
            gap = 40 if inner > 800 else 20
            left = round(0.53 * (inner - gap))
            self.plan_side.inset = GUTTER if gap > GUTTER else 0
            x = margin + left + gap - self.plan_side.inset
            self.side.setGeometry(margin, y, left, bottom - y)
            self.plan_side.setGeometry(x, y, margin + inner - x, bottom - y)
        else:
            tall = round(0.5 * (bottom - y))
            self.plan_side.inset = 0
            self.side.setGeometry(margin, y, inner, bottom - tall - y - 8)
            self.plan_side.setGeometry(margin, bottom - tall, inner, tall)
