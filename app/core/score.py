"""The score: every cue to come in order, words laid in the room between tones. Pure.

Rules of the file: a word never overlaps a tone or another word. What is planned has its place; round it the speed that
a belt needs next stands first, then calls, then what has just been recorded, then what the segment is, then what comes
next; what would start too late is dropped, not queued. The same engine gives the same score, however often it is asked.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.announce import CALLS, Sentence, coming, resting, speed
from app.core.cues import Cue, CueKind, segment_cues
from app.core.engine import Engine
from app.core.events import Cause, Lengthened, SegmentFinished
from app.core.lighting import AFTER_PRESS_MS, GAP_MS, settled
from app.core.plan import Plan, Segment
from app.core.room import PATIENCE_MS, Room
from app.core.scheme import FULL, Lengths, Scheme
from app.core.state import State
from app.core.units import Instant, Millis
from app.core.workout import Intensity

RECORDED_PATIENCE_MS: Millis = 4000
"""So long what a press recorded waits for room: a bell may ring first, and marks pass, of which one may be spoken."""
OPENING_PATIENCE_MS: Millis = 6000
"""The same for what a segment is: news for longer."""
EARLIEST_CLOSING_MS: Millis = 30_000
"""What comes next is not said earlier than this before it."""

_SOFT = (Intensity.RECOVERY, Intensity.REST)


@dataclass(frozen=True, slots=True)
class Fallen:
    """What a press has just recorded, to be said."""

    at: Instant
    kind: CueKind | None
    """The tone that answered the press."""
    sentences: tuple[Sentence, ...]

    def tone(self, scheme: Scheme) -> tuple[Instant, CueKind] | None:
        """Return when it was answered by which tone; None where that is off."""
        return None if self.kind is None or self.kind not in scheme.on else (self.at, self.kind)


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said of a segment before it began."""

    n_sentences: int = 0
    """Of `coming`."""
    speed: bool = False


def scored(
    engine: Engine, scheme: Scheme = FULL, lengths: Lengths | None = None, fallen: Fallen | None = None
) -> Iterator[Cue]:
    """Yield every cue of the present segment and of those after it, in order, up to the next end that is open.

    Cues of the present segment that are already past are among them; the caller knows what time it is.

    Args:
        engine: as it stands.
        scheme: which kinds sound.
        lengths: of the sounds; without them nothing is spoken.
        fallen: what the last press recorded.
    """
    lengths = lengths or Lengths()
    plan, n_splits = engine.plan, engine.n_splits
    said = _Said(1000, speed=True) if _began_as_planned(engine) else _Said()
    for segment, began, duration_ms in engine.upcoming():
        room = Room(scheme, lengths.clips)
        end = None if duration_ms is None else began.ms + duration_ms
        cues = [*segment_cues(segment, began, duration_ms, n_splits, plan.setup.light)]
        is_last = end is not None and segment.index + 1 >= len(plan.segments)
        if end is not None and is_last:
            cues.append(Cue(Instant(end), CueKind.END))
        for cue in settled(cues, scheme, lengths, None if fallen is None else fallen.tone(scheme)):
            room.place(cue, lengths)
        if lengths.clips:
            said = _say(room, plan, segment, began.ms, end, cues, lengths, fallen, said)
        yield from sorted(room.cues, key=_at)
        n_splits, fallen = 0, None
    if fallen is not None and engine.state is State.FINISHED:
        room = Room(scheme, lengths.clips)
        _sound_answer(room, fallen, lengths)
        _say_fallen(room, fallen, None)
        yield from room.cues


