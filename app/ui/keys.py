"""Keys: what a person can ask with one, which keys those are, and what stands on their caps.

Rules of the file: a key is known by its portable name (`Space`, `PgDown`, `Ctrl+Z`), so that settings can be read and
carried. What is set takes the place of the usual keys of that act alone. One key asks for one thing, and LAP always has
one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.core.events import Command
from app.core.state import State
from app.core.tongue import tr


class Act(Enum):
    """What a key can ask; the value is its name in the settings."""

    LAP = "lap"
    PAUSE = "pause"
    UNDO = "undo"
    BACK = "back"
    SKIP = "skip"
    MORE_REST = "more rest"
    LESS_REST = "less rest"
    LEAVE = "leave"
    COOL_DOWN = "cool down"
    STOP = "stop"
    FALSE_START = "false start"
    MEND = "mend"
    LAPS = "laps"
    FAR = "far"
    FULL_SCREEN = "full screen"
    PALETTE = "palette"
    KEYS = "keys"
    WORKOUTS = "workouts"
    RUN = "run"
    PRACTICE = "practice"
    EDIT = "edit"
    NEW = "new workout"
    HISTORY = "history"
    SOUND = "sound"
    PACING = "pacing"
    SETTINGS = "settings"
    TYPE = "type"
    SEARCH = "search"
    FAVOURITE = "favourite"

    @property
    def words(self) -> str:
        """What it does, in a few words."""
        return _words()[self]


def _words() -> dict[Act, str]:
    return {
        Act.LAP: tr("start, lap, go on"),
        Act.PAUSE: tr("pause, go on"),
        Act.UNDO: tr("undo the last press"),
        Act.BACK: tr("back to the segment before"),
        Act.SKIP: tr("on to the next segment"),
        Act.MORE_REST: tr("ten seconds more rest"),
        Act.LESS_REST: tr("ten seconds less rest"),
        Act.LEAVE: tr("leave a block, from its least number of reps on"),
        Act.COOL_DOWN: tr("cool down now"),
        Act.STOP: tr("stop, pressed twice"),
        Act.FALSE_START: tr("false start: ready again, nothing kept"),
        Act.MEND: tr("mend the lap that is asked about"),
        Act.LAPS: tr("mend laps"),
        Act.FAR: tr("far view"),
        Act.FULL_SCREEN: tr("full screen"),
        Act.PALETTE: tr("dark or daylight"),
        Act.KEYS: tr("all keys"),
        Act.WORKOUTS: tr("workouts"),
        Act.RUN: tr("the workout that runs"),
        Act.PRACTICE: tr("practice"),
        Act.EDIT: tr("edit a workout"),
        Act.NEW: tr("a new workout"),
        Act.HISTORY: tr("history"),
        Act.SOUND: tr("sound"),
        Act.PACING: tr("pacing: track, race and start"),
        Act.SETTINGS: tr("settings"),
        Act.TYPE: tr("type a workout"),
        Act.SEARCH: tr("search the workouts"),
        Act.FAVOURITE: tr("favourite, or no longer"),
    }


USUAL: Mapping[Act, tuple[str, ...]] = {
    Act.LAP: ("Space", "Return", "Enter", "PgDown", "PgUp", "F5", "Shift+F5", ".", "B"),
    Act.PAUSE: ("P",),
    Act.UNDO: ("U", "Ctrl+Z"),
    Act.BACK: ("Left",),
    Act.SKIP: ("Right",),
    Act.MORE_REST: ("+", "="),
    Act.LESS_REST: ("-",),
    Act.LEAVE: ("L",),
    Act.COOL_DOWN: ("C",),
    Act.STOP: ("X",),
    Act.FALSE_START: ("N",),
    Act.MEND: ("M",),
    Act.LAPS: ("E",),
    Act.FAR: ("F",),
    Act.FULL_SCREEN: ("F11",),
    Act.PALETTE: ("D",),
    Act.KEYS: ("?", "F1"),
    Act.WORKOUTS: ("W",),
    Act.RUN: ("R",),
    Act.PRACTICE: ("K",),
    Act.EDIT: ("O", "Ctrl+E"),
    Act.NEW: ("Ctrl+N",),
    Act.HISTORY: ("H",),
    Act.SOUND: ("S",),
    Act.PACING: ("A",),
    Act.SETTINGS: (",",),
    Act.TYPE: ("/",),
    Act.SEARCH: ("Ctrl+F",),
    Act.FAVOURITE: ("*",),
}
"""Space and Enter, and what presenter remotes send: next, previous, start of the show, black screen.

