"""The settings: the screen, laps and clock, the keys; where everything is kept.

Rules of the file: what is set is asked anew, never kept here. It is in force at once, but for the size of the lettering
and the language, which wait until the window opens anew; nothing of that, and no key, changes while a workout runs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.core.tongue import tr
from app.ui import design
from app.ui.choices import Choices
from app.ui.choosing import Choosing
from app.ui.columns_page import ColumnsPage
from app.ui.foot import Foot
from app.ui.key_row import KeyRow
from app.ui.keys import Act, bindings, taken
from app.ui.rebinding import as_usual, is_last_of_lap, with_key, without_key
from app.ui.settings_body import SettingsBody
from app.ui.text import Text


class SettingsPage(ColumnsPage):
    """Sets what is the same for every workout."""

    def __init__(
        self, choosing: Choosing, is_running: Callable[[], bool], use_palette: Callable[[str], None],
        start_anew: Callable[[], None], changed: Callable[[], None], leave: Callable[[], None], folder: str = "",
    ) -> None:  # fmt: skip
        """Make the page.

        Args:
            choosing: what is set.
            is_running: whether a session is under way.
            use_palette: paints the whole window in a palette.
            start_anew: opens the window anew; called when all that was set is remembered.
            changed: called when something was set that other pages show, keys among it.
            leave: called to go back to the workouts.
            folder: where everything is kept.
        """
        super().__init__()
        self._choosing, self._is_running, self._changed = choosing, is_running, changed
        self._use_palette, self._start_anew = use_palette, start_anew
        self._opened_with: Choices | None = None
        self._refusal = ""
        self._is_made = False
        self.title = Text(tr("Settings"), design.TITLE, design.BOLD, parent=self)
        self.body: SettingsBody = SettingsBody(self, folder, self)
        self.foot = Foot(
            (
                ("↑ ↓", tr("rows"), lambda: self.step(1)), ("← →", tr("change"), self._turn),
                (tr("enter"), tr("new key"), self.press),
                (tr("delete", "the key"), tr("take a key away"), self.remove_key), (tr("esc"), tr("workouts"), leave),
            ),
            "|".join(("↑ ↓", tr("enter"), tr("delete", "the key"), tr("esc"), "← →")),
            self,
        )  # fmt: skip
        self._is_made = True
        self.refresh()

    # What a person sets -----------------------------------------------------------------------------------------------

    def choose(self, **fields: Any) -> None:
        """Set fields of the choices."""
        self._choosing.change(lambda choices: replace(choices, **fields))
        self.refresh()
        self._changed()

    def choose_palette(self, name: str) -> None:
        """Paint everything in a palette, at once."""
        self._choosing.change(lambda choices: replace(choices, palette=name))
        self._use_palette(name)
        self.refresh()

    def choose_text_size(self, percent: int) -> None:
        """Have the lettering in a size, when the window opens anew."""
        self._choose_for_later(tr("A workout is running: the size can change when it is over."), text_size=percent)

    def choose_language(self, name: str) -> None:
        """Have a language, when the window opens anew."""
        self._choose_for_later(tr("A workout is running: the language can change when it is over."), language=name)

    def _choose_for_later(self, refusal: str, **fields: Any) -> None:
        if self._opened_with is None:
            self._opened_with = self._choosing.now
        if self._is_running():
            self._refusal = refusal
        else:
            self._refusal = ""
            self._choosing.change(lambda choices: replace(choices, **fields))
        self.refresh()

    def open_anew(self) -> None:
        """Open the window anew, once all that was set is remembered; not while a workout runs."""
        if self._is_running():
            self._refusal = tr("A workout is running: the window opens anew when it is over.")
            self.refresh()
            return
        self._choosing.change(lambda choices: choices, self._start_anew)

    # Keys that are set ------------------------------------------------------------------------------------------------

    def give_key(self, act: Act, key: str) -> None:
        """Give an act a key, whoever has it."""
        self._set_keys(lambda choices: with_key(choices.keys, act, key))

    def take_key(self, act: Act, key: str) -> None:
        """Take a key from an act."""
        self._set_keys(lambda choices: without_key(choices.keys, act, key))

    def usual_keys(self, act: Act) -> None:
        """Give an act its usual keys."""
        self._set_keys(lambda choices: as_usual(choices.keys, act))

    def all_usual_keys(self) -> None:
        """Give every act its usual keys."""
        if not self._is_running():
            self._set_keys(lambda _choices: {})
            self.body.rows[0].setFocus()
            self.body.show_control(self.body.rows[0])

    def holder_of(self, key: str, act: Act) -> Act | None:
        """Return the other act that has a key."""
        return taken(bindings(self._choosing.now.keys), key, act)

    def has_last(self, act: Act, key: str) -> bool:
        """Whether a key is the last of LAP."""
        return is_last_of_lap(self._choosing.now.keys, act, key)

    def no_change(self) -> str:
        """Return why no key can be changed now; empty if they can."""
        return tr("A workout is running: its keys stay as they are until it is over.") if self._is_running() else ""

    def grew(self) -> None:
        """Make room: a row has another height."""
        if self._is_made:
            self.body.arrange()
            focus = QApplication.focusWidget()
            if isinstance(focus, KeyRow) and focus.is_waiting and self.isAncestorOf(focus):
                self.body.show_control(focus)

    def _set_keys(self, change: Callable[[Choices], Any]) -> None:
        self._choosing.change(lambda choices: replace(choices, keys=change(choices)))
        self.refresh()
        self._changed()

    # Keys that are pressed --------------------------------------------------------------------------------------------

    @property
    def wants_keys(self) -> bool:
        """Whether a row waits for a key: then every key is its own."""
        return any(row.is_waiting for row in self.body.rows)

    @property
    def keys(self) -> dict[int, Callable[[], None]]:
        """What keys mean here, where no running workout has them; the others belong to the control with the focus."""
        key = Qt.Key
        return {
            key.Key_Up: lambda: self.step(-1),
            key.Key_Down: lambda: self.step(1),
            key.Key_Return: self.press,
            key.Key_Enter: self.press,
        }

    def enter(self) -> None:
        """Begin with the palettes, as the page is come to."""
        self._refusal = ""
        self.body.verticalScrollBar().setValue(0)
        self.refresh()
        self.body.display.palettes.holder.setFocus()

    def press(self) -> None:
        """Press the button that has the focus, if one has."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()

    def remove_key(self) -> None:
        """Take a key away from the row that has the focus."""
        focus = QApplication.focusWidget()
        if isinstance(focus, KeyRow):
            focus.remove()

    def _turn(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(focus, press)

    # What it shows ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is set, and what waits for the window to open anew."""
        now = self._choosing.now
        self.body.show_choices(now)
        then = self._opened_with or now
        anew = self.body.display.anew
        if self._refusal:
            anew.say(self._refusal, waits=False, tone="slower")
        elif now.language != then.language:
            anew.say(tr("The window opens anew in this language."), waits=True, tone="ink")
        elif now.text_size != then.text_size:
            anew.say(tr("The window opens anew at this size."), waits=True, tone="ink")
        else:
            anew.say(tr("Another size or language asks the window to open anew."), waits=False)
        running = tr("A workout is running: its keys hold here too. Tab and ↑ ↓ move, the mouse sets.")
        self.foot.say(running if self._is_running() else "")

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has been set elsewhere."""
        self.refresh()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a palette that was chosen elsewhere."""
        if event.type() == QEvent.Type.PaletteChange:
            self.body.display.palettes.show_value(design.palette().name)
        super().changeEvent(event)
