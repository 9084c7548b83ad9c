"""Zwift workouts: every form that is met with is read, and what is written is read back."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.athlete import Athlete
from app.core.errors import WorkoutError
from app.core.workout import Intensity, Race
from app.interchange import zwo_steps
from app.interchange.sheet import (
    Asks,
    Ends,
    ForDistance,
    ForReps,
    ForTime,
    RaceSpeed,
    Sheet,
    SheetItem,
    SheetRead,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)
from app.interchange.xml_door import Node, tree
from app.interchange.zwo import ABILITIES, FORMAT, read, write
from app.interchange.zwo_cut import cut
from app.interchange.zwo_steps import NOTE_CHARS, RACES
from tests.interchange.xml_sheets import MILER, damaged, ends, is_read_or_refused, sheet_in, sheets

NOBODY = Athlete()
WARMUP, WORK, COOLDOWN = Intensity.WARMUP, Intensity.WORK, Intensity.COOLDOWN
RECOVERY, REST = Intensity.RECOVERY, Intensity.REST

# As people write them; ours, after the forms that are met with.
RUN = b"""<?xml version="1.0" encoding="UTF-8"?>
<workout_file>
  <author>Somebody</author>
  <name>Eight quarters</name>
  <description>Even laps</description>
  <sportType>run</sportType>
  <workout>
    <Warmup Duration="1600" PowerLow="0.6" PowerHigh="0.7" pace="1"/>
    <IntervalsT Repeat="8" OnDuration="400" OffDuration="200" OnPower="1.0" OffPower="0.55" pace="0">
      <textevent distoffset="0" message="Relax"/>
      <textevent distoffset="200" message="Halfway"/>
    </IntervalsT>
    <SteadyState Duration="800" Power="0.95" pace="0"/>
    <Cooldown Duration="1600" PowerLow="0.7" PowerHigh="0.6" pace="1"/>
  </workout>
