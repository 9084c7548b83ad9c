"""The key caps of the run page: which there are, what lights each, and their verbs."""

from __future__ import annotations

from app.core.events import Command
from app.core.tongue import tr
from app.ui.keys import Act

CAPS = {
    Act.LAP: (Command.LAP, Command.START, Command.RESUME),
    Act.PAUSE: (Command.PAUSE, Command.RESUME),
    Act.UNDO: (Command.UNDO,),
    Act.BACK: (Command.BACK,),
    Act.SKIP: (Command.SKIP,),
    Act.STOP: (Command.STOP,),
    Act.LAPS: (),
    Act.FAR: (),
    Act.KEYS: (),
    Act.LEAVE: (Command.LEAVE,),
    Act.COOL_DOWN: (Command.COOL_DOWN,),
    Act.LESS_REST: (Command.LENGTHEN,),
    Act.MORE_REST: (Command.LENGTHEN,),
}
"""The key caps in their order, each with the commands of which one must mean something for it to be lit."""


def verbs() -> dict[Act, str]:
    """Return what stands beside each cap."""
    return {
        Act.LAP: tr("lap"), Act.PAUSE: tr("pause"), Act.UNDO: tr("undo"), Act.BACK: tr("back"),
        Act.SKIP: tr("skip"), Act.STOP: tr("stop"), Act.LAPS: tr("mend"), Act.FAR: tr("far"),
        Act.KEYS: tr("keys"), Act.LEAVE: tr("leave"), Act.COOL_DOWN: tr("cool down"),
        Act.LESS_REST: tr("10 s less"), Act.MORE_REST: tr("10 s more"),
    }  # fmt: skip
