"""Where the parts of the run page stand: it grows with the window, and nothing is cut by what comes and goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from pytestqt.qtbot import QtBot

from app.core.events import Command
from app.core.plan import Plan
from app.ui import design
from app.ui.figurerow import FigureRow
from app.ui.keys import Act, bindings
from app.ui.laptable import n_rows_of
from app.ui.live import Live
from app.ui.profile import bars_of, paint_bars
from app.ui.run_figures import Figure
from app.ui.run_page import RunPage
from tests.drawn import GOAL_PACE, jog_s, mile_race, plan_of, run_m, times
from tests.looks import look
from tests.ui.test_run_page import Running

ROW = tuple(Figure(label, "1:15.6") for label in ("at 1209 m", "lap", "± lap", "needed for the rest", "projected"))


def running(qtbot: QtBot, plan: Plan) -> tuple[RunPage, Running]:
    page = RunPage(lambda _act: None, lambda: bindings({}), lambda _index: None)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    session = Running(plan)
    page.show_live(Live(session))
    return page, session


def test_what_is_read_grows_with_the_window_and_falls_back_with_it(qtbot: QtBot) -> None:
    page, _session = running(qtbot, plan_of(mile_race(), goal_s=300))
    parts = (page.counts, page.saved, page.following, page.sentence)
    before = [part.font().pixelSize() for part in parts]
    cap = page.caps[Act.LAP].width()
    page.resize(1920, 1080)
    assert all(part.font().pixelSize() > 1.3 * px for part, px in zip(parts, before, strict=True))
    assert page.caps[Act.LAP].width() > 1.2 * cap
    page.resize(1280, 800)
    assert [part.font().pixelSize() for part in parts] == before


@pytest.mark.parametrize("width", [700, 420, 300, 160])
def test_a_figure_that_has_no_room_is_left_out_and_none_is_cut(qtbot: QtBot, width: int) -> None:
    row = FigureRow(design.FIGURE, design.LOUD)
    qtbot.addWidget(row)
    row.resize(width, 60)
    row.show_figures(ROW)
    row.show()
    seen = look(row)
    assert seen.wrong == ()
    assert len(seen.letters) == 2 * {700: 5, 420: 4, 300: 3, 160: 1}[width]


def test_the_caps_move_aside_when_the_verb_of_one_grows(qtbot: QtBot) -> None:
    page, session = running(qtbot, plan_of(times(8, run_m(400, GOAL_PACE), rest=jog_s(60)), goal_s=300, lead_s=0))
    session.driver.press(Command.START)
    page._refresh()
    session.after(10_000, Command.PAUSE)
    page._refresh()
    for cap in page.caps.values():
        assert cap.isHidden() or cap.width() == cap.sizeHint().width()
    assert [finding for finding in look(page).wrong if "caps" in finding.widget] == []


def test_every_picture_begins_at_its_edge_whatever_the_lead_in() -> None:
    short, long = (bars_of(plan_of(mile_race(), goal_s=300, lead_s=s)) for s in (3, 10))
    assert [(bar.left, bar.right) for bar in short] == [(bar.left, bar.right) for bar in long] == [(0, 0), (0, 1)]


def test_laps_that_are_run_fade_while_the_rest_of_the_mile_stays_lit(qtbot: QtBot) -> None:
    bars = bars_of(plan_of(mile_race(), goal_s=300, lead_s=0))

    def lit(n_marks: int) -> list[bool]:
        pixmap = QPixmap(400, 40)
        pixmap.fill(design.palette().of("ground"))
        painter = QPainter(pixmap)
        paint_bars(painter, QRectF(0, 0, 400, 40), bars, 0, n_marks)
        painter.end()
        image = pixmap.toImage()
        return [image.pixelColor(x, 30) == design.palette().of("work") for x in (50, 150, 250, 350)]

    assert [lit(n) for n in (0, 1, 3)] == [[True] * 4, [False, True, True, True], [False, False, False, True]]


def test_the_table_keeps_places_for_all_that_is_to_come() -> None:
    assert n_rows_of(plan_of(mile_race(), goal_s=300)) == 4
    assert n_rows_of(plan_of(times(8, run_m(400, GOAL_PACE), rest=jog_s(60)), goal_s=300)) == 8
