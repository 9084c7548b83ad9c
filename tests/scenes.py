"""Every page as a person may have it before them, brought there through the real window.

Rules of the file: a scene is a line of SCENES: a name, how it is brought from the open library by keys and by time that
passes, and the data folder it begins in. A page is never made by hand, so that scenes outlive the pages.

    Scene("run-mile", lambda stage: stage.runs(*MILE))
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import cycle
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.pace import Belt
from app.core.profile import Profile, ProfileKind
from app.core.setup import Light, RaceStart
from app.core.track import Convention
from app.core.workout import Intensity
from app.interchange.recording import Recording
from app.library.drafts import Draft
from app.ui.choices import PacingChoices
from app.ui.first_run import FirstRun
from app.ui.key_row import KeyRow
from app.ui.pacing_page import PacingPage
from app.ui.settings_page import SettingsPage
from app.ui.workbench import Packed
from tests.recorded import INTERVALS
from tests.recorded import MILE as WATCH_MILE
from tests.stage import CUE_LOG, KEY, LEAD_IN_MS, SIZES, Folder, Scene, Stage
from tests.staged import MILE, REPS, practise

HOME = "/home/kim/.local/share/bell-lap"
KEYED = Qt.FocusReason.TabFocusReason
FULL = "The disk is full: the session goes on in memory; free some space and save again."


def _with_bad_file(stage: Stage) -> None:
    own = stage.house._folder / "workouts"
    own.mkdir(exist_ok=True)
    (own / "mine.toml").write_text('name = "Mine"\nstpes = ["8 x 200m"]\n', "utf-8")
    n = stage.pages.library.list.count()
    stage.pages.go("workouts")
    stage.until(lambda: stage.pages.library.list.count() == n + 1)
    stage.choose("mine")


def _without_workouts(stage: Stage) -> None:
    stage.house.shelf = lambda: ()  # type: ignore[method-assign]
    stage.pages.go("workouts")
    stage.until(lambda: stage.pages.library.list.count() == 0)


def _shows_history(stage: Stage) -> None:
    stage.presses(KEY.Key_H)
    stage.until(lambda: all(row.digest is not None for row in stage.pages.history._rows))


def _imports(stage: Stage, run: Recording, file: str) -> None:
    """Keep the run of a watch, and open it from the history."""
    kept = stage.house.keep_run(run, file)
    _shows_history(stage)
    rows = range(stage.pages.history.list.count())
    _opens_past(stage, next(n for n in rows if stage.pages.history.row(n).past.session_id == kept.past.session_id))


def _shows_imported(stage: Stage) -> None:
    stage.house.keep_run(INTERVALS, "kim.fit")
    stage.house.keep_run(WATCH_MILE, "mile.tcx")
    _shows_history(stage)


def _opens_past(stage: Stage, row: int) -> None:
    _shows_history(stage)
    stage.pages.history.list.setCurrentRow(row)
    stage.presses(KEY.Key_Return)
    stage.until(lambda: stage.pages.page == "result")


def _fails_to_save(stage: Stage) -> None:
    stage.runs(*MILE[:3], 300_000)
    stage.is_saved(0, FULL)
    stage.lap_after(4.3)
    stage.until(lambda: stage.pages.page == "result")


def _taps(stage: Stage, late_ms: int = 180) -> None:
    stage.presses(KEY.Key_S, KEY.Key_T)
    stage.key(KEY.Key_Space)
    scatter = cycle((0, 6, -4, 2, -3, 5, -6, 3))
    for beat, off in zip(stage.pages.sound.calibration.beats, scatter, strict=False):
        stage.clock.set(beat + late_ms + off)
        stage.key(KEY.Key_Space)


def _another_has_the_folder(stage: Stage) -> None:
    other = Stage(stage.house._folder)
    stage.then = other.close
    other.until(lambda: not other.pages.banner.isHidden())
    said = other.pages.banner.sentence.text().replace(str(stage.house._folder), HOME)
    answers = tuple((button.text(), lambda: None) for button in other.pages.banner.buttons)
    stage.pages.banner.ask(said, answers, "slower")


def _seeks(stage: Stage, text: str) -> None:
    stage.pages.library.finder.enter()
    QTest.keyClicks(stage.pages.library.search, text)


def _says_times(stage: Stage) -> None:
    stage.until(lambda: stage.pages.page == "first")
    first = cast("FirstRun", stage.pages.page_of("first"))
    QTest.keyClicks(first.best, "5:08")
    QTest.keyClicks(first.goal, "5:00")


def _sets(stage: Stage) -> SettingsPage:
    stage.pages.go("settings")
    stage.asked()
    page = cast("SettingsPage", stage.pages.page_of("settings"))
    page.body.data.folder.setText(HOME)
    return page


def _paces(stage: Stage, **fields: object) -> PacingPage:
    stage.presses(KEY.Key_A)
    page = cast("PacingPage", stage.pages.page_of("pacing"))
    page.pace(**fields)
    stage.asked()
    return page


def _paces_fully(stage: Stage) -> None:
    light = Light(Fraction(200), second_s=Fraction(310))
    rabbits = (Fraction(290), Fraction(310))
    page = _paces(stage, lane=3, profile=Profile(ProfileKind.RECORD), light=light, rabbits=rabbits, start=RaceStart.GO)
    page.choose(belt=Belt.KMH)
    page.choose_race(Fraction(1500))
    stage.asked()


def _paces_wrongly(stage: Stage) -> None:
    page = _paces(stage, profile=Profile(ProfileKind.OWN, (Fraction(98), Fraction(101))))
    page.body.pace.percents.setFocus(KEYED)
    QTest.keyClicks(page.body.pace.percents, "98, 101, 20")


def _waits_for_the_go(stage: Stage) -> None:
    _paces(stage, start=RaceStart.GO)
    stage.starts(*MILE[:2]).passes(0.6)


def _has_raced(stage: Stage) -> None:
    _paces(stage, start=RaceStart.OWN)
    stage.has_run(*MILE[:2], (75_110, 150_040, 225_620, 299_310), 299_310)


def _waits_for_a_key(stage: Stage) -> None:
    row = _sets(stage).body.findChildren(KeyRow)[1]
    row.setFocus(KEYED)
    row.wait()


def _is_refused_once(stage: Stage) -> None:
    stage.runs(*MILE[:2], (80_100, 80_300, 155_000), 160_000)
    stage.presses(KEY.Key_E, KEY.Key_Left)


def _fills_in_a_lap(stage: Stage) -> None:
    stage.runs(*MILE[:2], (42_900, 80_100, 230_600), 242_900).presses(KEY.Key_M)


def _flashes(stage: Stage) -> None:
    segment = next(each for each in stage.runs(*REPS).live.plan.segments if each.intensity is Intensity.WORK)
    stage.pages.sheets.flash.show_phase(segment)
    stage.pages.sheets.flash._pulse.stop()


def _on_belt(stage: Stage, belt: Belt = Belt.KMH, incline_pct: int = 0) -> Stage:
    pacing = PacingChoices(incline_pct=Fraction(incline_pct))
    stage.house.choose(replace(stage.house.choices(), belt=belt, pacing=pacing))
    return stage


QUICK_MS = (79_200, 152_900, 226_900)
"""A mile with a fast beginning, other than the past ones."""
LANE_8_MS, INDOOR_MS = (51_400, 135_300, 219_000), (43_700, 80_800, 117_900, 155_200, 192_300)


def _with(stage: Stage, pacing: PacingChoices, **choices: object) -> Stage:
    """Set what is set on the pacing page, and wait for nothing."""
    stage.house._choices_now = replace(stage.house._choices_now, pacing=pacing, **choices)  # type: ignore[arg-type]  # as named
    return stage


def _beside_ghosts(stage: Stage) -> Stage:
    """Wait until the past runs are there."""
    stage.until(lambda: bool(stage.pages.run.track.ghosts.pairs))
    return stage


def _ready_beside(stage: Stage, pacing: PacingChoices, **choices: object) -> None:
    _with(stage, pacing, **choices).ready(*MILE[:2])
    stage.asked()


def _runs_beside(
    stage: Stage, pacing: PacingChoices, laps_ms: tuple[int, ...] = QUICK_MS, until_ms: int = 238_000, **choices: object
) -> None:
    _beside_ghosts(_with(stage, pacing, **choices).runs(*MILE[:2], laps_ms, until_ms)).settled()


STARTS = PacingChoices(convention=Convention.START_LINE)
RABBITS = PacingChoices(rabbits=(Fraction(310), Fraction(290)))


def _practises(stage: Stage, *laps_ms: int, past: bool = True) -> Stage:
    """Start the practice that is proposed, and press at these laps."""
    _shows_practice(stage, past=past)
    stage.key(KEY.Key_Return, stage.pages)
    stage.until(lambda: stage.pages.page == "run")
    stage.live.running.sound = lambda: "Sound by miniaudio through PulseAudio."  # type: ignore[method-assign]
    stage.is_saved(10**6)
    stage.live.running.cue_log = lambda: CUE_LOG  # type: ignore[method-assign]  # as of any picture
    stage.key(KEY.Key_Space, stage.pages)
    stage.passes(LEAD_IN_MS / 1000)
    for lap_ms in laps_ms:
        stage.lap_after(lap_ms / 1000)
    return stage


def _shows_practice(stage: Stage, *, past: bool = True) -> None:
    assert stage.house._store is not None
    if past:
        practise(stage.house._store)
    stage.presses(KEY.Key_K)
    stage.until(lambda: stage.pages.practice.practice is not None)


def _guesses(stage: Stage, *texts: str) -> Stage:
    for text in texts:
        QTest.keyClicks(stage.pages, text)
        stage.key(KEY.Key_Return, stage.pages)
    return stage


def _sees_score(stage: Stage) -> None:
    _guesses(_practises(stage, 73_900, 75_200), "1:14.5", "1:15.2")
    for _ in range(2):
        stage.key(KEY.Key_Return, stage.pages)
    stage.until(lambda: bool(stage.pages.result.trend.points))
    stage.is_over()


def _rests(stage: Stage) -> None:
    _shows_practice(stage)
    stage.pages.practice.rest.choices[1][0].click()
    stage.presses(KEY.Key_Return, KEY.Key_Space)
    stage.is_saved(10**6)
    stage.passes(LEAD_IN_MS / 1000)
    stage.lap_after(73.9)


def _edits(stage: Stage, text: str = "", told: tuple[str, ...] = (), **fields: object) -> Stage:
    """Open a text in the editor, and wait until it is read."""
    stage.pages.go("editor")
    stage.pages.ways.page.open_text(text, told=told, **fields)  # type: ignore[arg-type]  # as named
    stage.asked()
    return stage


SESSION = """10 min warm-up
4 x 80m strides, full recovery
8 x 400m @ mile pace w/ 200m jog
4 x 200m in 35 w/ 60s jog
10 min easy
"""
MISREAD = """Tuesday on the track
2 miles easy
6 x 400 @ mile pace w/ 200 jogg
4 x 200 65
then bananas with 3 custards
10 min cool-down
"""
EMAIL = """Hi all,

