"""Wording: what a file has no figure for stands in a step's name and note, in our own notation, and is read back.

Rules of the file: parts are joined by a middle dot. What is read back must be a canonical form of ours to the letter,
so that another program's `Mile` stays a name and becomes no pace; the rest is a name as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.core.errors import WorkoutError
from app.core.workout import Activity, ByDistance, ByReps, Intensity, Length, Open, OpenWhy, Step, Target
from app.notation.reading import parse_text
from app.notation.writing import format_length, format_step, format_target

JOIN = " \u00b7 "
TIMED = "timed"
_SOFT = (Intensity.RECOVERY, Intensity.REST)
_PHASES = (Intensity.WARMUP, Intensity.COOLDOWN)
_MANNERS = (Activity.JOG, Activity.WALK, Activity.FLOAT, Activity.STAND, Activity.ANY)
_DOINGS = (
    Activity.STRIDES, Activity.SPRINT, Activity.HILL, Activity.DRILL, Activity.STRENGTH, Activity.EASY,
)  # fmt: skip
_PLURALS = {"drills": Activity.DRILL, "hills": Activity.HILL, "stride": Activity.STRIDES, "sprints": Activity.SPRINT}
_BARE = frozenset(
    ("run", "work", "active", "interval", "go", "on", "off", "lap", "step", "rep", "warm-up", "warmup", "warm up", "wu",
     "cool-down", "cooldown", "cool down", "cd", "recovery", "recover", "recoveries", "rest")
)  # fmt: skip
"""Names that say what the intensity says already."""
_TARGET_CHARS = 80
"""`0:05/400m slower than half marathon to marathon pace or faster` has 62."""
_REPS = re.compile(r"([1-9]\d{0,4})(?:-([1-9]\d{0,4}))? reps", re.ASCII)
_TELLING = re.compile(r"\b(jog|walk|float|stand|rest)", re.IGNORECASE)


# What is written ---------------------------------------------------------------------------------------------------


def kind_of(step: Step) -> str:
    """Return what is done in a word or two of ours: `strides`, `full recovery walk`; empty for a plain run."""
    if step.intensity in _SOFT:
        length = step.length if isinstance(step.length, Open) else Open()
        return format_step(Step(length, step.intensity, step.activity)).removeprefix("open ")
    doing = "" if step.activity is Activity.RUN else step.activity.value
    return f"{step.intensity.value} {doing}" if doing and step.intensity in _PHASES else doing


def target_note(target: Target) -> str:
    """Return a target as it is written, without its `@`."""
    return format_target(target).removeprefix("@ ")


def reps_note(length: ByReps) -> str:
    """Return a count of movements: `8-10 reps`."""
    return format_length(length)


def cut_to(words: str, most: int) -> str:
    """Cut a name, between words where one ends in its second half.

    >>> cut_to("full recovery walk", 15), cut_to("Bulgarian", 5)
    ('full recovery', 'Bulga')
    """
    if len(words) <= most:
        return words
    cut = words[:most]
    whole = cut.rpartition(" ")[0]
    return (whole if words[most] != " " and len(whole) * 2 >= most else cut).rstrip(f" {JOIN.strip()}")


def cut_bytes(words: str, most: int) -> str:
    """Cut words to bytes of UTF-8, between two characters.

    >>> cut_bytes("b\u00e9a", 2)
    'b'
    """
    return words.encode()[:most].decode(errors="ignore")


# What is read ------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Words:
    """What a step's name and note say."""

    names: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    activity: Activity | None = None
    is_phase: bool = False
    """Whether it says itself that it is a warm-up or cool-down, and is not one by where it stands."""
    why: OpenWhy = OpenWhy.UNSAID
    targets: list[tuple[str, Target]] = field(default_factory=list)
    reps: ByReps | None = None
    race: bool = False

    @property
    def name(self) -> str:
        """Its name, and its note behind it: our notation has room for one."""
        return ", ".join((*self.names, *self.notes))


def _soft_kinds() -> dict[str, tuple[Activity, OpenWhy]]:
    kinds: dict[str, tuple[Activity, OpenWhy]] = {}
    for manner in _MANNERS:
        for why in (OpenWhy.UNSAID, OpenWhy.FULL):
            kinds[kind_of(Step(Open(why), Intensity.RECOVERY, manner))] = (manner, why)
    kinds["walk back"] = (Activity.WALK, OpenWhy.WALK_BACK)
    kinds["jog back"] = (Activity.JOG, OpenWhy.JOG_BACK)
    return kinds


_SOFT_KINDS = _soft_kinds()


def soft_words(name: str, note: str) -> Words:
    """Read the name and note of a recovery."""
    words = Words()
    for text in _parts(name, note):
        kind = _SOFT_KINDS.get(text.casefold())
        if kind is not None and words.activity is None:
            words.activity, words.why = kind
        elif text.casefold() == Activity.EASY.value and words.activity is None:
            words.activity = Activity.EASY
        elif text.casefold() not in _BARE:
            words.notes.append(text)
    if words.activity is None:
        told = {found.casefold() for text in words.notes for found in _TELLING.findall(text)}
        if len(told) == 1:
            manner = told.pop()
            words.activity = Activity.STAND if manner == "stand" else Activity(manner)
    return words


def hard_words(name: str, note: str, length: Length) -> Words:
    """Read the name and note of a run of this length."""
    words = Words()
    for where, texts in ((words.names, _parts(name)), (words.notes, _parts(note))):
        for text in texts:
            if not _is_ours(text, words, length) and text.casefold() not in _BARE:
                where.append(text)
    return words


def _is_ours(text: str, words: Words, length: Length) -> bool:
    plain = text.casefold()
    phase, _, doing = plain.rpartition(" ")
    activity = _activity(doing if phase in {one.value for one in _PHASES} else plain)
    if activity is not None and words.activity is None:
        words.activity, words.is_phase = activity, activity is not _activity(plain)
        return True
    reps = _REPS.fullmatch(plain)
    if reps is not None:
        low, most = int(reps[1]), int(reps[2] or 0)
        words.reps = ByReps(low, most if most > low else None)
        return True
    if plain == TIMED:
        words.race = True
        return True
    target = read_target(text, length)
    if target is not None:
        words.targets.append((text, target))
    return target is not None


def read_target(text: str, length: Length) -> Target | None:
    """Read a target that was written by `target_note`; None for any other words."""
    if len(text) > _TARGET_CHARS:
        return None
    figure = "400m" if isinstance(length, ByDistance) else "60s"
    for asked in (f"{figure} @ {text}", f"{figure} {text}"):
        try:
            reading = parse_text(asked)
        except WorkoutError:
            return None
        step = reading.steps[0] if len(reading.steps) == 1 else None
        if isinstance(step, Step) and step.target is not None and target_note(step.target) == text:
            return step.target
    return None


def _activity(word: str) -> Activity | None:
    by_value = {activity.value: activity for activity in _DOINGS}
    return by_value.get(word) or _PLURALS.get(word)


def _parts(*texts: str) -> list[str]:
    parts = (" ".join(part.split()) for text in texts for part in text.split(JOIN))
    return [part for part in parts if part]
