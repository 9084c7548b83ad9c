"""A whole mile by the real clock, as a process of its own: mile_run.py LANE GOAL_S SECOND_S GO_AFTER_MS OUTPUT.

The real driver and the real sound process; nobody presses. Prints the instant at which the mile began by its plan, in
milliseconds of the one clock, once it is over.
"""

from __future__ import annotations

import sys
import threading
from fractions import Fraction
from pathlib import Path

from app.audio.process import SoundProcess
from app.clock import SystemClock
from app.core.asked import Command
from app.core.athlete import Athlete
from app.core.cues import CueKind
from app.core.plan import Setup
from app.core.planning import compile_plan
from app.core.scheme import SCHEMES, Scheme
from app.core.setup import Light, RaceStart
from app.core.track import track_in_lane
from app.core.units import MILE_M
from app.core.workout import ByDistance, Step, Workout
from app.driver import Driver, Unkept

LANE, GO_AFTER_MS = int(sys.argv[1]), int(sys.argv[4])
GOAL_S, SECOND_S = Fraction(sys.argv[2]), Fraction(sys.argv[3])
SOUNDS = Path(__file__).resolve().parents[2] / "sounds"
TICK_S = 0.03
SETTLED_S = 3.0
"""An athlete has the page open longer than this before the start."""

clock, waiter = SystemClock(), threading.Event()
setup = Setup(track_in_lane(LANE), light=Light(second_s=SECOND_S), start=RaceStart.GO, go_after_ms=GO_AFTER_MS)
plan = compile_plan(Workout("mile", (Step(ByDistance(MILE_M), race=True),)), Athlete(GOAL_S), setup)
sound = SoundProcess(clock, SOUNDS, sys.argv[5])
while not sound.status.working:
    waiter.wait(TICK_S)
waiter.wait(SETTLED_S)
scheme = Scheme("race", SCHEMES["race"].on | {CueKind.GO})
driver = Driver(plan, clock, sound, lambda _start: Unkept(), scheme=scheme)
driver.press(Command.START)
over = clock.now() + GO_AFTER_MS + round(1000 * max(GOAL_S, SECOND_S)) + 1500
while clock.now() < over:
    driver.tick()
    waiter.wait(TICK_S)
sound.close()
print(clock.boot_ms(driver.session.records[-1].started_at))
