"""intervals.icu's text: what is cut, what is written, and that it reads back."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.athlete import Athlete
from app.core.units import MILE_M
from app.core.workout import Intensity
from app.interchange.icu import FORMAT
from app.interchange.icu_writing import cut
from app.interchange.sheet import (
    MANNERS,
    ForDistance,
    ForTime,
    HeartShare,
    Sheet,
    SheetItem,
    SheetRead,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)

NOBODY = Athlete()
REST = Intensity.REST


def read(text: str) -> SheetRead:
    (held,) = FORMAT.read(text.encode())
    assert isinstance(held, SheetRead)
    return held


def written(*items: SheetItem, name: str = "Ours", about: str = "") -> str:
    assert FORMAT.write is not None
    return FORMAT.write(Sheet(name, items, about), NOBODY).decode()


# Out ------------------------------------------------------------------------------------------------------------------


def test_metres_are_never_minutes() -> None:
    steps = [
        SheetStep(ForDistance(m)) for m in (Fraction(400), MILE_M, Fraction(5000), Fraction("409.344"), 2 * MILE_M)
    ]
    text = written(*steps)
    assert [line.split()[1] for line in text.splitlines() if line.startswith("-")] == [
        "400mtr",
        "1mi",
        "5km",
        "409.344mtr",
        "2mi",
    ]


def test_a_workout_is_written_as_its_authors_write_it() -> None:
    mile = Speed(MILE_M / 305, MILE_M / 295)
    rep = SheetStep(ForDistance(Fraction(200)), asks=mile, name="Fast", note="relax")
    full = SheetStep(UntilPress(180_000), REST)
    text = written(
        SheetStep(ForTime(600_000), Intensity.WARMUP, HeartShare(Fraction(70), Fraction(70))),
        SheetRepeat(4, (rep, full)),
        SheetStep(ForTime(90_000), Intensity.COOLDOWN),
        about="One line.",
    )
    assert text == (
        "Ours\nOne line.\n\nWarmup\n- 10m 70% HR intensity=warmup\n\n4x\n"
        "- Fast (relax) 200mtr 5:05-4:55/mi Pace intensity=active\n- press lap 3m intensity=rest\n\n"
        "Cooldown\n- 1m30s intensity=cooldown\n"
    )


def test_a_pace_that_is_no_whole_second_is_cut_and_named() -> None:
    odd = Speed(MILE_M / Fraction("300.4"), MILE_M / Fraction("300.4"))
    sheet, losses = cut(Sheet("Ours", (SheetStep(ForDistance(MILE_M), asks=odd),)), NOBODY)
    (only,) = sheet.items
    assert isinstance(only, SheetStep)
    assert only.asks == Speed(MILE_M / 300, MILE_M / 300)
    assert [loss.what for loss in losses] == ["a pace of 5:00.40/mi is written 5:00/mi, in whole seconds"]


def test_a_pace_that_was_rounded_on_its_way_is_its_whole_second_again() -> None:
    near = Speed(*[Fraction(round(MILE_M / s * 10**9), 10**9) for s in (305, 295)])
    sheet, losses = cut(Sheet("Ours", (SheetStep(ForTime(1000), asks=near),)), NOBODY)
    assert losses == ()
    assert sheet.items == (SheetStep(ForTime(1000), asks=Speed(MILE_M / 305, MILE_M / 295)),)


def test_words_that_would_be_figures_are_mended_and_named() -> None:
    for name in (
        "400m hill",
        "Z2 run",
        "press lap now",
        "5:00/km",
        "90-95% effort",
        "4x",
        "A (b)",
        "x <!> 10m",
        "intensity=rest",
    ):
        sheet, losses = cut(Sheet("Ours", (SheetStep(ForTime(60_000), name=name),)), NOBODY)
        (only,) = sheet.items
        assert isinstance(only, SheetStep)
        assert only.name != name
        assert len(only.name) >= len(name) - 3
        assert [loss.what for loss in losses] == [
            f"the name {name!r} is written {only.name!r}, so that it is not read as a figure"
        ]
    assert cut(Sheet("Ours", (SheetStep(ForTime(60_000), name="90-95 % effort"),)), NOBODY)[1] == ()


def test_a_step_by_the_button_of_no_known_length_gets_one_and_that_is_named() -> None:
    sheet, losses = cut(Sheet("Ours", (SheetStep(UntilPress(), REST), SheetStep(UntilPress(120_000), REST))), NOBODY)
    assert sheet.items == (SheetStep(UntilPress(300_000), REST), SheetStep(UntilPress(120_000), REST))
    assert len(losses) == 1


# The law --------------------------------------------------------------------------------------------------------------

_TRAPS = (
    "easy", "400m", "5'", "4x", "Z2", "90%", "HR", "Pace", "press", "lap", "-", "(a)", "^", "3^", "<!>", "5:00", "/km",
    "ramp", "0", "10", "rest", "intensity=rest", "#", "Warmup",
)  # fmt: skip
_words = st.one_of(st.text(max_size=12), st.lists(st.sampled_from(_TRAPS), max_size=4).map(" ".join))
_paces = st.tuples(st.integers(120, 9000), st.integers(0, 60), st.sampled_from([MILE_M, Fraction(1000)])).map(
    lambda made: Speed(made[2] / (made[0] + made[1]), made[2] / made[0])
)
_shares = st.tuples(st.integers(40, 70), st.integers(0, 30)).map(
    lambda m: HeartShare(Fraction(m[0]), Fraction(m[0] + m[1]))
)
_ends = st.one_of(
    st.integers(1, 80_000).map(lambda s: ForTime(1000 * s)),
    st.integers(1, 900_000).map(lambda m: ForDistance(Fraction(m, 20))),
    st.integers(1, 8).map(lambda n: ForDistance(n * MILE_M)),
    st.integers(1, 900).map(lambda s: UntilPress(1000 * s)),
)
_intensities = st.sampled_from([each for each in Intensity if each is not Intensity.LEAD_IN])
_steps = st.builds(SheetStep, _ends, _intensities, st.one_of(st.none(), _paces, _shares), _words, _words)
_repeats = st.builds(SheetRepeat, st.integers(2, 9), st.lists(_steps, min_size=1, max_size=3).map(tuple))
_sheets = st.builds(Sheet, _words, st.lists(st.one_of(_steps, _repeats), min_size=1, max_size=5).map(tuple), _words)


def _mannered(item: SheetItem) -> SheetItem:
    """Return an item run as the text's reader takes it: there is no word for the manner."""
    if isinstance(item, SheetRepeat):
        return replace(item, items=tuple(_mannered(inner) for inner in item.items))
    return replace(item, activity=MANNERS.get(item.intensity, item.activity))


@settings(max_examples=25)
@given(_sheets)
def test_what_is_written_reads_back(given_sheet: Sheet) -> None:
    sheet, losses = cut(given_sheet, NOBODY)
    assert cut(sheet, NOBODY) == (sheet, ())
    if not losses:
        assert [type(item) for item in sheet.items] == [type(item) for item in given_sheet.items]
    text = written(*sheet.items, name=sheet.name, about=sheet.about)
    held = read(text)
    assert held.sheet == replace(sheet, items=tuple(_mannered(item) for item in sheet.items)), text
    assert held.warnings == ()
