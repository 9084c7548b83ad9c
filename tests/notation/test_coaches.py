"""How coaches write: a line in their own words, and the canonical line that says the same."""

from __future__ import annotations

import re

import pytest

from app.core.errors import WorkoutError
from app.notation.reading import parse_text
from app.notation.writing import format_items

# As written -> as we write it ----------------------------------------------------------------------------------------

SENSIBLE = {
    # figures without a unit
    "8x400 @ mile pace w/ 200 jog": "8 x 400m @ mile pace w/ 200m jog",
    "8 x 400 w/ 90 jog": "8 x 400m w/ 90s jog",
    "8x800s w/ 400 jog": "8 x 800m w/ 400m jog",
    "ten 400s with 200 jog": "10 x 400m w/ 200m jog",
    "6 300's, 3 min rest": "6 x 300m w/ 3min rest",
    "5 x 200 sec @ tempo": "5 x 200 sec @ tempo",
    # primes, quotes, composite times
    "6 x 3′ @ 5k effort, 2′ jog": "6 x 3min @ 5k pace w/ 2min jog",
    "6-8 × 30″ hill, walk back": "6-8 x 30s hill w/ walk back",
    "6 x 1000 m r = 1'30": "6 x 1000m w/ 90s recovery",
    "3 x 2 mins 30 secs hard": "3 x 150s @ hard",
    "6 x 1k w/ 90 seconds' rest": "6 x 1km w/ 90s rest",
    "1½ miles easy": "1.5 mile easy",
    "5 x 1,200m, 60 to 90 sec. rest": "5 x 1200m w/ 60-90s rest",
    # a split, a pace, a race
    "10 x 400m @ 65": "10 x 400m in 1:05",
    "8 x 400 @ mile": "8 x 400m @ mile pace",
    "4 x 600 @ 800": "4 x 600m @ 800 pace",
    "4 miles @ 6:30": "4 mile @ 6:30/mile",
    "10k @ 4:30": "10km @ 4:30/km",
    "8 x 200 @ 70s pace": "8 x 200m @ 1:10/400m",
    "5 x 1000m @ 18 km/h": "5 x 1000m @ 3:20/km",
    "6 x 400: 68-70, 400m jog": "6 x 400m in 1:08-1:10 w/ 400m jog",
    "8 x 800: 2:50 w/ 400 jog": "8 x 800m in 2:50 w/ 400m jog",
    "12 x 300 @ 3k-5k pace w/ 100 jog": "12 x 300m @ 3k to 5k pace w/ 100m jog",
    "5 x 1 mile at 10 seconds per mile faster than 10k pace": "5 x 1 mile @ 0:10/mile faster than 10k pace",
    "6 x 1000 at 95% of 5k pace w/ 2 min jog": "6 x 1000m @ 95% of 5k pace w/ 2min jog",
    "5 x 5 mins in zone 4, 2 min rest": "5 x 5min @ zone 4 w/ 2min rest",
    "8 x 1000m @ 3'05-3'10": "8 x 1000m in 3:05-3:10",
    "600 mile pace": "600m @ mile pace",
    "Tempo: 20 minutes at threshold": "20min @ threshold",
    # recoveries
    "5 x 1k in 3:10 [90s]": "5 x 1km in 3:10 w/ 90s recovery",
    "10 x 400 (1:25 w/ 1:00 rest)": "10 x 400m in 1:25 w/ 60s rest",
    "20 x 400m off 45 secs": "20 x 400m w/ 45s recovery",
    "8x400m; 90s rest": "8 x 400m w/ 90s rest",
    "8x3min/90sec": "8 x 3min w/ 90s recovery",
    "10 x 30/30": "10 x 30s w/ 30s recovery",
    "10x1min - 1min easy": "10 x 60s w/ 60s jog",
    "3 x 3km @ MP, r 3'": "3 x 3km @ marathon pace w/ 3min recovery",
    "Jog 400m": "400m jog",
    "5 x 300 metres with a walk 100 metre recovery": "5 x 300m w/ 100m walk",
    "4 x 200 w/ rest (jog easy) two minutes": "4 x 200m w/ 2min jog",
    "6 x 150m, long rest": "6 x 150m w/ open rest",
    "12 x 400m - 200m float recoveries @ 3k pace": "12 x 400m @ 3k pace w/ 200m float",
    "8 x 200m-400m jog": "8 x 200m w/ 400m jog",
    "3 x (5 x 200m, 100m jog), 400m jog": "3 x (5 x 200m w/ 100m jog) w/ 400m jog",
    # send-offs
    "4 x 800 on 4:00": "4 x 800m on 4min",
    "16 x 200 on the minute": "16 x 200m on 60s",
    "12 x 400m leaving every 2 minutes": "12 x 400m on 2min",
    # fast and slow
    "1:30-1:00 x 6": "6 x 90s w/ 60s recovery",
    "10 x 1 min on / 1 min off": "10 x 60s w/ 60s jog",
    "10 x 1 min on/off": "10 x 60s w/ equal recovery",
    "10-15(30-40 seconds “on”-30 seconds “off” )": "10-15 x 30-40s w/ 30s jog",
    "300 hard ---- 100 easy": "300m @ hard + 100m jog",
    "0:45 hard / 0:15 easy x 12": "12 x 45s @ hard w/ 15s jog",
    "200 hard 200 easy x 8": "8 x 200m @ hard w/ 200m jog",
    '8 x 600m rec. 90"': "8 x 600m w/ 90s recovery",
    "500m time trial, 10 min rest, 3 x 200m at 800m pace, 3 min rest":
        "timed 500m + 10min rest + 3 x 200m @ 800 pace w/ 3min rest",
    "1 mile @ 10k pace, recover 3 minutes, 4 x 400 @ 5k pace, 90s rest":
        "1 mile @ 10k pace + 3min recovery + 4 x 400m @ 5k pace w/ 90s rest",
    # sets
    "2 x (6 x 300m) r: 45s R: 3min": "2 x (6 x 300m w/ 45s recovery) w/ 3min recovery",
    "2 x 5 x 300, 1 min/5 min rest": "2 x (5 x 300m w/ 60s rest) w/ 5min rest",
    "3x(800, 200) w/ 200 jog, 800 jog between sets":
        "3 x (1 x 800m w/ 200m jog + 1 x 200m w/ 200m jog) w/ 800m jog",
    "3 x (4 x 300 @ 1500 pace, 100 jog), 5 min between sets":
        "3 x (4 x 300m @ 1500 pace w/ 100m jog) w/ 5min recovery",
    "2 x 10 x 200m w/ 200m jog (400m jog between sets)": "2 x (10 x 200m w/ 200m jog) w/ 400m jog",
    "3x3x300m w/ 1 min and 3 min": "3 x (3 x 300m w/ 60s recovery) w/ 3min recovery",
    "3 x 4 x 200m (30s, 3min)": "3 x (4 x 200m w/ 30s recovery) w/ 3min recovery",
    "4*(4*200m) w/ 30s & 4min": "4 x (4 x 200m w/ 30s recovery) w/ 4min recovery",
    "two sets of four 400s with one minute rest; five minutes between sets":
        "2 x (4 x 400m w/ 60s rest) w/ 5min recovery",
    "(400m + 200m jog) x 6": "6 x 400m w/ 200m jog",
    "60m, 80m, 100m w/ walk back, 2 sets":
        "2 x (1 x 60m w/ walk back + 1 x 80m w/ walk back + 1 x 100m w/ walk back)",
    "600m 30secs 200m 5mins rest x 2": "2 x (600m + 30s rest + 200m) w/ 5min rest",
    # ladders
    "200-400-600 equal jog": "1 x 200m w/ equal jog + 1 x 400m w/ equal jog + 1 x 600m w/ equal jog",
    "1-2-1 min, 60s jog": "1 x 60s w/ 60s jog + 1 x 2min w/ 60s jog + 1 x 60s w/ 60s jog",
    "3, 2, 1 minutes w/ 1 min jog": "1 x 3min w/ 60s jog + 1 x 2min w/ 60s jog + 1 x 60s w/ 60s jog",
    "400/800/1mile": "400m + 800m + 1 mile",
    "(200, 400, 2 x 800)m": "200m + 400m + 2 x 800m",
    "800; 600; 400 w/ 3 min rest": "1 x 800m w/ 3min rest + 1 x 600m w/ 3min rest + 1 x 400m w/ 3min rest",
    # with and without an amount
    "wu: 15 min, drills, 4 strides; cd 2 miles": "warm-up 15min + drill + 4 x strides + cool-down 2 mile",
    "2 mile wu 4x400 w/ 60s rest 1 mile cd": "warm-up 2 mile + 4 x 400m w/ 60s rest + cool-down 1 mile",
    "Warm up with 1-2 miles of easy jogging. 4 x 400m.": "warm-up 1-2 mile + 4 x 400m",
    "Run 4 miles easy": "4 mile easy",
    "5 miles easy w/ 6 x 100m strides": "5 mile easy + 6 x 100m strides",
    "8 hill sprints": "8 x hill",
    # other tongues
    "10 fois 300 m, récup 100 m marche": "10 x 300m w/ 100m walk",
    "4x1500m allure 10km récup 2'": "4 x 1500m @ 10k pace w/ 2min recovery",
}  # fmt: skip


