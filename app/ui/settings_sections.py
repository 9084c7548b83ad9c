"""The sections of the settings: the screen, laps and clock, the keys, and where everything is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app import __version__
from app.core.tongue import tr
from app.core.units import Millis
from app.ui import design, key_row
from app.ui.choices import Choices
from app.ui.entry import Entry
from app.ui.key_row import KeyRow
from app.ui.keycap import Button
from app.ui.keys import Act, bindings
from app.ui.language import languages
from app.ui.options import Options
from app.ui.section import Section
from app.ui.swatches import Swatches
from app.ui.switch import Switch
from app.ui.text import Text

SIZES = (100, 125, 150, 175, 200)
"""Percent of the lettering."""
LEAST_LAPS_MS: tuple[Millis, ...] = (300, 1000, 3000, 5000, 10_000)
IN_SESSION = (
    Act.LAP, Act.PAUSE, Act.UNDO, Act.BACK, Act.SKIP, Act.MORE_REST, Act.LESS_REST, Act.LEAVE, Act.COOL_DOWN, Act.STOP,
    Act.FALSE_START, Act.MEND, Act.LAPS,
)  # fmt: skip
"""What is asked of a workout that runs; all other acts go from page to page."""


class Setter(key_row.Setter, Protocol):
    """Takes what a person sets."""

    def choose_palette(self, name: str) -> None:
        """Paint everything in a palette."""
        ...

    def choose_text_size(self, percent: int) -> None:
        """Have the lettering in a size, when the window opens anew."""
        ...

    def choose_language(self, name: str) -> None:
        """Have a language, when the window opens anew."""
        ...

    def open_anew(self) -> None:
        """Open the window anew."""
        ...

    def choose(self, **fields: object) -> None:
        """Set a field of the choices that needs nothing else."""
        ...

    def all_usual_keys(self) -> None:
        """Give every act its usual keys."""
        ...


class Anew(QWidget):
    """Says when a size or a language is in force, with the button that brings it there."""

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.button = Button(tr("Open it anew"), parent=self)
        self.button.setAccessibleName(tr("open the window anew"))
        self.button.clicked.connect(lambda _checked: setter.open_anew())
        self.button.hide()

    def say(self, sentence: str, *, waits: bool, tone: str = "quiet") -> None:
        """Say how it stands, and whether something waits for the window to open anew."""
        self.sentence.say(sentence, tone)
        self.button.setVisible(waits)
        self._arrange()

    def height_at(self, _width: int) -> int:
        """Return the height, the same whatever is said, so that nothing jumps."""
        return 52

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        wide = 0 if self.button.isHidden() else self.button.sizeHint().width() - 10
        self.sentence.setGeometry(0, 0, self.width() - wide - (12 if wide else 0), 48)
        self.button.setGeometry(self.width() - wide, 5, wide, 38)


class ScreenSection(Section):
    """What it looks like."""

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(tr("Screen"), parent)
        self.palettes = Swatches(setter.choose_palette, self)
        self.add(self.palettes)
        self.text_size = Options(tr("text size"), [(str(size), size) for size in SIZES], setter.choose_text_size, self)
        self.add(self.text_size, tr("text size, %"))
        spoken = ((tr("System"), ""), *((name, code) for code, name in languages().items()))
        self.language = Options(tr("language"), spoken, setter.choose_language, self)
        self.add(self.language, tr("language"))
        self.anew = Anew(setter, self)
        self.add(self.anew)
        self.flashes = Switch(tr("flash"), self, tr("the whole screen, as each rep and recovery begins"))
        self.flashes.clicked.connect(lambda on: setter.choose(flashes=on))
        self.add(self.flashes)
        self.awake = Switch(tr("stay awake"), self, tr("the screen does not sleep while a workout runs"))
        self.awake.clicked.connect(lambda on: setter.choose(stays_awake=on))
        self.add(self.awake)

    @property
    def lines(self) -> list[tuple[QWidget, ...]]:
        """The controls line by line."""
        lines = super().lines
        return [*lines[:3], *([] if self.anew.button.isHidden() else [(self.anew.button,)]), *lines[3:]]

    def show_choices(self, choices: Choices) -> None:
        """Show what is set; of the palette, what is in force."""
        self.palettes.show_value(design.palette().name)
        self.text_size.show_value(choices.text_size)
        self.language.show_value(choices.language)
        self.flashes.setChecked(choices.flashes)
        self.awake.setChecked(choices.stays_awake)


class LapsSection(Section):
    """How laps are taken, and how figures are written."""

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(tr("Laps and clock"), parent)
        words = [(f"{ms / 1000:g}", ms) for ms in LEAST_LAPS_MS]
        self.least_lap = Options(tr("least lap, seconds"), words, lambda ms: setter.choose(least_lap_ms=ms), self)
        self.add(self.least_lap, tr("least lap, s"))
        self.note(tr("A second press sooner than this is kept as refused and can be brought back."))
        units = ((tr("km"), False), (tr("miles"), True))
        self.miles = Options(tr("distances"), units, lambda on: setter.choose(miles=on), self)
        self.add(self.miles, tr("distances"))
        times = (("1:19.5", False), ("79.5", True))
        self.lap_seconds = Options(tr("lap times"), times, lambda on: setter.choose(lap_seconds=on), self)
        self.add(self.lap_seconds, tr("lap times"))
        days = (("18:05", False), ("6:05 pm", True))
        self.half_days = Options(tr("time of day"), days, lambda on: setter.choose(half_days=on), self)
        self.add(self.half_days, tr("time of day"))

    def show_choices(self, choices: Choices) -> None:
        """Show what is set."""
        self.least_lap.show_value(choices.least_lap_ms)
        self.miles.show_value(choices.miles)
        self.lap_seconds.show_value(choices.lap_seconds)
        self.half_days.show_value(choices.half_days)


class DataSection(Section):
    """Where everything is kept, and which Bell Lap this is."""

    def __init__(self, folder: str, parent: QWidget) -> None:
        super().__init__(tr("Data"), parent)
        self.folder = Entry("", self, design.SMALL)
        self.folder.setAccessibleName(tr("data folder"))
        self.folder.setReadOnly(True)
        self.folder.setText(folder)
        self.folder.setCursorPosition(0)
        self.folder.setToolTip(folder)
        self.folder.setTextMargins(8, 0, 8, 0)
        self.folder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add(self.folder, tr("folder"))
        self.version = self.note(tr("Bell Lap {version}. Workouts, sessions and settings stay in this folder.").format(
            version=__version__
        ))  # fmt: skip


class KeysSection(Section):
    """The keys of some acts."""

    INSET = key_row.INSET
    REACHES = True

    def __init__(self, heading: str, acts: tuple[Act, ...], setter: Setter, parent: QWidget) -> None:
        super().__init__(heading, parent)
        self.rows = tuple(KeyRow(act, setter, self) for act in acts)
        for row in self.rows:
            self.add(row)
        self.reset: Button | None = None

    def add_reset(self, setter: Setter) -> None:
        """Add the button that gives every act its usual keys."""
        self.reset = Button(tr("All keys as usual"), parent=self)
        self.reset.clicked.connect(lambda _checked: setter.all_usual_keys())

    def show_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Show the keys in force."""
        held = bindings(keys)
        for row in self.rows:
            row.show_keys(held.keys_of(row.act))
        if self.reset is not None:
            self.reset.setEnabled(bool(keys))

    @property
    def lines(self) -> list[tuple[QWidget, ...]]:
        """The rows, with the button of those that are not as usual."""
        rows: list[tuple[QWidget, ...]] = [
            (row,) if row.usual.isHidden() else (row, row.usual) for row in self.rows
        ]  # fmt: skip
        return rows if self.reset is None or not self.reset.isEnabled() else [*rows, (self.reset,)]

    def height_at(self, width: int) -> int:
        """Return the height that it needs."""
        return super().height_at(width) + (0 if self.reset is None else 62)

    def arrange(self) -> None:
        """Put everything in its place."""
        super().arrange()
        if self.reset is not None:
            self.reset.setGeometry(self.INSET, self.height() - 50, self.reset.sizeHint().width(), 40)
