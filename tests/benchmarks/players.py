"""One schedule of pips through one library, for the table of rivals: players.py LIBRARY FIRST_MS N APART_MS STALL WAV.

Each is used as its documentation shows: a timer or a thread that plays a loaded sound when it is due. `ours` is the
sound process. STALL is `idle` or `holding`: 300 ms in every 2 s with Python's lock held in the main thread.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import wave
from collections.abc import Callable
from pathlib import Path

from app.clock import boot_ns

LIBRARY, STALL, WAV = sys.argv[1], sys.argv[5], sys.argv[6]
FIRST_MS, N, APART_MS = (int(word) for word in sys.argv[2:5])
STALL_S, EVERY_S = 0.3, 2.0
LAST_MS = FIRST_MS + N * APART_MS + 700
waiter = threading.Event()


def now_ms() -> float:
    return boot_ns() / 1e6


def hold() -> None:
    ctypes.PyDLL(None).poll(None, 0, round(1000 * STALL_S))


def stand() -> None:
    """Be the main thread of a program: idle, or stalled now and then."""
    while now_ms() < LAST_MS:
        if STALL == "holding":
            hold()
        waiter.wait(EVERY_S - STALL_S)


def in_a_thread(play: Callable[[], object]) -> None:
    """Play each cue from a thread that sleeps until it is due."""

    def run() -> None:
        for number in range(N):
            waiter.wait(max(0.0, (FIRST_MS + APART_MS * number - now_ms()) / 1000))
            play()

    threading.Thread(target=run, daemon=True).start()
    stand()


def qsoundeffect() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl
    from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

    app = QCoreApplication([])
    effect = QSoundEffect(QMediaDevices.defaultAudioOutput())
    effect.setSource(QUrl.fromLocalFile(WAV))
    while not effect.isLoaded():
        app.processEvents()
    played = [0]
    timer = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)

    def fire() -> None:
        effect.play()
        played[0] += 1
        if played[0] < N:
            timer.start(max(0, round(FIRST_MS + APART_MS * played[0] - now_ms())))

    timer.timeout.connect(fire)
    timer.start(max(0, round(FIRST_MS - now_ms())))
    staller = QTimer(interval=round(1000 * EVERY_S))
    if STALL == "holding":
        staller.timeout.connect(hold)
        staller.start()
    QTimer.singleShot(round(LAST_MS - now_ms()), app.quit)
    app.exec()


def simpleaudio() -> None:
    import simpleaudio as library

    sound = library.WaveObject.from_wave_file(WAV)
    in_a_thread(sound.play)


def pygame() -> None:
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame as library

    with wave.open(WAV) as file:
        library.mixer.init(file.getframerate(), -16, 1)
    sound = library.mixer.Sound(WAV)
    in_a_thread(sound.play)


def ours() -> None:
    from app.audio.process import SoundProcess
    from app.clock import SystemClock
    from app.core.cues import Cue, CueKind
    from app.core.units import Instant

    process = SoundProcess(SystemClock(), Path(WAV).parent, os.environ.get("OUTPUT", "auto"))
    process.replace([Cue(Instant(FIRST_MS + APART_MS * number), CueKind.PIP) for number in range(N)])
    stand()
    process.close()


{"QSoundEffect": qsoundeffect, "simpleaudio": simpleaudio, "pygame-ce": pygame, "ours": ours}[LIBRARY]()
os._exit(0)
