"""What a practice scored: each lap against its target and its guess, and one number to compare. Pure.

Rules of the file: a score is figured anew from the journal whenever it is shown, and exact until then. What is a spread
says of what: of the raw laps, or of the seconds per 400 m.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from app.core.analysis import LapFigures, rep_figures, spread_pct
from app.core.asked import How
from app.core.session import Session
from app.core.tongue import tr
from app.core.units import Millis, format_time
from app.core.workout import Intensity


@dataclass(frozen=True, slots=True)
class LapScore:
    """One lap of a practice: what it was to take, what it took, and what it was thought to take."""

    number: int
    """In the order in which they were run, 1-based."""
    index: int
    """Of its segment, for a guess."""
    mark_number: int
    """Of the mark at its end, for a guess."""
    target_s: Fraction
    actual_ms: Millis
    per_400_s: Fraction
    guess_ms: Millis | None = None
    """None where it was not guessed."""
    is_seen: bool = False
    """Whether it was guessed, or looked at without a guess: it may be shown."""
    is_estimated: bool = False
    """Whether its end was figured out, and not pressed."""

    @property
    def actual_s(self) -> Fraction:
        """What it took, in seconds."""
        return Fraction(self.actual_ms, 1000)

    @property
    def guess_s(self) -> Fraction | None:
        """What it was thought to take, in seconds; None where it was not guessed."""
        return None if self.guess_ms is None else Fraction(self.guess_ms, 1000)

    @property
    def error_s(self) -> Fraction:
        """Actual minus target: above zero is slower."""
        return self.actual_s - self.target_s

    @property
    def error_pct(self) -> Fraction:
        """The same in percent of the target."""
        return 100 * self.error_s / self.target_s

    @property
    def guess_error_s(self) -> Fraction | None:
        """Guess minus actual, the athlete's feel: above zero, it felt slower than it was; None without a guess."""
        return None if self.guess_ms is None else Fraction(self.guess_ms - self.actual_ms, 1000)


def lap_scores(session: Session) -> tuple[LapScore, ...]:
    """Return the laps of a practice in the order in which they were run; what was run again counts once."""
    laps: list[tuple[int, LapFigures]] = [
        (rep.segment.index, lap) for rep in rep_figures(session) for lap in rep.laps if lap.target_lap_s is not None
    ]
    scores = []
    for number, (index, lap) in enumerate(laps, 1):
        assert lap.target_lap_s is not None
        key = index, lap.number
        scores.append(
            LapScore(
                number,
                *key,
                lap.target_lap_s,
                lap.lap_ms,
                lap.per_400_s,
                session.guesses.get(key),
                key in session.guesses,
                lap.split.how is How.ESTIMATED,
            )
        )
    return tuple(scores)


def hidden_laps(session: Session) -> tuple[LapScore, ...]:
    """Return the laps of a blind session that were run and are not to be shown yet; none for any other session."""
    return tuple(lap for lap in lap_scores(session) if not lap.is_seen) if session.plan.setup.is_blind else ()


LAP_WITHIN_PCT = Fraction(2)
FIRST_WITHIN_PCT = Fraction(3, 2)
CV_WITHIN_PCT = Fraction(2)
"""What passes a level: every lap within 2 % of its target, the first within 1.5 %, a spread (CV per 400 m) of 2 %.

Ours, with a yardstick: lap times of record miles spread by 1.5 to 3.0 %, and the next record may need about 1 %. The
first lap is held tighter because it is the one in which the race is thrown away.

Source: Foster, de Koning, Thiel 2014 (IJSPP 9), lap times of recent mile records.
"""


