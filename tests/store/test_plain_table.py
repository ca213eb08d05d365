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


def test_what_has_most_to_say_is_widest_and_words_stay_whole() -> None:
    rows = [["Volodymyr Tkach", "cautioned", "that any involvement could be a trigger for a wider war"]]
    assert plain_table(["who", "cue", "what"], rows, width=50).splitlines()[2:] == [
        "Volodymyr   cautioned   that any involvement could",
        "Tkach                   be a trigger for a wider",
        "                        war",
    ]


def test_a_blank_line_stands_beside_a_row_of_several_lines() -> None:
    rows = [["a", "short"], ["b", "short"], ["c", "one word and many more"], ["d", "short"]]
    assert plain_table(["x", "y"], rows, width=16).splitlines()[2:] == [
        "a   short",
        "b   short",
        "",
        "c   one word and",
        "    many more",
        "",
        "d   short",
    ]


def test_a_word_that_is_longer_than_its_column_is_broken() -> None:
    assert plain_table(["x", "y"], [["a", "n" * 30]], width=24).splitlines()[2:] == [
        f"a   {'n' * 20}",
        f"    {'n' * 10}",
    ]


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
