"""Values in the place of a question's parameters: names become what they can mean, words become terms."""

import datetime
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, UnknownNameError
from kg.store.names import Named, NameIndex
from kg.store.questions import Parameter, ParameterKind, Question, slot
from kg.store.terms import ACTOR_CLASSES, CERTAINTIES, MODES, POLARITIES, RESOLUTIONS
from kg.store.vocabulary import XSD

Value = str | datetime.date | float
Member = TypeVar("Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class BoundQuestion:
    """What to run."""

    question: Question
    terms: Mapping[str, tuple[NamedNode | Literal, ...]]
    """For each parameter that was given what it is bound to, any of them."""
    meant: Mapping[str, tuple[Named, ...]]
    """For each name that was given, by parameter, all that it can mean; more than one is to be told."""

    @property
    def sparql(self) -> str:
        """The question with terms in the place of parameters."""
        sparql = self.question.sparql
        for name, terms in self.terms.items():
            sparql = sparql.replace(slot(name), slot(name, terms))
        return sparql

    def without(self, name: str) -> "BoundQuestion":
        """The question with one parameter left open again."""
        terms = {each: bound for each, bound in self.terms.items() if each != name}
        return BoundQuestion(self.question, terms, self.meant)


def bind(
    question: Question,
    arguments: Mapping[str, Value | Iterable[Value] | None],
    names: Mapping[ParameterKind, NameIndex],
) -> BoundQuestion:
    """Put values in the place of parameters; several values of one mean any of them, None means all.

    ``names`` has the actors and the articles of the graph. Raises ``UnknownNameError`` for a parameter, a
    name or a word of a value list that does not exist, ``QueryError`` for what is no day or number.
    """
    bound: dict[str, tuple[NamedNode | Literal, ...]] = {}
    meant = {}
    for name, argument in arguments.items():
        parameter = question.parameter(name)
        values = _values(argument)
        if not values:
            continue
        if parameter.kind in names:
            meant[name] = _meant(names[parameter.kind], values)
            bound[name] = tuple(NamedNode(each.iri) for each in meant[name])
        else:
            bound[name] = tuple(_TERMS[parameter.kind](parameter, value) for value in values)
    return BoundQuestion(question, bound, meant)


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