Great running on Saturday! For Tuesday we meet at 18:30 at the track, bring water and a jacket.

Warm-up: 15 min easy, then drills and 4 x 100m strides
Main set:
- 3 x (4 x 300m @ 1500 pace, 100m jog), 5 min between sets
- those racing on Sunday: 6 x 200 only
Cool down: 10 min easy

Please tell Anna if you can bring the cones. See you there!
Coach
"""
LOSSES = ("heart rate targets are written as words", "the step named “Skip” has no length, so it ends by hand")


LOST = (
    "mile pace is written as a speed, 5.36 m/s for a goal of 5:00",
    "“4 x 80m strides” are runs, since FIT knows no strides",
    "the name of step 4 is cut to 15 letters",
)


def _has_own(stage: Stage) -> None:
    """Let there be workouts of one's own, with tags."""
    for name, tags, text in (
        ("Club night", ("track", "club"), "2 miles easy, 6 x 400 @ mile pace w/ 200 jog, 1 mile easy"),
        ("Hills behind the school", ("hills",), "6-8 x 30s hill @ 90% effort, walk back"),
    ):
        stage.house.bench.save(replace(stage.house.read(text), name=name, tags=tags), text, "")
    stage.pages.go("workouts")
    stage.asked()
    stage.choose("Club night")


