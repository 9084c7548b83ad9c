"""Slow after fast: `1 min easy` behind `10 x 1 min hard` is what stands between the reps."""

from __future__ import annotations

from app.core.tongue import tr
from app.core.workout import Activity, ByTime, Intensity, Open, Repeat, Step
from app.notation.cursor import Doubt
from app.notation.part import Part
from app.notation.rows import Placed, give
from app.notation.sharing import is_brief_after, is_fast, is_set, takes_recovery
from app.notation.writing import format_item

_LONG_MS = 300_000
"""A bare time this long is a run of its own."""


def slowed(part: Part, step: Step, last: Placed | None) -> Step:
    """Read `1 min slow`, and `100 easy` after something hard, as what stands between."""
    item = last.item if last is not None else None
    is_easy = step == Step(step.length, activity=step.activity) and not isinstance(step.length, Open)
    if isinstance(item, Step) and is_fast(item) and is_easy and is_brief_after(step.length, item.length):
        return Step(step.length, Intensity.RECOVERY, Activity.JOG)
    if part.is_slow and step.target is None:
        step = Step(step.length, step.intensity, Activity.EASY, None, step.name)
    return step


def between(part: Part, last: Placed, step: Step) -> bool:
    """Say whether `1 min easy` or `90s` behind `10 x 1 min hard` stands between its reps, and put it there."""
    block = last.item
    if not isinstance(block, Repeat) or block.recovery is not None or block.reps.high == 1 or is_set(block):
        return False
    rep = block.steps[0]
    easy = step == Step(step.length, activity=Activity.EASY)
    bare = step == Step(step.length) and isinstance(step.length, ByTime) and step.length.ms < _LONG_MS
    if not isinstance(rep, Step) or not (easy or bare) or not takes_recovery(rep):
        return False
    if easy and not is_brief_after(step.length, rep.length):
        return False
    if part.piece.before != "/" and not part.is_slow:
        sentence = tr("took the easy minutes as the recovery") if easy else tr("took {time} as the recovery")
        said = sentence.format(time=format_item(Step(step.length)))
        part.doubts.append(Doubt(said, last.part.piece.end, part.piece.end, f" + {format_item(step)}"))
    manner = Activity.JOG if easy else Activity.ANY
    give(Step(step.length, Intensity.RECOVERY, manner), "", [last])
    return True
