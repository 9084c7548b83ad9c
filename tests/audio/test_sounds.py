"""The sounds: what stands in for words without a clip, and two lights that an ear tells apart."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from app.audio.messages import Laid
from app.audio.sounds import Sounds
from app.audio.synth import HIGH, LENGTHS_MS, LOW, MIDDLE, NAMES, RATE, samples

FOLDER = Path(__file__).resolve().parents[2] / "sounds"


def words(*said: str, tone: str = "") -> Laid:
    return Laid(0.0, "words: mark", tone, said, 100)


def test_words_without_a_clip_sound_as_the_tone_in_their_place() -> None:
    sounds = Sounds(FOLDER)
    assert sounds.samples(words("1", "16", tone="mark")) != sounds.samples(words("no clip", tone="mark"))
    assert sounds.samples(words("no clip", tone="mark")) == sounds.samples(Laid(0.0, "mark", "mark", (), 100))
    assert sounds.samples(words("1", "no clip", tone="siren")) == sounds.samples(Laid(0.0, "go", "siren", (), 100))
    assert sounds.samples(words("no clip")) is None


@pytest.mark.parametrize("name", NAMES)
def test_each_tone_in_the_folder_is_the_one_that_is_made_from_figures(name: str) -> None:
    found = Sounds(FOLDER).samples(Laid(0.0, name, name, (), 100))
    assert found == samples(name)
    assert len(found) == LENGTHS_MS[name] * RATE // 1000


def pitch(part: array[int]) -> float:
    """Return the pitch of a piece of a tone, from how often it rises through nought."""
    rises = [at for at in range(1, len(part)) if part[at - 1] < 0 <= part[at]]
    return RATE * (len(rises) - 1) / (rises[-1] - rises[0])


def test_the_light_of_ones_own_pace_rises_and_that_of_the_second_falls_an_octave() -> None:
    ends = {name: (pitch(samples(name)[:2000]), pitch(samples(name)[-4000:-500])) for name in ("mark", "second-mark")}
    assert ends["mark"] == pytest.approx((MIDDLE, HIGH), rel=0.02)
    assert ends["second-mark"] == pytest.approx((HIGH, LOW), rel=0.02)


def test_a_light_is_over_before_another_can_be_told_from_it() -> None:
    assert LENGTHS_MS["second-mark"] <= 150  # two that are nearer are heard as one's own alone
    assert LENGTHS_MS["mark"] <= 200
