"""The sections of pacing in one column, two or three, with the pace card among them; scrolled where they must be.

Rules of the file: it lays out and finds; what is set goes through the page.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.core.units import Metres
from app.ui.choices import Choices
from app.ui.columns import Columns
from app.ui.field_section import Setter
from app.ui.race_sections import PaceSection, RaceSection
from app.ui.races import Goal
from app.ui.section import Section
from app.ui.split_card import Card, PaceCard
from app.ui.track_sections import LightSection, RabbitSection, TrackSection, TreadmillSection

TWO_FROM, THREE_FROM = 760, 1300
"""Widths from which there are so many columns."""


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


class PacingBody(Columns):
    """Holds the sections."""

    BETWEEN = 22

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

    def columns(self, room: int) -> tuple[tuple[Section, ...], ...]:
        """Return which sections stand in which column."""
        if room >= THREE_FROM:
            return ((self.race, self.pace), (self.card, self.track), (self.light, self.rabbits, self.treadmill))
        if room >= TWO_FROM:
            return ((self.race, self.pace, self.treadmill), (self.card, self.track, self.light, self.rabbits))
        return ((self.race, self.card, self.pace, self.track, self.light, self.rabbits, self.treadmill),)
