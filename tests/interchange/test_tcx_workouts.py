"""TCX workouts: valid by Garmin's schema, and read back as they were written."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, reject, settings

from app.core.errors import WorkoutError
from app.core.workout import Intensity, Race
from app.interchange.sheet import (
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
from app.interchange.tcx import ABILITIES, FORMAT, read, write
from app.interchange.tcx_cut import MOST, STEPS, cut
from app.interchange.tcx_steps import says_no_more
from app.interchange.xml_door import Node, tree
from tests.interchange.xml_sheets import MILER, damaged, is_read_or_refused, sheet_in, sheets

MILE_PACE = Speed(Fraction("5.029"), Fraction("5.029"))
ORDER = {
    "TrainingCenterDatabase": "Workouts ",
    "Workouts": "(Workout )+",
    "Workout": "Name (Step )+(Notes )?",
    "Step_t": "StepId (Name )?Duration Intensity Target ",
    "Repeat_t": "StepId Repetitions (Child )+",
    "Time_t": "Seconds ",
    "Distance_t": "Meters ",
    "UserInitiated_t": "",
    "None_t": "",
    "Speed_t": "SpeedZone ",
    "HeartRate_t": "HeartRateZone ",
    "CustomSpeedZone_t": "ViewAs LowInMetersPerSecond HighInMetersPerSecond ",
    "CustomHeartRateZone_t": "Low High ",
    "HeartRateAsPercentOfMax_t": "Value ",
}
"""The children of each element or `xsi:type`, as the schema's sequences have them."""


def assert_valid(node: Node) -> None:
    """Judge an element by the schema's rules, written down anew; the schema itself is not ours to bring along."""
    kind = node.attributes.get("type", node.tag)
    if kind in ORDER:
        assert re.fullmatch(ORDER[kind], "".join(f"{each.tag} " for each in node.children)), (kind, node.children)
    else:
        assert not node.children, node.tag
    match node.tag:
        case "Name":
            assert 1 <= len(node.text) <= 15
        case "StepId":
            assert 1 <= int(node.text) <= 20
        case "Repetitions":
            assert 2 <= int(node.text) <= 99
        case "Seconds" | "Meters":
            assert 0 <= int(node.text) <= 65_535
        case "Intensity":
            assert node.text in {"Active", "Resting"}
        case "Value":
            assert 0 <= int(node.text) <= 100
        case "LowInMetersPerSecond" | "HighInMetersPerSecond":
            assert float(node.text) > 0
    for each in node.children:
        assert_valid(each)


def metres(n: int, intensity: Intensity = Intensity.WORK, asks: Asks | None = None, name: str = "") -> SheetStep:
    return SheetStep(ForDistance(Fraction(n)), intensity, asks, name)


def sheet(*items: SheetItem) -> Sheet:
    return Sheet("Tuesday", items)


def of(step: str, sport: str = "Running") -> SheetRead:
    (held,) = read(
        f"""<?xml version="1.0"?><TrainingCenterDatabase><Workouts><Workout Sport="{sport}"><Name>x</Name>
        {step}</Workout></Workouts></TrainingCenterDatabase>""".encode()
    )
    assert isinstance(held, SheetRead)
    return held


def step_of(
    duration: str, target: str = '<Target xsi:type="None_t"/>', name: str = "", intensity: str = "Active"
) -> str:
    named = f"<Name>{name}</Name>" if name else ""
    return (
        f'<Step xsi:type="Step_t"><StepId>1</StepId>{named}{duration}<Intensity>{intensity}</Intensity>{target}</Step>'
    )


def read_step(step: str) -> tuple[SheetStep, tuple[str, ...]]:
    held = of(step)
    (only,) = held.sheet.items
    assert isinstance(only, SheetStep)
    return only, held.warnings


LAP = '<Duration xsi:type="Distance_t"><Meters>400</Meters></Duration>'


# In ----------------------------------------------------------------------------------------------------------------


def zone(kind: str, low: str, high: str) -> str:
    return f'<{kind}Zone xsi:type="Custom{kind}Zone_t">{low}{high}</{kind}Zone>'


