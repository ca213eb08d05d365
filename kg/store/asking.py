"""Asking a snapshot a ready question: names are looked up in it, values are bound, the query runs."""

from collections import namedtuple
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from kg.store import results
from kg.store.answers import Answer, Solutions
from kg.store.binding import BoundQuestion, Value, bind
from kg.store.names import Named, NameIndex
from kg.store.questions import NAME_QUERIES, ParameterKind, Question, find_question
from kg.store.silence import Silence
from kg.store.snapshot import Snapshot
from kg.wording import counted

Arguments = Mapping[str, Value | Iterable[Value] | None]
"""Name of a parameter to what is asked for; None for all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The answer to a ready question: iterate over its rows, read their columns by name."""

    question: Question
    solutions: Solutions
    meant: Mapping[str, tuple[Named, ...]]
    """For each name that was given, by parameter, all that it was taken to mean."""
    silence: Silence = field(repr=False, compare=False)
    """Finds out why there is no row, if there is none."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return self.solutions.variables

    def __iter__(self) -> Iterator[Any]:
        """Rows as named tuples of Python values; None where the graph says nothing."""
        row = namedtuple("Row", self.columns)  # type: ignore[misc] # the columns are the query's
        return (row(*values) for values in self.solutions.values)

    def __len__(self) -> int:
        return len(self.solutions)

    @property
    def notes(self) -> tuple[str, ...]:
        """What to tell whoever asked: a name that means several, an answer that was cut, why it is empty."""
        ambiguous = (
            f"--{name} means {len(several)}: {'; '.join(each.name for each in several)}"
            for name, several in self.meant.items()
            if len(several) > 1
        )
        cut = (f"Cut after {counted(len(self), 'row')}.",) if self.solutions.truncated else ()
        empty = () if len(self) else (self.silence.reason(),)
        return (*ambiguous, *cut, *empty)


def ask(snapshot: Snapshot, question: str, arguments: Arguments, *, limit: int | None = None) -> Asked:
    """Answer the question of that name, its parameters bound to ``arguments``.

    Raises ``UnknownNameError`` for a question, parameter, actor or article that does not exist,
    ``QueryError`` for what is no day or number.
    """
    bound = _bound(snapshot, question, arguments)
    solutions = snapshot.query_trusted(bound.sparql, limit=limit)
    assert isinstance(solutions, Solutions)  # noqa: S101  questions are SELECTs: the suite holds them to it
    return Asked(bound.question, solutions, bound.meant, Silence(snapshot, bound))


def serialized(
    answer: Answer | Asked, form: str | None, prefixes: Mapping[str, str], *, width: int | None
) -> str:
    """An answer in a form, by default the first of its kind; a question says which columns a table has."""
    if isinstance(answer, Asked):
        return results.serialized(
            answer.solutions, form, results.Style(prefixes, width, answer.question.shown)
        )
    return results.serialized(answer, form, results.Style(prefixes, width))


def _bound(snapshot: Snapshot, question: str, arguments: Arguments) -> BoundQuestion:
    found = find_question(question)
    given = {name: value for name, value in arguments.items() if value is not None}
    kinds = {found.parameter(name).kind for name in given}
    names = {kind: _names(snapshot, kind) for kind in kinds & NAME_QUERIES.keys()}
    return bind(found, given, names)


def _names(snapshot: Snapshot, kind: ParameterKind) -> NameIndex:
    found = snapshot.query_trusted(NAME_QUERIES[kind])
    assert isinstance(found, Solutions)  # noqa: S101  both are SELECTs
    rows = cast("Iterator[tuple[str, str, str | None, bool]]", found.values)
    return NameIndex.of(kind.value, rows)
