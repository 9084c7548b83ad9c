"""What stands where there is nothing to list: why, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.finding import Wanted
from app.ui.keycap import KeyCap
from app.ui.progress import HEIGHT, Progress
from app.ui.text import Text

WIDEST = 560
SHOWN = 40


class Vacant(QWidget):
    """A heading, a sentence, and keys with what they do; or a line of progress alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = Text("", design.LARGE, design.SEMIBOLD, parent=self)
        self.sentence = Text("", design.BODY, tone="quiet", parent=self).wrapped()
        self.progress = Progress(self)
        self.caps: list[KeyCap] = []
        for label in (self.heading, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def say(self, heading: str, sentence: str, ways: Sequence[tuple[str, str, Callable[[], object]]] = ()) -> None:
        """Say why nothing is listed.

        Args:
            heading: in a few words.
            sentence: with the way out.
            ways: key, verb, and what a click does.
        """
        self.progress.end()
        self.heading.say(heading)
        self.sentence.say(sentence)
        self.setAccessibleName(f"{heading}. {sentence}")
        if [(cap.key, cap.text()) for cap in self.caps] != [(key, verb) for key, verb, _do in ways]:
            for cap in self.caps:
                cap.deleteLater()
            self.caps = [KeyCap(key, verb, self) for key, verb, _do in ways]
            for cap, (_key, _verb, do) in zip(self.caps, ways, strict=True):
                cap.pressed.connect(do)
                cap.show()
        self._arrange()

    def say_closed(self, why: str) -> None:
        """Say that the data folder is not open."""
        self.say(tr("The data folder is not open"), why)

    def say_none(self) -> None:
        """Say that there are no workouts at all."""
        folder = tr(
            "Type one above and run it at once, or put workout files into the folder “workouts” of your data folder; "
            "“bell-lap doctor” says where that is."
        )
        self.say(tr("No workouts yet"), folder)

    def say_not_found(self, wanted: Wanted, clear: Callable[[], object], type_it: Callable[[], object]) -> None:
        """Say that nothing is as it was looked for."""
        text = wanted.text.strip()
        clears = (tr("esc"), tr("clear"), clear)
        if text:
            short = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
            self.say(
                tr("Nothing matches “{text}”").format(text=short),
                tr("Each word has to be in a workout's name, work, purpose or length."),
                (clears, ("/", tr("type it as a workout"), type_it)),
            )
        elif wanted == Wanted(favourites=True):
            self.say(tr("No favourites yet"), tr("The key * gives the chosen workout a star."), (clears,))
        else:
            self.say(tr("Nothing fits all of these filters"), tr("Take one of them away."), (clears,))

    def read(self, sentence: str) -> None:
        """Say that it is being read."""
        self.say("", "")
        self.progress.begin(sentence)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        width = min(WIDEST, self.width() - 24)
        said = self.sentence.heightForWidth(width) if self.sentence.text() else 0
        low = self.height() < 36 + said + 48
        left, y = 12, 4 if low else max(8, min(64, (self.height() - said - 100) // 3))
        self.heading.setGeometry(left, y, width, 0 if low and self.caps else 36)
        y += 0 if low and self.caps else 40
        self.sentence.setGeometry(left, y, self.width() - 24 if low else width, said)
        y += said + 12
        for cap in self.caps:
            size = cap.sizeHint()
            cap.setGeometry(left, y, size.width(), size.height())
            cap.setVisible(y + size.height() <= self.height())
            left += size.width() + 20
        self.progress.setGeometry(QRect(12, 12 if low else 48, width, HEIGHT))