@pytest.mark.parametrize("line", SENSIBLE)
def test_a_coachs_words_are_read_in_the_sense_a_runner_gives_them(line: str) -> None:
    reading = parse_text(line)
    assert format_items(reading.steps) == SENSIBLE[line]
    assert (reading.not_understood, reading.doubts) == ((), ())


# Pasted blocks -------------------------------------------------------------------------------------------------------

BLOCKS = {
    "- 10 min easy\n- 6 x (2 min hard / 1 min easy)\n- 10 min easy":
        "10min easy + 6 x 2min @ hard w/ 60s jog + 10min easy",
    "WARM UP: 15min easy\nMAIN: 5x1000m @ 3:30 (rest 2min)\nCOOL DOWN: 10min easy":
        "warm-up 15min easy + 5 x 1000m in 3:30 w/ 2min rest + cool-down 10min easy",
    "Warm up\n2 miles easy\n\nMain set\n6 x 800m @ 5k pace\n2 min jog between reps\n\nCool down\n1 mile":
        "warm-up 2 mile easy + 6 x 800m @ 5k pace w/ 2min jog + cool-down 1 mile",
    "Session: 8 x 400m\nPace: 5k pace\nRecovery: 400 m jog": "8 x 400m @ 5k pace w/ 400m jog",
    "4 x 800m\nRest: 2 min\n\n4 x 200m\nRest: 1 min": "4 x 800m w/ 2min rest + 4 x 200m w/ 60s rest",
    "Set 1: 4 x 400m, 60s rest\nSet 2: 4 x 300m, 90s rest": "4 x 400m w/ 60s rest + 4 x 300m w/ 90s rest",
    "4 rounds of:\n400m hard\n90 sec rest": "4 x 400m @ hard w/ 90s rest",
    "10 min wu\n3 sets of:\n  600m @ mile pace\n  200m jog\n  200m fast\n5 min rest between sets\n10 min cd":
        "warm-up 10min + 3 x (1 x 600m @ mile pace w/ 200m jog + 200m @ fast) w/ 5min rest + cool-down 10min",
    "- warmup: 25:00\n- repeat: 5\n   - run: 1:00\n   - rest: 1:00\n- cool down: 10:00":
        "warm-up 25min + 5 x 60s w/ 60s rest + cool-down 10min",
    "30 second sprint/45 seconds very fast\n• Rest two minutes\n• Repeat x 4":
        "4 x (1 x 30s sprint w/ 2min rest + 1 x 45s @ very fast w/ 2min rest)",
    "800m @ 3k pace\n400m jog\n400m @ 1500 pace": "1 x 800m @ 3k pace w/ 400m jog + 400m @ 1500 pace",
}  # fmt: skip


