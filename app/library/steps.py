"""Steps of a workout file: each a line of coach's notation or a table, both the same model in the end.

A table is a coach's line in parts, so it is put together and read by the same grammar; only `repeat` with `steps` has a
structure of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from app.core.bounds import FAULTS, NESTING, SEGMENTS
from app.core.errors import WorkoutError
from app.core.tongue import tr
from app.core.workout import Count, Intensity, Item, Repeat, Step
from app.library.models import StepTable
from app.library.places import did_you_mean, shown
from app.notation.reading import Reading, parse_text

Place = tuple[int, ...]
_KINDS = ("work", "warmup", "cooldown", "rest", "drill", "strength", "strides", "repeat")
_PREFIX = {"warmup": "warm-up ", "cooldown": "cool-down "}
_SUFFIX = {"recovery": "", "rest": " rest", "drill": " drill", "strength": " strength", "strides": " strides"}
_COUNT = re.compile(r"[1-9]\d{0,5}(?: ?[-–] ?[1-9]\d{0,5})?", re.ASCII)
_SOFT = (Intensity.RECOVERY, Intensity.REST)


class StepReader:
    """Reads the steps of one file and collects their faults."""

    def __init__(self, fault: Callable[[Place, str, str], None]) -> None:
        self._say = fault
        self._n_faults = 0
        self._known: dict[str, Reading] = {}  # a line that comes again is not read again

    def read(self, steps: list[Any], place: Place = ()) -> tuple[Item, ...]:
        """Return the items of a list of steps; what is wrong is told and left out."""
        items: list[Item] = []
        if len(place) > NESTING:
            words = tr("repeats stand more than {n} deep in one another")
            self._fault(place, words.format(n=NESTING), tr("write the inner ones out"))
            return ()
        if not place and _written(steps) > SEGMENTS:
            words = tr("the workout is too long: more than {most} steps are written")
            self._fault(place, words.format(most=f"{SEGMENTS:,}"), tr("repeat them"))
            return ()
        for index, step in enumerate(steps):
            here = (*place, index)
            if self._n_faults >= FAULTS:
                break
            if isinstance(step, str):
                items += self._line(step, here)
            elif isinstance(step, dict):
                items += self._table(step, here)
            else:
                hint = tr("write it as {one} or {other}").format(one='"8 x 200m"', other='{work = "200m"}')
                self._fault(here, tr("a step is a line of text or a table"), hint)
        return tuple(items)

    def _line(self, line: str, place: Place) -> tuple[Item, ...]:
        try:
            reading = self._known.get(line) or parse_text(line)
        except WorkoutError as error:
            for fault in error.faults:
                self._fault(place, fault.what, fault.hint)
            return ()
        self._known[line] = reading
        for part in reading.not_understood:
            words = tr("{part} is not understood").format(part=repr(shown(part.text)))
            self._fault(place, words, part.hint or _write_it('"8 x 200m w/ 200m jog"'))
        if not reading.steps and not reading.not_understood:
            hint = tr("write it as {example}, or take it out").format(example='"8 x 200m"')
            self._fault(place, tr("the step is empty"), hint)
        return reading.steps

    def _table(self, given: dict[str, Any], place: Place) -> tuple[Item, ...]:
        try:
            table = StepTable.model_validate(given)
        except ValidationError as error:
            for wrong in error.errors():
                self._tell(wrong, place)
            return ()
        kinds = [kind for kind in _KINDS if getattr(table, kind) is not None]
        alone = not kinds and table.recovery is not None
        if len(kinds) != 1 and not alone:
            words = tr("a step does one thing, this one says nothing")
            if kinds:
                words = tr("a step does one thing, this one says {words}").format(words=_listed(kinds))
            self._fault(place, words, tr("give one of {words}").format(words=", ".join(_KINDS)))
            return ()
        if table.steps is not None and kinds != ["repeat"]:
            self._fault(place, tr("only a repeat has steps"), _write_it("{repeat = 1, steps = [...]}"))
            return ()
        if alone and (table.target is not None or table.name is not None):
            self._fault(place, tr("a recovery has no target and no name"), tr("leave them out"))
            return ()
        if alone:
            return self._line(table.recovery or "", place)
        if kinds[0] == "repeat":
            return self._repeat(table, place)
        kind = kinds[0]
        words = _PREFIX.get(kind, "") + getattr(table, kind) + _SUFFIX.get(kind, "")
        words += f' "{_quoted(table.name)}"' if table.name else ""
        words += f" @ {table.target}" if table.target else ""
        items = self._line(words, place)
        return self._with_recovery(items, table, place)

    def _repeat(self, table: StepTable, place: Place) -> tuple[Item, ...]:
        if not table.steps:
            self._fault(place, tr("a repeat needs steps"), _write_it('{repeat = 4, steps = ["400m", "200m jog"]}'))
            return ()
        if table.target is not None or table.name is not None:
            words = tr("a repeat has no target and no name of its own")
            self._fault(place, words, tr("give them to the steps in it"))
            return ()
        if not _COUNT.fullmatch(str(table.repeat)):
            words = tr("{key} = {value} is no count").format(key="repeat", value=shown(str(table.repeat)))
            self._fault(place, words, tr("write it as {one} or as {other}").format(one="8", other='"8-10"'))
            return ()
        counted = self._line(f"{table.repeat} x 1s", place)
        inner = self.read(table.steps, place)
        if len(counted) != 1 or not isinstance(counted[0], Repeat) or not inner:
            return ()
        count: Count = counted[0].reps
        last = inner[-1]
        if table.recovery is not None:
            return self._with_recovery((Repeat(count, inner),), table, place)
        if len(inner) > 1 and isinstance(last, Step) and last.intensity in _SOFT:
            return (Repeat(count, inner[:-1], last),)
        return (Repeat(count, inner),)

    def _with_recovery(self, items: tuple[Item, ...], table: StepTable, place: Place) -> tuple[Item, ...]:
        if table.recovery is None:
            return items
        n_faults = self._n_faults
        soft = self._line(table.recovery, place)
        recovery = soft[0] if len(soft) == 1 else None
        if not isinstance(recovery, Step) or recovery.intensity not in _SOFT:
            if self._n_faults > n_faults:
                return items
            words = tr("{part} is no recovery").format(part=repr(shown(table.recovery)))
            hint = tr("write it as {one} or {other}").format(one='"60s jog"', other='"full recovery"')
            self._fault(place, words, hint)
            return items
        if len(items) == 1 and isinstance(items[0], Repeat) and items[0].recovery is None:
            return (Repeat(items[0].reps, items[0].steps, recovery),)
        return (Repeat(Count(1, 1), items, recovery),)

    def _tell(self, wrong: Any, place: Place) -> None:
        key = str(wrong["loc"][0]) if wrong["loc"] else ""
        if wrong["type"] == "extra_forbidden":
            words = tr("unknown key {key}").format(key=shown(key))
            self._fault(place, words, did_you_mean(key, list(StepTable.model_fields)))
        else:
            self._fault(place, f"{key}: {wrong['msg']}", tr("see {file}").format(file="workouts/README.md"))

    def _fault(self, place: Place, what: str, hint: str) -> None:
        self._n_faults += 1
        if self._n_faults <= FAULTS:
            self._say(place, what, hint)


def _written(steps: Any) -> int:
    """Count the entries of a list of steps, at every depth."""
    if not isinstance(steps, list):
        return 0
    return len(steps) + sum(_written(step["steps"]) for step in steps if isinstance(step, dict) and "steps" in step)


def _write_it(example: str) -> str:
    return tr("write it as {example}").format(example=example)


def _listed(kinds: list[str]) -> str:
    listed = kinds[0]
    for kind in kinds[1:]:
        listed = tr("{words} and {word}").format(words=listed, word=kind)
    return listed


def _quoted(name: str) -> str:
    return name.replace('"', "'").replace("\n", " ")
