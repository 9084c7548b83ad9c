"""The voice: every word has a clip, clips are alike, sentences last as promised, figures are heard as shown."""

from __future__ import annotations

import json
import math
import operator
import wave
from array import array
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.audio.synth import RATE
from app.audio.voice import KEPT_BYTES, Clips, clip_lengths, doubled
from app.core.announce import CALLS, coming, resting, sample, speed
from app.core.bounds import DISTANCE_M, REPS
from app.core.cues import WORDS
from app.core.numerals import MOST, Words, decimal_words, number_words, off_words, time_words
from app.core.pace import Belt
from app.core.plan import Plan
from app.core.spoken import (
    ENDING,
    EXERCISES,
    FEELS,
    VOCABULARY,
    WORD_GAP_MS,
    clips_of,
    distance_said,
    duration_said,
    kind_said,
    length_said,
    sentence_ms,
    speed_said,
    step_said,
    target_said,
)
from app.core.units import format_signed, format_time
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Effort,
    Feel,
    HeartRate,
    Intensity,
    Item,
    Length,
    Open,
    OpenWhy,
    Race,
    RacePace,
    Rpe,
    Step,
    Unit,
)
from tests.drawn import items, plans, recovery_lengths, work_lengths

SOUNDS = Path(__file__).parent.parent.parent / "sounds"
VOICE = SOUNDS / "voice"
CLIP_RATE = 24_000
CALLED = [
    *(sentence.words for sentence in CALLS.values()),
    *(sample(kind, belt) for kind in WORDS for belt in (None, *Belt)),
]
"""What is called out, and what the sound check says."""
MOST_BYTES = 8_000_000


# The clips as they lie in the folder ----------------------------------------------------------------------------------


def read_wav(path: Path) -> array[int]:
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, CLIP_RATE), path.name
        return array("h", file.readframes(file.getnframes()))


@pytest.fixture(scope="module")
def index() -> dict[str, dict[str, str | int]]:
    read = json.loads((VOICE / "index.json").read_text("utf-8"))
    assert read["rate"] == CLIP_RATE
    clips: dict[str, dict[str, str | int]] = read["clips"]
    return clips


@pytest.fixture(scope="module")
def clips(index: dict[str, dict[str, str | int]]) -> dict[str, array[int]]:
    return {name: read_wav(VOICE / str(clip["file"])) for name, clip in index.items()}


def frames_rms(samples: array[int], ms: int) -> list[float]:
    n = CLIP_RATE * ms // 1000
    frames = (samples[at : at + n] for at in range(0, len(samples) - n + 1, n))
    return [math.sqrt(sum(map(operator.mul, frame, frame)) / n) / 32767 for frame in frames]


def loudness_db(samples: array[int]) -> float:
    """Return the root mean square of the 20 ms frames within 20 dB of the loudest, as `sounds/voice.py` levels it."""
    rms = frames_rms(samples, 20)
    voiced = [value for value in rms if value > max(rms) / 10]
    return 10 * math.log10(sum(value * value for value in voiced) / len(voiced))


def test_every_word_and_every_fall_has_a_clip_and_no_clip_is_for_nothing(index: dict[str, object]) -> None:
    assert set(index) == {*VOCABULARY, *(f"{word}." for word in ENDING)}


def test_the_index_tells_the_length_of_each_clip(
    index: dict[str, dict[str, str | int]], clips: dict[str, array[int]]
) -> None:
    told = {name: clip["ms"] for name, clip in index.items()}
    assert told == {name: math.ceil(len(samples) * 1000 / CLIP_RATE) for name, samples in clips.items()}
    assert told == clip_lengths(SOUNDS)


def test_each_clip_is_a_file_of_its_own_and_no_file_lies_about(index: dict[str, dict[str, str | int]]) -> None:
    files = [str(clip["file"]) for clip in index.values()]
    assert sorted(files) == sorted(path.name for path in VOICE.iterdir() if path.name != "index.json")
    assert len({file.lower() for file in files}) == len(files)
    assert all(file.isascii() and set(file) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") for file in files)


def test_the_index_is_sorted_so_that_a_change_of_one_word_is_a_change_of_one_line(index: dict[str, object]) -> None:
    assert list(index) == sorted(index)
    assert len((VOICE / "index.json").read_text("utf-8").splitlines()) == len(index) + 2


def test_all_sounds_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in SOUNDS.rglob("*") if path.is_file()) < MOST_BYTES


