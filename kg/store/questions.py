"""Questions that need no SPARQL: the files of ``ontology/questions`` and the values their parameters take.

A question is a file in SPARQL that answers as it stands. Its head names it, the columns that a table shows
of it (all, if it does not say) and its parameters::

    # title: Who denies what?
    # description: Statements whose speaker holds the claim to be false.
    # table: who what title
    # parameter: who actor — only what this actor says

Each parameter has one place in the query, ``VALUES ?asked_who { UNDEF }``: "whatever it is". To bind it,
``UNDEF`` gives way to terms (IRIs that exist, typed literals), never to what the user typed; so the bound
question is again a query that runs anywhere.
"""

import datetime
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from operator import attrgetter
from typing import TypeVar

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, UnknownNameError
from kg.store.names import Named, NameIndex
from kg.store.ontology_files import ontology_folder
from kg.store.terms import ACTOR_CLASSES, CERTAINTIES, MODES, POLARITIES, RESOLUTIONS
from kg.store.vocabulary import XSD

_HEAD = re.compile(r"^# (?P<word>title|description|table|parameter): (?P<rest>.+)$", re.MULTILINE)
_PARAMETER = re.compile(r"(?P<name>[a-z]+) (?P<kind>[a-z]+) — (?P<description>.+)")

Value = str | datetime.date | float
Member = TypeVar("Member", bound=StrEnum)


class ParameterKind(StrEnum):
    """What a parameter takes."""

    ACTOR = "actor"
    """A name as people type it; all actors it can mean are asked about."""
    ARTICLE = "article"
    """A title, a file name or an identifier, as people type it."""
    DATE = "date"
    """A day: ``2024-10-25``."""
    KIND = "kind"
    """Of an actor."""
    MODE = "mode"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    RESOLUTION = "resolution"
    """How it was decided whom some words name."""
    PROBABILITY = "probability"
    """A number from 0 to 1."""
    TEXT = "text"
    """Any words."""


NAME_QUERIES: Mapping[ParameterKind, str] = {
    ParameterKind.ACTOR: """
        SELECT DISTINCT ?iri ?name ?other ?is_named WHERE {
          VALUES (?class ?is_named) {
            (kg:Person true) (kg:Organization true) (kg:Government true)
            (kg:UnnamedSource false) (kg:UnnamedPerson false) (kg:UnnamedGroup false)
            (kg:UnnamedDocument false) (kg:ArticleAuthor false)
          }
          ?iri a ?class ; skos:prefLabel ?name .
          OPTIONAL { ?iri skos:altLabel ?other }
        }""",
    ParameterKind.ARTICLE: """
        SELECT DISTINCT ?iri ?name ?other ?is_named WHERE {
          ?iri a kg:Article ; dcterms:title ?name .
          BIND(true AS ?is_named)
          { BIND(REPLACE(STR(?iri), "^.*/", "") AS ?other) }
          UNION { ?iri dcterms:identifier ?other }
          UNION { ?iri dcterms:source ?url . BIND(STR(?url) AS ?other) }
        }""",
}
"""For each kind of name the query that gives the rows of ``NameIndex.of``."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be asked for in a question."""

    name: str
    kind: ParameterKind
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """One file of ``ontology/questions``."""

    name: str
    """As people type it: ``who-said-what``."""
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str
    """Answers as it stands, over everything."""
    shown: tuple[str, ...] = ()
    """The columns that a table for people shows; empty for all."""

    def parameter(self, name: str) -> Parameter:
        """One of the parameters; raises ``UnknownNameError``."""
        for each in self.parameters:
            if each.name == name:
                return each
        raise UnknownNameError("parameter", name, (each.name for each in self.parameters))


@dataclass(frozen=True, slots=True)
class BoundQuestion:
    """What to run."""

    question: Question
    sparql: str
    meant: Mapping[str, tuple[Named, ...]]
    """For each name that was given, by parameter, all that it can mean; more than one is to be told."""


@cache
def load_questions() -> Mapping[str, Question]:
    """All questions by name, sorted."""
    files = (file for file in (ontology_folder() / "questions").iterdir() if file.name.endswith(".rq"))
    questions = sorted(map(_read, files), key=attrgetter("name"))
    return {question.name: question for question in questions}


def find_question(name: str) -> Question:
    """The question of a name; raises ``UnknownNameError`` with those that exist."""
    try:
        return load_questions()[name]
    except KeyError:
        raise UnknownNameError("question", name, load_questions()) from None


def _read(file: Traversable) -> Question:
    return parse_question(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))


