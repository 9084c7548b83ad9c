"""Sheets: what lies over the page for a while: all keys, the lap presses, a flash. Each is made when first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.ui.keys import Bindings

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from app.core.plan import Segment
    from app.ui.flash import Flash
    from app.ui.key_sheet import KeySheet
    from app.ui.overlay import Overlay
    from app.ui.pages import Pages


class Sheets:
    """Holds the sheets of the pages."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self.over: Overlay | None = None
        """The panel that lies over the page, or lay there last."""

    @cached_property
    def keys(self) -> KeySheet:
        """All keys."""
        from app.ui.key_sheet import KeySheet  # noqa: PLC0415 - seldom wanted, and never before the first page

        return KeySheet(self._pages, self._pages.bindings)

    @cached_property
    def flash(self) -> Flash:
        """The flash at boundaries."""
        from app.ui.flash import Flash  # noqa: PLC0415 - as above

        return Flash(self._pages)

    @property
    def shows_keys(self) -> bool:
        """Whether all keys are shown."""
        return "keys" in self.__dict__ and self.keys.isVisible()

    @property
    def is_covered(self) -> bool:
        """Whether a panel lies over the page."""
        return self.over is not None and self.over.isVisible()

    def toggle_keys(self) -> None:
        """Show all keys, or take the list away."""
        self.keys.setGeometry(self._pages.rect())
        self.keys.setVisible(self.keys.isHidden())
        self.keys.raise_()

    def use(self, held: Bindings) -> None:
        """Show other keys from now on."""
        if "keys" in self.__dict__:
            self.keys.show_keys(held)

    def flash_phase(self, segment: Segment) -> None:
        """Flash in the colour of what begins."""
        self.flash.setGeometry(self._pages.rect())
        self.flash.show_phase(segment)

    def show_laps(self) -> None:
        """Open the lap sheet under the phase band of the run page."""
        self._pages.arrange()
        self._pages.mends.sheet.show()
        self._pages.mends.sheet.raise_()

    def arrange(self, room: QRect) -> None:
        """Lay out those that there are.

        Args:
            room: what the banner leaves of the window.
        """
        pages = self._pages
        for name in ("keys", "flash"):
            if name in self.__dict__:
                getattr(self, name).setGeometry(pages.rect())
        for over in (self.over, pages.drops.veil):
            if over is not None:
                over.setGeometry(pages.rect())
        pages.guessing.arrange()
        if pages.mends.has_sheet:
            top = room.y() + (pages.run.band.height() if pages.page == "run" else 0)
            pages.mends.sheet.setGeometry(0, top, pages.width(), pages.height() - top)
