"""The sound lane: a real sound server hears us. How exactly is measured in tests/benchmarks/test_sound.py."""

from __future__ import annotations

import pytest

from app.audio.process import SoundProcess
from app.clock import SystemClock
from app.core.cues import Cue, CueKind
from tests.benchmarks.test_sound import SOUNDS, wait_for
from tests.ear import Ear, onsets_ms

pytestmark = pytest.mark.pulse
N = 8


def test_cues_that_were_laid_early_are_heard(ear: Ear) -> None:
    clock = SystemClock()
    process = SoundProcess(clock, SOUNDS, "auto")
    wait_for(lambda: process.status.working, 20, "no output opened")
    first = clock.now() + 1000
    process.lay([Cue(first + 500 * number, CueKind.PIP) for number in range(N)])
    wait_for(lambda: clock.now() - first > 500 * N + 1000, 20, "time stood still")
    process.close()
    assert len(onsets_ms(ear.heard())) >= N // 2  # a starved server drops some; a broken path drops all
