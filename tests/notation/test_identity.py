"""What is written reads back as the same steps: drawn models, and coaches' lines of every kind."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.errors import WorkoutError
from app.core.size import check_bounds
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Count,
    Effort,
    Equal,
    Feel,
    HeartRate,
    Intensity,
    Item,
    Length,
    Measure,
    Open,
    OpenWhy,
    Pace,
    Race,
    RacePace,
    Ratio,
    Repeat,
    Rpe,
    SendOff,
    Split,
    Step,
    Target,
    Unit,
)
from app.notation.reading import parse_text
from app.notation.writing import format_items

# Models that the format can write ------------------------------------------------------------------------------------


def _figures(low: int, high: int, places: int) -> st.SearchStrategy[Fraction]:
    scale = 10**places
    return st.one_of(
        st.integers(low, high).map(Fraction), st.integers(low * scale, high * scale).map(lambda n: Fraction(n, scale))
    )


def _range(low: Fraction, more: Fraction | None) -> tuple[Fraction, Fraction | None]:
    return low, None if not more else low + more


ms = st.one_of(
    st.integers(1, 40_000), st.integers(1, 900).map(lambda s: s * 1000), st.integers(2, 30).map(lambda m: m * 60_000)
)
maybe_ms = st.one_of(st.none(), st.none(), ms)
times = st.builds(lambda low, more: ByTime(low, None if more is None else low + more), ms, maybe_ms)
more_m = st.one_of(st.none(), st.none(), _figures(1, 400, 1))
distances: st.SearchStrategy[Length] = st.builds(
    lambda ends, unit: ByDistance(ends[0], unit, ends[1]),
    st.builds(_range, _figures(1, 3000, 3), more_m),
    st.sampled_from([Unit.M, Unit.M, Unit.YD]),
)
long_distances: st.SearchStrategy[Length] = st.builds(
    lambda ends, unit: ByDistance(ends[0], unit, ends[1]),
    st.builds(_range, _figures(1, 9, 4), st.one_of(st.none(), _figures(1, 3, 1))),
    st.sampled_from([Unit.KM, Unit.MI, Unit.LAP]),
)
reps: st.SearchStrategy[Length] = st.builds(
    lambda n, more: ByReps(n, None if not more else n + more), st.integers(1, 120), st.integers(0, 5)
)
names = st.one_of(
    st.just(""),
    st.sampled_from(["A-skips", "Bulgarian split squats", "squats, deep; then up (2 s) + hold", "5 x 5", "3/4 dips"]),
    st.text("abcXYZ 0123,;()+-/&@x\u00e9", max_size=20).map(lambda text: " ".join(f"b{text}".split())),
)


def _ends(low: Fraction, more: Fraction) -> tuple[Fraction, Fraction]:
    return low, low + more


pers = st.sampled_from(
    [
        ByDistance(Fraction(1), Unit.MI),
        ByDistance(Fraction(1), Unit.KM),
        ByDistance(Fraction(1), Unit.LAP),
        ByDistance(Fraction(400)),
        ByDistance(Fraction(200)),
    ]
)
shifts = st.one_of(st.just(Fraction(0)), _figures(-30, -1, 1), _figures(1, 30, 1))
races = st.builds(
    lambda race, fast, shift, per, to: RacePace(
        race, fast, shift, per if shift else ByDistance(Fraction(400)), None if to is race else to
    ),
    st.sampled_from(Race),
    st.booleans(),
    shifts,
    pers,
    st.one_of(st.none(), st.none(), st.sampled_from(Race)),
)
clock_ends = st.builds(_range, _figures(1, 7300, 3), st.one_of(st.none(), _figures(1, 20, 1)))
paces = st.builds(lambda ends, per, fast: Pace(ends[0], per, ends[1], fast), clock_ends, pers, st.booleans())
splits = st.builds(lambda ends, fast: Split(ends[0], ends[1], fast), clock_ends, st.booleans())
shares = st.builds(_ends, _figures(40, 95, 1), _figures(0, 5, 1))
anywhere: st.SearchStrategy[Target | None] = st.one_of(
    st.none(),
    races,
    paces,
    shares.map(lambda ends: Effort(*ends)),
    shares.map(lambda ends: HeartRate(*ends)),
    st.builds(_ends, _figures(1, 9, 1), st.sampled_from([Fraction(0), Fraction(1)])).map(lambda ends: Rpe(*ends)),
    st.sampled_from([Feel(word) for word in ("very fast", "all out", "threshold", "tempo", "hard", "fast", "steady")]),
)
hard = st.sampled_from([Activity.RUN, Activity.STRIDES, Activity.SPRINT, Activity.HILL, Activity.DRILL, Activity.EASY])
phases = st.sampled_from([Intensity.WARMUP, Intensity.COOLDOWN])
works: st.SearchStrategy[Item] = st.one_of(
    st.builds(Step, times, activity=hard, target=anywhere, name=names, race=st.booleans()),
    st.builds(
        Step, st.one_of(distances, long_distances), activity=hard, target=st.one_of(anywhere, splits), name=names
    ),
    st.builds(Step, reps, activity=st.just(Activity.STRENGTH), target=anywhere, name=names),
    st.builds(Step, st.just(Open()), activity=st.just(Activity.DRILL), name=names),
    st.builds(Step, st.one_of(times, long_distances, st.just(Open())), phases, hard, anywhere, names),
)
manners = st.sampled_from([Activity.JOG, Activity.WALK, Activity.FLOAT, Activity.STAND, Activity.ANY])


def _soft(length: Length, manner: Activity) -> Step:
    if length == Open(OpenWhy.WALK_BACK):
        manner = Activity.WALK
    elif length == Open(OpenWhy.JOG_BACK):
        manner = Activity.JOG
    return Step(length, Intensity.REST if manner is Activity.STAND else Intensity.RECOVERY, manner)


softs = st.builds(
    _soft,
    st.one_of(
        times,
        distances,
        long_distances,
        st.builds(Open, st.sampled_from(OpenWhy)),
        st.builds(Equal, st.sampled_from(Measure)),
        st.builds(Ratio, st.integers(1, 20), st.integers(1, 9)),
    ),
    manners,
)
send_offs = st.builds(lambda length: Step(SendOff(length), Intensity.RECOVERY, Activity.ANY), ms)
counts = st.builds(
    lambda low, more: Count(low, low + more), st.sampled_from([1, 2, 3, 8, 20]), st.sampled_from([0, 0, 2])
)


def _block(count: Count, body: list[Item], recovery: Step | None) -> Repeat:
    """A recovery that ends a body of several is the block's own: there is one way to write it."""
    last = body[-1]
    soft = isinstance(last, Step) and last.intensity in (Intensity.RECOVERY, Intensity.REST)
    if len(body) > 1 and soft and recovery is None and isinstance(last, Step):
        return Repeat(count, tuple(body[:-1]), last)
    return Repeat(count, tuple(body), recovery)


