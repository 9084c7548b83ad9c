"""Mending: a list of presses that is put right, and what means nothing for it."""

from __future__ import annotations

import pytest

from app.core.asked import Command, Delete, How, Insert, Mend, Move, Relabel, Restore
from app.core.errors import IllegalCommand
from app.core.events import Refusal
from app.core.mending import Press, folded, mended
from app.core.units import Instant

LAP = Command.LAP


def lap(ms: int, **more: object) -> Press:
    return Press(LAP, Instant(ms), **more)  # type: ignore[arg-type]  # named by the test


START = Press(Command.START, Instant(0))
PRESSES = [START, lap(80_000), lap(80_100, refusal=Refusal.DEAD_TIME), Press(Command.PAUSE, Instant(90_000))]
NOW = Instant(100_000)


def test_a_missed_press_takes_its_place_in_time() -> None:
    assert mended(PRESSES, Insert(Instant(40_000)), NOW) == [START, lap(40_000, how=How.INSERTED), *PRESSES[1:]]
    last = mended(PRESSES, Insert(Instant(100_000), estimated=True), NOW)[-1]
    assert last == lap(100_000, how=How.ESTIMATED)


def test_a_press_that_was_a_mistake_is_gone_and_its_refused_neighbour_stays_refused() -> None:
    assert mended(PRESSES, Delete(Instant(80_000)), NOW) == [START, *PRESSES[2:]]


def test_a_moved_press_knows_how_far_and_one_that_is_moved_back_is_as_it_was() -> None:
    moved = mended(PRESSES, Move(Instant(80_000), 250), NOW)
    assert moved == [START, PRESSES[2], lap(80_250, how=How.MOVED, moved_ms=250), PRESSES[3]]
    assert mended(moved, Move(Instant(80_250), -250), NOW) == PRESSES


def test_a_press_that_was_inserted_stays_inserted_when_it_is_moved() -> None:
    inserted = mended(PRESSES, Insert(Instant(40_000)), NOW)
    assert mended(inserted, Move(Instant(40_000), 5), NOW)[1] == lap(40_005, how=How.INSERTED, moved_ms=5)


def test_a_split_is_given_its_mark_and_a_refused_press_counts_after_all() -> None:
    assert mended(PRESSES, Relabel(Instant(80_000), 2), NOW)[1] == lap(80_000, mark_number=2)
    assert mended(PRESSES, Restore(Instant(80_100)), NOW)[2] == lap(80_100, how=How.RESTORED)


@pytest.mark.parametrize(
    ("mend", "sentence"),
    [
        (Insert(Instant(0)), "a split cannot lie before the session"),
        (Insert(Instant(100_001)), "a split cannot lie in the future"),
        (Insert(Instant(80_000)), "there is a press at that instant already"),
        (Delete(Instant(80_001)), "there is no such press"),
        (Delete(Instant(80_100)), "there is no such press"),
        (Delete(Instant(90_000)), "there is no such press"),
        (Move(Instant(80_000), 0), "a press that is moved by nothing stays where it is"),
        (Move(Instant(80_000), -80_000), "a press cannot be moved before the one before it"),
        (Move(Instant(80_000), 10_000), "a press cannot be moved past the one after it"),
        (Restore(Instant(80_001)), "there is no such press"),
    ],
    ids=str,
)
def test_a_mend_that_means_nothing_is_one_plain_sentence(mend: Mend, sentence: str) -> None:
    with pytest.raises(IllegalCommand, match=sentence):
        mended(PRESSES, mend, NOW)


def test_a_press_is_not_moved_into_the_future() -> None:
    with pytest.raises(IllegalCommand, match="a press cannot be moved into the future"):
        mended([START, lap(80_000)], Move(Instant(80_000), 20_001), NOW)


def test_the_presses_that_count_are_the_fold_of_all_acts() -> None:
    acts = [START, lap(80_000), Press(Insert(Instant(40_000)), Instant(85_000)), lap(120_000)]
    acts.append(Press(Delete(Instant(80_000)), Instant(121_000)))
    assert folded(acts) == [START, lap(40_000, how=How.INSERTED), lap(120_000)]


def test_a_press_that_is_moved_back_stands_before_the_one_that_was_refused_at_its_instant() -> None:
    presses = [START, lap(80_000), lap(80_000, refusal=Refusal.DEAD_TIME)]
    there = mended(presses, Move(Instant(80_000), 500), NOW)
    assert mended(there, Move(Instant(80_500), -500), NOW) == presses
