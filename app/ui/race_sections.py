"""The race and its pace: which, for which time, how it starts, and how the time is shared out.

Rules of the file: what is set is shown, and asked for through the setter; what cannot be read is said below its field,
and what was set before holds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import InputError
from app.core.profile import EVEN, Profile, ProfileKind, parse_percents
from app.core.setup import RaceStart
from app.core.tongue import tr
from app.core.track import Convention
from app.core.units import MILE_M, Metres, format_metres, format_time, parse_distance, parse_time
from app.ui import design
from app.ui.field_section import FieldSection, Setter
from app.ui.figures import time_text
from app.ui.keycap import Button
from app.ui.options import Options
from app.ui.races import RACES, Goal, race_words
from app.ui.text import Text

PERCENT_CHARS = 2000


class StartRow(QWidget):
    """The button that makes the race ready, and why it cannot be."""

    def __init__(self, start: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.button = Button(tr("Make it ready"), filled=True, parent=self)
        self.button.clicked.connect(lambda _checked: start())
        self.sentence = Text("", design.SMALL, tone="quiet", parent=self).wrapped()

    def height_at(self, _width: int) -> int:
        """Return the height, the same whatever is said."""
        return 56

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        wide = self.button.sizeHint().width()
        self.button.setGeometry(0, 6, wide, 44)
        self.sentence.setGeometry(wide + 16, 4, max(1, self.width() - wide - 16), 48)
        super().resizeEvent(event)


class RaceSection(FieldSection):
    """Which race, for which time, and how it starts."""

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(tr("Timed race"), setter, parent)
        words = [(_short(metres), metres) for metres in RACES]
        self.distance = Options(tr("distance"), words, setter.choose_race, self)
        self.add(self.distance, tr("distance"))
        self.other = self.field(tr("another"), tr("another distance"), tr("such as 1000m"), self._typed_distance)
        self.goal = self.field(tr("goal"), tr("goal of the race"), tr("m:ss"), self._typed_goal)
        self.goal.returnPressed.connect(setter.start)
        self.note_goal = self.note("")
        starts = (
            (tr("count"), RaceStart.COUNT), (tr("own start"), RaceStart.OWN), (tr("go", "the start"), RaceStart.GO),
        )  # fmt: skip
        self.start = Options(tr("start", "of a race"), starts, lambda start: setter.pace(start=start), self)
        self.add(self.start, tr("start", "of a race"))
        self.note_start = self.note("")
        self.row = StartRow(setter.start, self)
        self.add(self.row)

    @property
    def lines(self) -> list[tuple[QWidget, ...]]:
        """The controls line by line, the button last."""
        return [*super().lines, (self.row.button,)]

    def show_race(
        self, distance_m: Metres, goal: Goal, start: RaceStart, lead_in_s: int, goal_mile_s: Fraction | None
    ) -> None:
        """Show the race that is chosen."""
        self.distance.show_value(distance_m)
        self.other.show_text("" if distance_m in RACES else f"{format_metres(distance_m)}m")
        self.goal.show_text("" if goal.is_proposed else time_text(goal.seconds))
        proposal = goal.seconds if goal.is_proposed else None
        self.goal.setPlaceholderText(format_time(proposal) if proposal is not None else tr("m:ss"))
        if distance_m == MILE_M:
            said = tr("Your goal mile.") if goal.seconds is not None else tr("No goal yet: laps have no ±.")
        elif proposal is not None and goal_mile_s is not None:
            said = tr("A proposal: as good as a mile in {mile} (Riegel). Type your own to change it.")
            said = said.format(mile=time_text(goal_mile_s))
        elif goal.seconds is not None:
            said = tr("Your own. Empty the field for a proposal.")
        else:
            said = tr("No goal yet: laps have no ±.")
        self.say(self.note_goal, said)
        self.start.show_value(start)
        self.say(self.note_start, self._start_words(start, lead_in_s))

    @staticmethod
    def _start_words(start: RaceStart, lead_in_s: int) -> str:
        match start:
            case RaceStart.OWN:
                return tr("The clock starts at your press.")
            case RaceStart.GO:
                return tr("The go sounds 1 to 3 s after your press, nobody knows when; the clock starts with it.")
            case RaceStart.COUNT if lead_in_s:
                return tr("A count of {seconds} s, then the clock starts.").format(seconds=lead_in_s)
            case _:
                return tr("No lead-in is set, so the clock starts at your press.")

    def _typed_distance(self, text: str) -> None:
        plain = text.strip()
        if not plain:
            self._setter.choose_race(RACES[0])
            return
        try:
            self._setter.choose_race(parse_distance(f"{plain}m" if plain.replace(".", "", 1).isdigit() else plain))
        except InputError:
            self.say(self.note_goal, tr("A distance is written as 1000m, 1.5km or 880yd."), wrong=True)

    def _typed_goal(self, text: str) -> None:
        try:
            self._setter.type_goal(parse_time(text) if text.strip() else None)
        except InputError:
            self.say(self.note_goal, tr("The goal is a time such as 5:20."), wrong=True)


def _short(metres: Metres) -> str:
    """Write a race as short as it stands in the row: figures alone for metres."""
    return race_words(metres) if (metres / MILE_M).denominator == 1 else format_metres(metres)


class PaceSection(FieldSection):
    """How the time is shared out over the race."""

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(tr("Pace"), setter, parent)
        kinds = (
            (tr("even", "pace"), ProfileKind.EVEN), (tr("record", "pace"), ProfileKind.RECORD),
            (tr("negative split"), ProfileKind.NEGATIVE), (tr("own", "pace"), ProfileKind.OWN),
        )  # fmt: skip
        self._profile = EVEN
        self.kind = Options(tr("pace profile"), kinds, self._choose_kind, self)
        self.add(self.kind, tr("profile", "of the pace"))
        name = tr("own percentages, one a lap")
        self.percents = self.field(tr("own, %"), name, "98, 101, 102, 99", self._typed, PERCENT_CHARS)
        self.note_percents = self.note("")
        lines = ((tr("finish line"), Convention.FINISH_LINE), (tr("start line"), Convention.START_LINE))
        self.convention = Options(tr("laps counted from"), lines, lambda line: setter.pace(convention=line), self)
        self.add(self.convention, tr("laps from"))
        self.note(tr("In races alone: a rep counts from its own start, and is run evenly."))

    def show_profile(self, profile: Profile, convention: Convention, n_laps: int) -> None:
        """Show what is set, and what it comes to in a race of so many laps."""
        self._profile = profile
        self.kind.show_value(profile.kind)
        self.convention.show_value(convention)
        self.percents.show_text(", ".join(format_metres(pct, 3) for pct in profile.percents))
        wrong = self._wrong()
        if wrong:
            self.say(self.note_percents, wrong, wrong=True)
            return
        n = len(profile.percents)
        is_own = profile.kind is ProfileKind.OWN
        if is_own and n != n_laps:
            said = tr("This race has {laps} laps and there are {given} percentages: it is run evenly until they match.")
            self.say(self.note_percents, said.format(laps=n_laps, given=n), wrong=True)
            return
        words = {
            ProfileKind.EVEN: tr("The same pace from start to finish."),
            ProfileKind.RECORD: tr("Fast, slower, slower, fast: as record miles are run."),
            ProfileKind.NEGATIVE: tr("The second half is faster than the first."),
            ProfileKind.OWN: tr("In percent of even pace; over 100 is slower. The finish stays the goal."),
        }
        self.say(self.note_percents, words[profile.kind])

    def _wrong(self) -> str:
        """Return why what is being typed is no profile; empty if it is one."""
        if not self.percents.hasFocus() or not self.percents.text().strip():
            return ""
        try:
            parse_percents(self.percents.text())
        except InputError as error:
            return f"{str(error)[:1].upper()}{str(error)[1:]}."
        return ""

    def _choose_kind(self, kind: ProfileKind) -> None:
        self._setter.pace(profile=replace(self._profile, kind=kind))

    def _typed(self, text: str) -> None:
        try:
            percents = parse_percents(text) if text.strip() else ()
        except InputError:
            self.say(self.note_percents, self._wrong(), wrong=True)
            return
        kind = ProfileKind.OWN if percents else ProfileKind.EVEN
        self._setter.type_pace(profile=Profile(kind, percents))
