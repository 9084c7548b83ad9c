"""Where the parts of the result page stand.

Rules of the file: a roomy page shows all of it and scrolls the table alone, any other is one roll from top to bottom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt

from app.ui import design
from app.ui.outcome import Outcome
from app.ui.resulttable import HEAD, ROW
from app.ui.scroll import WIDTH as BAR
from app.ui.trend import trend_room

if TYPE_CHECKING:
    from app.ui.result_page import ResultPage

ROOMY = QSize(1000, 680)
"""From this size on all of it stands on one page."""
SPACIOUS = QSize(1600, 960)
"""From this size on what is read is written a step larger."""
BESIDE = 600
"""From this width on the picture stands beside the evenness."""
HERO = 1.25
"""The hero may grow beyond the scale of the design where the window does."""


class ResultLayout:
    """Lays a result page out."""

    def __init__(self, page: ResultPage) -> None:
        self._page = page

    def arrange(self, outcome: Outcome) -> None:
        """Lay out what a session came to."""
        page = self._page
        width, height = page.width(), page.height()
        is_spacious = width >= SPACIOUS.width() and height >= SPACIOUS.height()
        page.sentence.setFont(design.lettering(design.LARGE if is_spacious else design.LEAD, design.MEDIUM))
        for text in (page.hero_note, page.how):
            text.setFont(design.lettering(design.BODY if is_spacious or text is page.how else design.SMALL))
        page.sentence.setVisible(bool(page.sentence.text()))
        page.nothing.setVisible(bool(page.nothing.text()))
        page.bars.setVisible(bool(outcome.picture.bars))
        page.table_roll.setVisible(bool(outcome.lines))
        if page.is_roomy:
            self._arrange_roomy(64 if is_spacious else 40, width, height, large=is_spacious)
        else:
            self._arrange_roll(width, height)

    def _arrange_roomy(self, margin: int, width: int, height: int, *, large: bool) -> None:
        page = self._page
        page.body.resize(width, height)
        inner = width - 2 * margin
        y = self._place_head(margin, 20, inner, design.LOUD if large else design.FIGURE)
        tall = page.foot.arrange_for(inner)
        foot = height - tall - 16
        page.foot.setGeometry(margin, foot, inner, tall)
        left = round(0.25 * width)
        under = self._place_hero(margin, y, left, min(HERO * design.HERO * width / 1280, 0.28 * (foot - y)))
        px = design.FIGURE if large else design.TITLE
        free = foot - 28 - under
        n_columns = 1 if page.stats.height_for(1, px) <= free + 12 else 2
        page.stats.setGeometry(margin, under + 12, left, min(free, page.stats.height_for(n_columns, px)))
        right, room = margin + left + 36, foot - 16 - y
        across = width - margin - right
        sentence = self._sentence_height(across)
        whole = page.table.height_for(large=large)
        picture = self._picture_height(max(round(0.46 * room), room - whole - sentence - 28), room)
        table = max(0, min(whole, room - picture - sentence - 28))
        self._place_picture(right, y, across, picture)
        page.sentence.setGeometry(right, y + picture + 12, across, sentence)
        page.table_roll.setGeometry(right, y + picture + 12 + sentence + 8, across, table)
        page.table.resize(across - (14 if table < whole else 0), whole)

    def _arrange_roll(self, width: int, height: int) -> None:
        page = self._page
        margin = 32 if width >= 900 else 16
        inner = width - 2 * margin
        is_beside = width >= BESIDE
        y = self._place_head(margin, 16 if height >= 520 else 8, inner, design.FIGURE if width >= 900 else design.TITLE)
        across = round(0.27 * inner) if is_beside else inner
        hero = self._place_hero(margin, y, across, min(0.9 * design.HERO, 0.5 * across, 0.22 * height))
        left, top = (margin + across + 28, y) if is_beside else (margin, hero + 8)
        wide = margin + inner - left
        sentence = self._sentence_height(inner)
        least = max(hero - y, 200) if is_beside else 200
        picture = self._picture_height(max(least, height - top - sentence - 24 - (HEAD + 2 * ROW)), height)
        self._place_picture(left, top, wide, picture)
        y = max(hero, top + picture) + 12
        page.sentence.setGeometry(margin, y, inner, sentence)
        y += sentence + 8
        whole = page.table.height_for()
        page.table_roll.setGeometry(margin, y, inner, whole)
        page.table.resize(inner, whole)
        y += whole + 24
        n_columns = max(1, min(len(page.stats.figures), inner // 140))
        stats = page.stats.height_for(n_columns)
        page.stats.setGeometry(margin, y, inner, stats)
        y += stats + (12 if stats else 0)
        tall = page.foot.arrange_for(inner)
        page.foot.setGeometry(margin, max(y, height - tall - 16), inner, tall)
        whole = y + tall + 16
        page.body.resize(width - (BAR if whole > height else 0), max(height, whole))

    def _place_head(self, x: int, y: int, width: int, px: int) -> int:
        page = self._page
        tall = page.head.arrange_for(width, px)
        page.head.setGeometry(x, y, width, tall)
        y += tall + 12
        if not page.offer.isHidden():
            tall = page.offer.arrange_for(width)
            page.offer.setGeometry(x, y, width, tall)
            y += tall + 16
        return y

    def _place_hero(self, x: int, y: int, width: int, px: float) -> int:
        page = self._page
        page.how.setGeometry(x, y, width, 28)
        tall = page.hero.height_for(width, px)
        page.hero.setGeometry(x, y + 36, width, tall)
        y += 36 + tall + 16
        note = page.hero_note.heightForWidth(width) if page.hero_note.text() else 0
        page.hero_note.setGeometry(x, y, width, note)
        return y + note + (8 if note else 0)

    def _sentence_height(self, width: int) -> int:
        page = self._page
        return page.sentence.heightForWidth(width) + 4 if page.sentence.text() else 0

    def _picture_height(self, wanted: int, room: int) -> int:
        """Return the height of the picture, or of what is said in its place."""
        page = self._page
        return min(wanted, round(0.72 * room)) if not page.nothing.text() else max(72, min(160, room // 4))

    def _place_picture(self, x: int, y: int, width: int, height: int) -> None:
        page = self._page
        trend = trend_room(QRect(x, y, width, height)) if page.trend.points else QRect()
        page.trend.setVisible(not trend.isEmpty())
        page.trend.setGeometry(trend)
        if not trend.isEmpty():
            width, height = (trend.x() - x - 32, height) if trend.y() == y else (width, trend.y() - y - 12)
        page.bars.setGeometry(x, y, width, height)
        page.nothing.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        page.nothing.setGeometry(x, y, width, height)
