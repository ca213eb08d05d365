"""Documentation that cannot go stale: the reference is generated, every command line in the prose exists."""

import importlib.util
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest

from kg.cli import main
from kg.store.questions import load_questions

PROJECT = Path(__file__).parents[1]
PROSE = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *sorted((PROJECT / "docs").glob("*.md"))]
_COMMAND_LINE = re.compile(r"^(?:    |\$ )?(?:\S.*\| )?(kg [^|#\n]*)", re.MULTILINE)


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", PROJECT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", sorted(_generator().PAGES))
def test_the_reference_says_what_the_code_does(name: str) -> None:
    written = (PROJECT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert written == _generator().page(name), "out of date: run `make docs`"


def test_the_reference_has_no_page_that_nothing_writes() -> None:
    assert {path.name for path in (PROJECT / "docs" / "reference").iterdir()} == set(_generator().PAGES)


def _command_lines() -> Iterator[str]:
    for path in PROSE:
        for block in re.findall(
            r"(?:^    .+\n)+|```sh\n[\s\S]*?```", path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            yield from (found.strip() for found in _COMMAND_LINE.findall(block))


@pytest.mark.parametrize("line", sorted(set(_command_lines())))
def test_every_command_line_of_the_prose_exists(line: str) -> None:
    words = shlex.split(line, comments=True)[1:] if line.count("'") % 2 == 0 else line.split()[1:]
    command: click.Command = main
    while words and isinstance(command, click.Group) and not words[0].startswith("-"):
        found = command.get_command(click.Context(command), words.pop(0))
        assert found is not None, line
        command = found
    known = {option for parameter in command.params for option in parameter.opts} | {
        "--help",
        "-h",
        "--version",
    }
    assert {word for word in words if re.fullmatch(r"--?[a-z-]+", word) and word != "-"} <= known


def test_the_prose_shows_every_command() -> None:
    shown = {line.split()[1] for line in _command_lines() if len(line.split()) > 1}
    assert shown >= set(main.commands)


def test_every_question_is_in_the_reference() -> None:
    page = (PROJECT / "docs" / "reference" / "questions.md").read_text(encoding="utf-8")
    assert [name for name in load_questions() if f"## {name}\n" not in page] == []
