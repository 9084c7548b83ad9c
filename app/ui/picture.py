"""The picture of a session: a bar for each lap or rep, the line they stand on, and what they come to. Pure; no Qt.

Rules of the file: with a target a bar is the ±, and has a colour; without one it is measured against the athlete's own
average, and has none, for nothing was asked; where nothing can be compared it is the time itself. One race is taken
lap by lap and has a sum at each mark; reps have no sum, because each starts anew: they have a trend instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from app.core.analysis import LapFigures, RepFigures
from app.core.asked import How
from app.core.events import Cause
from app.core.plan import Plan
from app.core.session import Split
from app.core.tongue import tr
from app.core.units import format_lap, format_signed, format_time, round_half_up
from app.ui.rows import lap_rows, rep_name, tone_of

TREND_REPS = 4
"""Fewer reps than this have no trend: two lucky ones would make it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar."""

    name: str
    said: str
    """The figure at its tip."""
    height_s: Fraction | None
    """Above zero for slower; None where there is nothing to draw, such as a rep that was skipped."""
    tone: str = "quiet"
    word: str = ""
    """`fastest` or `slowest`."""
    mark: str = ""
    """How it came about, where it is not simply run: `skipped`, `estimated`."""
    total_s: Fraction | None = None
    """± in all at its mark, in one race with a target."""


@dataclass(frozen=True, slots=True)
class Picture:
    """All the bars, and what they stand on."""

    bars: tuple[Bar, ...] = ()
    line: tuple[str, str] = ("", "")
    """What the line stands for, in a word and a figure: `even`, `5:00.0`."""
    is_judged: bool = False
    """Whether a target was asked, so that there is a + and a −."""
    from_nothing: bool = False
    """Whether the bars are the times themselves, and the line is zero."""
    trend: tuple[Fraction, Fraction] | None = None
    """Height of the trend at the first bar, and its rise from one bar to the next, in seconds."""

    @property
    def has_total(self) -> bool:
        """Whether there is a ± in all to be drawn."""
        return sum(bar.total_s is not None for bar in self.bars) > 1

    @property
    def words(self) -> str:
        """Return the picture in words, for who cannot see it."""
        said = [" ".join(part for part in (bar.name, bar.said, bar.mark, bar.word) if part) for bar in self.bars]
        if any(self.line):
            said.insert(0, " ".join(self.line))
        totals = [bar.total_s for bar in self.bars if bar.total_s is not None]
        if self.has_total:
            said.append(tr("{off} in all").format(off=format_signed(totals[-1])))
        return "; ".join(said)


def picture_of(plan: Plan, reps: Sequence[RepFigures], lone: RepFigures | None) -> Picture:
    """Return the picture of what was run.

    Args:
        plan: what was run.
        reps: every piece of work.
        lone: the one race, where the session was one; its laps are the bars.
    """
    if lone is not None and len(lone.laps) > 1:
        return _race(plan, reps, lone)
    whole = [rep for rep in reps if is_whole(rep)]
    done = [rep for rep in reps if rep.record.elapsed_ms is not None]
    if any(rep.off_s is not None for rep in whole):
        return _judged(plan, done, whole)
    if len(whole) > 1 and len({rep.segment.distance_m for rep in whole}) == 1:
        return _averaged(plan, done, whole)
    bars = tuple(_plain(plan, rep) for rep in done)
    return Picture(bars, from_nothing=True)


def is_whole(rep: RepFigures) -> bool:
    """Whether a rep by distance was run to its end."""
    return bool(rep.laps) and rep.laps[-1].to_m == rep.segment.distance_m


def mended(rep: RepFigures, lap: LapFigures) -> str:
    """Say how a lap's split came about; empty where it was pressed."""
    splits = rep.record.splits
    place = next((place for place, split in enumerate(splits) if split.position == lap.position), None)
    if place is None:
        return ""
    if place and splits[place - 1].how is How.INTERPOLATED:  # a lap is no better known than where it begins
        return how_words(splits[place - 1])
    return how_words(splits[place])


def how_words(split: Split) -> str:
    """Say how a split came about; empty where it was pressed."""
    words = {
        How.INSERTED: tr("mended"),
        How.MOVED: tr("mended"),
        How.ESTIMATED: tr("estimated"),
        How.RESTORED: tr("restored"),
        How.INTERPOLATED: tr("interpolated"),
    }
    return words.get(split.how, "" if split.is_sure else tr("unsure"))


