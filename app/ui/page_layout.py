"""Where the parts of the window stand: banner, sidebar, page, and the sheets over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from app.ui.sidebar import WIDTH

if TYPE_CHECKING:
    from app.ui.pages import Pages

WITH_SIDEBAR = ("workouts", "practice", "editor", "history", "pacing", "sound", "settings")
ENTERED = ("practice", "editor", "pacing", "sound", "settings")
"""Pages that look at what is set whenever they are gone to."""
BESIDE, WIDE = 760, 1000
"""From these widths on the sidebar stands at the left, and has its full width."""
NARROW = 204


def focus_of(pages: Pages, name: str) -> QWidget:
    """Return what gets the focus on a page: its list, or nothing that takes a key."""
    match name:
        case "workouts":
            return pages.library.list
        case "history":
            return pages.history.list
        case "editor" if not pages.is_under_way:
            return pages.ways.page.text_area
        case "result":
            return pages.result
        case _:
            return pages


def arrange(pages: Pages) -> None:
    """Lay the window out."""
    width, height = pages.width(), pages.height()
    room = QRect(0, 0, width, height)
    if not pages.banner.isHidden():
        tall = pages.banner.height_for(width)
        pages.banner.setGeometry(0, 0, width, tall)
        pages.banner.arrange()
        room.setTop(tall)
    if pages.page in WITH_SIDEBAR:
        if width >= BESIDE:
            side = WIDTH if width >= WIDE else NARROW
            pages.sidebar.setGeometry(0, room.y(), side, room.height())
            room.setLeft(side)
        else:
            pages.sidebar.setGeometry(0, room.y(), width, pages.sidebar.flat_height(room.height()))
            room.setTop(room.y() + pages.sidebar.height())
    pages.page_of(pages.page).setGeometry(room)
    pages.sheets.arrange(room)
