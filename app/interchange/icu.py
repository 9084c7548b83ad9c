"""intervals.icu's workout text: read into sheets, and the format as the registry knows it.

```
name            a block is what stands between two blank lines
about           lines without a dash before steps are its heading

Warmup          says what its steps are
- 10m           a step: words, a length (m is minutes), what is asked, options

4x              says how often its steps are run
- Hard 400mtr 5:00/mi Pace
- 200mtr intensity=recovery
```

Rules of the file: no zones and no thresholds are known; what depends on them is kept as words (`icu_asked`). Where a
step does not say whether it is a recovery, it is told by its words, or by asking less than the step before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.core.bounds import FAULTS, NESTING, SEGMENTS, TEXT_CHARS
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr
from app.core.workout import Activity, Intensity
from app.interchange.format import Format
from app.interchange.icu_heads import TIMES, bare, phase_named, phase_of, says_nothing, without_times
from app.interchange.icu_line import BadFigure, Line, checked_times, read_line
from app.interchange.icu_words import FOREIGN
from app.interchange.icu_writing import ABILITIES, cut, write
from app.interchange.sheet import MANNERS, Sheet, SheetItem, SheetRead, SheetRepeat, SheetStep

_STEP = re.compile(r"(\s*)-\s*(.*)")
_SOFT = re.compile(r"\b(?:recover(?:y|ies)?|rest|jog|walk|float|stand|easy)\b", re.IGNORECASE)
_STANDING = re.compile(r"\b(?:rest|stand)\b", re.IGNORECASE)
_SOFT_AT_ONCE = re.compile(r"(?:full\s+)?(?:recovery|rest)\b", re.IGNORECASE)
_MOST_WARNINGS = 40


@dataclass(slots=True)
class _Block:
    """What stands between two blank lines."""

    heads: list[str] = field(default_factory=list)
    steps: list[tuple[int, Line, str]] = field(default_factory=list)
    """Indent, what was read, and the text."""


def read(data: bytes) -> tuple[SheetRead]:
    """Read a text.

    Raises:
        WorkoutError: it is no text, too long, has no step, or a figure is over a bound.
    """
    if len(data) > 4 * TEXT_CHARS:
        raise _refused(tr("a workout's text has at most {n} characters").format(n=f"{TEXT_CHARS:,}"))
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise _refused(tr("the file is not UTF-8 text"), tr("save it as UTF-8")) from None
    if len(text) > TEXT_CHARS:
        raise _refused(tr("a workout's text has at most {n} characters").format(n=f"{TEXT_CHARS:,}"))
    reader = _Reader()
    reader.read(text)
    sheet = Sheet(reader.name, tuple(reader.items), "\n".join(reader.about))
    return (SheetRead(sheet, tuple(dict.fromkeys(reader.warnings))),)


class _Reader:
    def __init__(self) -> None:
        self.name = ""
        self.about: list[str] = []
        self.items: list[SheetItem] = []
        self.warnings: list[str] = []
        self._phase: Intensity | None = None
        self._n_left_out = 0

    def read(self, text: str) -> None:
        blocks = self._blocks(text)
        for number, block in enumerate(blocks):
            if block.steps:
                self._take(block, is_first=number == 0)
            else:
                self._comment(block, is_first=number == 0, is_last=number == len(blocks) - 1)
        if not self.items:
            hint = tr("a step is a line such as - 10m or - 400mtr 5:00/mi Pace")
            raise _refused(tr("there is no step of intervals.icu in it"), hint)
        if self._n_left_out > 1:
            self.warnings.append(tr("{n} lines in all are left out").format(n=self._n_left_out))
        if _n_steps(self.items) > SEGMENTS:
            words = tr("the workout is too long: it comes to more than {most} steps in all")
            raise _refused(words.format(most=f"{SEGMENTS:,}"), tr("repeat less often"))
        del self.warnings[_MOST_WARNINGS:]

    def _blocks(self, text: str) -> list[_Block]:
        blocks, faults = [_Block()], []
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                blocks.append(_Block())
                continue
            found = _STEP.fullmatch(line)
            if found is None:
                if blocks[-1].steps:
                    words = tr("no blank line stands before {heading}: it is taken as a new block")
                    self.warnings.append(words.format(heading=repr(_short(line))))
                    blocks.append(_Block())
                blocks[-1].heads.append(" ".join(line.split()))
                continue
            try:
                read = read_line(found.group(2))
            except BadFigure as wrong:
                faults.append(Fault(str(wrong), "", "", number))
                continue
            self._keep(blocks[-1], len(found.group(1).expandtabs(4)), read, found.group(2), number)
        if faults:
            raise WorkoutError(faults[:FAULTS])
        return [block for block in blocks if block.heads or block.steps]

    def _keep(self, block: _Block, indent: int, read: Line, text: str, number: int) -> None:
        if read.ends is None and read.times is None:
            self._n_left_out += 1
            words = tr("line {number} has no length and is left out: {text}")
            if self._n_left_out == 1:
                self.warnings.append(words.format(number=number, text=repr(_short(text))))
            return
        block.steps.append((indent, read, text))
        self.warnings += read.warnings

    def _comment(self, block: _Block, *, is_first: bool, is_last: bool) -> None:
        """Take lines that no step follows at once: the name, or a heading that was set off."""
        plain = [bare(head) for head in block.heads]
        if len(plain) == 1 and (phase := phase_of(plain[0])) is not None and not is_last:
            self._phase = phase
            return
        if len(plain) == 1 and not is_first and says_nothing(plain[0]):
            self._phase = None
            if TIMES.search(plain[0]):
                words = tr("a blank line stands behind {heading}: its steps are run once")
                self.warnings.append(words.format(heading=repr(plain[0])))
            return
        if is_first:
            self.name, *self.about = block.heads
        else:
            self.about += block.heads

    def _take(self, block: _Block, *, is_first: bool) -> None:
        phase, times = self._phase, 1
        self._phase = None
        for number, head in enumerate(block.heads):
            plain = bare(head)
            found = TIMES.search(plain)
            if found is not None:
                try:
                    times = checked_times(found.group(1))
                except BadFigure as wrong:
                    raise _refused(str(wrong)) from None
            phase = phase_of(plain) or (phase if says_nothing(plain) else None)
            if phase_of(plain) is not None or says_nothing(plain):
                continue
            first = block.steps[0][1]
            if is_first and number == 0 and not self.name and found is None:
                self.name = head
            elif found is not None and not first.name and first.ends is not None:
                first.name = without_times(plain)
            else:
                self.about.append(head)
        items, _ = self._items(block.steps, 0, phase, 1 if times == 1 else 2, is_repeat=times > 1)
        self.items += [SheetRepeat(times, tuple(items))] if items and times > 1 else items

    def _items(
        self, steps: list[tuple[int, Line, str]], at: int, phase: Intensity | None, depth: int, *, is_repeat: bool
    ) -> tuple[list[SheetItem], int]:
        """Return the items from a place on, as far as they stand as deep, and the place behind them."""
        if depth > NESTING + 1:
            words = tr("the workout is too long: repeats stand more than {n} deep in one another")
            raise _refused(words.format(n=NESTING), tr("write the inner ones out"))
        items: list[SheetItem] = []
        level, first = steps[at][0], None
        while at < len(steps) and steps[at][0] >= level:
            _, line, text = steps[at]
            at += 1
            if line.ends is not None:
                step = self._step(line, text, phase, first if is_repeat else None)
                first = first or line
                items.append(step if line.times in (None, 1) else SheetRepeat(line.times or 1, (step,)))
                continue
            if at == len(steps) or steps[at][0] < level:
                self.warnings.append(tr("{text} has no steps under it and is left out").format(text=repr(text.strip())))
                continue
            if steps[at][0] == level:
                words = tr("the steps behind {text} are taken as repeated")
                self.warnings.append(words.format(text=repr(text.strip())))
            inner, at = self._items(steps, at, phase, depth + 1, is_repeat=True)
            if inner:
                items.append(SheetRepeat(line.times or 1, tuple(inner)))
        return items, at

    def _step(self, line: Line, text: str, phase: Intensity | None, first: Line | None) -> SheetStep:
        assert line.ends is not None
        intensity = line.intensity or phase or phase_named(line.name)
        if intensity is None:
            intensity = _told(line, first)
            is_said = line.is_rest or _SOFT.search(f"{line.name} {line.note}") is not None
            if intensity is not Intensity.WORK and not is_said:
                words = tr("{step} does not say what it is: taken as a recovery")
                self.warnings.append(words.format(step=repr(_short(text))))
        manner = MANNERS.get(intensity, Activity.RUN)
        return SheetStep(line.ends, intensity, line.asks, line.name, line.note, manner)


def _told(line: Line, first: Line | None) -> Intensity:
    """Tell whether a step is a recovery, by its words or by the first step of its repeat."""
    if line.is_rest:
        return Intensity.REST
    said = f"{line.name} {line.note}"
    is_soft = _SOFT.search(said) is not None if first is not None else _SOFT_AT_ONCE.match(said) is not None
    if is_soft:
        return Intensity.REST if _STANDING.search(said) else Intensity.RECOVERY
    if first is not None and line.hard is not None:
        kind, figure = line.hard
        if first.hard is not None and first.hard[0] == kind:
            return Intensity.RECOVERY if figure < first.hard[1] else Intensity.WORK
        if kind == "zone" and figure <= 2:
            return Intensity.RECOVERY
    return Intensity.WORK


def _n_steps(items: list[SheetItem] | tuple[SheetItem, ...]) -> int:
    return sum(item.n * _n_steps(item.items) if isinstance(item, SheetRepeat) else 1 for item in items)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 60 else plain[:57] + "..."


def _refused(what: str, hint: str = "") -> WorkoutError:
    return WorkoutError([Fault(what, hint)])


_SIGN = re.compile(
    r"\bpress lap\b|\bintensity=|\d(?:mtr|w|rpm)\b|\d%|\bZ\d(?:-Z?\d)?\s+(?:HR|Pace)\b|\d:\d\d(?:/\w+)?\s+Pace\b|<!>",
    re.IGNORECASE | re.ASCII,
)


def looks_like(head: bytes) -> bool:
    """Say whether these can be the first bytes of such a text: a step with a length, and a word that only it has."""
    if b"\0" in head:
        return False
    text = head.decode("utf-8-sig", "replace").replace("\r", "\n")
    is_headed = has_steps = has_sign = False
    for line in text.split("\n"):
        found = _STEP.fullmatch(line)
        if found is None:
            is_headed = TIMES.search(line) is not None
            continue
        if FOREIGN.search(line):
            return False
        try:
            step = read_line(found.group(2))
        except BadFigure:
            continue
        has_steps = has_steps or step.ends is not None
        has_sign = has_sign or (step.ends is not None and (is_headed or _SIGN.search(line) is not None))
    return has_steps and has_sign


FORMAT = Format("icu", "intervals.icu", ".txt", looks_like, read, ABILITIES, write, cut)
