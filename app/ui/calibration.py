"""Tapping along: twenty beats, a hand that taps with what it hears, and how late that is.

Rules of the file: nothing here shows the beat, or the eye would tap instead of the ear. A tap counts from the instant
at which the key went down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.core.calibrate import BEAT_MS, N_BEATS, Tapped, tapped
from app.core.tongue import tr
from app.core.units import Instant, Millis
from app.ui import design
from app.ui.desk import Desk
from app.ui.keycap import Button, KeyCap
from app.ui.taps import Taps
from app.ui.text import Text, fitted

LOW = 420
"""Under this height of page only the figure and what it comes to have room."""
FOLLOW_MS = 100
"""Between looks at how far the beats are."""
GRACE_MS: Millis = 2 * BEAT_MS
"""After the last beat a tap that comes too late begins nothing anew."""
NONE_YET = "–"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pad shows."""

    figure: str
    prompt: str
    label: str = ""
    count: str = ""
    share: float = 0.0
    """How far the beats are, 0 to 1."""
    is_found: bool = False


class Pad(QWidget):
    """The large figure, and all of it a target for a tap."""

    def __init__(self, tap: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._tap = tap
        self._shown = Shown(NONE_YET, "")
        self._is_lit = False
        self._unlight = QTimer(self)
        self._unlight.setSingleShot(True)
        self._unlight.setInterval(90)
        self._unlight.timeout.connect(lambda: self.light(lit=False))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, shown: Shown) -> None:
        """Show this."""
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleName(f"{shown.label}: {shown.figure} ms. {shown.prompt} {shown.count}".strip())
            self.update()

    def light(self, *, lit: bool) -> None:
        """Show that a tap was taken."""
        self._is_lit = lit
        if lit:
            self._unlight.start()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tap."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._tap()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel, the figure, the prompt, and at the foot how far the beats are."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, shown = design.palette(), self._shown
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(colours.of("ink" if self._is_lit else "line"), 2))
        painter.setBrush(colours.of("panel"))
        painter.drawRoundedRect(box, design.RADIUS, design.RADIUS)
        left, width = 28.0, self.width() - 56.0
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        tall = self.height() - 84.0
        px = min(0.95 * tall, 0.34 * width)
        painter.setPen(colours.of("quiet"))
        painter.setFont(design.lettering(design.SMALL))
        painter.drawText(QRectF(left, 14, width, 22), low, shown.label)
        painter.drawText(QRectF(left, 14, width, 22), Qt.AlignmentFlag.AlignRight, shown.count)
        painter.setPen(colours.of("ink" if shown.is_found else "quiet"))
        has_figure = shown.figure != NONE_YET
        painter.setFont(design.lettering(px, design.BOLD if has_figure else design.REGULAR))
        metrics = painter.fontMetrics()
        base = 40 + (tall + metrics.capHeight()) / 2
        painter.drawText(round(left - 0.03 * px), round(base), shown.figure)
        beside = left + metrics.horizontalAdvance(shown.figure) + 0.06 * px
        painter.setPen(colours.of("quiet"))
        painter.setFont(design.lettering(0.36 * px, design.SEMIBOLD))
        painter.drawText(round(beside), round(base), "ms" if has_figure else "")
        fitted(painter, shown.prompt, width, design.LEAD, design.MEDIUM)
        painter.setPen(colours.of("ink"))
        painter.drawText(QRectF(left, self.height() - 44, width, 28), low, shown.prompt)
        if shown.share:
            painter.fillRect(QRectF(left, self.height() - 10, width, 2), colours.of("line"))
            painter.fillRect(QRectF(left, self.height() - 10, width * shown.share, 2), colours.of("quiet"))
        painter.end()


