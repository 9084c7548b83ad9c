"""Tags: the words that a workout is found by, as they were typed and as they are kept."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.bounds import TAG_CHARS, TAGS
from app.core.errors import InputError
from app.core.tongue import tr


def parse_tags(text: str) -> tuple[str, ...]:
    """Return the tags of a line of them, with commas between.

    >>> parse_tags("track,  800 ,Track")
    ('track', '800')

    Raises:
        InputError: as `clean_tags`.
    """
    return clean_tags([word for word in text.split(",") if word.strip()])


def format_tags(tags: Sequence[str]) -> str:
    """Write tags in a line.

    >>> format_tags(("track", "800"))
    'track, 800'
    """
    return ", ".join(tags)


def clean_tags(words: Sequence[str]) -> tuple[str, ...]:
    """Return tags as they are kept: in their order, blanks made one, each once whatever its case.

    Raises:
        InputError: one is empty, too long or has a comma, or there are too many.
    """
    found: dict[str, str] = {}
    for word in words:
        tag = " ".join(word.split())
        if not tag or not tag.isprintable() or "," in tag:
            raise InputError(tr("a tag is a word or two without a comma, such as track"))
        if len(tag) > TAG_CHARS:
            said = tr("a tag has at most {n} characters, not as many as {tag}…")
            raise InputError(said.format(n=TAG_CHARS, tag=tag[:TAG_CHARS]))
        found.setdefault(tag.casefold(), tag)
    if len(found) > TAGS:
        raise InputError(tr("a workout has at most {n} tags").format(n=TAGS))
    return tuple(found.values())
