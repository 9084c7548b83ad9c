"""Sessions of recorded runs: from what a watch kept to an open plan and its events, which fold as any session of ours.

    (a) an interval session, lapped        a segment for each rep and each recovery
    (b) one run, lapped on the way         one segment by distance, its splits as pressed
    (c) one run, lapped by the watch or not at all   the same, splits interpolated at marks
    (d) reps that nobody lapped            as (a), found by speed where they are clear; else (c)

Rules of the file: lap times are the file's to the millisecond. Whatever is taken for something it does not say itself
is said in a note. Nothing is thrown away but laps without time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from statistics import median

from app.core.asked import How
from app.core.athlete import Athlete
from app.core.bounds import DISTANCE_M, RECORDED_LAPS, RECORDED_SAMPLES
from app.core.describe import duration_words
from app.core.errors import Fault, WorkoutError
from app.core.events import Event
from app.core.origin import Laps, Origin
from app.core.plan import Plan
from app.core.setup import Setup
from app.core.tongue import tr
from app.core.units import Metres, Millis, format_time
from app.core.workout import Intensity
from app.interchange.inferring import bouts_of, soft_and_hard, told_by_speed
from app.interchange.lapping import AUTOMATIC, distance_of, grouped, whole_laps
from app.interchange.marking import Marked, along, lined
from app.interchange.nominal import distance_words, kilometres, meant_as, range_words
from app.interchange.pieces import Piece, Taken, events_of, plan_of
from app.interchange.recording import LapCause, Recording, RunLap
from app.interchange.splitting import Knots, knots_of
from app.interchange.timeline import Timeline, timeline_of

RUNNING = ("running", "run", "track_running", "trail_running", "treadmill_running", "track", "street", "trail")
STOOD_MS = 5000
"""A pause this long between two laps, and the second is no part of the same run: who ties a lace takes longer."""
NEAR_MS = 3000
"""A pause so near to the end of a lap is one between two laps: whole seconds, and a thumb between two buttons."""
BY_TIME_MS = 5000
"""Reps by time last a multiple of this."""
LEAST_TIMED = 3
"""Two laps may last the same by chance."""
TIMED_MS, THUMBED_MS, FOUND_MS = 200, 1000, 2000
"""How far off it each may be: ended by a watch; by a thumb, or found, and only where their distance is no usual one."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A recorded run as a session of ours; the plan has its origin."""

    plan: Plan
    events: tuple[Event, ...]
    """Instants count from the start of the run."""
    started_at: str
    """ISO 8601; empty where the file does not say."""
    notes: tuple[str, ...]
    """What of the file was not whole, and what was taken for what, a sentence each."""


def session_of(
    recording: Recording,
    athlete: Athlete | None = None,
    setup: Setup | None = None,
    *,
    file: str = "",
    race_m: Metres | None = None,
) -> Imported:
    """Make a session of a recording.

    Args:
        recording: as a format read it.
        athlete: whose run it is.
        setup: whose track and lines its marks lie on; nothing else of it counts.
        file: the name of the file.
        race_m: how long it was, where a person says so: for the one piece of work in it.

    Raises:
        WorkoutError: it holds no running time, or is over a bound.
    """
    _check(recording)
    setup = setup or Setup()
    setup = Setup(setup.track, convention=setup.convention, mark_every_m=setup.mark_every_m)
    notes = [*recording.warnings]
    if recording.sport and recording.sport not in RUNNING:
        notes.append(tr("The file says {sport}; it is taken as a run.").format(sport=recording.sport[:40]))
    laps = whole_laps(recording, notes)
    total_ms = sum(lap.elapsed_ms for lap in laps)
    timeline = timeline_of(recording, laps, total_ms)
    run = _Run(laps, timeline, knots_of(recording, laps, timeline, total_ms), setup, race_m, notes)
    pieces, kind = run.pieces()
    name = recording.name[:200] or _name(pieces).replace("\u00a0", " ")
    origin = Origin(file, kind, recording.device, tuple(notes))
    plan = plan_of(pieces, name, athlete or Athlete(), setup, origin)
    return Imported(plan, events_of(plan, pieces, timeline), recording.started_at, tuple(notes))


