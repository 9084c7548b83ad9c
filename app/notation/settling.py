"""The whole of a piece, once its words are read: figures that mean something else than they say, and what is left.

Each function takes a part and mends it; together they are `settle`.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from app.core.tongue import tr
from app.core.workout import Activity, ByDistance, ByReps, ByTime, Count, Feel, Step, Unit
from app.notation import words
from app.notation.cursor import Doubt, NotRead
from app.notation.hints import nearest
from app.notation.lexing import Token
from app.notation.part import Part
from app.notation.soft import BARE_METRES, SHORT_M, Soft, as_minutes, in_order, soft_length
from app.notation.targets import FASTEST_S_PER_M, SLOWEST_S_PER_M, Timed
from app.notation.vocabulary import Kind

MOST_COUNT = 50
"""A bare figure up to here may count what stands behind it: `6 400s`."""
_MOST_MILES = 30
_MOST_STRANGE = 4
_SHORT_EASY_M, _SHORT_ZONE_M = 19, 90
"""So few metres of an easy run, or of one in a zone, are minutes."""
_FEW_MILES = 4
_LEAST_MILE_S = 220
"""So few `m` of an easy run are miles, and those for which so long a time is asked."""
_HARMLESS = frozenset({Kind.WORD, Kind.IN, Kind.AT, Kind.WITH, Kind.ON})


def settle(part: Part, *, holds_work: bool) -> None:
    """Mend a part that is read to its end.

    Args:
        part: as its words said.
        holds_work: a bracket of it holds what is counted.

    Raises:
        NotRead: it says two things at once.
    """
    _alternate(part)
    _missing_times(part)
    _second_figure(part)
    _turn_round(part)
    _miles(part)
    _minutes(part)
    _settle_soft(part, holds_work=holds_work)


def _missing_times(part: Part) -> None:
    """Read `2-4 200m` as 2-4 x 200m, and `6 400s`."""
    if len(part.lengths) < 2 or len(part.counts) > 1 or not _is_bare(part):
        return
    low, high = part.figures[0].kinds[Kind.NUMBER]
    second = part.lengths[1]
    if low.denominator != 1 or not 1 <= low <= (high or low) <= MOST_COUNT or isinstance(second, ByReps):
        return
    first, behind = part.figures[0], part.figures[1]
    part.counts.append(words.count(low, high))
    del part.lengths[0], part.figures[0]
    if "s" not in behind.text and not first.text.isalpha():
        sentence = tr("took {count} {length} as {count} x {length}").format(count=first.text, length=behind.text)
        part.doubts.append(Doubt(sentence, first.start, behind.end, f"{first.text} reps, {behind.text}"))


def _alternate(part: Part) -> None:
    """Read `600m 30 s 200m 5 min rest`: runs by distance, recoveries by time, one after the other."""
    lengths = part.lengths
    rounds = len(lengths) >= 4 and len(lengths) % 2 == 0 and bool(part.softs)
    if not rounds or not all(isinstance(length, ByDistance | ByTime) for length in lengths):
        return
    if not all(isinstance(length, ByTime) == bool(number % 2) for number, length in enumerate(lengths)):
        return
    manner = part.softs[0].step()
    *recoveries, rest = [replace(manner, length=length) for length in lengths[1::2]]
    runs: list[Step] = [Step(length) for length in lengths[::2]]
    part.steps = tuple(
        step for pair in zip(runs, [*recoveries, None], strict=True) for step in pair if step is not None
    )
    part.recovery, part.lengths, part.figures, part.softs = rest, [], [], []


def _second_figure(part: Part) -> None:
    """Read `5 x 400 68-70` as the time of the rep, and `6 x 800m 2min` as the recovery."""
    if len(part.lengths) != 2 or not part.counts or part.softs or part.recovery is not None or part.timed is not None:
        return
    distance, figure = part.lengths[0], part.figures[1]
    time = soft_length(figure, part.doubts)
    if not isinstance(distance, ByDistance) or not isinstance(time, ByTime):
        return
    seconds = Fraction(time.ms, 1000)
    pace = seconds / distance.metres(Fraction(400))
    if Kind.LENGTH not in figure.kinds and FASTEST_S_PER_M <= pace <= SLOWEST_S_PER_M and part.target is None:
        most = None if time.most_ms is None else Fraction(time.most_ms, 1000)
        part.timed = Timed(seconds, most, None, is_split=True, start=figure.start, end=figure.end)
        part.doubt(tr("took {text} as the time of the rep").format(text=figure.text), f"w/ {figure.text}", figure)
    elif Kind.NUMBER in figure.kinds:
        return
    else:
        part.recovery = Soft(lengths=[time]).step()
        part.doubt(tr("took {time} as the recovery").format(time=figure.text), f"in {figure.text}", figure)
    del part.lengths[1], part.figures[1]


def _turn_round(part: Part) -> None:
    """Read `400 x 3` as three of 400 m: nobody runs 3 m four hundred times."""
    count = part.counts[0].low if len(part.counts) == 1 else 0
    length = part.lengths[0] if part.lengths else None
    turned = len(part.lengths) == 1 and isinstance(part.lengths[0], ByReps) and _is_bare(part) and not part.name
    if turned and count >= BARE_METRES and part.counts[0].is_range:
        raise NotRead  # `800-400 x 3`
    if count < BARE_METRES or not isinstance(length, ByReps) or not _is_bare(part) or part.name:
        return
    first = part.piece.tokens[0]
    if Kind.COUNT not in first.kinds:
        return
    sentence = tr("took {count} x {n} as {n} x {count}m").format(count=count, n=length.n)
    part.doubts.append(Doubt(sentence, first.start, part.figures[0].end, f"{count} x {length.n} metres"))
    part.counts, part.is_counted_behind = [Count(length.n, length.most or length.n)], True
    part.lengths[0] = words.distance(Fraction(count), Unit.M)
    part.is_bare = False


def _miles(part: Part) -> None:
    """Read `2E` as two easy miles: before a letter of Daniels' a small number without a unit is miles."""
    length = part.lengths[0] if part.lengths else None
    is_letter = isinstance(part.target, Feel) and len(part.target.word) == 1
    if is_letter and _is_bare(part) and isinstance(length, ByReps) and length.n <= _MOST_MILES:
        most = None if length.most is None else Fraction(length.most)
        part.doubt(tr("took {n} as miles").format(n=length.n), f"{length.n} km ", part.figures[0])
        part.lengths[0] = words.distance(Fraction(length.n), Unit.MI, most)
        part.is_bare = False


