"""The window: painted at once, filled as soon as the rest of the house is there.

Rules of the file: what the first paint waits for is as little as can be. Nothing of ours is imported here at the top,
not the design either, and no call is made that asks Qt for a colour: the first such call builds all the enums of Qt's
namespace, which takes a sixth of the wait. The first frame is the ground alone, from a pixmap of one dot; design and
name follow at once, and the rest is loaded in the background, so that the wait is never a blank screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from app.core.plan import Plan
    from app.folder import Look
    from app.ui.background import Background
    from app.ui.collector import Collector
    from app.ui.desk import Desk
    from app.ui.instance import Door
    from app.ui.pages import Pages
    from app.ui.workbench import ToEdit

SMALLEST = (380, 360)
"""In logical pixels; at a text size of 200 % a screen of 1280 x 800 has 640 x 400 of them."""
USUAL = (1280, 800)
FARTHEST = 100_000
"""No screen is so far away, and Qt can still reckon with it."""
SIDEBAR = 236
FIRST_FRAME = {
    "dark": ("#0a0e13", "#223040"),
    "day": ("#f6f4ee", "#d8d3c6"),
    "contrast-dark": ("#000000", "#a8b4c0"),
    "contrast-day": ("#ffffff", "#4a535c"),
}
"""Ground and line of each palette, as the design has them; a test holds the two together."""
MAXIMISED, FULL_SCREEN = "maximised", "full screen"


class Window(QWidget):
    """The one window."""

    def __init__(
        self,
        make_desk: Callable[[], Desk],
        plan: Plan | None = None,
        workout_id: str = "",
        look: Look | None = None,
        open_door: Callable[[], Door | None] = lambda: None,
        edit: ToEdit | None = None,
    ) -> None:
        """Make an empty window.

        Args:
            make_desk: makes the rest of the house; called in the background after the first paint.
            plan: what to run at once; None opens the library.
            workout_id: of its file, empty for a typed text.
            look: how it looked last; None leaves the design and the language as they are in force.
            open_door: opens the door at which a second start of the program knocks; None where there is none. Called
                once the desk is made.
            edit: what to edit at once.
        """
        super().__init__()
        self.setWindowTitle("Bell Lap")
        self.setMinimumSize(*SMALLEST)
        self.starts_anew = False
        """Whether the program is to come up anew once the window is closed."""
        self._make_desk = make_desk
        self._open_door = open_door
        self._given = (plan, workout_id, edit)
        self._look = look
        self._has_painted = False
        self._is_dressed = False
        self._was_maximised = False
        self._background: Background | None = None
        self._collector: Collector | None = None
        self._desk: Desk | None = None
        self._pages_are_there = False
        self._door: Door | None = None
        self.pages: Pages | None = None

    # Where it stands ------------------------------------------------------------------------------------------------

    def show_where_it_was(self, geometry: str) -> None:
        """Show it where it was, on a screen that is there, and as large as it was where that fits.

        Args:
            geometry: what `where` returned; anything else opens it as usual.
        """
        words = geometry.split(",")
        try:
            x, y, width, height = (max(-FARTHEST, min(int(word), FARTHEST)) for word in words[:4])
        except ValueError:  # nothing was kept, or nothing that we wrote
            screen = None
        else:
            box = QRect(x, y, max(width, SMALLEST[0]), max(height, SMALLEST[1]))
            screen = QGuiApplication.screenAt(box.center())
        if screen is None:
            screen = QGuiApplication.primaryScreen()
            free = screen.availableGeometry()
            box = QRect(free.x(), free.y(), *USUAL)
            box.moveCenter(free.center())
        free = screen.availableGeometry()
        box = QRect(box.x(), box.y(), min(box.width(), free.width()), min(box.height(), free.height()))
        box.moveLeft(max(free.left(), min(box.left(), free.left() + free.width() - box.width())))
        box.moveTop(max(free.top(), min(box.top(), free.top() + free.height() - box.height())))
        self.setGeometry(box)
        state = words[4] if len(words) == 5 else ""
        self._was_maximised = state == MAXIMISED
        if state == FULL_SCREEN:
            self.showFullScreen()
        elif state == MAXIMISED:
            self.showMaximized()
        else:
            self.show()

    def where(self) -> str:
        """Return where it stands and how, to show it there again."""
        box = self.normalGeometry() if self.isFullScreen() or self.isMaximized() else self.geometry()
        if not box.isValid():
            box = self.geometry()
        state = FULL_SCREEN if self.isFullScreen() else MAXIMISED if self.isMaximized() else ""
        place = f"{box.x()},{box.y()},{box.width()},{box.height()}"
        return f"{place},{state}" if state else place

    def toggle_full_screen(self) -> None:
        """Fill the whole screen, or go back to how it was before."""
        if self.isFullScreen():
            if self._was_maximised:
                self.showMaximized()
            else:
                self.showNormal()
        else:
            self._was_maximised = self.isMaximized()
            self.showFullScreen()

    # Painting and filling -------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and until the pages are there, the name where it will stay."""
        painter = QPainter(self)
        if self._is_dressed:
            self._paint_dressed(painter)
        else:
            ground, line = FIRST_FRAME.get(self._look.palette if self._look else "", FIRST_FRAME["dark"])
            painter.drawPixmap(self.rect(), _dot(ground))
            if self._opens_library:
                painter.drawPixmap(QRect(SIDEBAR - 1, 0, 1, self.height()), _dot(line))
        painter.end()
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self.fill)

    @property
    def _is_given(self) -> bool:
        return self._given[0] is not None or self._given[2] is not None

    @property
    def _opens_library(self) -> bool:
        return self.pages is None and not self._is_given and self.width() >= 1000

    def _paint_dressed(self, painter: QPainter) -> None:
        from app.ui import design  # noqa: PLC0415 - waits for the first paint

        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        if self._opens_library:
            painter.setFont(design.lettering(design.LARGE, design.BOLD))
            painter.setPen(colours.of("ink"))
            metrics = painter.fontMetrics()
            painter.drawText(24, 48 + (metrics.ascent() - metrics.descent()) // 2, "Bell Lap")
            painter.fillRect(QRect(SIDEBAR - 1, 0, 1, self.height()), colours.of("line"))

    def fill(self) -> None:
        """Bring in the design and the pages here, the house in the background, then show the first page."""
        from app.ui import design  # noqa: PLC0415 - waits for the first paint
        from app.ui.background import Background  # noqa: PLC0415 - as above
        from app.ui.collector import Collector  # noqa: PLC0415 - as above
        from app.ui.language import chosen, speak_language  # noqa: PLC0415 - as above
        from app.ui.loading import FIRST, REST, load  # noqa: PLC0415 - as above

        if self._look is not None:
            design.load_lettering()
            design.use_palette(self._look.palette)
        self._is_dressed = True
        self.repaint()
        if self._look is not None:
            speak_language(chosen(self._look.language))
        self._collector = Collector(self)
        self._background = Background()
        self._background.ask(self._make_desk, self._got_desk)
        load(self, (*FIRST, *REST) if self._is_given else FIRST, self._got_pages)

    def _got_desk(self, desk: Desk) -> None:
        self._desk = desk
        if self._pages_are_there:
            self._filled(desk)

    def _got_pages(self) -> None:
        self._pages_are_there = True
        if self._desk is not None:
            self._filled(self._desk)

    def _filled(self, desk: Desk) -> None:
        from app.ui.icons import load_icon  # noqa: PLC0415 - waits for the first paint
        from app.ui.pages import Pages  # noqa: PLC0415 - loaded by now

        assert self._background is not None
        self.pages = Pages(desk, self._background, *self._given)
        self.pages.setParent(self)
        self.pages.setGeometry(self.rect())
        self.pages.show()
        self.pages.go(self.pages.page)
        self.pages.opening.open()
        self.setWindowIcon(load_icon())
        self.windowHandle().installEventFilter(self)
        self._door = self._open_door()
        if self._door is not None:
            self._door.knocked = self.come_forward

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pages fill the window."""
        if self.pages is not None:
            self.pages.setGeometry(self.rect())
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Spare the frames that nobody sees: of a window that is minimised, hidden, or on another desktop."""
        from PySide6.QtCore import QEvent  # noqa: PLC0415 - its enum alone is a tenth of the first paint

        if event.type() == QEvent.Type.Expose and self.pages is not None and self.pages.live is not None:
            handle = self.windowHandle()
            self.pages.live.expose(exposed=handle is not None and handle.isExposed())
        return super().eventFilter(watched, event)

    # Coming forward, and going ----------------------------------------------------------------------------------------

    def come_forward(self, plan: Plan | None = None, workout_id: str = "", edit: ToEdit | None = None) -> bool:
        """Come to the front, since the program was started once more.

        Args:
            plan: what that start was to run.
            workout_id: of its file, empty for a typed text.
            edit: what that start was to edit.

        Returns:
            Whether it is ready here; False where a workout is under way, which goes on.
        """
        if self.isMinimized():
            if self._was_maximised:
                self.showMaximized()
            else:
                self.showNormal()
        self.raise_()
        self.activateWindow()
        if self.pages is None or self.pages.is_under_way:
            return False
        if edit is not None:
            self.pages.editing.start(edit)
        elif plan is not None:
            self.pages.sessions.start(plan, workout_id)
        return edit is not None or plan is not None

    def start_anew(self) -> bool:
        """Close, and let the program come up anew as it was started: for a text size, a language.

        Returns:
            Whether it does; a workout that is under way is not cut off for this.
        """
        if self.pages is not None and self.pages.is_under_way:
            return False
        self.starts_anew = True
        self.close()
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is to be kept, and let everything go; each wait has a bound."""
        if self._door is not None:
            self._door.close()  # first: who starts the program now is to have a window of their own
        if self.pages is not None:
            self.pages.close_down(self.where())
        if self._background is not None:
            self._background.close()
        if self._desk is not None:
            self._desk.close()
        if self._collector is not None:
            self._collector.close()
        super().closeEvent(event)


def _dot(colour: str) -> QPixmap:
    """Return a pixmap of one dot."""
    return QPixmap(["1 1 1 1", f"a c {colour}", "a"])
