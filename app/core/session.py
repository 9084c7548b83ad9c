"""The session: what is remembered, a fold of events.

The same fold serves the lap table while it runs, the result page, the history and the exports, so that what is
announced, shown and stored cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.core.asked import Command, Guess, How, Jump, Lengthen
from app.core.events import (
    TAKES_BACK,
    BlockLeft,
    Cause,
    Event,
    Finished,
    Guessed,
    Jumped,
    Lengthened,
    Paused,
    PressRefused,
    Resumed,
    SegmentFinished,
    SegmentStarted,
    SplitTaken,
    Started,
    Stopped,
)
from app.core.mending import Press
from app.core.plan import Mark, Plan, Segment
from app.core.tying import RECENT, SURE, Tying
from app.core.units import Instant, Millis


def holding(events: Iterable[Event]) -> list[Event]:
    """Return the events that hold: those that no later undo or mend took back, without the undo or mend itself."""
    held: list[Event] = []
    for event in events:
        if isinstance(event, TAKES_BACK):
            del held[event.back_to :]
        else:
            held.append(event)
    return held


def presses(held: Iterable[Event]) -> Iterator[Press]:
    """Yield the presses behind events that hold; fed to a new engine they bring about the same events."""
    for event in held:
        match event:
            case Started():
                yield Press(Command.START, event.at)
            case Paused():
                yield Press(Command.PAUSE, event.at)
            case Resumed():
                yield Press(Command.RESUME, event.at)
            case SplitTaken():
                number = event.mark_number if event.is_named else None
                yield Press(Command.LAP, event.at, event.how, event.moved_ms, number, is_taken=True)
            case BlockLeft():
                yield Press(Command.LEAVE, event.at)
            case Jumped():
                yield Press(Jump(event.to_index), event.at)
            case Lengthened():
                yield Press(Lengthen(event.by_ms), event.at)
            case Guessed():
                yield Press(Guess(event.index, event.mark_number, event.guess_ms), event.at)
            case PressRefused():
                yield Press(event.command, event.at, refusal=event.refusal)
            case SegmentFinished(cause=Cause.LAP):
                yield Press(Command.LAP, event.at, event.how, event.moved_ms)
            case SegmentFinished(cause=Cause.SKIP):
                yield Press(Command.SKIP, event.at)
            case SegmentFinished(cause=Cause.BACK):
                yield Press(Command.BACK, event.at)
            case SegmentFinished(cause=Cause.STOP):  # the first event of a stop: a crash may part it from the next
                yield Press(Command.STOP, event.at)
            case _:
                pass


@dataclass(frozen=True, slots=True)
class Split:
    """A recorded time at a mark, or in a timed segment."""

    elapsed_ms: Millis
    """Since the segment began."""
    lap_ms: Millis
    """Since the split before."""
    mark: Mark | None
    at: Instant
    """When the press counts; a mend tells a press by it."""
    position: int
    """Of its event in the journal, counted from 1; it is acknowledged once the journal has that many on disk."""
    mark_number: int | None = None
    """1-based, of its mark; a mended record may leave marks out."""
    how: How = How.PRESSED
    is_named: bool = False
    """Whether a person said which mark it was."""
    moved_ms: Millis = 0
    is_sure: bool = True
    """Whether its mark is beyond doubt, as far as the presses up to now tell."""

    @property
    def is_mended(self) -> bool:
        """Whether a person had a hand in it after it was pressed."""
        return self.how is not How.PRESSED or self.is_named


@dataclass(slots=True)
class Record:
    """One segment as it was run."""

    segment: Segment
    started_at: Instant
    splits: list[Split] = field(default_factory=list)
    elapsed_ms: Millis | None = None
    """Running time; None while it runs."""
    ended_at: Instant | None = None
    """None while it runs; of an open segment that LAP ended, the press."""
    cause: Cause | None = None
    gone_back: bool = False
    """Run again later, after BACK or a jump back; left out of every figure."""
    position: int = 0
    """Of the event that ended it, or began it, in the journal."""
    tying: Tying | None = None
    """What its splits can have been, where presses are tied to marks; None where they are counted."""


class Session:
    """One execution of a plan as remembered; feed it events as they fall, or all at once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._held: list[Event] = []
        self._positions: list[int] = []  # in the journal, one for each event that holds
        self._n_fed = 0
        self._clear()

    @classmethod
    def from_events(cls, plan: Plan, events: Iterable[Event]) -> Session:
        """Fold a journal."""
        session = cls(plan)
        for event in events:
            session.feed(event)
        return session

    def _clear(self) -> None:
        self.records: list[Record] = []
        self.started_at: Instant | None = None
        self.ended_at: Instant | None = None
        self.finished = False
        """Whether the plan's end was reached; False for a session stopped by hand."""
        self.paused_ms: Millis = 0
        """All pauses, the one that a stop ended among them."""
        self._paused_at: Instant | None = None
        self.refused: list[PressRefused] = []
        """Presses that did nothing, kept as evidence; a lap press among them can be restored."""
        self.guesses: dict[tuple[int, int], Millis | None] = {}
        """What laps that were run blind were thought to have taken, by segment and mark; None for one that was looked
        at without a guess, and nothing for one that is still hidden."""

    @property
    def n_refused(self) -> int:
        """How many presses did nothing."""
        return len(self.refused)

    @property
    def held(self) -> Sequence[Event]:
        """The events that hold."""
        return self._held

    @property
    def standing(self) -> list[Record]:
        """The records that count: what was run again after BACK is left out."""
        return [record for record in self.records if not record.gone_back]

    @property
    def running_ms(self) -> Millis:
        """Running time of all that was run, pauses taken out."""
        return sum(record.elapsed_ms or 0 for record in self.records)

    def feed(self, event: Event) -> None:
        """Fold one more event."""
        self._n_fed += 1
        if isinstance(event, TAKES_BACK):
            kept = list(zip(self._held, self._positions, strict=True))[: event.back_to]
            self._held, self._positions = [], []
            self._clear()
            for earlier, position in kept:
                self._fold(earlier, position)
            return
        self._fold(event, self._n_fed)

    def _fold(self, event: Event, position: int) -> None:
        self._held.append(event)
        self._positions.append(position)
        match event:
            case SegmentStarted():
                for record in reversed(self.records):
                    if record.segment.index < event.index:
                        break
                    record.gone_back = True
                self.guesses = {lap: guess for lap, guess in self.guesses.items() if lap[0] < event.index}
                segment = self.plan.segments[event.index]
                self.records.append(Record(segment, event.at, position=position, tying=Tying.begun(segment)))
            case SplitTaken():
                self._split(event, position)
            case SegmentFinished():
                record = self.records[-1]
                record.elapsed_ms, record.cause, record.position = event.elapsed_ms, event.cause, position
                record.ended_at = event.at
            case Paused():
                self._paused_at = event.at
            case Started():
                self.started_at = event.at
            case Resumed():
                self.paused_ms += event.paused_ms
                self._paused_at = None
            case Finished() | Stopped():
                if self._paused_at is not None:
                    self.paused_ms += event.at - self._paused_at
                self.ended_at = event.at
                self.finished = isinstance(event, Finished)
            case Guessed():
                self.guesses[event.index, event.mark_number] = event.guess_ms
            case PressRefused():
                self.refused.append(event)
            case _:
                pass

    def _split(self, event: SplitTaken, position: int) -> None:
        record = self.records[-1]
        before = record.splits[-1].elapsed_ms if record.splits else 0
        mark = record.segment.marks[event.mark_number - 1] if event.mark_number is not None else None
        record.splits.append(
            Split(
                event.elapsed_ms,
                event.elapsed_ms - before,
                mark,
                event.at,
                position,
                event.mark_number,
                event.how,
                event.is_named,
                event.moved_ms,
            )
        )
        if record.tying is not None:
            record.tying = record.tying.pressed(
                event.elapsed_ms,
                event.mark_number if event.is_named else None,
                is_told=event.how is not How.PRESSED,
            )
            for place in range(max(0, len(record.splits) - RECENT), len(record.splits)):
                record.splits[place] = _judged(record.tying, record.splits[place], place)


def _judged(tying: Tying, split: Split, place: int) -> Split:
    is_sure = split.is_named or tying.chances(place).get(split.mark_number or 0, 0.0) >= SURE
    return split if is_sure == split.is_sure else replace(split, is_sure=is_sure)
