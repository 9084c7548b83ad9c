"""The sound page: which cues sound, with what and how loud; by which loudspeaker, and how late that is.

Rules of the file: what is set is asked anew, never kept here; setting a sound or a volume lets it be heard.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.core.calibrate import MOST_OFFSET_MS
from app.core.cues import CueKind
from app.core.pace import Belt
from app.core.scheme import FULL, LOUDEST, SCHEMES
from app.core.tongue import tr
from app.core.units import Instant, Millis
from app.ui import design
from app.ui.calibration import Calibration
from app.ui.choices import Choices, SoundChoices
from app.ui.choosing import Choosing
from app.ui.cue_names import scheme_sentence, scheme_words
from app.ui.desk import Desk
from app.ui.foot import HEIGHT as FOOT
from app.ui.foot import Foot
from app.ui.options import PAD, Options, height_at
from app.ui.sound_body import RIGHT, SoundBody
from app.ui.text import Text

REFRESH_MS = 500
"""Between looks at what the loudspeaker says of itself."""
V = TypeVar("V")


class SoundPage(QWidget):
    """Sets the sound."""

    def __init__(
        self, desk: Desk, choosing: Choosing, is_running: Callable[[], bool], pressed_at: Callable[[], Instant],
        leave: Callable[[], None],
    ) -> None:  # fmt: skip
        """Make the page.

        Args:
            desk: lets cues be heard and says how the loudspeaker is.
            choosing: what is set.
            is_running: whether a session is under way.
            pressed_at: when the last input truly happened.
            leave: called to go back to the workouts.
        """
        super().__init__()
        self._desk, self._choosing, self._is_running = desk, choosing, is_running
        self._shown: tuple[Choices, str, bool] | None = None
        self._says_refused = False
        self.title = Text(tr("Sound"), design.TITLE, design.BOLD, parent=self)
        schemes = [(scheme_words(name), name) for name in SCHEMES]
        self.scheme = Options(tr("scheme"), schemes, self.use_scheme, self, design.LARGE)
        self.sentence = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.body = SoundBody(self, self)
        self.foot = Foot(
            (
                ("↑ ↓", tr("rows"), lambda: self.step(1)), ("← →", tr("change"), self._turn),
                (tr("space"), tr("on, off"), self.press), ("P", tr("hear it"), self.hear_row),
                ("T", tr("tap along"), self.calibrate), (tr("esc"), tr("workouts"), leave),
            ),
            "|".join(("P", "T", "↑ ↓", tr("esc"), "← →", tr("space"))),
            self,
        )  # fmt: skip
        self.calibration = Calibration(
            desk, pressed_at, lambda: choosing.now.sound.offset_ms, self.use_offset, self.end_calibration, self
        )
        self.calibration.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self.refresh()

    # What a person sets -----------------------------------------------------------------------------------------------

    def use_scheme(self, name: str) -> None:
        """Sound by a scheme; what was switched on top of the one before is forgotten."""
        self._set(lambda sound: replace(sound, scheme=name, switched={}))

    def switch(self, kind: CueKind, *, on: bool) -> None:
        """Turn a kind on or off, whatever the scheme says."""
        self._set(lambda sound: replace(sound, switched={**sound.switched, kind: on}))

    def use_tone(self, kind: CueKind, name: str) -> None:
        """Give a kind a sound, and let it be heard."""
        own = name == kind.value
        self._set(lambda sound: replace(sound, tones=_with(sound.tones, kind, None if own else name)), hear=kind)

    def use_volume(self, kind: CueKind, percent: int) -> None:
        """Set how loud a kind is, and let it be heard."""
        value = None if percent == LOUDEST else percent
        self._set(lambda sound: replace(sound, volumes=_with(sound.volumes, kind, value)), hear=kind)

    def hear(self, kind: CueKind) -> None:
        """Let a kind be heard as it is set."""
        self._desk.sound_check(kind)

    def use_output(self, output: str) -> None:
        """Play by another output."""
        self._set(lambda sound: replace(sound, output=output))

    def use_offset(self, offset_ms: Millis) -> None:
        """Let cues leave so much earlier."""
        offset_ms = max(-MOST_OFFSET_MS, min(MOST_OFFSET_MS, offset_ms))
        self._set(lambda sound: replace(sound, offset_ms=offset_ms))

    def use_belt(self, belt: Belt | None) -> None:
        """Say a treadmill's speed in this unit, or not at all."""
        self._choosing.change_plans(lambda choices: replace(choices, belt=belt))
        self.refresh()

    def _set(self, change: Callable[[SoundChoices], SoundChoices], hear: CueKind | None = None) -> None:
        def heard() -> None:
            if hear is not None:
                self._desk.sound_check(hear)

        self._choosing.change(lambda choices: replace(choices, sound=change(choices.sound)), heard)
        self.refresh()

    # Tapping along ----------------------------------------------------------------------------------------------------

    @property
    def is_calibrating(self) -> bool:
        """Whether the page is given to tapping along."""
        return not self.calibration.isHidden()

    def calibrate(self) -> None:
        """Give the page to tapping along; not while a workout runs."""
        if self._is_running():
            self._says_refused = True
            refused = tr("A workout is running, and beats would take back its cues. Tap along when it is over.")
            self.body.loudspeaker.note.say(refused, "slower")
            self.body.show_control(self.body.loudspeaker.note)
            return
        self._show_calibration(shown=True)

    def end_calibration(self) -> None:
        """Go back to the rows; what has not sounded is taken back."""
        self._show_calibration(shown=False)
        self.body.loudspeaker.tap.setFocus()
        self.body.show_control(self.body.loudspeaker.tap)

    def _show_calibration(self, *, shown: bool) -> None:
        self.calibration.setVisible(shown)
        for part in (self.title, self.scheme, self.sentence, self.body, self.foot):
            part.setVisible(not shown)
        if shown:
            self.calibration.raise_()
            self.calibration.setFocus()

    # Keys -------------------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Begin with the scheme, as the page is come to."""
        self._says_refused = False
        self._shown = None
        self._show_calibration(shown=False)
        self.body.verticalScrollBar().setValue(0)
        self.refresh()
        self.scheme.holder.setFocus()

    @property
    def keys(self) -> dict[int, Callable[[], None]]:
        """What keys mean here, where no running workout has them; the others belong to the control with the focus."""
        key = Qt.Key
        if self.is_calibrating:
            return {
                key.Key_Space: self.calibration.press,
                key.Key_Return: self.calibration.accept,
                key.Key_Enter: self.calibration.accept,
                key.Key_Escape: self.end_calibration,
            }
        return {
            key.Key_Up: lambda: self.step(-1),
            key.Key_Down: lambda: self.step(1),
            key.Key_Return: self.press,
            key.Key_Enter: self.press,
            key.Key_P: self.hear_row,
            key.Key_T: self.calibrate,
        }

    def press(self) -> None:
        """Press the button that has the focus, if one has."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and self.isAncestorOf(focus):
            focus.click()

    def step(self, by: int) -> None:
        """Move the focus some rows on, in its column."""
        lines = [(self.scheme.holder,), *self.body.lines]
        focus = QApplication.focusWidget()
        at = next((number for number, line in enumerate(lines) if focus in line), None)
        line = lines[0 if at is None else max(0, min(at + by, len(lines) - 1))]
        column = 0 if at is None or focus is None else lines[at].index(focus)
        target = line[min(column, len(line) - 1)]
        target.setFocus()
        self.body.show_control(target)

    def _turn(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(focus, press)

    def hear_row(self) -> None:
        """Let the row that has the focus be heard."""
        row = self.body.row_of(QApplication.focusWidget())
        if row is not None:
            self.hear(row.kind)

    # What it shows ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is set and how the loudspeaker is; costs nothing while both stay."""
        now = (self._choosing.now, self._desk.sound_state(), self._is_running())
        if now == self._shown:
            return
        self._shown = now
        choices, state, is_running = now
        self.scheme.show_value(choices.sound.scheme if choices.sound.scheme in SCHEMES else FULL.name)
        self.sentence.say(scheme_sentence(choices.sound))
        self.body.show_choices(choices, state)
        if not (is_running and self._says_refused):
            self.body.loudspeaker.say_note()
        running = tr("A workout is running: its keys hold here too. Tab and ↑ ↓ move, the mouse sets.")
        self.foot.say(running if is_running else "")

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look at the loudspeaker."""
        self.refresh()
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        self._timer.stop()
        super().hideEvent(event)

    # Where it stands --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew."""
        width, height = self.width(), self.height()
        margin = 40 if width > 800 else 16
        inner = width - 2 * margin
        top = 24 if height > 640 else 8
        step = 50 if height > 640 else 47
        self.title.setGeometry(margin, top, inner, step - 2)
        y = top + step
        self.scheme.setGeometry(margin - PAD, y, inner + PAD, height_at(28))
        y += height_at(28)
        said = 46 if inner < 600 else 26
        self.sentence.setGeometry(margin, y + 2, inner, said)
        y += said + (14 if height > 640 else 8)
        self.body.setGeometry(margin - PAD, y, inner + PAD + RIGHT, height - FOOT - y)
        self.foot.setGeometry(margin, height - FOOT, inner, FOOT)
        self.calibration.setGeometry(self.rect())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the line over the keys."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(event.rect(), colours.of("ground"))
        if not self.is_calibrating and not self.body.fits:
            painter.fillRect(self.title.x(), self.height() - FOOT, self.title.width(), 1, colours.of("line"))
        painter.end()


def _with(mapping: Mapping[CueKind, V], kind: CueKind, value: V | None) -> dict[CueKind, V]:
    changed = {each: held for each, held in mapping.items() if each is not kind}
    return changed if value is None else {**changed, kind: value}