</workout_file>
"""


def one(data: bytes) -> SheetRead:
    (held,) = read(data)
    assert isinstance(held, SheetRead)
    return held


def of(blocks: str, head: str = "<sportType>run</sportType><durationType>distance</durationType>") -> SheetRead:
    return one(f"<workout_file><name>x</name>{head}<workout>{blocks}</workout></workout_file>".encode())


def step(blocks: str) -> SheetStep:
    (only,) = of(blocks).sheet.items
    assert isinstance(only, SheetStep)
    return only


def at(pct: float | str, race: Race = Race.MILE) -> RaceSpeed:
    return RaceSpeed(race, Fraction(str(pct)), Fraction(str(pct)))


def metres(n: int, intensity: Intensity = WORK, asks: Asks | None = None) -> SheetStep:
    return SheetStep(ForDistance(Fraction(n)), intensity, asks)


def seconds(n: int, intensity: Intensity = WORK, asks: Asks | None = None) -> SheetStep:
    return SheetStep(ForTime(n * 1000), intensity, asks)


def sheet(*items: SheetItem) -> Sheet:
    return Sheet("Tuesday", items)


def losses(given_sheet: Sheet, athlete: Athlete = MILER) -> list[str]:
    return [loss.what for loss in cut(given_sheet, athlete)[1]]


def written(given_sheet: Sheet, athlete: Athlete = MILER) -> Node:
    return tree(write(given_sheet, athlete), "ZWO")[0]


# In ----------------------------------------------------------------------------------------------------------------


def test_a_run_is_read_with_its_repeat_and_its_paces() -> None:
    held = one(RUN)
    assert (held.sheet.name, held.sheet.about) == ("Eight quarters", "Even laps")
    warmup, repeat, steady, cooldown = held.sheet.items
    assert warmup == metres(1600, WARMUP, RaceSpeed(Race.K5, Fraction(60), Fraction(70)))
    assert isinstance(repeat, SheetRepeat)
    assert repeat.n == 8
    on, off = repeat.items
    assert on == replace(metres(400, WORK, at(100)), note="Relax · 200 m: Halfway")
    assert off == metres(200, RECOVERY, at(55))
    assert steady == metres(800, WORK, at(95))
    assert cooldown == metres(1600, COOLDOWN, RaceSpeed(Race.K5, Fraction(60), Fraction(70)))
    assert held.warnings == (
        "the file does not say what it counts: taken as metres, as Zwift does in a run",
        "a ramp from one pace to another is kept as a range (2 of them)",
        "texts that Zwift shows on the way are kept in the notes of their steps (2 of them)",
    )


@pytest.mark.parametrize(
    ("head", "expected", "assumed"),
    [
        ("<sportType>run</sportType>", ForDistance(Fraction(400)), "taken as metres"),
        ("<sportType>run</sportType><durationType>distance</durationType>", ForDistance(Fraction(400)), ""),
        ("<sportType>run</sportType><durationType>time</durationType>", ForTime(400_000), ""),
        ("<sportType>bike</sportType>", ForTime(400_000), "taken as seconds"),
        ("<sportType>bike</sportType><durationType>distance</durationType>", ForDistance(Fraction(400)), ""),
        ("<durationType>distance</durationType>", ForDistance(Fraction(400)), "names no sport: taken as a run"),
        ("", ForTime(400_000), "names no sport: taken as a ride"),
    ],
)
def test_what_a_duration_counts_is_said_or_assumed_aloud(head: str, expected: Ends, assumed: str) -> None:
    held = of('<SteadyState Duration="400" Power="0.8"/>', head)
    (only,) = held.sheet.items
    assert isinstance(only, SheetStep)
    assert only.ends == expected
    assert any(assumed in each for each in held.warnings) or not assumed


@pytest.mark.parametrize("index", range(5))
def test_a_pace_names_its_race(index: int) -> None:
    assert step(f'<SteadyState Duration="400" Power="1.05" pace="{index}"/>').asks == at(105, RACES[index])


def test_no_pace_is_mile_pace_and_said() -> None:
    held = of('<SteadyState Duration="400" Power="0.8"/>')
    assert held.sheet.items == (metres(400, WORK, at(80)),)
    assert held.warnings == ("the file names no race for its paces: taken as shares of mile pace",)


@pytest.mark.parametrize("pace", ["8268", "-1307163960", "5", "fast"])
def test_a_pace_that_names_no_race_becomes_words(pace: str) -> None:
    held = of(f'<SteadyState Duration="400" Power="0.8" pace="{pace}"/>')
    (only,) = held.sheet.items
    assert isinstance(only, SheetStep)
    assert (only.asks, only.note) == (None, f"80 % of a pace {pace}")
    assert held.warnings == ("a race that Zwift's figure does not name is kept as words",)


def test_a_ride_keeps_its_powers_as_words() -> None:
    held = of('<SteadyState Duration="300" Power="1.05" pace="0"/>', "<sportType>bike</sportType>")
    assert held.sheet.items == (SheetStep(ForTime(300_000), note="105 % of threshold power"),)
    assert "this is a workout for cycling: its powers are kept as words" in held.warnings


@pytest.mark.parametrize(
    "power",
    ['OnPower="1" OffPower=".5"', 'PowerOnHigh="1" PowerOnLow="1" PowerOffHigh="0.5" PowerOffLow="0.5"'],
)
def test_a_repeat_says_its_powers_in_either_way(power: str) -> None:
    held = of(f'<intervalst repeat="3" onduration="400" OffDuration="100" {power} pace="0"/>')
    assert held.sheet.items == (SheetRepeat(3, (metres(400, WORK, at(100)), metres(100, RECOVERY, at(50)))),)


def test_a_repeat_of_one_is_its_steps_and_the_recovery_stays_where_it_is() -> None:
    held = of('<IntervalsT Repeat="1" OnDuration="400" OffDuration="100" OnPower="1" OffPower=".5" pace="0"/>')
    assert held.sheet.items == (metres(400, WORK, at(100)), metres(100, RECOVERY, at(50)))


def test_blocks_without_a_pace_ask_none() -> None:
    held = of('<FreeRide Duration="400"/><MaxEffort Duration="60"/><FreeRide/><RestDay/>')
    assert held.sheet.items == (metres(400), replace(metres(60), note="maximum effort"), SheetStep(UntilPress()))


def test_texts_are_read_in_every_spelling() -> None:
    texts = (
        '<textevent timeoffset="0" message="one"/><TextEvent TimeOffset="30" mssage="two"/>'
        '<TextNotification timeOffset="60" text=" three   words "/><textevent message=""/>'
    )
    held = of(
        f'<FreeRide Duration="90">{texts}</FreeRide>', "<sportType>run</sportType><durationType>time</durationType>"
    )
    (only,) = held.sheet.items
    assert isinstance(only, SheetStep)
    assert only.note == "one · 30 s: two · 60 s: three words"


def test_many_texts_are_cut_and_said() -> None:
    texts = "".join(f'<textevent distoffset="{n}" message="keep it up"/>' for n in range(0, 20_000, 100))
    held = of(f'<FreeRide Duration="20000">{texts}</FreeRide>')
    (only,) = held.sheet.items
    assert isinstance(only, SheetStep)
    assert 900 < len(only.note) <= NOTE_CHARS
    assert f"the texts of a step are cut to {NOTE_CHARS} letters" in held.warnings


def test_incline_and_cadence_are_words() -> None:
    assert step('<SteadyState Duration="400" Power="1" pace="0" Incline="1.5" Cadence="90"/>').note == (
        "incline 1.5 % · cadence 90"
    )


def test_what_is_not_known_is_left_out_and_said() -> None:
    held = of('<FreeRide Duration="400"/><Hop Duration="9"/><FreeRide Duration="0"/><textevent message="lost"/>')
    assert held.sheet.items == (metres(400),)
    assert held.warnings == (
        "a block <Hop> is not known and was left out",
        "a step of no length was left out",
        "a text that belongs to no step was left out",
    )


def test_a_slip_at_the_end_of_a_tag_is_mended() -> None:
    held = of('<FreeRide Duration="400"\\>')
    assert held.sheet.items == (metres(400),)
    assert held.warnings == ("the file has \\> for /> in its XML; it was mended",)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the file is empty"),
        (RUN[:-30], "its XML is not whole"),
        (b"<gpx/>", "it begins with <gpx>"),
        (b"<workout_file/>", "the file holds no workout"),
        (b"<workout_file><workout><RestDay/></workout></workout_file>", "the workout has no steps"),
    ],
)
def test_what_holds_no_workout_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(WorkoutError, match=sentence):
        read(data)


@pytest.mark.parametrize("duration", ["1000001", "1e99", "999999999999999"])
def test_a_step_longer_than_any_is_refused(duration: str) -> None:
    with pytest.raises(WorkoutError, match="a step is longer than 1,000 km or 24 hours"):
        of(f'<FreeRide Duration="{duration}"/>')


def test_too_many_steps_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zwo_steps, "SEGMENTS", 20)
    assert len(of('<FreeRide Duration="1"/>' * 20).sheet.items) == 20
    with pytest.raises(WorkoutError, match="more than 20 steps"):
        of('<FreeRide Duration="1"/>' * 21)


@given(damaged(RUN))
@settings(max_examples=100)
def test_a_damaged_file_is_read_or_refused(data: bytes) -> None:
    assert is_read_or_refused(read, data)


# Out ---------------------------------------------------------------------------------------------------------------


def test_a_repeat_at_two_paces_of_one_race_stays_a_repeat() -> None:
    made = sheet(SheetRepeat(8, (metres(400, WORK, at(100)), metres(200, RECOVERY, at(55)))))
    root = written(made)
    assert (root.words("sportType"), root.words("durationType")) == ("run", "distance")
    workout = root.child("workout")
    assert workout is not None
    (block,) = workout.children
    assert (block.tag, block.attributes) == (
        "IntervalsT",
        {
            "Repeat": "8",
            "OnDuration": "400",
            "OffDuration": "200",
            "OnPower": "1.000000",
            "OffPower": "0.550000",
            "pace": "0",
        },
    )
    assert losses(made) == []


def test_another_repeat_is_written_out_and_said() -> None:
    made = sheet(metres(1600, WARMUP), SheetRepeat(3, (metres(400, WORK, at(100)), metres(200, RECOVERY))))
    whole, lost = cut(made, MILER)
    assert [type(item) for item in whole.items] == [SheetStep] * 7
    assert [(loss.place, loss.what[:29]) for loss in lost] == [((1,), "each rep is written by itself")]


@pytest.mark.parametrize(
    "off",
    [
        metres(200, RECOVERY, RaceSpeed(Race.MILE, Fraction(50), Fraction(60))),
        metres(200, RECOVERY, at(60, Race.K5)),
        metres(200, REST, at(60)),
    ],
)
def test_a_repeat_that_zwift_has_no_word_for_is_written_out(off: SheetStep) -> None:
    assert len(cut(sheet(SheetRepeat(2, (metres(400, WORK, at(100)), off))), MILER)[0].items) == 4


def test_a_step_without_a_pace_leaves_the_speed_to_the_runner() -> None:
    workout = written(sheet(metres(400, WARMUP), metres(800, WORK, at(100)))).child("workout")
    assert workout is not None
    assert [(block.tag, block.attributes.get("intensity")) for block in workout.children] == [
        ("FreeRide", "warmup"),
        ("SteadyState", None),
    ]


def test_a_range_is_no_ramp() -> None:
    between = RaceSpeed(Race.K5, Fraction(90), Fraction(100))
    made = sheet(metres(1600, WARMUP, between))
    workout = written(made).child("workout")
    assert workout is not None
    (block,) = workout.children
    assert (block.tag, block.attributes["Power"]) == ("SteadyState", "0.950000")
    (held,) = read(write(made, MILER))
    assert isinstance(held, SheetRead)
    assert (held.sheet, held.warnings) == (made, ())


def test_one_measure_is_kept_for_the_whole_file() -> None:
    # 1:00 at mile pace of 5:20 is 301.75 m; 10 min of a jog at 7:00 per km 1,428.6 m.
    made = sheet(
        seconds(600, WARMUP), metres(400, WORK, at(100)), metres(200, RECOVERY), seconds(60, WORK, at(100)), metres(400)
    )
    whole, lost = cut(made, MILER)
    assert [item.ends for item in whole.items if isinstance(item, SheetStep)] == [
        ForDistance(Fraction(n)) for n in (1429, 400, 200, 302, 400)
    ]
    assert [(loss.place, loss.what) for loss in lost] == [
        ((0,), "10 min is written as 1429 m, at a guessed pace: a Zwift workout counts in one measure"),
        ((3,), "60 s is written as 302 m, at the pace asked: a Zwift workout counts in one measure"),
    ]


def test_a_standing_rest_is_no_distance_while_the_reps_have_a_pace() -> None:
    made = sheet(SheetRepeat(8, (metres(400, WORK, at(100)), seconds(90, REST))))
    whole, lost = cut(made, MILER)
    assert all(isinstance(item, SheetStep) and isinstance(item.ends, ForTime) for item in whole.items)
    assert [loss.what for loss in lost] == [
        "400 m is written as 80 s, at the pace asked: a Zwift workout counts in one measure",
        "each rep is written by itself: Zwift repeats only a run and its recovery at two paces of one race",
    ]
    assert lost[0].place == (0, 0)


def test_the_lap_button_becomes_a_length_and_is_said() -> None:
    made = sheet(seconds(60, WORK, at(100)), SheetStep(UntilPress(about_ms=180_000), RECOVERY), SheetStep(ForReps(5)))
    assert losses(made) == [
        "the lap button ends no step in Zwift; 3 min is written in its place",
        "5 movements are written as words, and as 20 s: Zwift counts none",
    ]
    whole, _ = cut(made, MILER)
    assert [item.note for item in whole.items if isinstance(item, SheetStep)] == ["", "", "5 reps"]


def test_reps_with_a_distance_keep_it_where_their_recovery_is_open() -> None:
    made = sheet(metres(200, WORK, at(100)), SheetStep(UntilPress(about_ms=120_000), RECOVERY))
    whole, lost = cut(made, MILER)
    assert whole.items == (metres(200, WORK, at(100)), metres(286, RECOVERY))
    assert [loss.place for loss in lost] == [(1,)]


@pytest.mark.parametrize(
    ("asks", "athlete", "expected", "said"),
    [
        (at(100, Race.GOAL), MILER, at(100), "goal mile pace is written as mile pace"),
        (at(95, Race.GOAL), NOBODY, at(95), "goal mile pace is written as 95 % of mile pace"),
        (at(100, Race.M800), MILER, None, "800 pace is written as words"),
        (Speed(Fraction(4), Fraction(5)), NOBODY, None, "3:20-4:10/km is written as words"),
        (at(100, Race.K3), NOBODY, None, "3k pace is written as words"),
        (at(100, Race.K3), MILER, at("96.3322"), "3k pace is written as 96.33 % of mile pace"),
        (Speed(Fraction(5), Fraction(5)), MILER, at("99.4194"), "3:20/km is written as 99.42 % of mile pace"),
    ],
)
def test_paces_of_other_races_are_turned_where_the_athlete_is_known(
    asks: Asks, athlete: Athlete, expected: Asks | None, said: str
) -> None:
    whole, lost = cut(sheet(metres(400, WORK, asks)), athlete)
    (only,) = whole.items
    assert isinstance(only, SheetStep)
    assert only.asks == expected
    assert [loss.what for loss in lost] == [said]


def test_a_pace_in_words_is_in_the_note() -> None:
    whole, _ = cut(sheet(metres(400, WORK, at(100, Race.M800))), MILER)
    (only,) = whole.items
    assert isinstance(only, SheetStep)
    assert only.note == "800 pace"


def test_names_and_notes_are_shown_as_the_step_begins() -> None:
    on = replace(metres(400, WORK, at(100)), name="Quarter", note="tall")
    off = replace(metres(200, RECOVERY, at(50)), name="jog")
    made = sheet(SheetRepeat(4, (on, off)))
    workout = written(made).child("workout")
    assert workout is not None
    (block,) = workout.children
    assert [(text.attributes["distoffset"], text.attributes["message"]) for text in block.children] == [
        ("0", "Quarter"),
        ("20", "tall"),
        ("400", "jog"),
    ]
    assert sheet_in(read(write(made, MILER))) == made


def test_nothing_is_refused() -> None:
    with pytest.raises(WorkoutError, match="has no steps"):
        write(sheet(), MILER)
    with pytest.raises(WorkoutError, match="more than 20,000 steps"):
        write(sheet(SheetRepeat(20_001, (metres(1),))), MILER)


@given(sheets(ABILITIES, list(RACES)))
@settings(max_examples=60)
def test_what_was_cut_is_read_as_it_was_written(made: Sheet) -> None:
    whole, lost = cut(made, MILER)
    assert sheet_in(read(write(made, MILER))) == whole
    assert cut(whole, MILER) == (whole, ())
    assert lost or whole == made


@given(sheets(ABILITIES, list(Race), st.one_of(ends(ABILITIES), st.just(UntilPress()), st.builds(ForReps, st.just(5)))))
@settings(max_examples=60)
def test_every_loss_is_named_where_a_sheet_is_more_than_zwift(made: Sheet) -> None:
    whole, lost = cut(made, MILER)
    assert sheet_in(read(write(made, MILER))) == whole
    assert bool(lost) == (whole != made)
    assert FORMAT.looks_like(write(made, MILER)[:1024])