@pytest.mark.parametrize("text", BLOCKS)
def test_a_pasted_block_is_read_line_by_line(text: str) -> None:
    reading = parse_text(text)
    assert format_items(reading.steps) == BLOCKS[text]
    assert (reading.not_understood, reading.doubts) == ((), ())


@pytest.mark.parametrize(
    ("text", "title", "written"),
    [
        ("Tuesday - Track\n8 x 400m", "Tuesday - Track", "8 x 400m"),
        ("Yasso 800s: 10 x 800 in 3:30", "Yasso 800s", "10 x 800m in 3:30"),
        ("Threshold Run — 3 km easy + 5 km @ half-marathon pace", "Threshold Run",
         "3km easy + 5km @ half marathon pace"),
        ("mile repeats: 4 x 1 mile", "mile repeats", "4 x 1 mile"),
    ],
)  # fmt: skip
def test_a_heading_is_the_title_even_where_it_has_figures(text: str, title: str, written: str) -> None:
    reading = parse_text(text)
    assert (reading.title, format_items(reading.steps)) == (title, written)
    assert (reading.not_understood, reading.doubts) == ((), ())


# Words beside what was understood ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "written", "left_out"),
    [
        ("6 x 150m build-ups", "6 x 150m", ["build-ups"]),
        ("3 x 100m starts, 3 min rest", "3 x 100m w/ 3min rest", ["starts"]),
        ("800m x4 (x5 for the endurance group)", "4 x 800m", ["(x5 for the endurance group)"]),
        ("4 x 400m faster than the first set of 400m", "4 x 400m", ["faster than the first set of 400m"]),
        ("3 x 1 mile (1st @ T, 2nd @ 10k, 3rd @ 5k)", "3 x 1 mile", ["(1st @ T, 2nd @ 10k, 3rd @ 5k)"]),
        ("20 x 400m w/ 100m jog in 30s", "20 x 400m w/ 100m jog", ["in 30s"]),
        ("6 x 4min Z4 / 2min Z1", "6 x 4min @ zone 4 w/ 2min recovery", ["Z1"]),
        ("8 miles including 4 x 1 mile @ 10k", "4 x 1 mile @ 10k pace", ["8 miles including"]),
        ("3 x 1500m. Splits: 5:14,5:08,5:15.", "3 x 1500m", ["Splits: 5:14,5:08,5:15."]),
    ],
)
def test_words_that_are_not_ours_are_left_out_alone_and_said(text: str, written: str, left_out: list[str]) -> None:
    reading = parse_text(text)
    assert format_items(reading.steps) == written
    assert [part.text for part in reading.not_understood] == left_out
    assert all(text[part.start : part.end] == part.text for part in reading.not_understood)


