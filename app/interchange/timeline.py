"""The timeline of a recorded run: its pauses by running time, between what a wall clock counts and what was run.

Rules of the file: running time is exact and comes first, since laps are told in it; a watch's wall clock has whole
seconds. A pause that ends a lap comes after its press: whoever stops the watch at the line has run the lap.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.core.bounds import RECORDED_LAPS
from app.core.units import Millis
from app.interchange.recording import Recording, RunLap

LEAST_GAP_MS = 2000
"""A smaller gap between laps whose pauses are not told is no pause: two starts in whole seconds may make one."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause, at the running time at which it began."""

    at_ms: Millis
    ms: Millis


@dataclass(frozen=True, slots=True)
class Timeline:
    """The pauses of a run, in order, no two at one running time."""

    pauses: tuple[Pause, ...] = ()

    def wall_ms(self, running_ms: Millis) -> Millis:
        """Return what a wall clock has counted at a running time; at the beginning of a pause, not its end.

        >>> Timeline((Pause(60_000, 5000),)).wall_ms(60_000), Timeline((Pause(60_000, 5000),)).wall_ms(60_001)
        (60000, 65001)
        """
        return running_ms + sum(pause.ms for pause in self.pauses if pause.at_ms < running_ms)

    def running_ms(self, walls_ms: Sequence[Millis]) -> list[Millis]:
        """Return the running time at each instant of a wall clock; within a pause that of its beginning.

        >>> Timeline((Pause(60_000, 5000),)).running_ms([0, 60_000, 63_000, 65_000, 66_000])
        [0, 60000, 60000, 60000, 61000]
        """
        before = [0, *accumulate(pause.ms for pause in self.pauses)]
        begins = [pause.at_ms + cost for pause, cost in zip(self.pauses, before, strict=False)]
        found = []
        for wall in walls_ms:
            place = bisect_right(begins, wall) - 1
            if place < 0:
                found.append(wall)
            else:
                pause = self.pauses[place]
                found.append(max(pause.at_ms, wall - before[place + 1]))
        return found

    def paused_between(self, from_ms: Millis, to_ms: Millis) -> Millis:
        """Return how long was paused from one running time to another, both included."""
        return sum(pause.ms for pause in self.pauses if from_ms <= pause.at_ms <= to_ms)


def timeline_of(recording: Recording, laps: Sequence[RunLap], total_ms: Millis) -> Timeline:
    """Return the timeline of a recording.

    Where the file tells no stop, what its laps took longer by the wall clock than they were run is a pause at the end
    of the lap. A pause after the run is none: the watch was stopped there.

    Args:
        recording: as it was read.
        laps: those that count, in order.
        total_ms: running time of them all.
    """
    told = [(stop.at_ms, stop.ms) for stop in recording.stops] or _gaps(laps)
    pauses: list[Pause] = []
    cost = 0
    for wall_ms, ms in sorted(told)[:RECORDED_LAPS]:
        at_ms = max(pauses[-1].at_ms if pauses else 0, wall_ms - cost)
        if ms <= 0 or at_ms >= total_ms:
            continue
        cost += ms
        if pauses and pauses[-1].at_ms == at_ms:
            pauses[-1] = Pause(at_ms, pauses[-1].ms + ms)
        else:
            pauses.append(Pause(at_ms, ms))
    return Timeline(tuple(pauses))


def _gaps(laps: Sequence[RunLap]) -> list[tuple[Millis, Millis]]:
    """Return the pauses that the laps' own clocks show, each just before the end of its lap."""
    found: list[tuple[Millis, Millis]] = []
    running_ms = cost = 0
    for place, lap in enumerate(laps):
        running_ms += lap.elapsed_ms
        taken = lap.wall_ms
        if taken is None and place + 1 < len(laps):
            taken = laps[place + 1].start_ms - lap.start_ms
        gap = 0 if taken is None else taken - lap.elapsed_ms
        if gap >= LEAST_GAP_MS:
            found.append((running_ms - 1 + cost, gap))
            cost += gap
    return found