def parse_question(name: str, sparql: str) -> Question:
    """A question from the text of its file; raises ``ValueError`` if its head and its query disagree."""
    head: dict[str, list[str]] = {"title": [], "description": [], "table": [], "parameter": []}
    for found in _HEAD.finditer(sparql):
        head[found["word"]].append(found["rest"])
    parameters = tuple(_parameter(name, line) for line in head["parameter"])
    if len(head["title"]) != 1 or len(head["description"]) != 1:
        raise ValueError(f"the question {name} needs one title and one description")
    for parameter in parameters:
        if sparql.count(_slot(parameter)) != 1:
            raise ValueError(f"the question {name} needs {_slot(parameter)!r} once")
    shown = tuple(" ".join(head["table"]).split())
    return Question(name, head["title"][0], head["description"][0], parameters, sparql, shown)


def _parameter(question: str, line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if found is None:
        raise ValueError(f"in the question {question}, no parameter: {line!r}")
    return Parameter(found["name"], ParameterKind(found["kind"]), found["description"])


def _slot(parameter: Parameter, terms: Iterable[NamedNode | Literal] = ()) -> str:
    return f"VALUES ?asked_{parameter.name} {{ {' '.join(map(str, terms)) or 'UNDEF'} }}"


# ------------------------------------------------------------------------------------------- binding


def bind(
    question: Question,
    arguments: Mapping[str, Value | Iterable[Value] | None],
    names: Mapping[ParameterKind, NameIndex],
) -> BoundQuestion:
    """Put values in the place of parameters; several values of one mean any of them, None means all.

    ``names`` has the actors and the articles of the graph. Raises ``UnknownNameError`` for a parameter, a
    name or a word of a value list that does not exist, ``QueryError`` for what is no day or number.
    """
    sparql, meant = question.sparql, {}
    for name, argument in arguments.items():
        parameter = question.parameter(name)
        values = _values(argument)
        if not values:
            continue
        terms: Iterable[NamedNode | Literal]
        if parameter.kind in names:
            meant[name] = _meant(names[parameter.kind], values)
            terms = [NamedNode(each.iri) for each in meant[name]]
        else:
            terms = [_TERMS[parameter.kind](parameter, value) for value in values]
        sparql = sparql.replace(_slot(parameter), _slot(parameter, terms))
    return BoundQuestion(question, sparql, meant)


def _values(argument: Value | Iterable[Value] | None) -> tuple[Value, ...]:
    if argument is None:
        return ()
    if isinstance(argument, str | datetime.date | int | float):
        return (argument,)
    return tuple(argument)


def _meant(index: NameIndex, values: Iterable[Value]) -> tuple[Named, ...]:
    return tuple(sorted({named for value in values for named in index.find(str(value))}))


def _day(parameter: Parameter, value: Value) -> Literal:
    try:
        day = value if isinstance(value, datetime.date) else datetime.date.fromisoformat(str(value))
    except ValueError:
        raise QueryError(
            f"{value!r} is no day for {parameter.name!r}", hint="Write a day as 2024-10-25."
        ) from None
    return Literal(f"{day:%Y-%m-%d}", datatype=NamedNode(XSD.date))


def _probability(parameter: Parameter, value: Value) -> Literal:
    try:
        number = float(str(value))
    except ValueError:
        number = math.nan
    if not 0 <= number <= 1:
        raise QueryError(
            f"{value!r} is no probability for {parameter.name!r}", hint="Write a number from 0 to 1, as 0.7."
        )
    return Literal(f"{number:f}", datatype=NamedNode(XSD.decimal))


def _text(_: Parameter, value: Value) -> Literal:
    return Literal(str(value))


def _listed(members: Mapping[Member, str]) -> Callable[[Parameter, Value], NamedNode]:
    """The term for a word of a value list."""
    iris = {member.value: iri for member, iri in members.items()}

    def term(parameter: Parameter, value: Value) -> NamedNode:
        word = str(value).lower()
        if word not in iris:
            raise UnknownNameError(parameter.kind, word, iris)
        return NamedNode(iris[word])

    return term


_TERMS: Mapping[ParameterKind, Callable[[Parameter, Value], NamedNode | Literal]] = {
    ParameterKind.DATE: _day,
    ParameterKind.KIND: _listed(ACTOR_CLASSES),
    ParameterKind.MODE: _listed(MODES),
    ParameterKind.POLARITY: _listed(POLARITIES),
    ParameterKind.CERTAINTY: _listed(CERTAINTIES),
    ParameterKind.RESOLUTION: _listed(RESOLUTIONS),
    ParameterKind.PROBABILITY: _probability,
    ParameterKind.TEXT: _text,
}
