"""Where a race is run and what is heard and seen beside it: track, light, rabbits, treadmill.

Rules of the file: as in `app.ui.race_sections`.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from PySide6.QtWidgets import QWidget

from app.core.bounds import INCLINE_PCT, RABBITS, TRACK_M
from app.core.errors import InputError
from app.core.pace import Belt
from app.core.setup import Light
from app.core.tongue import tr
from app.core.track import INDOOR, LANES, OUTDOOR, YARDS, lap_in_lane
from app.core.treadmill import Dial, cost_words, dial_of, fast_words, given_words, incline_words
from app.core.units import MILE_M, format_metres, parse_distance, parse_time
from app.ui.choices import Choices
from app.ui.field_section import FieldSection, Setter
from app.ui.figures import time_text
from app.ui.options import Options

LEADS_S = (0, 5, 10, 15, 20, 30, 60)


class TrackSection(FieldSection):
    """Where it is run, and where the marks are."""

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(tr("Track"), setter, parent)
        tracks = (("400 m", OUTDOOR.lap_m), ("200 m", INDOOR.lap_m), (tr("440 yd"), YARDS.lap_m))
        self.track = Options(tr("track"), tracks, lambda m: setter.choose(track_m=m), self)
        self.add(self.track, tr("track"))
        self.other = self.field(tr("own length"), tr("own length of a lap"), tr("such as 352 m"), self._typed)
        lanes = [(str(lane), lane) for lane in range(1, LANES + 1)]
        self.lane = Options(tr("lane"), lanes, lambda lane: setter.pace(lane=lane), self)
        self.add(self.lane, tr("lane"))
        self.note_lane = self.note("")
        marks: tuple[tuple[str, int | None], ...] = ((tr("each lap"), None), ("200 m", 200), ("100 m", 100))
        self.marks = Options(tr("marks at"), marks, lambda m: setter.choose(mark_every_m=m), self)
        self.add(self.marks, tr("marks at"))

    def show_choices(self, choices: Choices) -> None:
        """Show what is set; the lanes of another track than the standard one are not known."""
        lap_m, lane = choices.track_m, choices.pacing.lane
        self.track.show_value(lap_m)
        is_own = lap_m not in (OUTDOOR.lap_m, INDOOR.lap_m, YARDS.lap_m)
        self.other.show_text(tr("{metres} m").format(metres=format_metres(lap_m)) if is_own else "")
        is_standard = lap_m == OUTDOOR.lap_m
        self.lane.setEnabled(is_standard)
        self.lane.show_value(lane if is_standard else 1)
        self.marks.show_value(choices.mark_every_m)
        if not is_standard:
            said = tr("Only the standard 400 m track has known outer lanes: this one is measured in lane 1.")
        elif lane == 1:
            said = tr("A lap in lane 1 is 400 m.")
        else:
            said = tr("A lap in lane {lane} is {metres} m; marks and bell follow it.")
            said = said.format(lane=lane, metres=format_metres(lap_in_lane(lane), 2))
        self.say(self.note_lane, said)

    def _typed(self, text: str) -> None:
        plain = text.strip()
        if not plain:
            return
        least, most = TRACK_M
        try:
            lap_m = parse_distance(f"{plain}m" if plain.replace(".", "", 1).isdigit() else plain)
        except InputError:
            lap_m = Fraction(0)
        if least <= lap_m <= most:
            self._setter.type(track_m=lap_m)
        else:
            said = tr("A lap is {least} to {most} m, such as 352 m or 440yd.").format(least=least, most=most)
            self.say(self.note_lane, said, wrong=True)


class LightSection(FieldSection):
    """The pacing light that is heard."""

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(tr("Audible pacing light"), setter, parent)
        self._light = Light()
        places: tuple[tuple[str, int | None], ...] = ((tr("off"), None), *((f"{m} m", m) for m in (100, 200, 400)))
        self.every = Options(tr("a sound every"), places, self._choose_every, self)
        self.add(self.every, tr("every"))
        sounds = ((tr("tone"), False), (tr("spoken time"), True))
        self.spoken = Options(tr("sound of the light"), sounds, lambda on: self._set(is_spoken=on), self)
        self.add(self.spoken, tr("sound"))
        self.second = self.field(tr("second pace"), tr("goal mile of the second light"), tr("m:ss"), self._typed)
        self.note_light = self.note("")

    def show_light(self, light: Light | None) -> None:
        """Show what is set."""
        self._light = light or self._light
        self.every.show_value(None if light is None else int(light.every_m))
        self.spoken.show_value(self._light.is_spoken)
        self.second.show_text(time_text(self._light.second_s))
        for control in (self.spoken, self.second):
            control.setEnabled(light is not None)
        if not self.second.hasFocus():
            off = tr("Marks alone sound.")
            on = tr("Each place of the track sounds when the pace is there; another mile time has a tone of its own.")
            self.say(self.note_light, off if light is None else on)

    def _choose_every(self, every_m: int | None) -> None:
        self._setter.pace(light=None if every_m is None else replace(self._light, every_m=Fraction(every_m)))

    def _set(self, *, is_spoken: bool) -> None:
        self._setter.pace(light=replace(self._light, is_spoken=is_spoken))

    def _typed(self, text: str) -> None:
        try:
            second_s = parse_time(text) if text.strip() else None
        except InputError:
            self.say(self.note_light, tr("The second pace is a mile time such as 5:10."), wrong=True)
            return
        self.say(self.note_light, "")
        self._setter.type_pace(light=replace(self._light, second_s=second_s))


class RabbitSection(FieldSection):
    """Other goals, whose rabbits run round the drawn track."""

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(tr("Other rabbits"), setter, parent)
        self.times = self.field(tr("goal miles"), tr("goal miles of other rabbits"), "5:10, 5:30", self._typed)
        self.note_times = self.note("")

    def show_rabbits(self, rabbits: tuple[Fraction, ...]) -> None:
        """Show what is set."""
        self.times.show_text(", ".join(time_text(each) for each in rabbits))
        if not self.times.hasFocus() or self.note_times.tone != "slower":
            self._say(rabbits)

    def _say(self, rabbits: tuple[Fraction, ...]) -> None:
        none = tr("Up to {most} other mile times, with commas between them, run on the drawn track.")
        some = tr("{n} of {most} run on the drawn track beside your own.")
        self.say(self.note_times, (some if rabbits else none).format(n=len(rabbits), most=RABBITS))

    def _typed(self, text: str) -> None:
        words = text.replace(",", " ").replace(";", " ").split()
        try:
            rabbits = tuple(dict.fromkeys(parse_time(word) for word in words))
        except InputError:
            said = tr("Mile times with commas between them, such as 5:10, 5:30.")
            self.say(self.note_times, said, wrong=True)
            return
        if len(rabbits) > RABBITS:
            said = tr("At most {most}: more of them are a crowd.").format(most=RABBITS)
            self.say(self.note_times, said, wrong=True)
            return
        self._say(rabbits)
        self._setter.type_pace(rabbits=rabbits)


class TreadmillSection(FieldSection):
    """The belt, when its speed is said, and its incline."""

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(tr("Treadmill"), setter, parent)
        belts: tuple[tuple[str, Belt | None], ...] = ((tr("off"), None), ("km/h", Belt.KMH), ("mph", Belt.MPH))
        self.belt = Options(tr("treadmill"), belts, lambda belt: setter.choose(belt=belt), self)
        self.add(self.belt, tr("belt"))
        self.note_goal = self.note("")
        leads = [(str(s), s) for s in LEADS_S]
        name = tr("seconds between the word and the work")
        self.lead = Options(name, leads, lambda s: setter.pace(belt_lead_s=s), self)
        self.add(self.lead, tr("said before, s"))
        self.incline = self.field(tr("incline, %"), tr("incline in percent"), "0", self._typed)
        self.note_incline = self.note("")
        self._belt, self._goal = Belt.KMH, tuple[Dial, ...]()

    def show_choices(self, choices: Choices) -> None:
        """Show what is set, and what it makes of the goal mile."""
        self.belt.show_value(choices.belt)
        self._belt = choices.belt or Belt.KMH
        goal = None
        if choices.goal_s is not None and choices.belt is not None:
            goal = dial_of(choices.goal_s / MILE_M, choices.belt, choices.pacing.incline_pct)
        self._goal = () if goal is None else (goal,)
        self.say(
            self.note_goal,
            " ".join(said for each in self._goal for said in (given_words(each), fast_words(each)) if said),
        )
        self.lead.show_value(choices.pacing.belt_lead_s)
        pct = choices.pacing.incline_pct
        self.incline.show_text(format_metres(pct, 2) if pct else "")
        for control in (self.lead, self.incline):
            control.setEnabled(choices.belt is not None)
        if not self.incline.hasFocus() or self.note_incline.tone != "slower":
            self._say()

    def _say(self) -> None:
        said = [cost_words(each) for each in self._goal]
        self.say(self.note_incline, " ".join(word for word in (*said, incline_words(self._belt, *self._goal)) if word))

    def _typed(self, text: str) -> None:
        plain = text.replace("%", " ").replace(",", ".").strip()
        is_figure = plain.isascii() and len(plain) <= 6 and plain.replace(".", "", 1).isdigit()
        if plain and not (is_figure and Fraction(plain) <= INCLINE_PCT):
            said = tr("An incline is 0 to {most} percent, such as 1.").format(most=INCLINE_PCT)
            self.say(self.note_incline, said, wrong=True)
            return
        self._say()
        self._setter.type_pace(incline_pct=Fraction(plain or "0"))
