"""The keys of the editor: what each of them asks, and their caps at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.core.tongue import tr
from app.ui.foot import Foot

if TYPE_CHECKING:
    from app.ui.editor_page import EditorPage

_KEY = Qt.Key
_PLAIN, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ASKS = {
    (_KEY.Key_Return, _CONTROL): "run", (_KEY.Key_Enter, _CONTROL): "run", (_KEY.Key_S, _CONTROL): "save",
    (_KEY.Key_N, _CONTROL): "new", (_KEY.Key_D, _CONTROL): "duplicate", (_KEY.Key_P, _CONTROL): "print",
    (_KEY.Key_S, _CONTROL | _SHIFT): "export", (_KEY.Key_F2, _PLAIN): "rename",
}  # fmt: skip


def take_key(page: EditorPage, event: QKeyEvent) -> bool:
    """Do what a key asks that no field has taken; say whether it asks anything."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    asks = _ASKS.get((key, held))
    if asks is not None:
        page.ask(asks)
    elif key == _KEY.Key_F8:
        page.side.next(-1 if held == _SHIFT else 1)
    elif key == _KEY.Key_Z and held == _CONTROL:
        page.text_area.undo()
    elif (key == _KEY.Key_Z and held == _CONTROL | _SHIFT) or (key == _KEY.Key_Y and held == _CONTROL):
        page.text_area.redo()
    else:
        return False
    return True


def make_foot(page: EditorPage) -> Foot:
    """Make the caps."""
    enter, save, undo, mend, leave = tr("ctrl enter"), tr("ctrl S"), tr("ctrl Z"), tr("ctrl ."), tr("esc")
    return Foot(
        (
            (enter, tr("run"), lambda: page.ask("run")), (save, tr("save"), lambda: page.ask("save")),
            ("F8", tr("next remark"), lambda: page.side.next(1)), (mend, tr("mend it"), page.side.mend_here),
            (undo, tr("undo"), page.text_area.undo), (leave, tr("leave the text"), page.leave_field),
        ),
        f"{enter}|{save}|F8|{mend}|{undo}|{leave}",
        page,
    )  # fmt: skip
