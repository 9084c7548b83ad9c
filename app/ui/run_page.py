"""The run page: one clock, the phase in colour and word, every lap against the goal.

Rules of the file: nothing on it takes the focus, so that space never presses a button; each cap shows its key. A frame
costs what changed; an event reads the board anew. Where everything stands is in `app.ui.run_layout`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.events import Command, Event
from app.core.ghost import Ghosts
from app.core.plan import Plan
from app.core.state import State
from app.core.tongue import tr
from app.core.workout import Intensity
from app.ui import design
from app.ui.aloud import announce, words_of
from app.ui.band import Band
from app.ui.board import Board, Caps, Clock, board_of, clock_of, progress_words
from app.ui.desk import SavedState
from app.ui.face import Face
from app.ui.figurerow import FigureRow
from app.ui.hero import Hero
from app.ui.keycap import KeyCap
from app.ui.keys import Act, Bindings
from app.ui.laptable import LapTable, n_rows_of
from app.ui.live import Live
from app.ui.mend_rows import doubt_words
from app.ui.profile import ProfileStrip
from app.ui.run_caps import AT_TIMES, CAPS, verbs
from app.ui.run_layout import RunLayout
from app.ui.run_track import RunTrack
from app.ui.shortened import Shortened
from app.ui.text import Text


class RunPage(QWidget):
    """Shows a session; what a key does is the window's business."""

    AT_TIMES = AT_TIMES

    def __init__(self, act: Callable[[Act], None], held: Callable[[], Bindings], jump: Callable[[int], None]) -> None:
        """Make the page.

        Args:
            act: called with what a key cap or the clock was clicked for.
            held: returns the keys in force.
            jump: called with the index of a segment that was clicked on the strip.
        """
        super().__init__()
        self._act, self._held = act, held
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
        self.face = Face(self.hero)
        self.counts = Text("", design.SMALL, tone="quiet", parent=self)
        self.figures = FigureRow(design.FIGURE, design.LOUD, parent=self)
        self.sentence = Shortened("", design.LARGE, design.MEDIUM, parent=self)
        self.sentence.setWordWrap(True)
        self.mend = KeyCap("", "", self)
        self.mend.pressed.connect(lambda: act(Act.MEND))
        self.track = RunTrack(self)
        self.table = LapTable(self)
        self.summary = FigureRow(design.LARGE, spread=True, parent=self)
        self.strip = ProfileStrip(self)
        self.strip.chosen.connect(jump)
        self.following = Shortened("", design.SMALL, parent=self)
        self.saved = Shortened("", design.SMALL, tone="recovery", parent=self)
        self.saved.setWordWrap(True)
        self.far_left = Text("", design.LOUD, design.SEMIBOLD, parent=self)
        self.far_right = Text("", design.LOUD, design.SEMIBOLD, parent=self)
        for text in (self.far_right, self.following, self.saved):
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.caps: dict[Act, KeyCap] = {}
        for wanted in CAPS:
            cap = KeyCap("", "", self)
            cap.pressed.connect(lambda wanted=wanted: act(wanted))
            self.caps[wanted] = cap
        self._layout = RunLayout(self)
        self.show_keys()

    # What it shows ---------------------------------------------------------------------------------------------------

    def show_keys(self) -> None:
        """Show the keys in force on the caps."""
        words = verbs()
        for act, cap in self.caps.items():
            cap.say(words[act], self._held().cap_of(act))
        self.mend.say(self.mend.text(), self._held().cap_of(Act.MEND))
        self._refresh()
        self._layout.arrange()

    def preview(self, plan: Plan) -> None:
        """Show a plan that is not ready to run yet."""
        self._plan = plan
        self.strip.show_plan(plan)
        self.table.plan_for(n_rows_of(plan))
        self.track.show_plan(plan)
        self.band.show_phase(None, tr("READY"), plan.workout.name, paused=False)
        self._layout.arrange()

    def show_live(self, live: Live) -> None:
        """Show a session."""
        self._live, self._last, self._flash = live, None, ""
        self.preview(live.plan)
        live.framed.connect(self.frame)
        live.fell.connect(self._fell)
        live.refused.connect(self.flash)
        live.asked.connect(self._refresh)
        self._refresh()
        self.frame()

    def show_ghosts(self, live: Live, ghosts: Ghosts) -> None:
        """Let past runs run beside a session, if it is still the one that is shown."""
        if live is self._live and ghosts.pairs:
            self.track.show_ghosts(ghosts)
            self._refresh()
            self._layout.arrange()

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
            self.track.follow(shown)
        tenth = (shown.state, shown.index, (shown.remaining_ms or shown.elapsed_ms) // 100, shown.session_ms // 1000)
        if tenth != self._tenth or shown.state is not State.RUNNING:
            saved = self._live.running.saved()
            if saved != self._saved or shown.state is State.READY:
                self._saved = saved
                self._say_saved(saved)
        if tenth == self._tenth:
            return  # nothing that can be read has changed
        self._tenth = tenth
        is_hidden = self.face.follow(self._live.plan, shown)
        clock = Clock("", "", "") if is_hidden else clock_of(shown)
        self.hero.show_clock(
            clock.whole_seconds if self.is_far else clock, "quiet" if shown.state is State.PAUSED else "ink"
        )
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
        for part in (self.hero, self.track, self.strip):
            part.repaint_all()
        self.update()

    def set_far(self, *, far: bool) -> None:
        """Show the far view, read from across the track, or the whole page."""
        self.is_far = far
        self.band.far = self.hero.centred = self.face.is_centred = far
        self._layout.arrange()
        self._refresh()
        self.frame()

    def _fell(self, event: object) -> None:
        self._last = event  # type: ignore[assignment]  # the signal carries events only
        self._flash = ""
        self._refresh()
        if self._board is not None and self._last is not None:
            announce(self.hero, words_of(self._last, self._board))

    def _refresh(self) -> None:
        """Read the board anew; once an event, not once a frame."""
        self._tenth, self._second, self._saved = None, -1, None
        if self._live is None:
            return
        shown, session = self._live.snapshot(), self._live.driver.session
        caps = Caps(self._held().cap_of(Act.LAP), self._held().cap_of(Act.LEAVE))
        board = board_of(self._live.plan, session, shown, self._last, caps)
        had = self.track.shape, self.table.has_rows
        self.track.refresh(session, shown)
        self._board = board
        paused = shown.state is State.PAUSED
        self.band.show_phase(board.intensity, board.phase, board.place, paused=paused, short=board.short_place)
        self.band.show_asked(board.ask, board.ask_time)
        self.figures.show_figures(board.figures)
        doubt = doubt_words(self._live.doubt) if self._live.doubt is not None else None
        self.sentence.say(self._flash or (doubt[0] if doubt else board.sentence))
        self.mend.say(doubt[1] if doubt else "")
        self.table.show_rows(board.rows)
        self.summary.show_figures(board.summary)
        self.far_left.say(board.far[0].value, board.far[0].tone)
        self.far_right.say(board.far[1].value, board.far[1].tone)
        if self.isVisible():
            self.window().setWindowTitle(f"{board.phase} {board.place} – Bell Lap".replace("  ", " "))
        self._light_caps()
        if had != (self.track.shape, self.table.has_rows):
            self._layout.arrange()
        self._layout.fit_sentence()

    def _light_caps(self) -> None:
        """Light the caps that mean something now, and bring those that come and go."""
        assert self._live is not None
        accepts = self._live.driver.engine.accepts
        before, said = self.caps_there, self._verbs
        for act, commands in CAPS.items():
            self.caps[act].setEnabled(not commands or any(command in accepts for command in commands))
        self.caps[Act.LAPS].setEnabled(Command.INSERT in accepts)
        self.caps[Act.FALSE_START].setEnabled(self._live.can_be_false)
        segment = self._live.snapshot().segment
        rests = segment is not None and segment.intensity in (Intensity.RECOVERY, Intensity.REST)
        self.caps[Act.COOL_DOWN].setEnabled(rests and Command.COOL_DOWN in accepts)
        go_on, start = Command.RESUME in accepts, Command.START in accepts
        self.caps[Act.LAP].say(tr("start") if start else tr("go on") if go_on else tr("lap"))
        self.caps[Act.PAUSE].say(tr("go on") if go_on else tr("pause"))
        if before != self.caps_there or self.mend.isVisibleTo(self) != bool(self.mend.text()):
            self._layout.arrange()
        elif said != self._verbs and not self.is_far:  # a longer one would be cut
            self._layout.arrange_foot()

    @property
    def caps_there(self) -> tuple[Act, ...]:
        """The caps that are on the page now."""
        return tuple(act for act, cap in self.caps.items() if act not in self.AT_TIMES or cap.isEnabled())

    @property
    def _verbs(self) -> tuple[str, str]:
        return self.caps[Act.LAP].text(), self.caps[Act.PAUSE].text()

    def _say_saved(self, saved: SavedState) -> None:
        before = self.saved.text()
        self.table.show_saved(saved.n_saved)
        if saved.failure:
            self.saved.say(saved.failure, "slower")
        elif self._live is not None and self._live.state is State.READY:
            self.saved.say(self._live.running.sound(), "quiet")
        else:
            last = max((row.position for row in self._board.rows), default=0) if self._board is not None else 0
            self.saved.say(*((tr("saved"), "recovery") if last <= saved.n_saved else (tr("saving"), "quiet")))
        if self.saved.text() != before and not self.is_far:
            at = self.strip.y()
            if self._layout.arrange_foot() != at:
                self._layout.arrange()

    # Where it stands -------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a press on the clock for a lap: a large place for a cold thumb, and a press can be undone."""
        if self.hero.geometry().contains(event.position().toPoint()) and event.button() == Qt.MouseButton.LeftButton:
            self._act(Act.LAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew."""
        self._layout.arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the two quiet lines."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        if not self.is_far:
            painter.setPen(design.palette().of("line"))
            for line in self._layout.lines():
                painter.drawLine(line)
        painter.end()
