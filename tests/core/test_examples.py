"""The examples in the docstrings are what the code does."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest

APP = Path(__file__).parents[2] / "app"
EXAMPLES = sorted(
    ".".join(path.relative_to(APP.parent).with_suffix("").parts)
    for path in APP.rglob("*.py")
    if re.search(r"^\s*>>> ", path.read_text("utf-8"), re.MULTILINE)
)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_holds(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert tried > 0
    assert failed == 0


def test_the_arithmetic_has_examples() -> None:
    assert {"app.core.pace", "app.core.track", "app.core.units"} <= set(EXAMPLES)
