import dataclasses
import random

import pytest

from kg.domain import ActorKind, Mode
from kg.identity import unnamed_source_id
from kg.views.page_building import network_page
from kg.views.pages import DRAWABLE_ACTORS, NOBODY
from kg.views.rows import RowActor
from tests.views.invented import make_rows

ROWS = make_rows(400)
PAGE = network_page(ROWS, title="Winter")


def test_every_statement_is_on_the_page_with_its_words():
    assert [statement.id for statement in PAGE.statements] == [row.id for row in ROWS]
    assert [statement.passage for statement in PAGE.statements] == [row.passage for row in ROWS]
    assert [PAGE.articles[statement.article].title for statement in PAGE.statements] == [
        row.article.title for row in ROWS
    ]


def test_actors_are_counted_and_sorted_by_weight():
    weights = [actor.weight for actor in PAGE.actors]
    assert weights == sorted(weights, reverse=True)
    for number, actor in enumerate(PAGE.actors):
        assert actor.says == sum(number in statement.speakers for statement in PAGE.statements)
        assert actor.spoken_of == sum(number in statement.about for statement in PAGE.statements)


def test_edges_are_stacks_between_different_actors():
    for edge in PAGE.edges:
        stack = [PAGE.statements[number] for number in edge.statements]
        assert edge.source != edge.target
        assert all(edge.source in each.speakers and edge.target in each.about for each in stack)
        assert edge.weight == sum(each.mode is not Mode.NARRATION for each in stack)
    pairs = sum(
        speaker != about for each in PAGE.statements for speaker in each.speakers for about in each.about
    )
    assert sum(len(edge.statements) for edge in PAGE.edges) == pairs


def test_ranks_count_the_edges_of_each_source_from_the_heaviest():
    for source in {edge.source for edge in PAGE.edges}:
        leaving = sorted((edge for edge in PAGE.edges if edge.source == source), key=lambda edge: edge.rank)
        assert [edge.rank for edge in leaving] == list(range(len(leaving)))
        sizes = [len(edge.statements) for edge in leaving]
        assert sizes == sorted(sizes, reverse=True)


def test_speakers_without_a_name_are_one_node():
    unknown = [row for row in ROWS if row.speakers[0].kind is ActorKind.UNKNOWN]
    assert len({row.speakers for row in unknown}) > 1
    assert [actor.id for actor in PAGE.actors if actor.kind is ActorKind.UNKNOWN] == [NOBODY.id]
    assert PAGE.without_speaker == len(unknown)


def test_claims_of_several_statements_are_told():
    rows = [dataclasses.replace(row, claims=("a", f"own-{row.id}")) for row in ROWS[:3]]
    rows += [dataclasses.replace(ROWS[3], claims=())]
    page = network_page(rows, title="")
    assert page.claims == ("a",)
    assert [each.claims for each in page.statements] == [(0,), (0,), (0,), ()]


def test_other_unnamed_sources_stay_apart():
    article = ROWS[0].article
    officials = [
        RowActor(unnamed_source_id(name, "officials"), "officials", ActorKind.GROUP) for name in "ab"
    ]
    rows = [
        dataclasses.replace(ROWS[0], id=actor.id, speakers=(actor,), article=article) for actor in officials
    ]
    assert sum(actor.name == "officials" for actor in network_page(rows, title="").actors) == 2


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/1", "https://news.example/1"),
        ("http://news.example/1", "http://news.example/1"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/hostname", ""),
        (None, ""),
    ],
)
def test_only_web_addresses_become_links(url, kept):
    row = dataclasses.replace(ROWS[0], article=dataclasses.replace(ROWS[0].article, url=url))
    assert network_page([row], title="").articles[0].url == kept


def test_actors_and_places_do_not_depend_on_the_order_of_rows():
    shuffled = random.Random(2).sample(ROWS, len(ROWS))
    assert network_page(shuffled, title="Winter").actors == PAGE.actors


def test_labels_are_short_and_never_empty():
    names = ["", "  ", "Noor", "The Joint Committee on the Repair of the Bridges of Valdene", "金" * 90]
    actors = [dataclasses.replace(PAGE.actors[0], name=name) for name in names]
    assert all(actor.label.strip() and actor.label.count("\n") < 2 for actor in actors)
    assert all(len(line) <= 20 for actor in actors for line in actor.label.split("\n"))


def test_the_drawing_is_bounded():
    page = network_page(make_rows(20_000), title="")
    assert len(page.drawable_actors) == DRAWABLE_ACTORS < len(page.actors)
    assert any(not edge.is_drawable for edge in page.edges)
