"""Where the parts of the run page stand, at every size from a phone's width to a large screen, and in the far view.

Rules of the file: on a window larger than the design's all grows with it, lettering too; on a lower one the caps come
down to one line, then the table goes. What comes and goes with an event never moves the clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLine, QRect

from app.ui import design
from app.ui.keycap import KeyCap
from app.ui.keys import Act

if TYPE_CHECKING:
    from app.ui.run_page import RunPage

WIDE, MIDDLING = 1000, 760
CAP_GAP, CAP_LINE = 12, 36
LOW = 300
"""Under this height a narrow page has no room for the table."""
FLAT = 480
"""Under this height of window the caps have one line."""
SQUAT = 420
"""Under this height the right part has no room for the summary below the table."""
DESIGNED = (1280, 800)
MOST_GROWN = 2.5
BEFORE_LAPS = 0.7
"""Of the right part's height, for the track while the table is empty."""
NARROW_LEFT = 0.59
"""Of a narrow page's height, where a strip has to have room under it."""
STATE = 290
"""The least room for the line of state beside the caps, in pixels of the design."""
FAR_DIGITS = 0.5
"""Height of the far view's digits in parts of the page's, where the width allows it.

Source: digits of 83 mm are read at 10 m; half of a 13-inch laptop's screen is 85 mm."""


