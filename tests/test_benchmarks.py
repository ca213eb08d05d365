"""The quality gate fails when it should, and says why."""

from pathlib import Path

from benchmarks import quality


def test_a_score_below_its_floor_is_named() -> None:
    pinned = {"exact source": 80.0, "exact cue": 70.0}
    assert quality.shortfalls({"exact source": 79.8, "exact cue": 71.0}, pinned) == []
    assert quality.shortfalls({"exact source": 78.0, "exact cue": 71.0}, pinned) == [
        "exact source: 78.0, the floor is 80.0"
    ]


def test_the_digest_sees_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    before = quality.digest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    renamed = quality.digest(tmp_path)
    (tmp_path / "b").write_bytes(b"y")
    assert len({before, renamed, quality.digest(tmp_path)}) == 3
