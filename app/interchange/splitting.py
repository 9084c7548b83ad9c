"""Splitting: how far a recorded run had come at a time, and when it was at a mark. Pure.

Rules of the file: between two recorded points it was run evenly, since more is not known; where the points lie too far
apart no split is made up. What a lap says of its end is taken before what the points say.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from app.core.units import Metres, Millis
from app.interchange.recording import Recording, RunLap
from app.interchange.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Knots:
    """How far at which running time: both never fall, no time comes twice, the first is the start."""

    times_ms: tuple[Millis, ...]
    metres: tuple[float, ...]

    @property
    def end_m(self) -> float:
        """How far in all."""
        return self.metres[-1]

    def distance_at(self, ms: Millis) -> float:
        """Return the metres at a running time within the run."""
        place = bisect_right(self.times_ms, ms)
        if place >= len(self.times_ms):
            return self.end_m
        return float(self._metres_at(place, ms))

    def _metres_at(self, place: int, ms: Millis) -> Fraction:
        before_ms, after_ms = self.times_ms[place - 1], self.times_ms[place]
        before_m, after_m = Fraction(self.metres[place - 1]), Fraction(self.metres[place])
        return before_m + (after_m - before_m) * (ms - before_ms) / (after_ms - before_ms)

    def time_at(self, metres: Fraction | float, widest_m: float | None = None) -> Fraction | None:
        """Return the milliseconds at which a distance was first reached, exact.

        Args:
            metres: from the start.
            widest_m: how far the two points round it may lie apart.

        Returns:
            None past the end, and where no points lie near enough.

        >>> Knots((0, 1000, 5000, 6000), (0.0, 4.0, 4.0, 8.0)).time_at(6)
        Fraction(5500, 1)
        """
        place = bisect_left(self.metres, metres)
        if place >= len(self.metres):
            return None
        if place == 0:
            return Fraction(self.times_ms[0])
        before_m, after_m = self.metres[place - 1], self.metres[place]
        if widest_m is not None and after_m - before_m > widest_m:
            return None
        before_ms, after_ms = self.times_ms[place - 1], self.times_ms[place]
        share = (Fraction(metres) - Fraction(before_m)) / (Fraction(after_m) - Fraction(before_m))
        return before_ms + (after_ms - before_ms) * share

    def cut(self, from_ms: Millis, to_ms: Millis) -> Knots:
        """Return a piece of the run, times and metres counted from its own start."""
        first_m = self.distance_at(from_ms)
        first, last = bisect_right(self.times_ms, from_ms), bisect_left(self.times_ms, to_ms)
        times = (0, *(ms - from_ms for ms in self.times_ms[first:last]), to_ms - from_ms)
        metres = (0.0, *(m - first_m for m in self.metres[first:last]), self.distance_at(to_ms) - first_m)
        return Knots(times, metres)


def knots_of(recording: Recording, laps: Sequence[RunLap], timeline: Timeline, total_ms: Millis) -> Knots | None:
    """Return the knots of a recording; None where it knows no distance.

    A lap's end is a knot where all laps before it have a distance. Points between two of them have to lie between
    them in distance too, or are left out.
    """
    anchors = _anchors(laps, total_ms)
    points = _points(recording, timeline)
    if points and anchors[-1][0] < total_ms:
        rest = [metres for ms, metres in points if ms <= total_ms]
        anchors.append((total_ms, max(rest[-1] if rest else 0.0, anchors[-1][1])))
    if anchors[-1][1] <= 0:
        return None
    knots = [anchors[0]]
    place = 0
    for (from_ms, from_m), (to_ms, to_m) in pairwise(anchors):
        while place < len(points) and points[place][0] < to_ms:
            ms, metres = points[place]
            if from_ms < ms and knots[-1][0] < ms and max(from_m, knots[-1][1]) <= metres <= to_m:
                knots.append((ms, metres))
            place += 1
        knots.append((to_ms, to_m))
    return Knots(tuple(ms for ms, _ in knots), tuple(metres for _, metres in knots))


def _anchors(laps: Sequence[RunLap], total_ms: Millis) -> list[tuple[Millis, float]]:
    """Return the start and the end of each lap whose distance is known, up to the first that has none."""
    anchors = [(0, 0.0)]
    for lap in laps:
        if lap.distance_m is None:
            break
        ms, metres = anchors[-1]
        anchors.append((min(ms + lap.elapsed_ms, total_ms), metres + max(0.0, lap.distance_m)))
    return anchors


def _points(recording: Recording, timeline: Timeline) -> list[tuple[Millis, float]]:
    known = [(sample.at_ms, sample.distance_m) for sample in recording.samples if sample.distance_m is not None]
    running = timeline.running_ms([ms for ms, _ in known])
    return [(ms, metres) for ms, (_, metres) in zip(running, known, strict=True)]


def splits_at(
    knots: Knots, end_ms: Millis, marks: Sequence[Metres], widest_m: float, scale: Fraction = Fraction(1)
) -> tuple[tuple[Metres, Millis], ...]:
    """Return when the run was at marks, the last of them its end.

    Args:
        knots: of the run.
        end_ms: its running time, at which it is at the last mark.
        marks: in order, the finish last.
        widest_m: how far the two points round a mark may lie apart; a mark between wider ones is left out.
        scale: metres of the watch for one metre of the marks.

    Returns:
        Each mark that is known with its split, rounded once to a millisecond; both rise.
    """
    found: list[tuple[Metres, Millis]] = []
    before_ms = 0
    for mark_m in marks[:-1]:
        at = knots.time_at(mark_m * scale, widest_m)
        if at is None:
            continue
        ms = int(at + Fraction(1, 2))
        if before_ms < ms < end_ms:
            found.append((mark_m, ms))
            before_ms = ms
    return (*found, (marks[-1], end_ms))
