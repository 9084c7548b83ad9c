"""Handing a workout out: as a file of another program, or on paper.

Rules of the file: nothing is written before it was shown what does not come through, nor elsewhere than a person chose.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog

from app.core.errors import BellLapError
from app.core.plan import Plan
from app.core.tongue import tr
from app.core.workout import Workout
from app.ui.background import Background
from app.ui.desk import Desk
from app.ui.workbench import Packed, Ware

if TYPE_CHECKING:
    from app.ui.export_sheet import ExportSheet
    from app.ui.pages import Pages
    from app.ui.print_sheet import PrintSheet

NAME_CHARS = 80
"""Of a file's proposed name."""
_NO_NAME = '\\/:*?"<>|'
"""Signs that no file's name has on some system."""


class Handing(QObject):
    """Hands workouts out."""

    def __init__(self, pages: Pages, desk: Desk, background: Background) -> None:
        super().__init__(pages)
        self._pages, self._desk, self._background = pages, desk, background
        self._workout: Workout | None = None
        self._folder = ""
        """Where something was written last."""

    @cached_property
    def export_sheet(self) -> ExportSheet:
        """The sheet that asks for a format."""
        from app.ui.export_sheet import ExportSheet  # noqa: PLC0415 - loaded behind the first page

        return ExportSheet(self._pages, self._desk.bench.wares(), self._pack, self._save, self._copy)

    @cached_property
    def print_sheet(self) -> PrintSheet:
        """The sheet that shows a page."""
        from app.ui.print_sheet import PrintSheet  # noqa: PLC0415 - as above

        return PrintSheet(self._pages, self._save_page, self._print)

    # To other programs ------------------------------------------------------------------------------------------------

    def export(self, workout: Workout) -> None:
        """Write it as a file of another program."""
        self._workout = workout
        self.export_sheet.begin(workout.name)
        self._pages.sheets.over = self.export_sheet

    def _pack(self, ware: Ware) -> None:
        workout = self._workout
        assert workout is not None

        def packed(found: Packed) -> None:
            if workout is self._workout:
                self.export_sheet.show_packed(ware, found)

        def failed(error: BellLapError) -> None:
            if workout is self._workout:
                self.export_sheet.show_failed(ware, f"{str(error)[:1].upper()}{str(error)[1:]}.")

        self._background.ask(lambda: self._desk.bench.pack(workout, ware.key), packed, failed)

    def _save(self, ware: Ware, packed: Packed) -> None:
        assert self._workout is not None
        name = f"{_plain(self._workout.name)}{ware.suffix}"
        self.ask_place(name, ware.suffix, lambda place: self._write(place, packed.data, self.export_sheet.leave))

    def _copy(self, packed: Packed) -> None:
        QApplication.clipboard().setText(packed.data.decode("utf-8", "replace"))
        self.export_sheet.leave()
        self._say(tr("It is on the clipboard."))

    def ask_place(self, name: str, suffix: str, then: Callable[[str], None]) -> None:
        """Ask where a file is to be written.

        Args:
            name: that is proposed.
            suffix: of the file.
            then: gets the place, once one is chosen.
        """
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._pages, tr("Save as"), self._folder or usual)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, place: str, data: bytes, done: Callable[[], None]) -> None:
        def written(_nothing: None) -> None:
            self._folder = str(Path(place).parent)
            done()
            self._say(tr("It is written: {place}").format(place=place))

        self._background.ask(lambda: self._desk.bench.write(place, data), written, self._pages.told)

    def _say(self, sentence: str) -> None:
        self._pages.banner.ask(sentence, ((tr("Good"), lambda: None),))

    # On paper ---------------------------------------------------------------------------------------------------------

    def print_out(self, workout: Workout) -> None:
        """Show the page it would be on, and print it from there."""
        self._background.ask(lambda: self._desk.plan(workout), self._show_page, self._pages.told)

    def _show_page(self, plan: Plan) -> None:
        self.print_sheet.begin(plan)
        self._pages.sheets.over = self.print_sheet

    def _save_page(self, plan: Plan) -> None:
        from app.ui.paper import as_pdf  # noqa: PLC0415 - loaded behind the first page

        name = f"{_plain(plan.workout.name)}.pdf"
        self.ask_place(name, ".pdf", lambda place: self._write(place, as_pdf(plan), self.print_sheet.leave))

    def _print(self, plan: Plan) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - only when something is printed

        from app.ui.paper import page_size, paint_on  # noqa: PLC0415 - as above

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(plan.workout.name)
        printer.setPageSize(page_size())
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._pages)

        def accepted() -> None:
            paint_on(printer, plan)
            self.print_sheet.leave()

        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()


def _plain(name: str) -> str:
    """Return a name as a file may have it on any system."""
    plain = "".join(" " if sign in _NO_NAME or not sign.isprintable() else sign for sign in name)
    return " ".join(plain.split()).strip(". ")[:NAME_CHARS] or "workout"
