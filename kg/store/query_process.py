"""The process that answers one query, so that it can be stopped: nothing else stops Oxigraph.

``kg.store.query`` runs this file with ``python -S -P``; it imports nothing of newskg and starts in 20 ms.
The request is one line of JSON on standard input. The answer goes to standard output while it is found: a
line with its kind, then rows as tab-separated values (``solutions``, ``boolean``) or N-Triples
(``triples``). What goes wrong is one message on standard error; the exit code tells what it was.
"""

import faulthandler
import json
import sys
from collections.abc import Mapping
from typing import BinaryIO

import pyoxigraph as ox

SYNTAX_ERROR = 2
FAILURE = 3

Value = ox.NamedNode | ox.Literal
"""What a variable may be bound to from outside."""


def answer(
    store: ox.Store, query: str, prefixes: dict[str, str], substitutions: Mapping[str, Value], out: BinaryIO
) -> None:
    """Evaluate a query and write its kind and its rows."""
    found = store.query(
        query,
        prefixes=prefixes,
        substitutions={ox.Variable(name): term for name, term in substitutions.items()},
    )
    if isinstance(found, ox.QueryTriples):
        out.write(b"triples\n")
        found.serialize(out, ox.RdfFormat.N_TRIPLES)
        return
    out.write(b"boolean\n" if isinstance(found, ox.QueryBoolean) else b"solutions\n")
    found.serialize(out, ox.QueryResultsFormat.TSV)


def written(term: Value) -> str:
    """A term as text, for the request."""
    return f"<a:a> <a:a> {term} ."


def read(text: str) -> Value:
    """The term in a text."""
    (quad,) = ox.parse(text, ox.RdfFormat.N_TRIPLES)
    if not isinstance(quad.object, ox.NamedNode | ox.Literal):
        raise ValueError(f"{text!r} is no value")
    return quad.object


def main() -> int:
    """Answer the request on standard input; returns the exit code."""
    request = json.loads(sys.stdin.buffer.readline())
    faulthandler.dump_traceback_later(request["seconds"], exit=True)  # should nobody be there to stop it
    try:
        store = ox.Store.read_only(request["store"])
        bound = {name: read(text) for name, text in request["substitutions"].items()}
        answer(store, request["query"], request["prefixes"], bound, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except SyntaxError as error:
        sys.stderr.buffer.write(str(error).encode())
        return SYNTAX_ERROR
    except (OSError, RuntimeError, ValueError) as error:
        sys.stderr.buffer.write(str(error).encode())
        return FAILURE
    return 0


if __name__ == "__main__":
    sys.exit(main())
