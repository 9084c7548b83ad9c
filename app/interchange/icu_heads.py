"""Headings of intervals.icu's text: how often their steps are run, and what those are."""

from __future__ import annotations

import re

from app.core.workout import Intensity

TIMES = re.compile(r"\b(\d{1,7})(?:[x×]|\s[x×]\s*$)(?!\w)", re.IGNORECASE | re.ASCII)
"""`4x` anywhere, or `4 x` at the end."""
_WARM = re.compile(r"warm(?:ing)?[\s-]?up", re.IGNORECASE)
_COOL = re.compile(r"(?:cool|warm)(?:ing)?[\s-]?down", re.IGNORECASE)
_MAIN = re.compile(r"main(?:\s*(?:set|block))?", re.IGNORECASE)


def bare(head: str) -> str:
    """Return a heading without the marks of another notation: `## Warmup:` is `Warmup`."""
    return re.sub(r"^#+\s+", "", head).strip(" :")


def phase_of(plain: str) -> Intensity | None:
    """Return what a bare heading says of its steps, `Warmup` or `Warm-up 4x`."""
    words = _words(plain)
    if _WARM.fullmatch(words):
        return Intensity.WARMUP
    return Intensity.COOLDOWN if _COOL.fullmatch(words) else None


def phase_named(name: str) -> Intensity | None:
    """Return what the first words of a step's name say it is: `Warm-up easy`."""
    if _WARM.match(name):
        return Intensity.WARMUP
    return Intensity.COOLDOWN if _COOL.match(name) else None


def without_times(plain: str) -> str:
    """Return the words of a bare heading without how often: `Strides 4x` is `Strides`."""
    return _words(plain)


def says_nothing(plain: str) -> bool:
    """Say whether a bare heading has no words worth keeping: `Main set 4x`, `4x`."""
    words = _words(plain)
    return not words or _MAIN.fullmatch(words) is not None


def _words(plain: str) -> str:
    return TIMES.sub("", plain).strip(" :")
