"""Tying: which mark a lap press belongs to, by when the athlete can have been there. Pure.

Rules of the file: it names the mark of a press and says how likely each mark is; it changes nothing. The pace asked
comes first, the athlete's own laps as they come, and no guess is thrown away while it may still turn out right: every
way to read the presses so far that is not hopeless is a *reading*, with its weight and with the pace it implies. So a
later press can make an earlier one certain, or show that it was read wrong.

The model by which readings are weighed: the pace is the pace asked times a *level*, which is near 1 and wanders from
lap to lap; a lap line is nearly always pressed, and a half as often as it has been so far; a press is now and then one
too many, soon after another. Deviations have the tails of Student's t: a runner stumbles more often than a bell curve
allows, and t takes no logarithm, so that the same presses have the same marks on every machine. The figures are those
of the runner in `tests/simulated_runner.py`, each a little wider than his; what they come to is measured there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt

from app.core.plan import Segment
from app.core.units import Millis

NO_MARK = 0
"""The number of a press that was at none of the marks."""
SURE = 0.98
"""A mark less likely than this is shown as unsure."""
RECENT = 12
"""How many presses back a later one may tell of an earlier one: three laps where each 100 m is pressed."""

_LEVELS = ((0.94, 0.06), (0.06, 0.15))
"""What is known of the level at the start: weight and SD of two guesses. The simulated goal is wrong by up to 5 %, and
a first lap by 4 %; the second guess is of one who set the goal for another day."""
_LAP_SD = 0.045
"""From one lap to the next; simulated 4 %."""
_WANDER_SD = 0.02
"""How far the level goes in a lap: a drift from -6 to +6 % over a mile is 3 % a lap, one of 6 % in all half of it."""
_THUMB_MS = 200.0
"""Of the time between two presses. Source for one: sd 70-100 ms (4304 presses, human timing studies); twice that for
two of them, with gloves on."""
_NU = 9
"""Degrees of freedom of the tails; odd, so that the power is whole."""
_LINES = (9.0, 10.0)
"""Lap lines pressed and passed, as if before the first: one in ten is missed."""
_HALVES = (0.8, 2.0)
"""The same of halves: nobody knows, and two laps tell."""
_TOO_MANY = 0.04
"""One press in 25 is too many; simulated one in 15 at most."""
_TOO_MANY_MS = 3000.0
"""Nearly all of those come sooner than this after another."""
_NOWHERE = 0.0005
"""One press in 2000 is far from everything."""
_STOOD = 0.005
"""Before one press in 200 the athlete stood still, up to half a lap's time, and forgot to pause."""
_NO_FINISH = 0.02
"""How often nobody presses at the finish, and the next press comes after it."""
_SOON = 0.5
"""Nobody is at the next mark in less than this part of the time expected. Source: as for `doubt.DOUBLE`."""
_HARDLY = 0.05
_HOPELESS = 1e-5
_MOST_READINGS = 32


