"""Every bound of the program, stated once.

They hold before memory or time is spent: a count is compared before a loop is entered, a size before a
file is read. Who needs a bound imports it from here and names it in the sentence the person reads.
"""

FILE_BYTES = 1_000_000
"""A workout file or pasted text, in bytes. Real workout files are under 2 kB."""

TEXT_CHARS = 100_000
"""A text given to the notation, in characters. A season of club e-mails is about a tenth of it."""

FAULTS = 100
"""Faults told of one file. Who has more of them has the wrong file, or one mistake many times."""

KEY_PARTS = 8
"""Parts of a dotted key in a file. Workout files have none; Python's reader takes minutes over a hundred thousand."""

WORDS = 3_000
"""Words and figures of a text given to the notation. A season of club e-mails has fewer; so many take a
tenth of a second to read."""

PART_WORDS = 80
"""Words and figures of one part of a text, between two separators. A coach's longest has about 25."""

REACH = 200
"""Items of a text that one recovery or target may hold for. The longest ladders have twenty rungs."""

NESTING = 5
"""Repeats within repeats. Coaches write two levels (sets of reps), seldom three."""

SEGMENTS = 20_000
"""Segments of one plan. A marathon of 10 s reps has about 1,700."""

PLAN_MS = 24 * 60 * 60 * 1000
"""Planned length of one workout, and of any single time in it: under 24 h."""

RECORDED_MS = 10 * 24 * 60 * 60 * 1000
"""Running time of one recorded run: ten days. The longest races last six."""

DISTANCE_M = 1_000_000
"""A single distance, and the planned distance of one workout, in metres."""

REPS = 100_000
"""A count as it is written. Larger ones are refused before they are multiplied."""

MARKS = 2_000
"""Marks of one distance segment. 24 h of 200 m marks at record pace would pass it; no rep does."""

CUE_LOG = 100_000
"""Lines of one session's cue log. An hour of 10 s reps has about 5,000."""

GIVEN_UP_MS = 250
"""A cue later than this stays silent rather than wrong: after a lid was closed nothing is caught up."""

LEAST_LAP_MS = 10_000
"""The least time between two lap presses, as it is set: from 0, where every press counts, to this. 60 m take 7 s."""

RESUME_WITHIN_MS = 10 * 60 * 1000
"""How long after a stop it can be taken back, or become a pause: what was stopped by mistake is missed by then."""

KEY_NAMES = 100
"""Names in the settings' table of keys; the program has about thirty."""

FAVOURITES = 1000
"""Favourite workouts."""

PROFILE_LAPS = 200
"""Percentages in a pace profile; a 10,000 on a 50 m track has as many laps."""
PROFILE_PCT = (50, 200)
"""Of even pace, in one lap of a profile."""
RABBITS = 4
"""Other goals whose lights run round the track; more dots than that are a crowd."""
GHOST_SESSIONS = 200
"""Past sessions that are looked through for the best and the last run: a year of four a week."""
BELT_LEAD_S = 60
"""Between the word for a belt's speed and the work. The slowest belts take 30 s."""
BELT_KMH = 25
"""The speed that most belts reach, 15.5 mph; a faster one is asked with a warning. A round figure of ours."""
INCLINE_PCT = 15
"""Of a treadmill; steeper ones are for walking."""
TRACK_M = (50, 5000)
"""One lap of a track."""
PRACTICE_LAPS = (2, 12)
"""Laps of one practice: one alone cannot be even."""
PRACTICE_S_PER_400 = (40, 600)
"""Pace of a practice, in seconds for 400 m: from a record 400 to a walk."""
PRACTICES = 200
"""Past practices that are scored for the trend, the newest."""
INTERCHANGE_BYTES = 25_000_000
"""A file of another program. A point of TCX takes 300 to 500 bytes: this is 14 hours at one a second."""
XML_DEPTH = 32
"""Elements within elements of such a file; TCX has nine."""
XML_ELEMENTS = 1_500_000
"""Elements of such a file. A point of TCX has about ten: 25 MB of them come to half of this."""
RECORDED_SAMPLES = 200_000
"""Points of one recorded run: two days at one a second."""
RECORDED_LAPS = 2_000
"""Laps of one recorded run."""
INTERCHANGE_STEPS = 2_000
"""Steps of a workout of another program; watches take 50 to 200."""
FIT_PARTS = 100
"""FIT files in a row in one file; a triathlon has three."""
FIT_FIELDS = 4_000_000
"""Fields decoded of one FIT file, a message costing six more: 300,000 points, about ten seconds."""
FILES_AT_ONCE = 200
"""Files given to one import."""
TAGS = 12
"""Words that a workout is found by."""
TAG_CHARS = 30
"""Of one of them; it has to fit on a chip."""
NAME_CHARS = 200
"""Of a workout's name."""
DRAFT_BYTES = 1_000_000
"""An unsaved text with what belongs to it: the longest text that is read, four bytes a character, twice over."""
