"""Workout files: find, read, check, write."""
