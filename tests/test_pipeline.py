"""The order of the stages, with a reader that needs no network."""

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from kg import pipeline
from kg.articles import read_articles
from kg.domain import Article, BuildSummary, Reading
from kg.errors import UnknownNameError
from kg.ledger import Outcome, Progress, fingerprint
from kg.resolution import resolve
from kg.store.database import Database
from kg.store.rdf_formats import write_rdf
from kg.store.snapshot import Snapshot
from kg.understanding import Understander
from tests.fakes import FakeEncoder, FakeReader

MARCHUK = (
    "President Olena Marchuk met lawmakers. “Northland has sent troops,” Marchuk said. "
    "Brandt denied that it had."
)
BRANDT = "Karl Brandt said that Northland had sent about 10,000 troops to Eastmark."


class BrokenReader(FakeReader):
    """Fails on one article, as a bug would."""

    def read(self, article: Article) -> Reading:
        if "Brandt said" in article.text:
            raise ZeroDivisionError("a bug")
        return super().read(article)


class BetterReader(FakeReader):
    """The same eyes under another version."""

    version = "fake-2"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(MARCHUK, encoding="utf-8")
    (folder / "b.txt").write_text(BRANDT, encoding="utf-8")
    return folder


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "graph") as opened:
        yield opened


def build(
    database: Database, *paths: Path, reader: type[FakeReader] = FakeReader, workers: int | None = 1
) -> BuildSummary:
    return pipeline.build([str(path) for path in paths], database, reader, FakeEncoder, workers=workers)


def turtle(database: Database) -> str:
    return write_rdf(Snapshot.open(database.folder.path), "turtle")


def test_a_second_build_reads_nothing_and_changes_nothing(news: Path, database: Database) -> None:
    assert build(database, news) == BuildSummary(read=2)
    before = turtle(database), Snapshot.open(database.folder.path).revision
    assert build(database, news) == BuildSummary(unchanged=2)
    assert (turtle(database), Snapshot.open(database.folder.path).revision) == before


class Listening(FakeEncoder):
    """An encoder that remembers what it was given."""

    def __init__(self, heard: list[str]) -> None:
        self._heard = heard

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self._heard += texts
        return super().encode(texts)


def test_a_new_article_lets_only_its_own_words_be_encoded(news: Path, tmp_path: Path) -> None:
    heard: list[list[str]] = []
    later = "Ann Lee said that the bridge over the river would stay closed."
    for number, text in enumerate((None, later, None)):
        if text:
            (news / "c.txt").write_text(text, encoding="utf-8")
        heard.append([])
        with Database.open(tmp_path / "grown") as grown:
            pipeline.build([str(news)], grown, FakeReader, functools.partial(Listening, heard[number]))
    assert len(set(heard[0])) == len(heard[0]) > 1
    assert "that the bridge over the river would stay closed" in heard[1]
    assert set(heard[0]).isdisjoint(heard[1])
    assert heard[2] == []
    with Database.open(tmp_path / "at once") as made:
        pipeline.build([str(news)], made, FakeReader, FakeEncoder)
        assert turtle(made) == write_rdf(Snapshot.open(tmp_path / "grown"), "turtle")


def test_another_reader_reads_again(news: Path, database: Database) -> None:
    build(database, news)
    assert build(database, news, reader=BetterReader) == BuildSummary(replaced=2)


def test_a_rewritten_file_replaces_its_article(news: Path, database: Database) -> None:
    build(database, news)
    (news / "b.txt").write_text(BRANDT.replace("10,000", "12,000"), encoding="utf-8")
    assert build(database, news) == BuildSummary(unchanged=1, replaced=1)
    assert "12,000" in turtle(database)
    assert "10,000" not in turtle(database)


def test_new_metadata_replace_an_article(news: Path, database: Database) -> None:
    build(database, news)
    (news / "a.json").write_text('{"title": "At the border"}', encoding="utf-8")
    assert build(database, news) == BuildSummary(unchanged=1, replaced=1)
    assert "At the border" in turtle(database)


def test_a_copy_of_an_article_adds_nothing(news: Path, database: Database) -> None:
    (news / "copy.txt").write_text(MARCHUK, encoding="utf-8")
    summary = build(database, news)
    assert summary == BuildSummary(read=2, unchanged=1)
    assert build(database, news) == BuildSummary(unchanged=3)


