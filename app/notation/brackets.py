"""What stands in brackets: what is counted, a recovery, a target, or a remark.

Rules of the file: a bracket is settled once the rest of its piece is read, for its count may stand behind it, and a
bare figure is the recovery only where nothing else is.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from app.core.tongue import tr
from app.core.workout import ByDistance, ByTime, Length
from app.notation.cursor import NotRead
from app.notation.lexing import Token
from app.notation.part import Part
from app.notation.piece import Piece
from app.notation.soft import Soft, soft_length
from app.notation.targets import FASTEST_S_PER_M, SLOWEST_S_PER_M, Timed
from app.notation.vocabulary import Kind

_ROUND_S = 15
"""Recoveries are told in quarters of a minute or in tens; a rep is told to the second."""


class Brackets:
    """The brackets of one piece."""

    def __init__(self, part: Part, read: Callable[[Piece], Part]) -> None:
        self._part, self._read = part, read
        self._held: list[tuple[Token, bool, bool]] = []

    def take(self, token: Token, *, is_first: bool, is_soft: bool = False) -> None:
        """Keep a bracket until the rest of the piece is read.

        Args:
            token: the bracket.
            is_first: nothing that could be counted stands before it.
            is_soft: it stands behind a word of recovery, and can say no more than how that is done.
        """
        self._held.append((token, is_first, is_soft))

    @property
    def holds_work(self) -> bool:
        """Whether what is counted stands in a bracket."""
        return any(is_first for _, is_first, _ in self._held)

    def settle(self) -> None:
        """Give each bracket its meaning.

        Raises:
            NotRead: one says a thing that is said already.
        """
        part = self._part
        for token, is_first, is_soft in self._held:
            group: list[Piece] = token.kinds[Kind.GROUP]
            if part.phase is not None and is_first and self._phase(group):
                continue
            if is_first and part.phase is None and part.body is None and group and (part.counts or _is_work(group)):
                part.body = group
            elif not group or not self._remark(token, group, is_soft=is_soft):
                part.unread.append((token.start, token.end))
        part.unread.sort()

    def _phase(self, group: list[Piece]) -> bool:
        """Read the length in `warm up (~ 5 mins)`."""
        if len(group) != 1:
            return False
        try:
            inner = self._read(group[0])
        except NotRead:
            return False
        if (
            len(inner.lengths) != 1
            or inner.counts
            or inner.asked is not None
            or inner.recovery is not None
            or inner.unread
        ):
            return False
        self._part.lengths, self._part.figures = inner.lengths, inner.figures
        return True

    def _remark(self, token: Token, group: list[Piece], *, is_soft: bool) -> bool:
        """Read a bracket that says more of the rep; say whether it was understood."""
        part = self._part
        if len(group) == 2 and self._two_recoveries(group):
            return True
        if len(group) != 1:
            return False
        try:
            inner = self._read(group[0])
        except NotRead:
            return False
        if inner.counts or inner.body or inner.ladder or inner.phase or inner.unread:
            return False
        if len(inner.lengths) == 1 and inner.recovery is not None and part.recovery is None:
            if not self._is_split(inner.lengths[0]) or not self._figure(token, group[0], inner.lengths[0]):
                return False
            if part.timed is None:
                part.recovery = None
                return False
            inner.lengths = []
            part.doubts.pop()  # what is rested is told beside it
        if inner.recovery is not None or inner.soft is not None:
            return self._recovery(inner)
        if len(inner.lengths) == 1 and inner.target is None and inner.timed is None and inner.activity is None:
            timed = is_soft and part.recovery is not None  # the time of a jog, not of a rep
            return not timed and self._figure(token, group[0], inner.lengths[0])
        if inner.lengths:
            return False
        if inner.target is not None and part.target is None and part.timed is None:
            part.target = inner.target
            return True
        if inner.timed is not None and part.target is None and part.timed is None:
            part.timed = inner.timed
            return True
        return inner.activity is not None and inner.target is None and self._activity(inner)

    def _two_recoveries(self, group: list[Piece]) -> bool:
        """Read `(30s, 3min)` behind sets of reps, and `(60s between reps, 3 min between sets)`."""
        part = self._part
        if part.recovery is not None:
            return False
        try:
            both = [self._read(piece) for piece in group]
        except NotRead:
            return False
        figures = [inner.lengths[0] for inner in both if len(inner.lengths) == 1 and len(inner.piece.tokens) == 1]
        softs = [inner.soft or inner.recovery for inner in both if not inner.lengths]
        if len(part.counts) > 1 and len(figures) == 2 and all(isinstance(length, ByTime) for length in figures):
            softs = [Soft(lengths=[length]).step() for length in figures]
        elif both[1].between != "sets" or any(inner.unread or inner.counts or inner.asked for inner in both):
            return False
        first, second = (*softs, None, None)[:2]
        if first is None or second is None:
            return False
        part.recovery, part.set_recovery, part.between = first, second, "reps"
        return True

    def _activity(self, inner: Part) -> bool:
        self._part.activity = self._part.activity or inner.activity
        return self._part.activity is inner.activity

    def _recovery(self, inner: Part) -> bool:
        part = self._part
        found = inner.recovery or inner.soft
        if inner.lengths or inner.target is not None or found is None:
            return False
        if part.recovery is not None:
            if inner.between == "sets" and part.set_recovery is None:
                part.set_recovery = found
                return True
            raise NotRead
        part.recovery, part.between = found, inner.between or part.between
        part.set_recovery = part.set_recovery or inner.set_recovery
        return True

    def _figure(self, token: Token, piece: Piece, length: Length) -> bool:
        """Read `[90s]`, `(200)`, `(1:32)`: the recovery, or the time of the rep where that is likelier."""
        part = self._part
        kinds = {Kind.LENGTH, Kind.NUMBER, Kind.CLOCK, Kind.REPS}
        figure = next((held for held in piece.tokens if kinds & held.kinds.keys()), None)
        if figure is None:
            return False  # `(mile)`
        if (
            not part.lengths
            and part.counts
            and not part.ladder
            and part.body is None
            and isinstance(length, ByDistance)
        ):
            part.lengths.append(length)  # `5 x Khyber Hill (921m)`
            return True
        if Kind.REPS in figure.kinds:
            return False
        soft = soft_length(figure, part.doubts)
        is_open = token.text == "()" and part.target is None and part.timed is None
        if is_open and isinstance(soft, ByTime) and self._is_split(soft):
            seconds = Fraction(soft.ms, 1000)
            told = (soft.ms % (_ROUND_S * 1000) and seconds % 10) or not part.counts
            if told or part.recovery is not None:
                clock = f"{int(seconds // 60)}:{int(seconds % 60):02d}"
                sentence = tr("took ({text}) as the time of the rep").format(text=figure.text)
                part.doubt(sentence, f"w/ {clock} recovery", token)
                part.timed = Timed(seconds, None, None, is_split=True, start=token.start, end=token.end)
                return True
        if part.recovery is not None or part.soft is not None:
            return False
        if (
            part.target is not None
            and self._is_split(soft)
            and isinstance(soft, ByTime)
            and soft.ms % (_ROUND_S * 1000)
        ):
            return False  # the 2:50 of `800 @ 5k (2:50)` is what that comes to, no recovery
        if (is_open and Kind.NUMBER in figure.kinds) or (token.text == "()" and self._is_split(soft)):
            words = tr("took ({text}) as the recovery")
            other = f"in {figure.text}" if isinstance(soft, ByTime) else ""
            part.doubt(words.format(text=figure.text), other, token)
        part.recovery = Soft(lengths=[soft]).step()
        return True

    def _is_split(self, length: Length) -> bool:
        """Say whether the rep may be run in this time."""
        reps = self._part.lengths
        if (
            not isinstance(length, ByTime)
            or length.most_ms is not None
            or not reps
            or not isinstance(reps[0], ByDistance)
        ):
            return False
        pace = Fraction(length.ms, 1000) / reps[0].metres(Fraction(400))
        return FASTEST_S_PER_M <= pace <= SLOWEST_S_PER_M


def _is_work(group: list[Piece]) -> bool:
    """Say whether a bracket with no count before it holds steps: `(400, 300) x 3`."""
    return any(
        {Kind.LENGTH, Kind.NUMBER, Kind.COUNT, Kind.CLOCK, Kind.GROUP} & token.kinds.keys() for token in group[0].tokens
    )
