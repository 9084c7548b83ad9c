"""The board: holds the schedule in the sound process and feeds the output.

Rules of the file: every cue goes to the device once. A new schedule leaves alone what is the same in it; what it no
longer has is taken back as far as the device allows. What comes too late stays silent rather than wrong.
"""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Callable
from dataclasses import dataclass

from app.audio.frames import PER_MS, asleep_ms, now_ms, scaled
from app.audio.messages import Handed, Laid, Lay, Message, Ping, Play, Pong, Status
from app.audio.outputs import Output, SilentOutput, open_output
from app.core.bounds import GIVEN_UP_MS

AHEAD_MS = 2000.0
"""A cue goes to the device this early: far beyond any stall of this process, near enough to be taken back."""
LOOK_MS = 250.0
"""Between looks at the device: whether it lives, whether the machine slept, whether a stream is due."""
REOPEN_MS = 500.0
"""Between tries to open a device that is gone."""
SLEPT_MS = 20.0
"""The clock that counts on and the one that stops in suspend parted by this much: the machine slept."""
STEADY = frozenset(("mark", "second-mark", "words: mark", "bell"))
"""Kinds that sound at the planned instants of one rep: no stream is changed between them, for a new one begins some
milliseconds off, and what an athlete hears of a pacing light is how even it is."""
HELD = 200
"""Sounds kept ready at their volume."""


@dataclass(slots=True)
class _Given:
    """A cue that the device has."""

    cue: Laid
    end_ms: float
    handle: object


class Board:
    """Holds the schedule and feeds the output."""

    def __init__(
        self,
        wanted: str,
        sound_of: Callable[[Laid], array[int] | None],
        tell: Callable[[Message], None],
        *,
        opened: Callable[[str], tuple[Output, str]] = open_output,
        now: Callable[[], float] = now_ms,
        asleep: Callable[[], float] = asleep_ms,
    ) -> None:
        """Open the output.

        Args:
            wanted: a name of `app.audio.outputs.KINDS`, or `auto`.
            sound_of: returns the samples of a cue; None for words that have no clip.
            tell: sends a message to the window's process.
            opened: opens an output.
            now: the one clock in milliseconds.
            asleep: how long the machine has slept, up to a constant.
        """
        self._wanted, self._sound_of, self._tell, self._opened = wanted, sound_of, tell, opened
        self._now, self._asleep = now, asleep
        self._waiting: list[Laid] = []
        self._given: list[_Given] = []
        self._output: Output = SilentOutput()
        self._status: Status | None = None
        self._tried_ms = self._looked_ms = float("-inf")
        self._slept_ms = asleep()
        self._held: dict[tuple[str, tuple[str, ...], int], array[int] | None] = {}
        self._open()

    def take(self, message: Message) -> None:
        """Do what a message says."""
        match message:
            case Lay(cues, instead):
                if instead:
                    cues = self._replace(cues)
                known = {*self._waiting, *(given.cue for given in self._given)}
                self._waiting = sorted([*self._waiting, *(cue for cue in cues if cue not in known)], key=_at)
                self.service()
            case Play(cue):
                self._play(cue)
            case Ping(number):
                self._tell(Pong(number))
            case _:
                pass

    def service(self) -> float:
        """Give the device what is due soon, and see to it now and then.

        Returns:
            In how many milliseconds this is wanted again.
        """
        now = self._now()
        if now - self._looked_ms >= LOOK_MS or abs(self._asleep() - self._slept_ms) > SLEPT_MS:
            self._look(now)
        while self._waiting and self._waiting[0].at_ms - now < AHEAD_MS:
            cue = self._waiting[0]
            if self._output.floor_ms > cue.at_ms - now > 0:
                break  # too near to be placed: it is played when it is due
            self._give(self._waiting.pop(0), now)
        coming = self._waiting[0].at_ms - now if self._waiting else AHEAD_MS + LOOK_MS
        wait = coming if coming < self._output.floor_ms else coming - AHEAD_MS
        return max(0.0, min(wait, self._looked_ms + LOOK_MS - now))

    def close(self) -> None:
        """Let the device go."""
        self._output.close()

    def _replace(self, cues: tuple[Laid, ...]) -> tuple[Laid, ...]:
        """Drop what is waiting, take back what is not in a new schedule; return what is new in it."""
        now = self._now()
        wanted = set(cues)
        self._waiting = []
        kept = []
        for given in self._given:
            if given.cue in wanted:
                wanted.discard(given.cue)
                kept.append(given)
            elif given.end_ms > now:
                if given.cue.words or given.cue.at_ms > now:
                    self._output.take_back(given.handle)
                else:
                    kept.append(given)
        self._given = kept
        return tuple(cue for cue in cues if cue in wanted)

    def _play(self, cue: Laid) -> None:
        """Sound a cue at once; what was being said is overtaken by it."""
        now = self._now()
        for given in [given for given in self._given if given.cue.words and given.cue.at_ms <= now]:
            self._output.take_back(given.handle)
            self._given.remove(given)
        self._give(cue, now)

    def _give(self, cue: Laid, now: float) -> None:
        """Hand a cue to the device, or give it up."""
        given_up = now - cue.at_ms > GIVEN_UP_MS
        samples = None if given_up else self._samples(cue)
        if samples is not None:
            is_ahead = cue.at_ms - now >= self._output.floor_ms
            handle = self._output.place(cue.at_ms, samples) if is_ahead else self._output.play(samples)
            self._given.append(_Given(cue, max(cue.at_ms, now) + len(samples) / PER_MS, handle))
        self._tell(Handed(cue.at_ms, self._now(), cue.kind, self._output.name, given_up))

    def _samples(self, cue: Laid) -> array[int] | None:
        key = (cue.tone, cue.words, cue.volume)
        if key not in self._held:
            if len(self._held) >= HELD:
                self._held.clear()
            found = self._sound_of(cue)
            self._held[key] = None if found is None else scaled(found, cue.volume)
        return self._held[key]

    def _look(self, now: float) -> None:
        """See whether the device lives, whether the machine slept, and whether a stream is due."""
        self._looked_ms = now
        self._given = [given for given in self._given if given.end_ms > now]
        slept = self._asleep()
        has_slept = abs(slept - self._slept_ms) > SLEPT_MS
        self._slept_ms = slept
        is_lost = not self._output.is_alive() or (self._output.name == "silent" and self._wanted != "silent")
        if has_slept or (is_lost and now - self._tried_ms >= REOPEN_MS):
            self._open()
        sounds = any(given.cue.at_ms <= now for given in self._given)
        coming = min((*(given.cue for given in self._given), *self._waiting[:1]), key=_at, default=None)
        quiet_until = float("inf") if coming is None else coming.at_ms
        try:
            self._output.renew(now if sounds or (coming is not None and coming.kind in STEADY) else quiet_until)
        except Exception:  # noqa: BLE001 - a device that will not begin a stream fails in its own ways: it is opened anew
            self._open()

    def _open(self) -> None:
        """Open the device anew; what the last one had and did not sound goes to the new one."""
        now = self._tried_ms = self._now()
        with contextlib.suppress(Exception):  # a device that is gone may fail in its own ways
            self._output.close()
        self._output, why = self._opened(self._wanted)
        unsounded = [given.cue for given in self._given if given.cue.at_ms > now]
        self._given = []
        self._waiting = sorted([*unsounded, *self._waiting], key=_at)
        status = Status(self._output.name, self._output.name != "silent" or self._wanted == "silent", why)
        if status != self._status:
            self._status = status
            self._tell(status)


def _at(cue: Laid) -> float:
    return cue.at_ms
