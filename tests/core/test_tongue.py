"""The tongue: what a person reads can be said in another language, and `lupdate` finds all of it."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from app.audio.status import output_words
from app.core.asked import Command, command_words
from app.core.calibrate import tapped
from app.core.coach import Advice, Call, advice_words
from app.core.describe import length_words, rep_words, step_words, target_words
from app.core.engine import Engine
from app.core.errors import Fault, IllegalCommand, InputError, StoreError, WorkoutError
from app.core.extent import total_time_words, total_work_words
from app.core.lateness import Lateness, lateness_words
from app.core.plan import RepPlace, Total
from app.core.planning import compile_plan
from app.core.state import State, state_words
from app.core.tongue import speak, tr
from app.core.units import Instant, parse_distance, parse_time
from app.core.workout import (
    Activity,
    ByDistance,
    ByTime,
    Feel,
    Intensity,
    Open,
    OpenWhy,
    Pace,
    Race,
    RacePace,
    Step,
    Unit,
    Workout,
)
from app.library.files import check_file
from app.notation.typed import read_typed
from app.settings import load_settings
from app.store.aside import set_aside
from app.store.values import decode
from tests.drawn import plan_of, run_m

APP = Path(__file__).parents[2] / "app"
ROOMS = ("core", "notation", "library", "store", "audio", "bootstrap", "settings.py")
SOURCES = sorted(
    path for room in ROOMS for path in ([APP / room] if room.endswith(".py") else (APP / room).rglob("*.py"))
)


@pytest.fixture
def foreign() -> Iterator[None]:
    """A language in which each text stands in marks."""
    speak(lambda text, _apart: f"«{text}»")
    yield
    speak(None)


ZERO = Fraction(0)

# What is said --------------------------------------------------------------------------------------------------------


def test_without_a_translator_the_text_is_english() -> None:
    assert tr("Rep {n}") == "Rep {n}"


@pytest.mark.usefixtures("foreign")
def test_a_step_is_said_in_phrases_that_stand_in_one_another() -> None:
    step = Step(ByDistance(Fraction(400)), target=RacePace(Race.MILE, or_faster=True))
    assert step_words(step) == "««400 m» at «««mile» pace» or faster»»"
    assert step_words(Step(ByTime(60_000), Intensity.RECOVERY, Activity.JOG)) == "««60 s» «jog»»"
    assert step_words(Step(Open(OpenWhy.FULL), Intensity.RECOVERY, Activity.ANY)) == "«full recovery»"


@pytest.mark.usefixtures("foreign")
def test_what_the_coach_wrote_stays_as_it_was_written() -> None:
    assert step_words(Step(Open(), activity=Activity.DRILL, name="A-skips")) == "A-skips"
    assert target_words(Feel("tempo")) == "tempo"
    assert target_words(RacePace(Race.K5)) == "«5k pace»"


def test_a_word_of_effort_that_is_said_already_is_not_said_twice_in_another_language() -> None:
    easy = Step(ByTime(1_800_000), activity=Activity.EASY, target=Feel("easy"))
    assert step_words(easy) == "30 min easy"
    speak(lambda text, _apart: {"easy": "locker"}.get(text, text))
    try:
        assert step_words(easy) == "30 min locker"
    finally:
        speak(None)


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize(
    ("said", "words"),
    [
        (lambda: length_words(ByDistance(Fraction(2), Unit.MI)), "«2 miles»"),
        (lambda: target_words(Pace(Fraction(360), ByDistance(Fraction(1), Unit.MI))), "«6:00 per mile»"),
        (lambda: rep_words(RepPlace(3, 8, 8)), "«rep 3 of 8»"),
        (lambda: total_time_words(Total(720_000, 720_000, 4)), "««12 min» and 4 open»"),
        (lambda: total_work_words(Total(3600, 3600)), "«3.6 km hard»"),
        (lambda: lateness_words(Lateness(1, 0, 0, 0, 0, 1)), "«1 cue, no device to sound it»"),
        (lambda: tapped((), ()).sentence, "«Tap along: 8 more taps.»"),
        (lambda: command_words(Command.LAP), "«lap»"),
        (lambda: state_words(State.PAUSED), "«paused»"),
        (lambda: output_words("auto", "miniaudio", ""), "«Sound: miniaudio (chosen by itself).»"),
        (lambda: output_words("auto", "miniaudio", "x: gone"), "«Sound: miniaudio (x: gone).»"),
        (lambda: output_words("silent", "silent", ""), "«Sound is switched off.»"),
        (lambda: advice_words(Advice(ZERO, False, Call.HOLD, Fraction(60), Fraction(60))), "«On pace.» «Hold 1:00s.»"),
        (lambda: advice_words(Advice(Fraction(2), False, Call.DONE)), "««Two» slow.»"),
    ],
)  # fmt: skip
def test_words_pass_through_the_tongue(said: object, words: str) -> None:
    assert callable(said)
    assert said() == words


@pytest.mark.usefixtures("foreign")
def test_refusals_and_faults_pass_through_the_tongue(tmp_path: Path) -> None:
    with pytest.raises(WorkoutError, match=r"^«the workout has no steps» \(«give it at least one"):
        compile_plan(Workout("empty", ()))
    with pytest.raises(WorkoutError, match=r"^«'xyzzy' is not understood»"):
        read_typed("xyzzy")
    with pytest.raises(InputError, match=r"^«'soon' is not a time: "):
        parse_time("soon")
    with pytest.raises(InputError, match=r"^«'far' is not a distance: "):
        parse_distance("far")
    with pytest.raises(IllegalCommand, match=r"^««lap» means nothing while the session is «ready»»$"):
        Engine(plan_of(run_m(400))).send(Command.LAP, Instant(0))
    with pytest.raises(StoreError, match=r"^«a stored session cannot be read"):
        decode("{")
    with pytest.raises(StoreError, match=r"^«.* cannot be moved "):
        set_aside(tmp_path, "2026-11-23")
    assert str(WorkoutError([Fault("one"), Fault("two"), Fault("three")])) == "«one (and 2 more)»"


@pytest.mark.usefixtures("foreign")
def test_a_file_with_faults_is_told_of_in_that_language(tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text('nmae = "x"\npurpose = "sped"\nsteps = ["8 x 200m", {stpes = "x"}, 7]\n', "utf-8")
    faults = check_file(file)
    assert len(faults) >= 5
    assert all(fault.what.startswith("«") and fault.hint.startswith("«") for fault in faults)
    (tmp_path / "settings.json").write_text("no", "utf-8")
    assert load_settings(tmp_path)[1].startswith("«Settings could not be read; ")


# How it is written ---------------------------------------------------------------------------------------------------


def calls_of_tr(tree: ast.AST) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr"
    ]


def at_import(tree: ast.AST) -> Iterator[ast.Call]:
    """Find the calls that run when a module is imported: all but those in the body of a function."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            defaults = [default for default in (*node.args.defaults, *node.args.kw_defaults) if default is not None]
            for part in (*node.decorator_list, *defaults):
                yield from calls_of_tr(part)
        elif not isinstance(node, ast.Lambda):
            yield from [node] if isinstance(node, ast.Call) and node in calls_of_tr(node) else []
            yield from at_import(node)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(APP)))
def test_every_text_is_a_literal_that_is_translated_when_it_is_said(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    within = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) and calls_of_tr(node)]
    assert within == [], "lupdate finds no text within an f-string"
    for call in calls_of_tr(tree):
        assert not call.keywords
        assert 1 <= len(call.args) <= 2, f"line {call.lineno}"
        for given in call.args:
            assert isinstance(given, ast.Constant), f"line {call.lineno}: lupdate reads literals alone"
            assert isinstance(given.value, str)
        text = call.args[0].value  # type: ignore[attr-defined]  # a Constant, as was just said
        for _, name, form, turn in string.Formatter().parse(text):
            assert name is None or re.fullmatch("[a-z_]+", name), f"line {call.lineno}: a name to each place"
            assert not form, f"line {call.lineno}: figures are formatted before they are filled in"
            assert not turn
    assert [call.lineno for call in at_import(tree)] == [], "the translator is put in place later"


def test_a_text_that_is_said_at_import_is_found() -> None:
    written = ast.parse('A = tr("a")\ndef f(x=tr("b")):\n    return tr("c")\nclass C:\n    d = [tr("d")]\n')
    assert [call.args[0].value for call in at_import(written)] == ["a", "b", "d"]  # type: ignore[attr-defined]