@dataclass(frozen=True, slots=True)
class Tie:
    """What a press is taken for."""

    mark_number: int | None
    """1-based among the segment's marks; None where it was too soon to be at any."""
    chance: float
    """From 0 to 1."""

    @property
    def is_sure(self) -> bool:
        """Whether it need not be shown as unsure."""
        return self.chance >= SURE


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the presses so far."""

    weight: float
    numbers: tuple[int, ...] = ()
    """Of the mark of each press; `NO_MARK`, or one more than there are marks for a press after the end."""
    place: int = 0
    """The last mark passed; 0 at the start."""
    place_ms: Millis = 0
    level: float = 1.0
    """Running time over planned time, as it is to be expected."""
    variance: float = 0.0
    lines: tuple[float, float] = _LINES
    halves: tuple[float, float] = _HALVES


@dataclass(frozen=True, slots=True)
class Tying:
    """The presses of one segment so far, and every reading of them that is not hopeless."""

    _planned: tuple[Millis, ...]
    """Of the start and of each mark."""
    _halves: tuple[bool, ...]
    _lap_ms: float
    _readings: tuple[_Reading, ...]
    """The likeliest first; their weights are 1 together."""
    _last_ms: Millis = 0
    _is_soon: bool = False
    """Whether nobody could have been at the next mark yet."""

    @classmethod
    def begun(cls, segment: Segment) -> Tying | None:
        """Return a segment's tying before its first press; None where presses are counted, one mark after the other."""
        marks = segment.marks
        if not segment.is_tied:
            return None
        planned = [0]
        for mark in marks:
            if mark.planned_ms is None or mark.planned_ms <= planned[-1]:
                return None
            planned.append(mark.planned_ms)
        lap_ms = planned[-1] / segment.n_laps
        start = tuple(_Reading(weight, variance=sd * sd) for weight, sd in _LEVELS)
        return cls(tuple(planned), (False, *(mark.is_half for mark in marks)), lap_ms, start)

    @property
    def n_marks(self) -> int:
        """How many marks there are."""
        return len(self._planned) - 1

    def pressed(self, elapsed_ms: Millis, named: int | None = None, *, is_told: bool = False) -> Tying:
        """Return the tying with one more press.

        Args:
            elapsed_ms: running time since the segment began, no less than of the press before.
            named: its mark, where a person said which.
            is_told: a person said that there was a mark.
        """
        is_told = is_told or named is not None
        found: list[_Reading] = []
        for reading in self._readings:
            found += (one for one in self._at_marks(reading, elapsed_ms, is_told=is_told) if _is_at(one, named))
            if not is_told:
                found.append(self._too_many(reading, elapsed_ms))
        if not any(reading.weight for reading in found):
            found = [self._forced(elapsed_ms, named)]
        found.sort(key=_weight, reverse=True)
        least = _HOPELESS * found[0].weight
        kept = [reading for reading in found[:_MOST_READINGS] if reading.weight > least]
        total = sum(map(_weight, kept))
        return replace(
            self,
            _readings=tuple(replace(reading, weight=reading.weight / total) for reading in kept),
            _last_ms=elapsed_ms,
            _is_soon=self._is_before_all(elapsed_ms),
        )

    def chances(self, press: int = -1) -> dict[int, float]:
        """Return how likely each mark is for a press, by its index; `NO_MARK` is among them, and all are 1 together."""
        chances: dict[int, float] = {}
        for reading in self._readings:
            number = min(reading.numbers[press], self.n_marks)
            chances[number] = chances.get(number, 0.0) + reading.weight
        return chances

    def is_after_end(self, press: int = -1) -> bool:
        """Whether a press more likely came after the end, at which nobody had pressed."""
        return sum(one.weight for one in self._readings if one.numbers[press] > self.n_marks) > 1 / 2

    def tie(self, after: int, *, is_taken: bool = False) -> Tie:
        """Return what the last press is to be taken for.

        Args:
            after: the last mark that was recorded, whose number it passes whatever is likely.
            is_taken: it has been taken already, or a person vouches for it: it is at a mark in any case.
        """
        chances = self.chances()
        none = chances.pop(NO_MARK, 0.0)
        if self._is_soon and not is_taken and none > 1 / 2:
            return Tie(None, none)
        behind = {number: chance for number, chance in chances.items() if number > after}
        best = max(behind, key=lambda number: (behind[number], -number), default=after + 1)
        if behind.get(best, 0.0) < _HARDLY:  # earlier ones were read too far on: this one ends nothing it need not
            best = after + 1
        return Tie(best, behind.get(best, 0.0))

    # One more press ------------------------------------------------------------------------------------------------

    def _at_marks(self, reading: _Reading, elapsed_ms: Millis, *, is_told: bool) -> Iterator[_Reading]:
        """Yield what a reading becomes if the press was at each of the marks to come, or after the end."""
        taken_ms = elapsed_ms - reading.place_ms
        weight, lines, halves = reading.weight * (1 - _TOO_MANY - _NOWHERE), reading.lines, reading.halves
        for number in range(reading.place + 1, self.n_marks + 1):
            is_half, is_end = self._halves[number], number == self.n_marks
            piece_ms = self._planned[number] - self._planned[reading.place]
            laps = piece_ms / self._lap_ms
            noise = _LAP_SD * _LAP_SD / max(1.0, laps)  # over several laps their own errors even out
            sd = sqrt(piece_ms * piece_ms * (reading.variance + noise) + _THUMB_MS * _THUMB_MS)
            late_ms = taken_ms - reading.level * piece_ms
            pressed, passed = halves if is_half else lines
            share = 1 - _NO_FINISH if is_end else pressed / passed
            noise += (_THUMB_MS / piece_ms) ** 2
            gain = reading.variance / (reading.variance + noise)
            here = replace(
                reading,
                weight=weight * share * (1 - _STOOD) * _student(late_ms / sd) / sd,
                numbers=(*reading.numbers, number),
                place=number,
                place_ms=elapsed_ms,
                level=reading.level + gain * (taken_ms / piece_ms - reading.level),
                variance=(1 - gain) * reading.variance + _WANDER_SD * _WANDER_SD * min(1.0, laps),
                lines=lines if is_half else (pressed + 1, passed + 1),
                halves=(pressed + 1, passed + 1) if is_half else halves,
            )
            yield here
            if 3 * sd < late_ms < 3 * sd + self._lap_ms / 2:
                stood = weight * share * _STOOD * 2 / self._lap_ms
                yield replace(here, weight=stood, level=reading.level, variance=reading.variance)
            weight *= 1 - share
            if is_half:
                halves = (pressed, passed + 1)
            else:
                lines = (pressed, passed + 1)
            if is_end and late_ms > 0 and not is_told:
                yield replace(here, weight=weight / self._lap_ms, numbers=(*reading.numbers, number + 1))

    def _too_many(self, reading: _Reading, elapsed_ms: Millis) -> _Reading:
        since = (elapsed_ms - self._last_ms) / _TOO_MANY_MS
        soon = _TOO_MANY * 3 / _TOO_MANY_MS / (1 + since) ** 4  # Lomax: one in eight later than _TOO_MANY_MS
        weight = reading.weight * (soon + _NOWHERE / self._lap_ms)
        return replace(reading, weight=weight, numbers=(*reading.numbers, NO_MARK))

    def _is_before_all(self, elapsed_ms: Millis) -> bool:
        best = self._readings[0]
        if best.place >= self.n_marks:
            return False
        piece_ms = self._planned[best.place + 1] - self._planned[best.place]
        return elapsed_ms - best.place_ms < _SOON * best.level * piece_ms

    def _forced(self, elapsed_ms: Millis, named: int | None) -> _Reading:
        """Return a reading of a press that fits none: what a person says is so, whatever pace it comes to."""
        best = self._readings[0]
        number = named or min(best.place + 1, self.n_marks)
        level, (_, sd) = elapsed_ms / self._planned[number], _LEVELS[-1]
        numbers = (*best.numbers, number)
        return _Reading(1.0, numbers, number, elapsed_ms, level, sd * sd, best.lines, best.halves)


def _is_at(reading: _Reading, named: int | None) -> bool:
    return named in (None, reading.place)


def _student(z: float) -> float:
    """Return the density of Student's t, but for a constant."""
    return float((1 + z * z / _NU) ** (-(_NU + 1) // 2))


def _weight(reading: _Reading) -> float:
    return reading.weight
