"""The pure core: no clock, file, toolkit, log, thread or chance. Time comes in as an argument."""