def _say(
    room: Room,
    plan: Plan,
    segment: Segment,
    began: int,
    end: int | None,
    cues: Sequence[Cue],
    lengths: Lengths,
    fallen: Fallen | None,
    said: _Said,
) -> _Said:
    """Lay all words of one segment.

    Args:
        room: where they are laid.
        plan: what is run.
        segment: of the plan.
        began: its first instant.
        end: its planned end; None where a person ends it.
        cues: its tones, those that are off among them.
        lengths: of the sounds.
        fallen: what the last press recorded.
        said: what was said of it before it began.

    Returns:
        What is said of the next segment in this one.
    """
    following = plan.segments[segment.index + 1] if segment.index + 1 < len(plan.segments) else None
    count = min((cue.at.ms for cue in cues if cue.kind is CueKind.PIP), default=end)  # nothing is said into a countdown
    if fallen is not None:
        _sound_answer(room, fallen, lengths)
    has_said_speed = _say_speed(room, plan, segment, following, began, end, count)
    for cue in cues:
        call = CALLS.get(cue.kind)
        length = None if call is None else room.length_ms(call)
        if call is None or length is None:
            continue
        over = lengths.tone_ms(cue.kind, room.scheme.tones.get(cue.kind, "")) + GAP_MS
        earliest = cue.at.ms + (over if cue.kind in room.scheme.on else 0)
        place = room.first_fit(earliest, earliest + PATIENCE_MS, None if cue.kind is CueKind.END else end, length)
        if place is not None:
            room.say(call, place, length)
    at = began
    if fallen is not None:
        at = _say_fallen(room, fallen, end)
    if segment.is_go:
        return _Said(
            1000, speed=True
        )  # a word before the go would tell when it comes, and one after it nobody has ears for
    is_lead_in = segment.intensity is Intensity.LEAD_IN
    work = _next_work(plan, segment.index + 1)
    if fallen is not None and fallen.at.ms > began:
        pass  # it is well under way: what it is was said as it began
    elif segment.intensity in _SOFT:
        is_reached = end is None or end - began >= 2 * plan.setup.belt_lead_ms  # else the belt never gets there
        opening = [*resting(segment, work), *(speed(segment) if is_reached else ())]
        at = room.say_in_turn(opening, max(at, began), OPENING_PATIENCE_MS, end)
    elif not is_lead_in:
        is_set = said.speed and segment.intensity is Intensity.WORK  # of others nothing is said before they begin
        opening = [*(() if is_set else speed(segment)), *coming(segment)[said.n_sentences :]]
        at = room.say_in_turn(opening, max(at, began), OPENING_PATIENCE_MS, end)
    if end is None or count is None or following is None or following.intensity in (*_SOFT, Intensity.LEAD_IN):
        return _Said()
    earliest = max(at, began, end - EARLIEST_CLOSING_MS)
    return _Said(room.say_before(coming(following), earliest, count), has_said_speed)


def _say_speed(
    room: Room, plan: Plan, segment: Segment, following: Segment | None, began: int, end: int | None, count: int | None
) -> bool:
    """Say the next speed as long before the work as the belt needs; whether it need not be said again."""
    if end is None or count is None or following is None or following.intensity is not Intensity.WORK:
        return False
    if following.dial is None or following.dial.is_set_as(segment.dial):
        return True
    (sentence,) = speed(following)
    return room.say_near(sentence, end - plan.setup.belt_lead_ms, began, count)


def _sound_answer(room: Room, fallen: Fallen, lengths: Lengths) -> None:
    """Keep the time of the tone that answered the last press."""
    if fallen.kind in room.scheme.on:
        over = lengths.tone_ms(fallen.kind, room.scheme.tones.get(fallen.kind, ""))
        insort(room.taken, (fallen.at.ms, fallen.at.ms + over))


def _say_fallen(room: Room, fallen: Fallen, end: int | None) -> int:
    """Lay what the last press recorded; return when the next sentence may begin."""
    return room.say_in_turn(fallen.sentences, fallen.at.ms + AFTER_PRESS_MS, RECORDED_PATIENCE_MS, end)


def _next_work(plan: Plan, index: int) -> Segment | None:
    """Return the first piece of work from a place on, over a lead-in."""
    while index < len(plan.segments) and plan.segments[index].intensity is Intensity.LEAD_IN:
        index += 1
    segment = plan.segments[index] if index < len(plan.segments) else None
    return segment if segment is not None and segment.intensity is Intensity.WORK else None


def _began_as_planned(engine: Engine) -> bool:
    """Whether the present segment followed a planned end, and so was announced before it."""
    held = engine.held
    for place in range(len(held) - 1, 0, -1):
        event, before = held[place], held[place - 1]
        if isinstance(event, SegmentFinished):
            is_cut = isinstance(before, Lengthened) and before.at == event.at
            return event.cause is Cause.ELAPSED and not is_cut
    return False


def _at(cue: Cue) -> int:
    return cue.at.ms
