"""Settings: what is remembered, and a file that cannot be read never stops anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.bounds import FILE_BYTES, LEAST_LAP_MS
from app.core.errors import StoreError
from app.core.units import format_time
from app.settings import FILE, Settings, load_settings, save_settings

ASIDE = "settings.unreadable.json"
times = st.none() | st.integers(1, 86_399).map(lambda s: format_time(s, 0)) | st.just("223.1234567")  # type: ignore[arg-type]


@given(
    st.builds(
        Settings,
        goal=times,
        best=times,
        track_m=st.integers(50, 5000),
        lead_in_s=st.sampled_from([0, 3, 5, 10]),
        mark_every_m=st.none() | st.integers(10, 5000),
        output=st.sampled_from(["auto", "simpleaudio", "miniaudio", "silent"]),
        palette=st.text(max_size=40),
        window=st.text(max_size=100),
        text_size=st.integers(100, 200),
        language=st.sampled_from(["", "en", "es"]),
        flashes=st.booleans(),
        stays_awake=st.booleans(),
        least_lap_ms=st.integers(0, LEAST_LAP_MS),
        keys=st.dictionaries(st.text(max_size=9), st.lists(st.text(max_size=9), max_size=3).map(tuple), max_size=5),
        miles=st.booleans(),
        lap_seconds=st.booleans(),
        half_days=st.booleans(),
        favourites=st.lists(st.text(max_size=20), max_size=5).map(tuple),
        welcomed=st.booleans(),
    )
)
def test_what_was_saved_is_loaded(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    folder = tmp_path_factory.mktemp("settings")
    save_settings(settings, folder)
    assert load_settings(folder) == (settings, "")
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_where_nothing_was_set_the_defaults_hold_without_a_word(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "nowhere") == (Settings(), "")
    assert (Settings().track_m, Settings().lead_in_s, Settings().goal) == (400, 5, None)


def test_what_a_later_version_set_does_not_cost_the_rest(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"goal": "5:20", "hologram": true}', encoding="utf-8")
    assert load_settings(tmp_path) == (Settings(goal="5:20"), "")


DAMAGED = {
    "empty": b"",
    "cut off": b'{"goal": "5:2',
    "no JSON": b"goal = 5:20",
    "a list": b"[]",
    "bytes": bytes(range(256)),
    "zeros, as after a power cut": bytes(300),
    "no time": b'{"goal": "5:75"}',
    "a lead-in that is none": b'{"lead_in_s": 4}',
    "a track of nothing": b'{"track_m": 0}',
    "an output that is none": b'{"output": "gramophone"}',
    "deep": b"[" * 100_000,
    "too large": json.dumps({"goal": "5:20", "more": "x" * FILE_BYTES}).encode(),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_file_that_cannot_be_read_is_kept_aside_and_said(tmp_path: Path, name: str) -> None:
    (tmp_path / FILE).write_bytes(DAMAGED[name])
    loaded, said = load_settings(tmp_path)
    assert loaded == Settings()
    assert said == f"Settings could not be read; the defaults hold, and the old file is kept as {ASIDE}."
    assert (tmp_path / ASIDE).read_bytes() == DAMAGED[name]
    assert load_settings(tmp_path) == (Settings(), ""), "said once"


def test_what_cannot_even_be_moved_is_said_and_stops_nothing(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    loaded, said = load_settings(in_the_way)
    assert (loaded, said) == (Settings(), f"Settings could not be read from {in_the_way / FILE}; the defaults hold.")


def test_a_folder_that_cannot_be_written_is_said_and_the_old_settings_stand(tmp_path: Path) -> None:
    save_settings(Settings(goal="5:20"), tmp_path)
    (tmp_path / f"{FILE}.new").mkdir()  # where the new file should be written
    with pytest.raises(StoreError, match=r"settings could not be saved in .*: Is a directory; free or unlock it"):
        save_settings(Settings(goal="4:59"), tmp_path)
    assert load_settings(tmp_path) == (Settings(goal="5:20"), "")
