"""Ten thousand statements are checked in seconds; every question, asked any way, is answered in about one."""

import time
from collections.abc import Mapping
from functools import cache

import pytest
from pyoxigraph import Store

from kg.store.binding import Value, bind
from kg.store.names import NameIndex
from kg.store.questions import ParameterKind, find_question, load_questions
from kg.store.validation import validate
from tests.store.large import BASE, large_store

STATEMENTS = 10_000

NAMES = {
    ParameterKind.ACTOR: NameIndex.of("actor", [(f"{BASE}actor/0", "Actor N0", None, True)]),
    ParameterKind.ARTICLE: NameIndex.of("article", [(f"{BASE}article/7", "Article 7", None, True)]),
}
VALUES: Mapping[ParameterKind, Value] = {
    ParameterKind.ACTOR: "Actor N0",
    ParameterKind.ARTICLE: "Article 7",
    ParameterKind.DATE: "2024-06-15",
    ParameterKind.KIND: "person",
    ParameterKind.MODE: "direct",
    ParameterKind.POLARITY: "affirms",
    ParameterKind.CERTAINTY: "unspecified",
    ParameterKind.RESOLUTION: "name",
    ParameterKind.PROBABILITY: 0.9,
    ParameterKind.TEXT: "closing",
}
"""What many statements have, except for the article: actor 0 is the one most spoken of."""

ASKED = [
    (question.name, asked)
    for question in load_questions().values()
    for asked in ("", *(parameter.name for parameter in question.parameters))
]
"""Each question as it stands, and with each of its parameters."""

pytestmark = pytest.mark.slow


@cache
def store() -> Store:
    return large_store(STATEMENTS)


def test_ten_thousand_statements_are_checked_in_seconds() -> None:
    graph = store()
    start = time.process_time()
    report = validate(graph)
    seconds = time.process_time() - start
    assert report.violations == ()
    assert seconds < 15, f"{seconds:.1f} s of CPU for {len(graph):,} triples"


@pytest.mark.parametrize(("name", "parameter"), ASKED)
def test_every_question_is_answered_in_about_a_second(name: str, parameter: str) -> None:
    graph, question = store(), find_question(name)
    arguments = {parameter: VALUES[question.parameter(parameter).kind]} if parameter else {}
    bound = bind(question, arguments, NAMES)
    start = time.process_time()
    rows = sum(1 for _ in graph.query(bound.sparql))
    seconds = time.process_time() - start
    assert seconds < 2, f"{seconds:.1f} s of CPU for {rows:,} rows"
