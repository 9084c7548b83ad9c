"""Loading: the modules of the pages, brought in one by one between the window's events.

Rules of the file: in the window's thread and in no other. PySide makes an enum when it is first asked for, and two
threads that do so at once end the process: half of the starts under load did, once a thread loaded pages while the
window painted. One module is loaded a turn, so that nothing waits long for its turn.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

FIRST = (
    "keycap", "text", "banner", "choices", "desk", "workbench", "choosing", "favourites", "keys", "stamps", "keyboard",
    "foot", "phases", "profile", "progress", "dates", "shelf", "shortened", "entry", "rename_field", "chosen",
    "finding", "ring", "star", "filters", "search_field", "vacant", "scroll", "shelf_row", "workout_list", "finder",
    "typed_field", "library_page", "drafting", "drops", "editing", "answering", "handing", "shelving", "editor_ways",
    "making", "made_pages", "mends", "opening", "options", "word_button", "figures", "sidebar", "page_layout",
    "palettes", "reading", "results", "awake", "past_runs", "sessions", "sheets", "guess_entry", "rows", "guessing",
    "practising", "pages",
)  # fmt: skip
"""What the first page needs, each behind what it needs itself; held by tests/ui/test_loading.py."""
REST = (
    "run_figures", "dials", "blind", "board", "aloud", "band", "face", "figurerow", "hero", "laptable", "live",
    "mend_rows", "runners", "dots", "spot", "rounds", "oval", "strip", "run_track", "run_caps", "run_layout",
    "run_page", "picture", "digest", "digests", "past_rows", "history_page", "totals", "bars", "bigfigure",
    "guess_panel", "offer", "outcome", "practice_outcome", "result_foot", "result_head", "resulttable", "roll",
    "statgrid", "trend", "result_layout", "result_page", "practice_page", "lap_sheet", "key_sheet", "flash", "taps",
    "calibration", "cue_names", "switch", "tone_pick", "volume", "cue_rows", "loudspeaker", "sound_body", "sound_page",
    "key_caps", "key_row", "rebinding", "section", "columns", "columns_page", "swatches", "settings_sections",
    "settings_body", "settings_page", "field", "races", "split_card", "field_section", "race_sections",
    "track_sections", "pacing_body", "pacing_page", "overlay", "ware_row", "export_sheet", "paper_rows", "paper",
    "print_sheet",
)  # fmt: skip
"""What the other pages need, likewise."""
EDITOR = (
    "block_words", "block_drop", "block_row", "block_view", "block_list", "block_menu", "blocks", "editor_remarks",
    "editor_reading", "editor_places", "editor_underline", "editor_text", "editor_list", "editor_notes", "editor_start",
    "editor_side", "editor_tags", "editor_head", "editor_totals", "editor_plan", "editor_keys",
    "editor_page",
)  # fmt: skip
"""What the editor needs, likewise; all of it needs the grammar."""


def load_grammar() -> None:
    """Load what reads a text, half a second on a cold start; for the background, since it knows nothing of Qt."""
    import_module("app.notation.editing")


def load(owner: QObject, names: Iterable[str], then: Callable[[], None] = lambda: None) -> None:
    """Load modules of this room, one a turn of the window's loop.

    Args:
        owner: once it is gone, no more are loaded.
        names: of the modules, such as `pages`.
        then: called when all are there.
    """
    left = deque(names)

    def step() -> None:
        if not left:
            then()
            return
        import_module(f"app.ui.{left.popleft()}")
        QTimer.singleShot(0, owner, step)

    step()
