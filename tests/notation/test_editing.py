"""Blocks changed, and the text that follows: the steps are what was asked, and what a coach wrote stays as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.core.bounds import NESTING, REPS
from app.core.errors import WorkoutError
from app.core.size import check_bounds
from app.core.workout import Activity, ByDistance, ByTime, Count, Intensity, Item, RacePace, Repeat, Step
from app.notation import editing, rearranging
from app.notation.editing import Edited, Figure, Manner
from app.notation.places import Place
from app.notation.reading import Reading, parse_text
from app.notation.rearranging import Refused, inside, item_at, places
from app.notation.stepping import can_step, stepped
from app.notation.weaving import Wanted, Weaver
from app.notation.writing import format_items
from tests.notation.test_coaches import BLOCKS, SENSIBLE
from tests.notation.test_identity import LINES, items

EMAIL = (
    "Tuesday track:\n"
    "2 mile warm up\n"
    "- drills, 4 strides\n"
    "- 8x400 @ mile pace w/ 200 jog\n"
    "bring the orange cones please\n"
    "- 3 x (300 fast, 200 smooth) w/ 3 min rest\n"
    "cool down 10 min"
)
CLUB_NIGHT = (
    "Club night\n\nWarm up\n2 miles easy\n\nMain set\n6 x 800m @ 5k pace\n4 x 200m @ mile pace\n"
    "2 min jog between reps\n\nCool down\n1 mile"
)
TEXTS = [
    EMAIL,
    CLUB_NIGHT,
    "4x200, 2x400, 2x600, 1x800 full recovery @ goal mile pace",
    "2E + 4 x 200 R w/200jg + 1E",
    "6-8 × 30″ hill, walk back",
    "200-400-600-400-200 equal jog",
    "10 min wu, 5 x 1k in 3:10 [90s], 4 x 800 on 4:00, cd",
    "3 sets of:\n  600m @ mile pace\n  200m jog\n  200m fast\n5 min rest between sets\n10 min cd",
    "Session (indoor!): 8 x 400m with the under 17s\nPace: 5k pace\nRecovery: 400 m jog",
    "1. 10 min easy\n2. 4 x 1km @ 3:45/km w/ 2 min jog\n3. 4 x 200 in 34-36, 200 walk\n4. cool-down 10 min",
    "2 x (3 x (300 @ 1500 pace, 100 jog)) w/ 5 min walk; 4 x 150m strides",
    "• 15 min easy\r\n• 12 x 200 @ 3k effort off 45 secs\r\n• nothing silly today",
    "",
]
"""As a club writes to its runners; the tests of the notation have more."""
STRIDES = Repeat(Count(4, 4), (Step(ByDistance(Fraction(100)), activity=Activity.STRIDES),))
written = st.lists(items, min_size=1, max_size=4).flatmap(
    lambda steps: st.sampled_from([" + ".join(map(_line, steps)), "\n".join(map(_line, steps))])
)
texts = st.one_of(st.sampled_from(TEXTS), st.sampled_from([*SENSIBLE, *BLOCKS, *LINES]), written)


def _line(item: Item) -> str:
    return format_items([item])


def _read(text: str) -> Reading:
    try:
        return parse_text(text)
    except WorkoutError:
        assume(False)
        raise


def _place(data: st.DataObject, reading: Reading) -> Place:
    found = [place for place, _ in places(reading.steps)]
    assume(found)
    return data.draw(st.sampled_from(found))


def _words(reading: Reading) -> Counter[str]:
    return Counter(word for unread in reading.not_understood for word in unread.text.split())


def _holds(text: str, reading: Reading, done: Edited, wanted: Callable[[], tuple[Item, ...]]) -> None:
    """What was asked was done, or nothing; and what was not understood still stands there."""
    if done.said:
        assert (done.text, done.reading) == (text, reading)
        return
    again = parse_text(done.text)
    assert again.steps == done.reading.steps == wanted(), done.text
    assert again.title == (reading.title if again.steps else again.title)
    for unread in reading.not_understood:
        assert unread.text in done.text


# Where each step was read --------------------------------------------------------------------------------------------


def _shown(text: str) -> dict[Place, str]:
    return {span.place: text[span.start : span.end] for span in parse_text(text).spans}


def test_each_block_knows_the_characters_that_it_was_read_from() -> None:
    shown = _shown(EMAIL)
    assert {place: said for place, said in shown.items() if len(place) == 1} == {
        (0,): "2 mile warm up",
        (1,): "drills",
        (2,): "4 strides",
        (3,): "8x400 @ mile pace w/ 200 jog",
        (4,): "3 x (300 fast, 200 smooth) w/ 3 min rest",
        (5,): "cool down 10 min",
    }
    assert (shown[4, 0], shown[4, 1]) == ("300 fast", "200 smooth")


def test_a_recovery_line_is_of_the_block_above_it_and_shared_where_it_holds_for_more() -> None:
    text = "6 x 800m\nRest: 2 min\n\n4 x 200m\n2 x 400m\nRest: 60s"
    alone, *both = [span for span in parse_text(text).spans if len(span.place) == 1]
    assert text[alone.start : alone.end] == "6 x 800m\nRest: 2 min"
    assert not alone.is_shared
    assert [text[span.start : span.end] for span in both] == ["4 x 200m", "2 x 400m\nRest: 60s"]
    assert all(span.is_shared for span in both)


@settings(max_examples=25)
@given(texts)
def test_every_place_has_its_span_within_the_one_around_it(text: str) -> None:
    reading = _read(text)
    spans = {span.place: span for span in reading.spans}
    assert list(spans) == [place for place, _ in places(reading.steps)]
    for place, span in spans.items():
        assert 0 <= span.start < span.end <= len(text)
        around = spans.get(place[:-1])
        assert around is None or around.start <= span.start < span.end <= around.end


# The laws ------------------------------------------------------------------------------------------------------------


@settings(max_examples=25)
@given(texts, st.data())
def test_a_block_that_is_moved_stands_where_it_was_put(text: str, data: st.DataObject) -> None:
    reading = _read(text)
    place, before = _place(data, reading), _place(data, reading)
    if data.draw(st.booleans()):
        before = (*before[:-1], before[-1] + 1)
    done = editing.move(text, reading, place, before)
    _holds(text, reading, done, lambda: rearranging.moved(reading.steps, place, before)[0])
    if not done.said:
        assert _words(done.reading) == _words(reading)
        assert item_at(done.reading.steps, done.place) == item_at(reading.steps, place)


@settings(max_examples=25)
@given(texts, st.data())
def test_blocks_move_as_in_a_list_and_back_again(text: str, data: st.DataObject) -> None:
    reading = _read(text)
    n = len(reading.steps)
    assume(n > 1)
    old, new = data.draw(st.permutations(range(n)))[:2]
    there = editing.move(text, reading, (old,), (new + (new > old),))
    assume(not there.said)
    row = list(reading.steps)
    row.insert(new, row.pop(old))
    assert there.reading.steps == tuple(row)
    back = editing.move(there.text, there.reading, (new,), (old + (old > new),))
    assume(not back.said)
    assert back.reading.steps == reading.steps


@settings(max_examples=25)
@given(texts, st.data())
def test_a_block_that_is_doubled_and_taken_out_again_leaves_the_steps_as_they_were(
    text: str, data: st.DataObject
) -> None:
    reading = _read(text)
    place = _place(data, reading)
    twice = editing.duplicate(text, reading, place)
    _holds(text, reading, twice, lambda: rearranging.duplicated(reading.steps, place))
    assume(not twice.said and len(inside_of(twice.reading, place)) == len(inside_of(reading, place)) + 1)
    once = editing.remove(twice.text, twice.reading, twice.place)
    assume(not once.said)
    assert once.reading.steps == reading.steps
    assert _words(once.reading) <= _words(twice.reading)


def inside_of(reading: Reading, place: Place) -> tuple[Item, ...]:
    """Return what stands at the level of a place."""
    return reading.steps if len(place) == 1 else inside(item_at(reading.steps, place[:-1]))


@settings(max_examples=25)
@given(texts, st.data())
def test_what_is_taken_out_is_gone_and_nothing_else(text: str, data: st.DataObject) -> None:
    reading = _read(text)
    n = len(reading.steps)
    assume(n)
    number = data.draw(st.integers(0, n - 1))
    done = editing.remove(text, reading, (number,))
    assume(not done.said)
    assert parse_text(done.text).steps == reading.steps[:number] + reading.steps[number + 1 :]
    span = next(span for span in reading.spans if span.place == (number,))
    for unread in reading.not_understood:
        assert unread.text in done.text or span.start <= unread.start < span.end


@settings(max_examples=25)
@given(texts, st.data())
def test_what_is_added_stands_behind_the_block(text: str, data: st.DataObject) -> None:
    reading = _read(text)
    number = data.draw(st.integers(-1, len(reading.steps) - 1))
    after: Place = (number,) if number >= 0 else ()
    at = number + 1 if number >= 0 else len(reading.steps)
    done = editing.add(text, reading, after, STRIDES)
    _holds(text, reading, done, lambda: (*reading.steps[:at], STRIDES, *reading.steps[at:]))


@settings(max_examples=25)
@given(texts, st.data())
def test_one_notch_up_and_one_down_is_where_it_was(text: str, data: st.DataObject) -> None:
    reading = _read(text)
    can = [(place, figure) for place, item in places(reading.steps) for figure in Figure if can_step(item, figure)]
    assume(can)
    place, figure = data.draw(st.sampled_from(can))
    assume(not _forgets_its_distance(item_at(reading.steps, place)))
    there = editing.step(text, reading, place, figure, 1)
    _holds(
        text,
        reading,
        there,
        lambda: rearranging.replaced(reading.steps, place, stepped(item_at(reading.steps, place), figure, 1)),
    )
    assume(not there.said)
    assert _words(there.reading) == _words(reading)
    back = editing.step(there.text, there.reading, place, figure, -1)
    assume(not back.said)
    assert back.reading.steps == reading.steps


def _forgets_its_distance(item: Item) -> bool:
    """A pace with no shift does not say for which distance the shift was."""
    target = item.target if isinstance(item, Step) else None
    return isinstance(target, RacePace) and target.shift_s == -1 and target.shift_per != ByDistance(Fraction(400))


@settings(max_examples=25)
@given(texts, st.data())
def test_a_block_that_is_wrapped_and_unwrapped_is_the_same(text: str, data: st.DataObject) -> None:
    reading = _read(text)
    place = _place(data, reading)
    twice = editing.wrap(text, reading, place)
    _holds(text, reading, twice, lambda: rearranging.wrapped(reading.steps, place))
    assume(not twice.said)
    once = editing.unwrap(twice.text, twice.reading, place)
    assume(not once.said)
    assert once.reading.steps == reading.steps


@settings(max_examples=25)
@given(texts, st.data(), st.sampled_from(Manner))
def test_a_recovery_is_run_in_another_manner_and_a_range_widened(
    text: str, data: st.DataObject, manner: Manner
) -> None:
    reading = _read(text)
    place = _place(data, reading)
    item = item_at(reading.steps, place)
    switched = editing.switch(text, reading, place, manner)
    if not switched.said:
        now = item_at(parse_text(switched.text).steps, place)
        assert isinstance(now, Step)
        assert now.activity is manner.value
        assert (now.intensity is Intensity.REST) == (manner is Manner.REST)
    wide = editing.widen(text, reading, place, 1)
    if not wide.said and isinstance(item, Repeat):
        now_wide = item_at(parse_text(wide.text).steps, place)
        assert isinstance(now_wide, Repeat)
        assert now_wide.reps == Count(item.reps.low, item.reps.high + 1)


def test_hardly_anything_of_what_coaches_write_is_refused() -> None:
    asked, refused = 0, []
    for text in [*TEXTS, *list(SENSIBLE)[::3], *BLOCKS]:
        reading = parse_text(text)
        n = len(reading.steps)
        for number in range(n):
            for done in (
                editing.remove(text, reading, (number,)),
                editing.duplicate(text, reading, (number,)),
                editing.wrap(text, reading, (number,)),
                editing.move(text, reading, (number,), ((number + 2) % (n + 1),)),
            ):
                asked += 1
                refused += [(text, number, done.said)] if done.said else []
    assert len(refused) <= asked // 200, refused


# What a coach wrote stays --------------------------------------------------------------------------------------------


def _changed(text: str, operation: Callable[..., Edited], *asked: object) -> str:
    done = operation(text, parse_text(text), *asked)
    assert done.said == ""
    return done.text


def test_a_figure_is_changed_in_the_coachs_own_words() -> None:
    nine = _changed(EMAIL, editing.step, (3,), Figure.REPS, 1)
    assert nine == EMAIL.replace("8x400", "9x400")
    longer = _changed(EMAIL, editing.step, (3, 0), Figure.LENGTH, 1)
    assert longer == EMAIL.replace("8x400", "8x500")
    jog = _changed(EMAIL, editing.step, (3, 1), Figure.LENGTH, 1)
    assert jog == EMAIL.replace("200 jog", "250 jog")
    text = "6 x 400 in 68-70 on grass, 90s rest"
    assert _changed(text, editing.step, (0, 0), Figure.TARGET, -1) == "6 x 400 in 67-69 on grass, 90s rest"
    assert _changed("5 x 1k in 3:10 [90s]", editing.step, (0, 0), Figure.TARGET, 1) == "5 x 1k in 3:11 [90s]"
    assert _changed("5 x 1k in 3:10 [90s]", editing.step, (0, 1), Figure.LENGTH, 1) == "5 x 1k in 3:10 [105s]"


def test_what_has_no_figure_in_the_words_is_written_anew_and_its_neighbours_stay() -> None:
    text = "Thursday:\nwarm up\nten 400s with 200 jog\ncool down, slowly"
    assert _changed(text, editing.step, (1,), Figure.REPS, 1) == (
        "Thursday:\nwarm up\n11 x 400m w/ 200m jog\ncool down, slowly"
    )
    assert _changed("8x400 @ mile", editing.step, (0, 0), Figure.TARGET, -1) == (
        "8 x 400m @ 0:01/400m faster than mile pace"
    )


def test_a_shift_that_comes_to_nothing_is_the_pace_itself() -> None:
    text = "4 miles @ 1 sec per mile faster than 10k pace"
    assert _changed(text, editing.step, (0,), Figure.TARGET, 1) == "4 mile @ 10k pace"


def test_a_way_that_would_lose_a_word_is_not_taken() -> None:
    text = "8 x 400m with the under 17s team\nplease bring cones\n10 min easy"
    reading = parse_text(text)
    wanted = Wanted(rearranging.moved(reading.steps, (1,), (0,))[0])
    lost = "10 min easy\n" + text.removesuffix("\n10 min easy").replace("\nplease bring cones", "")
    kept = "10 min easy\n" + text.removesuffix("\n10 min easy")
    assert Weaver(text, reading).first([lost], wanted) is None
    taken = Weaver(text, reading).first([lost, kept], wanted)
    assert taken is not None
    assert taken[0] == kept


def test_a_line_moves_with_its_bullet_and_its_words() -> None:
    moved = _changed(EMAIL, editing.move, (3,), (5,))
    assert moved.splitlines() == [
        "Tuesday track:",
        "2 mile warm up",
        "- drills, 4 strides",
        "bring the orange cones please",
        "- 3 x (300 fast, 200 smooth) w/ 3 min rest",
        "- 8x400 @ mile pace w/ 200 jog",
        "cool down 10 min",
    ]


def test_a_paragraph_moves_as_one_and_leaves_no_gap() -> None:
    moved = _changed(CLUB_NIGHT, editing.move, (3,), (1,))
    assert moved == (
        "Club night\n\nWarm up\n2 miles easy\n\nCool down\n1 mile\n\nMain set\n6 x 800m @ 5k pace\n"
        "4 x 200m @ mile pace\n2 min jog between reps"
    )
    gone = _changed(CLUB_NIGHT, editing.remove, (0,))
    assert gone == CLUB_NIGHT.replace("Warm up\n2 miles easy\n\n", "")


def test_parts_on_one_line_are_joined_as_the_coach_joins_them() -> None:
    text = "10 min wu, 5 x 1k in 3:10 [90s], cd"
    assert _changed(text, editing.move, (0,), (3,)) == "5 x 1k in 3:10 [90s], cd, 10 min wu"
    assert _changed("1E + 4 x 200 R + 1E", editing.duplicate, (1,)) == "1E + 4 x 200 R + 4 x 200 R + 1E"
    assert _changed("4 x 1km w/ 2 min jog", editing.step, (0, 1), Figure.LENGTH, 1) == "4 x 1km w/ 2:15 jog"


def test_a_block_goes_into_a_set_and_comes_out_again() -> None:
    into = editing.move(EMAIL, parse_text(EMAIL), (2,), (4, 2))
    assert into.reading.steps[3] == item_at(
        parse_text("3 x (300 fast, 200 smooth, 4 strides) w/ 3 min rest").steps, (0,)
    )
    assert into.place == (3, 2)
    out = editing.move(into.text, into.reading, (3, 2), (2,))
    assert out.reading.steps == parse_text(EMAIL).steps
    assert "orange cones" in out.text


def test_a_target_that_holds_for_all_still_holds_for_the_others() -> None:
    text = "4x200, 2x400, 2x600, 1x800 full recovery @ goal mile pace"
    done = editing.step(text, parse_text(text), (3,), Figure.REPS, 1)
    assert done.text == text.replace("1x800", "2x800")
    away = editing.remove(text, parse_text(text), (3,))
    assert away.reading.steps == parse_text(text).steps[:3]


def test_the_last_block_that_goes_takes_its_set_with_it() -> None:
    text = "warm up, 3 x (400), cool down"
    assert editing.remove(text, parse_text(text), (1, 0)).reading.steps == parse_text("warm up, cool down").steps
    assert editing.remove("8x400", parse_text("8x400"), (0,)).text == ""


def test_a_recovery_is_taken_away_and_given() -> None:
    none = editing.remove("8x400 w/ 200 jog", parse_text("8x400 w/ 200 jog"), (0, 1))
    assert none.reading.steps == parse_text("8x400").steps
    rest = Step(ByTime(90_000), Intensity.REST, Activity.STAND)
    given_back = editing.give_recovery(none.text, none.reading, (0,), rest)
    assert given_back.reading.steps == parse_text("8x400 w/ 90s rest").steps


# What is refused -----------------------------------------------------------------------------------------------------


def _said(text: str, operation: Callable[..., Edited], *asked: object) -> str:
    reading = parse_text(text)
    done = operation(text, reading, *asked)
    assert (done.text, done.reading) == (text, reading)
    return done.said


def test_a_bound_that_would_be_passed_is_said_and_nothing_changes() -> None:
    assert "repeat 1 to" in _said("1 x 400 w/ 60s jog", editing.step, (0,), Figure.REPS, -1)
    assert "repeat 1 to" in _said("8x400", editing.step, (0,), Figure.REPS, REPS)
    assert "steps in all" in _said("19999 x 1s", editing.step, (0,), Figure.REPS, 2)
    assert "as far as it goes" in _said("8 x 10m sprint", editing.step, (0, 0), Figure.LENGTH, -1)
    assert "as far as it goes" in _said("400m @ 100% effort", editing.step, (0,), Figure.TARGET, 1)
    assert "24 hours" in _said("23 h easy, 30 min easy", editing.duplicate, (0,))
    deep = "2 x (" * (NESTING - 1) + "2 x 100" + ")" * (NESTING - 1)
    assert "deep in one another" in _said(deep, editing.wrap, (0,))


@pytest.mark.parametrize(
    ("operation", "asked", "said"),
    [
        (editing.move, ((1,), (1, 0)), "in itself"),
        (editing.move, ((1, 3), (0,)), "belongs to its repeat"),
        (editing.duplicate, ((1, 3),), "one recovery"),
        (editing.unwrap, ((0,),), "not repeated"),
        (editing.widen, ((0,), -1), "no range"),
        (editing.switch, ((0,), Manner.WALK), "no figure"),
        (editing.give_recovery, ((0,), Step(ByTime(60_000), Intensity.RECOVERY)), "only work"),
        (editing.remove, ((7,),), "is gone"),
    ],
)
def test_what_cannot_be_is_said(operation: Callable[..., Edited], asked: tuple[object, ...], said: str) -> None:
    assert said in _said("10 min easy, 3 x (400, 200 jog, 200) w/ 3 min rest", operation, *asked)


def test_only_a_recovery_stands_between_reps() -> None:
    steps = parse_text("8x400 w/ 200 jog").steps
    with pytest.raises(Refused, match="only a recovery"):
        rearranging.replaced(steps, (0, 1), steps[0])


@settings(max_examples=25)
@given(st.lists(items, min_size=1, max_size=4), st.data())
def test_an_answer_is_as_a_reader_would_read_it(steps: list[Item], data: st.DataObject) -> None:
    row = tuple(steps)
    found = [place for place, item in places(row) if not rearranging.is_recovery(row, place)]
    place, before = data.draw(st.sampled_from(found)), data.draw(st.sampled_from(found))
    try:
        moved, now = rearranging.moved(row, place, before)
        check_bounds(moved)
    except (Refused, WorkoutError):
        assume(False)
        return
    assert parse_text(format_items(moved)).steps == moved
    assert item_at(moved, now) == item_at(row, place)
