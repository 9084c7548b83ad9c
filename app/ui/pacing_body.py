"""The sections of pacing in one column, two or three, with the pace card among them; scrolled where they must be.

Rules of the file: it lays out and finds; what is set goes through the page.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.core.tongue import tr
from app.core.units import Metres
from app.ui.choices import Choices
from app.ui.field_section import Setter
from app.ui.options import PAD
from app.ui.race_sections import PaceSection, RaceSection
from app.ui.races import Goal
from app.ui.scroll import WIDTH as BAR
from app.ui.scroll import Scrolled
from app.ui.section import Section
from app.ui.split_card import Card, PaceCard
from app.ui.track_sections import LightSection, RabbitSection, TrackSection, TreadmillSection

TWO_FROM, THREE_FROM = 760, 1300
"""Widths from which there are so many columns."""
WIDEST = 560
"""A row wider than this is read across badly."""
APART, BETWEEN = 44, 22
RIGHT = BAR + 2
"""Beside the sections, for the scroll bar."""


class CardSection(Section):
    """The pace card under its heading."""

    def __init__(self, grew: Callable[[], None], parent: QWidget) -> None:
        super().__init__(tr("Pace card"), parent)
        self._grew = grew
        self.card = PaceCard(self)
        self.add(self.card)

    def show_card(self, heading: str, card: Card) -> None:
        """Show a card."""
        self.heading.say(heading)
        before = self.card.height_at(self.card.width())
        self.card.show_card(card)
        if self.card.height_at(self.card.width()) != before:
            self._grew()


class PacingBody(Scrolled):
    """Holds the sections."""

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(parent)
        self.race = RaceSection(setter, self.content)
        self.pace = PaceSection(setter, self.content)
        self.track = TrackSection(setter, self.content)
        self.card = CardSection(setter.grew, self.content)
        self.light = LightSection(setter, self.content)
        self.rabbits = RabbitSection(setter, self.content)
        self.treadmill = TreadmillSection(setter, self.content)

    @property
    def sections(self) -> tuple[Section, ...]:
        """All of them, as they are come to."""
        return (self.race, self.pace, self.track, self.card, self.light, self.rabbits, self.treadmill)

    @property
    def lines(self) -> list[tuple[QWidget, ...]]:
        """The controls line by line, as the arrows go through them."""
        return [line for section in self.sections for line in section.lines]

    def show_choices(self, choices: Choices, distance_m: Metres, goal: Goal, heading: str, card: Card) -> None:
        """Show what is set, and the race that is chosen."""
        pacing = choices.pacing
        self.race.show_race(distance_m, goal, pacing.start, choices.lead_in_s, choices.goal_s)
        self.pace.show_profile(pacing.profile, pacing.convention, len(card.laps))
        self.track.show_choices(choices)
        self.card.show_card(heading, card)
        self.light.show_light(pacing.light)
        self.rabbits.show_rabbits(pacing.rabbits)
        self.treadmill.show_choices(choices)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the sections out in as many columns as the width holds; what has the focus stays in view."""
        super().resizeEvent(event)
        self.arrange()
        focus = QApplication.focusWidget()
        if focus is not None and self.content.isAncestorOf(focus):
            self.show_control(focus)

    def arrange(self) -> None:
        """Put every section in its place."""
        room = self.width() - PAD - RIGHT
        columns = self._columns(room)
        n = len(columns)
        wide = min(WIDEST, (room - (n - 1) * APART) // n) if n > 1 else room
        spare = room - n * wide - (n - 1) * APART
        apart = APART + (spare // (n - 1) if n > 1 else 0)
        bottom = 0
        for number, sections in enumerate(columns):
            x, y = PAD + number * (wide + apart), 0
            for section in sections:
                tall = section.height_at(wide + section.INSET)
                section.setGeometry(QRect(x - section.INSET, y, wide + section.INSET, tall))
                section.arrange()
                y += tall + BETWEEN
            bottom = max(bottom, y - BETWEEN)
        self.content.resize(self.width() - BAR, max(bottom + 8, self.height()))

    def _columns(self, room: int) -> tuple[tuple[Section, ...], ...]:
        if room >= THREE_FROM:
            return ((self.race, self.pace), (self.card, self.track), (self.light, self.rabbits, self.treadmill))
        if room >= TWO_FROM:
            return ((self.race, self.pace, self.treadmill), (self.card, self.track, self.light, self.rabbits))
        return ((self.race, self.card, self.pace, self.track, self.light, self.rabbits, self.treadmill),)
