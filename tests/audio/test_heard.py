"""The sound lane: what a real sound server plays, against the plan. A failed measurement is repeated once."""

from __future__ import annotations

import statistics

import pytest

from app.clock import boot_ns
from app.core.cues import Cue, CueKind
from tests.audio.listening import (
    OUTPUTS,
    STALL_EVERY_S,
    STALL_S,
    STALLS,
    after,
    clock,
    compare,
    pips,
    sounding,
    stall,
    twice,
    wait_until,
)
from tests.ear import Ear

pytestmark = pytest.mark.pulse
N, APART_MS = 60, 503
CONSTANT_MS = 60
INSTANT_P50_MS = {"simpleaudio": 15, "miniaudio": 40}
INSTANT_MAX_MS = 60
EVERY_FOURTH = 4


@pytest.mark.parametrize("how", STALLS)
@pytest.mark.parametrize("output", OUTPUTS)
def test_sixty_cues_are_heard_on_time_and_a_lap_press_at_once(ear: Ear, output: str, how: str) -> None:
    def measure() -> str:
        with sounding(output) as process:
            first = clock.now() + 400  # within the first second of the stream
            process.replace(pips(first, N, APART_MS))
            pressed = []
            stalled_at = first + 1130
            for number in range(N):
                between = first + APART_MS * number + APART_MS // 2
                if number % EVERY_FOURTH == 0:
                    wait_until(between)
                    if clock.now() - between < 20:  # not while we stall
                        pressed.append(boot_ns() / 1e6)
                        process.sound(Cue(clock.now(), CueKind.LAP))
                if clock.now() >= stalled_at:
                    stall(how, STALL_S)
                    stalled_at = clock.now() + round(1000 * (STALL_EVERY_S - STALL_S))
            wait_until(first + APART_MS * N + 600)
        heard = ear.onsets_ms(quiet_ms=100)
        late = after(heard, pressed)
        scheduled = compare(
            [at for at in heard if not after([at], pressed)], [first.ms + APART_MS * k for k in range(N)]
        )
        p50 = statistics.median(late) if late else float("inf")
        said = f"{scheduled}; {len(late)} of {len(pressed)} presses heard after {p50:.1f}, at most {max(late):.1f} ms"
        print(f"\n{output}, window {how}: {said}")
        is_exact = scheduled.n_found == N and scheduled.p99_ms < 1 and abs(scheduled.constant_ms) <= CONSTANT_MS
        is_prompt = len(late) == len(pressed) and p50 <= INSTANT_P50_MS[output] and max(late) <= INSTANT_MAX_MS
        return "" if is_exact and is_prompt and not scheduled.extra_ms else said

    twice(ear, measure)


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_pause_before_a_cue_silences_it_and_going_on_sounds_exactly_the_rest(ear: Ear, output: str) -> None:
    def measure() -> str:
        planned: list[float] = []
        with sounding(output) as process:
            for ahead_ms in (950, 500, 230):  # the next cue is so far off when the pause is pressed
                first = clock.now() + 400
                cues = pips(first, 4, 1000)
                process.replace(cues)
                wait_until(first + 2000 - ahead_ms)
                process.replace(())
                wait_until(first + 3000)
                paused_ms = clock.now() - (first + 2000 - ahead_ms)
                rest = [Cue(cue.at + paused_ms, cue.kind) for cue in cues[2:]]
                process.replace(rest)
                wait_until(rest[-1].at + 700)
                planned += [cue.at.ms for cue in (*cues[:2], *rest)]
        found = compare(ear.onsets_ms(), planned)
        print(f"\n{output}, paused and gone on: {found}")
        return "" if found.n_found == len(planned) and not found.extra_ms else str(found)

    twice(ear, measure)


def test_words_are_heard_and_the_tone_of_a_press_cuts_them(ear: Ear) -> None:
    with sounding("auto") as process:
        first = clock.now() + 500
        words = ("rep", "3", "of", "8")
        process.replace([Cue(first, CueKind.SAY_REP, words), Cue(first + 4000, CueKind.SAY_REP, words)])
        wait_until(first + 4300)
        process.sound(Cue(clock.now(), CueKind.LAP))
        process.replace(())
        wait_until(first + 6500)
    samples = ear.heard()
    per_ms = 48
    loud = [at // per_ms for at in range(0, len(samples), per_ms) if max(samples[at : at + per_ms]) > 600]
    whole = [at for at in loud if at < loud[0] + 3000]
    cut = [at for at in loud if at > loud[0] + 3500]
    assert 700 < whole[-1] - whole[0] < 2500
    assert cut[-1] - cut[0] < 300 + 250
