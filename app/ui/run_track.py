"""The track of the run page: as an oval, or as a strip on a treadmill and where the page is small.

Rules of the file: an event reads who runs anew; a frame only says how much time has passed.
"""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING

from app.core.ghost import Ghosts
from app.core.rabbit import Way, belt_way
from app.core.state import Snapshot, State
from app.ui.dots import Legend
from app.ui.oval import LEAST, Oval
from app.ui.runners import Kind, field_of, ground_of, has_track, legend_of, subject
from app.ui.strip import LapStrip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.core.plan import Plan, Segment
    from app.core.session import Session
    from app.ui.rounds import Rounds

STILL = (State.READY, State.FINISHED, State.STOPPED)


class RunTrack:
    """Shows the track of a session."""

    def __init__(self, page: QWidget) -> None:
        self._oval, self._strip = Oval(page), LapStrip(page)
        self.widget: Rounds = self._oval
        """The one that is shown."""
        self._strip.hide()
        self._plan: Plan | None = None
        self._session: Session | None = None
        self._belt: Way | None = None
        self._next_m = inf
        self._index: int | None = None  # of the segment in which somebody runs
        self.ghosts = Ghosts()
        """The past runs that run too."""

    @property
    def shows(self) -> bool:
        """Whether the plan has something to see on a track."""
        return self._plan is not None and has_track(self._plan)

    @property
    def shape(self) -> tuple[bool, int]:
        """What the page's layout hangs on."""
        return self.shows, self.widget.height_for(self.widget.width())

    def show_plan(self, plan: Plan) -> None:
        """Show a plan that has not begun."""
        self._plan, self.ghosts = plan, Ghosts()
        self._reserve()
        self._show(subject(plan, 0), None, None)

    def show_ghosts(self, ghosts: Ghosts) -> None:
        """Let past runs run too; `refresh` brings them in."""
        self.ghosts = ghosts
        self._reserve()

    def refresh(self, session: Session, shown: Snapshot) -> None:
        """Read anew who runs and which marks are to come; once an event, not once a frame."""
        if self._plan is None or not self.shows:
            return
        segment = subject(self._plan, shown.index if shown.state is not State.READY else 0)
        is_in = segment is not None and segment.index == shown.index and shown.state not in STILL
        self._session = session
        self._show(segment, session if is_in else None, shown)

    def _show(self, segment: Segment | None, session: Session | None, shown: Snapshot | None) -> None:
        assert self._plan is not None
        splits = session.records[-1].splits if session is not None and session.records else []
        passed = max((split.mark.distance_m for split in splits if split.mark is not None), default=Fraction(0))
        self._belt = belt_way(segment) if segment is not None and session is not None else None
        if self._belt is not None and shown is not None:
            passed = Fraction(self._belt.at(shown.elapsed_ms))
        ground = ground_of(self._plan, segment, passed)
        self._next_m = min((float(m) for place in ground.places for m in place.metres), default=inf)
        coming = None
        if segment is not None:
            coming = field_of(self._plan, segment, splits, self.ghosts.pairs.get(segment.index))
        field = coming if session is not None else None
        self._index = field.index if field is not None else None
        for each in (self._oval, self._strip):
            each.show_ground(ground, is_ready=shown is None or shown.state is State.READY)
            each.show_field(field, legend_of(coming))
        if shown is not None:
            self.follow(shown)

    def follow(self, shown: Snapshot) -> None:
        """Move the dots; on a belt, where nobody presses, a mark that is reached makes room for the next."""
        is_in = shown.index == self._index and shown.state not in STILL
        is_past = is_in and self._belt is not None and self._belt.at(shown.elapsed_ms) > self._next_m
        if is_past and self._session is not None:
            self.refresh(self._session, shown)
            return
        self.widget.follow(shown.elapsed_ms if is_in else None)

    def _reserve(self) -> None:
        """Keep room for the legend of the first rep and for what is said before it."""
        assert self._plan is not None
        legends = []
        segment = subject(self._plan, 0)
        if segment is not None:
            for entries in (
                tuple((None, words) for words in ground_of(self._plan, segment).captions),
                self._entries(segment),
            ):
                legend = Legend()
                legend.entries = entries
                legends.append(legend)
        for each in (self._oval, self._strip):
            each.reserve(legends)

    def _entries(self, segment: Segment) -> tuple[tuple[Kind | None, str], ...]:
        assert self._plan is not None
        field = field_of(self._plan, segment, (), self.ghosts.pairs.get(segment.index))
        return legend_of(field)

    # Where it stands ------------------------------------------------------------------------------------------------

    def height_in(self, width: int, most: int, *, small: bool = False) -> int:
        """Choose how the track is drawn in a room; return the height it takes.

        Args:
            width: of the room.
            most: of its height.
            small: whether only a strip without its legend has room there.
        """
        belt = self._plan is not None and self._plan.setup.belt is not None
        widget: Rounds = self._strip if belt or small or most < LEAST else self._oval
        if widget is not self.widget:
            self.widget.hide()
            self.widget = widget
        if small is not widget.is_small:
            widget.is_small = small
            widget.arrange()
        return min(most, widget.height_for(width))

    def grow(self, grown: float) -> None:
        """Let everything be so many times as large as on the design's window."""
        for each in (self._oval, self._strip):
            each.grow(grown)

    def repaint_all(self) -> None:
        """Paint anew after a change of palette."""
        for each in (self._oval, self._strip):
            each.repaint_all()
