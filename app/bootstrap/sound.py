"""The sound as the house holds it: one process for all sessions, as it was set, and what a person tries of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.announce import sample
from app.core.calibrate import BEAT_MS, N_BEATS
from app.core.cues import Cue, CueKind
from app.core.scheme import Lengths
from app.core.tongue import tr
from app.folder import shipped
from app.ui.choices import SoundChoices

if TYPE_CHECKING:
    from app.audio.process import SoundProcess
    from app.clock import Clock
    from app.core.pace import Belt
    from app.core.units import Instant

FIRST_BEAT_MS = 1000


class HouseSound:
    """Begins the sound process when something is to sound, and keeps it as it is set."""

    def __init__(self, clock: Clock, output: str | None) -> None:
        """Begin nothing yet.

        Args:
            clock: of the sessions.
            output: the one that the command line asks for, whatever is set; None for the one that is set.
        """
        self.lengths = Lengths()
        """Of every sound; empty until the process has begun."""
        self._clock, self._output = clock, output
        self.choices = SoundChoices()
        """What is in force."""
        self._process: SoundProcess | None = None

    def start(self) -> SoundProcess:
        """Begin the process, if it has not begun."""
        from app.audio.lengths import lengths_of  # noqa: PLC0415 - only where something is run
        from app.audio.process import SoundProcess  # noqa: PLC0415 - as above

        if self._process is None:
            sounds = shipped("sounds")
            self._process = SoundProcess(self._clock, sounds, self._output or self.choices.output)
            self._process.offset_ms = self.choices.offset_ms
            self.lengths = lengths_of(sounds)
        return self._process

    def use(self, choices: SoundChoices) -> None:
        """Sound by these from now on; a session lays its cues again after it."""
        before, self.choices = self.choices, choices
        if self._process is None:
            return
        self._process.offset_ms = choices.offset_ms
        if choices.output != before.output:  # chosen by hand: it outdoes the command line
            self._process.use_output(choices.output)

    @property
    def sentence(self) -> str:
        """What the output is, or why there is none."""
        return tr("Sound is being opened.") if self._process is None else self._process.status.sentence

    def check(self, kind: CueKind, belt: Belt | None) -> None:
        """Sound a kind of cue now, as it is set, whether it is on or off; for words, a sentence of that kind."""
        cue = Cue(self._clock.now(), kind, sample(kind, belt))
        self.start().sound(self.choices.as_scheme().dressed(cue))

    def beats(self) -> tuple[Instant, ...]:
        """Sound even beats from a second on, none moved by the offset; return the instants at which they leave."""
        first = self._clock.now() + FIRST_BEAT_MS
        beats = tuple(first + BEAT_MS * number for number in range(N_BEATS))
        process = self.start()
        process.offset_ms = 0
        process.replace([Cue(at, CueKind.PIP) for at in beats])
        process.offset_ms = self.choices.offset_ms
        return beats

    def hush(self) -> None:
        """Take back what has not sounded."""
        if self._process is not None:
            self._process.replace(())

    def wait_for_silence(self) -> None:
        """Let what is under way sound to its end; waits some seconds at most."""
        if self._process is not None:
            self._process.wait_for_silence()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.close()
