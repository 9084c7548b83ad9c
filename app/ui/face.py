"""The face: what stands in the place of the clock while it is hidden: which lap, of how many, and a sign of life.

Rules of the file: the sign of life goes on and off unevenly on purpose, so that nobody can count time by it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.core.plan import Plan
from app.core.state import Snapshot, State
from app.core.tongue import tr
from app.ui import design
from app.ui.blind import gap_ms, hides_clock, laps_of

SMALL = 0.36
"""Height of the words beside the number, in parts of its own."""
GAP, DOT = 0.11, 0.1
"""Between the words, and the sign of life, in parts of its height."""
PAD = 16
"""As the clock's, on which it lies."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Face(QWidget):
    """Lies over the clock of a run page while a practice hides it."""

    def __init__(self, clock: QWidget) -> None:
        super().__init__(clock)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._clock = clock
        self.is_centred = False
        self._number, self._most = 1, 1
        self._runs = self._is_lit = False
        self._n_beats, self._next_ms = 0, 0
        clock.installEventFilter(self)
        self.hide()

    def follow(self, plan: Plan, shown: Snapshot) -> bool:
        """Show the present instant; return whether the clock is hidden."""
        is_hidden = hides_clock(plan, shown)
        if is_hidden == self.isHidden():
            self.setGeometry(self._clock.rect())
            self.setVisible(is_hidden)
        if not is_hidden:
            return False
        runs = shown.state is State.RUNNING
        laps = laps_of(plan, shown)
        if (*laps, runs) != (self._number, self._most, self._runs):
            self._number, self._most, self._runs = (*laps, runs)
            said = tr("lap {number} of {most}").format(number=self._number, most=self._most)
            self.setAccessibleName(tr("{laps}, clock hidden").format(laps=said))
            self.update()
        self._beat(shown.session_ms)
        return True

    def _beat(self, at_ms: int) -> None:
        if at_ms < self._next_ms - gap_ms(self._n_beats):  # taken back, or another session
            self._n_beats, self._next_ms = 0, 0
        while at_ms >= self._next_ms:
            self._n_beats += 1
            self._next_ms += gap_ms(self._n_beats)
            self._is_lit = not self._is_lit
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the clock."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._clock.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number, of how many, and the sign of life."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        word, of = tr("lap"), tr("of {most}").format(most=self._most)
        unit = QFontMetricsF(design.lettering(1000, design.BOLD))
        capital = unit.capHeight() / 1000
        small = QFontMetricsF(design.lettering(1000, design.SEMIBOLD))
        figure = str(self._number)
        ems = unit.horizontalAdvance(figure) + SMALL * (small.horizontalAdvance(word) + small.horizontalAdvance(of))
        ems = ems / 1000 + 3 * GAP + DOT
        px = min((self.width() - 2 * PAD) / ems, self.height() / (capital + 2.1 * SMALL * small.descent() / 1000))
        left = (self.width() - ems * px) / 2 if self.is_centred else float(PAD)
        base = (self.height() + capital * px) / 2
        painter.setPen(colours.of("quiet"))
        painter.setFont(design.lettering(SMALL * px, design.SEMIBOLD))
        painter.drawText(QPointF(left, base), word)
        left += SMALL * px * small.horizontalAdvance(word) / 1000 + GAP * px
        painter.setPen(colours.of("ink" if self._runs else "quiet"))
        painter.setFont(design.lettering(px, design.BOLD))
        painter.drawText(QPointF(left, base), figure)
        left += px * unit.horizontalAdvance(figure) / 1000 + GAP * px
        painter.setPen(colours.of("quiet"))
        painter.setFont(design.lettering(SMALL * px, design.SEMIBOLD))
        painter.drawText(QPointF(left, base), of)
        left += SMALL * px * small.horizontalAdvance(of) / 1000 + GAP * px
        size = DOT * px
        dot = QRectF(left, base - capital * px * SMALL / 2 - size / 2, size, size)
        painter.setPen(QPen(colours.of("quiet"), max(1.5, 0.012 * px)))
        painter.setBrush(colours.of("work") if self._runs and self._is_lit else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        painter.end()
