"""``kg actors`` as a person at a terminal has it."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import kg


def listed(*words: str) -> list[dict[str, str]]:
    result = kg("actors", *words, "--format", "csv")
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_the_list_has_every_actor_the_most_quoted_first(built: Path) -> None:
    rows = listed("list")
    assert {row["name"] for row in rows} >= {"Olena Marchuk", "Karl Brandt", "Western official"}
    assert [int(row["statements"]) for row in rows] == sorted(
        (int(row["statements"]) for row in rows), reverse=True
    )
    assert len(listed("list", "--limit", "2")) == 2


def test_a_kind_can_be_asked_for(built: Path) -> None:
    assert {row["kind"] for row in listed("list", "--kind", "person")} == {"person"}
    assert {row["name"] for row in listed("list", "--kind", "anonymous")} == {"Western official"}


def test_search_takes_names_as_people_type_them(built: Path) -> None:
    assert [row["name"] for row in listed("search", "marchuc")] == ["Olena Marchuk"]
    assert {row["name"] for row in listed("search", "brandt")} == {"Karl Brandt", "Olena Brandt"}
    assert {row["name"] for row in listed("search", "brandt", "--kind", "government")} == set()


def test_one_actor_is_shown_with_names_words_and_statements(built: Path) -> None:
    shown = kg("actors", "show", "marchuk").stdout
    assert shown.startswith("Olena Marchuk (person)\nactor:olena-marchuk-")
    assert "“Marchuk”: 1 mention in 1 article, by alias" in shown
    assert "Northland has sent troops" in shown
    facts = json.loads(kg("actors", "show", "marchuk", "--json").stdout)
    assert (facts["kind"], facts["name"]) == ("person", "Olena Marchuk")


@pytest.mark.parametrize("cut", [4, 10, -3, None])
def test_an_identifier_or_its_beginning_names_an_actor(built: Path, cut: int | None) -> None:
    (row,) = listed("search", "karl")
    local = row["actor"].rpartition("/")[2]
    digest = local.rpartition("-")[2]
    for asked in (row["actor"], f"<{row['actor']}>", f"actor:{local}", local[:cut], digest[:cut]):
        assert kg("actors", "show", asked).stdout.startswith("Karl Brandt"), asked


def test_who_is_meant_is_never_guessed(built: Path) -> None:
    several = kg("actors", "show", "brandt")
    assert several.exit_code == 1
    assert "'brandt' can be 2 actors" in several.stderr
    assert "(Karl Brandt)" in several.stderr
    assert "(Olena Brandt)" in several.stderr
    nobody = kg("actors", "show", "marchuc")
    assert nobody.exit_code == 1
    assert "Olena Marchuk" in nobody.stderr
