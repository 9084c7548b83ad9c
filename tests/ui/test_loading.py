"""Loading: every module of the pages has its turn, and no turn brings in a heap of them."""

from __future__ import annotations

import subprocess
import sys

from app.ui.loading import EDITOR, FIRST, REST

STEPS = """
import importlib, sys
import app.ui.start, app.ui.window, app.ui.design, app.ui.background, app.ui.collector, app.ui.language
from app.ui.loading import EDITOR, FIRST, REST
for name in (*FIRST, *REST, *EDITOR):
    before = {each for each in sys.modules if each.startswith("app.ui.")}
    importlib.import_module(f"app.ui.{name}")
    new = {each for each in sys.modules if each.startswith("app.ui.")} - before
    print(name, len(new))
"""


def test_each_module_is_behind_what_it_needs() -> None:
    ran = subprocess.run([sys.executable, "-c", STEPS], capture_output=True, text=True, check=True)
    steps = dict(line.split() for line in ran.stdout.splitlines())
    assert [name for name, n_new in steps.items() if n_new != "1"] == []
    assert [*steps] == [*FIRST, *REST, *EDITOR]
