"""The house keeps its own rules: imports point inward, files stay short, drawers have no names, tests do not sleep."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINES = 300
LONGER = {
    "app/core/engine.py": "one table of transitions and its handlers: apart, neither can be read",
    "app/core/planning.py": "three passes over the same places, each a few lines without the others",
    "app/core/workout.py": "the values of one model, each of a few lines",
}
DRAWERS = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers"}
SLEEPS = {"sleep", "qWait", "qSleep", "msleep", "usleep"}

# For each import contract, one line that must break it: a contract that cannot fail holds nothing.
PLANTS = {
    "one way through the house": ("app/clock.py", "import app.driver"),
    "inside the core": ("app/core/errors.py", "import app.core.units"),
    "the core is pure": ("app/core/units.py", "import pathlib"),
    "a format knows its bytes and the sheet, nothing of workouts or sessions": (
        "app/interchange/xml_door.py",
        "import app.interchange.importing",
    ),
    "only the window knows Qt": ("app/driver.py", "import PySide6.QtCore"),
}


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def lint_imports(root: Path) -> tuple[int, str]:
    """Check the contracts over the `app` of a folder."""
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as c; c()",
            "--no-logo",
            "--no-cache",
        ],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


def test_imports_point_inward() -> None:
    code, output = lint_imports(ROOT)
    assert code == 0, output


def test_each_contract_has_a_line_that_would_break_it() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]} == set(PLANTS)


@pytest.mark.parametrize("contract", PLANTS)
def test_each_contract_can_be_broken(contract: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    name, line = PLANTS[contract]
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    code, output = lint_imports(tmp_path)
    assert code == 1
    assert f"{contract} BROKEN" in " ".join(output.split())
    planted, imported = name.removesuffix(".py").replace("/", "."), line.split()[1].split(".QtCore")[0]
    assert f"{planted} -> {imported}" in " ".join(output.split())


def test_a_file_that_passes_300_lines_has_a_reason() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in [*sources("app", "groundwork"), ROOT / "bell.py"]
    }
    assert {name: n for name, n in lengths.items() if n > LINES and name not in LONGER} == {}
    assert {name for name in LONGER if lengths.get(name, 0) <= LINES} == set(), "no longer needed"


def test_no_module_is_a_drawer() -> None:
    assert [path for path in sources("app", "groundwork", "tests") if {path.stem, path.parent.name} & DRAWERS] == []


def test_no_two_test_files_have_one_name() -> None:
    names = [path.name for path in sources("tests") if path.stem.startswith("test_") and "benchmarks" not in path.parts]
    assert {name for name in names if names.count(name) > 1} == set(), "pytest takes the one for the other"


def test_no_test_sleeps() -> None:
    calls = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources("tests")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and _name(node.func) in SLEEPS
    ]
    assert calls == []


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path
        for path in sources("app", "groundwork", "tests")
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_nothing_is_kept_at_the_top_that_has_no_business_there() -> None:
    """Once a copy of an environment was, by a careless `git add`."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("no clone: nothing says what is kept")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no clone: nothing says what is kept")
    top = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert top <= {
        ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "app", "bell.py", "docs", "groundwork",
        "pyproject.toml", "sounds", "tests", "workouts",
    }  # fmt: skip
