"""Making the pages that are not made with the window, each when it is first shown.

Rules of the file: a page is imported where it is made; `app.ui.loading` has loaded it behind the first one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from app.core.plan import Plan
from app.core.workout import Workout

if TYPE_CHECKING:
    from app.ui.history_page import HistoryPage
    from app.ui.pacing_page import PacingPage
    from app.ui.pages import Pages
    from app.ui.run_page import RunPage
    from app.ui.settings_page import SettingsPage
    from app.ui.sound_page import SoundPage
    from app.ui.window import Window


def make_run(pages: Pages) -> RunPage:
    """Make the run page."""
    from app.ui.run_page import RunPage  # noqa: PLC0415 - see above

    return RunPage(pages.sessions.act, lambda: pages.bindings, pages.mends.jump)


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

    def anew() -> None:
        cast("Window", pages.window()).start_anew()

    return SettingsPage(
        pages.choosing, lambda: pages.is_under_way, pages.use_palette, anew, pages.settings_changed,
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
