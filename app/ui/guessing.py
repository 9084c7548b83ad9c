"""Guessing: asks for the laps of a practice that are hidden, in a rest or at the end, then shows them one by one.

Rules of the file: a guess is a request to the session like any other, and can be undone. What is to be asked follows
from the session; only what is half typed, and how far the laps are shown, is kept here.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from app.core.asked import Command, Guess
from app.core.errors import InputError
from app.core.events import Event
from app.core.practised import LapScore, hidden_laps, lap_scores
from app.core.state import State
from app.core.tongue import tr
from app.core.units import Millis, format_lap, format_time
from app.core.workout import Intensity
from app.ui.guess_entry import GuessEntry
from app.ui.keys import Act, key_name
from app.ui.rows import tone_of

if TYPE_CHECKING:
    from app.ui.guess_panel import GuessPanel
    from app.ui.live import Live
    from app.ui.pages import Pages

TENTH_MS: Millis = 100
SECOND_MS: Millis = 1000
REVEAL_MS = 1100
"""Between one lap and the next as they are shown: time to read a figure and to draw breath."""
NOTHING = "?"


class Guessing:
    """Asks for the pages."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._is_old = False
        self._entry: GuessEntry | None = None
        self._lap: tuple[int, int] | None = None
        self._wrong = ""
        self._asked: list[tuple[int, int]] = []
        """Laps that were asked for since the panel opened, by segment and mark."""
        self._n_shown = 0
        self._said: tuple[str, tuple[LapScore, ...]] = ("", ())
        self._timer = QTimer(pages)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REVEAL_MS)
        self._timer.timeout.connect(self._show_next)

    @cached_property
    def panel(self) -> GuessPanel:
        """The panel, over the run page."""
        from app.ui.guess_panel import GuessPanel  # noqa: PLC0415 - loaded behind the first page

        return GuessPanel(self._pages.run, self._do)

    @property
    def is_open(self) -> bool:
        """Whether the panel is before the athlete."""
        return "panel" in self.__dict__ and self.panel.isVisible()

    @property
    def is_wanted(self) -> bool:
        """Whether a session that is over has laps that are still hidden."""
        live = self._pages.live
        return live is not None and live.is_over and bool(hidden_laps(live.driver.session))

    def fell(self, _event: Event) -> None:
        """Note that what is asked may be another lap; of events that fall together only the last says which."""
        self._is_old = True

    def framed(self) -> None:
        """Ask for what is hidden now, if anything has fallen."""
        if self._is_old:
            self._is_old = False
            self.refresh()

    def refresh(self) -> None:
        """Open the panel, ask for the next lap, show them, or close it."""
        live = self._pages.live
        if live is None or not live.plan.setup.is_blind or not self._may_ask(live):
            self._close()
            return
        hidden = hidden_laps(live.driver.session)
        if not hidden and not self._asked:
            self._close()
            return
        known = {(lap.index, lap.mark_number) for lap in lap_scores(live.driver.session)}
        self._asked = [lap for lap in self._asked if lap in known]
        self._asked += [key for lap in hidden if (key := (lap.index, lap.mark_number)) not in self._asked]
        if hidden:
            self._n_shown = 0
            self._timer.stop()
            key = hidden[0].index, hidden[0].mark_number
            if key != self._lap or self._entry is None:
                self._lap, self._entry, self._wrong = key, GuessEntry(hidden[0].target_s), ""
        else:
            self._lap = self._entry = None
            if not self._n_shown and not self._timer.isActive():
                self._show_next()
        if self._asked:
            self._show()

    def key(self, event: QKeyEvent) -> bool:
        """Take a key while the panel is open; those that are none of its own keep their meaning."""
        if not self.is_open:
            return False
        keys, key = Qt.Key, event.key()
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_over = self._pages.live is not None and self._pages.live.is_over
        if key in (keys.Key_Return, keys.Key_Enter):
            return self._enter()
        if is_over and (key == keys.Key_G or self._pages.bindings.act_of(key_name(event)) is Act.UNDO):
            self._pages.sessions.command(Command.RESUME if key == keys.Key_G else Command.UNDO)
            return True
        if self._entry is None:
            return is_over and key == keys.Key_Space and self._enter()
        moves = {keys.Key_Left: -1, keys.Key_Down: -1, keys.Key_Right: 1, keys.Key_Up: 1}
        if key in moves:
            is_far = far or key in (keys.Key_Up, keys.Key_Down)
            self._set(self._entry.moved((SECOND_MS if is_far else TENTH_MS) * moves[Qt.Key(key)]))
        elif key == keys.Key_S:
            self._see()
        elif key in (keys.Key_Backspace, keys.Key_Delete):
            self._set(self._entry.erased())
        elif event.text() and self._entry.typed(event.text()) != self._entry:
            self._set(self._entry.typed(event.text()))
        else:
            return False
        return True

    def arrange(self) -> None:
        """Lay the panel over the run page, under its band."""
        if "panel" in self.__dict__:
            run = self._pages.run
            top = run.band.height()
            self.panel.setGeometry(0, top, run.width(), run.height() - top)

    # What it does -----------------------------------------------------------------------------------------------------

    def _may_ask(self, live: Live) -> bool:
        if live.is_over:
            return self._pages.page == "run"
        segment = live.snapshot().segment
        return live.is_under_way and segment is not None and segment.intensity in (Intensity.REST, Intensity.RECOVERY)

    def _do(self, name: str) -> None:
        if name == "undo":
            self._pages.sessions.undo()
        elif name == "lap":
            self._pages.sessions.command(Command.LAP)
        elif name == "say":
            self._enter()
        elif name == "see":
            self._see()
        elif self._entry is not None:
            self._set(self._entry.moved(TENTH_MS if name == "slower" else -TENTH_MS))

    def _set(self, entry: GuessEntry) -> None:
        self._entry, self._wrong = entry, ""
        self._show()

    def _enter(self) -> bool:
        """Say the guess; hurry what is shown; leave for the score. In a rest the last is a lap press, as ever."""
        live = self._pages.live
        assert live is not None
        if self._entry is not None and self._lap is not None:
            try:
                guess_ms = self._entry.ms
            except InputError as error:
                self._wrong = str(error)
                self._show()
                return True
            self._pages.sessions.command(Guess(*self._lap, guess_ms))
            return True
        if self._n_shown < len(self._asked):
            self._show_next()
            return True
        if live.is_over:
            self._leave()
            return True
        return False

    def _see(self) -> None:
        """Show what is left without a guess."""
        live = self._pages.live
        assert live is not None
        for lap in hidden_laps(live.driver.session):
            self._pages.sessions.command(Guess(lap.index, lap.mark_number, None))

    def _show_next(self) -> None:
        self._n_shown += 1
        if self._n_shown < len(self._asked):
            self._timer.start()
        self._show()

    def _leave(self) -> None:
        live = self._pages.live
        self._close()
        self._pages.results.show_ended()
        if live is not None and live.state is State.STOPPED:
            self._pages.sessions.offer_the_way_back(live)

    def _close(self) -> None:
        self._timer.stop()
        self._entry, self._lap, self._asked, self._n_shown, self._wrong = None, None, [], 0, ""
        if "panel" in self.__dict__:
            self.panel.hide()

    def _show(self) -> None:
        live = self._pages.live
        assert live is not None
        from app.ui.aloud import announce  # noqa: PLC0415 - loaded behind the first page
        from app.ui.guess_panel import Asked  # noqa: PLC0415 - as above

        laps = lap_scores(live.driver.session)
        n_before = len(laps) - len(self._asked)
        if self._entry is not None:
            lap = next(each for each in laps if (each.index, each.mark_number) == self._lap)
            title = tr("Lap {number}: what did it take?").format(number=lap.number)
            about = tr("Target {time}. Type it, or use the arrows.").format(time=format_lap(lap.target_s))
            figure, tone, words = self._entry.text or NOTHING, "ink" if self._entry.text else "quiet", tr("say it")
            asked = Asked(title, figure, tone, about, self._wrong, laps, n_before, lap.number)
        else:
            n_shown = n_before + self._n_shown
            lap = laps[max(0, n_shown - 1)]
            title = tr("Lap {number} took").format(number=lap.number)
            is_done = self._n_shown >= len(self._asked)
            words = tr("the next one") if not is_done else tr("the score") if live.is_over else ""
            about = _came(lap)
            if is_done and not live.is_over:
                about += " " + tr("Press {lap} when ready.").format(lap=self._pages.bindings.cap_of(Act.LAP))
            asked = Asked(title, format_lap(lap.actual_s), "ink", about, "", laps, n_shown, lap.number)
        held = self._pages.bindings
        keys = "" if live.is_over else held.cap_of(Act.LAP), held.cap_of(Act.UNDO)
        self.panel.show_asked(asked, words, keys, is_asking=self._entry is not None)
        if (asked.title, asked.laps) != self._said:
            self._said = asked.title, asked.laps
            shown = "" if self._entry is not None else asked.figure
            announce(self.panel, " ".join(part for part in (asked.title, shown, asked.about) if part))
        self.arrange()
        self.panel.show()
        self.panel.raise_()


def _came(lap: LapScore) -> str:
    """Say what came of a lap: its guess and its target."""
    off = format_time(abs(lap.error_s))
    words = {"ink": tr("On the target."), "slower": tr("{off} s over target."), "faster": tr("{off} s under target.")}
    said = words[tone_of(lap.error_s)].format(off=off)
    if lap.guess_s is None:
        return said
    guess = tr("You said {guess}.").format(guess=format_lap(lap.guess_s))
    return f"{guess} {said}"
