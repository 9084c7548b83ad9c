"""A run in TCX: an Activity, its laps, tracks and points, as a recording.

Rules of the file: a lap's time is running time, pauses taken out; several tracks in one lap are parted by pauses. What
breaks off is kept: the laps that were closed, and of the last one its points.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise

from app.core.bounds import RECORDED_LAPS
from app.core.tongue import tr
from app.core.units import Millis
from app.core.workout import Intensity
from app.interchange.ground import (
    APART,
    Point,
    beats,
    in_order,
    metres,
    metres_between,
    millis,
    moment,
    place_of,
    samples_of,
)
from app.interchange.recording import LapCause, Recording, RunLap, Sample, Stop
from app.interchange.xml_door import Node
from app.interchange.xml_text import plain, refusal

NAME_CHARS = 200
SLIP_MS = 2_000
"""A lap without distance that is shorter is a second press of the button; a longer one is a rest that was stood."""
PAUSED_MS = 1_000
"""A lap that took less than this longer than its running time had no pause: watches round both."""

_CAUSES = {
    "Manual": LapCause.PRESSED,
    "Distance": LapCause.DISTANCE,
    "Time": LapCause.TIME,
    "Location": LapCause.PLACE,
}
_INTENSITIES = {"Active": Intensity.WORK, "Resting": Intensity.RECOVERY}


@dataclass(slots=True)
class _Lap:
    """A lap as the file holds it; of one that broke off the node has what was closed."""

    start: datetime | None
    node: Node
    tracks: list[list[Point]] = field(default_factory=list)

    def points(self) -> list[Point]:
        return [point for track in self.tracks for point in track]


class RunReader:
    """Takes the elements of Activities as they open and close."""

    def __init__(self) -> None:
        self.runs: list[Recording] = []
        self._activity: Node | None = None
        self._lap: _Lap | None = None
        self._laps: list[_Lap] = []

    def begin(self, activity: Node) -> None:
        """An Activity opens."""
        self._activity, self._lap, self._laps = activity, None, []

    def begin_lap(self, lap: Node) -> None:
        """A Lap opens; one of a course is none."""
        if self._activity is not None:
            self._lap = _Lap(moment(lap.attributes.get("StartTime", "")), lap)

    def begin_track(self, _track: Node) -> None:
        """A Track opens."""
        if self._lap is not None:
            self._lap.tracks.append([])

    def point(self, node: Node) -> None:
        """A Trackpoint closes."""
        at = moment(node.words("Time"))
        if self._lap is None or at is None:
            return
        if not self._lap.tracks:
            self._lap.tracks.append([])
        place = node.child("Position")
        speed = next((each.text for each in _below(node.child("Extensions")) if each.tag == "Speed"), "")
        self._lap.tracks[-1].append(
            Point(
                at,
                None if place is None else place_of(place.words("LatitudeDegrees"), place.words("LongitudeDegrees")),
                metres(node.words("DistanceMeters")),
                metres(speed),
                beats(node.words("HeartRateBpm", "Value")),
            )
        )

    def lap(self, _node: Node) -> None:
        """A Lap closes."""
        if self._lap is not None:
            self._keep_lap(self._lap)

    def end(self, activity: Node) -> None:
        """An Activity closes, or the file breaks off in it."""
        if self._activity is None:
            return
        if self._lap is not None and (self._lap.points() or self._lap.node.children):
            self._keep_lap(self._lap)
        if self._laps:
            run = _run_of(self._laps, moment(activity.words("Id")))
            if run is not None:
                sport = plain(self._activity.attributes.get("Sport", ""), lines=False)[:NAME_CHARS].casefold()
                name = plain(activity.words("Notes"), lines=False)[:NAME_CHARS]
                device = plain(activity.words("Creator", "Name"), lines=False)[:NAME_CHARS]
                self.runs.append(replace(run, sport=sport, name=name, device=device))
        self._activity, self._lap = None, None

    def break_off(self) -> None:
        """The file ends; what is open is kept as far as it goes."""
        if self._activity is not None:
            self.end(self._activity)

    def _keep_lap(self, lap: _Lap) -> None:
        if len(self._laps) >= RECORDED_LAPS:
            words = tr("the run has more than {n} laps").format(n=f"{RECORDED_LAPS:,}")
            raise refusal(words, tr("export one run at a time"))
        if lap.start is None and lap.points():
            lap.start = lap.points()[0].at
        self._laps.append(lap)
        self._lap = None


def _below(node: Node | None) -> list[Node]:
    return [] if node is None else [each for child in node.children for each in (child, *child.children)]


def _run_of(laps: list[_Lap], begun: datetime | None) -> Recording | None:
    said: list[str] = []
    points = in_order(_measured(laps, said), said)
    if points:
        near = (points[0].at - APART, points[-1].at + APART)
        laps = [lap for lap in laps if lap.start is None or near[0] <= lap.start <= near[1]]
    starts = [lap.start for lap in laps if lap.start is not None]
    first = min([*starts, *(point.at for point in points[:1])], default=begun)
    if first is None:
        return None
    samples = samples_of(points, first)
    run_laps, stops = _laps_of(laps, first, samples, said)
    stopped = sum(stop.ms for stop in stops)
    elapsed = sum(lap.elapsed_ms for lap in run_laps) or (samples[-1].at_ms - stopped if samples else 0)
    if elapsed <= 0:
        return None
    lengths = [lap.distance_m for lap in run_laps if lap.distance_m is not None]
    reached = [sample.distance_m for sample in samples if sample.distance_m is not None]
    covered = sum(lengths) if lengths else max(reached, default=None)
    return Recording("", first.isoformat(), elapsed, covered, run_laps, samples, stops, warnings=tuple(said))


def _measured(laps: list[_Lap], said: list[str]) -> list[Point]:
    """Return the points with their distance from the start, measured where the file has none, or begins anew."""
    points = [point for lap in laps for point in lap.points()]
    if any(point.distance_m is not None for point in points):
        return _from_start(laps, said)
    if not any(point.place is not None for point in points):
        return points
    said.append(tr("the file has no distances; they were measured between its places"))
    measured, covered, last = [], 0.0, None
    for point in sorted(points, key=lambda each: each.at):
        if point.place is not None:
            covered += 0.0 if last is None else metres_between(last, point.place)
            last = point.place
        measured.append(replace(point, distance_m=covered))
    return measured


def _from_start(laps: list[_Lap], said: list[str]) -> list[Point]:
    """Add up distances that begin anew in each lap."""
    base, reached, points, is_anew = 0.0, 0.0, [], False
    for lap in laps:
        known = [point.distance_m for point in lap.points() if point.distance_m is not None]
        if known and reached > 50 and known[0] < reached / 2 and known[-1] < reached:
            base, is_anew = base + reached, True
        points += [
            point if point.distance_m is None or not base else replace(point, distance_m=point.distance_m + base)
            for point in lap.points()
        ]
        reached = max(known, default=reached)
    if is_anew:
        said.append(tr("distances begin anew in each lap; they were added up"))
    return points


def _laps_of(
    laps: list[_Lap], first: datetime, samples: tuple[Sample, ...], said: list[str]
) -> tuple[tuple[RunLap, ...], tuple[Stop, ...]]:
    timed = sorted((lap for lap in laps if lap.start is not None), key=_start)
    if len(timed) < len(laps):
        said.append(tr("some laps have no start; they were left out"))
    kept: list[RunLap] = []
    stops: list[Stop] = []
    n_slips = 0
    end_ms = samples[-1].at_ms if samples else None
    for lap, after in zip(timed, [*timed[1:], None], strict=True):
        start_ms = millis(_start(lap) - first)
        until_ms = end_ms if after is None else millis(_start(after) - first)
        wall_ms = None if until_ms is None or until_ms <= start_ms else until_ms - start_ms
        made, paused = _lap_of(lap, start_ms, wall_ms, first)
        if not made.distance_m and made.elapsed_ms < SLIP_MS:
            n_slips += 1
            continue
        wall_ms = made.wall_ms if after is not None else made.elapsed_ms + sum(stop.ms for stop in paused)
        kept.append(replace(made, wall_ms=wall_ms))
        stops += paused
    if n_slips:
        said.append(tr("laps of neither time nor distance were left out ({n} of them)").format(n=n_slips))
    if len({lap.intensity for lap in kept}) == 1:
        kept = [replace(lap, intensity=None) for lap in kept]
    return tuple(kept), tuple(stops)


def _start(lap: _Lap) -> datetime:
    assert lap.start is not None
    return lap.start


def _lap_of(lap: _Lap, start_ms: Millis, wall_ms: Millis | None, first: datetime) -> tuple[RunLap, list[Stop]]:
    node = lap.node
    given = metres(node.words("TotalTimeSeconds"))
    elapsed_ms = round(1000 * given) if given else None
    gaps = _gaps(lap)
    paused_ms = sum(millis(gap) for _, gap in gaps)
    if elapsed_ms is None:
        elapsed_ms = max(0, (wall_ms or 0) - paused_ms)
    elif wall_ms is not None:
        paused_ms = min(paused_ms, max(0, wall_ms - elapsed_ms))
    stops: list[Stop] = []
    whole = sum(millis(gap) for _, gap in gaps)
    if paused_ms >= PAUSED_MS:
        stops = [Stop(millis(at - first), millis(gap) * paused_ms // whole) for at, gap in gaps]
    cause = _CAUSES.get(node.words("TriggerMethod"), LapCause.UNKNOWN)
    intensity = _INTENSITIES.get(node.words("Intensity"))
    distance = metres(node.words("DistanceMeters"))
    if not distance:
        distance = _covered(lap) if distance is None else _covered(lap) or distance
    return RunLap(start_ms, elapsed_ms, distance, cause, intensity, wall_ms), stops


def _gaps(lap: _Lap) -> list[tuple[datetime, timedelta]]:
    """Return when each track of a lap ended, and how long it was until the next."""
    tracks = [track for track in lap.tracks if track]
    pairs = [(before[-1].at, after[0].at - before[-1].at) for before, after in pairwise(tracks)]
    return [(at, gap) for at, gap in pairs if timedelta(0) < gap <= APART]


def _covered(lap: _Lap) -> float | None:
    known = [point.distance_m for point in lap.points() if point.distance_m is not None]
    return known[-1] - known[0] if len(known) > 1 and known[-1] >= known[0] else None
