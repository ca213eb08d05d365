"""Questions that need no SPARQL: the files of ``ontology/questions``, and what their heads say.

A question is a file in SPARQL that answers as it stands. Its head names it, the columns that a table shows
of it (all, if it does not say) and its parameters::

    # title: Who denies what?
    # description: Statements whose speaker holds the claim to be false.
    # table: who what title
    # needs: kg:Statement statements
    # nothing: No statement denies anything.
    # parameter: who actor — only what this actor says

Without the class or property that it needs, a graph has nothing to ask about; "nothing" is what an empty
answer means when the graph has it and no parameter narrows the question. Each parameter has one place in the
query, ``VALUES ?asked_who { UNDEF }``: "whatever it is". To bind it (``kg.store.binding``), ``UNDEF`` gives
way to terms (IRIs that exist, typed literals), never to what the user typed; so the bound question is again
a query that runs anywhere.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from operator import attrgetter

from pyoxigraph import Literal, NamedNode

from kg.errors import UnknownNameError
from kg.store.ontology_files import ontology_folder
from kg.store.vocabulary import KG

_HEAD = re.compile(
    r"^# (?P<word>title|description|table|needs|nothing|parameter): (?P<rest>.+)$", re.MULTILINE
)
_NEED = re.compile(r"kg:(?P<term>\w+) (?P<words>.+)")
_PARAMETER = re.compile(r"(?P<name>[a-z]+) (?P<kind>[a-z]+) — (?P<description>.+)")

NOTHING = "Nothing in the graph answers this."
"""What an empty answer means where a question does not say."""


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
class Need:
    """What a graph must hold so that there is something to ask about."""

    iri: str
    """A class or property of the ontology."""
    words: str
    """What it stands for, in the plural: ``events``."""


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
    needs: tuple[Need, ...] = ()
    nothing: str = NOTHING
    """What an empty answer means if nothing narrows the question."""

    def parameter(self, name: str) -> Parameter:
        """One of the parameters; raises ``UnknownNameError``."""
        for each in self.parameters:
            if each.name == name:
                return each
        raise UnknownNameError("parameter", name, (each.name for each in self.parameters))


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
    head: defaultdict[str, list[str]] = defaultdict(list)
    for found in _HEAD.finditer(sparql):
        head[found["word"]].append(found["rest"])
    parameters = tuple(_parameter(name, line) for line in head["parameter"])
    if len(head["title"]) != 1 or len(head["description"]) != 1:
        raise ValueError(f"the question {name} needs one title and one description")
    for parameter in parameters:
        if sparql.count(slot(parameter.name)) != 1:
            raise ValueError(f"the question {name} needs {slot(parameter.name)!r} once")
    return Question(
        name,
        head["title"][0],
        head["description"][0],
        parameters,
        sparql,
        shown=tuple(" ".join(head["table"]).split()),
        needs=tuple(_need(name, line) for line in head["needs"]),
        nothing=" ".join(head["nothing"]) or NOTHING,
    )


def _need(question: str, line: str) -> Need:
    found = _NEED.fullmatch(line)
    if found is None or not hasattr(KG, found["term"]):
        raise ValueError(f"in the question {question}, nothing that a graph can hold: {line!r}")
    return Need(str(getattr(KG, found["term"])), found["words"])


def _parameter(question: str, line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if found is None:
        raise ValueError(f"in the question {question}, no parameter: {line!r}")
    return Parameter(found["name"], ParameterKind(found["kind"]), found["description"])


def slot(parameter: str, terms: Iterable[NamedNode | Literal] = ()) -> str:
    """The place of a parameter in a query, open or with the terms that it is bound to."""
    return f"VALUES ?asked_{parameter} {{ {' '.join(map(str, terms)) or 'UNDEF'} }}"
