"""Runs between quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolution.quotations import quoted_runs, run_around


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("She said “yes” and “no”.", ["“yes”", "“no”"]),
        ('She said "yes", then "no".', ['"yes"', '"no"']),
        ("«Oui», „ja“", ["«Oui»", "„ja“"]),
        ("“It rains.\n“It pours.”", ["“It rains.", "“It pours.”"]),
        ("It rains.", []),
    ],
)
def test_runs_end_with_their_mark_or_their_paragraph(text: str, runs: list[str]) -> None:
    assert [run.of(text) for run in quoted_runs(text)] == runs


@given(st.text(alphabet='“”"«»„a\n '))
def test_a_character_is_in_the_run_that_holds_it_or_in_none(text: str) -> None:
    runs = quoted_runs(text)
    for offset in range(len(text)):
        holding = [run for run in runs if run.start <= offset < run.end]
        assert [run_around(offset, runs)] == (holding or [None])