def test_no_clip_is_clipped_and_none_louder_than_the_tones(clips: dict[str, array[int]]) -> None:
    peaks = {name: 20 * math.log10(max(map(abs, samples)) / 32767) for name, samples in clips.items()}
    assert {name: peak for name, peak in peaks.items() if not -12 < peak <= -3} == {}


def test_all_clips_are_equally_loud(clips: dict[str, array[int]]) -> None:
    loud = {name: loudness_db(samples) for name, samples in clips.items()}
    common = median(loud.values())
    assert -16 < common < -12
    assert {name: level for name, level in loud.items() if abs(level - common) > 3} == {}


def test_clips_are_voiced_to_their_edges_and_end_without_a_click(clips: dict[str, array[int]]) -> None:
    for name, samples in clips.items():
        rms = frames_rms(samples, 5)
        audible = [number for number, value in enumerate(rms) if value > max(rms) * 10 ** (-46 / 20)]
        assert audible[0] < 3, f"{name} begins with silence"
        assert len(rms) - audible[-1] <= 3, f"{name} ends with silence"
        assert max(abs(samples[0]), abs(samples[-1])) < 100, f"{name} clicks"


def test_a_single_number_is_said_in_half_a_second_and_a_lap_time_in_under_two() -> None:
    lengths = clip_lengths(SOUNDS)
    assert {word: ms for word, ms in lengths.items() if word.isdigit() and int(word) <= 12 and not 200 < ms < 550} == {}
    longest = sentence_ms(time_words("1:29.4"), lengths)
    assert longest is not None
    assert longest < 1800


# Sentences of clips ---------------------------------------------------------------------------------------------------


