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
from app.core.tongue import tr
from app.core.workout import (
    Activity,
    ByTime,
    Count,
    Feel,
    Intensity,
    RacePace,
    SendOff,
    Step,
    Target,
    Unit,
)
from app.notation import words
from app.notation.asking import TARGETS, NoTarget, read_target
from app.notation.attached import SOFTENING, Recoveries
from app.notation.brackets import Brackets
from app.notation.cursor import Cursor, NotRead
from app.notation.lengths import FIGURES, Lengths
from app.notation.lexing import Token
from app.notation.part import Part
from app.notation.piece import Piece
from app.notation.settling import leave_out_words, settle
from app.notation.soft import BARE_METRES
from app.notation.targets import Timed
from app.notation.vocabulary import Kind

_COUNTED = (Activity.STRIDES, Activity.HILL, Activity.SPRINT)
_WHAT = frozenset({Kind.PHASE, Kind.NAME, Kind.EXERCISE, Kind.ACTIVITY, Kind.TIMED, Kind.EASY, Kind.SLOW})
_IDLE = frozenset({
    Kind.FILLER, Kind.LABEL, Kind.REP_WORD, Kind.SET_WORD, Kind.COLON, Kind.DASH, Kind.AND, Kind.EFFORT, Kind.UNIT,
})  # fmt: skip


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
        self._recoveries = Recoveries(self._part, self._cursor)
        self._lengths = Lengths(self._part, self._cursor)
        self._brackets = Brackets(self._part, lambda inner: read_piece(inner, text))
        self._n_known = 0
        self._strange: list[Token] = []

    def read(self) -> Part:
        cursor, part = self._cursor, self._part
        rules = (
            ({Kind.NEVER, Kind.RESULTS}, self._never),
            ({Kind.COUNT, Kind.COUNT_BEHIND, Kind.REPEAT}, self._count),
            ({Kind.ON}, self._send_off),
            ({Kind.WITH, Kind.OFF}, self._recoveries.joined),
            ({Kind.LETTER}, self._recoveries.short),
            (SOFTENING, self._recoveries.words),
            (TARGETS, self._target),
            ({*FIGURES, Kind.OR, Kind.UNIT, Kind.RACE}, self._lengths.take),
            ({Kind.GROUP}, self._group),
            (_WHAT, self._what),
            ({Kind.THAN}, self._comparison),
            (_IDLE, self._idle),
        )
        while not cursor.is_done:
            kinds = cursor.tokens[cursor.at].kinds
            if any(not begins.isdisjoint(kinds) and rule() for begins, rule in rules):
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
        raise NotRead

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
        split = isinstance(found, Timed) and found.is_split
        if (part.target is not None or part.timed is not None or split) and part.recovery is not None:
            part.unread.append((cursor.tokens[start].start, cursor.last.end))  # what a recovery is run at
            return True
        if part.target is not None or part.timed is not None:
            is_label = part.piece.tokens[0].kinds.keys() & {Kind.FEEL}  # `Tempo: 20 min at threshold`
            both_felt = isinstance(part.target, Feel) and isinstance(found, Feel) and not is_label
            if both_felt or not isinstance(part.target, Feel):
                raise NotRead
            part.target = None
        self._per_mile(found, start)
        first = cursor.tokens[start]
        part.asked = Token(first.kinds, first.text, first.start, cursor.last.end)
        part.timed, part.target = (found, None) if isinstance(found, Timed) else (None, found)
        return True

    def _per_mile(self, found: Target | Timed, start: int) -> None:
        """Say that the seconds of `:09 slower than goal pace` were taken for a mile's."""
        taken = self._cursor.tokens[start : self._cursor.at]
        if not isinstance(found, RacePace) or not found.shift_s or any(Kind.PER in token.kinds for token in taken):
            return
        amount = next(token for token in taken if not {Kind.CLOCK, Kind.LENGTH, Kind.NUMBER}.isdisjoint(token.kinds))
        self._part.doubt(tr("took {time} as for a mile").format(time=amount.text), f"{amount.text}/400m", amount)

    def _group(self) -> bool:
        token = self._cursor.take(Kind.GROUP)
        if token is None:
            return False
        part = self._part
        if token.kinds[Kind.GROUP]:
            self._lengths.count()  # `2 (8 x 200)`
        cursor = self._cursor
        behind = cursor.tokens[cursor.at - 2].kinds if cursor.at > 1 else {}
        is_first = not part.lengths and not part.ladder and part.body is None
        self._brackets.take(token, is_first=is_first and part.activity is None, is_soft=Kind.SOFT in behind)
        return True

    def _what(self) -> bool:
        cursor, part = self._cursor, self._part
        if cursor.take(Kind.PHASE):
            part.phase = cursor.value(Kind.PHASE)
        elif cursor.take(Kind.NAME):
            part.name = self._as_written()[1:-1].strip()
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
            part.activity = Activity.EASY if part.activity in (None, Activity.RUN) else part.activity
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
