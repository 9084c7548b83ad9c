"""What a piece says, before it is known where it belongs."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.core.workout import Activity, Count, Intensity, Length, Step, Target
from app.notation.cursor import Doubt
from app.notation.lexing import Token
from app.notation.piece import Piece
from app.notation.places import Node
from app.notation.soft import Soft
from app.notation.targets import Timed
from app.notation.vocabulary import Kind


@dataclass(slots=True)
class Part:
    """What a piece says."""

    piece: Piece
    counts: list[Count] = field(default_factory=list)
    opens_set: bool = False
    """The count is of sets: `3 sets of 400m, 200m` counts the list that follows."""
    is_counted_behind: bool = False
    """The count stands behind what it counts: `400m x3`."""
    lengths: list[Length] = field(default_factory=list)
    figures: list[Token] = field(default_factory=list)
    """The tokens of the lengths, side by side with them."""
    softs: list[Soft] = field(default_factory=list)
    """What words of recovery said, before it is known whose it is."""
    ladder: tuple[Length, ...] = ()
    body: list[Piece] | None = None
    inner: tuple[Node, ...] = ()
    """Where the items of the body stand."""
    steps: tuple[Step, ...] = ()
    """Runs and recoveries in one breath: `600m 30 s 200m 5 min rest`."""
    target: Target | None = None
    timed: Timed | None = None
    """A bare time that the piece asks; what it means depends on the length of the step."""
    asked: Token | None = None
    """Where the target stands, and whether an `@` claims it."""
    activity: Activity | None = None
    phase: Intensity | None = None
    name: str = ""
    race: bool = False
    soft: Step | None = None
    """The piece as a recovery of its own."""
    recovery: Step | None = None
    between: str = ""
    """`sets`, `reps`, or the metres of the reps, where the recovery says what it stands between."""
    set_recovery: Step | None = None
    """A second recovery in the same piece: `w/ 60s and 3 min`."""
    is_bare: bool = False
    """Its length is a figure without a unit, or a clock's: it may belong to what stands before it."""
    is_gentle: bool = False
    """A recovery that is said to be easy; where nothing stands before it, it is an easy run."""
    is_slow: bool = False
    """`1 min slow`, `100 easy`: after something fast it is the recovery."""
    repeats: bool = False
    """It counts what stands around it: `repeat x 4`."""
    unread: list[tuple[int, int]] = field(default_factory=list)
    """Words that are not ours, and change nothing of what was understood."""
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def is_said(self) -> bool:
        """Whether it says anything of a step; a label does not."""
        told = self.soft or self.recovery or self.target or self.timed
        return bool(told or self.lengths or self.counts or self.set_recovery)

    @property
    def is_idle(self) -> bool:
        """Whether it is but a label: `main set`."""
        labels = any(Kind.LABEL in token.kinds for token in self.piece.tokens)
        return not self.is_slow and not self.race and (labels or self.piece.is_heading)

    def doubt(self, sentence: str, instead: str = "", place: Token | None = None) -> None:
        """Keep a doubt about a token, or about the whole piece."""
        start, end = (place.start, place.end) if place is not None else (self.piece.start, self.piece.end)
        self.doubts.append(Doubt(sentence, start, end, instead))
