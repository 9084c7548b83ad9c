"""Mending: the list of presses behind a session, and how a person puts it right. Pure list editing.

Rules of the file: what was done is an ordered log of acts, mends among them; the presses that count are its fold. A
mend changes only the list; what the presses mean is found by playing them again. A press is told by its instant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.core.asked import (
    MENDS,
    Asked,
    Command,
    Delete,
    Guess,
    How,
    Insert,
    Mend,
    Move,
    Relabel,
    Restore,
    command_of,
)
from app.core.bounds import PLAN_MS
from app.core.errors import IllegalCommand
from app.core.events import Cause, Event, PressRefused, Refusal, SegmentFinished, SegmentStarted, SplitTaken
from app.core.tongue import tr
from app.core.units import Instant, Millis

UNDOABLE = frozenset(Command) - {Command.START, Command.PAUSE, Command.RESUME, Command.UNDO}


@dataclass(frozen=True, slots=True)
class Press:
    """Something a person asked, at the instant at which it counts."""

    asked: Asked
    at: Instant
    how: How = How.PRESSED
    moved_ms: Millis = 0
    mark_number: int | None = None
    """The mark of a split, where a person said which."""
    refusal: Refusal | None = None
    """Why it did nothing; judged once, when it fell, and kept whatever happens to its neighbours."""
    is_taken: bool = False
    """Whether it counted when it fell; it is at some mark then, whatever happens to its neighbours."""

    @property
    def command(self) -> Command:
        """What was asked, without the details."""
        return command_of(self.asked)

    @property
    def is_mended(self) -> bool:
        """Whether a person vouched for its instant; no dead time holds for it, and none begins at it."""
        return self.how is not How.PRESSED

    @property
    def is_undoable(self) -> bool:
        """Whether UNDO takes it back."""
        return self.refusal is None and self.command in UNDOABLE


def folded(acts: Iterable[Press]) -> list[Press]:
    """Return the presses that count, in the order of their instants.

    Raises:
        IllegalCommand: a mend among the acts means nothing for the presses before it.
    """
    presses: list[Press] = []
    for act in acts:
        if isinstance(act.asked, MENDS):
            presses = mended(presses, act.asked, act.at)
        else:
            presses.append(act)
    return presses


def mended(presses: Sequence[Press], mend: Mend, now: Instant) -> list[Press]:
    """Return the presses with a mend in them.

    Args:
        presses: in the order of their instants, the first of them START.
        mend: what a person asked.
        now: when they asked.

    Raises:
        IllegalCommand: it means nothing for these presses.
    """
    if isinstance(mend, Insert):
        if not presses or mend.split_at <= presses[0].at:
            raise IllegalCommand(tr("a split cannot lie before the session"))
        if mend.split_at > now:
            raise IllegalCommand(tr("a split cannot lie in the future"))
        if any(press.at == mend.split_at and press.command is Command.LAP for press in presses):
            raise IllegalCommand(tr("there is a press at that instant already"))
        how = How.ESTIMATED if mend.estimated else How.INSERTED
        return _with(presses, Press(Command.LAP, mend.split_at, how))
    place = _place(presses, mend)
    press = presses[place]
    others = [*presses[:place], *presses[place + 1 :]]
    match mend:
        case Delete():
            return others
        case Move(by_ms=by_ms):
            return _with(others, _moved(press, by_ms, others, now))
        case Relabel(mark_number=number):
            return [*presses[:place], replace(press, mark_number=number), *presses[place + 1 :]]
        case Restore():
            return [*presses[:place], replace(press, how=How.RESTORED, refusal=None), *presses[place + 1 :]]


def _place(presses: Sequence[Press], mend: Delete | Move | Relabel | Restore) -> int:
    """Find the press that is meant: of several at one instant the first that was taken, or that was refused."""
    is_refused = isinstance(mend, Restore)
    found = [
        n
        for n, press in enumerate(presses)
        if press.at == mend.pressed_at and press.command is Command.LAP and (press.refusal is not None) == is_refused
    ]
    if not found:
        raise IllegalCommand(tr("there is no such press"))
    return found[0]


def _moved(press: Press, by_ms: Millis, others: Sequence[Press], now: Instant) -> Press:
    at, moved_ms = press.at + by_ms, press.moved_ms + by_ms
    taken = [other.at for other in others if other.refusal is None]
    before = max((other for other in taken if other <= press.at), default=None)
    after = min((other for other in taken if other >= press.at), default=None)
    if by_ms == 0:
        raise IllegalCommand(tr("a press that is moved by nothing stays where it is"))
    if before is not None and at <= before:
        raise IllegalCommand(tr("a press cannot be moved before the one before it"))
    if after is not None and at >= after:
        raise IllegalCommand(tr("a press cannot be moved past the one after it"))
    if at > now:
        raise IllegalCommand(tr("a press cannot be moved into the future"))
    how = press.how
    if how in (How.PRESSED, How.MOVED):  # a press that was inserted or restored stays what it is
        how = How.MOVED if moved_ms else How.PRESSED
    return replace(press, at=at, how=how, moved_ms=moved_ms)


def _with(presses: Sequence[Press], press: Press) -> list[Press]:
    """Put a press in its place: behind those of its instant, but for one that was refused after it."""
    place = len(presses)
    while place and (
        presses[place - 1].at > press.at
        or (presses[place - 1].at == press.at and presses[place - 1].refusal is not None)
    ):
        place -= 1
    return [*presses[:place], press, *presses[place:]]


# What holds, before and after --------------------------------------------------------------------------------------


def check_counts(mend: Mend, held: Sequence[Event]) -> None:
    """Check that the press a mend speaks of is what it takes it for.

    Args:
        mend: what a person asked.
        held: the events that hold before it.

    Raises:
        IllegalCommand: there is no such press.
    """
    if isinstance(mend, Insert):
        return
    if isinstance(mend, Restore):
        refused = any(_refused_at(event, mend.pressed_at) for event in held)
        if not refused:
            raise IllegalCommand(tr("no lap press was refused then"))
    elif not any(_taken_at(event, mend.pressed_at) for event in held):
        raise IllegalCommand(tr("there is no such press"))


def check_meant(mend: Mend, before: Sequence[Event], after: Sequence[Event]) -> None:
    """Check that a mend brought about what it asked.

    Args:
        mend: what a person asked.
        before: the events that held before it.
        after: those that would hold.

    Raises:
        IllegalCommand: it means nothing there.
    """
    match mend:
        case Insert(split_at=at) | Restore(pressed_at=at):
            if not any(_taken_at(event, at) for event in after):
                raise IllegalCommand(tr("there was nothing to record then: a count, a pause or the end"))
        case Move(pressed_at=pressed_at, by_ms=by_ms):
            if not any(_taken_at(event, pressed_at + by_ms) for event in after):
                raise IllegalCommand(tr("there was nothing to record then: a count, a pause or the end"))
        case Relabel(pressed_at=at, mark_number=number):
            if not any(_taken_at(event, at) and _is_named(event, number) for event in after):
                raise IllegalCommand(tr("a mark comes after the one before it, and no later than the last"))
        case Delete():
            pass
    itself = mend.pressed_at if isinstance(mend, (Delete, Relabel)) else None
    n_before, n_after = (sum(_is_named(event) for event in held if event.at != itself) for held in (before, after))
    if n_after < n_before:
        raise IllegalCommand(tr("a later split could not keep the mark it was given"))


def check_guess(guess: Guess, held: Sequence[Event]) -> None:
    """Check that the lap a guess speaks of was run, and stands.

    Args:
        guess: what a person said.
        held: the events that hold before it.

    Raises:
        IllegalCommand: there is no such lap, or it takes no such time.
    """
    if guess.guess_ms is not None and not 0 < guess.guess_ms < PLAN_MS:
        raise IllegalCommand(tr("a lap takes more than nothing and less than 24 h"))
    for event in reversed(held):
        if isinstance(event, SplitTaken) and (event.index, event.mark_number) == (guess.index, guess.mark_number):
            return
        if isinstance(event, SegmentStarted) and event.index <= guess.index:
            break  # its last attempt began here, or it was gone back from
    raise IllegalCommand(tr("there is no such lap to guess"))


def _taken_at(event: Event, at: Instant) -> bool:
    is_lap = isinstance(event, SplitTaken) or (isinstance(event, SegmentFinished) and event.cause is Cause.LAP)
    return is_lap and event.at == at


def _refused_at(event: Event, at: Instant) -> bool:
    return isinstance(event, PressRefused) and event.command is Command.LAP and event.at == at


def _is_named(event: Event, number: int | None = None) -> bool:
    return isinstance(event, SplitTaken) and event.is_named and number in (None, event.mark_number)


def n_common(ours: Sequence[Event], theirs: Sequence[Event]) -> int:
    """Count the events that both begin with."""
    for number, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        if one != other:
            return number
    return min(len(ours), len(theirs))
