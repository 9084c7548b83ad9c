"""The runner of the issue on pacing, simulated: what he runs, when he presses, and at which mark each press was.

His laps differ by 4 % (SD), and his pace drifts by up to 6 % either way; his goal is wrong by up to 5 %, his thumb by
0.1 ± 0.1 s. He presses at each 200 m, at each 400 m, or as it comes from one lap to the next; up to two presses a mile
are missed, or doubled 0.3 to 3 s later. He knows the truth, and answers what he is asked.

    python -m tests.simulated_runner [miles] [seed]
"""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from fractions import Fraction
from random import Random
from statistics import median

from app.core.asked import Command, Delete, How, Insert, Relabel
from app.core.athlete import Athlete
from app.core.doubt import doubt_of
from app.core.engine import Engine
from app.core.errors import IllegalCommand
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.session import Session
from app.core.track import INDOOR, OUTDOOR, Convention
from app.core.units import Instant
from app.core.workout import Workout
from tests.drawn import mile_race

GOALS_S = (240, 540)
SETTINGS = (
    Setup(OUTDOOR, 0, halves=True),
    Setup(OUTDOOR, 0, Fraction(200), halves=True),
    Setup(INDOOR, 0, halves=True),
    Setup(INDOOR, 0, Fraction(400), halves=True),
)
HABITS = ("every 200", "every 400", "mixed")


@dataclass(frozen=True)
class Runner:
    """How far he is from his goal, and from a machine."""

    lap_sd: float = 0.04
    drift: float = 0.06
    """The pace at the end over that at the start, less 1, at most."""
    goal_off: float = 0.05
    thumb_s: tuple[float, float] = (0.1, 0.1)
    most_faults: int = 2
    stands_s: tuple[float, float] = (0.0, 0.0)
    """Once in a mile he stands still so long, without a pause; the issue's runner never does."""


@dataclass
class Mile:
    """One mile as it was run."""

    plan: Plan
    habit: str
    presses: dict[int, int | None] = field(default_factory=dict)
    """The mark of each press by its instant in ms; None where it was one too many."""
    passed: list[float] = field(default_factory=list)
    """When each mark was passed, in ms."""


def mile(random: Random, runner: Runner) -> Mile:
    """Run one."""
    setup = replace(random.choice(SETTINGS), convention=random.choice(list(Convention)))
    goal_s = Fraction(random.randint(*GOALS_S))
    plan = compile_plan(Workout("mile", (mile_race(),)), Athlete(goal_s), setup)
    run = Mile(plan, random.choice(HABITS))
    segment = plan.segments[0]
    assert segment.distance_m is not None
    off, drift = 1 + random.uniform(-runner.goal_off, runner.goal_off), random.uniform(-runner.drift, runner.drift)
    lap, by_200, at, before_m = random.gauss(1, runner.lap_sd), random.random() < 1 / 2, 0.0, Fraction(0)
    wanted: list[int] = []
    stands_at = random.randrange(len(segment.marks))
    for number, mark in enumerate(segment.marks, 1):
        middle = float((before_m + mark.distance_m) / 2 / segment.distance_m)
        even_s = float(goal_s * (mark.distance_m - before_m) / segment.distance_m)
        at += 1000 * even_s * off * lap * (1 + drift * (middle - 1 / 2))
        at += 1000 * random.uniform(*runner.stands_s) if number == stands_at else 0
        run.passed.append(at)
        before_m = mark.distance_m
        is_line = number == len(segment.marks) or round(float(segment.distance_m - mark.distance_m)) % 400 in (0, 9)
        if setup.convention is Convention.START_LINE:
            is_line = number == len(segment.marks) or round(float(mark.distance_m)) % 400 == 0
        if is_line or run.habit == "every 200" or (run.habit == "mixed" and by_200):
            wanted.append(number)
        if is_line:
            lap, by_200 = random.gauss(1, runner.lap_sd), random.random() < 1 / 2
    pressed = [round(run.passed[number - 1] + 1000 * random.gauss(*runner.thumb_s)) for number in wanted]
    run.presses.update(zip(pressed, wanted, strict=True))
    n_faults = random.randint(0, runner.most_faults)
    for place in random.sample(range(len(wanted)), n_faults):
        if random.random() < 1 / 2:
            del run.presses[pressed[place]]
        elif wanted[place] != len(segment.marks):  # after the finish there is nothing to press for
            run.presses[pressed[place] + random.randint(300, 3000)] = None
    run.presses = dict(sorted(run.presses.items()))
    return run


@dataclass
class Told:
    """What became of a mile's presses."""

    n_presses: int = 0
    n_wrong: int = 0
    """At another mark than they were, before anything was mended."""
    n_unsure: int = 0
    """Marked so, as the mile ended."""
    n_silent: int = 0
    """Recorded at a wrong mark, and not marked as unsure; one that was not taken is said to be so."""
    n_still_wrong: int = 0
    """Wrong once all that was asked was answered."""
    n_missed: int = 0
    """Lap lines at which no press was, and a later press was."""
    n_filled: int = 0
    """Of those, asked about and filled in as an estimate."""
    n_asked_in_vain: int = 0
    """Asked, and the answer was no."""
    estimates: list[float] = field(default_factory=list)
    """How far each estimate was from when he passed, in seconds."""


