"""Keeping the run of a watch: made a session of ours, and into the history, once.

Where it stands: formats make recordings, `app.interchange.sessions` makes sessions of them; here they come to the
store, by the window through the house, or by a command that takes the data folder for as long.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
from typing import TYPE_CHECKING

from app.bootstrap.choices import Remembered, remembered
from app.bootstrap.past import past_of
from app.core.tongue import tr
from app.folder import data_folder
from app.ui.desk import KeptRun, Past

if TYPE_CHECKING:
    from app.core.units import Metres
    from app.interchange.recording import Recording
    from app.store.database import Store

FILE_CHARS = 200


def keep_run(
    recording: Recording, file: str = "", data_dir: str | None = None, *, race_m: Metres | None = None
) -> KeptRun:
    """Keep a recorded run in a data folder.

    Args:
        recording: as a format read it.
        file: the name of its file, without its folders.
        data_dir: the data folder that was asked for, if one was.
        race_m: how long it was, where a person says so.

    Raises:
        WorkoutError: it is no run, or over a bound.
        StoreError: the window or another process has the folder, or it cannot be written.
    """
    from app.store.database import Store  # noqa: PLC0415 - the store loads only where it is used

    known = remembered(data_dir)
    store = Store.open(data_folder(data_dir))
    with contextlib.closing(store):
        return keep_in(store, recording, file, known, race_m=race_m)


def keep_in(
    store: Store, recording: Recording, file: str, known: Remembered, *, race_m: Metres | None = None
) -> KeptRun:
    """Keep a recorded run in a store; one that is kept already is left as it is, and said.

    Raises:
        WorkoutError: it is no run, or over a bound.
        StoreError: the file cannot be written.
    """
    from app.interchange.sessions import session_of  # noqa: PLC0415 - loads when something is imported
    from app.store.importing import IMPORTED, ImportedRun  # noqa: PLC0415 - as the store

    file = " ".join(file.split())[-FILE_CHARS:]
    made = session_of(recording, known.athlete, known.setup, file=file, race_m=race_m)
    started_at, notes = _begun(made.started_at), made.notes
    if started_at is None:
        started_at = datetime.datetime.now().astimezone().isoformat()
        notes = (*notes, tr("The file does not say when it was run: it is kept under the time of its import."))
    added = store.add_imported(ImportedRun(made.plan, made.events, started_at, digest_of(recording), file))
    if not added.is_new:
        return KeptRun(past_of(store.load(added.session_id).summary), is_new=False, notes=notes)
    return KeptRun(Past(added.session_id, made.plan.workout.name, started_at, IMPORTED), is_new=True, notes=notes)


def digest_of(recording: Recording) -> str:
    """Return what tells a run from every other: when it was and how its time passed.

    Neither the file's name nor its format's way of writing is in it, nor metres, which a reader may come to read
    otherwise.
    """
    times = (
        recording.started_at,
        recording.elapsed_ms,
        [(lap.start_ms, lap.elapsed_ms) for lap in recording.laps],
        [sample.at_ms for sample in recording.samples],
        [(stop.at_ms, stop.ms) for stop in recording.stops],
        "" if recording.started_at else [sample.distance_m for sample in recording.samples],
        None if recording.started_at else recording.distance_m,
    )
    return hashlib.sha256(repr(times).encode()).hexdigest()


def _begun(started_at: str) -> str | None:
    """Return a start by the clock of this place; None where the file has none that can be read."""
    try:
        return datetime.datetime.fromisoformat(started_at).astimezone().isoformat()
    except (ValueError, OverflowError, OSError):
        return None
