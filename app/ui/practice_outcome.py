"""What the result page says of a practice: its score in one figure, both spreads by their names, each lap and guess.

Pure; of Qt the names of days alone. What is said of any session is in `app.ui.outcome`.
"""

from __future__ import annotations

from app.core.ladder import level_words
from app.core.practice import practice_of
from app.core.practised import LapScore, PracticeScore, feel_sentence, practice_score, score_sentence
from app.core.session import Session
from app.core.tongue import tr
from app.core.units import format_lap, format_signed, format_time
from app.ui.outcome import LapLine, Outcome
from app.ui.picture import Bar, Picture
from app.ui.rows import tone_of
from app.ui.run_figures import Figure


def practice_outcome(occasion: str, session: Session) -> Outcome:
    """Say what came out of a practice.

    Args:
        occasion: what was run and when.
        session: the fold of its journal.
    """
    practice = practice_of(session.plan)
    level = level_words(practice) if practice is not None else tr("Practice")
    score = practice_score(session)
    if score is None:
        nothing = tr("No lap was run to its line: there is nothing to score.")
        return Outcome(occasion, level, Figure("", ""), Figure("", ""), "", (), Picture(), (), "", nothing)
    passed = Figure("", tr("passed"), "recovery") if score.is_passed else Figure("", tr("not passed yet"), "quiet")
    return Outcome(
        occasion,
        level,
        passed if practice is not None else Figure("", ""),
        Figure(tr("Off the pace"), f"{float(score.mean_error_pct):.1f} %"),
        tr("Mean error of a lap, slow or quick, in % of its target. Record miles spread (CV) by 1.5 to 3\u00a0%."),
        _stats(score),
        _picture(score),
        tuple(_line(lap) for lap in score.laps),
        " ".join(part for part in (score_sentence(score), score.short_of, feel_sentence(score)) if part),
        "",
    )


def _stats(score: PracticeScore) -> tuple[Figure, ...]:
    first = score.first
    pct = tr("{seconds} s, {pct} %")
    off = pct.format(seconds=format_signed(first.error_s), pct=f"{abs(float(first.error_pct)):.1f}")
    figures = [Figure(tr("first lap"), off, tone_of(first.error_s))]
    if score.fade_s is not None:
        figures.append(_signed(tr("fade: last lap − first"), score, "fade_s"))
    if score.halves_s is not None:
        figures.append(_signed(tr("second half − first"), score, "halves_s"))
    for label, cv in (
        (tr("spread (CV), raw laps"), score.cv_laps_pct),
        (tr("spread (CV), per 400 m"), score.cv_400_pct),
    ):
        if cv is not None:
            figures.append(Figure(label, f"{cv:.1f} %"))
    if score.guess_error_s is not None:
        figures.append(Figure(tr("guesses off by"), tr("{n} s").format(n=format_time(score.guess_error_s))))
    return tuple(figures)


def _signed(label: str, score: PracticeScore, name: str) -> Figure:
    value = getattr(score, name)
    return Figure(label, f"{format_signed(value)} s", tone_of(value))


def _picture(score: PracticeScore) -> Picture:
    bars = tuple(
        Bar(
            tr("lap {number}").format(number=lap.number),
            format_signed(lap.error_s),
            lap.error_s,
            tone_of(lap.error_s),
            mark=tr("estimated") if lap.is_estimated else "",
        )
        for lap in score.laps
    )
    targets = {format_lap(lap.target_s) for lap in score.laps}
    return Picture(bars, (tr("target"), targets.pop() if len(targets) == 1 else ""), is_judged=True)


def _line(lap: LapScore) -> LapLine:
    off = lap.guess_error_s
    return LapLine(
        tr("Lap {number}").format(number=lap.number),
        format_lap(lap.actual_s, 2),
        "",
        format_lap(lap.target_s, 2),
        format_signed(lap.error_s, 2),
        "",
        tone_of(lap.error_s),
        "ink",
        tr("estimated") if lap.is_estimated else "",
        "" if lap.guess_s is None else format_lap(lap.guess_s),
        "" if off is None else format_signed(off, 2),
    )
