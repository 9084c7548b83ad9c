"""The core's frozen values as JSON and back, each by the name of its class.

By name and not by shape, since several values look alike: an effort and a heart rate are both two percentages. A
value that occurs again in a document (the step of 20,000 segments) is written once and referred to by number.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from types import ModuleType
from typing import Any

from app.core import asked, athlete, events, origin, plan, profile, setup, track, treadmill, workout
from app.core.errors import StoreError
from app.core.tongue import tr
from app.core.units import Instant


def _named(*modules: ModuleType) -> dict[str, type]:
    return {
        name: value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type) and (is_dataclass(value) or issubclass(value, Enum))
    }


_TYPES = _named(asked, athlete, events, origin, plan, profile, setup, track, treadmill, workout)


def encode(value: Any) -> str:
    """Return a frozen value of the core as JSON text."""
    return json.dumps(_Writer().write(value), separators=(",", ":"))


def decode(text: str) -> Any:
    """Return the value of a text that `encode` made.

    Raises:
        StoreError: the text is damaged, or a later version wrote it.
    """
    try:
        return _Reader().read(json.loads(text))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, ZeroDivisionError) as error:
        words = tr("a stored session cannot be read: it is damaged, or a later version wrote it")
        raise StoreError(words) from error


def pack(value: Any) -> bytes:
    """Return a large value, such as a plan, compressed."""
    return zlib.compress(encode(value).encode())


def unpack(data: bytes) -> Any:
    """Return the value that `pack` compressed.

    Raises:
        StoreError: as `decode`.
    """
    try:
        text = zlib.decompress(data).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise StoreError(tr("a stored plan is damaged")) from error
    return decode(text)


def whole_text(text: str) -> str:
    """Mark half characters, of file names and command lines that are not UTF-8: SQLite takes none."""
    return text.encode(errors="replace").decode()


class _Writer:
    def __init__(self) -> None:
        self._seen: dict[int, int] = {}
        self._kept: list[Any] = []  # keeps every object alive, so that no id comes twice

    def write(self, value: Any) -> Any:
        if value is None or isinstance(value, (bool, int, str)):
            return value
        if isinstance(value, Fraction):
            return {"/": [value.numerator, value.denominator]}
        if isinstance(value, Enum):
            return {"=": [type(value).__name__, value.name]}
        if isinstance(value, Instant):
            return {"@": value.ms}
        if isinstance(value, tuple):
            return [self.write(item) for item in value]
        number = self._seen.get(id(value))
        if number is not None:
            return {"#": number}
        made = [type(value).__name__, {field.name: self.write(getattr(value, field.name)) for field in fields(value)}]
        self._seen[id(value)] = len(self._kept)
        self._kept.append(value)
        return {"is": made}


class _Reader:
    def __init__(self) -> None:
        self._seen: list[Any] = []

    def read(self, data: Any) -> Any:
        if isinstance(data, list):
            return tuple(self.read(item) for item in data)
        if not isinstance(data, dict):
            return data
        ((sign, value),) = data.items()
        if sign == "/":
            return Fraction(*value)
        if sign == "=":
            return _TYPES[value[0]][value[1]]  # type: ignore[index]  # an Enum class takes its member's name
        if sign == "@":
            return Instant(value)
        if sign == "#":
            return self._seen[value]
        name, given = value
        made = _TYPES[name](**{key: self.read(item) for key, item in given.items()})
        self._seen.append(made)
        return made
