"""Mends: what a person asks of a session that is more than a command, and the sheet on which laps are put right.

Rules of the file: nothing is confirmed and nothing is stopped; each is a request to the session, and can be undone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.core.asked import Asked, Command, Delete, Insert, Jump, Lengthen, Move, Relabel, Restore
from app.core.events import Event
from app.core.practised import hidden_laps
from app.core.tongue import tr
from app.core.units import Millis
from app.ui.keys import Act

if TYPE_CHECKING:
    from app.ui.lap_sheet import LapSheet
    from app.ui.pages import Pages

REST_STEP_MS: Millis = 10_000
TENTH_MS: Millis = 100
SECOND_MS: Millis = 1000


class Mends:
    """Asks for the pages."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._is_old = False

    @cached_property
    def sheet(self) -> LapSheet:
        """The lap presses, to be mended."""
        from app.ui.lap_sheet import LapSheet  # noqa: PLC0415 - loaded behind the first page

        return LapSheet(self._pages, self._do)

    @property
    def has_sheet(self) -> bool:
        """Whether the sheet was ever opened."""
        return "sheet" in self.__dict__

    @property
    def is_open(self) -> bool:
        """Whether the sheet is shown."""
        return self.has_sheet and self.sheet.isVisible()

    def ask(self, act: Act) -> None:
        """Do what an act asks."""
        pages = self._pages
        live = pages.live
        if live is None:
            return
        match act:
            case Act.MORE_REST:
                pages.sessions.command(Lengthen(REST_STEP_MS))
            case Act.LESS_REST:
                pages.sessions.command(Lengthen(-REST_STEP_MS))
            case Act.COOL_DOWN:
                pages.sessions.command(Command.COOL_DOWN)
            case Act.MEND if live.doubt is not None:
                pages.sessions.command(live.doubt.mend)
            case Act.LAPS:
                self.toggle()
            case Act.FALSE_START:
                pages.sessions.false_start()
            case _:
                pass

    def jump(self, index: int) -> None:
        """Go to a segment that was clicked."""
        live = self._pages.live
        if live is not None and live.is_under_way:
            self._pages.sessions.command(Jump(index))

    def toggle(self) -> None:
        """Open the sheet, or close it."""
        if self.is_open:
            self.close()
        elif self._pages.live is not None and hidden_laps(self._pages.live.driver.session):
            self._pages.live.refused.emit(tr("Laps are mended once you have said what they took."))
        elif self._pages.live is not None:
            self.sheet.say(tr("The workout goes on: space is still a lap."))
            self._list()
            self._pages.sheets.show_laps()
            self.sheet.list.setFocus()

    def close(self) -> None:
        """Close the sheet."""
        self.sheet.hide()
        self._pages.setFocus()

    def fell(self, _event: Event) -> None:
        """Note that the list is old; of several events that fall together only the last leaves it as it is."""
        self._is_old = True

    def framed(self) -> None:
        """Show what holds now, if anything has fallen."""
        if self._is_old and self.is_open:
            self._list()

    def key(self, event: QKeyEvent) -> bool:
        """Take a key while the sheet is open; those that are none of its own keep their meaning."""
        if not self.is_open:
            return False
        keys = Qt.Key
        key = event.key()
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if keys.Key_1 <= key <= keys.Key_9:
            self._name_line(key - keys.Key_0)
            return True
        names: dict[int, str] = {
            keys.Key_Delete: "delete", keys.Key_Backspace: "delete", keys.Key_I: "insert", keys.Key_Insert: "insert",
            keys.Key_R: "restore", keys.Key_Escape: "done",
        }  # fmt: skip
        if key in (keys.Key_Left, keys.Key_Right):
            self._move((SECOND_MS if far else TENTH_MS) * (-1 if key == keys.Key_Left else 1))
        elif key in names:
            self._do(names[key])
        else:
            return self._pages.bindings.act_of("E") is Act.LAPS and key == keys.Key_E and self._closed()
        return True

    def _closed(self) -> bool:
        self.close()
        return True

    def _list(self, near: object = None) -> None:
        live = self._pages.live
        self._is_old = False
        from app.ui.mend_rows import mend_rows  # noqa: PLC0415 - loaded behind the first page

        if live is not None:
            self.sheet.show_rows(mend_rows(live.plan, live.driver.session), near)

    def _do(self, name: str) -> None:
        row = self.sheet.chosen
        steps: dict[str, Callable[[], None]] = {
            "done": self.close,
            "undo": self._pages.sessions.undo,
            "earlier": lambda: self._move(-TENTH_MS),
            "later": lambda: self._move(TENTH_MS),
        }
        if name in steps:
            steps[name]()
        elif row is None:
            return
        elif name == "delete" and not row.is_refused:
            self._ask(Delete(row.at))
        elif name == "insert" and row.half_at is not None:
            self._ask(Insert(row.half_at, estimated=True), row.half_at)
        elif name == "restore" and row.is_refused:
            self._ask(Restore(row.at))
        elif name == "mark" and row.mark_number is not None:
            self._name(row.mark_number % row.n_marks + 1)

    def _move(self, by_ms: Millis) -> None:
        row = self.sheet.chosen
        if row is not None and not row.is_refused:
            self._ask(Move(row.at, by_ms), row.at + by_ms)

    def _name(self, mark_number: int) -> None:
        row = self.sheet.chosen
        if row is not None and row.mark_number is not None and mark_number <= row.n_marks:
            self._ask(Relabel(row.at, mark_number))

    def _name_line(self, number: int) -> None:
        """Name the mark that ends a lap; halves between are reached with the key cap."""
        row = self.sheet.chosen
        if row is not None and number <= len(row.lines):
            self._name(row.lines[number - 1])

    def _ask(self, asked: Asked, near: object = None) -> None:
        """Ask for a mend, and say what came of it."""
        live = self._pages.live
        if live is None:
            return
        said: list[str] = []
        live.refused.connect(said.append)
        self._pages.sessions.command(asked)
        live.refused.disconnect(said.append)
        undo = self._pages.bindings.cap_of(Act.UNDO)
        self.sheet.say(said[-1] if said and said[-1] else tr("Mended. {key} takes it back.").format(key=undo))
        self._list(near)
