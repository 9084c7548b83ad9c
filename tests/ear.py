"""A private PulseAudio with a null sink, and an ear on its monitor: what was really played, and when."""

from __future__ import annotations

import contextlib
import os
import signal
import statistics
import subprocess
import threading
from array import array
from pathlib import Path

import pytest

from app.clock import boot_ns

RATE = 48_000
LOUD = 600
"""Above this a sample is heard; the server adds no noise."""
QUIET_MS = 150
"""So much silence before it makes it another sound."""
_CHUNK = 4096
SINK = (
    "module-null-sink", "sink_name=ear", "rate=48000", "channels=1", "format=s16le", "channel_map=mono",
    "norewinds=1",  # without it the sink renders two seconds ahead and the recording lies
)  # fmt: skip


class Recording:
    """What one `parec` wrote, with the arrival of each chunk."""

    def __init__(self, environ: dict[str, str]) -> None:
        words = ["parec", "-d", "ear.monitor", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        self._recorder = subprocess.Popen(
            [*words, "--latency-msec=10"], env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        self.data = bytearray()
        self._arrived: list[tuple[int, float]] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._recorder.stdout is not None
        with contextlib.suppress(ValueError, OSError):
            while chunk := os.read(self._recorder.stdout.fileno(), _CHUNK):
                self.data += chunk
                self._arrived.append((len(self.data) // 2, boot_ns() / 1e6))

    @property
    def samples(self) -> array[int]:
        return array("h", bytes(self.data[: len(self.data) // 2 * 2]))

    @property
    def origin_ms(self) -> float:
        """The instant at which the first sample was played: a chunk can only arrive late, and comes a block early."""
        sizes = [later - earlier for (earlier, _), (later, _) in zip(self._arrived, self._arrived[1:], strict=False)]
        block_ms = 1000 * statistics.median(sizes) / RATE if sizes else 0.0
        return min(at - 1000 * n / RATE for n, at in self._arrived) + block_ms

    def stop(self) -> None:
        """Stop recording."""
        if self._recorder.poll() is None:
            self._recorder.terminate()
            self._recorder.wait(5)
        self._reader.join(5)
        if self._recorder.stdout is not None:
            self._recorder.stdout.close()


class Ear:
    """A sound server of our own, and what it played."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: subprocess.Popen[bytes] | None = None
        self._recordings: list[Recording] = []
        self.environ = {
            "PULSE_SERVER": f"unix:{folder}/native",
            "PULSE_RUNTIME_PATH": str(folder),
            "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
        }
        (folder / "asound.conf").write_text(
            "</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n"
        )

    def start(self) -> None:
        """Start the server; returns once it answers."""
        (self._folder / "native").unlink(missing_ok=True)  # of a server that was killed
        words = ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--log-level=error"]
        words += [
            "-L",
            f"module-native-protocol-unix socket={self._folder}/native auth-anonymous=1",
            "-L",
            " ".join(SINK),
        ]
        self._server = subprocess.Popen(
            words, env=os.environ | self.environ | {"HOME": str(self._folder)}, stderr=subprocess.DEVNULL
        )
        for _ in range(100):
            if self.ask("info"):
                return
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._server.wait(0.05)
        pytest.fail("PulseAudio did not start")

    def plug_in(self) -> None:
        """Bring the device back after its module was unloaded."""
        assert self.ask("load-module", *SINK)

    def ask(self, *words: str) -> bool:
        """Say something to the server by pactl; whether it did it."""
        asked = subprocess.run(
            ["pactl", *words], env=os.environ | self.environ, capture_output=True, check=False, timeout=10
        )
        return asked.returncode == 0

    def listen(self) -> None:
        """Begin to record the sink's monitor; what was recorded before is kept."""
        self._recordings.append(Recording(os.environ | self.environ))

    def wait(self, seconds: float) -> None:
        """Go on listening."""
        threading.Event().wait(seconds)

    def kill_server(self) -> None:
        """End the server as a crash would."""
        assert self._server is not None
        self._server.kill()
        self._server.wait(5)

    def freeze_server(self) -> None:
        """Let the server hang."""
        assert self._server is not None
        self._server.send_signal(signal.SIGSTOP)

    def thaw_server(self) -> None:
        """Let it go on."""
        assert self._server is not None
        self._server.send_signal(signal.SIGCONT)

    def heard(self) -> array[int]:
        """Stop recording; return the samples of the last recording."""
        self._recordings[-1].stop()
        return self._recordings[-1].samples

    def onsets_ms(self, quiet_ms: int = QUIET_MS) -> list[float]:
        """Stop recording; return when each sound of every recording began, in milliseconds of the one clock."""
        found: list[float] = []
        for recording in self._recordings:
            recording.stop()
            if recording.data:
                found += [recording.origin_ms + at for at in onsets_ms(recording.samples, quiet_ms=quiet_ms)]
        return found

    def stop(self) -> None:
        """End what was started."""
        for recording in self._recordings:
            recording.stop()
        self._recordings.clear()
        if self._server is not None and self._server.poll() is None:
            self._server.kill()
            self._server.wait(5)


def onsets_ms(samples: array[int], threshold: int = LOUD, quiet_ms: int = QUIET_MS) -> list[float]:
    """Return where sound begins after at least `quiet_ms` of silence, in ms of the recording."""
    found: list[float] = []
    last_loud = -RATE
    step = RATE // 100
    for block in range(0, len(samples), step):
        part = samples[block : block + step]
        if max(part) <= threshold and min(part) >= -threshold:
            continue
        for position, value in enumerate(part, block):
            if value > threshold or value < -threshold:
                if position - last_loud > quiet_ms * RATE / 1000:
                    found.append(1000 * position / RATE)
                last_loud = position
    return found
