"""One piece, read by the grammar into its parts; where they belong is decided in `folding`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from app.core.bounds import PART_CHARS
from app.core.tongue import tr
from app.core.workout import (
    Activity,
    ByReps,
    Count,
    Feel,
    Intensity,
    Length,
    SendOff,
    Step,
    Target,
    Unit,
)
from app.notation import words
from app.notation.recoveries import recovery_length, soft_step
from app.notation.scanning import NotRead, Piece
from app.notation.targets import EASY_WORDS, Timed, by_time, read_target

_ACTIVITIES = (
    ("hill", Activity.HILL), ("strid", Activity.STRIDES), ("sprint", Activity.SPRINT), ("drill", Activity.DRILL),
    ("strength", Activity.STRENGTH),
)  # fmt: skip
_DRILLS = ("skip", "knees", "kicks")
_BARE_METRES = 100
"""A number without a unit is metres from here on; below it is a count of movements, or seconds of recovery."""
_MOST_MILES = 30
_LONG_NUMBER = re.compile(r"\d{13,}")
_FEW = re.compile(rf"\b(?:{'|'.join(words.WORDS)})(?=[ -](?:min|sec|mile|lap|hour|x))")
_ON_OFF = re.compile(r"(\d[\w:' ]*?)\s*\bon\b\s*[-/,]\s*(\d[\w:' ]*?)\s*\boff\b")


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
    ladder: list[Length] = field(default_factory=list)
    body: list[Piece] | None = None
    target: Target | None = None
    timed: Timed | None = None
    """A bare time that the piece asks; what it means depends on the length of the step."""
    activity: Activity | None = None
    phase: Intensity | None = None
    name: str = ""
    race: bool = False
    soft: Step | None = None
    """The piece as a recovery of its own."""
    recovery: Step | None = None
    between: str = ""
    """`sets`, `reps`, or the metres of the reps, where the recovery says what it stands between."""
    doubts: list[str] = field(default_factory=list)


@cache
def _grammar() -> Any:
    from lark import Lark  # noqa: PLC0415 - 50 ms that only reading text costs

    source = files("app.notation").joinpath("coach.lark").read_text(encoding="utf-8")
    return Lark(source, parser="lalr", lexer="contextual", start="start", maybe_placeholders=False)


def read_piece(piece: Piece) -> Part:
    """Read one piece.

    Raises:
        NotRead: it is not in the grammar.
        WorkoutError: a figure in it is over a bound.
    """
    from lark.exceptions import UnexpectedInput  # noqa: PLC0415 - as above

    long_number = _LONG_NUMBER.search(piece.plain)
    if long_number:
        words.number(long_number[0])  # says which; the grammar would take minutes over a row of digits
    if len(piece.plain) > PART_CHARS:
        raise NotRead
    plain = _ON_OFF.sub(r"\1 w/ \2 jog", piece.plain.lower())
    plain = _FEW.sub(lambda word: str(words.WORDS[word[0]]), plain)
    try:
        tree = _grammar().parse(plain)
    except UnexpectedInput as unexpected:
        raise NotRead from unexpected
    return _Reader(piece, plain).read(tree)


class _Reader:
    """Walks one piece's tree."""

    def __init__(self, piece: Piece, plain: str) -> None:
        self._part = Part(piece)
        self._plain = plain
        self._soft: list[Any] = []
        self._groups: list[tuple[str, bool]] = []  # and whether nothing that could be counted stands before it
        self._is_bare = False  # the last length is a number without a unit

    def read(self, tree: Any) -> Part:
        part = self._part
        for node in tree.children:
            if hasattr(node, "children"):
                self._rule(node)
            else:
                self._token(node)
        for group, is_first in self._groups:  # last, for its count may stand behind it
            self._group(group, is_first=is_first)
        self._turn_round()
        self._miles()
        soft = [word for word in self._soft if not (part.activity is Activity.EASY and word.type == "SOFT")]
        if (soft or part.between) and part.recovery is None:
            self._settle_soft(soft)
        return part

    def _turn_round(self) -> None:
        """Read `400 x 3` as three of 400 m: nobody runs 3 m four hundred times."""
        part = self._part
        count = part.counts[0].low if len(part.counts) == 1 else 0
        length = part.lengths[0] if part.lengths else None
        if count < _BARE_METRES or not isinstance(length, ByReps) or not self._is_bare or part.name:
            return
        part.doubts.append(tr("took {count} x {n} as {n} x {count}m").format(count=count, n=length.n))
        part.counts, part.is_counted_behind = [Count(length.n, length.most or length.n)], True
        part.lengths[0] = words.distance(Fraction(count), Unit.M)

    def _miles(self) -> None:
        """Read `2E` as two easy miles: before a letter of Daniels' a small number without a unit is miles."""
        part = self._part
        length = part.lengths[0] if part.lengths else None
        letter = isinstance(part.target, Feel) and len(part.target.word) == 1
        if letter and self._is_bare and isinstance(length, ByReps) and length.n <= _MOST_MILES:
            part.doubts.append(tr("took {n} as miles").format(n=length.n))
            part.lengths[0] = words.distance(Fraction(length.n), Unit.MI)

    def _settle_soft(self, soft: list[Any]) -> None:
        """Words of recovery with no `w/` before them: the recovery of a rep, or a recovery that stands alone."""
        part = self._part
        reps = part.body is not None or part.ladder
        if part.counts or reps or part.name or part.activity not in (None, Activity.EASY):
            lengths = part.lengths if reps else part.lengths[1:]
            part.lengths = [] if reps else part.lengths[:1]
            part.recovery = soft_step(lengths, soft)
        else:
            part.soft = soft_step(part.lengths, soft)
            part.lengths = []

    def _token(self, token: Any) -> None:
        part, text = self._part, str(token)
        match token.type:
            case "COUNT":
                part.opens_set = "set" in text
                part.counts.append(words.count(text))
            case "COUNT_AFTER":
                part.is_counted_behind = True
                part.counts.append(words.count(text))
            case "AMOUNT" | "REPS" | "CLOCK" | "NUMBER":
                self._is_bare = token.type == "NUMBER"
                part.lengths.append(self._length(token))
            case "LADDER":
                part.ladder = _ladder(text)
            case "GROUP":
                self._groups.append((text, not part.lengths and not part.ladder and part.activity is None))
            case "PHASE":
                part.phase = Intensity.WARMUP if text.startswith("w") else Intensity.COOLDOWN
            case "EASY":
                part.activity = part.activity or Activity.EASY
            case "ACTIVITY":
                found = next((activity for word, activity in _ACTIVITIES if word in text), Activity.RUN)
                part.activity = found if part.activity in (None, Activity.RUN) else part.activity
            case "EXERCISE":
                part.activity = Activity.DRILL if any(word in text for word in _DRILLS) else Activity.STRENGTH
                part.name = part.name or self._as_written(token)
            case "TIMED":
                part.race = True
            case "NAME":
                part.name = self._as_written(token)[2:-1].strip()
            case "SOFT" | "FULL" | "BACK" | "EQUAL" | "RATIO" | "OPEN":
                self._soft.append(token)
            case "BETWEEN":
                self._between(text)
            case _:
                pass  # a filler says nothing

    def _as_written(self, token: Any) -> str:
        """Return the token in the case the author wrote it."""
        same = self._plain == self._part.piece.plain.lower()
        return self._part.piece.plain[token.start_pos : token.end_pos] if same else str(token)

    def _between(self, text: str) -> None:
        metres = re.search(r"\d+", text)
        if metres:
            self._part.between = metres[0]
        else:
            self._part.between = "sets" if "set" in text else "reps" if "rep" in text else self._part.between

    def _length(self, token: Any) -> Length:
        text = str(token)
        if token.type == "AMOUNT":
            return words.amount(text)
        if token.type == "REPS":
            return words.reps(text)
        if token.type == "CLOCK":
            return words.time(words.clock_s(text))
        value = words.number(text)
        if value >= _BARE_METRES:
            return words.distance(value, Unit.M)
        return ByReps(int(value)) if value.denominator == 1 and value >= 1 else words.distance(value, Unit.M)

    def _rule(self, node: Any) -> None:
        name = node.data if isinstance(node.data, str) else node.data.value
        tokens = list(node.children)
        part = self._part
        if name == "sendoff":
            ms = by_time(self._length(tokens[-1])).ms
            part.recovery = Step(SendOff(ms), Intensity.RECOVERY, Activity.ANY)
        elif name == "recovery":
            self._recovery(tokens)
        else:
            if part.target is not None or part.timed is not None:
                raise NotRead
            self._asked(read_target(name, {token.type: str(token) for token in tokens}))

    def _asked(self, asked: Target | Timed) -> None:
        part = self._part
        if isinstance(asked, Timed):
            part.timed = asked
            return
        part.target = asked
        if isinstance(asked, Feel) and asked.word in EASY_WORDS and part.activity is None:
            part.activity = Activity.EASY

    def _recovery(self, tokens: list[Any]) -> None:
        if self._part.recovery is not None:
            raise NotRead
        lengths, soft = [], []
        for token in tokens[1:]:
            if token.type in ("AMOUNT", "CLOCK", "NUMBER", "REPS"):
                lengths.append(recovery_length(self._length(token)))
            elif token.type == "LADDER":
                raise NotRead
            elif token.type == "BETWEEN":
                self._between(str(token))
            elif token.type != "FILLER":
                soft.append(token)
        if not lengths and not soft:
            raise NotRead
        self._part.recovery = soft_step(lengths, soft)

    def _group(self, text: str, *, is_first: bool) -> None:
        part = self._part
        group = part.piece.groups[int(text[1:-1])]
        if is_first and part.counts and part.body is None:
            part.body = group
            return
        if len(group) != 1:
            raise NotRead
        inner = read_piece(group[0])
        if inner.counts or inner.body or inner.ladder or inner.phase or inner.activity:
            raise NotRead
        if inner.recovery is not None:  # it has its own `with`
            if part.recovery is not None or inner.lengths or inner.target is not None:
                raise NotRead
            part.recovery, part.between = inner.recovery, inner.between or part.between
        elif inner.soft is not None or (len(inner.lengths) == 1 and inner.target is None):
            if part.recovery is not None:
                raise NotRead
            if inner.soft is None:
                part.doubts.append(tr("took ({text}) as the recovery").format(text=inner.piece.plain))
            part.recovery = inner.soft or soft_step([recovery_length(inner.lengths[0])], [])
            part.between = inner.between or part.between
        elif inner.target is not None and part.target is None and not inner.lengths:
            part.target = inner.target
        else:
            raise NotRead


def _ladder(text: str) -> list[Length]:
    return [words.distance(words.number(figure), Unit.M) for figure in re.findall(r"\d+", text)]
