"""A guess in the making: typed like a time, or moved from the target by arrows. Pure; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from app.core.errors import InputError
from app.core.tongue import tr
from app.core.units import Millis, format_lap, parse_time, to_millis

MOST_CHARS = 8
"""Of what is typed; `12:34.56` is long for a lap."""
TYPED = "0123456789:."
LEAST_MS: Millis = 100


@dataclass(frozen=True, slots=True)
class GuessEntry:
    """What stands in the field; nothing before the first key, so that the target is no guess."""

    target_s: Fraction
    """From which arrows move."""
    text: str = ""

    def typed(self, character: str) -> GuessEntry:
        """Return it with a character more; what no time has, or has no room, is left out."""
        if len(character) != 1 or character not in TYPED or len(self.text) >= MOST_CHARS:
            return self
        return replace(self, text=self.text + character)

    def erased(self) -> GuessEntry:
        """Return it without its last character."""
        return replace(self, text=self.text[:-1])

    def moved(self, by_ms: Millis) -> GuessEntry:
        """Return it slower, or faster where `by_ms` is below zero: from what stands there, else from the target."""
        try:
            from_ms = self.ms if self.text else 100 * round(self.target_s * 10)
        except InputError:
            from_ms = 100 * round(self.target_s * 10)
        return replace(self, text=format_lap(Fraction(max(LEAST_MS, from_ms + by_ms), 1000)))

    @property
    def ms(self) -> Millis:
        """What is said.

        Raises:
            InputError: it is no time.
        """
        try:
            return to_millis(parse_time(self.text))
        except InputError:
            raise InputError(tr("Write a lap as 1:19.5, or 79.5.")) from None
