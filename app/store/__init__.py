"""The data folder's one SQLite file: the journal of each session as it falls, and the sessions as they were."""