Source: remotes send PageDown, PageUp, F5 or shift F5, and B or a full stop (their makers' key tables)."""

UNBOUND = frozenset({"Esc", "Tab", "Shift+Tab", "Backtab", "Shift+Backtab"})
"""Keys that always mean the same: out of here, and on to the next control."""
COMMANDS = {
    Act.LAP: Command.LAP,
    Act.PAUSE: Command.PAUSE,
    Act.UNDO: Command.UNDO,
    Act.BACK: Command.BACK,
    Act.SKIP: Command.SKIP,
    Act.LEAVE: Command.LEAVE,
    Act.STOP: Command.STOP,
}
"""Acts that are a command of the session as they stand."""

_SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "-": "−"}


def usual(act: Act) -> tuple[str, ...]:
    """Return the keys that ask for an act where nothing else is set."""
    return USUAL[act]


def command_for(act: Act, state: State) -> Command | None:
    """Return the command of an act in a state; None where it is none.

    LAP starts a session that is ready and goes on with one that is paused; PAUSE pauses and goes on.
    """
    command = COMMANDS.get(act)
    if command is Command.LAP and state is State.READY:
        return Command.START
    if command in (Command.LAP, Command.PAUSE) and state is State.PAUSED:
        return Command.RESUME
    return command


@dataclass(frozen=True, slots=True)
class Bindings:
    """Which key asks for what."""

    keys: Mapping[Act, tuple[str, ...]]
    acts: Mapping[str, Act]

    def keys_of(self, act: Act) -> tuple[str, ...]:
        """Return the keys of an act, the first of them the one that is shown."""
        return self.keys[act]

    def act_of(self, key: str) -> Act | None:
        """Return what a key asks for; None for nothing."""
        return self.acts.get(key)

    def cap_of(self, act: Act) -> str:
        """Return what stands on the cap of an act's first key; empty for an act with no key."""
        return label_of(self.keys[act][0]) if self.keys[act] else ""


def bindings(set_: Mapping[str, tuple[str, ...]]) -> Bindings:
    """Return the keys in force.

    Args:
        set_: keys by the name of their act, where they are not the usual ones; names and keys that mean nothing are
            left out. A key that two acts claim is the one's that was set, and of two that were set the first's.
    """
    keys: dict[Act, tuple[str, ...]] = {}
    acts: dict[str, Act] = {}
    ours = [act for act in Act if act.value in set_]
    for act in (*ours, *(act for act in Act if act not in ours)):
        wanted = set_.get(act.value, USUAL[act])
        held = tuple(key for key in dict.fromkeys(wanted) if is_key(key) and key not in acts)
        if act is Act.LAP and not held:
            held = USUAL[act][:1]
            acts.pop(held[0], None)
            keys = {other: tuple(key for key in theirs if key not in held) for other, theirs in keys.items()}
        keys[act] = held
        acts.update(dict.fromkeys(held, act))
    return Bindings(keys, acts)


def taken(held: Bindings, key: str, act: Act) -> Act | None:
    """Return the other act that has a key; None where it is free."""
    other = held.act_of(key)
    return None if other is act else other


def is_key(key: str) -> bool:
    """Whether a text is the portable name of one key that can be bound."""
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    return sequence.count() == 1 and key not in UNBOUND and sequence.toString() == key


_MODIFIERS = {
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock,
}  # fmt: skip


def key_name(event: QKeyEvent) -> str:
    """Return the portable name of the key of an event, empty for a bare modifier or an unknown key.

    Shift is left out of what is written with it (`?`, `+`, a capital), and so is the number pad.
    """
    try:
        key = Qt.Key(event.key())
    except ValueError:
        return ""
    if key in _MODIFIERS or key is Qt.Key.Key_unknown:
        return ""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.GroupSwitchModifier
    if Qt.Key.Key_Space < key <= Qt.Key.Key_ydiaeresis:
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(held, key)).toString(QKeySequence.SequenceFormat.PortableText)


def label_of(key: str) -> str:
    """Return what stands on the cap of a key."""
    before, plus, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    if not last:  # the plus key itself, alone or behind a modifier
        before, plus, last = key[:-2], key[-2:-1], "+"
    named = {
        "Space": tr("space"), "Return": tr("enter"), "Enter": tr("enter on the number pad"), "PgDown": tr("page down"),
        "PgUp": tr("page up"), "Esc": tr("esc"), "Backspace": tr("backspace"),
        "Del": tr("delete", "the key"), "Ins": tr("insert", "the key"),
        "Home": tr("home", "the key"), "End": tr("end", "the key"),
    }  # fmt: skip
    sign = _SIGNS.get(last) or named.get(last) or last
    if not plus:
        return sign
    words = {"Ctrl": tr("ctrl"), "Shift": tr("shift"), "Alt": tr("alt"), "Meta": tr("meta"), "Num": tr("num")}
    return " ".join([*(words.get(part, part) for part in before.split("+") if part), sign])
