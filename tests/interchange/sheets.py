"""Sheets drawn for hypothesis, cut to what a format can say: `read(write(sheet)) == sheet` must hold for them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from app.core.units import MILE_M
from app.core.workout import Intensity, Race
from app.interchange.sheet import (
    Abilities,
    Asks,
    Ends,
    ForDistance,
    ForReps,
    ForTime,
    HeartShare,
    RaceSpeed,
    Sheet,
    SheetItem,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)

WORDS = st.text("abcdefghijXYZ0189 ,.;:()+-/@%&<>\"'é×½ñ´東🏃", max_size=40).map(lambda text: " ".join(text.split()))
"""Names and notes as people write them, on one line and without space round them."""


def sheets(
    abilities: Abilities,
    *,
    words: st.SearchStrategy[str] = WORDS,
    intensities: st.SearchStrategy[Intensity] | None = None,
    has_about: bool = True,
    most_items: int = 5,
) -> st.SearchStrategy[Sheet]:
    """Draw sheets that need no cutting.

    Args:
        abilities: of the format.
        words: names and notes, where a format takes fewer signs.
        intensities: where a format has fewer of them.
        has_about: whether the sheet itself may carry words.
        most_items: of the sheet, and of each repeat.
    """
    said = words.map(lambda text: _cut(text, abilities))
    step = st.builds(
        SheetStep,
        ends=_ends(abilities),
        intensity=intensities or st.sampled_from([kind for kind in Intensity if kind is not Intensity.LEAD_IN]),
        asks=st.none() | _asks(abilities),
        name=said,
        note=said if abilities.has_notes else st.just(""),
    )
    item: st.SearchStrategy[SheetItem] = step
    for _ in range(min(abilities.nesting, 3)):
        inner = st.lists(item, min_size=1, max_size=3).map(tuple)
        item = step | st.builds(SheetRepeat, st.integers(1, 99), inner)
    items = st.lists(item, min_size=1, max_size=most_items).map(tuple)
    return st.builds(Sheet, said, items, said if has_about else st.just(""))


def _cut(text: str, abilities: Abilities) -> str:
    short = text[: abilities.name_chars].encode()[: abilities.text_bytes].decode(errors="ignore")
    return short.strip()


def _ends(abilities: Abilities) -> st.SearchStrategy[Ends]:
    ms, m = abilities.time_ms, abilities.distance_m
    kinds: list[st.SearchStrategy[Ends]] = [
        st.integers(1, 86_399_999 // ms).map(lambda n: ForTime(n * ms)),
        st.sampled_from([60_000, 90_000, 600_000]).map(ForTime),
        st.integers(1, int(100_000 / m)).map(lambda n: ForDistance(n * m)),
        st.sampled_from([Fraction(n) for n in (200, 400, 1000)] + [MILE_M // m * m]).map(ForDistance),
    ]
    if abilities.has_press:
        kinds.append(st.just(UntilPress()))
    if abilities.has_reps:
        kinds.append(st.integers(1, 500).map(ForReps))
    return st.one_of(kinds)


def _asks(abilities: Abilities) -> st.SearchStrategy[Asks]:
    kinds: list[st.SearchStrategy[Asks]] = []
    if (grain := abilities.speed_m_s) is not None:
        ends = st.integers(int(1 / grain), int(12 / grain))
        kinds.append(st.builds(lambda one, other: Speed(min(one, other) * grain, max(one, other) * grain), ends, ends))
    shares = st.integers(50, 130).map(Fraction)
    if abilities.has_race:
        races = st.sampled_from(Race)
        kinds.append(st.builds(lambda race, a, b: RaceSpeed(race, min(a, b), max(a, b)), races, shares, shares))
    if abilities.has_heart:
        hearts = st.integers(1, int(100 / abilities.heart_pct)).map(lambda n: n * abilities.heart_pct)
        kinds.append(st.builds(lambda a, b: HeartShare(min(a, b), max(a, b)), hearts, hearts))
    return st.one_of(kinds) if kinds else st.nothing()
