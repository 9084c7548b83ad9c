"""Recorded runs of FIT: sessions, laps, points and timer events become recordings.

Rules of the file: what the watch measured, nothing inferred. Stamps in FIT are whole seconds, lengths of laps
milliseconds: a lap begins where the one before it ends, as long as its stamp agrees. Times run by the wall clock;
running time is the watch's timer, without its pauses.

Source: garmin/fit-python-sdk 21.205, profile: messages session (18), lap (19), record (20), event (21), activity (34).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import TypeAlias

from app.core.bounds import DISTANCE_M
from app.core.tongue import tr
from app.core.units import Millis
from app.core.workout import Intensity
from app.interchange.fit_messages import Part, Value
from app.interchange.recording import LapCause, Recording, RunLap, Sample, Stop

Values: TypeAlias = dict[str, Value]

_EPOCH_S = 631_065_600
"""1989-12-31T00:00:00Z, from which FIT counts, as Unix counts. Source: Garmin, FIT protocol, date_time."""
_DATED_S = 0x10000000
"""Stamps below it count from when the watch was switched on. Source: as above."""
_LONGEST_S = 7 * 24 * 3600
"""From the start to a point: what is further away was stamped by a clock that was set in between."""
_EARLY_S = 5
"""A point may be stamped so much before the start without a word; it is left out all the same."""
_AGREE_MS = 2_000
"""Between a lap's stamp and the end of the lap before it: both were rounded to a second."""
_WRAP_M = 256
"""Old watches keep a point's distance in 12 bits of 1/16 m. Source: profile, record, compressed_speed_distance."""

_CAUSES = {
    "manual": LapCause.PRESSED,
    "time": LapCause.TIME,
    "distance": LapCause.DISTANCE,
    "position_start": LapCause.PLACE,
    "position_lap": LapCause.PLACE,
    "position_waypoint": LapCause.PLACE,
    "position_marked": LapCause.PLACE,
    "session_end": LapCause.END,
}
_INTENSITIES = {
    "active": Intensity.WORK,
    "interval": Intensity.WORK,
    "rest": Intensity.REST,
    "warmup": Intensity.WARMUP,
    "cooldown": Intensity.COOLDOWN,
    "recovery": Intensity.RECOVERY,
}


@dataclass(slots=True)
class _Leg:
    """One session of a file, a triathlon having three, and what falls into it."""

    session: Values
    laps: list[Values] = field(default_factory=list)
    records: list[Values] = field(default_factory=list)
    events: list[Values] = field(default_factory=list)


def recordings_of(part: Part) -> tuple[Recording, ...]:
    """Read the runs of one part: one for each session; what has neither length nor time is none."""
    warnings = list(part.faults)
    records = [values for values in part.of("record") if _stamp(values) is not None]
    _unwrap(records)
    found: list[Recording] = []
    for leg in _legs(part, records):
        recording = _recording(part, leg, [] if found else warnings)
        if recording is not None:
            found.append(recording)
    return tuple(found)


def _legs(part: Part, records: list[Values]) -> list[_Leg]:
    """Part laps, points and events by the sessions' starts; all is one leg where there are fewer than two."""
    sessions = part.of("session")
    dated = [session for session in sessions if _whole(session, "start_time") is not None]
    events = [values for values in part.of("event") if values.get("event") == "timer" and _stamp(values) is not None]
    if len(dated) < 2:
        return [_Leg((dated or sessions or [{}])[0], part.of("lap"), records, events)]
    legs = [_Leg(session) for session in sorted(dated, key=lambda values: _whole(values, "start_time") or 0)]
    starts = [_whole(leg.session, "start_time") or 0 for leg in legs]

    def leg_at(at: int | None) -> _Leg:
        return legs[max(0, sum(start <= (at or 0) for start in starts) - 1)]

    for values in part.of("lap"):
        leg_at(_whole(values, "start_time") or _stamp(values)).laps.append(values)
    for values in records:
        leg_at(_stamp(values)).records.append(values)
    for values in events:
        leg_at(_stamp(values)).events.append(values)
    return legs


