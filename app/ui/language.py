"""The language of the window: which there are, which is wanted, and how it is put in place.

Rules of the file: loaded after the first paint, and before anything that speaks is made; a window speaks one language
from its opening to its end. What is spoken aloud, a coach's notation and the terminal are English whatever it is, and
times keep the point of the sport, `1:19.5`, also where the language writes decimals with a comma.

A language is a file `languages/CODE.ts` with its `CODE.qm`, both made by `python -m tests.languages`, and a line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.core import tongue

ENGLISH = "en"
FOLDER = Path(__file__).parent / "languages"
_OWN_NAMES = {ENGLISH: "English", "es": "Español"}


class _Now:
    translators: tuple[QTranslator, ...] = ()
    """Those that Qt has; it does not keep them alive."""


def languages() -> Mapping[str, str]:
    """Return the languages there are: code and own name."""
    return _OWN_NAMES


def chosen(setting: str) -> str:
    """Return the code of the language to speak.

    Args:
        setting: a code; empty, or one that we do not speak, asks for the first of the system's that we do.
    """
    if setting in _OWN_NAMES:
        return setting
    wanted = (tag.partition("-")[0] for tag in system_languages())
    return next((code for code in wanted if code in _OWN_NAMES), ENGLISH)


def system_languages() -> list[str]:
    """Return what the system is set to, such as `es-ES`, the most wanted first."""
    return [str(tag) for tag in QLocale.system().uiLanguages()]


def speak_language(code: str) -> None:
    """Speak a language from now on, in all that is made after this; one that cannot be loaded leaves English.

    Args:
        code: as `chosen` returns it.
    """
    for translator in _Now.translators:
        QCoreApplication.removeTranslator(translator)
    _Now.translators = ()
    tongue.speak(None)
    QLocale.setDefault(QLocale(ENGLISH))
    ours = QTranslator()
    if code == ENGLISH or not ours.load(str(FOLDER / f"{code}.qm")):
        return
    qts = QTranslator()  # the menu of a text field
    qts.load(f"qtbase_{code}.qm", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    _Now.translators = (qts, ours)
    for translator in _Now.translators:
        QCoreApplication.installTranslator(translator)
    QLocale.setDefault(QLocale(code))
    tongue.speak(lambda text, apart: QCoreApplication.translate("", text, apart))
