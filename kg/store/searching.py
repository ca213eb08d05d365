"""Statements by meaning: those whose words point where the words of a question point."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.errors import GraphError
from kg.store.addresses import Addresses, Kind
from kg.store.answers import Solutions
from kg.store.snapshot import Snapshot
from kg.store.terms import decimal
from kg.store.vectors import Near

_SHOWN = """
SELECT ?similarity ?who ?cue ?what ?title ?mode ?day ?statement WHERE {
  VALUES (?statement ?similarity) { %(near)s }
  ?statement kg:inArticle ?article ; kg:mode ?given .
  ?article dcterms:title ?title .
  OPTIONAL { ?article dcterms:issued ?issued }
  OPTIONAL { ?statement kg:saidOn ?said }
  BIND(COALESCE(?said, ?issued) AS ?day)
  BIND(LCASE(STRAFTER(STR(?given), "#")) AS ?mode)
  {
    SELECT ?statement (GROUP_CONCAT(?name; separator=", ") AS ?who) WHERE {
      SELECT DISTINCT ?statement ?name WHERE { ?statement kg:speaker/skos:prefLabel ?name } ORDER BY ?name
    } GROUP BY ?statement
  }
  {
    SELECT ?statement (GROUP_CONCAT(?words; separator=" … ") AS ?what) WHERE {
      SELECT ?statement ?words ?from WHERE {
        ?statement kg:contentSpan ?span . ?span oa:exact ?words ; oa:start ?from
      } ORDER BY ?from
    } GROUP BY ?statement
  }
  OPTIONAL {
    SELECT ?statement (GROUP_CONCAT(?words; separator=" … ") AS ?cue) WHERE {
      SELECT ?statement ?words ?from WHERE {
        ?statement kg:cueSpan ?span . ?span oa:exact ?words ; oa:start ?from
      } ORDER BY ?from
    } GROUP BY ?statement
  }
} ORDER BY DESC(?similarity) ?statement
"""


def search(snapshot: Snapshot, vector: NDArray[np.floating[Any]], *, version: str, limit: int) -> Solutions:
    """The statements nearest in meaning, nearest first, with who said them where and the cosine.

    ``vector`` (width,) is of unit length and of the encoder ``version``; raises ``GraphError`` if the graph
    holds none of that version.
    """
    if not snapshot.has_vectors(version):
        raise GraphError(
            str(snapshot.folder.path),
            "its statements cannot be compared by meaning: another version of newskg built it",
            hint="Build it again: kg build PATHS",
        )
    near = snapshot.nearest(vector, version=version, limit=limit)
    found = snapshot.query_trusted(_SHOWN % {"near": _values(near, snapshot.addresses)})
    assert isinstance(found, Solutions)  # noqa: S101  it is a SELECT
    return found


def _values(near: Iterable[Near], addresses: Addresses) -> str:
    rows = ((addresses.node(Kind.STATEMENT, each.statement), decimal(each.similarity)) for each in near)
    return " ".join(f"({statement} {similarity})" for statement, similarity in rows)