def _recording(part: Part, leg: _Leg, warnings: list[str]) -> Recording | None:
    start = _start_of(leg)
    come, n_outside = _samples(leg.records, start)
    samples = tuple(sorted(come, key=lambda sample: sample.at_ms))
    laps, n_lost = _laps(leg.laps, start)
    stops = _stops(leg.events, start)
    if not laps and len(samples) < 2 and not _millis(leg.session, "total_timer_time"):
        return None
    said = list(warnings)
    if samples != come:
        said.append(tr("the watch's clock went back on the way; the points were put in order"))
    if n_outside:
        said.append(tr("points stamped outside the run were left out: {n}").format(n=n_outside))
    if n_lost:
        said.append(tr("laps without a length or a place were left out: {n}").format(n=n_lost))
    if not leg.session:
        said.append(tr("the file has no totals; time and distance are those of its laps or points"))
    sport = leg.session.get("sport") or next((values["sport"] for values in part.of("sport") if "sport" in values), "")
    return Recording(
        sport=sport.lower() if isinstance(sport, str) else "",
        started_at=_date(start, _offset(part)),
        elapsed_ms=_elapsed(leg.session, laps, samples, stops),
        distance_m=_distance(leg.session, laps, samples),
        laps=laps,
        samples=samples,
        stops=stops,
        device=_device(part),
        name=next((str(values["wkt_name"]).strip() for values in part.of("workout") if "wkt_name" in values), ""),
        warnings=tuple(said),
    )


def _start_of(leg: _Leg) -> int:
    """Return the stamp of the start; where no point lies near what the file says, that of the first point."""
    begun = [at for values in leg.events if values.get("event_type") == "start" and (at := _stamp(values)) is not None]
    lapped = [at for values in leg.laps if (at := _whole(values, "start_time")) is not None]
    stamps = [at for values in leg.records if (at := _stamp(values)) is not None]
    said = _whole(leg.session, "start_time")
    firsts = [*lapped[:1], *begun[:1], *stamps[:1]] if said is None else [said]
    start = min((at for at in firsts if at >= max(firsts) - _LONGEST_S), default=0)
    if stamps and not any(start - _EARLY_S <= at <= start + _LONGEST_S for at in stamps):
        return stamps[0]
    return start


def _samples(records: Sequence[Values], start: int) -> tuple[tuple[Sample, ...], int]:
    """Return the points as they come, those of one second as one, and how many lie outside the run."""
    kept: dict[int, Sample] = {}
    n_outside = 0
    for values in records:
        at = (_stamp(values) or 0) - start
        if not 0 <= at <= _LONGEST_S:
            n_outside += not -_EARLY_S <= at < 0
            continue
        speed = _number(values, "enhanced_speed", 100)
        speed = _number(values, "speed", 100) if speed is None else speed
        heart = _whole(values, "heart_rate")
        heart = heart if heart and heart <= 250 else None
        distance = _number(values, "distance", DISTANCE_M)
        before = kept.get(at)
        if before is not None:
            distance = before.distance_m if distance is None else distance
            speed = before.speed_m_s if speed is None else speed
            heart = heart or before.heart_bpm
        kept[at] = Sample(at * 1000, distance, speed, heart)
    return tuple(kept.values()), n_outside


def _laps(laps: Sequence[Values], start: int) -> tuple[tuple[RunLap, ...], int]:
    """Return the laps, and how many had no length or place."""
    kept: list[RunLap] = []
    meant = [_INTENSITIES.get(str(values.get("intensity"))) for values in laps]
    if len(set(meant)) < 2:
        meant = [None] * len(laps)
    n_lost = 0
    end = 0
    for index, values in enumerate(laps):
        wall, timer = _millis(values, "total_elapsed_time"), _millis(values, "total_timer_time")
        begun, ended = _whole(values, "start_time"), _stamp(values)
        if wall is None and begun is not None and ended is not None and 0 < ended - begun <= _LONGEST_S:
            wall = (ended - begun) * 1000
        elapsed = timer or wall
        at = end if begun is None else (begun - start) * 1000
        at = end if abs(at - end) <= _AGREE_MS else at
        if not elapsed or not 0 <= at <= _LONGEST_S * 1000:
            n_lost += bool(elapsed) or bool(_number(values, "total_distance", DISTANCE_M))
            continue
        cause = _cause(values, laps[index + 1] if index + 1 < len(laps) else None)
        distance = _number(values, "total_distance", DISTANCE_M)
        kept.append(RunLap(at, elapsed, distance, cause, meant[index], wall))
        end = at + max(wall or 0, elapsed)
    return tuple(kept), n_lost


