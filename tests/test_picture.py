"""``make graph`` takes the picture of the README where there is a chromium, and succeeds without one."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
PICTURE = PROJECT / "docs" / "picture.png"


def take(path: Path) -> str:
    """What the script says with these programs on the path; it must succeed."""
    command = [sys.executable, PROJECT / "docs" / "picture.py"]
    return subprocess.run(command, env={"PATH": str(path)}, capture_output=True, check=True, text=True).stderr


def browser(folder: Path, script: str) -> None:
    """A program that stands for chromium."""
    program = folder / "chromium"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (None, "there is no chromium on the path"),
        ("exit 1", "chromium took no picture (CalledProcessError)"),
        ("exit 0", "chromium took no picture"),
    ],
)
def test_without_a_picture_the_old_one_is_left_and_a_line_says_so(tmp_path, script, reason) -> None:
    if script is not None:
        browser(tmp_path, script)
    before = PICTURE.read_bytes()
    assert take(tmp_path) == f"docs/picture.png was left as it is: {reason}\n"
    assert PICTURE.read_bytes() == before


def test_make_graph_takes_the_picture_last() -> None:
    recipe = (PROJECT / "Makefile").read_text(encoding="utf-8").partition("\ngraph:")[2].partition("\n\n")[0]
    assert recipe.splitlines()[-1] == "\t$(BIN)/python docs/picture.py"
