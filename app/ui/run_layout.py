"""Where the parts of the run page stand, at every size from a phone's width to a large screen, and in the far view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLine, QRect

from app.ui import design

if TYPE_CHECKING:
    from app.ui.run_page import RunPage

WIDE, MIDDLING = 1000, 760
CAP_GAP, CAP_LINE = 12, 36
LOW = 300
"""Under this height a narrow page has no room for the table."""
FAR_DIGITS = 0.5
"""Height of the far view's digits in parts of the page's, where the width allows it.

Source: digits of 83 mm are read at 10 m; half of a 13-inch laptop's screen is 85 mm."""


class RunLayout:
    """Lays a run page out."""

    def __init__(self, page: RunPage) -> None:
        self._page = page

    def arrange(self) -> None:
        """Lay out everything."""
        page = self._page
        width, height = page.width(), page.height()
        band = page.band.sizeHint().height()
        page.band.setGeometry(0, 0, width, band)
        near = (
            page.figures,
            page.sentence,
            page.table,
            page.summary,
            page.strip,
            page.following,
            page.saved,
            page.counts,
        )
        for part in near:
            part.setVisible(not page.is_far)
        there = page.caps_there
        for act, cap in page.caps.items():
            cap.setVisible(not page.is_far and act in there)
        page.mend.setVisible(not page.is_far and bool(page.mend.text()))
        for text in (page.far_left, page.far_right):
            text.setVisible(page.is_far)
        page.oval.setVisible(page.shows_oval and not page.is_far)
        if page.is_far:
            self._far(width, height, band)
            return
        margin = self._margin
        foot = self.arrange_foot()
        side = self._side
        if side < width:
            self._right(QRect(side + 24, band + 8, width - side - 24 - 28, foot - band - 24))
            self._left(QRect(margin, band, side - 2 * margin, foot - band - 16))
            return
        room = foot - 16 - band
        is_low = room < LOW
        left = QRect(margin, band, width - 2 * margin, room if is_low else round(0.62 * room))
        self._left(left)
        page.oval.hide()
        page.summary.hide()
        page.table.setVisible(not is_low)
        page.table.setGeometry(margin, left.bottom() + 8, width - 2 * margin, room - left.height() - 16)

    def lines(self) -> list[QLine]:
        """Return the quiet lines between the parts."""
        page = self._page
        foot, side = page.strip.y() - 16, self._side
        found = [QLine(0, foot, page.width(), foot)]
        if side < page.width():
            found.append(QLine(side, page.band.height(), side, foot))
        return found

    @property
    def _margin(self) -> int:
        return design.MARGIN if self._page.width() > MIDDLING else 16

    @property
    def _side(self) -> int:
        """Where the right part begins; the page's width where there is none."""
        width = self._page.width()
        if width >= WIDE:
            return round(0.6625 * width)
        return round(0.6 * width) if width >= MIDDLING else width

    def _left(self, room: QRect) -> None:
        page = self._page
        large = room.width() > 700
        page.sentence.setFont(design.lettering(design.LARGE if large else design.BODY, design.MEDIUM))
        sentence = (44 if large else 54) if room.height() > LOW else 32
        figures = min(page.figures.sizeHint().height(), max(56, round(0.22 * room.height())))
        mend = page.mend.sizeHint().width() + 16 if page.mend.text() else 0
        y = room.bottom() - sentence - 8
        page.sentence.setGeometry(room.x(), y, room.width() - mend, sentence)
        if mend:
            page.mend.setGeometry(room.right() - mend + 16, y + (sentence - 30) // 2, mend - 16, 30)
        page.figures.setGeometry(room.x(), room.bottom() - sentence - 12 - figures, room.width(), figures)
        top, bottom = room.y() + 12, page.figures.y() - 12
        self._at_times(QRect(room.x() + 4, top - 4, room.width() - 4, 30))
        page.hero.setGeometry(
            room.x() - page.hero.PAD, top + 24, room.width() + 2 * page.hero.PAD, max(60, bottom - top - 24)
        )

    def _at_times(self, room: QRect) -> None:
        """Lay out what the clock counts, and beside it the caps that come and go: nothing else moves."""
        page = self._page
        word = page.counts.fontMetrics().horizontalAdvance(page.counts.text()) + 4
        page.counts.setGeometry(room.x(), room.y() + 3, max(60, word), 24)
        x = room.right() + 1
        for act in reversed([act for act in page.caps_there if act in page.AT_TIMES]):
            size = page.caps[act].sizeHint()
            x -= size.width()
            page.caps[act].setGeometry(x, room.y(), size.width(), size.height())
            page.caps[act].setVisible(not page.is_far and x > room.x() + max(60, word))
            x -= CAP_GAP

    def _right(self, room: QRect) -> None:
        page = self._page
        y = room.y()
        oval = min(page.oval.sizeHint().height() + 16, round(0.36 * room.height()))
        if page.height() >= 1000:
            oval = round(0.4 * room.height())
        if page.shows_oval and room.height() > 330:
            page.oval.setGeometry(room.x(), y, room.width(), oval)
            y += oval + 4
        else:
            page.oval.hide()
        summary = page.summary.sizeHint().height()
        page.summary.setGeometry(room.x() + 4, room.bottom() - summary - 6, room.width() - 4, summary)
        page.table.setGeometry(room.x(), y, room.width(), max(60, room.bottom() - summary - 18 - y))

    def arrange_foot(self) -> int:
        """Lay out strip, key caps and the line of state; return where the foot begins."""
        page = self._page
        width, height, margin = page.width(), page.height(), self._margin
        caps = [page.caps[act] for act in page.caps_there if act not in page.AT_TIMES]
        beside = width >= WIDE
        state = round(0.335 * width) if beside else width - 2 * margin
        room = width - 2 * margin - (state + 24 if beside else 0)
        lines: list[list[int]] = [[]]
        used = 0
        for number, cap in enumerate(caps):
            needed = cap.sizeHint().width()
            if used and used + needed > room:
                lines.append([])
                used = 0
            lines[-1].append(number)
            used += needed + CAP_GAP
        top = y = height - 10 - CAP_LINE * len(lines)
        for line in lines:
            x = margin
            for number in line:
                size = caps[number].sizeHint()
                caps[number].setGeometry(x, y, size.width(), size.height())
                x += size.width() + CAP_GAP
            y += CAP_LINE
        state_y = top + 3 if beside else top - 28
        needed = page.saved.fontMetrics().horizontalAdvance(page.saved.text()) + 4
        saved = min(round(0.55 * state), max(60, needed))
        page.saved.setGeometry(width - margin - saved, state_y, saved, 24)
        page.following.setGeometry(width - margin - state, state_y, state - saved - 12, 24)
        strip = 84 if height >= 640 else 52 if height >= 480 else 36
        strip_y = (top if beside else state_y) - strip - 8
        page.strip.setGeometry(margin - 8, strip_y, width - 2 * margin + 16, strip)
        return strip_y

    def _far(self, width: int, height: int, band: int) -> None:
        page = self._page
        margin = round(0.04 * width)
        foot = round(0.19 * height)
        room = height - band - foot
        digits = min(room, round(FAR_DIGITS * height / page.hero.HIGH))
        page.hero.setGeometry(margin, band + (room - digits) // 2, width - 2 * margin, digits)
        px = min(0.72 * foot, 0.1 * width)
        for text in (page.far_left, page.far_right):
            text.setFont(design.lettering(px, design.SEMIBOLD))
        half = width // 2 - margin
        page.far_left.setGeometry(margin, height - foot, half, foot)
        page.far_right.setGeometry(width // 2, height - foot, half, foot)
