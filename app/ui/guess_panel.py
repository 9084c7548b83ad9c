"""The guess panel: what did it take? First said, then seen, one lap after the other.

Rules of the file: it shows what it is given, and knows of no session. Nothing on it takes the focus: while a workout
runs, space is a lap.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.practised import LapScore
from app.core.tongue import tr
from app.core.units import format_lap, format_signed
from app.ui import design
from app.ui.bigfigure import BigFigure
from app.ui.keycap import KeyCap
from app.ui.rows import tone_of
from app.ui.text import Text, fitted

ROW, HEAD = 44, 34
BESIDE = 900
"""From this width on the table stands beside the figure."""
LEAST = 270
"""Under this height what stands under the figure finds no room, and the caps have one line."""
SHARE = 0.34
"""The lettering of the figure, in parts of the height."""
NARROW = 460
"""Under this width of the table the guess's own ± is left out."""
HIDDEN = "· · ·"
CAP_GAP, CAP_LINE = 18, 38


@dataclass(frozen=True, slots=True)
class Asked:
    """What the panel shows."""

    title: str
    figure: str
    tone: str = "ink"
    about: str = ""
    """Under the figure: the target, or what came of it."""
    wrong: str = ""
    """Why a guess was not taken."""
    laps: tuple[LapScore, ...] = ()
    n_shown: int = 0
    """Laps from the first on whose time is shown."""
    current: int = 0
    """1-based place of the lap that is asked for, 0 for none."""


