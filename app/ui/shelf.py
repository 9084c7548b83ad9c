"""The shelf: workouts as the library lists them, each with its picture and its words; read in the background.

Rules of the file: no Qt but what the picture's bars need; a row is a frozen value, made once, and all that is ever
looked for in it stands in it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.core.describe import length_words, target_time_words
from app.core.errors import WorkoutError
from app.core.extent import total_time_words, total_work_words
from app.core.plan import Plan, Segment
from app.core.tags import format_tags
from app.core.tongue import tr
from app.core.treadmill import fast_words, speed_words
from app.core.units import format_lap
from app.core.workout import Intensity, Item, Purpose, Step, Workout
from app.notation.writing import format_items
from app.ui.dates import short_month
from app.ui.desk import Desk, Shelved
from app.ui.profile import Bar, bars_of, lengths_of

MOST_TARGETS = 4
"""Targets told of one workout; a pyramid has four lengths."""


MOST_FAULTS = 3


@dataclass(frozen=True, slots=True)
class OnShelf:
    """One row of the library."""

    workout_id: str
    name: str
    line: str
    """The work in a line, or the first fault."""
    about: str
    faults: tuple[str, ...]
    plan: Plan | None
    bars: tuple[Bar, ...]
    time: str = ""
    """`31 min`, or `about 31 min` where a part of it is ended by hand."""
    work: str = ""
    """The distance of the work, `2.4 km hard`; empty where none is known."""
    last: str = ""
    """`today`, `4 days ago`, `never`."""
    suits: bool = True
    purpose: Purpose | None = None
    minutes: Fraction = Fraction(0)
    """How long it takes about, to find it by."""
    is_own: bool = False
    asks_pace: bool = False
    tags: tuple[str, ...] = ()

    @property
    def purpose_words(self) -> str:
        """What it is for, as a quiet word; empty for a file with faults."""
        return purpose_words(self.purpose) if self.purpose is not None else ""


AT_ONCE = 40
"""Rows that are whole at once: more than a large screen shows."""


def on_shelf(desk: Desk, n_whole: int | None = None) -> tuple[OnShelf, ...]:
    """Read all workouts; slow, for the background. Those meant for another best mile come last.

    Args:
        desk: has them.
        n_whole: so many from the top, and the favourites, have their plan and its figures; the others wait for the
            next reading. None reads all of them whole.
    """
    choices = desk.choices()
    entries = sorted(desk.shelf(), key=lambda shelved: _place(shelved, choices.best_s))
    rows = [
        row_of(desk, shelved, whole=n_whole is None or n < n_whole or shelved.workout_id in choices.favourites)
        for n, shelved in enumerate(entries)
    ]
    return tuple(sorted(rows, key=lambda row: (bool(row.faults), not row.suits, row.name.lower())))


def _place(shelved: Shelved, best_s: Fraction | None) -> tuple[bool, bool, str]:
    workout = shelved.workout
    if workout is None:
        return True, False, shelved.workout_id.lower()
    return False, not workout.suits(best_s), workout.name.lower()


def row_of(desk: Desk, shelved: Shelved, *, whole: bool = True) -> OnShelf:
    """Make one row; one that is not whole has neither plan nor figures yet."""
    workout = shelved.workout
    plan = None
    faults = tuple(str(fault) for fault in shelved.faults)
    if workout is not None and not whole:
        suits = workout.suits(desk.choices().best_s)
        line, purpose = work_line(workout), workout.purpose
        return OnShelf(
            shelved.workout_id, workout.name, line, workout.about, (), None, (), suits=suits, purpose=purpose,
            is_own=shelved.is_own, tags=workout.tags,
        )  # fmt: skip
    if workout is not None:
        try:
            plan = desk.plan(workout)
        except WorkoutError as error:
            faults = tuple(str(fault) for fault in error.faults)
    if workout is None or plan is None:
        said = faults[0] if faults else ""
        return OnShelf(shelved.workout_id, shelved.workout_id, said, "", faults, None, (), is_own=shelved.is_own)
    lengths = lengths_of(plan)
    minutes = Fraction(sum(lengths), 60_000)
    return OnShelf(
        shelved.workout_id,
        workout.name,
        work_line(workout),
        workout.about,
        (),
        plan,
        bars_of(plan, lengths),
        time_words(plan, minutes),
        total_work_words(plan.work_m),
        ago_words(shelved.last_run, datetime.datetime.now().astimezone().date()),
        workout.suits(desk.choices().best_s),
        workout.purpose,
        minutes,
        shelved.is_own,
        any(segment.intensity is Intensity.WORK and segment.pace_s_per_m is not None for segment in plan.segments),
        workout.tags,
    )


# Its words -----------------------------------------------------------------------------------------------------------


def work_line(workout: Workout) -> str:
    """Write the work in a line, without warm-up and cool-down."""
    soft = (Intensity.WARMUP, Intensity.COOLDOWN)
    work: list[Item] = [item for item in workout.steps if not (isinstance(item, Step) and item.intensity in soft)]
    return _gathered(work or list(workout.steps)).replace(" x ", " × ")


def _gathered(items: list[Item]) -> str:
    """Write items in a row, with what all of them say once, behind the last: `200m, 400m, 800m @ mile pace`."""
    texts = [format_items([item]).removeprefix("1 x ").split(" ") for item in items]
    n_same = 0
    while all(len(text) > n_same + 1 and text[-1 - n_same] == texts[0][-1 - n_same] for text in texts):
        n_same += 1
    says = texts[0][len(texts[0]) - n_same :]
    if len(texts) < 2 or says[:1] not in (["@"], ["w/"]):
        return format_items(items)
    heads = [" ".join(text[: len(text) - n_same]) for text in texts]
    return ", ".join(heads) + " " + " ".join(says)


def purpose_words(purpose: Purpose) -> str:
    """Write what a workout is for."""
    match purpose:
        case Purpose.SPEED:
            return tr("speed")
        case Purpose.SPEED_ENDURANCE:
            return tr("speed endurance")
        case Purpose.BASE:
            return tr("base")
        case Purpose.STRENGTH:
            return tr("strength")
        case Purpose.POWER:
            return tr("power")
        case Purpose.DRILLS:
            return tr("drills")
        case Purpose.TIME_TRIAL:
            return tr("time trial")
        case Purpose.MIXED:
            return tr("mixed")


def time_words(plan: Plan, minutes: Fraction) -> str:
    """Write how long a plan takes: as planned where all of it is known, else about, to 5 min.

    Args:
        plan: what is written of.
        minutes: how long it takes about, what is ended by hand at a round guess of ours.
    """
    if not plan.time_ms.n_open:
        return total_time_words(plan.time_ms)
    return tr("about {minutes} min").format(minutes=max(1, round(minutes) if minutes < 10 else 5 * round(minutes / 5)))


def total_words(plan: Plan) -> str:
    """Write all that is known of a plan's length: `20 min and 8 open  ·  3.6 km hard`."""
    return "  ·  ".join(word for word in (total_time_words(plan.time_ms), total_work_words(plan.work_m)) if word)


