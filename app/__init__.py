"""Bell Lap: a pacing and interval timer for people who train to run a faster mile.

Start reading at `app/core/workout.py` (what was written), then `plan.py` (what will happen if nobody
presses anything), `engine.py` (what does happen), `session.py` (what is remembered). Everything
outside `app/core` is a door: text, files, sound, disk, window.
"""

__version__ = "0.1.0"
