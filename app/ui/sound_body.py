"""The rows of the sound page: in one column, two or three, as the width allows; scrolled where they must be.

Rules of the file: it lays out and finds; what is set goes through the page.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.cues import TONES, WORDS, CueKind
from app.core.tongue import tr
from app.ui import cue_rows, loudspeaker
from app.ui.choices import Choices
from app.ui.cue_names import SAMPLES, mark_words, speed_words
from app.ui.cue_rows import HEAD, CueRow, CueRows
from app.ui.loudspeaker import Loudspeaker, Treadmill
from app.ui.options import PAD
from app.ui.scroll import WIDTH as BAR
from app.ui.scroll import Scrolled
from app.ui.switch import LEFT as INSET

TWO_FROM, THREE_FROM = 900, 1440
"""Widths from which there are so many columns."""
WIDEST = 520
"""A row wider than this is read across badly."""
APART = 40
HIGHEST = 62
"""Of a tone's row where there is room to spare."""
BETWEEN = 22
RIGHT = BAR + 2
"""Beside the rows, for the scroll bar."""


class Setter(cue_rows.Setter, loudspeaker.Setter, Protocol):
    """Takes all that a person sets in the rows."""


class SoundBody(Scrolled):
    """Holds the rows."""

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(parent)
        self.tones = CueRows(tr("Tones"), TONES, setter, self.content)
        self.words = CueRows(tr("Voice"), WORDS, setter, self.content)
        self.treadmill = Treadmill(setter, self.content)
        self.loudspeaker = Loudspeaker(setter, self.content)

    @property
    def rows(self) -> tuple[CueRow, ...]:
        """The rows of cues, tones first."""
        return (*self.tones.rows, *self.words.rows)

    @property
    def lines(self) -> list[tuple[QWidget, ...]]:
        """The controls line by line, as the arrows go through them."""
        loud = self.loudspeaker
        return [
            *(row.controls for row in self.rows),
            (self.treadmill.belt.holder,),
            (loud.output.holder,),
            (loud.less, loud.more, loud.tap),
        ]

    def row_of(self, control: QWidget | None) -> CueRow | None:
        """Return the row of cues that a control belongs to."""
        return next((row for row in self.rows if control is not None and row.isAncestorOf(control)), None)

    def show_choices(self, choices: Choices, state: str) -> None:
        """Show what is set, and what the loudspeaker says of itself."""
        abouts: dict[CueKind, str] = {
            **SAMPLES,
            CueKind.SAY_SPEED: speed_words(choices.belt),
            CueKind.SAY_MARK: mark_words(choices.pacing.light),
        }
        self.tones.show_choices(choices.sound, {})
        self.words.show_choices(choices.sound, abouts)
        self.treadmill.belt.show_value(choices.belt)
        self.loudspeaker.show_choices(choices.sound.output, choices.sound.offset_ms)
        self.loudspeaker.state.say(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out in as many columns as the width holds."""
        super().resizeEvent(event)
        room = self.width() - PAD - RIGHT
        height = self.height()
        n = 1 + (room >= TWO_FROM) + (room >= THREE_FROM)
        wide = (room - (n - 1) * APART) // n
        if n > 1:
            wide = min(wide, WIDEST)
        tall = self._tallest(n, height)
        below = 0 if n > 2 else Loudspeaker.HEIGHT + BETWEEN - 14
        spare = height - HEAD - Treadmill.HEIGHT - below
        voice = self.words.height_of(min(tall + 8, spare // len(self.words.rows)) if n > 1 else 0)
        tones = self.tones.height_of(tall)
        blocks: tuple[tuple[tuple[QWidget, int], ...], ...]
        mine = ((self.words, voice), (self.treadmill, Treadmill.HEIGHT))
        if n == 1:
            blocks = (((self.tones, tones + BETWEEN), *mine, (self.loudspeaker, Loudspeaker.HEIGHT)),)
        elif n == 2:
            blocks = (((self.tones, tones),), (*mine, (self.loudspeaker, Loudspeaker.HEIGHT)))
        else:
            blocks = (((self.tones, tones),), mine, ((self.loudspeaker, Loudspeaker.HEIGHT),))
        bottom = 0
        for column, parts in enumerate(blocks):
            x, y = PAD + column * (wide + APART), 0
            for part, part_height in parts:
                own = part_height - BETWEEN if part is self.tones and n == 1 else part_height
                if part is self.loudspeaker and y:
                    y += BETWEEN - 14
                inset = INSET if isinstance(part, CueRows) else 0
                part.setGeometry(QRect(x - inset, y, wide + inset, own))
                y += part_height
            bottom = max(bottom, y)
        self.content.resize(self.width() - BAR, max(bottom, height))

    def _tallest(self, n: int, height: int) -> int:
        """Return how high tone rows may be so that all is seen at once; 0 for their least."""
        if n == 1:
            return 0
        return min(HIGHEST, (height - HEAD - 4) // len(self.tones.rows))
