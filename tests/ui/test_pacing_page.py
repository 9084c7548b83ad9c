"""The pacing page: what is set is in force and remembered, the card follows it, and a race is one key from ready."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.pace import Belt
from app.core.profile import Profile, ProfileKind
from app.core.setup import Light, RaceStart
from app.core.state import State
from app.core.track import YARDS, Convention
from app.core.units import MILE_M
from app.core.workout import Split
from app.ui.choices import Choices, PacingChoices
from app.ui.field import Field
from app.ui.options import Options
from app.ui.pacing_page import PacingPage
from app.ui.split_card import metres_words, time_words
from tests.ui.conftest import Trackside

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
V = TypeVar("V")


class Coach:
    """Somebody at the pacing page of a window."""

    def __init__(self, trackside: Trackside) -> None:
        self.trackside = trackside
        trackside.key(KEY.Key_A)

    @property
    def page(self) -> PacingPage:
        return self.trackside.pages.pacing

    @property
    def set(self) -> Choices:
        """What the desk has taken."""
        return self.trackside.house.choices()

    @property
    def pacing(self) -> PacingChoices:
        return self.set.pacing

    def pick(self, options: Options[V], word: str) -> None:
        QTest.mouseClick(next(choice for choice, _value in options.choices if choice.text() == word), LEFT)

    def types(self, field: Field, text: str) -> None:
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, KEY.Key_Delete)
        QTest.keyClicks(field, text)

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.trackside.key(key)

    def until(self, done: Callable[[], bool]) -> None:
        self.trackside.until(done)

    def has_goal(self, text: str = "5:20") -> None:
        self.trackside.pages.sidebar.goal.setText(text)
        self.until(lambda: self.set.goal_s is not None)

    def card(self) -> list[str]:
        """The marks and times of the convention in force."""
        rows = next(rows for _name, rows, in_force in self.page.body.card.card.card.sides if in_force)
        return [f"{metres_words(row)} {time_words(row)}" for row in rows]

    def makes_ready(self) -> None:
        self.key(KEY.Key_Return)
        self.until(lambda: self.trackside.pages.page == "run")


@pytest.fixture
def coach(trackside: Trackside) -> Coach:
    return Coach(trackside)


# The way there --------------------------------------------------------------------------------------------------------


def test_a_key_the_sidebar_and_the_goal_figures_lead_to_the_page(trackside: Trackside) -> None:
    pages = trackside.pages
    trackside.key(KEY.Key_A)
    assert pages.page == "pacing"
    assert not pages.sidebar.figures.more.isVisible(), "it leads nowhere from here"
    trackside.key(KEY.Key_Escape)
    assert pages.page == "workouts"
    QTest.mouseClick(pages.sidebar.ways["pacing"], LEFT)
    assert pages.page == "pacing"
    trackside.key(KEY.Key_W)
    QTest.mouseClick(pages.sidebar.figures.more, LEFT)
    assert pages.page == "pacing"


def test_tab_and_the_arrows_reach_every_control_and_each_has_a_name(coach: Coach) -> None:
    coach.pick(coach.page.body.light.every, "100 m")
    coach.pick(coach.page.body.treadmill.belt, "km/h")
    lines = coach.page.body.lines
    lines[0][0].setFocus()
    reached: list[QWidget | None] = [QApplication.focusWidget()]
    for _ in lines[1:]:
        coach.key(KEY.Key_Down)
        reached.append(QApplication.focusWidget())
    assert reached == [line[0] for line in lines]
    assert all(widget is not None and widget.accessibleName() for widget in reached)
    assert len(lines) == 19
    coach.key(*[KEY.Key_Up] * len(lines))
    assert QApplication.focusWidget() is lines[0][0]


# What is set ----------------------------------------------------------------------------------------------------------


def test_all_that_is_set_is_remembered(opens: Callable[[], Trackside]) -> None:
    first = Coach(opens().opened())
    body = first.page.body
    first.pick(body.race.start, "go")
    first.pick(body.pace.kind, "record")
    first.types(body.pace.percents, "98 101 102 99")
    first.pick(body.pace.convention, "start line")
    first.pick(body.track.lane, "3")
    first.pick(body.track.marks, "200 m")
    first.pick(body.light.every, "200 m")
    first.pick(body.light.spoken, "spoken time")
    first.types(body.light.second, "5:10")
    first.types(body.rabbits.times, "5:05, 5:30")
    first.pick(body.treadmill.belt, "mph")
    first.pick(body.treadmill.lead, "20")
    first.types(body.treadmill.incline, "1,5 %")
    first.trackside.close()  # at once: what is on its way is finished

    second = Coach(opens().opened())
    assert second.pacing == PacingChoices(
        lane=3,
        convention=Convention.START_LINE,
        profile=Profile(ProfileKind.OWN, tuple(Fraction(pct) for pct in (98, 101, 102, 99))),
        light=Light(Fraction(200), is_spoken=True, second_s=Fraction(310)),
        rabbits=(Fraction(305), Fraction(330)),
        start=RaceStart.GO,
        belt_lead_s=20,
        incline_pct=Fraction("1.5"),
    )
    assert (second.set.belt, second.set.mark_every_m) == (Belt.MPH, 200)
    body = second.page.body
    assert body.pace.percents.text() == "98, 101, 102, 99"
    assert body.rabbits.times.text() == "5:05, 5:30"
    assert body.treadmill.incline.text() == "1.5"
    assert [body.race.start.holder.text(), body.track.lane.holder.text()] == ["go", "3"]


def test_the_treadmill_says_what_the_goal_is_on_it_and_what_its_incline_costs(coach: Coach) -> None:
    coach.page.choose(goal_s=Fraction(420))
    treadmill = coach.page.body.treadmill
    known = "1 % costs what the road does: tested on nine men from 10.5 to 18.0 km/h (Jones and Doust 1996)."
    assert (treadmill.note_goal.text(), treadmill.note_incline.text()) == ("", known)
    coach.pick(treadmill.belt, "mph")
    coach.until(lambda: treadmill.note_goal.text() == "8.6 mph is 6:58.6 a mile, not 7:00.")
    coach.types(treadmill.incline, "1")
    cost = "1 %: costs like 6:40.6 a mile on the flat; 8.2 mph would cost like 7:00 (ACSM model)."
    coach.until(lambda: treadmill.note_incline.text().startswith(cost))


def test_440_yards_are_the_same_track_here_and_in_the_sidebar(coach: Coach) -> None:
    sidebar = coach.trackside.pages.sidebar.figures.track
    coach.pick(coach.page.body.track.track, "440 yd")
    coach.until(lambda: coach.set.track_m == YARDS.lap_m)
    assert sidebar.holder.text() == "440y"
    coach.types(coach.page.body.track.other, "352")
    coach.until(lambda: coach.set.track_m == 352)
    assert (sidebar.holder.text(), sidebar.holder.isChecked()) == ("352", True)
    coach.pick(sidebar, "200")
    coach.until(lambda: coach.set.track_m == 200)
    assert coach.page.body.track.track.holder.text() == "200 m"
    assert [choice.text() for choice, _value in sidebar.choices] == ["400", "200", "440y"]


def test_only_the_standard_track_has_lanes_and_it_is_said_why(coach: Coach) -> None:
    track = coach.page.body.track
    coach.pick(track.lane, "8")
    coach.until(lambda: coach.pacing.lane == 8)
    assert track.note_lane.text() == "A lap in lane 8 is 453.03 m; marks and bell follow it."
    coach.pick(track.track, "200 m")
    assert not track.lane.isEnabled()
    assert track.lane.holder.text() == "1"
    assert "measured in lane 1" in track.note_lane.text()
    assert track.lane.holder not in [line[0] for line in coach.page.body.lines]
    coach.pick(track.track, "400 m")
    assert (track.lane.isEnabled(), track.lane.holder.text()) == (True, "8")


@pytest.mark.parametrize(
    ("place", "text", "said"),
    [
        ("percents", "98, 20", "50 to 200 percent"),
        ("percents", "98, fast", "one percentage of even pace for each lap"),
        ("track", "20", "A lap is 50 to 5000 m"),
        ("track", "round", "A lap is 50 to 5000 m"),
        ("goal", "5:2", "a time such as 5:20"),
        ("distance", "far", "1000m, 1.5km or 880yd"),
        ("second", "5:1", "a mile time such as 5:10"),
        ("rabbits", "5:10, quick", "such as 5:10, 5:30"),
        ("rabbits", "5:01 5:02 5:03 5:04 5:05", "At most 4"),
        ("incline", "40", "0 to 15 percent"),
        ("incline", "-1", "0 to 15 percent"),
    ],
)
def test_what_cannot_be_is_said_below_its_field_and_what_was_set_holds(
    coach: Coach, place: str, text: str, said: str
) -> None:
    body = coach.page.body
    coach.pick(body.light.every, "100 m")
    coach.pick(body.treadmill.belt, "km/h")
    coach.until(lambda: coach.set.belt is not None)
    field, note = {
        "percents": (body.pace.percents, body.pace.note_percents),
        "track": (body.track.other, body.track.note_lane),
        "goal": (body.race.goal, body.race.note_goal),
        "distance": (body.race.other, body.race.note_goal),
        "second": (body.light.second, body.light.note_light),
        "rabbits": (body.rabbits.times, body.rabbits.note_times),
        "incline": (body.treadmill.incline, body.treadmill.note_incline),
    }[place]
    coach.types(field, text)
    assert said in note.text()
    assert note.tone == "slower"
    wrong_alone = coach.page._choosing.now
    assert wrong_alone.track_m == 400
    assert wrong_alone.pacing.incline_pct in (0, 4)
    assert wrong_alone.pacing.rabbits in ((), tuple(Fraction(300 + s) for s in (1, 2, 3, 4)), (Fraction(310),))


# The card -------------------------------------------------------------------------------------------------------------


def test_the_card_shows_both_conventions_exactly_and_follows_what_is_set(coach: Coach) -> None:
    coach.has_goal("5:00")
    assert coach.card() == ["409.344 1:16.31", "809.344 2:30.87", "1209.344 3:45.44", "1609.344 5:00.00"]
    coach.pick(coach.page.body.pace.convention, "start line")
    assert coach.card() == ["400 1:14.56", "800 2:29.13", "1200 3:43.69", "1609.344 5:00.00"]
    assert coach.page.body.card.heading.text() == "Mile in 5:00  ·  400 m track"
    coach.pick(coach.page.body.track.lane, "2")
    assert coach.page.body.card.heading.text() == "Mile in 5:00  ·  lane 2"
    assert coach.card()[0].startswith("407.038 ")


def test_percentages_are_shown_while_they_are_typed_and_say_when_they_are_too_few(coach: Coach) -> None:
    coach.has_goal("5:00")
    even = coach.card()
    coach.types(coach.page.body.pace.percents, "98, 101, 102")
    assert "4 laps and there are 3" in coach.page.body.pace.note_percents.text()
    assert coach.card() == even
    QTest.keyClicks(coach.page.body.pace.percents, ", 99")
    assert coach.card()[0] != even[0]
    assert coach.card()[-1] == even[-1], "the finish stays the goal"
    assert coach.page.body.pace.kind.holder.text() == "own"
    assert coach.page.body.pace.note_percents.tone == "quiet"


def test_without_a_goal_the_card_says_what_it_wants(coach: Coach) -> None:
    assert coach.page.body.card.card.card.nothing == "With a goal every lap has its time here."


# The race -------------------------------------------------------------------------------------------------------------


def test_the_mile_is_made_ready_for_the_athletes_own_goal(coach: Coach) -> None:
    coach.has_goal()
    assert coach.page.body.race.goal.text() == "5:20"
    coach.makes_ready()
    live = coach.trackside.live
    assert live.state is State.READY
    (step,) = live.plan.workout.steps
    assert live.plan.workout.name == "Timed mile"
    assert step.target == Split(Fraction(320))  # type: ignore[union-attr]  # one step
    assert live.plan.segments[-1].distance_m == MILE_M
    assert live.plan.segments[-1].is_race


def test_another_race_is_proposed_a_time_of_equal_merit_until_one_is_typed(coach: Coach) -> None:
    coach.has_goal()
    race = coach.page.body.race
    coach.pick(race.distance, "1500")
    assert (race.goal.text(), race.goal.placeholderText()) == ("", "4:57.0")
    assert race.note_goal.text().startswith("A proposal: as good as a mile in 5:20")
    coach.types(race.goal, "4:55")
    assert race.note_goal.text() == "Your own. Empty the field for a proposal."
    coach.pick(race.distance, "800")
    assert race.goal.text() == ""
    coach.pick(race.distance, "1500")
    assert race.goal.text() == "4:55", "each race keeps its own while the window is open"
    QTest.mouseClick(race.row.button, LEFT)
    coach.until(lambda: coach.trackside.pages.page == "run")
    assert coach.trackside.live.plan.segments[-1].marks[-1].planned_ms == 295_000


def test_any_distance_can_be_typed_and_enter_in_the_goal_makes_it_ready(coach: Coach) -> None:
    coach.types(coach.page.body.race.other, "1000")
    coach.types(coach.page.body.race.goal, "3:10")
    coach.makes_ready()
    assert coach.trackside.live.plan.workout.name == "Timed 1000 m"
    assert coach.trackside.live.plan.segments[-1].marks[-1].planned_ms == 190_000


def test_the_goal_of_the_mile_is_the_goal_everywhere(coach: Coach) -> None:
    coach.types(coach.page.body.race.goal, "5:05")
    coach.until(lambda: coach.set.goal_s == 305)
    assert coach.trackside.pages.sidebar.goal.text() == "5:05"


def test_while_a_workout_runs_no_race_is_made_ready_and_it_is_said_why(coach: Coach) -> None:
    coach.key(KEY.Key_W)
    coach.trackside.type_workout("800 in 160")
    coach.key(KEY.Key_Space, KEY.Key_A)
    coach.page.start()
    assert "A workout is running" in coach.page.body.race.row.sentence.text()
    assert coach.trackside.live.plan.workout.name != "Timed mile"


# The start ------------------------------------------------------------------------------------------------------------


def ready_at_a_go(coach: Coach) -> None:
    coach.has_goal()
    coach.pick(coach.page.body.race.start, "go")
    coach.until(lambda: coach.pacing.start is RaceStart.GO)
    coach.makes_ready()


def test_a_false_start_is_one_key_back_to_ready_with_an_empty_store_and_the_race_runs_again(coach: Coach) -> None:
    trackside = coach.trackside
    pages, house = trackside.pages, trackside.house
    ready_at_a_go(coach)
    false_ones = []
    for before_s in (0.5, 3.2):  # in the wait for the go, and after it
        false_ones.append(trackside.live.plan.setup.go_after_ms)
        trackside.key(KEY.Key_Space)
        trackside.passes(before_s)
        trackside.saved()
        began = trackside.live
        trackside.key(KEY.Key_N)
        assert pages.live is not began, "no further key reaches it"
        trackside.until(lambda: pages.live is not None and trackside.stands(State.READY))
        assert house.history() == ()
        assert house.unfinished() is None
    trackside.key(KEY.Key_Space)
    trackside.passes(3.1)
    assert trackside.live.snapshot().segment == trackside.live.plan.segments[-1]
    for lap_s in (80, 80, 79, 78):
        trackside.lap_after(lap_s)
    trackside.until(lambda: pages.page == "result")
    trackside.saved()
    (past,) = house.history()
    assert past.outcome == "finished"
    assert pages.result.outcome is not None
    assert pages.result.outcome.official.startswith("official 5:1")


def test_the_cap_of_the_false_start_is_there_until_the_first_lap(coach: Coach) -> None:
    from app.ui.keys import Act

    trackside = coach.trackside
    ready_at_a_go(coach)
    cap = trackside.pages.run.caps[Act.FALSE_START]
    assert not cap.isVisible()
    trackside.key(KEY.Key_Space)
    assert cap.isVisible()
    trackside.passes(4)
    assert cap.isVisible()
    trackside.lap_after(80)
    assert not cap.isVisible()
    trackside.key(KEY.Key_N)
    assert trackside.stands(State.RUNNING), "a race that is under way is never thrown away"


def test_in_the_wait_for_the_go_nothing_counts_and_no_rabbit_runs(coach: Coach) -> None:
    trackside = coach.trackside
    ready_at_a_go(coach)
    run = trackside.pages.run
    trackside.key(KEY.Key_Space)
    seen = set()
    for _ in range(9):
        trackside.passes(0.1)
        seen.add((run.hero.shown, run.following.text(), run.counts.text(), str(run.track.widget._laps)))
    assert len(seen) == 1
    assert next(iter(seen))[0] == "0:00.0"
    assert trackside.window.windowTitle().startswith("SET")
    trackside.key(KEY.Key_Space)
    assert run.sentence.text() == "Not taken: wait for the go."
    trackside.passes(2.2)
    assert run.hero.shown != "0:00.0"


def test_a_disk_that_keeps_a_false_start_is_told_and_the_race_is_ready_all_the_same(coach: Coach) -> None:
    from app.store.database import connect

    trackside = coach.trackside
    ready_at_a_go(coach)
    trackside.key(KEY.Key_Space)
    trackside.passes(0.3)
    trackside.saved()
    assert trackside.house._store is not None
    other = connect(trackside.house._store.path)
    other.execute("CREATE TRIGGER holds BEFORE DELETE ON sessions BEGIN SELECT RAISE(FAIL, 'held'); END")
    other.close()
    trackside.key(KEY.Key_N)
    trackside.until(lambda: trackside.pages.live is not None and trackside.stands(State.READY))
    assert "still in the history" in trackside.pages.banner.sentence.text()
