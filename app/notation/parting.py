"""From the tokens of one level to its pieces: what stands between two separators.

A comma, a full stop and a line break always part. Whether a dash, a slash, `and` or a colon does depends on what stands
around it: `8 x 400 / 200 jog` joins a recovery, `400/300/200` is a list, `jog/walk` is one word.
"""

from __future__ import annotations

from app.core.bounds import PART_WORDS
from app.core.workout import ByTime
from app.notation.lexing import Token
from app.notation.onoff import turn_on_off
from app.notation.piece import Piece
from app.notation.vocabulary import Kind

FIGURES = frozenset({Kind.LENGTH, Kind.NUMBER, Kind.CLOCK, Kind.REPS})
RACES = frozenset({Kind.LENGTH, Kind.NUMBER, Kind.RACE})
SOFT = frozenset({Kind.SOFT, Kind.FULL, Kind.BACK, Kind.EQUAL, Kind.RATIO, Kind.SET_REST, Kind.REP_REST, Kind.LOOSE})
_BODY = FIGURES | {Kind.GROUP}
_BEGINS = FIGURES | {
    Kind.COUNT,
    Kind.ACTIVITY,
    Kind.PHASE,
    Kind.GROUP,
    Kind.EXERCISE,
    Kind.NAME,
    Kind.SOFT,
    Kind.BETWEEN,
}
_LABELS = frozenset({Kind.LABEL, Kind.SOFT, Kind.PHASE, Kind.FILLER, Kind.PACE, Kind.EFFORT, Kind.REPEAT})
_NAMED = frozenset({Kind.PACE, Kind.EFFORT, Kind.LABEL})
_TELLING = frozenset(
    {Kind.SOFT, Kind.PHASE, Kind.EASY, Kind.FEEL, Kind.ACTIVITY, Kind.REPEAT, Kind.EXERCISE, Kind.SLOW, Kind.TIMED}
)
_NUMBERED = frozenset({Kind.SET_WORD, Kind.REP_WORD, Kind.LABEL, Kind.WORD})
_SHORT = ("w", "rec", "approx", "recov")
_ABBREVIATED = ("w", "rec", "approx", "recov", "reps", "j", "x", "secs", "mins", "sec", "min")
_STRONG = ("", "/", "-", ",", ".", "+", ";", "\n", "\n\n")
"""Separators, the weaker first; where two stand together the stronger one holds, but a comma before a line's end."""


