"""The laps of a session for a terminal: as a table and as values for JSON."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from app.cli.answers import print_table
from app.core.analysis import rep_figures
from app.core.coach import next_time_of, sentence_of
from app.core.describe import rep_words, step_words
from app.core.session import Session
from app.core.units import format_metres, format_signed, format_time
from app.ui.digest import headline_of, official_words


def laps_as_values(session: Session) -> list[dict[str, Any]]:
    """Return every recorded lap with its target, exact to the microsecond."""
    return [
        {
            "segment": rep.segment.index,
            "lap": lap.number,
            "mark": lap.split.mark_number,
            "how": lap.split.how.value,
            "is_sure": lap.split.is_sure,
            "distance_m": float(lap.to_m),
            "split_ms": lap.split_ms,
            "lap_ms": lap.lap_ms,
            "target_lap_s": _six(lap.target_lap_s),
            "off_s": _six(lap.off_s),
            "off_total_s": _six(lap.off_total_s),
            "projected_s": _six(lap.projected_s),
            "needed_s": _six(lap.needed_s),
        }
        for rep in rep_figures(session)
        for lap in rep.pieces
    ]


def print_laps(session: Session) -> None:
    """Print what was run: each rep, and its laps against their targets."""
    rows = []
    for rep in rep_figures(session):
        record = rep.record
        name = ", ".join(words for words in (rep_words(rep.segment.rep) if rep.segment.rep else "",) if words)
        name = name or step_words(rep.segment.step)
        if not rep.pieces:
            time = "" if record.elapsed_ms is None else format_time(Fraction(record.elapsed_ms, 1000))
            rows.append((name, step_words(rep.segment.step), time, "", ""))
        for lap in rep.pieces:
            rows.append(
                (
                    name,
                    f"{format_metres(lap.to_m)} m" + ("" if lap.split.is_sure else " ?"),
                    format_time(Fraction(lap.lap_ms, 1000), 2),
                    "" if lap.off_s is None else format_signed(lap.off_s, 2),
                    "" if lap.off_total_s is None else format_signed(lap.off_total_s, 2),
                )
            )
            name = ""
    if rows:
        print_table(("rep", "mark", "lap", "±", "± in all"), rows, left=2)
    reps = rep_figures(session)
    official = official_words(session.plan, reps)
    if official:
        print(f"{headline_of(session.plan, session, reps)[0]}, {official}")
    sentence = f"{sentence_of(reps)} {next_time_of(reps)}".strip()
    if sentence:
        print(sentence)


def _six(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 6)
