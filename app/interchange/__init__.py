"""Interchange: files of watches, treadmills and other programs; each way says what it could not carry.

```
bytes ── read ──► Sheet ── workout_of ──► Workout          bytes ── read ──► Recording ── session_of ──► Plan, Events
Workout ── sheet_of(abilities) ──► Sheet, losses ── write ──► bytes
```

Rules of the room: a format's own module knows its bytes and the sheet, nothing of workouts; what a format cannot say
is cut from the sheet before it is written, by `cutting`, and each cut is a loss with its sentence. Nothing here opens a
path or writes one: bytes come in, bytes go out. Size and depth are bounded before anything is parsed.
"""
