"""`bell-lap edit`: what its word means, and one sentence where no window can open."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import edit
from app.cli.edit import to_edit
from app.core.errors import InputError
from app.ui.workbench import ToEdit
from tests.cli.programs import Bell


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[ToEdit]:
    """What the window was opened with."""
    with_: list[ToEdit] = []

    def open_window(_data_dir: str | None, *, edit: ToEdit) -> int:
        with_.append(edit)
        return 0

    monkeypatch.setattr(edit, "open_window", open_window)
    return with_


def test_without_a_display_it_is_one_sentence(bell: Bell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    answer = bell("edit", "pyramid")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "there is no display" in answer.err
    assert "bell-lap run FILE" in answer.err


def test_a_name_of_the_library_wins_then_a_file_and_with_none_the_editor_opens(
    bell: Bell, opened: list[ToEdit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "club.fit").write_bytes(b"whatever it is")
    monkeypatch.chdir(tmp_path)
    for words in (("Timed mile",), ("timed-mile",), ("club.fit",), ()):
        assert bell("edit", *words).code == 0
    club = ToEdit(path=str(tmp_path / "club.fit"))
    assert opened == [ToEdit("timed-mile"), ToEdit("timed-mile"), club, ToEdit()]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("pyramide", "did you mean pyramid?"),
        ("/no/such/file.fit", "neither a workout of the library nor a file"),
        ("x" * 5000, "neither"),
        ("a\0b", "neither"),
    ],
)
def test_what_is_neither_is_said_in_one_sentence(words: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        to_edit(words, None)
