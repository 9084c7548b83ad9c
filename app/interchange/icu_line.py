"""One step line of intervals.icu's text: words, a length, what is asked, options.

Rules of the file: `m` is minutes there, metres are `mtr`. What depends on the athlete's zones or thresholds at
intervals.icu, which no file holds, is kept as words. Every word of the line is in the name or the note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from app.core.bounds import DISTANCE_M, PLAN_MS, REPS
from app.core.tongue import tr
from app.core.units import MILE_M, YARD_M, Metres, Millis, format_metres
from app.core.workout import Intensity
from app.interchange.icu_asked import Taken, clock_s, taken
from app.interchange.sheet import Asks, Ends, ForDistance, ForTime, UntilPress

METRES_FROM = 100
"""From here on minutes in `m` are taken as metres. Source: texts in the wild write `800m`; nobody runs 800 minutes."""

_N = r"(\d{1,7}(?:\.\d{1,3})?)"
_TIME = re.compile(
    rf"(?:{_N}(h|hrs?|hours?))?(?:{_N}(m|'|mins?|minutes?))?(?:{_N}(s|\"|''|secs?|seconds?)?)?", re.ASCII
)
_DISTANCE = re.compile(rf"{_N}(mtrs?|meters?|metres?|km|mi|miles?|yrds?|yards?|yds?|y)", re.ASCII)
_UNIT_M = {"mt": Fraction(1), "me": Fraction(1), "km": Fraction(1000), "mi": MILE_M, "yr": YARD_M, "ya": YARD_M}
_TIMES = re.compile(r"(\d{1,7})\s?[x×](?=\s|$)", re.IGNORECASE | re.ASCII)
_SIGNS = str.maketrans("′’″”“", '\'\'"""')
_NOTE = re.compile(r"(.*?)\s*\(([^()]*)\)", re.DOTALL)
_TIMED = re.compile(r"(?:^|\s)(\d{1,5})\^", re.ASCII)
_SPACED = re.compile(
    r"(?:h|hrs?|hours?|mins?|minutes?|s|secs?|seconds?|mtrs?|meters?|metres?|km|mi|miles?|yards?|yds?)"
)
_INTENSITIES = {
    "active": Intensity.WORK, "interval": Intensity.WORK, "other": Intensity.WORK, "work": Intensity.WORK,
    "rest": Intensity.REST, "recovery": Intensity.RECOVERY,
    "warmup": Intensity.WARMUP, "cooldown": Intensity.COOLDOWN,
}  # fmt: skip


class BadFigure(Exception):
    """A figure is over a bound; the message is the sentence."""


@dataclass(slots=True)
class Line:
    """A step line as it was read."""

    times: int | None = None
    """Of a line such as `4x 100mtr`, or `3x` with steps under it."""
    ends: Ends | None = None
    asks: Asks | None = None
    intensity: Intensity | None = None
    """None where the line does not say."""
    name: str = ""
    note: str = ""
    hard: tuple[str, Fraction] | None = None
    """What is asked, as its kind and its upper end, to be compared with another of that kind."""
    is_rest: bool = False
    """It asks for nothing: a target of 0."""
    warnings: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    """Words that were asked and are none of ours."""


def read_line(text: str) -> Line:
    """Read a step line, without its dash.

    Raises:
        BadFigure: a length or a count is over a bound.
    """
    line = Line()
    timed: list[str] = []
    front, mark, rest = text.partition("<!>")
    if mark:
        pieces = _TIMED.split(front)
        line.name = " ".join(pieces[0].split())
        timed = [
            tr("at {n} s: {words}").format(n=at, words=" ".join(words.split()))
            for at, words in zip(pieces[1::2], pieces[2::2], strict=True)
        ]
        if timed:
            line.warnings.append(tr("words for a moment within a step are kept as its note"))
    else:
        rest = _inline_repeat(text, line)
    tokens = rest.split()
    _read(tokens, line, is_spaced=not any(_is_length(token) for token in tokens))
    if not mark and (found := _NOTE.fullmatch(line.name)):
        line.name, line.note = found.group(1), whole_share(found.group(2).strip())
    line.note = ", ".join(word for word in (line.note, *timed, *line.extra) if word)
    return line


def whole_share(note: str) -> str:
    """Return a note with its shares as our words have them, `90-95% effort`; in the text they have a space."""
    return re.sub(r"(?<=\d)\s+%", "%", note)


def _inline_repeat(text: str, line: Line) -> str:
    """Take `4x` off the front where it stands alone, or a length follows at once."""
    found = _TIMES.match(text)
    if found is None:
        return text
    rest = text[found.end() :].strip()
    if rest and not _is_length(rest.split()[0]):
        return text
    line.times = checked_times(found.group(1))
    if rest:
        words = tr("{text} is taken as repeated {n} times; intervals.icu repeats by a heading")
        line.warnings.append(words.format(text=repr(" ".join(text.split())), n=line.times))
    return rest


def checked_times(figures: str) -> int:
    """Return how often, of a count of figures.

    Raises:
        BadFigure: too often.
    """
    times = int(figures)
    if times > REPS:
        raise BadFigure(tr("{n} times is more than the {most} that can be repeated").format(n=figures, most=REPS))
    return max(times, 1)


