"""The score: words find room between tones, say what is recorded, and fall away rather than queue."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given

from app.audio.synth import LENGTHS_MS
from app.clock import FakeClock
from app.core.asked import Asked, Command, Delete, Insert, Jump, Lengthen, Move
from app.core.athlete import Athlete
from app.core.cues import TONES, WORDS, Cue, CueKind
from app.core.engine import Engine
from app.core.errors import IllegalCommand
from app.core.numerals import time_words
from app.core.pace import Belt
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.scheme import FULL, SCHEMES, Lengths, Scheme
from app.core.score import scored
from app.core.spoken import ENDING, VOCABULARY, sentence_ms
from app.core.units import Instant, format_time
from app.core.workout import Workout
from app.driver import Driver, Unkept
from app.notation.reading import parse_text
from app.rehearsal import Listener
from tests.drawn import GOAL_PACE, cool_down, jog_s, mile_race, plan_of, plans, presses, run_m, run_s, unmended

LENGTHS = Lengths(LENGTHS_MS, dict.fromkeys(VOCABULARY, 350) | {f"{word}.": 400 for word in ENDING})
LAST_LAP = "{} for the last 4 hundred metres"


def plan_for(text: str, belt: Belt | None = None) -> Plan:
    return compile_plan(Workout(text, parse_text(text).steps), Athlete(Fraction(300)), Setup(belt=belt))


class Trackside:
    """A session at virtual time that speaks."""

    def __init__(self, plan: Plan, scheme: Scheme = FULL) -> None:
        self.clock = FakeClock()
        self._listener = Listener(self.clock)
        self.driver = Driver(plan, self.clock, self._listener, lambda _start: Unkept(), scheme=scheme, lengths=LENGTHS)
        self.driver.press(Command.START)

    def at(self, ms: int, *commands: Asked) -> Trackside:
        while (wake := self.driver.wake) is not None and wake.ms <= ms and wake > self.clock.now():
            self.clock.set(wake)
            self.driver.tick()
        self.clock.set(Instant(ms))
        self.driver.tick()
        for command in commands:
            try:
                self.driver.press(command)
            except IllegalCommand:
                continue
        return self

    @property
    def heard(self) -> list[Cue]:
        return self._listener.heard()

    @property
    def said(self) -> list[tuple[float, str]]:
        return [(cue.at.ms / 1000, " ".join(cue.words)) for cue in self.heard if cue.words]

    @property
    def sentences(self) -> list[str]:
        return [words for _, words in self.said]


LAP, PAUSE, RESUME, UNDO, SKIP = Command.LAP, Command.PAUSE, Command.RESUME, Command.UNDO, Command.SKIP


def test_before_a_rep_the_voice_says_which_and_how_hard() -> None:
    track = Trackside(plan_for("8 x 30s @ 90-95% w/ 60s jog")).at(130_000)
    assert [words for at, words in track.said if 87 < at < 95] == ["rep 2 of 8", "30 seconds hard"]
    assert [words for at, words in track.said if 35 <= at < 40] == ["60 seconds jog"]


def test_the_last_rep_is_called_so() -> None:
    assert "last rep" in Trackside(plan_for("2 x 30s w/ 60s jog")).at(200_000).sentences
    assert "rep 2 of 2" not in Trackside(plan_for("2 x 30s w/ 60s jog")).at(200_000).sentences


def test_a_range_says_both_its_ends() -> None:
    assert "rep 2 of 3 to 4" in Trackside(plan_for("3-4 x 30s w/ 60s jog")).at(100_000).sentences


def test_halfway_and_ten_seconds_are_called_after_their_tones() -> None:
    said = {words: at for at, words in Trackside(plan_for("40s hard")).at(46_000).said}
    assert said["halfway"] == pytest.approx(5 + 20 + 0.21 + 0.12, abs=0.01)
    assert said["ten seconds"] == pytest.approx(5 + 30 + 0.27 + 0.12, abs=0.01)


def test_after_a_lap_the_voice_says_its_time_and_by_how_much_it_is_off() -> None:
    track = Trackside(plan_of(mile_race(), goal_s=300, lead_s=0)).at(77_500, LAP).at(85_000)
    assert track.sentences[-3:] == ["1 17 point 5", "1 point 2 slow", "press on 1 14 from here"]


def test_the_bell_lap_is_called_and_the_finish_says_the_whole() -> None:
    track = Trackside(plan_of(mile_race(), goal_s=300, lead_s=0))
    track.at(76_300, LAP).at(150_900, LAP).at(225_400, LAP).at(232_000)
    assert track.sentences[-4:] == ["bell lap", "1 14 point 5", "on pace", LAST_LAP.format("hold 1 14 point 6")]
    track.at(299_800, LAP).at(312_000)
    assert track.sentences[-4:] == ["1 14 point 4", "in all 4 59 point 8", "0 point 2 fast", "workout complete"]


def test_a_mend_speaks_nothing_of_what_was_and_the_next_lap_is_read_off_the_mended_record() -> None:
    track = Trackside(plan_of(mile_race(), goal_s=300, lead_s=0)).at(77_500, LAP).at(152_000, LAP).at(160_000)
    before = track.sentences
    for mend in (Move(Instant(152_000), -1000), Delete(Instant(151_000)), Insert(Instant(151_500))):
        track.at(track.clock.now().ms + 200, mend)
        assert track.at(track.clock.now().ms + 2_000).sentences == before
    track.at(226_000, LAP).at(232_000)
    assert track.sentences[len(before) :] == [
        "bell lap",
        "1 14 point 5",
        "0 point 6 slow",
        LAST_LAP.format("press on 1 14"),
    ]


def test_a_press_that_is_put_right_at_once_is_not_spoken_again() -> None:
    track = Trackside(plan_of(mile_race(), goal_s=300, lead_s=0)).at(77_500, LAP)
    assert track.at(77_600, Move(Instant(77_500), -50)).at(85_000).sentences.count("1 17 point 5") == 0
    assert not any("1 17" in words for words in track.sentences)


def test_after_a_cut_the_rep_that_begins_is_told_and_the_end_is_heard() -> None:
    track = Trackside(plan_of(run_s(30), jog_s(60), run_s(30), cool_down(60), lead_s=0)).at(40_000)
    track.at(45_000, Lengthen(-60_000)).at(50_000)
    assert track.sentences[-1] == "30 seconds"
    track.at(80_000, Lengthen(-60_000)).at(90_000)
    assert track.sentences[-1] == "workout complete"


def test_a_jump_says_what_it_leads_to() -> None:
    track = Trackside(plan_for("8 x 30s w/ 60s jog")).at(10_000, Jump(5)).at(16_000)
    assert track.sentences[-2:] == ["rep 3 of 8", "30 seconds"]


def test_full_recovery_says_what_comes_when_it_is_over() -> None:
    track = Trackside(plan_for("3 x 200 @ mile pace w/ full recovery")).at(45_000, LAP).at(60_000)
    assert track.sentences[-2:] == ["full recovery", "next rep 2 of 3"]


def test_a_belt_is_told_its_speed_before_the_rep() -> None:
    track = Trackside(plan_for("5min easy, 2 x 400 @ mile pace w/ 60s jog", Belt.KMH)).at(300_000)
    assert "set the belt to 19 point 3 kilometres per hour" in track.sentences  # 1609.344 m in 300 s


def test_a_pause_silences_the_voice_and_an_undone_lap_is_not_spoken() -> None:
    plan = plan_of(mile_race(), goal_s=300, lead_s=0)
    before = Trackside(plan).at(70_000).sentences
    assert Trackside(plan).at(77_500, LAP).at(77_600, PAUSE).at(90_000).sentences == before
    assert Trackside(plan).at(77_500, LAP).at(77_650, UNDO).at(90_000).sentences == before


def test_an_undo_says_nothing_again_of_a_segment_that_had_begun_before_it() -> None:
    track = Trackside(plan_of(run_m(400), jog_s(10), jog_s(60), lead_s=0)).at(0, SKIP).at(300, LAP).at(10_800, UNDO)
    assert [words for _, words in track.at(30_000).said if words == "60 seconds jog"] == ["60 seconds jog"]


def test_what_finds_no_room_before_the_countdown_is_said_once_the_rep_is_under_way() -> None:
    said = [words for words in Trackside(plan_for("2 x 10s w/ 6s jog")).at(35_000).said if words[0] > 16]
    assert [words for _, words in said][:2] == ["last rep", "10 seconds"]
    assert said[0][0] < 18
    assert said[1][0] > 21  # the countdown to the rep runs from 18 to 21


def test_what_finds_no_room_at_all_is_dropped() -> None:
    sentences = Trackside(plan_for("3 x 2s w/ 2s jog")).at(40_000).sentences
    assert "last rep" in sentences
    assert "2 seconds" not in sentences


@pytest.mark.parametrize(
    ("name", "tones", "words"),
    [
        ("full", set(TONES), set(WORDS)),
        ("pips only", set(TONES), set()),
        ("voice only", set(), set(WORDS)),
        ("race", {CueKind.MARK, CueKind.SECOND_MARK, CueKind.BELL}, {CueKind.SAY_MARK}),
        ("mute", set(), set()),
    ],
)
def test_a_scheme_lets_through_its_own_kinds(name: str, tones: set[CueKind], words: set[CueKind]) -> None:
    track = Trackside(plan_of(mile_race(), goal_s=300), SCHEMES[name])
    for ms in (82_000, 156_000, 231_000, 305_500):
        track.at(ms, LAP)
    heard = {cue.kind for cue in track.at(320_000).heard}
    assert {kind for kind in heard if not kind.is_words} <= tones
    assert {kind for kind in heard if kind.is_words} <= words
    assert bool(heard) == bool(tones or words)


def test_another_scheme_holds_from_the_moment_it_is_chosen() -> None:
    track = Trackside(plan_for("60s hard")).at(10_000)
    track.driver.use(SCHEMES["mute"])
    n_heard = len(track.at(40_000).heard)
    track.driver.use(FULL)
    assert n_heard == len([cue for cue in track.heard if cue.at.ms <= 10_000])
    assert track.at(67_000).heard[-1].kind is CueKind.SAY_CALL


def test_a_chosen_sound_and_volume_go_with_the_cue() -> None:
    scheme = Scheme("own", FULL.on, {CueKind.GO: "siren"}, {CueKind.GO: 40})
    cue = next(cue for cue in Trackside(plan_for("60s hard"), scheme).at(6_000).heard if cue.kind is CueKind.GO)
    assert (cue.tone, cue.volume) == ("siren", 40)


def test_without_clips_nothing_is_spoken_and_every_tone_sounds() -> None:
    engine = Engine.replayed(plan_for("3 x 30s w/ 60s jog"), [(Command.START, Instant(0))])
    tones = [cue for cue in scored(engine, FULL, LENGTHS) if not cue.words]
    assert [*scored(engine)] == tones


def lasts_ms(cue: Cue) -> int:
    length = sentence_ms(cue.words, LENGTHS.clips) if cue.words else LENGTHS.tone_ms(cue.kind, cue.tone)
    assert length is not None
    return length


def overlaps(cues: Sequence[Cue]) -> list[tuple[Cue, Cue]]:
    """Pairs of which one begins while the other sounds, a word among them."""
    ordered = sorted(cues, key=lambda cue: cue.at)
    return [
        (one, other)
        for number, one in enumerate(ordered)
        for other in ordered[number + 1 : number + 12]
        if (one.words or other.words) and other.at < one.at + lasts_ms(one)
    ]


@given(plans)
def test_no_word_of_a_score_overlaps_a_tone_or_another_word(plan: Plan) -> None:
    engine = Engine.replayed(plan, [(Command.START, Instant(0))])
    cues = [cue for cue, _ in zip(scored(engine, FULL, LENGTHS), range(2000), strict=False)]
    assert overlaps(cues) == []
    assert all(earlier.at <= later.at for earlier, later in pairwise(cues))


@given(plans, presses)
def test_whatever_is_pressed_only_a_press_cuts_a_word(plan: Plan, drawn: list[tuple[Asked, int]]) -> None:
    track = Trackside(plan)
    ms = 0
    pressed = {0}
    for command, gap in drawn:
        ms += gap
        pressed.add(ms)
        track.at(ms, command)
    track.at(ms + 30_000)
    for one, other in overlaps(track.heard):
        assert any(one.at.ms <= at <= other.at.ms for at in pressed), (one, other)


@given(plans, unmended)
def test_the_time_that_is_spoken_is_the_time_that_was_recorded(plan: Plan, drawn: list[tuple[Asked, int]]) -> None:
    track = Trackside(plan)
    ms = 0
    for command, gap in drawn:
        ms += gap
        track.at(ms, command)
    track.at(ms + 30_000)
    laps = {
        time_words(format_time(Fraction(value, 1000)))
        for event in track.driver.session.records
        for split in event.splits
        for value in (split.lap_ms, split.elapsed_ms)
    }
    undone = any(command is Command.UNDO for command, _ in drawn)
    spoken = [cue.words for cue in track.heard if cue.kind is CueKind.SAY_SPLIT]
    advice = ("hold", "ease", "press on", "at this pace", "too fast")
    times = [words for words in spoken if words[-1] not in ("slow", "fast", "on pace") and words[0] not in advice]
    assert undone or all((words[1:] if words[0] == "in all" else words) in laps for words in times)


def test_a_rep_at_goal_pace_asks_for_the_time_that_is_shown() -> None:
    track = Trackside(plan_of(run_m(400, GOAL_PACE), goal_s=300, lead_s=10)).at(11_000)
    assert "4 hundred metres in 1 14 point 6" in track.sentences
