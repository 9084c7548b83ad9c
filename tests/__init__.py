"""The tests; a package by name, since garmin-fit-sdk brings a top-level `tests` that would hide a mere folder."""
