"""`bell.py` as a process of its own, on a small clone whose pip and program are stand-ins."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import bell
from groundwork import Stop

ROOT = Path(bell.__file__).parent

PYPROJECT = """
[project]
name = "bell-lap"
version = "0"
[project.optional-dependencies]
simpleaudio = ["simpleaudio-patched>=1"]
[dependency-groups]
dev = ["pytest>=8", "ruff"]
"""
# pip: writes down what it was asked for; an editable install does what the real one does, a line in a .pth file.
PIP = """
import os, pathlib, sys, sysconfig
if "NO_PIP" in os.environ:
    sys.exit("No module named pip")
if "install" in sys.argv:
    with open(os.environ["ASKED_OF_PIP"], "a") as log:
        print(*sys.argv[1:], file=log)
    if "PIP_WAITS_FOR" in os.environ:
        open(os.environ["PIP_WAITS_FOR"]).read()
    if "PIP_DIES" in os.environ:
        import signal
        os.kill(os.getppid(), signal.SIGKILL)
    if "PIP_SAYS" in os.environ and ("simpleaudio" in sys.argv[-1]) == ("PIP_REFUSES_SIMPLEAUDIO" in os.environ):
        sys.exit(os.environ["PIP_SAYS"])
    if "--editable" in sys.argv:
        pathlib.Path(sysconfig.get_path("purelib"), "bell.pth").write_text(os.getcwd())
