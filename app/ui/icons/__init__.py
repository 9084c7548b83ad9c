"""The mark: an oval track with its bell lap, drawn by hand in `bell-lap.svg`; the PNGs are rendered from it.

Rule of the folder: nobody edits a PNG. `python -m tests.render_icons` makes them anew, the same bytes each time.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QIcon

FOLDER = Path(__file__).parent
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def load_icon() -> QIcon:
    """Return the window's icon, of the sizes that a title bar, a task bar and a switcher take."""
    icon = QIcon()
    for size in SIZES[:-2]:
        icon.addFile(str(FOLDER / f"bell-lap-{size}.png"))
    return icon
