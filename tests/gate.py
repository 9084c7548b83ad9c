"""The gate: lint, types, import contracts, the plain suite, then a lane for a real screen and one for real sound.

Every stage runs, whatever the one before it found, and is named on standard error with its seconds. The last line is
`N passed, N failed, N skipped` over all tests; a stage that is no test and fails counts as one that failed.
Called by `python3 bell.py test`; words after it go to the plain suite, and then the lanes are left out.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from groundwork.debian import LANES, line_to_type, missing

ROOT = Path(__file__).resolve().parent.parent
STAGE_SECONDS = 1800  # a stage that hangs is ended and counted as failed; CI itself waits 90 minutes
NO_TESTS = 5  # pytest's exit code for an empty selection

CHECKS = {
    "ruff check": ["-m", "ruff", "check", "--quiet", "--output-format=concise", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "mypy": ["-m", "mypy", "--strict", "--no-error-summary"],
    "import contracts": ["-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-logo"],
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many tests of a stage ended how; a stage that is no test and fails counts as one failed."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0


def run(words: list[str]) -> int:
    """Run every stage.

    Args:
        words: further words for the plain pytest run.

    Returns:
        The exit code: 0 when nothing failed, else 1.
    """
    environ = {"LC_ALL": "C.UTF-8", **os.environ, "QT_QPA_PLATFORM": "offscreen"}
    outcomes = {name: _check(name, command, environ) for name, command in CHECKS.items()}
    outcomes["plain suite"] = _suite("plain suite", words, environ, may_be_empty=False)
    if words:
        _say("the lanes are left out; they run when no words follow `test`")
    else:
        outcomes.update({lane: _lane(lane, environ) for lane in LANES})
    failed = [name for name, outcome in outcomes.items() if outcome.failed]
    _say(f"failed: {', '.join(failed)}" if failed else "all in order")
    totals = [sum(getattr(each, field) for each in outcomes.values()) for field in ("passed", "failed", "skipped")]
    print("\n{} passed, {} failed, {} skipped".format(*totals), flush=True)  # on its own line, whatever died before
    return 1 if failed else 0


def _say(text: str) -> None:
    print(f"gate: {text}", file=sys.stderr, flush=True)


def _stage(name: str, command: list[str], environ: dict[str, str]) -> int:
    """Run one stage in the open; its exit code."""
    _say(name)
    started = time.monotonic()
    try:
        code = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=environ, timeout=STAGE_SECONDS, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        _say(f"{name} did not end within {STAGE_SECONDS} s")
        code = 1
    verdict = "in order" if code == 0 else "no tests" if code == NO_TESTS else f"FAILED ({code})"
    _say(f"{name}: {verdict}, {time.monotonic() - started:.1f} s")
    return code


def _check(name: str, command: list[str], environ: dict[str, str]) -> Outcome:
    return Outcome(failed=1 if _stage(name, command, environ) else 0)


def _suite(name: str, words: list[str], environ: dict[str, str], *, may_be_empty: bool) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        code = _stage(name, ["-m", "pytest", f"--junitxml={report}", *words], environ)
        found = _read(report)
    if code == 0 or (code == NO_TESTS and may_be_empty):
        return found
    return Outcome(found.passed, max(found.failed, 1), found.skipped)  # a crash leaves no report, and no failed test


def _read(report: Path) -> Outcome:
    """Count the tests in pytest's report; none where it died before writing one."""
    try:
        suites = list(ET.parse(report).getroot().iter("testsuite"))
    except (OSError, ET.ParseError):
        return Outcome()
    tests, failures, errors, skipped = (
        sum(int(suite.get(field, "0")) for suite in suites) for field in ("tests", "failures", "errors", "skipped")
    )
    return Outcome(tests - failures - errors - skipped, failures + errors, skipped)


def _lane(lane: str, environ: dict[str, str]) -> Outcome:
    """Run the tests with one lane's marker, where the machine has what the lane needs; CI must have it."""
    lacking = missing(LANES[lane])
    if not lacking:
        return _suite(f"{lane} lane", ["-m", lane], environ, may_be_empty=True)
    _say(f"the {lane} lane is left out, since there is no {', no '.join(lacking)}: {line_to_type(lacking.values())}")
    return Outcome(failed=1 if os.environ.get("CI") else 0)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
