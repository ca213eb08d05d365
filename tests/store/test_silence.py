"""An answer without rows says why it has none."""

import pytest

from kg import pipeline
from kg.store.asking import ask
from kg.store.database import Database
from kg.store.snapshot import Snapshot
from tests.fakes import FakeEncoder, FakeReader

NEWS = {
    "a": "President Olena Marchuk met lawmakers. “Northland has sent troops,” Marchuk said.",
    "b": "Karl Brandt denied that Northland had sent troops to Eastmark.",
}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """Two articles without a day."""
    folder = tmp_path_factory.mktemp("silence")
    for name, text in NEWS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Database.open(folder / "graph") as database:
        pipeline.build([str(folder / "a.txt"), str(folder / "b.txt")], database, FakeReader, FakeEncoder)
    return Snapshot.open(folder / "graph")


@pytest.mark.parametrize(
    ("question", "arguments", "reason"),
    [
        ("evidence-for-event", {}, "The graph holds no events to ask about."),
        ("evidence-for-event", {"who": "brandt"}, "The graph holds no events to ask about."),
        ("disagreements", {}, "No two speakers give numbers that exclude each other, and nobody denies"),
        ("hearsay", {}, "No statement relays another one, none says from whom its speaker has it"),
        ("hearsay", {"who": "brandt"}, "No statement relays another one, none says"),
        ("denials", {"who": "olena"}, "Nothing matches --who. Without --who: 1 row."),
        (
            "who-said-what",
            {"since": "2024-01-01"},
            "Nothing matches --since. Without --since: 2 rows. 2 of 2 articles have no day.",
        ),
        (
            "who-said-what",
            {"who": "olena", "mode": "indirect"},
            "Nothing matches --who and --mode. Without --mode: 1 row.",
        ),
        (
            "who-said-what",
            {"who": "olena", "about": "olena", "mode": "mixed"},
            "Nothing matches --who, --about and --mode. Leaving out one of them does not help.",
        ),
    ],
)
def test_an_empty_answer_says_why(
    snapshot: Snapshot, question: str, arguments: dict[str, str], reason: str
) -> None:
    asked = ask(snapshot, question, arguments)
    assert len(asked) == 0
    (note,) = asked.notes
    assert note.startswith(reason)
    assert "\n" not in note


def test_an_answer_needs_no_reason(snapshot: Snapshot) -> None:
    assert ask(snapshot, "who-said-what", {}).notes == ()
