"""The measure of linking measures: on a few invented names, and on articles whose answer is known."""

from pathlib import Path

import pytest

from benchmarks.linking import invented, measure_quality, measure_speed
from kg.resolution import link_actors

MARSH = "Helen Marsh spoke in Valdene on day {day}. Marsh smiled and left. She said that Marsh had won."


def test_invented_names_are_as_many_as_asked_for_and_always_the_same() -> None:
    seen = list(invented(200))
    assert len({each.actor.id for each in seen}) == 200
    assert seen == list(invented(200))
    assert link_actors(seen).suspects


def test_speed_is_told_with_its_size(capsys: pytest.CaptureFixture[str]) -> None:
    measure_speed(100)
    assert capsys.readouterr().out.startswith("100 names in ")


def test_a_hidden_name_that_all_others_tell_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for day in range(30):
        (tmp_path / f"{day}.txt").write_text(MARSH.format(day=day), encoding="utf-8")
    measure_quality(tmp_path)
    assert "linked 30, wrongly 0: precision 1.000\nrecall 1.000" in capsys.readouterr().out
