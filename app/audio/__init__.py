"""Cue to sample: the sounds, the sound process, its outputs."""
