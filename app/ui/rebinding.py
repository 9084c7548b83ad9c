"""Rebinding: what a change of keys makes of the keys that are set.

Rules of the file: pure, from a mapping to a mapping, so that it can be done twice without harm. What is set never
claims a key twice, LAP always keeps a key, and an act whose keys are the usual ones is not in the mapping at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from app.ui.keys import Act, bindings, usual

Keys: TypeAlias = Mapping[str, tuple[str, ...]]
"""Keys by the name of their act, where they are not the usual ones; as `app.ui.desk.Choices` has them."""


def with_key(keys: Keys, act: Act, key: str) -> Keys:
    """Give an act a key, as its first and shown one; who had it goes without. Nothing, if LAP had no other."""
    held = bindings(keys)
    other = held.act_of(key)
    changed = {act: (key, *(each for each in held.keys_of(act) if each != key))}
    if other is not None and other is not act:
        if is_last_of_lap(keys, other, key):
            return keys
        changed[other] = tuple(each for each in held.keys_of(other) if each != key)
    return _with(keys, changed)


def without_key(keys: Keys, act: Act, key: str) -> Keys:
    """Take a key away from an act; nothing, if it is the last of LAP."""
    if is_last_of_lap(keys, act, key):
        return keys
    return _with(keys, {act: tuple(each for each in bindings(keys).keys_of(act) if each != key)})


def as_usual(keys: Keys, act: Act) -> Keys:
    """Give an act its usual keys, and no others; who had them goes without."""
    held = bindings(keys)
    changed = {
        other: tuple(each for each in held.keys_of(other) if each not in usual(act))
        for other in Act
        if other is not act and set(held.keys_of(other)) & set(usual(act))
    }
    if Act.LAP in changed and not changed[Act.LAP]:
        changed[Act.LAP] = tuple(each for each in usual(Act.LAP) if held.act_of(each) in (None, Act.LAP, act))
        if not changed[Act.LAP]:
            return keys
    return _with(keys, {**changed, act: usual(act)})


def is_last_of_lap(keys: Keys, act: Act, key: str) -> bool:
    """Whether LAP would be left with no key."""
    return act is Act.LAP and bindings(keys).keys_of(act) == (key,)


def _with(keys: Keys, changed: Mapping[Act, tuple[str, ...]]) -> Keys:
    """Set the keys of some acts, and let go of what comes to the usual ones."""
    all_set = {**keys, **{act.value: theirs for act, theirs in changed.items()}}
    usuals = {act.value: usual(act) for act in Act}
    return {name: theirs for name, theirs in all_set.items() if usuals.get(name) != theirs}
