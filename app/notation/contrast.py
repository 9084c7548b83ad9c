"""Slow after fast: `1 min easy` behind `10 x 1 min hard` is what stands between the reps."""

from __future__ import annotations

from app.core.bounds import REACH
from app.core.tongue import tr
from app.core.workout import Activity, ByDistance, ByTime, Count, Intensity, Open, Repeat, Step
from app.notation.cursor import Doubt
from app.notation.part import Part
from app.notation.rows import Placed, give, is_listed, mark_shared
from app.notation.sharing import is_brief_after, is_fast, is_rung, is_set, is_soft, takes_recovery
from app.notation.vocabulary import Kind
from app.notation.writing import format_item

_BRIEF_MS = 180_000
"""Three minutes: longer ones behind reps are a run of their own."""
_ONCE = Count(1, 1)
_LEAST_LIST = 2
_LONG_MS = 300_000
"""A bare time this long is a run of its own."""


def slowed(part: Part, step: Step, last: Placed | None) -> Step:
    """Read `1 min slow`, and `100 easy` after something hard, as what stands between."""
    item = last.item if last is not None else None
    easy = part.is_slow or step.activity is Activity.EASY
    is_easy = easy and step == Step(step.length, activity=step.activity) and not isinstance(step.length, Open)
    if isinstance(item, Step) and is_fast(item) and is_easy and is_brief_after(step.length, item.length):
        return Step(step.length, Intensity.RECOVERY, Activity.JOG)
    pair = part.is_counted_behind and part.piece.before in ("/", "-") and step == Step(step.length)
    if pair and isinstance(item, Step) and isinstance(item.length, ByTime) and isinstance(step.length, ByTime):
        return Step(step.length, Intensity.RECOVERY, Activity.ANY)  # `30 s / 30 s x 10`
    if part.is_slow and step.target is None and step.activity is Activity.RUN:
        step = Step(step.length, step.intensity, Activity.EASY, None, step.name)
    return step


def between(part: Part, last: Placed, step: Step) -> bool:
    """Say whether `1 min easy` or `90s` behind `10 x 1 min hard` stands between its reps, and put it there."""
    block = last.item
    bare = step == Step(step.length) and isinstance(step.length, ByTime) and step.length.ms < _LONG_MS
    if bare and isinstance(block, Step) and takes_recovery(block) and _can_rest_from(block, part):
        return _rest_behind(part, last, step)
    if not isinstance(block, Repeat) or block.recovery is not None or block.reps.high == 1:
        return False
    if is_set(block):
        return bare and _rest_of_set(part, last, block, step)
    rep = block.steps[0]
    easy = step == Step(step.length, activity=Activity.EASY)
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


def _rest_of_set(part: Part, last: Placed, block: Repeat, step: Step) -> bool:
    """Take a bare time behind a set for what stands between the sets."""
    said = tr("took {time} as the recovery").format(time=format_item(step))
    part.doubts.append(Doubt(said, last.part.piece.end, part.piece.end, f" + {format_item(step)}"))
    last.item = Repeat(block.reps, block.steps, Step(step.length, Intensity.RECOVERY, Activity.ANY))
    return True


def _can_rest_from(rep: Step, part: Part) -> bool:
    """Say whether a bare time behind a rep is no rep: it follows a distance, or a time and a dash."""
    return isinstance(rep.length, ByDistance) or (isinstance(rep.length, ByTime) and part.piece.before in ("/", "-"))


def _rest_behind(part: Part, last: Placed, step: Step) -> bool:
    """Take a bare time behind a distance for what stands between: `400m - 30s - 400m`."""
    said = tr("took {time} as the recovery").format(time=format_item(step))
    part.doubts.append(Doubt(said, last.part.piece.end, part.piece.end, f" + {format_item(step)}"))
    last.item = Repeat(_ONCE, (last.item,), Step(step.length, Intensity.RECOVERY, Activity.ANY))
    last.is_block = True
    return True


def doubt_a_time_behind(part: Part, placed: list[Placed], step: Step) -> None:
    """Say that the time in `8 x 3 min + 90 sec` was taken for one more step, where reps have no recovery yet."""
    last = placed[-1] if placed else None
    if last is None or part.piece.before != "+" or len(part.piece.tokens) != 1 or not isinstance(step.length, ByTime):
        return
    reps = last.item
    brief = step.length.ms <= _BRIEF_MS
    if brief and isinstance(reps, Repeat) and reps.recovery is None and reps.reps.high > 1 and not is_set(reps):
        said = tr("took {time} as one more step").format(time=format_item(step))
        part.doubts.append(Doubt(said, last.part.piece.end, part.piece.end, f" w/ {format_item(step)}"))


def rest_of_list(placed: list[Placed]) -> tuple[list[Placed], list[Doubt]]:
    """Take a recovery at the end of a list for that of all its reps: `1200, 800, 400, 3 min rest`."""
    last = placed[-1] if placed else None
    if last is None or not isinstance(last.item, Step) or not is_soft(last.item) or last.before not in (",", ";", "-"):
        return placed, []
    start = len(placed) - 1
    while start > 0 and is_rung(placed[start - 1].item) and isinstance(placed[start - 1].item, Step):
        start -= 1
        if not is_listed(placed[start].before):
            break
        if len(placed) - start > REACH:
            return placed, []
    run = placed[start:-1]
    if len(run) < _LEAST_LIST:
        return placed, []
    is_said = any(Kind.BETWEEN in token.kinds for token in last.part.piece.tokens)
    said = tr("took {recovery} after each of the list").format(recovery=format_item(last.item))
    instead = f"+ {format_item(last.item)}"
    for held in run:
        held.item = Repeat(_ONCE, (held.item,), last.item)
    mark_shared(run)
    run[-1].end = max(last.part.piece.end, last.end)
    return placed[:-1], [] if is_said else [Doubt(said, run[-1].part.piece.end, last.part.piece.end, f" {instead}")]
