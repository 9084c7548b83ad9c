"""The wheel brings all it needs: built from the repo and put into an environment that knows nothing of the repo."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import wave
import zipfile
from pathlib import Path

import pytest

from app.core.cues import TONES

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    ran = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment; its Python.

    The dependencies come from this environment's folder by a .pth line: the .pth files inside that folder, and so the
    editable install of the repo, are not followed from there.
    """
    folder = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    variables = {"base": str(folder), "platbase": str(folder)}
    site_packages = Path(sysconfig.get_path("purelib", "venv", variables))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site_packages)
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return python


def run(python: Path, *words: str) -> str:
    ran = subprocess.run(
        [python, "-P", *words], cwd=python.parent, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def shipped(folder: str, *endings: str) -> set[str]:
    return {path.name for path in (ROOT / folder).rglob("*") if path.suffix in endings}


@pytest.mark.parametrize(
    ("inside", "beside", "ending"),
    [
        ("app/workouts", "workouts", ".toml"),
        ("app/sounds", "sounds", ".wav"),
        ("app/notation", "app/notation", ".words"),
        ("app/ui/languages", "app/ui/languages", ".qm"),
        ("app/ui/icons", "app/ui/icons", ".png"),
        ("app/ui/icons", "app/ui/icons", ".svg"),
        ("app/ui/icons", "app/ui/icons", ".desktop"),
    ],
)
def test_the_wheel_holds_what_goes_with_the_code(wheel: Path, inside: str, beside: str, ending: str) -> None:
    names = {Path(name).name for name in zipfile.ZipFile(wheel).namelist() if name.startswith(f"{inside}/")}
    assert shipped(beside, ending)
    assert shipped(beside, ending) <= names


def test_the_wheel_holds_nothing_of_the_workshop(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"app"}
    assert [name for name in names if "__pycache__" in name] == []


def test_the_wheel_brings_the_command(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (entries,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
    assert "bell-lap = app.__main__:main" in archive.read(entries).decode()


def test_installed_elsewhere_it_runs_from_there(elsewhere: Path) -> None:
    home = run(elsewhere, "-c", "import app; print(app.__file__)").strip()
    assert Path(home).is_relative_to(elsewhere.parent.parent)
    assert not Path(home).is_relative_to(ROOT)


def test_installed_elsewhere_it_lists_every_workout(elsewhere: Path) -> None:
    rows = json.loads(run(elsewhere, "-m", "app", "list", "--json"))
    files = [Path(row["file"]) for row in rows]
    assert {file.name for file in files} == shipped("workouts", ".toml")
    assert all(file.is_relative_to(elsewhere.parent.parent) for file in files)
    assert [row for row in rows if row["faults"]] == []


def test_installed_elsewhere_it_finds_every_sound(elsewhere: Path) -> None:
    folder = Path(run(elsewhere, "-c", "from app.folder import shipped; print(shipped('sounds'))").strip())
    assert folder.is_relative_to(elsewhere.parent.parent)
    for sound in TONES:
        with wave.open(str(folder / f"{sound.value}.wav")) as file:
            assert file.getnframes() > 0
