"""The tongue: every sentence a person reads passes through here, so that a window can speak another language.

Rules of the file: the core speaks English and knows no other; whoever opens a window may put a translator in place,
once, before anything is shown. A text is a literal with `{names}` that are filled in after it has been translated,
never before: `tr("Rep {number} of {most}").format(number=3, most=8)`. That is how `lupdate` finds it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Translator: TypeAlias = Callable[[str, str], str]
"""Takes a text and what sets it apart from a like one; returns the text in another language."""


class _Now:
    translate: Translator | None = None


def tr(text: str, apart: str = "") -> str:
    """Return a text in the language in force.

    Args:
        text: English, with `{names}` still in it.
        apart: sets it apart where one English word is two elsewhere.
    """
    return text if _Now.translate is None else _Now.translate(text, apart)


def speak(translate: Translator | None) -> None:
    """Put a translator in place; None speaks English."""
    _Now.translate = translate
