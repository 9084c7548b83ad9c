"""What a machine lacks, and who may install it: the looks and apt-get itself are stand-ins, the rest is real."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from app.preflight import HEADLESS, SCREEN, WAYLAND
from groundwork import Stop, debian

pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="Debian's packages are a matter of Linux")


@dataclass
class Machine:
    """A Debian-like machine: what is on it, who is asking, and what apt-get was asked for."""

    has: set[str] = field(default_factory=set)
    user_id: int = 1000
    sudo_asks_nothing: bool = False
    has_lists: bool = True
    asked: list[str] = field(default_factory=list)

    def attempt(self, command: Sequence[object]) -> str | None:
        line = " ".join(map(str, command))
        if line == "sudo -n true":
            return None if self.sudo_asks_nothing else "sudo: a password is required"
        match = re.search(r"apt-get -o \S+ (update|install -y --no-install-recommends) ?(.*)", line)
        assert match, f"nobody knows {line}"
        self.asked.append(line)
        if match[1] == "update":
            self.has_lists = True
        elif not self.has_lists:
            return "E: Unable to locate package"
        needs = {**HEADLESS, **SCREEN, **WAYLAND}
        self.has |= {name for name, package in needs.items() if package in match[2].split()}
        return None


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    here = Machine()
    monkeypatch.setattr(debian, "found", lambda name: name in here.has)
    monkeypatch.setattr(debian, "attempt", here.attempt)
    monkeypatch.setattr("os.geteuid", lambda: here.user_id)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    return here


def test_without_the_right_to_install_the_exact_line_is_named(machine: Machine) -> None:
    machine.has = set(HEADLESS) - {"libGL.so.1", "libEGL.so.1"}
    with pytest.raises(Stop) as stop:
        debian.supply_qt(HEADLESS)
    assert "missing here: libGL.so.1, libEGL.so.1.\n" in str(stop.value)
    assert "\n    sudo apt-get install -y --no-install-recommends libegl1 libgl1\n" in str(stop.value)
    assert machine.asked == []


def test_root_installs_what_is_missing_and_says_so(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.user_id = 0
    machine.has = set(HEADLESS) - {"libGL.so.1"}
    debian.supply_qt(HEADLESS)
    assert [line.split()[-1] for line in machine.asked] == ["libgl1"]
    assert capsys.readouterr().err == "bell.py: installing with apt-get, for Qt: libgl1\n"


def test_sudo_is_used_only_where_it_asks_nothing(machine: Machine) -> None:
    machine.sudo_asks_nothing = True
    debian.supply_qt(HEADLESS)
    assert all(line.startswith("sudo -n env DEBIAN_FRONTEND=noninteractive apt-get ") for line in machine.asked)


def test_a_machine_without_package_lists_fetches_them_first(machine: Machine) -> None:
    machine.user_id, machine.has_lists = 0, False
    debian.supply_qt({**HEADLESS, **SCREEN})
    assert [line.split()[5] for line in machine.asked] == ["install", "update", "install"]


def test_nothing_missing_asks_nobody(machine: Machine) -> None:
    machine.has = {*HEADLESS, *SCREEN}
    debian.supply_qt({**HEADLESS, **SCREEN})
    assert machine.asked == []


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, {}),
        ({"QT_QPA_PLATFORM": "offscreen"}, HEADLESS),
        ({"DISPLAY": ":0"}, HEADLESS | SCREEN),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, HEADLESS | SCREEN),
        ({"WAYLAND_DISPLAY": "wayland-0"}, HEADLESS | WAYLAND),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, HEADLESS),
        ({"QT_QPA_PLATFORM": "xcb"}, HEADLESS | SCREEN),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, HEADLESS | WAYLAND),
    ],
)
def test_the_screen_decides_which_libraries_a_window_needs(environ: dict[str, str], expected: dict[str, str]) -> None:
    assert debian.libraries_for_a_window(environ) == expected


def test_a_look_finds_what_is_there_and_misses_what_is_not() -> None:
    assert debian.missing({"libc.so.6": "libc6", "libnowhere.so.1": "nowhere", "sh": "dash", "no-such": "none"}) == {
        "libnowhere.so.1": "nowhere",
        "no-such": "none",
    }
