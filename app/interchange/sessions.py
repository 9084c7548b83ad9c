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

from app.core.asked import How
from app.core.athlete import Athlete
from app.core.bounds import DISTANCE_M, RECORDED_LAPS, RECORDED_SAMPLES
from app.core.errors import Fault, WorkoutError
from app.core.events import Event
from app.core.origin import Laps, Origin
from app.core.plan import Plan
from app.core.setup import Setup
from app.core.tongue import tr
from app.core.units import Metres, Millis, format_time
from app.core.workout import Intensity
from app.interchange.inferring import bouts_of, n_changes, soft_and_hard, told_by_speed
from app.interchange.lapping import ALTERNATES, AUTOMATIC, distance_of, grouped, whole_laps
from app.interchange.marking import Marked, along, lined
from app.interchange.pieces import Piece, Taken, events_of, plan_of
from app.interchange.recording import LapCause, Recording, RunLap
from app.interchange.reps import alike, name_of
from app.interchange.splitting import Knots, knots_of
from app.interchange.timeline import Timeline, timeline_of

RUNNING = ("running", "run", "9", "track_running", "trail_running", "treadmill_running")
"""As the formats say it; 9 is how one service numbers its runs in GPX."""
NOTE_CHARS, NOTES = 300, 40
"""Of what is kept with the plan: a file with more to be said of it has said enough."""
NAME_CHARS = 200
STOOD_MS = 5000
"""A pause this long between two laps, and the second is no part of the same run: who ties a lace takes longer."""
NEAR_MS = 3000
"""A pause so near to the end of a lap is one between two laps: whole seconds, and a thumb between two buttons."""


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
    notes = [_sentence(warning) for warning in recording.warnings]
    if recording.sport and recording.sport not in RUNNING:
        notes.append(tr("The file says {sport}; it is taken as a run.").format(sport=recording.sport[:40]))
    laps = whole_laps(recording, notes)
    total_ms = sum(lap.elapsed_ms for lap in laps)
    timeline = timeline_of(recording, laps, total_ms)
    run = _Run(laps, timeline, knots_of(recording, laps, timeline, total_ms), setup, race_m, notes)
    pieces, kind = run.pieces()
    name = " ".join(recording.name.split())[:NAME_CHARS] or name_of(pieces).replace("\u00a0", " ")
    said = tuple(note[:NOTE_CHARS] for note in notes[:NOTES])
    origin = Origin(file, kind, " ".join(recording.device.split())[:NAME_CHARS], said)
    plan = plan_of(pieces, name, athlete or Athlete(), setup, origin)
    return Imported(plan, events_of(plan, pieces, timeline), recording.started_at, said)


def _sentence(words: str) -> str:
    """Return what a reader warned of as a sentence among others."""
    plain = " ".join(words.split())
    return plain[:1].upper() + plain[1:] + ("" if plain.endswith((".", "…", "!", "?")) else ".")


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
            return self._alike(pieces), Laps.FOUND
        return self._marked(_piece(groups[0], Intensity.WORK))

    def _lapped(self, groups: Sequence[tuple[RunLap, ...]]) -> tuple[list[Piece], Laps]:
        said = [group[0].intensity for group in groups]
        ran = [(sum(lap.elapsed_ms for lap in group), distance_of(group)) for group in groups]
        if any(intensity is not None for intensity in said):
            intensities = self._said([intensity or Intensity.WORK for intensity in said], ran)
        else:
            told = told_by_speed(ran)
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
        return self._alike(pieces), Laps.PRESSED

    def _said(self, said: list[Intensity], ran: Sequence[tuple[Millis, float | None]]) -> tuple[Intensity, ...]:
        """Return what the file says of each lap; where it knows no recovery, quick and slow work are told apart."""
        work = [place for place, intensity in enumerate(said) if intensity is Intensity.WORK]
        if Intensity.REST in said or Intensity.RECOVERY in said or not work:
            return tuple(said)
        told = told_by_speed([ran[place] for place in work])
        if n_changes(told.intensities) < ALTERNATES:
            return tuple(said)
        self._say_told(told.intensities, told.parted_m_s)
        for place, intensity in zip(work, told.intensities, strict=True):
            said[place] = intensity
        return tuple(said)

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

    def _alike(self, pieces: Sequence[Piece]) -> list[Piece]:
        made, notes = alike(pieces, self.setup.track.lap_m)
        self.notes.extend(notes)
        return made

    def _noted(self, found: Marked) -> Piece:
        self.notes.extend(note for note in found.notes if note not in self.notes)
        return found.piece


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
