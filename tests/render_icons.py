"""Renders the PNGs of the mark from its SVGs: `python -m tests.render_icons`. The same bytes each time."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.ui.icons import FOLDER, SIZES

SMALL = 24
"""Up to this many dots the mark is drawn for them."""


def rendered(size: int) -> QImage:
    """Return the mark at a size in dots."""
    name = "bell-lap-small.svg" if size <= SMALL else "bell-lap.svg"
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(FOLDER / name)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def main(folder: Path) -> None:
    """Write every size into a folder."""
    _app = QGuiApplication([])
    for size in SIZES:
        rendered(size).save(str(folder / f"bell-lap-{size}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
