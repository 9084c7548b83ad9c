"""Carrying in: one step of a sheet as a step of ours, as far as our notation can write it.

Rules of the file: a step that comes out of here is written and read back as the same step; what stands in the way of
that is left out, and said. A target in words stands only where the file's own figure says the same.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from app.core.athlete import Athlete
from app.core.describe import target_words
from app.core.errors import WorkoutError
from app.core.pace import Asked, asked_pace
from app.core.tongue import tr
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    HeartRate,
    Intensity,
    Length,
    Open,
    Pace,
    RacePace,
    Split,
    Step,
    Target,
)
from app.interchange.paces import SPEED_STEP, distance_of, pace_of, speed_of, time_of
from app.interchange.sheet import Asks, Ends, ForDistance, ForReps, ForTime, HeartShare, RaceSpeed, SheetStep, Speed
from app.interchange.wording import Words, cut_to, hard_words, reps_note, soft_words
from app.notation.reading import parse_text
from app.notation.writing import format_step

SOFT = (Intensity.RECOVERY, Intensity.REST)
_MANNERS = (Activity.JOG, Activity.WALK, Activity.FLOAT, Activity.STAND)
_SLOWEST_M_S = Fraction(1, 10)
"""Slower than this nobody moves: a figure that stands for nothing."""
_NAME_CHARS = 80
"""A name and its note, together; what is longer hides the workout behind its words."""
_OPEN_NAME = "run"
"""A run that ends by hand has to be called something, or our notation has nothing to write."""


class Carrier:
    """Carries steps in; a step that comes again is the same value."""

    def __init__(self, athlete: Athlete, speed_step: Fraction | None) -> None:
        self._athlete = athlete
        self._speed_step = speed_step or SPEED_STEP
        self._known: dict[tuple[SheetStep, bool], Step] = {}
        self._intensities: dict[int, Intensity] = {}
        self._warnings: dict[str, None] = {}

    @property
    def warnings(self) -> tuple[str, ...]:
        """What did not come through, each sentence once."""
        return tuple(self._warnings)

    def intensity(self, step: Step) -> Intensity:
        """Return what the file said of a step that came from here."""
        return self._intensities[id(step)]

    def step(self, given: SheetStep, *, easy: bool) -> Step:
        """Carry a step in.

        Args:
            given: it.
            easy: whether an easy run is one of ours, that is a warm-up or cool-down by where it stands.
        """
        key = (given, easy)
        if key not in self._known:
            step = self._soft(given, easy=easy) if given.intensity in SOFT else self._hard(given, easy=easy)
            self._known[key] = step
            self._intensities[id(step)] = given.intensity
        return self._known[key]

    def _warn(self, words: str) -> None:
        self._warnings[words] = None

    # Recoveries

    def _soft(self, given: SheetStep, *, easy: bool) -> Step:
        words = soft_words(given.name, given.note)
        if words.activity is Activity.EASY and easy and not isinstance(_length(given.ends), Open):
            return self._hard(given, easy=easy)  # our easy runs are recoveries by where they stand
        for text in words.notes:
            self._warn(tr("{words} is left out: a recovery has no name").format(words=repr(text)))
        if given.asks is not None:
            asked = target_words(self._target(given.asks, None))
            self._warn(tr("{target} is left out: a recovery has no target").format(target=asked))
        activity = words.activity
        if activity is Activity.EASY:
            activity = Activity.JOG
        if activity is None:
            still = Activity.STAND if given.intensity is Intensity.REST else Activity.ANY
            activity = given.activity if given.activity in _MANNERS else still
        assert activity is not None
        length = _length(given.ends)
        if isinstance(length, ByReps):
            self._warn(tr("a recovery by a count of movements ends by the lap button"))
            length = Open()
        if isinstance(length, Open):
            length = Open(words.why)
        return Step(length, Intensity.REST if activity is Activity.STAND else Intensity.RECOVERY, activity)

    # Work, warm-up, cool-down

    def _hard(self, given: SheetStep, *, easy: bool) -> Step:
        length = _length(given.ends)
        words = hard_words(given.name, given.note, length)
        if words.reps is not None and isinstance(length, Open):
            length = words.reps
        elif words.reps is not None and words.reps != length:
            words.notes.append(reps_note(words.reps))
        activity = words.activity or (Activity.RUN if given.activity in _MANNERS else given.activity)
        if activity is Activity.ANY:
            activity = Activity.RUN
        if activity is Activity.EASY and given.intensity is Intensity.WORK and not easy:
            activity = Activity.RUN  # by place it would be a recovery of ours, or a cool-down
            words.names.insert(0, Activity.EASY.value)
        by_place = activity is Activity.EASY and not words.is_phase and easy and not isinstance(length, Open)
        intensity = Intensity.WORK if by_place else given.intensity
        target = self._asked(given, words, length)
        name = cut_to(words.name.replace('"', "'"), _NAME_CHARS)
        if len(name) < len(words.name):
            self._warn(tr("words of a step that are longer than {n} letters are cut").format(n=_NAME_CHARS))
        return self._written(Step(length, intensity, activity, target, name, race=words.race))

    def _asked(self, given: SheetStep, words: Words, length: Length) -> Target | None:
        metres = length.metres(Fraction(400)) if isinstance(length, ByDistance) else None
        said, target = words.targets[0] if words.targets else ("", None)
        for text, _ in words.targets[1:]:
            words.names.append(text)
        if given.asks is None:
            return target
        figure = self._target(given.asks, metres)
        if target is None or figure is None:
            return figure or target
        if self._is_same(target, given.asks, metres):
            return target
        if isinstance(target, RacePace | Pace | Split):
            told = tr("{words} is left out: the file asks {target}")
            self._warn(told.format(words=repr(said), target=target_words(figure)))
        else:
            words.names.append(said)
        return figure

    def _is_same(self, target: Target, asks: Asks, metres: Fraction | None) -> bool:
        """Whether words ask what the file's figure asks."""
        if isinstance(asks, RaceSpeed):
            return isinstance(target, RacePace) and target.race is asks.race and not (target.shift_s or target.to)
        asked = asked_pace(target, metres, self._athlete.goal_s, self._athlete.best_s)
        if asked is None or not isinstance(asks, Speed):
            return False
        speed, near = speed_of(asked, self._speed_step), max(self._speed_step, SPEED_STEP)
        return abs(speed.slow_m_s - asks.slow_m_s) < near and abs(speed.fast_m_s - asks.fast_m_s) < near

    def _target(self, asks: Asks, metres: Fraction | None) -> Target | None:
        match asks:
            case HeartShare(low, high):
                return HeartRate(min(low, high), max(low, high))
            case Speed(slow, fast):
                ends = [end for end in (slow, fast) if end >= _SLOWEST_M_S]
                if not ends:
                    self._warn(tr("a speed of nothing is left out"))
                    return None
                return pace_of(Speed(min(ends), max(ends)), metres, self._speed_step)
            case RaceSpeed(race, slow, fast):
                return RacePace(race) if slow == fast == 100 else self._share(asks, metres)

    def _share(self, asks: RaceSpeed, metres: Fraction | None) -> Target | None:
        """Return a share of a race's speed as a pace, from the athlete's mile."""
        asked = asked_pace(RacePace(asks.race), None, self._athlete.goal_s, self._athlete.best_s)
        low, high = sorted((asks.slow_pct, asks.fast_pct))
        race = target_words(RacePace(asks.race))
        share = f"{float(low):g}" if low == high else f"{float(low):g}\u2013{float(high):g}"
        if asked is None or low <= 0:
            told = tr("{share} % of {race} is left out: set a goal mile, and import the file again")
            self._warn(told.format(share=share, race=race))
            return None
        speed = speed_of(Asked(asked.s_per_m * 100 / high, asked.s_per_m * 100 / low), self._speed_step)
        pace = pace_of(speed, metres, self._speed_step)
        told = tr("{share} % of {race} is read as {pace}")
        self._warn(told.format(share=share, race=race, pace=target_words(pace)))
        return pace

    # As our notation writes it

    def _written(self, step: Step) -> Step:
        """Return what can be written of a step and read back as the same; what cannot is left out, and said."""
        bare = replace(step, name="", target=None)
        called = replace(bare, name=_OPEN_NAME)
        ways = (step, replace(step, name=""), replace(step, target=None), bare, replace(step, name=_OPEN_NAME), called)
        for way in ways:
            if _reads_back(way):
                if step.name and way.name != step.name:
                    self._warn(tr("the name {words} is left out").format(words=repr(step.name)))
                if way.target != step.target:
                    self._warn(tr("{target} is left out").format(target=target_words(step.target)))
                return way
        length = step.length if _reads_back(Step(step.length)) else Open()
        return Step(length, step.intensity, name=_OPEN_NAME if isinstance(length, Open) else "")


def _length(ends: Ends) -> Length:
    match ends:
        case ForTime(ms):
            return time_of(ms)
        case ForDistance(m):
            return distance_of(m)
        case ForReps(n):
            return ByReps(max(n, 1))
        case _:
            return Open()


def _reads_back(step: Step) -> bool:
    try:
        reading = parse_text(format_step(step))
    except WorkoutError:
        return False
    return reading.steps == (step,) and not reading.not_understood and not reading.doubts