def end(tag: str, kind: str, value: int) -> str:
    return f'<{tag} xsi:type="HeartRate{kind}_t"><Value>{value}</Value></{tag}>'


def heart(kind: str) -> str:
    value = '<HeartRate xsi:type="HeartRateInBeatsPerMinute_t"><Value>150</Value></HeartRate>'
    return f'<Duration xsi:type="{kind}">{value}</Duration>'


@pytest.mark.parametrize(
    ("duration", "ends", "note"),
    [
        ('<Duration xsi:type="Time_t"><Seconds>90</Seconds></Duration>', ForTime(90_000), ""),
        ("<Duration><Seconds>90.5</Seconds></Duration>", ForTime(90_500), ""),
        (LAP, ForDistance(Fraction(400)), ""),
        ('<Duration xsi:type="UserInitiated_t"/>', UntilPress(), ""),
        ("", UntilPress(), ""),
        (
            '<Duration xsi:type="CaloriesBurned_t"><Calories>100</Calories></Duration>',
            UntilPress(),
            "until 100 kcal are burned",
        ),
        (heart("HeartRateAbove_t"), UntilPress(), "until the heart rate is above 150 bpm"),
        (heart("HeartRateBelow_t"), UntilPress(), "until the heart rate is below 150 bpm"),
    ],
)
def test_every_end_is_read_and_what_is_no_length_ends_by_the_lap_button(duration: str, ends: Ends, note: str) -> None:
    step, warnings = read_step(step_of(duration))
    assert (step.ends, step.note) == (ends, note)
    assert bool(warnings) == bool(note or not duration)


@pytest.mark.parametrize(
    ("target", "asks", "note"),
    [
        (
            zone(
                "Speed",
                "<LowInMetersPerSecond>5.5</LowInMetersPerSecond>",
                "<HighInMetersPerSecond>5</HighInMetersPerSecond>",
            ),
            Speed(Fraction(5), Fraction("5.5")),
            "",
        ),
        ('<SpeedZone xsi:type="PredefinedSpeedZone_t"><Number>7</Number></SpeedZone>', None, "speed zone 7"),
        (
            zone("HeartRate", end("Low", "AsPercentOfMax", 70), end("High", "AsPercentOfMax", 80)),
            HeartShare(Fraction(70), Fraction(80)),
            "",
        ),
        (
            zone("HeartRate", end("Low", "InBeatsPerMinute", 140), end("High", "InBeatsPerMinute", 150)),
            None,
            "heart rate 140 to 150 bpm",
        ),
        ("<HeartRateZone><Number>4</Number></HeartRateZone>", None, "heart rate zone 4"),
        ("<Low>85</Low><High>95</High>", None, "cadence 85 to 95"),
    ],
)
def test_every_target_is_read_and_what_is_no_pace_is_kept_as_words(target: str, asks: Asks | None, note: str) -> None:
    step, warnings = read_step(step_of(LAP, f"<Target>{target}</Target>"))
    assert (step.asks, step.note) == (asks, note)
    assert warnings == ((f"a target that is no pace is kept as words: {note}",) if note else ())


@pytest.mark.parametrize(
    ("name", "intensity", "expected", "kept"),
    [
        ("Warmup", "Active", Intensity.WARMUP, ""),
        ("Warm up", "Resting", Intensity.WARMUP, ""),
        ("Warm-up jog", "Active", Intensity.WARMUP, "Warm-up jog"),
        ("COOL DOWN", "Resting", Intensity.COOLDOWN, ""),
        ("Rest", "Resting", Intensity.REST, ""),
        ("Rest", "Active", Intensity.WORK, "Rest"),
        ("Jog", "Resting", Intensity.RECOVERY, "Jog"),
        ("Work", "Active", Intensity.WORK, "Work"),
        ("", "Resting", Intensity.RECOVERY, ""),
    ],
)
def test_a_name_tells_the_intensity_that_tcx_has_no_word_for(
    name: str, intensity: str, expected: Intensity, kept: str
) -> None:
    step, _ = read_step(step_of(LAP, name=name, intensity=intensity))
    assert (step.intensity, step.name) == (expected, kept)