def _cause(values: Values, following: Values | None) -> LapCause:
    """Return why a lap ended: by the watch's workout where another of its steps follows a lap that nobody pressed."""
    cause = _CAUSES.get(str(values.get("lap_trigger")), LapCause.UNKNOWN)
    step = values.get("wkt_step_index")
    if cause in (LapCause.TIME, LapCause.DISTANCE) and step is not None and following is not None:
        return LapCause.STEP if following.get("wkt_step_index") != step else cause
    return cause


def _stops(events: Sequence[Values], start: int) -> tuple[Stop, ...]:
    """Return the pauses: from each stop of the timer to the start that follows it; the last stop is the end."""
    stops: list[Stop] = []
    stopped: int | None = None
    for values in sorted(events, key=lambda event: _stamp(event) or 0):
        at, kind = (_stamp(values) or 0) - start, str(values.get("event_type"))
        if not 0 <= at <= _LONGEST_S:
            continue
        if kind.startswith("stop") and stopped is None:
            stopped = at
        elif kind == "start" and stopped is not None:
            if at > stopped:
                stops.append(Stop(stopped * 1000, (at - stopped) * 1000))
            stopped = None
    return tuple(stops)


def _elapsed(session: Values, laps: Sequence[RunLap], samples: Sequence[Sample], stops: Sequence[Stop]) -> Millis:
    timer, wall = _millis(session, "total_timer_time"), _millis(session, "total_elapsed_time")
    if timer:
        return timer
    if laps:
        return sum(lap.elapsed_ms for lap in laps)
    whole = wall or (samples[-1].at_ms - samples[0].at_ms if samples else 0)
    return max(0, whole - sum(stop.ms for stop in stops))


def _distance(session: Values, laps: Sequence[RunLap], samples: Sequence[Sample]) -> float | None:
    said = _number(session, "total_distance", DISTANCE_M)
    if said:
        return said
    measured = [sample.distance_m for sample in samples if sample.distance_m is not None]
    if measured:
        return max(measured)
    lapped = [lap.distance_m for lap in laps if lap.distance_m is not None]
    return sum(lapped) if lapped else said


def _unwrap(records: Sequence[Values]) -> None:
    """Let the distances of old watches go on where their 12 bits begin again."""
    gone: float = 0
    for values in records:
        if "compressed_speed_distance" not in values:
            continue
        distance = _number(values, "distance", DISTANCE_M)
        if distance is not None:
            gone += (distance - gone) % _WRAP_M
            values["distance"] = gone


def _device(part: Part) -> str:
    head = next(iter(part.of("file_id")), {})
    maker, product = head.get("manufacturer"), head.get("product_name") or head.get("product")
    words = [maker.replace("_", " ").capitalize() if isinstance(maker, str) else "", product]
    return " ".join(word for word in words if isinstance(word, str) and word.strip())


def _offset(part: Part) -> timedelta:
    """Return how far the watch's wall clock was from UTC, 0 where the file does not say."""
    for values in part.of("activity"):
        local, at = _whole(values, "local_timestamp"), _stamp(values)
        if local is not None and at is not None and abs(local - at) <= 14 * 3600:
            return timedelta(minutes=15 * round((local - at) / 900))
    return timedelta()


def _date(stamp: int, offset: timedelta) -> str:
    if stamp < _DATED_S:
        return ""
    zone = timezone(offset) if offset else UTC
    return datetime.fromtimestamp(_EPOCH_S + stamp, zone).isoformat()


def _stamp(values: Values) -> int | None:
    return _whole(values, "timestamp")


def _whole(values: Values, name: str) -> int | None:
    value = values.get(name)
    return value if isinstance(value, int) else None


def _number(values: Values, name: str, most: float) -> float | None:
    value = values.get(name)
    return float(value) if isinstance(value, int | float) and 0 <= value <= most else None


def _millis(values: Values, name: str) -> Millis | None:
    seconds = _number(values, name, _LONGEST_S)
    return None if seconds is None else round(seconds * 1000)
