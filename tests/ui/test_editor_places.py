"""Places in a text: the two counts agree with Qt's own, ends are as long as they can be, and folding loses no word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.ui.editor_places import Places, folded, same_ends

TEXTS = st.text(st.sampled_from("ab \n🏃é"), max_size=30)


@given(TEXTS)
def test_a_place_is_where_qt_has_it_and_leads_back(text: str) -> None:
    places = Places(text)
    for at in range(len(text) + 1):
        assert places.to_qt(at) == len(text[:at].encode("utf-16-le")) // 2
        assert places.to_text(places.to_qt(at)) == at


@given(TEXTS, TEXTS)
def test_what_is_the_same_at_both_ends_makes_the_other_text_of_the_one(one: str, other: str) -> None:
    before, behind = same_ends(one, other)
    middle = other[before : len(other) - behind]
    assert one[:before] + middle + one[len(one) - behind :] == other
    shorter = min(len(one), len(other))
    assert before == shorter or one[before] != other[before]
    assert before + behind == shorter or one[-1 - behind] != other[-1 - behind]


@given(TEXTS, st.integers(2, 12))
def test_folding_keeps_every_word_and_no_line_is_longer(text: str, most: int) -> None:
    lines = folded(text, most).split("\n")
    assert all(len(line) <= most for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
