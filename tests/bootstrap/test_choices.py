"""What the athlete set: the same in the next house, to the last digit."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.audio.synth import NAMES
from app.bootstrap.choices import choices_of, remembered, remembered_of, settings_of
from app.core.athlete import Athlete
from app.core.bounds import BELT_LEAD_S, INCLINE_PCT, LEAST_LAP_MS, RABBITS
from app.core.calibrate import MOST_OFFSET_MS
from app.core.cues import CueKind
from app.core.pace import Belt
from app.core.plan import Setup
from app.core.profile import Profile, ProfileKind
from app.core.scheme import SCHEMES
from app.core.setup import Light, RaceStart
from app.core.track import LANES, Convention, Track
from app.settings import Settings, save_settings
from app.ui.choices import Choices, PacingChoices, SoundChoices

times_s = st.none() | st.integers(1, 86_400 * 10**9 - 1).map(lambda n: Fraction(n, 10**9))
"""Every time that can be typed: nine places are read at most."""
percents = st.integers(50_000, 200_000).map(lambda n: Fraction(n, 1000))


@given(
    st.builds(
        Choices,
        times_s,
        times_s,
        st.integers(50_000, 5_000_000).map(lambda mm: Fraction(mm, 1000)),
        st.sampled_from([0, 3, 5, 10]),
        st.none() | st.integers(10, 5000),
        st.text(max_size=40),
        st.text(max_size=40),
        st.none() | st.sampled_from(Belt),
        st.builds(
            SoundChoices,
            st.sampled_from([*SCHEMES]),
            st.dictionaries(st.sampled_from(CueKind), st.booleans()),
            st.dictionaries(st.sampled_from(CueKind), st.sampled_from(NAMES)),
            st.dictionaries(st.sampled_from(CueKind), st.integers(0, 100)),
            st.sampled_from(["auto", "simpleaudio", "miniaudio", "silent"]),
            st.integers(-MOST_OFFSET_MS, MOST_OFFSET_MS),
        ),
        st.integers(100, 200),
        st.sampled_from(["", "en", "es"]),
        st.booleans(),
        st.booleans(),
        st.integers(0, LEAST_LAP_MS),
        st.dictionaries(st.text(max_size=9), st.lists(st.text(max_size=9), max_size=3).map(tuple), max_size=5),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.lists(st.text(max_size=20), max_size=5).map(tuple),
        st.booleans(),
        st.builds(
            PacingChoices,
            st.integers(1, LANES),
            st.sampled_from(Convention),
            st.builds(Profile, st.sampled_from(ProfileKind), st.lists(percents, max_size=9).map(tuple)),
            st.none()
            | st.builds(
                Light, st.sampled_from([Fraction(100), Fraction(200), Fraction(400)]), st.booleans(), second_s=times_s
            ),
            st.lists(times_s.filter(bool), max_size=RABBITS).map(tuple),
            st.sampled_from(RaceStart),
            st.integers(0, BELT_LEAD_S),
            st.integers(0, 10 * INCLINE_PCT).map(lambda tenths: Fraction(tenths, 10)),
        ),
    )
)
def test_what_was_chosen_is_kept_exactly(choices: Choices) -> None:
    kept = Settings.model_validate_json(settings_of(choices).model_dump_json())
    assert choices_of(kept) == choices


def test_times_are_kept_as_a_person_would_write_them() -> None:
    kept = settings_of(Choices(Fraction(320), Fraction("353.5")))
    assert (kept.goal, kept.best) == ("5:20", "5:53.5")


def test_the_core_takes_choices_in_its_own_units() -> None:
    known = remembered_of(Choices(Fraction(320), Fraction(350), Fraction(200), 3, 100))
    assert known.athlete == Athlete(Fraction(320), Fraction(350))
    assert known.setup == Setup(Track(Fraction(200)), 3000, Fraction(100), halves=True)


def test_a_command_that_opens_no_house_finds_what_was_set(tmp_path: Path) -> None:
    assert remembered(str(tmp_path)) == remembered_of(Choices())
    save_settings(Settings(goal="5:20", track_m=200), tmp_path)
    assert remembered(str(tmp_path)) == remembered_of(Choices(goal_s=Fraction(320), track_m=Fraction(200)))
