"""Reading a typed text in the background; of several, only the answer to the latest is shown."""

from __future__ import annotations

from app.core.errors import BellLapError
from app.core.plan import Plan
from app.ui.background import Background
from app.ui.desk import Desk
from app.ui.library_page import LibraryPage


class Reading:
    """Reads for the library page."""

    def __init__(self, desk: Desk, background: Background) -> None:
        self._desk, self._background = desk, background
        self._number = 0

    def read(self, text: str, library: LibraryPage) -> None:
        """Read a text; the page is shown what it means, or why it means nothing."""
        self._number += 1
        number = self._number

        def then(plan: Plan) -> None:
            if number == self._number:
                library.show_read(plan)

        def failed(error: BellLapError) -> None:
            if number == self._number:
                library.show_faults(str(error))

        self._background.ask(lambda: self._desk.plan(self._desk.read(text)), then, failed)
