"""A private PulseAudio with a null sink, and an ear on its monitor: what was really played."""

from __future__ import annotations

import contextlib
import os
import subprocess
from array import array
from pathlib import Path

import pytest

RATE = 48_000


class Ear:
    """A sound server of our own, and what it played."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: subprocess.Popen[bytes] | None = None
        self._recorder: subprocess.Popen[bytes] | None = None
        self._file = folder / "heard.raw"
        self.environ = {
            "PULSE_SERVER": f"unix:{folder}/native",
            "PULSE_RUNTIME_PATH": str(folder),
            "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
        }

    def start(self) -> None:
        """Start the server; returns once it answers."""
        (self._folder / "asound.conf").write_text(
            "</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n"
        )
        sink = (
            "module-null-sink sink_name=ear rate=48000 channels=1 format=s16le channel_map=mono "
            "norewinds=1"  # without it the sink renders two seconds ahead and the recording lies
        )
        words = ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--log-level=error"]
        words += ["-L", f"module-native-protocol-unix socket={self._folder}/native auth-anonymous=1", "-L", sink]
        self._server = subprocess.Popen(
            words, env=os.environ | self.environ | {"HOME": str(self._folder)}, stderr=subprocess.DEVNULL
        )
        for _ in range(100):
            asked = subprocess.run(
                ["pactl", "info"], env=os.environ | self.environ, capture_output=True, check=False, timeout=10
            )
            if asked.returncode == 0:
                return
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._server.wait(0.05)
        pytest.fail("PulseAudio did not start")

    def listen(self) -> None:
        """Begin to record the sink's monitor."""
        words = ["parec", "-d", "ear.monitor", "--raw", "--format=s16le", "--rate=48000", "--channels=1"]
        with self._file.open("wb") as out:
            self._recorder = subprocess.Popen(
                [*words, "--latency-msec=10"], env=os.environ | self.environ, stdout=out, stderr=subprocess.DEVNULL
            )

    def wait(self, seconds: float) -> None:
        """Go on listening."""
        assert self._recorder is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._recorder.wait(seconds)

    def heard(self) -> array[int]:
        """Stop recording; return the samples."""
        assert self._recorder is not None
        self._recorder.terminate()
        self._recorder.wait(5)
        data = self._file.read_bytes()
        return array("h", data[: len(data) // 2 * 2])

    def stop(self) -> None:
        """End what was started."""
        for process in (self._recorder, self._server):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait(5)


def onsets_ms(samples: array[int], threshold: int = 600, quiet_ms: int = 150) -> list[float]:
    """Return where sound begins after at least `quiet_ms` of silence, in ms of the recording."""
    found: list[float] = []
    last_loud = -RATE
    for position, value in enumerate(samples):
        if value > threshold or value < -threshold:
            if position - last_loud > quiet_ms * RATE / 1000:
                found.append(1000 * position / RATE)
            last_loud = position
    return found
