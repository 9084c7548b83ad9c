"""What a piece asks of its step: pace, split, effort, heart rate, a word.

target   := ("@" | "at" | "in")? (relative | race | zone | share | timed | feel) "or faster"?
relative := (amount per?)? "slightly"? ("faster than" | "slower than") race
race     := name (("-" | "/" | "to") name)? ("pace" | "effort")
share    := percent ("effort" | "of max heart rate" | "of" race)?
timed    := clock per? "pace"?
feel     := word ("pace" | "effort")?

"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from app.core.workout import ByDistance, ByTime, Effort, Feel, HeartRate, Pace, Race, RacePace, Rpe, Target, Unit
from app.notation import words
from app.notation.cursor import Cursor
from app.notation.lexing import Token
from app.notation.targets import KM, MILE, Timed
from app.notation.vocabulary import RACE_LENGTHS, Kind

TARGETS = frozenset({
    Kind.AT, Kind.IN, Kind.LENGTH, Kind.NUMBER, Kind.CLOCK, Kind.DEGREE, Kind.THAN, Kind.RACE, Kind.PACE, Kind.RPE,
    Kind.ZONE, Kind.PERCENT, Kind.LETTER, Kind.PROGRESS, Kind.FEEL,
})  # fmt: skip
"""What a target begins with."""
_BEHIND_FIGURES = (
    Kind.PACE, Kind.EFFORT, Kind.PER, Kind.THAN, Kind.KMH, Kind.SLASH, Kind.DASH, Kind.TO, Kind.OR, Kind.RACE,
)  # fmt: skip
"""What stands behind a figure that no `@` makes a target."""
_NAMES_A_PACE = ("mp", "hmp", "cmp", "hm", "mrp", "hmrp")
"""Races that are named for their pace alone."""


class NoTarget(Exception):
    """A target is claimed with `@`, and none follows that we know."""


def read_target(cursor: Cursor, *, has_length: bool) -> Target | Timed | None:
    """Read one target, or leave the cursor where it is.

    Args:
        cursor: before the target.
        has_length: the piece has told its length, so that `mile effort` can only be a pace.

    Raises:
        NoTarget: an `@` stands before something that is no target.
    """
    start = cursor.at
    figure = cursor.sees(Kind.LENGTH, Kind.NUMBER, Kind.CLOCK) and not cursor.sees(Kind.AT)
    if figure and not cursor.sees(*_BEHIND_FIGURES, ahead=1):
        return None
    claim = cursor.take(Kind.AT, Kind.IN)
    is_in = claim is not None and Kind.IN in claim.kinds
    if claim is not None:
        cursor.skip(Kind.FILLER)
    faster_before = claim is not None and _or_faster(cursor)
    found = _Rules(cursor, is_claimed=claim is not None, is_in=is_in, has_length=has_length).read()
    if found is None:
        if claim is not None and claim.text == "@":
            raise NoTarget
        cursor.at = start
        return None
    if claim is not None and isinstance(found, Timed):
        found = replace(found, start=claim.start)
    if (_or_faster(cursor) or faster_before) and isinstance(found, RacePace | Timed):
        return replace(found, or_faster=True)
    return found


def _or_faster(cursor: Cursor) -> bool:
    if cursor.take(Kind.FASTER):
        return True
    if cursor.sees(Kind.GROUP):
        pieces = cursor.tokens[cursor.at].kinds[Kind.GROUP]
        if len(pieces) == 1 and all(Kind.FASTER in token.kinds for token in pieces[0].tokens):
            cursor.at += 1
            return True
    return False


class _Rules:
    """The alternatives of a target, in the order they are tried."""

    def __init__(self, cursor: Cursor, *, is_claimed: bool, is_in: bool, has_length: bool) -> None:
        self._cursor = cursor
        self._is_claimed, self._is_in, self._has_length = is_claimed, is_in, has_length

    def read(self) -> Target | Timed | None:
        start = self._cursor.at
        for rule in (self._relative, self._race, self._zone, self._share, self._timed, self._feel):
            found = rule()
            if found is not None:
                return found
            self._cursor.at = start
        return None

    def _relative(self) -> Target | None:
        cursor = self._cursor
        amount = cursor.take(Kind.CLOCK, Kind.NUMBER, Kind.LENGTH)
        seconds = None if amount is None else _seconds(cursor)
        if amount is not None and (seconds is None or seconds[1] is not None):
            return None
        per = self._per() if amount is not None else None
        degree = None if amount is not None else cursor.take(Kind.DEGREE)
        than = cursor.take(Kind.THAN)
        if than is None:
            return None
        sign = cursor.value(Kind.THAN)
        cursor.skip(Kind.FILLER)
        race = self._own_pace() or self._name()
        to = self._other() if race is not None else None
        if race is None or not (Kind.PACE in cursor.last.kinds or cursor.take(Kind.PACE, Kind.EFFORT)):
            return None
        if seconds is not None:
            return RacePace(race, shift_s=sign * seconds[0], shift_per=per or MILE, to=to)
        way = "slower" if sign > 0 else "faster"
        return Feel(f"{degree.text + ' ' if degree else ''}{way} than {race.value} pace")

    def _race(self) -> Target | None:
        cursor = self._cursor
        first = cursor.at
        race = self._name()
        if race is None:
            length = cursor.tokens[first].kinds.get(Kind.LENGTH) if cursor.at < len(cursor.tokens) else None
            if isinstance(length, ByDistance) and cursor.sees(Kind.PACE, ahead=1):
                raise NoTarget  # `2k race pace`: of a race that we do not know
            own = self._own_pace()
            return None if own is None else RacePace(own)
        token = cursor.tokens[first]
        is_word = token.text in _NAMES_A_PACE
        to = self._ends(token) or self._other()
        pace: object = cursor.take(Kind.PACE) or (to is not None and Kind.PACE in cursor.last.kinds)
        if self._is_claimed or self._has_length or is_word:
            pace = pace or cursor.take(Kind.EFFORT)
        plain = self._is_claimed and not self._is_in and not cursor.sees(Kind.PER)
        if not (pace or plain or is_word):
            return None
        return RacePace(race, to=to if to is not race else None)

    def _own_pace(self) -> Race | None:
        """Read `race pace`, `goal pace`, `target pace`."""
        cursor = self._cursor
        if not cursor.sees(Kind.PACE) or cursor.tokens[cursor.at].text.split()[0] not in ("race", "goal", "target"):
            return None
        cursor.at += 1
        return Race.RACE if cursor.last.text.startswith("race") else Race.GOAL

    def _ends(self, token: Token) -> Race | None:
        """Return the far end of a range of races that is one figure: `3-5k pace`."""
        length, number = token.kinds.get(Kind.LENGTH), token.kinds.get(Kind.NUMBER)
        if isinstance(length, ByDistance) and length.most is not None:
            return _race_of(length.most, length.unit)
        if number is not None and number[1] is not None:
            return _race_of(number[1], Unit.M)
        return None

    def _other(self) -> Race | None:
        cursor = self._cursor
        start = cursor.at
        if cursor.take(Kind.SLASH, Kind.DASH, Kind.OR, Kind.TO, Kind.FILLER):
            cursor.skip(Kind.FILLER)
            other = self._name() or self._own_pace()
            if other is not None:
                return other
        cursor.at = start
        return None

    def _name(self) -> Race | None:
        """Read the name of a race, `mile`, `goal 5k`, `1500`, or leave the cursor where it is."""
        cursor = self._cursor
        start = cursor.at
        if cursor.take(Kind.RACE):
            race = cursor.value(Kind.RACE)
            assert isinstance(race, Race)
            return (self._name() or race) if race in (Race.GOAL, Race.RACE) else race
        found = None
        if cursor.take(Kind.LENGTH):
            length = cursor.value(Kind.LENGTH)
            found = _race_of(length.amount, length.unit) if isinstance(length, ByDistance) else None
        elif cursor.take(Kind.NUMBER):
            found = _race_of(cursor.value(Kind.NUMBER)[0], Unit.M)
        if found is None:
            cursor.at = start
        return found

    def _zone(self) -> Target | None:
        cursor = self._cursor
        if cursor.take(Kind.RPE) or cursor.sees(Kind.NUMBER):
            is_rpe = cursor.at > 0 and Kind.RPE in cursor.last.kinds
            cursor.skip(Kind.OF, Kind.FILLER)
            if cursor.take(Kind.NUMBER):
                low, high = cursor.value(Kind.NUMBER)
                ten = cursor.sees(Kind.SLASH, Kind.PER, Kind.WITH) and cursor.sees(Kind.NUMBER, ahead=1)
                if ten and cursor.tokens[cursor.at + 1].kinds.get(Kind.NUMBER) == (10, None):
                    cursor.at += 2
                    cursor.take(Kind.EFFORT, Kind.PACE)
                    return Rpe(low, high or low)
                if is_rpe:
                    return Rpe(low, high or low)
                if cursor.take(Kind.KMH) and low > 0:
                    fast, slow = Fraction(3600) / (high or low), Fraction(3600) / low
                    return Pace(_tenth(fast), KM, _tenth(slow) if high is not None else None)
            return None
        if cursor.take(Kind.ZONE) and cursor.take(Kind.NUMBER):
            low, high = cursor.value(Kind.NUMBER)
            return Feel(f"zone {low}" + (f"-{high}" if high is not None else ""))
        return None

    def _share(self) -> Target | None:
        cursor = self._cursor
        if not cursor.take(Kind.PERCENT):
            return None
        low, high = cursor.value(Kind.PERCENT)
        start = cursor.at
        figures = f"{low}" if low == high else f"{low}-{high}"
        cursor.skip(Kind.OF, Kind.FILLER)
        race = self._name() or self._own_pace()
        if race is not None and (Kind.PACE in cursor.last.kinds or cursor.take(Kind.PACE, Kind.EFFORT)):
            return Feel(f"{figures}% of {race.value} pace")
        cursor.at = start
        if cursor.take(Kind.HEART):
            return HeartRate(low, high)
        if cursor.take(Kind.EFFORT) or not cursor.sees(Kind.SHARE):
            return Effort(low, high)
        cursor.at += 1
        return Feel(f"{figures}% {cursor.last.text.split()[-1]}")

    def _timed(self) -> Timed | None:
        cursor = self._cursor
        first = cursor.take(Kind.CLOCK, Kind.LENGTH, Kind.NUMBER)
        seconds = _seconds(cursor) if first is not None else None
        if first is None or seconds is None or seconds[0] <= 0:
            return None
        per = self._per()
        pace = cursor.take(Kind.PACE)
        if pace is not None and per is None:
            per = self._per()
        if not (self._is_claimed or per is not None or pace is not None):
            return None
        is_pace, end = pace is not None, cursor.last.end
        return Timed(*seconds, per, is_split=self._is_in and not is_pace, is_pace=is_pace, start=first.start, end=end)

    def _per(self) -> ByDistance | None:
        cursor = self._cursor
        start = cursor.at
        if cursor.take(Kind.PER):
            cursor.skip(Kind.FILLER)
            if cursor.take(Kind.UNIT) and isinstance(cursor.value(Kind.UNIT), Unit):
                return ByDistance(Fraction(1), cursor.value(Kind.UNIT))
            if cursor.take(Kind.LENGTH) and isinstance(cursor.value(Kind.LENGTH), ByDistance):
                found: ByDistance = cursor.value(Kind.LENGTH)
                return found if found.amount == 1 else ByDistance(found.metres(Fraction(400)))
            if cursor.take(Kind.NUMBER) and cursor.value(Kind.NUMBER)[0] >= 100:
                return words.distance(cursor.value(Kind.NUMBER)[0], Unit.M)
        cursor.at = start
        return None

    def _feel(self) -> Target | None:
        cursor = self._cursor
        letter = cursor.take(Kind.LETTER)
        if letter is not None:
            behind = cursor.tokens[cursor.at - 2] if cursor.at > 1 else None
            figure = behind is not None and {Kind.LENGTH, Kind.NUMBER, Kind.CLOCK} & behind.kinds.keys()
            pace = cursor.take(Kind.PACE, Kind.EFFORT)
            return Feel(letter.text.upper()) if figure or pace or self._is_claimed else None
        if cursor.sees(Kind.PACE) and cursor.at + 1 < len(cursor.tokens):
            named = cursor.tokens[cursor.at + 1].text
            if cursor.tokens[cursor.at].text == "pace" and len(named) == 1 and named.isalpha():
                cursor.at += 2
                return Feel(f"pace {named.upper()}")
        if cursor.take(Kind.PROGRESS):
            return Feel(str(cursor.value(Kind.PROGRESS)))
        if cursor.take(Kind.FEEL):
            word = str(cursor.value(Kind.FEEL))
            cursor.take(Kind.PACE, Kind.EFFORT)
            return Feel(word)
        return None


def _tenth(seconds: Fraction) -> Fraction:
    return Fraction(round(seconds * 10), 10)


def _race_of(amount: Fraction, unit: Unit) -> Race | None:
    return RACE_LENGTHS.get((int(amount), unit)) if amount.denominator == 1 else None


def _seconds(cursor: Cursor) -> tuple[Fraction, Fraction | None] | None:
    """Return the seconds of the figure that was taken last, where it is a time or a bare figure."""
    number, time = cursor.value(Kind.NUMBER), cursor.value(Kind.CLOCK) or cursor.value(Kind.LENGTH)
    if number is not None:
        low, high = number
        return low, high
    if isinstance(time, ByTime):
        return Fraction(time.ms, 1000), None if time.most_ms is None else Fraction(time.most_ms, 1000)
    return None
