"""The head of the result page: what was run and when, the result, and what can be done with it.

Rules of the file: that something is not on disk is said here, where it is seen at once, not in the foot.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.ui import design
from app.ui.keycap import Button
from app.ui.outcome import APART, Outcome
from app.ui.text import Text

APART_PX = 12
BESIDE_OCCASION = 320
"""The occasion stands beside the buttons where it has this much room."""


class ResultHead(QWidget):
    """Holds occasion, headline and buttons."""

    def __init__(self, buttons: Mapping[str, Button], parent: QWidget) -> None:
        """Make it; the buttons stand from left to right, the last at the right edge."""
        super().__init__(parent)
        self._buttons = dict(buttons)
        for button in buttons.values():
            button.setParent(self)
        self.occasion = Text("", design.BODY, tone="quiet", parent=self)
        self.headline = Text("", design.FIGURE, design.BOLD, parent=self)
        self.beside = Text("", design.FIGURE, design.SEMIBOLD, parent=self)
        self.official = Text("", design.LEAD, design.MEDIUM, tone="quiet", parent=self)
        self.failure = Text("", design.BODY, tone="slower", parent=self).wrapped()
        self._occasion = ""

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what came out."""
        self._occasion = outcome.occasion
        self.headline.say(outcome.headline)
        self.beside.say(outcome.beside.value, outcome.beside.tone)
        self.official.say(outcome.official)

    def arrange_for(self, width: int, px: int) -> int:
        """Stand in a width, the headline at a size; the buttons beside it, or above it; return the height."""
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        taken = sum(button.sizeHint().width() + APART_PX for button in shown)
        wide = self._headline_width(px)
        is_beside = width - taken - 24 >= max(wide, 240)
        top = 0
        line = width
        if is_beside or width - taken >= BESIDE_OCCASION:
            self._row(shown, width - taken + APART_PX, 0)
            line = width - taken
        else:
            for row in self._rows(shown, width):
                self._row(row, width - sum(button.sizeHint().width() + APART_PX for button in row) + APART_PX, top)
                top += 52
        room = width - taken - 24 if is_beside else width
        self._fit_occasion(top, line)
        if line < width and not is_beside:
            top += 24
        while wide > room and px > design.LEAD:
            px -= 2
            wide = self._headline_width(px)
        tall = round(1.25 * px)
        left = self.headline.fontMetrics().horizontalAdvance(self.headline.text())
        self.headline.setGeometry(0, top + 26, min(left + 2, room), tall)
        left += round(0.45 * px)
        is_below = wide > room
        at = (0, top + 26 + tall, room, tall) if is_below else (left, top + 26, max(1, room - left), tall)
        self.beside.setGeometry(*at)
        y = top + 26 + tall * (2 if is_below else 1)
        y = self._place_official(y, (left, at), width, is_below=is_below)
        failure = self.failure.heightForWidth(width) if self.failure.text() else 0
        self.failure.setVisible(bool(failure))
        self.failure.setGeometry(0, y + 8, width, failure)
        return y + (failure + 8 if failure else 0)

    def _place_official(
        self, y: int, head: tuple[int, tuple[int, int, int, int]], width: int, *, is_below: bool
    ) -> int:
        """Put the official time on the headline, or on a line of its own; return where it ends."""
        left, (_x, top, _wide, tall) = head
        words = self.official.fontMetrics().horizontalAdvance(self.official.text())
        self.official.setVisible(bool(words))
        if not words:
            return y
        left = 0 if is_below else left
        left += self.beside.fontMetrics().horizontalAdvance(self.beside.text()) + round(0.6 * tall)
        if left + words <= width:
            drop = round(0.12 * tall)  # its small lettering stands on the large one's line
            self.official.setGeometry(left, top + drop, words + 2, tall - drop)
            return y
        self.official.setGeometry(0, y, width, 30)
        return y + 30

    def _headline_width(self, px: int) -> int:
        self.headline.setFont(design.lettering(px, design.BOLD))
        self.beside.setFont(design.lettering(px, design.MEDIUM))
        return sum(
            text.fontMetrics().horizontalAdvance(text.text()) + round(0.45 * px)
            for text in (self.headline, self.beside)
        )

    def _rows(self, shown: list[Button], width: int) -> list[list[Button]]:
        """Share the buttons among as few rows as hold them, the last ones first."""
        rows: list[list[Button]] = [[]]
        taken = 0
        for button in reversed(shown):
            size = button.sizeHint().width() + APART_PX
            if taken + size - APART_PX > width and rows[-1]:
                rows.append([])
                taken = 0
            rows[-1].insert(0, button)
            taken += size
        return rows

    def _row(self, shown: list[Button], left: int, top: int) -> None:
        for button in shown:
            size = button.sizeHint()
            button.setGeometry(left, top, size.width(), size.height())
            left += size.width() + APART_PX

    def _fit_occasion(self, top: int, width: int) -> None:
        """Say as much of the occasion as there is room for, in whole parts."""
        parts = self._occasion.split(APART)
        while len(parts) > 1 and self.occasion.fontMetrics().horizontalAdvance(APART.join(parts)) > width:
            parts.pop()
        self.occasion.say(APART.join(parts))
        self.occasion.setGeometry(0, top, width, 26)