class Teller:
    """A session in which a mile is pressed and mended."""

    def __init__(self, run: Mile) -> None:
        self.run = run
        self.engine = Engine(run.plan)
        self.session = Session(run.plan)
        self.ask(Command.START, 0)

    def ask(self, asked: Command | Insert | Delete | Relabel, ms: int) -> None:
        self.engine.send(asked, Instant(ms))
        while (event := self.engine.next_event()) is not None:
            self.session.feed(event)

    @property
    def marks(self) -> dict[int, tuple[int | None, bool]]:
        """The mark of each split by its instant, and whether it is sure."""
        splits = self.session.records[0].splits
        return {split.at.ms: (split.mark_number, split.is_sure) for split in splits if split.how is How.PRESSED}

    def is_wrong(self, ms: int, number: int | None) -> bool:
        """Whether a press is at another mark than it was; one that was refused is at none."""
        return self.marks.get(ms, (None, True))[0] != number

    def answer(self, ms: int, told: Told) -> None:
        """Answer what is asked, until nothing more is or the answer is no."""
        for again in range(4):
            doubt = doubt_of(self.session)
            if doubt is None:
                return
            truth = self.run.presses.get(doubt.pressed_at.ms)
            match doubt.mend:
                case Relabel(mark_number=number):
                    is_so = number == truth
                case Delete():
                    is_so = truth is None
                case Insert():
                    marks = self.run.plan.segments[0].marks
                    number = 1 + [mark.distance_m for mark in marks].index(doubt.mark_distance_m)
                    is_so = number not in self.run.presses.values()
                    if is_so:
                        told.n_filled += 1
                        told.estimates.append(abs(doubt.at.ms - self.run.passed[number - 1]) / 1000)
            if not is_so:
                told.n_asked_in_vain += 1
                return
            try:
                self.ask(doubt.mend, ms + 1 + again)
            except IllegalCommand:
                return


def told_of(run: Mile) -> Told:
    """Press a mile twice: once in silence, once answering what is asked."""
    told = Told(len(run.presses))
    silent, asked = Teller(run), Teller(run)
    for ms in run.presses:
        for teller in (silent, asked):
            with suppress(IllegalCommand):  # it may be over
                teller.ask(Command.LAP, ms)
        asked.answer(ms, told)
    for ms, number in run.presses.items():
        is_wrong, (_, is_sure) = silent.is_wrong(ms, number), silent.marks.get(ms, (None, True))
        told.n_wrong += is_wrong
        told.n_unsure += not is_sure
        told.n_silent += ms in silent.marks and is_wrong and is_sure
        told.n_still_wrong += asked.is_wrong(ms, number)
    pressed = {number for number in run.presses.values() if number}
    before_last = list(enumerate(run.plan.segments[0].marks, 1))[: max(pressed, default=1) - 1]
    told.n_missed = sum(not mark.is_half and number not in pressed for number, mark in before_last)
    return told


@dataclass
class Season:
    """What became of many miles."""

    n_miles: int = 0
    n_miles_wrong: int = 0
    n_miles_still_wrong: int = 0
    sums: Counter[str] = field(default_factory=Counter)
    """Of the figures of `Told`."""
    estimates: list[float] = field(default_factory=list)

    @property
    def unsure_pct(self) -> float:
        """Presses marked as unsure."""
        return 100 * self.sums["n_unsure"] / self.sums["n_presses"]


def season(n_miles: int, seed: int, runner: Runner) -> Season:
    """Run many miles."""
    random, found = Random(seed), Season(n_miles)
    for _ in range(n_miles):
        told = told_of(mile(random, runner))
        found.n_miles_wrong += told.n_wrong > 0
        found.n_miles_still_wrong += told.n_still_wrong > 0
        found.estimates += told.estimates
        for key, value in asdict(told).items():
            if isinstance(value, int):
                found.sums[key] += value
    return found


def report(name: str, found: Season) -> None:
    """Print what became of them."""
    n, sums = found.n_miles, found.sums
    print(f"{name}: {n} miles, {sums['n_presses']} presses")
    print(f"  labelled right at once        {100 * (1 - found.n_miles_wrong / n):.2f} % of miles")
    print(f"  labelled right once answered  {100 * (1 - found.n_miles_still_wrong / n):.2f} % of miles")
    print(f"  silently wrong                {sums['n_silent']} presses")
    print(f"  marked as unsure              {found.unsure_pct:.2f} % of presses")
    print(f"  missed laps filled in         {sums['n_filled']} of {sums['n_missed']}")
    print(f"  asked in vain                 {sums['n_asked_in_vain']} times")
    if found.estimates:
        print(f"  estimates off by              {median(found.estimates):.2f} s (median)", flush=True)


RUNNERS = {
    "the issue's runner": Runner(),
    "a drift of 12 % in all": Runner(drift=0.12),
    "a goal wrong by up to 15 %": Runner(goal_off=0.15),
    "one who stands still for 10 to 60 s": Runner(stands_s=(10, 60)),
}

if __name__ == "__main__":
    n_asked, seed_asked, *_ = [*map(int, sys.argv[1:]), *(10_000, 1)[len(sys.argv) - 1 :]]
    for name_asked, runner_asked in RUNNERS.items():
        report(name_asked, season(n_asked, seed_asked, runner_asked))
