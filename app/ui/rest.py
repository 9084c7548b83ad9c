"""The rest: every page but the first, loaded in the background once the first is there.

Rules of the file: it is imported by the background alone, and nothing of it is used; a page that is opened sooner loads
itself.
"""

from __future__ import annotations

import app.ui.digests
import app.ui.history_page
import app.ui.lap_sheet
import app.ui.live
import app.ui.result_page
import app.ui.run_page
import app.ui.settings_page
import app.ui.sound_page  # noqa: F401 - all of them are imported to be there