def _read(tokens: list[str], line: Line, *, is_spaced: bool) -> None:
    """Take the tokens one after another; words before the first length or target are the prompt."""
    prompt = [line.name] if line.name else []
    behind: list[str] = []
    has_begun = bool(line.name)
    is_press = False
    at = 0
    while at < len(tokens):
        token = tokens[at]
        low = token.lower()
        following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        if low == "press" and following == "lap":
            is_press, at = True, at + 2
            continue
        if low.startswith("intensity=") and low[10:] in _INTENSITIES:
            line.intensity, at = _INTENSITIES[low[10:]], at + 1
            continue
        joined = token + following if is_spaced and _SPACED.fullmatch(following) else ""
        if line.ends is None and (ends := _length(joined, line) if joined else _length(token, line)) is not None:
            line.ends, has_begun, at = ends, True, at + (2 if joined else 1)
            continue
        found = taken(tokens, at, has_begun=has_begun)
        if found is not None:
            has_begun = True
            _take(found, line)
            at += found.n
            continue
        (behind if has_begun and line.ends is not None else prompt).append(token)
        at += 1
    if line.ends is None and is_spaced:
        _clock_as_length(prompt, line)
    line.name = " ".join(prompt)
    if behind and not line.name:
        line.name = " ".join(behind)
    elif behind:
        line.extra.append(" ".join(behind))
    if is_press:
        _press(line)


def _take(found: Taken, line: Line) -> None:
    line.warnings += found.warnings
    line.is_rest = line.is_rest or found.is_rest
    if found.hard is not None and line.hard is None:
        line.hard = found.hard
    if found.asks is not None and line.asks is None:
        line.asks = found.asks
    elif found.asks is not None:
        line.extra.append(found.words)
        line.warnings.append(tr("{words} is a second target: kept as words").format(words=repr(found.words)))
    elif found.words:
        line.extra.append(found.words)


def _press(line: Line) -> None:
    match line.ends:
        case ForTime(ms):
            line.ends = UntilPress(ms)
        case ForDistance(m):
            line.ends = UntilPress()
            words = tr("a step ends by the lap button: its {m} m are left out")
            line.warnings.append(words.format(m=format_metres(m)))
        case _:
            line.ends = UntilPress()


def _clock_as_length(prompt: list[str], line: Line) -> None:
    """Take `10:00` as a length where the line has no other."""
    for at, word in enumerate(prompt):
        seconds = clock_s(word)
        if seconds:
            words = tr("{word} is taken as a time; intervals.icu would leave the step out")
            line.warnings.append(words.format(word=repr(word)))
            line.ends = ForTime(_checked_ms(seconds, word))
            del prompt[at]
            return


def _is_length(token: str) -> bool:
    plain = token.translate(_SIGNS).lower()
    return _DISTANCE.fullmatch(plain) is not None or _time_parts(plain) is not None


def _time_parts(plain: str) -> tuple[str | None, ...] | None:
    found = _TIME.fullmatch(plain)
    if found is None:
        return None
    units = found.groups()[1::2]
    return found.groups() if any(units) else None


def _length(token: str, line: Line) -> Ends | None:
    """Return the length that a token is, if it is one."""
    plain = token.translate(_SIGNS).lower()
    if (found := _DISTANCE.fullmatch(plain)) is not None:
        number, unit = found.groups()
        return ForDistance(_checked_m(Fraction(number) * _UNIT_M.get(unit[:2], YARD_M), token))
    parts = _time_parts(plain)
    if parts is None:
        return None
    hours, hour, minutes, minute, seconds, second = parts
    if minute == "m" and not hours and not seconds and minutes and Fraction(minutes) >= METRES_FROM:
        words = tr("{token} is taken as metres; intervals.icu reads {n} minutes, and metres are written {mtr}")
        line.warnings.append(words.format(token=token, n=minutes, mtr=f"{minutes}mtr"))
        return ForDistance(_checked_m(Fraction(minutes), token))
    if hour and seconds and not minutes and not second:
        line.warnings.append(tr("{token} is taken as hours and minutes").format(token=token))
        minutes, seconds = seconds, None
    if any(len(unit) > 1 and unit != "''" for unit in (hour, minute, second) if unit):
        line.warnings.append(tr("{token} is taken as a time; intervals.icu writes h, m and s").format(token=token))
    total = 3600 * Fraction(hours or 0) + 60 * Fraction(minutes or 0) + Fraction(seconds or 0)
    return ForTime(_checked_ms(total, token))


def _checked_ms(seconds: Fraction, token: str) -> Millis:
    ms = round(seconds * 1000)
    if not 0 < ms < PLAN_MS:
        raise BadFigure(tr("{token} is no length of a step: it is over 0 and under 24 h").format(token=repr(token)))
    return ms


def _checked_m(metres: Metres, token: str) -> Metres:
    if not 0 < metres <= DISTANCE_M:
        words = tr("{token} is no length of a step: it is over 0 and at most {km} km")
        raise BadFigure(words.format(token=repr(token), km=DISTANCE_M // 1000))
    return metres
