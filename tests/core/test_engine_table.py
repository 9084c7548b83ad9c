"""The engine's one table: every state takes what its row says, refuses the rest unchanged, and the README draws it."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from app.core.asked import SAY_MORE, Asked, Command, Delete, Guess, Insert, Jump, Lengthen, Move, Relabel, Restore
from app.core.engine import TRANSITIONS, Engine
from app.core.errors import IllegalCommand
from app.core.plan import Plan
from app.core.state import State
from app.core.units import Instant
from tests.drawn import cool_down, jog_s, plan_of, run_m, run_s, times

README = Path(__file__).parents[2] / "README.md"

BEGUN = [(Command.START, 0), (Command.LAP, 40_000), (Command.LAP, 40_100)]
"""A rep, and a double tap at its end."""

PRESSES: dict[State, list[tuple[Command, int]]] = {
    State.READY: [],
    State.RUNNING: [*BEGUN],
    State.PAUSED: [*BEGUN, (Command.PAUSE, 45_000)],
    State.FINISHED: [*BEGUN, *[(Command.SKIP, 41_000)] * 20],
    State.STOPPED: [*BEGUN, (Command.STOP, 45_000)],
}
"""How each state is reached, so that nothing but the state keeps a command from it."""

WITH_MORE: dict[Command, Asked] = {
    Command.JUMP: Jump(0),
    Command.LENGTHEN: Lengthen(30_000),
    Command.INSERT: Insert(Instant(20_000)),
    Command.DELETE: Delete(Instant(40_000)),
    Command.MOVE: Move(Instant(40_000), -500),
    Command.RELABEL: Relabel(Instant(40_000), 1),
    Command.RESTORE: Restore(Instant(40_100)),
    Command.GUESS: Guess(0, 1, 39_000),
}


def plan() -> Plan:
    """The second press comes in the recovery of a rep that need not be repeated: LEAVE means something there."""
    return plan_of(times(1, run_m(200), rest=jog_s(60), most=3), run_s(30), cool_down(), lead_s=0)


def engine_in(state: State) -> Engine:
    engine = Engine.replayed(plan(), [(command, Instant(ms)) for command, ms in PRESSES[state]])
    assert engine.state is state
    return engine


def test_every_state_has_a_row() -> None:
    assert set(TRANSITIONS) == set(State)


def test_every_command_means_something_somewhere() -> None:
    assert {command for row in TRANSITIONS.values() for command in row} == set(Command)


@pytest.mark.parametrize(("state", "command"), list(product(State, Command)), ids=lambda value: value.value)
def test_a_command_is_in_the_table_or_refused_without_change(state: State, command: Command) -> None:
    engine, at = engine_in(state), Instant(50_000)
    held, shown, accepts = list(engine.held), engine.snapshot(at), engine.accepts
    if command in TRANSITIONS[state]:
        assert command in accepts
        engine.send(WITH_MORE.get(command, command), at)
        assert engine.next_event() is not None
        return
    assert command not in accepts
    with pytest.raises(IllegalCommand, match=f"{command.value} means nothing while the session is {state.value}"):
        engine.send(command, at)
    assert (list(engine.held), engine.snapshot(at), engine.state, engine.accepts) == (held, shown, state, accepts)
    assert engine.next_event() is None


@pytest.mark.parametrize("command", SAY_MORE, ids=lambda command: command.value)
def test_a_command_that_has_to_say_more_means_nothing_bare(command: Command) -> None:
    engine = engine_in(State.RUNNING)
    with pytest.raises(IllegalCommand, match=f"{command.value} has to say more"):
        engine.send(command, Instant(50_000))
    assert engine.next_event() is None


def test_nothing_can_be_undone_before_it_was_done_and_no_block_left_before_its_lower_end() -> None:
    engine = Engine.replayed(plan(), [(Command.START, Instant(0))])
    assert {Command.UNDO, Command.LEAVE} & engine.accepts == set()
    for command in (Command.UNDO, Command.LEAVE):
        with pytest.raises(IllegalCommand):
            engine.send(command, Instant(1_000))


def test_the_readme_draws_the_table() -> None:
    drawn = "\n".join(
        f"{state.name:<9} {' '.join(command.value for command in row) or '-'}" for state, row in TRANSITIONS.items()
    )
    block = re.search(r"<!-- transitions: .*?-->\n```\n(.*?)\n```", README.read_text("utf-8"), re.DOTALL)
    assert block is not None
    assert block[1] == drawn
