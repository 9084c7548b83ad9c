"""The recovery of a piece: joined by `with`, a `/` or an R, or told by its own words alone."""

from __future__ import annotations

from app.notation.cursor import Cursor, NotRead
from app.notation.lengths import FIGURES
from app.notation.part import Part
from app.notation.recoveries import RecoveryRule
from app.notation.settling import recover
from app.notation.soft import Soft
from app.notation.vocabulary import Kind

SOFTENING = frozenset({
    Kind.SOFT, Kind.FULL, Kind.BACK, Kind.EQUAL, Kind.RATIO, Kind.SET_REST, Kind.REP_REST, Kind.BETWEEN, Kind.LOOSE,
})  # fmt: skip
"""What a recovery with no `with` begins with."""
_WORK = (Kind.FEEL, Kind.LETTER, Kind.PACE, Kind.ACTIVITY, Kind.PERCENT, Kind.THAN, Kind.PROGRESS)
_RESTS = frozenset({Kind.SOFT, Kind.FULL, Kind.BACK})


class Recoveries:
    """Takes the recoveries of one piece; each rule says whether it took one."""

    def __init__(self, part: Part, cursor: Cursor) -> None:
        self._part, self._cursor = part, cursor

    def joined(self) -> bool:
        """Take `w/ 200 jog`, `off 90s`.

        Raises:
            NotRead: what is joined is half a recovery, or work.
        """
        cursor = self._cursor
        start = cursor.at
        if not cursor.take(Kind.WITH, Kind.OFF):
            return False
        cursor.skip(Kind.FILLER, Kind.OF)
        while cursor.sees(Kind.FILLER) and cursor.sees(*FIGURES, *SOFTENING, Kind.EASY, Kind.SLOW, ahead=1):
            cursor.at += 1
        if cursor.sees(Kind.EASY, Kind.SLOW) and cursor.sees(*FIGURES, ahead=1):
            cursor.at += 1
        softs = RecoveryRule(cursor, self._part.doubts, self._part.unread).read(lengths=True)
        if not softs:
            cursor.at = start
            if any(not _RESTS.isdisjoint(token.kinds) for token in cursor.tokens[start:]):
                raise NotRead  # `w/ half the distance jog`
            return False
        if not any(soft.is_said for soft in softs) and cursor.sees(*_WORK):
            raise NotRead  # `with 20 min tempo`
        recover(self._part, softs)
        return True

    def short(self) -> bool:
        """Read `R 1'`: an R before a time is a recovery."""
        cursor = self._cursor
        is_behind = bool(self._part.lengths) or cursor.at == 0 or cursor.sees(Kind.GROUP, ahead=-1)
        is_r = cursor.sees(Kind.LETTER) and cursor.tokens[cursor.at].text == "r" and is_behind
        times = cursor.sees(Kind.CLOCK, ahead=1) or cursor.sees(Kind.LENGTH, Kind.NUMBER, ahead=1)
        if not is_r or not times or cursor.sees(*SOFTENING, ahead=2):
            return False
        cursor.at += 1
        softs = RecoveryRule(cursor, self._part.doubts, self._part.unread).read(lengths=True)
        recover(self._part, softs)
        return True

    def words(self) -> bool:
        """Take `60s rest`, `walk back`, `full recovery`: its words; its figure is settled with the others."""
        cursor = self._cursor
        if cursor.sees(Kind.LOOSE) and not cursor.sees(*SOFTENING, ahead=1):
            return False
        if cursor.sees(Kind.EQUAL) and cursor.sees(Kind.PACE, Kind.EFFORT, ahead=1):
            return False
        start = cursor.at
        softs = RecoveryRule(cursor, self._part.doubts, self._part.unread).read(lengths=False)
        if not softs:
            cursor.at = start
            return False
        if self._part.softs and cursor.at > 0:
            _merge(self._part.softs[-1], softs[0])
        else:
            self._part.softs += softs
        return True


def _merge(first: Soft, second: Soft) -> None:
    first.manners += second.manners
    first.between = first.between or second.between
    first.measure = first.measure or second.measure
    first.is_said = True