def _check(recording: Recording) -> None:
    if recording.elapsed_ms <= 0 and not any(lap.elapsed_ms > 0 for lap in recording.laps):
        raise WorkoutError([Fault(tr("there is no running time in this file"), tr("choose the file of a run"))])
    over = len(recording.laps) > RECORDED_LAPS or len(recording.samples) > RECORDED_SAMPLES
    if over or (recording.distance_m or 0) > DISTANCE_M or (distance_of(recording.laps) or 0) > DISTANCE_M:
        words = tr("a run has at most {laps} laps, {points} points and {km} km")
        said = words.format(laps=f"{RECORDED_LAPS:,}", points=f"{RECORDED_SAMPLES:,}", km=DISTANCE_M // 1000)
        raise WorkoutError([Fault(said)])


@dataclass(frozen=True, slots=True)
class _Run:
    """A recording on its way to pieces."""

    laps: tuple[RunLap, ...]
    timeline: Timeline
    knots: Knots | None
    setup: Setup
    race_m: Metres | None
    notes: list[str]

    def pieces(self) -> tuple[list[Piece], Laps]:
        groups = grouped(self.laps)
        if len(groups) > 1:
            return self._lapped(groups)
        bouts = bouts_of(self.knots) if self.knots is not None and self.race_m is None else ()
        if bouts and self.knots is not None:
            knots = self.knots
            edges = [(bout.from_ms, bout.to_ms) for bout in bouts]
            lengths = [_metres(knots.distance_at(end) - knots.distance_at(begin)) for begin, end in edges]
            named = soft_and_hard([bout.is_fast for bout in bouts], [True] * len(bouts))
            pieces = [
                Piece(end - begin, length_m, intensity, How.INTERPOLATED)
                for (begin, end), length_m, intensity in zip(edges, lengths, named, strict=True)
            ]
            pieces[-1] = replace(pieces[-1], how=How.IMPORTED)
            self.notes.append(
                tr("Nobody pressed: the reps were found by speed, and begin and end within about 2 s of what is shown.")
            )
            return self._meant(pieces), Laps.FOUND
        return self._marked(_piece(groups[0], Intensity.WORK))

    def _lapped(self, groups: Sequence[tuple[RunLap, ...]]) -> tuple[list[Piece], Laps]:
        said = [group[0].intensity for group in groups]
        if any(intensity is not None for intensity in said):
            intensities = tuple(intensity or Intensity.WORK for intensity in said)
        else:
            told = told_by_speed([(sum(lap.elapsed_ms for lap in group), distance_of(group)) for group in groups])
            intensities = told.intensities
            self._say_told(intensities, told.parted_m_s)
        pieces = self._joined([_piece(group, each) for group, each in zip(groups, intensities, strict=True)])
        work = [place for place, piece in enumerate(pieces) if piece.intensity is Intensity.WORK]
        if len(work) == 1:
            place = work[0]
            began_ms = sum(piece.ms for piece in pieces[:place])
            (marked,), kind = self._marked(pieces[place], began_ms)
            return [*pieces[:place], marked, *pieces[place + 1 :]], kind
        for place in work:
            if any(split.how is How.IMPORTED for split in pieces[place].splits):
                found = lined(pieces[place], self.setup, None, is_lone=False)
                pieces[place] = self._noted(found)
        return self._meant(pieces), Laps.PRESSED

    def _say_told(self, intensities: Sequence[Intensity], parted_m_s: float | None) -> None:
        if parted_m_s is not None:
            pace = format_time(Fraction(round(1000 / parted_m_s)), 0)
            words = tr("Work and rest were told apart by speed: faster than {pace} per km is work.")
            self.notes.append(words.format(pace=pace))
        elif Intensity.REST in intensities:
            self.notes.append(tr("Work and rest were told apart by speed: laps in which nobody moved are rest."))

    def _joined(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Return the pieces, those of one run as one: work upon work, with no pause between, parted by a thumb."""
        made: list[Piece] = []
        end_ms = 0
        for piece in pieces:
            before = made[-1] if made else None
            is_one = (
                before is not None
                and before.intensity is piece.intensity is Intensity.WORK
                and before.is_by_hand
                and before.distance_m
                and piece.distance_m
                and self.timeline.paused_between(end_ms - NEAR_MS, end_ms + NEAR_MS) < STOOD_MS
            )
            end_ms += piece.ms
            if not is_one:
                made.append(piece)
                continue
            assert before is not None
            assert before.distance_m is not None
            assert piece.distance_m is not None
            from_m, from_ms = before.distance_m, before.ms
            moved = (Taken(from_m + split.mark_m, from_ms + split.ms, split.how) for split in piece.splits)
            splits = (*before.splits, Taken(from_m, from_ms, before.how), *moved)
            made[-1] = replace(piece, ms=from_ms + piece.ms, distance_m=from_m + piece.distance_m, splits=splits)
        return made

    def _marked(self, piece: Piece, began_ms: Millis = 0) -> tuple[list[Piece], Laps]:
        """Mark the one piece of work."""
        if piece.distance_m and any(split.how is How.IMPORTED for split in piece.splits):
            found = lined(piece, self.setup, self.race_m, is_lone=True)
        else:
            knots = None if self.knots is None else self.knots.cut(began_ms, began_ms + piece.ms)
            if piece.distance_m is None and knots is not None:
                piece = replace(piece, distance_m=_metres(knots.end_m) or None)
            found = along(piece, knots, self.setup, self.race_m)
        return [self._noted(found)], found.laps

    def _noted(self, found: Marked) -> Piece:
        self.notes.extend(note for note in found.notes if note not in self.notes)
        return found.piece

    def _meant(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Return the pieces, reps that were meant as one distance or one time brought to it."""
        reps = [piece for piece in pieces if piece.intensity is Intensity.WORK and not piece.splits]
        by_ms = _time_meant(reps, self.setup.track.lap_m)
        if by_ms is not None:
            return [replace(piece, by_ms=by_ms) if piece in reps else piece for piece in pieces]
        alike: dict[Metres, list[Metres]] = {}
        for rep in reps:
            meant = None if not rep.distance_m else meant_as([rep.distance_m], (self.setup.track.lap_m,))
            if meant is not None and rep.distance_m is not None:
                alike.setdefault(meant, []).append(rep.distance_m)
        for meant, measured in alike.items():
            if len(measured) < 2 or meant_as(measured, (self.setup.track.lap_m,)) != meant:
                measured.clear()
            elif any(abs(each - meant) > 1 for each in measured):
                words = tr("Reps of {measured} are taken for {meant}.")
                self.notes.append(words.format(measured=range_words(measured), meant=distance_words(meant)))
        taken = {measured_m: meant for meant, measured in alike.items() for measured_m in measured}
        return [
            replace(piece, distance_m=taken[piece.distance_m])
            if piece.intensity is Intensity.WORK and not piece.splits and piece.distance_m in taken
            else piece
            for piece in pieces
        ]


def _piece(group: Sequence[RunLap], intensity: Intensity) -> Piece:
    """Return the piece of laps that the watch parted by itself."""
    length = distance_of(group)
    splits: list[Taken] = []
    ms, metres = 0, Fraction(0)
    for lap in group[:-1]:
        ms += lap.elapsed_ms
        metres += _metres(lap.distance_m or 0)
        if length and (splits[-1].mark_m if splits else 0) < metres < _metres(length):
            splits.append(Taken(metres, ms, How.AUTOMATIC))
    cause = group[-1].cause
    return Piece(
        sum(lap.elapsed_ms for lap in group),
        None if length is None else _metres(length) or None,
        intensity,
        How.AUTOMATIC if cause in AUTOMATIC else How.IMPORTED,
        tuple(splits) if intensity is Intensity.WORK else (),
        is_by_hand=cause in (LapCause.PRESSED, LapCause.PLACE, LapCause.UNKNOWN),
    )


def _metres(measured: float) -> Metres:
    """Return metres to the hundredth, which is more than any watch knows."""
    return Fraction(round(measured * 100), 100)


def _time_meant(reps: Sequence[Piece], lap_m: Metres) -> Millis | None:
    """Return the time that reps were meant as; None where they were meant as a distance, or as nothing alike."""
    if len(reps) < LEAST_TIMED:
        return None
    meant = BY_TIME_MS * round(median(rep.ms for rep in reps) / BY_TIME_MS)
    lengths = [rep.distance_m for rep in reps if rep.distance_m]
    is_measured = len(lengths) == len(reps) and meant_as(lengths, (lap_m,)) is not None
    is_found = all(rep.how is How.INTERPOLATED for rep in reps[:-1])
    if is_measured and is_found:
        return None
    most = TIMED_MS if is_measured else FOUND_MS if is_found else THUMBED_MS
    return meant if meant and all(abs(rep.ms - meant) <= most for rep in reps) else None


def _name(pieces: Sequence[Piece]) -> str:
    """Name a run by its work: `8 × 400 m`, `The mile`, `12.4 km`."""
    work = [piece for piece in pieces if piece.intensity is Intensity.WORK]
    lengths = {piece.distance_m for piece in work}
    first = work[0] if work else pieces[0]
    if len(work) == 1:
        words = tr("Run", "imported") if not first.distance_m else distance_words(first.distance_m)
        return words[:1].upper() + words[1:]
    if len({piece.by_ms for piece in work}) == 1 and first.by_ms is not None:
        return f"{len(work)} × {duration_words(first.by_ms)}"
    if len(lengths) == 1 and first.distance_m:
        return f"{len(work)} × {distance_words(first.distance_m)}"
    known = sum((piece.distance_m or Fraction(0) for piece in work), Fraction(0))
    if known:
        return tr("{n} reps, {km}").format(n=len(work), km=kilometres(known))
    return tr("{n} laps").format(n=len(work))
