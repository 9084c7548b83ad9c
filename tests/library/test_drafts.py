"""Drafts: what is typed and not saved outlives a process that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.bounds import DRAFT_BYTES
from app.core.errors import InputError, StoreError
from app.library.drafts import Draft, drop_draft, read_drafts, write_draft

TYPES = """
import sys
from pathlib import Path
from app.library.drafts import Draft, write_draft
n = 0
while True:
    n += 1
    write_draft(Path(sys.argv[1]), Draft("a", f"{n} x 400 " + "and so on " * 2000 + f"{n}"))
    if n == 3:
        print("typing", flush=True)
"""
drafts = st.builds(
    Draft, st.just("a"), st.text(max_size=50), st.text(max_size=9), st.text(max_size=9),
    st.lists(st.text(max_size=5), max_size=3).map(tuple),
)  # fmt: skip


@given(drafts)
@settings(max_examples=30)
def test_a_draft_is_read_as_it_was_kept(draft: Draft) -> None:
    with TemporaryDirectory() as folder:
        write_draft(Path(folder), draft)
        assert read_drafts(Path(folder)) == (draft,)


def test_a_draft_survives_a_process_that_is_killed_while_it_writes(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", TYPES, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    (draft,) = read_drafts(tmp_path)
    first, _, last = draft.text.partition(" x 400 ")
    assert last.endswith(first), "whole, whichever it is"


def test_several_are_kept_apart_and_the_newest_stands_first(tmp_path: Path) -> None:
    for number, slot in enumerate(("a", "b", "c")):
        write_draft(tmp_path, Draft(slot, slot))
        os.utime(tmp_path / "drafts" / f"{slot}.json", ns=(number, number))
    drop_draft(tmp_path, "b")
    drop_draft(tmp_path, "b")
    assert [draft.text for draft in read_drafts(tmp_path)] == ["c", "a"]


def test_one_that_is_damaged_is_let_be(tmp_path: Path) -> None:
    write_draft(tmp_path, Draft("a", "4 x 400"))
    for name, text in (("b", '{"text": "8 x'), ("c", "[1]"), ("UP", "{}")):
        (tmp_path / "drafts" / f"{name}.json").write_text(text, "utf-8")
    assert [draft.slot for draft in read_drafts(tmp_path)] == ["a"]
    assert len([*(tmp_path / "drafts").iterdir()]) == 4


def test_what_is_too_long_or_finds_no_room_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="too long to be kept unsaved: at most 1 MB"):
        write_draft(tmp_path, Draft("a", "x" * DRAFT_BYTES))
    (tmp_path / "drafts").write_text("in the way", "utf-8")
    with pytest.raises(StoreError, match="cannot be kept until it is saved"):
        write_draft(tmp_path, Draft("a", "4 x 400"))
    assert read_drafts(tmp_path) == ()
