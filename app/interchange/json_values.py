"""JSON at the door: a document of bounded size and depth, and of its values only what they should be.

Rules of the file: nothing of a value is trusted; what is no figure, text or table comes back as None or empty.
"""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import Any

from app.core.bounds import FILE_BYTES
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr

JSON_DEPTH = 40
"""Lists and tables within one another; Garmin's have eleven with five levels of repeats."""
_TEXT_CHARS = 1000
_NESTING = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
_DEEPER = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}
_FIGURE = re.compile(r"-?\d{1,12}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,2})?", re.ASCII)


def parsed(data: bytes) -> Any:
    """Parse a document.

    Raises:
        WorkoutError: it is too large, nests too deep, or is not whole.
    """
    if len(data) > FILE_BYTES:
        raise refused(tr("the file is larger than {n} MB").format(n=FILE_BYTES // 1_000_000))
    depth = 0
    for found in _NESTING.finditer(data):
        depth += _DEEPER.get(found.group(), 0)
        if depth > JSON_DEPTH:
            raise refused(tr("the JSON nests more than {n} deep").format(n=JSON_DEPTH))
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise refused(tr("the file is not whole JSON"), tr("export it again")) from None


def table(value: Any) -> dict[str, Any]:
    """Return a table; an empty one for what is none."""
    return value if isinstance(value, dict) else {}


def text_of(value: Any) -> str:
    """Return a text on one line, not longer than can be shown; empty for what is none."""
    if not isinstance(value, str):
        return ""
    whole = " ".join(value.encode("utf-8", "replace").decode().split())
    return whole if len(whole) <= _TEXT_CHARS else whole[: _TEXT_CHARS - 3] + "..."


def figure(value: Any) -> Fraction | None:
    """Return a figure, written as a number or as text; None for what is none or is infinite."""
    if not isinstance(value, (int, float, str)):
        return None
    if isinstance(value, int) and abs(value) >= 10**12:
        return None
    shown = value.strip() if isinstance(value, str) else repr(value)
    return Fraction(shown) if _FIGURE.fullmatch(shown) else None


def key_of(step: dict[str, Any], of: str, key: str, flat: str) -> str:
    """Return a key as the service nests it, `stepType.stepTypeKey`, or as older exports have it, flat."""
    nested = text_of(table(step.get(of)).get(key))
    return (nested or text_of(step.get(flat)) or text_of(step.get(of))).lower()


def refused(what: str, hint: str = "") -> WorkoutError:
    """Return the error of one sentence."""
    return WorkoutError([Fault(what, hint)])
