"""The history page: what was run, newest first, and what came out of it; open one to see its result.

Rules of the file: the list is there at once; what came out of each session follows as it is made in the background.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.desk import Past
from app.ui.digest import Digest
from app.ui.digests import Digests
from app.ui.keycap import KeyCap
from app.ui.past_rows import ROW, SPARK, SPARK_FROM, PastDelegate, PastRow, with_evenness
from app.ui.scroll import ThinBar
from app.ui.text import Text

TOGETHER_MS = 60
"""Digests that come this close together are shown at once."""
ROLE = Qt.ItemDataRole.UserRole


class HistoryPage(QWidget):
    """Lists past sessions."""

    def __init__(
        self,
        open_one: Callable[[Past], None],
        digests: Digests | None = None,
        leave: Callable[[], object] | None = None,
    ) -> None:
        """Make the page.

        Args:
            open_one: shows the result of a session.
            digests: what came out of each; without them the list says only how it ended.
            leave: goes to the workouts; without it there is no key for it here.
        """
        super().__init__()
        self._open, self._digests = open_one, digests
        self._rows: tuple[PastRow, ...] = ()
        self._come: dict[int, Digest] = {}
        self.title = Text(tr("History"), design.TITLE, design.BOLD, parent=self)
        self.count = Text("", design.SMALL, tone="quiet", parent=self)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.spark_head = Text(tr("spread of late"), design.MICRO, tone="quiet", parent=self)
        self.spark_head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.empty = Text(tr("Nothing has been run yet."), design.LARGE, design.SEMIBOLD, parent=self).wrapped()
        self.advice = Text(tr("Enter on a workout starts one."), design.BODY, tone="quiet", parent=self).wrapped()
        for text in (self.empty, self.advice):
            text.hide()
        self.list = QListWidget(self)
        self.list.setItemDelegate(PastDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setVerticalScrollBar(ThinBar())
        self.list.verticalScrollBar().setSingleStep(ROW // 2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("past sessions"))
        self.list.viewport().setAutoFillBackground(False)
        self.list.itemDoubleClicked.connect(lambda _item: self.open_chosen())
        self.caps = [KeyCap(tr("enter"), tr("open"), self)]
        self.enter = self.caps[0]
        self.enter.pressed.connect(self.open_chosen)
        if leave is not None:
            self.caps.append(KeyCap(tr("esc"), tr("workouts"), self))
            self.caps[1].pressed.connect(leave)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOGETHER_MS)
        self._timer.timeout.connect(self._fill)
        self.setFocusProxy(self.list)

    def show_past(self, sessions: tuple[Past, ...]) -> None:
        """List these; the one that was chosen stays chosen."""
        before = self.chosen
        known = {row.past.session_id: row.digest for row in self._rows}
        self._rows = with_evenness([PastRow(past, known.get(past.session_id)) for past in sessions])
        self.list.clear()
        row_now = 0
        for number, row in enumerate(self._rows):
            item = QListWidgetItem(self.list)
            self._set(item, row)
            if before is not None and row.past.session_id == before.session_id:
                row_now = number
        self.list.setCurrentRow(row_now)
        for text in (self.empty, self.advice):
            text.setVisible(not sessions)
        self.list.setVisible(bool(sessions))
        self.enter.setVisible(bool(sessions))
        n = len(sessions)
        self.count.say("" if not n else tr("1 session") if n == 1 else tr("{n} sessions").format(n=n))
        self._arrange()
        if self._digests is not None:
            self._digests.follow(sessions, self.show_digest, self.isVisible)

    def show_digest(self, session_id: int, digest: Digest) -> None:
        """Show what came out of a session that is listed."""
        self._come[session_id] = digest
        if not self._timer.isActive():
            self._timer.start()

    @property
    def chosen(self) -> Past | None:
        """The session that is chosen in the list."""
        item = self.list.currentItem()
        return cast("PastRow", item.data(ROLE)).past if item is not None else None

    def row(self, number: int) -> PastRow:
        """Return a row as it is shown."""
        return self._rows[number]

    def _fill(self) -> None:
        come, self._come = self._come, {}
        rows = [replace(row, digest=come.get(row.past.session_id, row.digest)) for row in self._rows]
        before, self._rows = self._rows, with_evenness(rows)
        for number, (row, old) in enumerate(zip(self._rows, before, strict=True)):
            if row != old:
                self._set(self.list.item(number), row)
        self._arrange()

    def _set(self, item: QListWidgetItem, row: PastRow) -> None:
        item.setData(ROLE, row)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, row.words)

    def open_chosen(self) -> None:
        """Open the one that is chosen."""
        if self.chosen is not None:
            self._open(self.chosen)

    def repaint_all(self) -> None:
        """Paint anew after a change of palette."""
        self.list.viewport().update()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        margin = 40 if self.width() > 800 else 16
        width = self.width() - 2 * margin
        is_low = self.height() < 480
        top = 12 if is_low else 28
        self.title.setGeometry(margin, top, width // 2, 46)
        self.count.setGeometry(margin + width // 2, top + 8, width - width // 2, 34)
        y = top + (52 if is_low else 64)
        foot = self.height() - 44
        has_spark = width - 32 >= SPARK_FROM and any(row.evenness for row in self._rows)
        self.spark_head.setVisible(has_spark)
        if has_spark:
            right = margin + width - 16 - round(0.34 * (width - 32)) - 24
            self.spark_head.setGeometry(right - SPARK.width(), y - 8, SPARK.width() + 4, 22)
            y += 16
        self.list.setGeometry(margin, y, width, max(ROW, foot - 12 - y))
        self.empty.setGeometry(margin, y, width, self.empty.heightForWidth(width))
        self.advice.setGeometry(margin, y + self.empty.height() + 8, width, self.advice.heightForWidth(width))
        x = margin
        for cap in self.caps:
            if not cap.isHidden():
                cap.setGeometry(x, foot, cap.sizeHint().width(), cap.sizeHint().height())
                x += cap.width() + 20

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        painter.end()
