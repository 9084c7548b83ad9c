"""Changes of keys: whatever is pressed, LAP keeps a key and no key asks for two things."""

from __future__ import annotations

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from app.ui.keys import Act, bindings, usual
from app.ui.rebinding import Keys, as_usual, is_last_of_lap, with_key, without_key

KEYS = ("Space", "Return", "P", "U", "Q", "F9", "Ctrl+Z", "Left", "PgDown", ".")
CHANGES = st.lists(st.tuples(st.sampled_from(("give", "take", "usual")), st.sampled_from(Act), st.sampled_from(KEYS)))


NOTHING: Keys = {}


def after(keys: Keys, change: tuple[str, Act, str]) -> Keys:
    what, act, key = change
    if what == "usual":
        return as_usual(keys, act)
    return with_key(keys, act, key) if what == "give" else without_key(keys, act, key)


@given(CHANGES)
def test_lap_always_has_a_key_and_no_key_is_set_twice(changes: list[tuple[str, Act, str]]) -> None:
    keys = reduce(after, changes, NOTHING)
    held = bindings(keys)
    assert held.keys_of(Act.LAP)
    all_keys = [key for act in Act for key in held.keys_of(act)]
    assert len(set(all_keys)) == len(all_keys)
    assert all(held.keys_of(Act(name)) == theirs for name, theirs in keys.items()), "what is set is what holds"


@given(CHANGES, st.sampled_from(Act), st.sampled_from(KEYS))
def test_a_key_that_is_given_is_the_first_one_of_its_act(
    changes: list[tuple[str, Act, str]], act: Act, key: str
) -> None:
    before = reduce(after, changes, NOTHING)
    other = bindings(before).act_of(key)
    keys = with_key(before, act, key)
    if other not in (None, act) and is_last_of_lap(before, Act.LAP, key):
        assert keys == before
        return
    assert bindings(keys).keys_of(act)[0] == key
    assert with_key(keys, act, key) == keys, "twice is as once"


@given(CHANGES, st.sampled_from(Act))
def test_the_usual_keys_come_back_from_whoever_had_them(changes: list[tuple[str, Act, str]], act: Act) -> None:
    keys = as_usual(reduce(after, changes, NOTHING), act)
    assert bindings(keys).keys_of(act) == usual(act)
    assert act.value not in keys


@given(CHANGES)
def test_with_every_act_as_usual_nothing_is_set(changes: list[tuple[str, Act, str]]) -> None:
    keys = reduce(after, changes, NOTHING)
    for _ in range(2):
        keys = reduce(as_usual, list(Act), keys)
    assert keys == {}


def test_a_key_of_another_act_is_taken_from_it() -> None:
    assert with_key({}, Act.PAUSE, "S") == {"pause": ("S", "P"), "sound": ()}


def test_the_last_key_of_lap_is_neither_taken_away_nor_given_away() -> None:
    alone: Keys = {"lap": ("F9",)}
    assert without_key(alone, Act.LAP, "F9") == alone
    assert with_key(alone, Act.PAUSE, "F9") == alone
    assert bindings(without_key({"lap": ("F9", "Space")}, Act.LAP, "F9")).keys_of(Act.LAP) == ("Space",)
