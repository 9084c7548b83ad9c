"""Cues: what is to sound, and when. Pure: fed by events, read by the driver, handed to the sound process.

Rules of the file: a cue is an absolute instant, laid early. A countdown sounds only before an end that is
planned. The sheet runs on over planned boundaries up to the next open end, so that an ordinary boundary changes
nothing; whatever a person does that moves the plan takes back what has not sounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from app.core.events import (
    TAKES_BACK,
    Cause,
    Event,
    Finished,
    Guessed,
    Lengthened,
    PressRefused,
    SegmentFinished,
    SegmentStarted,
    SplitTaken,
)
from app.core.numerals import Words, time_words
from app.core.plan import LightMark, Plan, Segment
from app.core.setup import Light
from app.core.units import Instant, Metres, Millis, format_time
from app.core.workout import Intensity


class CueKind(Enum):
    """What a cue says; each can be switched, and a tone's value names the sound it has unless another was chosen."""

    LEAD_IN = "lead-in"
    """A count to a rep begins."""
    PIP = "pip"
    """3, 2, 1."""
    GO = "go"
    """Work begins."""
    HALFWAY = "halfway"
    LAST_TEN = "last-ten"
    """Ten seconds before a planned end."""
    FINISH = "finish"
    """A rep is over, rest begins."""
    LAP = "lap"
    """A lap press was taken."""
    MARK = "mark"
    """The planned instant of a mark: a light that is heard. It stays with the plan and never chases the athlete."""
    SECOND_MARK = "second-mark"
    """The same for the second pace of the light."""
    BELL = "bell"
    """The last lap begins."""
    END = "end"
    """The workout is over."""

    SAY_REP = "words: rep"
    """Which rep of how many, and what it asks, before it begins."""
    SAY_SPLIT = "words: split"
    """The time just recorded, and its ±."""
    SAY_CALL = "words: call"
    """Halfway, ten seconds, bell lap, workout complete."""
    SAY_RECOVERY = "words: recovery"
    """What the recovery is, as it begins."""
    SAY_SPEED = "words: speed"
    """The speed to dial in on a treadmill, before a rep."""
    SAY_MARK = "words: mark"
    """The planned time of a mark, at its planned instant, in place of the tone."""

    @property
    def is_words(self) -> bool:
        """Whether it is spoken; else it is a tone."""
        return self.value.startswith("words")


TONES = tuple(kind for kind in CueKind if not kind.is_words)
WORDS = tuple(kind for kind in CueKind if kind.is_words)


@dataclass(frozen=True, slots=True)
class Cue:
    """A planned sound."""

    at: Instant
    kind: CueKind
    words: Words = ()
    """What is said, word for clip; empty for a tone."""
    tone: str = ""
    """The sound of a tone where another than the kind's own was chosen; of words, what sounds if a clip is missing."""
    volume: int = 100
    """Percent."""


PIPS_MS: tuple[Millis, ...] = (3000, 2000, 1000)
SHORTEST_WITH_PIPS_MS: Millis = 5000
"""Under this a countdown would fill the step. A lead-in of 3 s is all countdown and keeps its pips."""
SHORTEST_WITH_HALFWAY_MS: Millis = 20_000
SHORTEST_WITH_LAST_TEN_MS: Millis = 25_000
"""Below, it would fall on the halfway cue or crowd it."""


def start_sound(segment: Segment) -> CueKind:
    """Return the sound at which a segment begins: work and rest are never alike."""
    if segment.intensity is Intensity.LEAD_IN:
        return CueKind.LEAD_IN
    soft = segment.intensity in (Intensity.RECOVERY, Intensity.REST)
    return CueKind.GO if segment.intensity is Intensity.WORK or (segment.index == 0 and not soft) else CueKind.FINISH


