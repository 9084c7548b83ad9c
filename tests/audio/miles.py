"""Whole miles heard in real time, each on a sound server of its own, beside each other."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from app.audio.synth import RATE, samples
from app.core.track import lap_in_lane
from app.core.units import MILE_M
from tests.audio.listening import Found, compare, cpu_ms
from tests.ear import LOUD, Ear

ROOT = Path(__file__).resolve().parents[2]
LANES = (1, 8)
GOAL_S = Fraction(230)
QUICK_S = GOAL_S / 2
"""For the gate: every tone of a mile in half of its time."""
SECOND = Fraction(240, 230)
"""Time of the second pace against the first."""
GO_AFTER_MS = 2345
TOGETHER_MS = 150
STUB = Fraction(1, 10)
LONGEST_S = 300


@dataclass(frozen=True, slots=True)
class Planned:
    """A tone that is to be heard."""

    ms: Fraction
    """Since the go."""
    tone: str

    @property
    def onset_ms(self) -> float:
        """When it is loud enough for the ear; tones rise differently."""
        loud = next(at for at, value in enumerate(samples(self.tone)) if abs(value) > LOUD)
        return float(self.ms) + 1000 * loud / RATE


def lights(lane: int, goal_s: Fraction = GOAL_S) -> list[Planned]:
    """Work out by hand what a light of 100 m sounds of a mile, counted back from the finish."""
    apart = lap_in_lane(lane) / 4
    places = [MILE_M - number * apart for number in range(int(MILE_M // apart) + 1)]
    places = [metres for metres in places if metres >= STUB * apart]
    own = [1000 * goal_s * metres / MILE_M for metres in places]
    second = [1000 * goal_s * SECOND * metres / MILE_M for metres in places]
    bell = own[4]
    planned = [Planned(Fraction(0), "go")]
    planned += [Planned(ms, "bell" if ms == bell else "mark") for ms in own]
    planned += [Planned(ms, "second-mark") for ms in second if all(abs(ms - each) >= TOGETHER_MS for each in own)]
    return sorted(planned, key=lambda each: each.ms)


class Mile:
    """A mile that is being run, and what is heard of it."""

    def __init__(self, folder: Path, lane: int, output: str = "auto", goal_s: Fraction = GOAL_S) -> None:
        """Begin to run and to listen; returns at once."""
        folder.mkdir(parents=True, exist_ok=True)
        self.name = f"lane {lane}, {output}"
        self.since = cpu_ms()
        self._lane, self._goal_s = lane, goal_s
        self._ear = Ear(folder)
        self._ear.start()
        self._ear.listen()
        words = [str(lane), str(goal_s), str(goal_s * SECOND), str(GO_AFTER_MS), output]
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        self._run = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("mile_run.py")), *words],
            env=os.environ | {"PYTHONPATH": path} | self._ear.environ,
            stdout=subprocess.PIPE,
            text=True,
        )

    def judged(self) -> Found:
        """Wait for its end; compare what was heard with the plan."""
        out, _ = self._run.communicate(timeout=LONGEST_S)
        began_ms = float(out)
        found = compare(self._ear.onsets_ms(), [began_ms + each.onset_ms for each in lights(self._lane, self._goal_s)])
        self.stop()
        return found

    def stop(self) -> None:
        """End what is left of it."""
        if self._run.poll() is None:
            self._run.terminate()
            self._run.wait(10)
        if self._run.stdout is not None:
            self._run.stdout.close()
        self._ear.stop()
