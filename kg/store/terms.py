"""Values as RDF terms and back: numbers, days, addresses, and the members of the value lists.

Two habits of Oxigraph are met here: it gives ``1`` for the decimal ``1.0`` (another term), so numbers
that leave the store get their point back; and it reads ``xsd:nonNegativeInteger`` as ``xsd:integer``,
so that is what offsets are written as.
"""

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar
from urllib.parse import quote

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.domain import ActorKind, Certainty, CueClass, Mode, ParticipantRole, Polarity, ResolutionMethod
from kg.store.vocabulary import KG, XSD

PROBABILITY_DIGITS = 4
"""Decimals of a probability: more would differ from machine to machine."""

ACTOR_CLASSES: Mapping[ActorKind, str] = {
    ActorKind.PERSON: KG.Person,
    ActorKind.ORGANIZATION: KG.Organization,
    ActorKind.GOVERNMENT: KG.Government,
    ActorKind.ANONYMOUS: KG.UnnamedPerson,
    ActorKind.GROUP: KG.UnnamedGroup,
    ActorKind.DOCUMENT: KG.UnnamedDocument,
    ActorKind.AUTHOR: KG.ArticleAuthor,
    ActorKind.UNKNOWN: KG.UnnamedSource,
}
MODES: Mapping[Mode, str] = {
    Mode.DIRECT: KG.Direct,
    Mode.INDIRECT: KG.Indirect,
    Mode.MIXED: KG.Mixed,
    Mode.NARRATION: KG.Narration,
}
POLARITIES: Mapping[Polarity, str] = {
    Polarity.AFFIRMS: KG.Affirms,
    Polarity.DENIES: KG.Denies,
    Polarity.UNCOMMITTED: KG.Uncommitted,
}
STANCES: Mapping[Polarity, str] = {
    Polarity.AFFIRMS: KG.affirms,
    Polarity.DENIES: KG.denies,
    Polarity.UNCOMMITTED: KG.leavesOpen,
}
"""Polarity to the property that leads from a statement to a claim; ``kg:expresses`` stands beside it."""
PARTS: Mapping[ParticipantRole, str] = {
    ParticipantRole.AGENT: KG.agent,
    ParticipantRole.PATIENT: KG.patient,
    ParticipantRole.OTHER: KG.participant,
}
"""Role to the property that leads from an event to an actor; ``kg:participant`` stands beside it."""
CUE_CLASSES: Mapping[CueClass, str] = {
    CueClass.SAY: KG.Saying,
    CueClass.CLAIM: KG.Claiming,
    CueClass.CONFIRM: KG.Confirming,
    CueClass.DENY: KG.Denying,
    CueClass.DOUBT: KG.Doubting,
    CueClass.WARN: KG.Warning,
    CueClass.ASK: KG.Asking,
    CueClass.PROMISE: KG.Promising,
    CueClass.ORDER: KG.Ordering,
    CueClass.WANT: KG.Wanting,
    CueClass.BELIEVE: KG.Believing,
    CueClass.EXPECT: KG.Expecting,
    CueClass.REPORT: KG.Reporting,
    CueClass.CRITICIZE: KG.Criticizing,
    CueClass.PRAISE: KG.Praising,
}
CERTAINTIES: Mapping[Certainty, str] = {
    Certainty.CERTAIN: KG.Certain,
    Certainty.PROBABLE: KG.Probable,
    Certainty.POSSIBLE: KG.Possible,
    Certainty.UNSPECIFIED: KG.Unspecified,
}
RESOLUTIONS: Mapping[ResolutionMethod, str] = {
    ResolutionMethod.NAME: KG.ByName,
    ResolutionMethod.ALIAS: KG.ByAlias,
    ResolutionMethod.PRONOUN: KG.ByPronoun,
    ResolutionMethod.DESCRIPTION: KG.ByDescription,
    ResolutionMethod.CONTEXT: KG.ByContext,
    ResolutionMethod.HUMAN: KG.ByHuman,
}

