"""The shapes as queries: each constraint of ``ontology/shapes.ttl`` becomes one SELECT over the whole graph.

A SHACL processor asks per node; here each constraint is asked once for all nodes, which is what makes ten
thousand statements a matter of seconds. Only the constraints of the table below are known, any other raises
``ValueError``; that the result is that of a full SHACL processor is tested on examples of every violation.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import rdflib
from rdflib import RDFS, SH, XSD
from rdflib.collection import Collection
from rdflib.term import Node

from kg.store.ontology_files import ontology_text
from kg.store.vocabulary import PREFIXES

_SAYS = frozenset(
    {
        rdflib.RDF.type,
        SH.message,
        SH.path,
        SH.property,
        SH.severity,
        SH.sparql,
        SH.targetClass,
        SH.ignoredProperties,
    }
)
"""Predicates of a shape that are no constraints themselves."""

_CASTS = (XSD.boolean, XSD.date, XSD.dateTime, XSD.decimal, XSD.integer)
"""Datatypes whose written forms SPARQL can judge by a cast."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must not be: each row of ``sparql`` is a violation."""

    code: str
    """Letter and number, as in the shapes: ``T02``."""
    severity: str
    """``violation``, ``warning`` or ``info``."""
    message: str
    path: str | None
    """IRI of the property that is checked, or None."""
    sparql: str
    """A SELECT of ``?this`` (the node at fault) and ``?value`` (what is wrong with it; may be unbound)."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """A constraint's surroundings: the graph of shapes, the shape, the words for its path and targets."""

    graph: rdflib.Graph
    node: Node
    path: str
    target: str

    def classes(self, top: Node) -> str:
        """A class and those below it, separated by commas."""
        return ", ".join(_classes(self.graph, top))


def _at_least(shape: _Shape, count: Node) -> str:
    if int(str(count)) != 1:
        raise ValueError(f"sh:minCount {count} is not known, only 1 is")
    return f"FILTER NOT EXISTS {{ ?this {shape.path} ?any }}"


def _at_most(shape: _Shape, count: Node) -> str:
    """For 0 and 1 a plain join, which costs a third of counting."""
    few = {
        "0": f"?this {shape.path} ?value",
        "1": f"?this {shape.path} ?value, ?other . FILTER(!sameTerm(?value, ?other))",
    }
    counted = f"SELECT ?this {{ {shape.target} ?this {shape.path} ?each }} GROUP BY ?this"
    return few.get(str(count), f"{{ {counted} HAVING(COUNT(DISTINCT ?each) > {count}) }}")


def _wrong(condition: str) -> Callable[[_Shape, Node], str]:
    """A constraint on each value; an error in the condition is a violation too."""

    def pattern(shape: _Shape, expected: Node) -> str:
        test = condition.format(expected=expected.n3())
        return f"?this {shape.path} ?value . FILTER(!COALESCE({test}, false))"

    return pattern


def _of_datatype(shape: _Shape, datatype: Node) -> str:
    name = datatype.n3()
    judged = f"COALESCE({name}(STR(?value)) = ?value, false)" if datatype in _CASTS else "true"
    return f"?this {shape.path} ?value . FILTER(!COALESCE(DATATYPE(?value) = {name} && {judged}, false))"


def _of_class(shape: _Shape, top: Node) -> str:
    types = shape.classes(top)
    return f"?this {shape.path} ?value . FILTER NOT EXISTS {{ ?value a ?type FILTER(?type IN ({types})) }}"


def _one_of(shape: _Shape, values: Node) -> str:
    listed = ", ".join(value.n3() for value in Collection(shape.graph, values))
    return f"?this {shape.path} ?value . FILTER(?value NOT IN ({listed}))"


def _below(comparison: str) -> Callable[[_Shape, Node], str]:
    def pattern(shape: _Shape, limit: Node) -> str:
        test = f"FILTER(!COALESCE(?value {comparison} ?limit, false))"
        return f"?this {shape.path} ?value ; {limit.n3()} ?limit . {test}"

    return pattern


def _closed(shape: _Shape, _: Node) -> str:
    (ignored,) = shape.graph.objects(shape.node, SH.ignoredProperties)
    known = ", ".join(each.n3() for each in Collection(shape.graph, ignored))
    return f"?this ?property ?value . FILTER(?property NOT IN ({known}))"


