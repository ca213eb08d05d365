"""Asking: answers of each kind, errors with their place, a time limit that really stops the work."""

import datetime
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, QueryRefusedError, QuerySyntaxError, QueryTimeoutError
from kg.store.answers import Boolean, Solutions, Triples, python_value
from kg.store.database import Database
from kg.store.snapshot import Snapshot
from kg.store.terms import day, decimal, integer, moment
from tests.store.datasets import actor
from tests.store.test_effective import SAMPLE, again

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory) -> Snapshot:
    folder: Path = tmp_path_factory.mktemp("query") / "graph"
    with Database.open(folder) as database:
        database.replace(SAMPLE, "f1")
        database.replace(again("!"), "f2")
        database.publish()
    return Snapshot.open(folder)


@pytest.fixture(params=["apart", "here"])
def ask(request, snapshot):
    return snapshot.query if request.param == "apart" else snapshot.query_trusted


def children() -> set[str]:
    """Process numbers of our own children."""
    listing = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False
    )
    return {line.split()[0] for line in listing.stdout.splitlines() if "query_process" in line}


def test_rows(ask):
    answer = ask(
        "SELECT ?name ?p WHERE { ?s kg:speaker/skos:prefLabel ?name ; kg:probability ?p } ORDER BY ?name"
    )
    assert isinstance(answer, Solutions)
    assert answer.variables == ("name", "p")
    assert list(answer.values) == [("Olena Marchuk", 0.9)] * 2
    assert len(answer) == 2
    assert not answer.truncated


@pytest.mark.parametrize(
    ("query", "value"), [("ASK { ?s a kg:Statement }", True), ("ASK { ?s a kg:Issue }", False)]
)
def test_yes_or_no(ask, query, value):
    assert ask(query) == Boolean(value)


def test_triples(ask):
    answer = ask("CONSTRUCT { ?s kg:speaker ?x } WHERE { ?s kg:speaker ?x }")
    assert isinstance(answer, Triples)
    assert {triple.object for triple in answer} == {actor("marchuk")}
    assert len(answer) == len(list(answer)) == 2
    assert len(ask("DESCRIBE <https://w3id.org/newskg/id/actor/marchuk>")) == 3


def test_no_rows_and_no_columns(ask):
    assert list(ask("SELECT ?x { ?x a kg:Issue }").rows) == []
    assert list(ask("SELECT * {}").rows) == [()]
    assert list(ask("SELECT ?x { VALUES ?x { UNDEF 1 } }").values) == [(None,), (1,)]


def test_data_prefixes_and_labels_of_the_lists_are_known(ask):
    answer = ask("SELECT ?label { st:first kg:mode/skos:prefLabel ?label }")
    assert list(answer.values) == [("indirect",)]


def test_named_graphs_hold_what_was_stored(ask):
    answer = ask(
        "SELECT DISTINCT ?path { GRAPH ?m { ?graph kg:sourcePath ?path } GRAPH ?graph { ?s a kg:Statement } }"
    )
    assert list(answer.values) == [("sample.txt",)]


def test_awkward_texts_come_back(ask):
    text = 'a\tb\nc "quoted" \\ \r é李😀\u2028\x01'
    answer = ask("SELECT ?given {}", substitutions={"given": Literal(text)})
    assert list(answer.values) == [(text,)]


@pytest.mark.parametrize("limit", [1, 3, 1000])
def test_a_limit_cuts_and_says_so(ask, limit):
    answer = ask("SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s LIMIT 100", limit=limit)
    assert len(answer) == len(list(answer.rows)) == min(limit, 100)
    assert answer.truncated == (limit < 100)


def test_values_are_bound_never_pasted(ask):
    query = "SELECT ?s ?who { ?s kg:speaker ?who ; kg:probability ?p } ORDER BY ?s"
    assert len(ask(query, substitutions={"who": actor("marchuk")})) == 2
    assert len(ask(query, substitutions={"who": actor("brandt")})) == 0
    assert len(ask(query, substitutions={"who": Literal('"} SERVICE <http://x> {')})) == 0
    with pytest.raises(QueryError, match="does not contain"):
        ask(query, substitutions={"nobody": actor("brandt")})


