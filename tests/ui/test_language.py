"""The window speaks the language that is set, and where none is, the system's as far as it is one of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from pytestqt.qtbot import QtBot

import app.ui.language
from app.core.tongue import tr
from app.core.units import format_time
from app.folder import look
from app.ui.language import FOLDER, chosen, languages, speak_language
from app.ui.outcome import when_words
from tests.looks import look as look_at
from tests.scenes import BY_NAME, SIZES
from tests.ui.conftest import Trackside

Opens = Callable[[str], Trackside]


@pytest.fixture
def opens_in(qtbot: QtBot, tmp_path: Path) -> Iterator[Opens]:
    """Open the window with a language set, as the command does."""
    made: list[Trackside] = []

    def opened(language: str) -> Trackside:
        folder = tmp_path / "data"
        folder.mkdir()
        (folder / "settings.json").write_text(f'{{"welcomed": true, "language": "{language}"}}', "utf-8")
        made.append(Trackside(qtbot, folder, look=look(str(folder))))
        return made[-1].opened()

    yield opened
    for each in made:
        each.close()


def system_speaks(monkeypatch: pytest.MonkeyPatch, *tags: str) -> None:
    monkeypatch.setattr(app.ui.language, "system_languages", lambda: [*tags])


def test_with_spanish_set_the_window_comes_up_in_spanish(opens_in: Opens) -> None:
    trackside = opens_in("es")
    assert trackside.pages.sidebar.ways["workouts"].text() == "Entrenamientos"
    trackside.type_workout("2 x 400 @ mile pace w/ 60s jog")
    assert trackside.pages.run.band.accessibleName().startswith("listo, ")
    trackside.key(Qt.Key.Key_Space)
    trackside.passes(1)
    trackside.key(Qt.Key.Key_Space)
    assert trackside.pages.run.sentence.text() == "No vale: está en marcha la cuenta atrás."
    trackside.key(Qt.Key.Key_L)
    assert trackside.pages.run.sentence.text() == "Salir no significa nada mientras la sesión está en curso."
    assert trackside.pages.run.band.accessibleName() == "prepárate, rep. 1 de 2"


@pytest.mark.parametrize(
    ("setting", "system", "way"),
    [
        ("", ["es-MX", "en"], "Entrenamientos"),
        ("", ["en-GB"], "Workouts"),
        ("", ["de-DE", "de"], "Workouts"),
        ("", ["C"], "Workouts"),
        ("en", ["es-ES"], "Workouts"),
        ("tlh", ["en-US"], "Workouts"),
    ],
)
def test_with_none_set_it_is_the_systems_if_we_speak_it(
    opens_in: Opens, monkeypatch: pytest.MonkeyPatch, setting: str, system: list[str], way: str
) -> None:
    system_speaks(monkeypatch, *system)
    assert opens_in(setting).pages.sidebar.ways["workouts"].text() == way


def test_of_the_systems_languages_the_first_of_ours_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    system_speaks(monkeypatch, "ca-ES", "es-ES", "en-US")
    assert chosen("") == "es"
    system_speaks(monkeypatch, "ca-ES", "en-US", "es-ES")
    assert chosen("") == "en"
    assert chosen("es") == "es"


def test_days_and_menus_follow_the_language_and_times_keep_their_point(qtbot: QtBot) -> None:
    assert when_words("2026-11-22T18:05:00+01:00") == "Sunday 22 November, 18:05"
    speak_language("es")
    assert when_words("2026-11-22T18:05:00+01:00") == "domingo, 22 de noviembre, 18:05"
    assert QLocale().decimalPoint() == ","
    assert format_time(Fraction(159, 2)) == "1:19.5"
    assert QCoreApplication.translate("QWidgetTextControl", "&Undo") == "&Deshacer"
    speak_language("en")
    assert when_words("2026-11-22T18:05:00+01:00") == "Sunday 22 November, 18:05"
    assert QCoreApplication.translate("QWidgetTextControl", "&Undo") == "&Undo"


def test_a_language_that_cannot_be_loaded_leaves_english(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.ui.language, "FOLDER", Path("nowhere"))
    speak_language("es")
    assert tr("Settings") == "Settings"
    assert QLocale().language() == QLocale.Language.English


def test_every_language_that_is_offered_has_its_files() -> None:
    assert {path.stem for path in FOLDER.glob("*.qm")} == {*languages()} - {"en"}


@pytest.mark.parametrize(
    "name",
    [
        "first-run", "library-found", "library-empty", "run-range", "run-mile", "result-stopped", "sound",
        "settings-keys", "keys", "banner-taken",
    ],
)  # fmt: skip
def test_nothing_is_cut_and_nothing_overlaps_in_spanish(qtbot: QtBot, name: str) -> None:
    speak_language("es")
    with BY_NAME[name].staged() as stage:
        for size in SIZES:
            stage.resize(size)
            assert [str(finding) for finding in look_at(stage.window).wrong] == [], size
