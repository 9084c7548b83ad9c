"""GPX 1.0 and 1.1: tracks with times, as a run without laps.

Rules of the file: a track is a run, its segments are the stretches between pauses. Distance is measured from the
places, since GPX holds none; nothing is counted across a pause.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.core.tongue import tr
from app.interchange.format import Format, Held
from app.interchange.ground import Point, beats, in_order, metres, metres_between, millis, moment, place_of, samples_of
from app.interchange.recording import Recording, Stop
from app.interchange.xml_door import Node, begins, walk
from app.interchange.xml_text import plain, refusal

NAME_CHARS = 200


def read(data: bytes) -> tuple[Held, ...]:
    """Read every track of a file that has times.

    Raises:
        WorkoutError: it is no GPX, or holds no track with times.
    """
    file = _File()
    closed = {"trkpt": file.point, "trkseg": file.segment, "trk": file.track}
    opened = {"trk": file.begin, "trkseg": file.begin_segment}
    walked = walk(data, "GPX", opened, closed)
    if walked.root.tag.casefold() != "gpx":
        words = tr("this is no {kind} file: it begins with <{tag}>").format(kind="GPX", tag=walked.root.tag[:40])
        raise refusal(words, tr("choose another file"))
    if not walked.is_whole:
        file.track(walked.root)  # what is whole of the track that broke off
    creator = plain(walked.root.attributes.get("creator", ""), lines=False)[:NAME_CHARS]
    if file.runs:
        return tuple(replace(run, device=creator, warnings=walked.warnings + run.warnings) for run in file.runs)
    if file.n_points:
        words = tr("the track has no times, so no splits can be had")
        raise refusal(words, tr("export the run from the watch, not the route that was planned"))
    if any(each.tag in {"wpt", "rte"} for each in walked.root.children):
        words = tr("the file holds waypoints or a route and no track")
        raise refusal(words, tr("export the run, not the route that was planned"))
    raise refusal(tr("the file holds no track"), tr("choose another file"))


class _File:
    """What was read so far."""

    def __init__(self) -> None:
        self.runs: list[Recording] = []
        self.n_points = 0
        self._points: list[Point] = []
        self._segments: list[list[Point]] = []
        self._n_timeless = 0

    def begin(self, _track: Node) -> None:
        self._points, self._segments, self._n_timeless = [], [], 0

    def begin_segment(self, _segment: Node) -> None:
        self._points = []

    def point(self, node: Node) -> None:
        self.n_points += 1
        place = place_of(node.attributes.get("lat", ""), node.attributes.get("lon", ""))
        at = moment(node.words("time"))
        if at is None or place is None:
            self._n_timeless += 1
            return
        speed, heart = node.words("speed"), ""
        extensions = node.child("extensions")
        for each in () if extensions is None else (*extensions.children, *_grandchildren(extensions)):
            name = each.tag.casefold()
            speed = each.text if name == "speed" else speed
            heart = each.text if name in {"hr", "heartrate"} else heart
        self._points.append(Point(at, place, None, metres(speed), beats(heart)))

    def segment(self, _segment: Node) -> None:
        if self._points:
            self._segments.append(self._points)
        self._points = []

    def track(self, track: Node) -> None:
        self.segment(track)
        said: list[str] = []
        if self._segments:
            if self._n_timeless:
                words = tr("{n} of {most} points have no time or place; they were left out")
                most = self._n_timeless + sum(map(len, self._segments))
                said.append(words.format(n=self._n_timeless, most=most))
            run = _run_of(self._segments, said)
            name = plain(track.words("name"), lines=False)[:NAME_CHARS]
            sport = plain(track.words("type"), lines=False)[:NAME_CHARS].casefold()
            if run.elapsed_ms > 0:  # otherwise its points all have one time, which is none
                self.runs.append(replace(run, name=name, sport=sport))
        self._segments = []


def _grandchildren(node: Node) -> list[Node]:
    return [each for child in node.children for each in child.children]


def _run_of(segments: list[list[Point]], said: list[str]) -> Recording:
    of_segment = {id(point): number for number, points in enumerate(segments) for point in points}
    points = in_order([point for points in segments for point in points], said)
    start: datetime = points[0].at
    stops: list[Stop] = []
    covered = 0.0
    measured: list[Point] = []
    last: Point | None = None
    for point in points:
        if last is not None and last.place is not None and point.place is not None:
            if of_segment[id(last)] == of_segment[id(point)]:
                covered += metres_between(last.place, point.place)
            elif point.at > last.at:
                stops.append(Stop(millis(last.at - start), millis(point.at - start) - millis(last.at - start)))
        measured.append(replace(point, distance_m=covered))
        last = point
    samples = samples_of(measured, start)
    elapsed_ms = samples[-1].at_ms - sum(stop.ms for stop in stops)
    said.append(tr("the file has no distances; they were measured between its places"))
    return Recording("", start.isoformat(), elapsed_ms, covered, (), samples, tuple(stops), warnings=tuple(said))


FORMAT = Format("gpx", "GPX", ".gpx", lambda head: begins(head, "gpx"), read)
