"""The manner: how figures are written that can be written in more than one way.

Rules of the file: a manner changes what is read, never what is counted, kept or spoken. The core knows the usual one;
whoever opens a window may put the athlete's own in place. The terminal writes in the usual one.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """One way of writing."""

    miles: bool = False
    """Long distances in miles instead of kilometres; marks are metres either way: they are on the track."""
    lap_seconds: bool = False
    """A lap under 100 s as seconds, `79.5` instead of `1:19.5`."""
    half_days: bool = False
    """The time of day as `6:05 pm` instead of `18:05`."""


class _Now:
    manner = Manner()


def manner() -> Manner:
    """Return the manner in force."""
    return _Now.manner


def use_manner(new: Manner) -> None:
    """Bring a manner into force."""
    _Now.manner = new


def format_hour(hour: int, minute: int) -> str:
    """Write a time of day.

    >>> format_hour(18, 5)
    '18:05'
    """
    if not _Now.manner.half_days:
        return f"{hour:02d}:{minute:02d}"
    return f"{(hour + 11) % 12 + 1}:{minute:02d} {'am' if hour < 12 else 'pm'}"
