"""Palettes: bringing another one into force, for every page that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtWidgets import QWidget

from app.ui import design

if TYPE_CHECKING:
    from collections.abc import Iterable

_OTHER = (
    (design.DARK.name, design.DAY.name),
    (design.CONTRAST_DARK.name, design.CONTRAST_DAY.name),
)


@runtime_checkable
class Painted(Protocol):
    """A page that keeps pictures of its own."""

    def repaint_all(self) -> None:
        """Paint anew after a change of palette."""
        ...


def other_of(name: str) -> str:
    """Return the dark palette of a light one and the light one of a dark, with the same contrast."""
    return next((two if name == one else one for one, two in _OTHER if name in (one, two)), design.DARK.name)


def repaint(window: QWidget, pages: Iterable[QWidget], name: str) -> None:
    """Paint everything in a palette.

    Args:
        window: all of whose widgets are painted anew.
        pages: those that are made.
        name: of the palette.
    """
    design.use_palette(name)
    for page in pages:
        if isinstance(page, Painted):
            page.repaint_all()
    for child in cast("list[QWidget]", window.findChildren(QWidget)):
        child.update()
