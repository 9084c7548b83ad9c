"""`bell-lap read`: one text, standard input, or a file of rows."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.programs import Bell


def rows(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_text_is_written_in_its_canonical_form(bell: Bell) -> None:
    answer = bell("read", "10 min WU, 3 x (400 @ mile pace, 200 jog), 10 min CD")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "warm-up 10min\n3 x 400m @ mile pace w/ 200m jog\ncool-down 10min\n"


def test_what_is_not_understood_and_doubted_is_said(bell: Bell) -> None:
    answer = bell("read", "800m, 400m x3; frobnicate")
    assert answer.code == 0
    assert "not understood, at 15: 'frobnicate'" in answer.out
    assert "doubt: took x3 for the whole list" in answer.out


def test_the_reading_as_values(bell: Bell) -> None:
    document = bell(
        "read", "4-5 x 800m @ 5k pace w/ 2 min jog + 2 x (4 x 200m w/ 30s rest) w/ 3-4min", "--json"
    ).document
    assert set(document) == {"steps", "not_understood", "doubts"}
    assert document["steps"] == [
        {
            "repeat": [4, 5],
            "steps": [
                {"kind": "run", "distance_m": 800, "target": "5k pace"},
                {"kind": "jog", "duration_s": 120},
            ],
        },
        {
            "repeat": 2,
            "steps": [
                {"repeat": 4, "steps": [{"kind": "run", "distance_m": 200}, {"kind": "rest", "duration_s": 30}]},
            ],
            "between_sets": {"kind": "recovery", "duration_s": [180, 240]},
        },
    ]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("warm-up 2 mi", {"kind": "warmup", "distance_m": 3218.688}),
        ("cool-down", {"kind": "cooldown", "open": True}),
        ("30 min easy", {"kind": "easy", "duration_s": 1800}),
        ("100m strides", {"kind": "stride", "distance_m": 100}),
        ("20m A-skips", {"kind": "drill", "distance_m": 20, "name": "A-skips"}),
        ("5 squats", {"kind": "strength", "reps": 5, "name": "squats"}),
        ("full recovery", {"kind": "recovery", "full": True}),
        ("walk back", {"kind": "walk", "back_to_start": True}),
        ("equal time jog", {"kind": "jog", "equal": "time"}),
        ("3:1 jog", {"kind": "jog", "ratio_of_work": 0.333333}),
        ("60-90s rest", {"kind": "rest", "duration_s": [60, 90]}),
        ("400m in 80", {"kind": "run", "distance_m": 400, "target": "in 1:20"}),
    ],
)
def test_every_kind_has_its_shape(bell: Bell, text: str, step: dict[str, Any]) -> None:
    assert bell("read", text, "--json").document["steps"] == [step]


def test_a_send_off_is_kept(bell: Bell) -> None:
    (block,) = bell("read", "10 x 100 on 2:00", "--json").document["steps"]
    assert block["steps"][1] == {"kind": "recovery", "sendoff_s": 120.0}


def test_standard_input_is_read_for_a_dash(bell: Bell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("6 x 800m\n@ 5k pace\nRest: 90s\n"))
    assert bell("read", "-").out == "6 x 800m @ 5k pace w/ 90s rest\n"


def test_nothing_understood_is_exit_2_and_still_a_document(bell: Bell) -> None:
    answer = bell("read", "frobnicate", "--json")
    assert answer.code == 2
    assert answer.document["steps"] is None
    assert answer.document["not_understood"] == [{"text": "frobnicate", "start": 0, "end": 10, "hint": ""}]
    assert answer.err.count("\n") == 1


def test_a_bound_is_exit_2(bell: Bell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "more than 20,000 steps" in bell("read", "99999 x (99999 x 1s)").complaint
    assert "more than 5 deep" in bell("read", "(" * 10_000).complaint
    monkeypatch.setattr("sys.stdin", io.StringIO("8 x 200m\n" * 200_000))
    assert "more than 100,000 characters" in bell("read", "-").complaint


def test_one_row_out_for_each_row_in(bell: Bell, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": "8 x 200m w/ 200m jog"}),
        json.dumps({"id": "b", "text": "frobnicate"}),
        json.dumps({"id": "c", "text": "99999 x (99999 x 1s)"}),
        json.dumps({"id": 4, "text": ""}),
        json.dumps({"id": "no text"}),
        json.dumps({"id": "number", "text": 8}),
        "[]",
        "not json",
        "[" * 100_000,
        json.dumps({"id": "long", "text": "x" * 2_500_000}),
        json.dumps({"text": "4 x 100m"}),
        '{"id": "surrogate", "text": "8 x 200m \\ud800"}',
        "\ufffd\x00",
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    answer = bell("read", "--jsonl", str(path))
    assert (answer.code, answer.err) == (0, "")
    found = rows(answer.out)
    assert len(found) == len(lines)
    assert all(set(row) == {"id", "steps", "not_understood", "doubts"} for row in found)
    assert [row["steps"] is not None for row in found] == [n in {0, 10} for n in range(len(lines))]
    assert [row["id"] for row in found[:4]] == ["a", "b", "c", 4]
    assert found[1]["not_understood"][0]["text"] == "frobnicate"
    assert "20,000" in found[2]["doubts"][0]


def test_a_file_of_any_bytes_is_read_row_by_row(bell: Bell, tmp_path: Path) -> None:
    path = tmp_path / "bytes.jsonl"
    path.write_bytes(bytes(range(256)) * 20)
    answer = bell("read", "--jsonl", str(path))
    assert (answer.code, answer.err) == (0, "")
    assert all(row["steps"] is None for row in rows(answer.out))
    path.write_bytes(b"")
    assert bell("read", "--jsonl", str(path)).out == ""