class GuessTable(QWidget):
    """Laps with what was said and what they took."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._asked = Asked("", "")

    def show_asked(self, asked: Asked) -> None:
        """Show these laps."""
        self._asked = asked
        self.setAccessibleName("; ".join(", ".join(part for part in row if part) for row, _tones in self._rows()))
        self.update()

    def height_for(self) -> int:
        """Return the height of all of it."""
        return HEAD + ROW * len(self._asked.laps)

    def _rows(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        rows: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        for place, lap in enumerate(self._asked.laps, 1):
            name = tr("Lap {number}").format(number=lap.number)
            guess = format_lap(lap.guess_s) if lap.guess_s is not None else "–" if lap.is_seen else ""
            if place > self._asked.n_shown:
                rows.append(((name, guess, HIDDEN, "", ""), ("ink", "ink", "quiet", "ink", "ink")))
                continue
            off = lap.guess_error_s
            said = format_signed(off) if off is not None else ""
            tones = ("ink", "ink", "ink", "quiet", tone_of(lap.error_s))
            rows.append(((name, guess, format_lap(lap.actual_s), said, format_signed(lap.error_s)), tones))
        return rows

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the head and the rows, as many as there is room for, the one that is asked for among them."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        width = float(self.width())
        rights: tuple[float, ...] = (0.22 * width, 0.44 * width, 0.64 * width, 0.82 * width, width)
        heads: tuple[str, ...] = (tr("lap"), tr("your guess"), tr("it took"), tr("guess ±"), tr("± target"))
        if width < NARROW:
            rights = (0.26 * width, 0.52 * width, 0.79 * width, width)
            heads = (tr("lap"), tr("said"), tr("time"), tr("±"))
        painter.setPen(colours.of("quiet"))
        for index, head in enumerate(heads):
            self._cell(painter, head, rights, index, 0, HEAD, design.SMALL)
        n_fit = max(1, (self.height() - HEAD) // ROW)
        rows = self._rows()
        last = max(n_fit, self._asked.current or self._asked.n_shown)
        y = float(HEAD)
        for place, (cells, tones) in [*enumerate(rows, 1)][max(0, min(last, len(rows)) - n_fit) : last]:
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(QPointF(0, y), QPointF(width, y))
            if place == self._asked.current:
                painter.fillRect(QRectF(0, y + 1, width, ROW - 1), colours.of("panel"))
            kept = [*zip(cells, tones, strict=True)]
            for index, (text, tone) in enumerate(kept if width >= NARROW else [*kept[:3], kept[4]]):
                painter.setPen(colours.of(tone))
                self._cell(painter, text, rights, index, y, ROW, design.LEAD)
            y += ROW
        painter.end()

    @staticmethod
    def _cell(
        painter: QPainter, text: str, rights: tuple[float, ...], index: int, y: float, height: int, px: int
    ) -> None:
        left = rights[index - 1] if index else 8.0
        room = rights[index] - left - 8
        fitted(painter, text, room - 8, px, design.MEDIUM if px > design.SMALL else design.REGULAR)
        side = Qt.AlignmentFlag.AlignRight if index else Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, y, room, height), side | Qt.AlignmentFlag.AlignVCenter, text)


class GuessPanel(QWidget):
    """Asks for a lap after the other, then shows them."""

    def __init__(self, parent: QWidget, do: Callable[[str], None]) -> None:
        """Make it, hidden.

        Args:
            parent: of the widget; the panel lies over it.
            do: called with `faster`, `slower`, `say`, `see`, `lap` or `undo`, when a cap is clicked.
        """
        super().__init__(parent)
        self.title = Text("", design.LARGE, design.MEDIUM, parent=self).wrapped()
        self.figure = BigFigure(self)
        self.about = Text("", design.LEAD, tone="quiet", parent=self).wrapped()
        self.wrong = Text("", design.BODY, tone="slower", parent=self).wrapped()
        self.table = GuessTable(self)
        self.caps = {
            "faster": KeyCap("←", tr("0.1 s faster"), self),
            "slower": KeyCap("→", tr("0.1 s slower"), self),
            "say": KeyCap(tr("enter"), tr("say it"), self),
            "see": KeyCap("S", tr("see it without a guess"), self),
            "lap": KeyCap("", tr("next lap"), self),
            "undo": KeyCap("U", tr("undo"), self),
        }
        for name, cap in self.caps.items():
            cap.pressed.connect(lambda name=name: do(name))
        self._caps_there: list[str] = []
        self.hide()

    def show_asked(self, asked: Asked, words: str, keys: tuple[str, str], *, is_asking: bool) -> None:
        """Show this.

        Args:
            asked: what is asked, or what came out.
            words: what Enter does; empty for nothing of its own.
            keys: what stands on those that start the next lap, empty at the end, and that undo.
            is_asking: whether a guess can be said now.
        """
        self.title.say(asked.title)
        self.figure.say(asked.figure, tr("your guess") if is_asking else tr("it took"), asked.tone)
        self.about.say(asked.about)
        self.wrong.say(asked.wrong)
        self.table.show_asked(asked)
        self.caps["say"].say(words)
        lap_key, undo_key = keys
        self.caps["lap"].say(tr("next lap"), lap_key)
        self.caps["undo"].say(tr("undo"), undo_key)
        says = [*(["say"] if words else []), *(["see"] if is_asking else []), *(["lap"] if lap_key else []), "undo"]
        self._caps_there = [*(["faster", "slower"] if is_asking else []), *says]
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a press from the clock below, where it would be a lap."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground over what it lies on."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        painter.end()

    # Where it stands --------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        margin = design.MARGIN if width > 760 else 16
        inner = width - 2 * margin
        foot = self._arrange_caps(margin, inner, height)
        is_low = height < 380
        self.about.setVisible(height >= LEAST)
        is_beside = inner + 2 * margin >= BESIDE or (is_low and inner >= 560)
        left = round(0.46 * inner) if is_beside else inner
        self.title.setFont(design.lettering(design.LEAD if is_low or inner < 560 else design.LARGE, design.MEDIUM))
        tall = self.title.heightForWidth(left)
        table = self.table.height_for()
        about = self.about.heightForWidth(left) if self.about.text() and height >= LEAST else 0
        wrong = self.wrong.heightForWidth(left) if self.wrong.text() else 0
        under = about + wrong + (8 if is_low else 24)
        above = tall + (4 if is_low else 16)
        room = foot - 24 - above - under - (0 if is_beside else min(table, HEAD + 2 * ROW) + 16)
        px = max(40.0, min(max(design.HERO, SHARE * height), 1.3 * room))
        digits = min(self.figure.height_for(left, px), max(28, room))
        spare = foot - 24 - above - digits - under - (0 if is_beside else table)
        top = y = (4 if is_low else 24) + max(0, spare // 4)
        self.title.setGeometry(margin, y, left, tall)
        y += above
        self.figure.setGeometry(margin, y, left, digits)
        y += digits + (8 if is_low else 20)
        self.about.setGeometry(margin, y, left, about)
        self.wrong.setGeometry(margin, y + about, left, wrong)
        y += about + wrong + 12
        if is_beside:
            x = margin + left + 40
            self.table.setGeometry(x, top, width - margin - x, min(table, foot - top))
        else:
            self.table.setGeometry(margin, y, inner, max(0, min(table, foot - y)))

    def _arrange_caps(self, margin: int, inner: int, height: int) -> int:
        """Lay out the caps in as many lines as they need; return where the foot begins."""
        shown = [name for name in self._caps_there if height >= LEAST or name not in ("faster", "slower")]
        for name, cap in self.caps.items():
            cap.setVisible(name in shown)
        lines: list[list[KeyCap]] = [[]]
        taken = 0
        for cap in (self.caps[name] for name in shown):
            size = cap.sizeHint().width() + CAP_GAP
            if lines[-1] and taken + size - CAP_GAP > inner:
                lines.append([])
                taken = 0
            lines[-1].append(cap)
            taken += size
        y = height - 12 - CAP_LINE * len(lines)
        foot = y - 8
        for line in lines:
            x = margin
            for cap in line:
                cap.setGeometry(x, y, cap.sizeHint().width(), cap.sizeHint().height())
                x += cap.width() + CAP_GAP
            y += CAP_LINE
        return foot
