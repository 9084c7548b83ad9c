"""Making the pages that are not made with the window, each when it is first shown.

Rules of the file: a page is imported where it is made; `app.ui.loading` has loaded it behind the first one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.core.plan import Plan
from app.core.workout import Workout

if TYPE_CHECKING:
    from app.ui.editor_page import EditorPage
    from app.ui.history_page import HistoryPage
    from app.ui.pacing_page import PacingPage
    from app.ui.pages import Pages
    from app.ui.run_page import RunPage
    from app.ui.settings_page import SettingsPage
    from app.ui.sound_page import SoundPage


def make_run(pages: Pages) -> RunPage:
    """Make the run page."""
    from app.ui.run_page import RunPage  # noqa: PLC0415 - see above

    return RunPage(pages.sessions.act, lambda: pages.bindings, pages.mends.jump)


def make_editor(pages: Pages) -> EditorPage:
    """Make the editor, with what reads for it and what answers it."""
    from app.ui.editor_page import EditorPage  # noqa: PLC0415 - see above
    from app.ui.editor_reading import EditorReading  # noqa: PLC0415 - see above

    reading = EditorReading(pages.desk, pages.background, lambda said: page.show_understood(said))  # noqa: PLW0108 - made below
    page = EditorPage(reading.read)
    page.edited.connect(pages.editing.edited)
    page.asked.connect(pages.answering.answer)
    page.wants_goal.connect(lambda: pages.go("pacing"))
    return page


def make_history(pages: Pages) -> HistoryPage:
    """Make the history page."""
    from app.ui.digests import Digests  # noqa: PLC0415 - see above
    from app.ui.history_page import HistoryPage  # noqa: PLC0415 - see above

    digests = Digests(pages.desk, pages.background, lambda: not pages.is_under_way)
    return HistoryPage(pages.results.open_past, digests, lambda: pages.go("workouts"))


def make_sound(pages: Pages) -> SoundPage:
    """Make the sound page."""
    from app.ui.sound_page import SoundPage  # noqa: PLC0415 - see above

    return SoundPage(
        pages.desk, pages.choosing, lambda: pages.is_under_way, lambda: pages.keyboard.at, lambda: pages.go("workouts")
    )


def make_settings(pages: Pages) -> SettingsPage:
    """Make the settings."""
    from app.ui.settings_page import SettingsPage  # noqa: PLC0415 - see above

    return SettingsPage(
        pages.choosing, lambda: pages.is_under_way, pages.use_palette, pages.start_anew, pages.settings_changed,
        lambda: pages.go("workouts"), pages.desk.folder,
    )  # fmt: skip


def make_pacing(pages: Pages) -> PacingPage:
    """Make the pacing page."""
    from app.ui.pacing_page import PacingPage  # noqa: PLC0415 - see above

    def make(workout: Workout, then: Callable[[Plan], None]) -> None:
        pages.background.ask(
            lambda: pages.desk.plan(workout), then, pages.told
        )  # behind all that is on its way to the desk

    return PacingPage(
        pages.choosing, pages.desk.setup, lambda: pages.is_under_way, make, pages.sessions.start,
        lambda: pages.sidebar.show_choices(pages.choosing.now), lambda: pages.go("workouts"),
    )  # fmt: skip
