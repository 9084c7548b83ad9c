"""The ladder: the levels of practice, what passes one, and what is run next. Pure and deterministic.

Rules of the file: the level is read off the practice, and what is run next off past scores; nothing is remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from app.core.bounds import PRACTICE_S_PER_400
from app.core.practice import Practice, Tones
from app.core.practised import CV_WITHIN_PCT, FIRST_WITHIN_PCT, LAP_WITHIN_PCT, PracticeScore
from app.core.tongue import tr
from app.core.units import format_time

LADDER: tuple[tuple[Tones, int], ...] = (
    (Tones.QUARTERS, 2),
    (Tones.HALVES, 2),
    (Tones.LINE, 2),
    (Tones.START, 2),
    (Tones.NONE, 2),
    (Tones.NONE, 3),
    (Tones.NONE, 4),
)
"""The levels at one pace, tones and laps: fewer tones first, then more laps. After the last the pace gets faster."""
FASTER_FROM = 3
"""At a faster pace it goes on from this level: two laps, and one tone to say what the new pace is."""
FASTER_S_PER_400 = Fraction(1)
"""How much faster: a second for 400 m, and not past the goal pace before that was held."""
TOO_HARD = 3
"""Attempts in a row that were not passed, after which it goes back one level."""


def level_number(practice: Practice) -> int | None:
    """Return the level of a practice at its pace, from 1; None for one that is no level."""
    rung = practice.tones, practice.n_laps
    return LADDER.index(rung) + 1 if rung in LADDER else None


def at_level(practice: Practice, number: int) -> Practice:
    """Return the same practice at another level, its pace as it is."""
    tones, n_laps = LADDER[number - 1]
    return replace(practice, tones=tones, n_laps=n_laps)


def next_level(level: Practice, scores: Sequence[PracticeScore], goal_lap_s: Fraction | None = None) -> Practice:
    """Return what is to be run next.

    Args:
        level: what was run last; one that is no level stays as it is.
        scores: of the attempts at it, newest first.
        goal_lap_s: a lap at goal pace, so that the pace stops there once on its way beyond.
    """
    number = level_number(level)
    if number is None or not scores:
        return level
    if not scores[0].is_passed:
        is_too_hard = len(scores) >= TOO_HARD and not any(score.is_passed for score in scores[:TOO_HARD])
        return at_level(level, max(1, number - 1)) if is_too_hard else level
    if number < len(LADDER):
        return at_level(level, number + 1)
    step_s = FASTER_S_PER_400 * level.lap_m / 400
    lap_s = level.lap_s - step_s
    if goal_lap_s is not None and lap_s < goal_lap_s < level.lap_s:
        lap_s = goal_lap_s
    faster = at_level(replace(level, lap_s=lap_s), FASTER_FROM)
    return faster if faster.per_400_s >= PRACTICE_S_PER_400[0] else level


@dataclass(frozen=True, slots=True)
class Practised:
    """A past practice, as the trend and the ladder need it."""

    session_id: int
    started_at: str
    """ISO 8601 with offset."""
    practice: Practice | None
    """None for a blind session that is no practice of ours, such as one of another version."""
    score: PracticeScore
    pct: float = field(init=False)
    """Of the score, the one number; figured where it is made, off the window's thread: a trend has many."""
    is_passed: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pct", float(self.score.mean_error_pct))
        object.__setattr__(self, "is_passed", self.score.is_passed)


def proposed(past: Sequence[Practised], first: Practice, goal_lap_s: Fraction | None = None) -> Practice:
    """Return the level to be run next.

    Args:
        past: practices, newest first.
        first: where nothing was practised on this track; its level begins the ladder.
        goal_lap_s: as in `next_level`.
    """
    mine = [each for each in past if each.practice is not None and level_number(each.practice) is not None]
    mine = [each for each in mine if each.practice is not None and each.practice.lap_m == first.lap_m]
    if not mine or mine[0].practice is None:
        return first
    level = mine[0].practice
    attempts = []
    for each in mine:
        if each.practice != level:
            break
        attempts.append(each.score)
    return next_level(level, attempts, goal_lap_s)


def level_words(practice: Practice) -> str:
    """Write the level: `Level 4 of 7`; `Your own practice` for one that is none."""
    number = level_number(practice)
    if number is None:
        return tr("Your own practice")
    return tr("Level {number} of {most}").format(number=number, most=len(LADDER))


def pass_words(practice: Practice) -> str:
    """Write what passes it, in the seconds that it comes to."""
    words = tr("To pass: every lap within {lap} s, the first within {first} s, spread (CV) at most {cv} %.")
    lap, first = (format_time(practice.lap_s * pct / 100) for pct in (LAP_WITHIN_PCT, FIRST_WITHIN_PCT))
    return words.format(lap=lap, first=first, cv=f"{float(CV_WITHIN_PCT):g}")
