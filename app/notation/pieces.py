"""One piece, read by the grammar into its parts; where they belong is decided in `folding`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from app.core.errors import WorkoutError
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Count,
    Effort,
    Equal,
    Feel,
    HeartRate,
    Intensity,
    Length,
    Measure,
    Open,
    OpenWhy,
    Pace,
    RacePace,
    Ratio,
    Rpe,
    SendOff,
    Split,
    Step,
    Target,
    Unit,
)
from app.notation import words
from app.notation.scanning import Piece

_ACTIVITIES = (
    ("hill", Activity.HILL), ("strid", Activity.STRIDES), ("sprint", Activity.SPRINT), ("drill", Activity.DRILL),
    ("strength", Activity.STRENGTH),
)  # fmt: skip
_DRILLS = ("skip", "knees", "kicks")
_EASY_WORDS = ("conversational", "comfortable", "relaxed", "easy")
_SLOWEST_SPLIT_S_PER_M = Fraction(7 * 60, 1000)
"""A bare time is the split of its step unless that is slower than 7:00 for a kilometre; then it is per mile."""
_ON_OFF = re.compile(r"(\d[\w:' ]*?)\s*\bon\b\s*[-/,]\s*(\d[\w:' ]*?)\s*\boff\b")


class NotRead(Exception):
    """The piece is not in the grammar, or says two things at once."""


@dataclass(slots=True)
class Part:
    """What a piece says."""

    piece: Piece
    counts: list[Count] = field(default_factory=list)
    lengths: list[Length] = field(default_factory=list)
    ladder: list[Length] = field(default_factory=list)
    body: list[Piece] | None = None
    target: Target | None = None
    timed: list[tuple[Fraction, Fraction | None, ByDistance | None, bool]] = field(default_factory=list)
    activity: Activity | None = None
    phase: Intensity | None = None
    name: str = ""
    race: bool = False
    soft: Step | None = None
    """The piece as a recovery of its own."""
    recovery: Step | None = None
    between: str = ""
    """`sets` or `reps` where the recovery says what it stands between."""
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

    plain = _ON_OFF.sub(r"\1 w/ \2 jog", piece.plain.lower())
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

    def read(self, tree: Any) -> Part:
        part = self._part
        for node in tree.children:
            if hasattr(node, "children"):
                self._rule(node)
            else:
                self._token(node)
        soft = [word for word in self._soft if not (part.activity is Activity.EASY and word.type == "SOFT")]
        if (soft or part.between) and part.recovery is None:
            self._settle_soft(soft)
        return part

    def _settle_soft(self, soft: list[Any]) -> None:
        """Words of recovery with no `w/` before them: the recovery of a rep, or a recovery that stands alone."""
        part = self._part
        reps = part.body is not None or part.ladder
        if part.counts or reps or part.name or part.activity not in (None, Activity.EASY):
            lengths = part.lengths if reps else part.lengths[1:]
            part.lengths = [] if reps else part.lengths[:1]
            part.recovery = _soft_step(lengths, soft)
        else:
            part.soft = _soft_step(part.lengths, soft)
            part.lengths = []

    def _token(self, token: Any) -> None:
        part, text = self._part, str(token)
        match token.type:
            case "COUNT":
                part.counts.append(words.count(text))
            case "COUNT_AFTER":
                part.counts.append(words.count(text))
            case "AMOUNT" | "REPS" | "CLOCK" | "NUMBER":
                part.lengths.append(self._length(token))
            case "LADDER":
                part.ladder = _ladder(text)
            case "GROUP":
                self._group(text)
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
                part.name = self._as_written(token)[1:-1]
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
        if value >= 100:
            return words.distance(value, Unit.M)
        return ByReps(int(value)) if value.denominator == 1 and value >= 1 else words.distance(value, Unit.M)

    def _rule(self, node: Any) -> None:
        name = node.data if isinstance(node.data, str) else node.data.value
        tokens = list(node.children)
        part = self._part
        if name == "sendoff":
            ms = _by_time(self._length(tokens[-1])).ms
            part.recovery = Step(SendOff(ms), Intensity.RECOVERY, Activity.ANY)
        elif name == "recovery":
            self._recovery(tokens)
        else:
            if part.target is not None or part.timed:
                raise NotRead
            self._target(name, tokens)

    def _recovery(self, tokens: list[Any]) -> None:
        if self._part.recovery is not None:
            raise NotRead
        lengths, soft = [], []
        for token in tokens[1:]:
            if token.type in ("AMOUNT", "CLOCK", "NUMBER", "REPS"):
                lengths.append(_recovery_length(self._length(token)))
            elif token.type == "LADDER":
                raise NotRead
            elif token.type == "BETWEEN":
                self._between(str(token))
            elif token.type != "FILLER":
                soft.append(token)
        if not lengths and not soft:
            raise NotRead
        self._part.recovery = _soft_step(lengths, soft)

    def _group(self, text: str) -> None:
        part = self._part
        group = part.piece.groups[int(text[1:-1])]
        if part.counts and part.body is None and not part.lengths and not part.ladder and part.activity is None:
            part.body = group
            return
        if len(group) != 1:
            raise NotRead
        inner = read_piece(group[0])
        if inner.counts or inner.body or inner.ladder or inner.phase or inner.activity or inner.recovery:
            raise NotRead
        if inner.soft is not None or (len(inner.lengths) == 1 and inner.target is None):
            if part.recovery is not None:
                raise NotRead
            part.recovery = inner.soft or _soft_step([_recovery_length(inner.lengths[0])], [])
            part.between = inner.between or part.between
        elif inner.target is not None and part.target is None and not inner.lengths:
            part.target = inner.target
        else:
            raise NotRead

    def _target(self, name: str, tokens: list[Any]) -> None:
        part = self._part
        texts = {token.type: str(token) for token in tokens}
        or_faster = "OR_FASTER" in texts
        match name:
            case "race":
                named = words.race(texts.get("RACE_PACE") or texts["RACE"])
                part.target = RacePace(named, or_faster)
            case "effort":
                part.target = Effort(*_ends(texts["PERCENT"]))
            case "heart_rate":
                part.target = HeartRate(*_ends(texts["PERCENT"]))
            case "rpe":
                part.target = Rpe(*_ends(texts["RPE"]))
            case "feel":
                word = texts["FEEL"].replace("all-out", "all out")
                if word in _EASY_WORDS and part.activity is None:
                    part.activity = Activity.EASY
                part.target = Feel(word)
            case _:
                clock = texts.get("CLOCK_RANGE") or texts.get("CLOCK") or texts.get("AMOUNT") or texts["NUMBER"]
                low, high = _seconds(clock)
                per = _per(texts["PER"]) if "PER" in texts else None
                part.timed.append((low, high, per, or_faster))


def timed_target(
    timed: tuple[Fraction, Fraction | None, ByDistance | None, bool], length: Length | None
) -> tuple[Target, str]:
    """Return what a bare time asks of a step, and the doubt there is about it.

    A time with its unit is a pace. Without one it is the split of the step, unless that were slower than 7:00 for a
    kilometre; then it is a pace per mile.
    """
    low, high, per, or_faster = timed
    if per is not None:
        return Pace(low, per, high, or_faster), ""
    if isinstance(length, ByDistance):
        metres = length.metres(Fraction(400))
        if low / metres > _SLOWEST_SPLIT_S_PER_M and low >= 180:
            return Pace(low, ByDistance(Fraction(1), Unit.MI), high, or_faster), ""
        return Split(low, high, or_faster), ""
    return Pace(low, ByDistance(Fraction(1), Unit.MI), high, or_faster), "took the time as a pace per mile"


def _ends(text: str) -> tuple[Fraction, Fraction]:
    found = [words.number(figure) for figure in re.findall(r"\d+(?:\.\d+)?", text)]
    return min(found), max(found)


def _seconds(text: str) -> tuple[Fraction, Fraction | None]:
    if ":" in text:
        found = [words.clock_s(part.strip()) for part in text.split("-")]
    elif text[-1].isdigit():
        found = [words.number(text)]
    else:
        length = _by_time(words.amount(text))
        found = [Fraction(ms, 1000) for ms in (length.ms, length.most_ms) if ms is not None]
    if min(found) <= 0:
        raise NotRead
    return min(found), max(found) if max(found) != min(found) else None


def _by_time(length: Length) -> ByTime:
    if not isinstance(length, ByTime):
        raise NotRead
    return length


def _per(text: str) -> ByDistance:
    word = text.rsplit(maxsplit=1)[-1].lstrip("/")
    if word.startswith("mi"):
        return ByDistance(Fraction(1), Unit.MI)
    if word.startswith("k"):
        return ByDistance(Fraction(1), Unit.KM)
    if word == "lap":
        return ByDistance(Fraction(1), Unit.LAP)
    return ByDistance(Fraction(word.removesuffix("m")))


def _ladder(text: str) -> list[Length]:
    return [words.distance(words.number(figure), Unit.M) for figure in re.findall(r"\d+", text)]


def _recovery_length(length: Length) -> Length:
    """A bare number under 100 is seconds where a recovery is meant."""
    return ByTime(length.n * 1000) if isinstance(length, ByReps) else length


def _soft_step(lengths: list[Length], tokens: list[Any]) -> Step:
    """Make a recovery of its length and its words."""
    manner = Activity.ANY
    length: Length | None = _recovery_length(lengths[0]) if lengths else None
    if len(lengths) > 1:
        raise NotRead
    for token in tokens:
        text = str(token)
        match token.type:
            case "SOFT":
                found = words.manner(text)
                manner = found if manner is Activity.ANY else manner
            case "FULL":
                length = length or Open(OpenWhy.FULL)
            case "BACK":
                manner = Activity.WALK if "walk" in text else Activity.JOG
                length = length or Open(OpenWhy.WALK_BACK if manner is Activity.WALK else OpenWhy.JOG_BACK)
            case "EQUAL":
                kind = text.removeprefix("equal").strip()
                length = Equal({"time": Measure.TIME, "distance": Measure.DISTANCE}.get(kind, Measure.SAME))
            case "RATIO":
                work, recovery = (int(words.number(figure)) for figure in text.split(":"))
                if not work or not recovery:
                    raise NotRead
                length = Ratio(work, recovery)
            case _:
                pass
    return Step(length or Open(), words.soft_intensity(manner), manner)


__all__ = ["NotRead", "Part", "WorkoutError", "read_piece", "timed_target"]
