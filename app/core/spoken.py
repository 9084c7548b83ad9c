"""What is spoken: figures, lengths and targets as words of which each has a clip. Pure, and English on every page.

Rules of the file: names that an author typed are never spoken; their kind is, from a fixed list. `VOCABULARY` is all
that can be said: `sounds/voice.py` renders a clip of each, and a test walks every announcement through it.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from app.core.numerals import MOST, NUMBERS, OHS, POINTS, Words, decimal_words, number_words, plural
from app.core.units import Millis, format_metres, round_half_up
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Effort,
    Equal,
    Feel,
    HeartRate,
    Intensity,
    Length,
    Open,
    OpenWhy,
    Pace,
    Race,
    RacePace,
    Ratio,
    Rpe,
    SendOff,
    Split,
    Step,
    Target,
    Unit,
)

# Lengths and targets -----------------------------------------------------------------------------------------------


def duration_said(ms: Millis) -> Words:
    """Say how long something lasts.

    >>> duration_said(90_000), duration_said(150_000), duration_said(3_900_000), duration_said(179_960)
    (('90', 'seconds'), ('2', 'minutes', '30'), ('1', 'hour', '5', 'minutes'), ('3', 'minutes'))
    """
    seconds = Fraction(round_half_up(Fraction(ms, 1000), 1))  # once, before it is taken apart
    if seconds < 120:
        return (*decimal_words(format_metres(seconds, 1)), plural(seconds, "second"))
    hours, rest = divmod(seconds, 3600)
    minutes, over = divmod(rest, 60)
    words: Words = (*number_words(hours), plural(hours, "hour")) if hours else ()
    if minutes:
        words += (str(minutes), plural(minutes, "minute"))
    if over:
        words += decimal_words(format_metres(over, 1)) + (() if minutes and not hours else (plural(over, "second"),))
    return words


_UNITS = {Unit.M: "metre", Unit.KM: "kilometre", Unit.MI: "mile", Unit.YD: "yard", Unit.LAP: "lap"}


def distance_said(amount: Fraction, unit: Unit = Unit.M) -> Words:
    """Say a distance in the unit it was written in.

    >>> distance_said(Fraction(400)), distance_said(Fraction(1600)), distance_said(Fraction(1), Unit.MI)
    (('4', 'hundred', 'metres'), ('16', 'hundred', 'metres'), ('1', 'mile'))
    """
    whole = int(amount)
    if amount == whole and 1000 < whole < 10_000 and whole % 1000 and not whole % 100:
        words: Words = (str(whole // 100), "hundred")
    elif amount > MOST:
        return ()
    else:
        words = decimal_words(format_metres(amount, 3))
    return (*words, plural(amount, _UNITS[unit]))


def length_said(length: Length) -> Words:
    """Say what ends a step; a range says its lower end, to which it runs, then `to` its upper one."""
    match length:
        case ByTime(ms, None):
            return duration_said(ms)
        case ByTime(ms, int(most_ms)):
            return _between(duration_said(ms), duration_said(most_ms))
        case ByDistance(amount, unit, None):
            return distance_said(amount, unit)
        case ByDistance(amount, unit, Fraction() as most):
            return _between(distance_said(amount, unit), distance_said(most, unit))
        case ByReps(n, most_n):
            said = _bounded(n)
            return said if most_n is None or not said else (*said, "to", *_bounded(most_n))
        case Open(why):
            return _WHY[why]
        case Equal():
            return ("as long as the rep",)
        case Ratio() | SendOff():
            return ()
    return ()


_WHY: dict[OpenWhy, Words] = {
    OpenWhy.UNSAID: (),
    OpenWhy.FULL: ("full recovery",),
    OpenWhy.WALK_BACK: ("walk back",),
    OpenWhy.JOG_BACK: ("jog back",),
}

FEELS = ("easy", "steady", "moderate", "tempo", "threshold", "hard", "fast", "quick", "strong", "relaxed", "smooth",
         "all out", "max", "sprint", "comfortable")  # fmt: skip
"""Words of effort that have a clip; a coach's others are shown, not spoken."""

_HARD_PCT, _EASY_PCT = 85, 70


def target_said(target: Target | None) -> Words:
    """Say what a step asks, short enough to be taken in at speed; nothing for what has no clip.

    An effort in percent is said as a coach would call it: hard from 85 %, easy up to 70, steady between. It is a word,
    never a pace; the page shows the figures.
    Source: no agreed meaning of percent effort exists (`app.core.workout.Effort`); the two limits are ours.
    """
    match target:
        case Effort(_, high):
            return ("hard",) if high >= _HARD_PCT else ("easy",) if high <= _EASY_PCT else ("steady",)
        case HeartRate(low, high):
            low_said, high_said = (decimal_words(format_metres(end, 1)) for end in (low, high))
            said = low_said if low == high else (*low_said, "to", *high_said)
            return ("at", *said, "percent of max heart rate")
        case Rpe(low, high):
            low_said, high_said = (decimal_words(format_metres(end, 1)) for end in (low, high))
            return ("effort", *low_said) if low == high else ("effort", *low_said, "to", *high_said)
        case RacePace(race, or_faster):
            words: Words = ("at", _RACES[race], *(("to", _RACES[target.to]) if target.to is not None else ()), "pace")
            return (*words, "or faster") if or_faster else words
        case Pace() | Split():
            return ()
        case Feel(word):
            plain = word.lower().replace("-", " ").strip()
            return (plain,) if plain in FEELS else ()
        case None:
            return ()


