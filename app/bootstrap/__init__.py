"""Where concrete things meet: the data folder, the files that ship, the sound process, the journal, the window.

Rules of the room: the only one that makes concrete things and hands them to each other. Nothing is imported here, so
that the window can open before most of it is loaded.
"""
