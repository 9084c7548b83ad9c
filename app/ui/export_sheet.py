"""The export sheet: which format, what of the workout does not come through, and only then where it is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QScrollArea, QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.overlay import Overlay
from app.ui.scroll import ThinBar
from app.ui.text import Text
from app.ui.ware_row import LOW_ROW, ROW, WareRow
from app.ui.workbench import Packed, Ware

SIZE = (820, 560)
BESIDE = 560
"""From this width on the losses stand beside the formats."""
MOST = 200
"""Losses that are listed; a sentence says how many more there are."""


class ExportSheet(Overlay):
    """Asks for a format."""

    def __init__(
        self,
        parent: QWidget,
        wares: tuple[Ware, ...],
        pack: Callable[[Ware], None],
        save: Callable[[Ware, Packed], None],
        copy: Callable[[Packed], None],
    ) -> None:
        """Make it, hidden.

        Args:
            parent: what it covers.
            wares: the formats.
            pack: called with a format that is looked at; its answer comes by `show_packed` or `show_failed`.
            save: called with what is to be written.
            copy: called with what is to be put on the clipboard.
        """
        super().__init__(parent, tr("Export"), SIZE)
        self._pack = pack
        self._packed: dict[str, Packed] = {}
        self._failed: dict[str, str] = {}
        self.rows = [WareRow(ware, self) for ware in wares]
        for row in self.rows:
            row.toggled.connect(lambda checked, row=row: self._chose(row.ware) if checked else None)
        self.verdict = Text("", design.BODY, design.SEMIBOLD, parent=self).wrapped()
        self.losses = Text("", design.SMALL, parent=None).wrapped()
        self.losses.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setVerticalScrollBar(ThinBar("panel"))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.losses)
        self.losses.setAutoFillBackground(False)
        self.hint = Text("", design.MICRO, tone="quiet", parent=self).wrapped()
        self.hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.save, self.copy, _ = self.put_buttons(
            ((tr("Save as …"), lambda: self._do(save)), (tr("Copy"), lambda: self._do(lambda _, packed: copy(packed))))
        )

    @property
    def ware(self) -> Ware:
        """The format that is chosen."""
        return next(row.ware for row in self.rows if row.isChecked())

    def begin(self, name: str) -> None:
        """Show it for a workout, with the format that was chosen last."""
        self._packed, self._failed = {}, {}
        self.about.say(name)
        chosen = next((row for row in self.rows if row.isChecked()), self.rows[0])
        if chosen.isChecked():
            self._chose(chosen.ware)
        else:
            chosen.setChecked(True)
        self.enter(chosen)

    def show_packed(self, ware: Ware, packed: Packed) -> None:
        """Show what of the workout does not come through."""
        self._packed[ware.key] = packed
        self._show()

    def show_failed(self, ware: Ware, why: str) -> None:
        """Show why it cannot be written in a format."""
        self._failed[ware.key] = why
        self._show()

    def _chose(self, ware: Ware) -> None:
        if ware.key not in self._packed and ware.key not in self._failed:
            self._pack(ware)
        self._show()

    def _do(self, what: Callable[[Ware, Packed], None]) -> None:
        ware = self.ware
        if ware.key in self._packed:
            what(ware, self._packed[ware.key])

    def _show(self) -> None:
        ware = self.ware
        packed, failed = self._packed.get(ware.key), self._failed.get(ware.key)
        losses: tuple[str, ...] = packed.losses if packed is not None else ()
        if failed is not None:
            self.verdict.say(failed, "slower")
        elif packed is None:
            self.verdict.say(tr("Looking at what comes through …"), "quiet")
        elif not losses:
            self.verdict.say(tr("All of it comes through."), "ink")
        else:
            self.verdict.say(tr("This does not come through:"), "ink")
        shown = [f"–  {_sentence(loss)}" for loss in losses[:MOST]]
        if len(losses) > MOST:
            shown.append(tr("and {n} more").format(n=len(losses) - MOST))
        self.losses.say("\n".join(shown))
        self.area.verticalScrollBar().setValue(0)
        self.hint.say(_hint(ware))
        for button in (self.save, self.copy):
            button.setEnabled(packed is not None)
        self.copy.setVisible(ware.suffix in (".txt", ".toml"))
        self.setAccessibleDescription(" ".join((self.verdict.text(), *shown)))
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close it with Esc, save with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.save.isEnabled():
            self.save.click()
        else:
            super().keyPressEvent(event)

    def arrange_body(self, body: QRect) -> None:
        """Put the formats at the left and what they lose at the right, or below."""
        beside = body.width() >= BESIDE
        width = min(300, round(0.42 * body.width())) if beside else body.width()
        tall = ROW if body.height() >= len(self.rows) * ROW * (1 if beside else 1.5) else LOW_ROW
        columns = 1 if beside else 2
        lines = -(-len(self.rows) // columns)
        if beside and lines * tall > body.height():
            tall = body.height() // lines
        for number, row in enumerate(self.rows):
            line, column = divmod(number, columns)
            wide = width // columns
            row.setGeometry(body.x() + column * wide, body.y() + line * tall, wide, tall)
        if beside:
            right = QRect(body.x() + width + 32, body.y() + 8, body.width() - width - 32, body.height() - 8)
        else:
            right = body.adjusted(0, lines * tall + 8, 0, 0)
        said = self.verdict.heightForWidth(right.width())
        hint = self.hint.heightForWidth(right.width()) if self.hint.text() and right.height() > 160 else 0
        self.hint.setVisible(bool(hint))
        self.verdict.setGeometry(right.x(), right.y(), right.width(), said)
        self.area.setGeometry(right.adjusted(0, said + 8, 0, -hint - 8 if hint else 0))
        self.hint.setGeometry(right.x(), right.bottom() - hint + 1, right.width(), hint)

    def paint_more(self, painter: QPainter) -> None:
        """Paint the line between formats and losses."""
        if self.verdict.x() > self.rows[0].geometry().right():
            x = self.rows[0].geometry().right() + 16
            painter.fillRect(
                x, self.rows[0].y(), 1, self.area.geometry().bottom() - self.rows[0].y(), design.palette().of("line")
            )


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}".rstrip(".") + "."


def _hint(ware: Ware) -> str:
    """Say what to do with the file; of FIT, as the makers of watches want it.

    Source: Garmin watches import what is copied into `GARMIN/NewFiles` over USB.
    """
    if ware.key == "fit":
        return tr("Copy the file into the folder GARMIN/NewFiles of a watch that is plugged in.")
    if ware.key == "zwo":
        return tr("Copy the file into Documents/Zwift/Workouts, into the folder with your number.")
    if ware.key == "icu":
        return tr("Paste it into the description of a planned workout on intervals.icu.")
    return ""
