"""The panel of the chosen workout: what it is, what it asks of this athlete, its picture, and Start."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.plan import Plan
from app.core.tongue import tr
from app.ui import design
from app.ui.foot import Foot
from app.ui.keycap import Button
from app.ui.profile import ProfileStrip
from app.ui.progress import Progress
from app.ui.rename_field import RenameField
from app.ui.shelf import target_line, total_words
from app.ui.shortened import Shortened

TALL, LOW = 236, 60
LOW_UNDER = 420
"""A page that is lower has room for the name, the figures and Start alone."""


class ChosenPanel(QWidget):
    """Stands at the foot of the library page."""

    asked = Signal(str)
    """`edit`, `duplicate`, `rename` or `remove`: what is to be done with the chosen workout."""

    def __init__(self, start: Callable[[], None], favour: Callable[[], None], parent: QWidget) -> None:
        """Make an empty panel.

        Args:
            start: starts what is shown.
            favour: gives the chosen workout a star, or takes it away.
            parent: the page; its keys stand in the foot.
        """
        super().__init__(parent)
        self._plan: Plan | None = None
        self.name = Shortened("", design.LARGE, design.SEMIBOLD, parent=self)
        self.tags = Shortened("", design.SMALL, tone="quiet", parent=self)
        self.rename = RenameField(self)
        self.about = Shortened("", design.SMALL, tone="quiet", parent=self)
        self.about.setWordWrap(True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.total = Shortened("", design.SMALL, design.MEDIUM, parent=self)
        self.targets = Shortened("", design.SMALL, design.MEDIUM, parent=self)
        self.strip = ProfileStrip(self)
        self.strip.needle = False
        self.button = Button(tr("Start"), filled=True, parent=self)
        self.button.clicked.connect(start)
        self.progress = Progress(self)
        self.foot = Foot(
            (
                (tr("enter"), tr("start"), start),
                ("*", tr("favourite"), favour),
                ("E", tr("edit"), lambda: self.asked.emit("edit")),
                (tr("ctrl D"), tr("duplicate"), lambda: self.asked.emit("duplicate")),
                ("F2", tr("rename"), lambda: self.asked.emit("rename")),
                (tr("delete", "the key"), tr("remove", "a workout"), lambda: self.asked.emit("remove")),
                (tr("ctrl F"), tr("find"), lambda: None),
                ("/", tr("type one"), lambda: None),
            ),
            "|".join((tr("enter"), "*", "E", tr("delete", "the key"), "F2", tr("ctrl D"), tr("ctrl F"), "/")),
            self,
        )
        self.enter = self.foot.caps[tr("enter")]
        self.star = self.foot.caps["*"]
        self.find_key = self.foot.caps[tr("ctrl F")]
        self.type_key = self.foot.caps["/"]

    def show_plan(self, plan: Plan | None) -> None:
        """Show the picture and the figures of a plan; with none, nothing can be started."""
        if plan is self._plan:
            return
        self._plan = plan
        self.strip.show_plan(plan)
        self.button.setEnabled(plan is not None)
        self.enter.setEnabled(plan is not None)
        self.total.say(total_words(plan) if plan is not None else "")
        self.targets.say(target_line(plan) if plan is not None else "")
        self._arrange()

    def show_favourite(self, *, can_be: bool, is_one: bool) -> None:
        """Show what the star's key would do."""
        self.star.setEnabled(can_be)
        self.star.say(tr("no favourite") if is_one else tr("favourite"))
        self.foot.say("")
        self._arrange()

    def show_ways(self, tags: Sequence[str], *, can_edit: bool, can_copy: bool, is_own: bool) -> None:
        """Show its tags, and what can be done with it.

        Args:
            tags: by which it is found.
            can_edit: whether it can be opened in the editor.
            can_copy: whether it is a sound workout of the list.
            is_own: whether it is the athlete's, to be renamed and removed.
        """
        self.rename.leave()
        self.tags.say("  ·  ".join(tags))
        ways = {"E": can_edit, tr("ctrl D"): can_copy, "F2": is_own and can_copy, tr("delete", "the key"): is_own}
        self.foot.offer([key for key in self.foot.caps if ways.get(key, True)])
        self._arrange()

    @staticmethod
    def height_in(page_height: int) -> int:
        """Return the height it takes of a page."""
        return LOW if page_height < LOW_UNDER else TALL

    # Where it stands -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the line that parts it from the list."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        painter.fillRect(0, 0, self.width(), 1, design.palette().of("line"))
        painter.end()

    def _arrange(self) -> None:
        width = self.width()
        low = self.height() <= LOW
        size = self.button.sizeHint()
        button = size.width() + (0 if low else 28)
        words = width - button - 20
        is_plan = bool(self.total.text())
        self.name.setFont(design.lettering(design.BODY if low else design.LARGE, design.SEMIBOLD))
        self.foot.setVisible(not low)
        self.tags.setVisible(not low and bool(self.tags.text()))
        for part in (self.total, self.targets):
            part.setVisible(is_plan)
        self.strip.setVisible(is_plan and not low)
        self.about.setWordWrap(not low)
        self.about.setVisible(not low or not is_plan)
        if low:
            self.button.setGeometry(width - button, 8, button, 44)
            self.name.setGeometry(0, 6, words, 26)
            self.rename.setGeometry(0, 8, words, 44)
            self.about.setGeometry(0, 32, words, 24)
            self.progress.setGeometry(0, 6, words, 48)
            self._figures(32, words)
            return
        self.button.setGeometry(width - button, 16, button, 48)
        name = min(words, self.name.fontMetrics().horizontalAdvance(self.name.text()) + 4)
        self.name.setGeometry(0, 12, name if self.tags.text() else words, 36)
        self.tags.setGeometry(name + 16, 16, max(0, words - name - 16), 32)
        self.rename.setGeometry(0, 6, words, 46)
        self.progress.setGeometry(0, 52, words, 48)
        self.about.setGeometry(0, 52, words, 44 if is_plan else self.height() - 112)
        end = self._figures(100, width)
        self.strip.setGeometry(0, end, width, self.height() - 52 - end)
        self.foot.setGeometry(0, self.height() - 50, width, 48)

    def _figures(self, y: int, width: int) -> int:
        """Put total and targets beside each other, or below where there is no room; return where they end."""
        total = self.total.sizeHint().width() + 24
        beside = self.height() <= LOW or total + self.targets.sizeHint().width() <= width
        self.total.setGeometry(0, y, min(total, width) if beside else width, 24)
        left = total if beside else 0
        self.targets.setGeometry(left, y if beside else y + 24, max(0, width - left), 24)
        return y + 24 + (0 if beside or not self.targets.text() else 24)