Term = NamedNode | BlankNode | Literal | Triple
Member = TypeVar("Member", bound=StrEnum)

_DECIMAL = NamedNode(XSD.decimal)
_INTEGER = NamedNode(XSD.NAMESPACE + "integer")
_DATE = NamedNode(XSD.date)
_DATE_TIME = NamedNode(XSD.dateTime)
_NOT_IN_A_URI = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})")


def member_of(table: Mapping[Member, str], term: Term) -> Member:
    """The member of a value list that an IRI stands for; raises ``ValueError`` for any other term."""
    for member, iri in table.items():
        if term == NamedNode(iri):
            return member
    raise ValueError(f"{term!r} is none of {sorted(table.values())!r}")


def iri_of(term: Term) -> NamedNode:
    """The term as an IRI; ``ValueError`` if it is none."""
    if not isinstance(term, NamedNode):
        raise ValueError(f"an IRI was expected, not {term!r}")
    return term


def text_of(term: Term) -> str:
    """The characters of a literal; ``ValueError`` if it is none."""
    if not isinstance(term, Literal):
        raise ValueError(f"a literal was expected, not {term!r}")
    return term.value


def decimal(number: float) -> Literal:
    """A number, rounded, as ``xsd:decimal`` with a point.

    >>> decimal(0.90001).value, decimal(1).value
    ('0.9', '1.0')
    """
    return exactly(Decimal(str(round(number, PROBABILITY_DIGITS))))


def exactly(number: Decimal) -> Literal:
    """A number as it is, as ``xsd:decimal`` with a point.

    >>> exactly(Decimal("1.20E+4")).value
    '12000.0'
    """
    return Literal(_with_point(f"{number.normalize():f}"), datatype=_DECIMAL)


def _with_point(digits: str) -> str:
    return digits if "." in digits else f"{digits}.0"


def as_written(triple: Triple) -> Triple:
    """The triple as it went into the store: decimals with a point."""
    literal = triple.object
    if not isinstance(literal, Literal) or literal.datatype != _DECIMAL or "." in literal.value:
        return triple
    return Triple(triple.subject, triple.predicate, Literal(_with_point(literal.value), datatype=_DECIMAL))


def integer(number: int) -> Literal:
    """A whole number as ``xsd:integer``."""
    return Literal(str(number), datatype=_INTEGER)


def day(date: datetime.date) -> Literal:
    """A day as ``xsd:date``."""
    return Literal(date.isoformat(), datatype=_DATE)


def moment(time: datetime.datetime) -> Literal:
    """A timezone-aware time as ``xsd:dateTime`` in UTC, to the second.

    >>> moment(datetime.datetime(2024, 10, 20, 8, tzinfo=datetime.UTC)).value
    '2024-10-20T08:00:00Z'
    """
    utc = time.astimezone(datetime.UTC).replace(microsecond=0, tzinfo=None)
    return Literal(f"{utc.isoformat()}Z", datatype=_DATE_TIME)


def instant(time: datetime.datetime) -> Literal:
    """A timezone-aware time as ``xsd:dateTime`` in UTC, to the millisecond.

    >>> instant(datetime.datetime(2024, 10, 20, 8, tzinfo=datetime.UTC)).value
    '2024-10-20T08:00:00.000Z'
    """
    utc = time.astimezone(datetime.UTC).replace(tzinfo=None)
    return Literal(f"{utc.isoformat(timespec='milliseconds')}Z", datatype=_DATE_TIME)


def address(url: str) -> NamedNode:
    """A URL as an IRI; what no URI may contain is percent-encoded.

    >>> address("https://news.example/a b#c#d").value
    'https://news.example/a%20b#c%23d'
    """
    start, mark, fragment = url.partition("#")
    return NamedNode(_encoded(start) + mark + _encoded(fragment).replace("#", "%23"))


def _encoded(part: str) -> str:
    return _NOT_IN_A_URI.sub(lambda found: quote(found[0], safe="", errors="replace"), part)
