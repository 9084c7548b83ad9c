"""The sound process with a real child and no device: nothing is lost, doubled or waited for, whatever becomes of it."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.audio.messages import Close, Handed, Laid, Lay, Message, Ping, Play, Pong, Status, from_line, to_line
from app.audio.process import SoundProcess
from app.clock import FakeClock, SystemClock
from app.core.cues import Cue, CueKind
from app.core.units import Instant
from tests.audio.listening import SOUNDS, heard_by, wait_for

PATIENCE_S = 30
clock = SystemClock()


@pytest.fixture
def process() -> Iterator[SoundProcess]:
    made = SoundProcess(clock, SOUNDS, "silent")
    wait_for(lambda: made.status.working, PATIENCE_S, "the child did not begin")
    yield made
    made.close()


def pip(ms_from_now: int) -> Cue:
    return Cue(clock.now() + ms_from_now, CueKind.PIP)


def planned(handed: list[Handed]) -> list[float]:
    return [each.planned_ms for each in handed]


def test_a_cue_is_handed_over_once_with_its_own_instant(process: SoundProcess) -> None:
    handed = heard_by(process)
    cues = [pip(300), pip(600)]
    process.lay(cues)
    wait_for(lambda: len(handed) == 2, PATIENCE_S, "a cue was not handed over")
    assert planned(handed) == [float(cue.at.ms) for cue in cues]
    assert [(each.kind, each.output, each.given_up) for each in handed] == [("pip", "silent", False)] * 2


def test_words_take_along_the_tone_that_sounds_where_a_clip_is_missing(process: SoundProcess) -> None:
    at = clock.now() + 60_000
    process.lay([Cue(at, CueKind.SAY_MARK, ("1", "16"), "siren"), Cue(at, CueKind.SAY_CALL, ("halfway",))])
    assert [(laid.tone, laid.words) for laid in process._laid] == [("siren", ("1", "16")), ("", ("halfway",))]


def test_what_is_replaced_is_not_handed_over(process: SoundProcess) -> None:
    handed = heard_by(process)
    process.lay([pip(60_000)])
    instead = pip(500)
    process.replace([instead])
    wait_for(lambda: bool(handed), PATIENCE_S, "the new cue was not handed over")
    assert planned(handed) == [float(instead.at.ms)]


def test_an_offset_sends_laid_cues_off_earlier_and_leaves_what_answers_a_key(process: SoundProcess) -> None:
    handed = heard_by(process)
    process.offset_ms = 180
    laid, pressed = pip(1000), pip(0)
    process.replace([laid])
    process.sound(pressed)
    wait_for(lambda: len(handed) == 2, PATIENCE_S, "a cue was not handed over")
    assert set(planned(handed)) == {laid.at.ms - 180.0, float(pressed.at.ms)}


def test_a_press_that_comes_too_late_to_the_child_stays_silent(process: SoundProcess) -> None:
    handed = heard_by(process)
    process.sound(pip(-400))
    wait_for(lambda: bool(handed), PATIENCE_S, "it was not told")
    assert handed[0].given_up


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_another_child_gets_what_the_last_one_had_not_sounded(process: SoundProcess, how: signal.Signals) -> None:
    handed = heard_by(process)
    soon, later = pip(200), pip(6000)
    process.replace([soon, later])
    wait_for(lambda: len(handed) == 1, PATIENCE_S, "the first cue was not handed over")
    wait_for(lambda: clock.now() > soon.at, PATIENCE_S, "time stood still")
    assert process.pid is not None
    os.kill(process.pid, how)
    wait_for(lambda: process.n_begun == 2, PATIENCE_S, "nobody noticed")
    wait_for(lambda: len(handed) == 2, PATIENCE_S, "the rest was not handed over")
    assert planned(handed) == [float(soon.at.ms), float(later.at.ms)]


def test_nothing_waits_for_a_child_that_hangs_with_its_pipe_full(process: SoundProcess) -> None:
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)
    far = [pip(3_600_000 + number) for number in range(400)]
    done = threading.Event()

    def talk() -> None:
        for _ in range(100):  # two megabytes: a pipe holds 64 kB
            process.replace(far)
        done.set()

    threading.Thread(target=talk, daemon=True).start()
    assert done.wait(PATIENCE_S)
    wait_for(lambda: process.n_begun == 2, PATIENCE_S, "the write hung with the child")
    handed = heard_by(process)
    process.replace([pip(500)])
    wait_for(lambda: len(handed) == 1, PATIENCE_S, "the new child gets nothing")


def test_another_output_is_another_child_with_the_same_cues(process: SoundProcess) -> None:
    handed = heard_by(process)
    cue = pip(4000)
    process.replace([cue])
    process.use_output("auto")
    wait_for(lambda: process.n_begun == 2, PATIENCE_S, "no other child began")
    wait_for(lambda: bool(handed), PATIENCE_S, "the cue was not handed over")
    assert planned(handed) == [float(cue.at.ms)]


@pytest.mark.parametrize("how", [signal.SIGCONT, signal.SIGSTOP, signal.SIGKILL])
def test_closing_leaves_no_child_behind(how: signal.Signals) -> None:
    process = SoundProcess(clock, SOUNDS, "silent")
    wait_for(lambda: process.status.working, PATIENCE_S, "the child did not begin")
    assert process.pid is not None
    os.kill(process.pid, how)
    process.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)


def test_a_close_at_once_leaves_no_child_behind() -> None:
    process = SoundProcess(clock, SOUNDS, "silent")
    process.close()
    wait_for(lambda: not process._watcher.is_alive(), PATIENCE_S, "the watch goes on")
    if process.pid is not None:
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)


def test_a_python_that_cannot_be_started_is_silence_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "gone"))
    process = SoundProcess(FakeClock(), SOUNDS, "silent")
    wait_for(lambda: process.status.sentence.startswith("No sound: "), PATIENCE_S, "nothing was said")
    process.sound(Cue(Instant(0), CueKind.PIP))
    process.close()


laid = st.builds(
    Laid,
    st.floats(0, 1e12),
    st.sampled_from([kind.value for kind in CueKind]),
    st.text(max_size=8),
    st.lists(st.text(max_size=8), max_size=4).map(tuple),
    st.integers(0, 100),
)
messages = st.one_of(
    st.builds(Lay, st.lists(laid, max_size=4).map(tuple), st.booleans()),
    st.builds(Play, laid),
    st.builds(Ping, st.integers(0, 10**9)),
    st.builds(Pong, st.integers(0, 10**9)),
    st.just(Close()),
    st.builds(Status, st.text(max_size=8), st.booleans(), st.text(max_size=40)),
    st.builds(Handed, st.floats(0, 1e12), st.floats(0, 1e12), st.text(max_size=8), st.text(max_size=8), st.booleans()),
)


@given(messages)
def test_a_message_comes_over_the_pipe_as_it_was_sent(message: Message) -> None:
    assert from_line(to_line(message)) == message


@given(st.text() | st.sampled_from(['{"is": "Lay", "cues": [[1]], "instead": true}', '{"is": "Pong"}', "[]", "null"]))
def test_what_is_no_message_is_said_to_be_none(line: str) -> None:
    with pytest.raises(ValueError, match=r"message|Expecting|Extra|Invalid|delimiter|value|column|string"):
        from_line(line)
