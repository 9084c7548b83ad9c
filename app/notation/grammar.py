"""One piece, read into its part; where the part belongs is decided in `folding`.

    part     := (count | length | ladder | target | recovery | send-off | group | what | filler)*
    count    := figure "x" | figure "sets of" | "x" figure | "twice"
    length   := figure unit | bare figure | "mile"
    send-off := ("on" | "every") clock
    group    := "(" what is counted, a recovery, a target or a remark ")"
    what     := warm-up | easy | strides | hill | drill | exercise | "name"

Rules of the file: words that are not ours are left out and said, where what stands beside them was understood without
them. Where a figure, a sign or a word that turns the meaning round is not understood, the whole piece is left out.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from app.core.bounds import PART_WORDS
from app.core.workout import (
    Activity,
    ByTime,
    Count,
    Feel,
    Intensity,
    SendOff,
    Step,
    Unit,
)
from app.notation import words
from app.notation.asking import NoTarget, read_target
from app.notation.brackets import Brackets
from app.notation.cursor import Cursor, NotRead
from app.notation.lengths import FIGURES, Lengths
from app.notation.lexing import Token
from app.notation.part import Part
from app.notation.parting import Piece
from app.notation.recoveries import RecoveryRule
from app.notation.settling import leave_out_words, recover, settle
from app.notation.soft import BARE_METRES, Soft
from app.notation.targets import Timed
from app.notation.vocabulary import Kind

_COUNTED = (Activity.STRIDES, Activity.HILL, Activity.SPRINT)
_SOFTENING = (
    Kind.SOFT, Kind.FULL, Kind.BACK, Kind.EQUAL, Kind.RATIO, Kind.SET_REST, Kind.REP_REST, Kind.BETWEEN, Kind.LOOSE,
)  # fmt: skip
_RESTS = frozenset({Kind.SOFT, Kind.FULL, Kind.BACK})
_IDLE = (
    Kind.FILLER, Kind.LABEL, Kind.REP_WORD, Kind.SET_WORD, Kind.COLON, Kind.DASH, Kind.AND, Kind.EFFORT, Kind.UNIT,
)  # fmt: skip


def read_piece(piece: Piece, text: str) -> Part:
    """Read one piece.

    Args:
        piece: its tokens.
        text: the whole text as it was given; names are kept as they stand there.

    Raises:
        NotRead: it is not in the grammar.
        WorkoutError: a figure in it is over a bound.
    """
    if len(piece.tokens) > PART_WORDS:
        raise NotRead
    return _Reader(piece, text).read()


class _Reader:
    """Walks the tokens of one piece."""

    def __init__(self, piece: Piece, text: str) -> None:
        self._part = Part(piece)
        self._text = text
        self._cursor = Cursor(piece.tokens)
        self._lengths = Lengths(self._part, self._cursor)
        self._brackets = Brackets(self._part, lambda inner: read_piece(inner, text))
        self._n_known = 0
        self._strange: list[Token] = []

    def read(self) -> Part:
        cursor, part = self._cursor, self._part
        rules = (
            self._never, self._count, self._send_off, self._with, self._short_recovery, self._soft_words, self._target,
            self._lengths.take, self._group, self._what, self._comparison, self._idle,
        )  # fmt: skip
        while not cursor.is_done:
            if any(rule() for rule in rules):
                self._n_known += 1
            else:
                self._strange.append(cursor.tokens[cursor.at])
                cursor.at += 1
        settle(part, holds_work=self._brackets.holds_work)
        self._brackets.settle()
        leave_out_words(part, self._strange, self._n_known)
        return part

    # ── the alternatives ─────────────────────────────────────────────────────────────────────────────────────────────

    def _never(self) -> bool:
        if self._cursor.sees(Kind.NEVER, Kind.RESULTS):
            raise NotRead
        return False

    def _count(self) -> bool:
        cursor, part = self._cursor, self._part
        if cursor.take(Kind.COUNT):
            count, is_sets = cursor.value(Kind.COUNT)
            part.counts.append(count)
            part.opens_set = is_sets
            if Kind.NUMBER in cursor.last.kinds:  # `10 quarters`
                cursor.at += 0 if cursor.is_done else 1
                self._lengths.add(words.distance(Fraction(400), Unit.M), cursor.last)
            return True
        if cursor.sees(Kind.COUNT_BEHIND) and not (cursor.sees(Kind.REPS) and not part.lengths):
            cursor.at += 1
            value = cursor.value(Kind.COUNT_BEHIND)
            count, is_sets = (Count(value, value), False) if isinstance(value, int) else value
            if is_sets and part.counts:
                part.counts.insert(0, count)
            else:
                part.counts.append(count)
            part.is_counted_behind = True
            return True
        if cursor.sees(Kind.REPEAT):
            cursor.at += 1
            self._part.repeats = True
            cursor.skip(Kind.COLON, Kind.FILLER)
            cursor.take(Kind.TIMES)
            if cursor.sees(Kind.NUMBER) and not part.counts:
                cursor.at += 1
                part.counts.append(words.count(*cursor.value(Kind.NUMBER)))
            return True
        return False

    def _send_off(self) -> bool:
        cursor, part = self._cursor, self._part
        start = cursor.at
        if not cursor.take(Kind.ON):
            return False
        cursor.skip(Kind.FILLER, Kind.OF)
        token = cursor.take(Kind.CLOCK, Kind.LENGTH, Kind.NUMBER)
        minute = token is None and cursor.sees(Kind.UNIT) and cursor.tokens[cursor.at].kinds[Kind.UNIT] == 60
        if minute:
            cursor.at += 1  # `on the minute`
        time: Any = (
            words.time(Fraction(60))
            if minute
            else None
            if token is None
            else token.kinds.get(Kind.CLOCK) or token.kinds.get(Kind.LENGTH)
        )
        if token is not None and Kind.NUMBER in token.kinds and token.kinds[Kind.NUMBER][0] < BARE_METRES * 2:
            time = words.time(*token.kinds[Kind.NUMBER])
        if not isinstance(time, ByTime) or part.recovery is not None:
            cursor.at = start
            return False
        part.recovery = Step(SendOff(time.ms), Intensity.RECOVERY, Activity.ANY)
        cursor.take(Kind.SOFT)
        return True

    def _with(self) -> bool:
        cursor = self._cursor
        start = cursor.at
        if not cursor.take(Kind.WITH, Kind.OFF):
            return False
        cursor.skip(Kind.FILLER, Kind.OF)
        while cursor.sees(Kind.FILLER) and cursor.sees(*FIGURES, *_SOFTENING, Kind.EASY, Kind.SLOW, ahead=1):
            cursor.at += 1
        if cursor.sees(Kind.EASY, Kind.SLOW) and cursor.sees(*FIGURES, ahead=1):
            cursor.at += 1
        softs = RecoveryRule(cursor, self._part.doubts, self._part.unread).read(lengths=True)
        if not softs:
            cursor.at = start
            if any(not _RESTS.isdisjoint(token.kinds) for token in cursor.tokens[start:]):
                raise NotRead  # `w/ half the distance jog`
            return False
        recover(self._part, softs)
        return True

    def _short_recovery(self) -> bool:
        """Read `R 1'`: an R before a time is a recovery."""
        cursor = self._cursor
        is_r = cursor.sees(Kind.LETTER) and cursor.tokens[cursor.at].text == "r" and bool(self._part.lengths)
        times = cursor.sees(Kind.CLOCK, ahead=1) or cursor.sees(Kind.LENGTH, Kind.NUMBER, ahead=1)
        if not is_r or not times or cursor.sees(*_SOFTENING, ahead=2):
            return False
        cursor.at += 1
        softs = RecoveryRule(cursor, self._part.doubts, self._part.unread).read(lengths=True)
        recover(self._part, softs)
        return True

    def _soft_words(self) -> bool:
        cursor = self._cursor
        if not cursor.sees(*_SOFTENING):
            return False
        if cursor.sees(Kind.LOOSE) and not cursor.sees(*_SOFTENING, ahead=1):
            return False
        if cursor.sees(Kind.EQUAL) and cursor.sees(Kind.PACE, Kind.EFFORT, ahead=1):
            return False
        softs = RecoveryRule(cursor, self._part.doubts, self._part.unread).read(lengths=False)
        if not softs:
            return False
        if self._part.softs and cursor.at > 0:
            _merge(self._part.softs[-1], softs[0])
        else:
            self._part.softs += softs
        return True

    def _target(self) -> bool:
        cursor, part = self._cursor, self._part
        has_length = bool(part.lengths or part.ladder) or part.body is not None
        start = cursor.at
        if cursor.sees(Kind.AT, Kind.IN) and cursor.sees(Kind.EASY, Kind.SLOW, ahead=1):
            cursor.at += 1
            return True
        try:
            found = read_target(cursor, has_length=has_length)
        except NoTarget:
            raise NotRead from None
        if found is None:
            return False
        if (part.target is not None or part.timed is not None) and part.recovery is not None:
            part.unread.append((cursor.tokens[start].start, cursor.last.end))  # what a recovery is run at
            return True
        if part.target is not None or part.timed is not None:
            both_felt = isinstance(part.target, Feel) and isinstance(found, Feel)
            if both_felt or not isinstance(part.target, Feel):
                raise NotRead
            part.target = None
        if isinstance(found, Timed):
            part.timed = found
        else:
            part.target = found
        return True

    def _group(self) -> bool:
        token = self._cursor.take(Kind.GROUP)
        if token is None:
            return False
        part = self._part
        if token.kinds[Kind.GROUP]:
            self._lengths.count()  # `2 (8 x 200)`
        is_first = not part.lengths and not part.ladder and part.body is None
        self._brackets.take(token, is_first=is_first and part.activity is None)
        return True

    def _what(self) -> bool:
        cursor, part = self._cursor, self._part
        if cursor.take(Kind.PHASE):
            part.phase = cursor.value(Kind.PHASE)
        elif cursor.take(Kind.NAME):
            part.name = self._as_written().strip('"\u201c\u201d').strip()
        elif cursor.take(Kind.EXERCISE):
            part.activity = cursor.value(Kind.EXERCISE)
            part.name = part.name or self._as_written()
        elif cursor.take(Kind.ACTIVITY):
            if cursor.value(Kind.ACTIVITY) in _COUNTED and cursor.sees(Kind.NUMBER, ahead=-2):
                self._lengths.count()  # `4 strides`
            found = cursor.value(Kind.ACTIVITY)
            part.activity = found if part.activity in (None, Activity.RUN) else part.activity
        elif cursor.take(Kind.TIMED):
            part.race = True
        elif cursor.take(Kind.EASY):
            part.activity = part.activity or Activity.EASY
        elif cursor.take(Kind.SLOW):
            part.is_slow = True
        else:
            return False
        return True

    def _as_written(self) -> str:
        token = self._cursor.last
        return " ".join(self._text[token.start : token.end].split())

    def _comparison(self) -> bool:
        """Pass over `faster than the first set`, which says no pace, and say so."""
        cursor = self._cursor
        if not cursor.sees(Kind.THAN):
            return False
        start = cursor.at
        while not cursor.is_done and not cursor.sees(Kind.WITH, Kind.OFF, Kind.GROUP):
            cursor.at += 1
        self._part.unread.append((cursor.tokens[start].start, cursor.last.end))
        return True

    def _idle(self) -> bool:
        return self._cursor.take(*_IDLE) is not None


def _merge(first: Soft, second: Soft) -> None:
    first.manners += second.manners
    first.between = first.between or second.between
    first.measure = first.measure or second.measure
    first.is_said = True