class Splitter:
    """Walks the tokens of one level of brackets."""

    def __init__(self, tokens: list[Token], depth: int) -> None:
        self._tokens, self._depth = tokens, depth
        self._found: list[Piece] = []
        self._piece = Piece()

    def split(self) -> list[Piece]:
        """Return the pieces of the level."""
        turn_on_off(self._tokens, depth=self._depth)
        indent = 0
        for at, token in enumerate(self._tokens):
            held = len(self._piece.tokens)
            self._take(at, token)
            sign = token.kinds.get(Kind.SEP, "")
            if sign.startswith("\n"):
                indent = len(token.text)
            if not held and self._piece.tokens:
                self._piece.indent = indent
        self._close("")
        return self._found

    def _take(self, at: int, token: Token) -> None:
        sign = token.kinds.get(Kind.SEP)
        held = self._piece.tokens
        is_over = held and (Kind.RESULTS in held[0].kinds or len(held) > PART_WORDS)
        if is_over and not (sign or "").startswith("\n"):
            self._piece.tokens.append(token)
        elif sign == ".":
            self._stop(at, token)
        elif sign is not None:
            self._close(sign)
        elif Kind.DASH in token.kinds:
            self._dash(at, token)
        elif Kind.SLASH in token.kinds:
            self._slash(at, token)
        elif Kind.COLON in token.kinds:
            self._colon(at, token)
        elif Kind.AND in token.kinds:
            self._and(at)
        elif Kind.THEN in token.kinds:
            self._close("+")
        else:
            if self._begins_another(at, token):
                self._close(",")
            self._piece.tokens.append(token)

    def _close(self, separator: str) -> None:
        piece = self._piece
        if any(Kind.LABEL not in token.kinds for token in piece.tokens):
            self._found.append(piece)
        elif piece.before and not (piece.before == "," and separator.startswith("\n")):
            separator = max(piece.before, separator, key=_STRONG.index)
        self._piece = Piece(before=separator)

    def _next(self, at: int) -> Token | None:
        return self._tokens[at + 1] if at + 1 < len(self._tokens) else None

    def _is(self, at: int, kinds: frozenset[Kind] | set[Kind]) -> bool:
        return 0 <= at < len(self._tokens) and not kinds.isdisjoint(self._tokens[at].kinds)

    def _has(self, kinds: frozenset[Kind] | set[Kind]) -> bool:
        return any(not kinds.isdisjoint(token.kinds) for token in self._piece.tokens)

    @property
    def _is_counted(self) -> bool:
        """Whether what stands so far is counted work, which takes a recovery."""
        return self._has({Kind.COUNT, Kind.COUNT_BEHIND}) and self._has(_BODY)

    def _join(self, token: Token) -> None:
        self._piece.tokens.append(Token({Kind.WITH: None}, token.text, token.start, token.end))

    def _stop(self, at: int, token: Token) -> None:
        follows, before = self._next(at), self._piece.tokens[-1] if self._piece.tokens else None
        is_last = follows is None or Kind.SEP in follows.kinds
        if not is_last and follows is not None and follows.start == token.end:
            self._piece.tokens.append(Token({Kind.SIGN: None}, ".", token.start, token.end))
            return
        word = before.text.split()[-1] if before is not None else ""
        short = word in _SHORT or (word in _ABBREVIATED and not self._is(at + 1, FIGURES))
        if is_last or not short:
            self._close(".")

    def _dash(self, at: int, token: Token) -> None:
        piece, follows = self._piece, self._next(at)
        if not piece.tokens or follows is None:
            return
        if all(not _LABELS.isdisjoint(held.kinds) for held in piece.tokens):
            return  # `Recovery - 45 s`
        if not self._has(FIGURES | {Kind.GROUP, Kind.COUNT, Kind.PHASE}) and not self._found:
            if not self._line_has_figures(at):
                piece.tokens.append(Token({Kind.FILLER: None}, "-", token.start, token.end))
                return
            piece.is_heading = True
            self._close("\n")
            return
        races = (
            self._is(at - 1, RACES)
            and self._is(at + 1, RACES)
            and self._is(at + 2, {Kind.PACE, Kind.DASH, Kind.EFFORT})
        )
        if races and self._is_asking() and piece.end == token.start:
            piece.tokens.append(token)  # `@ mile-3k pace`
            return
        if (
            self._is(at - 1, {Kind.RACE})
            and self._is(at + 1, {Kind.NUMBER})
            and piece.end == token.start == follows.start - 1
        ):
            piece.tokens.append(token)  # `MP-10`, which is not read
            return
        if self._is_counted and self._is_time_of_rep(at):
            piece.tokens.append(Token({Kind.IN: None}, "-", token.start, token.end))
            return
        if self._is_counted and self._is(at + 1, FIGURES | SOFT) and not self._has({Kind.WITH}):
            self._join(token)
            return
        is_word = follows.start == token.end == token.start + 1 and token.start == piece.end
        if is_word and not self._is(at + 1, _BEGINS | {Kind.WITH}):
            piece.tokens.append(Token({Kind.FILLER: None}, "-", token.start, token.end))
            return
        self._close("-")

    def _is_time_of_rep(self, at: int) -> bool:
        """Say whether what a dash or a colon joins is a time to run in: `6 x 400: 68-70`, `400 - 85 w/ 60s rest`."""
        behind = self._is(at + 2, {Kind.WITH})
        if self._is(at, {Kind.COLON}):
            behind |= at + 2 >= len(self._tokens) or self._is(at + 2, {Kind.SEP})
        return behind and self._is(at + 1, {Kind.NUMBER, Kind.CLOCK})

    def _line_has_figures(self, at: int) -> bool:
        for token in self._tokens[at:]:
            if token.kinds.get(Kind.SEP, "").startswith("\n"):
                return False
            if not _BEGINS.isdisjoint(token.kinds) and Kind.LABEL not in token.kinds:
                return True
        return False

    def _slash(self, at: int, token: Token) -> None:
        piece = self._piece
        if not piece.tokens:
            return
        last = piece.tokens[-1]
        is_time = Kind.CLOCK in last.kinds or Kind.NUMBER in last.kinds or _is_time(last)
        if is_time and (self._is(at + 1, {Kind.UNIT}) or (self._is_asking() and self._is(at + 1, FIGURES))):
            piece.tokens.append(Token({Kind.PER: None}, "/", token.start, token.end))
        elif len(piece.tokens) == 1 and is_time and self._is(at + 2, SOFT) and _is_time(self._tokens[at + 1]):
            piece.tokens.append(Token({Kind.AND: None}, "/", token.start, token.end))  # `1 min/5 min rest`
        elif self._is(at + 1, FIGURES) and self._is_both(at):
            piece.tokens.append(Token({Kind.OR: None}, "/", token.start, token.end))
        elif self._is(at + 1, FIGURES | SOFT | {Kind.ON, Kind.BETWEEN}) and self._is_counted:
            if Kind.SOFT in last.kinds and self._is(at + 1, {Kind.SOFT}):
                return
            self._join(token)
        elif self._is(at + 1, _BEGINS - {Kind.SOFT}) and Kind.RACE not in last.kinds:
            self._close("/")
        elif not (Kind.SOFT in last.kinds and self._is(at + 1, {Kind.SOFT})):
            piece.tokens.append(Token({Kind.SLASH: None}, "/", token.start, token.end))

    def _is_asking(self) -> bool:
        """Say whether the last that stands is what a target says: `@ 75/400`."""
        asked = [
            held for held in self._piece.tokens if not {Kind.AT, Kind.IN, Kind.WITH, Kind.OFF}.isdisjoint(held.kinds)
        ]
        return (
            bool(asked)
            and not {Kind.AT, Kind.IN}.isdisjoint(asked[-1].kinds)
            and asked[-1] is not self._piece.tokens[-1]
        )

    def _is_both(self, at: int) -> bool:
        """Say whether a recovery is given in two ways: `600m/5min jog`, `30-second/100m jog-rest`."""
        left, right = self._tokens[at - 1], self._tokens[at + 1]
        other = _is_time(left) != _is_time(right) and Kind.NUMBER not in left.kinds and Kind.NUMBER not in right.kinds
        return other and self._is(at + 2, SOFT) and self._is(at - 1, FIGURES)

    def _colon(self, at: int, token: Token) -> None:
        piece = self._piece
        if not piece.tokens:
            return
        if self._is(at - 1, {Kind.NUMBER}) and len(piece.tokens) == 2 and self._is(at - 2, _NUMBERED):
            piece.tokens.clear()  # `Set 1:`, `Day 2:`
            return
        follows = self._next(at)
        if all(not _NAMED.isdisjoint(held.kinds) for held in piece.tokens) and not self._has({Kind.SOFT, Kind.PHASE}):
            piece.tokens.clear()  # `Pace: 5k pace`
            return
        if (
            self._is(at + 1, {Kind.COUNT})
            and not self._has({Kind.REPEAT, Kind.GROUP, Kind.PACE})
            and self._has(FIGURES)
        ):
            piece.is_heading = piece.is_title = not self._found
            self._close("\n")  # `Yasso 800s: 10 x 800`
        elif not self._has(FIGURES | {Kind.COUNT, Kind.GROUP}):
            if not self._has(_TELLING):
                piece.is_heading = True
                self._close("\n")
            elif follows is None or Kind.SEP in follows.kinds:
                piece.is_heading = True
        elif self._is_counted and self._is_time_of_rep(at):
            piece.tokens.append(Token({Kind.IN: None}, ":", token.start, token.end))
        elif self._is_counted and self._is(at + 1, FIGURES | SOFT):
            self._join(token)

    def _and(self, at: int) -> None:
        start = at + 1
        while self._is(start, {Kind.FILLER}) and not self._is(start, _BEGINS):
            start += 1
        is_second = self._has({Kind.WITH}) and self._is(at - 1, FIGURES) and self._is(start, FIGURES)
        if is_second:
            token = self._tokens[at]
            self._piece.tokens.append(Token({Kind.AND: None}, token.text, token.start, token.end))
        elif self._is(start, _BEGINS) and not self._is(start, {Kind.EQUAL}):
            self._close(",")
        else:
            self._piece.tokens.append(self._tokens[at])

    def _begins_another(self, at: int, token: Token) -> bool:
        """Say whether a part begins here though no separator stands before it: `2 mile wu 4 x 400 2 mile cd`."""
        if Kind.COUNT in token.kinds and Kind.NUMBER not in token.kinds:
            if self._is(at - 1, {Kind.WITH}) and self._has(_BODY):
                strides = any(Kind.ACTIVITY in held.kinds for held in self._tokens[at : at + 4])
                added = self._piece.tokens.pop()  # `5 miles with 6 x 100m strides`
                self._close("+")
                if not strides:
                    self._piece.tokens.append(added)
                return False
            return self._has(_BODY | {Kind.PHASE}) and not self._is(at - 1, {Kind.WITH})
        if self._is(at, FIGURES) and self._is(at + 1, {Kind.PHASE}):
            return self._has(_BODY | {Kind.PHASE}) and not self._is(at - 1, {Kind.AT, Kind.IN, Kind.WITH, Kind.PHASE})
        if self._is(at, FIGURES) and self._is(at + 1, {Kind.EASY, Kind.SLOW}) and self._is(at - 1, {Kind.FEEL}):
            return self._has(FIGURES) and not self._has({Kind.WITH, Kind.AT})
        return Kind.PHASE in token.kinds and self._has({Kind.COUNT}) and not self._is(at - 1, FIGURES)


def _is_time(token: Token) -> bool:
    return Kind.CLOCK in token.kinds or isinstance(token.kinds.get(Kind.LENGTH), ByTime)
