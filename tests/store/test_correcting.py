"""From words to corrections: when they were made, what they say, and what became of them."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import pipeline
from kg.errors import CorrectionError
from kg.store.addresses import DEFAULT_BASE
from kg.store.correcting import Desk, imported
from kg.store.correction_files import corrections_file, corrections_from
from kg.store.correction_log import Status
from kg.store.correction_triples import named_node
from kg.store.corrections import Action, Correction
from kg.store.database import Database
from kg.store.given_words import author_of, checked_name
from kg.store.snapshot import Snapshot
from kg.store.statement_words import StatementWords, statements_of
from tests.fakes import FakeEncoder, FakeReader

NOON = datetime.datetime(2026, 1, 1, 12, 0, 0, 123456, tzinfo=datetime.UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    news = tmp_path / "news"
    news.mkdir()
    texts = {
        "a": "Olena Marchuk said that the bri\u00addge\u202e was\u00a0shut. Karl Brandt denied that it was.",
        "b": "Karl Brandt said that Olena Marchuk had gone. Sea Watch claimed that she had.",
        "c": "Oléna Marchuk warned that Sea Watch had left.",
    }
    for name, text in texts.items():
        (news / f"{name}.txt").write_text(text, encoding="utf-8")
    with Database.open(tmp_path / "graph") as opened:
        pipeline.build([str(news)], opened, FakeReader, FakeEncoder)
        yield opened


def make(database: Database, corrections: tuple[Correction, ...]) -> tuple[Correction, ...]:
    pipeline.correct(corrections, database, FakeEncoder)
    return corrections


def statuses(database: Database) -> list[Status]:
    return [entry.status for entry in database.log()]


def test_each_is_later_than_the_last_whatever_the_clock_says(database: Database) -> None:
    clock = iter([NOON, NOON, NOON - datetime.timedelta(days=1)])
    desk = Desk(database, "Ada", now=lambda: next(clock))
    made = [*make(database, desk.rename("marchuk", "One")), *make(database, desk.rename("marchuk", "Two"))]
    made += make(database, desk.rename("marchuk", "Three"))
    assert [each.time.microsecond for each in made] == [123000, 124000, 125000]
    assert database.corrections() == tuple(made)
    assert statuses(database) == [Status.OVERRULED, Status.OVERRULED, Status.IN_FORCE]


def test_hidden_characters_of_an_article_do_not_get_into_the_file(database: Database) -> None:
    (statement,) = (each for each in said(database, "a") if "shut" in each.words)
    assert "\u202e" in statement.words
    (made,) = Desk(database, "Ada").reject([statement.node.value])
    assert made.words == "that the bridge was shut"
    assert corrections_from(corrections_file((made,)).encode(), "c.toml") == (made,)


def test_a_rejection_that_lost_its_target_waits(database: Database) -> None:
    (statement,) = (each for each in said(database, "a") if "shut" in each.words)
    make(database, Desk(database, "Ada").reject([statement.node.value]))
    pipeline.remove(["a"], database, FakeEncoder)
    (entry,) = database.log()
    assert entry.status is Status.TARGET_GONE
    assert entry.note == f"no article has st:{statement.node.value.rpartition('/')[2]} now"


def test_what_was_decided_is_not_decided_twice_unless_it_was_overruled(database: Database) -> None:
    desk = Desk(database, "Ada")
    make(database, desk.merge("Olena Marchuk", ["Sea Watch"]))
    with pytest.raises(CorrectionError, match="Ada decided that already"):
        desk.merge("Olena Marchuk", ["Sea Watch"])
    make(database, desk.split("Olena Marchuk", ["Sea Watch"]))
    make(database, desk.merge("Olena Marchuk", ["Sea Watch"]))
    assert statuses(database) == [Status.OVERRULED, Status.OVERRULED, Status.IN_FORCE]


def test_an_undo_can_be_undone_by_its_identifier(database: Database) -> None:
    desk = Desk(database, "Ada")
    (merge,) = make(database, desk.merge("Olena Marchuk", ["Sea Watch"]))
    (back,) = make(database, desk.undo(None))
    with pytest.raises(CorrectionError, match="undone already"):
        desk.undo(merge.id)
    with pytest.raises(CorrectionError, match="no correction to undo"):
        desk.undo(None)
    make(database, desk.undo(back.id[:6]))
    assert statuses(database) == [Status.IN_FORCE, Status.UNDONE, Status.IN_FORCE]


def test_the_actor_of_an_article_is_set_apart_or_split_as_it_has_to_be(database: Database) -> None:
    desk = Desk(database, "Ada")
    assert [each.action for each in desk.set_apart("Karl Brandt", "b")] == [Action.SET_APART]
    (split,) = make(database, desk.set_apart("Oléna Marchuk", "c"))
    assert (split.action, split.summary) == (Action.SPLIT, "hold apart “Oléna Marchuk”, “Olena Marchuk”")
    articles = database.directory().articles
    both = [named_node(each, database.addresses) for each in split.things]
    other, one = sorted(both, key=lambda each: len(articles[each]))
    with pytest.raises(CorrectionError, match="c does not name “Olena Marchuk”"):
        desk.set_apart(one.value, "c")
    with pytest.raises(CorrectionError, match="in no other article"):
        desk.set_apart(other.value, "c")


def test_a_file_fits_a_graph_with_another_base(database: Database, tmp_path: Path) -> None:
    desk = Desk(database, "Ada")
    make(database, desk.merge("Olena Marchuk", ["Sea Watch"]))
    make(database, desk.set_apart("Karl Brandt", "b"))
    make(database, desk.rename("Olena Marchuk", "O. M."))
    written = corrections_file(database.corrections())
    base = "https://other.example/"
    with Database.open(tmp_path / "other", base=base) as other:
        pipeline.build([str(tmp_path / "news")], other, FakeReader, FakeEncoder)
        make(other, imported(corrections_from(written.encode(), "c.toml"), other))
        assert corrections_file(other.corrections()) == written
        moved = {
            str(triple).replace(base, DEFAULT_BASE) for triple in Snapshot.open(other.folder.path).triples()
        }
    assert moved == {str(triple) for triple in Snapshot.open(database.folder.path).triples()}


@pytest.mark.parametrize(
    "name", ["Ada Quill", "  Ada \n Quill ", "می\u200cخواهم", "李敏宰", "O’Hara-Smith Jr."]
)
def test_names_of_every_script_are_names(name: str) -> None:
    assert checked_name(name, is_named=True) == " ".join(name.split())
    assert author_of(name) == " ".join(name.split())


@pytest.mark.parametrize(
    "name", ["", "1984", "“Ada”", "he", "a Western official", "Ada\x1b[2J", "A\u202eda", "A" * 201]
)
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(CorrectionError, match="is no name"):
        checked_name(name, is_named=True)


def said(database: Database, article: str) -> Iterator[StatementWords]:
    snapshot = Snapshot.open(database.folder.path)
    return statements_of(snapshot.store, database.find(article).id, snapshot.addresses)
