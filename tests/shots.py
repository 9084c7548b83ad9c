"""Pictures of every page, in every palette and size.

    python -m tests.shots DIR [--only NAME …] [--palette P …] [--size WxH …] [--ratio R] [--language L] [--check]

With --check it also says what `tests.looks` finds wrong with each; with --ratio the screen has so many pixels a point,
which is told to Qt before it begins; with --language the window speaks another one. To add a picture, add a line to
`tests.scenes.SCENES`.
    python -m tests.shots DIR [--only NAME …] [--palette P …] [--size WxH …] [--ratio R] [--check]
    python -m tests.shots docs --docs

With --check it also says what `tests.looks` finds wrong with each; with --ratio the screen has so many pixels a point,
which is told to Qt before it begins; with --docs it makes the pictures of DOCS, under their own names. To add a
picture, add a line to `tests.scenes.SCENES`.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LC_ALL", "C.UTF-8")

from app.ui import design
from app.ui.language import ENGLISH, languages, speak_language
from app.ui.start import make_app
from tests.looks import look
from tests.scenes import BY_NAME, SIZES

QUICKLY = 85
"""Of 100: how little a PNG is pressed. Smaller files take four times as long to write."""

DOCS = {
    "run": ("run-mile", "dark"),
    "far": ("far", "dark"),
    "library": ("library-typed", "dark"),
    "result": ("result-mile", "dark"),
    "settings": ("settings", "day"),
    "pacing": ("pacing-all", "dark"),
    "practice": ("practice-score", "dark"),
    "editor": ("editor-misread", "dark"),
}
"""The pictures that the documents show: file, scene and palette."""


def main(words: list[str]) -> int:
    """Make the pictures that are asked for.

    Returns:
        1 where `--check` found something, else 0.
    """
    asked = _asked(words)
    if asked.ratio:
        os.environ["QT_SCALE_FACTOR"] = asked.ratio
    app = make_app()
    speak_language(asked.language)
    folder = Path(asked.folder)
    folder.mkdir(parents=True, exist_ok=True)
    if asked.docs:
        for file, (name, palette) in DOCS.items():
            with BY_NAME[name].staged() as stage:
                stage.use(palette)
                stage.window.grab().toImage().save(str(folder / f"{file}.png"))
        return 0
    begun, n_written, n_found = time.monotonic(), 0, 0
    for name in asked.only or BY_NAME:
        with BY_NAME[name].staged() as stage:
            for size in asked.size or SIZES:
                stage.resize(size)
                for palette in asked.palette or design.PALETTES:
                    stage.use(palette)
                    path = folder / f"{name}-{palette}-{size[0]}x{size[1]}.png"
                    stage.window.grab().toImage().save(str(path), "PNG", QUICKLY)  # type: ignore[call-overload]
                    n_written += 1
                    print(path)
                    for finding in look(stage.window).findings if asked.check else ():
                        n_found += 1
                        print(f"  {name} at {size[0]} × {size[1]}, {palette}: {finding}")
    print(
        f"{n_written} pictures in {time.monotonic() - begun:.0f} s" + (f", {n_found} findings" if asked.check else "")
    )
    app.processEvents()
    return 1 if n_found else 0


def _asked(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.shots", description="pictures of every page")
    parser.add_argument("folder")
    parser.add_argument("--only", nargs="+", choices=BY_NAME, metavar="NAME", help=", ".join(BY_NAME))
    parser.add_argument("--palette", nargs="+", choices=design.PALETTES, metavar="P", help=", ".join(design.PALETTES))
    parser.add_argument("--size", nargs="+", type=_size, metavar="WxH")
    parser.add_argument("--ratio", help="pixels a point, such as 1.5")
    parser.add_argument("--language", default=ENGLISH, choices=languages(), help="code of what the window speaks")
    parser.add_argument("--docs", action="store_true", help="the pictures that the documents show")
    parser.add_argument("--check", action="store_true", help="say what is wrong with each")
    return parser.parse_args(words)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
