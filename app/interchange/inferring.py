"""Inferring: what of a recorded run was work and what was rest, where its file does not say. Pure.

Rules of the file: speed is all there is to go by. What stands is rest. What moves is parted where it shows two kinds of
running beyond doubt, by laps or, where nobody pressed, by the points themselves; else it is one run, all of it work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import sqrt

from app.core.units import Millis
from app.core.workout import Intensity
from app.interchange.splitting import Knots

STANDING_M_S = 0.5
"""Slower than this nobody walks, and a watch that lies still wanders as fast."""
PARTED = 1.2
"""Work is at least so many times as fast as what lies between. The kilometres of an even run, hills among them, lie
closer; a recovery is jogged at 0.5 to 0.7 of the rep's speed, a float at 0.85. Ours: a float is taken as running on."""
LEAST_SHARE = 0.05
"""One lap alone is the work only if it took this much of the moving time: a sprint home is no rep."""


@dataclass(frozen=True, slots=True)
class Told:
    """What laps were, by their speeds."""

    intensities: tuple[Intensity, ...]
    parted_m_s: float | None
    """The speed above which a lap is work; None where all that moves is."""


def told_by_speed(laps: Sequence[tuple[Millis, float | None]]) -> Told:
    """Say what each lap was, by its speed.

    Of the speeds between which a gap lies, the one counts that parts the laps most often, for reps and recoveries
    alternate: neither a walk slower than the jogs nor strides faster than the reps hide them.

    Args:
        laps: running time in milliseconds and metres, in order.
    """
    speeds = [None if metres is None else 1000 * metres / ms for ms, metres in laps]
    moving = sorted(speed for speed in speeds if speed is not None and speed >= STANDING_M_S)
    best: tuple[int, float, float] | None = None
    for slow, fast in pairwise(moving):
        if fast < PARTED * slow:
            continue
        parted = sqrt(slow * fast)
        is_work = [speed is None or speed > parted for speed in speeds]
        if not _is_substantial(laps, speeds, is_work):
            continue
        changes = sum(one != other for one, other in pairwise(is_work))
        best = max(best or (0, 0.0, 0.0), (changes, fast / slow, parted))
    parted_m_s = None if best is None else best[2]
    least = STANDING_M_S if parted_m_s is None else parted_m_s
    is_work = [speed is None or speed >= least for speed in speeds]
    return Told(soft_and_hard(is_work, [speed is None or speed >= STANDING_M_S for speed in speeds]), parted_m_s)


def _is_substantial(
    laps: Sequence[tuple[Millis, float | None]], speeds: Sequence[float | None], is_work: Sequence[bool]
) -> bool:
    n = sum(is_work)
    work_ms = sum(ms for (ms, _), hard in zip(laps, is_work, strict=True) if hard)
    moving_ms = sum(ms for (ms, _), speed in zip(laps, speeds, strict=True) if speed is None or speed >= STANDING_M_S)
    return n > 1 or (n == 1 and work_ms >= LEAST_SHARE * moving_ms)


def soft_and_hard(is_work: Sequence[bool], moves: Sequence[bool]) -> tuple[Intensity, ...]:
    """Name what is no work by where it stands: warm-up before the first, cool-down after the last, else recovery.

    Where nothing is work, all of it is: a run is never nothing but a warm-up.
    """
    hard = [place for place, work in enumerate(is_work) if work]
    if not hard:
        return (Intensity.WORK,) * len(is_work)
    named = []
    for place, (work, moving) in enumerate(zip(is_work, moves, strict=True)):
        if work:
            named.append(Intensity.WORK)
        elif not moving:
            named.append(Intensity.REST)
        elif place < hard[0]:
            named.append(Intensity.WARMUP)
        else:
            named.append(Intensity.COOLDOWN if place > hard[-1] else Intensity.RECOVERY)
    return tuple(named)


def n_changes(intensities: Sequence[Intensity]) -> int:
    """Return how often laps change from one intensity to another."""
    return sum(one is not other for one, other in pairwise(intensities))


# Reps that nobody pressed ---------------------------------------------------------------------------------------------

WINDOW_MS = 8000
"""Speed is taken over so long: a watch's metres of one second are worth little, and a rep is longer."""
GRID = 20_000
"""Most instants at which it is taken."""
SPEEDS = 12
"""Speeds that are tried as the one that parts reps from what lies between."""
CLEARLY = 1.4
"""How many times as fast each rep is as what lies on both sides of it. More than `PARTED`: points are rougher."""
HYSTERESIS = 0.1
"""A rep begins this share above the speed that parts, and ends as far below it."""
BETWEEN_SHARE = 0.1
"""Where more of the time is spent in the band of the hysteresis there are no two kinds of running."""
SHORTEST_MS = 15_000
"""Shorter bursts are no reps, and shorter lulls no recoveries."""
FEWEST = 3
MOST_BOUTS = 1000
"""A signal that crosses more often is noise."""
ALIKE = 1.35
"""The longest rep against the shortest, in time or in distance: traffic lights part a run into what is less alike."""


@dataclass(frozen=True, slots=True)
class Bout:
    """A piece of a run at one of two speeds."""

    from_ms: Millis
    to_ms: Millis
    is_fast: bool