class RunLayout:
    """Lays a run page out."""

    def __init__(self, page: RunPage) -> None:
        self._page = page
        self._grown = 1.0

    def arrange(self) -> None:
        """Lay out everything."""
        page = self._page
        page.update()  # its quiet lines may stand elsewhere now
        width, height = page.width(), page.height()
        self._grow(width, height)
        band = page.band.sizeHint().height()
        page.band.setGeometry(0, 0, width, band)
        near = (page.figures, page.sentence, page.table, page.summary, page.strip, page.following, page.saved)
        for part in (*near, page.counts):
            part.setVisible(not page.is_far)
        there = page.caps_there
        for act, cap in page.caps.items():
            cap.setVisible(not page.is_far and act in there)
        page.mend.setVisible(not page.is_far and bool(page.mend.text()))
        for text in (page.far_left, page.far_right):
            text.setVisible(page.is_far)
        page.track.widget.setVisible(page.track.shows and not page.is_far)
        if page.is_far:
            self._far(width, height, band)
            return
        margin = self._margin
        foot = self.arrange_foot()
        side = self._side
        if side < width:
            self._right(QRect(side + 24, band + 8, width - side - 24 - 28, foot - band - 24))
            tall = foot - band - 16
            self._left(QRect(margin, band, side - 2 * margin, tall), low=tall < LOW)
            return
        room = foot - 16 - band
        is_low = room < LOW
        inner = width - 2 * margin
        strip = page.track.height_in(inner, room, small=True) if page.track.shows and not is_low else 0
        left = QRect(margin, band, inner, room if is_low else round((NARROW_LEFT if strip else 0.62) * room))
        self._left(left, low=is_low)
        self._show_track(QRect(margin, left.bottom() + 8, inner, strip))
        page.summary.hide()
        page.table.setVisible(not is_low)
        table = left.bottom() + 8 + strip
        page.table.setGeometry(margin, table, inner, band + room - 8 - table)

    def lines(self) -> list[QLine]:
        """Return the quiet lines between the parts."""
        page = self._page
        foot, side = page.strip.y() - 16, self._side
        found = [QLine(0, foot, page.width(), foot)]
        if side < page.width():
            found.append(QLine(side, page.band.height(), side, foot))
        return found

    def _grow(self, width: int, height: int) -> None:
        """Let what is read grow with the window."""
        page = self._page
        grown = max(1.0, min(MOST_GROWN, width / DESIGNED[0], height / DESIGNED[1]))
        if grown == self._grown:
            return
        self._grown = grown
        for row in (page.figures, page.summary):
            row.grow(grown)
        for cap in (page.mend, *page.caps.values()):
            cap.grow(grown)
        page.table.grow(grown)
        page.track.grow(grown)
        for text in (page.counts, page.following, page.saved):
            text.setFont(design.lettering(self._px(design.SMALL)))

    def _px(self, design_px: float) -> int:
        return round(design_px * self._grown)

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

    def _left(self, room: QRect, *, low: bool) -> None:
        page = self._page
        narrow = self._side == page.width()
        sentence = self._px(30 if low else 50 if narrow else 54)
        most = page.figures.sizeHint().height()
        figures = self._px(50) if low else 56 if narrow else min(most, max(56, round(0.22 * room.height())))
        air = 4 if low else 12
        mend = page.mend.sizeHint().width() + 16 if page.mend.text() else 0
        y = room.bottom() - sentence - (2 if low else 6)
        page.sentence.setGeometry(room.x(), y, room.width() - mend, sentence)
        if mend:
            tall = page.mend.sizeHint().height()
            page.mend.setGeometry(room.right() - mend + 16, y + (sentence - tall) // 2, mend - 16, tall)
        self.fit_sentence()
        page.figures.setGeometry(room.x(), y - air // 2 - figures, room.width(), figures)
        top, bottom = room.y() + (4 if low else 8), page.figures.y() - air
        line = self._at_times(QRect(room.x(), top, room.width(), self._px(30)))
        pad = page.hero.PAD
        page.hero.setGeometry(room.x() - pad, line, room.width() + 2 * pad, max(40, bottom - line))

    def fit_sentence(self) -> None:
        """Let the sentence be large where it has one line, and smaller in two where it needs them."""
        label = self._page.sentence
        low = label.height() < self._px(40)
        for px in (design.LARGE, design.BODY):
            font = design.lettering(self._px(min(px, design.BODY if low else px)), design.MEDIUM)
            if font != label.font():
                label.setFont(font)
            said = label.fontMetrics().horizontalAdvance(label.text())
            if said <= label.width():
                break
        mend = self._page.mend  # the answer follows the question
        mend.move(label.x() + min(said, label.width()) + 16, mend.y())

    def _at_times(self, room: QRect) -> int:
        """Lay out what the clock counts, and beside it the caps that come and go: nothing else moves."""
        page = self._page
        word = page.counts.fontMetrics().horizontalAdvance(page.counts.text()) + 4
        least = max(self._px(60), word)
        page.counts.setGeometry(room.x(), room.y(), least, room.height())
        x = room.right() + 1
        for act in reversed([act for act in page.caps_there if act in page.AT_TIMES]):
            size = page.caps[act].sizeHint()
            x -= size.width()
            page.caps[act].setGeometry(x, room.y(), size.width(), size.height())
            page.caps[act].setVisible(not page.is_far and x > room.x() + least)
            x -= CAP_GAP
        return room.y() + room.height() + 1

    def _right(self, room: QRect) -> None:
        page = self._page
        y = room.y()
        if page.track.shows and room.height() > 330:
            part = BEFORE_LAPS if not page.table.has_rows else 0.34 if room.height() < SQUAT else 0.5
            high = page.track.height_in(room.width(), round(part * room.height()))
            y += self._show_track(QRect(room.x(), y, room.width(), high)) + 4
        else:
            page.track.widget.hide()
        low = room.height() < SQUAT
        page.summary.setVisible(not low or not page.table.has_rows)  # laps come first
        summary, gap = page.summary.sizeHint().height(), self._px(14)
        most = room.bottom() - (0 if low else summary + gap + 8) - y
        table = min(most, page.table.height_for(most)) if page.table.has_rows else 0
        page.table.setGeometry(room.x(), y, room.width(), table)
        page.summary.setGeometry(room.x() + 4, y + table + (gap if table else 8), room.width() - 8, summary)

    def _show_track(self, room: QRect) -> int:
        """Give the track its room, and return the height it takes; none hides it."""
        widget = self._page.track.widget
        widget.setVisible(room.height() > 0)
        widget.setGeometry(room)
        return room.height()

    # The foot --------------------------------------------------------------------------------------------------------

    def arrange_foot(self) -> int:
        """Lay out strip, key caps and the line of state; return where the foot begins."""
        page = self._page
        width, height, margin = page.width(), page.height(), self._margin
        shown = [act for act in page.caps_there if act not in page.AT_TIMES]
        caps = [page.caps[act] for act in shown]
        inner, tall = width - 2 * margin, self._px(CAP_LINE)
        taken = self._wide(caps)
        saved = page.saved.fontMetrics().horizontalAdvance(page.saved.text()) + 4
        state = inner - taken - self._px(24)
        beside = width >= WIDE and state >= max(self._px(STATE), saved)
        following = page.following.fontMetrics().horizontalAdvance(page.following.text()) + 16
        both = saved + following <= (state if beside else inner)
        lines = [caps] if beside or height < FLAT else self._broken(caps, inner)
        if height < FLAT:
            lines = [self._kept(shown, inner)]
        y = height - 10 - tall * len(lines)
        line = self._px(24)
        strip = self._px(84) if height >= 640 else 52 if height >= FLAT else 36
        if beside:
            state_y = y + 3
        else:
            apart = not both and saved <= inner and height >= FLAT
            state, line = inner, line * (2 if saved > inner else 1)
            state_y = y - line * (2 if apart else 1) - 6
        for each in lines:
            x = margin
            for cap in each:
                cap.setGeometry(x, y, cap.sizeHint().width(), cap.sizeHint().height())
                x += cap.width() + CAP_GAP
            y += tall
        saved = min(state, max(self._px(60), saved))
        strip_y = min(state_y, height - 10 - tall * len(lines)) - strip - 8
        rest, saved_y = state - saved - 12, state_y
        if beside and not both and not page.table.has_rows:  # before the start there is room above the foot
            rest, saved_y = state, strip_y - 24 - line
        elif not beside and apart:
            rest, saved_y = inner, state_y + line
        page.saved.setGeometry(width - margin - saved, saved_y, saved, line)
        page.following.setGeometry(width - margin - state, state_y, max(1, rest), self._px(24))
        page.following.setVisible(rest >= self._px(90))
        page.strip.setGeometry(margin - 8, strip_y, inner + 16, strip)
        page.update()
        return strip_y

    def _wide(self, caps: list[KeyCap]) -> int:
        return sum(cap.sizeHint().width() + CAP_GAP for cap in caps) - CAP_GAP

    def _broken(self, caps: list[KeyCap], room: int) -> list[list[KeyCap]]:
        """Break the caps into lines."""
        lines: list[list[KeyCap]] = [[]]
        for cap in caps:
            if lines[-1] and self._wide([*lines[-1], cap]) > room:
                lines.append([])
            lines[-1].append(cap)
        return lines

    def _kept(self, acts: list[Act], room: int) -> list[KeyCap]:
        """Return the caps that have room in one line: the first, and the one that leads to all keys; hide the rest."""
        caps = self._page.caps
        kept, last = list(acts), acts[-1:]
        while len(kept) > 2 and self._wide([caps[act] for act in kept]) > room:
            kept = [*kept[:-2], *last]
        for act in acts:
            caps[act].setVisible(act in kept)
        return [caps[act] for act in kept]

    def _far(self, width: int, height: int, band: int) -> None:
        page = self._page
        margin = self._margin
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
