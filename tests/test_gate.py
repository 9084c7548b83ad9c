"""The gate as a process of its own, over a small project: the real pytest runs its tests, its checks are stand-ins."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

GATE = Path(__file__).with_name("gate.py")
PYPROJECT = '[tool.pytest.ini_options]\naddopts = "-q -m \'not xvfb and not pulse\'"\nmarkers = ["xvfb", "pulse"]\n'
TESTS = """
import pytest
def test_passes(): pass
@pytest.mark.skip
def test_is_skipped(): pass
"""

Gate = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def gate(tmp_path: Path) -> Gate:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/gate.py").write_bytes(GATE.read_bytes())
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    checks = tmp_path / "checks"
    checks.mkdir()
    for name in ("ruff", "mypy"):
        (checks / f"{name}.py").write_text(f"import os, sys; sys.exit(os.environ.get('BROKEN') == '{name}')")
    (checks / "importlinter").mkdir()
    (checks / "importlinter/__init__.py").touch()
    (checks / "importlinter/cli.py").write_text("def lint_imports_command(): print('contracts kept')")

    def run(tests: str, *words: str, **environ: str) -> tuple[int, list[str], str]:
        (tmp_path / "tests/test_it.py").write_text(tests)
        plain = {name: value for name, value in os.environ.items() if name != "CI"}
        path = os.pathsep.join([str(checks), str(GATE.parent.parent)])
        ran = subprocess.run(
            [sys.executable, tmp_path / "tests/gate.py", *words],
            env={**plain, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", **environ},
            capture_output=True,
            text=True,
            check=False,
        )
        return ran.returncode, ran.stdout.splitlines(), ran.stderr

    return run


def test_the_last_line_counts_the_tests_of_suite_and_lanes(gate: Gate) -> None:
    code, out, err = gate(TESTS + "@pytest.mark.xvfb\ndef test_in_a_lane(): pass\n", "-v")
    assert (code, out[-1]) == (0, "1 passed, 0 failed, 1 skipped")
    assert "contracts kept" in out
    assert "the lanes are left out" in err


def test_no_stage_hides_another(gate: Gate) -> None:
    code, out, err = gate(TESTS + "def test_fails(): assert False\n", "-v", BROKEN="ruff")
    assert (code, out[-1]) == (1, "1 passed, 3 failed, 1 skipped")
    assert "gate: failed: ruff check, ruff format, plain suite" in err


def test_an_abort_or_a_fault_before_the_first_test_counts_as_a_failure(gate: Gate) -> None:
    assert gate("def test_dies():\n    import os; os.abort()\n", "-v")[1][-1] == "0 passed, 1 failed, 0 skipped"
    assert gate("import nothing_of_that_name\n", "-v")[1][-1] == "0 passed, 1 failed, 0 skipped"
    assert gate(TESTS, "-k", "nothing")[1][-1] == "0 passed, 1 failed, 0 skipped"


def test_a_lane_that_the_machine_cannot_run_is_left_out_but_not_in_ci(gate: Gate, tmp_path: Path) -> None:
    code, out, err = gate(TESTS, PATH=str(tmp_path))
    assert (code, out[-1]) == (0, "1 passed, 0 failed, 1 skipped")
    assert "the xvfb lane is left out, since there is no " in err
    assert "apt-get install -y --no-install-recommends" in err
    code, out, _ = gate(TESTS, PATH=str(tmp_path), CI="true")
    assert (code, out[-1]) == (1, "1 passed, 2 failed, 1 skipped")
