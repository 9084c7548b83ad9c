"""The window, with the house behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.folder import look

if TYPE_CHECKING:
    from app.ui.desk import Desk


def open_window(data_dir: str | None) -> int:
    """Open the window on the library page; returns when it is closed."""
    from app.ui.start import run_window  # noqa: PLC0415 - Qt loads only for a window

    def house() -> Desk:
        from app.bootstrap.house import House  # noqa: PLC0415 - heavy, so it waits for the first paint

        return House(data_dir)

    return run_window(house, look(data_dir))
