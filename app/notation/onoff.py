"""`1 min on / 1 min off` is `1 min w/ 1 min jog`: turned round before a text is parted."""

from __future__ import annotations

from app.core.workout import Activity, Measure
from app.notation.lexing import Token
from app.notation.vocabulary import Kind

_FIGURES = frozenset({Kind.LENGTH, Kind.NUMBER, Kind.CLOCK, Kind.REPS})
_JOINTS = frozenset({Kind.DASH, Kind.SLASH, Kind.AND, Kind.SEP})


def turn_on_off(tokens: list[Token], *, depth: int) -> None:
    """Turn every `on` that has its `off` round, in place.

    Args:
        tokens: of one level of brackets.
        depth: of that level; in a bracket the two are parts of a list.
    """
    at = 1
    while at < len(tokens) - 1:
        if Kind.ON in tokens[at].kinds and _is(tokens, at - 1, _FIGURES):
            _turn(tokens, at, depth)
        at += 1


def _turn(tokens: list[Token], at: int, depth: int) -> None:
    behind = at + 1
    while _is(tokens, behind, _JOINTS) and tokens[behind].text.strip():
        behind += 1
    on = tokens[at]
    if behind > at + 1 and _is(tokens, behind, {Kind.OFF}) and not _is(tokens, behind + 1, _FIGURES):
        off = tokens[behind]
        join = Token({Kind.WITH: None}, "on", on.start, on.end)
        tokens[at : behind + 1] = [join, Token({Kind.EQUAL: Measure.SAME}, "off", off.start, off.end)]
    elif _is(tokens, behind, _FIGURES) and _is(tokens, behind + 1, {Kind.OFF}):
        off = tokens[behind + 1]
        tokens[behind + 1] = Token({Kind.SOFT: Activity.JOG}, "off", off.start, off.end)
        joint = {Kind.SEP: ","} if depth else {Kind.WITH: None}
        tokens[at:behind] = [Token(joint, "on", on.start, on.end)]


def _is(tokens: list[Token], at: int, kinds: frozenset[Kind] | set[Kind]) -> bool:
    return at < len(tokens) and not kinds.isdisjoint(tokens[at].kinds)
