"""Exporting: a workout as the bytes of a format, with all that did not come through."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.athlete import Athlete
from app.core.plan import Setup
from app.core.workout import Workout
from app.interchange.cutting import Cut, cut_for
from app.interchange.format import Format
from app.interchange.laying import Place
from app.interchange.sheet import Loss, Sheet


@dataclass(frozen=True, slots=True)
class Exported:
    """A workout as a format holds it.

    Attributes:
        data: the bytes of its file.
        losses: what is not in them, the whole workout's first, then in order of the steps, each sentence once a place.
    """

    data: bytes
    losses: tuple[Loss, ...]


def export(workout: Workout, athlete: Athlete, written: Format, setup: Setup | None = None) -> Exported:
    """Write a workout in a format.

    Args:
        workout: what was written.
        athlete: whose goal and best give the speeds.
        written: a format that can be written, with `abilities` and `write`.
        setup: whose track gives the length of a lap; the outdoor one where None.

    Raises:
        WorkoutError: the workout is over a bound of ours or of the format's, or has nothing in it.
    """
    sheet, losses = to_write(workout, athlete, written, setup)
    assert written.write is not None, f"{written.name} is only read"
    return Exported(written.write(sheet, athlete), losses)


def to_write(
    workout: Workout, athlete: Athlete, written: Format, setup: Setup | None = None
) -> tuple[Sheet, tuple[Loss, ...]]:
    """Return the sheet that `export` writes, and its losses, for who wants to show them before anything is written.

    Raises:
        WorkoutError: as `export`.
    """
    assert written.abilities is not None, f"{written.name} is only read"
    cut = cut_for(workout, athlete, written.abilities, setup)
    if written.cut is None:
        return cut.sheet, cut.losses
    sheet, more = written.cut(cut.sheet, athlete)
    placed = (Loss(loss.what, _place(cut, loss.place)) for loss in more)
    losses = dict.fromkeys((*cut.losses, *placed))
    return sheet, tuple(sorted(losses, key=lambda loss: loss.place))


def _place(cut: Cut, place: Place) -> Place:
    """Return a place of the sheet as one of the workout."""
    return cut.places.get(place, ())