def test_one_address_with_two_texts_is_a_failure(news: Path, database: Database) -> None:
    for name in ("a", "b"):
        (news / f"{name}.json").write_text('{"url": "https://news.example/1"}', encoding="utf-8")
    summary = build(database, news)
    assert (summary.read, summary.total) == (1, 2)
    assert summary.failed == {str(news / "b.txt"): f"has the address of {news / 'a.txt'} and other words"}


def test_a_bad_article_stops_nothing(news: Path, database: Database) -> None:
    (news / "empty.txt").touch()
    summary = build(database, news, reader=BrokenReader)
    assert (summary.read, summary.total) == (1, 3)
    assert summary.failed[str(news / "b.txt")] == "could not be understood (ZeroDivisionError: a bug)"
    assert str(news / "empty.txt") in summary.failed


def test_an_article_without_statements_is_counted(tmp_path: Path, database: Database) -> None:
    (tmp_path / "quiet.txt").write_text("The bridge at Seld is closed until Monday.", encoding="utf-8")
    assert build(database, tmp_path / "quiet.txt") == BuildSummary(read=1, nothing_found=1)


def test_everybody_hears_of_every_article(news: Path, database: Database) -> None:
    heard: list[Progress] = []
    pipeline.build([str(news)], database, FakeReader, FakeEncoder, notify=heard.append)
    assert [(Path(each.path).name, each.outcome) for each in heard] == [
        ("a.txt", Outcome.READ),
        ("b.txt", Outcome.READ),
    ]
    assert heard[0].statements == 2


@pytest.mark.parametrize("workers", [1, 2, None])
def test_the_graph_depends_on_neither_order_nor_workers(
    news: Path, database: Database, tmp_path: Path, workers: int | None
) -> None:
    build(database, news)
    with Database.open(tmp_path / "other") as other:
        build(other, news / "b.txt", news / "a.txt", workers=workers)
        assert turtle(other) == turtle(database)


def test_what_a_killed_build_left_unlinked_is_linked_by_the_next(tmp_path: Path, news: Path) -> None:
    (news / "c.txt").write_text("Karl M. Brandt said that he left.", encoding="utf-8")
    with Database.open(tmp_path / "killed") as database:
        for article in read_articles([str(news)]):
            assert isinstance(article, Article)
            resolved = resolve(article, FakeReader().read(article))
            database.replace(resolved, fingerprint(article, Understander(FakeReader()).version))
    Snapshot.open(tmp_path / "killed")  # whoever looks at it publishes it
    with Database.open(tmp_path / "killed") as database, Database.open(tmp_path / "whole") as other:
        assert build(database, news) == BuildSummary(unchanged=3)
        build(other, news)
        assert turtle(database) == turtle(other)
        assert "Karl M. Brandt" in turtle(other)


def test_removing_takes_an_article_and_what_only_it_knew(news: Path, database: Database) -> None:
    build(database, news / "a.txt")
    before = turtle(database)
    build(database, news)
    (removed,) = pipeline.remove(["b"], database, FakeEncoder)
    assert removed.path == str(news / "b.txt")
    assert turtle(database) == before


def test_removing_what_is_not_there_removes_nothing(news: Path, database: Database) -> None:
    build(database, news)
    before = turtle(database)
    with pytest.raises(UnknownNameError, match="no article named 'c'"):
        pipeline.remove(["a", "c"], database, FakeEncoder)
    assert turtle(database) == before


@pytest.mark.parametrize(
    "change", [{"title": "Other"}, {"publisher": "The Example"}, {"url": "https://news.example/2"}], ids=str
)
def test_whatever_is_in_the_graph_is_in_the_fingerprint(change: dict[str, str]) -> None:
    from tests.fakes import article

    make = functools.partial(article, MARCHUK)
    assert fingerprint(make(**change), "r") != fingerprint(make(), "r")
    assert fingerprint(make(), "r") != fingerprint(make(), "s")


def test_articles_are_read_again_when_their_own_voice_is_to_be_heard_or_not(
    news: Path, database: Database
) -> None:
    build(database, news)
    silent = pipeline.build([str(news)], database, FakeReader, FakeEncoder, narration=False)
    assert (silent.unchanged, silent.replaced) == (0, 2)
    assert pipeline.build([str(news)], database, FakeReader, FakeEncoder, narration=False).unchanged == 2
