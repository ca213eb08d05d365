"""The quality gate fails when it should, and says why."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks import quality
from benchmarks.quality import Measure, Measured

MEASURES = {"some": Measure(("gold",), lambda data: Measured({"F1": 80.0}, "F1 80.0"))}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a").write_bytes(b"x")
    return tmp_path


@pytest.fixture
def baseline(data: Path) -> dict[str, Any]:
    return quality.pin(MEASURES, data, {})


def test_a_score_below_its_floor_is_named() -> None:
    pinned = {"exact source": 80.0, "exact cue": 70.0}
    assert quality.shortfalls({"exact source": 79.8, "exact cue": 71.0}, pinned) == []
    assert quality.shortfalls({"exact source": 78.0, "exact cue": 71.0}, pinned) == [
        "exact source: 78.0, the floor is 80.0"
    ]


def test_what_is_pinned_holds(
    data: Path, baseline: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert baseline["some"]["floors"] == {"F1": 80.0}
    assert quality.check(MEASURES, data, baseline) == []
    assert "F1 80.0" in capsys.readouterr().out


def test_a_fall_is_wrong(data: Path, baseline: dict[str, Any]) -> None:
    worse = {"some": Measure(("gold",), lambda data: Measured({"F1": 70.0}, "F1 70.0"))}
    assert quality.check(worse, data, baseline) == ["F1: 70.0, the floor is 80.0"]


def test_other_data_and_no_floors_are_wrong(data: Path, baseline: dict[str, Any]) -> None:
    assert quality.check(MEASURES, data, {}) == ["some: no floors yet; pin them with --pin"]
    (data / "gold" / "a").write_bytes(b"y")
    assert "not that of baseline.json" in quality.check(MEASURES, data, baseline)[0]


def test_absent_data_is_skipped_and_named(
    tmp_path: Path, data: Path, baseline: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert quality.check(MEASURES, tmp_path / "elsewhere", baseline) == []
    assert "some: skipped, gold not in" in capsys.readouterr().out


def test_pinning_one_measure_keeps_the_others(data: Path) -> None:
    assert set(quality.pin(MEASURES, data, {"other": {}})) == {"some", "other"}


def test_the_digest_sees_names_and_bytes(data: Path) -> None:
    digest = MEASURES["some"].digest
    before = digest(data)
    (data / "gold" / "a").rename(data / "gold" / "b")
    renamed = digest(data)
    (data / "gold" / "b").write_bytes(b"y")
    assert len({before, renamed, digest(data)}) == 3
