"""Text fields in the house's manner: quiet panel, no frame of the system's."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.bounds import TEXT_CHARS
from app.core.tongue import tr
from app.ui import design

SHOWN_CHARS = 400
"""A longer text, or one of several lines, is shown by its beginning and its size. Longer than any line a coach writes.

Source: measured offscreen; 100,000 characters in a bare field block the window for 19 ms and more at each key."""
BEGINNING = 18


class Entry(QLineEdit):
    """One line of text on a panel."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None, px: int = design.BODY) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setFont(design.lettering(px))
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTextMargins(QMargins(14, 0, 14, 0))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)  # the panel is painted below
        self.setPalette(clear)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel behind the text."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        painter.setPen(QPen(colours.of("ink" if focus else "line"), 2 if focus else 1.4))
        painter.setBrush(colours.of("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), design.RADIUS, design.RADIUS)
        painter.end()
        super().paintEvent(event)


class LongEntry(Entry):
    """An entry that takes a text of any length: what is long is kept whole and shown in short.

    Whichever way a long text comes in, by paste, drop or program, the field's validator sees it before it is laid out.
    Taking something away from the short form takes the long text away; adding to it changes nothing.
    """

    def __init__(self, placeholder: str = "", parent: QWidget | None = None, px: int = design.BODY) -> None:
        super().__init__(placeholder, parent, px)
        self._whole, self._short = "", ""
        self.setMaxLength(TEXT_CHARS + 1)  # one more than may be read, so that too much is said and not cut
        self.setValidator(_Keeper(self))

    def text(self) -> str:
        """Return the whole text."""
        return self._whole if self._short else super().text()

    @property
    def is_long(self) -> bool:
        """Whether the text is shown in short."""
        return bool(self._short)

    def _take(self, text: str) -> str:
        """Return what is shown of a text that is about to stand in the field."""
        if self._short:
            if text == self._short:
                return text
            before = _same(text, self._short)
            behind = _same(text[before:][::-1], self._short[before:][::-1])
            if before + behind >= len(self._short) and len(text) <= len(self._short) + SHOWN_CHARS:
                return self._short  # something was added to it
            if before + behind == len(text):
                text = ""  # something was taken away
        text = text.strip("\r\n")
        if len(text) <= SHOWN_CHARS and "\n" not in text and "\r" not in text:
            self._whole, self._short = "", ""
            return text
        n_lines = len(text.splitlines())
        size = tr("{n} characters").format(n=f"{len(text):,}")
        if n_lines > 1:
            size = tr("{n} lines").format(n=f"{n_lines:,}")
        self._whole, self._short = text, f"{' '.join(text[:BEGINNING].split())} …  ({size})"
        return self._short


class _Keeper(QValidator):
    """Sees what is about to stand in the field."""

    def __init__(self, entry: LongEntry) -> None:
        super().__init__(entry)
        self._entry = entry

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Let a text stand as it is shown."""
        shown = self._entry._take(text)  # noqa: SLF001 - its other half
        return QValidator.State.Acceptable, shown, at if shown == text else len(shown)


def _same(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))