items: st.SearchStrategy[Item] = st.recursive(
    st.one_of(works, works, softs),
    lambda inner: st.builds(
        _block, counts, st.lists(inner, min_size=1, max_size=3), st.one_of(st.none(), softs, send_offs)
    ),
    max_leaves=5,
)


@given(st.lists(items, min_size=1, max_size=4))
def test_what_is_written_reads_back_as_the_same_steps(steps: list[Item]) -> None:
    try:
        check_bounds(steps)
    except WorkoutError:
        assume(False)
    text = format_items(steps)
    reading = parse_text(text)
    assert reading.steps == tuple(steps), text
    assert (reading.not_understood, reading.doubts) == ((), ()), text


# Coaches' lines ------------------------------------------------------------------------------------------------------

LINES = [
    # times
    "90s", "90 sec", "0:45", ":30", "1:02:03", "5min", "5 minutes", "1 min 30", "2'30\"", "1h30", '45"', "2.5 min easy",
    # distances
    "400", "400m", "1,500m", "3.2km easy", "2 mi", "1.5 miles", "mile", "880yd", "5k easy",
    "3 x 2 laps w/ 1 lap jog",
    # counts and ranges
    "8x400", "8 * 400m", "8 X 400M", "ten x 200m", "400m x 8", "8-10 x 30s @ 90-95%", "3-5 x 1000m w/ 60-90s rest",
    "5-8 min easy", "2 to 3 miles easy", "400-600m easy",
    # targets
    "8 x 200m @ goal mile pace or faster", "6 x 440yd in 75", "400 in 80", "8x400 @ 75-78", "800 in 2:40-2:45",
    "3 x 1km @ 3:45/km", "1200m @ 5:20 per mile or faster", "20min @ rpe 6-7", "45min @ 70-80% max heart rate",
    "6 x 2 min @ threshold w/ 1 min jog", "30 min conversational run", "2 x 20 min @ half marathon pace",
    # recoveries
    "8 x 200m w/ 200m jog", "8x200m@goal pace w/200m jog", "10 x 400m: 60s rest", "3\u00d71200m \u2013 3 min rest",
    "6x400m in 80 (90s rest)", "4 x 600m, full recovery",
    "6 x 10s hill sprint, walk back", "4 x 4 min uphill w/ jog down",
    "10 x 1 min on / 1 min off", "4 x 400m @ 90% effort w/ 2min standing rest", '6 x 45" w/ 15" float',
    "10 x 100 on 1:00", "6 x 400 on the 3:00", "8 x 200 w/ 1:1 rest", "5 x 3 min, 2:1 recovery",
    "5 x 3 min w/ equal time jog", "200-400-200 w/ equal jog", "6 x 300m walk recovery", "open jog",
    # sets
    "2 sets of 6 x 300m w/ 100m jog, 5 min between sets", "2 x (4 x 200m w/ 200m jog) w/ 5min walk",
    "3 x (400 @ mile pace, 30s rest, 200 @ 800 pace) w/ 4 min jog", "2 x (3 x (200, 100 jog)) w/ 800 jog",
    "(8 x 200m) x 2", "2 x 4 x 400m w/ 60s rest between reps, 3 min between sets",
    # ladders and pyramids
    "4x200, 2x400, 2x600, 1x800 full recovery @ goal mile pace", "200-400-600-800-600-400-200 w/ equal jog",
    "1200, 800, 400 w/ 400m jog", "400/300/200/100", "2 x (800-600-400) w/ 3 min rest",
    # drills and strength
    "4 x 20m A-skips, walk back", "3 x 5 squats", "3 x 8-10 reps lunges, full recovery", "5 box jumps",
    '3 x 5 reps strength "squats, deep; then (2 s) hold"', "5 x 100m strides",
    # whole sessions
    "10 min WU, 3 x (400 @ mile pace, 200 jog), 10 min CD", "warm-up + 4 x 100m strides + timed mile + cool-down",
    "1. 10 min easy\n2. 4 x 1km @ 5k pace\n3. cool-down 10 min", "Tuesday:\n6 x 800m\n@ 5k pace\nRest: 90s",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_coachs_line_is_read_whole_and_its_canonical_form_says_the_same(line: str) -> None:
    reading = parse_text(line)
    assert reading.steps
    assert (reading.not_understood, reading.doubts) == ((), ())
    text = format_items(reading.steps)
    again = parse_text(text)
    assert again.steps == reading.steps, text
    assert (again.not_understood, again.doubts) == ((), ()), text
    assert format_items(again.steps) == text
