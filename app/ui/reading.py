"""Reading a typed text in the background; of several, only the answer to the latest is shown.

Rules of the file: what is no longer wanted is given up between two of its parts, so that the next text never waits
for the rest of the one before.
"""

from __future__ import annotations

from app.core.errors import BellLapError
from app.core.plan import Plan
from app.core.tongue import tr
from app.ui.background import Background
from app.ui.desk import Desk
from app.ui.library_page import LibraryPage


class Reading:
    """Reads for the library page."""

    def __init__(self, desk: Desk, background: Background) -> None:
        self._desk, self._background = desk, background
        self._number = 0
        """Of the latest; read by the background's thread, written by the window's alone."""

    def read(self, text: str, library: LibraryPage) -> None:
        """Read a text; the page is shown what it means, or why it means nothing."""
        self._number += 1
        number = self._number
        n_lines = len(text.splitlines())
        said = tr("Reading {n} lines …").format(n=f"{n_lines:,}") if n_lines > 1 else tr("Reading what you typed …")
        library.show_reading(said)

        def is_wanted() -> bool:
            return number == self._number

        def then(plan: Plan | None) -> None:
            if plan is not None and is_wanted():
                library.show_read(plan)

        def failed(error: BellLapError) -> None:
            if is_wanted():
                library.show_faults(str(error))

        def slow() -> Plan | None:
            from app.notation.reading import Unwanted  # noqa: PLC0415 - the grammar loads when a text is read
            from app.notation.typed import read_typed  # noqa: PLC0415 - as above

            try:
                workout = read_typed(text, is_wanted)
            except Unwanted:
                return None
            return self._desk.plan(workout) if is_wanted() else None

        self._background.ask(slow, then, failed)

    def cancel(self) -> None:
        """Want no answer any more."""
        self._number += 1
