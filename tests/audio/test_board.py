"""The board on cards of our own make: every cue once and on time, whatever the card, the athlete and the machine do."""

from __future__ import annotations

import statistics
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.audio.board import AHEAD_MS, STEADY, Board
from app.audio.messages import Handed, Laid, Lay, Message, Ping, Play, Pong, Status
from app.audio.miniaudio_card import MiniaudioOutput
from app.audio.outputs import Output, SilentOutput
from app.audio.simpleaudio_card import WRITE_FLOOR_MS, SimpleaudioOutput
from app.audio.sounds import Sounds
from app.audio.synth import RATE
from app.core.bounds import GIVEN_UP_MS
from app.core.cues import CueKind
from app.core.errors import DeviceError
from app.core.lighting import OWN
from app.core.plan import Plan
from app.rehearsal import Rehearsal
from tests.audio.devices import Card
from tests.drawn import jog_s, plan_of, run_s, times

OUTPUTS: dict[str, Callable[[Card, Callable[[], float]], Output]] = {
    "simpleaudio": SimpleaudioOutput,
    "miniaudio": MiniaudioOutput,
}
WORD_MS = 600
sounds = Sounds(Path("nowhere"))  # synthesised: these tests need no files


class Track:
    """A board on a card, at virtual time."""

    def __init__(self, output: str, card: Card | None = None) -> None:
        self.card = card or Card()
        self.told: list[Message] = []
        self._output = output
        self.board = Board(
            output, self._sound_of, self.told.append, opened=self._opened, now=self.card.now, asleep=self.card.asleep
        )
        self.run(1000)  # the stream is under way
        self.began_ms = self.card.ms

    def _sound_of(self, cue: Laid) -> array[int] | None:
        if cue.words == ("no clip",):
            return None
        return array("h", [5000] * (WORD_MS * RATE // 1000)) if cue.words else sounds.samples(cue)

    def _opened(self, wanted: str) -> tuple[Output, str]:
        try:
            output = OUTPUTS[wanted](self.card, self.card.now)
        except DeviceError as error:
            return SilentOutput(), f"No sound: {error}."
        return output, f"Sound: {wanted}."

    def pip(self, at_ms: float, volume: int = 100) -> Laid:
        return Laid(self.began_ms + at_ms, "pip", "pip", (), volume)

    def word(self, at_ms: float, word: str = "halfway") -> Laid:
        return Laid(self.began_ms + at_ms, "words: call", "", (word,), 100)

    def lay(self, *cues: Laid, instead: bool = True) -> Track:
        self.board.take(Lay(cues, instead))
        return self

    def run(self, ms: float) -> Track:
        """Let time pass."""
        self.card.run(self.card.ms + ms, self.board.service)
        return self

    @property
    def heard(self) -> list[int]:
        """What was heard, in ms from the beginning, one constant latency taken out."""
        latency = {"simpleaudio": 0, "miniaudio": 0}[self._output]
        return [round(at - self.began_ms - latency) for at in sorted(self.card.heard_ms)]

    @property
    def handed(self) -> list[Handed]:
        return [message for message in self.told if isinstance(message, Handed)]


@pytest.fixture(params=OUTPUTS)
def track(request: pytest.FixtureRequest) -> Track:
    return Track(request.param)


def near(found: list[int], expected: list[int], within: int = 45) -> bool:
    """Whether each is heard where it is expected; miniaudio's buffer makes all of it late by the same."""
    return len(found) == len(expected) and all(0 <= at - due <= within for at, due in zip(found, expected, strict=True))


def test_what_was_laid_early_is_heard_at_its_instant(track: Track) -> None:
    track.lay(*(track.pip(at) for at in (500, 1000, 7000))).run(8000)
    assert near(track.heard, [500, 1000, 7000])
    late = [at - due for at, due in zip(track.heard, (500, 1000, 7000), strict=True)]
    assert max(late) - min(late) <= 1


def test_every_cue_is_handed_over_once_and_two_seconds_early(track: Track) -> None:
    cues = [track.pip(at) for at in (4000, 9000, 9500)]
    track.lay(*cues).run(10_000)
    assert [handed.planned_ms for handed in track.handed] == [cue.at_ms for cue in cues]
    assert all(AHEAD_MS - 300 < handed.planned_ms - handed.handed_ms <= AHEAD_MS for handed in track.handed)


def test_a_new_schedule_leaves_alone_what_is_the_same_in_it(track: Track) -> None:
    first = [track.pip(at) for at in (600, 1200)]
    track.lay(*first).run(560)
    track.lay(*first, track.pip(1800)).run(3000)  # 40 ms before the first: the device has it already
    assert near(track.heard, [600, 1200, 1800])
    assert len(track.handed) == 3


def test_a_pause_silences_what_has_not_sounded_and_going_on_sounds_the_rest(track: Track) -> None:
    track.lay(*(track.pip(at) for at in (500, 1500, 2500))).run(700)
    track.lay().run(2500)
    assert near(track.heard, [500])
    track.lay(track.pip(4000), track.pip(5000)).run(3000)
    assert near(track.heard, [500, 4000, 5000])


@pytest.mark.parametrize("ahead_ms", [1000, 400, WRITE_FLOOR_MS + 11])
def test_a_pause_just_before_a_cue_keeps_it_silent(track: Track, ahead_ms: float) -> None:
    track.lay(track.pip(1500)).run(1500 - ahead_ms)
    track.lay().run(2000)
    assert track.heard == []


def test_what_is_nearer_than_the_device_takes_is_played_when_it_is_due(track: Track) -> None:
    track.lay(track.pip(50)).run(1000)
    assert near(track.heard, [50], within=60)


def test_a_tone_that_answers_a_key_cuts_the_word_that_is_being_said() -> None:
    track = Track("simpleaudio")
    track.lay(track.word(300), track.pip(1000)).run(450)
    track.board.take(Play(Laid(track.card.ms, "lap", "lap", (), 100)))
    track.run(2000)
    assert near(track.heard, [300, 450, 1000])  # uncut, the word would run into the pip: no onset of its own


def test_a_word_that_is_cut_is_silent_within_the_floor(track: Track) -> None:
    """Once cut, the next sound after it stands alone: 150 ms of silence before it make it an onset of its own."""
    track.lay(track.word(300), track.pip(1100)).run(400)
    track.lay(track.pip(1100)).run(2000)
    assert near(track.heard, [300, 1100])


def test_a_word_that_was_not_cut_runs_into_what_follows(track: Track) -> None:
    track.lay(track.word(300), track.pip(1000)).run(2000)
    assert near(track.heard, [300])  # 300 + 600 + 100 ms: no silence long enough


def test_a_cue_that_comes_too_late_is_given_up_and_said_so(track: Track) -> None:
    track.lay(track.pip(-GIVEN_UP_MS - 1), track.pip(-GIVEN_UP_MS + 20)).run(1000)
    assert [handed.given_up for handed in track.handed] == [True, False]
    assert len(track.heard) == 1


def test_words_without_a_clip_are_silence_and_no_crash(track: Track) -> None:
    track.lay(track.word(400, "no clip"), track.pip(900)).run(2000)
    assert near(track.heard, [900])


def test_a_device_that_vanishes_and_returns_sounds_the_rest_once(track: Track) -> None:
    track.lay(*(track.pip(at) for at in range(500, 12_000, 500))).run(1800)
    track.card.vanish()
    track.run(4000)
    assert [message.working for message in track.told if isinstance(message, Status)][-1] is False
    track.card.is_there = True
    track.run(8000)
    assert [message.working for message in track.told if isinstance(message, Status)][-1] is True
    back = [at for at in track.heard if at > 1900]
    assert back[0] <= 5800 + 2000
    rest = [500 * round(at / 500) for at in back]
    assert rest == list(range(rest[0], 12_000, 500))


def test_after_a_suspend_cues_fall_on_the_clock_again(track: Track) -> None:
    track.lay(*(track.pip(at) for at in range(500, 40_000, 500))).run(1800)
    track.card.suspend(10_300)
    track.run(5000)
    awake = [at for at in track.heard if at > 12_100]
    assert len(awake) >= 8
    assert all(-1 <= at - 500 * round(at / 500) <= 45 for at in awake)


def test_a_ping_is_answered(track: Track) -> None:
    track.board.take(Ping(7))
    assert track.told[-1] == Pong(7)


def test_a_quiet_volume_is_quieter(track: Track) -> None:
    loud, quiet = (track.board._samples(track.pip(0, volume)) for volume in (100, 25))
    assert loud is not None
    assert quiet is not None
    assert max(quiet) == pytest.approx(max(loud) / 4, rel=0.01)


def an_hour() -> Plan:
    return plan_of(times(36, run_s(40), rest=jog_s(60)))


@pytest.mark.parametrize(("output", "within_ms"), [("miniaudio", 5.0), ("simpleaudio", 15.0)])
@pytest.mark.parametrize("ppm", [100.0, -100.0])
def test_an_hour_on_a_card_whose_crystal_is_off(output: str, within_ms: float, ppm: float) -> None:
    track = Track(output, Card(ppm, jitter_ms=10.0))
    planned = [cue.at.ms + 500 for cue in Rehearsal(an_hour()).start().to_the_end().heard]
    for at in planned:
        track.lay(track.pip(at), instead=False)
    track.run(3_700_000)
    found = track.heard
    assert len(found) == len(planned)
    late = [at - due for at, due in zip(found, planned, strict=True)]
    constant = statistics.median(late)
    assert constant <= 60
    assert max(abs(each - constant) for each in late) <= within_ms


moves: st.SearchStrategy[list[tuple[str, int]]] = st.lists(
    st.tuples(st.sampled_from(["wait", "lay", "pause", "key", "suspend", "vanish", "return"]), st.integers(1, 3000)),
    max_size=30,
)


@given(st.sampled_from([*OUTPUTS]), moves)
def test_no_cue_is_ever_handed_over_twice_and_none_heard_twice(output: str, drawn: list[tuple[str, int]]) -> None:
    track = Track(output)
    do: dict[str, Callable[[int], object]] = {
        "wait": track.run,
        "lay": lambda ms: track.lay(track.pip(track.card.ms - track.began_ms + ms), instead=False),
        "pause": lambda _ms: track.lay(),
        "key": lambda _ms: track.board.take(Play(Laid(track.card.ms, "lap", "lap", (), 100))),
        "suspend": track.card.suspend,
        "vanish": lambda _ms: track.card.vanish(),
        "return": lambda _ms: setattr(track.card, "is_there", True),
    }
    for move, ms in drawn:
        do[move](ms)
    track.run(4000)
    pips = [handed.planned_ms for handed in track.handed if handed.kind == "pip"]
    taken_back = any(move in ("suspend", "vanish", "pause") for move, _ in drawn)  # what had not sounded may come again
    assert len(pips) == len(set(pips)) or taken_back
    keys = [handed for handed in track.handed if handed.kind == "lap"]
    if output == "miniaudio":
        assert len(track.card.heard_ms) <= len(set(pips)) + len(keys)


def test_the_kinds_that_stay_in_one_stream_are_those_of_the_planned_marks() -> None:
    assert {kind.value for kind in (*OWN, CueKind.SECOND_MARK)} == STEADY


@pytest.mark.parametrize("output", OUTPUTS)
def test_the_lights_of_a_whole_mile_are_even_to_the_millisecond_though_streams_begin_late(output: str) -> None:
    track = Track(output, Card(jitter_ms=10.0))
    for at in range(1000, 60_000, 1000):  # a count, and a warm-up long enough for another stream
        track.lay(track.pip(at), instead=False)
    planned = [75_000 + 14_290 * number for number in range(17)]
    for at in planned:
        track.lay(Laid(track.began_ms + at, "mark", "mark", (), 100), instead=False)
    track.run(70_000)
    n_streams = len(track.card.streams)
    assert n_streams == (3 if output == "simpleaudio" else 0)  # one to try the device, two while it was not yet a mile
    track.run(planned[-1] - 70_000 + 300)
    late = [at - due for at, due in zip(track.heard[-17:], planned, strict=True)]
    assert max(late) - min(late) <= 1
    assert len(track.card.streams) == n_streams
