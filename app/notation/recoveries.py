"""What stands between reps: `w/ 200 jog`, `[90s]`, `full recovery`, `walk back`, `1 min and 3 min between sets`.

recovery := ("w/" | "with" | "off" | "-" | "/")? soft+
soft     := length | manner | "full" | "equal" | ratio | "walk back" | "long" | "(" soft+ ")" | between
between  := ("between" | "after") ("the" | "each")? (reps | sets | metres)? | "set rest"
"""

from __future__ import annotations

from fractions import Fraction

from app.core.tongue import tr
from app.core.workout import Activity, ByDistance, ByTime, Equal, Length, Measure, OpenWhy, Ratio, Unit
from app.notation.cursor import Cursor, Doubt, NotRead
from app.notation.soft import BARE_METRES, Soft, soft_length
from app.notation.vocabulary import Kind


class RecoveryRule:
    """Reads words of recovery; a second recovery in the same breath is the one between sets."""

    def __init__(self, cursor: Cursor, doubts: list[Doubt], unread: list[tuple[int, int]]) -> None:
        self._cursor, self._doubts, self._unread = cursor, doubts, unread
        self.softs: list[Soft] = [Soft()]

    def read(self, *, lengths: bool) -> list[Soft]:
        """Read as many as follow.

        Args:
            lengths: whether a length may stand first; without `with`, only words of recovery begin one.
        """
        while not self._cursor.is_done:
            if not (self._word() or (lengths and self._length())):
                break
        return [soft for soft in self.softs if soft.is_said or soft.lengths]

    @property
    def _soft(self) -> Soft:
        return self.softs[-1]

    def _word(self) -> bool:
        cursor, soft = self._cursor, self._soft
        start = cursor.at
        if cursor.take(Kind.SET_REST):
            soft.between = "sets"
        elif cursor.take(Kind.REP_REST):
            soft.between = soft.between or "reps"
        elif cursor.take(Kind.BACK):
            walks = cursor.value(Kind.BACK) is Activity.WALK
            soft.why = OpenWhy.WALK_BACK if walks else OpenWhy.JOG_BACK
            cursor.take(Kind.BETWEEN)
        elif cursor.take(Kind.FULL):
            soft.why = OpenWhy.FULL
        elif cursor.take(Kind.SOFT):
            soft.is_gentle = soft.is_gentle or "easy" in cursor.last.text or "light" in cursor.last.text
            soft.manners.append(cursor.value(Kind.SOFT))
        elif cursor.take(Kind.RATIO):
            soft.measure = self._ratio(*cursor.value(Kind.RATIO))
            while cursor.take(Kind.ACTIVITY, Kind.OF, Kind.TO) or (cursor.sees(Kind.WORD) and self._is_work()):
                pass
        elif cursor.take(Kind.EQUAL):
            self._equal(cursor.value(Kind.EQUAL))
        elif cursor.sees(Kind.BETWEEN):
            return self._between()
        elif cursor.sees(Kind.LOOSE) and self._softens():
            cursor.at += 1
        elif cursor.sees(Kind.GROUP) and self._group():
            cursor.at += 1
            return True
        elif (soft.is_said or soft.lengths) and cursor.take(Kind.EASY, Kind.SLOW):
            soft.manners.append(Activity.JOG)
        elif soft.lengths and cursor.sees(Kind.LETTER) and cursor.tokens[cursor.at].text == "e":
            cursor.at += 1  # Daniels' letter: `w/ 2 min E`
            soft.manners.append(Activity.JOG)
        elif (soft.is_said or soft.lengths or cursor.at > 0) and self._filler():
            return True
        else:
            cursor.at = start
            return False
        soft.is_said = True
        return True

    def _is_work(self) -> bool:
        if self._cursor.tokens[self._cursor.at].text == "work":
            self._cursor.at += 1
            return True
        return False

    def _ratio(self, work: int, recovery: int) -> Length:
        if not work or not recovery:
            raise NotRead
        return Ratio(work, recovery)

    def _equal(self, measure: Measure) -> None:
        if (
            measure is Measure.SAME
            and self._cursor.sees(Kind.FILLER)
            and self._cursor.tokens[self._cursor.at].text == "time"
        ):
            self._cursor.at += 1
            measure = Measure.TIME
        self._soft.measure = Equal(measure)

    def _softens(self) -> bool:
        """Say whether `long`, `good` stands before a recovery with no length."""
        return self._cursor.sees(Kind.SOFT, Kind.LOOSE, Kind.BACK, Kind.FULL, ahead=1)

    def _filler(self) -> bool:
        """Pass over a word that says nothing, where a recovery goes on behind it."""
        cursor = self._cursor
        if not cursor.sees(
            Kind.FILLER, Kind.OF, Kind.OR, Kind.TO, Kind.AND, Kind.SLASH, Kind.WITH, Kind.EASY, Kind.SLOW
        ):
            return False
        ahead = 1
        while cursor.sees(Kind.FILLER, ahead=ahead) and ahead < 3:
            ahead += 1
        goes_on = (Kind.SOFT, Kind.FULL, Kind.BACK, Kind.EQUAL, Kind.BETWEEN, Kind.LOOSE, Kind.SET_REST, Kind.REP_REST)
        figures = (Kind.LENGTH, Kind.NUMBER, Kind.CLOCK, Kind.RATIO)
        if cursor.sees(*goes_on, ahead=ahead) or cursor.sees(*figures, ahead=ahead):
            if cursor.sees(Kind.EASY, Kind.SLOW):
                self._soft.manners.append(Activity.JOG)
            if (
                cursor.sees(Kind.OR, Kind.AND, Kind.SLASH, Kind.WITH)
                and cursor.sees(*figures, ahead=ahead)
                and self._soft.lengths
            ):
                return False
            cursor.at += ahead
            return True
        if not cursor.sees(Kind.OR, Kind.AND, Kind.SLASH, Kind.WITH, Kind.EASY, Kind.SLOW, Kind.OF, Kind.TO):
            cursor.at += 1
            return True
        return False

    def _length(self) -> bool:
        cursor, soft = self._cursor, self._soft
        if cursor.sees(Kind.OR, Kind.SLASH, Kind.AND) and cursor.sees(Kind.LENGTH, Kind.NUMBER, Kind.CLOCK, ahead=1):
            is_second = cursor.sees(Kind.AND) or not cursor.sees(Kind.OR)
            cursor.at += 1
            if not soft.lengths:
                return False
            if is_second:
                return self._second()
            token = cursor.tokens[cursor.at]
            cursor.at += 1
            both = cursor.tokens[cursor.at - 3]
            other = soft_length(token, self._doubts)
            sentence = tr("took {one} as the recovery, not {other}").format(one=both.text, other=token.text)
            if other != soft.lengths[0]:
                self._doubts.append(Doubt(sentence, both.start, token.end, token.text))
            return True
        token_ = cursor.take(Kind.LENGTH, Kind.NUMBER, Kind.CLOCK)
        if token_ is None:
            unit = cursor.take(Kind.UNIT)
            if (
                unit is None
                or not isinstance(unit.kinds[Kind.UNIT], Unit)
                or unit.kinds[Kind.UNIT] is Unit.M
                or soft.lengths
            ):
                cursor.at -= unit is not None
                return False
            soft.lengths.append(ByDistance(Fraction(1), unit.kinds[Kind.UNIT]))
            return True
        if soft.lengths and (soft.is_said or soft.between):
            cursor.at -= 1
            return self._second()
        soft.lengths.append(soft_length(token_, self._doubts))
        return True

    def _second(self) -> bool:
        """Begin the recovery between sets: `w/ 60s and 3 min`."""
        if len(self.softs) > 1:
            return False
        self.softs.append(Soft())
        return self._length()

    def _between(self) -> bool:
        cursor, soft = self._cursor, self._soft
        cursor.at += 1
        lone = cursor.last.text in ("after", "following", "entre") and not soft.lengths
        soft.is_said = soft.is_said or not lone
        cursor.skip(Kind.FILLER, Kind.OF)
        while cursor.sees(Kind.FILLER) and cursor.sees(Kind.SET_WORD, Kind.REP_WORD, Kind.LENGTH, Kind.NUMBER, ahead=1):
            if cursor.sees(Kind.SET_WORD, Kind.REP_WORD):
                break
            cursor.at += 1
        if cursor.take(Kind.SET_WORD):
            soft.between = "sets"
            cursor.take(Kind.SOFT)
        elif cursor.sees(Kind.LENGTH, Kind.NUMBER) and self._metres():
            cursor.take(Kind.REP_WORD)
        elif cursor.take(Kind.REP_WORD):
            soft.between = soft.between or "reps"
        return True

    def _metres(self) -> bool:
        """Read the 200s of `between 200s`."""
        cursor = self._cursor
        token = cursor.tokens[cursor.at]
        length, number = token.kinds.get(Kind.LENGTH), token.kinds.get(Kind.NUMBER)
        metres = length.metres(Fraction(400)) if isinstance(length, ByDistance) else number[0] if number else None
        if metres is None and isinstance(length, ByTime):
            cursor.at += 1
            self._soft.between = "reps"
            return True
        bare = number is not None and not cursor.sees(Kind.REP_WORD, ahead=1) and cursor.at + 1 < len(cursor.tokens)
        if bare or metres is None or metres.denominator != 1 or metres < BARE_METRES:
            return False
        cursor.at += 1
        self._soft.between = str(metres)
        return True

    def _group(self) -> bool:
        """Read a bracket that only says more of the recovery: `rest (jog easy) two minutes`."""
        pieces = self._cursor.tokens[self._cursor.at].kinds[Kind.GROUP]
        if len(pieces) != 1 or not self._soft.is_said:
            return False
        inner = Cursor(pieces[0].tokens)
        rule = RecoveryRule(inner, [], [])
        softs = rule.read(lengths=not self._soft.lengths)
        if not inner.is_done or len(softs) != 1 or (softs[0].lengths and self._soft.lengths):
            return False
        found = softs[0]
        soft = self._soft
        soft.manners += found.manners
        soft.lengths += found.lengths
        soft.between = soft.between or found.between
        soft.measure = soft.measure or found.measure
        soft.why = soft.why if soft.why is not OpenWhy.UNSAID else found.why
        return True
