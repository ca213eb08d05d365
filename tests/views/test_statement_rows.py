import datetime
from random import Random

import pytest

from kg.domain import ActorKind, Certainty, Mode, Polarity, words_of
from kg.errors import UnknownNameError
from kg.store.database import Database
from kg.store.snapshot import Snapshot
from kg.views.rows import RowActor
from kg.views.statement_rows import statement_rows
from tests.strategies import random_resolved
from tests.views.graphs import FIRST_TEXT, MARCHUK, NORTHLAND, SECOND_TEXT, published


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return published(tmp_path_factory.mktemp("graph"))


def test_rows_are_in_the_order_of_articles_and_their_words(snapshot):
    assert [(row.article.name, row.words) for row in statement_rows(snapshot)] == [
        ("first", "We will rebuild, … and Northland will pay."),
        ("first", "that"),
        ("second", "that Olena Marchuk met Northland’s envoy"),
    ]


def test_a_row_holds_everything_about_its_statement(snapshot):
    row = statement_rows(snapshot)[0]
    assert row.speakers == (RowActor(MARCHUK.id, "Olena Marchuk", ActorKind.PERSON),)
    assert row.about == (RowActor(NORTHLAND.id, "Northland", ActorKind.GOVERNMENT),)
    assert (row.mode, row.polarity, row.certainty) == (Mode.DIRECT, Polarity.AFFIRMS, Certainty.UNSPECIFIED)
    assert (row.cue, row.source, row.probability) == ("said", "Olena Marchuk", 0.875)
    assert row.claims
    assert (row.article.title, row.article.publisher) == ("Rebuilding", "Seld Times")
    assert (row.article.date, row.article.url) == (datetime.date(2031, 3, 4), None)


def test_words_and_context_are_those_of_the_text(snapshot):
    for row in statement_rows(snapshot):
        text = {"first": FIRST_TEXT, "second": SECOND_TEXT}[row.article.name]
        assert all(text[part.start : part.end] == part.exact for part in row.content)
        assert "".join(row.passage) == text


def test_unnamed_speakers_keep_their_kind(snapshot):
    (speaker,) = statement_rows(snapshot)[-1].speakers
    assert (speaker.name, speaker.kind) == ("Officials", ActorKind.GROUP)


@pytest.mark.parametrize("name", ["second", "second.txt"])
def test_rows_of_one_article(snapshot, name):
    assert {row.article.name for row in statement_rows(snapshot, article=name)} == {"second"}


def test_an_unknown_article_is_named(snapshot):
    with pytest.raises(UnknownNameError, match="secund"):
        statement_rows(snapshot, article="secund")


@pytest.mark.parametrize("seed", range(4))
def test_rows_say_what_the_records_say(tmp_path, seed):
    resolved = random_resolved(Random(seed), statements=25, length=500)
    with Database.open(tmp_path) as database:
        database.replace(resolved, fingerprint="f")
        database.publish()
    rows = {row.id: row for row in statement_rows(Snapshot.open(tmp_path))}
    about = {claim.id: claim.about for claim in resolved.claims}
    assert set(rows) == {statement.id for statement in resolved.statements}
    for statement in resolved.statements:
        row = rows[statement.id]
        assert sorted(actor.id for actor in row.speakers) == sorted(statement.speakers)
        assert sorted(actor.id for actor in row.about) == sorted(
            {actor for each in statement.stances for actor in about[each.claim_id]}
        )
        assert [(part.start, part.end) for part in row.content] == [
            (s.start, s.end) for s in statement.content
        ]
        assert [part.exact for part in row.content] == [
            s.of(resolved.article.text) for s in statement.content
        ]
        assert (row.mode, row.polarity, row.certainty) == (
            statement.mode,
            statement.polarity,
            statement.certainty,
        )
        assert row.probability == statement.probability
        assert row.cue == words_of(statement.cue, resolved.article.text)
        assert (row.source_spans, row.cue_spans) == (statement.source, statement.cue)
        assert (row.article.title, row.article.date) == (resolved.article.title, resolved.article.date)
