"""Dates: the names of days and months in the language in force.

Rules of the file: names alone; which stands before which is a sentence's business, and so is translated with it.
"""

from __future__ import annotations

import datetime

from PySide6.QtCore import QLocale


def weekday(when: datetime.date) -> str:
    """Return the name of its day: `Sunday`."""
    return QLocale().dayName(when.isoweekday(), QLocale.FormatType.LongFormat)


def short_weekday(when: datetime.date) -> str:
    """Return the name of its day, short: `Sun`."""
    return QLocale().dayName(when.isoweekday(), QLocale.FormatType.ShortFormat)


def month(when: datetime.date) -> str:
    """Return the name of its month: `November`."""
    return QLocale().monthName(when.month, QLocale.FormatType.LongFormat)


def short_month(when: datetime.date) -> str:
    """Return the name of its month, short: `Nov`."""
    return QLocale().monthName(when.month, QLocale.FormatType.ShortFormat)
