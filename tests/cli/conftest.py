"""The terminal's commands in this process: words in, exit code and both streams out."""

from __future__ import annotations

import pytest

from app.cli import run
from tests.cli.programs import Answer, Bell


@pytest.fixture
def bell(capsys: pytest.CaptureFixture[str]) -> Bell:
    """`bell("splits", "5:00")` runs a command and returns its answer."""

    def command(*words: str) -> Answer:
        capsys.readouterr()
        code = run(words)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return command