def _race(plan: Plan, reps: Sequence[RepFigures], lone: RepFigures) -> Picture:
    laps = lone.laps
    names = {row.position: row.name for row in lap_rows(plan, reps)}
    words = _extremes([lap.per_400_s for lap in laps])
    bars = []
    pace = Fraction(laps[-1].split_ms, 1000) / laps[-1].to_m
    for lap, word in zip(laps, words, strict=True):
        name = names.get(lap.position, "")
        lap_s = Fraction(lap.lap_ms, 1000)
        if lap.off_s is not None:
            bar = Bar(name, format_signed(lap.off_s), lap.off_s, tone_of(lap.off_s), total_s=lap.off_total_s)
        else:
            bar = Bar(name, format_lap(lap_s), lap_s - pace * (lap.to_m - lap.from_m))
        bars.append(replace(bar, word=word, mark=mended(lone, lap)))
    asked, length = lone.segment.pace_s_per_m, lone.segment.distance_m
    if asked is None or length is None:
        return Picture(tuple(bars), (tr("average per 400 m"), format_lap(pace * 400)))
    return Picture(tuple(bars), (tr("even"), format_time(asked * length)), is_judged=True)


def _judged(plan: Plan, done: Sequence[RepFigures], whole: Sequence[RepFigures]) -> Picture:
    asked = [rep for rep in whole if rep.off_s is not None]
    shares = [(rep.off_s or Fraction(0)) / _target_s(rep) for rep in asked]
    words = dict(zip(map(id, asked), _extremes(shares), strict=True))
    bars = tuple(
        replace(_plain(plan, rep), height_s=None, said="" if _cut(rep) else _plain(plan, rep).said)
        if rep.off_s is None
        else replace(
            _plain(plan, rep),
            said=format_signed(rep.off_s),
            height_s=rep.off_s,
            tone=tone_of(rep.off_s),
            word=words[id(rep)],
        )
        for rep in done
    )
    targets = {_target_s(rep) for rep in asked}
    line = (tr("target"), format_lap(min(targets)) if len(targets) == 1 else "")
    trend = trend_of([rep.off_s for rep in done]) if len(targets) == 1 else None
    return Picture(bars, line, is_judged=True, trend=trend)


def _averaged(plan: Plan, done: Sequence[RepFigures], whole: Sequence[RepFigures]) -> Picture:
    times = [Fraction(rep.laps[-1].split_ms, 1000) for rep in whole]
    average = sum(times, Fraction(0)) / len(times)
    words = dict(zip(map(id, whole), _extremes(times), strict=True))
    heights = [Fraction(rep.laps[-1].split_ms, 1000) - average if is_whole(rep) else None for rep in done]
    bars = tuple(
        replace(_plain(plan, rep), height_s=height, word=words.get(id(rep), ""), said="" if height is None else said)
        for rep, height, said in zip(done, heights, (_plain(plan, rep).said for rep in done), strict=True)
    )
    return Picture(bars, (tr("average"), format_lap(average)), trend=trend_of(heights))


def _plain(plan: Plan, rep: RepFigures) -> Bar:
    time_s = Fraction(rep.record.elapsed_ms or 0, 1000)
    mark = _cut(rep) or (mended(rep, rep.laps[-1]) if rep.laps else "")
    return Bar(rep_name(plan, rep.segment), format_lap(time_s), time_s, mark=mark)


def _cut(rep: RepFigures) -> str:
    """Say how a rep was cut short; empty where it was not."""
    words = {
        Cause.SKIP: tr("skipped"), Cause.BACK: tr("left"), Cause.LEAVE: tr("left"), Cause.STOP: tr("stopped"),
    }  # fmt: skip
    return words.get(rep.record.cause, "") if rep.record.cause is not None and not is_whole(rep) else ""


def _target_s(rep: RepFigures) -> Fraction:
    pace, distance = rep.segment.pace_s_per_m, rep.segment.distance_m
    assert pace is not None
    assert distance is not None
    return pace * distance


def _extremes(values: Sequence[Fraction]) -> list[str]:
    """Name the smallest and the greatest; none where there are not two, or they look alike."""
    words = [""] * len(values)
    if len(values) > 1 and round_half_up(min(values), 3) != round_half_up(max(values), 3):
        words[values.index(min(values))] = tr("fastest")
        words[values.index(max(values))] = tr("slowest")
    return words


def trend_of(heights: Iterable[Fraction | None]) -> tuple[Fraction, Fraction] | None:
    """Return where the straight line through the bars begins, and its rise from one bar to the next; None for few.

    Source: least squares, Gauss 1809; what has no bar is left out and keeps its place.

    >>> trend_of([Fraction(0), Fraction(1), None, Fraction(3), Fraction(4)])
    (Fraction(0, 1), Fraction(1, 1))
    """
    points = [(Fraction(index), height) for index, height in enumerate(heights) if height is not None]
    if len(points) < TREND_REPS:
        return None
    middle_x = sum((x for x, _y in points), Fraction(0)) / len(points)
    middle_y = sum((y for _x, y in points), Fraction(0)) / len(points)
    across = sum(((x - middle_x) ** 2 for x, _y in points), Fraction(0))
    rise = sum(((x - middle_x) * (y - middle_y) for x, y in points), Fraction(0)) / across
    return middle_y - rise * middle_x, rise
