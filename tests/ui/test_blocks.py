"""The blocks of a workout, changed with pointer and keys: the text follows."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core import tongue
from app.core.athlete import Athlete
from app.core.planning import compile_plan
from app.core.workout import Workout
from app.notation.editing import Edited
from app.notation.reading import parse_text
from app.ui import design
from app.ui.block_drop import drop_at
from app.ui.block_menu import BlockMenu, choices_of, news
from app.ui.block_words import blocks_of
from app.ui.blocks import AT_ONCE, Blocks
from tests.looks import look

KEY, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
CLUB = (
    "Tuesday track:\n"
    "2 mile warm up\n"
    "- 8x400 @ mile pace w/ 200 jog\n"
    "bring the orange cones please\n"
    "- 3 x (300 fast, 4 x 200 in 34-36 w/ 100m walk) w/ 3 min rest\n"
    "cool down 10 min"
)


class Shown:
    """A window with the blocks of a text, which follows them as the page does."""

    def __init__(self, qtbot: QtBot, text: str, width: int = 560) -> None:
        design.load_lettering()
        self.window = QWidget()
        self.window.setAutoFillBackground(True)
        self.blocks = Blocks(self.window)
        self.window.resize(width, 640)
        self.blocks.setGeometry(0, 0, width, 640)
        qtbot.addWidget(self.window)
        self.text = ""
        self.picked: list[str] = []
        self.said: list[str] = []
        self.show(text)
        self.blocks.changed.connect(self.show)
        self.blocks.picked.connect(lambda start, end: self.picked.append(self.text[start:end]))
        self.blocks.said.connect(self.said.append)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.blocks.list.setFocus()

    def show(self, text: str) -> None:
        self.text = text
        reading = parse_text(text)
        plan = compile_plan(Workout("x", reading.steps), Athlete(Fraction(320))) if reading.steps else None
        self.blocks.show(text, reading, plan)

    @property
    def heads(self) -> list[str]:
        return [self.blocks.list.shown(index).head for index in range(len(self.blocks.list.blocks))]

    def row(self, head: str) -> int:
        return self.heads.index(head)

    def click(self, point: QPointF) -> None:
        QTest.mouseClick(self.blocks.list.viewport(), LEFT, pos=point.toPoint())

    def choose(self, head: str) -> None:
        box = self.blocks.list.box_of(self.row(head))
        self.click(QPointF(box.left() + 150, box.top() + 16))

    def turn(self, head: str, figure: str, n: int) -> None:
        """Press the + or − of a figure, as a pointer does."""
        self.choose(head)
        rows = self.blocks.list
        cell = next(cell for cell in rows.cells(rows.chosen) if cell.dial.name == figure)
        box = cell.plus if n > 0 else cell.minus
        assert box is not None
        self.click(box.center() + rows.box_of(rows.chosen).topLeft())

    def key(self, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.blocks.list, key, with_)

    def drag(self, head: str, to: QPointF, *, let_go: bool = True) -> None:
        view = self.blocks.list.viewport()
        box = self.blocks.list.box_of(self.row(head))
        start = QPoint(12, round(box.center().y()))
        QTest.mousePress(view, LEFT, pos=start)
        for point in (QPointF(start) + QPointF(2, 30), to):
            self.moves(point)
        if let_go:
            QTest.mouseRelease(view, LEFT, pos=to.toPoint())

    def moves(self, point: QPointF, button: Qt.MouseButton = LEFT) -> None:
        view = self.blocks.list.viewport()
        where = QPointF(view.mapToGlobal(point))
        event = QMouseEvent(
            QEvent.Type.MouseMove, point, where, Qt.MouseButton.NoButton, button, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(view, event)

    def above(self, head: str, depth: int = 0) -> QPointF:
        return QPointF(30 + 22 * depth, self.blocks.list.box_of(self.row(head)).top() + 4)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., Shown]:
    return lambda text=CLUB, width=560: Shown(qtbot, text, width)


def test_each_block_says_what_it_asks_of_this_athlete(shown: Callable[..., Shown]) -> None:
    page = shown()
    assert page.heads == ["2 miles warm-up", "8 × 400 m", "3 sets", "300 m", "4 × 200 m", "10 min cool-down"]
    rows = page.blocks.list
    assert [rows.shown(n).asked for n in (1, 3, 4)] == ["1:19.5 · 3:19/km", "by effort", "34.0–36.0 s · 2:50–3:00/km"]
    assert [rows.shown(n).quiet for n in (0, 1, 2)] == ["easy", "mile pace · 200 m jog", "3 min rest between"]
    assert [block.depth for block in rows.blocks] == [0, 0, 0, 1, 1, 0]


def test_a_press_on_plus_changes_the_figure_in_the_coachs_words(shown: Callable[..., Shown]) -> None:
    page = shown()
    page.turn("8 × 400 m", "reps", 1)
    assert page.text == CLUB.replace("8x400", "9x400")
    page.turn("9 × 400 m", "recovery", -1)
    assert page.text == CLUB.replace("8x400 @ mile pace w/ 200 jog", "9x400 @ mile pace w/ 150 jog")
    page.turn("4 × 200 m", "target", 1)
    assert "in 34.5-36.5" in page.text
    assert page.blocks.chosen is not None
    assert page.blocks.chosen.place == (2, 1)


def test_a_plus_that_is_held_goes_on(shown: Callable[..., Shown]) -> None:
    page = shown()
    page.choose("8 × 400 m")
    rows = page.blocks.list
    plus = rows.cells(rows.chosen)[0].plus
    assert plus is not None
    point = (plus.center() + rows.box_of(rows.chosen).topLeft()).toPoint()
    QTest.mousePress(rows.viewport(), LEFT, pos=point)
    for _ in range(3):
        rows.holding.timeout.emit()
    QTest.mouseRelease(rows.viewport(), LEFT, pos=point)
    assert "12x400" in page.text
    assert not rows.holding.isActive()


def test_a_block_is_dragged_behind_another_and_into_a_set(shown: Callable[..., Shown]) -> None:
    page = shown()
    page.drag("8 × 400 m", page.above("10 min cool-down"))
    assert page.heads == ["2 miles warm-up", "3 sets", "300 m", "4 × 200 m", "8 × 400 m", "10 min cool-down"]
    assert page.text.splitlines()[-2] == "- 8x400 @ mile pace w/ 200 jog"
    page.drag("8 × 400 m", page.above("4 × 200 m", 1))
    assert [block.place for block in page.blocks.list.blocks][1:5] == [(1,), (1, 0), (1, 1), (1, 2)]
    assert page.heads[1:5] == ["3 sets", "300 m", "8 × 400 m", "4 × 200 m"]
    assert "bring the orange cones please" in page.text


def test_a_drag_that_is_given_up_or_let_go_where_it_began_changes_nothing(shown: Callable[..., Shown]) -> None:
    page = shown()
    page.drag("3 sets", page.above("2 miles warm-up"), let_go=False)
    assert page.blocks.list.drop is not None
    page.key(KEY.Key_Escape)
    assert page.blocks.list.drop is None
    QTest.mouseRelease(page.blocks.list.viewport(), LEFT, pos=QPoint(30, 10))
    page.drag("3 sets", page.above("3 sets"))
    assert page.text == CLUB


def test_a_set_cannot_be_dropped_in_itself() -> None:
    blocks = blocks_of(parse_text(CLUB))
    assert drop_at(blocks, 4, 1, blocks[2]) is None
    inside = drop_at(blocks, 5, 1, blocks[1])
    outside = drop_at(blocks, 5, 0, blocks[1])
    assert inside is not None
    assert outside is not None
    assert (inside.before, outside.before) == ((2, 2), (3,))
    between = drop_at(blocks, 4, 0, blocks[1])
    assert between is not None
    assert (between.before, between.depth) == ((2, 1), 1)  # nothing stands outside in the midst of a set


def test_keys_move_double_and_remove_a_block(shown: Callable[..., Shown]) -> None:
    page = shown()
    page.choose("8 × 400 m")
    page.key(KEY.Key_Down, ALT)
    assert page.heads[1:] == ["3 sets", "300 m", "4 × 200 m", "8 × 400 m", "10 min cool-down"]
    page.key(KEY.Key_Right, ALT)
    assert page.blocks.chosen is not None
    assert page.blocks.chosen.place == (1, 2)
    page.key(KEY.Key_Left, ALT)
    page.key(KEY.Key_Up, ALT)
    assert parse_text(page.text).steps == parse_text(CLUB).steps
    page.key(KEY.Key_D, CTRL)
    assert page.heads.count("8 × 400 m") == 2
    assert page.blocks.list.chosen == 2
    page.key(KEY.Key_Delete)
    assert parse_text(page.text).steps == parse_text(CLUB).steps
    assert "orange cones" in page.text


def test_arrows_choose_tab_goes_through_the_figures_and_plus_turns_one(shown: Callable[..., Shown]) -> None:
    page = shown()
    page.choose("2 miles warm-up")
    page.key(KEY.Key_Down)
    assert page.picked[-1] == "8x400 @ mile pace w/ 200 jog"
    assert "plus and minus turn the reps" in page.blocks.list.accessibleName()
    page.key(KEY.Key_Tab)
    assert "turn the length" in page.blocks.list.accessibleName()
    page.key(KEY.Key_Plus)
    assert "8x500" in page.text
    page.key(KEY.Key_Minus)
    page.key(KEY.Key_Minus)
    assert "8x350" in page.text
    page.key(KEY.Key_Tab)
    page.key(KEY.Key_Tab)
    page.key(KEY.Key_Tab)
    assert not page.blocks.list.hasFocus()
    page.blocks.list.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert "turn the recovery" in page.blocks.list.accessibleName()


def test_the_block_under_the_text_cursor_is_chosen(shown: Callable[..., Shown]) -> None:
    page = shown()
    page.blocks.point_at(CLUB.index("34-36"))
    assert page.heads[page.blocks.list.chosen] == "4 × 200 m"
    page.blocks.point_at(CLUB.index("orange"))
    assert page.blocks.chosen is None
    assert page.picked == []


def test_what_is_refused_is_said_and_the_text_stays(shown: Callable[..., Shown]) -> None:
    page = shown("1 x 400 w/ 60s jog")
    page.turn("400 m", "reps", -1)
    assert page.said[-1].startswith("repeat 1 to")
    assert page.text == "1 x 400 w/ 60s jog"


def test_a_workout_is_made_of_blocks_alone(shown: Callable[..., Shown]) -> None:
    page = shown("")
    assert page.blocks.vacant.isVisible()
    for button in (page.blocks.adds[0], page.blocks.adds[4], page.blocks.adds[3]):
        QTest.mouseClick(button, LEFT)
    assert page.heads == ["10 min warm-up", "6 × 400 m", "10 min cool-down"]
    assert page.text == "warm-up 10min\n6 x 400m @ mile pace w/ 200m jog\ncool-down 10min"
    page.choose("6 × 400 m")
    QTest.mouseClick(page.blocks.adds[2], LEFT)
    assert page.heads[2] == "4 × 100 m strides"


def test_the_menu_wraps_a_block_and_gives_it_another_recovery(shown: Callable[..., Shown]) -> None:
    page = shown()
    page.choose("8 × 400 m")

    def pick(words: str) -> None:
        assert page.blocks.chosen is not None
        menu = BlockMenu(page.blocks, choices_of(page.blocks.chosen), page.blocks.do)
        next(line for line in menu.actions() if line.text().startswith(words)).trigger()

    pick("Recovery: walk")
    assert "200m walk" in page.text
    pick("Repeat it as a set")
    assert page.heads[1:3] == ["2 sets", "8 × 400 m"]
    pick("Take the count away")
    assert page.heads[1] == "8 × 400 m"
    pick("Allow one rep more")
    pick("Allow a greater length")
    assert page.heads[1] == "8–9 × 400–500 m"
    pick("Allow one rep less")
    pick("Allow less of a range")
    assert page.heads[1] == "8 × 400 m"
    pick("Recovery: none")
    assert page.blocks.list.shown(1).quiet == "mile pace"
    pick("Recovery: 90 s rest")
    assert page.blocks.list.shown(1).quiet == "mile pace · 90 s rest"


def test_a_long_text_is_changed_in_the_background_one_change_at_a_time(qtbot: QtBot) -> None:
    asked: list[tuple[Callable[[], Edited], Callable[[Edited], None]]] = []
    window = QWidget()
    qtbot.addWidget(window)
    blocks = Blocks(window, lambda slow, then: asked.append((slow, then)))
    text = "8 x 40m @ 5k pace w/ 20s jog\n" * (AT_ONCE // 28 + 1)
    changed: list[str] = []
    blocks.changed.connect(changed.append)
    blocks.show(text, parse_text(text), None)
    blocks.list.choose(3)
    for _ in range(2):
        QTest.keyClick(blocks.list, KEY.Key_Plus)
    assert (len(asked), changed) == (1, [])
    slow, then = asked.pop()
    then(slow())
    assert changed == [text.replace("8 x", "9 x", 4).replace("9 x", "8 x", 3)]
    QTest.keyClick(blocks.list, KEY.Key_Plus)
    other = text.replace("8 x", "5 x")
    blocks.show(other, parse_text(other), None)
    blocks.list.choose(0)
    QTest.keyClick(blocks.list, KEY.Key_Plus)
    (stale, told), (slow, then) = asked
    told(stale())  # of a text that is no longer shown
    assert len(changed) == 1
    then(slow())
    assert changed[1:] == [other.replace("5 x", "6 x", 1)]


def test_only_what_is_seen_is_made(shown: Callable[..., Shown]) -> None:
    page = shown("20m easy\n" * 700)
    rows = page.blocks.list
    rows.viewport().grab()
    assert len(rows.blocks) == 700
    assert len(rows._shown) < 20
    page.key(KEY.Key_End)
    assert rows.chosen == 699
    assert rows.box_of(699).bottom() <= rows.viewport().height()


@pytest.mark.parametrize("palette", ["dark", "day", "contrast-dark", "contrast-day"])
@pytest.mark.parametrize("width", [380, 540, 700])
def test_nothing_is_cut_or_hard_to_read(shown: Callable[..., Shown], width: int, palette: str) -> None:
    design.use_palette(palette)
    try:
        page = shown(CLUB, width)
        for index in range(6):
            page.blocks.list.choose(index)
            page.moves(page.blocks.list.box_of((index + 2) % 6).center(), Qt.MouseButton.NoButton)
            assert [str(finding) for finding in look(page.window).findings] == []
    finally:
        design.use_palette("dark")


def test_what_can_be_added_has_a_name(shown: Callable[..., Shown]) -> None:
    page = shown()
    assert [button.accessibleName() for button in page.blocks.adds] == [f"add: {new.word}" for new in news()]


def test_longer_words_take_a_second_line(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tongue._Now, "translate", lambda text, apart: f"{text} a la calma" if apart else text)
    page = Shown(qtbot, CLUB, 380)
    assert len({button.y() for button in page.blocks.adds}) == 2
    assert [str(finding) for finding in look(page.window).wrong] == []
