"""The pacing page: which race for which time, how it is shared out, where its marks are, and how it starts.

Rules of the file: what is set is asked anew, never kept here, but for the race that is being chosen. It is remembered
at once, and in force from the next workout that is made ready.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.core.errors import WorkoutError
from app.core.plan import Plan, Setup
from app.core.racecard import lap_card, race_card
from app.core.tongue import tr
from app.core.track import Convention
from app.core.units import MILE_M, Metres, format_metres, format_time
from app.core.workout import Workout
from app.ui import design
from app.ui.choices import Choices
from app.ui.choosing import Choosing
from app.ui.columns_page import ColumnsPage
from app.ui.foot import Foot
from app.ui.options import Choice
from app.ui.pacing_body import PacingBody
from app.ui.races import goal_for, race_words, race_workout
from app.ui.split_card import Card
from app.ui.text import Text


class PacingPage(ColumnsPage):
    """Sets how a race is paced, and makes one ready."""

    def __init__(
        self, choosing: Choosing, setup: Callable[[Choices], Setup], is_running: Callable[[], bool],
        make: Callable[[Workout, Callable[[Plan], None]], None], start: Callable[[Plan, str], None],
        changed: Callable[[], None], leave: Callable[[], None],
    ) -> None:  # fmt: skip
        """Make the page.

        Args:
            choosing: what is set.
            setup: what the core makes of it.
            is_running: whether a session is under way.
            make: compiles a workout with all that is set, behind it, and hands the plan on.
            start: makes a plan ready.
            changed: called when something was set that the sidebar shows.
            leave: called to go back to the workouts.
        """
        super().__init__()
        self._choosing, self._setup, self._is_running = choosing, setup, is_running
        self._make, self._start, self._changed = make, start, changed
        self._distance_m: Metres = MILE_M
        self._typed: dict[Metres, Fraction] = {}
        self._is_made = self._is_filling = self._has_grown = False
        self.title = Text(tr("Pacing"), design.TITLE, design.BOLD, parent=self)
        self.body: PacingBody = PacingBody(self, self)
        self.foot = Foot(
            (
                (tr("enter"), tr("make it ready"), self.press), ("↑ ↓", tr("rows"), lambda: self.step(1)),
                ("← →", tr("change"), self._turn), (tr("esc"), tr("workouts"), leave),
            ),
            "|".join((tr("enter"), "↑ ↓", tr("esc"), "← →")),
            self,
        )  # fmt: skip
        self._is_made = True
        self.refresh()

    # What a person sets -----------------------------------------------------------------------------------------------

    def choose(self, **fields: Any) -> None:
        """Set fields of the choices."""
        self._choosing.take_typed()
        self._choosing.change_plans(lambda choices: replace(choices, **fields))
        self._shown_anew()

    def pace(self, **fields: Any) -> None:
        """Set fields of what is set of pacing."""
        self._choosing.take_typed()
        self._choosing.change_plans(lambda choices: replace(choices, pacing=replace(choices.pacing, **fields)))
        self.refresh()

    def type(self, **fields: Any) -> None:
        """Set fields of the choices once the keys rest."""
        self._choosing.change_typed(lambda choices: replace(choices, **fields))
        self._shown_anew()

    def type_pace(self, **fields: Any) -> None:
        """Set fields of what is set of pacing once the keys rest."""
        self._choosing.change_typed(lambda choices: replace(choices, pacing=replace(choices.pacing, **fields)))
        self.refresh()

    def choose_race(self, distance_m: Metres) -> None:
        """Choose the distance of the race."""
        self._distance_m = distance_m
        self.refresh()

    def type_goal(self, seconds: Fraction | None) -> None:
        """Set the goal of the race: of the mile it is the athlete's own; None takes the proposal again."""
        if self._distance_m == MILE_M:
            self.type(goal_s=seconds)
            return
        if seconds is None:
            self._typed.pop(self._distance_m, None)
        else:
            self._typed[self._distance_m] = seconds
        self.refresh()

    def start(self) -> None:
        """Make the race ready, if no workout runs."""
        if self._is_running():
            self.body.race.row.sentence.say(tr("A workout is running: stop it first, or run it to its end."), "slower")
            return
        self._choosing.take_typed()
        goal = goal_for(self._distance_m, self._choosing.now.goal_s, self._typed.get(self._distance_m))
        self._make(race_workout(self._distance_m, goal.seconds), lambda plan: self._start(plan, ""))

    def grew(self) -> None:
        """Make room: something is said that was not said before."""
        self._has_grown = True
        if self._is_made and not self._is_filling:
            self._arrange_grown()

    def _arrange_grown(self) -> None:
        """Put everything in its place, where anything has another height."""
        if self._has_grown:
            self._has_grown = False
            self.body.arrange()

    def _shown_anew(self) -> None:
        self.refresh()
        self._changed()

    # Keys that are pressed --------------------------------------------------------------------------------------------

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
        """Begin with the race, as the page is come to."""
        self.body.verticalScrollBar().setValue(0)
        self.refresh()
        self.body.race.distance.holder.setFocus()

    def leave_field(self) -> None:
        """Leave the field that has the focus, for the row above it that takes no letters."""
        lines = self.body.lines
        focus = QApplication.focusWidget()
        at = next((number for number, line in enumerate(lines) if focus in line), 0)
        row = next((line[0] for line in reversed(lines[:at]) if isinstance(line[0], Choice)), lines[0][0])
        row.setFocus()
        self.refresh()

    def press(self) -> None:
        """Press the button that has the focus; from anywhere else, make the race ready."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and not isinstance(focus, Choice):
            focus.click()
        else:
            self.start()

    def _turn(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(focus, press)

    # What it shows ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is set, and what it comes to in the race that is chosen."""
        now = self._choosing.now
        goal = goal_for(self._distance_m, now.goal_s, self._typed.get(self._distance_m))
        self._is_filling = True
        self.body.show_choices(
            now, self._distance_m, goal, self._heading(now, goal.seconds), self._card(now, goal.seconds)
        )
        self.body.race.row.sentence.say("", "quiet")
        self._is_filling = False
        self._arrange_grown()
        running = tr("A workout is running: its keys hold here too. Tab and ↑ ↓ move, the mouse sets.")
        self.foot.say(running if self._is_running() else "")

    def _heading(self, now: Choices, seconds: Fraction | None) -> str:
        if seconds is None:
            return tr("Pace card")
        lane = now.pacing.lane
        said = tr("{race} in {time}").format(race=race_words(self._distance_m), time=_plain(seconds))
        track = self._setup(now).track
        where = tr("{metres} m track").format(metres=format_metres(track.inner_m))
        if track.lane > 1:
            where = tr("lane {lane}").format(lane=lane)
        return f"{said[:1].upper()}{said[1:]}  ·  {where}"

    def _card(self, now: Choices, seconds: Fraction | None) -> Card:
        if seconds is None:
            return Card(nothing=tr("With a goal every lap has its time here."))
        setup = self._setup(now)
        try:
            finish, start = (race_card(self._distance_m, seconds, setup, each) for each in Convention)
            laps = finish if setup.convention is Convention.FINISH_LINE else start
            if setup.mark_every_m is not None:
                laps = lap_card(self._distance_m, seconds, setup, setup.convention)
            return Card(laps, finish, start, setup.convention)
        except WorkoutError as error:
            return Card(nothing=f"{str(error)[:1].upper()}{str(error)[1:]}.")

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has been set elsewhere."""
        self.refresh()
        super().showEvent(event)


def _plain(seconds: Fraction) -> str:
    return format_time(seconds, 2).rstrip("0").rstrip(".")