def target_line(plan: Plan) -> str:
    """Write what the work asks of this athlete, in seconds: `200 m in 37.3 · 400 m in 1:14.6`.

    Work by time has the pace of 400 m; work that asks no pace, or whose pace is not known, is left out. On a treadmill
    the speed stands with each, and a sentence where most belts do not go so fast.
    """
    work = [segment for segment in plan.segments if segment.intensity is Intensity.WORK]
    fastest = max((segment.dial for segment in work if segment.dial), key=lambda dial: dial.tenths, default=None)
    said = _few(_asked(segment) for segment in work)
    return "  ·  ".join(word for word in (*said, fast_words(fastest) if fastest else "") if word)


def _asked(segment: Segment) -> str:
    if segment.pace_s_per_m is None:
        return ""
    length = length_words(segment.step.length)
    if segment.distance_m is not None:
        words = tr("{length} in {time}").format(length=length, time=target_time_words(segment, format_lap))
    else:
        pace = format_lap(segment.pace_s_per_m * 400)
        words = tr("{length} at {time} per 400 m").format(length=length, time=pace)
    if segment.dial is not None:
        return f"{words}, {speed_words(segment.dial)}"
    return tr("{target} or faster").format(target=words) if segment.or_faster else words


def _few(words: Iterable[str]) -> tuple[str, ...]:
    """Return the different ones, in order; where there are too many, the last says that there are more."""
    found = list(dict.fromkeys(word for word in words if word))
    return (*found[: MOST_TARGETS - 1], "…") if len(found) > MOST_TARGETS else tuple(found)


def ago_words(started_at: str, today: datetime.date) -> str:
    """Write when a workout was last run: `today`, `yesterday`, `4 days ago`, `9 Nov`, `never`."""
    if not started_at:
        return tr("never")
    day = datetime.datetime.fromisoformat(started_at).date()
    n = (today - day).days
    if n <= 0:
        return tr("today")
    if n == 1:
        return tr("yesterday")
    if n < 30:
        return tr("{n} days ago").format(n=n)
    said = tr("{day} {month} {year}") if day.year != today.year else tr("{day} {month}")
    return said.format(day=day.day, month=short_month(day), year=day.year)


def faults_words(faults: Sequence[str]) -> str:
    """Write the first faults of a file, each with its line and the way out, and how many more there are."""
    said = list(faults[:MOST_FAULTS])
    more = len(faults) - MOST_FAULTS
    return "\n".join([*said, *([tr("and {n} more").format(n=more)] if more > 0 else [])])


def said_of(row: OnShelf, *, is_favourite: bool) -> str:
    """Write a row as it is read aloud: name, purpose, time, distance, when it was last run."""
    if row.faults:
        return tr("{name}, a file with faults: {fault}").format(name=row.name, fault=row.faults[0])
    words = [row.name, row.purpose_words, row.time, row.work]
    words.append(tr("never run") if row.last == tr("never") else tr("last run {when}").format(when=row.last))
    words += [tr("favourite")] if is_favourite else []
    words += [tr("yours")] if row.is_own else []
    words += [tr("tags: {tags}").format(tags=format_tags(row.tags))] if row.tags else []
    words += [] if row.suits else [tr("for another best mile")]
    return ", ".join(word for word in words if word)
