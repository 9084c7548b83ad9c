"""Saying: one occurrence of a step as a step of a sheet, and every difference between the two as a sentence.

Rules of the file: a figure is compared as it will be written; what has no figure goes into the name or note. How long
it lasts and how fast it is asked come with the plan's segment; nothing is figured here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from app.core.athlete import Athlete
from app.core.describe import duration_words, length_words, step_words, target_words
from app.core.estimate import estimated_ms
from app.core.pace import Asked
from app.core.plan import Segment
from app.core.tongue import tr
from app.core.units import Millis, format_metres
from app.core.workout import (
    ByDistance,
    ByReps,
    ByTime,
    HeartRate,
    Length,
    Open,
    Pace,
    Race,
    RacePace,
    Split,
    Unit,
)
from app.interchange import wording
from app.interchange.paces import distance_of, pace_of, speed_of, to_step
from app.interchange.sheet import (
    Abilities,
    Asks,
    Ends,
    ForDistance,
    ForReps,
    ForTime,
    HeartShare,
    RaceSpeed,
    SheetStep,
    UntilPress,
)

ALL = Fraction(100)
_DECIMALS = 12
_SLOWEST_M_S, _FASTEST_M_S = Fraction(1, 4), Fraction(15)
"""Speeds that are figures: from a stroll that rests, an hour for a kilometre, to more than a record sprint, 12.4."""


@dataclass(slots=True)
class Said:
    """One step of a sheet in the making."""

    words: list[str] = field(default_factory=list)
    """What has no figure, in our notation."""
    losses: list[str] = field(default_factory=list)

    def instead(self, what: str, other: str) -> None:
        """Say that something is written as something else."""
        if what != other:
            self.losses.append(tr("{what} is written as {other}").format(what=what, other=other))


class Sayer:
    """Says steps in what a format knows."""

    def __init__(self, athlete: Athlete, abilities: Abilities) -> None:
        self._athlete = athlete
        self._can = abilities

    def step(self, segment: Segment) -> tuple[SheetStep | None, tuple[str, ...]]:
        """Return the step, None where nothing is left of it, and what does not come through."""
        said = Said()
        ends = self._ends(segment, said)
        if ends is None:
            return None, tuple(said.losses)
        asks = self._asks(segment, said)
        name, note = self._words(segment, said)
        step = SheetStep(ends, segment.intensity, asks, name, note, segment.activity)
        return step, tuple(said.losses)

    # How long

    def _ends(self, segment: Segment, said: Said) -> Ends | None:
        length = segment.step.length
        words = length_words(length)
        if segment.distance_m is not None:
            m = to_step(segment.distance_m, self._can.distance_m)
            is_same = m == segment.distance_m and isinstance(length, ByDistance)
            if not is_same or (isinstance(length, ByDistance) and (length.most or length.unit is Unit.LAP)):
                written = length_words(ByDistance(m))
                said.instead(self._metres(length, segment.distance_m, written), written)
            read = distance_of(m)
            if m == segment.distance_m != read.metres(m):
                told = tr("{what} is read back as {other}")
                said.losses.append(told.format(what=length_words(ByDistance(m)), other=length_words(read)))
            return ForDistance(m)
        if segment.duration_ms is not None or (segment.follows is not None and segment.expected_ms is not None):
            return self._time(length, segment.duration_ms or segment.expected_ms or 0, said)
        if isinstance(length, ByReps):
            return self._reps(length, segment, said)
        if not isinstance(length, Open):  # equal to a rep that nobody knows
            return self._press(segment, words, said)
        return self._press(segment, step_words(segment.step), said, is_open=True)

    def _metres(self, length: Length, metres: Fraction, written: str) -> str:
        """Write a length as it came, a whole mile in its metres; never as it will be written."""
        if isinstance(length, ByDistance) and not length.most and length.unit is not Unit.LAP:
            shown = length_words(ByDistance(metres))
            if shown != written:
                return shown
        shown = length_words(length)
        return shown if shown != written else tr("{n} m").format(n=format_metres(metres, _DECIMALS))

    def _time(self, length: Length, ms: Millis, said: Said) -> Ends | None:
        words = length_words(length)
        if not ms:
            said.losses.append(tr("{what} leaves no recovery, and is left out").format(what=words))
            return None
        cut = int(to_step(Fraction(ms), Fraction(self._can.time_ms)))
        if cut != ms or not isinstance(length, ByTime) or length.most_ms is not None:
            said.instead(words, duration_words(cut))
        return ForTime(cut)

    def _reps(self, length: ByReps, segment: Segment, said: Said) -> Ends:
        if self._can.has_reps:
            if length.most is not None:
                said.instead(length_words(length), length_words(ByReps(length.n)))
            return ForReps(length.n)
        said.words.append(wording.reps_note(length))
        if self._can.has_press:
            told = tr("{what} is written as words, and ended by the lap button")
            said.losses.append(told.format(what=length_words(length)))
        return self._press(segment, length_words(length), said, is_open=True)

    def _press(self, segment: Segment, what: str, said: Said, *, is_open: bool = False) -> Ends:
        about_ms = estimated_ms(segment)
        if self._can.has_press:
            if not is_open:
                said.losses.append(tr("{what} is ended by the lap button, since no pace is known").format(what=what))
            return UntilPress(about_ms)
        cut = int(to_step(Fraction(about_ms), Fraction(self._can.time_ms)))
        told = tr("{what} becomes {time}, a guess: {format} knows no lap button")
        said.losses.append(told.format(what=what, time=duration_words(cut), format=self._can.name))
        return ForTime(cut)

    # How fast

    def _asks(self, segment: Segment, said: Said) -> Asks | None:
        target = segment.step.target
        match target:
            case None:
                return self._of_race(segment, said)
            case HeartRate(low, high) if self._can.has_heart:
                share = HeartShare(*(to_step(end, self._can.heart_pct) for end in (low, high)))
                read = HeartRate(share.low_pct, share.high_pct)
                said.instead(target_words(target), target_words(read))
                return share
            case RacePace(race, shift_s=shift, to=None) if self._can.has_race and race is not Race.RACE and not shift:
                if target.or_faster:
                    said.words.append(wording.target_note(target))
                    said.instead(target_words(target), target_words(RacePace(race)))
                return RaceSpeed(race, ALL, ALL)
            case RacePace() | Pace() | Split() if segment.pace_s_per_m is not None and self._can.speed_m_s is not None:
                return self._speed(target, segment, said)
        said.words.append(wording.target_note(target))
        if isinstance(target, RacePace) and self._can.speed_m_s is not None and self._athlete.mile_s is None:
            told = tr("{what} is written as words, since no goal is set")
        else:
            told = tr("{what} is written as words")
        said.losses.append(told.format(what=target_words(target)))
        return None

    def _speed(self, target: RacePace | Pace | Split, segment: Segment, said: Said) -> Asks | None:
        assert segment.pace_s_per_m is not None
        assert self._can.speed_m_s is not None
        asked = Asked(segment.pace_s_per_m, segment.slowest_s_per_m)
        speed = speed_of(asked, self._can.speed_m_s)
        if not _SLOWEST_M_S <= speed.slow_m_s <= speed.fast_m_s <= _FASTEST_M_S:
            said.words.append(wording.target_note(target))
            told = tr("{what} is written as words: nobody runs like that")
            said.losses.append(told.format(what=target_words(target)))
            return None
        read = pace_of(speed, segment.distance_m, self._can.speed_m_s)
        if read == target:
            return speed
        if self._can.has_notes:
            said.words.append(wording.target_note(target))
        if isinstance(target, RacePace) or target.or_faster or not self._can.has_notes:
            said.instead(target_words(target), target_words(read))
        return speed

    def _of_race(self, segment: Segment, said: Said) -> Asks | None:
        """Return the goal pace that a race asks without saying so."""
        if segment.pace_s_per_m is None:
            return None
        goal = target_words(RacePace(Race.GOAL))
        if self._can.speed_m_s is None and not self._can.has_race:
            said.losses.append(tr("{what}, which a race asks by itself, is left out").format(what=goal))
            return None
        if self._can.has_race:
            said.losses.append(tr("{what}, which a race asks by itself, is written out").format(what=goal))
            return RaceSpeed(Race.GOAL, ALL, ALL)
        assert self._can.speed_m_s is not None
        asked = Asked(segment.pace_s_per_m, segment.slowest_s_per_m)
        speed = speed_of(asked, self._can.speed_m_s)
        said.instead(goal, target_words(pace_of(speed, segment.distance_m, self._can.speed_m_s)))
        return speed

    # Words

    def _words(self, segment: Segment, said: Said) -> tuple[str, str]:
        step, most = segment.step, self._can.name_chars
        names = [part for part in (step.name, wording.kind_of(step)) if part]
        words = said.words
        if step.race:
            words.append(wording.TIMED)
            said.losses.append(tr("a timed race is written as words, and nothing counts its laps from the finish line"))
        if self._can.has_notes:
            name, notes = (names[0] if names else ""), [*names[1:], *words, step.note]
        else:
            name, notes = wording.JOIN.join([*names, *words]), []
            if step.note:
                said.losses.append(tr("the note {words} is left out").format(words=repr(step.note)))
        cut = wording.cut_bytes(wording.cut_to(name, most), self._can.text_bytes)
        if name and not cut:
            told = tr("{words} is left out: {format} has no names of steps")
            said.losses.append(told.format(words=repr(name), format=self._can.name))
        elif cut != name:
            said.losses.append(tr("{words} is cut to {cut}").format(words=repr(name), cut=repr(cut)))
        note = wording.JOIN.join(part for part in notes if part)
        kept = wording.cut_bytes(note, self._can.text_bytes)
        if kept != note:
            said.losses.append(tr("{words} is cut to {cut}").format(words=repr(note), cut=repr(kept)))
        return cut, kept
