"""Why a ready question has no answer: the graph has nothing of the kind, or what narrows the question."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.store.answers import Boolean, Solutions
from kg.store.binding import BoundQuestion
from kg.store.questions import Need, Parameter, ParameterKind
from kg.store.snapshot import Snapshot
from kg.wording import counted, listed

_UNDATED = """
SELECT (COUNT(?article) AS ?articles) (COUNT(?day) AS ?dated) WHERE {
  ?article a kg:Article .
  OPTIONAL { ?article dcterms:issued ?day }
}"""


@dataclass(frozen=True, slots=True)
class Silence:
    """A question that was asked of a snapshot, to be asked again in other ways when it gave no row."""

    snapshot: Snapshot
    bound: BoundQuestion

    def reason(self) -> str:
        """Why there is no row, in one line; asks the snapshot once for each parameter at most."""
        for need in self.bound.question.needs:
            if not self._has(need):
                return f"The graph holds no {need.words} to ask about."
        given = [each for each in self.bound.question.parameters if each.name in self.bound.terms]
        for each in reversed(given):  # who and about whom come first in a question and are left out last
            if rows := self._rows_without(each.name):
                undated = self._undated() if each.kind is ParameterKind.DATE else ""
                return f"{_nothing_matches(given)} Without --{each.name}: {counted(rows, 'row')}.{undated}"
        if len(given) > 1:
            return f"{_nothing_matches(given)} Leaving out one of them does not help."
        return self.bound.question.nothing

    def _has(self, need: Need) -> bool:
        """Whether the graph holds an instance of a class, or a fact with a property."""
        answer = self.snapshot.query_trusted(
            f"ASK {{ {{ ?thing a <{need.iri}> }} UNION {{ ?thing <{need.iri}> ?other }} }}"
        )
        assert isinstance(answer, Boolean)  # noqa: S101  that is what ASK gives
        return answer.value

    def _rows_without(self, parameter: str) -> int:
        return len(self._solutions(self.bound.without(parameter).sparql))

    def _undated(self) -> str:
        """How many articles have no day, if there are any: they are left out where a day is asked for."""
        (row,) = self._solutions(_UNDATED).values
        articles, dated = (int(str(number)) for number in row)
        if dated == articles:
            return ""
        return f" {articles - dated} of {counted(articles, 'article')} have no day."

    def _solutions(self, sparql: str) -> Solutions:
        answer = self.snapshot.query_trusted(sparql)
        assert isinstance(answer, Solutions)  # noqa: S101  both are SELECTs
        return answer


def _nothing_matches(given: Sequence[Parameter]) -> str:
    return f"Nothing matches {listed(f'--{each.name}' for each in given)}."
