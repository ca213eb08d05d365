"""Tables for people: nothing cut, nothing wider than the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kg.store.plain_table import LEAST_WIDTH, plain_table

WORDS = st.text(st.sampled_from("ab cdé語🙂"), max_size=60).map(lambda text: " ".join(text.split()))


def test_columns_are_aligned() -> None:
    assert plain_table(["who", "n"], [["Olena Marchuk", "2"], ["Lee", "10"]]).splitlines() == [
        "who             n",
        "──────────────────",
        "Olena Marchuk   2",
        "Lee             10",
    ]


def test_wide_characters_take_two_cells() -> None:
    table = plain_table(["who", "n"], [["韓国", "1"], ["abcd", "2"]]).splitlines()
    assert table[2:] == ["韓国   1", "abcd   2"]


def test_only_the_wide_column_gives_way() -> None:
    table = plain_table(["who", "what"], [["Lee", "the soldiers are training"]], width=20).splitlines()
    assert table[2:] == ["Lee   the soldiers", "      are training"]


def test_a_header_stands_without_rows() -> None:
    assert plain_table(["who"], []) == "who\n───\n"


@pytest.mark.parametrize("width", [30, 60])
@given(rows=st.lists(st.tuples(WORDS, WORDS), max_size=5))
def test_a_table_fits_and_loses_nothing(width: int, rows: list[tuple[str, str]]) -> None:
    table = plain_table(["a", "b"], rows, width=width)
    assert all(cell_len(line) <= width for line in table.splitlines())
    letters = sorted("".join("".join(row) for row in rows).replace(" ", ""))
    assert sorted("".join(table.splitlines()[2:]).replace(" ", "")) == letters
    assert width >= 2 * LEAST_WIDTH
