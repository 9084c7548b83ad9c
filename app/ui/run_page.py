"""The run page: one clock, the phase in colour and word, every lap against the goal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.events import Command, Event
from app.core.plan import Plan
from app.core.state import State
from app.ui import design
from app.ui.band import Band
from app.ui.board import Board, board_of, clock_of, progress_words
from app.ui.desk import SavedState
from app.ui.figurerow import FigureRow
from app.ui.hero import PAD, Hero
from app.ui.keycap import KeyCap
from app.ui.laptable import LapTable
from app.ui.live import Live
from app.ui.oval import Oval
from app.ui.profile import ProfileStrip
from app.ui.text import Text

KEYS = (
    ("space", "lap", (Command.LAP, Command.START, Command.RESUME)),
    ("P", "pause", (Command.PAUSE, Command.RESUME)),
    ("U", "undo", (Command.UNDO,)),
    ("←", "back", (Command.BACK,)),
    ("→", "skip", (Command.SKIP,)),
    ("L", "leave", (Command.LEAVE,)),
    ("X", "stop", (Command.STOP,)),
)
WIDE, MIDDLING = 1000, 760
CAP_GAP = 14
LOW = 300
"""Under this height a narrow page has no room for the table."""


class RunPage(QWidget):
    """Shows a session; what a key does is the window's business."""

    def __init__(
        self, ask: Callable[[Command], None], toggle_far: Callable[[], None], show_keys: Callable[[], None]
    ) -> None:
        """Make the page.

        Args:
            ask: called with the command of a key cap that was clicked.
            toggle_far: called by the far-view key cap.
            show_keys: called by the all-keys key cap.
        """
        super().__init__()
        self._live: Live | None = None
        self._plan: Plan | None = None
        self._board: Board | None = None
        self._last: Event | None = None
        self._flash = ""
        self._tenth: object = None
        self._second = -1
        self._saved: SavedState | None = None
        self.is_far = False
        self.band = Band(self)
        self.hero = Hero(self)
        self.counts = Text("", design.SMALL, tone="quiet", parent=self)
        self.figures = FigureRow(design.FIGURE, design.LOUD, parent=self)
        self.sentence = Text("", design.LARGE, design.MEDIUM, parent=self).wrapped()
        self.oval = Oval(self)
        self.table = LapTable(self)
        self.summary = FigureRow(design.LARGE, spread=True, parent=self)
        self.strip = ProfileStrip(self)
        self.following = Text("", design.SMALL, parent=self)
        self.saved = Text("", design.SMALL, tone="recovery", parent=self)
        self.far_left = Text("", design.LOUD, design.SEMIBOLD, parent=self)
        self.far_right = Text("", design.LOUD, design.SEMIBOLD, parent=self)
        for text in (self.far_right, self.following, self.saved):
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.caps: dict[str, KeyCap] = {}
        for key, verb, commands in KEYS:
            cap = KeyCap(key, verb, self)
            cap.pressed.connect(lambda wanted=commands: self._clicked(wanted, ask))
            self.caps[key] = cap
        for key, verb, do in (("F", "far", toggle_far), ("?", "keys", show_keys)):
            cap = KeyCap(key, verb, self)
            cap.pressed.connect(do)
            self.caps[key] = cap

    # What it shows ---------------------------------------------------------------------------------------------------

    def preview(self, plan: Plan) -> None:
        """Show a plan that is not ready to run yet."""
        self._plan = plan
        self.strip.show_plan(plan)
        self.oval.show_track(plan.setup.track.lap_m)
        self.band.show_phase(None, "READY", plan.workout.name, paused=False)
        self._arrange()

    def show_live(self, live: Live) -> None:
        """Show a session."""
        self._live, self._last, self._flash = live, None, ""
        self.preview(live.plan)
        live.framed.connect(self.frame)
        live.fell.connect(self._fell)
        live.refused.connect(self.flash)
        self._refresh()
        self.frame()

    def flash(self, sentence: str) -> None:
        """Say something at once; the next event takes its place."""
        self._flash = sentence
        self._refresh()

    def frame(self) -> None:
        """Show the present instant: the digits that changed, the needle, the dot."""
        if self._live is None or not self.isVisible():
            return
        shown = self._live.snapshot()
        if not self.is_far:
            self.oval.follow(shown)
        tenth = (shown.state, shown.index, (shown.remaining_ms or shown.elapsed_ms) // 100, shown.session_ms // 1000)
        if tenth != self._tenth or shown.state is not State.RUNNING:
            saved = self._live.running.saved()
            if saved != self._saved or shown.state is State.READY:
                self._saved = saved
                self._say_saved(saved)
        if tenth == self._tenth:
            return  # nothing that can be read has changed
        self._tenth = tenth
        clock = clock_of(shown)
        self.hero.show_clock(clock, "quiet" if shown.state is State.PAUSED else "ink")
        self.counts.say(clock.counts)
        if not self.is_far:
            self.strip.follow(shown)
            if shown.session_ms // 1000 != self._second:
                self._second = shown.session_ms // 1000
                following = self._board.following if self._board is not None else ""
                words = (following, progress_words(self._live.plan, shown))
                self.following.say("  ·  ".join(part for part in words if part))

    def repaint_all(self) -> None:
        """Paint anew after a change of palette."""
        for part in (self.hero, self.oval, self.strip):
            part.repaint_all()
        self.update()

    def set_far(self, *, far: bool) -> None:
        """Show the far view, read from across the track, or the whole page."""
        self.is_far = far
        self.band.far = self.hero.centred = far
        self._arrange()
        self._refresh()
        self.frame()

    def _fell(self, event: object) -> None:
        self._last = event  # type: ignore[assignment]  # the signal carries events only
        self._flash = ""
        self._refresh()

    def _refresh(self) -> None:
        """Read the board anew; once an event, not once a frame."""
        self._tenth, self._second, self._saved = None, -1, None
        if self._live is None:
            return
        shown = self._live.snapshot()
        session = self._live.driver.session
        board = board_of(self._live.plan, session, shown, self._last)
        had_oval = self._shows_oval
        self._board = board
        self.band.show_phase(board.intensity, board.phase, board.place, paused=shown.state is State.PAUSED)
        self.band.show_asked(board.ask, board.ask_time)
        self.figures.show_figures(board.figures)
        self.sentence.say(self._flash or board.sentence)
        self.table.show_rows(board.rows)
        self.summary.show_figures(board.summary)
        self._show_far(board)
        if self.isVisible():
            self.window().setWindowTitle(f"{board.phase} {board.place} – Bell Lap".replace("  ", " "))
        accepts = self._live.driver.engine.accepts
        for key, _verb, commands in KEYS:
            self.caps[key].setEnabled(any(command in accepts for command in commands))
        self.caps["space"].say("start" if Command.START in accepts else "go on" if Command.RESUME in accepts else "lap")
        self.caps["P"].say("go on" if Command.RESUME in accepts else "pause")
        if had_oval != self._shows_oval:
            self._arrange()

    def _show_far(self, board: Board) -> None:
        self.far_left.say(board.far[0].value, board.far[0].tone)
        self.far_right.say(board.far[1].value, board.far[1].tone)

    def _say_saved(self, saved: SavedState) -> None:
        before = self.saved.text()
        self.table.show_saved(saved.n_saved)
        if saved.failure:
            self.saved.say(saved.failure, "slower")
        elif self._live is not None and self._live.state is State.READY:
            self.saved.say(self._live.running.sound(), "quiet")
        else:
            last = max((row.position for row in self._board.rows), default=0) if self._board is not None else 0
            self.saved.say(*(("saved", "recovery") if last <= saved.n_saved else ("saving", "quiet")))
        if self.saved.text() != before:
            self._arrange_foot(self.width(), self.height(), self._margin)

    def _clicked(self, wanted: tuple[Command, ...], ask: Callable[[Command], None]) -> None:
        if self._live is not None:
            accepts = self._live.driver.engine.accepts
            ask(next((command for command in wanted if command in accepts), wanted[0]))

    @property
    def _can_leave(self) -> bool:
        return self._plan is not None and any(segment.leave_to is not None for segment in self._plan.segments)

    # Where it stands -------------------------------------------------------------------------------------------------

    @property
    def _shows_oval(self) -> bool:
        if self._plan is None:
            return False
        return any(segment.marks and segment.pace_s_per_m is not None for segment in self._plan.segments)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew."""
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the two quiet lines."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        if not self.is_far:
            painter.setPen(design.palette().of("line"))
            top, side, foot = self.band.height(), self._side_left, self.strip.y() - 16
            painter.drawLine(0, foot, self.width(), foot)
            if side < self.width():
                painter.drawLine(side, top, side, foot)
        painter.end()

    @property
    def _margin(self) -> int:
        return design.MARGIN if self.width() > MIDDLING else 16

    @property
    def _side_left(self) -> int:
        width = self.width()
        if width >= WIDE:
            return round(0.6625 * width)
        return round(0.6 * width) if width >= MIDDLING else width

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        band_height = self.band.sizeHint().height()
        self.band.setGeometry(0, 0, width, band_height)
        for part in (
            self.figures,
            self.sentence,
            self.table,
            self.summary,
            self.strip,
            self.following,
            self.saved,
            self.counts,
        ):
            part.setVisible(not self.is_far)
        for key, cap in self.caps.items():
            cap.setVisible(not self.is_far and (key != "L" or self._can_leave))
        for text in (self.far_left, self.far_right):
            text.setVisible(self.is_far)
        self.oval.setVisible(self._shows_oval and not self.is_far)
        if self.is_far:
            self._arrange_far(width, height, band_height)
            return
        margin = self._margin
        foot = self._arrange_foot(width, height, margin)
        side = self._side_left
        if side < width:
            self._arrange_side(QRect(side + 24, band_height + 8, width - side - 24 - 28, foot - band_height - 24))
            self._arrange_left(QRect(margin, band_height, side - 2 * margin, foot - band_height - 16))
        else:
            room = foot - 16 - band_height
            is_low = room < LOW
            left = QRect(margin, band_height, width - 2 * margin, room if is_low else round(0.62 * room))
            self._arrange_left(left)
            self.oval.hide()
            self.summary.hide()
            self.table.setVisible(not is_low)
            self.table.setGeometry(margin, left.bottom() + 8, width - 2 * margin, room - left.height() - 16)

    def _arrange_left(self, room: QRect) -> None:
        sentence = 44 if room.height() > 300 else 32
        self.sentence.setFont(design.lettering(design.LARGE if room.width() > 700 else 20, design.MEDIUM))
        if room.width() <= 700:
            sentence = 54
        figures = min(self.figures.sizeHint().height(), max(56, round(0.22 * room.height())))
        self.sentence.setGeometry(room.x(), room.bottom() - sentence - 8, room.width(), sentence)
        self.figures.setGeometry(room.x(), room.bottom() - sentence - 12 - figures, room.width(), figures)
        top = room.y() + 12
        bottom = self.figures.y() - 12
        self.counts.setGeometry(room.x() + 4, top, 120, 22)
        self.hero.setGeometry(room.x() - PAD, top + 22, room.width() + 2 * PAD, max(60, bottom - top - 22))

    def _arrange_side(self, room: QRect) -> None:
        y = room.y()
        oval = min(self.oval.sizeHint().height() + 16, round(0.36 * room.height()))
        if self._shows_oval and room.height() > 330:
            self.oval.setGeometry(room.x(), y, room.width(), oval)
            y += oval + 4
        else:
            self.oval.hide()
        summary = self.summary.sizeHint().height()
        self.summary.setGeometry(room.x() + 4, room.bottom() - summary - 6, room.width() - 4, summary)
        self.table.setGeometry(room.x(), y, room.width(), max(60, room.bottom() - summary - 18 - y))

    def _arrange_foot(self, width: int, height: int, margin: int) -> int:
        """Lay out strip, key caps and the line of state; return where the foot begins."""
        caps = [cap for key, cap in self.caps.items() if key != "L" or self._can_leave]
        sizes = {cap: cap.sizeHint() for cap in caps}
        state_width = round(0.335 * width) if width >= WIDE else width - 2 * margin
        beside = width >= WIDE
        room = width - 2 * margin - (state_width + 24 if beside else 0)
        lines: list[list[KeyCap]] = [[]]
        used = 0
        for cap in caps:
            if used and used + sizes[cap].width() > room:
                lines.append([])
                used = 0
            lines[-1].append(cap)
            used += sizes[cap].width() + CAP_GAP
        y = height - 12 - 34 * len(lines)
        caps_top = y
        for line in lines:
            x = margin
            for cap in line:
                cap.setGeometry(x, y, sizes[cap].width(), sizes[cap].height())
                x += sizes[cap].width() + CAP_GAP
            y += 34
        state_y = caps_top + 3 if beside else caps_top - 28
        needed = self.saved.fontMetrics().horizontalAdvance(self.saved.text()) + 4
        saved_width = min(round(0.55 * state_width), max(60, needed))
        self.saved.setGeometry(width - margin - saved_width, state_y, saved_width, 22)
        self.following.setGeometry(width - margin - state_width, state_y, state_width - saved_width - 12, 22)
        strip = 84 if height >= 640 else 52
        strip_y = (caps_top if beside else state_y) - strip - 8
        self.strip.setGeometry(margin - 8, strip_y, width - 2 * margin + 16, strip)
        return strip_y

    def _arrange_far(self, width: int, height: int, band_height: int) -> None:
        foot = round(0.22 * height)
        margin = round(0.04 * width)
        self.hero.setGeometry(margin, band_height + 12, width - 2 * margin, height - band_height - foot - 12)
        px = min(0.6 * foot, 0.09 * width)
        for text in (self.far_left, self.far_right):
            text.setFont(design.lettering(px, design.SEMIBOLD))
        half = width // 2 - margin
        self.far_left.setGeometry(margin, height - foot, half, foot)
        self.far_right.setGeometry(width // 2, height - foot, half, foot)
