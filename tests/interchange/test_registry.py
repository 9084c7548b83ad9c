"""The registry: which format a file is, by its content, whatever it is called."""

from __future__ import annotations

import pytest

from app.core.athlete import Athlete
from app.interchange.format import Format
from app.interchange.registry import FORMATS, format_for, format_named, format_of, misnamed
from app.interchange.sheet import ForTime, Sheet, SheetStep

ONE = Sheet("One", (SheetStep(ForTime(60_000)),))
WRITTEN = [each for each in FORMATS if each.write is not None]


def keys(each: Format) -> str:
    return each.key


@pytest.mark.parametrize("each", WRITTEN, ids=keys)
def test_each_format_knows_its_own_files_and_no_other_format_claims_them(each: Format) -> None:
    assert each.write is not None
    data = each.write(ONE, Athlete())
    assert format_of(data) is each
    assert [other.key for other in FORMATS if other.looks_like(data[:1024])] == [each.key]


def test_what_can_be_read_alone_is_known_too() -> None:
    found = format_of(b'<?xml version="1.0"?>\n<gpx version="1.1"><trk/></gpx>'), format_of(b' {"workoutName": 1}')
    assert [each.key for each in found if each is not None] == ["gpx", "garmin-json"]


_NONE = [
    b"",
    b"8 x 400m w/ 200m jog\n",
    b'name = "Ours"\nsteps = []\n',
    b"- 8x400m w/ 200 jog\n",
    b"\0" * 100,
    b"<html>",
]


@pytest.mark.parametrize("data", _NONE)
def test_what_is_none_of_them_is_none(data: bytes) -> None:
    assert format_of(data) is None


def test_a_name_is_a_hint_and_a_wrong_one_is_said() -> None:
    found = {name: format_for(name) for name in ("A.FIT", "b.zwo", "c.icu.txt", "d.json", "e.txt", "f.toml", "fit", "")}
    assert {name: each.key if each else None for name, each in found.items()} == {
        "A.FIT": "fit", "b.zwo": "zwo", "c.icu.txt": "icu", "d.json": "garmin-json", "e.txt": None, "f.toml": None,
        "fit": None, "": None,
    }  # fmt: skip
    tcx = format_named("tcx")
    assert tcx is not None
    assert misnamed("a.fit", tcx) == "it is called .fit and holds TCX: read as that"
    assert misnamed("a.tcx", tcx) == misnamed("a.txt", tcx) == misnamed("a", tcx) == ""


def test_keys_and_names_are_each_once() -> None:
    assert len({each.key for each in FORMATS}) == len({each.name for each in FORMATS}) == len(FORMATS)
    assert [format_named(each.key) for each in FORMATS] == [*FORMATS]
    assert format_named("csv") is None
