"""The pages: all of them, one session, and the way of every key.

Rules of the file: while a workout runs a key means the same on every page, except in a text field that has the focus;
with none running, keys belong to the page. What is slow goes to the background; a page is made when it is first shown.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from app.core.errors import BellLapError
from app.core.manner import Manner, manner, use_manner
from app.core.tongue import tr
from app.ui import design
from app.ui.answering import Answering
from app.ui.background import Background
from app.ui.banner import Banner
from app.ui.choices import Choices
from app.ui.choosing import Choosing
from app.ui.desk import Desk
from app.ui.drops import Drops
from app.ui.editing import Editing
from app.ui.editor_ways import EditorWays
from app.ui.favourites import Favourites
from app.ui.guessing import Guessing
from app.ui.handing import Handing
from app.ui.keyboard import Keyboard
from app.ui.keys import bindings
from app.ui.library_page import LibraryPage
from app.ui.made_pages import MadePages
from app.ui.mends import Mends
from app.ui.opening import Opening
from app.ui.page_layout import ENTERED, WITH_SIDEBAR, arrange, focus_of
from app.ui.palettes import other_of, repaint
from app.ui.practising import Practising
from app.ui.reading import Reading
from app.ui.results import Results
from app.ui.sessions import Sessions
from app.ui.sheets import Sheets
from app.ui.shelf import on_shelf
from app.ui.shelving import Shelving
from app.ui.sidebar import Sidebar

if TYPE_CHECKING:
    from app.core.plan import Plan
    from app.ui.live import Live
    from app.ui.window import Window
    from app.ui.workbench import ToEdit


class Pages(MadePages):
    """All that the window holds."""

    def __init__(
        self,
        desk: Desk,
        background: Background,
        plan: Plan | None = None,
        workout_id: str = "",
        edit: ToEdit | None = None,
    ) -> None:
        """Make the first page.

        Args:
            desk: the rest of the house.
            background: where slow things are done.
            plan: what to run at once; None opens the library.
            workout_id: of its file, empty for a typed text.
            edit: what to edit at once.
        """
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.desk = desk
        self.sessions = Sessions(self, desk, background, plan, workout_id)
        self.background = background
        self.opening = Opening(self, desk, background)
        self.results = Results(self, desk, background)
        self.guessing = Guessing(self)
        self.practising = Practising(self, desk, background)
        self.ways = EditorWays(self, desk, background)
        self._reading = Reading(desk, background)
        self.choosing = Choosing(self, desk, background, self.plan_anew, self.told)
        self.bindings = bindings(desk.choices().keys)
        self.mends = Mends(self)
        self.editing = Editing(self, desk, background, edit)
        self.answering = Answering(self, self.editing, desk, background)
        self.handing = Handing(self, desk, background)
        self.shelving = Shelving(self, desk, background)
        self.drops = Drops(self, desk, background)
        self.page = "run" if plan is not None else "editor" if edit is not None else "workouts"
        self.sidebar = Sidebar(self.go, self._choose_athlete)
        self.library = LibraryPage(self.sessions.start, self._read, Favourites(self.choosing), self._reading.cancel)
        self.library.asked.connect(self.shelving.answer)
        self.ways.offer_at(self.library)
        for part in (self.sidebar, self.library):
            part.setParent(self)
            part.hide()
        self._made["workouts"] = self.library
        self.banner = Banner(self.arrange, self)
        self.sheets = Sheets(self)
        self.sidebar.show_choices(desk.choices())
        if plan is not None:
            self.run.preview(plan)
        self.go(self.page)
        self.keyboard = Keyboard(self, desk.clock)

    # What happens ---------------------------------------------------------------------------------------------------

    @property
    def live(self) -> Live | None:
        """The session that is ready, under way or just ended."""
        return self.sessions.live

    @property
    def is_under_way(self) -> bool:
        """Whether a workout runs or is paused: then a key means the same on every page."""
        return self.sessions.is_under_way

    def told(self, error: BellLapError) -> None:
        """Say what went wrong, in a banner."""
        self.banner.ask(f"{str(error)[:1].upper()}{str(error)[1:]}.", ((tr("Good"), lambda: None),), "slower")

    def settings_changed(self) -> None:
        """Show what is set: the keys, and how figures are written."""
        now, before = self.choosing.now, manner()
        use_manner(Manner(now.miles, now.lap_seconds, now.half_days))
        if manner() != before and self.opening.is_ready:
            self.plan_anew()
        self.bindings = bindings(now.keys)
        self.sheets.use(self.bindings)
        if "run" in self._made:
            self.run.show_keys()

    @property
    def wants_keys(self) -> bool:
        """Whether the page waits for a key, whatever it is."""
        return self.page == "settings" and self.settings.wants_keys

    def _choose_athlete(self, choices: Choices) -> None:
        self.choosing.choose_athlete(choices)
        if self.page == "pacing":
            self.pacing.refresh()

    def leave_field(self) -> None:
        """Leave the text field that has the focus."""
        if self.page in ("pacing", "editor"):
            getattr(self, self.page).leave_field()
        else:
            self.go(self.page)

    def type_workout(self) -> None:
        """Go where a workout is typed."""
        self.go("workouts")
        self.library.paste.setFocus()

    def find_workout(self) -> None:
        """Go where a workout is found."""
        self.go("workouts")
        self.library.finder.enter()

    def toggle_full_screen(self) -> None:
        """Take the whole screen, or go back into a window."""
        cast("Window", self.window()).toggle_full_screen()

    # The other pages ------------------------------------------------------------------------------------------------

    def plan_anew(self) -> None:
        """List the workouts as they are with what is set now."""
        self.list_anew()
        if self.library.paste.text().strip():
            self._read(self.library.paste.text())
        self.ways.read_again()
        if self.page == "practice":
            self.practising.enter()

    def list_anew(self) -> None:
        """Read and list the workouts."""
        self.background.ask(lambda: on_shelf(self.desk), self.library.show_shelf, self.told)

    def _read(self, text: str) -> None:
        self._reading.read(text, self.library)

    def go(self, name: str) -> None:
        """Show a page by its name: `workouts` or one of `app.ui.made_pages.NAMES`."""
        if name == "run" and self.live is not None and self.live.is_over and not self.guessing.is_wanted:
            name = "result"
        if name == "history" and self.opening.is_ready:
            self.background.ask(self.desk.history, self.history.show_past, self.told)
        if name != "run":
            self.sessions.leave_ready()
        self.page = name
        self.page_of(name)
        for each, page in self._made.items():
            page.setVisible(each == name)
        self.sidebar.setVisible(name in WITH_SIDEBAR)
        self.sidebar.show_page(name, running=self.is_under_way)
        if self.live is not None:
            self.live.show(seen=name == "run")
        self.arrange()
        focus_of(self, name).setFocus()
        if name in ENTERED:
            whose = {"practice": "practising", "editor": "editing"}.get(name, name)
            getattr(self, whose).enter()
        elif name == "run":
            self.run.frame()
            self.guessing.refresh()
        elif name == "result":
            self.window().setWindowTitle(f"{self.result.title} – Bell Lap")
        elif not self.is_under_way:
            self.window().setWindowTitle("Bell Lap")
        if name == "workouts" and self.opening.is_ready:
            self.results.past = None
            self.list_anew()

    def toggle_far(self) -> None:
        """Show the far view, or the whole page."""
        self.go("run")
        self.run.set_far(far=not self.run.is_far)
        self.guessing.arrange()

    def use_palette(self, name: str) -> None:
        """Paint everything in another palette."""
        repaint(self, self._made.values(), name)

    def other_palette(self) -> None:
        """Change between dark and daylight; remembered."""
        name = other_of(design.palette().name)
        self.use_palette(name)
        if self.opening.is_ready:
            self.choosing.change(lambda choices: replace(choices, palette=name))

    # Where it stands ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the window out anew."""
        self.arrange()
        super().resizeEvent(event)

    def arrange(self) -> None:
        """Lay everything out anew."""
        arrange(self)

    def close_down(self, geometry: str) -> None:
        """Keep what is to be kept; a session that is under way is offered again at the next start.

        Args:
            geometry: of the window, to open there again.
        """
        self.keyboard.close()
        self.editing.close_down()
        if self.opening.is_ready:
            self.choosing.take_typed()
            self.choosing.change(lambda choices: replace(choices, window=geometry))
        self.sessions.close_down()