@dataclass(frozen=True, slots=True)
class PracticeScore:
    """How even a practice was, and how near to its pace."""

    laps: tuple[LapScore, ...]
    """Of which there is at least one."""
    n_planned: int
    """Laps that were to be run."""

    @property
    def mean_error_pct(self) -> Fraction:
        """The one number to compare; lower is better.

        The errors of all laps, slow or quick, added up and taken in percent of the time they were to take: mean
        absolute error in % of the lap time.
        """
        off_s = sum((abs(lap.error_s) for lap in self.laps), Fraction(0))
        return 100 * off_s / sum((lap.target_s for lap in self.laps), Fraction(0))

    @property
    def cv_laps_pct(self) -> float | None:
        """Coefficient of variation of the raw lap times (population); None for fewer than two."""
        return spread_pct([lap.actual_s for lap in self.laps])

    @property
    def cv_400_pct(self) -> float | None:
        """The same of the seconds per 400 m: it differs where laps are not of one length."""
        return spread_pct([lap.per_400_s for lap in self.laps])

    @property
    def first(self) -> LapScore:
        """The first lap."""
        return self.laps[0]

    @property
    def fade_s(self) -> Fraction | None:
        """Last lap minus first, in seconds per 400 m: above zero is a fade; None for one lap."""
        return self.laps[-1].per_400_s - self.laps[0].per_400_s if len(self.laps) > 1 else None

    @property
    def halves_s(self) -> Fraction | None:
        """Second half minus first, in seconds per 400 m; the middle lap of an odd number belongs to neither."""
        half = len(self.laps) // 2
        if not half:
            return None
        paces = [lap.per_400_s for lap in self.laps]
        return (sum(paces[-half:], Fraction(0)) - sum(paces[:half], Fraction(0))) / half

    @property
    def guess_error_s(self) -> Fraction | None:
        """By how much the guesses were off, on average, either way; None where nothing was guessed."""
        errors = [abs(lap.guess_error_s) for lap in self.laps if lap.guess_error_s is not None]
        return sum(errors, Fraction(0)) / len(errors) if errors else None

    @property
    def is_whole(self) -> bool:
        """Whether all laps were run."""
        return len(self.laps) == self.n_planned

    @property
    def is_passed(self) -> bool:
        """Whether the level is passed."""
        return not self.short_of

    @property
    def short_of(self) -> str:
        """What it lacks to pass, in one sentence, the first of them; empty where it is passed."""
        if not self.is_whole:
            return tr("Not passed: {n} of {most} laps were run.").format(n=len(self.laps), most=self.n_planned)
        if any(lap.is_estimated for lap in self.laps):
            return tr("Not passed: a lap whose end was estimated proves nothing.")
        if abs(self.first.error_pct) > FIRST_WITHIN_PCT:
            words = tr("Not passed: the first lap was {pct} % off, and {most} % is allowed.")
            return words.format(pct=_pct(abs(self.first.error_pct)), most=f"{float(FIRST_WITHIN_PCT):g}")
        worst = max(self.laps, key=_off)
        if _off(worst) > LAP_WITHIN_PCT:
            words = tr("Not passed: lap {number} was {pct} % off, and {most} % is allowed.")
            return words.format(number=worst.number, pct=_pct(_off(worst)), most=f"{float(LAP_WITHIN_PCT):g}")
        cv = self.cv_400_pct
        if cv is not None and cv > CV_WITHIN_PCT:
            words = tr("Not passed: the spread (CV per 400 m) was {pct} %, and {most} % is allowed.")
            return words.format(pct=_pct(Fraction(cv)), most=f"{float(CV_WITHIN_PCT):g}")
        return ""


def practice_score(session: Session) -> PracticeScore | None:
    """Return the score of a session; None where no lap with a target was run."""
    laps = lap_scores(session)
    work = (segment for segment in session.plan.segments if segment.intensity is Intensity.WORK)
    return PracticeScore(laps, sum(len(segment.marks) for segment in work)) if laps else None


def _off(lap: LapScore) -> Fraction:
    return abs(lap.error_pct)


def _pct(value: Fraction) -> str:
    """Write a percentage that is over a limit so that it is seen to be over it."""
    shown = f"{float(value):.1f}"
    return shown if Fraction(shown) not in (LAP_WITHIN_PCT, FIRST_WITHIN_PCT) else f"{float(value):.2f}"


EVEN_PCT = Fraction(1)
"""A lap this near to its target is called even: 0.8 s in 80, and a thumb is good for 0.1."""


def score_sentence(score: PracticeScore) -> str:
    """Say in one sentence how it went, as a coach would."""
    first, worst = score.first, max(score.laps, key=_off)
    if _off(worst) <= EVEN_PCT:
        return tr("Even: no lap more than {time} s off.").format(time=format_time(abs(worst.error_s)))
    quick, slow = (format_time(abs(lap.error_s)) for lap in (first, score.laps[-1]))
    if first.error_pct < -EVEN_PCT and score.laps[-1].error_pct > EVEN_PCT:
        return tr("Out {quick} s quick, home {slow} s slow: start easier.").format(quick=quick, slow=slow)
    if first.error_pct < -EVEN_PCT:
        return tr("The first lap was {quick} s quick: start easier.").format(quick=quick)
    if first.error_pct > EVEN_PCT and first is worst:
        return tr("The first lap was {time} s slow: be on the pace sooner.").format(time=quick)
    words = tr("Lap {number} was {time} s slow.") if worst.error_s > 0 else tr("Lap {number} was {time} s quick.")
    return words.format(number=worst.number, time=format_time(abs(worst.error_s)))


def feel_sentence(score: PracticeScore) -> str:
    """Say how well the athlete knew what they ran; empty where nothing was guessed."""
    off = score.guess_error_s
    if off is None:
        return ""
    return tr("Your guesses were {time} s off on average.").format(time=format_time(off))
