"""The words that say who runs, where, and how it is paced: `--goal`, `--track`, `--lane`, `--profile` and others."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from fractions import Fraction

from app.core.athlete import Athlete
from app.core.bounds import BELT_LEAD_S, INCLINE_PCT, TRACK_M
from app.core.errors import InputError
from app.core.pace import Belt
from app.core.plan import Plan
from app.core.profile import Profile, ProfileKind, parse_percents
from app.core.setup import Light, RaceStart, Setup
from app.core.track import OUTDOOR, Convention, Track, race_marks, track_in_lane
from app.core.units import Metres, Millis, parse_distance, parse_time

SHORTEST_TRACK_M, LONGEST_TRACK_M = TRACK_M
CONVENTIONS = {each.value.replace(" ", "-"): each for each in Convention}
PROFILES = {each.value: each for each in ProfileKind if each is not ProfileKind.OWN}
STARTS = {each.value.split()[0]: each for each in RaceStart}


def metres(text: str, word: str) -> Metres:
    """Read metres: a bare number, or any distance with its unit.

    Raises:
        InputError: with the word it was given for.
    """
    bare = text.strip()
    if bare.isascii() and bare.replace(".", "", 1).isdigit():
        bare += "m"
    try:
        return parse_distance(bare)
    except InputError:
        raise InputError(f"{word} takes metres, such as {word} 400, not {text.strip()[:40]!r}") from None


def track(text: str) -> Track:
    """Read one lap of a track.

    Raises:
        InputError: for a lap that no track has.
    """
    lap_m = metres(text, "--track")
    if not SHORTEST_TRACK_M <= lap_m <= LONGEST_TRACK_M:
        raise InputError(f"a track has {SHORTEST_TRACK_M} to {LONGEST_TRACK_M} m, such as --track 400 or --track 200")
    return Track(lap_m)


def convention(options: argparse.Namespace) -> Convention:
    """Return from which line the laps of a race are counted."""
    return Convention.START_LINE if options.convention == "start-line" else Convention.FINISH_LINE


def athlete_of(options: argparse.Namespace, remembered: Athlete) -> Athlete:
    """Return the athlete: what the command line says, else what is remembered."""
    return Athlete(_time(options.goal, remembered.goal_s), _time(options.best, remembered.best_s))


def setup_of(options: argparse.Namespace, remembered: Setup) -> Setup:
    """Return the setup: what the command line says, else what is remembered."""
    return replace(
        remembered,
        track=_track(options, remembered.track),
        lead_in_ms=remembered.lead_in_ms if options.lead_in is None else 1000 * int(options.lead_in),
        mark_every_m=remembered.mark_every_m if options.every is None else metres(options.every, "--every"),
        belt=remembered.belt if options.belt is None else None if options.belt == "off" else Belt(options.belt),
        convention=remembered.convention if options.convention is None else CONVENTIONS[options.convention],
        profile=remembered.profile if options.profile is None else _profile(options.profile),
        light=_light(options.light, remembered.light),
        start=remembered.start if options.start is None else STARTS[options.start],
        belt_lead_ms=remembered.belt_lead_ms if options.belt_lead is None else belt_lead_ms(options.belt_lead),
        incline_pct=remembered.incline_pct if options.incline is None else incline_pct(options.incline),
    )


def _track(options: argparse.Namespace, remembered: Track) -> Track:
    """Return the track in its lane; another track than the remembered one begins in lane 1."""
    inner_m = remembered.inner_m if options.track is None else track(options.track).lap_m
    lane = remembered.lane if inner_m == OUTDOOR.lap_m else 1
    if options.lane is not None:
        if not (options.lane.isascii() and options.lane.isdigit() and len(options.lane) <= 3):
            raise InputError(f"--lane takes a number, such as --lane 3, not {options.lane[:20]!r}")
        lane = int(options.lane)
    return track_in_lane(lane, inner_m)


def _profile(text: str) -> Profile:
    if text.strip().lower() in PROFILES:
        return Profile(PROFILES[text.strip().lower()])
    try:
        return Profile(ProfileKind.OWN, parse_percents(text))
    except InputError as error:
        raise InputError(f"--profile takes even, record, negative or percentages: {error}") from None


def _light(text: str | None, remembered: Light | None) -> Light | None:
    if text is None:
        return remembered
    return None if text == "off" else replace(remembered or Light(), every_m=Fraction(text))


def belt_lead_ms(text: str) -> Millis:
    """Read how long before the work the belt is set, in whole seconds.

    Raises:
        InputError: it is no such time.
    """
    bare = text.strip().removesuffix("s").strip()
    if not (bare.isascii() and bare.isdigit() and len(bare) <= 3 and int(bare) <= BELT_LEAD_S):
        raise InputError(f"--belt-lead takes 0 to {BELT_LEAD_S} s, such as --belt-lead 15, not {text.strip()[:40]!r}")
    return 1000 * int(bare)


def incline_pct(text: str) -> Fraction:
    """Read the incline of a belt in percent.

    Raises:
        InputError: no belt is so steep, or it is no figure.
    """
    bare = text.strip().removesuffix("%").strip()
    if len(bare) > 6 or not (bare.isascii() and bare.replace(".", "", 1).isdigit()) or Fraction(bare) > INCLINE_PCT:
        raise InputError(f"--incline takes 0 to {INCLINE_PCT} percent, such as --incline 1, not {text.strip()[:40]!r}")
    return Fraction(bare)


def say_profile(plan: Plan) -> None:
    """Say on standard error that percentages are for another race than this one, which is then run evenly."""
    setup = plan.setup
    given = len(setup.profile.percents)
    race = next((segment for segment in plan.segments if segment.is_race and segment.distance_m is not None), None)
    if setup.profile.kind is not ProfileKind.OWN or race is None or race.distance_m is None or race.course:
        return
    n_laps = len(race_marks(race.distance_m, setup.track.lap_m, setup.convention))
    if n_laps != given:
        words = f"the race has {n_laps} laps and there are {given} percentages, so it is run evenly"
        print(f"bell-lap: {words}; give --profile one a lap", file=sys.stderr)


def _time(text: str | None, remembered: Fraction | None) -> Fraction | None:
    return remembered if text is None else parse_time(text)