def bouts_of(knots: Knots) -> tuple[Bout, ...]:
    """Return the reps of a run that nobody lapped and what lies between them, or nothing where they are not clear.

    As with laps, of several speeds that part it clearly the one counts that finds the most reps.
    """
    end_ms = knots.times_ms[-1]
    if end_ms < 2 * FEWEST * SHORTEST_MS or len(knots.times_ms) < 2 * FEWEST:
        return ()
    times, speeds = _speeds(knots, max(1000, -(-end_ms // GRID)))
    ordered = sorted(speeds)
    low = max(STANDING_M_S, ordered[len(ordered) // 20])
    high = ordered[-1 - len(ordered) // 20]
    best: tuple[Bout, ...] = ()
    for n in range(1, SPEEDS):
        parted = low * (high / low) ** (n / SPEEDS) if high > low else 0.0
        bouts = _parted(times, speeds, parted, end_ms)
        if len(bouts) > len(best) and _are_clear(bouts, knots):
            best = bouts
    return best


def _parted(times: Sequence[Millis], speeds: Sequence[float], parted: float, end_ms: Millis) -> tuple[Bout, ...]:
    """Return the bouts above and below a speed; nothing where too much of the run is neither."""
    up, down = (1 + HYSTERESIS) * parted, (1 - HYSTERESIS) * parted
    if sum(down < speed < up for speed in speeds) > BETWEEN_SHARE * len(speeds):
        return ()
    flags, is_fast = [], False
    for speed in speeds:
        is_fast = speed > (down if is_fast else up)
        flags.append(is_fast)
    bouts = _edges(times, speeds, flags, end_ms)
    return _merged(bouts, SHORTEST_MS) if len(bouts) <= MOST_BOUTS else ()


def _speeds(knots: Knots, step: Millis) -> tuple[list[Millis], list[float]]:
    """Return the speed at even instants, each taken over a window round it."""
    end_ms = knots.times_ms[-1]
    times = list(range(0, end_ms + 1, step))
    half = max(1, WINDOW_MS // 2 // step)
    metres = [knots.distance_at(ms) for ms in times]
    speeds = []
    for place in range(len(times)):
        first, last = max(0, place - half), min(len(times) - 1, place + half)
        speeds.append(1000 * (metres[last] - metres[first]) / max(1, times[last] - times[first]))
    return times, speeds


def _edges(times: Sequence[Millis], speeds: Sequence[float], flags: Sequence[bool], end_ms: Millis) -> list[Bout]:
    """Return the bouts, each from where the speed, which rises over the window, was half way between both of them."""
    spans = []
    place = 0
    for is_fast, run in groupby(flags):
        first, place = place, place + len(list(run))
        spans.append((first, place, is_fast))
    means = [sum(speeds[first:last]) / (last - first) for first, last, _ in spans]
    bouts: list[Bout] = []
    begin = 0
    for number, (first, last, is_fast) in enumerate(spans):
        if number:
            middle = (means[number - 1] + means[number]) / 2
            at = first  # the flag falls where the speed has left the band, not where it is half way
            while at > spans[number - 1][0] + 1 and (speeds[at - 1] > middle) == is_fast:
                at -= 1
            while at < last - 1 and (speeds[at] > middle) != is_fast:
                at += 1
            rise = speeds[at] - speeds[at - 1]
            share = min(1.0, max(0.0, (middle - speeds[at - 1]) / rise)) if rise else 0.0
            begin = max(begin, round(times[at - 1] + share * (times[at] - times[at - 1])))
            bouts[-1] = Bout(bouts[-1].from_ms, begin, bouts[-1].is_fast)
        bouts.append(Bout(begin, end_ms, is_fast))
    return bouts


def _merged(bouts: Sequence[Bout], least_ms: Millis) -> tuple[Bout, ...]:
    """Give what is too short to its neighbours, the shortest first."""
    kept = list(bouts)
    while len(kept) > 1:
        place = min(range(len(kept)), key=lambda each: kept[each].to_ms - kept[each].from_ms)
        if kept[place].to_ms - kept[place].from_ms >= least_ms:
            break
        first, last = max(0, place - 1), min(len(kept) - 1, place + 1)
        kept[first : last + 1] = [Bout(kept[first].from_ms, kept[last].to_ms, not kept[place].is_fast)]
    return tuple(kept)


def _are_clear(bouts: Sequence[Bout], knots: Knots) -> bool:
    times = [bout.to_ms - bout.from_ms for bout in bouts]
    metres = [knots.distance_at(bout.to_ms) - knots.distance_at(bout.from_ms) for bout in bouts]
    if any(ms <= 0 for ms in times):
        return False
    speeds = [max(STANDING_M_S, 1000 * m / ms) for m, ms in zip(metres, times, strict=True)]
    for (one, one_m_s), (other, other_m_s) in pairwise(zip(bouts, speeds, strict=True)):
        quick, slow = (one_m_s, other_m_s) if one.is_fast else (other_m_s, one_m_s)
        if one.is_fast is other.is_fast or quick < CLEARLY * slow:
            return False
    fast = [place for place, bout in enumerate(bouts) if bout.is_fast]
    lasted, ran = [times[place] for place in fast], [metres[place] for place in fast]
    return len(fast) >= FEWEST and (max(lasted) <= ALIKE * min(lasted) or max(ran) <= ALIKE * min(ran))
