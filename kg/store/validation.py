"""Is a graph whole? Every check of the shapes, asked of the whole graph; the answer is a report."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, cast

from pyoxigraph import NamedNode, Quad, QuerySolutions, RdfFormat, Store

from kg.store.checks import Check, load_checks

if TYPE_CHECKING:
    import rdflib

MOST_SHOWN = 5
"""Examples of one code in the text of a report."""

VALUE_WIDTH = 80
"""Characters of a value in the text of a report."""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that is wrong with one node."""

    code: str
    severity: str
    """``violation`` or ``warning``."""
    message: str
    focus: str
    """IRI of the node at fault."""
    path: str | None = None
    """IRI of the property at fault, if it is one property."""
    value: str | None = None
    """What the property has, or the other node; None where something is missing."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that is wrong with a graph, sorted by code and node."""

    violations: tuple[Violation, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether nothing worse than a warning was found."""
        return not self.by_severity("violation")

    def by_severity(self, severity: str) -> tuple[Violation, ...]:
        """Those of one severity."""
        return tuple(each for each in self.violations if each.severity == severity)

    def __or__(self, other: "Report") -> "Report":
        return Report(tuple(sorted({*self.violations, *other.violations}, key=_order)))

    def __str__(self) -> str:
        return "\n".join(_lines(self))


def validate(graph: "Store | rdflib.Graph", *, letter: str = "") -> Report:
    """Check the effective graph: the default graph of a store, or an rdflib graph (which is copied).

    Named graphs of the store are not looked at. ``letter`` restricts it to the codes that begin so.
    """
    store = graph if isinstance(graph, Store) else _copied(graph)
    checks = (check for check in load_checks() if check.code.startswith(letter))
    found = {violation for check in checks for violation in _asked(store, check)}
    return Report(tuple(sorted(found, key=_order)))


def validate_corrections(store: Store, graph: NamedNode) -> Report:
    """Check the corrections in their named graph; few of them are part of the effective graph."""
    alone = Store()
    corrections = store.quads_for_pattern(None, None, None, graph)
    alone.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in corrections)
    return validate(alone, letter="K")


def _asked(store: Store, check: Check) -> Iterator[Violation]:
    for row in cast("QuerySolutions", store.query(check.sparql)):
        value = row["value"]
        yield Violation(
            code=check.code,
            severity=check.severity,
            message=check.message,
            focus=row["this"].value,
            path=check.path,
            value=None if value is None else value.value,
        )


def _copied(graph: "rdflib.Graph") -> Store:
    store = Store()
    store.bulk_load(graph.serialize(format="nt", encoding="utf-8"), format=RdfFormat.N_TRIPLES)
    return store


def _order(violation: Violation) -> tuple[str, ...]:
    return (violation.code, violation.focus, violation.value or "", violation.path or "", violation.message)


def _lines(report: Report) -> Iterator[str]:
    if not report.violations:
        yield "The graph is valid."
        return
    counts = Counter(each.severity for each in report.violations)
    yield ", ".join(
        f"{count} {severity}{'s' if count > 1 else ''}" for severity, count in sorted(counts.items())
    )
    for code, message in sorted({(each.code, each.message) for each in report.violations}):
        same = [each for each in report.violations if (each.code, each.message) == (code, message)]
        yield f"\n{code} {same[0].severity}: {message} ({len(same)})"
        yield from _examples(same)


def _examples(same: Iterable[Violation]) -> Iterator[str]:
    examples = list(same)
    for each in examples[:MOST_SHOWN]:
        value = shorten(each.value or "", VALUE_WIDTH, placeholder="…")
        yield f"  {each.focus} → {value}" if value else f"  {each.focus}"
    if len(examples) > MOST_SHOWN:
        yield f"  … and {len(examples) - MOST_SHOWN} more"
