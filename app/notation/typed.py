"""A typed text as a workout, whole or not at all; pure.

Rules of the file: what was not understood is a fault, since a person is there to mend it. A long text may be given up
between two of its parts: who has typed on no longer wants the answer.
"""

from __future__ import annotations

from collections.abc import Callable

from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr
from app.core.workout import Purpose, Workout
from app.notation.reading import always, parse_text

NAME_CHARS = 60
"""A typed workout is named by its text, up to here."""


def read_typed(text: str, wanted: Callable[[], bool] = always) -> Workout:
    """Read a coach's text as a workout.

    Args:
        text: one line or many.
        wanted: asked between two parts; once it says no, the reading is given up.

    Raises:
        Unwanted: given up.
        WorkoutError: nothing was understood, a part was not, or a bound is passed; its faults say what.
    """
    reading = parse_text(text, wanted)
    faults = [
        Fault(tr("{part} is not understood").format(part=repr(part.text)), part.hint) for part in reading.not_understood
    ]
    if faults or not reading.steps:
        nothing = Fault(tr("nothing of it is understood"), tr("write it as 8 x 200m w/ 200m jog"))
        raise WorkoutError(faults or [nothing])
    plain = " ".join(text.split())
    name = plain if len(plain) <= NAME_CHARS else plain[: NAME_CHARS - 3] + "..."
    return Workout(reading.title or name, reading.steps, Purpose.MIXED)
