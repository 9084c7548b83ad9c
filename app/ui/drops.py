"""Drops: files and texts that are dragged on the window or pasted, wherever no field takes them.

Rules of the file: all of it is read in the background. A workout opens in the editor, a run's result is shown, several
are listed; what is not taken is said in a sentence. A workout that runs is never left.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from app.core.errors import BellLapError
from app.core.tongue import tr
from app.ui import design
from app.ui.background import Background
from app.ui.desk import Desk
from app.ui.workbench import Carried

if TYPE_CHECKING:
    from app.ui.pages import Pages

SAID_AFTER_MS = 300
"""A reading that takes longer is said."""
INSET = 20


class DropVeil(QWidget):
    """Lies over the window while something is dragged on it."""

    def __init__(self, parent: QWidget, take: Callable[[QMimeData], None]) -> None:
        super().__init__(parent)
        self._take = take
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Drop it here"))
        self.hide()

    def begin(self) -> None:
        """Show it."""
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what is dragged."""
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take it anywhere."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Go away with it."""
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        self.hide()
        event.setDropAction(Qt.DropAction.CopyAction)  # whatever was proposed: nothing is moved from where it is
        event.accept()
        self._take(event.mimeData())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a frame to aim at, and what happens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        veil = QColor(colours.of("ground"))
        veil.setAlpha(242)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(colours.of("work"), 3, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET), 14, 14)
        room = QRectF(self.rect()).adjusted(2 * INSET, 0, -2 * INSET, 0)
        painter.setPen(colours.of("ink"))
        painter.setFont(design.lettering(design.TITLE if self.width() > 560 else design.LARGE, design.SEMIBOLD))
        middle = room.center().y()
        centred = Qt.AlignmentFlag.AlignHCenter
        painter.drawText(QRectF(room.x(), middle - 52, room.width(), 48), centred, tr("Drop it here"))
        painter.setPen(colours.of("quiet"))
        painter.setFont(design.lettering(design.BODY))
        said = tr("A workout opens in the editor, a run goes into the history.")
        below = QRectF(room.x(), middle + 8, room.width(), 80)
        painter.drawText(below, centred.value | Qt.TextFlag.TextWordWrap.value, said)
        painter.end()


class Drops(QObject):
    """Takes what comes in."""

    def __init__(self, pages: Pages, desk: Desk, background: Background) -> None:
        super().__init__(pages)
        self._pages, self._desk, self._background = pages, desk, background
        self.veil = DropVeil(pages, self.take)
        self._says = QTimer(self)
        self._says.setSingleShot(True)
        self._says.setInterval(SAID_AFTER_MS)
        self._says.timeout.connect(self._say_reading)
        self._reading = self._said = ""
        pages.setAcceptDrops(True)
        pages.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show the veil as soon as something that can be taken is dragged on the window."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if event.source() is None and can_take(event.mimeData()):
                event.acceptProposedAction()
                self.veil.begin()
                return True
        elif event.type() == QEvent.Type.DragLeave:
            self.veil.hide()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent) and can_take(event.mimeData()):
            self.veil.dropEvent(event)  # dropped before the veil was under it
            return True
        return False

    def paste(self) -> None:
        """Take what is on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, mime: QMimeData) -> None:
        """Take files, or a text."""
        paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.take_files(paths)
        elif mime.hasUrls() and not mime.hasText():
            self._refuse((tr("this is no file of this machine; save it first, then drop it here"),))
        elif mime.hasText():
            text, bench = mime.text(), self._desk.bench
            self._background.ask(lambda: bench.carry_text(text), self._carried, self._failed)

    def take_files(self, paths: list[str]) -> None:
        """Take files; what they hold is shown once all are read."""
        self._reading = tr("Reading the file …")
        if len(paths) > 1:
            self._reading = tr("Reading {n} files …").format(n=len(paths))
        self._says.start()
        bench = self._desk.bench
        self._background.ask(lambda: bench.carry(paths), self._carried, self._failed)

    def _say_reading(self) -> None:
        self._said = self._reading
        self._pages.banner.ask(self._reading, ())

    def _done(self) -> None:
        """Take away what said that it is read."""
        self._says.stop()
        banner = self._pages.banner
        if self._said and banner.sentence.text() == self._said and not banner.isHidden():
            banner.hide()
            self._pages.arrange()
        self._said = ""

    def _failed(self, error: BellLapError) -> None:
        self._done()
        self._pages.told(error)

    def _carried(self, found: Carried) -> None:
        self._done()
        pages = self._pages
        is_free = not pages.is_under_way
        said: list[str] = []
        if found.workouts:
            pages.editing.show(found.workouts[0], goes=is_free)
            if not is_free:
                said.append(tr("It is in the editor, for when the workout here is over."))
        if found.shelved:
            n = len({each.workout_id for each in found.shelved})
            said.append(tr("{n} workouts are on the shelf now.").format(n=n))
            pages.list_anew()
        said += self._show_runs(found, goes=is_free and not found.workouts)
        if found.shelved and not found.runs and is_free:
            pages.library.finder.choose_next(found.shelved[0].workout_id)
            pages.go("workouts")
        if found.refused:
            self._refuse(found.refused, " ".join(said))
        elif said:
            pages.banner.ask(" ".join(said), ((tr("Good"), lambda: None),))

    def _show_runs(self, found: Carried, *, goes: bool) -> list[str]:
        """Show the result of one run, or list several; return what is to be said."""
        pages, runs = self._pages, found.runs
        if not runs:
            return []
        if len(runs) > 1 or not goes or found.shelved:
            if goes:
                pages.go("history")
            n = sum(run.is_new for run in runs)
            said = tr("1 run is in the history now.") if n == 1 else tr("{n} runs are in the history now.").format(n=n)
            return [said]
        (run,) = runs
        pages.results.open_past(run.past)
        return [] if run.is_new else [tr("This run was in the history already.")]

    def _refuse(self, why: tuple[str, ...], said: str = "") -> None:
        first = f"{why[0][:1].upper()}{why[0][1:]}".rstrip(".") + "."
        if len(why) > 1:
            first = tr("{sentence} And {n} more were not taken.").format(sentence=first, n=len(why) - 1)
        self._pages.banner.ask(f"{said} {first}".strip(), ((tr("Good"), lambda: None),), "slower")


def can_take(mime: QMimeData) -> bool:
    """Whether what is dragged may be something of ours: files, or a text."""
    return bool(mime.hasUrls() or mime.hasText())
