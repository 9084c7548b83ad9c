"""The words that say who runs, where, and how it is paced; what they mean is in `athletes`.

Rules of the file: nothing of the core is imported, since every start of the program reads these.
"""

from __future__ import annotations

import argparse

WORDS = (
    "goal", "best", "track", "lane", "every", "convention", "profile", "light",
    "start", "lead_in", "belt", "belt_lead", "incline",
)  # fmt: skip
"""Of the options, as argparse names them."""
CONVENTIONS = ("finish-line", "start-line")
STARTS = ("count", "own", "go")
LIGHTS = ("100", "200", "400", "off")


def add_words(words: argparse.ArgumentParser) -> None:
    """Give a command the words that say who runs, where and how."""
    words.add_argument("--goal", metavar="TIME", help="goal mile, such as 5:20")
    words.add_argument("--best", metavar="TIME", help="best mile")
    words.add_argument("--track", metavar="METRES", help="one lap of the track in lane 1, such as 200 or 440yd (400)")
    words.add_argument("--lane", metavar="N", help="lane of the standard 400 m track (1)")
    words.add_argument("--every", metavar="METRES", help="marks at this distance instead of each lap")
    words.add_argument("--convention", choices=CONVENTIONS, help="from where a race's laps are counted: finish-line")
    words.add_argument("--profile", metavar="PROFILE", help='even, record, negative, or percentages "98, 101, 102, 99"')
    words.add_argument("--light", choices=LIGHTS, help="a sound at places so many metres apart, each on pace")
    words.add_argument("--start", choices=STARTS, help="how a race starts: at a count, on your own, or at a go")
    words.add_argument("--belt", choices=["km/h", "mph", "off"], help="on a treadmill: speeds to dial in; it advises")
    words.add_argument("--belt-lead", metavar="SECONDS", help="how long the belt takes to its speed: 15")
    words.add_argument("--incline", metavar="PERCENT", help="of the treadmill, for what it costs: 0")
    words.add_argument("--lead-in", metavar="SECONDS", choices=["0", "3", "5", "10"], help="count before a rep: 5")