_CONSTRAINTS: dict[Node, Callable[[_Shape, Node], str]] = {
    SH["class"]: _of_class,
    SH.closed: _closed,
    SH.datatype: _of_datatype,
    SH["in"]: _one_of,
    SH.lessThan: _below("<"),
    SH.lessThanOrEquals: _below("<="),
    SH.maxCount: _at_most,
    SH.maxInclusive: _wrong("?value <= {expected}"),
    SH.minCount: _at_least,
    SH.minInclusive: _wrong("?value >= {expected}"),
    SH.minLength: _wrong("STRLEN(STR(?value)) >= {expected}"),
    SH.nodeKind: _wrong("isIRI(?value) && {expected} = sh:IRI"),
    SH.pattern: _wrong("REGEX(STR(?value), {expected})"),
}


@cache
def load_checks() -> tuple[Check, ...]:
    """The checks of the ontology's shapes, by code."""
    return compile_checks(ontology_text("shapes.ttl"), ontology_text("kg.ttl"))


def compile_checks(shapes: str, ontology: str) -> tuple[Check, ...]:
    """The checks for shapes in Turtle; the ontology in Turtle gives the sub classes.

    Raises ``ValueError`` for a constraint that is not known.
    """
    graph = rdflib.Graph().parse(data=shapes, format="turtle").parse(data=ontology, format="turtle")
    nodes = sorted(graph.subjects(rdflib.RDF.type, SH.NodeShape), key=str)
    checks = [check for node in nodes for check in _checks_of_node(graph, node)]
    return tuple(sorted(checks, key=lambda check: (check.code, check.sparql)))


def _checks_of_node(graph: rdflib.Graph, node: Node) -> Iterator[Check]:
    shape = _Shape(graph, node, path="", target=_target(graph, node))
    severity = _severity(graph, node)
    yield from _constraints(shape, severity)
    for constraint in graph.objects(node, SH.sparql):
        select = _set_wise(str(graph.value(constraint, SH.select)), shape.target)
        yield _check(graph, constraint, severity, "", select)
    for owner in graph.objects(node, SH.property):
        path = _path(graph, graph.value(owner, SH.path))
        yield from _constraints(_Shape(graph, owner, path, shape.target), severity)


def _constraints(shape: _Shape, severity: str) -> Iterator[Check]:
    for name, expected in shape.graph.predicate_objects(shape.node):
        if name in _SAYS:
            continue
        if name not in _CONSTRAINTS:
            raise ValueError(f"the constraint {name.n3()} is not known")
        pattern = _CONSTRAINTS[name](shape, expected)
        select = f"SELECT DISTINCT ?this ?value WHERE {{ {shape.target} {pattern} }}"
        yield _check(shape.graph, shape.node, severity, shape.path, select)


def _check(graph: rdflib.Graph, owner: Node, severity: str, path: str, select: str) -> Check:
    code, _, message = str(graph.value(owner, SH.message)).partition(": ")
    return Check(code, severity, message, path.strip("<>^") or None, _PROLOGUE + select)


_PROLOGUE = "".join(
    f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in {**PREFIXES, "sh": str(SH)}.items()
)


def _target(graph: rdflib.Graph, node: Node) -> str:
    classes = {each for top in graph.objects(node, SH.targetClass) for each in _classes(graph, top)}
    if not classes:
        raise ValueError(f"the shape {node.n3()} has no sh:targetClass")
    if len(classes) == 1:
        return f"?this a {classes.pop()} ."
    return f"VALUES ?target {{ {' '.join(sorted(classes))} }} ?this a ?target ."


def _classes(graph: rdflib.Graph, top: Node) -> list[str]:
    """A class and those below it, as words of SPARQL."""
    below = graph.transitive_subjects(RDFS.subClassOf, top)
    return sorted(each.n3() for each in below if each is not None)


def _set_wise(select: str, target: str) -> str:
    """A SELECT about one ``$this``, asked about all targets."""
    _, _, body = select.replace("$this", "?this").partition("{")
    return f"SELECT DISTINCT ?this ?value WHERE {{ {target} {body}"


def _severity(graph: rdflib.Graph, node: Node) -> str:
    severity = graph.value(node, SH.severity, default=SH.Violation)
    return str(severity).removeprefix(str(SH)).lower()


def _path(graph: rdflib.Graph, path: Node | None) -> str:
    if isinstance(path, rdflib.URIRef):
        return path.n3()
    inverse = graph.value(path, SH.inversePath)
    if inverse is None:
        raise ValueError("a path is a property or the inverse of one")
    return f"^{inverse.n3()}"