_RACES = {
    Race.GOAL: "goal mile",
    Race.MILE: "mile",
    Race.M200: "two hundred",
    Race.M400: "four hundred",
    Race.M800: "eight hundred",
    Race.M1500: "fifteen hundred",
    Race.M1600: "sixteen hundred",
    Race.K3: "three k",
    Race.M3200: "thirty-two hundred",
    Race.TWO_MILE: "two mile",
    Race.K5: "five k",
    Race.K8: "eight k",
    Race.K10: "ten k",
    Race.TEN_MILE: "ten mile",
    Race.HALF: "half marathon",
    Race.MARATHON: "marathon",
    Race.RACE: "race",
}

# Kinds ----------------------------------------------------------------------------------------------------------------

EXERCISES = {
    "squat": "squats", "lunge": "lunges", "deadlift": "deadlifts", "step up": "step-ups", "push up": "push-ups",
    "press up": "push-ups", "pull up": "pull-ups", "calf raise": "calf raises", "plank": "planks", "crunch": "crunches",
    "burpee": "burpees", "box jump": "box jumps", "jump": "jumps", "hop": "hops", "bound": "bounds", "skip": "skips",
    "high knee": "high knees", "butt kick": "butt kicks", "leg swing": "leg swings", "stride": "strides",
    "swing": "swings", "press": "presses", "row": "rows", "bridge": "bridges", "stretch": "stretching",
}  # fmt: skip
"""Kinds of drill and exercise that have a clip, by how their names begin; spoken in place of the name."""

_KINDS = {
    Activity.RUN: (),
    Activity.STRIDES: ("strides",),
    Activity.SPRINT: ("sprint",),
    Activity.HILL: ("hill",),
    Activity.DRILL: ("drills",),
    Activity.STRENGTH: ("strength",),
    Activity.EASY: ("easy",),
    Activity.JOG: ("jog",),
    Activity.WALK: ("walk",),
    Activity.FLOAT: ("float",),
    Activity.STAND: ("rest",),
    Activity.ANY: ("recovery",),
}


def kind_said(step: Step) -> Words:
    """Say what the body does: the exercise where the fixed list has it, else its kind; nothing for a plain run."""
    if step.activity in (Activity.DRILL, Activity.STRENGTH):
        name = f" {step.name.lower().replace('-', ' ')}"
        for stem, word in EXERCISES.items():
            if f" {stem}" in name:
                return (word,)
    return _KINDS[step.activity]


def step_said(step: Step) -> Words:
    """Say a step in one sentence: `thirty seconds, hard`, `sixty seconds, jog`, `ten squats`."""
    if step.intensity is Intensity.WARMUP or step.intensity is Intensity.COOLDOWN:
        return length_said(step.length)
    length, kind, target = length_said(step.length), kind_said(step), target_said(step.target)
    if isinstance(step.length, Open) and length:
        return length
    return (*length, *kind, *(word for word in target if word not in kind))


def speed_said(shown: str, unit: str) -> Words:
    """Say a belt's speed as it is shown.

    >>> speed_said("16.1", "km/h")
    ('set the belt to', '16', 'point 1', 'kilometres per hour')
    """
    return ("set the belt to", *decimal_words(shown), {"km/h": "kilometres per hour", "mph": "miles per hour"}[unit])


# The clips ----------------------------------------------------------------------------------------------------------

_PLURALS = tuple(f"{word}{end}" for word in ("hour", "minute", "second", *_UNITS.values()) for end in ("", "s"))
CALLS = ("halfway", "ten seconds", "bell lap", "last rep", "workout complete", "warm up", "cool down", "on pace",
         "too fast")  # fmt: skip
_LINKS = ("rep", "set", "of", "to", "at", "in", "in all", "or faster", "pace", "effort", "hundred", "thousand", "slow",
          "fast", "next", "percent of max heart rate", "as long as the rep", "set the belt to", "kilometres per hour",
          "miles per hour", "from here", "for the last", "at this pace", "hold", "ease", "press on")  # fmt: skip
_SINGLE = (*_PLURALS, *CALLS, *_LINKS, *FEELS, *EXERCISES.values(), *_RACES.values(),
           *(word for words in (*_WHY.values(), *_KINDS.values()) for word in words))  # fmt: skip
VOCABULARY: Words = tuple(dict.fromkeys((*NUMBERS, *OHS, *POINTS, *_SINGLE)))
"""Every word that any announcement can need."""

ENDING = frozenset((*NUMBERS[:60], *OHS, *POINTS))
"""Words that have a second clip, with the fall of a voice at the end of a sentence."""


def clips_of(words: Words) -> Words:
    """Return the clips of a sentence: its words, the last one with a fall of the voice where there is such a clip.

    >>> clips_of(("rep", "3", "of", "8"))
    ('rep', '3', 'of', '8.')
    """
    return (*words[:-1], f"{words[-1]}.") if words and words[-1] in ENDING else words


WORD_GAP_MS: Millis = 30
"""Between two clips of a sentence; they were trimmed to the voice."""


def sentence_ms(words: Words, lengths: Mapping[str, Millis]) -> Millis | None:
    """Return how long a sentence takes to say; None where a clip is missing, and then it is not said.

    Args:
        words: as announced.
        lengths: of every clip there is, by its name.
    """
    clips = clips_of(words)
    if not clips or any(clip not in lengths for clip in clips):
        return None
    return sum(lengths[clip] for clip in clips) + WORD_GAP_MS * (len(clips) - 1)


def _bounded(number: int) -> Words:
    return number_words(number) if number <= MOST else ()


def _between(low: Words, high: Words) -> Words:
    """Say a range, its unit once where both have that one alone: `five to eight minutes`."""
    if not low or not high:
        return low or high
    alike = low[-1].rstrip("s") == high[-1].rstrip("s") and low[-1] in _PLURALS
    is_alone = not {*low[:-1], *high[:-1]} & {*_PLURALS}
    return (*(low[:-1] if alike and is_alone else low), "to", *high)