@pytest.mark.parametrize(
    "text",
    [
        "3 x 1 mile @ MP-10",
        "6 x 800 at 5k pace minus 5 seconds",
        "10 miles w/ last 3 @ MP",
        "Long run 90 min with 20 min tempo",
        "6 miles: 2 easy, 2 @ MP",
        "800-400 x 3",
        "4 x 400m alternating slow/fast",
        "60 minutes in total",
        "8 x 400m @ moon",
        "8 x 400m w/ recoverry",
        "7mi alternations ( 1m at MP-10/1mi at MP +20)",
    ],
)
def test_what_could_turn_the_meaning_round_loses_the_whole_part(text: str) -> None:
    reading = parse_text(text)
    assert reading.steps == ()
    assert reading.not_understood


# Nothing is swallowed ------------------------------------------------------------------------------------------------


def gaps(line: str) -> list[int]:
    return [match.start() for match in re.finditer(r"(?<=\S) (?=\S)|$|^", line)]


@pytest.mark.parametrize("line", [*SENSIBLE, *BLOCKS])
def test_a_strange_word_is_said_wherever_it_stands(line: str) -> None:
    for gap in gaps(line):
        text = f"{line[:gap]} frobnicate {line[gap:]}"
        reading = parse_text(text)
        said = [part for part in reading.not_understood if "frobnicate" in text[part.start : part.end]]
        assert said or "frobnicate" in reading.title, text


