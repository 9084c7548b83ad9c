"""Sheets as a format can say them, for the laws of the XML formats; and files that were damaged."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from hypothesis import strategies as st

from app.core.athlete import Athlete
from app.core.errors import WorkoutError
from app.core.workout import Intensity, Race
from app.interchange.format import Held
from app.interchange.sheet import (
    Abilities,
    Asks,
    Ends,
    ForDistance,
    ForTime,
    HeartShare,
    RaceSpeed,
    Sheet,
    SheetItem,
    SheetRead,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)

MILER = Athlete(goal_s=Fraction(320))
INTENSITIES = [each for each in Intensity if each is not Intensity.LEAD_IN]


def words(most: int) -> st.SearchStrategy[str]:
    """Names and notes: any letters, blanks as a person types them."""
    word = st.text(st.sampled_from("abrestwcodnup8x-é名🏃·&<>\"'{}"), min_size=1, max_size=6)
    return st.lists(word, max_size=4).map(lambda each: " ".join(each)[:most].strip())


def shares() -> st.SearchStrategy[tuple[Fraction, Fraction]]:
    """Two ends of a range in percent, the lower first, often alike."""
    share = st.integers(200_000, 1_500_000).map(lambda n: Fraction(n, 10_000))
    return st.one_of(share.map(lambda one: (one, one)), st.tuples(share, share).map(lambda two: (min(two), max(two))))


def ends(abilities: Abilities, longest: int = 40_000) -> st.SearchStrategy[Ends]:
    """What ends a step."""
    lengths = st.integers(1, longest)
    kinds: list[st.SearchStrategy[Ends]] = [
        lengths.map(lambda n: ForTime(n * abilities.time_ms)),
        lengths.map(lambda n: ForDistance(n * abilities.distance_m)),
    ]
    return (
        st.one_of(*kinds, st.sampled_from([UntilPress(), UntilPress(60_000)]))
        if abilities.has_press
        else st.one_of(*kinds)
    )


def asks(abilities: Abilities, races: list[Race]) -> st.SearchStrategy[Asks | None]:
    """What a step asks."""
    kinds: list[st.SearchStrategy[Asks | None]] = [st.none()]
    if abilities.speed_m_s is not None:
        speed = st.integers(1, 9_000).map(lambda n: Fraction(n, 1000))
        kinds.append(st.tuples(speed, speed).map(lambda two: Speed(min(two), max(two))))
    if abilities.has_race:
        kinds.append(st.builds(lambda race, two: RaceSpeed(race, *two), st.sampled_from(races), shares()))
    if abilities.has_heart:
        heart = st.integers(30, 100).map(Fraction)
        kinds.append(st.tuples(heart, heart).map(lambda two: HeartShare(min(two), max(two))))
    return st.one_of(*kinds)


def sheets(
    abilities: Abilities, races: list[Race], step_ends: st.SearchStrategy[Ends] | None = None
) -> st.SearchStrategy[Sheet]:
    """Whole sheets; repeats are of two or more, since one of one is its steps."""
    step = st.builds(
        SheetStep,
        ends(abilities) if step_ends is None else step_ends,
        st.sampled_from(INTENSITIES),
        asks(abilities, races),
        words(abilities.name_chars),
        words(60) if abilities.has_notes else st.just(""),
    )

    def deeper(inner: st.SearchStrategy[SheetItem]) -> st.SearchStrategy[SheetItem]:
        return st.builds(SheetRepeat, st.integers(2, 9), st.lists(inner, min_size=1, max_size=2).map(tuple))

    item: st.SearchStrategy[SheetItem] = step
    for _ in range(min(abilities.nesting, 2)):
        item = st.one_of(step, deeper(item))
    items = st.lists(item, min_size=1, max_size=4).map(tuple)
    return st.builds(Sheet, words(abilities.name_chars), items, words(60))


def sheet_in(held: tuple[Held, ...]) -> Sheet:
    """Return the one sheet that was read."""
    (one,) = held
    assert isinstance(one, SheetRead)
    return one.sheet


def damaged(sample: bytes) -> st.SearchStrategy[bytes]:
    """Files with bytes changed, put in, taken out, doubled or cut off."""
    place = st.integers(0, len(sample))
    marks = st.sampled_from(
        [b"<", b">", b"&", b'"', b"\x00", b"\xff\xfe", b"-1", b"1e99", b"nan", b"0", b"<!DOCTYPE a>"]
    )
    edit = st.tuples(place, place, st.one_of(marks, st.binary(max_size=3)))

    def apply(edits: list[tuple[int, int, bytes]]) -> bytes:
        data = sample
        for one, other, put in edits:
            low, high = min(one, other), min(max(one, other), min(one, other) + 40)
            data = data[:low] + put + data[high:]
        return data

    swapped = (
        st.tuples(place, place, place)
        .map(sorted)
        .map(lambda cuts: sample[: cuts[1]] + sample[cuts[0] : cuts[2]] + sample[cuts[1] :])
    )
    return st.one_of(st.lists(edit, min_size=1, max_size=5).map(apply), place.map(lambda at: sample[:at]), swapped)


def is_read_or_refused(read: Callable[[bytes], tuple[Held, ...]], data: bytes) -> bool:
    """Read a file; anything but a result or a sentence of ours fails the test."""
    try:
        held = read(data)
    except WorkoutError as error:
        return bool(str(error))
    return bool(held)