# --------------------------------------------------------------------------------------------- errors


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [
        ("SELECT ?x WHERE { ?x ?y  WHERE_ }", 1, 19),
        ("SELECT ?a\n{ 'é😀' foo }", 2, 3),
        ("ASK { } LIMIT x", 1, 9),
        ("", 1, 1),
    ],
)
def test_a_syntax_error_has_its_place_in_what_was_typed(ask, query, line, column):
    with pytest.raises(QuerySyntaxError) as caught:
        ask(query)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert "\\u{" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_an_unknown_prefix_is_explained(ask):
    with pytest.raises(QuerySyntaxError, match="Prefix not found") as caught:
        ask("SELECT ?x { ?x a foo:Bar }")
    assert "PREFIX" in caught.value.hint


def test_the_gate_is_before_the_engine(snapshot):
    with pytest.raises(QueryRefusedError):
        snapshot.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")


def test_an_engine_that_fails_is_one_error(snapshot, monkeypatch):
    monkeypatch.setattr(type(snapshot.folder), "snapshot", lambda *_: Path("/nowhere"))
    with pytest.raises(QueryError, match="the query failed"):
        snapshot.query("ASK {}")


# --------------------------------------------------------------------------------------- the time limit


@pytest.mark.parametrize("query", [ENDLESS, ENDLESS.replace("(COUNT(*) AS ?n)", "*") + " ORDER BY ?c"])
def test_the_time_limit_stops_the_work(snapshot, query):
    begun = time.monotonic()
    with pytest.raises(QueryTimeoutError) as caught:
        snapshot.query(query, timeout_seconds=0.5)
    assert caught.value.timeout_seconds == 0.5
    assert time.monotonic() - begun < 10
    assert not children()


def test_enough_rows_stop_the_work(snapshot):
    answer = snapshot.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", limit=10, timeout_seconds=60)
    assert len(answer) == 10
    assert answer.truncated
    assert not children()


def test_going_away_leaves_nothing_running(snapshot):
    """As Ctrl-C does, a signal ends the waiting; the work must end with it."""
    main = threading.main_thread().ident
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
    threading.Timer(0.7, signal.pthread_kill, (main, signal.SIGINT)).start()
    try:
        with pytest.raises(KeyboardInterrupt):
            snapshot.query(ENDLESS, timeout_seconds=60)
    finally:
        signal.signal(signal.SIGINT, before)
    assert not children()


@pytest.mark.parametrize("where", ["script", "standard input"])
def test_it_works_from_scripts_of_any_kind(snapshot, tmp_path, where):
    code = (
        "from pathlib import Path\nfrom kg.store.snapshot import Snapshot\n"
        f"print(Snapshot.open(Path({str(snapshot.folder.path)!r})).query('ASK {{ ?s a kg:Claim }}').value)\n"
    )
    (tmp_path / "json.py").write_text("raise SystemExit('a file of the user is no part of the answer')")
    (tmp_path / "ask.py").write_text(code)
    command = [sys.executable, "-P", "ask.py"] if where == "script" else [sys.executable, "-P", "-"]
    done = subprocess.run(
        command, input=code, capture_output=True, text=True, cwd=tmp_path, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == ("True\n", "")


# --------------------------------------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (None, None),
        (NamedNode("http://x.example/a"), "http://x.example/a"),
        (Literal("text"), "text"),
        (Literal("text", language="en"), "text"),
        (integer(3), 3),
        (decimal(0.5), 0.5),
        (Literal(True), True),
        (day(datetime.date(2024, 10, 19)), datetime.date(2024, 10, 19)),
        (
            moment(datetime.datetime(2024, 10, 19, tzinfo=datetime.UTC)),
            datetime.datetime(2024, 10, 19, tzinfo=datetime.UTC),
        ),
        (Literal("soon", datatype=day(datetime.date(2024, 1, 1)).datatype), "soon"),
    ],
)
def test_terms_as_python_values(term, value):
    assert python_value(term) == value
    assert type(python_value(term)) is type(value)
