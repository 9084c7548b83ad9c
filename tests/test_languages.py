"""Every text of the program is translated into every language, and what is shipped is what the translations say."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from app.ui.language import FOLDER
from tests.languages import ROOT, Text, codes, faults, gather, pack, texts

SOURCES = sorted((ROOT / "app").rglob("*.py"))
CODES = codes()


@pytest.fixture(scope="module", params=CODES)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def gathered(code: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the translations, brought up to what the code says today."""
    copy = tmp_path_factory.mktemp("languages") / f"{code}.ts"
    shutil.copy(FOLDER / copy.name, copy)
    gather(copy, code)
    return copy


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            yield node


def test_every_text_is_translated_and_none_is_of_yesterday(code: str, gathered: Path) -> None:
    said = faults(FOLDER / f"{code}.ts", gathered)
    assert said == [], "\n".join(said)


def test_the_packed_file_is_what_the_translations_say(code: str, tmp_path: Path) -> None:
    packed = tmp_path / f"{code}.qm"
    pack(FOLDER / f"{code}.ts", packed)
    assert packed.read_bytes() == (FOLDER / packed.name).read_bytes(), "run python -m tests.languages"


def test_the_packed_file_translates_every_text(code: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"{code}.qm"))
    for text, message in texts(FOLDER / f"{code}.ts").items():
        assert translator.translate("", text.source, text.apart) == message.findtext("translation")


def test_qts_tool_finds_every_text_that_the_code_has(gathered: Path) -> None:
    ours = {Text(*(ast.literal_eval(word) for word in (*call.args, ast.Constant(""))[:2]))
            for path in SOURCES for call in calls(ast.parse(path.read_text("utf-8")))}  # fmt: skip
    assert ours == {*texts(gathered)}


def test_what_is_translated_is_a_literal_and_is_translated_where_it_is_said() -> None:
    """A variable is seen by no tool, and a module that is loaded speaks before the language is in place."""
    wrong = []
    for path in SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        inside = {call for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for call in calls(node)}
        for call in calls(tree):
            is_literal = all(isinstance(word, ast.Constant) for word in call.args) and not call.keywords
            if not is_literal or call not in inside:
                wrong.append(f"{path.relative_to(ROOT)}:{call.lineno}")
    assert wrong == []


TS = """<TS version="2.1"><context><name></name>{}</context></TS>"""
MESSAGE = "<message><source>{}</source><translation{}>{}</translation></message>"


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (MESSAGE.format("Rep {n}", "", "Rep. {n}"), ""),
        (MESSAGE.format("Rep {n}", "", "Rep. {m}"), "Other names in braces than 'Rep {n}': 'Rep. {m}'"),
        (MESSAGE.format("Rep {n}", ' type="unfinished"', "Rep. {n}"), "Not translated: 'Rep {n}'"),
        (MESSAGE.format("Rep {n}", "", ""), "Not translated: 'Rep {n}'"),
        (MESSAGE.format("Rep {n}", "", "Rep. {n} "), "Other blanks at the ends than 'Rep {n}': 'Rep. {n} '"),
        ("", "Missing, run python -m tests.languages: 'Rep {n}'"),
        (
            MESSAGE.format("Rep {n}", "", "Rep. {n}") + MESSAGE.format("Old", "", "Viejo"),
            "No longer in the code, run python -m tests.languages: 'Old'",
        ),
    ],
)
def test_what_is_wrong_with_a_translation_is_said_in_a_sentence(kept: str, said: str, tmp_path: Path) -> None:
    wanted = tmp_path / "wanted.ts"
    wanted.write_text(TS.format(MESSAGE.format("Rep {n}", "", "Rep. {n}")), "utf-8")
    ours = tmp_path / "ours.ts"
    ours.write_text(TS.format(kept), "utf-8")
    assert faults(ours, wanted) == ([said] if said else [])
