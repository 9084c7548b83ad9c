"""`bell-lap convert`: what is lost is said before the file is written; and nothing is written over unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.interchange.fit import FORMAT as FIT
from app.interchange.sheet import SheetRead
from tests.cli.programs import Bell
from tests.interchange.lapped_run import RUN

LINE = "8 x 400m @ mile pace w/ full recovery"


def test_a_line_becomes_a_file_for_a_watch(bell: Bell, tmp_path: Path) -> None:
    out = tmp_path / "eight.fit"
    answer = bell("convert", "8 x 400m w/ 200m jog", str(out))
    assert answer.code == 0
    assert answer.err == ""
    assert answer.out == f"{out}: 8 x 400m w/ 200m jog, as fit; nothing is lost\n"
    (held,) = FIT.read(out.read_bytes())
    assert isinstance(held, SheetRead)
    assert held.sheet.name == "8 x 400m w/ 200m jog"


def test_each_loss_is_said_on_one_line(bell: Bell, tmp_path: Path) -> None:
    out = tmp_path / "eight.icu.txt"
    answer = bell("convert", LINE, str(out), "--goal", "5:20")
    assert answer.code == 0
    assert answer.err.splitlines() == ["bell-lap: mile pace is written as 5:20 per mile"]
    assert "1 loss" in answer.out
    assert "400mtr 5:20/mi Pace" in out.read_text("utf-8")
    document = bell("convert", LINE, str(out), "--goal", "5:20", "--json", "--force").document
    assert document["format"] == "icu"
    assert document["losses"] == [{"what": "mile pace is written as 5:20 per mile", "place": [0, 0]}]
    assert document["bytes"] == out.stat().st_size


def test_a_file_of_another_program_is_converted_by_its_content(bell: Bell, tmp_path: Path) -> None:
    given, out = tmp_path / "theirs.fit", tmp_path / "ours.toml"
    given.write_bytes(b"Theirs\n\n3x\n- 400mtr intensity=active\n- 2m intensity=recovery\n")
    answer = bell("convert", str(given), str(out))
    assert answer.code == 0
    assert answer.err == "bell-lap: it is called .fit and holds intervals.icu: read as that\n"
    assert bell("show", str(out)).out.startswith("Theirs\n")


def test_a_name_of_the_library_and_the_standard_output_serve_too(bell: Bell) -> None:
    said = bell("convert", "pyramid", "-", "--to", "icu", "--goal", "5:20")
    assert said.code == 0
    assert "mtr" in said.out
    assert said.out.endswith("\n")
    assert all(line.startswith("bell-lap: ") for line in said.err.splitlines())


def test_what_is_there_stays_unless_forced(bell: Bell, tmp_path: Path) -> None:
    out = tmp_path / "a.txt"
    out.write_text("mine", "utf-8")
    assert "--force" in bell("convert", LINE, str(out)).err
    assert bell("convert", LINE, str(out)).code == 2
    assert out.read_text("utf-8") == "mine"
    assert bell("convert", LINE, str(out), "--force").code == 0
    assert out.read_text("utf-8") != "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [((LINE, "a.pdf"), "no format"), ((LINE, "a.json"), "only read"), ((LINE, "a.fit", "--to", "gpx"), "only read"),
     ((LINE, "-"), "--to"), ((LINE, "-", "--to", "icu", "--json"), "--json"), (("run.tcx", "a.fit"), "holds a run"),
     (("zzz qqq", "a.fit"), "neither a workout"), ((LINE, "no/such/a.fit"), "could not be written")],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_line(
    bell: Bell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("run.tcx").write_bytes(RUN)
    answer = bell("convert", *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err.splitlines()[-1]
    assert [path.name for path in tmp_path.iterdir() if path.name != "data"] == ["run.tcx"]
