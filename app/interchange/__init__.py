"""Interchange: files of watches, treadmills and other programs; each way says what it could not carry.

```
bytes ── read ──► Sheet ── workout_of ──► Workout          bytes ── read ──► Recording ── session_of ──► Plan, Events
Workout ── sheet_of(abilities) ──► Sheet, losses ── write ──► bytes
```

Rules of the room: a format's own module knows its bytes and the sheet, nothing of workouts; what a format cannot say
is cut from the sheet before it is written, by `cutting`, and each cut is a loss with its sentence. Nothing here opens a
path or writes one: bytes come in, bytes go out. Size and depth are bounded before anything is parsed.

Where what stands:

- the seams: `sheet`, `recording`, `format`, and `registry`, which lists the formats and tells which a file is;
- the formats: `fit` and `fit_…`; `zwo`, `tcx` and `gpx` behind `xml_door`; `icu` and `icu_…`; `garmin_json`; `plain`;
- workouts out: `exporting` → `cutting` → `laying` (the tree as it is run), `saying` (one step), `wording`, `paces`;
- workouts in: `importing` → `rounding` (what stands written out becomes repeats), `carrying` (one step);
- runs in: `sessions` → `timeline`, `lapping`, `inferring` (work or rest), `reps`, `nominal`, `marking` and `splitting`
  (marks and their interpolated times), `pieces` (the plan and its events).
"""