def _minutes(part: Part) -> None:
    """Read the 2m of `2m @ threshold` as minutes, but not those of a sprint or a drill."""
    if not part.lengths or part.activity not in (None, Activity.EASY, Activity.RUN) or part.name:
        return
    easy = part.phase is not None or part.activity is Activity.EASY
    few = isinstance(part.lengths[0], ByDistance) and part.lengths[0].amount <= _FEW_MILES
    asked = part.timed is not None and part.timed.low_s >= _LEAST_MILE_S
    miles = few and (easy or asked)
    zone = isinstance(part.target, Feel) and part.target.word.startswith("zone")
    most_m = _SHORT_ZONE_M if zone else _SHORT_EASY_M if easy else SHORT_M
    part.lengths[0] = as_minutes(part.lengths[0], part.figures[0], part.doubts, miles=miles, most_m=most_m)


def _settle_soft(part: Part, *, holds_work: bool) -> None:
    """Words of recovery with no `w/` before them: the recovery of a rep, or a recovery that stands alone."""
    if not part.softs:
        return
    soft = part.softs[0]
    is_easy = part.activity is Activity.EASY and not soft.between and soft.measure is None
    if (is_easy and part.lengths and not part.counts) or part.phase is not None:
        return  # `10 min easy jog`, `10 min warm-up jog`
    if part.recovery is not None:
        recover(part, part.softs)
        return
    reps = part.body is not None or bool(part.ladder) or holds_work
    work = part.counts or reps or part.name or part.activity not in (None, Activity.EASY)
    joined = not work and len(part.figures) == 2 and any(Kind.AND in token.kinds for token in part.piece.tokens)
    times = [soft_length(token, part.doubts) for token in part.figures] if joined else []
    if times and all(isinstance(length, ByTime) for length in times):  # `1 min/5 min rest`
        part.soft, part.set_recovery = (replace(soft.step(), length=length) for length in times)
        part.lengths, part.figures, part.between = [], [], "reps"
        return
    keep = 0 if reps or not work else 1
    for token in part.figures[keep:]:
        soft.lengths.append(soft_length(token, part.doubts))
    part.lengths, part.figures = part.lengths[:keep], part.figures[:keep]
    part.between = soft.between
    if work:
        part.recovery = soft.step()
    else:
        part.soft = soft.step()
        part.is_gentle = soft.is_gentle


def recover(part: Part, softs: list[Soft]) -> None:
    """Give a part its recovery, and the one between sets.

    Raises:
        NotRead: it has one already, or there are three.
    """
    if part.recovery is not None:
        if len(softs) == 1 and softs[0].between == "sets" and part.set_recovery is None:
            part.set_recovery = softs[0].step()
            return
        if len(softs) == 1 and not softs[0].lengths and softs[0].measure is None:
            part.between = softs[0].between or part.between
            return
        is_group = any(Kind.GROUP in token.kinds for token in part.piece.tokens)
        has_sets = len(part.counts) > 1 or (bool(part.counts) and is_group)
        if len(softs) == 1 and has_sets and part.set_recovery is None:  # `r: 45s R: 3min`
            part.set_recovery, part.between = softs[0].step(), "reps"
            return
        raise NotRead
    if len(softs) > 2:
        raise NotRead
    part.recovery = softs[0].step()
    part.between = softs[0].between
    if len(softs) == 2:
        first, second = in_order(part.recovery, softs[1].step())
        if softs[0].between == "sets":
            first, second = second, first
        part.recovery, part.set_recovery, part.between = first, second, "reps"


def leave_out_words(part: Part, strange: list[Token], n_known: int) -> None:
    """Say which words are not ours, and leave the piece out where they may have changed what the others mean.

    Args:
        part: settled.
        strange: the words that no rule took.
        n_known: how many times a rule took something.

    Raises:
        NotRead: a sign or a misspelt word is among them, or there is hardly anything else.
    """
    if part.lengths and (part.body is not None or part.ladder):
        raise NotRead
    if not strange:
        return
    if any(_HARMLESS.isdisjoint(token.kinds) and not token.text.isalpha() for token in strange):
        raise NotRead
    if any(nearest(token.text) for token in strange):
        raise NotRead
    told = part.counts or part.soft or part.phase or part.recovery or part.body or part.ladder
    if not told and not any(Kind.LENGTH in token.kinds for token in part.figures):
        raise NotRead
    if len(strange) > max(_MOST_STRANGE, n_known):
        raise NotRead
    for token in strange:
        if part.unread and part.unread[-1][1] >= token.start - 1:
            part.unread[-1] = (part.unread[-1][0], token.end)
        else:
            part.unread.append((token.start, token.end))


def _is_bare(part: Part) -> bool:
    return bool(part.figures) and Kind.NUMBER in part.figures[0].kinds
