"""From raw words to tokens: figures with what stands around them, `60-90 seconds`, `8-10 x`, `400's`, `200-400-600`.

A figure takes its unit, the other end of its range and its sign of counting along, so that the grammar sees one token.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from app.core.workout import ByReps, Unit
from app.notation import words
from app.notation.ladders import ladder_at
from app.notation.lexing import Raw, Token, few, phrase
from app.notation.measures import LEAST_PLURAL, ends, smaller, unit_at, value_of, with_parts
from app.notation.vocabulary import UNITS, Kind

_FURTHEST = 4
"""So far a rule looks ahead."""
_RATIOS = tuple(str(n) for n in range(1, 21))
_RATIO_RESTS = _RATIOS[:9]
"""Two digits behind a colon are a clock's."""
_SETS = re.compile(r"sets?|series?|s[ée]ries?|rounds?|blocks?|circuits?|groups?")
_REPS = re.compile(r"reps?|repeats?|repetitions?|intervals?|efforts?|bouts?|lots|times|fois|x")
_OF = ("of", "de", "x", ":", "(")


def tokens(raws: Sequence[Raw]) -> list[Token]:
    """Return the tokens of a text."""
    return _Lexer(with_parts(list(raws))).tokens()


class _Lexer:
    """Walks the raw words once, figures and phrases at a time."""

    def __init__(self, raws: list[Raw]) -> None:
        end = raws[-1].end if raws else 0
        self._raws = [*raws, *[Raw("end", "", end, end)] * _FURTHEST]
        self._at = 0
        self._no_ladder = 0
        """No ladder begins before this place."""
        self._found: list[Token] = []

    def tokens(self) -> list[Token]:
        raws, found = self._raws, self._found
        while raws[self._at].sort != "end":
            found.append(self._token())
        return found

    def _token(self) -> Token:
        raw = self._raws[self._at]
        match raw.sort:
            case "number" | "clock":
                return self._figure()
            case "word":
                return self._word()
            case "name":
                return self._name()
            case "line" | "blank":
                self._at += 1
                return Token({Kind.SEP: "\n" if raw.sort == "line" else "\n\n"}, raw.text, raw.start, raw.end)
            case _:
                return self._sign()

    # ── words and signs ──────────────────────────────────────────────────────────────────────────────────────────────

    def _word(self) -> Token:
        raws, at = self._raws, self._at
        raw = raws[at]
        number = few(raws, at)
        if number is not None and self._is_counting(number[1]):
            return self._figure(number)
        if raw.text == "x":
            return self._times()
        is_r = raw.text == "r" and raws[at + 1].text == ":"
        if is_r or (raw.text in ("r", "rec", "rest", "cs", "cw", "recup", "récup") and raws[at + 1].text == "="):
            self._at += 2
            kind = Kind.ON if raw.text in ("cs", "cw") else Kind.WITH
            return Token({kind: None}, raw.text + "=", raw.start, raws[at + 1].end)
        found = phrase(raws, at)
        if found is not None:
            token, self._at = found
            return token
        self._at += 1
        return Token({Kind.WORD: None}, raw.text, raw.start, raw.end)

    def _is_counting(self, at: int) -> bool:
        """Say whether what stands here can be counted by a word: a unit, a sign of counting, a figure."""
        raws = self._raws
        if raws[at].text == "-" and raws[at].start == raws[at - 1].end:
            at += 1
        text = raws[at].text
        counted = raws[at].sort == "number" or text in ("x", "times", "hard", "easy", "lots", "quarters", "by")
        return counted or text in UNITS or _SETS.fullmatch(text) is not None or _REPS.fullmatch(text) is not None

    def _name(self) -> Token:
        raw = self._raws[self._at]
        inner = raw.text[1:-1] if raw.text.endswith('"') else ""
        self._at += 1
        if inner.strip() in ("on", "off", "in", "out"):
            return Token({Kind.ON if inner.strip() == "on" else Kind.OFF: None}, inner.strip(), raw.start, raw.end)
        return Token({Kind.NAME: None}, raw.text, raw.start, raw.end)

    def _sign(self) -> Token:
        raw = self._raws[self._at]
        self._at += 1
        kinds: dict[Kind, Any] = {Kind.SIGN: None}
        match raw.text:
            case "(" | "[":
                kinds = {Kind.OPEN: None}
            case ")" | "]":
                kinds = {Kind.SHUT: None}
            case "," | ";" | "+" | ".":
                kinds = {Kind.SEP: raw.text}
            case "|":
                kinds = {Kind.SEP: ";"}
            case "-":
                while self._raws[self._at].text == "-":
                    self._at += 1
                kinds = {Kind.DASH: None}
            case "/":
                kinds = {Kind.SLASH: None}
            case ":":
                kinds = {Kind.COLON: None}
            case "*":
                return self._times(back=1)
            case "@":
                kinds = {Kind.AT: "@"}
            case "&":
                kinds = {Kind.AND: None}
            case "~" | "=" | "!" | "?" | '"' | "'" | ">" | "<" | "≈" | "…":
                kinds = {Kind.FILLER: None} if raw.text in "~≈…" else {Kind.SIGN: None}
            case _:
                pass
        return Token(kinds, raw.text, raw.start, self._raws[self._at - 1].end)

    def _times(self, back: int = 0) -> Token:
        """A sign of counting that no count stands before: `x 4` counts what is behind it."""
        self._at -= back
        raws, at = self._raws, self._at
        if raws[at + 1].sort == "number" and not raws[at + 1].text.count("."):
            low, high, behind = ends(raws, at + 1, is_asked=False)
            unit = unit_at(raws, behind)
            n_sets = _SETS.fullmatch(raws[behind].text) is not None
            is_counted = raws[behind].text in ("x", "*") and raws[behind].sort != "end"
            if unit is None and raws[behind].text != "%" and not is_counted:
                is_word = n_sets or _REPS.fullmatch(raws[behind].text) is not None
                self._at = behind + (1 if is_word else 0)
                end = raws[self._at - 1].end
                value = words.count(low, high)
                return Token({Kind.COUNT_BEHIND: (value, n_sets)}, "x", raws[at].start, end)
        self._at = at + 1
        return Token({Kind.TIMES: None}, "x", raws[at].start, raws[at].end)

    # ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _figure(self, said: tuple[int, int] | None = None) -> Token:
        raws, at = self._raws, self._at
        if said is None and at >= self._no_ladder:
            lengths, behind = ladder_at(raws, at)
            if lengths is not None:
                return self._made({Kind.LENGTH: lengths}, behind)
            self._no_ladder = behind
        if said is not None:
            low, high, behind = Fraction(said[0]), None, said[1]
            if raws[behind].text == "-":
                behind += 1
        else:
            low, high, behind = ends(raws, at, is_asked=self._is_asked(), is_counted=self._is_counted())
        is_clock = said is None and raws[at].sort == "clock"
        if raws[behind].text == "%" and not is_clock:
            return self._made({Kind.PERCENT: (low, high or low)}, behind + 1)
        tight = raws[behind - 1].end + 1 == raws[behind].end == raws[behind + 1].start
        is_ratio = raws[behind].text == ":" and tight and high is None and raws[behind + 1].text in _RATIO_RESTS
        if is_ratio and not is_clock and raws[at].text in _RATIOS:
            return self._made({Kind.RATIO: (int(low), int(words.number(raws[behind + 1].text)))}, behind + 2)
        unit = unit_at(raws, behind)
        if unit is not None and low >= LEAST_PLURAL and raws[unit[1]].text in ("pace", "effort", "race", "goal"):
            unit = unit if unit[0] in (Unit.M, Unit.YD) else None  # the 600 of `600 mile pace`
        if is_clock:
            time = words.time(low, high) if low else None
            behind = unit[1] if unit is not None and isinstance(unit[0], int) else behind
            return self._made({Kind.CLOCK: time} if time else {Kind.SIGN: None}, behind)
        count = self._count(low, high, behind)
        if count is not None:
            return count
        plural = self._plural(low, high, behind)
        if plural is not None:
            return plural
        if unit is None and raws[behind].text == "quarters":
            return self._made({Kind.NUMBER: (low, high), Kind.COUNT: (words.count(low, high), False)}, behind)
        if unit is not None:
            return self._length(low, high, unit)
        return self._made({Kind.NUMBER: (low, high)}, behind)

    def _made(self, kinds: dict[Kind, Any], behind: int) -> Token:
        raws, at = self._raws, self._at
        self._at = behind
        apart = [" " if raw.start > before.end else "" for before, raw in pairwise(raws[at:behind])]
        text = "".join(blank + raw.text for blank, raw in zip(["", *apart], raws[at:behind], strict=True))
        return Token(kinds, text, raws[at].start, raws[behind - 1].end)

    def _is_counted(self) -> bool:
        return bool(self._found) and Kind.COUNT in self._found[-1].kinds

    def _is_asked(self) -> bool:
        return bool(self._found) and bool({Kind.AT, Kind.IN, Kind.THAN} & self._found[-1].kinds.keys())

    def _length(self, low: Fraction, high: Fraction | None, unit: tuple[Unit | int, int]) -> Token:
        kind, behind = unit
        raws = self._raws
        if isinstance(kind, Unit):
            token = self._made({Kind.LENGTH: words.distance(low, kind, high)}, behind)
            if raws[behind].text == "kp":
                self._raws[behind] = Raw("word", "p", raws[behind].start, raws[behind].end)
            return token
        seconds = low * kind
        rest = smaller(raws, kind, behind) if high is None else None
        most = None if rest is None else self._other_end(rest[1], seconds + rest[0])
        if most is not None and rest is not None:
            return self._made({Kind.LENGTH: words.time(seconds + rest[0], most[0])}, most[1])
        if rest is not None:
            return self._made({Kind.LENGTH: words.time(seconds + rest[0])}, rest[1])
        return self._made({Kind.LENGTH: words.time(seconds, None if high is None else high * kind)}, behind)

    def _other_end(self, at: int, low: Fraction) -> tuple[Fraction, int] | None:
        """Read the 3'10 of `3'05-3'10`, and the place behind."""
        raws = self._raws
        if raws[at].text != "-" or raws[at + 1].sort != "number":
            return None
        unit = unit_at(raws, at + 2)
        if unit is None or isinstance(unit[0], Unit):
            return None
        high = value_of(raws, at + 1) * unit[0]
        rest = smaller(raws, unit[0], unit[1])
        high, behind = (high + rest[0], rest[1]) if rest is not None else (high, unit[1])
        return (high, behind) if low < high < 2 * low else None

    def _count(self, low: Fraction, high: Fraction | None, at: int) -> Token | None:
        raws = self._raws
        if low.denominator != 1 or (high or low).denominator != 1:
            return None
        text = raws[at].text
        if raws[at].sort == "end":
            return None
        if text in ("x", "*", "by"):
            behind = at + 1
            of = _SETS.fullmatch(raws[behind].text) is not None and raws[behind + 1].text in _OF
            return self._made({Kind.COUNT: (words.count(low, high), of)}, behind + (2 if of and text == "x" else 0))
        is_sets, is_reps = _SETS.fullmatch(text) is not None, _REPS.fullmatch(text) is not None
        if not (is_sets or is_reps):
            return None
        behind = at + 1
        follows = raws[behind].text
        if follows in _OF and raws[behind].sort != "end":
            behind += 0 if follows == "(" else 1
            if follows in ("of", "de") and raws[behind].text == ":":
                behind += 1
            return self._made({Kind.COUNT: (words.count(low, high), is_sets)}, behind)
        if text in ("times", "fois") and raws[behind].sort == "number":
            return self._made({Kind.COUNT: (words.count(low, high), False)}, behind)
        if is_sets and follows == "-" and raws[behind].start > raws[at].end:
            return self._made({Kind.COUNT: (words.count(low, high), True)}, behind + 1)
        if is_sets or text == "times":
            behind += follows == "through"
            return self._made({Kind.COUNT_BEHIND: (words.count(low, high), is_sets)}, behind)
        value = words.count(low, high)
        reps = ByReps(value.low, value.high if value.is_range else None)
        return self._made({Kind.REPS: reps, Kind.COUNT_BEHIND: (value, False)}, behind)

    def _plural(self, low: Fraction, high: Fraction | None, at: int) -> Token | None:
        """Read `400s` and `400's`: reps of 400 m, where they do not stand for seconds."""
        raws = self._raws
        is_tight = raws[at].start == raws[at - 1].end
        if high is not None or not is_tight:
            return None
        if raws[at].text == "'" and raws[at + 1].text == "s" and raws[at + 1].start == raws[at].end:
            return self._made({Kind.LENGTH: words.distance(low, Unit.M)}, at + 2)
        if raws[at].text == "s" and low >= LEAST_PLURAL and low % 100 == 0 and low > LEAST_PLURAL:
            time = words.time(low)
            return self._made({Kind.LENGTH: words.distance(low, Unit.M), Kind.CLOCK: time}, at + 1)
        return None
