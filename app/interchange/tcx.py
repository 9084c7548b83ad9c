"""TCX, Garmin's Training Center file: workouts in and out, recorded runs in."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from app.core.athlete import Athlete
from app.core.tongue import tr
from app.interchange.format import Format, Held
from app.interchange.sheet import Abilities, Sheet, SheetRead
from app.interchange.tcx_cut import NAME_CHARS, cut, workout_of
from app.interchange.tcx_run import RunReader
from app.interchange.tcx_steps import read_workout
from app.interchange.xml_door import Node, begins, walk
from app.interchange.xml_out import bytes_of, node
from app.interchange.xml_text import refusal

ROOT = "TrainingCenterDatabase"
SPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"


def read(data: bytes) -> tuple[Held, ...]:
    """Read every workout and run of a file; of one that breaks off, what is whole.

    Raises:
        WorkoutError: it is no TCX, or holds neither.
    """
    runs, workouts = RunReader(), _Workouts()
    opened = {"Activity": runs.begin, "Lap": runs.begin_lap, "Track": runs.begin_track}
    closed = {"Trackpoint": runs.point, "Lap": runs.lap, "Activity": runs.end, "Workout": workouts.take}
    walked = walk(data, "TCX", opened, closed)
    if walked.root.tag.casefold() != ROOT.casefold():
        words = tr("this is no {kind} file: it begins with <{tag}>").format(kind="TCX", tag=walked.root.tag[:40])
        raise refusal(words, tr("choose another file"))
    if not walked.is_whole:
        runs.break_off()
    held: list[Held] = [*workouts.read, *runs.runs]
    if held:
        return tuple(replace(each, warnings=walked.warnings + each.warnings) for each in held)
    if not walked.is_whole:
        raise refusal(tr("the file breaks off before its first lap or workout ends"), tr("export it once more"))
    raise refusal(tr("the file holds no run and no workout"), tr("a course is no run: export the activity"))


class _Workouts:
    def __init__(self) -> None:
        self.read: list[SheetRead] = []

    def take(self, workout: Node) -> None:
        read_one = read_workout(workout)
        if read_one is not None:
            self.read.append(read_one)


def write(sheet: Sheet, athlete: Athlete) -> bytes:
    """Write a workout, valid by the schema.

    Raises:
        WorkoutError: it has more steps than TCX can number.
    """
    workouts = node("Workouts", [workout_of(cut(sheet, athlete)[0])])
    root = node(ROOT, [workouts], xmlns=SPACE, xmlns__xsi="http://www.w3.org/2001/XMLSchema-instance")
    root.attributes["xsi:schemaLocation"] = f"{SPACE} http://www.garmin.com/xmlschemas/TrainingCenterDatabasev2.xsd"
    return bytes_of(root)


ABILITIES = Abilities(
    "a TCX workout",
    time_ms=1000,
    distance_m=Fraction(1),
    has_reps=False,
    has_heart=True,
    has_notes=False,
    name_chars=NAME_CHARS,
)

FORMAT = Format("tcx", "TCX", ".tcx", lambda head: begins(head, ROOT), read, ABILITIES, write, cut)