def test_a_step_of_a_day_is_refused_and_one_of_nothing_left_out() -> None:
    day = "<Duration><Seconds>{}</Seconds></Duration>"
    with pytest.raises(WorkoutError, match="a step is longer than 1,000 km or 24 hours"):
        of(step_of(day.format(86_400)))
    held = of(step_of(day.format(0)) + step_of(LAP))
    assert (held.sheet.items, held.warnings) == ((metres(400),), ("a step of no length was left out",))


def test_repeats_nest_and_a_count_that_cannot_be_is_one() -> None:
    inner = step_of(LAP).replace("Step>", "Child>").replace("<Step ", "<Child ")
    repeat = '<{tag} xsi:type="Repeat_t"><StepId>2</StepId><Repetitions>{n}</Repetitions>{inner}</{tag}>'
    nested = repeat.format(tag="Step", n=3, inner=repeat.format(tag="Child", n=4, inner=inner))
    assert of(nested).sheet.items == (SheetRepeat(3, (SheetRepeat(4, (metres(400),)),)),)
    held = of(repeat.format(tag="Step", n="many", inner=inner))
    assert held.sheet.items == (metres(400),)
    assert held.warnings == ("a repeat says no count that can be; it is done once",)


def test_a_workout_for_cycling_says_so() -> None:
    assert of(step_of(LAP), "Biking").warnings == ("this is a workout for cycling",)


def test_several_workouts_are_all_read_and_what_is_whole_of_a_broken_file() -> None:
    whole = write(sheet(metres(400)), MILER)
    start, end = whole.index(b"<Workout "), whole.index(b"</Workouts>")
    two = whole[:end] + whole[start:end] + whole[end:]
    assert len(read(two)) == 2
    (held,) = read(two[: len(two) - 150])
    assert held.warnings[0].startswith("the file breaks off at line")
    with pytest.raises(WorkoutError, match="breaks off before its first lap or workout ends"):
        read(whole[: end - 40])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<gpx/>", "it begins with <gpx>"),
        (b"<TrainingCenterDatabase/>", "holds no run and no workout"),
        (
            b"<TrainingCenterDatabase><Courses><Course><Lap/></Course></Courses></TrainingCenterDatabase>",
            "no run and no",
        ),
    ],
)
def test_what_holds_neither_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(WorkoutError, match=sentence):
        read(data)


# Out ---------------------------------------------------------------------------------------------------------------


def test_a_workout_is_written_as_the_schema_orders_it() -> None:
    jog = SheetStep(UntilPress(), Intensity.RECOVERY)
    heart_rate = HeartShare(Fraction(70), Fraction(80))
    made = sheet(
        metres(1600, Intensity.WARMUP),
        SheetRepeat(4, (metres(400, asks=MILE_PACE), jog)),
        SheetStep(ForTime(60_000), Intensity.REST),
        metres(800, Intensity.COOLDOWN, heart_rate, "easy"),
    )
    root, _ = tree(write(replace(made, about="Even laps"), MILER), "TCX")
    assert_valid(root)
    workout = root.children[0].children[0]
    assert (workout.attributes["Sport"], workout.words("Notes")) == ("Running", "Even laps")
    warmup, repeat, rest, cooldown = (each for each in workout.children if each.tag == "Step")
    assert (warmup.words("Name"), warmup.words("Intensity")) == ("Warm-up", "Active")
    work, recovery = (each for each in repeat.children if each.tag == "Child")
    assert work.children[-1].child("SpeedZone") is not None
    assert work.children[-1].words("SpeedZone", "LowInMetersPerSecond") == "5.029"
    assert recovery.children[1].attributes == {"type": "UserInitiated_t"}
    assert (rest.words("Name"), rest.words("Intensity")) == ("Rest", "Resting")
    assert cooldown.words("Name") == "easy"


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (metres(400, Intensity.WARMUP, name="easy"), "warm-up is written as work"),
        (metres(400, Intensity.REST, name="easy"), "rest is written as recovery"),
        (metres(400, Intensity.WORK, name="Warm-up"), "work is written as warm-up"),
        (metres(400, name="longer than a watch"), "the name longer than a watch is cut to 15 letters"),
        (metres(400, asks=HeartShare(Fraction("70.5"), Fraction(105))), "heart rates are written in whole percent"),
        (metres(80_000), "80000 m is written as 2 steps"),
        (SheetRepeat(250, (metres(400),)), "250 times are written as several repeats of 99 at most"),
    ],
)
def test_what_tcx_cannot_say_is_named(item: SheetItem, said: str) -> None:
    whole, lost = cut(sheet(metres(100), item), MILER)
    assert [(loss.place, loss.what[: len(said)]) for loss in lost] == [((1,), said)]
    assert sheet_in(read(write(sheet(metres(100), item), MILER))) == whole