def _removes_own(stage: Stage) -> None:
    _has_own(stage)
    stage.pages.shelving.answer("remove")
    stage.asked()


def _renames_own(stage: Stage) -> None:
    _has_own(stage)
    stage.pages.shelving.answer("rename")


def _comes_back_to_a_draft(stage: Stage) -> None:
    stage.house.bench.keep_draft(Draft("a", SESSION, "Tuesday with the club", "", ("track",)))
    stage.pages.editing.offer()
    stage.asked()


def _shows_draft(stage: Stage) -> None:
    _comes_back_to_a_draft(stage)
    stage.pages.banner.buttons[0].click()
    stage.asked()
    stage.asked()


def _exports(stage: Stage, losses: tuple[str, ...] = LOST) -> None:
    _edits(stage, SESSION, name="Tuesday with the club")
    stage.pages.editor.ask("export")
    stage.asked()
    sheet = stage.pages.handing.export_sheet
    sheet.show_packed(sheet.ware, Packed(b"", losses))


def _prints(stage: Stage) -> None:
    _edits(stage, SESSION, name="Tuesday with the club", tags=("track",))
    stage.pages.editor.ask("print")
    stage.asked()
    stage.settled()


TIMED = ("10min warm-up, 6 x 30s @ 90% effort w/ 60s jog", "Six by 30 s", (), 600_000 + 90_000 + 12_300)
OPEN = ("6 x 80m strides, full recovery", "Strides", (13_800,), 41_500)
RESTS = ("3-6 x 200 in 40 w/ 60s jog, 5min cool-down", "Two hundreds", (40_300,), 61_200)
RANGE = ("2-4 x 30s w/ 20s jog + 400m cool-down", "Two to four", (), 81_000)
BELTED = ("10min warm-up, 4 x 800 @ mile pace w/ 90s jog", "Eights indoors", (), 600_000 + 61_300)