class Calibration(QWidget):
    """Finds the offset by ear and hand."""

    def __init__(
        self,
        desk: Desk,
        pressed_at: Callable[[], Instant],
        set_now: Callable[[], Millis],
        take: Callable[[Millis], None],
        leave: Callable[[], None],
        parent: QWidget,
    ) -> None:
        """Stand ready; nothing sounds before `press`.

        Args:
            desk: sounds the beats and has the clock.
            pressed_at: when the last input truly happened.
            set_now: the offset that is set.
            take: called with the offset that the taps came to, when it is accepted.
            leave: called when nothing more is wanted.
            parent: of the widget.
        """
        super().__init__(parent)
        self._desk, self._pressed_at, self._take, self._leave = desk, pressed_at, take, leave
        self._set_now = set_now
        self.beats: tuple[Instant, ...] = ()
        self.taps: list[Instant] = []
        self.title = Text(tr("Tap along"), design.TITLE, design.BOLD, parent=self)
        about = tr(
            "A Bluetooth loudspeaker is heard late, some by 300 ms. Tap with the beats you hear; "
            "then every planned cue leaves that much earlier and is heard on time."
        )
        self.about = Text(about, design.BODY, tone="quiet", parent=self).wrapped()
        self.pad = Pad(self.press, self)
        self.sentence = Text("", design.LARGE, design.MEDIUM, parent=self).wrapped()
        self.picture = Taps(self)
        self.button = Button(tr("Set it"), filled=True, parent=self)
        self.button.clicked.connect(lambda _checked: self.accept())
        self.caps = (
            KeyCap(tr("space"), tr("tap"), self), KeyCap(tr("enter"), tr("set it"), self),
            KeyCap(tr("esc"), tr("leave"), self),
        )  # fmt: skip
        for cap, do in zip(self.caps, (self.press, self.accept, leave), strict=True):
            cap.pressed.connect(do)
        for text in (self.about, self.sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setInterval(FOLLOW_MS)
        self._timer.timeout.connect(self.follow)
        self.follow()

    @property
    def is_beating(self) -> bool:
        """Whether beats are sounding, or have just ended."""
        return bool(self.beats) and self._desk.clock.now() < self.beats[-1] + GRACE_MS

    @property
    def found(self) -> Tapped | None:
        """What the taps come to; None before there were beats."""
        return tapped(self.beats, self.taps) if self.beats else None

    def press(self) -> None:
        """Begin the beats, or tap with one."""
        if self.is_beating:
            self.taps.append(self._pressed_at())
            self.pad.light(lit=True)
        else:
            self.taps = []
            self.beats = self._desk.beats()
            self._timer.start()
        self.follow()

    def accept(self) -> None:
        """Set the offset that the taps came to, and leave."""
        found = self.found
        if found is not None and found.offset_ms is not None:
            self._take(found.offset_ms)
            self._leave()

    def stop(self) -> None:
        """Hush, and forget the taps."""
        self._timer.stop()
        if self.beats:
            self._desk.hush()
        self.beats, self.taps = (), []
        self.follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what is set."""
        self.follow()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing sounding on a page that is gone."""
        if not event.spontaneous():
            self.stop()
        super().hideEvent(event)

    def follow(self) -> None:
        """Show how far it is."""
        found, beating = self.found, self.is_beating
        offset = None if found is None else found.offset_ms
        ms = self._set_now() if found is None else offset
        figure = NONE_YET if ms is None else f"{ms}".replace("-", "−")
        share = 0.0
        if self.beats:
            span = self.beats[-1] - self.beats[0] + BEAT_MS
            share = max(0.0, min(1.0, (self._desk.clock.now() - self.beats[0]) / span))
        if not beating:
            self._timer.stop()
        count = tr("1 tap") if len(self.taps) == 1 else tr("{n} taps").format(n=len(self.taps))
        if found is None:
            prompt = tr("Space begins {n} beats. Wait for them, then tap with each.").format(n=N_BEATS)
        elif beating:
            prompt = tr("Space with every beat you hear.")
        else:
            prompt = tr("The beats are over. Space begins them again.")
        count = count if self.beats else ""
        label = tr("late by, as set now") if found is None else tr("late by")
        self.pad.show_state(Shown(figure, prompt, label, count, share, offset is not None))
        if found is None:
            self.sentence.say(tr("Each tap is a dot. A steady hand draws a line."), "quiet")
        else:
            self.sentence.say(self._sentence(found, beating=beating), "ink")
        self.picture.show_taps(self.beats, self.taps, offset)
        self.button.setText(tr("Set it") if offset is None else tr("Set {figure} ms").format(figure=figure))
        self.button.setAccessibleName(self.button.text())
        self.button.setVisible(offset is not None)
        self.caps[1].setEnabled(offset is not None)

    def _sentence(self, found: Tapped, *, beating: bool) -> str:
        if beating or not found.n_more:
            return found.sentence
        return tr("Too few taps to tell how late it is.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        margin = 40 if self.width() > 800 else 16
        width, height = self.width() - 2 * margin, self.height()
        flat = height < 680
        y = 12 if flat else 28
        self.title.setGeometry(margin, y, width, 44)
        y += 46 if flat else 58
        about = 76 if width < 560 else 54
        low = height < LOW
        self.about.setVisible(not low)
        self.picture.setVisible(not low)
        self.about.setGeometry(margin, y, min(width, 820), about)
        y += 0 if low else about + (4 if flat else 16)
        foot = height - (56 if flat else 68)
        sentence = 30 if low else 68 if width < 640 else 40
        rest = foot - y - sentence - 16 - 12
        pad = foot - y - sentence - 16 if low else max(150, round(0.56 * rest))
        self.pad.setGeometry(margin, y, width, pad)
        y += pad + (6 if low else 16)
        self.sentence.setFont(
            design.lettering(design.BODY if low else design.LARGE if width > 760 else design.LEAD, design.MEDIUM)
        )
        self.sentence.setGeometry(margin, y, width, sentence)
        y += sentence
        self.picture.setGeometry(margin - 8, y, width + 16, foot - 12 - y)
        button = 160
        self.button.setGeometry(margin + width - button, foot, button, 44)
        x = margin
        for cap in self.caps:
            size = cap.sizeHint()
            cap.setVisible(cap is not self.caps[1] or width > 520)  # narrow, the button says what enter does
            if cap.isHidden():
                continue
            cap.setGeometry(x, foot + 7, size.width(), size.height())
            x += size.width() + 22
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        painter.end()
