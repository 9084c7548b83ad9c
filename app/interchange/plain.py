"""A workout as a plain text in a coach's words, in and out: for an e-mail, and the last resort for a file of text.

Rules of the file: what is written was read back; what does not come back is a loss.
"""

from __future__ import annotations

from dataclasses import replace

from app.core.bounds import TEXT_CHARS
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr
from app.core.workout import Purpose, Repeat, Step, Workout
from app.notation.reading import Reading, parse_text
from app.notation.writing import format_item, format_items

_KEPT = 0.5
"""The least share of a text's characters that has to be understood; less is another kind of file."""


def read_plain(data: bytes, name: str) -> tuple[Workout, tuple[str, ...]]:
    """Read a text.

    Args:
        data: of a file, or what was pasted.
        name: of the workout where the text has no title.

    Returns:
        The workout, and what of the text was not understood or is doubtful, one sentence each.

    Raises:
        WorkoutError: it is no text, or most of it is no workout.
    """
    if len(data) > 4 * TEXT_CHARS:
        raise _refused(tr("a workout's text has at most {n} characters").format(n=f"{TEXT_CHARS:,}"))
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise _refused(tr("the file is not UTF-8 text"), tr("save it as UTF-8")) from None
    reading = parse_text(text)
    n_unread = sum(len("".join(part.text.split())) for part in reading.not_understood)
    n_all = len("".join(text.split()))
    if not reading.steps or n_unread > (1 - _KEPT) * n_all:
        raise _refused(tr("most of this text is no workout"), tr("write it as 8 x 200m w/ 200m jog"))
    words = tr("not understood and left out: {part}")
    unread = [words.format(part=repr(_short(part.text))) for part in reading.not_understood]
    doubts = [doubt.sentence for doubt in reading.doubts]
    return Workout(reading.title or name, reading.steps, Purpose.MIXED), (*unread, *doubts)


def write_plain(workout: Workout) -> tuple[str, tuple[str, ...]]:
    """Write a workout as a text.

    Returns:
        The text, and what does not come through, one sentence each.
    """
    lines = "\n".join(format_item(item) for item in workout.steps)
    title = " ".join(workout.name.split())
    ways = (f"{title}:\n{lines}", f"{title}\n{lines}", f"{title}:\n{format_items(workout.steps)}", lines)
    steps = tuple(bare(item) for item in workout.steps)
    said = [(text, _read(text)) for text in ways]
    whole = [text for text, reading in said if reading is not None and reading.steps == steps]
    titled = [text for text, reading in said if text in whole and reading is not None and reading.title == title]
    text = (titled or whole or [format_items(workout.steps)])[0]
    losses = [] if titled else [tr("the name is left out, since it would be read as a part of the workout")]
    losses += [] if whole else [tr("some steps are read back otherwise than they are")]
    if steps != workout.steps:
        losses.append(tr("notes of steps are left out"))
    if workout.tags:
        losses.append(tr("its tags are left out"))
    if workout.purpose is not Purpose.MIXED:
        losses.append(tr("what it is for, {purpose}, is left out").format(purpose=workout.purpose.value))
    if workout.about:
        losses.append(tr("the text about it is left out"))
    if workout.best_slower_than_s is not None or workout.best_faster_than_s is not None:
        losses.append(tr("whom it suits is left out"))
    return text + "\n", tuple(losses)


def _read(text: str) -> Reading | None:
    try:
        reading = parse_text(text)
    except WorkoutError:
        return None
    return None if reading.not_understood else reading


def bare(item: Step | Repeat) -> Step | Repeat:
    """Return an item without notes, which the notation has no place for."""
    if isinstance(item, Step):
        return replace(item, note="")
    recovery = None if item.recovery is None else replace(item.recovery, note="")
    return replace(item, steps=tuple(bare(inner) for inner in item.steps), recovery=recovery)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 60 else plain[:57] + "..."


def _refused(what: str, hint: str = "") -> WorkoutError:
    return WorkoutError([Fault(what, hint)])