def write_wav(path: Path, samples: array[int], rate: int = CLIP_RATE, channels: int = 1, width: int = 2) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder of sounds whose voice knows two words."""
    (tmp_path / "voice").mkdir()
    told = {}
    for name, n in (("rep", 2400), ("3.", 3600)):
        write_wav(tmp_path / "voice" / f"{name.strip('.')}.wav", array("h", [1000] * n))
        told[name] = {"file": f"{name.strip('.')}.wav", "ms": n // 24}
    (tmp_path / "voice" / "index.json").write_text(json.dumps({"rate": CLIP_RATE, "clips": told}))
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [*dict.fromkeys(CALLED), ("4", "oh 5"), ("in all", "5", "oh", "oh", "point 1")],
    ids=" ".join,
)
def test_a_sentence_lasts_what_is_promised_of_it(words: Words) -> None:
    promised = sentence_ms(words, clip_lengths(SOUNDS))
    said = Clips(SOUNDS).sentence(words)
    assert promised is not None
    assert said is not None
    assert promised - len(words) <= len(said) * 1000 / RATE <= promised


def test_words_stand_in_a_sentence_with_a_short_silence_between(small: Path) -> None:
    said = Clips(small).sentence(("rep", "3"))
    assert said is not None
    gap = [at for at, value in enumerate(said) if value == 0]
    assert gap == list(range(4800, 4800 + WORD_GAP_MS * RATE // 1000))
    assert len(said) == 4800 + len(gap) + 7200


def test_a_sentence_said_again_is_the_same() -> None:
    clips = Clips(SOUNDS)
    assert clips.sentence(("rep", "3", "of", "8")) == clips.sentence(("rep", "3", "of", "8"))


def test_what_was_said_long_ago_is_let_go_when_much_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.audio.voice.KEPT_BYTES", 200_000)
    clips = Clips(SOUNDS)
    for number in range(100):
        assert clips.sentence((str(number), "seconds")) is not None
        assert sum(2 * len(clip) for clip in clips._kept.values()) <= 200_000
    assert KEPT_BYTES <= 20_000_000


def test_no_words_and_unknown_words_are_not_said(small: Path) -> None:
    clips = Clips(small)
    assert clips.sentence(()) is None
    assert clips.sentence(("rep", "4")) is None
    assert clips.sentence(("rep", "3")) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        '{"rate": 24000}',
        '{"rate": 24000, "clips": [1]}',
        '{"rate": 24000, "clips": {"rep": 5}}',
        '{"rate": 24000, "clips": {"rep": {"file": "rep.wav"}}}',
        '{"rate": 24000, "clips": {"rep": {"file": 7, "ms": 100}}}',
        '{"rate": 24000, "clips": {"rep": {"file": "rep.wav", "ms": Infinity}}}',
        '{"rate": 24000, "clips": {"rep": {"file": "rep.wav", "ms": "long"}}}',
        '{"rate": 24000, "clips": {"rep": {"file": "rep.wav", "ms": -1}}}',
        '{"rate": 48000, "clips": {"rep": {"file": "rep.wav", "ms": 100}}}',
        '{"rate": 24000, "clips": {"rep": {"file": "rep.wav", "ms": 100}}}' + " " * 1_000_000,
        "\udcff",
    ],
)
def test_a_garbled_index_is_a_voice_that_says_nothing(small: Path, text: str) -> None:
    (small / "voice" / "index.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert clip_lengths(small) == {}
    assert Clips(small).sentence(("rep", "3")) is None


def test_no_voice_at_all_says_nothing(tmp_path: Path) -> None:
    assert clip_lengths(tmp_path) == {}
    assert clip_lengths(tmp_path / "nowhere") == {}
    assert Clips(tmp_path).sentence(("rep",)) is None
    (tmp_path / "voice" / "index.json").mkdir(parents=True)
    assert clip_lengths(tmp_path) == {}


def test_a_clip_of_another_kind_is_not_said(small: Path) -> None:
    path, some = small / "voice" / "rep.wav", array("h", [1000] * 2400)
    write_wav(path, some)
    assert Clips(small).sentence(("rep",)) is not None
    write_wav(path, some, rate=22_050)
    assert Clips(small).sentence(("rep",)) is None
    write_wav(path, some, channels=2)
    assert Clips(small).sentence(("rep",)) is None
    write_wav(path, some, width=1)
    assert Clips(small).sentence(("rep",)) is None
    write_wav(path, array("h"))
    assert Clips(small).sentence(("rep",)) is None
    path.write_bytes(b"RIFF\x00\x00\x00\x00WAVE")
    assert Clips(small).sentence(("rep",)) is None
    path.write_bytes(b"no sound at all")
    assert Clips(small).sentence(("rep",)) is None
    path.unlink()
    assert Clips(small).sentence(("rep",)) is None


def test_an_index_reads_no_file_outside_its_folder(small: Path) -> None:
    write_wav(small / "outside.wav", array("h", [1000] * 2400))
    told = {"rate": CLIP_RATE, "clips": {"rep": {"file": "../outside.wav", "ms": 100}}}
    (small / "voice" / "index.json").write_text(json.dumps(told))
    assert Clips(small).sentence(("rep",)) is None


# The rate ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hz", [100, 440, 1000, 3000, 5000])
def test_a_tone_at_half_the_rate_is_the_same_tone_at_the_rate(hz: int) -> None:
    low = array("h", [round(20_000 * math.sin(2 * math.pi * hz * i / CLIP_RATE)) for i in range(2400)])
    made = doubled(low)
    assert made[::2] == low
    off = [value - 20_000 * math.sin(2 * math.pi * hz * i / RATE) for i, value in enumerate(made[4:-4], 4)]
    error_db = 10 * math.log10(sum(value * value for value in off) / len(off) / (20_000**2 / 2))
    assert error_db < (-40 if hz <= 3000 else -25)


@given(st.lists(st.sampled_from([-32768, -20000, 0, 20000, 32767]), max_size=12))
def test_doubling_never_leaves_sixteen_bits(values: list[int]) -> None:
    made = doubled(array("h", values))
    assert len(made) == 2 * len(values)
    assert made[::2] == array("h", values)


# What is said is in the vocabulary --------------------------------------------------------------------------------


def said(words: Words) -> Words:
    """Hold that every word of a sentence, and every fall, has a clip."""
    assert set(words) <= set(VOCABULARY)
    assert set(clips_of(words)) <= {*VOCABULARY, *(f"{word}." for word in ENDING)}
    return words


def read_number(words: Iterable[str]) -> int:
    """Read a whole number back: `2 hundred 35`, `20 thousand`."""
    total = part = 0
    for word in words:
        if word == "thousand":
            total, part = 1000 * part, 0
        elif word == "hundred":
            part *= 100
        else:
            part += int(word)
    return total + part


def read_time(words: Words) -> Fraction:
    """Read a spoken time back to seconds, by the rules an English ear has."""
    for unit, seconds in (("hour", 3600), ("minute", 60), ("second", 1)):
        for word in (unit, f"{unit}s"):
            if word in words:
                at = words.index(word)
                rest = words[at + 1 :]
                return seconds * read_number(words[:at]) + (read_time(rest) if rest else Fraction(0))
    part = Fraction(0)
    if any(word.startswith("point ") for word in words):
        words, digits = words[:-1], words[-1].removeprefix("point ")
        part = Fraction(int(digits), 10)
    *minutes, last = words
    if minutes[-1:] == ["oh"]:
        assert last == "oh"
        return 60 * read_number(minutes[:-1]) + part
    if last.startswith("oh "):
        assert minutes
        return 60 * read_number(minutes) + int(last.removeprefix("oh ")) + part
    assert int(last) >= 10 or not minutes
    return 60 * read_number(minutes) + int(last) + part


def test_every_time_under_an_hour_is_said_and_heard_as_it_is_shown() -> None:
    heard: set[Words] = set()
    for tenths in range(36_000):
        shown = format_time(Fraction(tenths, 10))
        words = time_words(shown)
        assert read_time(words) == Fraction(tenths, 10), shown
        heard.add(words)
    assert len(heard) == 36_000
    for words in heard:
        said(words)


@given(st.integers(36_000, 864_000))
def test_a_time_of_hours_is_said_and_heard_as_it_is_shown(tenths: int) -> None:
    assert read_time(said(time_words(format_time(Fraction(tenths, 10))))) == Fraction(tenths, 10)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        ("245.0", ("4", "oh 5")),
        ("60.0", ("1", "minute")),
        ("32.1", ("32", "point 1")),
        ("89.4", ("1", "29", "point 4")),
        ("1.0", ("1", "second")),
        ("0.0", ("0", "seconds")),
        ("120.0", ("2", "minutes")),
        ("60.4", ("1", "oh", "oh", "point 4")),
        ("600.0", ("10", "minutes")),
    ],
)
def test_times_are_said_as_a_coach_calls_them(seconds: str, words: Words) -> None:
    assert time_words(format_time(Fraction(seconds))) == words


@given(st.integers(0, MOST))
def test_a_number_is_said_and_heard(number: int) -> None:
    assert read_number(said(number_words(number))) == number


@given(st.integers(0, MOST), st.integers(0, 999))
def test_a_decimal_is_said_digit_for_digit(whole: int, part: int) -> None:
    text = f"{whole}.{part}"
    words = said(decimal_words(text))
    at = next(number for number, word in enumerate(words) if word.startswith("point "))
    assert read_number(words[:at]) == whole
    assert "".join(words[at:]).removeprefix("point ") == str(part)


@given(st.integers(-9000, 9000))
def test_an_off_says_its_size_and_its_side(tenths: int) -> None:
    words = said(off_words(format_signed(Fraction(tenths, 10))))
    if not tenths:
        assert words == ("on pace",)
        return
    assert words[-1] == ("slow" if tenths > 0 else "fast")
    assert read_time(words[:-1]) == abs(Fraction(tenths, 10))


@given(st.integers(1, 24 * 36_000).map(lambda tenths: tenths * 100))
def test_a_duration_is_said_and_heard(ms: int) -> None:
    assert read_duration(said(duration_said(ms))) == Fraction(ms, 1000)


def read_duration(words: Words) -> Fraction:
    """Read a spoken duration back to seconds; figures after whole minutes are seconds, with or without the word."""
    seconds, waiting = Fraction(0), list[str]()
    for word in words:
        unit = word.rstrip("s")
        if unit in ("hour", "minute", "second"):
            seconds += _read_decimal(waiting) * {"hour": 3600, "minute": 60, "second": 1}[unit]
            waiting = []
        else:
            waiting.append(word)
    return seconds + (_read_decimal(waiting) if waiting else Fraction(0))


def _read_decimal(words: list[str]) -> Fraction:
    part = Fraction(0)
    if words[-1].startswith("point "):
        part = Fraction(int(words[-1].removeprefix("point ")), 10)
        words = words[:-1]
    return read_number(words) + part


amounts = st.one_of(
    st.integers(1, DISTANCE_M).map(Fraction),
    st.fractions(min_value=Fraction(1, 1000), max_value=DISTANCE_M, max_denominator=1000),
)


@given(amounts, st.sampled_from(Unit))
def test_a_distance_is_said_in_its_unit(amount: Fraction, unit: Unit) -> None:
    words = said(distance_said(amount, unit))
    names = {Unit.M: "metre", Unit.KM: "kilometre", Unit.MI: "mile", Unit.YD: "yard", Unit.LAP: "lap"}
    assert words == () or words[-1].removesuffix("s") == names[unit]
    if amount.denominator == 1 and words:
        assert read_number(words[:-1]) == amount


lengths = st.one_of(
    work_lengths,
    recovery_lengths,
    st.builds(Open, st.sampled_from(OpenWhy)),
    st.builds(lambda low, more: ByTime(low, low + more), st.integers(1, 6_000_000), st.integers(1, 6_000_000)),
    st.builds(lambda low, unit, more: ByDistance(low, unit, low + more), amounts, st.sampled_from(Unit), amounts),
    st.builds(lambda low, more: ByReps(low, low + more), st.integers(1, REPS // 2), st.integers(1, REPS // 2)),
)
percents = st.integers(1, 200).map(lambda half: Fraction(half, 2))
targets = st.one_of(
    st.none(),
    st.builds(Effort, percents, percents),
    st.builds(HeartRate, percents, percents),
    st.builds(Rpe, percents, percents),
    st.builds(lambda race, faster, to: RacePace(race, faster, to=to), st.sampled_from(Race), st.booleans(),
              st.one_of(st.none(), st.sampled_from(Race))),
    st.builds(Feel, st.one_of(st.sampled_from(FEELS), st.text(max_size=12), st.just("All-Out"))),
)  # fmt: skip
steps = st.builds(
    Step,
    lengths,
    st.sampled_from(Intensity),
    st.sampled_from(Activity),
    targets,
    st.one_of(st.text(max_size=20), st.sampled_from([*EXERCISES, "Bulgarian split squats", "A-skips", "box-jumps"])),
)


@given(steps)
def test_whatever_is_written_of_a_step_is_said_in_words_that_have_clips(step: Step) -> None:
    for words in (length_said(step.length), target_said(step.target), kind_said(step), step_said(step)):
        said(words)


@given(lengths)
def test_nothing_said_of_a_length_begins_or_ends_with_to(length: Length) -> None:
    words = length_said(length)
    assert words[:1] != ("to",)
    assert words[-1:] != ("to",)


@given(st.integers(1, 7200), st.integers(1, 7200))
def test_a_range_of_times_is_heard_from_its_lower_end_to_its_upper_end(low_s: int, more_s: int) -> None:
    words = length_said(ByTime(low_s * 1000, (low_s + more_s) * 1000))
    at = words.index("to")
    low, high = words[:at], words[at + 1 :]
    if not any(word.rstrip("s") in ("hour", "minute", "second") for word in low):  # `5 to 8 minutes`
        assert len([word for word in high if word.rstrip("s") in ("hour", "minute", "second")]) == 1
        low = (*low, high[-1])
    assert (read_duration(low), read_duration(high)) == (Fraction(low_s), Fraction(low_s + more_s))


def test_a_range_of_minutes_and_seconds_says_both_ends_whole() -> None:
    assert length_said(ByTime(150_000, 210_000)) == ("2", "minutes", "30", "to", "3", "minutes", "30")


def test_a_range_says_a_common_unit_once() -> None:
    assert length_said(ByTime(300_000, 480_000)) == ("5", "to", "8", "minutes")
    assert length_said(ByDistance(Fraction(1), Unit.MI, Fraction(2))) == ("1", "to", "2", "miles")


@given(items)
def test_drawn_workouts_are_said_in_words_that_have_clips(item: Item) -> None:
    for step in steps_of(item):
        said(step_said(step))


def steps_of(item: Item) -> Iterator[Step]:
    if isinstance(item, Step):
        yield item
        return
    for inner in item.steps:
        yield from steps_of(inner)
    if item.recovery is not None:
        yield item.recovery


@given(plans)
def test_every_announcement_of_a_plan_has_its_clips(plan: Plan) -> None:
    lengths_ms = clip_lengths(SOUNDS)
    for segment, following in zip(plan.segments, [*plan.segments[1:], None], strict=True):
        for sentence in (*speed(segment), *coming(segment), *resting(segment, following)):
            assert sentence_ms(said(sentence.words), lengths_ms) is not None


@given(st.integers(1, 300), st.sampled_from(Belt))
def test_every_belt_speed_has_its_clips(tenths: int, belt: Belt) -> None:
    said(speed_said(f"{tenths / 10:.1f}", belt.value))


def test_what_is_called_and_what_the_sound_check_says_have_their_clips() -> None:
    for words in CALLED:
        assert sentence_ms(said(words), clip_lengths(SOUNDS)) is not None
