"""Asking a snapshot in SPARQL, under a time limit that really stops the work.

Oxigraph has no way to stop a query, so one that comes from outside runs in a process of its own
(``kg.store.query_process``), which is killed when its time is over, when enough rows have come, or when the
caller goes away. That costs about 40 ms; trusted queries, those of the package, run in this process.
"""

import contextlib
import io
import itertools
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Store

from kg.errors import QueryError, QueryTimeoutError
from kg.store import query_process
from kg.store.answers import Answer, Boolean, Solutions, Triples
from kg.store.query_faults import syntax_error

__all__ = ["MOST_ROWS", "Answer", "Boolean", "Query", "Solutions", "Triples", "run_apart", "run_here"]

MOST_ROWS = 1_000_000
"""Rows or triples of one answer, if the caller sets no limit."""

GRACE_SECONDS = 5.0
"""After this much more time the process ends itself: its caller must be gone."""

_LIBRARY = str(Path(pyoxigraph.__file__).parents[1])


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked."""

    text: str
    """SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE."""
    prefixes: Mapping[str, str] = field(default_factory=dict)
    """Known without being declared; prefix to namespace."""
    substitutions: Mapping[str, NamedNode | Literal] = field(default_factory=dict)
    """Variable, without the question mark, to the value it is bound to; it must be one of those selected."""
    limit: int = MOST_ROWS
    """Rows or triples to give at most."""


def run_here(query: Query, store: Store) -> Answer:
    """Answer a trusted query in this process; nothing can stop it."""
    out = io.BytesIO()
    try:
        query_process.answer(store, query.text, dict(query.prefixes), dict(query.substitutions), out)
    except SyntaxError as error:
        raise syntax_error(str(error), query.text) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {error}") from error
    answer = _answer(io.BytesIO(out.getvalue()), query.limit)
    assert answer is not None  # noqa: S101  every kind of answer has its lines
    return answer


def run_apart(query: Query, store: Path, *, timeout_seconds: float) -> Answer:
    """Answer a query in a process of its own.

    Raises ``QueryTimeoutError`` after ``timeout_seconds``, ``QuerySyntaxError`` with the place in the text,
    ``QueryError`` if the engine fails. Whatever happens, no process is left behind.
    """
    over = threading.Event()
    with _started(query, store, timeout_seconds) as process:
        timer = threading.Timer(timeout_seconds, _stop, (process, over))
        timer.daemon = True
        timer.start()
        try:
            answer = _answer(process.stdout or (), query.limit)
            if answer is None or not _is_cut(answer):
                _check(process, over, query.text, timeout_seconds)
        finally:
            timer.cancel()
            process.kill()
    if answer is None:
        raise QueryError("the query gave no answer")
    return answer


def _stop(process: "subprocess.Popen[bytes]", over: threading.Event) -> None:
    over.set()
    process.kill()


def _started(query: Query, store: Path, timeout_seconds: float) -> "subprocess.Popen[bytes]":
    """The process, with its request under way."""
    request = {
        "store": str(store),
        "query": query.text,
        "prefixes": dict(query.prefixes),
        "substitutions": {name: query_process.written(term) for name, term in query.substitutions.items()},
        "seconds": timeout_seconds + GRACE_SECONDS,
    }
    process = subprocess.Popen(  # noqa: S603  our own file, run by our own interpreter
        [sys.executable, "-S", "-P", query_process.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": _LIBRARY},
        start_new_session=True,  # Ctrl-C is for the caller, who then stops the process
    )
    assert process.stdin is not None  # noqa: S101  it is a pipe
    with contextlib.suppress(BrokenPipeError), process.stdin as stream:
        stream.write(json.dumps(request).encode() + b"\n")
    return process


def _answer(lines: Iterable[bytes], limit: int) -> Answer | None:
    """What the lines of an answer say, up to a limit of rows; None if there are none."""
    waiting = iter(lines)
    kind = next(waiting, b"").strip()
    if kind == b"boolean":
        return Boolean(next(waiting, b"").strip() == b"true")
    if kind == b"solutions":
        head = next(waiting, b"")
        rows, is_cut = _up_to(waiting, limit)
        return Solutions(head + rows, is_cut)
    if kind == b"triples":
        return Triples(*_up_to(waiting, limit))
    return None


def _up_to(lines: Iterator[bytes], limit: int) -> tuple[bytes, bool]:
    """At most so many lines, and whether there is one more."""
    taken = b"".join(itertools.islice(lines, limit))
    return taken, next(lines, None) is not None


def _is_cut(answer: Answer) -> bool:
    return not isinstance(answer, Boolean) and answer.truncated


def _check(
    process: "subprocess.Popen[bytes]", over: threading.Event, text: str, timeout_seconds: float
) -> None:
    """Raise if the process did not end well."""
    code = process.wait()
    if not code:
        return
    if over.is_set():
        raise QueryTimeoutError(timeout_seconds)
    message = process.stderr.read().decode(errors="replace") if process.stderr else ""
    if code == query_process.SYNTAX_ERROR:
        raise syntax_error(message, text)
    raise QueryError(f"the query failed: {message.strip() or f'its process ended with code {code}'}")
