"""The go that nobody knows beforehand: drawn by chance for each session, outside the core."""

from __future__ import annotations

import secrets

from app.core.gun import GO_AFTER_MS, with_go
from app.core.plan import Plan


def drawn(plan: Plan) -> Plan:
    """Return the plan with a go that comes at any millisecond from 1 to 3 s, each as likely."""
    least, most = GO_AFTER_MS
    return with_go(plan, least + secrets.randbelow(most - least + 1))