"""
PROGRAM = "import json, sys; print(json.dumps(sys.argv[1:])); sys.exit(len(sys.argv) == 9)"

posix_only = pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts and signals")


@dataclass(frozen=True, slots=True)
class Clone:
    """A small clone of the project and the machine it lies on."""

    folder: Path
    asked_of_pip: Path
    environ: dict[str, str]

    def start(self, *words: str, cwd: Path | None = None, **environ: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, self.folder / "bell.py", *words],
            cwd=cwd or self.folder.parent,
            env={**self.environ, **environ},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, cwd: Path | None = None, **environ: str) -> tuple[int, str, str]:
        process = self.start(*words, cwd=cwd, **environ)
        out, err = process.communicate()
        return process.returncode, out, err

    def installs(self) -> list[str]:
        return self.asked_of_pip.read_text().splitlines() if self.asked_of_pip.exists() else []


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    folder = tmp_path / "a clone with spaces"
    for name in ("bell.py", "app/__init__.py", "app/preflight.py", *(f"groundwork/{n}.py" for n in _groundwork())):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (folder / "app/__main__.py").write_text(PROGRAM)
    (folder / "tests").mkdir()
    (folder / "tests/gate.py").write_text(PROGRAM)
    stand_ins = tmp_path / "stand-ins"
    (stand_ins / "pip").mkdir(parents=True)
    (stand_ins / "pip/__init__.py").touch()
    (stand_ins / "pip/__main__.py").write_text(PIP)
    (stand_ins / "ensurepip.py").write_text("import os, sys; sys.exit('NO_PIP' in os.environ)")
    (stand_ins / "apt-get").write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/asked-of-apt"\n')
    (stand_ins / "apt-get").chmod(0o755)
    environ = {name: value for name, value in os.environ.items() if name not in {"CI", "QT_QPA_PLATFORM"}}
    asked_of_pip = tmp_path / "asked-of-pip"
    environ |= {
        "PYTHONPATH": str(stand_ins),
        "PATH": f"{stand_ins}{os.pathsep}{environ['PATH']}",
        "ASKED_OF_PIP": str(asked_of_pip),
    }
    return Clone(folder, asked_of_pip, environ)


def _groundwork() -> list[str]:
    return [path.stem for path in (ROOT / "groundwork").glob("*.py")]


def test_the_first_start_installs_the_package_and_its_tools_and_passes_the_words_on(clone: Clone) -> None:
    code, out, err = clone.run("list", "--json")
    assert (code, json.loads(out)) == (0, ["list", "--json"])  # standard output is the program's alone
    assert [line.split()[-4:] for line in clone.installs()] == [["--editable", ".", "pytest>=8", "ruff"]]
    assert [line.split()[:2] for line in err.splitlines()] == [
        ["bell.py:", "making"],
        ["bell.py:", "installing"],
        ["bell.py:", "installed"],
    ]


def test_the_second_start_says_and_installs_nothing(clone: Clone) -> None:
    clone.run("list")
    assert clone.run("list") == (0, '["list"]\n', "")
    assert len(clone.installs()) == 1


def test_the_exit_code_is_the_program_s(clone: Clone) -> None:
    assert clone.run("list", *"1234567")[0] == 1


def test_test_passes_its_words_to_the_gate(clone: Clone) -> None:
    code, out, _ = clone.run("test", "-k", "clock")
    assert (code, json.loads(out)) == (0, ["-k", "clock"])


def test_a_changed_pyproject_is_installed_into_the_venv_that_is_there(clone: Clone) -> None:
    clone.run("list")
    (clone.folder / ".venv/kept").touch()
    (clone.folder / "pyproject.toml").write_text(PYPROJECT + "# one more word\n")
    clone.run("list")
    assert len(clone.installs()) == 2
    assert (clone.folder / ".venv/kept").exists()


def test_a_moved_clone_makes_its_venv_anew(clone: Clone) -> None:
    clone.run("list")
    (clone.folder / ".venv/old").touch()
    moved = Clone(clone.folder.rename(clone.folder.with_name("moved")), clone.asked_of_pip, clone.environ)
    assert moved.run("list")[:2] == (0, '["list"]\n')
    assert not (moved.folder / ".venv/old").exists()


@posix_only
def test_a_venv_whose_python_is_gone_is_made_anew(clone: Clone) -> None:
    clone.run("list")
    python = clone.folder / ".venv/bin/python"
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert clone.run("list")[:2] == (0, '["list"]\n')


@posix_only
def test_an_install_killed_half_way_begins_anew(clone: Clone) -> None:
    code, *_ = clone.run("list", PIP_DIES="yes")
    assert code == -9
    (clone.folder / ".venv/half").touch()
    assert clone.run("list")[:2] == (0, '["list"]\n')
    assert not (clone.folder / ".venv/half").exists()


def test_an_empty_folder_called_venv_is_filled(clone: Clone) -> None:
    (clone.folder / ".venv").mkdir()
    assert clone.run("list")[:2] == (0, '["list"]\n')


def test_a_failing_pip_is_heard_and_nothing_is_opened(clone: Clone) -> None:
    code, out, err = clone.run("list", PIP_SAYS="ERROR: no such package")
    assert (code, out) == (1, "")
    assert "    ERROR: no such package\nbell.py: Bell Lap could not be installed: pip's last lines" in err


def test_a_python_without_any_pip_names_the_line_that_brings_it(clone: Clone) -> None:
    code, out, err = clone.run("list", NO_PIP="yes")
    assert (code, out) == (1, "")
    assert "has neither ensurepip nor pip. Install it as root, then type this again:\n" in err
    assert err.endswith("apt-get install -y --no-install-recommends python3-venv\n")


def test_without_a_network_the_older_install_opens_but_not_in_ci(clone: Clone) -> None:
    clone.run("list")
    (clone.folder / "pyproject.toml").write_text(PYPROJECT + "# one more word\n")
    refusal = "NewConnectionError: Temporary failure in name resolution"
    code, out, err = clone.run("list", PIP_SAYS=refusal)
    assert (code, out) == (0, '["list"]\n')
    assert "there seems to be no network. Going on with what was installed before" in err
    assert refusal not in err
    assert clone.run("list", PIP_SAYS=refusal, CI="true")[:2] == (1, "")
    clone.run("list")
    assert len(clone.installs()) == 4  # each start tried again, until the last one could


@posix_only
def test_two_at_once_install_once(clone: Clone, tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    first = clone.start("list", PIP_WAITS_FOR=str(fifo))
    assert first.stderr is not None
    assert "making .venv" in first.stderr.readline()
    second = clone.start("list")
    assert second.stderr is not None
    assert "another bell.py" in second.stderr.readline()
    fifo.write_text("go on")
    assert [process.communicate()[0] for process in (first, second)] == ['["list"]\n', '["list"]\n']
    assert len(clone.installs()) == 1


def test_a_folder_called_app_where_we_are_called_is_not_ours(clone: Clone, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "app").mkdir(parents=True)
    (elsewhere / "app/__init__.py").touch()
    (elsewhere / "app/__main__.py").write_text("print('not ours')")
    assert clone.run("list", cwd=elsewhere)[:2] == (0, '["list"]\n')


def test_simpleaudio_that_cannot_be_built_is_left_out_and_not_tried_twice(clone: Clone) -> None:
    words = ("run", "8 x 30s", "--terminal")
    clone.environ.update(PIP_SAYS="no compiler", PIP_REFUSES_SIMPLEAUDIO="yes")
    code, out, err = clone.run(*words)
    assert (code, json.loads(out)) == (0, list(words))
    assert "going on without simpleaudio" in err
    assert clone.run(*words) == (0, out, "")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", True),
        ("--data-dir list", True),
        ("run 8x30s", True),
        ("run list", True),
        ("run 8x30s --terminal", False),
        ("--data-dir d list", False),
        ("show list", False),
        ("analyse last", False),
        ("card 5:20 --out card.pdf", False),
        ("doctor --json", False),
        ("--help", False),
    ],
)
def test_only_what_may_open_a_window_needs_qt(line: str, *, expected: bool) -> None:
    assert bell.wants_a_window(line.split()) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("", ""), ("card 5:20", "card"), ("--data-dir card list", "list"), ("--json -h list", "--help"), ("run x", "run")],
)
def test_the_command_is_the_first_word_that_is_no_option(line: str, *, expected: str) -> None:
    assert bell.command_of(line.split()) == expected


@pytest.mark.parametrize("name", ["bell.py", "app/__init__.py", "app/preflight.py", *_groundwork()])
def test_python_3_8_can_read_what_says_that_it_is_too_old(name: str) -> None:
    path = ROOT / (name if name.endswith(".py") else f"groundwork/{name}.py")
    ast.parse(path.read_text("utf-8"), feature_version=(3, 8))


def test_an_old_python_names_the_one_that_is_wanted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Stop, match=r"needs Python 3\.11 or newer, and this is 3\.9\.2\. Install one"):
        bell.go_on_with_a_newer_python([])


@posix_only
def test_an_old_python_goes_on_with_a_newer_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "python3.13").write_text("#!/bin/sh\nexit 127\n")  # a shim with nothing behind it
    (tmp_path / "python3.13").chmod(0o755)
    (tmp_path / "python3.12").symlink_to(sys.executable)
    became: list[object] = []
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(bell, "become", became.extend)
    with pytest.raises(Stop):  # since here nothing was become
        bell.go_on_with_a_newer_python(["list"])
    assert became == [str(tmp_path / "python3.12"), bell.__file__, "list"]
    assert "Python 3.9.2 is too old for Bell Lap; going on with" in capsys.readouterr().err
