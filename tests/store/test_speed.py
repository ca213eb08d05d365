"""Ten thousand statements are checked in seconds, and every question is answered in about one."""

import time
from functools import cache

import pytest
from pyoxigraph import Store

from kg.store.questions import load_questions
from kg.store.validation import validate
from tests.store.large import large_store

STATEMENTS = 10_000

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


@pytest.mark.parametrize("name", load_questions())
def test_every_question_is_answered_in_about_a_second(name: str) -> None:
    graph = store()
    start = time.process_time()
    rows = sum(1 for _ in graph.query(load_questions()[name].sparql))
    seconds = time.process_time() - start
    assert seconds < 5, f"{seconds:.1f} s of CPU for {rows:,} rows"
