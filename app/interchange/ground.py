"""Points of a run on their way in: when each was, and how far it is over the ground.

Rules of the file: it puts points in order and measures; it smooths nothing and fills nothing in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import asin, cos, radians, sin, sqrt

from app.core.bounds import RECORDED_SAMPLES
from app.core.tongue import tr
from app.core.units import Millis
from app.interchange.recording import Sample
from app.interchange.xml_text import refusal

EARTH_M = 6_371_008.8
"""Mean radius of the earth, (2a + b) / 3. Source: H. Moritz, Geodetic Reference System 1980, Journal of Geodesy 74
(2000)."""

APART = timedelta(days=1)
"""Points with more between them are not of one run: a watch without a fix calls the day 1989 or 2000."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a point is, in degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Point:
    """A point as a file holds it."""

    at: datetime
    place: Place | None = None
    distance_m: float | None = None
    speed_m_s: float | None = None
    heart_bpm: int | None = None


def moment(text: str) -> datetime | None:
    """Return an ISO 8601 instant; one without an offset is taken as UTC; None for anything else.

    >>> moment("2026-11-29T09:00:00.5Z")
    datetime.datetime(2026, 11, 29, 9, 0, 0, 500000, tzinfo=datetime.timezone.utc)
    """
    try:
        read = datetime.fromisoformat(text.strip())
        read = read if read.tzinfo is not None else read.replace(tzinfo=UTC)
        read.astimezone(UTC)  # an offset may lead out of the calendar
    except (ValueError, OverflowError):
        return None
    return read


def place_of(lat: str, lon: str) -> Place | None:
    """Return a place from two texts in degrees; None where it is none on earth."""
    try:
        place = Place(float(lat), float(lon))
    except ValueError:
        return None
    return place if abs(place.lat) <= 90 and abs(place.lon) <= 180 else None  # NaN is neither


def metres_between(a: Place, b: Place) -> float:
    """Return the way between two places along a great circle, in metres; heights are not looked at.

    Source: the haversine formula, R. W. Sinnott, Virtues of the Haversine, Sky and Telescope 68 (1984). On a ball of
    `EARTH_M` it is within 0.56 % of the ellipsoid, less than a watch errs.

    >>> round(metres_between(Place(0, 0), Place(0, 1)))
    111195
    """
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_M * asin(min(1.0, sqrt(half)))


def millis(span: timedelta) -> Millis:
    """Return whole milliseconds, halves up."""
    return (span + timedelta(microseconds=500)) // timedelta(milliseconds=1)


def in_order(points: list[Point], said: list[str]) -> list[Point]:
    """Return the points of one stretch by time; what is of another day is left out, and said.

    Raises:
        WorkoutError: there are too many.
    """
    if len(points) > RECORDED_SAMPLES:
        words = tr("the run has more than {n} points").format(n=f"{RECORDED_SAMPLES:,}")
        raise refusal(words, tr("export one run at a time"))
    ordered = sorted(points, key=lambda point: point.at)
    if any(a is not b for a, b in zip(points, ordered, strict=True)):
        said.append(tr("some points are not in the order of their times; they were sorted"))
    groups: list[list[Point]] = []
    for point in ordered:
        if groups and point.at - groups[-1][-1].at <= APART:
            groups[-1].append(point)
        else:
            groups.append([point])
    if len(groups) < 2:
        return ordered
    said.append(tr("some points are of another day; they were left out"))
    return max(groups, key=len)


def samples_of(points: list[Point], start: datetime) -> tuple[Sample, ...]:
    """Return points in order as samples, each time once; of two at one time the later fills in what it knows."""
    samples: list[Sample] = []
    for point in points:
        at_ms = millis(point.at - start)
        sample = Sample(at_ms, point.distance_m, point.speed_m_s, point.heart_bpm)
        if samples and samples[-1].at_ms >= at_ms:
            before = samples[-1]
            samples[-1] = replace(
                before,
                distance_m=before.distance_m if sample.distance_m is None else sample.distance_m,
                speed_m_s=before.speed_m_s if sample.speed_m_s is None else sample.speed_m_s,
                heart_bpm=before.heart_bpm if sample.heart_bpm is None else sample.heart_bpm,
            )
        else:
            samples.append(sample)
    return tuple(samples)


def metres(text: str) -> float | None:
    """Return a length or speed from a text; None for what is none, such as `NaN` or less than 0."""
    try:
        read = float(text)
    except ValueError:
        return None
    return read if 0 <= read < 1e9 else None


def beats(text: str) -> int | None:
    """Return a heart rate from a text; None for what is none: below 20 or above 250."""
    read = metres(text)
    return round(read) if read is not None and 20 <= read <= 250 else None
