"""Reading a coach's text: a line while a finger is on the key, and a paste of any size before it is missed.

python -m pytest tests/benchmarks/test_notation.py -s
"""

from __future__ import annotations

import re
from contextlib import suppress
from time import process_time

import pytest

from app.core.bounds import TEXT_CHARS, WORDS
from app.core.errors import WorkoutError
from app.notation import editing
from app.notation.reading import parse_text
from tests.notation.test_coaches import BLOCKS, SENSIBLE

LINES = [*SENSIBLE, *BLOCKS]
"""Lines as coaches write them, and pasted blocks."""
PASTES = (
    "400m\n", "8 x 40m @ 5k pace w/ 60s jog\n", "400m, ", "1 x ", "(400m) ", "400/", "1,", "20m easy\n", "2m, ", "x",
    "2 x 20m\n60s jog\n", "4 x 20m, 1m jog between 20s\n", "Repeat 3:\n40m\n", "3 sets of:\n40m\n\n", "hard ", "jog/",
    "went out with the dog and it sang ", "zzz; qqqs restt\n", "40m (blah) (1:30) ", "@ 5k-3k pace\n", "9", "(", '"',
    "-", " ", "\n", "1:",
)  # fmt: skip
_WORD = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")


def _ms(text: str) -> float:
    """Return the least of three readings, in milliseconds of this process alone: the machine is shared."""
    taken = []
    for _ in range(3):
        begun = process_time()
        with suppress(WorkoutError):
            parse_text(text)
        taken.append(1000 * (process_time() - begun))
    return min(taken)


def test_of_a_hundred_lines_ninety_nine_are_read_in_five_milliseconds() -> None:
    parse_text(LINES[0])
    taken = sorted(_ms(line) for line in LINES)
    p99 = taken[len(taken) * 99 // 100 - 1]
    print(f"\n{len(LINES)} lines: median {taken[len(taken) // 2]:.2f} ms, p99 {p99:.2f} ms, worst {taken[-1]:.2f} ms")
    assert p99 <= 5


def test_of_a_hundred_changes_of_a_block_ninety_nine_take_five_milliseconds() -> None:
    taken = sorted(_change_ms(line, number) for line in LINES for number in range(4))
    p99 = taken[len(taken) * 99 // 100 - 1]
    print(f"\n{len(taken)} changes: median {taken[len(taken) // 2]:.2f} ms, p99 {p99:.2f} ms, worst {taken[-1]:.2f} ms")
    assert p99 <= 5


def _change_ms(text: str, number: int) -> float:
    """Return the least of three changes of a line's last block: moved to the top, doubled, taken out, a rep more."""
    reading = parse_text(text)
    last = len(reading.steps) - 1
    changes = (
        lambda: editing.move(text, reading, (last,), (0,)),
        lambda: editing.duplicate(text, reading, (last,)),
        lambda: editing.remove(text, reading, (last,)),
        lambda: editing.step(text, reading, (last,), editing.Figure.REPS, 1),
    )
    taken = []
    for _ in range(3):
        begun = process_time()
        changes[number]()
        taken.append(1000 * (process_time() - begun))
    return min(taken)


@pytest.mark.parametrize("unit", PASTES)
def test_a_paste_of_a_hundred_thousand_characters_is_answered_or_refused_in_200_ms(unit: str) -> None:
    whole = (unit * TEXT_CHARS)[:TEXT_CHARS]
    n_words = len(_WORD.findall(unit * 100)) / 100
    longest_read = unit * int((WORDS - 5) / n_words) if n_words else whole
    taken = max(_ms(whole), _ms(longest_read[:TEXT_CHARS]))
    print(f"\n{unit!r}: {taken:.0f} ms")
    assert taken <= 200