def test_a_name_that_says_what_the_intensity_says_is_no_loss() -> None:
    assert cut(sheet(metres(400, Intensity.WARMUP, name="Warmup")), MILER)[1] == ()


def test_a_step_past_what_sixteen_bits_hold_is_parted_evenly() -> None:
    whole, _ = cut(sheet(metres(3 * MOST + 1)), MILER)
    lengths = [
        item.ends.m for item in whole.items if isinstance(item, SheetStep) and isinstance(item.ends, ForDistance)
    ]
    assert len(lengths) == 4
    assert sum(lengths) == 3 * MOST + 1
    assert max(lengths) - min(lengths) <= 1


def test_more_steps_than_can_be_numbered_are_refused_with_a_way_out() -> None:
    write(sheet(*[metres(400)] * STEPS), MILER)
    with pytest.raises(WorkoutError, match=r"20 steps at most, repeats counted; this one has 21 \(write it as FIT\)"):
        cut(sheet(*[metres(400)] * (STEPS + 1)), MILER)
    with pytest.raises(WorkoutError, match="has no steps"):
        write(sheet(), MILER)


def test_a_workout_without_a_name_gets_one_that_the_schema_wants() -> None:
    assert sheet_in(read(write(replace(sheet(metres(400)), name=""), MILER))).name == "Workout"


def unsaid(item: SheetItem) -> SheetItem:
    """Take away what a watch is not told: a name that is the word for its intensity, how long an open step may last."""
    if isinstance(item, SheetRepeat):
        return SheetRepeat(item.n, tuple(map(unsaid, item.items)))
    ends = UntilPress() if isinstance(item.ends, UntilPress) else item.ends
    return replace(item, ends=ends, name="" if says_no_more(item.name, item.intensity) else item.name)


@given(sheets(ABILITIES, [Race.MILE]))
@settings(max_examples=60)
def test_what_was_cut_is_valid_and_read_as_it_was_written(made: Sheet) -> None:
    try:
        whole, lost = cut(made, MILER)
    except WorkoutError:
        reject()
    data = write(made, MILER)
    assert_valid(tree(data, "TCX")[0])
    assert FORMAT.looks_like(data[:1024])
    assert sheet_in(read(data)) == whole
    assert cut(whole, MILER) == (whole, ())
    assert lost or whole == replace(made, items=tuple(map(unsaid, made.items)), name=made.name or "Workout")


SAMPLE = write(
    Sheet("x", (metres(400, Intensity.WARMUP), SheetRepeat(3, (metres(400, asks=MILE_PACE), SheetStep(UntilPress()))))),
    MILER,
)


@given(damaged(SAMPLE))
@settings(max_examples=100)
def test_a_damaged_workout_is_read_or_refused(data: bytes) -> None:
    assert is_read_or_refused(read, data)


def test_a_share_of_a_race_is_no_target_of_tcx() -> None:
    assert not ABILITIES.has_race
    raced = metres(400, asks=RaceSpeed(Race.MILE, Fraction(100), Fraction(100)))
    assert sheet_in(read(write(sheet(raced), MILER))) == sheet(metres(400))
