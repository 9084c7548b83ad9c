"""Reading what is written in the editor, in the background; of several texts, only the answer to the latest is shown.

Rules of the file: all that can be reckoned without Qt is reckoned here, so that the window's thread only paints. A part
that was not understood is left out, and the rest is a plan. What is no longer wanted is given up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from app.core.errors import BellLapError
from app.core.extent import total_distance_words
from app.core.plan import Plan, Total
from app.core.tongue import tr
from app.core.workout import Intensity, RacePace, Workout
from app.ui.background import Background
from app.ui.desk import Desk
from app.ui.editor_remarks import Remark, remarks_of
from app.ui.profile import Bar, bars_of, lengths_of
from app.ui.shelf import target_line, time_words

if TYPE_CHECKING:
    from app.notation.reading import Reading

NAME_CHARS = 60
"""A workout without a name is named by its text, up to here."""
THINNEST = 1 / 4000
"""Part of a picture's width; thinner bars are half a pixel on a large screen."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text says, and what it comes to for this athlete."""

    text: str
    reading: Reading | None = None
    """None where a bound is passed before anything is read."""
    plan: Plan | None = None
    """Of what was understood; None for nothing, or past a bound."""
    error: str = ""
    """One sentence, where a bound is passed."""
    remarks: tuple[Remark, ...] = ()
    title: str = ""
    """Its name, as long as nobody gives it another."""
    bars: tuple[Bar, ...] = ()
    time: str = ""
    distance: str = ""
    is_all: bool = False
    """Whether the distance is that of the whole workout; else some parts of it have none."""
    work: str = ""
    targets: str = ""
    lacks_goal: bool = False
    """Whether a pace of a race is asked that is not known: no goal is set."""


NOTHING = Understood("")


def understand(text: str, plan: Callable[[Workout], Plan], wanted: Callable[[], bool]) -> Understood:
    """Read a text and compile it; slow, for the background.

    Args:
        text: as it is written.
        plan: compiles for the athlete that is set.
        wanted: whether the answer is.

    Raises:
        Unwanted: given up.
    """
    from app.notation.reading import Unwanted, parse_text  # noqa: PLC0415 - the grammar loads when a text is read

    if not text.strip():
        return NOTHING
    try:
        reading = parse_text(text, wanted)
    except Unwanted:
        raise
    except BellLapError as error:
        return Understood(text, error=str(error))
    title, remarks = reading.title or _named(text), remarks_of(text, reading)
    if not reading.steps:
        return Understood(text, reading, remarks=remarks, title=title)
    if not wanted():
        raise Unwanted("given up")
    try:
        made = plan(Workout(title, reading.steps))
    except BellLapError as error:
        return Understood(text, reading, error=str(error), remarks=remarks, title=title)
    lengths = lengths_of(made)
    distance, is_all = distance_of(made)
    return Understood(
        text, reading, made, "", remarks, title, _seen(bars_of(made, lengths)),
        time_words(made, Fraction(sum(lengths), 60_000)), total_distance_words(distance), is_all,
        total_distance_words(made.work_m), target_line(made), _lacks_goal(made),
    )  # fmt: skip


def _named(text: str) -> str:
    plain = " ".join(text[: 4 * NAME_CHARS].split())
    return plain if len(plain) <= NAME_CHARS else plain[: NAME_CHARS - 3] + "..."


def distance_of(plan: Plan) -> tuple[Total, bool]:
    """Return the distance of all segments that have one, in whole metres, and whether all of them have."""
    metres = Fraction(0)
    is_all = True
    for segment in plan.segments:
        if segment.distance_m is not None:
            metres += segment.distance_m
        elif segment.pace_s_per_m and segment.expected_ms is not None:
            metres += Fraction(segment.expected_ms, 1000) / segment.pace_s_per_m
        elif segment.intensity not in (Intensity.LEAD_IN, Intensity.REST):
            is_all = False
    return Total(round(metres), round(metres)), is_all


def _seen(bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    """Leave out what is thinner than any picture can show."""
    kept: list[Bar] = []
    for bar in bars:
        if not kept or bar.right - kept[-1].right >= THINNEST:
            kept.append(bar)
    return tuple(kept)


def _lacks_goal(plan: Plan) -> bool:
    if plan.athlete.mile_s is not None:
        return False
    return any(isinstance(segment.step.target, RacePace) and segment.pace_s_per_m is None for segment in plan.segments)


class EditorReading:
    """Reads for the editor."""

    def __init__(self, desk: Desk, background: Background, show: Callable[[Understood], None]) -> None:
        """Read nothing yet.

        Args:
            desk: compiles.
            background: where it is read.
            show: gets each answer that is still wanted, in the window's thread.
        """
        self._desk, self._background, self._show = desk, background, show
        self._number = 0
        """Of the latest; read by the background's thread, written by the window's alone."""

    def read(self, text: str) -> None:
        """Read a text."""
        self._number += 1
        number = self._number

        def is_wanted() -> bool:
            return number == self._number

        def slow() -> Understood | None:
            from app.notation.reading import Unwanted  # noqa: PLC0415 - as above

            if not is_wanted():
                return None
            try:
                return understand(text, self._desk.plan, is_wanted)
            except Unwanted:
                return None

        def then(understood: Understood | None) -> None:
            if understood is not None and is_wanted():
                self._show(understood)

        self._background.ask(slow, then, lambda error: then(Understood(text, error=str(error))))


def sentence_of(understood: Understood) -> str:
    """Say why there is nothing to run, as a sentence; empty where there is, or nothing is written."""
    if understood.error:
        return f"{understood.error[:1].upper()}{understood.error[1:]}."
    if understood.text.strip() and understood.plan is None and not understood.remarks:
        return tr("There is nothing to run in it yet.")
    return ""
