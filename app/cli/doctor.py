"""`bell-lap doctor`: what this machine has, and what is missing for what."""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app import __version__
from app.bootstrap.machine import folder_state, probe_sound, recent_cues
from app.bootstrap.shelf import shelf
from app.cli.answers import print_json
from app.core.lateness import CueRecord, lateness, lateness_words
from app.folder import has_display
from app.preflight import missing_packages

if TYPE_CHECKING:
    from app.store.database import SessionSummary

_PACKAGES = ("PySide6-Essentials", "pydantic", "miniaudio", "simpleaudio-patched", "filelock")
_QT = """
import json, sys
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(sys.argv[:1])
print(json.dumps({"qt": qVersion(), "platform": app.platformName()}))
"""
_QT_SECONDS = 20


def command(options: argparse.Namespace) -> int:
    """Print versions, the Qt platform, the sound output, how late cues were, the data folder and what is missing."""
    logs = recent_cues(options.data_dir)
    report = _report(options.data_dir) | {"cues": [_cues(summary, log) for summary, log in logs]}
    if options.json:
        print_json(report)
        return 0
    versions = report["versions"]
    print(f"Bell Lap {versions['bell-lap']} on Python {versions['python']}, {report['system']}")
    for name in _PACKAGES:
        print(f"  {name}: {versions[name] or 'not installed'}")
    qt = report["qt"]
    print(f"Window: {qt['sentence']}")
    for line in report["sound"]["outputs"]:
        print(f"  {line['output']}: {line['sentence']}")
    print(f"Sound: {report['sound']['sentence']}")
    for text in _cue_lines(logs):
        print(text)
    print(f"Data folder: {report['data']['folder']} ({report['data']['sentence']})")
    print(f"Workouts: {report['workouts']['n']} ({report['workouts']['n_with_faults']} with faults)")
    if report["missing_packages"]:
        print("Missing system libraries: apt-get install -y " + " ".join(report["missing_packages"]))
    print(f"Bell Lap can run {report['runs']}.")
    return 0


def _report(data_dir: str | None) -> dict[str, Any]:
    missing = missing_packages(screen=has_display() and os.environ.get("QT_QPA_PLATFORM") != "offscreen")
    qt = _qt()
    sound = probe_sound()
    entries = shelf(data_dir)
    return {
        "versions": {
            "bell-lap": __version__,
            "python": platform.python_version(),
            **{name: _version(name) for name in _PACKAGES},
        },
        "system": platform.platform(),
        "qt": qt,
        "sound": sound,
        "data": folder_state(data_dir),
        "workouts": {"n": len(entries), "n_with_faults": sum(bool(entry.faults) for entry in entries)},
        "missing_packages": missing,
        "runs": "in a window" if qt["opens"] else "in the terminal",
    }


def _cues(summary: SessionSummary, log: Sequence[CueRecord]) -> dict[str, Any]:
    found = lateness(log)
    assert found is not None  # a session without a log is not among them
    return {
        "started_at": summary.started_at,
        "workout": summary.workout,
        "n": found.n_cues,
        "median_ms": found.median_ms if found.n_heard else None,
        "worst_ms": found.worst_ms if found.n_heard else None,
        "n_late": found.n_late,
        "n_given_up": found.n_given_up,
        "outputs": list(dict.fromkeys(record.output for record in log)),
    }


def _cue_lines(logs: Sequence[tuple[SessionSummary, Sequence[CueRecord]]]) -> list[str]:
    if not logs:
        return ["Cues: no session has a cue log yet"]
    n = "1 session" if len(logs) == 1 else f"{len(logs)} sessions"
    whole = lateness_words(lateness([record for _, log in logs for record in log]))
    return [
        f"Cues: {n}, {whole}",
        *(
            f"  {summary.started_at[:16].replace('T', ' ')}, {summary.workout}: {lateness_words(lateness(log))}"
            for summary, log in logs
        ),
    ]


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _qt() -> dict[str, Any]:
    """Try Qt in a process of its own: with a library missing it does not raise, it aborts."""
    if not has_display():
        sentence = "there is no display, so workouts run in the terminal"
        return {"opens": False, "platform": None, "version": _version("PySide6-Essentials"), "sentence": sentence}
    try:
        tried = subprocess.run(
            [sys.executable, "-c", _QT], capture_output=True, text=True, timeout=_QT_SECONDS, check=False
        )
        found = json.loads(tried.stdout) if tried.returncode == 0 else None
    except (OSError, subprocess.TimeoutExpired, ValueError):
        found = None
    if found is None:
        return {
            "opens": False,
            "platform": None,
            "version": _version("PySide6-Essentials"),
            "sentence": "Qt cannot open one here, so workouts run in the terminal",
        }
    return {
        "opens": True,
        "platform": found["platform"],
        "version": found["qt"],
        "sentence": f"Qt {found['qt']} opens one on {found['platform']}",
    }