def segment_cues(
    segment: Segment,
    began: Instant,
    duration_ms: Millis | None,
    n_splits: int = 0,
    light: Light | None = None,
) -> Iterator[Cue]:
    """Yield the cues of one segment in order, its start included, its end left to what follows.

    Args:
        segment: of the plan.
        began: its first instant.
        duration_ms: to its planned end; None where a person ends it.
        n_splits: the last mark passed in it; with none, the bell sounds at its planned instant, else at the
            press for its mark. A mark's tone falls at its planned instant whatever is pressed.
        light: how the plan is set up to be heard.
    """
    lead_in = segment.intensity is Intensity.LEAD_IN
    if segment.is_go or not (lead_in and duration_ms == PIPS_MS[0]):  # there the first pip is the start
        yield Cue(began, start_sound(segment))
    if duration_ms is None:
        yield from _mark_cues(segment, began, n_splits, light)
        return
    if segment.bell_ms is not None:  # of a belt: it says more than halfway does, and may fall together with it
        yield Cue(began + segment.bell_ms, CueKind.BELL)
    elif segment.intensity is Intensity.WORK and duration_ms >= SHORTEST_WITH_HALFWAY_MS:
        yield Cue(began + duration_ms // 2, CueKind.HALFWAY)
    if duration_ms >= SHORTEST_WITH_LAST_TEN_MS and not lead_in:
        yield Cue(began + (duration_ms - 10_000), CueKind.LAST_TEN)
    if segment.is_go:
        return  # nobody is to know when
    if duration_ms >= SHORTEST_WITH_PIPS_MS or lead_in:
        for before in PIPS_MS:
            yield Cue(began + (duration_ms - before), CueKind.PIP)


def planned_bell_ms(segment: Segment, light: Light | None = None) -> Millis | None:
    """Return when the bell is due if nobody presses, since the segment began.

    None without a pace or a last lap, and where the light goes out before it: a bell would tell the pace.
    """
    if segment.bell_mark is None:
        return None
    mark = segment.marks[segment.bell_mark - 1]
    return mark.planned_ms if _is_lit(segment, mark.distance_m, light) else None


def _mark_cues(segment: Segment, began: Instant, n_splits: int, light: Light | None) -> Iterator[Cue]:
    """Yield what sounds at the planned instants: those of the light where there is one, else of the marks."""
    lights = segment.light or tuple(
        LightMark(mark.distance_m, mark.planned_ms)
        for mark in segment.marks
        if mark.planned_ms is not None and not mark.is_quiet and _is_lit(segment, mark.distance_m, light)
    )
    found = [_light_cue(segment, began, mark, light) for mark in lights]
    bell_ms = planned_bell_ms(segment, light) if n_splits == 0 else None
    if bell_ms is not None:
        bell = Cue(began + bell_ms, CueKind.BELL)
        found = [cue for cue in found if cue.at != bell.at or cue.kind is CueKind.SECOND_MARK]
        found.append(bell)
        found.sort(key=lambda cue: cue.at)
    yield from found


def _light_cue(segment: Segment, began: Instant, mark: LightMark, light: Light | None) -> Cue:
    at = began + mark.planned_ms
    if mark.is_second:
        return Cue(at, CueKind.SECOND_MARK)
    planned_s = segment.time_at(mark.distance_m)
    if light is None or not light.is_spoken or planned_s is None:
        return Cue(at, CueKind.MARK)
    return Cue(at, CueKind.SAY_MARK, mark_said(planned_s))


def mark_said(planned_s: Fraction) -> Words:
    """Say the planned time of a mark, to the nearest whole second (halves up), as a coach calls it from the line.

    >>> mark_said(Fraction("76.306")), mark_said(Fraction("37.5")), mark_said(Fraction(300))
    (('1', '16'), ('38',), ('5', 'minutes'))
    """
    words = time_words(format_time(planned_s, 0))
    return words[:-1] if words[-1] in ("second", "seconds") else words


def _is_lit(segment: Segment, distance_m: Metres, light: Light | None) -> bool:
    """Whether the plan may be heard at a place; a light that goes out, in practice, leaves no marks behind it."""
    return light is None or light.until_m is None or (bool(segment.light) and distance_m <= light.until_m)


class CueSheet:
    """Says which events sound by themselves, and which make the laid cues wrong; shown each event once, in order."""

    def __init__(self, plan: Plan, held: Sequence[Event] = ()) -> None:
        """Begin a sheet.

        Args:
            plan: what is run.
            held: the events that hold already, of a session that is taken up again.
        """
        self._plan = plan
        self._held = list(held)
        self._by_hand = False
        self._cut_at: Instant | None = None

    def sound_of(self, event: Event) -> CueKind | None:
        """Return what an event sounds itself; boundaries sound from the sheet.

        The bell sounds at the press that records the mark where the last lap begins, unless it has already
        sounded at its planned instant because no press had been given.
        """
        if isinstance(event, TAKES_BACK):
            del self._held[event.back_to :]
        else:
            self._held.append(event)
        match event:
            case SplitTaken(mark_number=number):
                segment = self._plan.segments[event.index]
                if number is not None and number == segment.bell_mark:
                    planned = planned_bell_ms(segment, self._plan.setup.light)
                    has_rung = planned is not None and self._first_split_ms() >= planned
                    return CueKind.LAP if has_rung else CueKind.BELL
                return None if number is not None and number == len(segment.marks) else CueKind.LAP
            case Finished():
                return CueKind.END if self._by_hand else None
            case _:
                pass
        return None

    def takes_back(self, event: Event) -> bool:
        """Whether cues laid before this event are wrong after it."""
        match event:
            case SegmentFinished(cause=cause):
                used_up = self._by_hand and event.elapsed_ms == 0  # a send-off of no time ends with its rep
                self._by_hand = cause is not Cause.ELAPSED or used_up or event.at == self._cut_at
                return self._by_hand
            case Lengthened():  # a cut below what has elapsed ends the segment at once, and by hand
                self._cut_at = event.at
                return True
            case SegmentStarted() | Finished():
                return self._by_hand
            case SplitTaken():
                return planned_bell_ms(self._plan.segments[event.index], self._plan.setup.light) is not None
            case PressRefused() | Guessed():
                return False
            case _:
                return True

    def _first_split_ms(self) -> Millis:
        """Return the first split of the present segment that holds."""
        first: Millis = 0
        for event in reversed(self._held):
            if isinstance(event, SplitTaken):
                first = event.elapsed_ms
            elif isinstance(event, SegmentStarted):
                break
        return first