SCENES = (
    Scene("first-run", lambda stage: stage.until(lambda: stage.pages.page == "first"), Folder.NEW),
    Scene("first-run-typed", _says_times, Folder.NEW),
    Scene("library", lambda stage: stage.choose("Timed mile")),
    Scene("library-typed", lambda stage: stage.types("10min warm-up, 6 x 400 @ mile pace w/ 200 jog")),
    Scene("library-fault", lambda stage: stage.types("6 x 400 with bananas")),
    Scene("library-found", lambda stage: _seeks(stage, "ladder")),
    Scene("library-not-found", lambda stage: _seeks(stage, "bananas")),
    Scene("library-bad-file", _with_bad_file),
    Scene("library-empty", _without_workouts),
    Scene("library-own", _has_own),
    Scene("library-rename", _renames_own),
    Scene("library-removed", _removes_own),
    Scene("banner-draft", _comes_back_to_a_draft),
    Scene("editor-draft", _shows_draft),
    Scene("export", _exports),
    Scene("export-whole", lambda stage: _exports(stage, ())),
    Scene("print", _prints),
    Scene("drop", lambda stage: stage.pages.drops.veil.begin()),
    Scene("library-running", lambda stage: stage.runs(*TIMED).presses(KEY.Key_W)),
    Scene("run-ready", lambda stage: stage.ready(*REPS[:2])),
    Scene("run-lead-in", lambda stage: stage.starts(*MILE[:2]).passes(2.4)),
    Scene("run-timed", lambda stage: stage.runs(*TIMED)),
    Scene("run-mile", lambda stage: stage.runs(*MILE)),
    Scene("run-rabbits", lambda stage: _runs_beside(stage, RABBITS), Folder.RACED),
    Scene("run-strip", lambda stage: _runs_beside(stage, RABBITS, belt=Belt.KMH), Folder.RACED),
    Scene("run-lane-8", lambda stage: _runs_beside(stage, replace(RABBITS, lane=8), LANE_8_MS)),
    Scene("run-indoor", lambda stage: _runs_beside(stage, RABBITS, INDOOR_MS, 206_000, track_m=Fraction(200))),
    Scene("ready-mile", lambda stage: _ready_beside(stage, PacingChoices())),
    Scene("ready-marks", lambda stage: _ready_beside(stage, RABBITS, mark_every_m=100)),
    Scene("ready-start-line", lambda stage: _ready_beside(stage, STARTS, mark_every_m=200)),
    Scene("ready-lane-8", lambda stage: _ready_beside(stage, PacingChoices(lane=8), mark_every_m=200)),
    Scene("ready-indoor", lambda stage: _ready_beside(stage, PacingChoices(), track_m=Fraction(200))),
    Scene("ready-strip", lambda stage: _ready_beside(stage, PacingChoices(), belt=Belt.MPH)),
    Scene("run-reps", lambda stage: stage.runs(*REPS)),
    Scene("run-recovery", lambda stage: stage.runs(*OPEN)),
    Scene("run-range", lambda stage: stage.runs(*RANGE)),
    Scene("run-paused", lambda stage: stage.runs(*REPS).presses(KEY.Key_P)),
    Scene("run-stop-asked", lambda stage: stage.runs(*REPS).presses(KEY.Key_X)),
    Scene("run-disk-full", lambda stage: stage.runs(*MILE).is_saved(0, FULL)),
    Scene("run-missed", lambda stage: stage.runs(*MILE[:2], (80_100, 230_600), 242_900)),
    Scene("run-halves", _fills_in_a_lap),
    Scene("run-unsure", lambda stage: stage.runs(*MILE[:2], (100_300,), 118_600)),
    Scene("run-rest", lambda stage: stage.runs(*RESTS)),
    Scene("belt-ready", lambda stage: _on_belt(stage, Belt.MPH).ready(*MILE[:2])),
    Scene("belt-lead-in", lambda stage: _on_belt(stage).starts(*MILE[:2]).passes(6)),
    Scene("belt-work", lambda stage: _on_belt(stage, incline_pct=1).runs(*BELTED)),
    Scene("belt-jog", lambda stage: _on_belt(stage).runs(*BELTED[:3], 600_000 + 149_223 + 30_000)),
    Scene("belt-far", lambda stage: _on_belt(stage).runs(*BELTED).presses(KEY.Key_F)),
    Scene("belt-result", lambda stage: _on_belt(stage).has_run(*BELTED[:3], 600_000 + 4 * 149_223 + 3 * 90_000)),
    Scene("mend-laps", _is_refused_once),
    Scene("flash", _flashes),
    Scene("run-saving", lambda stage: stage.runs(*REPS).is_saved(0)),
    Scene("far", lambda stage: stage.runs(*MILE).presses(KEY.Key_F)),
    Scene("far-reps", lambda stage: stage.runs(*REPS).presses(KEY.Key_F)),
    Scene("far-paused", lambda stage: stage.runs(*REPS).presses(KEY.Key_F, KEY.Key_P)),
    Scene("keys", lambda stage: stage.presses(KEY.Key_Question)),
    Scene("keys-running", lambda stage: stage.runs(*REPS).presses(KEY.Key_Question)),
    Scene("result-mile", lambda stage: stage.has_run(*MILE[:3], 304_400)),
    Scene("result-reps", lambda stage: stage.has_run(*REPS[:3], 2_369_800)),
    Scene("result-stopped", lambda stage: stage.runs(*REPS).presses(KEY.Key_X, KEY.Key_X).is_over()),
    Scene("result-unsaved", _fails_to_save),
    Scene("result-past", lambda stage: _opens_past(stage, 0)),
    Scene("result-watch-reps", lambda stage: _imports(stage, INTERVALS, "kim.fit")),
    Scene("result-watch-mile", lambda stage: _imports(stage, WATCH_MILE, "mile.tcx")),
    Scene("history", _shows_history),
    Scene("history-watch", _shows_imported),
    Scene("history-empty", _shows_history, Folder.FRESH),
    Scene("practice", _shows_practice),
    Scene("practice-fresh", lambda stage: _shows_practice(stage, past=False), Folder.FRESH),
    Scene("practice-run", lambda stage: _practises(stage, 73_900).passes(31.4)),
    Scene("practice-far", lambda stage: _practises(stage, 73_900).presses(KEY.Key_F)),
    Scene("practice-guess", lambda stage: QTest.keyClicks(_practises(stage, 73_900, 75_200).pages, "1:14")),
    Scene("practice-rest", _rests),
    Scene("practice-seen", lambda stage: _guesses(_practises(stage, 73_900, 75_200), "1:14.5", "1:15.2")),
    Scene("practice-score", _sees_score),
    Scene("sound", lambda stage: stage.presses(KEY.Key_S)),
    Scene("sound-running", lambda stage: stage.runs(*TIMED).presses(KEY.Key_S, KEY.Key_T)),
    Scene("tap-along", lambda stage: stage.presses(KEY.Key_S, KEY.Key_T)),
    Scene("tapped", _taps),
    Scene("pacing", _paces),
    Scene("pacing-all", _paces_fully),
    Scene("pacing-wrong", _paces_wrongly),
    Scene("run-set", _waits_for_the_go),
    Scene("result-race", _has_raced),
    Scene("editor-empty", lambda stage: _edits(stage)),  # noqa: PLW0108 - its fields are other scenes'
    Scene("editor", lambda stage: _edits(stage, SESSION, name="Sharpener", tags=("track", "mile"))),
    Scene("editor-misread", lambda stage: _edits(stage, MISREAD)),
    Scene("editor-email", lambda stage: _edits(stage, EMAIL)),
    Scene("editor-told", lambda stage: _edits(stage, SESSION, LOSSES, name="Sharpener")),
    Scene("settings", _sets),
    Scene("settings-keys", _waits_for_a_key),
    Scene("banner-cut-off", lambda stage: stage.until(lambda: not stage.pages.banner.isHidden()), Folder.CUT_OFF),
    Scene("banner-taken", _another_has_the_folder),
)
BY_NAME = {scene.name: scene for scene in SCENES}

__all__ = ["BY_NAME", "SCENES", "SIZES", "Scene"]