@pytest.mark.parametrize("more", ["37", "413m", "11:13", "53%", "not"])
@pytest.mark.parametrize("line", [*SENSIBLE, *BLOCKS])
def test_a_figure_more_says_something_else_or_is_not_understood(line: str, more: str) -> None:
    plain = parse_text(line)
    for gap in gaps(line):
        text = f"{line[:gap]} {more} {line[gap:]}"
        try:
            reading = parse_text(text)
        except WorkoutError:
            continue  # a thousand times more than anybody runs
        assert reading.not_understood or reading.doubts or reading.steps != plain.steps or more in reading.title, text


# Doubts --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "written", "sentence", "other"),
    [
        ("8 x 90", "8 x 90m", "took 90 as metres", "8 x 90s"),
        ("6 x 800 @ 6:00", "6 x 800m @ 6:00/mile", "took the time as a pace per mile", "6 x 800m in 6:00"),
        ("3 x 1T", "3 x 1 mile @ T", "took 1 as miles", "3 x 1km @ T"),
        ("10 x 200m (30 s)", "10 x 200m w/ 30s recovery", "took (30 s) as the recovery", "10 x 200m in 0:30"),
        ("600m (78 seconds)", "600m in 1:18", "took (78 seconds) as the time of the rep", "1 x 600m w/ 78s recovery"),
        ("5 x 3min w/ 2m jog", "5 x 3min w/ 2min jog", "took 2m as minutes", "5 x 3min w/ 2 metres jog"),
        ("4x400m @ :09 slower than goal pace", "4 x 400m @ 0:09/mile slower than goal mile pace",
         "took :09 as for a mile", "4 x 400m @ 0:09/400m slower than goal mile pace"),
        ("5x400 68-70", "5 x 400m in 1:08-1:10", "took 68-70 as the time of the rep", "5 x 400m w/ 68-70s recovery"),
        ("6 x 800m 2min", "6 x 800m w/ 2min recovery", "took 2min as the recovery", "6 x 800m in 2:00"),
        ("2 x 20 @ MP", "2 x 20min @ marathon pace", "took 20 as minutes", "2 x 20m @ marathon pace"),
        ("3 x 1 mile w/ 3 jog", "3 x 1 mile w/ 3min jog", "took 3 as minutes", "3 x 1 mile w/ 3s jog"),
        ("2m wu, 4 x 400m", "warm-up 2 mile + 4 x 400m", "took 2m as miles", "warm-up 2min + 4 x 400m"),
        ("2-4 200m", "2-4 x 200m", "took 2-4 200m as 2-4 x 200m", "2-4 reps + 200m"),
        ("1km or 4 mins", "1km", "took 1km, not 4 mins", "4min"),
        ("300m w/ 600m/5min jog", "1 x 300m w/ 600m jog", "took 600m as the recovery, not 5min",
         "1 x 300m w/ 5min jog"),
        ("8x3min, 90sec", "8 x 3min w/ 90s recovery", "took 90s as the recovery", "8 x 3min + 90s"),
        ("10 x 1 min hard, 1 min easy", "10 x 60s @ hard w/ 60s jog", "took the easy minutes as the recovery",
         "10 x 60s @ hard + 60s easy"),
        ("800m, 400m x3", "3 x (800m + 400m)",
         "took x3 for the whole list; to count the last alone, write 3 x before it", "800m + 3 x 400m"),
        ("1200, 800, 400, 3 min rest", "1 x 1200m w/ 3min rest + 1 x 800m w/ 3min rest + 1 x 400m w/ 3min rest",
         "took 3min rest after each of the list", "1200m + 800m + 400m + 3min rest"),
        ("10 min, 4 x 400m", "10min easy + 4 x 400m", "took a run that says no pace for an easy one",
         "10min @ steady + 4 x 400m"),
    ],
)  # fmt: skip
def test_a_doubt_carries_the_other_reading(text: str, written: str, sentence: str, other: str) -> None:
    reading = parse_text(text)
    assert format_items(reading.steps) == written
    assert [doubt.sentence for doubt in reading.doubts] == [sentence]
    doubt = reading.doubts[0]
    again = parse_text(text[: doubt.start] + doubt.instead + text[doubt.end :])
    assert format_items(again.steps) == other
    assert sentence not in [left.sentence for left in again.doubts]
